import type { DescribedKpi } from '../../src/domain/editions/describe-kpi.ts'

/** The OT list: a monthly snapshot where fewer is better; a test names only what matters to it. */
export function aDescribedKpi(changes: Partial<DescribedKpi> = {}): DescribedKpi {
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
    one: 'person waiting',
    denominator: null,
    owner: 'OT Lead',
    source: 'Case system',
    code: null,
    sdc: 'people',
    version: 1,
    validFrom: '2022-04-01',
    targets: [{ from: '2025-04', value: 150, lower: null, upper: null, by: '2026-03-31', setBy: 'Board' }],
    dimensions: [{ id: 'borough', label: 'Borough', members: [{ id: 'All', label: 'All', level: null }] }],
    breaks: [],
    baselines: [],
    latestPeriod: '2025-09',
    due: '2025-11-07',
    received: '2025-10-06',
    ...changes,
  }
}
