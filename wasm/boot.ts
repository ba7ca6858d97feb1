/** The worker's entry: starts Python, then answers one message after the other. */
import { AssetStore, type FetchAsset } from "./assets";
import { ByteCounter } from "./byte-counter";
import { chooseBoot, keepsSnapshot } from "./link";
import { missingPackages, Packages, unavailable } from "./packages";
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
import { type Answer, isFatal, PythonHost } from "./python-host";
import { startPython } from "./runtime";
import { TaskQueue } from "./task-queue";

declare const self: DedicatedWorkerGlobalScope;

/** Quiet time after the start, before bytes for the next visit are fetched. */
const IDLE = 3000;

type Task = Extract<ToWorker, { type: "open" | "request" | "close" }>;
type Request = Extract<Task, { type: "request" }>;
type Stores = (stage: Stage) => AssetStore;

const networkFetch = globalThis.fetch.bind(globalThis);
const pageFetch = new PageFetch(post);
let host: PythonHost;
let packages: Packages;

// Tasks that come while Python starts wait for it.
const tasks = new TaskQueue<Task>(handle, rehearse);
/** Requests that wait for packages. */
const postponed = new Set<number>();

self.onmessage = ({ data }: MessageEvent<ToWorker>) => {
  switch (data.type) {
    case "init":
      boot(data.assets).then(
        () => tasks.start(),
        (error: unknown) => post({ type: "fatal", ...errorData(error) }),
      );
      break;
    case "cancel":
      if (tasks.drop(data.id) || postponed.delete(data.id)) {
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

async function start(assets: Assets, store: Stores): Promise<Timings> {
  const isCached = async () => (await store("snapshot").cachedSnapshot()) !== undefined;
  let boot = chooseBoot(assets.link, !assets.link.local && (await isCached()));
  let fallback: string | undefined;
  if (boot === "snapshot") {
    try {
      return await startWith("snapshot", store);
    } catch (error) {
      fallback = errorData(error).message;
      boot = "plain";
    }
  }
  const timings = await startWith(boot, store);
  return fallback === undefined ? timings : { ...timings, fallback };
}

async function startWith(boot: "snapshot" | "plain", store: Stores): Promise<Timings> {
  const pyodide = await startPython(store(boot === "snapshot" ? boot : "runtime"), boot);
  const python = performance.now();
  if (boot === "plain") report({ stage: "packages", done: 0, total: 0 });
  host = new PythonHost(pyodide);
  packages = new Packages(pyodide, () => store("packages"));
  return { boot, python, ready: performance.now() };
}

function rehearse(): boolean {
  try {
    return host.rehearse();
  } catch (error) {
    host.endRehearsal();
    if (isFatal(error)) post({ type: "fatal", ...host.describe(error) });
    return false;
  }
}

async function handle(task: Task): Promise<void> {
  try {
    host.endRehearsal();
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
    const needed = packages.lacking(missingPackages(result));
    if (needed.length > 0) void repeatWith(needed, task);
    else respond(id, result);
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

function respond(id: number, answer: Answer): void {
  post({ type: "response", id, ...answer }, [answer.body]);
}

/** Answers a request again when its packages are loaded; meanwhile others are answered. */
async function repeatWith(needed: readonly string[], task: Request): Promise<void> {
  postponed.add(task.id);
  post({ type: "postponed", id: task.id });
  const failure = await packages.load(needed).then(() => undefined, errorData);
  report({ stage: "done", done: 0, total: 0 });
  if (!postponed.delete(task.id)) return;
  if (failure) respond(task.id, unavailable(needed, failure.message));
  else tasks.push(task);
}
