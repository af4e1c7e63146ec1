import type { DescribedKpi } from '../editions/describe-kpi.ts'
import type { Series } from '../figures/figure.ts'
import { borough, isCompound, isSnapshot } from '../measures/measure.ts'
import { describeSignal } from '../signals/describe-signal.ts'
import type { FlaggedChange } from './edition-analysis.ts'

/** One sentence for a flagged series: what, where, since when, how much. */
export function writeSignalWords(
  kpi: DescribedKpi,
  series: Pick<Series, 'dimension'>,
  label: string,
  { kind, direction, since, before, after, expected, history }: Omit<FlaggedChange, 'sentence'>,
  isRounded: boolean,
): string {
  const latest = history.findLast(({ value }) => value !== null)
  return describeSignal({
    ...subjectOf(kpi, series, label),
    measure: kpi,
    isSnapshot: isSnapshot(kpi.aggregation),
    kind,
    direction,
    since,
    before,
    after,
    expected: kind === 'variation' ? null : expected,
    categories: 'mentions',
    latest: { period: latest?.period ?? since, value: latest?.value ?? after },
    isRounded,
  })
}

/** A category stands for itself, and in a town: 'Self-neglect in Southall'; a part of a measure is named after it. */
function subjectOf(kpi: DescribedKpi, { dimension }: Pick<Series, 'dimension'>, label: string) {
  if (dimension === borough.dimension) return { name: kpi.name, memberLabel: null, place: null }
  if (kpi.aggregation !== 'X') return { name: `${kpi.name}, ${label}`, memberLabel: null, place: null }
  const [category = label, town] = label.split(' · ')
  return isCompound(dimension) && town !== undefined
    ? { name: kpi.name, memberLabel: category, place: `in ${town}` }
    : { name: kpi.name, memberLabel: label, place: null }
}
