import { borough } from '../measures/measure.ts'
import { addPeriods, lastMonthOf, periodContaining } from '../periods/period.ts'
import { type DisclosureCell, type Named, type QuantityName, quantityNames, type Wholes } from './cells.ts'
import { findNeverMore, type NeverMore } from './never-more.ts'
import { holds, type Identity, truthOf } from './partitions.ts'
import { monthsOf, stepSinceApril, totalsOfFlows, type YearToDate } from './since-april.ts'
import type { StandingCells } from './standing-cells.ts'
import type { Bond } from './unknowns.ts'

/**
 * Measures that a reader can work out from one another. Definitions are words, so what binds two measures is
 * read from their figures of the whole, as a reader would find it; it is then supposed of each of their parts
 * that bears it out.
 */
export interface Links {
  /** numbers of one measure that are those of another, in the same period */
  same: readonly (readonly [Named, Named])[]
  /** numbers of one measure that are part of those of another, in the same period */
  neverMore: readonly NeverMore[]
  /** the whole of one measure that is one part of another: high-priority work without a worker */
  parts: readonly { whole: Named; kpi: string; dimension: string; member: string }[]
  /** lists: as before, plus those who came, less those who left */
  stocks: readonly { list: Named; joins: Named; leaves: Named }[]
  /** quarters: the sum of their months, or as their last month */
  quarters: readonly { quarter: Named; month: Named; isSum: boolean }[]
  /** counts since April */
  sinceApril: readonly Named[]
  /** counts since April of what another measure counts month by month, or quarter by quarter */
  yearToDate: readonly YearToDate[]
}

/** How many periods must agree before two measures are taken to be linked. */
const leastPeriods = 6
const leastQuarters = 3

export function findLinks(standing: StandingCells): Links {
  const received = [...standing.kpis.values()].filter(({ adds }) => !adds)
  const named = received.flatMap((kpi) =>
    quantityNames.flatMap((name) => {
      const values = wholesOf(standing, kpi.id, name)
      return values.size >= leastQuarters ? [{ kpi, name, values }] : []
    }),
  )
  const months = named.filter(({ kpi }) => kpi.frequency === 'month')
  const quarters = named.filter(({ kpi }) => kpi.frequency === 'quarter')
  const same = sameNumbers(months, leastPeriods).concat(sameNumbers(quarters, leastQuarters))
  const neverMore = (['month', 'quarter'] as const).flatMap((frequency) =>
    findNeverMore(
      standing,
      received.filter((kpi) => kpi.frequency === frequency),
      frequency === 'month' ? leastPeriods : leastQuarters,
    ),
  )
  return {
    same,
    neverMore: neverMore.filter((one) => !followsFrom(same, one)),
    parts: wholesThatAreParts(standing, months),
    stocks: stocksAndFlows(months),
    quarters: quartersOfMonths(quarters, months),
    sinceApril: months.filter(isSinceApril).map(nameOf),
    yearToDate: totalsOfFlows(
      named.filter(({ name }) => name === 'value'),
      { month: leastPeriods, quarter: leastQuarters },
    ),
  }
}

const nameOf = ({ kpi, name }: Wholes): Named => ({ kpi: kpi.id, name })

function wholesOf(standing: StandingCells, kpi: string, name: QuantityName): Map<string, number> {
  const values = new Map<string, number>()
  for (const period of standing.periodsOf(kpi)) {
    const cell = standing.wholeAt(kpi, period, name)
    if (cell?.unknowns[name] !== undefined) values.set(period, truthOf(cell, name))
  }
  return values
}

/** Two numbers that agree in nearly every period, and are not the same few small ones by chance. */
function sameNumbers(wholes: readonly Wholes[], least: number): [Named, Named][] {
  return wholes.flatMap((one, place) =>
    wholes.slice(place + 1).flatMap((other): [Named, Named][] => {
      let shared = 0
      const agreeing: number[] = []
      for (const [period, value] of one.values) {
        const theirs = other.values.get(period)
        if (theirs === undefined) continue
        shared += 1
        if (theirs === value) agreeing.push(value)
      }
      const isLinked =
        agreeing.length >= least && agreeing.length >= 0.8 * shared && new Set(agreeing).size >= least / 2
      return isLinked ? [[nameOf(one), nameOf(other)]] : []
    }),
  )
}

/** Numbers that are the same say it already, and so does a share whose base is the other number. */
function followsFrom(same: Links['same'], { part, whole }: NeverMore): boolean {
  return same.some((pair) =>
    [pair, pair.toReversed()].some(
      ([one, other]) =>
        one?.kpi === part.kpi &&
        other?.kpi === whole.kpi &&
        other.name === whole.name &&
        (one.name === part.name || one.name === 'denominator'),
    ),
  )
}

/** Looked for in the newest period first: few parts have the same number as a whole by chance there. */
function wholesThatAreParts(standing: StandingCells, months: readonly Wholes[]): Links['parts'] {
  return months.flatMap((one) => {
    const periods = [...one.values.keys()]
    const newest = periods.at(-1)
    if (one.name !== 'value' || newest === undefined) return []
    return [...standing.kpis.values()].flatMap(({ id, unit }) => {
      if (id === one.kpi.id || unit !== 'count') return []
      return [...standing.dimensionsAt(id, newest)].flatMap(([dimension, members]) =>
        [...members].flatMap(([member, cell]) => {
          if (dimension === borough.dimension || cell.exact.value !== one.values.get(newest)) return []
          const valueAt = (period: string) => standing.at(id, period, dimension, member)?.exact.value
          const agreeing = periods.filter((period) => valueAt(period) === one.values.get(period))
          return agreeing.length >= Math.max(2 * leastPeriods, 0.8 * periods.length)
            ? [{ whole: nameOf(one), kpi: id, dimension, member }]
            : []
        }),
      )
    })
  })
}

function stocksAndFlows(months: readonly Wholes[]): Links['stocks'] {
  const lists = months.filter(({ kpi, name }) => name === 'value' && 'PD'.includes(kpi.aggregation))
  const flows = months.filter(({ kpi, name }) => name === 'value' && kpi.aggregation === 'S')
  return lists.flatMap((list) => {
    const periods = [...list.values.keys()]
    return flows.flatMap((joins) =>
      flows
        .filter((leaves) => {
          let agreeing = 0
          for (let index = 1; index < periods.length; index++) {
            const [before, now] = [periods[index - 1] ?? '', periods[index] ?? '']
            const change = (list.values.get(now) ?? 0) - (list.values.get(before) ?? 0)
            const net = (joins.values.get(now) ?? Number.NaN) - (leaves.values.get(now) ?? Number.NaN)
            if (change === net) agreeing += 1
            else if (index - agreeing > 0.2 * periods.length) return false
          }
          return agreeing >= Math.max(leastPeriods, 0.8 * (periods.length - 1))
        })
        .map((leaves) => ({ list: nameOf(list), joins: nameOf(joins), leaves: nameOf(leaves) })),
    )
  })
}

function quartersOfMonths(quarters: readonly Wholes[], months: readonly Wholes[]): Links['quarters'] {
  return quarters.flatMap((quarter) => {
    const held = [...quarter.values].map(([period, value]) => ({ value, keys: monthsOf(period) }))
    return months.flatMap((month) => {
      const pairs = held.flatMap(({ value, keys }) => {
        const parts = keys.map((key) => month.values.get(key))
        return parts.every((part) => part !== undefined) ? [{ value, parts }] : []
      })
      const agreeing = (isSum: boolean) =>
        pairs.filter(
          ({ value, parts }) => value === (isSum ? parts.reduce((sum, part) => sum + part, 0) : parts.at(-1)),
        ).length
      return [true, false].flatMap((isSum) =>
        agreeing(isSum) >= Math.max(leastQuarters, 0.8 * pairs.length)
          ? [{ quarter: nameOf(quarter), month: nameOf(month), isSum }]
          : [],
      )
    })
  })
}

/** Falls in April and at no other time; in a first year it may not have fallen yet. */
function isSinceApril({ kpi, name, values }: Wholes): boolean {
  if (name !== 'value' || kpi.aggregation !== 'D') return false
  let last: number | null = null
  for (const [period, value] of values) {
    if (last !== null && value < last) {
      if (!period.endsWith('-04')) return false
    }
    last = value
  }
  return values.size >= leastPeriods
}

/** What the links say of the cells of a measure in a period, each only where its true numbers bear it out. */
export function linkedIdentities(
  standing: StandingCells,
  links: Links,
  kpi: string,
  period: string,
): Identity[] {
  const found: Identity[] = []
  const forEachPart = (relate: (cell: DisclosureCell) => Identity | null) => {
    for (const members of standing.dimensionsAt(kpi, period).values())
      for (const cell of members.values()) {
        const identity = relate(cell)
        if (identity && holds(identity)) found.push(identity)
      }
  }
  const sameCell = (other: string, at: string, { exact }: DisclosureCell) =>
    standing.at(other, at, exact.dimension, exact.member)

  for (const [one, other] of links.same) {
    const mine = one.kpi === kpi ? one : other.kpi === kpi ? other : null
    if (!mine) continue
    const theirs = mine === one ? other : one
    forEachPart((cell) => {
      // every category of a measure rests on the same cases: the whole of another measure
      const twin =
        sameCell(theirs.kpi, period, cell) ??
        (mine.name === 'n' ? standing.wholeAt(theirs.kpi, period, theirs.name) : undefined)
      if (!twin) return null
      return identityOf(
        mine.name === 'n' || theirs.name === 'n' ? 'cases' : 'measures',
        `${mine.kpi} (${mine.name}) is ${theirs.kpi} (${theirs.name}), ${period}`,
        [
          [cell, mine.name, 1],
          [twin, theirs.name, -1],
        ],
      )
    })
  }
  for (const { part, whole } of links.neverMore) {
    if (part.kpi !== kpi && whole.kpi !== kpi) continue
    forEachPart((cell) => {
      const [mine, theirs] = [sameCell(part.kpi, period, cell), sameCell(whole.kpi, period, cell)]
      if (!mine || !theirs) return null
      return {
        ...identityOf(
          'measures',
          `${part.kpi} (${part.name}) is part of ${whole.kpi} (${whole.name}), ${period}`,
          [
            [theirs, whole.name, 1],
            [mine, part.name, -1],
          ],
        ),
        isAtLeast: true,
      }
    })
  }
  for (const { whole, kpi: other, dimension, member } of links.parts) {
    if (whole.kpi !== kpi && other !== kpi) continue
    const [cell, part] = [
      standing.wholeAt(whole.kpi, period, whole.name),
      standing.at(other, period, dimension, member),
    ]
    if (!cell || !part) continue
    const identity = identityOf('measures', `${whole.kpi} is ${dimension} ${member} of ${other}, ${period}`, [
      [cell, whole.name, 1],
      [part, 'value', -1],
    ])
    if (holds(identity)) found.push(identity)
  }
  for (const { list, joins, leaves } of links.stocks) {
    if (![list.kpi, joins.kpi, leaves.kpi].includes(kpi)) continue
    forEachPart((cell) => {
      const now = sameCell(list.kpi, period, cell)
      const before = sameCell(list.kpi, addPeriods(period, -1), cell)
      const came = sameCell(joins.kpi, period, cell)
      const left = sameCell(leaves.kpi, period, cell)
      if (!now || !before || !came || !left) return null
      return identityOf(
        'stocks',
        `${list.kpi} is that of the month before, plus ${joins.kpi}, less ${leaves.kpi}, ${period}`,
        [
          [now, list.name, 1],
          [before, list.name, -1],
          [came, joins.name, -1],
          [left, leaves.name, 1],
        ],
      )
    })
  }
  for (const { quarter, month, isSum } of links.quarters) {
    if (kpi !== quarter.kpi && kpi !== month.kpi) continue
    const at = kpi === quarter.kpi ? period : periodContaining('quarter', period)
    const months = isSum ? monthsOf(at) : [lastMonthOf(at)]
    forEachPart((cell) => {
      const whole = sameCell(quarter.kpi, at, cell)
      const parts = months.map((key) => sameCell(month.kpi, key, cell))
      if (!whole || !parts.every((part) => part !== undefined)) return null
      return identityOf(
        'periods',
        `${quarter.kpi} is ${isSum ? 'the sum of the months' : 'the last month'} of ${month.kpi}, ${at}`,
        [[whole, quarter.name, -1], ...parts.map((part): Term => [part, month.name, 1])],
      )
    })
  }
  for (const { kpi: counted, name } of links.sinceApril) {
    if (counted !== kpi || period.endsWith('-04')) continue
    forEachPart((cell) => {
      const before = sameCell(kpi, addPeriods(period, -1), cell)
      if (!before) return null
      return {
        ...identityOf('periods', `${kpi} counts from April, ${period}`, [
          [cell, name, 1],
          [before, name, -1],
        ]),
        isAtLeast: true,
      }
    })
  }
  for (const { total, flow } of links.yearToDate) {
    if (total.kpi !== kpi && flow.kpi !== kpi) continue
    const step = stepSinceApril(period, standing.kpis.get(total.kpi), standing.kpis.get(flow.kpi))
    if (!step) continue
    forEachPart((cell) => {
      const now = sameCell(total.kpi, step.now, cell)
      const before = step.before === null ? undefined : sameCell(total.kpi, step.before, cell)
      const added = step.added.map((key) => sameCell(flow.kpi, key, cell))
      // the first period held may be the first that was counted
      const isBegun = before !== undefined || step.before === null
      const isFirst = !isBegun && standing.periodsOf(total.kpi)[0] === step.now
      if (!now || !(isBegun || isFirst) || !added.every((part) => part !== undefined)) return null
      const flows = added.map((part): Term => [part, flow.name, -1])
      return identityOf('periods', `${total.kpi} counts ${flow.kpi} from April, ${step.now}`, [
        [now, total.name, 1],
        ...(before ? [[before, total.name, -1] satisfies Term] : []),
        ...flows,
      ])
    })
  }
  return found
}

type Term = [cell: DisclosureCell, name: QuantityName, coefficient: number]

function identityOf(bond: Bond, why: string, terms: readonly Term[]): Identity {
  return { bond, why, terms: terms.map(([cell, name, coefficient]) => ({ cell, name, coefficient })) }
}
