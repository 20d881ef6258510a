/** Distribution functions in double precision. Sources stand at each function. */

/** Quantile of the triangular distribution on [low, high] with its mode in between; `u` in [0, 1]. A degenerate range answers `mode`. */
export function triangularQuantile(u: number, low: number, mode: number, high: number): number {
  const range = high - low;
  if (!(range > 0)) return mode;
  const rising = mode - low;
  if (u * range <= rising) return low + Math.sqrt(u * range * rising);
  return high - Math.sqrt((1 - u) * range * (high - mode));
}

/** Coefficients of AS241 (Wichura, Applied Statistics 37, 1988): numerator and denominator, lowest power first. */
const CENTRE = [
  [3.387132872796366608, 133.14166789178437745, 1971.5909503065514427, 13731.693765509461125, 45921.953931549871457, 67265.770927008700853, 33430.575583588128105, 2509.0809287301226727],
  [1, 42.313330701600911252, 687.1870074920579083, 5394.1960214247511077, 21213.794301586595867, 39307.89580009271061, 28729.085735721942674, 5226.495278852545925],
] as const;
const MIDDLE = [
  [1.42343711074968357734, 4.6303378461565452959, 5.7694972214606914055, 3.64784832476320460504, 1.27045825245236838258, 0.24178072517745061177, 0.0227238449892691845833, 7.7454501427834140764e-4],
  [1, 2.05319162663775882187, 1.6763848301838038494, 0.68976733498510000455, 0.14810397642748007459, 0.0151986665636164571966, 5.475938084995344946e-4, 1.05075007164441684324e-9],
] as const;
const TAIL = [
  [6.6579046435011037772, 5.4637849111641143699, 1.7848265399172913358, 0.29656057182850489123, 0.026532189526576123093, 0.0012426609473880784386, 2.71155556874348757815e-5, 2.01033439929228813265e-7],
  [1, 0.59983220655588793769, 0.13692988092273580531, 0.0148753612908506148525, 7.868691311456132591e-4, 1.8463183175100546818e-5, 1.4215117583164458887e-7, 2.04426310338993978564e-15],
] as const;

type Rational = readonly [numerator: readonly number[], denominator: readonly number[]];

function rational([numerator, denominator]: Rational, x: number): number {
  return polynomial(numerator, x) / polynomial(denominator, x);
}

function polynomial(coefficients: readonly number[], x: number): number {
  let sum = 0;
  for (let i = coefficients.length - 1; i >= 0; i--) sum = sum * x + coefficients[i]!;
  return sum;
}

/** Φ⁻¹(p) for p in (0, 1), about 16 digits (AS241). */
export function normalQuantile(p: number): number {
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) return q * rational(CENTRE, 0.180625 - q * q);
  const r = Math.sqrt(-Math.log(q < 0 ? p : 1 - p));
  const size = r <= 5 ? rational(MIDDLE, r - 1.6) : rational(TAIL, r - 5);
  return q < 0 ? -size : size;
}

/** Coefficients of Hart's approximation 5666 (West, "Better approximations to cumulative normal functions", Wilmott 2005), lowest power first. */
const HART: Rational = [
  [220.206867912376, 221.213596169931, 112.079291497871, 33.912866078383, 6.37396220353165, 0.700383064443688, 3.52624965998911e-2],
  [440.413735824752, 793.826512519948, 637.333633378831, 296.564248779674, 86.7807322029461, 16.064177579207, 1.75566716318264, 8.83883476483184e-2],
];

/** Φ(x), about 15 digits. */
export function normalCdf(x: number): number {
  const size = Math.abs(x);
  const tail = size > 37 ? 0 : Math.exp((-size * size) / 2) * (size < 7.07106781186547 ? rational(HART, size) : farTail(size));
  return x > 0 ? 1 - tail : tail;
}

/** Continued fraction of the upper tail without its exponential. */
function farTail(x: number): number {
  let fraction = x + 0.65;
  for (let i = 4; i >= 1; i--) fraction = x + i / fraction;
  return 1 / (fraction * 2.506628274631);
}
