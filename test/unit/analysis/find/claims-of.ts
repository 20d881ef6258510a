/** What packages achieve in the worst of the worlds asked for, as the window works it out when it opens one. */
import type { Package } from "../../../../shared/analysis/jobs/job.ts";
import type { JobRunner } from "../../../../shared/analysis/jobs/job-runner.ts";
import { type Asked, type Claim, figuresInWorlds, worstOf } from "../../../../shared/analysis/find/package-space.ts";
import { done } from "../shipped-model.ts";

export async function claimsOf(runner: JobRunner, packages: readonly Package[], asked: Asked): Promise<readonly Claim[]> {
  return done(await figuresInWorlds(runner, packages, asked, {})).map((inWorlds) => worstOf(inWorlds, asked));
}
