import { needsProtection } from '../../domain/disclosure/protect.ts'
import type { DescribedKpi } from '../../domain/editions/describe-kpi.ts'
import type { Edition, Organisation } from '../../domain/editions/publication.ts'
import { unitPhrase } from '../../domain/measures/format.ts'
import { capital } from '../../domain/measures/letter-case.ts'
import { formatDate } from '../../domain/periods/labels.ts'
import type { TrendModel } from './chart-model.ts'
import type { Breakdown } from './choose-breakdown.ts'

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
