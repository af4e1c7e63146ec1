import { describe, expect, it } from 'vitest'
import { costByMeasure } from '../../../bench/disclosure/cost.ts'
import { tellEditions } from '../../../bench/disclosure/demonstration.ts'
import { attack, tellDisclosure } from '../../../src/domain/disclosure/attack.ts'
import { truthOf } from '../../../src/domain/disclosure/partitions.ts'
import { openProtectedEditions } from '../../../src/domain/disclosure/protect-edition.ts'
import { randomCouncil } from '../../support/random-council.ts'

describe('the demonstration, attacked by a reader of everything public', () => {
  it('gave away withheld counts where each figure was protected by itself', () => {
    const [...editions] = tellEditions('alone')
    const found = attack(editions.at(-1)?.editions.ledger ?? openProtectedEditions().ledger, 'small')
    const exactly = found.filter(({ kind, isExact }) => kind === 'withheld-count' && isExact)
    expect(exactly.length).toBeGreaterThanOrEqual(44)
    expect(found.filter(({ kind }) => kind === 'withheld-count').length).toBeGreaterThanOrEqual(44 + 159)
    // what it claims is true: an attacker that guessed would prove nothing
    for (const { cell, name, possible } of found) {
      expect(truthOf(cell, name)).toBeGreaterThanOrEqual(possible.lower - 1e-6)
      expect(truthOf(cell, name)).toBeLessThanOrEqual(possible.upper + 1e-6)
    }
  })

  it('gives nothing away in any edition where figures are protected together, and withholds little more', () => {
    for (const { editions, edition } of tellEditions('together')) {
      expect(attack(editions.ledger).map(tellDisclosure), `edition ${edition}`).toEqual([])
      if (edition < 5) continue
      const costs = [...costByMeasure(editions.ledger)]
      const sum = (key: 'alone' | 'together') => costs.reduce((total, [, cost]) => total + cost[key], 0)
      expect(sum('together') / sum('alone')).toBeLessThan(1.05)
      // where few are withheld by themselves, or a share stands on a count of twenty to forty that is shown too
      const dearer = costs.filter(([, { alone, together }]) => together > Math.max(1.25 * alone, alone + 1))
      expect(dearer.map(([kpi]) => kpi)).toEqual(['allocated-within-10wd', 'sg-conversion', 'sg-repeat'])
    }
  })
})

describe('councils of small towns with many zeros, whose months are restated', () => {
  it('give nothing away, in 200 of them', () => {
    const found = Array.from({ length: 200 }, (_, seed) => {
      const { kpis, editions } = randomCouncil(seed + 1)
      const told = openProtectedEditions()
      const left = editions.flatMap((figures) => told.protect(kpis, figures).left)
      return [...left, ...attack(told.ledger)].map((one) => `council ${seed + 1}: ${tellDisclosure(one)}`)
    })
    expect(found.flat()).toEqual([])
  })
})
