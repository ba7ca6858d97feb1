import type { ReactNode } from "react";
import { useHost, useHostState } from "../hosts/context";
import { FirstPage } from "./FirstPage/FirstPage";
import { StudyListPage } from "./StudyList/StudyListPage";

/** The list of studies, or on the site, while no file is open, how to open one. */
export function HomePage(): ReactNode {
  const { capabilities } = useHost();
  const { files } = useHostState();
  const hasStudies = !capabilities.openFiles || files.some(({ fate }) => fate.status === "open");
  return hasStudies ? <StudyListPage /> : <FirstPage />;
}
