/** `planner ensemble` and `planner merge`: shards, their files, and stopping. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { plannerHere as planner } from "./run-planner.ts";

/** The invented dataset: two minerals, so that a run costs little. */
const OTHER = ["--dataset", "resources/datasets/norland-example"];

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "lodestone-ensemble-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function json(...args: readonly string[]) {
  const { code, out, err } = await planner(...args, ...OTHER, "--json");
  expect(err).toBe("");
  expect(code).toBe(0);
  return JSON.parse(out);
}

describe("planner ensemble and merge", () => {
  const at = (name: string): string => join(folder, name);

  it("N17, K15: shards written anywhere, merged in any order, are the single study: the same bytes and the same report", async () => {
    const study = ["--set", "processing_invest=200", "--set", "reserve_days=60", "--seed", "11"];
    const asked = ["--target", "35%", "--year", "2040", "--tornado"];
    const whole = await json("ensemble", ...study, "--runs", "130", "--out", at("whole.json"), "--workers", "2", ...asked);
    await json("ensemble", ...study, "--runs", "0:50", "--out", at("a.json"), "--workers", "0");
    await json("ensemble", ...study, "--runs", "50:67", "--out", at("b.json"), "--workers", "1");
    await json("ensemble", ...study, "--runs", "67:130", "--out", at("c.json"), "--workers", "0");
    const merged = await json("merge", at("c.json"), at("a.json"), at("b.json"), ...asked, "--out", at("merged.json"), "--workers", "0");
    expect(merged).toEqual(whole);
    expect(readFileSync(at("merged.json"))).toEqual(readFileSync(at("whole.json")));
  });

  it("N17: parts that overlap, leave a gap, belong elsewhere or are damaged are named, and nothing is written", async () => {
    const out = at("never.json");
    await json("ensemble", "--runs", "0:20", "--out", at("p.json"), "--workers", "0");
    await json("ensemble", "--runs", "10:30", "--out", at("overlap.json"), "--workers", "0");
    await json("ensemble", "--runs", "25:30", "--out", at("gap.json"), "--workers", "0");
    await json("ensemble", "--runs", "20:30", "--seed", "2", "--out", at("other.json"), "--workers", "0");
    const part = JSON.parse(readFileSync(at("p.json"), "utf8"));
    writeFileSync(at("short.json"), JSON.stringify({ ...part, values: part.values.slice(1) }));
    writeFileSync(at("shape.json"), JSON.stringify({ ...part, study: { ...part.study, seed: "x" } }));
    writeFileSync(at("data.json"), JSON.stringify({ ...part, planner: { ...part.planner, data_vintage: "US 1999 · 00000000" } }));
    writeFileSync(at("text.json"), "{");
    const refusals: readonly (readonly [readonly string[], RegExp])[] = [
      [["p.json", "overlap.json"], /overlap.json and p.json both hold run 10/],
      [["p.json", "gap.json"], /runs 20 to 24 are missing between p.json and gap.json/],
      [["p.json", "other.json"], /other.json belongs to another study than p.json/],
      [["short.json"], /short.json does not hold the runs that it names/],
      [["shape.json"], /shape.json cannot be read as a part of an ensemble: study.seed/],
      [["data.json"], /computed on US 1999 · 00000000/],
      [["text.json"], /text.json is not JSON/],
      [["absent.json"], /absent.json could not be read/],
    ];
    for (const [files, message] of refusals) {
      const { code, out: printed, err } = await planner("merge", ...files.map(at), ...OTHER, "--out", out);
      expect([code, printed]).toEqual([2, ""]);
      expect(err).toMatch(message);
    }
    expect(existsSync(out)).toBe(false);
  });

  it("K19, V116: bands, probabilities, duels and the tornado are printed, and written as CSV", async () => {
    const asked = ["ensemble", "--set", "processing_invest=400", "--runs", "64", "--year", "2040", "--target", "40%", "--tornado", "--workers", "0"];
    const found = await json(...asked, "--csv", at("bands.csv"));
    expect(found.scenarios.map(({ title }: { title: string }) => title)).toEqual(["Status quo", "As set"]);
    expect(found.duels).toEqual([{ a: 1, b: 0, better: 1, equal: 0, worse: 0, standard_error: 0 }]);
    const y = found.years.indexOf(2040);
    const [quo, set] = found.scenarios.map((one: { outcomes: readonly { quantiles: number[][] }[] }) => one.outcomes[0]!.quantiles[y]!);
    expect(set[2]).toBeLessThan(quo[2]);
    const { probability, standardError } = found.scenarios[1].probability_of_target[y];
    const rows = readFileSync(at("bands.csv"), "utf8").trimEnd().split("\n");
    expect(rows.map((row) => row.split(",").slice(0, 12).join(","))).toContain(
      `As set,composite_equal,,,2040,${set.join(",")},${probability},${standardError}`,
    );
    const { out } = await planner(...asked, ...OTHER);
    expect(out).toContain("As set beats Status quo in 100.0% (at least 95.3%) of the runs");
    expect(out).toMatch(/^As set +2025 .* 100\.0% \(at least 95\.3%\)$/m);
    expect(out).toMatch(/As set in 2040: mean .*, standard error .* points/);
    const [top] = found.tornado.rows;
    expect(out).toContain([top.mineral, top.stage, top.key].filter((part) => part !== "").join(" "));
  });
});

describe("stopping", () => {
  it("K18: Ctrl+C stops a study: progress was told on standard error, nothing is printed or written, and no worker keeps the process alive", async () => {
    const out = join(folder, "stopped.json");
    const args = ["ensemble", ...OTHER, "--runs", "30000", "--workers", "2", "--progress", "--out", out];
    const child = spawn(process.execPath, ["electron/cli/planner.ts", ...args], { stdio: ["ignore", "pipe", "pipe"] });
    let [printed, told] = ["", ""];
    child.stdout.on("data", (data: Buffer) => void (printed += data.toString()));
    child.stderr.on("data", (data: Buffer) => {
      if (told === "") child.kill("SIGINT");
      told += data.toString();
    });
    // The process ends by itself, so none of its threads is left: the command never calls exit.
    const [code, signal] = await once(child, "close");
    expect([code, signal, printed]).toEqual([130, null, ""]);
    expect(told).toMatch(/^runs: \d+ of 30000\n/);
    expect(told).toContain("Stopped. Nothing was written.");
    expect(existsSync(out)).toBe(false);
  });
});
