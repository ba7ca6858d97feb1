import type { StudyOverview } from "../../api/types";
import { AS_IT_COMES, type ColumnLayout } from "./layout";

const KEY = "trial-columns";
/** Layouts of more studies are forgotten, those of long ago first. */
const MOST = 100;

type Layouts = Readonly<Record<string, unknown>>;

/**
 * What a study is called from one visit to the next: ids depend on which files were opened
 * in which order.
 */
export function studyKey({
  source_label,
  study_name,
}: Pick<StudyOverview, "source_label" | "study_name">): string {
  return JSON.stringify([source_label, study_name]);
}

/** How the columns of a study were left in this browser. */
export function readLayout(study: string): ColumnLayout {
  const { order, hidden, pinned, widths } = asRecord(readAll()[study]);
  return {
    order: texts(order),
    hidden: texts(hidden),
    pinned: texts(pinned),
    widths: numbers(widths),
  };
}

export function writeLayout(study: string, layout: ColumnLayout): void {
  const { [study]: _, ...others } = readAll();
  const isDefault = JSON.stringify(layout) === JSON.stringify(AS_IT_COMES);
  const all = Object.entries(isDefault ? others : { ...others, [study]: layout });
  try {
    localStorage.setItem(KEY, JSON.stringify(Object.fromEntries(all.slice(-MOST))));
  } catch {
    // Without storage, or with a full one, the layout lasts as long as the page.
  }
}

function readAll(): Layouts {
  try {
    return asRecord(JSON.parse(localStorage.getItem(KEY) ?? "{}"));
  } catch {
    return {};
  }
}

function asRecord(value: unknown): Layouts {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}

function numbers(value: unknown): Record<string, number> {
  const entries = Object.entries(asRecord(value));
  return Object.fromEntries(entries.filter(([, item]) => Number.isFinite(item))) as Record<
    string,
    number
  >;
}
