import { useState } from "react";
import { useHost } from "../../hosts/context";

const NAME = "sample.db";

interface Sample {
  readonly loading: boolean;
  readonly error: string | null;
  open(): void;
}

/** Opens the sample that lies beside the page, like any file the user brings. */
export function useSample(): Sample {
  const host = useHost();
  const [loading, setLoading] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const open = async () => {
    setLoading(true);
    setError(null);
    try {
      void host.open([{ file: await download() }]);
    } catch (problem) {
      setError(problem instanceof Error ? problem.message : String(problem));
    } finally {
      setLoading(false);
    }
  };
  return { loading, error, open: () => void open() };
}

async function download(): Promise<File> {
  const response = await fetch(new URL(NAME, document.baseURI));
  if (!response.ok) throw new Error(`the server answered ${response.status}`);
  // Without a time of its own every download would be another file.
  return new File([await response.blob()], NAME, { lastModified: 0 });
}
