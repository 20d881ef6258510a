/** Every analysis command with bad input: named, exit 2, nothing printed on standard output. */
import { describe, expect, it } from "vitest";
import { plannerHere as planner } from "./run-planner.ts";

const balanced = "resources/samples/balanced-package.lodestone";
const reserve = "resources/samples/reserve-first.lodestone";

describe("bad input", () => {
  const refusals: readonly (readonly [args: string, message: RegExp])[] = [
    [`compare ${balanced} --reference 2`, /--reference 2: write a whole number from 0 to 1/],
    [`compare ${balanced} --indicator dependance`, /"dependance" is not an indicator/],
    [`compare ${balanced} --indicator nirx --mineral ree`, /nirx is an indicator of a mineral and a stage/],
    ["compare nowhere.lodestone", /nowhere.lodestone could not be read/],
    ["compare some-id --store nowhere.sqlite", /nowhere.sqlite/],
    [`compare ${balanced} --years 1999`, /"1999" is not a year of the run/],
    [`compare ${balanced} --csv nowhere/at/all.csv`, /nowhere\/at\/all.csv/],
    [`compare ${balanced} --set reserve_days=9999`, /--set reserve_days=9999/],
    ["stress --at 2070-01", /--at 2070-01: write a month of the run, from 2026-01 to 2050-12/],
    ["stress --disruption flood", /"flood" is not a disruption; the disruptions are china_ree/],
    ["stress --open flood", /"flood" is not a disruption/],
    ["stress --worlds --target much", /--target much: "much" is not a number/],
    ["stress --target 40%", /--target is about worlds; add --worlds/],
    ["stress --worlds --at 2030-01", /--at is about disruptions and does not go with --worlds/],
    ["stress --workers -1", /--workers/],
    ["explain --set mine=3", /"mine" is not a lever; the levers are reserve_days/],
    [`explain ${balanced} --year 2025`, /--year 2025: "2025" is not a year of the run/],
    [`explain ${balanced} --pairs 1`, /--pairs 1: write a whole number from 2/],
    [`explain ${balanced} ${reserve}`, /one argument too many/],
    ["explain --scenario 1", /--scenario needs a file/],
    ["ensemble --runs 0", /--runs 0: write a number of runs/],
    ["ensemble --runs 9:3", /--runs 9:3: write/],
    ["ensemble --seed -4", /--seed/],
    ["ensemble --mineral unobtainium", /"unobtainium" is not a mineral; write ree/],
    ["ensemble --runs 0:2000000 --out part.json", /500000000 values are too many for one file; write smaller shards/],
    ["merge", /merge: name the parts/],
    ["merge --frames 3", /merge: .*The options are/],
    [`merge ${balanced}`, /is not a part of an ensemble/],
    ["find", /find: --target VALUE is missing/],
    ["find --target 40", /--target 40: as a share that is 4000%; write 40% or 0.4/],
    ["find --target 40% --lever tariff=0..500", /"0..500" is not a range of tariff; write tariff= and two numbers within 0..100/],
    ["find --target 40% --lever ally_finance", /--lever ally_finance: ally_finance needs a partner/],
    ["find --target 40% --stress china_ree@2030-01", /the highest loss is missing/],
    ["find --target 40% --stress flood@2030-01:5%", /--stress .*"flood" is not an event/],
    ["find --target 40% --budget 100 --total-budget 900", /give --budget or --total-budget, not both/],
    ["find --target 40% --world mars", /"mars" is not a world; the worlds are stated/],
    ["find --target 40% --indicator emissions_territorial_t --mineral moon", /"moon" is not a mineral/],
    ["find --target 40% --year 2070", /--year 2070: "2070" is not a year of the run; write a year from 2026 to 2050/],
    ["find --target 40% --seed x", /--seed x: write a whole number from 0/],
    ["find --target 40% --lever moon", /--lever moon: "moon" is not a lever; the levers are reserve_days/],
    ["find --target 40% --budget lots", /--budget lots: "lots" is not a number/],
    ["find --target 40% --budget=-5", /--budget -5: write a number of 0 or more/],
    ["find --target 40% --stress china_ree@2070-01:5%", /2070-01 is outside the run; write a month from 2026-01 to 2050-12/],
    ["find --target 40% --workers many", /--workers many/],
    ["find nowhere.lodestone --target 40%", /nowhere\.lodestone could not be read: no such file/],
    ["find --target 40% --set tariff=5", /find: Unknown option '--set'/],
  ];

  it.each(refusals)("K1: planner %s is refused with exit code 2 and nothing printed", async (args, message) => {
    const { code, out, err } = await planner(...args.split(" "));
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(message);
  });
});
