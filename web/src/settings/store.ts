import { DEFAULTS, parseSettings, type Settings } from "./settings";

/** Where the browser keeps them; other sites of the same origin have names of their own. */
export const STORAGE_KEY = "optuna-dashboard.settings";

/** The settings of this browser, the same in all of its tabs. */
export class SettingsStore {
  private settings: Settings = DEFAULTS;
  private kept = true;
  private readonly listeners = new Set<() => void>();

  /** @param scope the window, or nothing where there is none: nothing is remembered then */
  constructor(private readonly scope?: Window) {
    this.read();
    scope?.addEventListener("storage", ({ key }) => {
      // Without a key, everything was cleared.
      if (key === STORAGE_KEY || key === null) this.read();
    });
  }

  /** The settings now; another object only after a change. */
  get = (): Settings => this.settings;

  /** Whether the latest change will be there after a reload: some browsers refuse to keep it. */
  isKept = (): boolean => this.kept;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  change(change: Partial<Settings>): void {
    this.settings = { ...this.settings, ...change };
    try {
      this.scope?.localStorage.setItem(STORAGE_KEY, JSON.stringify(this.settings));
      this.kept = true;
    } catch {
      this.kept = false;
    }
    this.tell();
  }

  private read(): void {
    try {
      this.settings = parseSettings(this.scope?.localStorage.getItem(STORAGE_KEY) ?? null);
    } catch {
      this.kept = false;
    }
    this.tell();
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}

export const settingsStore = new SettingsStore(globalThis.window);
