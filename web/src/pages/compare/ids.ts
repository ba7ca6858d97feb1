import { useMemo } from "react";
import { useNavigate, useSearchParams } from "react-router";
import { parseIds } from "../StudyList/chosen";

export interface ComparedIds {
  readonly ids: readonly number[];
  set(ids: readonly number[]): void;
}

/** The studies that the address compares, `?ids=1,2`, in this order. */
export function useComparedIds(): ComparedIds {
  const [params] = useSearchParams();
  const navigate = useNavigate();
  return {
    ids: parseIds(params.get("ids")),
    set: (ids) =>
      void navigate({ search: withIds(params, ids) }, { replace: true, preventScrollReset: true }),
  };
}

export interface HiddenStudies {
  readonly hidden: ReadonlySet<number>;
  set(hidden: readonly number[]): void;
}

/** The studies that figures leave out for now, `?hide=2`. */
export function useHiddenStudies(): HiddenStudies {
  const [params, setParams] = useSearchParams();
  const text = params.get("hide");
  return {
    // Equal sets are one, or every figure would be drawn anew.
    hidden: useMemo(() => new Set(parseIds(text)), [text]),
    set: (hidden) =>
      setParams(
        (before) => {
          const after = new URLSearchParams(before);
          if (hidden.length > 0) after.set("hide", hidden.join(","));
          else after.delete("hide");
          return after;
        },
        { replace: true, preventScrollReset: true },
      ),
  };
}

/** The same search with these ids, whose commas stay legible. */
export function withIds(params: URLSearchParams, ids: readonly number[]): string {
  const others = new URLSearchParams(params);
  others.delete("ids");
  const parts = [ids.length > 0 ? `ids=${ids.join(",")}` : "", others.toString()];
  return parts.filter(Boolean).join("&");
}
