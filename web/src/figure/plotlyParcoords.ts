import { register } from "plotly.js/lib/core";
// The strict variant has its shaders compiled beforehand: it runs no text as code.
import parcoords from "plotly.js/src/traces/parcoords/strict";

register([parcoords]);
