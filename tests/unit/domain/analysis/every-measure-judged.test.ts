import { describe, expect, it } from 'vitest'
import { db } from '../../../../mocks/db.ts'
import { audiences } from '../../../../src/domain/editions/publication.ts'

const { editions } = db.tables
const latest = editions.at(-1)?.number ?? 0
const rowsOf = (edition: number, audience: (typeof audiences)[number]) =>
  db.tables.readAnalysis(edition, audience).rows

describe('every measure judged', () => {
  it.each([
    ['exact', 46],
    ['protected', 44],
  ] as const)('of the latest edition: %s, at least %i of 48', (audience, least) => {
    const rows = rowsOf(latest, audience)
    expect(rows).toHaveLength(48)
    expect(rows.filter(({ variation }) => variation !== null).length).toBeGreaterThanOrEqual(least)
  })

  it('of every edition for the panel at least 44 of 48, but for the first, with quarters where these may be told', () => {
    const judged = editions.map(({ number }) => {
      const rows = rowsOf(number, 'protected')
      // one of the two: months and quarters are never both told of
      expect(rows.filter(({ variation, coarser }) => variation !== null && coarser)).toEqual([])
      return rows.filter(({ variation, coarser }) => variation !== null || coarser !== undefined).length
    })
    expect(judged).toEqual([42, 46, 45, 45, 44])
  })

  it('says of quarters what officers read of months, in every edition', () => {
    const told = editions.flatMap(({ number }) => {
      const exact = new Map(rowsOf(number, 'exact').map((row) => [row.kpi, row.variation]))
      return rowsOf(number, 'protected').flatMap(({ kpi, coarser }) =>
        coarser ? [{ number, kpi, panel: coarser.variation, officers: exact.get(kpi) }] : [],
      )
    })
    expect(told.map(({ number, kpi }) => `${number} ${kpi}`)).toEqual([
      '1 unallocated-high',
      '2 unallocated-high',
      '3 unallocated-high',
    ])
    for (const { kpi, panel, officers } of told) expect(panel, kpi).toBe(officers)
  })

  it('draws quarters alone in what is told of quarters', () => {
    const { kpis } = db.tables.readAnalysis(latest, 'protected')
    const told = kpis.flatMap(({ coarser }) => coarser ?? [])
    expect(told.length).toBeGreaterThan(3)
    for (const { points } of told) for (const { period } of points) expect(period).toMatch(/^\d{4}-Q[1-4]$/)
    expect(db.tables.readAnalysis(latest, 'exact').kpis.filter(({ coarser }) => coarser)).toEqual([])
  })

  it('leaves a latest figure unjudged for want of it, or of enough before it, and for nothing else', () => {
    for (const audience of audiences) {
      const why = rowsOf(latest, audience).flatMap(({ notJudged }) => notJudged?.because ?? [])
      for (const because of why) expect(['latest-missing', 'overdue', 'too-few-points']).toContain(because)
    }
  })

  it('says the same of change to everybody, in every edition, wherever everybody has the latest figure', () => {
    for (const { number } of editions) {
      const exact = new Map(rowsOf(number, 'exact').map((row) => [row.kpi, row]))
      const apart = rowsOf(number, 'protected').filter(({ kpi, variation, notJudged, category }) => {
        const own = exact.get(kpi)
        return (
          notJudged === null && category?.member === own?.category?.member && variation !== own?.variation
        )
      })
      expect(apart.map(({ kpi }) => kpi)).toEqual([])
    }
  })

  it('says of a milestone’s measure what officers read, or that it is not judged where rounding hides it', () => {
    const notJudged = 'done-measure-not-judged'
    const ofChange = new Set(['done-no-effect-yet', notJudged, 'done-measure-improving'])
    for (const { number } of editions) {
      const impactsOf = (audience: (typeof audiences)[number]) =>
        db.tables.readAnalysis(number, audience).impacts.filter(({ state }) => ofChange.has(state))
      const exact = new Map(impactsOf('exact').map(({ milestone, state }) => [milestone, state]))
      const apart = impactsOf('protected').filter(
        ({ milestone, state }) =>
          state !== notJudged && exact.has(milestone) && exact.get(milestone) !== state,
      )
      expect(apart.map(({ milestone }) => milestone)).toEqual([])
    }
  })
})
