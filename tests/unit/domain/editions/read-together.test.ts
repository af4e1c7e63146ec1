import { describe, expect, it } from 'vitest'
import {
  lacksItsList,
  readTogether,
  type TogetherKpi,
} from '../../../../src/domain/editions/read-together.ts'

const bands = ['Under 4 weeks', '4 to 12 weeks', 'Over 26 weeks']
const members = (labels: readonly string[]) =>
  labels.map((label) => ({ id: label.toLowerCase(), label, level: null }))

function list(id: string, labels: readonly string[] = bands): TogetherKpi {
  return {
    id,
    unit: 'count',
    aggregation: 'P',
    dimensions: [{ id: 'wait-band', members: members(labels) }],
  }
}
const median = (id: string): TogetherKpi => ({ id, unit: 'days', aggregation: 'M', dimensions: [] })
const share = (id: string): TogetherKpi => ({ id, unit: 'percent', aggregation: 'W', dimensions: [] })
const flow = (id: string, work: readonly string[] = []): TogetherKpi => ({
  id,
  unit: 'count',
  aggregation: 'S',
  dimensions: [{ id: 'work-type', members: members(work) }],
})
const named = (kpis: readonly TogetherKpi[], id: string) =>
  readTogether(kpis, id).map(({ kpi, member }) => `${kpi} ${member}`)

describe('readTogether', () => {
  it('puts list, longest waits and completed wait of one pathway together, on each of their pages', () => {
    const kpis = [median('ot-wait-median'), list('ot-waiting')]
    const expected = ['ot-waiting All', 'ot-waiting over 26 weeks', 'ot-wait-median All']
    expect(named(kpis, 'ot-waiting')).toEqual(expected)
    expect(named(kpis, 'ot-wait-median')).toEqual(expected)
  })

  it('knows a council’s own pathways by the same endings', () => {
    const kpis = [list('blue-badge-backlog', []), share('blue-badge-within-42')]
    expect(named(kpis, 'blue-badge-within-42')).toEqual([
      'blue-badge-backlog All',
      'blue-badge-within-42 All',
    ])
  })

  it('adds the measure itself where another tells the completed wait', () => {
    const kpis = [list('care-act-waiting', []), median('care-act-wait-median'), median('care-act-wait-p90')]
    expect(readTogether(kpis, 'care-act-wait-p90').map(({ kpi, role }) => [kpi, role])).toEqual([
      ['care-act-waiting', 'list'],
      ['care-act-wait-median', 'completed-wait'],
      ['care-act-wait-p90', 'other'],
    ])
  })

  it('sets beside a list what the surge did of its own kind of work, or all of it', () => {
    const work = ['Care Act assessment', 'OT assessment']
    expect(named([list('ot-waiting', []), flow('surge-completions', work)], 'ot-waiting')).toEqual([
      'ot-waiting All',
      'surge-completions ot assessment',
    ])
    expect(named([list('ot-waiting', []), flow('surge-completions')], 'ot-waiting')).toEqual([
      'ot-waiting All',
      'surge-completions All',
    ])
  })

  it('takes no band for the longest waits whose words could mean another', () => {
    const unclear = list('ot-waiting', ['Over 12 weeks', 'Over 26 weeks'])
    expect(named([unclear, median('ot-wait-median')], 'ot-waiting')).toEqual([
      'ot-waiting All',
      'ot-wait-median All',
    ])
  })

  it('leaves out what is not held or is of another kind, and is nothing for a measure alone', () => {
    expect(readTogether([flow('sg-concerns'), share('sg-conversion')], 'sg-concerns')).toHaveLength(2)
    expect(readTogether([flow('sg-concerns')], 'sg-concerns')).toEqual([])
    expect(readTogether([list('ot-waiting', []), flow('ot-wait-median')], 'ot-waiting')).toEqual([])
    expect(readTogether([list('ot-waiting')], 'vacancy-rate')).toEqual([])
  })
})

describe('lacksItsList', () => {
  it('says of a completed wait alone that its list is not held', () => {
    expect(lacksItsList([median('carers-wait-median')], 'carers-wait-median')).toBe(true)
    expect(lacksItsList([median('carers-wait-median'), list('carers-waiting')], 'carers-wait-median')).toBe(
      false,
    )
    expect(lacksItsList([list('carers-waiting')], 'carers-waiting')).toBe(false)
  })
})
