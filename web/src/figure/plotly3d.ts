import { register } from "plotly.js/lib/core";
import scatter3d from "plotly.js/lib/scatter3d";

register([scatter3d]);
