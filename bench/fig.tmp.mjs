import { measureFigures } from "./browser/figures.mjs";
import { spawn } from "node:child_process";
process.on("unhandledRejection", (e) => { console.log(String(e)); });
const [site, figs] = process.argv.slice(2);
const server = spawn("/work/main/.venv/bin/python", ["/work/main/scripts/serve.py", site, "--port", "8790"], { stdio: "ignore" });
await new Promise((r) => setTimeout(r, 2500));
try { await measureFigures("http://127.0.0.1:8790/", { trials: 1, file: process.env.FILE, study: process.env.STUDY, figures: figs.split(",") }); } finally { server.kill(); }
process.exit(0);
