import { describe, expect, it } from 'vitest'
import { publishAll } from '../../../../mocks/edition-tables.ts'
import { untoldSides } from '../../../../src/domain/analysis/one-verdict/untold-sides.ts'
import { attack } from '../../../../src/domain/disclosure/attack.ts'
import { openProtectedEditions } from '../../../../src/domain/disclosure/protect-edition.ts'
import type { Target } from '../../../../src/domain/measures/measure.ts'
import { aCouncil } from '../../../support/a-council.ts'
import { aFigure } from '../../../support/a-figure.ts'
import { aDescribedKpi } from '../../../support/a-kpi.ts'

const asOf = '2025-10-06'
const targetOf = (value: number): Target => ({
  from: '2024-04',
  value,
  lower: null,
  upper: null,
  by: null,
  setBy: 'Board',
})

/** What is not told of a list of 12, published as 10, of which fewer are better. */
function untoldOfTwelve(target: number, planned: number, parts: readonly number[]) {
  const list = aDescribedKpi({
    id: 'waiting',
    unit: 'count',
    aggregation: 'P',
    sdc: 'people',
    decimals: 0,
    direction: 'down',
    targets: [targetOf(target)],
  })
  const editions = openProtectedEditions()
  editions.protect(new Map([[list.id, list]]), [
    aFigure({ kpi: 'waiting', dimension: 'borough', member: 'All', period: '2025-09', value: 12 }),
    ...parts.map((value, place) =>
      aFigure({ kpi: 'waiting', dimension: 'town', member: `Town ${place}`, period: '2025-09', value }),
    ),
  ])
  const points = [{ period: '2025-09', planned }]
  const plan = { trajectories: [{ kpi: 'waiting', approvedBy: 'Board', points }] }
  const untold = untoldSides(editions.ledger, { kpis: [list], plan, asOf })
  expect(attack(editions.ledger)).toEqual([])
  return untold.get('waiting') ?? []
}

describe('what the public is not told of a latest figure', () => {
  // three parts of 1 to 4 each, whose whole is 8 to 12: a part of 1 takes 9 in all at most
  const withheld = [4, 4, 4]

  it('is nothing where target and plan lie far from what is published', () => {
    expect(untoldOfTwelve(20, 30, withheld)).toEqual([])
  })

  it('is nothing where what is told leaves each part what it could be', () => {
    // above 8 leaves 9 to 12
    expect(untoldOfTwelve(8, 30, withheld)).toEqual([])
  })

  it('is its target, where that would narrow parts that are withheld', () => {
    // above 9 leaves 10 to 12, and no part of 1
    expect(untoldOfTwelve(9, 30, withheld)).toEqual(['target'])
    expect(untoldOfTwelve(9, 30, [12, 0, 0])).toEqual([])
  })

  it('is its plan alike', () => {
    expect(untoldOfTwelve(20, 9, withheld)).toEqual(['plan'])
  })

  it('is said to be hidden by rounding, and no word of it is left', () => {
    let found = 0
    for (let seed = 0; seed < 12; seed += 1) {
      const council = aCouncil(seed)
      const editions = openProtectedEditions()
      editions.protect(new Map(council.kpis.map((kpi) => [kpi.id, kpi])), [...council.figures])
      const untold = untoldSides(editions.ledger, {
        kpis: council.kpis,
        plan: { trajectories: council.trajectories },
        asOf: council.dataAsAt,
      })
      const { kpis, family } = publishAll([council], 'Invented').readAnalysis(1, 'protected')
      for (const [id, sides] of untold) {
        found += 1
        const whole = kpis.find(({ kpi }) => kpi === id)?.series[0]
        expect(whole?.hidden).toEqual(expect.arrayContaining([...sides]))
        if (sides.includes('plan') && sides.length === 1) continue
        expect([whole?.claim, whole?.assurance, whole?.required]).toEqual([null, null, null])
        expect(['kept', 'chances']).not.toContain(whole?.reach.kind)
        if (!sides.includes('target')) continue
        const flag = family.signals.find(({ kpi, dimension }) => kpi === id && dimension === 'borough')
        expect(flag?.change?.meetsTarget ?? null).toBeNull()
      }
    }
    expect(found).toBeGreaterThan(0)
  })
})
