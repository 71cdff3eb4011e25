// Bundles app.ts and styles/app.css into one script and one style sheet whose names carry a hash of their content, and
// writes assets.json, in which the pages find the names. usage: node build.mjs <output folder>
import { build } from "esbuild";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";

const out = process.argv[2];
if (!out) {
  throw new Error("Name the output folder: node build.mjs <folder>");
}
await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });

const result = await build({
  absWorkingDir: fileURLToPath(new URL(".", import.meta.url)),
  entryPoints: [
    { in: "app.ts", out: "app" },
    { in: "styles/app.css", out: "app" },
  ],
  outdir: out,
  entryNames: "[name]-[hash]",
  bundle: true,
  minify: true,
  format: "iife",
  target: ["es2023", "chrome125", "firefox128", "safari18"],
  legalComments: "none",
  metafile: true,
  logLevel: "warning",
});
const names = Object.keys(result.metafile.outputs).map((file) => basename(file));
const assets = {
  script: names.find((name) => name.endsWith(".js")),
  style: names.find((name) => name.endsWith(".css")),
};
await writeFile(`${out}/assets.json`, JSON.stringify(assets) + "\n");
