import type { ReactNode } from "react";
import { ErrorCard } from "../../components/ErrorCard";
import { RowSkeletons } from "../../components/Skeletons";

export function ViewError({ error }: { readonly error: Error }): ReactNode {
  return <ErrorCard title="The file could not be read" error={error} />;
}

export function Waiting(): ReactNode {
  return <RowSkeletons count={8} height={24} />;
}
