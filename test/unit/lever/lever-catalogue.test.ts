/** What the catalogue says of a lever is held against the equations, the dataset and runs with it. */
import { describe, expect, it } from "vitest";
import { CATALOGUE } from "../../../shared/indicator/catalogue.ts";
import { engineLevers, leverCatalogue } from "../../../shared/lever/lever-catalogue.ts";
import { equations, equationsOfLever } from "../../../shared/method/equations.ts";
import type { LeverSetting, ScenarioEvent } from "../../../shared/scenario/scenario.ts";
import { allSeries, dataset, runChecked, scenario, setting } from "../model/shipped.ts";

const disruption: readonly ScenarioEvent[] = [{ event: "embargo_multi", start: "2034-01" }];

/** Near its strongest, from its usual start. */
function strong(id: string): LeverSetting {
  const { max } = dataset.levers.find((lever) => lever.id === id)!;
  const partner = dataset.suppliers.find(({ isAlly }) => isAlly)!.iso3;
  return setting(id, max * 0.9, leverCatalogue[id as keyof typeof leverCatalogue].fields.includes("partner") ? { partner } : {});
}

/** "stage:nirx" of every series that the lever moves, in calm years or in a disruption. */
function moved(id: string): ReadonlySet<string> {
  const grants = leverCatalogue[id as keyof typeof leverCatalogue].servesGrants ? [strong("processing_invest")] : [];
  const seriesOf = (levers: readonly LeverSetting[]) => allSeries(runChecked(scenario(levers, undefined, disruption)));
  const without = new Map(seriesOf(grants).map(({ name, values }) => [name, Array.from(values)]));
  return new Set(
    seriesOf([...grants, strong(id)]).flatMap(({ name, values }) => {
      const before = without.get(name)!;
      const differs = Array.from(values).some((value, at) => Math.abs(value - before[at]!) > 1e-6 * Math.max(1, Math.abs(value)));
      return differs ? [name.replace(".", ":")] : [];
    }),
  );
}

describe("the catalogue of levers", () => {
  it("V280: it has a row for each lever of the dataset, and no other", () => {
    expect([...engineLevers]).toEqual(dataset.levers.map(({ id }) => id));
  });

  it.each(engineLevers.map((id) => [id]))("V281: every chart that is offered for %s moves with it", (id) => {
    const series = moved(id);
    const charts = leverCatalogue[id].charts.map((chart) => `${chart.level}:${chart.id}`);
    expect(charts.filter((chart) => !CATALOGUE.some(({ level, id: of }) => chart === `${level}:${of}`))).toEqual([]);
    expect(charts.filter((chart) => !series.has(chart))).toEqual([]);
  });

  it("V282: the equations that it names for a lever are there, and with its cost rule they are all that read it", () => {
    for (const lever of dataset.levers) {
      const named = leverCatalogue[lever.id as (typeof engineLevers)[number]].equations;
      const reading = equations.filter(({ reads }) => reads.some((one) => one.kind === "lever" && one.levers.some((id) => id === lever.id)));
      expect(named.filter((id) => !equations.some((one) => one.id === id))).toEqual([]);
      expect([...named, lever.costRule]).toEqual(expect.arrayContaining(reading.map(({ id }) => id)));
      expect(equationsOfLever(lever).map(({ id }) => id)).toEqual(expect.arrayContaining([...named, lever.costRule]));
    }
  });

  it("V283: what it says of a lever is plain words: no symbol, no key, no stage's letter", () => {
    for (const id of engineLevers) {
      const { works, limits } = leverCatalogue[id];
      for (const text of [works, limits]) {
        expect(text).toMatch(/^[A-Z][^_=*()]+\.$/);
        expect(text).not.toMatch(/\b(?:[MPXRC]\d?|E\d+)\b/);
      }
    }
  });
});
