import { describe, expect, it } from 'vitest'
import { layEvents, plotOf, ticksOf } from '../../../../../src/charts/paired/paired-layout.ts'
import type { TogetherPart } from '../../../../../src/domain/editions/read-together.ts'
import { dayNumber } from '../../../../../src/domain/periods/calendar.ts'
import type { TrendPoint } from '../../../../../src/domain/trends/points.ts'
import { buildPaired, type PairedSources } from '../../../../../src/domain/trends/together/paired-model.ts'
import {
  buildPairedTable,
  marksInWords,
  readMonth,
  readShort,
} from '../../../../../src/domain/trends/together/paired-words.ts'
import { aDescribedKpi } from '../../../../support/a-kpi.ts'
import { aMilestone } from '../../../../support/a-milestone.ts'
import { aSeries } from '../../../../support/a-series.ts'

const list = aDescribedKpi()
const median = aDescribedKpi({
  id: 'ot-wait-median',
  name: 'Median OT wait',
  unit: 'days',
  aggregation: 'M',
  numerator: 'days from request to start',
})
const quarterly = aDescribedKpi({ id: 'ot-audit', name: 'OT audits', frequency: 'quarter' })

function part(kpi: string, role: TogetherPart['role'] = 'other'): TogetherPart {
  return { kpi, role, dimension: 'borough', member: 'All', label: null }
}

/** Six months to September 2025, in a plot that goes on to March 2026 */
const testSources: PairedSources = {
  page: 'ot-waiting',
  parts: [part('ot-waiting', 'list'), part('ot-wait-median', 'completed-wait')],
  kpis: [list, median, quarterly],
  series: [
    aSeries([330, 320, null, 315, 312, 309]),
    aSeries([120, 118, 117, 110, 101, 89], { kpi: 'ot-wait-median' }),
    aSeries([8, 9], { kpi: 'ot-audit', last: '2025-Q2' }),
  ],
  analyses: new Map(),
  plan: { milestones: [], interventions: [] },
  asOf: '2025-10-06',
  time: { firstDay: dayNumber('2025-03-31'), lastDay: dayNumber('2026-03-31'), timeLabels: [] },
  showLimits: true,
}

function paired(changes: Partial<PairedSources> = {}) {
  const model = buildPaired({ ...testSources, ...changes })
  if (!model) throw new Error('two measures are held')
  return model
}

describe('buildPaired', () => {
  it('gives each measure a scale of its own on the days of the page’s chart', () => {
    const model = paired()
    expect(model.charts.map(({ name, axis }) => [name, axis.upper])).toEqual([
      ['Waiting for OT assessment', 400],
      ['Median OT wait', 130],
    ])
    expect([model.firstDay, model.lastDay]).toEqual([dayNumber('2025-03-31'), dayNumber('2026-03-31')])
    expect(model.charts[0]?.isThisPage).toBe(true)
  })

  it('breaks the line at a missing month', () => {
    expect(paired().charts[0]?.segments.map(({ length }) => length)).toEqual([2, 3])
  })

  it('shows only months of the page’s range', () => {
    const time = { ...testSources.time, firstDay: dayNumber('2025-06-30') }
    expect(paired({ time }).months).toEqual(['2025-07', '2025-08', '2025-09'])
  })

  it('is nothing where only one measure has figures there', () => {
    expect(buildPaired({ ...testSources, series: testSources.series.slice(0, 1) })).toBeNull()
  })

  it('draws limits of a whole measure, unless they are switched off', () => {
    const segment = { from: '2025-04', to: '2025-09', mean: 316, lower: 300, upper: 332, isTrial: false }
    const analysis = { segments: [{ ...segment, reason: null }], special: [], headline: 'No change' }
    const analyses = new Map([['ot-waiting', analysis]])
    expect(paired({ analyses }).charts[0]?.limits).toHaveLength(1)
    expect(paired({ analyses, showLimits: false }).charts[0]?.limits).toEqual([])
    expect(paired({ analyses }).charts[0]?.headline).toBe('No change')
  })

  it('takes a surge recorded for both measures as one, and milestones once they are completed', () => {
    const band = { id: 'I1', kind: 'band' as const, start: '2025-05-01', end: '2025-07-31', reason: '' }
    const interventions = ['ot-waiting', 'ot-wait-median'].map((kpi) => ({
      ...band,
      id: `I-${kpi}`,
      kpi,
      title: 'Surge team',
    }))
    const done = aMilestone({ id: 'M1', kpi: 'ot-waiting', completed: '2025-06-12' })
    const open = aMilestone({ id: 'M2', kpi: 'ot-waiting', completed: null })
    const model = paired({ plan: { milestones: [done, open], interventions } })
    expect(model.bands).toHaveLength(1)
    expect(model.milestones.map(({ id }) => id)).toEqual(['M1'])
  })
})

describe('the table and the readings of measures read together', () => {
  it('put the newest month first and mark what is missing', () => {
    expect(buildPairedTable(paired()).map(({ label, cells }) => [label, ...cells])).toEqual([
      ['Sep 2025', '309', '89'],
      ['Aug 2025', '312', '101'],
      ['Jul 2025', '315', '110'],
      ['Jun 2025', '[x]', '117'],
      ['May 2025', '320', '118'],
      ['Apr 2025', '330', '120'],
    ])
  })

  it('mark months in which no quarter ends, and read a quarter from any of its months', () => {
    const model = paired({ parts: [part('ot-waiting', 'list'), part('ot-audit')] })
    expect(buildPairedTable(model).map(({ cells }) => cells[1])).toEqual([
      '9',
      '[z]',
      '[z]',
      '8',
      '[z]',
      '[z]',
    ])
    const [, audit] = model.charts
    expect(audit && readShort(audit, '2025-08')).toEqual({ figure: '9', at: '30 Sep 2025' })
  })

  it('read the latest figure until a month is chosen', () => {
    const [chart] = paired().charts
    expect(chart && readShort(chart, null)).toEqual({ figure: '309', at: '30 Sep 2025' })
    expect(chart && readShort(chart, '2025-06')).toEqual({ figure: '[x]', at: '30 Jun 2025' })
  })

  it('say every measure of a month once', () => {
    expect(readMonth(paired(), '2025-08')).toBe(
      'Waiting for OT assessment, 31 Aug 2025: 312 people waiting. Median OT wait, Aug 2025: 101 days',
    )
  })
})

describe('the layout of measures read together', () => {
  it('starts where the page’s chart starts, unless its ticks need more room', () => {
    const model = paired()
    const [chart] = model.charts
    const main = {
      axis: chart?.axis ?? { lower: 0, upper: 1, ticks: [0, 1], startsAtZero: true },
      measure: list,
    }
    const wide = { ...main, axis: { lower: 0, upper: 20_000, ticks: [0, 20_000], startsAtZero: true } }
    expect(plotOf(model, wide, 900).x).toBeGreaterThan(plotOf(model, main, 900).x)
  })

  it('shows the least, the middle and the greatest tick', () => {
    const axis = { lower: 0, upper: 400, ticks: [0, 100, 200, 300, 400], startsAtZero: true }
    expect(ticksOf({ axis, kpi: list }).map(({ label }) => label.text)).toEqual(['0', '200', '400'])
  })

  it('puts labels that would touch on lines of their own', () => {
    const at = (day: number) => ({ id: `M${day}`, title: '', day, when: '' })
    const lane = layEvents({ bands: [], milestones: [at(100), at(104), at(300)] }, (day) => day, 600)
    expect(new Set(lane.labels.map(({ y }) => y)).size).toBe(2)
    expect(lane.labels[0]?.y).toBe(lane.labels[2]?.y)
  })
})

describe('the words of the marks', () => {
  /** one chart with these points */
  const withPoints = (points: Partial<TrendPoint>[]) => {
    const [chart] = paired().charts
    const [point] = chart?.points ?? []
    if (!chart || !point) throw new Error('a chart has points')
    const plain: TrendPoint = { ...point, value: 310, provisional: false, judgement: null }
    return { charts: [{ ...chart, limits: [], points: points.map((one) => ({ ...plain, ...one })) }] }
  }

  it('are none where every figure is a dot', () => {
    expect(marksInWords(withPoints([{}]))).toBeNull()
  })

  it('tell a cross from what is hatched, and what is hollow from both', () => {
    expect(marksInWords(withPoints([{ value: null, availability: 'missing' }]))).toBe('Cross: no figure [x].')
    expect(marksInWords(withPoints([{ value: null, availability: 'suppressed', provisional: true }]))).toBe(
      'Hatched: withheld [c].',
    )
    expect(marksInWords(withPoints([{ provisional: true }]))).toBe('Hollow: provisional [p].')
  })

  it('name the shapes that are drawn, and no other', () => {
    const limits = { mean: 300, lower: 280, upper: 320 }
    const signal = { type: 'special_cause_concern', cause: 'Above UCL' } as const
    const words = marksInWords(withPoints([{ judgement: { limits, signal } }, {}]))
    expect(words).toBe('Larger marks stand out from what is usual: diamond, for the worse.')
  })
})
