import type { DataQuality, MeasureQuality } from '../../domain/data-quality/data-quality.ts'
import { countOf } from '../../domain/measures/format.ts'
import { themeNames } from '../../domain/measures/measure.ts'
import { formatDate, formatPeriod } from '../../domain/periods/labels.ts'
import type { DataQualitySearch, Want } from './data-quality-search.ts'

export interface QualityRow {
  kpi: string
  name: string
  /** 'Waiting times, OT Lead' */
  about: string
  wants: Want[]
  isOverdue: boolean
  latest: string
  received: string
  due: string
  /** 'Overdue: counts as unknown', or that nothing is awaited */
  state: string
  provisional: string
  /** '35 of 36' */
  complete: string
  missing: string
  withheld: string
  revisions: string
  /** the edition of the last restatement */
  revisedIn: number | null
  lastChanged: string
}

/** Overdue measures first, then those with a missing period, then the rest, each in the order of the scorecard. */
export function qualityRows({ measures }: DataQuality, { theme, show }: DataQualitySearch): QualityRow[] {
  const rank = ({ wants }: QualityRow) => (wants.includes('overdue') ? 0 : wants.includes('missing') ? 1 : 2)
  return measures
    .filter((measure) => theme === undefined || measure.theme === theme)
    .map(rowOf)
    .filter((row) => show === undefined || row.wants.includes(show))
    .toSorted((a, b) => rank(a) - rank(b))
}

function rowOf(measure: MeasureQuality): QualityRow {
  const { completeness, revisions, awaited, latestPeriod } = measure
  return {
    kpi: measure.kpi,
    name: measure.name,
    about: `${themeNames[measure.theme]}, ${measure.owner}`,
    wants: wantsOf(measure),
    isOverdue: measure.isOverdue,
    latest: latestPeriod === null ? 'Nothing held' : formatPeriod(latestPeriod),
    received: measure.received === null ? 'Not received' : `Read on ${formatDate(measure.received)}`,
    due: measure.due === null ? 'No day agreed' : formatDate(measure.due),
    state: measure.isOverdue
      ? `Overdue: ${listPeriods(awaited)}; counts as unknown`
      : measure.due === null
        ? ''
        : 'Not yet due',
    provisional: listPeriods(measure.provisional) || 'None',
    complete: `${completeness.present} of ${completeness.expected}`,
    missing: completeness.missing.length ? `Missing: ${listPeriods(completeness.missing)}` : '',
    withheld: completeness.withheld.length ? `Withheld: ${listPeriods(completeness.withheld)}` : '',
    revisions: revisionWords(revisions),
    revisedIn: revisions.last,
    lastChanged: measure.lastChanged === null ? 'Never' : `Edition ${measure.lastChanged}`,
  }
}

/** What is to be said about the figures of a measure, beyond that they are there. */
export function wantsOf({ isOverdue, completeness, provisional, revisions }: MeasureQuality): Want[] {
  const wants: Want[] = []
  if (isOverdue) wants.push('overdue')
  if (completeness.missing.length) wants.push('missing')
  if (completeness.withheld.length) wants.push('withheld')
  if (provisional.length) wants.push('provisional')
  if (revisions.count + revisions.further > 0) wants.push('revised')
  return wants
}

/** More than so many periods are counted, not named: a list of thirty months says nothing. */
const mostNamed = 4

function listPeriods(periods: readonly string[]): string {
  if (periods.length <= mostNamed) return periods.map(formatPeriod).join(', ')
  const [first, last] = [periods[0] ?? '', periods.at(-1) ?? '']
  return `${countOf(periods.length, 'period')} from ${formatPeriod(first)} to ${formatPeriod(last)}`
}

function revisionWords({ count, further, last }: MeasureQuality['revisions']): string {
  if (last === null) return 'None'
  const own = count ? countOf(count, 'figure') : ''
  const others = further ? `${countOf(further, 'figure')} of breakdowns` : ''
  return [own, others].filter(Boolean).join(' and ')
}
