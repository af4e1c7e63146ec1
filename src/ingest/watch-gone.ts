import type { Figure } from '../domain/figures/figure.ts'
import { comparatorDimension, type KpiDefinition } from '../domain/measures/measure.ts'
import { addPeriods, frequencyOf } from '../domain/periods/period.ts'
import { problemAt, type Report } from './problem.ts'
import type { StoodFigures } from './stood-figures.ts'
import { watchNoneUnsaid } from './watch-none-unsaid.ts'

/** Names that one notice lists. */
const mostNamed = 10

interface Newest {
  kpi: string
  dimension: string
  period: string
  members: Set<string>
}

/**
 * Watches for what came with the period before and not with this one, a group of a measure, or a whole measure; and for
 * groups that are left out where there is nobody.
 */
export function watchGone(kpis: ReadonlyMap<string, KpiDefinition>) {
  const breakdowns = new Map<string, Newest>()
  const newestOf = new Map<string, string>()
  const given = new Set<string>()
  const none = watchNoneUnsaid(kpis)

  function take(figure: Figure) {
    const { kpi, dimension, member, period } = figure
    none.take(figure)
    if (dimension === comparatorDimension) return
    given.add(kpi)
    const frequency = frequencyOf(period) ?? ''
    if (period > (newestOf.get(frequency) ?? '')) newestOf.set(frequency, period)
    const key = `${kpi}\u001f${dimension}`
    const known = breakdowns.get(key)
    if (!known || period > known.period)
      breakdowns.set(key, { kpi, dimension, period, members: new Set([member]) })
    else if (period === known.period) known.members.add(member)
  }

  function report(say: Report, stood: StoodFigures, latest: ReadonlyMap<string, string>) {
    const whole = problemAt({ file: 'load', line: 0, column: 0 })
    none.report(say)
    for (const { kpi, dimension, period, members } of breakdowns.values()) {
      const before = addPeriods(period, -1)
      const held = [...(stood.measures().get(kpi)?.figures.values() ?? [])].filter(
        (figure) => figure.dimension === dimension,
      )
      const here = new Set(held.filter((figure) => figure.period === period).map(({ member }) => member))
      const gone = held.flatMap((figure) =>
        figure.period === before && !members.has(figure.member) && !here.has(figure.member)
          ? [figure.member]
          : [],
      )
      if (gone.length === 0) continue
      say(
        whole.notice(
          `${kpi} by ${dimension} has no figure in ${period} for ${named(gone)}, and had one in ${before}`,
          'load it, as 0 where it is none, or say [x] where it is not known; a renamed member is listed in members.csv',
        ),
      )
    }
    for (const [kpi, period] of newestOfMeasures(breakdowns.values())) {
      const gone = dimensionsGone(kpi, period, breakdowns, stood)
      if (gone.length === 0) continue
      say(
        whole.notice(
          `${kpi} comes without figures by ${named(gone)} in ${period}, and had them in ${addPeriods(period, -1)}`,
          'nothing, if they come later; else add their rows',
        ),
      )
    }
    const absent = [...kpis.values()].flatMap(({ id, frequency }) => {
      const newest = newestOf.get(frequency)
      const isExpected = newest !== undefined && latest.get(id) === addPeriods(newest, -1)
      return isExpected && !given.has(id) ? [id] : []
    })
    if (absent.length === 0) return
    say(
      whole.notice(
        `measures that came with the period before are not in this load: ${named(absent)}`,
        'nothing, if they come later; else add their file',
      ),
    )
  }

  return { take, report }
}

function newestOfMeasures(breakdowns: Iterable<Newest>): Map<string, string> {
  const newest = new Map<string, string>()
  for (const { kpi, period } of breakdowns) if (period > (newest.get(kpi) ?? '')) newest.set(kpi, period)
  return newest
}

/** Breakdowns that stand in the period before, of which the load has nothing in its newest and nobody had before. */
function dimensionsGone(
  kpi: string,
  period: string,
  breakdowns: ReadonlyMap<string, Newest>,
  stood: StoodFigures,
): string[] {
  const before = addPeriods(period, -1)
  const held = new Set<string>()
  const here = new Set<string>()
  for (const figure of stood.measures().get(kpi)?.figures.values() ?? []) {
    if (figure.dimension === comparatorDimension) continue
    if (figure.period === before) held.add(figure.dimension)
    else if (figure.period === period) here.add(figure.dimension)
  }
  // of a breakdown that is in the load its members are told
  return [...held].filter((dimension) => !here.has(dimension) && !breakdowns.has(`${kpi}\u001f${dimension}`))
}

function named(names: readonly string[]): string {
  const listed = names.slice(0, mostNamed).join(', ')
  return names.length > mostNamed ? `${listed} and ${names.length - mostNamed} more` : listed
}
