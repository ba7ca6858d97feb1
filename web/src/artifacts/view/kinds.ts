import type { Artifact } from "../../api/types";

/** How the content of a file can be shown; `unknown` may turn out to be text. */
export type Kind =
  | "picture"
  | "video"
  | "audio"
  | "pdf"
  | "model"
  | "table"
  | "json"
  | "text"
  | "compressed"
  | "unknown";

/** Pictures that cannot hold a script. */
const PICTURES: ReadonlySet<string> = new Set(
  ["apng", "avif", "bmp", "gif", "jpeg", "png", "webp"].map((name) => `image/${name}`),
);

/** Of these, systems have no type, a strange one, or one each. */
const BY_ENDING: Readonly<Record<string, Kind>> = {
  stl: "model",
  obj: "model",
  csv: "table",
  tsv: "table",
  jsonl: "table",
  ndjson: "table",
  pdf: "pdf",
};

const BY_TYPE: readonly (readonly [RegExp, Kind])[] = [
  [/^video\//, "video"],
  [/^audio\//, "audio"],
  [/^application\/pdf$/, "pdf"],
  [/^model\/(?:stl|obj|x\.stl-(?:ascii|binary))$/, "model"],
  [/^text\/(?:csv|tab-separated-values)$/, "table"],
  [/^application\/(?:jsonl|x-jsonlines|x-ndjson)$/, "table"],
  [/^application\/json$|\+json$/, "json"],
  // HTML and drawings in SVG, too: what could run is read as text.
  [/^text\/|\/xml$|\+xml$|^application\/(?:javascript|toml|yaml|x-yaml|x-sh)$/, "text"],
];

export function kindOf({ filename, mimetype, encoding }: Artifact): Kind {
  if (encoding) return "compressed";
  const type = mimetype.toLowerCase();
  if (PICTURES.has(type)) return "picture";
  const byEnding = BY_ENDING[endingOf(filename)];
  return byEnding ?? BY_TYPE.find(([pattern]) => pattern.test(type))?.[1] ?? "unknown";
}

/** What stands behind the last dot, in small letters: "csv". */
export function endingOf(filename: string): string {
  return /\.([^.]+)$/.exec(filename)?.[1]?.toLowerCase() ?? "";
}
