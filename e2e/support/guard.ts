import type { BrowserContext } from "@playwright/test";

declare global {
  interface Window {
    reportCspViolation(text: string): void;
  }
}

/** What leaves no page: what it made itself, and parts of the browser, as its viewer of PDF. */
const INSIDE: ReadonlySet<string> = new Set(["data:", "blob:", "chrome:", "chrome-extension:"]);

/** Collects everything in a browser context that no journey may cause. */
export class Guard {
  private readonly problems: string[] = [];
  private readonly allowed: RegExp[] = [];

  /** @param origin the only one that may be asked for anything */
  constructor(private readonly origin: string) {}

  /** Lets a journey cause what it is about, such as the end of a worker. */
  allow(pattern: RegExp): void {
    this.allowed.push(pattern);
  }

  async watch(context: BrowserContext): Promise<void> {
    context.on("console", (message) => {
      if (message.type() === "error") this.note("console error", message.text());
    });
    context.on("weberror", (error) => this.note("page error", String(error.error().stack)));
    context.on("request", (request) => this.noteRequest(request.url()));
    context.on("page", (page) => {
      page.on("dialog", (dialog) => {
        this.note("dialog", dialog.message());
        void dialog.dismiss();
      });
    });
    await context.exposeFunction("reportCspViolation", (text: string) =>
      this.note("CSP violation", text),
    );
    await context.addInitScript(() => {
      document.addEventListener("securitypolicyviolation", (event) => {
        const { violatedDirective, blockedURI, sourceFile, lineNumber } = event;
        const where = `${sourceFile}:${lineNumber}`;
        window.reportCspViolation(`${violatedDirective} blocked ${blockedURI} at ${where}`);
      });
    });
  }

  found(): readonly string[] {
    return this.problems.filter((problem) => !this.allowed.some((ok) => ok.test(problem)));
  }

  private noteRequest(url: string): void {
    const { origin, protocol } = new URL(url);
    if (!INSIDE.has(protocol) && origin !== this.origin)
      this.note("request to another origin", url);
  }

  private note(kind: string, text: string): void {
    this.problems.push(`${kind}: ${text}`);
  }
}
