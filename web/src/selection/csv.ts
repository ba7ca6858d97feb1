import { errorOf, queryString } from "../api/client";
import type { Host } from "../hosts/host";

/** Saves the trials that a filter selects as a CSV file, under the name that the core gives it. */
export async function saveCsv(host: Host, studyId: number, filter: string): Promise<void> {
  const response = await host.fetch(`/csv/${studyId}${queryString({ filter })}`);
  if (!response.ok) throw await errorOf(response);
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await response.blob());
  link.download = fileName(response.headers.get("Content-Disposition") ?? "");
  link.click();
  // The browser has taken it by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** The name in a header, in its form for any language. */
export function fileName(disposition: string): string {
  const [, encoded] = /filename\*=UTF-8''([^;]+)/i.exec(disposition) ?? [];
  try {
    return decodeURIComponent(encoded ?? "trials.csv");
  } catch {
    return "trials.csv";
  }
}
