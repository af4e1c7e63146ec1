import type { ChangeAnalysis, SeriesAnalysis } from '../../src/domain/analysis/edition-analysis.ts'

/** Stable since August 2024, between 281 and 353; a test names only what matters to it. */
export function aSeriesAnalysis(changes: Partial<SeriesAnalysis> = {}): SeriesAnalysis {
  return {
    dimension: 'borough',
    member: 'All',
    segments: [
      {
        from: '2024-08',
        to: '2025-09',
        mean: 317,
        lower: 281,
        upper: 353,
        isTrial: false,
        reason: 'Limits start again at the end of the surge.',
      },
    ],
    special: [],
    variation: 'common_cause',
    assurance: null,
    notJudged: null,
    finding: 'Waiting for OT assessment: there is no evidence of real change.',
    headline: 'No evidence of real change',
    paragraph: 'There is no evidence of real change.',
    forecast: [],
    reach: { kind: 'no-question' },
    required: null,
    ...changes,
  }
}

/** A milestone of March 2025 after which the level fell by 20, give or take 8. */
export function aChange(changes: Partial<ChangeAnalysis> = {}): ChangeAnalysis {
  return {
    source: 'milestone',
    id: 'M01',
    title: 'New route open',
    date: '2025-03-12',
    period: '2025-03',
    before: { mean: 330, periods: 12 },
    after: { mean: 310, periods: 7 },
    estimate: {
      kind: 'estimated',
      level: { size: -20, confidence: 0.98, lower: -28, upper: -12, isClaimed: true },
      slope: { size: 0, confidence: 0.98, lower: -1, upper: 1, isClaimed: false },
    },
    sentence: 'After ‘New route open’ the level is 20 lower.',
    ...changes,
  }
}
