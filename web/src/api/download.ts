import { saveFile } from "../files/saveAs";
import type { Host } from "../hosts/host";
import { errorOf, type QueryParams, queryString } from "./client";

/** Has the core make a file, and the browser save it; what the core says of it. */
export async function downloadFile(host: Host, path: string): Promise<Headers> {
  const response = await host.fetch(path);
  await save(response);
  return response.headers;
}

/**
 * The same of a question that may be long. The parameters go as a form, since a list
 * of trials may be longer than an address.
 */
export async function download(host: Host, path: string, params: QueryParams): Promise<void> {
  const response = await host.fetch(path, {
    method: "POST",
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
    body: queryString(params).slice(1),
  });
  await save(response);
}

async function save(response: Response): Promise<void> {
  if (!response.ok) throw await errorOf(response);
  const name = attachmentName(response.headers.get("Content-Disposition") ?? "");
  saveFile(name, await response.blob());
}

/** The name that the core gives a file. */
export function attachmentName(disposition: string): string {
  const [, encoded = "trials"] = /filename\*=UTF-8''([^;]+)/.exec(disposition) ?? [];
  try {
    return decodeURIComponent(encoded);
  } catch {
    return "trials";
  }
}
