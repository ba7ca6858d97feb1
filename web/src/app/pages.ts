import { lazy } from "react";
import { loadPlotly } from "../figure/load";
import type { Host } from "../hosts/host";

const load = {
  list: () => import("../pages/StudyList/StudyListPage"),
  layout: () => import("../pages/study/StudyLayout"),
  study: () => import("../pages/study/StudyPage"),
  analysis: () => import("../pages/study/AnalysisPage"),
  trials: () => import("../pages/study/TrialsPage"),
  trial: () => import("../pages/trial/TrialPage"),
};

export const StudyListPage = lazy(load.list);
export const StudyLayout = lazy(load.layout);
export const StudyPage = lazy(load.study);
export const AnalysisPage = lazy(load.analysis);
export const TrialsPage = lazy(load.trials);
export const TrialPage = lazy(load.trial);

/**
 * Fetches what later pages need while the browser has nothing else to do: their code at once,
 * the large drawing library when Python no longer needs the line.
 */
export function prefetchPages(host: Host): void {
  whenIdle(...Object.values(load));
  const fetchDrawing = () => {
    if (host.state().core.status !== "ready") return;
    stop();
    whenIdle(() => loadPlotly(["scattergl"]));
  };
  const stop = host.subscribe(fetchDrawing);
  fetchDrawing();
}

function whenIdle(...parts: readonly (() => Promise<unknown>)[]): void {
  const fetchAll = () => {
    // What did not come now is asked for again, and complained about, when it is needed.
    for (const part of parts) part().catch(() => undefined);
  };
  if ("requestIdleCallback" in window) window.requestIdleCallback(fetchAll, { timeout: 2000 });
  else setTimeout(fetchAll, 500);
}
