import { register } from "plotly.js/lib/core";
import scatterpolar from "plotly.js/lib/scatterpolar";
// The strict variant has its shaders compiled beforehand: it runs no text as code.
import scatterpolargl from "plotly.js/src/traces/scatterpolargl/strict";

register([scatterpolar, scatterpolargl]);
