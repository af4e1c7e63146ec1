import { isDivided, restsOnCases } from '../domain/disclosure/cells.ts'
import { borough, comparatorDimension, isCompound, type KpiDefinition } from '../domain/measures/measure.ts'
import { nearestId } from '../domain/measures/nearest-id.ts'
import { problemAt, type Report } from './problem.ts'
import type { StoodFigure } from './standing.ts'
import type { StoodMeasure } from './stood-figures.ts'

type Numbers = Pick<StoodFigure, 'value' | 'numerator' | 'denominator' | 'n'>

/** The numbers of a breakdown in a period, added up. */
interface Sum {
  total: number
  /** members whose number is not there */
  absent: number
  members: number
}

/** Sums by the name of the number. */
type Sums = Map<keyof Numbers, Sum>

interface Measure {
  kpi: KpiDefinition
  /** by period and dimension */
  sums: Map<string, Map<string, Sums>>
  /** periods that are looked at: of what stood before, only where its definition is new */
  periods: Set<string>
  dimensions: Set<string>
}

/** Periods that are named one by one beside the latest. */
const mostNamed = 3
/** So many periods add up by chance only where little is counted. */
const leastPeriods = 3
/** Fractions of full-time posts, and of shares, add up to within this. */
const exactEnough = 1e-3

/**
 * Holds the breakdowns of a measure against what `adds_up` says of them, once the load stands on what was there: those
 * said to add up have to, those left out are told where they do.
 */
export function watchAddingUp(kpis: ReadonlyMap<string, KpiDefinition>) {
  const measures = new Map<string, Measure>()

  function open(id: string, stood: StoodMeasure): Measure | null {
    const kpi = kpis.get(id)
    if (!kpi?.addsUp) return null
    const known = measures.get(id)
    if (known) return known
    const measure: Measure = { kpi, sums: new Map(), periods: new Set(), dimensions: new Set() }
    measures.set(id, measure)
    for (const figure of stood.figures.values()) count(measure, figure, 1)
    return measure
  }

  return {
    /** @param before the figure that stood in its place */
    take(figure: StoodFigure & { kpi: string }, before: StoodFigure | undefined, stood: StoodMeasure) {
      const measure = open(figure.kpi, stood)
      if (!measure || !isPart(figure.dimension)) return
      if (before) count(measure, before, -1)
      count(measure, figure, 1)
      measure.periods.add(figure.period)
    },
    /** Looks at every period of a measure of which something else is said than before. */
    takeDefinition(id: string, stood: StoodMeasure) {
      const measure = open(id, stood)
      for (const period of measure?.sums.keys() ?? []) measure?.periods.add(period)
    },
    report(report: Report) {
      for (const measure of measures.values()) {
        const breakdowns = [...measure.dimensions].filter((dimension) => dimension !== borough.dimension)
        for (const dimension of breakdowns) reportBreakdown(measure, dimension, report)
        reportUnknown(measure, breakdowns, report)
      }
    },
  }
}

const isPart = (dimension: string) => dimension !== comparatorDimension && !isCompound(dimension)

function namesOf({ unit }: KpiDefinition): (keyof Numbers)[] {
  if (isDivided({ unit })) return ['numerator', 'denominator']
  return restsOnCases({ unit }) ? ['n'] : ['value']
}

function count({ kpi, sums, dimensions }: Measure, figure: StoodFigure, sign: 1 | -1) {
  const { period, dimension } = figure
  if (!isPart(dimension)) return
  dimensions.add(dimension)
  const ofPeriod = sums.get(period) ?? new Map<string, Sums>()
  sums.set(period, ofPeriod)
  const held: Sums = ofPeriod.get(dimension) ?? new Map()
  ofPeriod.set(dimension, held)
  for (const name of namesOf(kpi)) {
    const sum = held.get(name) ?? { total: 0, absent: 0, members: 0 }
    held.set(name, sum)
    const number = figure.value === null ? null : figure[name]
    sum.members += sign
    if (number === null) sum.absent += sign
    else sum.total += sign * number
  }
}

/** What the numbers of a breakdown are beside the whole; null where that cannot be said. */
function compare({ kpi, sums }: Measure, period: string, dimension: string) {
  const ofPeriod = sums.get(period)
  const [parts, whole] = [ofPeriod?.get(dimension), ofPeriod?.get(borough.dimension)]
  const pairs = namesOf(kpi).flatMap((name) => {
    const [ours, theirs] = [parts?.get(name), whole?.get(name)]
    return ours?.members && theirs?.members === 1 && theirs.absent === 0
      ? [{ ours, whole: theirs.total }]
      : []
  })
  if (pairs.length < namesOf(kpi).length) return null
  const mayFall = kpi.unit === 'pounds' || kpi.negative === true
  const isOff = pairs.some(({ ours, whole }) => {
    const noise = exactEnough + 1e-9 * Math.abs(whole)
    // parts that are not there are nought at least
    if (ours.absent > 0) return !mayFall && ours.total > whole + noise
    return Math.abs(ours.total - whole) > noise
  })
  const isKnown = pairs.every(({ ours }) => ours.absent === 0)
  const isLarge = pairs.some(({ ours, whole }) => whole > 0 && ours.members > 1)
  const said = (numbers: readonly number[]) => numbers.map((number) => +number.toFixed(3)).join(' of ')
  return {
    isOff,
    isPlain: isKnown && isLarge && !isOff,
    difference: `its parts add up to ${said(pairs.map(({ ours }) => ours.total))}, and the whole is ${said(pairs.map(({ whole }) => whole))}`,
  }
}

function reportBreakdown(measure: Measure, dimension: string, report: Report) {
  const { kpi } = measure
  const found = [...measure.periods]
    .toSorted()
    .toReversed()
    .flatMap((period) => {
      const compared = compare(measure, period, dimension)
      return compared ? [{ period, ...compared }] : []
    })
  const off = found.filter(({ isOff }) => isOff)
  const at = problemAt({ file: 'load', line: 0, column: 0 })
  if (!kpi.addsUp?.includes(dimension)) {
    if (off.length > 0 || found.filter(({ isPlain }) => isPlain).length < leastPeriods) return
    report(
      at.notice(
        `adds_up of ${kpi.id} leaves out ${dimension}, and its parts make the whole in every period: they are protected as such`,
        `add ${dimension} to adds_up, if each case is in one group`,
      ),
    )
    return
  }
  const [latest, ...earlier] = off
  if (!latest) return
  report(
    at.asked(
      `${kpi.id} by ${dimension} in ${latest.period}: adds_up says that it adds up, ${latest.difference}${alsoIn(earlier)}`,
      `look whether a group is missing or one case is in several; or take ${dimension} out of adds_up in kpis.csv (none, where nothing is left)`,
    ),
  )
}

function alsoIn(earlier: readonly { period: string }[]): string {
  if (earlier.length === 0) return ''
  const more = earlier.length - mostNamed
  const named = earlier.slice(0, mostNamed).map(({ period }) => period)
  return `; nor does it in ${named.join(', ')}${more > 0 ? ` and ${more} earlier periods` : ''}`
}

/** A breakdown that a definition names and nobody has figures of: mistyped, or still to come. */
function reportUnknown({ kpi }: Measure, breakdowns: readonly string[], report: Report) {
  if (breakdowns.length === 0) return
  for (const dimension of kpi.addsUp ?? []) {
    if (breakdowns.includes(dimension)) continue
    const meant = nearestId(dimension, breakdowns)
    report(
      problemAt({ file: 'load', line: 0, column: 0 }).notice(
        `adds_up of ${kpi.id} names ${dimension}, and the measure has no figures by it`,
        meant ? `did you mean ${meant}?` : 'nothing, if they are still to come',
      ),
    )
  }
}
