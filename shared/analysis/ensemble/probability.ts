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
  [3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946, 45921.95393154987, 67265.7709270087, 33430.57558358813, 2509.0809287301227],
  [1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597, 39307.89580009271, 28729.085735721943, 5226.495278852546],
] as const;
const MIDDLE = [
  [
    1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045, 1.2704582524523684, 0.2417807251774506, 0.022723844989269184,
    0.0007745450142783414,
  ],
  [1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008, 0.015198666563616457, 0.0005475938084995345, 1.0507500716444169e-9],
] as const;
const TAIL = [
  [
    6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487, 0.026532189526576124, 0.0012426609473880784, 2.7115555687434876e-5,
    2.0103343992922881e-7,
  ],
  [1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 0.0007868691311456133, 1.8463183175100548e-5, 1.421511758316446e-7, 2.0442631033899397e-15],
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
