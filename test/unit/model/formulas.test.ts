import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { equations } from "../../../shared/method/equations.ts";
import type { MineralRun } from "../../../shared/model/mineral-run.ts";
import { createRun } from "../../../shared/model/run.ts";
import { simulate } from "../../../shared/model/simulate.ts";
import { copyOfMonth } from "../../support/copy-of-month.ts";
import { relationOf, worth, valueIn } from "../../support/formulas-beside-run.ts";
import type { Own, StageMonth } from "../../support/formulas-beside-run.ts";
import { everything } from "../../support/every-lever.ts";
import { model } from "./shipped.ts";

/** Symbols with a value of the model that a formula gives, by number and left side. */
const OF_STAGE =
  `E2.1 Dref|E2.2 D|E3.2 L̄|E3.3 P|E4.3 cb|E4.4 cc|E4.5 cost|E4.6 m0|E4.7 um|E4.8 so|E5.1 Q|E5.4 need_I|E5.5 nn′|E5.7 x′|E5.8 X|E5.8 buyG|E5.8 Rel|E5.8 unmet
E5.9 DelD|E5.9 DelF|E5.9 V′|E5.9 G′|E6.3 π′|E6.4 π̄′|E8.1 A|E8.6 starts|E8.12 K′`.split(/[|\n]/);
const OF_MINERAL = `E1.1 f|E1.2 E|E1.3 coll|E1.5 R|E1.7 Z′|E1.8 disp|E8R.6 KR′|E9.5 c′|E9.7 ρ′|E9.8 ext′|E9.11 σ′|E9.13 a′|E7.2 U_1′`.split("|");

interface Difference {
  readonly what: string;
  readonly t: number;
  readonly mineral: string;
  readonly formula: number;
  readonly model: number;
}

interface Booked {
  readonly isFirst: boolean;
  readonly publicCost: number;
  readonly revenue: readonly number[];
  readonly privateCost: readonly number[];
}

const close = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));

describe("formulas of the method beside a run of the model", () => {
  const differences: Difference[] = [];
  const worked = new Map<string, number>();
  const notDefined = new Set<string>();
  const seen = { active: 0, global: 0, targeted: 0, outage: 0, unmet: 0, released: 0, exports: 0, binding: 0 };
  const run = createRun(model);
  let before: MineralRun | null = null;
  let revenue = 0;
  const check = (what: string, month: StageMonth, formula: number, held: number): void => {
    if (!Number.isNaN(formula)) worked.set(what, (worked.get(what) ?? 0) + 1);
    if (Number.isNaN(formula)) notDefined.add(what);
    else if (!close(formula, held)) differences.push({ what, t: month.t, mineral: month.now.model.id, formula, model: held });
  };
  const checkRelation = (name: string, month: StageMonth, own: Own = {}, nth = 0): void => {
    const [number = "", left = ""] = name.split(" ");
    const { left: side, right } = relationOf(number, left, nth);
    check(name, month, worth(month, right, own), worth(month, side, {}));
  };

  /** What this month has added to the mineral's public cost, and to revenue and private cost of each of its stages. */
  const sums = new Map<string, number>();
  const bookedBy = (m: MineralRun, t: number): Booked => {
    const years = model.years.length;
    const year = Math.floor(t / 12);
    const added = (name: string, series: Float64Array, row: number): number => {
      const key = `${name} ${row} ${year}`;
      const now = series[row * years + year]!;
      const grown = now - (sums.get(key) ?? 0);
      sums.set(key, now);
      return grown;
    };
    return {
      isFirst: t % 12 === 0,
      publicCost: added("public", run.annual.costByMineral, m.model.index),
      revenue: m.stages.map((c) => added("revenue", run.annual.stage.tariff_revenue_musd, c.model.index)),
      privateCost: m.stages.map((c) => added("private", run.annual.stage.private_cost_musd, c.model.index)),
    };
  };
  const checkCosts = (month: StageMonth, booked: Booked): void => {
    const { now } = month;
    const cost = (number: string, stage = month.stage, left = "pay"): number => worth({ ...month, stage }, relationOf(number, left).right);
    let paid = cost("C12") + (now.collectionDutyCost > 0 ? cost("C13") : 0);
    now.stages.forEach((c, stage) => {
      paid += cost("C1", stage) + cost("C4", stage) + cost("C5", stage) + cost("C6", stage) + (c.isPrimary ? cost("C7", stage) : 0);
      // In a disruption imports by supplier follow other lines of E5.6.
      if (c.active) return;
      check("C8", month, cost("C8", stage, "revenue"), booked.revenue[stage]!);
      check("C9 and C10", month, (now.diversify > 0 ? cost("C9", stage, "private") : 0) + cost("C10", stage, "private"), booked.privateCost[stage]!);
    });
    // What is spent as planned is booked before the first month.
    if (!booked.isFirst) check("C1 to C13", month, paid, booked.publicCost);
  };

  simulate(model, everything, run, {
    observe: (m, t) => {
      const was = before;
      before = copyOfMonth(m);
      const booked = bookedBy(m, t);
      if (was === null || was.model !== m.model || t === 0) return;
      const entered = m.model.projects.some(({ month }) => month === t);
      if (t % 3 !== 0 && t < 290) return;
      m.stages.forEach((c, stage) => {
        const month: StageMonth = { run, t, before: was, now: m, stage };
        for (const name of OF_STAGE) {
          if (entered && /^E8\.(6|12)/.test(name)) continue;
          if (name === "E4.8 so" && c.offtake === 0) continue;
          if (name === "E5.5 nn′" && c.events.length === 0) continue;
          if (name === "E8.12 K′" && entered) continue;
          checkRelation(name, month);
        }
        if (stage > 0) checkRelation("E4.10 y", month);
        checkRelation("E4.11 F", month, {}, 0);
        seen.active += c.active ? 1 : 0;
        seen.unmet += c.unmet > 0 ? 1 : 0;
        seen.released += c.released > 0 ? 1 : 0;
        seen.exports += c.exports > 0 ? 1 : 0;
        seen.global += c.global ? 1 : 0;
        seen.targeted += c.targeted ? 1 : 0;
        seen.outage += c.outageFactor < 1 ? 1 : 0;
      });
      const month: StageMonth = { run, t, before: was, now: m, stage: m.model.processingStage };
      for (const name of OF_MINERAL) checkRelation(name, month);
      checkCosts(month, booked);
      seen.binding += m.collectionDutyCost > 0 ? 1 : 0;
      revenue += valueIn(month, "π", false, {});
    },
  });

  it("V210: every formula that gives a value of the model gives that value, in calm months and in disruptions", () => {
    expect(Object.entries(seen).filter(([, count]) => count === 0)).toEqual([]);
    const first = [...new Map(differences.toReversed().map((one) => [one.what, one])).values()];
    expect(first).toEqual([]);
    expect(revenue).toBeGreaterThan(0);
    // Quotients of nothing by nothing: their notes say what holds instead.
    expect([...notDefined].toSorted()).toEqual(["C8", "C9 and C10", "E4.11 F", "E5.4 need_I", "E5.5 nn′", "E5.9 DelD", "E5.9 DelF", "E8.6 starts"]);
    expect([...worked].filter(([, times]) => times < 100)).toEqual([]);
    expect(worked.size).toBe(OF_STAGE.length + OF_MINERAL.length + 5);
  });
});

describe("numbers of the formulas", () => {
  const folder = fileURLToPath(new URL("../../../shared/model/", import.meta.url));
  const code = readdirSync(folder)
    .filter((name) => name.endsWith(".ts"))
    .map((name) => readFileSync(`${folder}${name}`, "utf8"))
    .join("\n");
  const named = new Set([...code.matchAll(NUMBER)].flatMap(([, from = "", to]) => (to === undefined ? [from] : between(from, to))));

  it("V211: each formula has a number, and the code that works it out names it", () => {
    const numbers = [...new Set(equations.flatMap(({ formulas }) => formulas.map(({ number }) => number)))];
    expect(numbers.filter((number) => !named.has(number))).toEqual([]);
  });

  it("V211: the specification lists the formulas by number as the method page copies them", () => {
    const specification = readFileSync(`${folder}specification.md`, "utf8");
    const lines = equations.flatMap(({ formulas }) => formulas.map(({ number, text, note }) => `(${number}) ${text}${note === "" ? "" : `   [${note}]`}`));
    expect(specification.slice(specification.indexOf("## 12.")).match(/^\(.*$/gm)).toEqual(lines);
  });
});

/** "E1.1–E1.8", "3.5", "Step 1.1", "C4", "I11". */
const NUMBER = /(?<![\w.])((?:Step )?(?:E\d+R?|C|I)?\d*(?:\.\d+)?)(?:–((?:E\d+R?)?[\d.]*\d))?(?![\w])/g;

function between(from: string, to: string): readonly string[] {
  const [, head = "", first = ""] = /^(.*?)(\d+)$/.exec(from) ?? [];
  const last = Number(/\d+$/.exec(to)?.[0]);
  return Array.from({ length: Math.max(0, last - Number(first) + 1) }, (_, i) => `${head}${Number(first) + i}`);
}
