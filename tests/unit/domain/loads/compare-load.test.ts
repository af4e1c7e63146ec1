import { describe, expect, it } from 'vitest'
import type { RowAnalysis } from '../../../../src/domain/analysis/edition-analysis.ts'
import type { FigureVersion } from '../../../../src/domain/figures/figure.ts'
import { type ComparedSet, compareLoad, mostRestated } from '../../../../src/domain/loads/compare-load.ts'
import { aFigure } from '../../../support/a-figure.ts'
import { aDescribedKpi } from '../../../support/a-kpi.ts'
import { aRowAnalysis } from '../../../support/a-row.ts'

const kpi = aDescribedKpi({ id: 'ot-waiting', name: 'Waiting for OT' })
const set = (number: number, row?: Partial<RowAnalysis>): ComparedSet => ({
  number,
  kpis: [kpi],
  rows: new Map(row ? [['ot-waiting', aRowAnalysis(row)]] : []),
})

/** The figure as it stands in edition 1, and as it would in edition 2; null where it is not held. */
function pair(was: Partial<FigureVersion> | null, is: Partial<FigureVersion> | null, period = '2025-08') {
  const version = (changes: Partial<FigureVersion>, firstEdition: number, lastEdition: number | null) => ({
    ...aFigure({ kpi: 'ot-waiting', period }),
    revised: false,
    previousValue: null,
    ...changes,
    firstEdition,
    lastEdition,
  })
  return [...(was ? [version(was, 1, 1)] : []), ...(is ? [version(is, 2, null)] : [])]
}

const compare = (versions: readonly FigureVersion[]) => compareLoad('exact', set(1), set(2), versions)
const withheld = { availability: 'suppressed', value: null } as const
const missing = { availability: 'missing', value: null } as const

describe('what a load would change', () => {
  it('counts each figure by what becomes of it', () => {
    const { measures } = compare([
      ...pair(null, { value: 5 }, '2025-01'),
      ...pair(null, withheld, '2025-02'),
      ...pair({ value: 5 }, { value: 6 }, '2025-03'),
      ...pair({ value: 5 }, withheld, '2025-04'),
      ...pair({ value: 5 }, missing, '2025-05'),
      ...pair(withheld, { value: 7 }, '2025-06'),
    ])
    expect(measures).toEqual([
      {
        kpi: 'ot-waiting',
        name: 'Waiting for OT',
        newFigures: 2,
        newWithheld: 1,
        replaced: 4,
        nowWithheld: 1,
        vanished: 1,
        newlyShown: 1,
      },
    ])
  })

  it('names a final figure that would be another, and a provisional one only by more than a tenth', () => {
    const { restated } = compare([
      ...pair({ value: 400, provisional: false }, { value: 401 }, '2025-01'),
      // a tenth of 400 is 40: 440 settles, 441 is named
      ...pair({ value: 400, provisional: true }, { value: 440 }, '2025-02'),
      ...pair({ value: 400, provisional: true }, { value: 441 }, '2025-03'),
      ...pair({ value: 400, provisional: false }, withheld, '2025-04'),
      ...pair({ value: 400, provisional: true }, { value: 400, provisional: false }, '2025-05'),
    ])
    expect(
      restated.map(({ period, before, after, wasProvisional }) => [period, before, after, wasProvisional]),
    ).toEqual([
      ['2025-01', '400', '401', false],
      ['2025-03', '400', '441', true],
      ['2025-04', '400', '[c] withheld', false],
    ])
  })

  it('names the borough first, and counts what it does not name', () => {
    const towns = Array.from({ length: mostRestated + 3 }, (_, index) =>
      pair(
        { value: 10, dimension: 'town', member: `T${index}`, provisional: false },
        { value: 11, dimension: 'town', member: `T${index}` },
      ),
    ).flat()
    const { restated, furtherRestated } = compare([
      ...towns,
      ...pair({ value: 400, provisional: false }, { value: 401 }),
    ])
    expect(restated[0]).toMatchObject({ dimension: 'borough', before: '400' })
    expect([restated.length, furtherRestated]).toEqual([mostRestated, 4])
  })

  it('sets verdicts side by side where another thing is said, and overdue measures apart', () => {
    const said = (row: Partial<RowAnalysis>, then: Partial<RowAnalysis>) => {
      const { verdicts, newlyOverdue } = compareLoad('exact', set(1, row), set(2, then), [])
      return [
        verdicts.map(({ before, after }) => `${before} → ${after}`),
        newlyOverdue.map(({ name }) => name),
      ]
    }
    const level: Partial<RowAnalysis> = {
      variation: 'common_cause',
      headline: 'No evidence of real change',
      notJudged: null,
    }
    const worse: Partial<RowAnalysis> = {
      variation: 'special_cause_concern',
      headline: 'Getting worse: above its usual range',
    }
    expect(said(level, { ...level, ...worse })).toEqual([
      ['No evidence of real change → Getting worse: above its usual range'],
      [],
    ])
    expect(said(level, { ...level, headline: 'No evidence of real change since June' })).toEqual([[], []])
    const overdue: Partial<RowAnalysis> = {
      ...level,
      notJudged: { because: 'overdue', reason: 'r' },
      headline: 'Overdue',
    }
    expect(said(level, overdue)).toEqual([[], ['Waiting for OT']])
    expect(said(overdue, overdue)).toEqual([[], []])
  })
})
