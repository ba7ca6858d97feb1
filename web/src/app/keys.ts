const IS_MAC = /mac|iphone|ipad/i.test(navigator.platform);

export const JUMP_KEYS = IS_MAC ? "⌘K" : "Ctrl K";
