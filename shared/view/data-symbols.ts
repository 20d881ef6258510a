/** The letters of the equations and formulas in words, with units: the method page shows them by topic. */

export interface SymbolGroup {
  readonly title: string;
  readonly says: string;
  /** Symbol and what it stands for. */
  readonly symbols: readonly (readonly [symbol: string, meaning: string])[];
}

export const symbolGroups: readonly SymbolGroup[] = [
  {
    title: "Signs",
    says: "Names with underscores are parameters; search the dataset for them to read value, source and range.",
    symbols: [
      ["x′", "x at the end of the month"],
      ["Δx", "change of x over the month or year"],
      ["Σ x", "sum over the months of a year, or over what is named"],
      ["x̄", "mean of x over suppliers or months"],
      ["x*", "what x moves towards"],
      ["x_j", "x of supplier j"],
      ["x_s", "x of stage s"],
      ["pos(x)", "x where positive, else 0"],
      ["clamp(x, 0, 1)", "x kept between 0 and 1"],
      ["at M, P, X", "at mining, processing, fabrication"],
      ["t, t0, d", "month, first month, months that something lasts"],
    ],
  },
  {
    title: "Flows of a month at one stage",
    says: "Tonnes a month; indicators add them up over a year.",
    symbols: [
      ["Q, Qd", "output of plants at home from mined material; as planned, before feed runs short"],
      ["R, Rin, R0", "recycled material; what enters at this stage; in the base year"],
      ["I, C", "imports; deliveries of partner plants"],
      ["X", "exports"],
      ["D, Dref", "demand at the price of the day; at reference prices"],
      ["F", "feed that the next stage at home asks for"],
      ["ref, need, base", "Dref + F; what must be imported; what would be imported in normal times"],
      ["fillV, fillG", "purchases for commercial stocks, for the reserve"],
      ["drawV, release, Rel", "draws on commercial stocks, sales from the reserve"],
      ["short, unmet", "what is missing before and after stocks are drawn"],
      ["AC", "apparent consumption, Q + R + I + C − X − ΔV − ΔG"],
    ],
  },
  {
    title: "Plants and stocks",
    says: "Tonnes a year for plants, tonnes for stocks.",
    symbols: [
      ["K, PM, CO, RU", "capacity at home; what is in permitting, construction and ramp-up"],
      ["y_eff", "yield from the stage before, research included"],
      ["V, G", "commercial stocks, government reserve"],
      ["u", "share of capacity in use"],
      ["A, head", "most that can be started in a year; room below the ceiling, 0 to 1"],
      ["T, n, f, S_i", "mean delay in months, its steps, share that passes a step each month, what stands in step i"],
      ["Tp, Tc, Tr", "permitting, construction and ramp-up time, months"],
      ["z", "distance of a percentile from the middle, in standard deviations"],
      ["nn, w, w0", "share of need that is imported in normal times; share of a supplier now and in the base year"],
    ],
  },
  {
    title: "Recycling and products in use",
    says: "Tonnes of content.",
    symbols: [
      ["U, U1, Ui, k", "material in use, in the first, a later step of product life; the last step"],
      ["E, E0", "material that reaches its end of life, now and in the base year"],
      ["c, cm", "collection rate, its ceiling"],
      ["coll, Z", "what is collected in a month; scrap that waits for a plant"],
      ["ρ, ρ₁", "share recovered from what is processed; the part of it that the published figure counts"],
      ["KR", "recycling capacity, tonnes of scrap a year"],
      ["γ", "content of a tonne of product, content_factor"],
      ["g", "growth of demand a month before the base year"],
      ["ext", "extension of product life, a share"],
    ],
  },
  {
    title: "Prices and margins",
    says: "Indices with the base year at 1 unless a unit is given.",
    symbols: [
      ["P", "price that buyers see; price index is the world's outlook"],
      ["π, θ", "premium of a disruption; tightness, need over what is available (for unmet need by class: the share of that class)"],
      ["L", "what tariffs and transparency rules add to a supplier's price, 1 = nothing"],
      ["τ, risk", "tariff as a share; risk weight of a supplier"],
      ["pn, el, floor", "price after a price floor, the share of output it covers, the floor"],
      ["m, m0", "margin over unit cost, now and in the base year"],
      ["χ, a", "credit for clean production, share of output that is clean"],
      ["val", "base-year demand at reference prices, money a year"],
      ["ei", "emissions of a tonne; ei_cum with all stages before it"],
    ],
  },
  {
    title: "Policy, knowledge and disruptions",
    says: "Shares from 0 to 1 unless a unit is given.",
    symbols: [
      ["φ, aφ", "public share of a project; what public money sets in motion"],
      ["hI, hH, hX", "effect of infrastructure, of hubs, of extraction research"],
      ["Hs, Hx, H", "knowledge from research on substitutes, on extraction, either; millions"],
      ["σ", "share of demand that is substituted"],
      ["xg", "starts that grants pay for, as a share of A"],
      ["δ, leak", "severity of a disruption, the part of the banned flow that gets through"],
      ["x, tf", "extra deliveries of undisturbed suppliers, the part that a hit supplier still delivers"],
      ["dom", "share of processing's feed that comes from home mines"],
    ],
  },
];
