import Skeleton from "@mui/material/Skeleton";
import type { ReactNode } from "react";

/** The place of the header while the study's name is not known yet. */
export function HeaderSkeleton(): ReactNode {
  return (
    <div role="status" aria-label="Loading">
      <Skeleton width="min(320px, 60%)" height={40} />
      <Skeleton width={120} height={24} sx={{ mb: 1.5 }} />
      <Skeleton variant="rounded" height={8} />
    </div>
  );
}
