import type { Series, SeriesKey } from '../figures/figure.ts'
import type { PointType } from '../spc/point-types.ts'
import type { MeasureContext } from './chart-series.ts'
import type { SeriesPart, TestedSeries } from './edition-analysis.ts'
import { type JudgedPart, judgePart } from './judge-part.ts'
import { publishedFlag } from './signal-words.ts'

/** What was flagged of the series that are published, and of those that were received. */
interface FlaggedAlike {
  published: readonly TestedSeries[]
  received: readonly TestedSeries[]
}

/**
 * The parts that are said to go another way once what was flagged of them is counted in: a flag of the figures received
 * that those published do not bear out would let officers read a change where the panel reads that there is none.
 */
export function flaggedApart(
  context: MeasureContext,
  parts: readonly Series[],
  receivedOf: (key: SeriesKey) => Series | undefined,
  { published, received }: FlaggedAlike,
): SeriesPart[] {
  const { kpi } = context
  return parts.flatMap((part) => {
    const truth = receivedOf(part)
    const [own, exact] = [publishedFlag(kpi, published, part), publishedFlag(kpi, received, part)]
    if (!truth || !(own || exact)) return []
    const [told, judged] = [
      judgePart(context, part, own),
      judgePart({ ...context, isRounded: false }, truth, exact),
    ]
    const way = wayOfPart(told)
    const isAlike = way === null || (way === wayOfPart(judged) && isDatedAlike(told, judged))
    return isAlike ? [] : [{ dimension: part.dimension, member: part.member }]
  })
}

/** A level that lasts is told with its month, beside what was flagged with that of the figures received. */
function isDatedAlike(told: JudgedPart | null, judged: JudgedPart | null): boolean {
  const isLasting = told?.meaning?.words.includes(', lasting since ') ?? false
  return !isLasting || told?.meaning?.words === judged?.meaning?.words
}

/** Which way a part is said to go: by its flag where that stands in the place of what limits find. */
function wayOfPart(part: JudgedPart | null): string | null {
  if (!part) return null
  const { variation, meaning } = part
  if (meaning?.direction !== undefined)
    return meaning.kind === 'neutral' ? `neutral ${meaning.direction}` : meaning.kind
  return variation && wayOf[variation]
}

const wayOf: Record<PointType, string> = {
  common_cause: 'none',
  special_cause_improvement: 'improvement',
  special_cause_concern: 'concern',
  special_cause_neutral_high: 'neutral 1',
  special_cause_neutral_low: 'neutral -1',
}
