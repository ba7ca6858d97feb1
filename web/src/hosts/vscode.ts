import type { ToExtension, ToPage } from "../../../vscode-extension/src/messages";
// In the page's own script: a webview has no address that a worker could be loaded from.
import BootWorker from "../../../wasm/boot.ts?worker&inline";
import { WorkerHost } from "../../../wasm/client";
import { EditorHost } from "./editorHost";
import { EditorLook } from "./editorLook";
import { onSave } from "./editorSaves";
import { HeldFiles } from "./heldFiles";
import type { Host } from "./host";

/** What VS Code offers a page in a webview. */
interface Editor {
  postMessage(message: ToExtension): void;
  getState(): { readonly address?: string } | undefined;
  setState(state: { readonly address: string }): void;
}

declare function acquireVsCodeApi(): Editor;

/** The page is an editor of VS Code, which has one file open and gives it to the page. */
export function createHost(): Host {
  const editor = acquireVsCodeApi();
  const { file = "", pages = "" } = document.documentElement.dataset;
  const carrier = new WorkerHost({
    createWorker: () => new BootWorker(),
    // As browsers write it: VS Code has escapes in the name of the host.
    base: new URL("runtime/", pages).href,
    fetchAsset,
    // The extension may be on a remote machine, whose files come over a network.
    link: { local: true, saveData: false, packed: true },
  });
  const held = new HeldFiles();
  const host = new EditorHost(carrier, {
    name: file,
    ask: () => editor.postMessage({ type: "ask", state: held.state }),
    appearance: new EditorLook(),
    keepPlace: (address) => editor.setState({ address }),
    pages,
  });
  window.addEventListener("message", ({ data }: MessageEvent<ToPage>) =>
    host.receive(held.complete(data)),
  );
  onSave((name, bytes) => editor.postMessage({ type: "save", name, bytes }));
  const { address } = editor.getState() ?? {};
  if (address) window.history.replaceState(null, "", address);
  return host;
}

/** Without what makes the address unlike that of another release: the webview looks for a file. */
function fetchAsset(url: string): Promise<Response> {
  return fetch(url.split("?")[0] ?? url);
}
