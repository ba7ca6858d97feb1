import type { PlotlyFigure } from "../src/api/types";
import { type Drawing, dress } from "../src/figure/drawing";
import { loadPlotly, type Plotly, takesGraphics } from "../src/figure/load";
import { isObject } from "../src/figure/traceMeta";
import { DEFAULTS } from "../src/settings/settings";
import type { Scheme } from "../src/theme/colors";

const CONFIG = { displayModeBar: false, displaylogo: false, showTips: false, responsive: false };

/** In pixels of CSS: what A4 and US letter have between their margins. */
const PAPER_WIDTH = 680;
/** The least width of one of several panels, which nobody can choose from here. */
const A_PANEL = 120;

/** One figure of the document, with the data that stands in it as JSON. */
export class Picture {
  private readonly node: HTMLElement;
  private readonly figure: PlotlyFigure;
  private readonly types: readonly string[];
  /** There once something is drawn. */
  private plotly: Plotly | null = null;

  constructor(element: HTMLElement) {
    this.node = query(element, ".plot");
    this.figure = JSON.parse(query(element, "script").textContent) as PlotlyFigure;
    this.types = this.dress("light").types;
    new ResizeObserver(() => this.fit()).observe(element);
  }

  async draw(scheme: Scheme, narrow: boolean): Promise<void> {
    try {
      const { data, layout, minWidth } = this.dress(scheme, narrow);
      this.node.style.zoom = "";
      this.makeRoom(Math.max(minWidth, panelsInRow(this.figure) * A_PANEL));
      const plotly = await loadPlotly(this.types);
      await plotly.react(this.node, data, layout, CONFIG);
      this.plotly = plotly;
    } catch (error) {
      this.node.textContent = `This figure could not be drawn: ${error}`;
    }
  }

  /**
   * Makes the drawing one for paper, at once. What WebGL draws would come too late: it is
   * printed as it is, smaller.
   */
  toPaper(): void {
    const { clientWidth, clientHeight: height } = this.node;
    if (takesGraphics(this.types)) {
      this.node.style.zoom = String(Math.min(1, PAPER_WIDTH / clientWidth));
      return;
    }
    const { data, layout } = this.dress("light");
    void this.plotly?.react(this.node, data, { ...layout, width: PAPER_WIDTH, height }, CONFIG);
  }

  private dress(scheme: Scheme, narrow = false): Drawing {
    const touch = matchMedia("(pointer: coarse)").matches;
    return dress(this.figure, {
      ...DEFAULTS,
      scheme,
      touch,
      narrow,
      legend: true,
      hidden: new Set(),
    });
  }

  /** A drawing that has no room is scrolled sideways, by keys too. */
  private makeRoom(minWidth: number): void {
    this.node.style.minWidth = `${minWidth}px`;
    const scroller = this.node.parentElement;
    if (minWidth === 0 || !scroller) return;
    scroller.tabIndex = 0;
    scroller.setAttribute("role", "group");
    scroller.setAttribute("aria-label", "Drawing");
  }

  private fit(): void {
    // While it is printed, its size is that of the paper.
    if (!matchMedia("print").matches) void this.plotly?.resize(this.node);
  }
}

/** How many panels a figure has side by side; none is one that has all the room for itself. */
function panelsInRow({ layout }: PlotlyFigure): number {
  const starts = Object.entries(layout).flatMap(([name, axis]) =>
    name.startsWith("xaxis") && isObject(axis) && Array.isArray(axis.domain) ? axis.domain[0] : [],
  );
  return new Set(starts).size;
}

function query(element: HTMLElement, selector: string): HTMLElement {
  const found = element.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`A figure without ${selector}`);
  return found;
}
