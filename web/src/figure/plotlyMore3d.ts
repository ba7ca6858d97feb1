/** Traces in space that only figures which somebody saved with a study draw. */
import cone from "plotly.js/lib/cone";
import { register } from "plotly.js/lib/core";
import isosurface from "plotly.js/lib/isosurface";
import mesh3d from "plotly.js/lib/mesh3d";
import streamtube from "plotly.js/lib/streamtube";
import surface from "plotly.js/lib/surface";
import volume from "plotly.js/lib/volume";

register([cone, isosurface, mesh3d, streamtube, surface, volume]);
