/** Whether to start Python from the memory snapshot or plainly. */
import type { Link } from "./protocol";

/**
 * The snapshot starts in a third of the time but is 6 MB more to download. Measured, the two
 * are even at 13 to 23 Mbit/s; below that a first visit is quicker without it.
 */
const WORTHWHILE = 20;

/** Below this a download says more of the latency than of the bandwidth. */
const MEASURABLE_BYTES = 50_000;

export function chooseBoot(link: Link, snapshotIsCached: boolean): "snapshot" | "plain" {
  if (link.local || snapshotIsCached) return "snapshot";
  if (link.saveData || link.megabitsPerSecond === undefined) return "plain";
  return link.megabitsPerSecond >= WORTHWHILE ? "snapshot" : "plain";
}

/** A snapshot that was not used is fetched for the next visit, unless bytes are dear. */
export function keepsSnapshot(link: Link): boolean {
  return !link.local && !link.saveData;
}

/** Whether files at this address lie on this machine. */
export function isLocal(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  if (protocol !== "http:" && protocol !== "https:") return true;
  return /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
}

export interface Download {
  /** 0 when it came from a cache. */
  readonly transferSize: number;
  readonly requestStart: number;
  readonly responseEnd: number;
}

/** Megabits per second of the best download so far: those in parallel slow each other. */
export function measureLink(downloads: readonly Download[]): number | undefined {
  const rates = downloads
    .filter((one) => one.transferSize >= MEASURABLE_BYTES && one.responseEnd > one.requestStart)
    .map((one) => (one.transferSize * 8) / (one.responseEnd - one.requestStart) / 1000);
  return rates.length > 0 ? Math.max(...rates) : undefined;
}

/** What this page knows of the way to `base`. */
export function inspectLink(base: string): Link {
  const connection: unknown = Reflect.get(navigator, "connection");
  const saveData =
    typeof connection === "object" && connection !== null && "saveData" in connection;
  const rate = measureLink(
    performance
      .getEntriesByType("resource")
      .filter((one) => one instanceof PerformanceResourceTiming),
  );
  return {
    local: isLocal(base),
    saveData: saveData && connection.saveData === true,
    ...(rate === undefined ? {} : { megabitsPerSecond: rate }),
  };
}
