import {
  type CustomDocument,
  Disposable,
  EventEmitter,
  RelativePattern,
  Uri,
  workspace,
} from "vscode";
import { LIMIT, maxBytes } from "./limit";
import type { FilePart } from "./messages";
import { companions, readTogether, stampOf } from "./readTogether";

/** Changes come in bursts: a commit touches the file and its journal several times. */
const QUIET = 100; // milliseconds

/** A file of studies on disk, followed as it changes. */
export class StudyFile implements CustomDocument {
  readonly name: string;
  readonly folder: Uri;
  private readonly changed = new EventEmitter<void>();
  readonly onDidChange = this.changed.event;
  private readonly subscription: Disposable;
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** What the last change was about, so that touching a file is none; undefined if too new to tell. */
  private announced: string | undefined;
  /** Until when to let the file rest: one that takes long to read is not read all the time. */
  private restUntil = 0;

  constructor(readonly uri: Uri) {
    this.name = uri.path.slice(uri.path.lastIndexOf("/") + 1);
    this.folder = Uri.joinPath(uri, "..");
    // All of the folder: a pattern would read some characters of a file name as its own.
    const watcher = workspace.createFileSystemWatcher(new RelativePattern(this.folder, "*"));
    const paths = new Set([uri, ...companions(uri)].map(({ path }) => path));
    const onEvent = ({ path }: Uri) => {
      if (paths.has(path)) this.schedule();
    };
    this.subscription = Disposable.from(
      watcher,
      watcher.onDidChange(onEvent),
      watcher.onDidCreate(onEvent),
      watcher.onDidDelete(onEvent),
      workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration(LIMIT)) this.changed.fire();
      }),
    );
  }

  /**
   * The file and its companions, as they belong together.
   *
   * @throws Refusal if it is too large, not there, or never at rest.
   */
  async read(): Promise<readonly FilePart[]> {
    const started = performance.now();
    try {
      return await readTogether(workspace.fs, this.uri, maxBytes());
    } finally {
      const now = performance.now();
      this.restUntil = now + 2 * (now - started);
    }
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.subscription.dispose();
    this.changed.dispose();
  }

  /** Counted from the first change, so that one which goes on for ever is seen too. */
  private schedule(): void {
    if (this.timer !== undefined) return;
    const announce = () => {
      this.timer = undefined;
      void this.announce();
    };
    this.timer = setTimeout(announce, Math.max(QUIET, this.restUntil - performance.now()));
  }

  private async announce(): Promise<void> {
    const stamp = await stampOf(workspace.fs, this.uri).catch(() => undefined);
    if (stamp !== undefined && stamp === this.announced) return;
    this.announced = stamp;
    this.changed.fire();
  }
}
