/** The screens of the rail: a new screen is a row here, a command in `shared/command/commands.ts` and a folder of its own. */
import { ChartArea, ChartColumn, Columns2, Database, Grid3x3, Library, PackageSearch, SlidersHorizontal } from "lucide-react";
import type { LucideIcon } from "lucide-react";
import type { ComponentType } from "react";
import type { CommandId } from "../../../shared/command/commands.ts";
import type { ScreenId } from "../../state/session-store.ts";
import { CompareScreen } from "../compare/compare-screen.tsx";
import { DataScreen } from "../data/data-screen.tsx";
import { ExplainScreen } from "../explain/explain-screen.tsx";
import { ExploreScreen } from "../explore/explore-screen.tsx";
import { FindScreen } from "../find/find-screen.tsx";
import { LibraryScreen } from "../library/library-screen.tsx";
import { StressScreen } from "../stress/stress-screen.tsx";
import { UncertaintyScreen } from "../uncertainty/uncertainty-screen.tsx";

export interface Screen {
  readonly id: ScreenId;
  readonly label: string;
  readonly icon: LucideIcon;
  readonly command: CommandId;
  readonly component: ComponentType;
}

export const screens: readonly Screen[] = [
  { id: "explore", label: "Explore", icon: SlidersHorizontal, command: "screen.explore", component: ExploreScreen },
  { id: "compare", label: "Compare", icon: Columns2, command: "screen.compare", component: CompareScreen },
  { id: "stress", label: "Stress test", icon: Grid3x3, command: "screen.stress", component: StressScreen },
  { id: "uncertainty", label: "Uncertainty", icon: ChartArea, command: "screen.uncertainty", component: UncertaintyScreen },
  { id: "find", label: "Find", icon: PackageSearch, command: "screen.find", component: FindScreen },
  { id: "explain", label: "Explain", icon: ChartColumn, command: "screen.explain", component: ExplainScreen },
  { id: "library", label: "Library", icon: Library, command: "screen.library", component: LibraryScreen },
  { id: "data", label: "Data", icon: Database, command: "screen.data", component: DataScreen },
];
