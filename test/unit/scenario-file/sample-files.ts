/** A full scenario to write and read, and a dataset to read it against. */
import { sha256 } from "../../../electron/dataset/read-dataset.ts";
import type { RunResult } from "../../../shared/model/run-result.ts";
import { readScenarioFile, writeScenarioFile } from "../../../shared/scenario/scenario-file.ts";
import type { FiledScenario, ScenarioFile } from "../../../shared/scenario/filed-scenario.ts";
import { shippedDataset } from "../dataset/shipped-tables.ts";

export const read = (text: string) => readScenarioFile("test.lodestone", text, shippedDataset, sha256);
export const write = (content: ScenarioFile): string => writeScenarioFile(content, sha256);

const result: RunResult = {
  planner: { model_version: "1.0", data_vintage: "US 2026.1 · 00000000" },
  inputs: { levers: [], world: "stated", events: [] },
  years: [2026, 2027],
  minerals: { ree: { stages: { M: { nirx: [null, -0], top_supplier: ["CHN", null] } }, mineral: { dependence: [0.1 + 0.2, 5e-324] } } },
  totals: { cost_by_lever_musd: {}, cost_by_mineral_musd: { shared: [1.7976931348623157e308, -1e-7] }, public_cost_musd: [0, 1 / 3] },
};

export const scenario: FiledScenario = {
  id: "s-1",
  title: "Half a step “off”",
  notes: "line one\nline two\ttab",
  tags: ["briefing", "2027"],
  question: "?",
  hypothesis: "",
  findings: "\u2028 and \ud83d\ude00",
  decision: "",
  inputs: {
    levers: [
      { lever: "reserve_days", value: 33.300000000000004, start: "2027-01", ramp: 1, minerals: "all", stages: ["P", "X"] },
      { lever: "ally_finance", value: 1, start: "2028-05", ramp: 0, end: "2032-01", minerals: ["ree"], partner: "AUS" },
      { lever: "tariff", value: 25, start: "2027-01", ramp: 1, minerals: "all", countries: ["CHN"] },
      { lever: "price_floor", value: 130, start: "2027-01", ramp: 1, minerals: ["ree"], eligible: 0.3 },
      { lever: "production_credit", value: 5, start: "2027-01", ramp: 1, minerals: "all", phase_out: true },
    ],
    world: "high",
    events: [
      { event: "drc_cobalt", start: "2028-02" },
      {
        minerals: "ree|tin",
        stages: "*",
        suppliers: "CHN|RWA",
        scope: "global",
        severity: 0.5,
        start: "2030-01",
        duration: 6,
        ramp_in: 1,
        recovery: 2,
        world_share: "ree:0.2",
        leak: 0,
      },
    ],
  },
  assumptions: [{ mineral: "all", stage: "", key: "iota", value: 0.7 }],
  target: { indicator: "composite_equal", mineral: null, value: 0.5, year: 2035 },
  budget: 2000,
  result,
};

export const file: ScenarioFile = { app: "0.1.0", scenarios: [scenario, { ...scenario, id: "s-2", title: "Second", result: null }] };

type Path = readonly (string | number)[];

/** The written file with one field set (undefined: removed), without its checksum, as a person who edits by hand would leave it. */
export function edited(path: Path, value: unknown): string {
  const content = JSON.parse(write(file)) as Record<string, unknown>;
  delete content["checksum"];
  let at: Record<string | number, unknown> = content;
  for (const step of path.slice(0, -1)) at = at[step] as Record<string | number, unknown>;
  const last = path.at(-1) ?? "";
  if (value === undefined) delete at[last];
  else at[last] = value;
  return JSON.stringify(content);
}
