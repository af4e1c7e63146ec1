import { describe, expect, it } from 'vitest'
import { sourceNote, standfirst } from '../../../../src/domain/trends/trend-words.ts'
import { aDescribedKpi } from '../../../support/a-kpi.ts'
import { aTrend } from '../../../support/a-trend.ts'
import { anExhibit } from '../../../support/an-exhibit.ts'

const { edition, organisation } = anExhibit().origin
const kpi = aDescribedKpi()

describe('sourceNote', () => {
  it('says whence, as at when, of which edition, whether invented, and how it is marked', () => {
    expect(sourceNote(kpi, edition, organisation)).toBe(
      'Source: Case system, data as at 6 Oct 2025. Edition 5, September 2025. Illustrative data: invented figures. OFFICIAL.',
    )
    expect(sourceNote(kpi, edition, { ...organisation, illustrative: false })).not.toContain('Illustrative')
  })
})

describe('standfirst', () => {
  it('says what, where and from when to when', () => {
    expect(standfirst(kpi, 'Ealing', aTrend([300, 310]), 'exact')).toBe(
      'People waiting, month end. Ealing, 31 Aug 2025 to 30 Sep 2025.',
    )
  })

  it('tells the panel that small numbers are withheld, where they are', () => {
    const withheld = 'Small numbers are withheld.'
    expect(standfirst(kpi, 'Ealing', null, 'protected')).toContain(withheld)
    expect(standfirst(kpi, 'Ealing', null, 'exact')).not.toContain(withheld)
    expect(standfirst(aDescribedKpi({ sdc: 'none' }), 'Ealing', null, 'protected')).not.toContain(withheld)
  })
})
