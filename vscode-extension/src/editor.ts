import { Uri, type WebviewPanel } from "vscode";
import type { FilePart, ToExtension, ToPage } from "./messages";
import { pageHtml } from "./page";
import { refusalOf } from "./refusal";
import { saveAs } from "./saveAs";
import { SentFiles } from "./sentFiles";
import type { StudyFile } from "./studyFile";

/** One editor of a file: a webview with our pages, and what they ask for. */
export class StudyEditor {
  /** Read while the webview starts; undefined once it was given, or is out of date. */
  private early: Promise<readonly FilePart[]> | undefined;
  /** The file has changed, and the page was not told. */
  private changed = false;
  private readonly sent = new SentFiles();

  constructor(
    private readonly file: StudyFile,
    private readonly panel: WebviewPanel,
    extension: Uri,
  ) {
    this.readEarly();
    const { webview } = panel;
    const pages = Uri.joinPath(extension, "dist/pages");
    webview.options = { enableScripts: true, localResourceRoots: [pages] };
    const subscriptions = [
      webview.onDidReceiveMessage((message: ToExtension) => this.receive(message)),
      panel.onDidChangeViewState(() => this.tellChange()),
      file.onDidChange(() => {
        this.early = undefined;
        this.changed = true;
        this.tellChange();
      }),
    ];
    panel.onDidDispose(() => {
      for (const subscription of subscriptions) subscription.dispose();
    });
    webview.html = pageHtml(webview, pages, file.name);
  }

  private readEarly(): void {
    this.early = this.file.read();
    // Told when the page asks for it.
    this.early.catch(() => undefined);
  }

  /** Out of sight, a file need not be read again with every change. */
  private tellChange(): void {
    if (!this.changed || !this.panel.visible) return;
    this.changed = false;
    this.post({ type: "changed" });
  }

  private async receive(message: ToExtension): Promise<void> {
    if (message.type === "ask") this.post(await this.answer(message.state));
    else await saveAs(this.file.folder, message.name, message.bytes);
  }

  private async answer(held: number | undefined): Promise<ToPage> {
    const reading = this.early ?? this.file.read();
    this.early = undefined;
    try {
      return this.sent.send(await reading, held);
    } catch (error) {
      return { type: "refused", ...refusalOf(error, this.file.name) };
    }
  }

  private post(message: ToPage): void {
    // False where the webview is gone already: then nobody waits for it.
    void this.panel.webview.postMessage(message);
  }
}
