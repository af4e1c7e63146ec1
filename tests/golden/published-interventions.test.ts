import { describe, expect, it } from 'vitest'
import { compareBeforeAndAfter } from '../../src/domain/interventions/before-and-after.ts'
import { columnOf, figuresOf, inR } from './interventions/figures.ts'

interface Known {
  series: string
  from: string
  periodsInYear: number
  /** the published change, as a share of what was usual before */
  published: number
  isClaimed: boolean
}

// Sources: interventions/README.md. All four that were looked at, kept whatever they showed.
const known: Known[] = [
  // smoking banned indoors: rate ratio 0.885
  { series: 'sicily-admissions', from: '2005-01', periodsInYear: 12, published: -0.115, isClaimed: true },
  // 1,097.75 a year to 1898, 849.97 since
  { series: 'nile-flow', from: '1899', periodsInYear: 1, published: -0.226, isClaimed: true },
  // 63% fewer a month, with two levels and no line: with lines, too few a month to be sure of it
  { series: 'boston-homicides', from: '1996-06', periodsInYear: 12, published: -0.63, isClaimed: false },
  // 1.33 lower than the 4.49 of the two years before, with no line: the level was falling already
  {
    series: 'los-angeles-ozone',
    from: '1960-01',
    periodsInYear: 12,
    published: -1.33 / 4.49,
    isClaimed: false,
  },
]

function valuesOf(series: string): { periods: string[]; values: number[] } {
  if (series !== 'sicily-admissions') {
    return columnOf(figuresOf(series), series.split('-').at(-1) ?? '')
  }
  const { periods, values } = columnOf(figuresOf(series), 'admissions')
  const people = columnOf(figuresOf(series), 'people').values
  return { periods, values: values.map((value, row) => (value / (people[row] ?? 0)) * 100_000) }
}

function levelOf({ series, from, periodsInYear }: Known) {
  const { periods, values } = valuesOf(series)
  const at = periods.indexOf(from)
  const result = compareBeforeAndAfter(values, at, { periodsInYear })
  if (result.kind !== 'estimated') throw new Error(result.kind)
  const usual = values.slice(at - 24, at).reduce((sum, value) => sum + value, 0) / 24
  return { level: result.level, usual }
}

describe('interventions that others have published', () => {
  it.each(known)('holds the published change of $series from $from', (one) => {
    const { level, usual } = levelOf(one)
    expect(level.size).toBeLessThan(0)
    expect(level.lower / usual).toBeLessThan(one.published)
    expect(level.upper / usual).toBeGreaterThan(one.published)
  })

  it.each(known.filter(({ isClaimed }) => isClaimed))('claims the fall of $series', (one) => {
    expect(levelOf(one).level.upper).toBeLessThan(0)
    expect(levelOf(one).level.isClaimed).toBe(true)
  })

  it.each(known.filter(({ isClaimed }) => !isClaimed))(
    'leans to the fall of $series, and is not sure of it, as R is not',
    (one) => {
      expect(levelOf(one).level.isClaimed).toBe(false)
      expect(inR(one.series, 'alike').upper).toBeGreaterThan(0)
    },
  )
})

describe('the same regression in R', () => {
  it.each(known)('gives the same change and interval of $series where neighbours are as alike', (one) => {
    const { level } = levelOf(one)
    const same = inR(one.series, 'same')
    expect(level.size).toBeCloseTo(same.size, 5)
    expect(level.lower).toBeCloseTo(same.lower, 5)
    expect(level.upper).toBeCloseTo(same.upper, 5)
  })

  it.each(known)('is never surer of $series than R, with its own estimate of how alike they are', (one) => {
    const { level } = levelOf(one)
    const alike = inR(one.series, 'alike')
    expect(level.lower).toBeLessThan(alike.lower)
    expect(level.upper).toBeGreaterThan(alike.upper)
  })
})
