import contour from "plotly.js/lib/contour";
import { register } from "plotly.js/lib/core";

register([contour]);
