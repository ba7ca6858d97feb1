import { useEffect } from "react";

/** Names the browser's tab: the page first, for narrow tabs. */
export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = title ? `${title} · Optuna Dashboard` : "Optuna Dashboard";
  }, [title]);
}
