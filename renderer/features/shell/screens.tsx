/** The screens of the rail: a new screen is a row here, a command in `shared/command/commands.ts`, a line in `lazy-parts.ts` and a folder of its own. */
import { ChartArea, ChartColumn, Columns2, Database, Grid3x3, Library, PackageSearch, SlidersHorizontal } from "lucide-react";
import type { LucideIcon } from "lucide-react";
import type { ComponentType } from "react";
import type { CommandId } from "../../../shared/command/commands.ts";
import type { ScreenId } from "../../state/session-store.ts";
import { ExploreScreen } from "../explore/explore-screen.tsx";
import { compareScreen, dataScreen, explainScreen, findScreen, libraryScreen, stressScreen, uncertaintyScreen } from "./lazy-parts.ts";

export interface Screen {
  readonly id: ScreenId;
  readonly label: string;
  readonly icon: LucideIcon;
  readonly command: CommandId;
  readonly component: ComponentType;
}

export const screens: readonly Screen[] = [
  { id: "explore", label: "Explore", icon: SlidersHorizontal, command: "screen.explore", component: ExploreScreen },
  { id: "compare", label: "Compare", icon: Columns2, command: "screen.compare", component: compareScreen.Part },
  { id: "stress", label: "Stress test", icon: Grid3x3, command: "screen.stress", component: stressScreen.Part },
  { id: "uncertainty", label: "Uncertainty", icon: ChartArea, command: "screen.uncertainty", component: uncertaintyScreen.Part },
  { id: "find", label: "Find", icon: PackageSearch, command: "screen.find", component: findScreen.Part },
  { id: "explain", label: "Explain", icon: ChartColumn, command: "screen.explain", component: explainScreen.Part },
  { id: "library", label: "Library", icon: Library, command: "screen.library", component: libraryScreen.Part },
  { id: "data", label: "Data", icon: Database, command: "screen.data", component: dataScreen.Part },
];
