import CssBaseline from "@mui/material/CssBaseline";
import { ThemeProvider } from "@mui/material/styles";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { renderToString } from "react-dom/server";
import { createMemoryRouter, RouterProvider } from "react-router";
import { Frame } from "./app/Frame";
import { HostContext } from "./hosts/context";
import type { Host, HostState } from "./hosts/host";
import { FirstPage } from "./pages/FirstPage/FirstPage";
import { theme } from "./theme/theme";

const STATE: HostState = {
  core: { status: "booting", progress: { stage: "runtime", done: 0, total: 0 } },
  files: [],
};

const NOBODY: Host = {
  kind: "site",
  capabilities: { openFiles: true },
  fetch: () => Promise.reject(new Error("Nothing answers at build time")),
  open: () => Promise.resolve(),
  close: () => Promise.resolve(),
  restart: () => Promise.resolve(),
  state: () => STATE,
  subscribe: () => () => undefined,
};

/** The first page of the site as HTML, so that it is painted before any script has come. */
export function prerender(): string {
  const router = createMemoryRouter([
    { path: "/", element: <Frame />, children: [{ index: true, element: <FirstPage /> }] },
  ]);
  const html = renderToString(
    <ThemeProvider theme={theme}>
      <CssBaseline enableColorScheme />
      <HostContext value={NOBODY}>
        <QueryClientProvider client={new QueryClient()}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </HostContext>
    </ThemeProvider>,
  );
  return html.replaceAll('href="/', 'href="#/');
}
