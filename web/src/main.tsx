import CssBaseline from "@mui/material/CssBaseline";
import { QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { RouterProvider } from "react-router/dom";
import { createHost } from "#host";
import { createQueryClient } from "./api/queryClient";
import { prefetchPages } from "./app/pages";
import { createRouter } from "./app/router";
import { ErrorBoundary } from "./components/ErrorBoundary";
import { HostContext } from "./hosts/context";
import { PageTheme } from "./theme/PageTheme";

const host = createHost();
const queryClient = createQueryClient(host);
const router = createRouter(host);
const root = document.getElementById("root");
if (!root) throw new Error("The page has no #root");

createRoot(root).render(
  <StrictMode>
    <PageTheme appearance={host.appearance}>
      <CssBaseline enableColorScheme />
      <ErrorBoundary>
        <HostContext value={host}>
          <QueryClientProvider client={queryClient}>
            <RouterProvider router={router} />
          </QueryClientProvider>
        </HostContext>
      </ErrorBoundary>
    </PageTheme>
  </StrictMode>,
);

prefetchPages(host);
