import type { ReactNode } from "react";
import { Outlet } from "react-router";

/** What stays around every page. */
export function Frame(): ReactNode {
  return (
    <main id="main">
      <Outlet />
    </main>
  );
}
