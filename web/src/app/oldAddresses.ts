import { paths } from "./paths";

/** Pages of a study that earlier dashboards had, and where what they showed is now. */
const STUDY_PAGES: Readonly<Record<string, (studyId: number) => string>> = {
  analytics: paths.analysis,
  smartSelection: paths.analysis,
  trialTable: paths.trials,
  trialList: paths.trials,
  beta: paths.study,
  graph: paths.study,
  note: (studyId) => `${paths.study(studyId)}?part=note`,
  "preference-history": (studyId) => `${paths.analysis(studyId)}?figure=preference-history`,
};

const STATES = /^(?:running|complete|pruned|fail|waiting)$/i;

interface Address {
  readonly pathname: string;
  readonly search: string;
}

/** The address of today for one that earlier dashboards had; null if it is none of theirs. */
export function currentAddress({ pathname, search }: Address): string | null {
  const [place, id, page, ...rest] = pathname.split("/").filter(Boolean);
  const query = new URLSearchParams(search);
  if (place === undefined) return listOrder(query.get("studies_order_by"));
  if (place === "compare-studies" && id === undefined) return paths.compare() + search;
  if (id === undefined || !/^\d{1,15}$/.test(id)) return null;
  const studyId = Number(id);
  // That of the dashboard that ran in a browser alone, which had one page for a study.
  if (place === "study" && page === undefined) return paths.study(studyId);
  if (place !== "studies" || page === undefined) return null;
  if (page === "graph" || rest.length === 0) {
    if (page === "trials") return trials(studyId, query);
    return Object.hasOwn(STUDY_PAGES, page) ? (STUDY_PAGES[page]?.(studyId) ?? null) : null;
  }
  return null;
}

function listOrder(order: string | null): string | null {
  if (order !== "asc" && order !== "desc") return null;
  return `${paths.home()}?sort=${order === "desc" ? "-id" : "id"}`;
}

/** The trials that were chosen, or those that passed the switches above the list. */
function trials(studyId: number, query: URLSearchParams): string | null {
  const numbers = parts(query, "numbers", /^\d{1,15}$/).map(Number);
  const [first, second] = numbers;
  if (second !== undefined) return paths.compareTrials(studyId, numbers);
  if (first !== undefined) return paths.trial(studyId, first);
  const hidden = parts(query, "exclude", STATES).map((state) => state.toUpperCase());
  const conditions = [
    ...(query.get("best") === "true" ? ["best"] : []),
    ...(hidden.length > 0 ? [`state not in [${hidden.join(", ")}]`] : []),
  ];
  if (conditions.length === 0) return null;
  return `${paths.trials(studyId)}?${new URLSearchParams({ filter: conditions.join(" and ") })}`;
}

/** What a key lists, with commas between or one by one. */
function parts(query: URLSearchParams, key: string, form: RegExp): string[] {
  const texts = query.getAll(key).flatMap((text) => text.split(","));
  return [...new Set(texts.filter((text) => form.test(text)))];
}
