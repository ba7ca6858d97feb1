/** Runs tasks one at a time, so that a task which has not begun can still be cancelled. */

export class TaskQueue<T extends { readonly id: number }> {
  private readonly waiting: T[] = [];
  private started = false;
  private running = false;

  constructor(
    private readonly run: (task: T) => Promise<void>,
    /** Does a bit of what nobody waits for; false when there is nothing left of it. */
    private readonly rest: () => boolean = () => false,
  ) {}

  push(task: T): void {
    this.waiting.push(task);
    void this.drain();
  }

  /** Takes a waiting task out; false when it is running, done or unknown. */
  drop(id: number): boolean {
    const at = this.waiting.findIndex((task) => task.id === id);
    return at >= 0 && this.waiting.splice(at, 1).length > 0;
  }

  /** Until this is called, tasks only gather. */
  start(): void {
    this.started = true;
    void this.drain();
  }

  private async drain(): Promise<void> {
    if (!this.started || this.running) return;
    this.running = true;
    for (;;) {
      const task = this.waiting.shift();
      if (task) await this.run(task);
      else if (!this.rest()) break;
      await messagesReceived();
    }
    this.running = false;
  }
}

/** Lets messages that have arrived meanwhile be seen: they may cancel what is next. */
function messagesReceived(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
