import { describe, expect, it } from 'vitest'
import type { TestedSeries } from '../../../../src/domain/analysis/edition-analysis.ts'
import { changesToAsk, writeAllCovered } from '../../../../src/features/actions/uncovered-signals.ts'
import { aTestedSeries } from '../../../support/a-signal.ts'

const of = (kpi: string, meaning: 'concern' | 'improvement'): TestedSeries => {
  const series = aTestedSeries({ kpi })
  return { ...series, change: series.change && { ...series.change, meaning } }
}

describe('where no recent change is left without an action', () => {
  it('says that nothing changed where nothing did', () => {
    expect(writeAllCovered([])).toBe('No measure shows a recent change to ask about.')
    expect(writeAllCovered([of('a', 'improvement')])).toBe('No measure shows a recent change to ask about.')
  })

  it('counts measures, not series', () => {
    expect(writeAllCovered([of('a', 'concern'), of('a', 'concern')])).toMatch(/^The one measure with/)
    expect(writeAllCovered([of('a', 'concern'), of('b', 'concern')])).toMatch(/^Both measures with/)
    expect(writeAllCovered(['a', 'b', 'c'].map((kpi) => of(kpi, 'concern')))).toBe(
      'All 3 measures with a recent change to ask about have an action that is still open.',
    )
  })

  it('asks about no improvement, and of nothing that is not flagged', () => {
    expect(changesToAsk([of('a', 'improvement'), { ...of('b', 'concern'), flagged: false }])).toEqual([])
  })
})
