import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { createInterface, type Interface } from "node:readline";
import { ROOT } from "../../../e2e/support/files.ts";

/** An optimization that has a database open and writes a trial when told. */
export class Writer {
  private readonly process: ChildProcessWithoutNullStreams;
  private readonly lines: AsyncIterator<string>;
  private readonly reader: Interface;

  private constructor(file: string, study: string, journalMode: "delete" | "wal") {
    const script = `${ROOT}vscode-extension/e2e/support/writer.py`;
    this.process = spawn(`${ROOT}.venv/bin/python`, [script, file, study, journalMode]);
    this.process.stderr.pipe(process.stderr);
    this.reader = createInterface(this.process.stdout);
    this.lines = this.reader[Symbol.asyncIterator]();
  }

  static async open(file: string, study: string, journalMode: "delete" | "wal"): Promise<Writer> {
    const writer = new Writer(file, study, journalMode);
    await writer.hear("ready");
    return writer;
  }

  /** Adds a complete trial of this value, and returns when it is committed. */
  async write(value: number): Promise<void> {
    this.process.stdin.write(`${value}\n`);
    await this.hear("written");
  }

  end(): void {
    this.reader.close();
    this.process.kill();
  }

  private async hear(word: string): Promise<void> {
    const { value } = await this.lines.next();
    if (value !== word) throw new Error(`The writer ended before it was ${word}.`);
  }
}
