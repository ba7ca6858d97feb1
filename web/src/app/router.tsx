import { createBrowserRouter, createHashRouter, type RouteObject } from "react-router";
import type { Host } from "../hosts/host";
import { pathBefore } from "../hosts/server";
import { Frame } from "./Frame";
import { NeedsStudies } from "./NeedsStudies";
import { NotFound } from "./NotFound";
import {
  AnalysisPage,
  StudyLayout,
  StudyListPage,
  StudyPage,
  TrialPage,
  TrialsPage,
} from "./pages";
import { RouteError } from "./RouteError";

const ROUTES: RouteObject[] = [
  {
    path: "/",
    element: <Frame />,
    errorElement: <RouteError />,
    children: [
      {
        element: <NeedsStudies />,
        errorElement: <RouteError />,
        children: [
          { index: true, element: <StudyListPage /> },
          {
            path: "studies/:studyId",
            element: <StudyLayout />,
            children: [
              { index: true, element: <StudyPage /> },
              { path: "analysis", element: <AnalysisPage /> },
              { path: "trials", element: <TrialsPage /> },
              { path: "trials/:number", element: <TrialPage /> },
            ],
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
