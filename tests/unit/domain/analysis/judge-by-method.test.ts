import { describe, expect, it } from 'vitest'
import { analyseSeries } from '../../../../src/domain/analysis/analyse-series.ts'
import type { DescribedKpi } from '../../../../src/domain/editions/describe-kpi.ts'
import type { Series } from '../../../../src/domain/figures/figure.ts'
import type { FlagInWords } from '../../../../src/domain/findings/finding-state.ts'
import { periodRange } from '../../../../src/domain/periods/period.ts'
import { methodOfFamily } from '../../../../src/domain/spc/attribute/method-names.ts'
import { judgeChange } from '../../../../src/domain/trends/facts/change-verdict.ts'
import { aDescribedKpi } from '../../../support/a-kpi.ts'
import { aPoint, aSeries } from '../../../support/a-series.ts'
import { noiseOf } from '../../../support/seeded-noise.ts'

const emptyPlan = { workstreams: [], milestones: [], trajectories: [], interventions: [], risks: [] }
type Changes = Partial<DescribedKpi>

function analysed(
  series: Series,
  changes: Changes,
  truth: Series | null = null,
  flag: FlagInWords | null = null,
) {
  const kpi = aDescribedKpi({ name: 'It', targets: [], due: null, ...changes })
  const context = { kpi, plan: emptyPlan, asOf: '2025-10-06', isRounded: truth !== null }
  const ahead = truth && analyseSeries({ ...context, isRounded: false }, truth)
  const received = truth && ahead && { series: truth, flag: null, ahead }
  const own = analyseSeries(context, series, flag, received)
  if (!own) throw new Error('no analysis')
  return own
}

const share = { unit: 'percent', aggregation: 'W', direction: 'up' } satisfies Changes

/** Shares with what they are out of, by the quarter or year up to the latest. */
function shares(counts: readonly [events: number, size: number][], last: string): Series {
  const { points, ...key } = aSeries(
    counts.map(([events, size]) => (100 * events) / size),
    { last },
  )
  return {
    ...key,
    points: points.map((point, row) => ({
      ...point,
      numerator: counts[row]?.[0] ?? null,
      denominator: counts[row]?.[1] ?? null,
    })),
  }
}

const moved = { aggregation: 'P', direction: 'up' } satisfies Changes

describe('a list that moved and stands', () => {
  it('shows no evidence of a further rise, in place of none of real change', () => {
    // 118 to 2,606 in the end, and 2,200 since
    const list = [
      158, 146, 162, 143, 137, 84, 90, 79, 89, 94, 98, 137, 138, 149, 126, 305, 1325, 1539, 1832, 1611, 1943,
      1997, 1981, 2051, 1992, 1873, 2123, 2205, 1945, 2287, 2103, 2606, 2568, 2200,
    ]
    const told = analysed(aSeries(list), moved)
    expect(told.byMethod).toMatchObject({ direction: 0, none: 'No evidence of a further rise' })
    expect(judgeChange(aDescribedKpi(moved), told).words).toBe('No evidence of a further rise')
  })
})

describe('what the tests of the whole edition found beside a method of its own', () => {
  const context = {
    kpi: aDescribedKpi({
      name: 'It',
      targets: [],
      due: null,
      unit: 'percent',
      aggregation: 'W',
      direction: 'up',
    }),
    plan: emptyPlan,
    asOf: '2025-10-06',
    isRounded: false,
  }
  const flag = {
    direction: 1 as const,
    meaning: 'improvement' as const,
    variation: 'special_cause_improvement' as const,
    clause: 'higher since Jan 2024, about 78% against about 50% before',
    title: 'higher since Jan 2024',
  }
  const quarters = (latest: number) =>
    shares(
      Array.from({ length: 11 }, (_, row) => [(row < 6 ? 50 : latest) + ((row * 2) % 7) - 3, 100]),
      '2025-Q2',
    )

  it('is named as what judges it wherever its sign is the title, though its own method finds the same', () => {
    expect(analyseSeries(context, quarters(78))?.headline).toMatch(/^Real improvement: /)
    const told = analyseSeries(context, quarters(78), flag)
    expect(told?.headline).toBe('Higher since Jan 2024')
    expect(told?.byMethod).toMatchObject({ method: methodOfFamily, direction: 1 })
    expect(told?.byMethod?.rule).toBe('Higher since Jan 2024, about 78% against about 50% before.')
  })

  it('is told, and named as what judges it, where its own finds nothing', () => {
    const told = analyseSeries(context, quarters(50), flag)
    expect(told?.headline).toBe('Higher since Jan 2024')
    expect(told?.byMethod?.method).toBe(methodOfFamily)
  })
})

const random = noiseOf(42, 5)
const cycle = (values: readonly number[], count: number) =>
  Array.from({ length: count }, (_, row) => values[row % values.length] ?? 0)
const listOf = (step: (row: number) => number) => {
  let held = 400
  return random.map((noise, row) => {
    held += Math.round(8 * noise + step(row))
    return held
  })
}

describe('a measure that limits do not suit', () => {
  it('is judged by its changes where it is a list that goes nowhere, and no limits are drawn', () => {
    const own = analysed(aSeries(listOf(() => 0)), {})
    expect(own).toMatchObject({ variation: 'common_cause', notJudged: null, segments: [] })
    expect(own.byMethod?.method).toBe('the changes from figure to figure, taken together')
  })

  it('is judged beside the same months of other years where it follows the time of year', () => {
    const wave = [0, 20, 60, 90, 100, 90, 50, 0, -60, -110, -120, -120]
    const yearly = (of: (row: number) => number) =>
      aSeries(random.map((noise, row) => Math.round(400 + (wave[row % 12] ?? 0) + 6 * noise + of(row))))
    const usual = analysed(
      yearly(() => 0),
      { aggregation: 'S' },
    )
    expect(usual).toMatchObject({ variation: 'common_cause', segments: [], reach: { kind: 'no-question' } })
    expect(usual.byMethod).toMatchObject({
      because: 'season',
      rule: 'Beside the same months of other years, nothing in the latest figures stands out from chance.',
    })
    expect(usual.headline).toBe('No evidence of real change for the time of year')
    // the verdict of its page and the cell of its row
    expect(usual.byMethod?.none).toBe(usual.headline)
    // no further from the mean than every year, and far from what is usual then
    const odd = analysed(
      yearly((row) => (row === random.length - 1 ? 60 : 0)),
      { aggregation: 'S' },
    )
    expect(odd.byMethod).toMatchObject({ because: 'season', direction: 1, since: '2025-09' })
    expect(odd.headline).toBe('Getting worse: latest figure high for the time of year')
    // higher than the same month of other years, and lower than the year before
    const less = analysed(
      yearly((row) => (row >= random.length - 8 ? 60 : row === random.length - 13 ? 90 : 0)),
      { aggregation: 'S' },
    )
    expect(less.headline).toBe('Worse than usual for the time of year, but better than a year before')
    expect(less.meaning?.words).toBe(less.headline)
    expect(less.paragraph).toContain('worse than usual for the time of year, but better than a year before')
  })

  it('is judged by its share of all cases where it is a category of them, and never by how many it counts', () => {
    const more = random.map((_, row) => (row < 30 ? 100 : 140))
    const counts = random.map((noise, row) => Math.round((more[row] ?? 0) * 0.3 + 2 * noise))
    const { points, ...key } = aSeries(counts, { dimension: 'type', member: 'Neglect' })
    const category = { ...key, points: points.map((point, row) => ({ ...point, n: more[row] ?? null })) }
    const own = analysed(category, { aggregation: 'X', direction: 'neutral' })
    expect(own).toMatchObject({ variation: 'common_cause', segments: [] })
    expect(own.byMethod).toMatchObject({ because: 'category', direction: 0 })
  })

  it('is set against its share of a year before where it is a category', () => {
    // a third of fewer cases: fewer than a year before, and a larger part
    const cases = random.map((_, row) => (row < 36 ? 400 : 240))
    const counts = cases.map((all, row) => Math.round(all * (row < 40 ? 0.3 : 0.42) + 3 * (random[row] ?? 0)))
    const { points, ...key } = aSeries(counts, { dimension: 'type', member: 'Neglect' })
    const category = { ...key, points: points.map((point, row) => ({ ...point, n: cases[row] ?? null })) }
    const own = analysed(category, { aggregation: 'X', direction: 'neutral' })
    expect(own.byMethod?.direction).toBe(1)
    expect(own.paragraph).toMatch(
      /fewer than a year before\. There is evidence of real change: .*shares? of cases/,
    )
    expect(own.paragraph).not.toContain('lower than a year before')
  })

  it('holds only if a figure does that may still change, where final figures do not show it', () => {
    const flat = listOf(() => 0)
    const series = aSeries([...flat.slice(1), (flat.at(-1) ?? 0) - 90])
    const points = series.points.map((point, row) => ({
      ...point,
      provisional: row === series.points.length - 1,
    }))
    expect(analysed(series, { direction: 'down' }).headline).toMatch(/^Down by \d+ in the last \w+ months$/)
    expect(analysed({ ...series, points }, { direction: 'down' }).headline).toMatch(
      /^Down by \d+ in the last \w+ months, if it holds$/,
    )
    expect(analysed({ ...series, points }, { direction: 'down' }).finding).toContain(
      'there is evidence of real improvement, in part on one provisional figure: down by',
    )
  })

  it('is said to fall where a list falls by more than chance', () => {
    const own = analysed(aSeries(listOf((row) => (row < 30 ? 3 : -14))), {})
    expect(own.variation).toBe('special_cause_improvement')
    expect(own.headline).toMatch(/^Falling since .* 2024, by about \d+ a month$/)
    expect(own.finding).toContain('there is evidence of real improvement: falling since')
    expect(own.byMethod).toMatchObject({ direction: -1 })
  })

  it('is judged by the quarter from eight figures on', () => {
    const quarters: [number, number][] = [30, 29, 31, 30, 28, 30, 45, 46, 47, 46].map((events) => [
      events,
      60,
    ])
    const own = analysed(shares(quarters, '2025-Q2'), { ...share, frequency: 'quarter' })
    expect(own.variation).toBe('special_cause_improvement')
    expect(own.byMethod).toMatchObject({ because: 'too-few-points', since: '2024-Q3' })
    expect(own.headline).toMatch(/^Real improvement: last \w+ figures/)
  })

  it('is set against a year before where a share has fewer, with the interval that chance makes', () => {
    const own = analysed(
      shares(
        [
          [40, 100],
          [42, 100],
          [70, 100],
        ],
        'FY2024-25',
      ),
      { ...share, frequency: 'year' },
    )
    expect(own.variation).toBe('special_cause_improvement')
    expect(own.finding).toContain('higher than a year before by more than chance would explain')
    expect(own.byMethod?.rule).toMatch(/between \+\d+ and \+\d+ percentage points/)
  })

  it('says from when it can be judged where nothing can be told yet', () => {
    const own = analysed(aSeries([3, 4, 5, 4, 3], { last: '2025-09' }), { aggregation: 'S' })
    expect(own.notJudged?.reason).toBe(
      'There are fewer than 12 points, which is too few for limits. Without limits it can be judged once there are eight figures, with that for Dec 2025.',
    )
  })

  it('is judged by what each month added where it adds up through the year', () => {
    const months = periodRange('2022-04', '2025-09')
    let total = 0
    const values = months.map((month, row) => {
      if (month.endsWith('-04')) total = 0
      total += 6 + (row % 3) + (row > 35 ? 12 : 0)
      return total
    })
    const own = analysed(aSeries(values), { aggregation: 'S', direction: 'up' })
    expect(own.byMethod).toMatchObject({ because: 'year-to-date', direction: 1 })
    expect(own.byMethod?.method).toContain('of what each month added')
    expect(own.finding).toContain('gain')
  })

  it('is judged by its share of all cases where it is a category of few', () => {
    const { points, ...key } = aSeries([...Array.from({ length: 30 }, (_, row) => row % 3), 6, 7, 6, 8, 6, 7])
    const category = { ...key, points: points.map((point) => ({ ...point, n: 60 })) }
    const own = analysed(category, { aggregation: 'X', direction: 'neutral' })
    expect(own.variation).toBe('special_cause_neutral_high')
    expect(own.finding).toContain('shares of cases, taken together, are higher than those before')
  })

  it('is not judged while its latest figure is missing, or a newer one is overdue', () => {
    const list = listOf((row) => (row < 30 ? 3 : -14))
    expect(analysed(aSeries([...list, null]), {}).notJudged?.because).toBe('latest-missing')
    expect(analysed(aSeries(list), { due: '2025-10-01', latestPeriod: '2025-09' }).notJudged?.because).toBe(
      'overdue',
    )
  })

  it('is told no verdict of its limits either while a newer figure is overdue', () => {
    const late = { aggregation: 'S', due: '2025-10-01', latestPeriod: '2025-09' } as const
    const noise = aSeries(cycle([98, 103, 100, 104, 97], 40))
    const shown = analysed(noise, late)
    expect(shown.segments).not.toEqual([])
    expect(shown).toMatchObject({ variation: null, assurance: null, claim: null })
    expect(shown.headline).toMatch(/^A newer figure is overdue, so change is not judged/)
    expect(shown.finding).not.toMatch(/evidence|usual range/)
    const step = aSeries([...cycle([98, 103, 100, 104, 97], 36), 140, 141, 139, 142])
    expect(analysed(step, late).headline).toMatch(/^A newer figure is overdue, so change is not judged/)
  })
})

describe('a series that is rounded for publication', () => {
  const rounded = (series: Series): Series => ({
    ...series,
    points: series.points.map((point) => ({
      ...point,
      value: point.value === null ? null : 5 * Math.round(point.value / 5),
    })),
  })

  it('has the verdict of the figures received, without limits that say otherwise', () => {
    // 22 nine times running lies above the mean; to the nearest five it is 20, and 23 is 25
    const received = aSeries([...cycle([20, 21, 20, 24, 19], 30), ...cycle([23], 9)], { kpi: 'flow' })
    const flow = { aggregation: 'S' } as const
    expect(analysed(received, flow).variation).toBe('special_cause_concern')
    const published = analysed(rounded(received), flow, received)
    expect(published).toMatchObject({ variation: 'special_cause_concern', notJudged: null })
  })

  it('does not call a rise of four years chance where what is in doubt is whether it has ended', () => {
    const received = aSeries([
      328, 336, 340, 341, 334, 334, 338, 345, 335, 351, 357, 361, 347, 356, 363, 362, 358, 364, 371, 368, 376,
      376, 371, 372, 377, 378, 389, 389, 385, 398, 387, 393, 391, 403, 400, 405, 409, 414, 408, 410, 414, 418,
      418, 418, 436, 419, 428, 428, 433, 425,
    ])
    expect(analysed(received, moved).headline).toMatch(/^No higher in the last five months\b/)
    expect(analysed(rounded(received), moved, received).headline).toMatch(
      /^Rose from Aug 2021 to Apr 2025; no evidence of a further rise/,
    )
  })

  it('has no forecast from what is shown where the latest figures are withheld for being small', () => {
    const received = aSeries([...cycle([12, 11, 13, 12, 10], 34), 2, 3, 1, 2])
    const published = {
      ...rounded(received),
      points: rounded(received).points.map((point, row) =>
        row < 34 ? point : { ...point, value: null, availability: 'suppressed' as const },
      ),
    }
    const flow = { aggregation: 'S' } as const
    expect(analysed(received, flow).forecast).not.toEqual([])
    expect(analysed(published, flow, received).forecast).toEqual([])
  })

  it('is not judged where rounding hides what the figures received show', () => {
    const received = aSeries([...cycle([20, 21, 20, 21, 19], 30), ...cycle([22], 9)], { kpi: 'flow' })
    const published = analysed(rounded(received), { aggregation: 'S' }, received)
    expect(published.variation).toBeNull()
    expect(published.notJudged?.because).toBe('rounded')
    expect(published.headline).toBe('Change is not told beside rounded figures')
    // what is published as flagged of it would be denied by that
    const flag = { clause: 'higher since Jan 2025', title: 'higher since Jan 2025' }
    const flagged = analysed(rounded(received), { aggregation: 'S' }, received, {
      ...flag,
      ...{ direction: 1, meaning: 'concern', variation: 'special_cause_concern' },
    })
    expect(flagged.headline).toBe('Higher since Jan 2025')
    expect(flagged.paragraph).not.toContain('is not told')
    expect(flagged.notJudged?.because).toBe('rounded')
  })

  it('is given no reason that is false where the verdict would show a small number', () => {
    // 18 and 23, then 5: published figures show the same, and the verdict would tell 5, 6 and 7 apart
    const received = aSeries([...cycle([18, 23], 30), 5], { kpi: 'flow' })
    const flow = { aggregation: 'S' } as const
    const published = analysed(rounded(received), flow, received)
    expect(analysed(rounded(received), flow).variation).toBe(analysed(received, flow).variation)
    expect(published.variation).toBeNull()
    expect(published.notJudged?.reason).toBe(
      'Whether this has changed is not told: rounding hides it, or it would show a small number.',
    )
    expect(published.finding).not.toContain('do not show')
  })

  it('tells no change of which the figures received show none', () => {
    const received = aSeries(
      random.map((noise) => Math.round(22.4 + 1.2 * noise)),
      { kpi: 'flow' },
    )
    const published = analysed(rounded(received), { aggregation: 'S' }, received)
    expect(published.variation).toBe(analysed(received, { aggregation: 'S' }).variation)
  })

  it('tells the movement of a list in the figures that are published', () => {
    const received = aSeries(listOf((row) => (row < 30 ? 3 : -14)))
    const told = analysed(rounded(received), {}, received)
    const [exact, published] = [analysed(received, {}).headline, told.headline]
    expect(published.replace(/by about.*/, '')).toBe(exact.replace(/by about.*/, ''))
    expect(told.finding).toMatch(/from \d+[05] to \d+[05]/)
  })

  it('is told by what each month added where it adds up, also of people counted once', () => {
    const months = periodRange('2022-04', '2025-09')
    let total = 0
    const values = months.map((month, row) => {
      total = month.endsWith('-04') ? 9 + (row % 3) : total + 9 + (row % 3)
      return total
    })
    const received = aSeries(values)
    const told = analysed(rounded(received), { aggregation: 'D', direction: 'up' }, received)
    expect(told.byMethod?.method).toContain('of what each month added')
  })

  it('keeps to itself where the latest figure is withheld', () => {
    const received = aSeries(listOf(() => 0))
    const points = received.points.map((point, row, all) =>
      row === all.length - 1 ? aPoint({ ...point, value: null, availability: 'suppressed' as const }) : point,
    )
    expect(analysed({ ...received, points }, {}, received).notJudged?.because).toBe('latest-missing')
  })
})
