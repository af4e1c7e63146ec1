import { describe, expect, it } from 'vitest'
import { commentaryOf } from '../../../src/demo/commentary.ts'
import { buildDemoPublications, demoKpis } from '../../../src/demo/demonstration.ts'
import { vintages } from '../../../src/demo/timeline.ts'
import {
  type Action,
  isOverdueAction,
  isUnsettled,
  openActionFor,
  protectActions,
} from '../../../src/domain/actions/action.ts'

const publications = buildDemoPublications()
const milestones = [
  ...new Map(publications.flatMap((one) => one.milestones).map((one) => [one.id, one])).values(),
]
const linkable = new Set([...demoKpis, ...milestones].map(({ id }) => id))

/** The log as each edition froze it. */
const logs = publications.map((_, index) => [
  ...new Map(
    publications
      .slice(0, index + 1)
      .flatMap(({ actions }) => actions ?? [])
      .map((action) => [action.id, action]),
  ).values(),
])
const newest = logs.at(-1) ?? []
const having = (wanted: (action: Action) => boolean) => newest.filter(wanted).map(({ id }) => id)

describe('the demonstration’s actions', () => {
  it('are sixty in the newest edition, and fewer in each one before', () => {
    expect(logs.map((log) => log.length)).toEqual([30, 40, 46, 55, 60])
    expect(new Set(newest.map(({ id }) => id)).size).toBe(60)
  })

  it('name measures and milestones that are there', () => {
    expect(having(({ link }) => link !== null && !linkable.has(link))).toEqual([])
    expect(having(({ link }) => link === null)).toEqual(['A05', 'A47', 'A59', 'A11', 'A14', 'A19', 'A20'])
  })

  it('were carried over, await confirmation, were superseded and are late', () => {
    expect(having(({ carried }) => carried >= 2)).toEqual(['A03', 'A47', 'A25'])
    expect(having(({ status }) => status === 'awaiting-confirmation')).toEqual(['A04', 'A48', 'A37'])
    expect(having(({ status }) => status === 'superseded')).toEqual(['A41'])
    expect(having((action) => isOverdueAction(action, '2025-10-06'))).toEqual(['A34', 'A36'])
  })

  it('say what changed wherever they are closed, and never before', () => {
    expect(having((action) => action.status === 'closed' && !action.whatChanged)).toEqual([])
    expect(having((action) => isUnsettled(action) && action.whatChanged !== null)).toEqual([])
  })

  it('leave the stalled OT list and self-neglect to whoever sees them', () => {
    expect(openActionFor('ot-waiting', newest, milestones)).toBeNull()
    expect(openActionFor('sg-type', newest, milestones)).toBeNull()
    expect(openActionFor('unallocated-high', newest, milestones)?.id).toBe('A36')
    expect(openActionFor('dp-clients', newest, milestones)?.id).toBe('A60')
  })

  it('have a version for each entry of their history', () => {
    expect(having(({ version, history }) => version !== history.length)).toEqual([])
  })

  it('name no milestone to the panel that is for officers', () => {
    const released = protectActions(newest, milestones)
    expect(released.length).toBeGreaterThan(20)
    expect(released.filter(({ link }) => link === 'M16' || link === 'M24')).toEqual([])
  })
})

describe('the demonstration’s commentary', () => {
  const brought = vintages.map(commentaryOf)
  const all = brought.flat()

  it('comes with the last two editions', () => {
    expect(brought.map((texts) => texts.length)).toEqual([0, 0, 0, 15, 21])
    expect(new Set(all.map(({ kpi }) => kpi)).size).toBeGreaterThanOrEqual(20)
    expect(all.filter(({ kpi }) => !linkable.has(kpi))).toEqual([])
  })

  it('names no figure where it is released: only days and the 28 of a measure’s name', () => {
    const days = /\b\d{1,2} (May|June|July|August|September|October|November|December)\b|within 28 days/g
    const released = all.filter(({ release }) => release === 'public')
    expect(released.length).toBeGreaterThan(10)
    expect(released.map(({ text }) => text.replaceAll(days, '')).filter((text) => /\d/.test(text))).toEqual(
      [],
    )
  })
})
