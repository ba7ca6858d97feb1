/**
 * Every message between the extension and the page in its webview. Both halves are typed by
 * this file alone; `web/src/hosts/vscode.ts` is the other one.
 *
 * The page asks and the extension answers, so that a large file is sent again only when the
 * page has done with its last state. Writing, when it comes, adds messages here.
 */

export type ToPage =
  /** The file has changed: ask for it. */
  | { readonly type: "changed" }
  /**
   * A database comes with the companions that SQLite has beside it. The state is a number for
   * what the page holds now, undefined where no changes of it will be sent.
   */
  | {
      readonly type: "file";
      readonly state: number | undefined;
      readonly files: readonly FilePart[];
    }
  /** All files that are there now, told by what is other in them than in the state `since`. */
  | {
      readonly type: "changes";
      readonly since: number;
      readonly state: number;
      readonly files: readonly ChangedFile[];
    }
  | { readonly type: "refused"; readonly kind: string; readonly reason: string };

export interface FilePart {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export interface ChangedFile {
  readonly name: string;
  readonly size: number;
  readonly blocks: readonly { readonly at: number; readonly bytes: Uint8Array<ArrayBuffer> }[];
}

export type ToExtension =
  /** With the state that the page holds. */
  | { readonly type: "ask"; readonly state: number | undefined }
  /** The user saves something that the page made: a picture, a table. */
  | { readonly type: "save"; readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> };
