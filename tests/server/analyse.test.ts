import { describe, expect, it } from 'vitest'
import { readAnalyseInput } from '../../server/cli/analyse-input.ts'
import { analyseSeries } from '../../server/cli/analyse-series.ts'
import { periodRange } from '../../src/domain/periods/period.ts'
import { noiseOf } from '../support/seeded-noise.ts'

const dates = periodRange('2022-01', '2024-06')
const values = noiseOf(30, 2).map((noise, row) => 300 - 5 * row + noise)

function analyse(series: object[]) {
  const input = readAnalyseInput(JSON.stringify(series))
  if (input.kind === 'faulty') throw new Error(input.problems.join('; '))
  return analyseSeries(input.series)
}

function problemsOf(text: string) {
  const input = readAnalyseInput(text)
  return input.kind === 'faulty' ? input.problems : []
}

describe('analyse', () => {
  it('gives one result for each series, in the same order', () => {
    const results = analyse([
      { id: 'b', dates, values },
      { id: 'a', dates: [], values: [] },
    ])
    expect(results.map((result) => result.id)).toEqual(['b', 'a'])
  })

  it('dates one change once: the verdict and the signal begin in the month of the step', () => {
    const months = periodRange('2022-04', '2025-09')
    const noise = noiseOf(months.length, 3)
    // a fifth more of about sixty since a month that is no length at which steps are sought
    for (const since of [5, 7, 10]) {
      const shares = months.map((_, row) =>
        Math.round(60 * (0.5 + 0.05 * (noise[row] ?? 0) + (row >= months.length - since ? 0.2 : 0))),
      )
      const [result] = analyse([
        {
          ...{ id: 'm-share', dates: months, values: shares, denominators: months.map(() => 60) },
          ...{ improvementDirection: 'increase', aggregation: 'W' },
        },
      ])
      expect(result?.signal).toMatchObject({ flagged: true, kind: 'step', since: months.at(-since) })
      expect(result?.verdict).toMatchObject({ variation: 'improvement', since: months.at(-since) })
    }
  })

  it('names a figure that is missing once', () => {
    const quarters = periodRange('2020-Q1', '2024-Q4')
    const [result] = analyse([
      { id: 'q', dates: quarters, values: quarters.map((_, row) => (row === 19 ? null : 40 + (row % 3))) },
    ])
    expect(result?.finding).toBe('The figure for Q4 2024-25 is missing, so recent change is not judged.')
    expect(analyse([{ id: 'none', dates: [], values: [] }])[0]?.finding).toMatch(/^There are no figures/)
  })

  it('forecasts the months after the last row, with the chance at the target date and when it is reached', () => {
    const [result] = analyse([
      {
        id: 'waiting',
        dates,
        values,
        improvementDirection: 'decrease',
        target: 120,
        targetDate: '2025-03',
        horizon: 9,
        lowerBound: 0,
      },
    ])
    expect(result?.forecast.periods).toEqual(periodRange('2024-07', '2025-03'))
    expect(result?.forecast.median).toHaveLength(9)
    expect(result?.forecast.probabilityMetBy).toBeGreaterThan(0.5)
    expect(result?.forecast.reach).toMatchObject({
      sustain: 3,
      everBy: expect.closeTo(0.6, 0),
      median: expect.stringMatching(/^202[45]-\d\d$/),
    })
  })

  it('starts the forecast again at a re-baseline, and says when too few points follow it', () => {
    const [result] = analyse([{ id: 'new', dates, values, target: 120, rebaseAt: [25] }])
    expect(result?.forecast).toMatchObject({ periods: [], reach: 'too-few-points' })
  })

  it('asks nothing about a target where there is none, and no chance for a date that is past', () => {
    const [none, past] = analyse([
      { id: 'no target', dates, values },
      { id: 'past', dates, values, target: 120, targetDate: '2023-01' },
    ])
    expect(none?.forecast).toMatchObject({ probabilityMetBy: null, reach: null })
    expect(past?.forecast.probabilityMetBy).toBeNull()
  })

  it('knows that a jump of a share of few cases is no more than its cases say', () => {
    const months = periodRange('2022-01', '2024-12')
    const denominators = months.map((_, row) => 20 + (row % 3))
    const met = denominators.map((_, row) => (row === 35 ? 16 : 10 + (row % 2)))
    const shares = met.map((count, row) => count / (denominators[row] ?? 1))
    const steady = [1, 2, 3, 4, 5, 6, 7, 8].map((seed) => ({
      id: `steady ${seed}`,
      dates: months,
      values: noiseOf(36, seed),
    }))
    const [plain, known] = analyse([
      { id: 'plain', dates: months, values: shares },
      { id: 'known', dates: months, values: met, denominators },
      ...steady,
    ])
    expect(plain?.signal.flagged).toBe(true)
    // 16 of 21 where half is usual: about 1 in 40 by the binomial alone, and no wonder of one in a hundred thousand
    expect(plain?.signal.pValue).toBeLessThan(1e-4)
    expect(known?.signal.pValue).toBeGreaterThan(5e-3)
  })

  it('judges recent change over the whole array, and claims nothing that is not flagged', () => {
    const steady = noiseOf(36, 11)
    const months = periodRange('2022-01', '2024-12')
    const [changed, same] = analyse([
      { id: 'changed', dates: months, values: steady.map((value, row) => (row >= 30 ? value + 6 : value)) },
      { id: 'same', dates: months, values: noiseOf(36, 12) },
    ])
    expect(changed?.signal).toMatchObject({
      flagged: true,
      since: '2024-07',
      kind: 'step',
      direction: 'increase',
    })
    expect(same?.signal).toMatchObject({ flagged: false, since: null, kind: null, direction: null })
  })

  it('writes one sentence, with as many decimals as the values have', () => {
    const [result] = analyse([{ id: 'one', dates: dates.slice(0, 3), values: [1.5, 2, 2.5] }])
    expect(result?.finding).toBe('Latest figure: 2.5 in Mar 2022; there are too few points to judge.')
  })

  it('puts rows in date order and answers in the order given', () => {
    const [straight, turned] = analyse([
      { id: 'straight', dates, values, rebaseAt: [10] },
      { id: 'turned', dates: dates.toReversed(), values: values.toReversed(), rebaseAt: [19] },
    ])
    expect(turned?.spc.pointType).toEqual(straight?.spc.pointType.toReversed())
    expect(turned?.spc.mean).toEqual(straight?.spc.mean.toReversed())
    expect(turned?.forecast).toEqual(straight?.forecast)
  })

  it('reads quarters and years as they come: keeping a target, looking ahead and a year before', () => {
    const quarters = periodRange('2020-Q1', '2023-Q4')
    const risen = quarters.map((_, row) => 40 + row)
    const question = { target: 60, targetDate: '2024-Q3', horizon: 9 }
    const [asQuarter, asMonth, yearly] = analyse([
      { id: 'quarter', dates: quarters, values: risen, ...question },
      { id: 'month of its end', dates: quarters, values: risen, ...question, targetDate: '2024-12' },
      { id: 'year', dates: periodRange('FY2010-11', 'FY2023-24'), values: risen.slice(0, 14), target: 60 },
    ])
    expect(asQuarter?.forecast.periods).toEqual(['2024-Q1', '2024-Q2', '2024-Q3'])
    expect(asQuarter?.forecast.reach).toMatchObject({ sustain: 2 })
    expect(asQuarter?.finding).toContain('55 in Q4 2023-24, 4 higher than a year before')
    expect(asMonth?.forecast).toEqual(asQuarter?.forecast)
    expect(yearly?.forecast.periods).toEqual(['FY2024-25'])
    expect(yearly?.forecast.reach).toMatchObject({ sustain: 1 })
    expect(yearly?.verdict).toMatchObject({ method: 'run chart', variation: 'improvement' })
  })

  it('sets a share of few quarters against the quarter of a year before', () => {
    const share = { dates: periodRange('2023-Q1', '2024-Q1'), denominators: Array(5).fill(60) }
    const [risen, alike] = analyse([
      { id: 'risen', ...share, values: [30, 31, 30, 33, 55] },
      { id: 'alike', ...share, values: [30, 31, 30, 33, 31] },
    ])
    expect(risen?.verdict).toMatchObject({
      method: expect.stringContaining('the difference from a year before'),
      variation: 'improvement',
      since: '2024-Q1',
    })
    expect(risen?.finding).toContain('evidence of real improvement')
    expect(alike?.verdict).toMatchObject({ variation: 'common' })
    expect(alike?.finding).toContain('no evidence of real change')
  })

  it('judges figures that follow the time of year without it, and gives each its own month', () => {
    const months = periodRange('2021-01', '2024-12')
    const wave = (row: number) => 100 + 30 * Math.sin((row * Math.PI) / 6)
    const noise = noiseOf(48, 4)
    const seasonal = months.map((_, row) => Math.round(wave(row) + 3 * (noise[row] ?? 0)))
    const stepped = seasonal.map((value, row) => value + (row > 40 ? 25 : 0))
    const results = analyse([
      { id: 'steady', dates: months, values: seasonal },
      { id: 'step', dates: months, values: stepped },
    ])
    expect(results.map(({ verdict }) => verdict)).toMatchObject([
      { method: expect.stringContaining('the same month in other years'), variation: 'common' },
      { method: expect.stringContaining('the same month in other years'), variation: 'improvement' },
    ])
    expect(results.map(({ finding }) => finding)).toEqual([
      expect.stringContaining('no evidence of real change for the time of year'),
      expect.stringContaining('evidence of real improvement'),
    ])
  })

  it('says in its sentence what its verdict says, whatever it is judged by', () => {
    const months = periodRange('2021-01', '2023-12')
    const kinds = [
      {},
      { aggregation: 'S' },
      { aggregation: 'P' },
      { aggregation: 'W', denominators: months.map(() => 200) },
      { aggregation: 'M', counts: months.map(() => 6) },
      { chart: 'run' },
      { chart: 'c' },
    ]
    const family = [2, 3, 5, 7, 11, 13].flatMap((seed) =>
      kinds.flatMap((kind, of) =>
        [0, 12, 40].map((step) => ({
          id: `${of} of ${seed}, ${step}`,
          dates: months,
          values: noiseOf(36, seed).map((noise, row) => Math.round(60 + 6 * noise + (row > 29 ? step : 0))),
          ...kind,
        })),
      ),
    )
    const claims = analyse(family).map(({ id, verdict, finding }) => {
      const isChange = 'variation' in verdict && verdict.variation !== 'common'
      return {
        id,
        isChange,
        isSaid: /(evidence (of|that)|than usual)/.test(finding.replace('no evidence', '')),
        finding,
      }
    })
    expect(claims.filter(({ isChange, isSaid }) => isChange !== isSaid)).toEqual([])
    expect(new Set(claims.map(({ isChange }) => isChange)).size).toBe(2)
  })

  it('names the series, the field and the remedy of a fault', () => {
    expect(problemsOf('{}')).toEqual(['give an array of series, even for one'])
    expect(problemsOf('[')[0]).toMatch(/^not JSON/)
    expect(problemsOf('[{"id":"a","dates":["2024-01"],"values":["x"]}]')).toEqual([
      'series 1, values.0: Invalid input: expected number, received string',
    ])
    expect(problemsOf('[{"id":"a","dates":["2024-01","2024-01"],"values":[1,2]}]')).toEqual([
      'series 1, dates: a period is given twice: give each once',
    ])
    expect(problemsOf('[{"id":"a","dates":["2024-01"],"values":[1,2]}]')).toEqual([
      'series 1: give as many dates as values',
    ])
    expect(problemsOf('[{"id":"a","dates":[],"values":[],"fixAfterNPoints":5}]')).toEqual([
      'series 1, fixAfterNPoints: give 12 or more, or leave it out',
    ])
  })

  it('draws the chart asked for, of shares and rates as rates of 1', () => {
    const [result] = analyse([
      { id: 'share', dates: dates.slice(0, 2), values: [2, 4], denominators: [10, 10], chart: 'p' },
    ])
    expect(result?.chart).toMatchObject({ kind: 'p', y: [0.2, 0.4], outside: [false, false] })
    expect(result?.chart.runs).toHaveLength(1)
    expect(result?.verdict).toEqual({
      notJudged: 'There are 2 figures to judge by; change is judged from 8 on.',
    })
    expect(result?.finding).toBe('Latest figure: 0.40 in Feb 2022; there are too few points to judge.')
  })

  it('chooses a chart where none is asked for, says why, and dates the change', () => {
    const shares = dates.map((_, row) => (row < 24 ? 40 + (row % 2) * 4 : 60))
    const denominators = dates.map(() => 80)
    const [straight, turned] = analyse([
      { id: 'straight', dates, values: shares, denominators, aggregation: 'W' },
      {
        id: 'turned',
        dates: dates.toReversed(),
        values: shares.toReversed(),
        denominators,
        aggregation: 'W',
      },
    ])
    expect(straight?.chart.kind).toBe('p')
    expect(straight?.verdict).toEqual({
      method: 'p chart of shares',
      because:
        'These are shares of known numbers, and go from one to the next no further than chance makes them.',
      variation: 'improvement',
      since: '2024-01',
    })
    expect(turned?.verdict).toEqual(straight?.verdict)
    expect(turned?.chart.upper).toEqual(straight?.chart.upper.toReversed())
  })

  it('refuses what a chart cannot be drawn from, naming series, field and remedy', () => {
    const problemsOfSeries = (field: object) =>
      problemsOf(JSON.stringify([{ id: 'a', dates: ['2024-01', '2024-02'], values: [1, 2], ...field }]))
    expect(problemsOfSeries({ denominators: [1] })).toEqual([
      'series 1, denominators: give as many as values, null where there is none',
    ])
    expect(problemsOfSeries({ counts: [1, 2, 3] })).toEqual([
      'series 1, counts: give as many as values, null where there is none',
    ])
    expect(problemsOfSeries({ chart: 'p' })).toEqual([
      'series 1, denominators: this chart is of shares or rates: give what each value is out of',
    ])
    expect(problemsOfSeries({ chart: 'c', denominators: [5, 5] })).toEqual([
      'series 1, denominators: a chart of this kind has none: leave them out, or ask for p-prime or u-prime',
    ])
    expect(problemsOfSeries({ chart: 'p', denominators: [1, 1] })).toEqual([
      'series 1, values: a share is of its denominator: one value is above it',
    ])
    expect(problemsOfSeries({ aggregation: 'M', denominators: [5, 5] })).toEqual([
      'series 1, denominators: a median is out of nothing: leave them out, or give counts in their place',
    ])
    expect(problemsOfSeries({ chart: 't', values: [1, -2] })).toEqual([
      'series 1, values: events and days are 0 or more: one is below',
    ])
    expect(problemsOfSeries({ denominators: [-1, 5] })).toEqual([
      'series 1, denominators.0: give 0 or more, or null',
    ])
    expect(problemsOfSeries({ chart: 'pie' })).toEqual([
      'series 1, chart: give one of xmr, run, p, p-prime, u, u-prime, c, g, t, or leave it out',
    ])
    expect(problemsOfSeries({ roundedTo: 0 })).toEqual([
      'series 1, roundedTo: give more than 0, or leave it out',
    ])
    expect(problemsOfSeries({ aggregation: 'Q' })[0]).toMatch(/^series 1, aggregation: /)
    const many = Array.from({ length: 4801 }, () => 1)
    expect(problemsOfSeries({ values: many })[0]).toBe('series 1, values: give 4800 rows at most')
  })
})
