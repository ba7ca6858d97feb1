import { readdirSync, readFileSync } from "node:fs";

const SAMPLE_MS = 100;

/**
 * Follows the memory of the browser that owns `profile`, through /proc.
 * `peak()` gives the largest resident sizes seen, in MB: of one page process, and of all
 * processes together (which counts shared pages several times).
 */
export function watchMemory(profile) {
  const peak = { page: 0, browser: 0 };
  const timer = setInterval(() => sample(profile, peak), SAMPLE_MS);
  return {
    peak: () => ({ ...peak }),
    stop: () => clearInterval(timer),
  };
}

function sample(profile, peak) {
  const processes = listProcesses();
  const root = processes.find((p) => p.command.includes(profile) && !p.command.includes("--type="));
  if (!root) return;
  const tree = descendants(root, processes);
  const pages = tree.filter((p) => p.command.includes("--type=renderer")).map((p) => p.megabytes);
  peak.page = Math.max(peak.page, ...pages);
  peak.browser = Math.max(
    peak.browser,
    tree.reduce((sum, p) => sum + p.megabytes, 0),
  );
}

function descendants(root, processes) {
  const tree = [root];
  for (const parent of tree) tree.push(...processes.filter((p) => p.parent === parent.pid));
  return tree;
}

function listProcesses() {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => readProcess(name) ?? []);
}

function readProcess(pid) {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    return {
      pid: Number(pid),
      parent: Number(/^PPid:\s+(\d+)/m.exec(status)?.[1]),
      megabytes: (Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0) * 1024) / 1e6,
      command: readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " "),
    };
  } catch {
    return null; // It has just ended.
  }
}
