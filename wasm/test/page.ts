/** A page that does nothing but hand the tests a WorkerHost. */
import { WorkerHost, type WorkerHostOptions } from "../client";
import { inspectLink } from "../link";

type Options = Partial<WorkerHostOptions>;

function makeHost(options: Options = {}): WorkerHost {
  return new WorkerHost({
    createWorker: () => new Worker(new URL("boot.js", location.href), { type: "module" }),
    base: new URL("runtime/", location.href).href,
    ...options,
  });
}

/** Resolves with the first state that is not booting. */
function settled(host: WorkerHost): Promise<WorkerHost["state"]> {
  return new Promise((resolve) => {
    const look = () => {
      if (host.state.status !== "booting") resolve(host.state);
    };
    host.subscribe(look);
    look();
  });
}

Object.assign(globalThis, { makeHost, settled, inspectLink });
