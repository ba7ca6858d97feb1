import { WorkerHost } from "../../../wasm/client";
import { followFiles } from "./follow";
import type { Host } from "./host";
import { keepForOffline } from "./offline";
import { SiteHost } from "./siteHost";

/** Starts Python at once, so that it is ready by the time a file is chosen. */
export function createHost(): Host {
  const host = new SiteHost(
    new WorkerHost({
      createWorker: () =>
        new Worker(new URL("../../../wasm/boot.ts", import.meta.url), { type: "module" }),
      base: new URL("runtime/", document.baseURI).href,
    }),
  );
  followFiles(host);
  if (import.meta.env.PROD) keepForOffline(host);
  return host;
}
