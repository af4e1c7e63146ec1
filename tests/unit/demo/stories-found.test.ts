import { describe, expect, it } from 'vitest'
import { db } from '../../../mocks/db.ts'
import { stories } from '../../../src/demo/stories.ts'
import { outlookAhead } from '../../../src/domain/forecast/reached-target.ts'

const { tables } = db
const exact = tables.readAnalysis(5, 'exact')
const shielded = tables.readAnalysis(5, 'protected')

const analysisOf = (kpi: string) => exact.kpis.find((one) => one.kpi === kpi)?.series[0]
const flaggedIn = (family: typeof exact.family) => family.signals.filter(({ flagged }) => flagged)

/** The analysis is told nothing of the stories: it must find each of them in the figures. */
describe('the stories of the demonstration, found by the analysis', () => {
  it(`${stories.stalledList.title}: limits start again when surge ends, and the target is out of reach`, () => {
    const list = analysisOf('ot-waiting')
    expect(list?.segments).toMatchObject([{ from: '2024-08', reason: expect.stringMatching(/surge/i) }])
    expect(list?.variation).toBe('common_cause')
    expect(list?.assurance).toBe('consistent_fail')
    expect(list?.reach && outlookAhead(list.reach)).toBe('not-met')
    expect(list?.finding).toContain('77 above plan; there is no evidence of real change')
    expect(list?.paragraph).toContain('about 5 months behind')
    expect(list?.paragraph).toContain(
      'After ‘Trusted assessors trained’ (Jul 2023), the figure fell from 476 on 30 Jun 2023 to 324 on 31 Jul 2024. Since ‘Surge team ended’ (Aug 2024), it has stood between 296 and 332.',
    )
    const changes = exact.kpis.find(({ kpi }) => kpi === 'ot-waiting')?.changes
    expect(changes?.find(({ title }) => title === 'Surge team ended')?.sentence).toContain(
      'From Jul 2023 to Jul 2024, the figure fell by 11 a month on average. From then to Jul 2025, it ended about where it began.',
    )
  })

  it(`${stories.completedWaitParadox.title}: the list falls while its median wait is above the usual range`, () => {
    expect(analysisOf('care-act-wait-median')?.variation).toBe('special_cause_concern')
    expect(analysisOf('care-act-waiting')?.headline).toMatch(/^Falling since Aug 2024/)
    const longest = flaggedIn(exact.family).find(
      ({ kpi, member }) => kpi === 'care-act-waiting' && member === 'Over 26 weeks',
    )
    expect(longest?.change).toMatchObject({ direction: -1, meaning: 'improvement' })
  })

  it(`${stories.emergingSelfNeglect.title}: one town leads the whole family, and the borough is not flagged`, () => {
    expect(flaggedIn(exact.family)[0]).toMatchObject({
      kpi: 'sg-type',
      dimension: 'type+town',
      member: 'Self-neglect · Southall',
      change: { direction: 1 },
    })
    const borough = exact.family.signals.filter(
      ({ kpi, dimension, member }) => kpi === 'sg-type' && dimension === 'type' && member === 'Self-neglect',
    )
    expect(borough.map(({ flagged }) => flagged)).toEqual([false])
    expect(JSON.stringify(shielded.family)).not.toContain('Self-neglect · Southall')
  })

  it(`${stories.directPaymentsBehind.title}: what it would take beside what was ever kept up`, () => {
    const clients = analysisOf('dp-clients')
    expect(clients?.reach && outlookAhead(clients.reach)).toBe('not-met')
    expect(clients?.reach.kind === 'chances' && clients.reach.everBy).toBeLessThan(0.05)
    expect(Math.round(clients?.required?.needed ?? 0)).toBe(43)
    expect(Math.round(clients?.required?.best ?? 0)).toBe(2)
  })

  it(`${stories.doneWithoutEffect.title}: M04 is done, and its measure has not moved`, () => {
    expect(exact.impacts.find(({ milestone }) => milestone === 'M04')?.state).toBe('done-no-effect-yet')
  })

  it('says that it is too soon where too few figures have come since, and why where nothing can be told', () => {
    const of = (id: string) => exact.impacts.find(({ milestone }) => milestone === id)
    expect(['M09', 'M12', 'M29', 'M30'].map((id) => of(id)?.state)).toEqual(Array(4).fill('too-early-to-say'))
    expect(of('M12')?.sentence).toMatch(/That can be told from the figure for Apr 2026 on\.$/)
    // its list fell by a third in the year after it, and limits start again after that
    expect(of('M02')?.sentence).toMatch(/cannot be told from what came after ‘OT surge team in place’\.$/)
  })

  it('holds no promise for the year against a total of half of it', () => {
    expect(exact.impacts.find(({ milestone }) => milestone === 'M31')).toMatchObject({
      state: 'done-year-not-over',
      success: 'so-far',
    })
  })

  it(`${stories.overdueFigure.title}: it is not judged, and its milestone is unknown`, () => {
    expect(exact.rows.find(({ kpi }) => kpi === 'financial-waiting')?.variation).toBeNull()
    expect(exact.impacts.find(({ milestone }) => milestone === 'M10')?.state).toBe('unknown')
  })

  it(`${stories.definitionChange.title}: limits start again, and nothing is compared over it`, () => {
    const changed = exact.kpis.find(({ kpi }) => kpi === 'financial-within-28')
    expect(changed?.series[0]?.segments).toHaveLength(2)
    expect(changed?.changes.map(({ estimate }) => estimate.kind)).toEqual(['not-suited'])
  })

  it('says which action covers a signal, from the log of each audience alone', () => {
    const coverOf = (family: typeof exact.family, wanted: string) =>
      flaggedIn(family).find(({ kpi }) => kpi === wanted)?.change?.action
    expect(coverOf(exact.family, 'sg-type')).toBeNull()
    expect(coverOf(exact.family, 'care-act-wait-median')).toBe('A04')
    expect(coverOf(exact.family, 'dp-clients')).toBe('A60')
    expect(coverOf(shielded.family, 'care-act-within-28')).toBe('A08')
    // the panel is told of no action that it may not read
    for (const { number } of tables.editions) {
      const readable = tables.readActions(number, 'protected').map(({ id }) => id)
      const told = flaggedIn(tables.readAnalysis(number, 'protected').family)
      expect(readable).toEqual(expect.arrayContaining(told.flatMap(({ change }) => change?.action ?? [])))
    }
  })
})
