import Box from "@mui/material/Box";
import { type ReactNode, Suspense } from "react";
import { Outlet, ScrollRestoration } from "react-router";
import { DropTarget } from "../files/DropTarget";
import { useHost } from "../hosts/context";
import { CoreStatus } from "./CoreStatus";
import { Outdated } from "./Outdated";
import { SkipLink } from "./SkipLink";
import { TopBar } from "./TopBar";

/** Pages place what sticks below the bar by `var(--frame-height)`. */
const FRAME_HEIGHT = "48px";

/** What stays around every page. */
export function Frame(): ReactNode {
  const { capabilities } = useHost();
  return (
    <Box sx={{ "--frame-height": FRAME_HEIGHT, minHeight: "100dvh" }}>
      <SkipLink />
      <TopBar />
      <CoreStatus />
      <Outdated />
      <Box component="main" id="main" tabIndex={-1} sx={{ outline: "none" }}>
        <Suspense>
          <Outlet />
        </Suspense>
      </Box>
      {capabilities.openFiles && <DropTarget />}
      <ScrollRestoration />
    </Box>
  );
}
