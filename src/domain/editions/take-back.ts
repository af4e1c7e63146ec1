import { mayHoldDimension } from '../disclosure/protect.ts'
import { isSnapshot } from '../measures/measure.ts'
import { formatObservedAt } from '../periods/labels.ts'
import type { DescribedKpi } from './describe-kpi.ts'

/** What is taken out: a measure; or of it a breakdown, one member, one period, or what several of these name. */
export interface RemovedPart {
  kpi: string
  dimension?: string | undefined
  /** of the dimension, which is named with it */
  member?: string | undefined
  period?: string | undefined
}

/** What an edition takes back of those before it. Nothing is erased: they stay as they were, under their numbers. */
export type TakeBack =
  | {
      kind: 'roll-back'
      /** the edition that it stands on again */
      to: number
    }
  | { kind: 'removal'; parts: RemovedPart[] }

/** Parts that the note of an edition names; of more it gives the number. */
const mostNamed = 20

/**
 * What an edition takes back, for everybody who reads its note.
 *
 * @param kpis as the public may see them in the edition before
 * @example 'Taken out: OT assessments waiting, Town: Ashby, 30 Sep 2025.'
 */
export function takeBackWords(takesBack: TakeBack, kpis: readonly DescribedKpi[]): string {
  if (takesBack.kind === 'roll-back')
    return `Stands on edition ${takesBack.to} again: figures, definitions, plan and comments are as they were there.`
  const named = [...new Set(takesBack.parts.map((part) => partWords(part, kpis)))]
  const further = named.length - mostNamed
  return `Taken out: ${named.slice(0, mostNamed).join('; ')}${further > 0 ? `; and ${further} more` : ''}.`
}

/** A team's name, and whatever else officers alone read, is not told. */
function partWords(
  { kpi: id, dimension, member, period }: RemovedPart,
  kpis: readonly DescribedKpi[],
): string {
  const kpi = kpis.find((one) => one.id === id)
  const place = dimension === undefined ? null : placeWords(kpi, dimension, member)
  const when =
    period === undefined ? null : formatObservedAt(period, kpi ? isSnapshot(kpi.aggregation) : false)
  return [kpi?.name ?? id, place, when].filter((words) => words !== null).join(', ')
}

function placeWords(kpi: DescribedKpi | undefined, dimension: string, member: string | undefined): string {
  const known = kpi?.dimensions.find(({ id }) => id === dimension)
  if (!known || !mayHoldDimension(dimension)) return 'figures that officers alone read'
  const label = known.members.find(({ id }) => id === member)?.label
  return label === undefined ? `by ${known.label.toLowerCase()}` : `${known.label}: ${label}`
}

/** As the command takes it, and the log of loads names it: 'ot-waiting/town:Ashby/2025-09'. */
export function writePart({ kpi, dimension, member, period }: RemovedPart): string {
  const place = member === undefined ? dimension : `${dimension}:${member}`
  return [kpi, place, period].filter((part) => part !== undefined).join('/')
}

/** A whole measure, with all that is known of it. */
export function isWholeMeasure({ dimension, period }: RemovedPart): boolean {
  return dimension === undefined && period === undefined
}
