import type { Organisation, Publication } from '../../../src/domain/editions/publication.ts'
import type { KpiDefinition } from '../../../src/domain/measures/measure.ts'

export const testOrganisation: Organisation = {
  name: 'Testborough',
  service: 'Adult social care',
  illustrative: true,
  marking: 'OFFICIAL',
  timezone: 'Europe/London',
}

/** The OT list, a monthly count of people; a test names only what matters to it. */
export function aDefinition(changes: Partial<KpiDefinition> = {}): KpiDefinition {
  return {
    id: 'ot-waiting',
    name: 'Waiting for OT assessment',
    theme: 'waiting',
    unit: 'count',
    aggregation: 'P',
    direction: 'down',
    frequency: 'month',
    decimals: 0,
    per: null,
    definition: 'People waiting for an occupational therapy assessment at month end.',
    numerator: 'people waiting',
    denominator: null,
    owner: 'OT Lead',
    source: 'Case system',
    code: null,
    sdc: 'people',
    version: 1,
    validFrom: '2022-04-01',
    dueDay: 5,
    targets: [],
    ...changes,
  }
}

/** An edition that brings nothing; a test names what it brings. */
export function aPublication(changes: Partial<Publication> = {}): Publication {
  return {
    label: 'August 2025',
    publishedAt: '2025-09-15T09:00:00Z',
    dataAsAt: '2025-09-08',
    note: null,
    kpis: [],
    members: [],
    figures: [],
    workstreams: [],
    milestones: [],
    trajectories: [],
    interventions: [],
    risks: [],
    ...changes,
  }
}
