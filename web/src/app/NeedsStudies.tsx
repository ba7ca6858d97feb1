import type { ReactNode } from "react";
import { Outlet } from "react-router";
import { useHost, useHostState } from "../hosts/context";
import { FilePage } from "../pages/FilePage";
import { FirstPage } from "../pages/FirstPage/FirstPage";

/** The page at this address; while no file is open, how to open one, or why it is not. */
export function NeedsStudies(): ReactNode {
  const { capabilities } = useHost();
  const { files } = useHostState();
  if (files.some(({ fate }) => fate.status === "open")) return <Outlet />;
  if (capabilities.openFiles) return <FirstPage />;
  const [given] = files;
  return given ? <FilePage file={given} /> : <Outlet />;
}
