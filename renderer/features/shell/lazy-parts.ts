/** What comes after the first picture: one file of the built window (`later` in vite.config.ts). */
import { lazyScreen } from "./lazy-screen.tsx";

export const libraryScreen = lazyScreen("Library", async () => (await import("../library/library-screen.tsx")).LibraryScreen);
export const compareScreen = lazyScreen("Compare", async () => (await import("../compare/compare-screen.tsx")).CompareScreen);
export const stressScreen = lazyScreen("Stress test", async () => (await import("../stress/stress-screen.tsx")).StressScreen);
export const uncertaintyScreen = lazyScreen("Uncertainty", async () => (await import("../uncertainty/uncertainty-screen.tsx")).UncertaintyScreen);
export const findScreen = lazyScreen("Find", async () => (await import("../find/find-screen.tsx")).FindScreen);
export const explainScreen = lazyScreen("Explain", async () => (await import("../explain/explain-screen.tsx")).ExplainScreen);
export const dataScreen = lazyScreen("Data", async () => (await import("../data/data-screen.tsx")).DataScreen);

export const lazyParts = [libraryScreen, compareScreen, dataScreen, stressScreen, uncertaintyScreen, findScreen, explainScreen];
