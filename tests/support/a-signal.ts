import type { FlaggedChange, TestedSeries } from '../../src/domain/analysis/edition-analysis.ts'

/** A step up since April 2025 in figures up to August; a test names only what matters to it. */
export function aFlaggedChange(changes: Partial<FlaggedChange> = {}): FlaggedChange {
  return {
    kind: 'step',
    direction: 1,
    since: '2025-04',
    meaning: 'concern',
    sentence: 'Waiting for OT assessment, Acton: higher since Apr 2025, about 59 against about 43 before.',
    history: [
      { period: '2025-07', value: 58 },
      { period: '2025-08', value: 60 },
    ],
    before: 43,
    after: 59,
    expected: null,
    meetsTarget: null,
    action: null,
    ...changes,
  }
}

/** One town's series of the OT list, flagged unless its change is null. */
export function aTestedSeries(changes: Partial<TestedSeries> = {}): TestedSeries {
  const { change = aFlaggedChange(), ...others } = changes
  return {
    kpi: 'ot-waiting',
    dimension: 'town',
    member: 'Acton',
    label: 'Acton',
    tested: 'series',
    pValue: 0.001,
    qValue: 0.02,
    flagged: change !== null,
    change,
    ...others,
  }
}
