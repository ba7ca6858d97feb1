import { useLocation } from "react-router";

type Page = "study" | "analysis" | "judge" | "trials" | "compare-trials" | "artifacts" | "compare";

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
  const found =
    /^\/studies\/(\d+)(?:\/(analysis|judge|trials(?:\/(\d+|compare|artifacts))?))?\/?$/.exec(path);
  if (!found?.[1]) {
    return { studyId: null, page: /^\/compare\/?$/.test(path) ? "compare" : null, trial: null };
  }
  const [, study, page = "study", part] = found;
  const studyId = Number(study);
  if (part === "compare") return { studyId, page: "compare-trials", trial: null };
  if (part === "artifacts") return { studyId, page: "artifacts", trial: null };
  if (part) return { studyId, page: "trials", trial: Number(part) };
  return { studyId, page: page as Page, trial: null };
}
