interface Share {
  events: number
  size: number
}

/** Two-sided 98%: one in fifty differences without change lies outside. */
const normalQuantile = 2.326

/**
 * The interval in which the difference of two shares lies 98% of the time, as rates of 1: one event and one non-event
 * are added to each, so that it holds for few cases too (Agresti and Caffo 2000, American Statistician 54). Rounding of
 * the counts widens it: a count to the nearest `step` has a variance of step² ÷ 12 beside that of chance. Null where
 * either is out of none, or a rate that is no share.
 *
 * @example 30 of 60 and 45 of 60, not rounded → 0.04 to 0.44
 */
export function compareShares(
  before: Share,
  now: Share,
  step: number,
): { lower: number; upper: number } | null {
  const shares = [before, now].map(({ events, size }) => ({
    rate: (events + 1) / (size + 2),
    size: size + 2,
  }))
  const [was, is] = shares
  const areShares = [before, now].every(({ events, size }) => size > 0 && events >= 0 && events <= size)
  if (!was || !is || !areShares) return null
  const variance = shares.reduce(
    (sum, { rate, size }) => sum + (rate * (1 - rate)) / size + step ** 2 / 12 / size ** 2,
    0,
  )
  const half = normalQuantile * Math.sqrt(variance)
  return { lower: is.rate - was.rate - half, upper: is.rate - was.rate + half }
}
