import { describe, expect, it } from 'vitest'
import {
  countFigures,
  figureRows,
  hasChanged,
  newestRows,
  periodRow,
} from '../../../../src/features/changes/figure-rows.ts'
import { aDescribedKpi } from '../../../support/a-kpi.ts'

const present = (value: number, provisional = false) => ({
  value,
  availability: 'present' as const,
  provisional,
})
const withheld = { value: null, availability: 'suppressed' as const, provisional: false }
const aFigure = {
  dimension: 'borough',
  member: 'All',
  label: 'All',
  before: present(408),
  after: present(330),
}
const aChange = { kpi: 'ot-waiting', period: '2024-09', figures: [aFigure], further: 0 }
const measures = new Map([['ot-waiting', aDescribedKpi()]])

describe('figureRows', () => {
  it('gives both values and their difference, with a true minus, at the day of a snapshot', () => {
    expect(figureRows(aChange, measures)).toMatchObject([
      { observedAt: '30 Sep 2024', before: '408', after: '330', difference: '\u221278', further: null },
    ])
  })

  it('tells no difference where one side is withheld, missing or not held', () => {
    const [row] = figureRows({ ...aChange, figures: [{ ...aFigure, after: withheld }] }, measures)
    expect(row).toMatchObject({ after: '[c] withheld', difference: 'cannot be told' })
    const [fresh] = figureRows({ ...aChange, figures: [{ ...aFigure, before: null }] }, measures)
    expect(fresh).toMatchObject({ before: 'Not held', difference: 'cannot be told', status: 'Final' })
  })

  it('says that a figure had been missing', () => {
    const missing = { value: null, availability: 'missing' as const, provisional: false }
    const [row] = figureRows({ ...aChange, figures: [{ ...aFigure, before: missing }] }, measures)
    expect(row?.status).toBe('Final; was missing')
  })

  it('calls a figure that has gone missing neither final nor provisional', () => {
    const gone = { value: null, availability: 'missing' as const, provisional: false }
    const figures = [{ ...aFigure, before: present(408, true), after: gone }]
    expect(figureRows({ ...aChange, figures }, measures)[0]).toMatchObject({
      after: '[x] not available',
      status: 'Missing',
    })
  })

  it('keeps a row for a change of breakdowns alone', () => {
    expect(figureRows({ ...aChange, figures: [], further: 7 }, measures)).toMatchObject([
      { after: '', further: 'breakdowns or other places only: 7 figures', count: 7 },
    ])
  })
})

describe('countFigures', () => {
  it('counts the figures of breakdowns that stand in a row, and each measure once', () => {
    // 1 + 4 of one period, 2 of breakdowns alone in the next
    const rows = [
      { ...aChange, further: 4 },
      { ...aChange, period: '2024-10', figures: [], further: 2 },
    ].flatMap((change) => figureRows(change, measures))
    expect(rows).toHaveLength(2)
    expect(countFigures(rows)).toEqual({ figures: 7, measures: 1 })
  })
})

describe('periodRow', () => {
  it('counts categories and never adds them up', () => {
    const ofCategories = new Map([['ot-waiting', aDescribedKpi({ aggregation: 'X' })]])
    const figures = [present(3), withheld].map((after, index) => ({
      ...aFigure,
      dimension: 'type',
      member: `type ${index}`,
      after,
    }))
    expect(periodRow({ ...aChange, figures }, ofCategories)).toMatchObject([
      { part: null, after: '1 of 2 categories given' },
    ])
  })
})

describe('newestRows', () => {
  it('gives one row a measure, with the newest figure and the earlier ones beside it', () => {
    const later = { ...aChange, period: '2024-10', figures: [{ ...aFigure, before: null }] }
    const rows = [aChange, later].flatMap((change) => figureRows(change, measures))
    expect(newestRows(rows)).toMatchObject([{ observedAt: '31 Oct 2024', earlier: ['30 Sep 2024: 330'] }])
  })
})

describe('hasChanged', () => {
  it('asks for value and availability, not for the mark of being provisional', () => {
    expect(hasChanged(aChange)).toBe(true)
    const settled = { ...aFigure, before: present(330, true) }
    expect(hasChanged({ ...aChange, figures: [settled] })).toBe(false)
    expect(hasChanged({ ...aChange, figures: [] })).toBe(false)
  })
})
