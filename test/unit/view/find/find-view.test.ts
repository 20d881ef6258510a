import { beforeAll, describe, expect, it } from "vitest";
import { findPackages, type FindResult } from "../../../../shared/analysis/find/find.ts";
import type { FindQuestion } from "../../../../shared/analysis/find/find-goal.ts";
import { localRunner } from "../../../../shared/analysis/jobs/job-runner.ts";
import { HEADLINE } from "../../../../shared/analysis/outcome.ts";
import { type FindForm, formProblem, leverChoices, questionOf, usualLevers } from "../../../../shared/view/find/find-form.ts";
import { claimText, findContext } from "../../../../shared/view/find/find-context.ts";
import { buildFindView } from "../../../../shared/view/find/find-view.ts";
import { documentOf, sameClaim, verifiedText } from "../../../../shared/view/find/found-document.ts";
import { claimsOf } from "../../analysis/find/claims-of.ts";
import { done } from "../../analysis/shipped-model.ts";
import { dataset, model, packageOf, statusQuo } from "../../analysis/small-model.ts";

const runner = localRunner(model);
const partners = [
  { iso3: "XSU", name: "Sudmark" },
  { iso3: "XOT", name: "Ostland" },
];
const choices = leverChoices(dataset, statusQuo, partners);
const form: FindForm = {
  base: statusQuo,
  outcome: HEADLINE,
  target: 0.5,
  year: 2040,
  budget: null,
  costBasis: "per-year",
  allowed: new Set(["mining_invest", "recycling_plants", "rd_substitution"]),
  bounds: { mining_invest: { min: 0, max: 1000, start: "2028-01" } },
  worlds: null,
  stress: null,
  maxLoss: 0.05,
  seed: 3,
};

describe("find form", () => {
  it("V96: every lever that the base does not set can be allowed, one with partners once for each; the usual ones need none", () => {
    const base = packageOf({ mining_invest: 100 });
    const left = leverChoices(dataset, base, partners);
    expect(left.map(({ key }) => key)).not.toContain("mining_invest");
    expect(choices.filter(({ partner }) => partner !== null).map(({ key }) => key)).toEqual(["ally_finance:XSU", "ally_finance:XOT"]);
    expect([...usualLevers(choices)].some((key) => key.startsWith("ally_finance"))).toBe(false);
  });

  it("V96: the question holds the levers ticked with their bounds and starts, in the base's own world unless others are chosen", () => {
    const question = questionOf(form, choices);
    expect(question.levers.map(({ setting, min, max }) => [setting.lever, setting.start, min, max])).toContainEqual(["mining_invest", "2028-01", 0, 1000]);
    expect(question.levers).toHaveLength(3);
    expect(question.worlds).toEqual([{ world: statusQuo.inputs.world }]);
    expect(questionOf({ ...form, worlds: [{ world: "a" }, { world: "b" }] }, choices).worlds).toHaveLength(2);
  });

  it("V96: what cannot be searched is said", () => {
    expect(formProblem(form, choices)).toBeNull();
    expect(formProblem({ ...form, allowed: new Set() }, choices)).toBe("Allow at least one lever.");
    expect(formProblem({ ...form, outcome: { indicator: "tariff_revenue_musd", mineral: null, stage: null } }, choices)).toMatch(/neither better high nor low/);
  });
});

describe("find view", () => {
  let question: FindQuestion;
  let result: FindResult;
  beforeAll(async () => {
    const base = questionOf(form, choices);
    const { levels } = { levels: base.levers.map(({ max }) => max) };
    const all = packageOf(Object.fromEntries(base.levers.map(({ setting }, i) => [setting.lever, levels[i]!])));
    const [quo, most] = (await claimsOf(runner, [statusQuo, all], base)).map(({ value }) => value);
    question = { ...base, target: (quo! + most!) / 2 };
    result = done(await findPackages(runner, question));
  });

  it("V97: a card for each package with its number, outcome and cost; roles count the packages that use a lever", () => {
    const view = buildFindView(dataset, question, result, 3);
    expect(view.isMet).toBe(true);
    expect(view.cards.map(({ number }) => number)).toEqual(result.packages.map((_, i) => i + 1));
    expect(view.title).toMatch(/^(One package reaches|\w+ different packages reach) .* in 2040 for .* or less$/);
    expect(view.roles).toHaveLength(result.mustDo.length + result.interchangeable.length);
    for (const { used } of view.roles) expect(used).toHaveLength(result.packages.length);
    expect(view.frontier.packages.map(({ cost }) => cost)).toEqual(result.packages.map(({ claim }) => claim.cost));
    for (const { cost, value } of [...view.frontier.points, ...view.frontier.packages]) {
      expect(cost).toBeLessThanOrEqual(view.frontier.x.at(-1)!.value);
      expect(value).toBeLessThanOrEqual(view.frontier.y.at(-1)!.value);
      expect(value).toBeGreaterThanOrEqual(view.frontier.y[0]!.value);
    }
  });

  it("V100, V103: fewer than five packages are said, with what they were sought within; a cost without is an upper bound; cards tell the cover", () => {
    const few = { ...result, packages: result.packages.slice(0, 2) };
    const view = buildFindView(dataset, question, few, 3);
    expect(view.notes.join(" ")).toMatch(/^Fewer than five: the search found no other package for .*\/yr or less that differs clearly/);
    const five = [0, 1, 2, 3, 4].map((i) => result.packages[i % result.packages.length]!);
    expect(buildFindView(dataset, question, { ...result, packages: five }, 3).notes).toEqual([]);
    const without = [...result.without.values()].filter((one) => one !== null);
    expect(without.length).toBeGreaterThan(0);
    expect(view.roles.filter(({ without: text }) => /^without it at most \$|^without it at most .*\/yr/.test(text)).length).toBeGreaterThan(0);
    for (const { notes } of view.cards) expect(notes).toMatch(/^[\d,]+ days’ cover/);
  });

  it("V101: what a search has found so far is called so, and levers that nobody has searched without are not called must-do", () => {
    const view = buildFindView(dataset, question, { ...result, without: new Map(), oneMoreBillion: null }, 3, false);
    expect(view.title).toContain(" so far ");
    expect(view.notes).toEqual([]);
    expect(view.roles.map(({ role }) => role)).not.toContain("must-do");
    expect(view.frontier.title).toBe("Best outcome for its cost so far");
  });

  it("V102, N85: one more billion names what it counts from, on which basis, and both outcomes; the figure reaches it or the title stays in the figure", () => {
    const { value } = result.oneMoreBillion!;
    const dear = { ...result, oneMoreBillion: { at: 900, value, valueWithMore: value / 2 } };
    const near = buildFindView(dataset, { ...question, budget: 900 }, dear, 3).frontier;
    expect(near.title).toMatch(/^Past €900 m\/yr, one more billion a year buys [\d.]+ points$/);
    expect(near.subtitle).toMatch(/From the budget on: .* becomes /);
    expect(near.more).toEqual({ cost: 1900, value: value / 2 });
    expect(near.x.at(-1)!.value).toBeGreaterThanOrEqual(1900);
    const cheap = { ...result, oneMoreBillion: { at: 0, value, valueWithMore: value / 2 }, packages: [] };
    const far = buildFindView(
      dataset,
      question,
      { ...cheap, packages: result.packages.map((one) => ({ ...one, claim: { ...one.claim, cost: 40 } })) },
      3,
    ).frontier;
    expect(far.more).toBeNull();
    expect(far.title).toMatch(/^Up to .*\/yr buys [\d.]+ points$/);
    expect(far.subtitle).toMatch(/Past the cost of the cheapest package, beyond the figure, one more billion a year buys /);
    const total = buildFindView(dataset, { ...question, budget: 5000, costBasis: "total" }, result, 3).frontier;
    expect(total.title).toMatch(/^Past .* discounted, one more billion, discounted, buys /);
    expect(total.subtitle).toContain("From the budget on: ");
  });

  it("N86: where several worlds were asked for, card and copy say each world's figure and in which the package stands as a scenario", () => {
    const worlds = [{ world: dataset.worlds[1]!.id }, question.worlds[0]!];
    const [first] = result.packages;
    const several = { ...result, packages: [{ ...first!, inWorlds: [{ ...first!.claim }, { ...first!.claim, value: 0.125 }] }] };
    const [one, home] = [dataset.worlds[1]!.label, dataset.worlds[0]!.label];
    const view = buildFindView(dataset, { ...question, worlds }, several, 3);
    expect(view.cards[0]!.home).toBe(`As a scenario in ${home}: 13%`);
    expect(view.cards[0]!.eachWorld).toMatch(new RegExp(`^Each world: .* in ${one} and 13% in ${home}; as a scenario in ${home}\\.$`));
    expect(documentOf({ ...question, worlds }, first!).inputs.world).toBe(question.worlds[0]!.world);
    expect(documentOf({ ...question, worlds: worlds.slice(0, 1) }, first!).inputs.world).toBe(dataset.worlds[1]!.id);
    expect(view.packageTable.columns).toContain(`${home}, %`);
    expect(buildFindView(dataset, question, result, 3).cards[0]).toMatchObject({ home: "", eachWorld: "" });
  });

  it("N82: packages leave with code, units and every lever that any of them uses; roles with the packages that use them", () => {
    const { packageTable, roleTable, how } = buildFindView(dataset, question, result, 3);
    expect(packageTable.rows).toHaveLength(result.packages.length);
    for (const row of [...packageTable.rows, packageTable.columns]) expect(row).toHaveLength(packageTable.columns.length);
    expect(packageTable.rows[0]![2]).toMatch(/^LS-/);
    expect(packageTable.columns.slice(-1)[0]).toMatch(/, \S/);
    expect(roleTable.rows[0]![2]).toMatch(/^\d of \d$/);
    expect(how).toMatch(/^seed 3, [\d,]+ packages tried, must hold in /);
  });

  it("V98: verified in several worlds, each of them is told; a claim that does not hold is said with what holds now", () => {
    const [found] = result.packages;
    const worlds = [question.worlds[0]!, { world: dataset.worlds[1]!.id }];
    const context = findContext(dataset, { ...question, worlds }, result);
    const inWorlds = [found!.claim, { ...found!.claim, value: found!.claim.value / 2 }];
    expect(verifiedText(context, found!.claim, found!.claim, inWorlds)).toMatch(
      /equal to the last digit\. Each world: .* in .* and .* in .*; as a scenario in .*\.$/,
    );
    expect(verifiedText(context, found!.claim, result.statusQuo, inWorlds)).toMatch(/does not hold: now /);
  });

  it("V98: a package opened as a scenario and run again equals its claim bit for bit, and another scenario does not", async () => {
    for (const found of result.packages) {
      const { inputs, assumptions, target } = documentOf(question, found);
      expect(target).toEqual({ indicator: "dependence", mineral: null, value: question.target, year: 2040 });
      const [again] = await claimsOf(localRunner(model), [{ inputs, assumptions }], question);
      expect(sameClaim(again!, found.claim)).toBe(true);
      expect(sameClaim(again!, result.statusQuo)).toBe(false);
    }
    expect(claimText(findContext(dataset, question, result), result.packages[0]!.claim)).toMatch(/ in 2040 for .*\/yr$/);
  });

  it("V97: a target that no budget meets names what binds; one that a larger budget meets offers that budget, which does", async () => {
    const tight = { ...question, budget: result.packages[0]!.claim.cost / 2 };
    const poor = done(await findPackages(runner, tight));
    const view = buildFindView(dataset, tight, poor, 1);
    expect(view.title).toMatch(/^No package reaches .* by 2040 for .*; nearest: /);
    expect(view.notes.join(" ")).toContain("The budget binds");
    expect(view.budgetThatDoes!.value).toBeGreaterThanOrEqual(poor.obstacle!.costToMeet!);
    const hopeless = { ...question, target: 0 };
    const never = buildFindView(dataset, hopeless, done(await findPackages(runner, hopeless)), 1);
    expect(never.budgetThatDoes).toBeNull();
    expect(never.notes.join(" ")).toContain("Levers, lead times or worlds bind, not money.");
  });
});
