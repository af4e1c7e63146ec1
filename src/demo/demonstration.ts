import type { Organisation, Publication } from '../domain/editions/publication.ts'
import { actionsOf } from './actions/actions.ts'
import { commentaryOf } from './commentary.ts'
import { comparatorFigures, comparatorLabels } from './comparators.ts'
import { demoMemberLabels } from './dimensions.ts'
import { readFigures } from './figures.ts'
import { allocationDefinitions } from './kpis/allocations.ts'
import { directPaymentDefinitions } from './kpis/direct-payments.ts'
import { safeguardingDefinitions } from './kpis/safeguarding.ts'
import { supportingDefinitions } from './kpis/supporting.ts'
import { waitingDefinitions } from './kpis/waiting.ts'
import { planOf } from './plan/plan.ts'
import { allocationSeries } from './series/allocations.ts'
import { directPaymentSeries } from './series/direct-payments.ts'
import { safeguardingSeries } from './series/safeguarding.ts'
import { supportingSeries } from './series/supporting.ts'
import { waitingSeries } from './series/waiting.ts'
import { vintages } from './timeline.ts'

export const demoOrganisation: Organisation = {
  name: 'Ealing',
  service: 'Adult social care',
  illustrative: true,
  marking: 'OFFICIAL',
  timezone: 'Europe/London',
}

/** The 48 measures, in the order of the scorecard. */
export const demoKpis = [
  ...waitingDefinitions,
  ...allocationDefinitions,
  ...safeguardingDefinitions,
  ...directPaymentDefinitions,
  ...supportingDefinitions,
]

const demoThemes = [
  waitingSeries,
  allocationSeries,
  safeguardingSeries,
  directPaymentSeries,
  supportingSeries,
]

/**
 * The editions of the demonstration, oldest first: the same figures on every machine, all of them invented.
 * The first holds the whole history; each later one holds what is new, settled, restated or moved.
 */
export function buildDemoPublications(): Publication[] {
  const figuresAt = readFigures(demoKpis, demoThemes)
  return vintages.map((vintage) => ({
    label: vintage.label,
    publishedAt: vintage.publishedAt,
    dataAsAt: vintage.dataAsAt,
    note: vintage.note,
    kpis: vintage.number === 1 ? demoKpis : [],
    members: vintage.number === 1 ? [...demoMemberLabels, ...comparatorLabels] : [],
    figures: [...figuresAt(vintage), ...comparatorFigures(vintage)],
    ...planOf(vintage),
    actions: actionsOf(vintage),
    commentary: commentaryOf(vintage),
  }))
}
