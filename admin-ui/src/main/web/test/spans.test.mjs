// The script and the server write spans of time alike: SpansTest reads the same cases.
import { build } from "esbuild";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

const bundle = await build({
  entryPoints: [new URL("../elements/spans.ts", import.meta.url).pathname],
  bundle: true,
  format: "esm",
  write: false,
});
const code = Buffer.from(bundle.outputFiles[0].contents).toString("base64");
const { relative, running } = await import(`data:text/javascript;base64,${code}`);
const cases = JSON.parse(readFileSync(new URL("./spans.json", import.meta.url)));

test("moments are written relative to now", () => {
  for (const [millis, text] of cases.relative) assert.equal(relative(millis), text);
});

test("growing spans are written as a clock", () => {
  for (const [millis, text] of cases.running) assert.equal(running(millis), text);
});
