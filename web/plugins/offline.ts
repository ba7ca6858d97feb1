import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { type Plugin, transformWithOxc } from "vite";
import { RUNTIME } from "./runtime";

const WEB = resolve(import.meta.dirname, "..");
const SOURCE = join(WEB, "sw/sw.ts");
/** Draws files of an artifact store, which the site has not. */
const FOR_STORES = /\/(?:ModelView|ViewDialog)-/;

interface Manifest {
  readonly files: Readonly<Record<string, { readonly sha256: string }>>;
}

/** Adds `sw.js`, the service worker, which knows every file of this build. */
export function offline(): Plugin {
  return {
    name: "offline",
    apply: "build",
    enforce: "post",
    async generateBundle(_, bundle) {
      const built = Object.keys(bundle).filter(
        (name) => name !== "index.html" && !FOR_STORES.test(name),
      );
      const page = bundle["index.html"];
      const files = ["./", ...built, ...readdirSync(join(WEB, "public")), ...runtimeFiles()];
      const text = page?.type === "asset" ? String(page.source) : "";
      this.emitFile({ type: "asset", fileName: "sw.js", source: await script(files, text) });
    },
  };
}

async function script(files: readonly string[], page: string): Promise<string> {
  const release = createHash("sha256").update(files.join("\n")).update(page);
  for (const name of readdirSync(join(WEB, "public"))) {
    release.update(readFileSync(join(WEB, "public", name)));
  }
  const { code } = await transformWithOxc(readFileSync(SOURCE, "utf8"), SOURCE, {
    define: {
      __FILES__: JSON.stringify(files),
      __RELEASE__: JSON.stringify(release.digest("hex").slice(0, 12)),
    },
  });
  return code;
}

/** What a start needs. Packages come on demand; the worker keeps the snapshot by itself. */
function runtimeFiles(): string[] {
  const path = join(RUNTIME, "manifest.json");
  if (!existsSync(path)) return [];
  const { files } = JSON.parse(readFileSync(path, "utf8")) as Manifest;
  const core = Object.entries(files).filter(([name]) => !/\.whl$|^snapshot/.test(name));
  return [
    "runtime/manifest.json",
    ...core.map(([name, { sha256 }]) => `runtime/${name}?v=${sha256.slice(0, 12)}`),
  ];
}
