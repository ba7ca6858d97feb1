import { useCallback } from "react";
import { useNavigate } from "react-router";
import { paths } from "../app/paths";
import { usePlace } from "../app/usePlace";
import { useHost } from "../hosts/context";
import type { Host } from "../hosts/host";
import type { Chosen } from "./chosen";
import { bundleHandles } from "./recent";
import { remember } from "./recentStore";

/**
 * Opens files and shows where they appear: the list of studies. While nothing is open yet,
 * the address stays, for it may name a page of the very file that is being opened; and so does
 * a comparison, which may lack studies of it.
 */
export function useOpenFiles(): (chosen: readonly Chosen[]) => void {
  const host = useHost();
  const navigate = useNavigate();
  const isComparing = usePlace().page === "compare";
  return useCallback(
    (chosen) => {
      if (chosen.length === 0) return;
      const isFirst = !openNames(host).size;
      void openAndRemember(host, chosen);
      if (!isFirst && !isComparing) void navigate(paths.home());
    },
    [host, navigate, isComparing],
  );
}

async function openAndRemember(host: Host, chosen: readonly Chosen[]): Promise<void> {
  await host.open(chosen);
  const open = openNames(host);
  const handles = chosen.flatMap(({ handle }) => handle ?? []);
  await remember(bundleHandles(handles).filter(({ name }) => open.has(name)));
}

function openNames(host: Host): Set<string> {
  const open = host.state().files.filter(({ fate }) => fate.status === "open");
  return new Set(open.map(({ name }) => name));
}
