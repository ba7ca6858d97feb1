import type { Host } from "./host";

/**
 * Has the browser keep the site for use without a network. Only once Python runs: until then
 * every byte of the line belongs to what the visitor waits for.
 */
export function keepForOffline(host: Host): void {
  if (!("serviceWorker" in navigator)) return;
  const stop = host.subscribe(() => {
    if (host.state().core.status !== "ready") return;
    stop();
    // Private windows and insecure addresses refuse; the site works there all the same.
    navigator.serviceWorker.register(new URL("sw.js", document.baseURI)).catch(() => undefined);
  });
}
