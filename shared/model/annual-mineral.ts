/** Annual indicators of one mineral: dependence in its several readings, recycling, slow states, emissions. NaN = not defined. */
import { MINERAL_RECORD, STAGE_RECORD } from "./monthly.ts";
import type { MineralRun, Run } from "./run.ts";

export function mineralYear(run: Run, m: MineralRun, year: number): void {
  const series = run.annual.mineral;
  const records = run.mineralMonths;
  const at = m.model.index * run.model.years.length + year;
  const first = (m.model.index * run.model.months + year * 12) * MINERAL_RECORD;

  let endOfLife = 0;
  let collected = 0;
  let recycled = 0;
  for (let o = first; o < first + 12 * MINERAL_RECORD; o += MINERAL_RECORD) {
    endOfLife += records[o]!;
    collected += records[o + 1]!;
    recycled += records[o + 2]!;
  }
  const december = first + 11 * MINERAL_RECORD;
  series.eol_t[at] = endOfLife;
  series.collected_t[at] = collected;
  series.secondary_t[at] = recycled;
  series.eol_rr[at] = endOfLife > 0 ? recycled / endOfLife : NaN;
  // Rates at the start of December, stocks at its end.
  series.collection_rate[at] = records[december + 3]!;
  series.recovery_yield[at] = records[december + 4]!;
  series.substitution[at] = records[december + 5]!;
  series.clean_adoption[at] = records[december + 6]!;
  series.scrap_stock_t[at] = records[december + 7]!;
  series.recycling_capacity_t_per_yr[at] = records[december + 8]!;
  series.in_use_stock_t[at] = records[december + 9]!;

  dependenceOfYear(run, m, year, at, recycled);
  emissionsOfYear(run, m, year, at, recycled);
}

function dependenceOfYear(run: Run, m: MineralRun, year: number, at: number, recycled: number): void {
  const series = run.annual.mineral;
  const stage = run.annual.stage;
  const years = run.model.years.length;
  const atStage = (position: number): number => m.stages[position]!.model.index * years + year;

  // dependence = Σ val_s·clamp(nirx_s, 0, 1)/Σ val_s over stages with base demand; an exporter's stage counts 0 and keeps its weight
  let weighted = 0;
  let weights = 0;
  for (let i = 0; i < m.stages.length; i++) {
    const c = m.stages[i]!;
    if (c.model.demand <= 0) continue;
    const weight = c.model.demand * c.p.p_ref;
    const nirx = stage.nirx[atStage(i)]!;
    weights += weight;
    if (nirx > 0) weighted += weight * Math.min(1, nirx);
  }
  series.dependence[at] = weights > 0 ? weighted / weights : NaN;

  // chain_origin_dependence: output of processing counts as domestic only as far as its feed is
  const processing = m.model.processingStage;
  const p = atStage(processing);
  const output = stage.production_t[p]!;
  const need = stage.demand_ref_t[p]! + stage.feed_t[p]!;
  let domesticFeed = 1;
  if (processing > 0) {
    const before = atStage(processing - 1);
    const feed = stage.feed_t[before]!;
    domesticFeed = feed > 0 ? Math.min(1, Math.max(0, (stage.production_t[before]! - stage.exports_t[before]!) / feed)) : 0;
  }
  series.chain_origin_dependence[at] = need > 0 ? 1 - (recycled + output * domesticFeed) / need : NaN;

  const supply = output + recycled + stage.imports_t[p]!;
  series.eol_rir[at] = supply > 0 ? recycled / supply : NaN;

  // nir_published_basis: as the published figure counts secondary supply and the chain
  if (m.model.publishedBasisKind === "stage") {
    const basis = atStage(m.model.publishedBasisStage);
    const counted = m.model.publishedCountsSecondary;
    const secondary = stage.secondary_t[basis]!;
    const consumption = stage.apparent_consumption_t[basis]! - (1 - counted) * secondary;
    series.nir_published_basis[at] = consumption > 0 ? 1 - (stage.production_t[basis]! + counted * secondary) / consumption : NaN;
  } else {
    const consumption = stage.apparent_consumption_t[p]! - recycled;
    series.nir_published_basis[at] = consumption > 0 ? 1 - (output * domesticFeed) / consumption : NaN;
  }
}

/** E12, t CO2e. */
function emissionsOfYear(run: Run, m: MineralRun, year: number, at: number, recycled: number): void {
  const { stage, mineral } = run.annual;
  const years = run.model.years.length;
  let territorial = recycled * m.p.recycled_ghg_factor * m.processing.cumulativeIntensity;
  let imported = 0;
  for (let i = 0; i < m.stages.length; i++) {
    const c = m.stages[i]!;
    const s = c.model.index * years + year;
    territorial += stage.production_t[s]! * c.p.ei;
    if (c.isPrimary) territorial -= c.p.ei * c.p.clean_abatement_max * cleanOutput(run, m, c.model.index, year);
    imported += stage.imports_t[s]! * c.p.import_ei_mult * c.cumulativeIntensity;
  }
  mineral.emissions_territorial_t[at] = territorial;
  mineral.emissions_consumption_t[at] = territorial + imported;
}

/** Σ Q·a over the months of a year. Practice never falls back to exactly 0, so 0 in December means 0 all year. */
function cleanOutput(run: Run, m: MineralRun, stage: number, year: number): number {
  if (run.annual.mineral.clean_adoption[m.model.index * run.model.years.length + year] === 0) return 0;
  let sum = 0;
  for (let t = year * 12; t < year * 12 + 12; t++) {
    const practice = run.mineralMonths[(m.model.index * run.model.months + t) * MINERAL_RECORD + 6]!;
    sum += run.stageMonths[(stage * run.model.months + t) * STAGE_RECORD]! * practice;
  }
  return sum;
}
