import { describe, expect, it } from 'vitest'
import { itemKey, packLimits } from '../../../../src/domain/packs/pack.ts'
import { readPack, writePack } from '../../../../src/domain/packs/pack-form.ts'
import { makeReadyPack } from '../../../../src/domain/packs/ready/make-ready-pack.ts'
import { mostReady, type PackSources } from '../../../../src/domain/packs/ready/ready-pack.ts'
import { rooms } from '../../../../src/domain/packs/ready/rooms.ts'
import type { ScorecardRow } from '../../../../src/domain/scorecard/scorecard.ts'
import { aMilestone } from '../../../support/a-milestone.ts'
import { aRowAnalysis, aScorecardRow } from '../../../support/a-row.ts'
import { anAction } from '../../../support/an-action.ts'

const quiet = (id: string, changes: Partial<ScorecardRow> = {}) =>
  aScorecardRow({ id, name: id, plan: { kind: 'no-plan' }, analysis: aRowAnalysis(), ...changes })
const worse = (id: string, changes: Partial<ScorecardRow> = {}) =>
  quiet(id, { analysis: aRowAnalysis({ variation: 'special_cause_concern' }), ...changes })
const better = (id: string, changes: Partial<ScorecardRow> = {}) =>
  quiet(id, { analysis: aRowAnalysis({ variation: 'special_cause_improvement' }), ...changes })

/** An edition in which nothing is to be told; a test names what matters to it. */
const sources = (changes: Partial<PackSources> = {}): PackSources => ({
  asOf: '2025-10-10',
  rows: [quiet('calm')],
  milestones: [],
  impacts: [],
  changes: { from: 4, signals: 0, restated: 0, milestones: 0 },
  actions: [],
  ...changes,
})
const itemsOf = (room: (typeof rooms)[number], changes: Partial<PackSources> = {}) =>
  makeReadyPack(room, sources(changes)).pack.items
const measuresOf = (room: (typeof rooms)[number], changes: Partial<PackSources>) =>
  itemsOf(room, changes).flatMap(({ ref }) => ref.kpi ?? [])
const holdsOf = (room: (typeof rooms)[number], changes: Partial<PackSources> = {}) =>
  makeReadyPack(room, sources(changes)).agenda.map(({ holds }) => holds)

/** more of everything than a meeting can take in */
const full = sources({
  rows: [
    ...['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((id) => worse(id)),
    better('h', { theme: 'allocations' }),
    quiet('i', { theme: 'safeguarding' }),
    worse('j', { theme: 'direct-payments' }),
    quiet('k', { theme: 'supporting' }),
  ],
  changes: { from: 4, signals: 3, restated: 1, milestones: 2 },
  milestones: ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((kpi) => aMilestone({ id: kpi, kpi })),
  impacts: [
    { milestone: 'a', state: 'done-no-effect-yet' },
    { milestone: 'b', state: 'done-no-effect-yet' },
    { milestone: 'c', state: 'late-measure-worse' },
    { milestone: 'd', state: 'done-no-effect-yet' },
    { milestone: 'e', state: 'done-no-effect-yet' },
    { milestone: 'f', state: 'done-no-effect-yet' },
    { milestone: 'h', state: 'done-measure-met' },
  ],
  actions: [
    anAction({ board: 'Cabinet', raised: '2025-07-01' }),
    anAction({ board: 'HASSP', raised: '2025-09-12' }),
    anAction({ board: 'HASSP', raised: '2025-03-13' }),
  ],
})

describe('a ready-made pack', () => {
  it.each(rooms)('of the %s says why each chart is in, holds each once and no more than ten', (room) => {
    const { pack } = makeReadyPack(room, full)
    expect(pack.items.length).toBeGreaterThan(3)
    expect(pack.items.length).toBeLessThanOrEqual(mostReady)
    expect(new Set(pack.items.map(itemKey)).size).toBe(pack.items.length)
    expect(pack.items.filter(({ line }) => line === '' || line.length > packLimits.line)).toEqual([])
    expect(readPack(writePack(pack))).toEqual({ pack, leftOut: [] })
    expect(makeReadyPack(room, full)).toEqual(makeReadyPack(room, full))
  })

  it.each(rooms)(
    'of the %s tells of every item of its agenda, also where the edition holds nothing',
    (room) => {
      const empty = makeReadyPack(room, sources({ rows: [], changes: null }))
      expect(empty.agenda.filter(({ holds }) => !holds.endsWith('.'))).toEqual([])
      expect(empty.pack.items.filter(({ ref }) => ref.kind === 'trend')).toEqual([])
    },
  )
})

describe('the pack of the monthly review', () => {
  it('begins with the list of what needs attention, and the weightiest five of it', () => {
    const [list, ...rest] = itemsOf('review', { rows: full.rows })
    expect(list?.ref.kind).toBe('attention')
    expect(rest.filter(({ ref }) => ref.kind === 'trend').map(({ ref }) => ref.kpi)).toEqual([
      ...['a', 'b', 'c', 'd', 'e'],
    ])
    expect(rest[0]?.line).toBe('In this pack because it shows evidence of getting worse.')
  })

  it('says that nothing needs attention, in place of being empty', () => {
    expect(holdsOf('review')[0]).toBe(
      'No measure is found to need attention as the panel sees it: the list says what is known.',
    )
    expect(itemsOf('review').map(({ ref }) => ref.kind)).toEqual(['attention', 'changes', 'actions'])
  })

  it('takes the lists of changes that hold something, and says where nothing was compared', () => {
    const lists = (changes: PackSources['changes']) =>
      itemsOf('review', { changes }).flatMap(({ ref }) => ref.search.list ?? [])
    expect(lists({ from: 4, signals: 1, restated: 0, milestones: 2 })).toEqual(['signals', 'milestones'])
    expect(lists(null)).toEqual([])
    // one that became overdue has neither moved nor been done
    const overdue = { from: 4, signals: 0, restated: 0, milestones: 1 }
    expect(holdsOf('review', { changes: overdue })[1]).toBe('Since edition 4: milestones that changed.')
    expect(holdsOf('review', { changes: null })[1]).toMatch(/no edition before/)
  })

  it('draws of a measure of categories the category that moved most', () => {
    const category = { dimension: 'abuse-type', member: 'self-neglect', label: 'Self-neglect' }
    const [, trend] = itemsOf('review', { rows: [worse('sg-type', { category })] })
    expect(trend?.ref.search).toEqual({ dimension: 'abuse-type', member: 'self-neglect' })
  })
})

describe('the pack of the scrutiny panel', () => {
  it('takes one promise of each kind before a second of any, and one that was kept', () => {
    expect(measuresOf('panel', full)).toEqual(['a', 'c', 'b', 'd', 'e', 'h'])
    const [, first] = itemsOf('panel', full)
    expect(first?.line).toBe('Promised: “Second OT clinic open”. Done, no effect yet.')
  })

  it('leaves out a title that has no room in a line, and never cuts it', () => {
    const milestones = [aMilestone({ id: 'a', kpi: 'calm', title: 'x'.repeat(packLimits.line) })]
    const impacts = [{ milestone: 'a', state: 'done-no-effect-yet' } as const]
    expect(itemsOf('panel', { milestones, impacts })[1]?.line).toBe('Done, no effect yet.')
  })

  it('takes the boards whose actions the panel may read, the latest first', () => {
    expect(itemsOf('panel', full).flatMap(({ ref }) => ref.search.board ?? [])).toEqual(['HASSP', 'Cabinet'])
    expect(holdsOf('panel')[1]).toMatch(/no recommendation that the panel may see/)
  })
})

describe('what a ready-made pack says of what it leaves out', () => {
  const undrawn = (id: string) => {
    const { series } = quiet(id)
    const points = series.points.map((point) => ({ ...point, value: null, availability: 'missing' as const }))
    return quiet(id, { series: { ...series, points } })
  }

  it('does not say that no promise has a trend where the trend says nothing yet', () => {
    const milestones = [aMilestone({ id: 'a', kpi: 'calm' })]
    const of = (state: 'open-on-course' | 'done-year-not-over') =>
      holdsOf('panel', { milestones, impacts: [{ milestone: 'a', state }] })[0]
    const told =
      'The milestones, delivery beside impact; of none whose measure is drawn does it show yet that it was kept or not kept.'
    expect(of('open-on-course')).toBe(told)
    expect(of('done-year-not-over')).toBe(told)
    expect(holdsOf('panel', { milestones: [aMilestone({ kpi: null })] })[0]).toBe(
      'The milestones, delivery beside impact; none has a trend to be set against yet.',
    )
  })

  it('does not say that nothing needs attention where what does cannot be drawn', () => {
    const line = (rows: ScorecardRow[]) => itemsOf('cabinet', { rows })[0]?.line
    expect(line([undrawn('gone'), quiet('calm')])).toBe(
      'In this pack because nothing that can be drawn under waiting times is found to need attention or to improve, and this is its first measure with a figure.',
    )
    expect(line([undrawn('gone'), better('better')])).toBe(
      'In this pack because nothing that can be drawn under waiting times is found to need attention, and this shows improvement.',
    )
  })

  it('does not say of milestones alone that they are all that changed', () => {
    const last = itemsOf('review').find(({ ref }) => ref.kind === 'changes')
    expect(last?.line).toBe(
      'In this pack because it says whether any milestone changed since the edition before.',
    )
  })
})

describe('the pack of a cabinet briefing', () => {
  it('shows as an improvement none that is worse than a year before', () => {
    const words = 'Better than usual, but worse than a year before'
    const meaning = { kind: 'better-not-on-year', words } as const
    const mixed = aRowAnalysis({ variation: 'special_cause_improvement', meaning })
    const rows = [quiet('calm'), quiet('mixed', { analysis: mixed })]
    expect(measuresOf('cabinet', { rows: [...rows, better('better')] })).toEqual(['better'])
    expect(measuresOf('cabinet', { rows })).toEqual(['calm'])
  })

  it('is one picture for each of four themes: what needs attention, else what improves, else the first', () => {
    expect(measuresOf('cabinet', full)).toEqual(['a', 'h', 'i', 'j'])
    // a fifth theme has no picture: what is in it is not one for each
    expect(holdsOf('cabinet', full)).toEqual(['The trends of a; h; i; j: one for each of four themes.'])
    expect(holdsOf('cabinet')).toEqual(['The trend of calm.'])
    expect(itemsOf('cabinet', full).map(({ line }) => line)).toEqual([
      'In this pack because it needs attention most under waiting times: it shows evidence of getting worse.',
      'In this pack because nothing under allocations is found to need attention, and this shows improvement.',
      'In this pack because nothing under safeguarding themes is found to need attention or to improve, and this is its first measure.',
      'In this pack because it needs attention most under direct payments: it shows evidence of getting worse.',
    ])
  })
})
