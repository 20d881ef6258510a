/** Money for plants that begins nothing: at a ceiling, without a deposit, beyond the pace of an industry, without scrap or without a buyer. */
import type { StageRole } from "../../dataset/dataset.ts";
import type { Pipe } from "../../model/plant-trace.ts";
import type { StageRun } from "../../model/stage-run.ts";
import { leverRow } from "../../lever/lever-catalogue.ts";
import { COST_YEARS } from "../../indicator/headline-cost.ts";
import type { IdleReason, LeverLimit, LimitInput, ObservedRun, PlantMoney } from "./lever-limit.ts";
import { coversMineral } from "./lever-cover.ts";

/** Extra output below this share of the extra capacity counts as none. */
const HARDLY = 0.05;
/** A ceiling below this share of the deposit's means that nobody at home takes the material. */
const NOBODY = 0.01;
/** A pace that leaves less than this share of the money idle is not worth a word. */
const LITTLE = 0.1;
const MONTHS = 12;

export function moneyLimits(input: LimitInput): readonly LeverLimit[] {
  const paid = leverRow(input.lever.id)?.pays;
  if (!paid) return [];
  const pipes = paidPipes(input);
  return [
    ...withoutStage(input, paid.role),
    ...pipes.flatMap((pipe) => idleLimit(input.whole, pipe)),
    ...(paid.kind === "recycling" ? withoutScrap(input) : []),
    ...(paid.kind === "partner" ? [...notListed(input), ...pipes.flatMap((pipe) => withoutBuyer(input.whole, pipe)), ...notAllied(input)] : []),
  ];
}

/** Null for levers that pay for no plants. */
export function plantMoney(input: LimitInput): PlantMoney | null {
  const pipes = paidPipes(input);
  const total = (series: "money" | "idle"): number => pipes.reduce((before, pipe) => before + sum(pipe[series]) / MONTHS, 0);
  return pipes.length === 0 ? null : { spent: total("money"), idle: total("idle") };
}

function paidPipes({ lever, whole }: LimitInput): readonly Pipe[] {
  const paid = leverRow(lever.id)?.pays;
  if (!paid) return [];
  const roles = new Map(whole.run.model.stages.map((stage) => [stage.id, stage.role]));
  return whole.trace.pipes.filter((pipe) => pipe.kind === paid.kind && (paid.role === null || roles.get(pipe.stage) === paid.role));
}

/** Minerals that a setting names and whose chain lacks the stage; all of them where none has it. */
function withoutStage({ settings, whole }: LimitInput, role: StageRole | null): readonly LeverLimit[] {
  if (role === null) return [];
  const lacking = whole.run.model.minerals
    .filter(({ id, stages }) => !stages.some((stage) => stage.role === role) && settings.some(({ minerals }) => minerals !== "all" && minerals.includes(id)))
    .map(({ id }) => id);
  return lacking.length === 0 ? [] : [{ kind: "no-stage", minerals: lacking }];
}

function idleLimit({ run, reader }: ObservedRun, pipe: Pipe): readonly LeverLimit[] {
  const idle = sum(pipe.idle);
  if (idle === 0) return [];
  const months = [...pipe.idle.keys()].filter((t) => pipe.idle[t]! > 0);
  // The month that says why: the one with most idle money.
  const worst = months.reduce((most, t) => (pipe.idle[t]! > pipe.idle[most]! ? t : most), months[0]!);
  const c = run.stages.find(({ model }) => model.id === pipe.stage && run.model.minerals[model.mineral]!.id === pipe.mineral)!;
  const reason = reasonAt(pipe, worst, c);
  if (reason === "pace" && idle < LITTLE * sum(pipe.money)) return [];
  const { years } = reader;
  return [
    {
      kind: "idle",
      pipe: pipe.kind,
      reason,
      mineral: pipe.mineral,
      stage: pipe.stage,
      partner: pipe.partner,
      idle: idle / MONTHS,
      first: years[Math.floor(months[0]! / MONTHS)]!,
      last: years[Math.floor(months.at(-1)! / MONTHS)]!,
      year: years[Math.floor(worst / MONTHS)]!,
      capacity: pipe.capacity[worst]! + pipe.permitting[worst]! + pipe.construction[worst]! + pipe.rampUp[worst]!,
      ceiling: pipe.ceiling[worst]!,
      useful: pipe.money[worst]! - pipe.idle[worst]!,
    },
  ];
}

function reasonAt(pipe: Pipe, t: number, { p }: StageRun): IdleReason {
  const pace = pipe.kind === "plants" ? p.a_max : pipe.kind === "partner" ? p.ally_a_max : Infinity;
  if (pace === 0 || (pipe.kind === "plants" && p.k_max === 0)) return "no-deposit";
  if (pipe.idle[t]! < pipe.money[t]!) return "pace";
  if (pipe.kind === "recycling") return "collectable";
  if (pipe.kind === "partner" || pipe.ceiling[t] === p.k_max) return "deposit";
  return pipe.ceiling[t]! < NOBODY * p.k_max ? "no-need" : "need";
}

function withoutScrap({ pairs, whole: { reader } }: LimitInput): readonly LeverLimit[] {
  return pairs.flatMap(({ pipe, without }) => {
    if (pipe.kind !== "recycling" || !without || pipe.money.every((money) => money === 0)) return [];
    const extra = (series: "possible" | "used"): number => pipe[series].reduce((before, value, t) => before + value - without[series][t]!, 0);
    const possible = extra("possible");
    if (possible <= 0 || extra("used") >= HARDLY * possible) return [];
    const year = Math.max(0, reader.years.indexOf(COST_YEARS.last));
    return [{ kind: "no-scrap", mineral: pipe.mineral, year: reader.years[year]!, possible: yearly(pipe.possible, year), used: yearly(pipe.used, year) }];
  });
}

function notListed({ settings, whole: { run } }: LimitInput): readonly LeverLimit[] {
  const { model } = run;
  return settings.flatMap((setting) => {
    const cells = model.stages.filter((stage) => coversMineral(setting, model.minerals[stage.mineral]!.id) && isNamed(setting.stages, stage.role, stage.id));
    if (cells.some(({ suppliers }) => suppliers.some(({ iso3 }) => iso3 === setting.partner))) return [];
    const minerals = [...new Set(cells.map((stage) => model.minerals[stage.mineral]!.id))];
    return [{ kind: "not-listed", partner: setting.partner ?? "", minerals, money: setting.value }];
  });
}

/** Stages of partner plants: those named, else processing. */
const isNamed = (stages: readonly string[] | undefined, role: StageRole, id: string): boolean =>
  stages === undefined ? role === "processing" : stages.includes(id);

function withoutBuyer({ reader }: ObservedRun, pipe: Pipe): readonly LeverLimit[] {
  if (pipe.partner === null) return [];
  const possible = sum(pipe.possible);
  if (possible === 0 || sum(pipe.used) >= (1 - HARDLY) * possible) return [];
  const gap = (year: number): number => yearly(pipe.possible, year) - yearly(pipe.used, year);
  const year = reader.years.reduce((most, _, at) => (gap(at) > gap(most) ? at : most), 0);
  const { partner, mineral, stage } = pipe;
  return [{ kind: "no-buyer", partner, mineral, stage, year: reader.years[year]!, possible: yearly(pipe.possible, year), used: yearly(pipe.used, year) }];
}

function notAllied({ settings, whole: { run } }: LimitInput): readonly LeverLimit[] {
  const allies = new Set(run.model.stages.flatMap(({ suppliers }) => suppliers.filter(({ isAlly }) => isAlly).map(({ iso3 }) => iso3)));
  const partners = [...new Set(settings.flatMap(({ partner }) => partner ?? []))];
  return partners.filter((partner) => !allies.has(partner)).map((partner) => ({ kind: "not-ally", partner }));
}

const sum = (series: Float64Array): number => series.reduce((total, value) => total + value, 0);

/** Over the months of a year. */
const yearly = (series: Float64Array, year: number): number => sum(series.subarray(year * MONTHS, (year + 1) * MONTHS));
