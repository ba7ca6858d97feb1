import { useState } from "react";
import type { QueryParams } from "../../api/client";
import { download } from "../../api/download";
import { useHost } from "../../hosts/context";

export const EXPORT_FORMATS = ["CSV", "JSON"] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export interface Export {
  /** What is being made just now. */
  readonly busy: ExportFormat | null;
  readonly error: unknown;
  readonly forgetError: () => void;
  /** `choice` says which trials, in the parameters of the API. */
  readonly run: (format: ExportFormat, choice: QueryParams) => Promise<void>;
}

/** Saves trials of a study as a file. */
export function useExport(studyId: number): Export {
  const host = useHost();
  const [busy, setBusy] = useState<ExportFormat | null>(null);
  const [error, setError] = useState<unknown>(null);
  const path = { CSV: `/csv/${studyId}`, JSON: `/api/studies/${studyId}/export` };
  const extent = { CSV: { columns: "all" }, JSON: {} };
  return {
    busy,
    error,
    forgetError: () => setError(null),
    run: async (format, choice) => {
      setBusy(format);
      setError(null);
      try {
        await download(host, path[format], { ...choice, ...extent[format] });
      } catch (reason) {
        setError(reason);
      } finally {
        setBusy(null);
      }
    },
  };
}
