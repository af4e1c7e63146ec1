import { describe, expect, it } from 'vitest'
import { attack, tellDisclosure } from '../../../../src/domain/disclosure/attack.ts'
import { canBeCoarser, coarserFigures } from '../../../../src/domain/disclosure/coarser-figures.ts'
import { openProtectedEditions } from '../../../../src/domain/disclosure/protect-edition.ts'
import { recallCoarser, tellCoarser } from '../../../../src/domain/disclosure/tell-coarser.ts'
import type { Figure } from '../../../../src/domain/figures/figure.ts'
import { addPeriods } from '../../../../src/domain/periods/period.ts'
import { aDisclosureKpi } from '../../../support/a-disclosure-kpi.ts'
import { aFigure } from '../../../support/a-figure.ts'

const starts = {
  id: 'starts',
  ...aDisclosureKpi,
} as const
const plan = { interventions: [] }

/** Months from April 2024 on. */
const months = (values: readonly number[], kpi = 'starts'): Figure[] =>
  values.map((value, step) => aFigure({ kpi, period: addPeriods('2024-04', step), value }))

const byPeriod = (figures: readonly Figure[]) => new Map(figures.map((figure) => [figure.period, figure]))

function tell(values: readonly number[]) {
  const editions = openProtectedEditions()
  editions.protect(new Map([[starts.id, starts]]), months(values))
  return { ledger: editions.ledger, told: tellCoarser(editions.ledger, { kpis: [starts], plan }) }
}

describe('figures of a quarter', () => {
  it('add up its months, of quarters that are whole', () => {
    // 12 + 9 + 14 = 35; of July to September one is not held yet
    const figures = coarserFigures(starts, byPeriod(months([12, 9, 14, 3, 4])), 3)
    expect(figures).toMatchObject([{ period: '2024-Q1', value: 35, numerator: null }])
  })

  it('are shares of all cases of the months, and not means of shares', () => {
    const share = { ...starts, unit: 'percent', aggregation: 'W' } as const
    const shares = months([50, 20, 90]).map((figure, step) => ({
      ...figure,
      numerator: [10, 2, 36][step] ?? 0,
      denominator: [20, 10, 40][step] ?? 0,
    }))
    // 48 of 70, not the mean of 50, 20 and 90
    expect(coarserFigures(share, byPeriod(shares), 3)[0]?.value).toBeCloseTo(68.571, 3)
  })

  it('of twelve months go up to the end of each quarter', () => {
    const figures = coarserFigures(
      starts,
      byPeriod(months(Array.from({ length: 16 }, (_, step) => step))),
      12,
    )
    // 0 to 11 make 66, 3 to 14 make 102
    expect(figures.map(({ period, value }) => [period, value])).toEqual([
      ['2024-Q4', 66],
      ['2025-Q1', 102],
    ])
  })

  it('are left out where a month is missing, or what is counted changed among them', () => {
    const given = months([12, 9, 14, 8, 7, 6])
    const gap = given.map((figure, step) =>
      step === 1 ? { ...figure, value: null, availability: 'missing' as const } : figure,
    )
    expect(coarserFigures(starts, byPeriod(gap), 3).map(({ period }) => period)).toEqual(['2024-Q2'])
    expect(coarserFigures(starts, byPeriod(given), 3, ['2024-08-01']).map(({ period }) => period)).toEqual([
      '2024-Q1',
    ])
    // from the second day of its first month to the end of its last
    const told = (day: string) =>
      coarserFigures(starts, byPeriod(given), 3, [day]).map(({ period }) => period)
    expect(told('2024-07-01')).toEqual(['2024-Q1', '2024-Q2'])
    expect(told('2024-07-02')).toEqual(['2024-Q1'])
    expect(told('2024-06-30')).toEqual(['2024-Q2'])
  })

  it('are provisional while one of their months is, and were read when the last of them was', () => {
    const given = months([12, 9, 14, 8, 7, 6]).map((figure, step) => ({
      ...figure,
      provisional: step === 3,
      asAt: ['2024-09-02', '2024-05-01', '2024-06-03', '2024-08-01'][step] ?? '2024-10-01',
    }))
    expect(coarserFigures(starts, byPeriod(given), 3)).toMatchObject([
      { period: '2024-Q1', provisional: false, asAt: '2024-09-02' },
      { period: '2024-Q2', provisional: true, asAt: '2024-10-01' },
    ])
  })

  it('are none of medians, of people counted once, nor of what needs no protection', () => {
    expect(canBeCoarser(starts)).toBe(true)
    expect(canBeCoarser({ ...starts, aggregation: 'D' })).toBe(false)
    expect(canBeCoarser({ ...starts, unit: 'days', aggregation: 'M' })).toBe(false)
    expect(canBeCoarser({ ...starts, sdc: 'none' })).toBe(false)
    expect(canBeCoarser({ ...starts, frequency: 'quarter' })).toBe(false)
  })
})

describe('what the public is told in quarters', () => {
  it('is nothing where no month of the last year is withheld', () => {
    expect(tell([12, 9, 14, 8, 7, 6]).told).toEqual([])
  })

  it('is each quarter to the nearest five, where a month is withheld and nothing more could be worked out', () => {
    const { ledger, told } = tell([12, 9, 14, 8, 3, 12])
    expect(told).toMatchObject([{ kpi: 'starts', span: 3 }])
    expect(told[0]?.figures.map(({ value }) => value)).toEqual([35, 25])
    expect(attack(ledger, 'any').map(tellDisclosure)).toEqual([])
    expect(attack(ledger, 'reason').map(tellDisclosure)).toEqual([])
  })

  it('is twelve months at a time where a quarter is itself too small', () => {
    // 2 and 1 in a quarter of 3: whoever guesses that [c] is 1 to 4 would know that neither is 4
    const { ledger, told } = tell([9, 9, 9, 2, 1, 0, 9, 12, 9, 8, 9, 3])
    expect(told).toMatchObject([{ span: 12, figures: [{ period: '2024-Q4', value: 80 }] }])
    expect(attack(ledger, 'reason').map(tellDisclosure)).toEqual([])
  })

  it('keeps back what would narrow a month that is withheld', () => {
    // 8 to 12 and 8 to 12 and 1 to 4 make 17 to 28: 30, which is 28 to 32, would say 12, 12 and 4
    const { ledger, told } = tell([9, 9, 9, 12, 12, 4])
    expect(told.flatMap(({ figures }) => figures).map(({ value }) => value)).not.toContain(30)
    expect(attack(ledger, 'reason').map(tellDisclosure)).toEqual([])
  })

  it('is told alike by whoever recalls it', () => {
    const first = [12, 9, 14, 8, 3, 12]
    const later = [...first, 9, 9, 2]
    const goingOn = openProtectedEditions()
    const kpis = new Map([[starts.id, starts]])
    const shown = goingOn.protect(kpis, months(first)).figures
    const told = tellCoarser(goingOn.ledger, { kpis: [starts], plan })
    goingOn.protect(kpis, months(later))
    const anew = openProtectedEditions()
    anew.recall(
      kpis,
      months(first).map((exact, place) => ({ exact, shown: shown[place] ?? exact })),
    )
    recallCoarser(anew.ledger, { kpis: [starts], plan }, told)
    anew.protect(kpis, months(later))
    const now = { kpis: [starts], plan }
    expect(tellCoarser(anew.ledger, now)).toEqual(tellCoarser(goingOn.ledger, now))
  })
})
