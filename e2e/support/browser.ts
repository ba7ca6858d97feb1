import { existsSync } from "node:fs";
import type { LaunchOptions } from "@playwright/test";

/**
 * The menu of the address bar is a page of its own, in every window, that nobody sees here: a
 * sixth of what the browser computes. The others are those that Playwright turns off; what is
 * said last holds alone.
 */
const NOT_WANTED = [
  "WebUIOmniboxPopup",
  "WebUIOmniboxAimPopup",
  "AvoidUnnecessaryBeforeUnloadCheckSync",
  "DestroyProfileOnBrowserClose",
  "HttpsUpgrades",
  "HttpsFirstBalancedModeAutoEnable",
  "LensOverlay",
  "MediaRouter",
  "PaintHolding",
  "ThirdPartyStoragePartitioning",
  "AvoidCorsURLLoaderRestartOnRedirect",
  "OptimizationHints",
  "NetworkTimeServiceQuerying",
  "AimEnabled",
  "PreconnectToSearch",
];

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
      `--disable-features=${NOT_WANTED.join()}`,
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
