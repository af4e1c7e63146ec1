import type { EditionChanges } from '../../domain/changes/compare-editions.ts'
import { borough, isCompound } from '../../domain/measures/measure.ts'
import { formatPeriod } from '../../domain/periods/labels.ts'
import type { MeasureBook } from './figure-rows.ts'

type SignalChange = NonNullable<EditionChanges['signals']>['changed'][number]
type SignalState = NonNullable<SignalChange['after']>

export interface SignalRow {
  key: string
  kpi: string
  name: string
  /** 'Town: Greenford'; 'Whole borough' */
  where: string
  /** null for the whole borough */
  part: { dimension: string; member: string } | null
  meaning: SignalState['meaning']
  direction: SignalState['direction']
  /** what the edition that flagged it said */
  sentence: string
  since: string
  /** what the other edition said of the same series */
  otherwise: string
  /** flagged in both editions, for different changes */
  isAnother: boolean
}

/** Series that the later edition flags and the earlier did not, or for another change. */
export function newSignalRows(changes: readonly SignalChange[], measures: MeasureBook): SignalRow[] {
  return changes.flatMap((change) => {
    if (!change.after) return []
    const otherwise = change.before?.sentence ?? 'Not flagged'
    return [rowOf(change, change.after, otherwise, measures)]
  })
}

/** Series that only the earlier edition flags. */
export function clearedSignalRows(changes: readonly SignalChange[], measures: MeasureBook): SignalRow[] {
  return changes.flatMap((change) => {
    if (change.after || !change.before) return []
    const otherwise = change.isTested ? 'Tested again: no recent change stands out' : 'Could not be tested'
    return [rowOf(change, change.before, otherwise, measures)]
  })
}

function rowOf(
  { kpi, dimension, member, label, dimensionLabel, tested, change }: SignalChange,
  state: SignalState,
  otherwise: string,
  measures: MeasureBook,
): SignalRow {
  const isWhole = dimension === borough.dimension
  return {
    key: `${kpi} ${dimension} ${member} ${tested}`,
    kpi,
    name: measures.get(kpi)?.name ?? kpi,
    where: isWhole ? 'Whole borough' : isCompound(dimension) ? label : `${dimensionLabel}: ${label}`,
    part: isWhole ? null : { dimension, member },
    meaning: state.meaning,
    direction: state.direction,
    sentence: state.sentence,
    since: formatPeriod(state.since),
    otherwise,
    isAnother: change === 'another',
  }
}
