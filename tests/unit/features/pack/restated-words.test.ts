import { describe, expect, it } from 'vitest'
import type { ChangesReply } from '../../../../src/api/changes.ts'
import { nothingToCompare } from '../../../../src/domain/changes/compare-editions.ts'
import { restatedInWords } from '../../../../src/features/pack/restated-words.ts'
import { aDescribedKpi } from '../../../support/a-kpi.ts'

const share = aDescribedKpi({ id: 'share', unit: 'percent', aggregation: 'W', decimals: 0 })
const kinds = aDescribedKpi({ id: 'kinds', aggregation: 'X' })
const nothing: ChangesReply = {
  ...nothingToCompare({ number: 4, kpis: [share, kinds] }, []),
  audience: 'exact',
}

const state = (value: number) => ({ value, availability: 'present', provisional: false }) as const
const figure = (before: number, after: number, member = 'All') => ({
  ...{ dimension: 'borough', member, label: member },
  before: state(before),
  after: state(after),
})
const restated = (kpi: string, figures: ReturnType<typeof figure>[], further = 0): ChangesReply => ({
  ...nothing,
  restated: [{ kpi, period: '2025-08', figures, further, edition: 5, reason: null }],
})
const of = (kpi: string, search: Record<string, string> = {}, kind: 'trend' | 'together' = 'trend') => ({
  kind,
  kpi,
  search,
})

describe('restatedInWords', () => {
  it('writes old and new so finely that they are seen to differ', () => {
    expect(restatedInWords(of('share'), restated('share', [figure(72.4, 71.6)]))).toBe(
      'Aug 2025: 71.6%, was 72.4%',
    )
    expect(restatedInWords(of('share'), restated('share', [figure(72.1, 72.4)]))).toBe(
      'Aug 2025: 72.4%, was 72.1%',
    )
  })

  it('names the category, also where one alone was restated, and tells another of none', () => {
    const one = restated('kinds', [figure(31, 28, 'Neglect')])
    expect(restatedInWords(of('kinds'), one)).toBe('Aug 2025, Neglect: 28, was 31')
    const part = (member: string) => of('kinds', { dimension: 'borough', member })
    expect(restatedInWords(part('Neglect'), one)).toBe('Aug 2025, Neglect: 28, was 31')
    expect(restatedInWords(part('Financial'), one)).toBe('1 figure of other categories')
  })

  it('does not tell the figure of the whole as that of a part', () => {
    const acton = of('share', { dimension: 'town', member: 'Acton' })
    expect(restatedInWords(acton, restated('share', [figure(72, 70)], 2))).toBe(
      'Aug 2025, whole borough: 70%, was 72%; 2 figures of breakdowns or other places',
    )
  })

  it('tells of a measure that was taken out that it was', () => {
    const gone = {
      kpi: 'share',
      period: '2025-08',
      figures: [{ ...figure(72, 70), after: null }],
      further: 4,
    }
    expect(restatedInWords(of('share'), { ...nothing, withdrawn: [gone] })).toBe('5 figures taken out')
  })

  it('says none of what it does not look at', () => {
    expect(restatedInWords(of('share'), nothing)).toBe('None')
    expect(restatedInWords(of('share', {}, 'together'), nothing)).toBe('None of this measure')
  })
})
