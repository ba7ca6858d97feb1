/** The worker's entry: starts Python, then answers one message after the other. */
import { AssetStore, type FetchAsset } from "./assets";
import { ByteCounter } from "./byte-counter";
import { chooseBoot, keepsSnapshot } from "./link";
import { PageFetch } from "./page-fetch";
import {
  type Assets,
  errorData,
  type FromWorker,
  type Progress,
  type Stage,
  type Timings,
  type ToWorker,
} from "./protocol";
import { isFatal, PythonHost } from "./python-host";
import { startPython } from "./runtime";
import { TaskQueue } from "./task-queue";

declare const self: DedicatedWorkerGlobalScope;

/** Quiet time after the start, before bytes for the next visit are fetched. */
const IDLE = 3000;

type Task = Extract<ToWorker, { type: "open" | "request" | "close" }>;

const networkFetch = globalThis.fetch.bind(globalThis);
const pageFetch = new PageFetch(post);
let host: PythonHost;

// Tasks that come while Python starts wait for it.
const tasks = new TaskQueue<Task>(handle);

self.onmessage = ({ data }: MessageEvent<ToWorker>) => {
  switch (data.type) {
    case "init":
      boot(data.assets).then(
        () => tasks.start(),
        (error: unknown) => post({ type: "fatal", ...errorData(error) }),
      );
      break;
    case "cancel":
      if (tasks.drop(data.id)) {
        post({
          type: "error",
          id: data.id,
          name: "AbortError",
          message: "The request was cancelled.",
        });
      }
      break;
    case "fetched":
      pageFetch.receive(data);
      break;
    default:
      tasks.push(data);
  }
};

function post(message: FromWorker, transfer: Transferable[] = []): void {
  self.postMessage(message, transfer);
}

function report(progress: Progress): void {
  post({ type: "progress", ...progress });
}

async function boot(assets: Assets): Promise<void> {
  const fetchAsset: FetchAsset = assets.transport === "page" ? pageFetch.fetch : networkFetch;
  const store = (stage: Stage, listener = report) =>
    new AssetStore(assets, fetchAsset, new ByteCounter(stage, listener));
  const timings = await start(assets, store);
  post({ type: "ready", timings });
  if (keepsSnapshot(assets.link)) {
    const silent = store("snapshot", () => undefined);
    setTimeout(() => silent.keepSnapshot().catch(() => undefined), IDLE);
  }
}

async function start(assets: Assets, store: (stage: Stage) => AssetStore): Promise<Timings> {
  const isCached = async () => (await store("snapshot").cachedSnapshot()) !== undefined;
  let boot = chooseBoot(assets.link, !assets.link.local && (await isCached()));
  let fallback: string | undefined;
  if (boot === "snapshot") {
    try {
      return await startWith("snapshot", store("snapshot"));
    } catch (error) {
      fallback = errorData(error).message;
      boot = "plain";
    }
  }
  const timings = await startWith(boot, store("runtime"));
  return fallback === undefined ? timings : { ...timings, fallback };
}

async function startWith(boot: "snapshot" | "plain", store: AssetStore): Promise<Timings> {
  const pyodide = await startPython(store, boot);
  const python = performance.now();
  if (boot === "plain") report({ stage: "packages", done: 0, total: 0 });
  host = new PythonHost(pyodide);
  return { boot, python, ready: performance.now() };
}

async function handle(task: Task): Promise<void> {
  try {
    await answer(task);
  } catch (error) {
    const data = host.describe(error);
    if (isFatal(error)) post({ type: "fatal", ...data });
    else post({ type: "error", id: task.id, ...data });
  }
}

async function answer(task: Task): Promise<void> {
  const { id } = task;
  if (task.type === "request") {
    const result = host.request(task.method, task.path, task.headers, task.body);
    post({ type: "response", id, ...result }, [result.body]);
  } else if (task.type === "open") {
    const counter = new ByteCounter("reading", report);
    const sources = await host.open(task.files, counter, task.source);
    report({ stage: "done", done: 0, total: 0 });
    post({ type: "opened", id, sources });
  } else {
    host.close(task.source);
    post({ type: "closed", id });
  }
}
