import { warmUp } from "../figure/warmUp";
import type { Host } from "../hosts/host";
import { PageCode } from "./LazyPage";

export const PAGES = {
  list: new PageCode(() => import("../pages/StudyList/StudyListPage")),
  layout: new PageCode(() => import("../pages/study/StudyLayout")),
  study: new PageCode(() => import("../pages/study/StudyPage")),
  analysis: new PageCode(() => import("../pages/study/AnalysisPage")),
  trials: new PageCode(() => import("../pages/study/TrialsPage")),
  judge: new PageCode(() => import("../pages/judge/JudgePage")),
  artifacts: new PageCode(() => import("../pages/gallery/GalleryPage")),
  compareTrials: new PageCode(() => import("../pages/compareTrials/CompareTrialsPage")),
  compare: new PageCode(() => import("../pages/compare/ComparePage")),
  trial: new PageCode(() => import("../pages/trial/TrialPage")),
};

/**
 * Fetches what later pages need while the browser has nothing else to do: their code at once,
 * the large drawing library when Python no longer needs the line.
 */
export function prefetchPages(host: Host): void {
  whenIdle(...Object.values(PAGES).map(({ fetch }) => fetch));
  const fetchDrawing = () => {
    if (host.state().core.status !== "ready") return;
    stop();
    whenIdle(warmUp);
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
