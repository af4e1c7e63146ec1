import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { analyseControlChart, referenceOptions } from '../../src/domain/spc/control-chart.ts'
import type { ImprovementDirection } from '../../src/domain/spc/judgement.ts'

/**
 * Agreement with NHSRplotthedots 0.2.2 (R 4.2.2), which is where the expected values come from.
 * Numbers to 1e-12 of the largest absolute value of the series; everything else exactly.
 * The cases lie beside the repository, not in it.
 */
const casesFile = fileURLToPath(new URL('../../../shared/golden/spc-cases.json', import.meta.url))

type Numbers = (number | null)[]

interface GoldenCase {
  id: string
  values: Numbers
  improvementDirection?: ImprovementDirection
  target?: number | null
  rebaseAt?: number[] | null
  fixAfterNPoints?: number | null
  screenOutliers?: boolean
  expected: {
    mean: Numbers
    lpl: Numbers
    upl: Numbers
    nlpl: Numbers
    nupl: Numbers
    amr: Numbers
    mrUsed: Numbers
    rebaseGroup: number[]
    shortGroup: boolean[]
    pointType: string[]
    specialCauseType: string[]
    variationType: string
    assuranceType: string | null
  }
}

const cases: GoldenCase[] = existsSync(casesFile) ? JSON.parse(readFileSync(casesFile, 'utf8')) : []

function analyse(golden: GoldenCase) {
  const chart = analyseControlChart(
    {
      values: golden.values,
      improvementDirection: golden.improvementDirection ?? 'increase',
      target: golden.target ?? null,
      rebaseAt: golden.rebaseAt ?? [],
      fixAfterNPoints: golden.fixAfterNPoints ?? null,
    },
    { ...referenceOptions, screenOutliers: golden.screenOutliers ?? true },
  )
  const segments = chart.points.map((point) => chart.segments[point.segment])
  return {
    numbers: {
      mean: segments.map((segment) => segment?.mean ?? null),
      lpl: segments.map((segment) => segment?.limits?.lower ?? null),
      upl: segments.map((segment) => segment?.limits?.upper ?? null),
      nlpl: segments.map((segment) => segment?.limits?.nearLower ?? null),
      nupl: segments.map((segment) => segment?.limits?.nearUpper ?? null),
      amr: segments.map((segment) => segment?.averageMovingRange ?? null),
      mrUsed: segments.map((segment, row) => segment?.rangesUsed[row - segment.start] ?? null),
    },
    words: {
      rebaseGroup: chart.points.map((point) => point.segment),
      shortGroup: segments.map((segment) => segment?.hasTrialLimits),
      pointType: chart.points.map((point) => point.type),
      specialCauseType: chart.points.map((point) => point.cause),
      variationType: chart.variation,
      assuranceType: chart.assurance,
    },
  }
}

function expectWithin(actual: Numbers, expected: Numbers, tolerance: number) {
  expect(actual.map((value) => value === null)).toEqual(expected.map((value) => value === null))
  const differences = actual.map((value, row) => Math.abs((value ?? 0) - (expected[row] ?? 0)))
  expect(Math.max(0, ...differences)).toBeLessThanOrEqual(tolerance)
}

const areAbsent = cases.length === 0

describe('limits and labels against NHSRplotthedots', () => {
  it.skipIf(areAbsent)(
    'has all 116 reference cases (skipped where shared/ is not beside the repository)',
    () => {
      expect(cases).toHaveLength(116)
    },
  )

  it.each(cases)('agrees with the reference on $id', (golden) => {
    const { numbers, words } = analyse(golden)
    const { mean, lpl, upl, nlpl, nupl, amr, mrUsed, ...expectedWords } = golden.expected
    const largest = Math.max(0, ...golden.values.map((value) => Math.abs(value ?? 0)))
    expect(words).toEqual(expectedWords)
    for (const [name, expected] of Object.entries({ mean, lpl, upl, nlpl, nupl, amr, mrUsed })) {
      expectWithin(numbers[name as keyof typeof numbers], expected, 1e-12 * largest)
    }
  })
})
