import { remembering } from './remembering.ts'

/**
 * A way in which a series may move while nothing changes: how much each month is like the one before, and the size
 * of its steady trend (a month) and of its season, in standard deviations of what each month adds.
 */
export interface UsualMovement {
  likeness: number
  trend: number
  season: number
}

/** Makes of figures that are alike, trend and have a season what each month adds by itself. */
export interface Whitener {
  whiten: (figures: readonly number[]) => number[]
  /** the level itself, so treated */
  level: readonly number[]
  /** half the logarithm of the determinant of the covariance */
  halfLogSize: number
}

const monthsInYear = 12
const held = remembering<Whitener>()

/**
 * The inverse of the lower Cholesky factor of the covariance of a movement, at some months. Covariance of months i and
 * j = likeness^|i − j| ÷ (1 − likeness²) + trend² × i × j + season² where both are the same month of a year.
 */
export function whitenerOf(
  movement: UsualMovement,
  months: readonly number[],
  noise: readonly number[] | null,
): Whitener {
  if (noise !== null) return factorOf(movement, months, noise)
  return held(`${keyOf(movement)} ${monthsInWords(months)}`, () => factorOf(movement, months, null))
}

export function keyOf({ likeness, trend, season }: UsualMovement): string {
  return `${likeness} ${trend} ${season}`
}

function monthsInWords(months: readonly number[]): string {
  const [first = 0] = months
  const last = months.at(-1) ?? 0
  return last - first + 1 === months.length ? `${first}-${last}` : months.join()
}

function factorOf(
  { likeness, trend, season }: UsualMovement,
  months: readonly number[],
  noise: readonly number[] | null,
): Whitener {
  const size = months.length
  const middle = ((months[0] ?? 0) + (months.at(-1) ?? 0)) / 2
  const factor = new Float64Array(size * size)
  const at = (row: number, column: number) => factor[row * size + column] ?? 0
  let halfLogSize = 0
  for (let row = 0; row < size; row += 1) {
    const month = months[row] ?? 0
    for (let column = 0; column <= row; column += 1) {
      const other = months[column] ?? 0
      const apart = month - other
      const alike = likeness === 0 ? (apart === 0 ? 1 : 0) : likeness ** apart / (1 - likeness ** 2)
      let sum =
        alike * (noise?.[month] ?? 1) * (noise?.[other] ?? 1) +
        trend ** 2 * (month - middle) * (other - middle) +
        (apart % monthsInYear === 0 ? season ** 2 : 0)
      for (let k = 0; k < column; k += 1) sum -= at(row, k) * at(column, k)
      factor[row * size + column] = row === column ? Math.sqrt(sum) : sum / at(column, column)
    }
    halfLogSize += Math.log(at(row, row))
  }
  const whiten = (figures: readonly number[]): number[] => {
    const white = new Array<number>(size)
    for (let row = 0; row < size; row += 1) {
      let sum = figures[row] ?? 0
      for (let column = 0; column < row; column += 1) sum -= at(row, column) * (white[column] ?? 0)
      white[row] = sum / at(row, row)
    }
    return white
  }
  return { whiten, level: whiten(months.map(() => 1)), halfLogSize }
}
