const platform = globalThis.navigator?.platform ?? "";

export const JUMP_KEYS = /mac|iphone|ipad/i.test(platform) ? "⌘K" : "Ctrl K";
