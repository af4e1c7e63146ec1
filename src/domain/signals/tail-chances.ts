/**
 * Chances in the tails of Student's t and of F, by the continued fraction of the incomplete beta function
 * (Abramowitz and Stegun 26.5.8, 26.6.2, 26.7.1; evaluated after Lentz).
 */

/** The chance that |t| is at least as large, with so many degrees of freedom. @example (2.0395, 31) → 0.05 */
export function chanceOfLargerT(t: number, freedom: number): number {
  return incompleteBeta(freedom / (freedom + t * t), freedom / 2, 0.5)
}

/** The chance that F is at least as large. @example (2.42, 6, 30) → about 0.05 */
export function chanceOfLargerF(f: number, above: number, below: number): number {
  return incompleteBeta(below / (below + above * f), below / 2, above / 2)
}

/** Regularised incomplete beta function of x between 0 and 1. */
function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0
  if (x >= 1) return 1
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log(1 - x))
  return x < (a + 1) / (a + b + 2)
    ? (front * betaFraction(x, a, b)) / a
    : 1 - (front * betaFraction(1 - x, b, a)) / b
}

const mostTerms = 300
const smallest = 1e-300

function betaFraction(x: number, a: number, b: number): number {
  const awayFromZero = (value: number) => (Math.abs(value) < smallest ? smallest : value)
  let c = 1
  let d = 1 / awayFromZero(1 - ((a + b) * x) / (a + 1))
  let fraction = d
  for (let m = 1; m <= mostTerms; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / awayFromZero(1 + even * d)
    c = awayFromZero(1 + even / c)
    fraction *= d * c
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / awayFromZero(1 + odd * d)
    c = awayFromZero(1 + odd / c)
    fraction *= d * c
    if (Math.abs(d * c - 1) < 1e-14) break
  }
  return fraction
}

/** Stirling's series after stepping up to where it is exact to double precision. */
export function logGamma(x: number): number {
  let shifted = x
  let product = 1
  while (shifted < 10) {
    product *= shifted
    shifted += 1
  }
  const inverse = 1 / (shifted * shifted)
  const series = (1 / 12 - inverse * (1 / 360 - inverse * (1 / 1260 - inverse / 1680))) / shifted
  return (
    (shifted - 0.5) * Math.log(shifted) - shifted + Math.log(2 * Math.PI) / 2 + series - Math.log(product)
  )
}

/**
 * The upper tail of a negative binomial, given by mean and variance (variance above mean).
 *
 * @example at least 1 of mean 1, variance 2 → 0.5
 */
export function chanceOfAtLeast(count: number, mean: number, variance: number): number {
  const size = mean ** 2 / (variance - mean)
  const share = size / (size + mean)
  let chance = share ** size
  let below = 0
  for (let cases = 0; cases < count; cases += 1) {
    below += chance
    chance *= ((cases + size) / (cases + 1)) * (1 - share)
  }
  if (below < 0.5) return 1 - below
  // far out in the tail 1 − below would be nothing but rounding: add up the tail itself
  let tail = 0
  for (let cases = count; chance > tail * Number.EPSILON; cases += 1) {
    tail += chance
    chance *= ((cases + size) / (cases + 1)) * (1 - share)
  }
  return tail
}
