import { proposedPolicy } from '../disclosure/policy.ts'
import { needsProtection } from '../disclosure/protect.ts'
import type { DescribedKpi } from '../editions/describe-kpi.ts'
import type { Dimension } from '../editions/holdings.ts'
import type { Audience } from '../editions/publication.ts'
import type { Series } from '../figures/figure.ts'
import { dayNumber } from '../periods/calendar.ts'
import { formatPeriod } from '../periods/labels.ts'
import { periodEnd } from '../periods/period.ts'
import { nameOfBreakdown } from '../trends/parts/breakdown.ts'
import { changeInWords, leadingGap, writeGapFinding, writeGapOf } from './gap-words.ts'
import { type GapPoint, type GroupGap, gapsBetweenGroups, isProvisionalYear } from './group-gaps.ts'
import { howCounted } from './how-counted.ts'
import type { Interval } from './share-gap.ts'

interface DrawnYear extends Interval {
  day: number
}

/** One group's gap as drawn: years that move on by a period, in percentage points. */
export interface DrawnGap {
  /** unbroken runs of years: nothing is drawn across one that is not known */
  runs: DrawnYear[][]
  firstDay: number
  lastDay: number
  from: string
  to: string
  ticks: number[]
}

export interface GapModel {
  gaps: GroupGap[]
  /** whose gap is drawn: the one asked for, else the one of the finding, else the widest that is known */
  chosen: GroupGap
  /** null where no year of it is known */
  drawn: DrawnGap | null
  finding: string
  /** what is found of the group that is drawn, whichever leads */
  chosenFinding: string
  /** whether the gap that the finding tells has changed in a year; null where it tells none */
  change: string | null
  isRounded: boolean
  /** a year that is told rests on figures that may still change */
  isProvisional: boolean
  /** the same people stand in the figures of several periods */
  isAgain: boolean
}

/** Groups of people that scrutiny asks to be compared, whatever the measure. */
const groupsOfPeople = ['ethnicity', 'town', 'age', 'sex']

/** Whether a gap between the groups of a breakdown is a question: not for categories that overlap. */
export function comparesGroups({ aggregation }: DescribedKpi, { id }: Dimension): boolean {
  return aggregation !== 'X' && groupsOfPeople.includes(id)
}

/** Null where the measure has no gap to speak of: no share, or no counts behind it. */
export function buildGaps(
  kpi: DescribedKpi,
  dimension: Dimension,
  series: readonly Series[],
  whole: Series | undefined,
  audience: Audience,
  member: string | undefined,
): GapModel | null {
  const counted = howCounted(kpi)
  if (kpi.unit !== 'percent' || counted === 'never-together') return null
  if (!comparesGroups(kpi, dimension) || !whole) return null
  const isRounded = audience === 'protected' && needsProtection(kpi)
  const gaps = gapsBetweenGroups({
    frequency: kpi.frequency,
    members: dimension.members,
    series: series.filter((one) => one.dimension === dimension.id),
    whole,
    counted,
    rounding: isRounded ? proposedPolicy.roundTo / 2 : 0,
  })
  const lead = gaps && leadingGap(gaps, kpi.direction)
  const chosen = gaps && (gaps.find((gap) => gap.member === member) ?? lead ?? widest(gaps) ?? gaps[0])
  if (!gaps || !chosen) return null
  const name = nameOfBreakdown(kpi, dimension.label)
  return {
    gaps,
    chosen,
    drawn: drawGap(chosen),
    finding: writeGapFinding(name, gaps, kpi.direction),
    chosenFinding: writeGapOf(name, chosen),
    change: lead && changeInWords(lead),
    isRounded,
    isProvisional: gaps.some(({ points }) => points.some(isProvisionalYear)),
    isAgain: counted === 'again',
  }
}

function widest(gaps: readonly GroupGap[]): GroupGap | undefined {
  const known = gaps.flatMap((gap) => {
    const last = gap.points.at(-1)
    return last?.kind === 'gap' ? [{ gap, size: Math.abs(last.interval.difference) }] : []
  })
  return known.sort((a, b) => b.size - a.size)[0]?.gap
}

function drawGap({ points }: GroupGap): DrawnGap | null {
  const runs = runsOf(points)
  const years = runs.flat()
  const known = points.filter(({ kind }) => kind === 'gap')
  const [first, last] = [years[0], years.at(-1)]
  const [from, to] = [known[0], known.at(-1)]
  if (!first || !last || !from || !to) return null
  return {
    runs,
    firstDay: first.day,
    lastDay: last.day,
    from: formatPeriod(from.period),
    to: formatPeriod(to.period),
    ticks: ticksAround(years.flatMap(({ lower, upper }) => [lower, upper])),
  }
}

function runsOf(points: readonly GapPoint[]): DrawnYear[][] {
  const runs: DrawnYear[][] = []
  let run: DrawnYear[] | null = null
  for (const point of points) {
    if (point.kind !== 'gap') {
      run = null
      continue
    }
    if (!run) {
      run = []
      runs.push(run)
    }
    run.push({ day: dayNumber(periodEnd(point.period)), ...point.interval })
  }
  return runs
}

const steps = [1, 2, 5, 10, 20, 25, 50]

/** Round numbers that hold all levels and nought; five lines or fewer between the ends. */
function ticksAround(levels: readonly number[]): number[] {
  const [low, high] = [Math.min(0, ...levels), Math.max(0, ...levels)]
  const step = steps.find((one) => (high - low) / one <= 5) ?? 50
  const [first, last] = [Math.floor(low / step), Math.ceil(high / step)]
  return Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step)
}
