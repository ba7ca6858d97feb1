/**
 * Runs in the page before its own scripts and notes, on the page's clock, when things happen
 * that a person would notice: `window.bench` holds milliseconds since the navigation.
 */
export function installMarks() {
  const marks = { workerCreated: null, ready: null, timings: null, dropped: null, clicked: null };
  const figures = [];
  /** When a figure of the analysis page was last drawn, by its name. */
  const drawn = {};
  /** Tasks of more than 50 ms, in which the page answers to nothing. */
  const freezes = [];
  window.bench = { marks, figures, drawn, freezes, when, scroll };
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) {
      freezes.push({ start: startTime, duration });
    }
  }).observe({ type: "longtask", buffered: true });

  // The worker says itself when it can answer.
  window.Worker = class extends window.Worker {
    constructor(...parameters) {
      super(...parameters);
      marks.workerCreated ??= performance.now();
      this.addEventListener("message", ({ data }) => {
        if (data?.type !== "ready" || marks.ready !== null) return;
        marks.ready = performance.now();
        marks.timings = data.timings ?? null;
      });
    }
  };

  document.addEventListener("change", noteDrop, { capture: true });
  document.addEventListener("click", noteClick, { capture: true });
  new MutationObserver(hookFigures).observe(document, {
    subtree: true,
    childList: true,
    attributeFilter: ["class"],
  });

  function noteDrop(event) {
    if (event.target?.type === "file") marks.dropped = performance.now();
  }

  function noteClick() {
    marks.clicked = performance.now();
  }

  function hookFigures() {
    for (const element of document.querySelectorAll(".js-plotly-plot:not([data-bench])")) {
      if (typeof element.on !== "function") continue;
      element.dataset.bench = "";
      element.on("plotly_afterplot", () => afterPaint(() => noteFigure(element)));
    }
  }

  function noteFigure(element) {
    if (element.data.length === 0) return;
    const now = performance.now();
    figures.push(now);
    const place = element.closest("[data-figure]");
    if (place) drawn[place.dataset.figure] = now;
  }

  function afterPaint(action) {
    requestAnimationFrame(() => setTimeout(action, 0));
  }

  /** Resolves with the time at which `test` first holds and has been painted. */
  function when(test) {
    return new Promise((resolve) => {
      function look() {
        if (test()) afterPaint(() => resolve(performance.now()));
        else requestAnimationFrame(look);
      }
      look();
    });
  }

  /** Scrolls `element` for `duration` ms; resolves with the length of each frame in ms. */
  function scroll(element, duration, pixelsPerFrame) {
    return new Promise((resolve) => {
      const frames = [];
      const start = performance.now();
      let last = null;
      function step(now) {
        if (last !== null) frames.push(now - last);
        last = now;
        element.scrollTop += pixelsPerFrame;
        if (performance.now() - start < duration) requestAnimationFrame(step);
        else resolve(frames);
      }
      requestAnimationFrame(step);
    });
  }
}
