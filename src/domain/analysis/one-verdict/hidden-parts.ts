import type { Series, SeriesKey } from '../../figures/figure.ts'
import type { MeasureContext } from '../chart-series.ts'
import type { SeriesPart } from '../edition-analysis.ts'
import { judgePart } from '../judge-part.ts'

/**
 * The parts whose published figures would be judged otherwise than those received: of them nothing is told. All others
 * are judged where they are read, from the figures that the reader has.
 */
export function hiddenPartsOf(
  context: MeasureContext,
  parts: readonly Series[],
  receivedOf: (key: SeriesKey) => Series | undefined,
): SeriesPart[] {
  return parts.flatMap((part) => {
    const own = judgePart(context, part)?.variation ?? null
    const received = receivedOf(part)
    if (own === null || !received) return []
    const exact = judgePart({ ...context, isRounded: false }, received)?.variation
    return own === exact ? [] : [{ dimension: part.dimension, member: part.member }]
  })
}
