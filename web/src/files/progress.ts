import { formatBytes } from "../format/bytes";
import type { CoreState } from "../hosts/host";

const STAGES: Readonly<Record<string, string>> = {
  runtime: "Loading Python",
  snapshot: "Loading Python",
  packages: "Loading packages",
  reading: "Reading the file",
};

/** What the core is at, in words: "Loading Python, 2.1 MB of 7.8 MB". */
export function describeProgress(core: CoreState): string {
  const stage = describeStage(core);
  if (core.status === "failed" || core.status === "dead") return stage;
  const { progress } = core;
  if (!progress?.total || progress.done >= progress.total) return `${stage}…`;
  return `${stage}, ${formatBytes(progress.done)} of ${formatBytes(progress.total)}`;
}

export function describeStage(core: CoreState): string {
  if (core.status === "failed" || core.status === "dead") return "Waits until Python runs again";
  return STAGES[core.progress?.stage ?? "reading"] ?? "Loading";
}
