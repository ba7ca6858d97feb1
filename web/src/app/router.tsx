import { createBrowserRouter, createHashRouter, type RouteObject } from "react-router";
import type { Host } from "../hosts/host";
import { pathBefore } from "../hosts/server";
import { StudyListPage } from "../pages/StudyList/StudyListPage";
import { Frame } from "./Frame";
import { NeedsStudies } from "./NeedsStudies";
import { NotFound } from "./NotFound";
import { RouteError } from "./RouteError";

const ROUTES: RouteObject[] = [
  {
    path: "/",
    element: <Frame />,
    errorElement: <RouteError />,
    hydrateFallbackElement: <Frame />,
    children: [
      {
        element: <NeedsStudies />,
        errorElement: <RouteError />,
        children: [
          { index: true, element: <StudyListPage /> },
          {
            path: "studies/:studyId",
            lazy: async () => ({ Component: (await import("../pages/study/StudyPage")).default }),
          },
          {
            path: "studies/:studyId/trials",
            lazy: async () => ({ Component: (await import("../pages/study/TrialsPage")).default }),
          },
          {
            path: "studies/:studyId/trials/:number",
            lazy: async () => ({ Component: (await import("../pages/trial/TrialPage")).default }),
          },
          { path: "*", element: <NotFound /> },
        ],
      },
    ],
  },
];

/** Hash routes on the site, which any static server must carry; real paths on our server. */
export function createRouter(kind: Host["kind"]): ReturnType<typeof createBrowserRouter> {
  if (kind === "site") return createHashRouter(ROUTES);
  const mark = "/dashboard";
  return createBrowserRouter(ROUTES, {
    basename: pathBefore(mark, window.location.pathname) + mark,
  });
}
