/** Annual indicators of one mineral: dependence in its several readings, recycling, slow states, emissions. NaN = not defined. */
import type { MineralRun } from "./mineral-run.ts";
import type { Run } from "./run.ts";

export function mineralYear(run: Run, m: MineralRun, year: number): void {
  const series = run.annual.mineral;
  const at = m.model.index * run.model.years.length + year;
  series.eol_t[at] = m.endOfLifeSum;
  series.collected_t[at] = m.collectedSum;
  series.secondary_t[at] = m.recycledSum;
  series.eol_rr[at] = m.endOfLifeSum > 0 ? m.recycledSum / m.endOfLifeSum : NaN;
  // Rates at the start of December, stocks at its end.
  series.collection_rate[at] = m.collectionRateBefore;
  series.recovery_yield[at] = m.recoveryYieldBefore;
  series.substitution[at] = m.substitutedBefore;
  series.clean_adoption[at] = m.cleanPracticeBefore;
  series.scrap_stock_t[at] = m.scrap;
  series.recycling_capacity_t_per_yr[at] = m.recyclingCapacity;
  let inUse = 0;
  for (let i = 0; i < m.inUseOrder; i++) inUse += m.inUse[i]!;
  series.in_use_stock_t[at] = inUse;

  dependenceOfYear(run, m, year, at);
  emissionsOfYear(run, m, year, at);
}

function dependenceOfYear(run: Run, m: MineralRun, year: number, at: number): void {
  const series = run.annual.mineral;
  const stage = run.annual.stage;
  const recycled = m.recycledSum;
  const years = run.model.years.length;
  // Stages of a mineral stand side by side.
  const first = m.stages[0]!.model.index * years + year;

  // I11: dependence = Σ val_s·clamp(nirx_s, 0, 1)/Σ val_s over stages with base demand; an exporter's stage counts 0 and keeps its weight
  let weighted = 0;
  let weights = 0;
  for (let i = 0; i < m.stages.length; i++) {
    const c = m.stages[i]!;
    if (c.model.demand <= 0) continue;
    const weight = c.model.demand * c.p.p_ref;
    const nirx = stage.nirx[first + i * years]!;
    weights += weight;
    if (nirx > 0) weighted += weight * Math.min(1, nirx);
  }
  series.dependence[at] = weights > 0 ? weighted / weights : NaN;

  // chain_origin_dependence: output of processing counts as domestic only as far as its feed is
  const processing = m.model.processingStage;
  const p = first + processing * years;
  const output = stage.production_t[p]!;
  const need = stage.demand_ref_t[p]! + stage.feed_t[p]!;
  let domesticFeed = 1;
  if (processing > 0) {
    const before = p - years;
    const feed = stage.feed_t[before]!;
    domesticFeed = feed > 0 ? Math.min(1, Math.max(0, (stage.production_t[before]! - stage.exports_t[before]!) / feed)) : 0;
  }
  series.chain_origin_dependence[at] = need > 0 ? 1 - (recycled + output * domesticFeed) / need : NaN;

  const supply = output + recycled + stage.imports_t[p]!;
  series.eol_rir[at] = supply > 0 ? recycled / supply : NaN;

  // nir_published_basis: as the published figure counts secondary supply and the chain
  if (m.model.publishedBasisKind === "stage") {
    const basis = first + m.model.publishedBasisStage * years;
    const counted = m.model.publishedCountsSecondary;
    const secondary = stage.secondary_t[basis]!;
    const consumption = stage.apparent_consumption_t[basis]! - (1 - counted) * secondary;
    series.nir_published_basis[at] = consumption > 0 ? 1 - (stage.production_t[basis]! + counted * secondary) / consumption : NaN;
  } else {
    const consumption = stage.apparent_consumption_t[p]! - recycled;
    series.nir_published_basis[at] = consumption > 0 ? 1 - (output * domesticFeed) / consumption : NaN;
  }
}

/** E12.2 and E12.3, t CO2e. */
function emissionsOfYear(run: Run, m: MineralRun, year: number, at: number): void {
  const { stage, mineral } = run.annual;
  const years = run.model.years.length;
  let territorial = m.recycledSum * m.p.recycled_ghg_factor * m.processing.cumulativeIntensity;
  let imported = 0;
  for (let i = 0; i < m.stages.length; i++) {
    const c = m.stages[i]!;
    const s = c.model.index * years + year;
    territorial += stage.production_t[s]! * c.p.ei;
    if (c.isPrimary) territorial -= c.p.ei * c.p.clean_abatement_max * c.cleanOutput;
    imported += stage.imports_t[s]! * c.p.import_ei_mult * c.cumulativeIntensity;
  }
  mineral.emissions_territorial_t[at] = territorial;
  mineral.emissions_consumption_t[at] = territorial + imported;
}
