import { useSearchParams } from "react-router";
import { type ComparedNumbers, readNumbers } from "./numbers";

export interface ComparedState extends ComparedNumbers {
  readonly differencesOnly: boolean;
  readonly compare: (numbers: readonly number[]) => void;
  readonly showDifferencesOnly: (only: boolean) => void;
}

/** What is compared, and how, kept in the address. */
export function useComparedNumbers(): ComparedState {
  const [search, setSearch] = useSearchParams();
  const put = (key: string, value: string) =>
    setSearch(
      (before) => {
        const after = new URLSearchParams(before);
        if (value) after.set(key, value);
        else after.delete(key);
        return after;
      },
      { replace: true, preventScrollReset: true, flushSync: true },
    );
  return {
    ...readNumbers(search.get("numbers")),
    differencesOnly: search.get("differences") === "only",
    compare: (numbers) => put("numbers", numbers.join(",")),
    showDifferencesOnly: (only) => put("differences", only ? "only" : ""),
  };
}
