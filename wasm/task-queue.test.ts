import { expect, test } from "vitest";
import { TaskQueue } from "./task-queue";

interface Task {
  id: number;
}

function later(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds));
}

test("tasks wait for the start and run in order, one at a time", async () => {
  const log: string[] = [];
  const queue = new TaskQueue<Task>(async ({ id }) => {
    log.push(`${id} begins`);
    await later(5);
    log.push(`${id} ends`);
  });
  queue.push({ id: 1 });
  queue.push({ id: 2 });
  await later(10);
  expect(log).toEqual([]);
  queue.start();
  await later(50);
  expect(log).toEqual(["1 begins", "1 ends", "2 begins", "2 ends"]);
  queue.push({ id: 3 });
  await later(50);
  expect(log.at(-1)).toBe("3 ends");
});

test("a task can be dropped until it begins", async () => {
  const ran: number[] = [];
  const queue = new TaskQueue<Task>(async ({ id }) => {
    ran.push(id);
    await later(10);
  });
  queue.start();
  queue.push({ id: 1 });
  queue.push({ id: 2 });
  queue.push({ id: 3 });
  expect(queue.drop(1)).toBe(false);
  expect(queue.drop(2)).toBe(true);
  expect(queue.drop(2)).toBe(false);
  await later(60);
  expect(ran).toEqual([1, 3]);
});

test("a message that came during a task can drop the next one", async () => {
  const ran: number[] = [];
  const { port1, port2 } = new MessageChannel();
  const queue = new TaskQueue<Task>(async ({ id }) => {
    ran.push(id);
    // As Python does: nothing is heard until the task is over.
    if (id === 1) port2.postMessage(2);
  });
  port1.onmessage = ({ data }) => queue.drop(data);
  queue.push({ id: 1 });
  queue.push({ id: 2 });
  queue.start();
  await later(60);
  port1.close();
  expect(ran).toEqual([1]);
});

test("what nobody waits for is done bit by bit while there is no task", async () => {
  const log: string[] = [];
  let bits = 3;
  const queue = new TaskQueue<Task>(
    async ({ id }) => void log.push(`task ${id}`),
    () => {
      if (bits === 0) return false;
      log.push(`bit ${bits}`);
      // A task that comes during a bit is next.
      if (bits === 2) queue.push({ id: 2 });
      bits -= 1;
      return true;
    },
  );
  queue.push({ id: 1 });
  queue.start();
  await later(50);
  expect(log).toEqual(["task 1", "bit 3", "bit 2", "task 2", "bit 1"]);
});
