import type { Belief } from './usual-movement.ts'
import { sumOfProducts } from './sums.ts'

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

/** What is added for one size of trend and season: the lower factor of the columns' precision. */
interface Columns {
  rows: readonly number[]
  factor: readonly (readonly number[])[]
  level: readonly number[]
  size: number
  halfLogSize: number
}

interface Likeness {
  footing: Footing
  columns: Columns[]
}

type Ways = Belief
const held = new Map<string, Likeness[]>()
/** Families share the rows of their months. */
const mostHeld = 40

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
    return columns.map(({ rows, factor, level, size, halfLogSize }) => {
      const explained = solve(factor, rows, gathered)
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
      const columns = own.map(({ movement }) => prepare(footing, products, movement.trend, movement.season))
      return { footing, columns }
    })
  if (noise !== null) return make()
  const key = `${ways.length} ${months.join()}`
  const known = held.get(key)
  if (known) return known
  const made = make()
  if (held.size >= mostHeld) held.clear()
  held.set(key, made)
  return made
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

function prepare(
  footing: Footing,
  products: readonly (readonly number[])[],
  trend: number,
  season: number,
): Columns {
  const rows = [...products.keys()].filter((row) => (row === line ? trend : season) > 0)
  const spread = (row: number) => (row === line ? trend : season)
  const factor: number[][] = []
  let halfLogSize = footing.halfLogSize
  for (const [place, row] of rows.entries()) {
    const own: number[] = []
    for (const [other, column] of rows.slice(0, place).entries()) {
      const lower = factor[other] ?? []
      own.push(((products[row]?.[column] ?? 0) - productUpTo(own, lower, other)) / (lower[other] ?? 1))
    }
    const diagonal = (products[row]?.[row] ?? 0) + spread(row) ** -2 - sumOfProducts(own, own)
    own.push(Math.sqrt(diagonal))
    factor.push(own)
    halfLogSize += Math.log(diagonal) / 2 + Math.log(spread(row))
  }
  const level = solve(factor, rows, footing.ofLevel)
  const size = sumOfProducts(footing.level, footing.level) - sumOfProducts(level, level)
  return { rows, factor, level, size, halfLogSize: halfLogSize + Math.log(size) / 2 }
}

function solve(
  factor: readonly (readonly number[])[],
  rows: readonly number[],
  gathered: readonly number[],
): number[] {
  const solved: number[] = []
  for (const [place, row] of rows.entries()) {
    const lower = factor[place] ?? []
    solved.push(((gathered[row] ?? 0) - productUpTo(lower, solved, place)) / (lower[place] ?? 1))
  }
  return solved
}

function productUpTo(a: readonly number[], b: readonly number[], length: number): number {
  let sum = 0
  for (let place = 0; place < length; place += 1) sum += (a[place] ?? 0) * (b[place] ?? 0)
  return sum
}
