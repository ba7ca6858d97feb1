import { useLocation } from "react-router";

type Page = "study" | "analysis" | "judge" | "trials" | "compare-trials" | "compare";

export interface Place {
  readonly studyId: number | null;
  readonly page: Page | null;
  readonly trial: number | null;
}

/** Which study, page and trial the address names. */
export function usePlace(): Place {
  return parsePlace(useLocation().pathname);
}

export function parsePlace(path: string): Place {
  const found = /^\/studies\/(\d+)(?:\/(analysis|judge|trials(?:\/(\d+|compare))?))?\/?$/.exec(
    path,
  );
  if (!found?.[1]) {
    return { studyId: null, page: /^\/compare\/?$/.test(path) ? "compare" : null, trial: null };
  }
  const [, study, page = "study", part] = found;
  return {
    studyId: Number(study),
    page: part === "compare" ? "compare-trials" : part ? "trials" : (page as Page),
    trial: part && part !== "compare" ? Number(part) : null,
  };
}
