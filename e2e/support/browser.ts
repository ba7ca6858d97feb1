import { existsSync } from "node:fs";
import type { LaunchOptions } from "@playwright/test";

/** Debian's browser, for Playwright's own needs a download, without any traffic of its own. */
export function launchOptions(): LaunchOptions {
  return {
    executablePath: chromium(),
    args: [
      "--no-sandbox",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      // Pages are put together as on any machine without a graphics card: by the CPU at once,
      // not by a graphics card that the CPU plays.
      "--disable-gpu-compositing",
      // Plotly draws large figures with WebGL; there the CPU does play one.
      "--use-gl=angle",
      "--use-angle=swiftshader",
      "--enable-unsafe-swiftshader",
    ],
  };
}

function chromium(): string {
  const path = process.env.CHROMIUM ?? "/usr/bin/chromium";
  if (!existsSync(path)) throw new Error(`No Chromium at ${path}: set CHROMIUM to where it is.`);
  return path;
}
