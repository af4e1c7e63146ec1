import { describe, expect, it } from 'vitest'
import { EventLabels, TimeLabels } from '../../../../src/charts/paired/PairedAxis.tsx'
import { PairedMarks } from '../../../../src/charts/paired/PairedMarks.tsx'
import { layEvents } from '../../../../src/charts/paired/paired-layout.ts'
import type { PairedModel } from '../../../../src/domain/trends/together/paired-model.ts'
import { aDescribedKpi } from '../../../support/a-kpi.ts'
import { aPlot, aSignal, aStretch, aTrendPoint, someScales } from '../../../support/a-trend.ts'
import { drawMarks, ofClass, pathsOf, wordsOf } from '../../../support/drawn-marks.ts'

const chart: PairedModel['charts'][number] = {
  ...{
    id: 'ot-waiting-borough-All',
    kpi: aDescribedKpi(),
    role: 'list',
    dimension: 'borough',
    member: 'All',
  },
  ...{ name: 'Waiting for OT assessment', headline: null, isThisPage: true, offScale: [] },
  points: [
    aTrendPoint({ period: '2025-06', day: 10 }),
    aTrendPoint({ period: '2025-07', day: 20, value: null, availability: 'missing' }),
    aSignal('special_cause_concern', { period: '2025-08', day: 30 }),
    aTrendPoint({ period: '2025-09', day: 40, provisional: true, previousValue: 20, revised: true }),
  ],
  segments: [
    [{ day: 10, value: 50 }],
    [
      { day: 30, value: 50 },
      { day: 40, value: 50 },
    ],
  ],
  limits: [aStretch()],
  axis: { lower: 0, upper: 100, ticks: [0, 50, 100], startsAtZero: true },
}
const model: PairedModel = {
  charts: [chart],
  bands: [{ id: 'I1', title: 'Surge', start: 15, end: 35, when: '', reason: '' }],
  milestones: [{ id: 'M02', title: 'Clinic open', day: 25, when: '' }],
  months: ['2025-06', '2025-07', '2025-08', '2025-09'],
  firstDay: 0,
  lastDay: 100,
  timeLabels: [
    { tick: null, start: 0, end: 50, forms: ['2024-25', '24-25'] },
    { tick: 50, start: 50, end: 100, forms: ['2025-26', '25-26'] },
  ],
}
const marks = drawMarks(
  <PairedMarks chart={chart} model={model} plot={aPlot} scales={someScales} height={120} />,
)

describe('a chart that is read together with others', () => {
  it('draws nothing through a gap', () => {
    expect(pathsOf(marks, 'line')).toEqual(['M10 50', 'M30 50L40 50'])
    expect(ofClass(marks, 'missing')).toHaveLength(1)
  })

  it('has a hollow point for a provisional figure, and a shape for one that stands out', () => {
    expect(ofClass(marks, 'hollow').map(({ attributes }) => attributes.cx)).toEqual(['40'])
    expect(ofClass(marks, 'diamond')).toHaveLength(1)
    expect(ofClass(marks, 'point').map(({ attributes }) => attributes.cx)).toEqual(['10'])
  })

  it('shows no earlier value of a revised figure: the measure’s own page does', () => {
    expect(ofClass(marks, 'revisedOld')).toEqual([])
  })

  it('has limits of its own', () => {
    expect(pathsOf(marks, 'limit')).toEqual(['M10 60H40', 'M10 80H40'])
  })

  it('has its surges and milestones from edge to edge, so that they meet those of the next chart', () => {
    expect(ofClass(marks, 'band')[0]?.attributes).toEqual({ x: '15', y: '0', width: '20', height: '120' })
    expect(pathsOf(marks, 'edge')).toEqual(['M15 0V120M35 0V120'])
    expect(pathsOf(marks, 'change')).toEqual(['M25 0V120'])
  })

  it('cuts its line and range, and none of its points, where something lies beyond its scale', () => {
    const far = { ...chart, offScale: ['1 figure lies above this scale'] }
    const cut = drawMarks(
      <PairedMarks chart={far} model={model} plot={aPlot} scales={someScales} height={120} />,
    )
    expect(cut.filter(({ tag }) => tag === 'svg')).toHaveLength(2)
  })
})

describe('the words beside charts that are read together', () => {
  it('name each surge, and each milestone by its number, over its own day', () => {
    const { labels } = layEvents(model, (day) => day * 5, 500)
    expect(wordsOf(<EventLabels labels={labels} />)).toEqual(['Surge', 'M02'])
    expect(labels.map(({ id }) => id)).toEqual(['I1', 'M02'])
  })

  it('name financial years under their own stretch, with a tick between them', () => {
    const axis = <TimeLabels model={model} plot={{ ...aPlot, width: 400 }} width={400} />
    expect(wordsOf(axis)).toEqual(['2024-25', '2025-26'])
    expect(pathsOf(drawMarks(axis), 'axis')).toEqual(['M200 0v6'])
    expect(ofClass(drawMarks(axis), 'label').map(({ attributes }) => attributes.x)).toEqual(['100', '300'])
  })
})
