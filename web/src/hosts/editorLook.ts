import type { Scheme } from "../theme/colors";
import type { Look } from "../theme/look";
import type { Appearance } from "./host";

type Read = (name: string) => string;

/** The look of VS Code's theme, which it tells a webview in CSS variables and in a class. */
export class EditorLook implements Appearance {
  private current = readLook();
  private readonly listeners = new Set<() => void>();

  constructor() {
    const observer = new MutationObserver(() => this.read());
    observer.observe(document.documentElement, { attributeFilter: ["style"] });
    observer.observe(document.body, { attributeFilter: ["class"] });
  }

  look = (): Look => this.current;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** The page, too, writes attributes that are observed. */
  private read(): void {
    const look = readLook();
    if (JSON.stringify(look) === JSON.stringify(this.current)) return;
    this.current = look;
    for (const listener of this.listeners) listener();
  }
}

function readLook(): Look {
  const style = getComputedStyle(document.documentElement);
  const isLight = /\bvscode-(high-contrast-)?light\b/.test(document.body.className);
  return lookOf((name) => style.getPropertyValue(`--vscode-${name}`), isLight ? "light" : "dark");
}

/** The look that the variables of a theme make; a theme may leave any of them out. */
export function lookOf(read: Read, scheme: Scheme): Look {
  const [white, black] = scheme === "light" ? ["#ffffff", "#1f1f1f"] : ["#1f1f1f", "#ffffff"];
  const page = opaque(read("editor-background"), white) ?? white;
  const first = (...names: string[]) => {
    for (const name of names) {
      const color = opaque(read(name), page);
      if (color) return color;
    }
    return undefined;
  };
  const ink = first("foreground", "editor-foreground") ?? black;
  return {
    scheme,
    surfaces: {
      page,
      raised: first("editorWidget-background") ?? page,
      sunken: first("sideBar-background") ?? page,
      // High contrast themes, and only these, have a colour for every border.
      line: first("contrastBorder", "widget-border", "panel-border") ?? mixed(ink, page, 0.2),
      grid: mixed(ink, page, 0.15),
      ink,
      muted: first("descriptionForeground") ?? mixed(ink, page, 0.7),
      faint: mixed(ink, page, 0.25),
    },
    accent: first("textLink-foreground") ?? ink,
    focus: first("focusBorder") ?? ink,
    font: read("font-family") || "system-ui, sans-serif",
    mono: read("editor-font-family") || "monospace",
    fontSize: Number.parseFloat(read("font-size")) || 13,
  };
}

type Rgb = readonly [number, number, number];

/** A colour as it looks on another one; undefined if it is none that VS Code writes. */
function opaque(color: string, under: string): string | undefined {
  const text = color.trim();
  if (/^#[\da-f]{6}$/i.test(text)) return text.toLowerCase();
  const [red, green, blue, alpha = 1] = (/^rgba?\((.+)\)$/.exec(text)?.[1] ?? "")
    .split(",")
    .map(Number);
  if (red === undefined || green === undefined || blue === undefined || Number.isNaN(blue)) {
    return undefined;
  }
  return mixed(hex([red, green, blue]), under, alpha);
}

/** `share` of one colour, and the rest of another. */
function mixed(color: string, other: string, share: number): string {
  const [one, two] = [rgb(color), rgb(other)];
  const mix = (at: 0 | 1 | 2) => one[at] * share + two[at] * (1 - share);
  return hex([mix(0), mix(1), mix(2)]);
}

function rgb(color: string): Rgb {
  const part = (at: number) => Number.parseInt(color.slice(at, at + 2), 16);
  return [part(1), part(3), part(5)];
}

function hex(color: Rgb): string {
  return `#${color.map((part) => Math.round(part).toString(16).padStart(2, "0")).join("")}`;
}
