import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { readAnalyseInput } from '../../server/cli/analyse-input.ts'
import { analyseSeries } from '../../server/cli/analyse-series.ts'
import { addPeriods, periodRange } from '../../src/domain/periods/period.ts'

/**
 * Agreement of `analyse` with qicharts2 0.8.1 (R 4.2.2), which is where the expected values come from: numbers to
 * 1e-6 of the largest absolute y, counts and flags exactly. The cases lie beside the repository, not in it.
 */
const casesFile = fileURLToPath(new URL('../../../shared/golden/attribute-chart-cases.json', import.meta.url))

type Numbers = (number | null)[]

interface GoldenCase {
  id: string
  chart: 'p' | 'pp' | 'u' | 'up' | 'c' | 'g' | 't' | 'run'
  numerator: Numbers
  denominator: Numbers | null
  part: number[] | null
  freeze: number | null
  expected: {
    y: Numbers
    centre: Numbers
    lower: Numbers
    upper: Numbers
    outside: boolean[]
    runs: Record<string, object>
  }
}

const cases: GoldenCase[] = existsSync(casesFile) ? JSON.parse(readFileSync(casesFile, 'utf8')) : []
const areAbsent = cases.length === 0
const note = areAbsent ? ' (shared/golden is not beside the repository: not run)' : ''

const nameOfKind = { pp: 'p-prime', up: 'u-prime' } as const

function chartOf({ id, chart, numerator, denominator, part, freeze }: GoldenCase) {
  const input = readAnalyseInput(
    JSON.stringify([
      {
        id,
        chart: chart === 'pp' || chart === 'up' ? nameOfKind[chart] : chart,
        dates: periodRange('2010-01', addPeriods('2010-01', numerator.length - 1)),
        values: numerator,
        ...(denominator && { denominators: denominator }),
        ...(part && { rebaseAt: part }),
        ...(freeze && { fixAfterNPoints: freeze }),
      },
    ]),
  )
  if (input.kind === 'faulty') throw new Error(input.problems.join('; '))
  const result = analyseSeries(input.series)[0]
  if (!result) throw new Error('no result')
  return result.chart
}

function expectWithin(actual: Numbers, expected: Numbers, tolerance: number) {
  expect(actual.map((value) => value === null)).toEqual(expected.map((value) => value === null))
  const differences = actual.map((value, row) => Math.abs((value ?? 0) - (expected[row] ?? 0)))
  expect(Math.max(0, ...differences)).toBeLessThanOrEqual(tolerance)
}

describe('attribute and run charts against qicharts2', () => {
  it.skipIf(areAbsent)(`has all 60 reference cases${note}`, () => {
    expect(cases).toHaveLength(60)
  })

  it.each(cases)('agrees with the reference on $id', (golden) => {
    const chart = chartOf(golden)
    const { expected } = golden
    const tolerance = 1e-6 * Math.max(...expected.y.map((value) => Math.abs(value ?? 0)))
    for (const name of ['y', 'centre', 'lower', 'upper'] as const) {
      expectWithin(chart[name], expected[name], tolerance)
    }
    expect(chart.outside).toEqual(expected.outside)
    expect(chart.runs).toEqual(Object.values(expected.runs))
  })
})
