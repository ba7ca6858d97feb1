import Skeleton from "@mui/material/Skeleton";
import type { ReactNode } from "react";
import { BlockSkeleton } from "../../components/Skeletons";
import { Columns } from "./pageStyles";

/** The overview's layout while the study is read. */
export function OverviewSkeleton(): ReactNode {
  return (
    <>
      <div>
        <Skeleton width="min(320px, 60%)" height={40} />
        <Skeleton width={120} height={24} sx={{ mb: 1.5 }} />
        <Skeleton variant="rounded" height={8} />
      </div>
      <Columns>
        <BlockSkeleton height={208} />
        <BlockSkeleton height={208} />
      </Columns>
      <BlockSkeleton height={520} />
    </>
  );
}
