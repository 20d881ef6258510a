/** What the command line loads. */
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const IMPORT = /(?:from|import)\s*\(?\s*"([^"]+)"/g;

/** Every package that `file` reaches through imports that exist at run time. */
function packagesOf(file: string, seen = new Set<string>()): ReadonlySet<string> {
  const packages = new Set<string>();
  if (seen.has(file)) return packages;
  seen.add(file);
  const code = readFileSync(file, "utf8").replace(/import type [^;]+;/g, "");
  for (const [, name = ""] of code.matchAll(IMPORT)) {
    if (!name.startsWith(".")) packages.add(name);
    else for (const inner of packagesOf(join(dirname(file), name), seen)) packages.add(inner);
  }
  return packages;
}

describe("planner", () => {
  it.each(["run-command", "verify-command", "nir-command"])("K8: %s needs neither Electron nor a database", (name) => {
    const packages = packagesOf(fileURLToPath(new URL(`../../../electron/cli/${name}.ts`, import.meta.url)));
    expect([...packages].filter((one) => !one.startsWith("node:") && one !== "zod" && one !== "papaparse")).toEqual([]);
  });
});
