/** Step 0: named projects enter the pipeline in their month. */
import type { MineralRun } from "./mineral-run.ts";

export function enterProjects(m: MineralRun, t: number): void {
  const { projects } = m.model;
  while (m.nextProject < projects.length && projects[m.nextProject]!.month === t) {
    const project = projects[m.nextProject]!;
    const c = m.stages[project.stage]!;
    if (project.enters === "ramp") c.rampUp1 += project.capacity;
    else if (project.enters === "construction") c.construction1 += project.capacity;
    else c.permitting1 += project.capacity;
    m.nextProject += 1;
  }
  m.nextProjectMonth = projects[m.nextProject]?.month ?? Infinity;
}
