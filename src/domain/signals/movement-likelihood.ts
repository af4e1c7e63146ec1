import { remembering } from './remembering.ts'
import { sumOfProducts } from './sums.ts'
import type { UsualMovement } from './whitener.ts'

/**
 * How well ways of moving bear out the figures of some months. The covariance of a way is that of months of which each
 * is like the last, which is taken off in one pass, plus a level for each month of the year and a line, which are
 * thirteen columns; so the inverse is found by Woodbury's identity from a matrix of thirteen rows and not of all months.
 */

const monthsInYear = 12
/** The line is the last of the columns. */
const line = monthsInYear

/** What months share for one likeness, whatever their figures. */
interface Footing {
  /** what each month adds to what the last led to expect */
  whiten: (figures: readonly number[]) => number[]
  /** how much of each column there is in what months add */
  gather: (added: readonly number[]) => number[]
  level: readonly number[]
  ofLevel: readonly number[]
  halfLogSize: number
}

/** Columns that are known to be so large, as the lower factor of their precision, one row for each. */
interface Factor {
  columns: readonly number[]
  lower: readonly (readonly number[])[]
  halfLogSize: number
}

/** A factor with what it makes of a level. */
interface Columns extends Factor {
  level: readonly number[]
  size: number
}

interface Likeness {
  footing: Footing
  columns: Columns[]
}

type Ways = readonly { movement: UsualMovement }[]
/** Families share the rows of their months. */
const mostHeld = 40
const held = remembering<Likeness[]>(mostHeld)

/**
 * The logarithm of the likelihood of each way, in their order: of figures whose level and size of noise are taken as
 * they come (restricted likelihood).
 *
 * @param ways of like likeness beside each other
 * @param least what is no more than the dust of arithmetic in a sum of squares of these figures
 */
export function logLikelihoodsOf(
  ways: Ways,
  figures: readonly number[],
  months: readonly number[],
  noise: readonly number[] | null,
  least: number,
): number[] {
  return preparedFor(ways, months, noise).flatMap(({ footing, columns }) => {
    const added = footing.whiten(figures)
    const gathered = footing.gather(added)
    const squares = sumOfProducts(added, added)
    const ofLevel = sumOfProducts(added, footing.level)
    return columns.map((factor) => {
      const { level, size, halfLogSize } = factor
      const explained = solve(factor, gathered)
      const leaning = ofLevel - sumOfProducts(explained, level)
      const rest = squares - sumOfProducts(explained, explained) - leaning ** 2 / size
      return -halfLogSize - ((figures.length - 1) / 2) * Math.log(Math.max(rest, least))
    })
  })
}

function preparedFor(ways: Ways, months: readonly number[], noise: readonly number[] | null): Likeness[] {
  const make = () =>
    [...Map.groupBy(ways, ({ movement }) => movement.likeness)].map(([likeness, own]) => {
      const footing = footingOf(likeness, months, noise)
      const products = columnsOf(months).map((column) => footing.gather(footing.whiten(column)))
      return { footing, columns: allColumns(own, footing, products) }
    })
  return noise === null ? held(`${ways.length} ${months.join()}`, make) : make()
}

/** One for each month of the year, and the line. */
function columnsOf(months: readonly number[]): number[][] {
  const middle = middleOf(months)
  const seasons = Array.from({ length: monthsInYear }, (_, season) =>
    months.map((month) => (month % monthsInYear === season ? 1 : 0)),
  )
  return [...seasons, months.map((month) => month - middle)]
}

function middleOf(months: readonly number[]): number {
  return ((months[0] ?? 0) + (months.at(-1) ?? 0)) / 2
}

/** Months k apart are alike to the power of k; each is weighed so that what it adds has a variance of 1. */
function footingOf(likeness: number, months: readonly number[], noise: readonly number[] | null): Footing {
  const spreads = months.map((month) => noise?.[month] ?? 1)
  const kept = months.map((month, row) => (row === 0 ? 0 : likeness ** (month - (months[row - 1] ?? 0))))
  const weights = kept.map((alike) => Math.sqrt((1 - likeness ** 2) / (1 - alike ** 2)))
  const middle = middleOf(months)
  const whiten = (figures: readonly number[]) => {
    let last = 0
    return figures.map((figure, row) => {
      const now = figure / (spreads[row] ?? 1)
      const added = (weights[row] ?? 1) * (now - (kept[row] ?? 0) * last)
      last = now
      return added
    })
  }
  const gather = (added: readonly number[]) => {
    const sums = new Array<number>(monthsInYear + 1).fill(0)
    for (const [row, month] of months.entries()) {
      const next = (added[row + 1] ?? 0) * (weights[row + 1] ?? 0) * (kept[row + 1] ?? 0)
      const part = ((added[row] ?? 0) * (weights[row] ?? 1) - next) / (spreads[row] ?? 1)
      const season = month % monthsInYear
      sums[season] = (sums[season] ?? 0) + part
      sums[line] = (sums[line] ?? 0) + part * (month - middle)
    }
    return sums
  }
  const level = whiten(months.map(() => 1))
  let halfLogSize = 0
  for (const [row, weight] of weights.entries()) halfLogSize += Math.log((spreads[row] ?? 1) / weight)
  return { whiten, gather, level, ofLevel: gather(level), halfLogSize }
}

function allColumns(ways: Ways, footing: Footing, products: readonly (readonly number[])[]): Columns[] {
  const none: Factor = { columns: [], lower: [], halfLogSize: footing.halfLogSize }
  const seasons = new Map<number, Factor>([[0, none]])
  return ways.map(({ movement: { trend, season } }) => {
    const ofSeason =
      seasons.get(season) ??
      Array.from({ length: monthsInYear }, (_, month) => month).reduce(
        (factor, month) => withColumn(factor, month, season, products),
        none,
      )
    seasons.set(season, ofSeason)
    const factor = trend === 0 ? ofSeason : withColumn(ofSeason, line, trend, products)
    const level = solve(factor, footing.ofLevel)
    const size = sumOfProducts(footing.level, footing.level) - sumOfProducts(level, level)
    return { ...factor, level, size, halfLogSize: factor.halfLogSize + Math.log(size) / 2 }
  })
}

/** One more row of a Cholesky factor. */
function withColumn(
  factor: Factor,
  column: number,
  spread: number,
  products: readonly (readonly number[])[],
): Factor {
  const own = solve(factor, products[column] ?? [])
  const diagonal = (products[column]?.[column] ?? 0) + spread ** -2 - sumOfProducts(own, own)
  return {
    columns: [...factor.columns, column],
    lower: [...factor.lower, [...own, Math.sqrt(diagonal)]],
    halfLogSize: factor.halfLogSize + Math.log(diagonal) / 2 + Math.log(spread),
  }
}

function solve({ columns, lower }: Factor, gathered: readonly number[]): number[] {
  const solved: number[] = []
  for (let place = 0; place < columns.length; place += 1) {
    const own = lower[place] ?? []
    let sum = gathered[columns[place] ?? 0] ?? 0
    for (let other = 0; other < place; other += 1) sum -= (own[other] ?? 0) * (solved[other] ?? 0)
    solved.push(sum / (own[place] ?? 1))
  }
  return solved
}
