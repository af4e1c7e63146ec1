import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { compareBeforeAndAfter } from '../../src/domain/interventions/before-and-after.ts'
import { seededNoise } from '../support/seeded-noise.ts'
import { columnOf, inR } from './interventions/figures.ts'

/** Known changes in published series, which lie beside the repository. */
const folder = fileURLToPath(new URL('../../../shared/data/real/', import.meta.url))
const areAbsent = !existsSync(folder)

describe('known changes in published series', () => {
  // Harvey and Durbin, J. R. Statist. Soc. A 149(3), 187-227 (1986), killed and seriously injured:
  // drivers 23% fewer, front seat passengers 30% fewer, rear seat passengers 3% more
  it.skipIf(areAbsent).each([
    { name: 'drivers', published: -0.23, isClaimed: true },
    { name: 'front', published: -0.3, isClaimed: true },
    { name: 'rear', published: 0.03, isClaimed: false },
  ])('agrees with the published change in $name casualties from February 1983', (known) => {
    const { periods, values } = columnOf(`${folder}uk_seatbelts_monthly.csv`, known.name)
    const at = periods.indexOf('1983-02-01')
    const usual = values.slice(at - 24, at).reduce((sum, value) => sum + value, 0) / 24
    const result = compareBeforeAndAfter(values, at)
    if (result.kind !== 'estimated') throw new Error(result.kind)
    expect(result.level.isClaimed).toBe(known.isClaimed)
    expect(result.level.lower / usual).toBeLessThan(known.published)
    expect(result.level.upper / usual).toBeGreaterThan(known.published)
    const same = inR(known.name, 'same')
    expect(result.level.size).toBeCloseTo(same.size, 5)
    expect(result.level.lower).toBeCloseTo(same.lower, 5)
    expect(result.level.upper).toBeCloseTo(same.upper, 5)
  })

  it.skipIf(areAbsent)('leans to fewer infections after November 2014, and is not sure of it', () => {
    const { periods, values } = columnOf(`${folder}spc_cdi_intervention.csv`, 'n')
    const result = compareBeforeAndAfter(values, periods.indexOf('2014-11-01'))
    if (result.kind !== 'estimated') throw new Error(result.kind)
    expect(result.level.size).toBeLessThan(0)
    expect(result.level.isClaimed).toBe(false)
  })
})

describe('series in which nothing changed', () => {
  const alike = (likeness: number) => (before: number, normal: () => number) =>
    likeness * before + Math.sqrt(1 - likeness ** 2) * normal()
  const list = (before: number, normal: () => number) => Math.round(before + 8 * (normal() - normal()))
  it.each([
    { name: 'independent', months: 48, next: alike(0) },
    { name: 'alike 0.5', months: 30, next: alike(0.5) },
    { name: 'alike 0.8', months: 30, next: alike(0.8) },
    { name: 'alike 0.8', months: 60, next: alike(0.8) },
    { name: 'alike 0.9', months: 42, next: alike(0.9) },
    { name: 'a list', months: 30, next: list, isList: true },
    { name: 'a list', months: 60, next: list, isList: true },
  ])('claims a change in at most 5% of 600: $name, $months months', ({ months, next, isList = false }) => {
    const normal = seededNoise(1983)
    let claimed = 0
    for (let series = 0; series < 600; series += 1) {
      let value = isList ? 400 : normal()
      const values = Array.from({ length: months }, () => {
        const now = value
        value = next(value, normal)
        return now
      })
      const result = compareBeforeAndAfter(values, months / 2, { isList })
      if (result.kind === 'estimated' && (result.level.isClaimed || result.slope.isClaimed)) claimed += 1
    }
    expect(claimed).toBeLessThanOrEqual(30)
  })
})

interface Backlog {
  values: number[]
  at: number
}

describe('lists whose inflow and outflow never changed', () => {
  const path = fileURLToPath(
    new URL('../../../shared/cases/truth/14-backlog-before-after.json', import.meta.url),
  )
  it.skipIf(!existsSync(path))('show no change', () => {
    const cases: Backlog[] = JSON.parse(readFileSync(path, 'utf8'))
    const claims = cases.map(({ values, at }) => {
      const result = compareBeforeAndAfter(values, at, { isList: true })
      return result.kind === 'estimated' && (result.level.isClaimed || result.slope.isClaimed)
    })
    expect(claims).toEqual(cases.map(() => false))
  })
})
