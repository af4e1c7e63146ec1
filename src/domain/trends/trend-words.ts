import { needsProtection } from '../disclosure/protect.ts'
import type { DescribedKpi } from '../editions/describe-kpi.ts'
import type { Edition, Organisation } from '../editions/publication.ts'
import { unitPhrase } from '../measures/format.ts'
import { capital } from '../measures/letter-case.ts'
import { formatDate } from '../periods/labels.ts'
import type { Breakdown } from './parts/choose-breakdown.ts'
import type { TrendModel } from './trend.ts'

/** The measure, with the part of it where it is one. */
export function subjectOf(kpi: DescribedKpi, breakdown: Breakdown): string {
  return breakdown.drawn?.label ? `${kpi.name}, ${breakdown.drawn.label}` : kpi.name
}

/** What, where and when, under the title. */
export function standfirst(
  kpi: DescribedKpi,
  place: string,
  model: TrendModel | null,
  audience: string,
): string {
  const unit = unitPhrase(kpi)
  const first = model?.points[0]
  const last = model?.points.at(-1)
  const when = first && last ? `, ${first.label} to ${last.label}` : ''
  const isRounded = audience === 'protected' && needsProtection(kpi)
  return [`${capital(unit)}. ${place}${when}.`, isRounded ? 'Small numbers are withheld.' : '']
    .filter(Boolean)
    .join(' ')
}

/** Where the picture comes from and how it may be used. */
export function sourceNote(kpi: DescribedKpi, edition: Edition, organisation: Organisation): string {
  return [
    `Source: ${kpi.source}, data as at ${formatDate(edition.dataAsAt)}. Edition ${edition.number}, ${edition.label}.`,
    organisation.illustrative ? 'Illustrative data: invented figures.' : '',
    `${organisation.marking}.`,
  ]
    .filter(Boolean)
    .join(' ')
}
