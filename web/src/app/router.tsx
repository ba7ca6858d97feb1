import { createBrowserRouter, createHashRouter, type RouteObject } from "react-router";
import type { Host } from "../hosts/host";
import { pathBefore } from "../hosts/server";
import { Frame } from "./Frame";
import { LazyPage } from "./LazyPage";
import { Moved } from "./Moved";
import { NeedsStudies } from "./NeedsStudies";
import { NotFound } from "./NotFound";
import { PAGES } from "./pages";
import { RouteError } from "./RouteError";

const ROUTES: RouteObject[] = [
  {
    path: "/",
    element: <Frame />,
    errorElement: <RouteError />,
    children: [
      {
        element: <Moved />,
        children: [
          {
            element: <NeedsStudies />,
            errorElement: <RouteError />,
            children: [
              { index: true, element: <LazyPage page={PAGES.list} /> },
              {
                path: "studies/:studyId",
                element: <LazyPage page={PAGES.layout} />,
                children: [
                  { index: true, element: <LazyPage page={PAGES.study} /> },
                  { path: "analysis", element: <LazyPage page={PAGES.analysis} /> },
                  { path: "judge", element: <LazyPage page={PAGES.judge} /> },
                  { path: "trials", element: <LazyPage page={PAGES.trials} /> },
                  { path: "trials/compare", element: <LazyPage page={PAGES.compareTrials} /> },
                  { path: "trials/artifacts", element: <LazyPage page={PAGES.artifacts} /> },
                  { path: "trials/:number", element: <LazyPage page={PAGES.trial} /> },
                ],
              },
              { path: "compare", element: <LazyPage page={PAGES.compare} /> },
              { path: "*", element: <NotFound /> },
            ],
          },
        ],
      },
    ],
  },
];

type Router = ReturnType<typeof createBrowserRouter>;

export function createRouter({ kind, keepPlace }: Host): Router {
  const router = kind === "site" ? createHashRouter(ROUTES) : createPathRouter();
  if (keepPlace) router.subscribe(({ location }) => keepPlace(router.createHref(location)));
  return router;
}

/** Hash routes on the site, which any static server must carry; real paths on our server. */
function createPathRouter(): Router {
  const mark = "/dashboard";
  return createBrowserRouter(ROUTES, {
    basename: pathBefore(mark, window.location.pathname) + mark,
  });
}
