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
const BY_ENDING: readonly (readonly [RegExp, Kind])[] = [
  [/^(?:stl|obj)$/, "model"],
  [/^(?:csv|tsv|jsonl|ndjson)$/, "table"],
  [/^pdf$/, "pdf"],
];

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

/** For the types that are too young for the system that stored the file. */
const UNTYPED: readonly (readonly [RegExp, Kind])[] = [
  [/^(?:png|jpe?g|gif|bmp|webp|avif)$/, "picture"],
  [/^(?:mp4|webm|mkv|mov|ogv)$/, "video"],
  [/^(?:wav|mp3|ogg|flac|m4a|opus)$/, "audio"],
  [/^json$/, "json"],
];

export function kindOf({ filename, mimetype, encoding }: Artifact): Kind {
  if (encoding) return "compressed";
  const type = mimetype.toLowerCase();
  if (PICTURES.has(type)) return "picture";
  const ending = endingOf(filename);
  return first(BY_ENDING, ending) ?? first(BY_TYPE, type) ?? first(UNTYPED, ending) ?? "unknown";
}

function first(rules: readonly (readonly [RegExp, Kind])[], text: string): Kind | undefined {
  return rules.find(([pattern]) => pattern.test(text))?.[1];
}

/** What stands behind the last dot, in small letters: "csv". */
export function endingOf(filename: string): string {
  return /\.([^.]+)$/.exec(filename)?.[1]?.toLowerCase() ?? "";
}
