import { useCallback } from "react";
import { useNavigate } from "react-router";
import { paths } from "../app/paths";
import { useHost } from "../hosts/context";

/**
 * Opens files and shows where they appear: the list of studies. While nothing is open yet,
 * the address stays, for it may name a page of the very file that is being opened.
 */
export function useOpenFiles(): (files: readonly File[]) => void {
  const host = useHost();
  const navigate = useNavigate();
  return useCallback(
    (files) => {
      if (files.length === 0) return;
      const isFirst = !host.state().files.some(({ fate }) => fate.status === "open");
      void host.open(files);
      if (!isFirst) void navigate(paths.home());
    },
    [host, navigate],
  );
}
