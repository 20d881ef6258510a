/** Findings held against the lines that they speak of: every chart of the Explore screen, for sample packages in several worlds. */
import { describe, expect, it } from "vitest";
import { CATALOGUE } from "../../../../shared/indicator/catalogue.ts";
import type { ChartSpec } from "../../../../shared/chart/chart-spec.ts";
import type { ScenarioInputs } from "../../../../shared/scenario/scenario.ts";
import type { ChartChoice, ExploreInput } from "../../../../shared/view/explore/explore-types.ts";
import { buildRightView } from "../../../../shared/view/explore/explore-view.ts";
import { shippedDataset as dataset } from "../../dataset/shipped-tables.ts";
import { busy, read, statusQuo } from "../shipped-runs.ts";
import { documentOf, setting } from "../view-kit.ts";

const home: ScenarioInputs = {
  levers: [setting("processing_invest", 2000), setting("mining_invest", 800), setting("recycling_rate", 60), setting("circular", 50)],
  world: "stated",
  events: [],
};
const packages = [home, busy, { ...home, world: "low" }].map((inputs) => ({
  inputs,
  readers: { current: read(inputs), statusQuo, statusQuoInWorld: read({ ...inputs, levers: [] }) },
}));
const charted: readonly ChartChoice[] = CATALOGUE.filter(({ unit }) => unit !== "text").map(({ level, id }) => ({ level, id }));
const places = [{ mineral: null, stage: null }, ...dataset.minerals.flatMap(({ id, stages }) => stages.map((stage) => ({ mineral: id, stage })))];

/** Every chart of an indicator, once for each place that it differs for. */
function* charts(): Generator<ChartSpec> {
  for (const { inputs, readers } of packages) {
    for (const place of places) {
      const isFirst = place.mineral === null || dataset.minerals.some(({ stages }) => stages[0] === place.stage);
      for (const rightIndicator of charted) {
        if (rightIndicator.level === "total" ? place.mineral !== null : rightIndicator.level === "mineral" && !isFirst) continue;
        const input: ExploreInput = {
          dataset,
          readers,
          document: documentOf({ inputs }),
          selection: { ...place, left: "dependence" },
          outcomeYear: 2040,
          weighting: "equal",
          rightIndicator,
          leverInHand: null,
        };
        yield buildRightView(input).right;
      }
    }
  }
}

const at = (spec: ChartSpec, role: string): number => {
  const line = spec.series.find((series) => series.role === role) ?? spec.series.find((series) => series.role === "status-quo-world");
  return line!.values[spec.years.indexOf(2040)]!;
};

/** Whether a shown number is `raw` rounded to the decimals that it shows. */
function isShown(text: string, raw: number, spec: ChartSpec): boolean {
  const digits = /−?\$?[\d,]+(?:\.\d+)?/.exec(text)![0].replace("−", "-").replace(/[$,]/g, "");
  const step = 10 ** -(digits.split(".")[1]?.length ?? 0);
  return Math.abs(Number(digits) - raw / spec.y.scale.divisor) <= step / 2 + 1e-9;
}

const MOVED = /^.+ in 2040 (falls?|rises?) from (\S.*?) to (.+?)(?: \(net exporter\))?$/;
const PARTS = /^.+ in 2040 (?:(?:falls?) for (\d+|all|both))?(?: and )?(?:rises? for (\d+|all|both))?(?: 9| of 9)? minerals$/;

describe("findings are true", () => {
  const all = [...charts()];

  it("V240: what falls or rises is the named year's figure, from status quo to scenario, with the numbers of the drawn lines", () => {
    const faults: string[] = [];
    let moved = 0;
    for (const spec of all) {
      const [, verb, before, after] = MOVED.exec(spec.title) ?? [];
      if (verb === undefined || before === undefined || after === undefined || spec.title.includes("−100%")) continue;
      moved++;
      const [from, to] = [at(spec, "status-quo"), at(spec, "scenario")];
      const isTrue = isShown(before, from, spec) && isShown(after, to, spec) && verb.startsWith("fall") === to < from;
      if (!isTrue) faults.push(`${spec.title}: ${from} → ${to}`);
    }
    expect(moved).toBeGreaterThan(500);
    expect(faults).toEqual([]);
  });

  it("V24: what stays is the same on both lines, what changes by less than a step does so", () => {
    const faults: string[] = [];
    let still = 0;
    for (const spec of all) {
      const same = /stays? at .*no change from status quo/.test(spec.title);
      const step = /^(?:.+) changes? .+ in 2040 by less than \$?([\d.]+)/.exec(spec.title)?.[1];
      if (!same && step === undefined) continue;
      still++;
      const difference = Math.abs(at(spec, "scenario") - at(spec, "status-quo")) / spec.y.scale.divisor;
      if (same ? difference !== 0 : !(difference > 0 && difference < Number(step) + 1e-9)) faults.push(`${spec.title}: ${difference}`);
    }
    expect(still).toBeGreaterThan(100);
    expect(faults).toEqual([]);
  });

  it("V242: the minerals that fall and rise are those whose own lines do so", () => {
    const faults: string[] = [];
    let counted = 0;
    for (const spec of all) {
      const found = PARTS.exec(spec.title);
      if (!found || (found[1] === undefined && found[2] === undefined)) continue;
      counted++;
      const number = (text: string | undefined): number => (text === undefined ? 0 : text === "all" ? 9 : text === "both" ? 2 : Number(text));
      const year = spec.years.indexOf(2040);
      const lines = spec.series.filter(({ id }) => !id.endsWith(":status-quo"));
      const moves = lines.map(({ id, values }) => values[year]! - (spec.series.find((other) => other.id === `${id}:status-quo`)?.values[year] ?? Number.NaN));
      const [fall, rise] = [moves.filter((move) => move < 0).length, moves.filter((move) => move > 0).length];
      // Less than the finest step of a mineral's own scale is not counted, never more than moves at all.
      if (number(found[1]) > fall || number(found[2]) > rise) faults.push(`${spec.title}: ${fall} fall, ${rise} rise`);
    }
    expect(counted).toBeGreaterThan(50);
    expect(faults).toEqual([]);
  });

  it("V243: a subtitle has metric, unit and subject, each once", () => {
    const faults = all.filter(({ subtitle, y }) => {
      const parts = subtitle.split(/[,;] /);
      const unit = `${y.scale.prefix}${y.scale.suffix}`.trim();
      return new Set(parts).size < parts.length || !subtitle.includes(unit) || /^(?!.*(?:all minerals|by mineral|each mineral|,)).*$/.test(subtitle);
    });
    expect(faults.map(({ subtitle }) => subtitle)).toEqual([]);
  });
});
