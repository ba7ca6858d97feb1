import type { ReactNode } from "react";
import { ErrorCard } from "../../components/ErrorCard";
import type { Export } from "./useExport";

export function ExportError({ error, forgetError }: Export): ReactNode {
  if (error === null) return null;
  return (
    <ErrorCard
      title="The file could not be made"
      error={error}
      action={{ label: "Close", run: forgetError }}
    />
  );
}
