import { describe, expect, it } from 'vitest'
import { analyseSeries } from '../../../../src/domain/analysis/analyse-series.ts'
import type { TestedSeries } from '../../../../src/domain/analysis/edition-analysis.ts'
import { flaggedApart } from '../../../../src/domain/analysis/flagged-apart.ts'
import { judgePart } from '../../../../src/domain/analysis/judge-part.ts'
import { publishedFlag } from '../../../../src/domain/analysis/signal-words.ts'
import { judgeChange } from '../../../../src/domain/trends/facts/change-verdict.ts'
import { aDescribedKpi } from '../../../support/a-kpi.ts'
import { aSeries } from '../../../support/a-series.ts'

const kpi = aDescribedKpi({ id: 'waiting', name: 'Waiting', unit: 'count', direction: 'down', targets: [] })
const context = {
  kpi,
  plan: { workstreams: [], milestones: [], trajectories: [], interventions: [], risks: [] },
  asOf: '2025-10-06',
  isRounded: false,
}
const acton = { kpi: 'waiting', dimension: 'town', member: 'Acton' }
/** Between 93 and 107 with nothing that limits find. */
const steady = aSeries(
  Array.from(
    { length: 42 },
    (_, month) => 100 + ([4, -5, 7, -3, 1, -7, 3, 5, -4, 0, -6, 6][month % 12] ?? 0),
  ),
  acton,
)
const flag: TestedSeries = {
  ...acton,
  label: 'Acton: north',
  tested: 'series',
  pValue: null,
  qValue: 0.001,
  flagged: true,
  change: {
    kind: 'drift',
    direction: 1,
    since: '2025-01',
    meaning: 'concern',
    sentence: 'Waiting, Acton: north: drifting up since Jan 2025; 106 in Sep 2025 against about 99 before.',
    seen: 'drifting up since Jan 2025',
    history: [],
    before: 99,
    after: 106,
    expected: null,
    meetsTarget: null,
    action: null,
  },
}

describe('a part of a breakdown', () => {
  it('has one verdict on its card and on its own page: what was flagged of it, where limits find nothing', () => {
    expect(judgePart(context, steady)).toMatchObject({ variation: 'common_cause', meaning: null })
    const told = publishedFlag(kpi, [flag], acton)
    const part = judgePart(context, steady, told)
    expect(part && judgeChange(kpi, part)).toMatchObject({
      icon: 'concerning-high',
      words: 'Drifting up since Jan 2025',
    })
    expect(analyseSeries(context, steady, told)).toMatchObject({
      headline: 'Drifting up since Jan 2025',
      paragraph: expect.stringContaining(
        'drifting up since Jan 2025; 106 in Sep 2025 against about 99 before',
      ),
    })
  })

  it('is told by what was flagged of it where rounding hides what its own figures say', () => {
    const hidden = { ...context, isRounded: true, hiddenParts: [{ dimension: 'town', member: 'Acton' }] }
    const told = publishedFlag(kpi, [flag], acton)
    const part = judgePart(hidden, steady, told)
    expect(part && judgeChange(kpi, part)).toMatchObject({
      icon: 'concerning-high',
      words: 'Drifting up since Jan 2025',
    })
    expect(analyseSeries(hidden, steady, told)?.headline).toBe('Drifting up since Jan 2025')
    const unflagged = judgePart(hidden, steady)
    expect(unflagged && judgeChange(kpi, unflagged).words).toBe('Change is not judged')
  })

  it('is told nothing of to the panel where officers read a flag that it does not', () => {
    const hidden = (published: TestedSeries[], received: TestedSeries[]) =>
      flaggedApart({ ...context, isRounded: true }, [steady], () => steady, { published, received })
    expect(hidden([flag], [flag])).toEqual([])
    expect(hidden([], [flag])).toEqual([{ dimension: 'town', member: 'Acton' }])
  })
})
