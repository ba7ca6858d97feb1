import type { Json } from "../../api/types";
import { exactJson } from "../../format/json";
import { delimiterOf, readDelimited } from "./delimited";

export interface Table {
  /** All of them, also where the rows have only the first. */
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Whether there are more rows. */
  readonly isCut: boolean;
}

/** The beginning of a file with one row in each line. */
interface Lines {
  readonly text: string;
  /** Whether the file goes on behind the text. */
  readonly isCut: boolean;
}

/** A file of delimited values, whose first row names the columns. */
export function delimitedTable({ text, isCut }: Lines, ending: string, most: number): Table {
  const delimiter = ending === "tsv" ? "\t" : delimiterOf(text);
  const [names = [], ...all] = whole(readDelimited(text, delimiter, most + 2), isCut);
  const rows = all.slice(0, most);
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), names.length);
  const columns = Array.from({ length: width }, (_, at) => names[at] ?? "");
  return { columns, rows, isCut: isCut || all.length > most };
}

/**
 * A file of JSON in each line: columns are the keys, in the order in which they come up. Rows
 * have cells for so many of them only: each line may have keys of its own.
 */
export function jsonTable({ text, isCut }: Lines, most: number, mostColumns: number): Table {
  const lines = whole(text.split("\n"), isCut).filter((line) => line.trim());
  const values = lines.slice(0, most).map((line, index) => parsed(line, index + 1));
  const columns = [...new Set(values.flatMap((value) => Object.keys(recordOf(value))))];
  const drawn = columns.slice(0, mostColumns);
  const rows = values.map((value) => {
    const record = recordOf(value);
    return drawn.map((key) => (Object.hasOwn(record, key) ? exactJson(record[key] ?? null) : ""));
  });
  return { columns, rows, isCut: isCut || lines.length > most };
}

/** Without the last one, which may go on behind the cut. */
function whole<T>(rows: readonly T[], isCut: boolean): readonly T[] {
  return isCut && rows.length > 1 ? rows.slice(0, -1) : rows;
}

/** What may be a number that is not safe: 2 ** 53 has 16 digits. */
const LONG = /(?<![.\d])\d{16}/;

/** Texts and numbers of JSON. */
const PART = /"(?:\\.|[^"\\])*"|-?\d[\d.eE+-]*/g;

function parsed(line: string, row: number): Json {
  try {
    const value = JSON.parse(line) as Json;
    return LONG.test(line) ? (JSON.parse(line.replace(PART, kept)) as Json) : value;
  } catch {
    throw new Error(`Row ${row} is not JSON.`);
  }
}

/**
 * As it is, or as a text where a number of JavaScript has no room for all digits of a whole one;
 * within a list or an object it is then shown in quotes.
 */
function kept(part: string): string {
  const isWhole = /^-?\d+$/.test(part);
  return isWhole && !Number.isSafeInteger(Number(part)) ? `"${part}"` : part;
}

function recordOf(value: Json): Readonly<Record<string, Json>> {
  const isRecord = typeof value === "object" && value !== null && !Array.isArray(value);
  return isRecord ? (value as Record<string, Json>) : { value };
}
