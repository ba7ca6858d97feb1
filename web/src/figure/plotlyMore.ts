/** Traces in the plane that only figures which somebody saved with a study draw. */
import barpolar from "plotly.js/lib/barpolar";
import box from "plotly.js/lib/box";
import candlestick from "plotly.js/lib/candlestick";
import carpet from "plotly.js/lib/carpet";
import contourcarpet from "plotly.js/lib/contourcarpet";
import { register } from "plotly.js/lib/core";
import funnel from "plotly.js/lib/funnel";
import funnelarea from "plotly.js/lib/funnelarea";
import heatmap from "plotly.js/lib/heatmap";
import histogram from "plotly.js/lib/histogram";
import histogram2d from "plotly.js/lib/histogram2d";
import histogram2dcontour from "plotly.js/lib/histogram2dcontour";
import icicle from "plotly.js/lib/icicle";
import image from "plotly.js/lib/image";
import indicator from "plotly.js/lib/indicator";
import ohlc from "plotly.js/lib/ohlc";
import parcats from "plotly.js/lib/parcats";
import pie from "plotly.js/lib/pie";
import quiver from "plotly.js/lib/quiver";
import sankey from "plotly.js/lib/sankey";
import scattercarpet from "plotly.js/lib/scattercarpet";
import scatterpolar from "plotly.js/lib/scatterpolar";
import scattersmith from "plotly.js/lib/scattersmith";
import scatterternary from "plotly.js/lib/scatterternary";
import sunburst from "plotly.js/lib/sunburst";
import table from "plotly.js/lib/table";
import treemap from "plotly.js/lib/treemap";
import violin from "plotly.js/lib/violin";
import waterfall from "plotly.js/lib/waterfall";

register([
  barpolar,
  box,
  candlestick,
  carpet,
  contourcarpet,
  funnel,
  funnelarea,
  heatmap,
  histogram,
  histogram2d,
  histogram2dcontour,
  icicle,
  image,
  indicator,
  ohlc,
  parcats,
  pie,
  quiver,
  sankey,
  scattercarpet,
  scatterpolar,
  scattersmith,
  scatterternary,
  sunburst,
  table,
  treemap,
  violin,
  waterfall,
]);
