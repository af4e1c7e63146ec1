import { describe, expect, it } from 'vitest'
import type { TestedSeries } from '../../../../src/domain/analysis/edition-analysis.ts'
import { compareSignals } from '../../../../src/domain/changes/signal-changes.ts'
import { aDescribedKpi } from '../../../support/a-kpi.ts'
import { aFlaggedChange, aTestedSeries } from '../../../support/a-signal.ts'

const towns = {
  id: 'town',
  label: 'Town',
  members: [{ id: 'Acton', label: 'Acton', level: null }],
}
const kpis = [aDescribedKpi({ dimensions: [towns] })]
const family = (...signals: TestedSeries[]) => ({ untested: 0, signals })
const flagged = aTestedSeries()
const quiet = aTestedSeries({ change: null, qValue: 0.4 })

describe('compareSignals', () => {
  it('calls new what was tested before and not flagged, or not held at all', () => {
    expect(compareSignals(family(quiet), family(flagged), kpis).changed).toMatchObject([
      { change: 'new', before: null, after: { since: '2025-04' }, dimensionLabel: 'Town' },
    ])
    expect(compareSignals(family(), family(flagged), kpis).changed).toMatchObject([{ change: 'new' }])
  })

  it('calls cleared what is not flagged any more, and says whether it was tested', () => {
    expect(compareSignals(family(flagged), family(quiet), kpis).changed).toMatchObject([
      { change: 'cleared', before: { since: '2025-04' }, after: null, isTested: true },
    ])
    expect(compareSignals(family(flagged), family(), kpis).changed).toMatchObject([
      { change: 'cleared', isTested: false },
    ])
  })

  it('keeps a change that is told of since another month, or as another kind', () => {
    const later = aTestedSeries({ change: aFlaggedChange({ since: '2025-05', kind: 'drift' }) })
    expect(compareSignals(family(flagged), family(later), kpis)).toEqual({ changed: [], standing: 1 })
  })

  it('finds another change where it points the other way', () => {
    const turned = aTestedSeries({ change: aFlaggedChange({ direction: -1, since: '2025-07' }) })
    expect(compareSignals(family(flagged), family(turned), kpis)).toMatchObject({
      changed: [{ change: 'another', before: { direction: 1 }, after: { direction: -1 } }],
      standing: 0,
    })
  })

  it('finds another change where it began after the figures of the earlier edition ended', () => {
    const spike = aTestedSeries({ change: aFlaggedChange({ kind: 'spike', since: '2025-09' }) })
    expect(compareSignals(family(flagged), family(spike), kpis).changed).toMatchObject([
      { change: 'another', after: { kind: 'spike', since: '2025-09' } },
    ])
  })

  it('tells a share of the mix from the series itself', () => {
    const mix = aTestedSeries({ tested: 'mix' })
    const { changed, standing } = compareSignals(family(flagged), family(flagged, mix), kpis)
    expect(changed).toMatchObject([{ change: 'new', tested: 'mix' }])
    expect(standing).toBe(1)
  })

  it('gives the words of an edition without the figures behind them', () => {
    const [change] = compareSignals(family(), family(flagged), kpis).changed
    expect(Object.keys(change?.after ?? {})).toEqual(['kind', 'direction', 'since', 'meaning', 'sentence'])
  })
})
