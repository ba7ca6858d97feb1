import type { SiteHost } from "./siteHost";

/** Milliseconds between two looks at the open files. */
const REST = 1500;
/** Reading takes at most about a fifth of the time. */
const SHARE = 5;

/**
 * Shows what an optimization adds to the open files, where the browser can look at a file again
 * (by a handle: Chromium).
 */
export function followFiles(host: Pick<SiteHost, "changed" | "open">): void {
  const look = async () => {
    const began = performance.now();
    try {
      const changed = document.visibilityState === "visible" ? await host.changed() : [];
      if (changed.length > 0) await host.open(changed);
    } finally {
      setTimeout(look, Math.max(REST, SHARE * (performance.now() - began)));
    }
  };
  setTimeout(look, REST);
}
