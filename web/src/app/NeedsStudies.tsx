import type { ReactNode } from "react";
import { Outlet } from "react-router";
import { useHost, useHostState } from "../hosts/context";
import { FirstPage } from "../pages/FirstPage/FirstPage";

/** The page at this address; on the site, while no file is open, how to open one. */
export function NeedsStudies(): ReactNode {
  const { capabilities } = useHost();
  const { files } = useHostState();
  const hasStudies = !capabilities.openFiles || files.some(({ fate }) => fate.status === "open");
  return hasStudies ? <Outlet /> : <FirstPage />;
}
