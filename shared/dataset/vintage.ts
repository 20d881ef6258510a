/**
 * The data vintage: a short name for exactly the values that a run depends on. Reformatting a file, sorting its rows or correcting a note keeps it;
 * changing any value that an equation reads changes it.
 */
import type { Dataset } from "./dataset.ts";
import { engineKeys, engineQuantities } from "./engine-keys.ts";
import type { Sha256 } from "./table.ts";

const HASH_CHARACTERS = 8;

/** "Label 2026.1 · 3fa4c01b": the dataset's label and the first characters of the hash over `engineText`. */
export const vintageOf = (dataset: Omit<Dataset, "vintage">, sha256: Sha256): string =>
  `${dataset.label} · ${sha256(engineText(dataset)).slice(0, HASH_CHARACTERS)}`;

/** Every engine-read value as lines of text, in an order that does not depend on the files. */
function engineText(d: Omit<Dataset, "vintage">): string {
  const lines = [
    line("time", d.baseYear, d.start, d.months, ...d.anchorYears),
    line("classes", ...d.classes.map((c) => c.id)),
    ...sorted(d.stages.map((s) => line("stage", s.id, s.role))),
    ...sorted(
      d.minerals.map((m) =>
        line("mineral", m.id, m.stages.join("|"), m.recyclingStage, m.publishedBasisStage, m.publishedBasisKind, m.publishedCountsSecondary),
      ),
    ),
    ...sorted(d.minerals.flatMap((m) => m.endUses.map((u) => line("end use", m.id, u.name, u.priorityClass, u.demandSharePct)))),
    ...sorted(
      d.baseYearValues.filter((b) => Object.hasOwn(engineQuantities, b.quantity)).map((b) => line("base year", b.mineral, b.stage, b.quantity, b.value)),
    ),
    ...sorted(d.suppliers.map((s) => line("supplier", s.mineral, s.stage, s.iso3, s.importSharePct, s.worldSharePct, s.riskWeight, s.isAlly))),
    ...sorted(d.parameters.filter((p) => Object.hasOwn(engineKeys, p.key)).map((p) => line("parameter", p.mineral, p.stage, p.key, p.value))),
    ...sorted(d.levers.map((l) => line("lever", l.id, l.default))),
    ...sorted(d.worldSeries.map((w) => line("world", w.world, w.mineral, w.variable, ...w.values))),
    ...sorted(
      d.events.map((e) =>
        line(
          "event",
          e.id,
          e.minerals,
          e.stages,
          e.suppliers,
          e.scope,
          e.severity,
          e.durationMonths,
          e.rampInMonths,
          e.recoveryMonths,
          worldShare(e.worldShare),
          e.leak,
        ),
      ),
    ),
    ...sorted(d.projects.map((p) => line("project", p.id, p.mineral, p.stage, p.capacityTPerYr, p.month, p.enters, p.realisation))),
  ];
  return lines.join("\n");
}

/** JSON keeps an empty text, a null and a number apart, and writes a number the same way however the file wrote it. */
const line = (kind: string, ...values: readonly (string | number | boolean | null)[]): string => JSON.stringify([kind, ...values]);

const sorted = (lines: readonly string[]): readonly string[] => lines.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));

const worldShare = (shares: Readonly<Record<string, number>>): string =>
  sorted(Object.entries(shares).map(([mineral, share]) => `${mineral}:${share}`)).join("|");
