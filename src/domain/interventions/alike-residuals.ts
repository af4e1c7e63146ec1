/** Residuals look more independent than they are: the likeness is taken as many of its standard errors higher. */
const errorsHigher = 1.5
/** The error of a likeness near 1 is larger than the formula for many values says. */
const smallestSpread = 0.5
/** The likeness of figures that wander: in effect, each month's change is looked at, and not its level. */
export const wanders = 0.99

/**
 * How alike each residual is to the one before, 0 to 1, on the safe side: corrected for what was fitted, which
 * lowers it by about (columns + 2 × columns × likeness) ÷ n, and taken 1.5 standard errors higher.
 *
 * @param mayWanderFrom from this likeness on the series cannot be told from one that wanders, and is judged as one
 * @param columns what was fitted; a line on each side is four, of which a season takes little more away
 */
export function likenessOfResiduals(
  residuals: readonly number[],
  columns: number,
  mayWanderFrom: number,
): number {
  let squares = 0
  let products = 0
  for (const [row, residual] of residuals.entries()) {
    squares += residual ** 2
    products += residual * (residuals[row - 1] ?? 0)
  }
  if (squares === 0) return 0
  const count = residuals.length
  const unbiased = (products / squares + columns / count) / (1 - (2 * columns) / count)
  const error = Math.sqrt(Math.max(smallestSpread, 1 - unbiased ** 2) / count)
  const likeness = Math.max(0, unbiased + errorsHigher * error)
  return likeness < mayWanderFrom ? likeness : wanders
}

/**
 * A row less what it has of the one before (Prais and Winsten); the first keeps what is its own. Over a gap less is left
 * of the one before, and what came in between is in the row as well: it counts for as much less.
 *
 * @param apart how many months lie between the two, one where they follow one another
 */
export function withoutLikeness(
  row: readonly number[],
  previous: readonly number[] | undefined,
  likeness: number,
  apart = 1,
): number[] {
  if (previous === undefined) return row.map((value) => value * Math.sqrt(1 - likeness ** 2))
  const kept = likeness ** apart
  const counts = apart === 1 ? 1 : Math.sqrt((1 - likeness ** 2) / (1 - kept ** 2))
  return row.map((value, column) => counts * (value - kept * (previous[column] ?? 0)))
}
