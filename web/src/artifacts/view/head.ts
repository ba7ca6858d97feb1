/** The beginning of a file. */
export interface Head {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Whether there is more. */
  readonly isCut: boolean;
  /** All that there is, in bytes, if the answer tells. */
  readonly size: number | null;
}

/** Reads no more of an answer than `most` bytes. */
export async function headOf(response: Response, most: number): Promise<Head> {
  const parts: Uint8Array[] = [];
  let length = 0;
  const reader = response.body?.getReader();
  while (reader && length <= most) {
    const { done, value } = await reader.read();
    if (done) break;
    parts.push(value);
    length += value.length;
  }
  const isCut = length > most;
  // There is nobody to tell if an end that is not wanted cannot be had.
  if (isCut) await reader?.cancel().catch(() => undefined);
  // Of what is packed for its way, this is the length of the pack.
  const told = response.headers.has("Content-Encoding")
    ? 0
    : Number(response.headers.get("Content-Length"));
  return { bytes: joined(parts, Math.min(length, most)), isCut, size: told || null };
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    bytes.set(part.subarray(0, length - at), at);
    at += Math.min(part.length, length - at);
  }
  return bytes;
}

/** As text in UTF-8, without a letter that is cut in two. */
export function textOf({ bytes, isCut }: Head): string {
  return new TextDecoder().decode(bytes, { stream: isCut });
}

/** Whether the bytes are text in UTF-8: other things have zeros, or what is no letter. */
export function isText({ bytes, isCut }: Head): boolean {
  if (bytes.includes(0)) return false;
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: isCut });
    return true;
  } catch {
    return false;
  }
}
