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
  /** A database comes with the companions that SQLite has beside it. */
  | { readonly type: "file"; readonly files: readonly FilePart[] }
  | { readonly type: "refused"; readonly kind: string; readonly reason: string };

export interface FilePart {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export type ToExtension =
  | { readonly type: "ask" }
  /** The user saves something that the page made: a picture, a table. */
  | { readonly type: "save"; readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> };
