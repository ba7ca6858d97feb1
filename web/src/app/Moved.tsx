import type { ReactNode } from "react";
import { Navigate, Outlet, useLocation } from "react-router";
import { currentAddress } from "./oldAddresses";

/** The page at this address; an address of earlier dashboards leads to the one of today. */
export function Moved(): ReactNode {
  const to = currentAddress(useLocation());
  return to === null ? <Outlet /> : <Navigate to={to} replace />;
}
