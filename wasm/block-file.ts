/** Reads a file in large blocks and keeps the latest: SQLite asks for one page at a time. */

const BLOCK = 1 << 20;
const KEPT = 64;

export class BlockFile {
  /** In order of last use. */
  private readonly blocks = new Map<number, Uint8Array>();

  constructor(
    readonly size: number,
    private readonly readRange: (start: number, end: number) => Uint8Array,
  ) {}

  /** Fills `target` from `offset` on; answers how many bytes there were. */
  read(target: Uint8Array, offset: number, length: number, position: number): number {
    const end = Math.min(position + length, this.size);
    for (let at = position; at < end; ) {
      const block = this.block(Math.floor(at / BLOCK));
      const from = at % BLOCK;
      const part = block.subarray(from, from + end - at);
      target.set(part, offset + at - position);
      at += part.length;
    }
    return Math.max(0, end - position);
  }

  private block(index: number): Uint8Array {
    const start = index * BLOCK;
    const block =
      this.blocks.get(index) ?? this.readRange(start, Math.min(start + BLOCK, this.size));
    this.blocks.delete(index);
    this.blocks.set(index, block);
    const [oldest] = this.blocks.keys();
    if (this.blocks.size > KEPT && oldest !== undefined) this.blocks.delete(oldest);
    return block;
  }
}
