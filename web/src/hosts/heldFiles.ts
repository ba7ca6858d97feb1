import type { ChangedFile, FilePart, ToPage } from "../../../vscode-extension/src/messages";

type Changes = Extract<ToPage, { type: "changes" }>;
export type WholeMessage =
  | Exclude<ToPage, Changes | { type: "file" }>
  | { readonly type: "file"; readonly files: readonly FilePart[] };

/** The files of the editor as the page holds them, to which it is sent only what has changed. */
export class HeldFiles {
  /** Which state is held, undefined if none that could be built on. */
  state: number | undefined;
  private files: readonly FilePart[] = [];

  /**
   * The message with whole files, which are the very same ones if nothing has changed. Changes of
   * another state, meant for the page that was here before, tell only that there are some.
   */
  complete(message: ToPage): WholeMessage {
    if (message.type !== "file" && message.type !== "changes") return message;
    if (message.type === "changes" && message.since !== this.state) return { type: "changed" };
    const files = message.type === "file" ? message.files : this.changed(message);
    this.state = message.state;
    this.files = message.state === undefined ? [] : files;
    return { type: "file", files };
  }

  private changed({ files }: Changes): readonly FilePart[] {
    const changed = files.map((file) => this.apply(file));
    const isSame =
      changed.length === this.files.length && changed.every((file, at) => file === this.files[at]);
    return isSame ? this.files : changed;
  }

  private apply({ name, size, blocks }: ChangedFile): FilePart {
    const old = this.files.find((file) => file.name === name);
    if (old && old.bytes.length === size && blocks.length === 0) return old;
    const bytes = new Uint8Array(size);
    bytes.set(old?.bytes.subarray(0, size) ?? []);
    for (const block of blocks) bytes.set(block.bytes, block.at);
    return { name, bytes };
  }
}
