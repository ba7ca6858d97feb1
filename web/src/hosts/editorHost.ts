import type { FilePart } from "../../../vscode-extension/src/messages";
import { errorData, type OpenedSource } from "../../../wasm/protocol";
import { coreState } from "./coreState";
import type { WholeMessage } from "./heldFiles";
import type { Appearance, FileFate, Host, HostRequest, HostState } from "./host";
import type { Carrier } from "./siteHost";

export interface EditorOptions {
  /** The name of the file that the editor shows. */
  readonly name: string;
  /** Asks for the file as it is now. */
  readonly ask: () => void;
  readonly appearance: Appearance;
  readonly keepPlace: (address: string) => void;
  readonly pages: string;
}

/** One file, which an editor gives and gives again whenever it has changed. */
export class EditorHost implements Host {
  readonly kind = "site";
  readonly capabilities = { openFiles: false };
  readonly appearance: Appearance;
  readonly keepPlace: (address: string) => void;
  readonly pages: string;
  private fate: FileFate = { status: "waiting" };
  private size = 0;
  /** Counts the states of the file that were read: another state has another id. */
  private version = 0;
  private source: number | undefined;
  /** What the core has read. */
  private inCore: readonly FilePart[] | undefined;
  /** What the editor gave last and was not read yet. */
  private given: readonly FilePart[] | undefined;
  private asked = false;
  private changed = false;
  private current: HostState;
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly carrier: Carrier,
    private readonly options: EditorOptions,
  ) {
    this.appearance = options.appearance;
    this.keepPlace = options.keepPlace;
    this.pages = options.pages;
    this.current = this.makeState();
    carrier.subscribe(() => {
      this.update();
      void this.read();
    });
    carrier.onLost(({ source, error }) => {
      if (source !== this.source) return;
      this.source = undefined;
      this.become({ status: "refused", ...error });
    });
    this.ask();
  }

  state = (): HostState => this.current;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  fetch(path: string, init?: HostRequest): Promise<Response> {
    return this.carrier.fetch(path, init);
  }

  open(): Promise<void> {
    return Promise.reject(new Error("Files are opened in the editor around this page."));
  }

  /** The file is closed with its editor. */
  close(): Promise<void> {
    return Promise.resolve();
  }

  async restart(): Promise<void> {
    // What is asked for now is newer. Given to a core that only starts, this would come after it.
    this.given = undefined;
    this.asked = false;
    this.ask();
    if (this.isDown()) await this.carrier.restart();
  }

  receive(message: WholeMessage): void {
    switch (message.type) {
      case "changed":
        this.ask();
        break;
      case "file":
        this.given = message.files;
        void this.read();
        break;
      case "refused":
        this.refuse(message.kind, message.reason);
        this.answered();
        break;
    }
  }

  /** Asks for one state at a time; of changes meanwhile only the last one matters. */
  private ask(): void {
    this.changed = this.asked;
    if (this.asked) return;
    this.asked = true;
    this.options.ask();
  }

  private answered(): void {
    this.asked = false;
    if (this.changed) this.ask();
  }

  /** Reads what was given; without a working core it waits for its restart. */
  private async read(): Promise<void> {
    const { given } = this;
    if (!given || this.isDown()) return;
    this.given = undefined;
    if (this.source === undefined) this.become({ status: "reading" });
    try {
      await this.take(given);
    } catch (error) {
      if (this.isDown() || errorData(error).name === "RestartError") {
        // For the next core, whose start calls again, unless the editor gives something newer.
        this.given ??= given;
        return;
      }
      const { name: kind, message } = errorData(error);
      this.refuse(kind, message);
    }
    this.answered();
  }

  private async take(given: readonly FilePart[]): Promise<void> {
    if (this.source !== undefined && given === this.inCore) {
      this.become({ status: "open", source: this.source });
      return;
    }
    const opened = await this.give(given);
    this.size = given.reduce((sum, { bytes }) => sum + bytes.length, 0);
    this.settle(opened);
    if (opened?.index !== undefined) this.inCore = given;
  }

  private async give(parts: readonly FilePart[]): Promise<OpenedSource | undefined> {
    const files = parts.map(({ name, bytes }) => ({ name, file: new Blob([bytes]) }));
    if (this.source !== undefined) return this.carrier.replace(this.source, files);
    const [opened] = await this.carrier.open(files);
    return opened;
  }

  private settle(opened: OpenedSource | undefined): void {
    const { index, error } = opened ?? {};
    if (index !== undefined) {
      this.source = index;
      this.version += 1;
      this.become({ status: "open", source: index });
    } else {
      const { kind, message } = error ?? { kind: "unexpected", message: "It could not be opened." };
      this.refuse(kind, message);
    }
  }

  /** What is shown stays; it was sound, and the reader is in the midst of it. */
  private refuse(kind: string, message: string): void {
    const { source } = this;
    if (source === undefined) this.become({ status: "refused", kind, message });
    else this.become({ status: "open", source, outdated: message });
  }

  private isDown(): boolean {
    const { status } = this.carrier.state;
    return status === "failed" || status === "dead";
  }

  private become(fate: FileFate): void {
    this.fate = fate;
    this.update();
  }

  private update(): void {
    this.current = this.makeState();
    for (const listener of this.listeners) listener();
  }

  private makeState(): HostState {
    const { name } = this.options;
    const file = { id: `state-${this.version}`, name, size: this.size, fate: this.fate };
    return { core: coreState(this.carrier.state), files: [file] };
  }
}
