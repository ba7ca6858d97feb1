import { lazy } from "react";

const load = {
  list: () => import("../pages/StudyList/StudyListPage"),
  layout: () => import("../pages/study/StudyLayout"),
  study: () => import("../pages/study/StudyPage"),
  trials: () => import("../pages/study/TrialsPage"),
  trial: () => import("../pages/trial/TrialPage"),
};

export const StudyListPage = lazy(load.list);
export const StudyLayout = lazy(load.layout);
export const StudyPage = lazy(load.study);
export const TrialsPage = lazy(load.trials);
export const TrialPage = lazy(load.trial);

/** Fetches the code of every page while the browser has nothing else to do. */
export function prefetchPages(): void {
  const fetchAll = () => {
    // A page that did not come now is asked for again, and complained about, when it is shown.
    for (const page of Object.values(load)) page().catch(() => undefined);
  };
  if ("requestIdleCallback" in window) window.requestIdleCallback(fetchAll, { timeout: 2000 });
  else setTimeout(fetchAll, 500);
}
