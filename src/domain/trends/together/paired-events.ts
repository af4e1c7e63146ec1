import { dayNumber } from '../../periods/calendar.ts'
import { formatDate } from '../../periods/labels.ts'
import { judgeMilestone } from '../../plans/judge-milestone.ts'
import type { Intervention, Milestone } from '../../plans/plan.ts'
import { type Band, buildBands } from '../changes.ts'

/** A completed milestone of any of the measures, as a rule through all of their charts. */
export interface PairedMilestone {
  id: string
  title: string
  day: number
  /** '12 Jul 2023' */
  when: string
}

interface Days {
  firstDay: number
  lastDay: number
}

/** Surges that concern any of the measures; one that was recorded for several is one. */
export function bandsOfAll(
  interventions: readonly Intervention[],
  kpis: readonly string[],
  { firstDay, lastDay }: Days,
): Band[] {
  const bands = new Map<string, Band>()
  for (const kpi of kpis) {
    for (const band of buildBands(interventions, kpi, firstDay, lastDay)) {
      const key = `${band.title} ${band.start} ${band.end}`
      if (!bands.has(key)) bands.set(key, band)
    }
  }
  return [...bands.values()].sort((a, b) => a.start - b.start)
}

/** What was completed, as of a day, for any of the measures, oldest first: a promise is no event until it is kept. */
export function completedOfAll(
  milestones: readonly Milestone[],
  kpis: readonly string[],
  asOf: string,
  { firstDay, lastDay }: Days,
): PairedMilestone[] {
  return milestones
    .flatMap((milestone) => {
      const { id, title, kpi, completed } = milestone
      if (kpi === null || !kpis.includes(kpi) || completed === null) return []
      if (judgeMilestone(milestone, asOf).delivery !== 'complete') return []
      return [{ id, title, day: dayNumber(completed), when: formatDate(completed) }]
    })
    .filter(({ day }) => day > firstDay && day < lastDay)
    .sort((a, b) => a.day - b.day)
}
