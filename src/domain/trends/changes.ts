import { dayNumber } from '../periods/calendar.ts'
import { formatDate, formatPeriod } from '../periods/labels.ts'
import type { Intervention } from '../plans/plan.ts'

/** A surge: a stretch of time in which extra work was done. */
export interface Band {
  id: string
  title: string
  start: number
  /** runs to the end of the plot where it has not ended */
  end: number
  /** 'Oct 2023 to Jul 2024' */
  when: string
  reason: string
}

/** A day after which figures are judged, or counted, differently. */
export interface ChangeRule {
  id: string
  kind: 'rebaseline' | 'definition-break'
  day: number
  /** longest form first */
  forms: readonly string[]
  reason: string
}

/** The interventions of one measure (and those of every measure) that fall inside a stretch of days. */
export function buildBands(
  interventions: readonly Intervention[],
  kpi: string,
  firstDay: number,
  lastDay: number,
): Band[] {
  return concerning(interventions, kpi)
    .filter(({ kind }) => kind === 'band')
    .map((band) => ({
      id: band.id,
      title: band.title,
      start: Math.max(dayNumber(band.start), firstDay),
      end: Math.min(band.end ? dayNumber(band.end) : lastDay, lastDay),
      when: `${monthName(band.start)} to ${band.end ? monthName(band.end) : 'now'}`,
      reason: band.reason,
    }))
    .filter(({ start, end }) => start < end)
}

export function buildChangeRules(
  interventions: readonly Intervention[],
  kpi: string,
  kinds: readonly ChangeRule['kind'][],
  firstDay: number,
  lastDay: number,
): ChangeRule[] {
  return concerning(interventions, kpi)
    .flatMap((item) =>
      item.kind !== 'band' && kinds.includes(item.kind)
        ? [
            {
              id: item.id,
              kind: item.kind,
              day: dayNumber(item.start),
              forms: formsOf(item),
              reason: `${formatDate(item.start)}: ${item.title}. ${item.reason}`,
            },
          ]
        : [],
    )
    .filter(({ day }) => day > firstDay && day < lastDay)
    .sort((a, b) => a.day - b.day)
}

function formsOf({ kind, start, title }: Intervention): string[] {
  const month = monthName(start)
  return kind === 'definition-break'
    ? [`${month}: ${title} [b]`, `${month} [b]`]
    : [`${month}: ${title}, limits start again`, `${month}: ${title}`, month]
}

function concerning(interventions: readonly Intervention[], kpi: string): Intervention[] {
  return interventions.filter((item) => item.kpi === null || item.kpi === kpi)
}

function monthName(date: string): string {
  return formatPeriod(date.slice(0, 7))
}
