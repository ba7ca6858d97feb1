/** Hands one measurement to `run.py`, which reads these lines (see `measurement.py`). */
export function report(action, trials, numbers, unit = "s") {
  const line = { subject: "browser", action, trials, numbers, unit, size: null };
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

export const seconds = (milliseconds) => milliseconds / 1000;
