import { register } from "plotly.js/lib/core";
// The strict variant has its shaders compiled beforehand: it runs no text as code.
import scattergl from "plotly.js/src/traces/scattergl/strict";

register([scattergl]);
