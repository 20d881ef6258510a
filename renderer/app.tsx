/** From nothing to the shell: boot, then the planner, then the window's own events. */
import { useEffect, useState } from "react";
import type { AppError } from "../shared/errors/app-error.ts";
import type { PlannerApi } from "../shared/ipc/channels.ts";
import { ChartExportsContext } from "./charts/chart-exports.ts";
import type { ChartExports } from "./charts/chart-exports.ts";
import { releasePlots } from "./charts/first-frame.ts";
import { BootError } from "./features/boot/boot-error.tsx";
import { BootLoading } from "./features/boot/boot-loading.tsx";
import { createChartExports } from "./features/shell/chart-exports.ts";
import { lazyParts } from "./features/shell/lazy-parts.ts";
import { registerShellCommands } from "./features/shell/shell-commands.ts";
import { Shell } from "./features/shell/shell.tsx";
import { applyAppearance } from "./features/shell/use-theme.ts";
import { runBootSequence } from "./state/boot-sequence.ts";
import type { Booted } from "./state/boot-sequence.ts";
import { PlannerContext } from "./state/planner.ts";
import type { Planner } from "./state/planner.ts";

export interface AppProps {
  readonly api: PlannerApi;
  /** Settled once the faces are loaded: charts measure text when they are drawn. */
  readonly faces: Promise<unknown>;
  /** Compiles the model and puts the stores together; throws if the model cannot run at all. */
  readonly start: (api: PlannerApi, booted: Booted) => Planner;
}

type Phase =
  | { readonly kind: "loading" }
  | { readonly kind: "failed"; readonly error: AppError }
  | { readonly kind: "ready"; readonly planner: Planner; readonly exports: ChartExports };

export function App({ api, faces, start }: AppProps) {
  const [phase, setPhase] = useState<Phase>({ kind: "loading" });

  useEffect(() => {
    let left = false;
    let release = (): void => undefined;
    async function boot(): Promise<void> {
      const [booted] = await Promise.all([runBootSequence(api), faces]);
      if (left) return;
      if (!booted.ok) return setPhase({ kind: "failed", error: booted.error });
      applyAppearance(booted.value.boot.settings);
      let planner: Planner;
      try {
        planner = start(api, booted.value);
      } catch (cause) {
        return setPhase({ kind: "failed", error: { code: "internal", where: cause instanceof Error ? cause.message : "start" } });
      }
      release = connect(planner, api);
      setPhase({ kind: "ready", planner, exports: createChartExports(planner, api) });
    }
    void boot();
    return () => {
      left = true;
      release();
    };
  }, [api, faces, start]);

  useEffect(() => {
    if (phase.kind !== "ready") return undefined;
    releasePlots({ requestFrame: (run) => requestAnimationFrame(run), afterPaint: afterFirstPaint });
    const idle = requestIdleCallback(() => lazyParts.forEach(({ fetch }) => void fetch()));
    return () => cancelIdleCallback(idle);
  }, [phase.kind]);

  switch (phase.kind) {
    case "loading":
      return <BootLoading />;
    case "failed":
      return <BootError error={phase.error} />;
    case "ready":
      return (
        <PlannerContext value={phase.planner}>
          <ChartExportsContext value={phase.exports}>
            <Shell />
          </ChartExportsContext>
        </PlannerContext>
      );
  }
}

/** Runs once the person has something to look at. */
function afterFirstPaint(run: () => void): void {
  const paints = new PerformanceObserver((list) => {
    if (!list.getEntries().some(({ name }) => name === "first-contentful-paint")) return;
    paints.disconnect();
    run();
  });
  paints.observe({ type: "paint", buffered: true });
}

/** Ties the planner to the window and the main process; returns what unties it. */
function connect(planner: Planner, api: PlannerApi): () => void {
  const flush = (): void => void planner.flush();
  const flushWhenHidden = (): void => {
    if (document.visibilityState === "hidden") flush();
  };
  window.addEventListener("blur", flush);
  document.addEventListener("visibilitychange", flushWhenHidden);
  const openWaiting = (): void => void planner.files.openWaiting();
  const releases = [
    registerShellCommands(planner, api),
    api.onCommand((command) => void planner.commands.run(command)),
    api.onFlush(planner.flush),
    api.onFiles(openWaiting),
  ];
  // Those that came before anybody listened.
  openWaiting();
  return () => {
    window.removeEventListener("blur", flush);
    document.removeEventListener("visibilitychange", flushWhenHidden);
    for (const release of releases) release();
    planner.dispose();
  };
}
