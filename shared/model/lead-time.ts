/** Lead time of new capacity (specification, section 7): three delays in series, percentiles by Wilson–Hilferty. */

/** z of the 90th percentile. */
const Z90 = 1.2815515655446004;

/** Mean delay and its variance: T²/n − T (E0.5) for each of the three (orders 3, 3, 2). */
export function leadTime(permit: number, construction: number, ramp: number): { readonly mean: number; readonly variance: number } {
  return {
    mean: permit + construction + ramp,
    variance: permit ** 2 / 3 - permit + construction ** 2 / 3 - construction + ramp ** 2 / 2 - ramp,
  };
}

/** P10 (`sign` −1) or P90 (`sign` 1); the mean where there is no variance. */
export function leadTimePercentile(mean: number, variance: number, sign: -1 | 1): number {
  if (!(variance > 0)) return mean;
  const q = mean ** 2 / variance;
  return mean * (1 - 1 / (9 * q) + (sign * Z90) / (3 * Math.sqrt(q))) ** 3;
}
