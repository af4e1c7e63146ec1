import { describe, expect, it } from 'vitest'
import { compareBeforeAndAfter } from '../../src/domain/interventions/before-and-after.ts'
import { inR, type Published, published, valuesOf } from './interventions/figures.ts'

function levelOf({ series, from, periodsInYear }: Published) {
  const { periods, values } = valuesOf(series)
  const at = periods.indexOf(from)
  const result = compareBeforeAndAfter(values, at, { periodsInYear })
  if (result.kind !== 'estimated') throw new Error(result.kind)
  const usual = values.slice(at - 24, at).reduce((sum, value) => sum + value, 0) / 24
  return { level: result.level, usual }
}

const amounts = published.filter(({ isCount }) => !isCount)

describe('interventions that others have published', () => {
  it.each(amounts)('holds the published change of $series from $from', (one) => {
    const { level, usual } = levelOf(one)
    expect(level.size).toBeLessThan(0)
    expect(level.lower / usual).toBeLessThan(one.change)
    expect(level.upper / usual).toBeGreaterThan(one.change)
  })

  it.each(amounts.filter(({ isClaimed }) => isClaimed))('claims the fall of $series', (one) => {
    expect(levelOf(one).level.upper).toBeLessThan(0)
    expect(levelOf(one).level.isClaimed).toBe(true)
  })

  it.each(amounts.filter(({ isClaimed }) => !isClaimed))(
    'leans to the fall of $series, and is not sure of it, as R is not',
    (one) => {
      expect(levelOf(one).level.isClaimed).toBe(false)
      expect(inR(one.series, 'alike').upper).toBeGreaterThan(0)
    },
  )
})

describe('interventions of few counts that others have published', () => {
  it.each(published.filter(({ isCount }) => isCount))(
    'claims the published change of $series, and never more than all of it',
    ({ series, from, periodsInYear, change }) => {
      const { periods, values } = valuesOf(series)
      const result = compareBeforeAndAfter(values, periods.indexOf(from), { periodsInYear, isCount: true })
      if (result.kind !== 'counted') throw new Error(result.kind)
      expect(result.level.isClaimed).toBe(true)
      expect(result.level.lower).toBeGreaterThan(0)
      expect(result.level.lower).toBeLessThan(1 + change)
      expect(result.level.upper).toBeGreaterThan(1 + change)
      expect(result.slope?.isClaimed).toBe(false)
    },
  )
})

describe('the same regression in R', () => {
  it.each(published)('gives the same change and interval of $series where neighbours are as alike', (one) => {
    const { level } = levelOf(one)
    const same = inR(one.series, 'same')
    expect(level.size).toBeCloseTo(same.size, 5)
    expect(level.lower).toBeCloseTo(same.lower, 5)
    expect(level.upper).toBeCloseTo(same.upper, 5)
  })

  it.each(published)(
    'is never surer of $series than R, with its own estimate of how alike they are',
    (one) => {
      const { level } = levelOf(one)
      const alike = inR(one.series, 'alike')
      expect(level.lower).toBeLessThan(alike.lower)
      expect(level.upper).toBeGreaterThan(alike.upper)
    },
  )
})
