/** Python packages that a request turned out to need, out of the runtime folder. */
import type { PyodideAPI } from "pyodide";
import type { AssetStore } from "./assets";
import type { Answer } from "./python-host";
import { serveFetch } from "./runtime";

const UNAVAILABLE = 503;

/** Named by an answer that could not be given without them; `errors.py` writes it. */
export function missingPackages({ status, body }: Answer): readonly string[] {
  if (status !== UNAVAILABLE) return [];
  const { packages }: { packages?: string[] } = JSON.parse(new TextDecoder().decode(body));
  return packages ?? [];
}

/** The answer when they could not be loaded either. */
export function unavailable(packages: readonly string[], cause: string): Answer {
  const reason = `This needs ${packages.join(", ")}, which could not be loaded: ${cause}`;
  const body = new TextEncoder().encode(JSON.stringify({ reason, packages })).buffer;
  return { status: UNAVAILABLE, headers: [["content-type", "application/json"]], body };
}

export class Packages {
  /** One load at a time: each has a progress of its own. */
  private last: Promise<void> = Promise.resolve();

  constructor(
    private readonly pyodide: PyodideAPI,
    private readonly makeStore: () => AssetStore,
  ) {}

  /** Those that are not there, and not in vain asked for again. */
  lacking(names: readonly string[]): readonly string[] {
    return names.filter((name) => !(name in this.pyodide.loadedPackages));
  }

  /** Loads packages and what they need; rejects with the first reason why it cannot. */
  load(names: readonly string[]): Promise<void> {
    const load = this.last.then(() => this.loadNow(names));
    this.last = load.catch(() => undefined);
    return load;
  }

  private async loadNow(names: readonly string[]): Promise<void> {
    const lacking = this.lacking(names);
    if (lacking.length === 0) return;
    const store = this.makeStore();
    serveFetch(store);
    const problems: string[] = [];
    const callbacks = {
      messageCallback: () => undefined,
      // Pyodide tells of failures here, and resolves as if there were none.
      errorCallback: (message: string) => problems.push(message),
    };
    await Promise.race([this.pyodide.loadPackage([...lacking], callbacks), store.failed]);
    const [still] = this.lacking(lacking);
    if (still) throw new Error(problems[0] ?? `${still} did not load.`);
  }
}
