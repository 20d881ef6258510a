/** Analytic checks of grants, permits and discounting (specification, section 9). */
import type { Dataset } from "../dataset/dataset.ts";
import { flat, lasting, probeMineral, processingOnly, withBaseYear, withoutEntry, withParameters } from "./altered-dataset.ts";
import { fromStart, scenarioOf } from "./analytic-market-checks.ts";
import { compare, runChecked, worst } from "./check.ts";
import type { Check, CheckOutcome } from "./check.ts";

export const policyChecks: readonly Check[] = [
  { id: "A9", title: "a small grant starts G·10⁶·aφ/(φ·capex) t/yr a year, a huge one a_max", run: grantLimits },
  { id: "A9", title: "a public share of 100, 50 and 27 % gives leverage 0.98, 1.73 and 2.45", run: leverage },
  { id: "A10", title: "full permitting support takes 54 months to 24.3", run: permitTime },
  { id: "A11", title: "a constant cost C a month is worth C·(1 − q^N)/(1 − q)", run: presentValue },
];

/** A plant market without limits: nothing built, nothing under way, room for anything. */
function openMarket(dataset: Dataset): Dataset {
  const one = lasting(flat(withoutEntry(processingOnly(dataset, probeMineral(dataset)))), 12);
  return withBaseYear(withParameters(one, { k_max: 1e18, home_cover: 1e12 }), { capacity: 0 });
}

/** One dollar a year, in $M/yr: far below any saturation. */
const TINY = 1e-6;

/** Starts of the first year, t/yr, under a grant of `value` $M/yr. */
function startsOf(dataset: Dataset, value: number, publicShare?: number): { readonly starts: number; readonly capex: number; readonly absorption: number } {
  const share = publicShare === undefined ? [] : [fromStart(dataset, "ppp_public_share", publicShare)];
  const { reader, run } = runChecked(dataset, scenarioOf(dataset, [fromStart(dataset, "processing_invest", value), ...share]));
  const { p } = run.stages[0]!;
  return { starts: reader.stage(dataset.minerals[0]!.id, dataset.minerals[0]!.stages[0]!, "starts_t_per_yr")[0] ?? NaN, capex: p.capex, absorption: p.a_max };
}

function grantLimits(dataset: Dataset): CheckOutcome {
  const base = withParameters(openMarket(dataset), { ppp_phi: 0.5, ppp_phi0: 0.25 });
  const reach = (1 - Math.exp(-0.5 / 0.25)) / 0.5;
  const small = startsOf(base, TINY);
  const huge = startsOf(base, 1e9);
  return worst([
    compare(1, (small.starts * small.capex) / reach, 1e-6, "tiny grant, starts relative to G·10⁶·aφ/(φ·capex)"),
    compare(huge.absorption, huge.starts, 1e-6, "huge grant"),
  ]);
}

function leverage(dataset: Dataset): CheckOutcome {
  const base = withParameters(openMarket(dataset), { ppp_phi: 0.5, ppp_phi0: 0.25 });
  const pairs = [
    [100, 0.98],
    [50, 1.73],
    [27, 2.45],
  ] as const;
  return worst(
    pairs.map(([share, expected]) => {
      const { starts, capex } = startsOf(base, TINY, share);
      return compare(expected, Math.round(100 * starts * capex) / 100, 0, `public share ${share} %`);
    }),
  );
}

function permitTime(dataset: Dataset): CheckOutcome {
  const base = withParameters(openMarket(dataset), { t_perm: 54, permit_mult_min: 0.45 });
  const months = (value: number): number => {
    const { reader } = runChecked(base, scenarioOf(base, value > 0 ? [fromStart(base, "permit_speed", value)] : []));
    return reader.stage(base.minerals[0]!.id, base.minerals[0]!.stages[0]!, "lead_time_months")[0] ?? NaN;
  };
  return compare(54 - 24.3, months(0) - months(100), 1e-12, "months saved");
}

function presentValue(dataset: Dataset): CheckOutcome {
  const rate = 0.03;
  const monthly = 10;
  const base = withParameters(flat(processingOnly(dataset, probeMineral(dataset))), { discount_rate_real: rate });
  const { reader } = runChecked(base, scenarioOf(base, [fromStart(base, "infrastructure", 12 * monthly)]));
  const q = (1 + rate) ** (-1 / 12);
  return compare((monthly * (1 - q ** base.months)) / (1 - q), reader.total("public_cost_discounted_cum_musd").at(-1) ?? NaN, 1e-9);
}
