/** A checked dataset as the tables it could have been read from: the inverse of `check-dataset.ts`, so that a dataset inside a file passes every check again. */
import { ALL_MINERALS, folders, GENERAL, optionalFiles, singleFiles } from "./dataset-files.ts";
import type { Dataset } from "./dataset.ts";
import type { DatasetTables, Table } from "./table.ts";

/** Numbers keep every bit. The vintage is not written: it follows from the content. */
export function tablesOfDataset(d: Omit<Dataset, "vintage">): DatasetTables {
  const { id, label, home, baseYear, start, months, currency, stages, classes, worlds } = d;
  const mineralIds = d.minerals.map((mineral) => mineral.id);
  return {
    manifest: JSON.stringify({ id, label, home, baseYear, start, months, currency, stages, classes, worlds }),
    tables: [
      ...mineralTables(d),
      baseYearChecks(d),
      ...published(d),
      levers(d),
      events(d),
      projects(d),
      ...mineralIds.flatMap((mineral) => [baseYearOf(d, mineral), suppliersOf(d, mineral)]),
      ...[ALL_MINERALS, ...mineralIds].map((mineral) => parametersOf(d, mineral)),
      ...worlds.map((world) => worldOf(d, world.id)),
    ],
  };
}

type Cell = string | number | boolean | null;
type Source = Omit<Dataset, "vintage">;

function table<C extends string>(file: string, columns: readonly C[], rows: readonly Readonly<Record<C, Cell>>[]): Table {
  const lines = rows.map((row, index) => ({ line: index + 2, cells: columns.map((column) => cellText(row[column])) }));
  return { file, columns, rows: lines, problems: [] };
}

function cellText(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell === "boolean") return cell ? "1" : "0";
  return Object.is(cell, -0) ? "-0" : String(cell);
}

function mineralTables({ minerals }: Source): readonly Table[] {
  const { minerals: of, endUses } = singleFiles;
  return [
    table(
      of.file,
      of.columns,
      minerals.map((m) => ({
        id: m.id,
        name: m.name,
        symbol: m.symbol,
        content_unit: m.contentUnit,
        stages: m.stages.join("|"),
        recycling_stage: m.recyclingStage,
        headline_stage: m.headlineStage,
        published_basis_stage: m.publishedBasisStage,
        published_basis_kind: m.publishedBasisKind,
        published_counts_secondary: m.publishedCountsSecondary,
      })),
    ),
    table(
      endUses.file,
      endUses.columns,
      minerals.flatMap((m) =>
        m.endUses.map((use) => ({
          mineral: m.id,
          end_use: use.name,
          priority_class: use.priorityClass,
          demand_share_pct: use.demandSharePct,
          description: use.description,
          grade: use.grade,
        })),
      ),
    ),
  ];
}

const baseYearChecks = ({ baseYearChecks: checks }: Source): Table =>
  table(
    singleFiles.baseYearCheck.file,
    singleFiles.baseYearCheck.columns,
    checks.map((check) => ({
      mineral: check.mineral,
      stage: check.stage,
      published_nir_pct: check.publishedNirPct,
      published_bound: check.publishedBound,
      computed_nir_pct: check.computedNirPct,
      difference_points: check.differencePoints,
      computed_from_trade_pct: check.computedFromTradePct,
      model_nirx_pct: check.modelNirxPct,
      verdict: check.verdict,
    })),
  );

/** No table where the dataset has none. */
function published({ publishedReliance: rows }: Source): readonly Table[] {
  const { file, columns } = optionalFiles.publishedReliance;
  if (rows.length === 0) return [];
  return [
    table(
      file,
      columns,
      rows.map(({ mineral, year, published: printed, valuePct, bound, grade, source }) => ({
        mineral,
        year,
        published: printed,
        value_pct: valuePct,
        bound: bound ?? "",
        grade,
        source,
      })),
    ),
  ];
}

const levers = ({ levers: all }: Source): Table =>
  table(
    singleFiles.levers.file,
    singleFiles.levers.columns,
    all.map((lever) => ({
      id: lever.id,
      group: lever.group,
      name: lever.name,
      unit: lever.unit,
      min: lever.min,
      max: lever.max,
      step: lever.step,
      default: lever.default,
      bands: lever.bands.map(({ word, upTo }) => `${word}:${cellText(upTo)}`).join("|"),
      default_start: lever.defaultStart,
      default_ramp_months: lever.defaultRampMonths,
      represents: lever.represents,
      policy_precedent: lever.policyPrecedent,
      cost_rule: lever.costRule,
      equation: lever.equation,
      sub_settings: lever.subSettings,
    })),
  );

const events = ({ events: all }: Source): Table =>
  table(
    singleFiles.events.file,
    singleFiles.events.columns,
    all.map((event) => ({
      id: event.id,
      name: event.name,
      minerals: event.minerals,
      stages: event.stages,
      suppliers: event.suppliers,
      scope: event.scope,
      severity: event.severity,
      duration_months: event.durationMonths,
      ramp_in_months: event.rampInMonths,
      recovery_months: event.recoveryMonths,
      world_share: Object.entries(event.worldShare)
        .map(([mineral, share]) => `${mineral}:${cellText(share)}`)
        .join("|"),
      leak: event.leak,
      source: event.source,
    })),
  );

const projects = ({ projects: all }: Source): Table =>
  table(
    singleFiles.projects.file,
    singleFiles.projects.columns,
    all.map((project) => ({
      id: project.id,
      name: project.name,
      mineral: project.mineral,
      stage: project.stage,
      capacity_t_per_yr: project.capacityTPerYr,
      month: project.month,
      enters: project.enters,
      realisation: project.realisation,
      source: project.source,
    })),
  );

const baseYearOf = ({ baseYearValues }: Source, mineral: string): Table =>
  table(
    `${folders.baseYear.folder}/${mineral}.csv`,
    folders.baseYear.columns,
    baseYearValues
      .filter((value) => value.mineral === mineral)
      .map(({ stage, quantity, value, unit, year, grade, source }) => ({ stage, quantity, value, unit, year, grade, source })),
  );

const suppliersOf = ({ suppliers }: Source, mineral: string): Table =>
  table(
    `${folders.suppliers.folder}/${mineral}.csv`,
    folders.suppliers.columns,
    suppliers
      .filter((supplier) => supplier.mineral === mineral)
      .map((supplier) => ({
        stage: supplier.stage,
        iso3: supplier.iso3,
        country: supplier.country,
        import_share_pct: supplier.importSharePct,
        period: supplier.period,
        grade: supplier.grade,
        source: supplier.source,
        world_share_pct: supplier.worldSharePct,
        world_share_source: supplier.worldShareSource,
        risk_weight: supplier.riskWeight,
        risk_grade: supplier.riskGrade,
        is_ally: supplier.isAlly,
        ally_rule: supplier.allyRule,
      })),
  );

const parametersOf = ({ parameters }: Source, mineral: string): Table =>
  table(
    `${folders.parameters.folder}/${mineral === ALL_MINERALS ? GENERAL : mineral}.csv`,
    folders.parameters.columns,
    parameters
      .filter((parameter) => parameter.mineral === mineral)
      .map(({ stage, key, value, low, high, unit, grade, source, note }) => ({ stage, key, value, low, high, unit, grade, source, note })),
  );

function worldOf({ worldSeries, anchorYears }: Source, world: string): Table {
  const columns = [...folders.worlds.columns, ...anchorYears.map((year) => `y${year}`)];
  const rows = worldSeries
    .filter((series) => series.world === world)
    .map(({ mineral, variable, grade, source, values }): Readonly<Record<string, Cell>> => {
      const years = anchorYears.map((year, index) => [`y${year}`, values[index] ?? null] as const);
      return Object.assign({ mineral, variable, grade, source }, Object.fromEntries(years));
    });
  return table<string>(`${folders.worlds.folder}/${world}.csv`, columns, rows);
}
