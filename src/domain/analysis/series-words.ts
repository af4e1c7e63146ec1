import { roundsFigures } from '../disclosure/protect.ts'
import { isOverdue } from '../editions/holdings.ts'
import { firstComparable } from '../figures/comparability.ts'
import type { Series } from '../figures/figure.ts'
import type { FindingState } from '../findings/finding-state.ts'
import type { ParagraphContext } from '../findings/paragraph-context.ts'
import { type FindingSubject, writeFinding } from '../findings/write-finding.ts'
import { writeHeadline } from '../findings/write-headline.ts'
import { writeParagraph } from '../findings/write-paragraph.ts'
import { outlookAhead } from '../forecast/reached-target.ts'
import { borough, carriesOver, isSnapshot } from '../measures/measure.ts'
import { periodEnd } from '../periods/period.ts'
import { countWithin, takeInLevels } from '../spc/mixed-limits.ts'
import { judgePosition } from '../trajectory/judge-position.ts'
import { contradictsGap } from '../trajectory/position.ts'
import type { ChartedSeries, MeasureContext } from './chart-series.ts'
import { courseOf } from './course-of.ts'
import type { HiddenByRounding, Segment, SeriesAnalysis } from './edition-analysis.ts'
import type { SeriesAhead } from './series-ahead.ts'
import type { SeriesGrid } from './series-grid.ts'

export interface SeriesToWord {
  context: MeasureContext
  series: Series
  charted: ChartedSeries
  state: FindingState
  ahead: SeriesAhead
  /** what rounding hides of the latest figure */
  hidden: readonly HiddenByRounding[]
  isNearPlan: boolean
  segments: readonly Segment[]
  /** false where the latest figure is not judged: then no usual range is told beside it */
  isJudged: boolean
}

/** The words of one analysis: the same for the title, the text alternative, the table and the briefing. */
export function writeSeriesWords(
  input: SeriesToWord,
): Pick<SeriesAnalysis, 'finding' | 'headline' | 'paragraph'> {
  const { state } = input
  const plan = planOf(input)
  const subject = subjectOf(input, plan)
  return {
    finding: writeFinding(subject, state),
    headline: writeHeadline(state, outlookAhead(input.ahead.reach) === 'not-met', subject.isWithheld),
    paragraph: writeParagraph(subject, state, paragraphContext(input, plan)),
  }
}

function subjectOf(
  { context: { kpi, isRounded }, series, charted: { grid, target } }: SeriesToWord,
  plan: ParagraphContext['plan'],
): FindingSubject {
  const latest = series.points.at(-1)
  return {
    name: nameOfSeries(kpi, series),
    measure: kpi,
    isSnapshot: isSnapshot(kpi.aggregation),
    isList: carriesOver(kpi.aggregation),
    target,
    planGap: plan?.gap ?? null,
    isProvisional: latest?.provisional ?? false,
    isRounded: isRounded && roundsFigures(kpi),
    isWithheld: latest?.availability === 'suppressed',
    isLaterWithheld:
      series.points.findLast(({ value, availability }) => value !== null || availability === 'suppressed')
        ?.value === null,
    withheld: series.points.filter(({ availability }) => availability === 'suppressed').length,
    periods: grid.periods,
    values: grid.values,
    breaks: kpi.breaks,
  }
}

/** What a sentence about a series is about: 'Concerns raised'; 'Concerns raised, Southall'. */
export function nameOfSeries(
  kpi: MeasureContext['kpi'],
  { dimension, member }: Pick<Series, 'dimension' | 'member'>,
): string {
  if (dimension === borough.dimension) return kpi.name
  const members = kpi.dimensions.find(({ id }) => id === dimension)?.members
  return `${kpi.name}, ${members?.find(({ id }) => id === member)?.label ?? member}`
}

/** Nothing where there is no plan for the latest period, or a newer figure is overdue. */
function planOf({ context, series, hidden, isNearPlan }: SeriesToWord): ParagraphContext['plan'] {
  const isWhole = series.dimension === borough.dimension
  const position = judgePosition(
    { ...context, isWhole, analysis: { hidden: [...hidden], isNearPlan } },
    series.points.at(-1),
  )
  if (position.kind !== 'position') return null
  return contradictsGap(position) ? { ...position, monthsAhead: null } : position
}

function paragraphContext(
  { context, series, charted, ahead, hidden, segments, isJudged }: SeriesToWord,
  plan: ParagraphContext['plan'],
): ParagraphContext {
  const { kpi, asOf, isRounded } = context
  const { grid, cuts, improvement, targetDate } = charted
  const first = grid.periods[0]
  const last = grid.periods.at(-1)
  return {
    usualRange: isJudged
      ? usualRangeOf(
          grid,
          segments.find(({ to }) => to === last),
        )
      : null,
    doubted: charted.doubted,
    course: courseOf(context, charted, series),
    plan,
    reach: ahead.reach,
    isSideHidden: hidden.includes('target'),
    targetDate,
    required: ahead.required,
    improvement,
    caveats: {
      isRounded: isRounded && roundsFigures(kpi),
      isOverdue: isOverdue(kpi, asOf),
      breaks: kpi.breaks.filter(({ date }) => first !== undefined && date > periodEnd(first) && date <= asOf),
      ...(cuts.some(({ at }) => at > firstComparable(kpi.breaks, grid.periods))
        ? { hasRecordedLevel: true }
        : {}),
    },
  }
}

function usualRangeOf({ periods, values }: SeriesGrid, segment: Segment | undefined) {
  if (!segment) return null
  const own = values.filter((_, row) => (periods[row] ?? '') >= segment.from)
  const isMixed = takeInLevels(own, segment)
  // what limits are of was judged from the figures received: where those shown would say otherwise, less is told
  if (segment.isMixed !== undefined && segment.isMixed !== isMixed) return null
  return { ...segment, mixed: isMixed ? countWithin(own, segment) : null }
}
