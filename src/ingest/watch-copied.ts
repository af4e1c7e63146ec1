import type { Figure } from '../domain/figures/figure.ts'
import { borough, comparatorDimension } from '../domain/measures/measure.ts'
import { addPeriods } from '../domain/periods/period.ts'
import { type Place, problemAt, type Report } from './problem.ts'
import { seriesKey } from './standing.ts'
import type { StoodFigures } from './stood-figures.ts'

/** All figures of a measure, or of one breakdown of it, in one period, as two sums that do not depend on their order. */
interface Sums {
  count: number
  first: number
  second: number
  /** so that months of nothing are not asked about */
  size: number
  place: Place | null
}

/** So many figures are not all the same by chance; one alone has to be large. */
const leastFigures = 3
const leastSize = 100

/**
 * Watches for a month that was copied: all figures of a measure are those of the period before, in the load or among
 * those that stand. It is told and not refused, since a list may stand still.
 */
export function watchCopied() {
  const measures = new Map<string, Map<string, Sums>>()
  const breakdowns = new Map<string, { kpi: string; dimension: string; periods: Map<string, Sums> }>()

  function take(figure: Figure, place: Place) {
    if (figure.value === null || figure.dimension === comparatorDimension) return
    const periods = measures.get(figure.kpi) ?? new Map<string, Sums>()
    measures.set(figure.kpi, periods)
    add(periods, figure, place)
    if (figure.dimension === borough.dimension) return
    const key = `${figure.kpi}\u001f${figure.dimension}`
    const own = breakdowns.get(key) ?? { kpi: figure.kpi, dimension: figure.dimension, periods: new Map() }
    breakdowns.set(key, own)
    add(own.periods, figure, place)
  }

  function report(say: Report, stood: StoodFigures) {
    const told = new Set<string>()
    for (const [kpi, periods] of measures) {
      for (const { period, before, place } of copiesIn(periods, stoodSums(kpi, stood, null))) {
        told.add(`${kpi}\u001f${period}`)
        say(
          problemAt(place).notice(
            `${kpi} has the same figures in ${period} as in ${before}: was a month copied?`,
            'nothing, if nothing changed; else export the month again',
          ),
        )
      }
    }
    // a breakdown may be copied beside a whole that was not
    for (const { kpi, dimension, periods } of breakdowns.values()) {
      for (const { period, before, place, count } of copiesIn(periods, stoodSums(kpi, stood, dimension))) {
        if (told.has(`${kpi}\u001f${period}`) || count < leastFigures) continue
        say(
          problemAt(place).notice(
            `${kpi} by ${dimension} has the same figures in ${period} as in ${before}: was a month copied?`,
            'nothing, if nothing changed; else export the month again',
          ),
        )
      }
    }
  }

  return { take, report }
}

function stoodSums(kpi: string, stood: StoodFigures, dimension: string | null): Map<string, Sums> {
  const sums = new Map<string, Sums>()
  for (const figure of stood.measures().get(kpi)?.figures.values() ?? []) {
    const isOf =
      dimension === null ? figure.dimension !== comparatorDimension : figure.dimension === dimension
    if (figure.value !== null && isOf) add(sums, { kpi, ...figure, value: figure.value }, null)
  }
  return sums
}

function copiesIn(periods: ReadonlyMap<string, Sums>, standing: ReadonlyMap<string, Sums>) {
  return [...periods].flatMap(([period, sums]) => {
    const { place, count, size } = sums
    const before = addPeriods(period, -1)
    const isKnown = isSame(sums, standing.get(period))
    if (isKnown || !place || !isSame(sums, periods.get(before) ?? standing.get(before))) return []
    if (size === 0 || (count < leastFigures && size < leastSize)) return []
    return [{ period, before, place, count }]
  })
}

function isSame(one: Sums, other: Sums | undefined): boolean {
  return (
    other !== undefined &&
    one.count === other.count &&
    one.first === other.first &&
    one.second === other.second
  )
}

function add(
  periods: Map<string, Sums>,
  {
    kpi,
    dimension,
    member,
    period,
    value,
  }: Pick<Figure, 'kpi' | 'dimension' | 'member' | 'period' | 'value'>,
  place: Place | null,
) {
  const sums = periods.get(period) ?? { count: 0, first: 0, second: 0, size: 0, place }
  periods.set(period, sums)
  const text = `${seriesKey({ kpi, dimension, member })}|${value}`
  let first = 0x811c9dc5
  let second = 0x2f0b4a47
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    first = Math.imul(first ^ code, 0x01000193)
    second = Math.imul(second, 0x85ebca6b) + code
  }
  sums.count += 1
  sums.first = (sums.first + first) | 0
  sums.second = (sums.second + second) | 0
  sums.size += Math.abs(value ?? 0)
}
