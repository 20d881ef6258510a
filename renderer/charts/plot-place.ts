/** Places of years and values on a drawn plot, in CSS pixels. */
import type { Chart } from "chart.js";

export const xOf = (chart: Chart, year: number): number => chart.scales["x"]!.getPixelForValue(year);
export const yOf = (chart: Chart, value: number): number => chart.scales["y"]!.getPixelForValue(value);
