import { describe, expect, it } from 'vitest'
import { db } from '../../../../mocks/db.ts'
import { publishAll } from '../../../../mocks/edition-tables.ts'
import { analyseEdition } from '../../../../src/domain/analysis/analyse-edition.ts'
import { highsAndLows } from '../../../../src/domain/findings/highs-and-lows.ts'
import { aCouncil } from '../../../support/a-council.ts'
import { toldApart } from '../../../support/told-apart.ts'

const { tables } = db

/** The figures of a whole that its row shows to the panel. */
function figuresOf(published: typeof tables, id: string) {
  const [whole] = published.readSeries(
    1,
    'protected',
    ({ kpi, dimension }) => kpi === id && dimension === 'borough',
  )
  const points = whole?.points.slice(-36) ?? []
  return points.flatMap(({ period, value }) => (value === null ? [] : [{ period, value }]))
}

describe('officers and the panel', () => {
  it.each(tables.editions)('read one story of edition $number', ({ number, dataAsAt }) => {
    expect(toldApart(tables, number, dataAsAt)).toEqual([])
  })

  it('would read two of quarters that show no change where months do, which the check finds', () => {
    const inQuarters = {
      period: '2025-Q2',
      variation: 'common_cause',
      direction: 0,
      words: 'in quarters',
    } as const
    const rows = tables
      .readAnalysis(5, 'protected')
      .rows.map((row) => (row.kpi === 'provider-high-risk' ? { ...row, coarser: inQuarters } : row))
    const planted: typeof tables = {
      ...tables,
      readAnalysis: (edition, audience) => {
        const own = tables.readAnalysis(edition, audience)
        return audience === 'exact' ? own : { ...own, rows }
      },
    }
    expect(toldApart(planted, 5, tables.editions[4]?.dataAsAt ?? '')).toEqual([
      'provider-high-risk, in quarters: officers read special_cause_improvement, the panel common_cause',
    ])
  })

  it('would read two of figures judged as they are published, which the check finds', () => {
    const kinds = new Set<string>()
    for (let seed = 0; seed < 30; seed += 1) {
      const council = aCouncil(seed)
      const published = publishAll([council], 'Invented')
      const alone = analyseEdition({
        kpis: published.readKpis(1, 'protected'),
        plan: published.readPlan(1, 'protected'),
        series: published.readSeries(1, 'protected', () => true),
        actions: [],
        audience: 'protected',
        asOf: council.dataAsAt,
      })
      // highs, lows and the category shown, as each page would find them in its own figures
      const rows = alone.rows.map(({ category: _, ...row }) => ({
        ...row,
        extremes: highsAndLows(figuresOf(published, row.kpi)),
      }))
      const asPublished = {
        ...published,
        readAnalysis: (edition: number, audience: 'exact' | 'protected') =>
          audience === 'exact' ? published.readAnalysis(edition, audience) : { ...alone, rows },
      }
      for (const fault of toldApart(asPublished, 1, council.dataAsAt)) {
        kinds.add(/(?<=, )[a-z ]+(?=: )/.exec(fault)?.[0] ?? /officers read|flag/.exec(fault)?.[0] ?? 'flag')
      }
    }
    expect([...kinds].toSorted()).toEqual([
      'ahead',
      'category',
      'chance',
      'chances',
      'claim',
      'flag',
      'high or low',
      'kept',
      'movement',
      'officers read',
      'plan',
      'promise',
      'range',
      'range of the row',
      'run',
      'since',
      'target',
    ])
  })
})
