import { describe, expect, it } from 'vitest'
import { figuresOfKind, tellsChange, unalikeKinds } from '../../../../../bench/attribute-charts/series.ts'
import { type ChartQuestion, chartAndJudge } from '../../../../../src/domain/spc/attribute/chart-and-judge.ts'
import { referenceOptions } from '../../../../../src/domain/spc/control-chart.ts'
import { noiseOf } from '../../../../support/seeded-noise.ts'

function judge(question: Partial<ChartQuestion>) {
  const whole = {
    values: [],
    denominators: null,
    aggregation: null,
    counts: null,
    roundedTo: null,
    rebaseAt: [],
    fixAfterNPoints: null,
    asked: null,
    improvementDirection: 'decrease',
    ...question,
  } as const
  return chartAndJudge(whole, referenceOptions)
}

const repeat = (count: number, value: number) => Array.from({ length: count }, () => value)

describe('the chart that is chosen', () => {
  const steady = noiseOf(24, 5)

  it('is p of shares and u of rates that move no more than chance makes them', () => {
    const values = steady.map((noise) => Math.round(40 + 3 * noise))
    expect(judge({ values, denominators: repeat(24, 90) }).chart.kind).toBe('p')
    expect(judge({ values, denominators: repeat(24, 0.3) }).chart.kind).toBe('u')
  })

  it('is p′ of shares and u′ of rates that move by more', () => {
    const values = steady.map((noise) => Math.round(40 + 12 * noise))
    expect(judge({ values, denominators: repeat(24, 90) }).chart.kind).toBe('p-prime')
    expect(judge({ values, denominators: repeat(24, 0.3) }).chart.kind).toBe('u-prime')
  })

  it('is c of counts that chance could move so, and u′ of those that move by more', () => {
    const counts = (spread: number) => steady.map((noise) => Math.round(100 + spread * noise))
    expect(judge({ values: counts(8), aggregation: 'S' }).chart.kind).toBe('c')
    expect(judge({ values: counts(30), aggregation: 'S' }).chart.kind).toBe('u-prime')
  })

  it('is XmR of the change of a list, and none across a re-baseline', () => {
    const values = steady.map((noise, row) => 500 - 8 * row + Math.round(5 * noise))
    const { chart, verdict } = judge({ values, aggregation: 'P', rebaseAt: [10] })
    expect(chart.kind).toBe('xmr')
    expect(chart.y[0]).toBeNull()
    expect(chart.y[10]).toBeNull()
    expect(chart.y[11]).toBe((values[11] ?? 0) - (values[10] ?? 0))
    expect(verdict).toMatchObject({
      variation: 'special_cause_improvement',
      method: expect.stringContaining('change'),
    })
  })

  it('is a run chart of few points, of medians of few cases, and of a series with a wild figure', () => {
    expect(judge({ values: steady.slice(0, 11) }).chart.kind).toBe('run')
    expect(judge({ values: steady, aggregation: 'M', counts: repeat(24, 4) }).chart.kind).toBe('run')
    const wild = steady.map((noise, row) => (row === 20 ? 9000 : 30 + noise))
    expect(judge({ values: wild }).chart.kind).toBe('run')
  })

  it('lets no single figure set the limits of counts or rates', () => {
    const values = noiseOf(36, 6).map((noise, row) => (row === 20 ? 9000 : Math.round(32 + 4 * noise)))
    const counts = judge({ values, aggregation: 'S' })
    expect(counts.chart).toMatchObject({ kind: 'run', bands: { 0: { upper: null } } })
    expect(counts.verdict).toMatchObject({ variation: 'common_cause' })
    expect(judge({ values, denominators: repeat(36, 0.4) }).chart.kind).toBe('run')
  })

  it('takes rare counts as they are, which jump by themselves', () => {
    const values = repeat(24, 0).map((_, row) => (row === 12 ? 3 : Number(row % 9 === 0)))
    expect(judge({ values, aggregation: 'S' }).chart.kind).not.toBe('run')
  })

  it('is the one asked for', () => {
    expect(judge({ values: steady, asked: 'run' }).chart.kind).toBe('run')
  })
})

describe('the verdict at the latest point', () => {
  it('dates a change from the first row that it rests on', () => {
    // mean 12.8: the latest six lie above it, the row before them does not
    const values = [...Array.from({ length: 24 }, (_, row) => (row % 2 === 0 ? 10 : 12)), ...repeat(6, 20)]
    expect(judge({ values }).verdict).toMatchObject({
      variation: 'special_cause_concern',
      sign: { start: 24 },
    })
  })

  it('tells an unbroken rise of seven as limits do, wherever the mean lies', () => {
    const values = [...noiseOf(20, 3).map((noise) => 50 + 3 * noise), 47, 48, 49, 50, 51, 51.5, 52]
    const { verdict } = judge({ values, asked: 'xmr', improvementDirection: 'increase' })
    expect(verdict).toMatchObject({
      kind: 'judged',
      variation: 'special_cause_improvement',
      sign: { start: 20 },
    })
  })

  it('sees a climb of eleven years, which crosses its median once, and none that has turned back', () => {
    const climbing = [20, 110, 150, 190, 210, 225, 240, 232, 250, 290, 330]
    expect(judge({ values: climbing }).verdict).toMatchObject({
      method: 'run chart',
      variation: 'special_cause_concern',
    })
    expect(judge({ values: [...climbing, 320, 250] }).verdict).not.toMatchObject({ sign: { kind: 'climb' } })
  })

  it('takes a long climb for one of all its figures', () => {
    const climbing = Array.from({ length: 15 }, (_, row) => 40 + 5 * row + (row % 3 === 0 ? 9 : 0))
    expect(judge({ values: climbing, asked: 'run' }).verdict).toMatchObject({
      sign: { kind: 'climb', side: 1, start: 0 },
    })
    const falling = climbing.map((value) => 200 - value)
    expect(judge({ values: falling, asked: 'run' }).verdict).toMatchObject({
      sign: { kind: 'climb', side: -1 },
    })
  })

  it('compares few events exactly, whatever limits would say', () => {
    const values = [...repeat(12, 1), ...repeat(6, 4)]
    expect(judge({ values, aggregation: 'S' }).verdict).toMatchObject({
      kind: 'judged',
      method: 'exact comparison of the latest figures with those before',
      variation: 'special_cause_concern',
      sign: { start: 12 },
    })
    expect(judge({ values: repeat(18, 0), aggregation: 'S' }).verdict).toMatchObject({
      variation: 'common_cause',
    })
  })

  it('counts those that are left out of a share near 100%', () => {
    const verdict = judge({
      values: [...repeat(20, 20), ...repeat(6, 16)],
      denominators: repeat(26, 20),
      aggregation: 'W',
      improvementDirection: 'increase',
    }).verdict
    expect(verdict).toMatchObject({ variation: 'special_cause_concern', sign: { start: 20 } })
  })

  it('takes equal neighbours of rounded figures as they are', () => {
    const values = [...repeat(10, 10), 15, ...repeat(8, 10), 5, ...repeat(6, 10)]
    expect(judge({ values, aggregation: 'S', roundedTo: 5 }).verdict).toMatchObject({
      variation: 'common_cause',
    })
  })

  it('is none for a latest figure that is missing or wild, and for fewer than eight figures', () => {
    const steady = noiseOf(20, 9)
    expect(judge({ values: [...steady, null] }).verdict).toEqual({
      kind: 'not-judged',
      reason: 'The latest figure is missing.',
    })
    expect(judge({ values: [...steady, 900] }).verdict).toMatchObject({
      reason: expect.stringContaining('far outside'),
    })
    expect(judge({ values: [4] }).verdict).toMatchObject({
      reason: 'There is 1 figure to judge by; change is judged from 8 on.',
    })
    expect(judge({ values: [] }).verdict).toMatchObject({ kind: 'not-judged' })
  })

  it('looks at the rows since the last re-baseline alone', () => {
    const values = [...repeat(20, 10), ...noiseOf(20, 4).map((noise) => 90 + noise)]
    expect(judge({ values, rebaseAt: [20] }).verdict).toMatchObject({ variation: 'common_cause' })
  })

  // 2,000 of each are in docs/calculations.md; of 300 at 5%, more than 8% would be one time in a hundred
  it.each(unalikeKinds)('tells no change of more than 8 of 100 series without any: %s', (name) => {
    const makeFigures = figuresOfKind(name, 11)
    let told = 0
    for (let round = 0; round < 300; round += 1) told += tellsChange(name, makeFigures(0), 0) ? 1 : 0
    expect(told).toBeLessThanOrEqual(24)
  })

  it.each([
    'shares, 36 months of about 200, mean 85%',
    'counts, 36 months, mean 12',
    'a list, 36 months, steps at random',
    'single figures, 36 months',
  ])('tells a change of two standard deviations after six months, four times in five: %s', (name) => {
    const makeFigures = figuresOfKind(name, 12)
    let told = 0
    for (let round = 0; round < 200; round += 1) told += tellsChange(name, makeFigures(2), 2) ? 1 : 0
    expect(told).toBeGreaterThanOrEqual(160)
  })
})
