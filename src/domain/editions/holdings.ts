import type { Figure, SeriesKey } from '../figures/figure.ts'
import { capital } from '../measures/letter-case.ts'
import { borough, type KpiDefinition } from '../measures/measure.ts'
import { addPeriods, periodContaining, periodEnd } from '../periods/period.ts'
import { addWorkingDays } from '../plans/working-days.ts'
import type { MemberLabel } from './publication.ts'

interface DimensionMember {
  id: string
  label: string
  level: string | null
}

export interface Dimension {
  id: string
  label: string
  members: DimensionMember[]
}

/** What one audience's set of an edition holds of a measure. */
export interface Holdings {
  dimensions: Dimension[]
  /** null where nothing is held */
  latestPeriod: string | null
  /** date by which the next figure (the first that is not held) is or was due; null without a due day */
  due: string | null
  /** date at which the latest figure was read */
  received: string | null
}

const dimensionLabels: Record<string, string> = {
  borough: 'Borough',
  team: 'Team',
  town: 'Town',
  age: 'Age',
  sex: 'Sex',
  ethnicity: 'Ethnic group',
  'support-reason': 'Primary support reason',
  priority: 'Priority',
  'wait-band': 'Wait so far',
  'work-type': 'Work type',
  setting: 'Setting',
  source: 'Source',
  type: 'Type of abuse',
  location: 'Location',
  provider: 'Provider',
  role: 'Role',
  field: 'Field',
  theme: 'Theme',
  'care-type': 'Care type',
  'budget-area': 'Budget area',
  language: 'Language',
  responsible: 'Who was responsible',
  reason: 'Reason',
  comparator: 'Other places',
}

/** 'support-reason' → 'Primary support reason'; an unknown id is written out: 'hand-off' → 'Hand off'. */
function dimensionLabel(id: string): string {
  const known = dimensionLabels[id]
  if (known) return known
  const words = id.replaceAll(/[-_+]/g, ' ')
  return capital(words)
}

/** A town that bears the borough's name is told apart from it. */
export function memberLabel(dimension: string, member: string, organisation: string): string {
  return dimension === 'town' && member === organisation ? `${member} (town)` : member
}

/**
 * Dimensions and members of a measure, from the series that are held, in the order in which they were
 * given; its latest period, and when the next figure is due.
 */
export function describeHoldings(
  kpi: Pick<KpiDefinition, 'frequency' | 'dueDay'>,
  held: readonly (SeriesKey & { latestPeriod: string; received: string })[],
  labels: readonly MemberLabel[],
  organisation: string,
): Holdings {
  const dimensions = new Map<string, Dimension>()
  for (const { dimension, member } of held) {
    const entry = dimensions.get(dimension) ?? {
      id: dimension,
      label: dimensionLabel(dimension),
      members: [],
    }
    const given = labels.find((label) => label.dimension === dimension && label.member === member)
    entry.members.push({
      id: member,
      label: given?.label ?? memberLabel(dimension, member, organisation),
      level: given?.level ?? null,
    })
    dimensions.set(dimension, entry)
  }
  // A measure of the whole borough is late when the borough figure is; one of categories when any is.
  const own = held.filter((series) => series.dimension === borough.dimension)
  const judged = own.length ? own : held.filter((series) => series.dimension !== 'comparator')
  const latest = judged.reduce<(typeof judged)[number] | null>(
    (best, series) => (!best || series.latestPeriod > best.latestPeriod ? series : best),
    null,
  )
  return {
    dimensions: [...dimensions.values()],
    latestPeriod: latest?.latestPeriod ?? null,
    due: latest ? dueDate(kpi, addPeriods(latest.latestPeriod, 1)) : null,
    received: latest?.received ?? null,
  }
}

/** The day by which a period's figure is due: so many working days into the following month. */
export function dueDate(kpi: Pick<KpiDefinition, 'dueDay'>, period: string): string | null {
  return kpi.dueDay === null ? null : addWorkingDays(periodEnd(period), kpi.dueDay)
}

/** The last period of a frequency that is over on a day. */
export function lastCompletePeriod(frequency: KpiDefinition['frequency'], asOf: string): string {
  const current = periodContaining(frequency, asOf.slice(0, 7))
  return periodEnd(current) <= asOf ? current : addPeriods(current, -1)
}

export function isOverdue(holdings: Pick<Holdings, 'due'>, asOf: string): boolean {
  return holdings.due !== null && holdings.due < asOf
}

/** A figure's series, as a key for maps. */
export function seriesKey(figure: Pick<Figure, 'kpi' | 'dimension' | 'member'>): string {
  return `${figure.kpi}\u001f${figure.dimension}\u001f${figure.member}`
}
