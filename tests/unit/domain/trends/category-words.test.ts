import { describe, expect, it } from 'vitest'
import { wordCategories } from '../../../../src/domain/trends/category-words.ts'
import { aDescribedKpi } from '../../../support/a-kpi.ts'
import { aSeries } from '../../../support/a-series.ts'
import { aSeriesAnalysis } from '../../../support/an-analysis.ts'

const members = ['Physical', 'Self-neglect'].map((id) => ({ id, label: id, level: null }))
const kpi = aDescribedKpi({
  id: 'sg-type',
  name: 'Enquiries by type',
  aggregation: 'X',
  dimensions: [{ id: 'type', label: 'Type', members }],
})
const series = members.map(({ id }) => aSeries([20, 30], { dimension: 'type', member: id }))
const analysis = (member: string, changes: Parameters<typeof aSeriesAnalysis>[0] = {}) =>
  aSeriesAnalysis({ dimension: 'type', member, finding: `${member} stands out`, ...changes })

describe('a measure of categories in words', () => {
  it('names the categories that changed, says which way each went, and tells of it', () => {
    const words = wordCategories(kpi, series, [
      analysis('Physical', {
        variation: 'special_cause_neutral_low',
        meaning: { kind: 'low-not-on-year', words: 'Lower than usual, but higher than a year before' },
      }),
      analysis('Self-neglect', { variation: 'special_cause_neutral_high' }),
    ])
    expect(words.finding).toBe(
      'Enquiries by type: evidence of real change upwards in Self-neglect; lower than usual in Physical',
    )
    expect(words.paragraphs.slice(0, 2)).toEqual(['Physical stands out.', 'Self-neglect stands out.'])
  })

  it('says that none changed, and never more than could be judged', () => {
    const words = wordCategories(kpi, series, [
      analysis('Physical'),
      analysis('Self-neglect', { variation: null }),
    ])
    expect(words.finding).toBe(
      'Enquiries by type: no evidence of real change in any category that can be judged',
    )
    expect(words.paragraphs.at(-1)).toContain('One of two categories can be judged; ')
  })

  it('says that change cannot be judged where no category has limits', () => {
    expect(wordCategories(kpi, series, []).finding).toBe(
      'Enquiries by type: change cannot be judged in any category',
    )
  })
})
