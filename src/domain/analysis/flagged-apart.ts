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
    const told = wayOfPart(judgePart(context, part, own))
    const isAlike =
      told === null || told === wayOfPart(judgePart({ ...context, isRounded: false }, truth, exact))
    return isAlike ? [] : [{ dimension: part.dimension, member: part.member }]
  })
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
