import { describe, expect, it } from 'vitest'
import { layOutHistory } from '../../../../src/charts/sparkline/history-line.ts'
import type { FlaggedChange, TestedSeries } from '../../../../src/domain/analysis/edition-analysis.ts'
import { buildEmergingModel } from '../../../../src/features/emerging/emerging-model.ts'
import {
  actionInWords,
  targetInWords,
  writeEmergingFinding,
  writeEmergingStandfirst,
} from '../../../../src/features/emerging/emerging-words.ts'

const change: FlaggedChange = {
  kind: 'step',
  direction: 1,
  since: '2025-07',
  meaning: 'concern',
  sentence: 'OT list, Southall: higher since Jul 2025, about 30 against about 20 before.',
  history: [
    { period: '2025-05', value: 20 },
    { period: '2025-06', value: null },
    { period: '2025-07', value: 30 },
    { period: '2025-08', value: 32 },
  ],
  before: 20,
  after: 31,
  expected: null,
  meetsTarget: null,
  action: null,
}

function aSignal(kpi: string, member: string, own: Partial<FlaggedChange> | null): TestedSeries {
  return {
    kpi,
    dimension: 'town',
    member,
    label: member,
    tested: 'series',
    pValue: 0.0001,
    qValue: own ? 0.004 : 0.4,
    flagged: own !== null,
    change: own && { ...change, ...own },
  }
}

const family = {
  untested: 3,
  signals: [
    aSignal('list', 'Southall', {}),
    aSignal('wait', 'Acton', { sentence: 'Wait, Acton: higher.' }),
    aSignal('list', 'Hanwell', { sentence: 'OT list, Hanwell: higher.' }),
    aSignal('list', 'Greenford', { meaning: 'improvement', sentence: 'OT list, Greenford: lower.' }),
    aSignal('list', 'Northolt', null),
  ],
}

describe('emerging issues', () => {
  it('stand under their measures, the strongest leading, improvements apart', () => {
    const { toAsk, improvements } = buildEmergingModel(family, [], {})
    expect(toAsk.map(({ kpi, lead, others }) => [kpi, lead.part?.member, others.length])).toEqual([
      ['list', 'Southall', 1],
      ['wait', 'Acton', 0],
    ])
    expect(improvements.map(({ lead }) => lead.part?.member)).toEqual(['Greenford'])
  })

  it('are found by place, while the finding keeps to the whole edition', () => {
    const model = buildEmergingModel(family, [], { find: 'southall' })
    expect(model.shown).toBe(1)
    expect(model.toAsk.map(({ lead }) => lead.part?.member)).toEqual(['Southall'])
    expect(writeEmergingFinding(model)).toBe(
      'Four of five tested series show a recent change, in two measures',
    )
  })

  it('are counted by what they mean, and say how many may be false', () => {
    expect(writeEmergingStandfirst(buildEmergingModel(family, [], {}), 0.065)).toBe(
      'Three are concerns and one is an improvement. Expect about 1 in 15 of such flags to be a false alarm; nobody can tell which.',
    )
  })

  it('claim nothing where nothing is flagged', () => {
    const quiet = buildEmergingModel({ untested: 0, signals: [aSignal('list', 'Northolt', null)] }, [], {})
    expect(quiet.toAsk).toEqual([])
    expect(writeEmergingFinding(quiet)).toMatch(/^Nothing stands out: none of 1 tested series/)
  })

  it('say that a concern is still inside its target', () => {
    expect(targetInWords({ change: { ...change, meetsTarget: true } })).toBe('Still inside its target')
    expect(targetInWords({ change })).toBeNull()
  })

  it('tell the panel no more than that no action is published', () => {
    expect(actionInWords({ change }, 'protected')).toBe('No published action covers it')
    expect(actionInWords({ change }, 'exact')).toBe('No open action covers it')
  })
})

describe('the line of a flagged series', () => {
  it('breaks at a missing month and marks where the change begins', () => {
    const line = layOutHistory(change)
    expect(line.paths).toHaveLength(1)
    expect(line.dots).toEqual([{ x: 3, y: 43 }])
    // four months: a step of 170 ÷ 3; the band begins half a step before the third
    expect(line.sinceX).toBe(88)
    expect(line.beforeY).toBe(43)
  })

  it('draws no mean before where a trend went before', () => {
    expect(layOutHistory({ ...change, expected: 25 }).beforeY).toBeNull()
  })
})
