import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { CASE_TOLERANCE, compareCase } from "../../../shared/verify/compare-case.ts";
import { parseReferenceCase } from "../../../shared/verify/reference-case.schema.ts";
import { model } from "./shipped.ts";

const folder = fileURLToPath(new URL("../../reference", import.meta.url));
const files = readdirSync(folder).filter((name) => name.endsWith(".json"));

describe("reference cases of an independent implementation", () => {
  it("E0–E12: there are nine", () => {
    expect(files).toHaveLength(9);
  });

  it.each(files)("E0–E12, C0–C13, I1–I15: %s agrees to 1e-9, text and undefined exactly", (file) => {
    const parsed = parseReferenceCase(JSON.parse(readFileSync(`${folder}/${file}`, "utf8")), file);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
    const compared = compareCase(model, parsed.value);
    if (!compared.ok) throw new Error(JSON.stringify(compared.error));
    expect(compared.value).toMatchObject({ violation: null, pass: true });
    expect(compared.value.largestRelativeDifference).toBeLessThanOrEqual(CASE_TOLERANCE);
    // 18 stages × 41 and 9 minerals × 17 series of 25 years, totals and probes.
    expect(compared.value.compared).toBeGreaterThan(23_000);
  });
});
