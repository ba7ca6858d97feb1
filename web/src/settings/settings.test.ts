// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from "vitest";
import { DEFAULTS, parseSettings, type Settings } from "./settings";
import { SettingsStore, STORAGE_KEY } from "./store";

const CHOSEN: Settings = {
  template: "paper",
  numbers: "full",
  digits: 10,
  zone: "utc",
  rail: "signs",
};

beforeEach(() => localStorage.clear());

describe("remembered settings", () => {
  it("come back as they were", () => {
    expect(parseSettings(JSON.stringify(CHOSEN))).toEqual(CHOSEN);
  });

  it.each([
    null,
    "",
    "{",
    "null",
    "7",
    '"paper"',
    "[]",
    '{"template":"toString","numbers":{},"digits":"6","zone":null}',
    '{"template":["paper"],"digits":1e9}',
    '{"__proto__":{"zone":"utc"}}',
  ])("are the first ones if they are %s", (text) => {
    expect(parseSettings(text)).toEqual(DEFAULTS);
  });

  it("are kept as far as they can be read", () => {
    const text = '{"template":"of a later release","zone":"utc","digits":3}';
    expect(parseSettings(text)).toEqual({ ...DEFAULTS, zone: "utc", digits: 3 });
  });
});

describe("the settings of a browser", () => {
  it("are there for the next page", () => {
    new SettingsStore(window).change({ zone: "written" });
    new SettingsStore(window).change({ digits: 3 });
    expect(new SettingsStore(window).get()).toEqual({ ...DEFAULTS, zone: "written", digits: 3 });
  });

  it("are told to all who listen, as a new object", () => {
    const store = new SettingsStore(window);
    const before = store.get();
    const listener = vi.fn();
    const stop = store.subscribe(listener);
    store.change({ numbers: "full" });
    expect(listener).toHaveBeenCalledTimes(1);
    expect(store.get()).not.toBe(before);
    expect(store.get()).toBe(store.get());
    stop();
    store.change({ numbers: "short" });
    expect(listener).toHaveBeenCalledTimes(1);
  });

  it("follow another tab", () => {
    const store = new SettingsStore(window);
    const elsewhere = (key: string | null) =>
      window.dispatchEvent(new StorageEvent("storage", { key }));
    localStorage.setItem(STORAGE_KEY, JSON.stringify(CHOSEN));
    elsewhere("another");
    expect(store.get()).toEqual(DEFAULTS);
    elsewhere(STORAGE_KEY);
    expect(store.get()).toEqual(CHOSEN);
    localStorage.clear();
    elsewhere(null);
    expect(store.get()).toEqual(DEFAULTS);
  });

  it("hold for this page where the browser keeps nothing", () => {
    const refused = () => {
      throw new DOMException("The operation is insecure.", "SecurityError");
    };
    const scope = { addEventListener: () => undefined } as unknown as Window;
    Object.defineProperty(scope, "localStorage", { get: refused });
    const store = new SettingsStore(scope);
    expect(store.isKept()).toBe(false);
    store.change({ zone: "utc" });
    expect(store.get().zone).toBe("utc");
    expect(store.isKept()).toBe(false);
  });
});
