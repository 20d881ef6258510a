/** Whoever does jobs, and how a list of jobs is worked off with progress and cancel. Results are placed by number, so the order of completion has no effect. */
import type { Model } from "../../model/compile-model.ts";
import { type Job, jobDoer, type JobResult, type Package } from "./job.ts";
import { type Measure, measureReader } from "../measure.ts";
import { type Cancellable, type Control, shouldStop } from "./progress.ts";

export interface JobRunner {
  readonly model: Model;
  /** Jobs that may be under way at once without one waiting for long. */
  readonly inFlight: number;
  /** Does one job. Arrays of a bands job come back in the result and may not be touched until then. Rejects only on programmers' errors. */
  readonly run: (job: Job) => Promise<JobResult>;
}

/** Does jobs in the calling thread. */
export function localRunner(model: Model): JobRunner {
  const doJob = jobDoer(model);
  return { model, inFlight: 1, run: async (job) => doJob(job) };
}

/** Works off `count` jobs. False when the control says stop: jobs under way are left to end by themselves and their results dropped. */
export async function runJobs(
  runner: JobRunner,
  count: number,
  jobAt: (i: number) => Job,
  onResult: (i: number, result: JobResult) => void,
  control: Control,
): Promise<boolean> {
  let next = 0;
  let done = 0;
  let stopped = false;
  const lane = async (): Promise<void> => {
    while (next < count && !stopped) {
      const i = next++;
      const result = await runner.run(jobAt(i));
      if (stopped) return;
      onResult(i, result);
      done++;
      control.progress?.(done, count);
      if (await shouldStop(control)) stopped = true;
    }
  };
  const lanes = Array.from({ length: Math.min(runner.inFlight, count) }, lane);
  // The first lane that sees the stop ends the wait for all.
  await Promise.race([Promise.all(lanes), stopOf(lanes, () => stopped)]);
  return !stopped;
}

/** Resolves when a lane has ended because of a stop. */
const stopOf = (lanes: readonly Promise<void>[], isStopped: () => boolean): Promise<void> =>
  new Promise((resolve) => {
    for (const lane of lanes) {
      lane.then(
        () => {
          if (isStopped()) resolve();
        },
        () => {},
      );
    }
  });

/** About a hundredth of a second of work. */
const PACKAGES_PER_JOB = 16;
/** So that lanes end at about the same time. */
const JOBS_PER_LANE = 3;

/** Values of one run of each package: package × values of the measures. Progress counts packages. */
export async function evaluatePackages(
  runner: JobRunner,
  packages: readonly Package[],
  measures: readonly Measure[],
  control: Control,
): Promise<Cancellable<Float64Array>> {
  const { width } = measureReader(runner.model, measures);
  const out = new Float64Array(packages.length * width);
  const size = Math.min(PACKAGES_PER_JOB, Math.max(1, Math.ceil(packages.length / (runner.inFlight * JOBS_PER_LANE))));
  const finished = await runJobs(
    runner,
    Math.ceil(packages.length / size),
    (i) => ({ kind: "evaluate", packages: packages.slice(i * size, (i + 1) * size), measures }),
    (i, [values]) => out.set(values!, i * size * width),
    { ...control, progress: (done) => control.progress?.(Math.min(done * size, packages.length), packages.length) },
  );
  return finished ? out : "cancelled";
}
