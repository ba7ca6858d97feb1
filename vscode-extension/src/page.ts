import type { Uri, Webview } from "vscode";

/** The HTML around our pages, which may run nothing else and reach nothing outside. */
export function pageHtml(webview: Webview, pages: Uri, fileName: string): string {
  const root = webview.asWebviewUri(pages).toString();
  const nonce = makeNonce();
  return `<!doctype html>
<html lang="en" data-file="${escaped(fileName)}" data-pages="${escaped(root)}/">
  <head>
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="${policy(webview.cspSource, nonce)}" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${escaped(fileName)}</title>
    <style>
      /* What VS Code gives every webview, and our pages do themselves. */
      body { padding: 0; }
      :focus:not(:focus-visible) { outline: none; }
      .opening { margin: 32px 24px; }
    </style>
  </head>
  <body>
    <div id="root"><p class="opening">Opening ${escaped(fileName)}…</p></div>
    <script type="module" nonce="${nonce}" src="${escaped(root)}/main.js"></script>
  </body>
</html>
`;
}

function policy(source: string, nonce: string): string {
  return [
    "default-src 'none'",
    // Chunks are imported by address; Python is WebAssembly.
    `script-src ${source} 'nonce-${nonce}' 'wasm-unsafe-eval'`,
    "worker-src blob:",
    // What the page made itself is read back to be saved.
    `connect-src ${source} blob: data:`,
    `img-src ${source} blob: data:`,
    // Emotion and Plotly insert style elements.
    `style-src ${source} 'unsafe-inline'`,
    `font-src ${source}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

function makeNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function escaped(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
  };
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? character);
}
