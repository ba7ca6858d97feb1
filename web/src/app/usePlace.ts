import { useLocation } from "react-router";

export interface Place {
  readonly studyId: number | null;
  readonly page: "study" | "analysis" | "trials" | null;
  readonly trial: number | null;
}

/** Which study, page and trial the address names. */
export function usePlace(): Place {
  return parsePlace(useLocation().pathname);
}

export function parsePlace(path: string): Place {
  const found = /^\/studies\/(\d+)(?:\/(analysis|trials(?:\/(\d+))?))?\/?$/.exec(path);
  if (!found?.[1]) return { studyId: null, page: null, trial: null };
  return {
    studyId: Number(found[1]),
    page: !found[2] ? "study" : found[2] === "analysis" ? "analysis" : "trials",
    trial: found[3] === undefined ? null : Number(found[3]),
  };
}
