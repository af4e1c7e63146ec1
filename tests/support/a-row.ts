import type { ScorecardRow } from '../../src/domain/scorecard/scorecard.ts'
import { aSeries } from './a-series.ts'

/** A row of the scorecard: the OT list, 309 in September, 77 above plan; a test names what matters to it. */
export function aScorecardRow(changes: Partial<ScorecardRow> = {}): ScorecardRow {
  return {
    id: 'ot-waiting',
    name: 'Waiting for OT assessment',
    theme: 'waiting',
    unit: 'count',
    aggregation: 'P',
    direction: 'down',
    frequency: 'month',
    decimals: 0,
    numerator: 'people waiting',
    denominator: null,
    owner: 'OT Lead',
    breaks: [],
    latestPeriod: '2025-09',
    due: '2025-11-06',
    received: '2025-10-06',
    target: { from: '2025-04', value: 150, lower: null, upper: null, by: null, setBy: 'Board' },
    series: aSeries([...Array(12).fill(330), 312, 309]),
    category: null,
    plan: { kind: 'position', period: '2025-09', planned: 232, gap: 77, standing: 'worse', monthsAhead: -4 },
    milestone: null,
    ...changes,
  }
}
