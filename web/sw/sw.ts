/**
 * Makes the site work offline after the first visit.
 *
 * What has its content's hash in its address never changes: it is answered from the cache.
 * Everything else (the page itself, the manifest of the runtime) is asked of the network
 * first, so that a new release is seen at once, and comes from the cache when there is none.
 */
/** Filled in by the build: addresses relative to the scope, and a hash over all of them. */
declare const __FILES__: readonly string[];
declare const __RELEASE__: string;

// The file is a script, not a module, and scripts see `self` as any kind of worker.
const worker = self as unknown as ServiceWorkerGlobalScope;

// Several copies of the site may share an origin: each keeps to caches of its own scope.
const OURS = `optuna-dashboard ${worker.registration.scope} `;
const CACHE = OURS + __RELEASE__;

worker.addEventListener("install", (event) => event.waitUntil(fill()));
worker.addEventListener("activate", (event) => event.waitUntil(dropOldCaches()));
worker.addEventListener("fetch", (event) => {
  const { method, url } = event.request;
  if (method !== "GET" || !url.startsWith(worker.registration.scope) || isSnapshot(url)) return;
  event.respondWith(hasHash(url) ? cacheFirst(event.request) : networkFirst(event.request));
});

/** Too large to pass through here at every start; Python's worker keeps it by itself. */
function isSnapshot(url: string): boolean {
  return new URL(url).pathname.includes("/runtime/snapshot.");
}

function hasHash(url: string): boolean {
  const { pathname, searchParams } = new URL(url);
  return searchParams.has("v") || pathname.includes("/assets/");
}

async function fill(): Promise<void> {
  const cache = await caches.open(CACHE);
  await Promise.all(
    __FILES__.map((file) => put(cache, new URL(file, worker.registration.scope).href)),
  );
}

async function put(cache: Cache, url: string): Promise<void> {
  // A hashed file of the release before is the same file.
  const known = hasHash(url) ? await caches.match(url) : undefined;
  const response = known ?? (await fetch(url, { cache: hasHash(url) ? "default" : "no-cache" }));
  if (!response.ok) throw new Error(`${response.status} for ${url}`);
  await cache.put(url, response);
}

async function dropOldCaches(): Promise<void> {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(OURS) && name !== CACHE);
  await Promise.all(old.map((name) => caches.delete(name)));
}

async function cacheFirst(request: Request): Promise<Response> {
  const known = await caches.match(request);
  if (known) return known;
  const response = await fetch(request);
  if (response.ok) {
    // A page does not wait for this, and a full disk is no reason to fail.
    const copy = response.clone();
    caches
      .open(CACHE)
      .then((cache) => cache.put(request, copy))
      .catch(() => undefined);
  }
  return response;
}

async function networkFirst(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch (error) {
    const cache = await caches.open(CACHE);
    const page =
      request.mode === "navigate" ? await cache.match(worker.registration.scope) : undefined;
    const known = page ?? (await cache.match(request, { ignoreSearch: true }));
    if (known) return known;
    throw error;
  }
}
