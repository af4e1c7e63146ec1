import type { RowAnalysis } from '../../src/domain/analysis/edition-analysis.ts'
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
    per: null,
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

/** The analysis of a row on which limits find no evidence of change. */
export function aRowAnalysis(changes: Partial<RowAnalysis> = {}): RowAnalysis {
  return {
    segments: [
      {
        from: '2024-08',
        to: '2025-09',
        mean: 317,
        lower: 277,
        upper: 357,
        isTrial: false,
        reason: null,
      },
    ],
    special: [],
    variation: 'common_cause',
    assurance: null,
    notJudged: null,
    finding: 'Waiting for OT assessment: 309 people waiting; there is no evidence of real change.',
    headline: 'No evidence of real change',
    signal: null,
    signalsWithin: 0,
    reach: { kind: 'no-question' },
    ...changes,
  }
}
