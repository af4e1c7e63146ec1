import { describe, expect, it } from 'vitest'
import { openProtectedEditions } from '../../../../src/domain/disclosure/protect-edition.ts'
import type { Figure } from '../../../../src/domain/figures/figure.ts'
import { aDisclosureKpi } from '../../../support/a-disclosure-kpi.ts'
import { aFigure } from '../../../support/a-figure.ts'

const wait = {
  ...aDisclosureKpi,
  id: 'wait',
  unit: 'working-days',
  aggregation: 'M',
  decimals: 1,
  percentile: 50,
} as const

/** Sixteen who waited, eight in each of two towns, as the public is told of them. */
function toldOf(median: number): Map<string, Figure> {
  const figureOf = (dimension: string, member: string, value: number, n: number) =>
    aFigure({ kpi: 'wait', dimension, member, value, n })
  const { figures } = openProtectedEditions().protect(new Map([['wait', wait]]), [
    figureOf('borough', 'All', median, 16),
    figureOf('town', 'Acton', 7, 8),
    figureOf('town', 'Hanwell', 6, 8),
  ])
  return new Map(figures.map((figure) => [figure.member, figure]))
}

/** All that the numbers of cases can be, to who knows that half a day lies between two of an even number of cases. */
function worldsOf(told: ReadonlyMap<string, Figure>): number[][] {
  const numbers = Array.from({ length: 40 }, (_, n) => n)
  const canBe = (member: string, n: number) => {
    const { value, n: shown } = told.get(member) ?? { value: null, n: null }
    if (value !== null && (n < 8 || (value % 1 === 0.5 && n % 2 !== 0))) return false
    return shown === null || Math.round(n / 5) * 5 === shown
  }
  return numbers.flatMap((one) =>
    numbers.flatMap((other) =>
      canBe('Acton', one) && canBe('Hanwell', other) && canBe('All', one + other)
        ? [[one + other, one, other]]
        : [],
    ),
  )
}

describe('a median of half a day', () => {
  it('says that its cases are even, and leaves no number of cases certain', () => {
    const told = toldOf(6.5)
    const worlds = worldsOf(told)
    expect(worlds).toContainEqual([16, 8, 8])
    const counts = ['All', 'Acton', 'Hanwell'].map((member) => told.get(member)?.n ?? null)
    counts.forEach((shown, place) => {
      if (shown !== null) expect(new Set(worlds.map((world) => world[place])).size).toBeGreaterThan(1)
    })
    // what is told stays: only as much is left out as must be
    expect([...told.values()].filter(({ value }) => value !== null).length).toBe(3)
  })

  it('costs nothing where it is of whole days', () => {
    expect([...toldOf(7).values()].map(({ n }) => n)).toEqual([15, 10, 10])
  })
})
