import type { DescribedKpi } from '../editions/describe-kpi.ts'
import type { Series } from '../figures/figure.ts'
import { formatValueInWords } from '../measures/format.ts'
import { borough } from '../measures/measure.ts'
import { formatObservedAt } from '../periods/labels.ts'
import type { FlaggedChange } from './edition-analysis.ts'

/** One sentence for a flagged series: what, where, since when, how much. */
export function writeSignalWords(
  kpi: DescribedKpi,
  series: Series,
  label: string,
  change: Omit<FlaggedChange, 'sentence'>,
): string {
  const subject = series.dimension === borough.dimension ? kpi.name : `${kpi.name}, ${label}`
  const way = change.direction > 0 ? 'higher' : 'lower'
  return `${subject}: ${way} since ${formatObservedAt(change.since, false)}, about ${formatValueInWords(kpi, change.after)} against ${formatValueInWords(kpi, change.before)} before.`
}
