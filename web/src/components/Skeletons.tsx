import Skeleton from "@mui/material/Skeleton";
import Stack from "@mui/material/Stack";
import type { ReactNode } from "react";

/** Lines of the height of the rows that will replace them. */
export function RowSkeletons({
  count = 6,
  height = 56,
}: {
  readonly count?: number;
  readonly height?: number;
}): ReactNode {
  return (
    <Stack spacing={1} role="status" aria-label="Loading">
      {Array.from({ length: count }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are all alike
        <Skeleton key={row} variant="rounded" height={height} />
      ))}
    </Stack>
  );
}

/** A block of the size of the figure or card that will replace it. */
export function BlockSkeleton({ height }: { readonly height: number }): ReactNode {
  return <Skeleton role="status" aria-label="Loading" variant="rounded" height={height} />;
}
