import { errorOf } from "../api/client";
import { attachmentName } from "../api/download";
import type { Host } from "../hosts/host";

/** Where the core leaves room for what the build of the pages adds. */
export const PARTS = "<!-- parts -->";

/** A study as one HTML file that opens anywhere. */
export async function makeReport(host: Host, studyId: number, parts: URL): Promise<File> {
  const [answer, built] = await Promise.all([
    host.fetch(`/api/studies/${studyId}/report`),
    fetch(parts),
  ]);
  if (!answer.ok) throw await errorOf(answer);
  if (!built.ok) throw new Error(`A part of the pages is missing: ${built.status} for ${parts}`);
  const [document, head] = await Promise.all([answer.text(), built.text()]);
  const name = attachmentName(answer.headers.get("Content-Disposition") ?? "");
  return new File([document.replace(PARTS, () => head)], name, { type: "text/html" });
}
