import { execFile } from "node:child_process";
import { ROOT } from "./files.ts";

/** Runs Python as a program would that uses the study `demo` of a file; it is there as `study`. */
export function runProgram(file: string, code: string): Promise<void> {
  const program = `
import optuna
study = optuna.load_study(study_name="demo", storage="sqlite:///${file}")
${code}
`;
  return new Promise((resolve, reject) => {
    execFile(`${ROOT}.venv/bin/python`, ["-c", program], { cwd: ROOT }, (error) =>
      error ? reject(error) : resolve(),
    );
  });
}
