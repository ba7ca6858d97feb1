import type { ReactNode } from "react";
import { Navigate, useLocation } from "react-router";
import { paths } from "./paths";

/** The address that the comparison has in earlier dashboards leads to ours. */
export function CompareAlias(): ReactNode {
  const { search } = useLocation();
  return <Navigate to={{ pathname: paths.compare(), search }} replace />;
}
