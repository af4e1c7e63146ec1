import { describe, expect, it } from 'vitest'
import { AxisMarks } from '../../../../src/charts/trend/AxisMarks.tsx'
import { BandMarks, RuleMarks } from '../../../../src/charts/trend/ChangeMarks.tsx'
import { Clipped } from '../../../../src/charts/trend/Clipped.tsx'
import { ComparisonMarks } from '../../../../src/charts/trend/ComparisonMarks.tsx'
import { FanMarks } from '../../../../src/charts/trend/FanMarks.tsx'
import { LabelMarks } from '../../../../src/charts/trend/LabelMarks.tsx'
import { LaneMarks, layLane } from '../../../../src/charts/trend/LaneMarks.tsx'
import { LimitMarks } from '../../../../src/charts/trend/LimitMarks.tsx'
import { PromiseMarks } from '../../../../src/charts/trend/PromiseMarks.tsx'
import { frameFor, scalesFor } from '../../../../src/charts/trend/plot.ts'
import type { TrendModel } from '../../../../src/domain/trends/trend.ts'
import { aDescribedKpi } from '../../../support/a-kpi.ts'
import { aMilestone } from '../../../support/a-milestone.ts'
import { aPlot, aStretch, aTrend, endOf, noPlan, someScales } from '../../../support/a-trend.ts'
import { drawMarks, ofClass, pathsOf, wordsOf } from '../../../support/drawn-marks.ts'

const usual = [30, 31, 24, 36, 29, 33, 28, 35, 30, 27, 32, 31]
const model = aTrend(usual)
const onPlot = { plot: aPlot, scales: someScales }

describe('limits', () => {
  const drawn = (...limits: TrendModel['limits']) => drawMarks(<LimitMarks model={{ limits }} {...onPlot} />)

  it('are two dashed lines around a mean, on a ribbon between them', () => {
    const marks = drawn(aStretch())
    expect(pathsOf(marks, 'limit')).toEqual(['M10 60H40', 'M10 80H40'])
    expect(pathsOf(marks, 'mean')).toEqual(['M10 70H40'])
    expect(ofClass(marks, 'ribbon')[0]?.attributes).toEqual({ x: '10', y: '60', width: '30', height: '20' })
  })

  it('have no line where the measure can never pass them: the ribbon runs to the edge of the plot', () => {
    const marks = drawn(aStretch({ lower: -5, drawnLower: null }))
    expect(pathsOf(marks, 'limit')).toEqual(['M10 60H40'])
    expect(ofClass(marks, 'ribbon')[0]?.attributes).toMatchObject({ y: '60', height: '40' })
  })

  it('start again beside each other, and no stretch runs into the next', () => {
    const later = aStretch({ start: 50, end: 90, mean: 60, drawnLower: 50, drawnUpper: 70 })
    const marks = drawn(aStretch(), later)
    expect(pathsOf(marks, 'mean')).toEqual(['M10 70H40', 'M50 40H90'])
    expect(pathsOf(marks, 'limit')).toEqual(['M10 60H40', 'M10 80H40', 'M50 30H90', 'M50 50H90'])
  })

  it('that rest on few figures are drawn like others: words say that they may move', () => {
    expect(drawn(aStretch({ isTrial: true }))).toEqual(drawn(aStretch()))
  })
})

describe('what was promised', () => {
  const drawn = (changes: Partial<TrendModel>) =>
    drawMarks(<PromiseMarks model={{ ...model, ...changes }} scales={someScales} />)
  const target = { from: '2025-04', value: 20, lower: null, upper: null, by: null, setBy: 'Board' }

  it('has a path through the planned values with a bar at each, in their order', () => {
    const marks = drawn({ planned: [10, 20, 30].map((day) => ({ day, value: day + 5 })) })
    expect(pathsOf(marks, 'trajectory')).toEqual(['M10 85L20 75L30 65'])
    expect(pathsOf(marks, 'trajectoryBar')).toEqual(['M7 85h6', 'M17 75h6', 'M27 65h6'])
  })

  it('steps where a target gives way to the next', () => {
    const steps = [
      { target, start: 0, end: 40, levels: [20] },
      { target, start: 40, end: 90, levels: [30] },
    ]
    expect(pathsOf(drawn({ targetSteps: steps }), 'target')).toEqual(['M0 80H40V70', 'M40 70H90'])
  })

  it('has a line for each edge of a band, and joins none of them', () => {
    const steps = [
      { target, start: 0, end: 40, levels: [18, 22] },
      { target, start: 40, end: 90, levels: [20] },
    ]
    expect(pathsOf(drawn({ targetSteps: steps }), 'target')).toEqual(['M0 82H40', 'M0 78H40', 'M40 80H90'])
  })

  it('has other places as lines; yearly ones show each of their figures', () => {
    const place = { label: 'England', level: 'England', latest: null }
    const points = [10, 50].map((day) => ({ day, period: `FY20${day}`, value: day }))
    const comparators = [
      { ...place, member: 'England', isAnnual: true, points },
      { ...place, member: 'London', isAnnual: false, points },
    ]
    const marks = drawn({ comparators })
    expect(pathsOf(marks, 'comparator')).toEqual(['M10 90L50 50', 'M10 90L50 50'])
    expect(ofClass(marks, 'comparatorPoint')).toHaveLength(2)
  })

  it('draws nothing where nothing was promised', () => {
    expect(drawn({}).filter(({ tag }) => tag !== 'g')).toEqual([])
  })
})

describe('the forecast', () => {
  const ahead = { period: '2025-10', label: 'Oct 2025', day: 40, median: 50 }
  const fan = {
    origin: { day: 10, value: 60 },
    points: [{ ...ahead, lower80: 45, upper80: 55, lower95: 40, upper95: 65 }],
  }
  const drawn = (changes: Partial<TrendModel['fan']>) =>
    drawMarks(<FanMarks model={{ ...model, fan: { ...fan, ...changes } }} scales={someScales} />)

  it('opens from the last figure: 8 chances in 10 inside 19 in 20, most likely course on top', () => {
    const marks = drawn({})
    expect(pathsOf(marks, 'fanOuter')).toEqual(['M10 40L40 35L40 60L10 40Z'])
    expect(pathsOf(marks, 'fanInner')).toEqual(['M10 40L40 45L40 55L10 40Z'])
    expect(pathsOf(marks, 'forecast')).toEqual(['M10 40L40 50'])
    expect(marks.at(-1)?.classes).toEqual(['forecast'])
  })

  it('starts with its own first period where the latest figure is missing', () => {
    expect(pathsOf(drawn({ origin: null }), 'forecast')).toEqual(['M40 50'])
  })

  it('is not drawn where there is none', () => {
    expect(drawn({ points: [] })).toEqual([])
  })
})

describe('what was done', () => {
  it('is a band with a bracket from its first day to its last', () => {
    const bands = [{ id: 'I1', title: 'Surge', start: 20, end: 60, when: '', reason: '' }]
    const marks = drawMarks(<BandMarks model={{ ...model, bands }} {...onPlot} />)
    expect(ofClass(marks, 'band')[0]?.attributes).toEqual({ x: '20', y: '0', width: '40', height: '100' })
    expect(pathsOf(marks, 'bracket')).toEqual(['M20 6v-6h40v6'])
  })

  it('is a dotted rule from above the plot to its foot for each recorded change', () => {
    const rules = [20, 60].map((day) => ({
      ...{ id: `I${day}`, kind: 'rebaseline' as const, day, forms: [], reason: '' },
    }))
    const marks = drawMarks(<RuleMarks model={{ ...model, rules }} {...onPlot} />)
    expect(pathsOf(marks, 'change')).toEqual(['M20 -4V100', 'M60 -4V100'])
  })

  it('is compared by a mean on either side, and an interval from the lower to the upper estimate', () => {
    const comparison = {
      id: 'M01',
      day: 50,
      before: { start: 10, end: 40, mean: 60, words: 'Before: 60' },
      after: { start: 50, end: 90, mean: 30, words: 'After: 30' },
      interval: { day: 55, lower: 20, upper: 45 },
    }
    const marks = drawMarks(<ComparisonMarks model={{ ...model, comparison }} {...onPlot} />)
    expect(pathsOf(marks, 'chosen')).toEqual(['M50 0v100'])
    expect(pathsOf(marks, 'sideMean')).toEqual(['M10 40H40', 'M50 70H90'])
    expect(pathsOf(marks, 'interval')).toEqual(['M50 55h10m-5 0V80m-5 0h10'])
    expect(drawMarks(<ComparisonMarks model={{ ...model, comparison: null }} {...onPlot} />)).toEqual([])
  })
})

describe('the lane of milestones', () => {
  const late = aMilestone({
    id: 'M01',
    title: 'Clinic open',
    kpi: 'ot-waiting',
    baselineDue: '2025-01-15',
    currentDue: '2025-08-29',
    completed: null,
    status: 'green',
    moves: [],
  })
  const withLane = aTrend(usual, { plan: { ...noPlan, milestones: [late] } })
  const lane = layLane(withLane, 800)
  if (!lane) throw new Error('there is no lane')
  const marks = drawMarks(<LaneMarks lane={lane} width={800} />)
  const { x } = scalesFor(withLane, frameFor(withLane, 800).plot)

  it('has a hollow diamond where it was promised, a line of slip, and its status where it stands now', () => {
    const [promised, now] = [
      x(withLane.milestones[0]?.baselineDay ?? 0),
      x(withLane.milestones[0]?.currentDay ?? 0),
    ]
    expect(pathsOf(marks, 'baseline')).toEqual([`M${promised} 8l5 5l-5 5l-5 -5Z`])
    expect(pathsOf(marks, 'slip')).toEqual([`M${promised} 13H${now}`])
    expect(ofClass(marks, 'knock')[0]?.attributes).toMatchObject({ cx: `${now}` })
    expect(ofClass(marks, 'icon')[0]?.classes).toContain('tone-late')
  })

  it('says its status in words, and names the day of the edition', () => {
    const words = wordsOf(<LaneMarks lane={lane} width={800} />)
    expect(words.some((one) => /^Clinic open: off track/.test(one))).toBe(true)
    expect(words).toContain('This edition&#x27;s data, 6 Oct 2025')
  })

  it('draws no slip where the date still is the one promised', () => {
    const kept = { ...late, currentDue: '2025-12-12', baselineDue: '2025-12-12' }
    const onTime = layLane(aTrend(usual, { plan: { ...noPlan, milestones: [kept] } }), 800)
    if (!onTime) throw new Error('there is no lane')
    const drawn = drawMarks(<LaneMarks lane={onTime} width={800} />)
    expect([...ofClass(drawn, 'slip'), ...ofClass(drawn, 'baseline')]).toEqual([])
    expect(ofClass(drawn, 'icon')).toHaveLength(1)
  })
})

describe('labels', () => {
  it('are drawn where they were placed, each in the look of what it names', () => {
    const labels = [
      { id: 'latest', role: 'latest' as const, text: '31', x: 90, y: 60, anchor: 'start' as const },
      { id: 'target', role: 'target' as const, text: 'Target 20', x: 90, y: 80, anchor: 'start' as const },
    ]
    const layout = { labels, stem: { x: 80, from: 69, to: 62 }, key: [] }
    const marks = drawMarks(<LabelMarks layout={layout} />)
    expect(ofClass(marks, 'latest')[0]?.attributes).toMatchObject({ x: '90', y: '60' })
    expect(ofClass(marks, 'targetLabel')[0]?.attributes).toMatchObject({ 'text-anchor': 'start' })
    expect(pathsOf(marks, 'revised')).toEqual(['M80 69V62'])
    expect(wordsOf(<LabelMarks layout={layout} />)).toEqual(['31', 'Target 20'])
  })
})

describe('the axes', () => {
  const frame = frameFor(model, 800)
  const scales = scalesFor(model, frame.plot)

  it('have a line and a number at each tick, and the unit above', () => {
    const axes = <AxisMarks model={model} frame={frame} scales={scales} />
    const marks = drawMarks(axes)
    expect(ofClass(marks, 'grid')).toHaveLength(model.axis.ticks.length - 1)
    expect(wordsOf(axes).slice(0, model.axis.ticks.length)).toEqual(['0', '10', '20', '30', '40'])
    expect(wordsOf(axes)[model.axis.ticks.length]).toBe('People waiting, month end')
  })

  it('say where they do not start at zero', () => {
    const share = aTrend([90, 91, 92, 93], {
      kpi: aDescribedKpi({ unit: 'percent', targets: [], numerator: null, denominator: 'reviews' }),
    })
    const shareFrame = frameFor(share, 800)
    const words = wordsOf(
      <AxisMarks model={share} frame={shareFrame} scales={scalesFor(share, shareFrame.plot)} />,
    )
    expect(words.join(' ')).toMatch(/Axis starts at \d+%, not zero/)
  })

  it('name the last month of each quarter, under its own last day', () => {
    const axes = <AxisMarks model={model} frame={frame} scales={scales} />
    const bottom = frame.plot.y + frame.plot.height
    const ends = ['2024-09', '2024-12', '2025-03', '2025-06', '2025-09'].map((month) =>
      scales.x(endOf(month)),
    )
    const whole = ends.map((x) => Math.round(x))
    const ticks = pathsOf(drawMarks(axes), 'axis').filter((path) => path?.endsWith(`${bottom}v6`))
    expect(ticks.map((path) => Math.round(Number(path?.slice(1).split(' ')[0])))).toEqual(whole)
    const named = drawMarks(axes).filter(({ attributes }) => attributes.y === `${bottom + 21}`)
    expect(named.map(({ attributes }) => Math.round(Number(attributes.x)))).toEqual(whole)
    expect(wordsOf(axes).slice(-5)).toEqual(['Sep 2024', 'Dec 2024', 'Mar 2025', 'Jun 2025', 'Sep 2025'])
  })
})

describe('marks beyond the scale', () => {
  const marks = <path d="M0 0" />

  it('are cut off at the edges of the plot, and only where something lies there', () => {
    const cut = drawMarks(
      <Clipped isNeeded plot={{ ...aPlot, x: 5 }}>
        {marks}
      </Clipped>,
    )
    expect(cut[0]).toMatchObject({ tag: 'svg', attributes: { viewBox: '5 0 100 100', overflow: 'hidden' } })
    expect(
      drawMarks(
        <Clipped isNeeded={false} plot={aPlot}>
          {marks}
        </Clipped>,
      ).map(({ tag }) => tag),
    ).toEqual(['path'])
  })
})
