import type { ReactNode } from "react";

/** Trials as dots, the best one found by going down: what the product shows, in small. */
export function Logo(): ReactNode {
  return (
    <svg width="22" height="22" viewBox="0 0 22 22" aria-hidden="true">
      <rect width="22" height="22" rx="5" fill="var(--mui-palette-primary-main)" />
      <g fill="var(--mui-palette-primary-contrastText)">
        <circle cx="5" cy="6" r="1.6" opacity="0.65" />
        <circle cx="9.2" cy="9.6" r="1.6" opacity="0.8" />
        <circle cx="12.6" cy="6.8" r="1.6" opacity="0.65" />
        <circle cx="16.2" cy="15.4" r="2.4" />
      </g>
    </svg>
  );
}
