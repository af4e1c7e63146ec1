import { describe, expect, it } from 'vitest'
import type { JudgedByMethod, TestedSeries } from '../../../../src/domain/analysis/edition-analysis.ts'
import type { Dimension } from '../../../../src/domain/editions/holdings.ts'
import { layOutCard } from '../../../../src/features/themes/card-layout.ts'
import { chooseType } from '../../../../src/features/themes/choose-type.ts'
import { buildHeatTable, shareOf, tableNote } from '../../../../src/features/themes/heat-table.ts'
import { buildRareTypes } from '../../../../src/features/themes/rare-types.ts'
import { roundScale } from '../../../../src/features/themes/round-scale.ts'
import {
  buildThemeCards,
  figureInShort,
  type ThemeCard,
} from '../../../../src/features/themes/theme-cards.ts'
import {
  standingOutIn,
  writeCardsNote,
  writeThemeFinding,
  writeThemeStandfirst,
} from '../../../../src/features/themes/theme-words.ts'
import { buildTownCards } from '../../../../src/features/themes/town-cards.ts'
import { aPoint, aSeries } from '../../../support/a-series.ts'
import { aSeriesAnalysis } from '../../../support/an-analysis.ts'

const kpi = { frequency: 'month' as const, breaks: [] }
const member = (id: string, label = id) => ({ id, label, level: null })
const types: Dimension = {
  id: 'type',
  label: 'Type of abuse',
  members: [member('Physical'), member('Neglect'), member('Domestic'), member('Self-neglect')],
}
const towns: Dimension = {
  id: 'type+town',
  label: 'Type town',
  members: [
    member('Self-neglect \u00b7 Ealing', 'Self-neglect \u00b7 Ealing (town)'),
    member('Self-neglect \u00b7 Southall'),
    member('Physical \u00b7 Southall'),
  ],
}
const ofType = (id: string, values: (number | null)[]) =>
  aSeries(values, { kpi: 'sg-type', dimension: 'type', member: id })
const ofTown = (id: string, values: number[]) =>
  aSeries(values, { kpi: 'sg-type', dimension: 'type+town', member: id })
const series = [
  ofType('Physical', [15, 18]),
  ofType('Neglect', [30, 35]),
  ofType('Domestic', [9, 10]),
  ofType('Self-neglect', [31, 32]),
]
const inSouthall: TestedSeries = {
  kpi: 'sg-type',
  dimension: 'type+town',
  member: 'Self-neglect \u00b7 Southall',
  label: 'Self-neglect \u00b7 Southall',
  tested: 'series',
  pValue: 0.00001,
  qValue: 0.0001,
  flagged: true,
  change: {
    kind: 'drift',
    direction: 1,
    since: '2024-10',
    meaning: 'neutral',
    sentence: 'Self-neglect in Southall: drifting up since Oct 2024.',
    history: [],
    before: 5,
    after: 11,
    expected: null,
    meetsTarget: null,
    action: null,
  },
}
const notFlagged: TestedSeries = {
  ...inSouthall,
  dimension: 'type',
  member: 'Physical',
  flagged: false,
  change: null,
}
const domesticStandsOut = aSeriesAnalysis({
  dimension: 'type',
  member: 'Domestic',
  segments: [],
  variation: 'special_cause_neutral_high',
})
const sources = { kpi, dimension: types, series, analyses: [domesticStandsOut], flagged: [inSouthall] }
const cards = () => buildThemeCards(sources)?.cards ?? []

describe('buildThemeCards', () => {
  it('puts the flagged first, then what stands out from its limits, then the largest', () => {
    expect(cards().map(({ label }) => label)).toEqual(['Self-neglect', 'Domestic', 'Neglect', 'Physical'])
  })

  it('gives all categories one scale from zero', () => {
    expect(buildThemeCards(sources)?.scale).toEqual({ upper: 40, ticks: [0, 20, 40] })
  })

  it('keeps three years, and a month that is not held as missing', () => {
    const long = ofType(
      'Physical',
      Array.from({ length: 42 }, () => 5),
    )
    const gap = { ...long, points: long.points.filter(({ period }) => period !== '2025-08') }
    const model = buildThemeCards({ ...sources, series: [gap, ofType('Neglect', [1, 2])] })
    expect(model?.periods).toHaveLength(36)
    const physical = model?.cards.find((card) => card.member === 'Physical')
    expect(physical?.points.at(-2)).toMatchObject({ period: '2025-08', value: null, availability: 'missing' })
  })

  it('is nothing where nothing is held', () => {
    expect(buildThemeCards({ ...sources, series: [] })).toBeNull()
  })

  it('reads a withheld figure as withheld', () => {
    expect(figureInShort(aPoint({ value: null, availability: 'suppressed' }))).toBe('[c]')
    expect(figureInShort(aPoint({ value: 0, provisional: true }))).toBe('0 [p]')
  })
})

describe('the size of a place, counted by the quarter', () => {
  it('is that of its last four quarters, not of its last twelve', () => {
    const quarters = (member: string, before: number, now: number) => ({
      ...aSeries([], { kpi: 'sg-type', dimension: 'type', member }),
      points: Array.from({ length: 12 }, (_, index) =>
        aPoint({
          period: `${2022 + Math.floor(index / 4)}-Q${(index % 4) + 1}`,
          value: index < 8 ? before : now,
        }),
      ),
    })
    const held = [quarters('Physical', 100, 86), quarters('Neglect', 40, 89)]
    const model = buildThemeCards({
      ...sources,
      kpi: { frequency: 'quarter', breaks: [] },
      series: held,
      analyses: [],
      flagged: [],
    })
    expect(model?.cards.map(({ label }) => label)).toEqual(['Neglect', 'Physical'])
  })
})

describe('what is said above the pictures', () => {
  const byMethod: JudgedByMethod = {
    method: 'p chart of shares',
    because: 'not-monthly',
    reason: '',
    rule: '',
    since: null,
    direction: 0,
  }
  const card = (n: number | null, changes: Partial<ThemeCard>) => ({
    points: [{ ...aPoint({ value: 20, n }), startsAnew: false }],
    ...{ segments: [], analysis: aSeriesAnalysis({ byMethod }) },
    ...changes,
  })
  const range = {
    ...{ from: '2025-01', to: '2025-09', mean: 5, lower: 1, upper: 9, isTrial: false, reason: null },
  }

  it('tells of a usual range where one is drawn, and how those without are judged', () => {
    expect(writeCardsNote([card(70, {})], 'places', 'quarter')).toMatch(
      /last year\. Hollow: provisional\. Each place is judged by its share of all enquiries concluded in the quarter/,
    )
    expect(writeCardsNote([card(70, {}), card(70, { segments: [range] })], 'types', 'month')).toMatch(
      /Ribbon with short dashes: usual range.*A type without a ribbon is judged by its share/,
    )
    expect(writeCardsNote([card(null, {})], 'places', 'quarter')).not.toMatch(/share/)
  })
})

describe('buildTownCards', () => {
  const held = [
    ofTown('Self-neglect \u00b7 Ealing', [4, 20]),
    ofTown('Self-neglect \u00b7 Southall', [9, 14]),
    ofTown('Physical \u00b7 Southall', [90, 90]),
  ]
  const model = buildTownCards({ kpi, dimension: towns, series: held, flagged: [inSouthall] }, 'Self-neglect')

  it('shows one type alone, the flagged town first, and tells the town of Ealing from the borough', () => {
    expect(model?.cards.map(({ label }) => label)).toEqual(['Southall', 'Ealing (town)'])
    expect(model?.scale.upper).toBe(20)
  })
})

describe('chooseType', () => {
  it('takes the type of the address, else that of the strongest flag, else the first', () => {
    expect(chooseType({ dimension: types }, 'Domestic', [inSouthall])?.id).toBe('Domestic')
    expect(chooseType({ dimension: types }, undefined, [inSouthall])?.id).toBe('Self-neglect')
    expect(chooseType({ dimension: types }, undefined, [])?.id).toBe('Physical')
  })

  it('names a type that is not held', () => {
    expect(chooseType({ dimension: types }, 'Neglekt', [])).toEqual({
      id: 'Physical',
      label: 'Physical',
      unknown: 'Neglekt',
    })
  })
})

describe('layOutCard', () => {
  const point = { availability: 'present', provisional: false, n: null, startsAnew: false } as const
  const of = (values: (number | null)[], anew = -1) => ({
    points: values.map((value, row) => ({
      ...point,
      period: `2025-0${row + 1}`,
      value,
      startsAnew: row === anew,
    })),
    segments: [],
    special: [],
  })

  it('joins no figures over a gap', () => {
    expect(layOutCard(of([1, 2, null, 4, 5]), 10).lines).toHaveLength(2)
    expect(layOutCard(of([1, null, 4]), 10).lone).toHaveLength(2)
  })

  it('joins no figures over a change of definition', () => {
    expect(layOutCard(of([1, 2, 4, 5], 2), 10).lines).toHaveLength(2)
  })
})

describe('buildHeatTable', () => {
  const withBase = (value: number | null, n: number | null) => ({
    ...aSeries([]),
    kpi: 'sg-type',
    dimension: 'type',
    member: 'Physical',
    points: [
      aPoint({ value, n, availability: value === null ? 'suppressed' : 'present', provisional: true }),
    ],
  })
  const tableOf = (value: number | null, n: number | null, isRounded = false) =>
    buildHeatTable(
      buildThemeCards({ ...sources, series: [withBase(value, n)] })?.cards ?? [],
      'month',
      isRounded,
    )

  it('gives count, share and base in each column', () => {
    const table = tableOf(32, 78)
    expect(table.columns[0]).toMatchObject({ label: 'Sep 2025', base: '78', isProvisional: true })
    // 32 ÷ 78 = 41.03%
    expect(table.rows[0]?.cells[0]).toMatchObject({ count: '32', share: '41%', depth: 5 })
  })

  it('says nothing of a withheld figure, in word or shade', () => {
    expect(tableOf(null, null, true).rows[0]?.cells[0]).toMatchObject({ count: '[c]', share: null, depth: 0 })
  })

  it('gives no share of rounded counts that may be another, and no shade, and says why', () => {
    // 28 to 32 of 78 to 82 are 34% to 41%
    const table = tableOf(30, 80, true)
    expect(table.rows[0]?.cells[0]).toMatchObject({ count: '30', share: null, depth: 0 })
    expect(table.hasShares).toBe(false)
    expect(tableNote(table, 'month', true)).toMatch(/No shares are shown: .* could be several percent out/)
    // 798 to 802 of 1,998 to 2,002 are 39.9% to 40.1%
    expect(tableOf(800, 2000, true).rows[0]?.cells[0]).toMatchObject({ share: '40%', depth: 5 })
    expect(tableNote(tableOf(800, 2000, true), 'month', true)).toMatch(/only where rounding cannot move them/)
  })

  it('takes a share of exact counts as they are, and none of nothing', () => {
    expect(shareOf({ value: 10, n: 15 }, false)).toBeCloseTo(66.67, 2)
    expect(shareOf({ value: 0, n: 0 }, false)).toBeNull()
  })
})

describe('buildRareTypes', () => {
  it('counts only what is too rare for the month, over twelve months at a time', () => {
    const years = [
      ofType(
        'Domestic',
        Array.from({ length: 36 }, () => 2),
      ),
      ofType('Physical', [15, 18]),
    ]
    const model = buildThemeCards({ ...sources, series: years, analyses: [] })
    const table = buildRareTypes(kpi, model?.cards ?? [], years)
    expect(table?.rows.map(({ label }) => label)).toEqual(['Domestic'])
    expect(table?.ends.at(-1)?.label).toBe('Sep 2025')
    expect(table?.rows[0]?.counts.at(-1)).toEqual({ period: '2025-09', count: '24', share: null })
  })
})

describe('roundScale', () => {
  it('is the lowest round top that holds the highest', () => {
    expect(roundScale(41.3)).toEqual({ upper: 50, ticks: [0, 25, 50] })
    expect(roundScale(14)).toEqual({ upper: 15, ticks: [0, 15] })
    expect(roundScale(107)).toEqual({ upper: 120, ticks: [0, 60, 120] })
    expect(roundScale(0)).toEqual({ upper: 1, ticks: [0, 1] })
  })
})

describe('the words of the page', () => {
  const nothing = { judged: 0, names: [] }

  it('lead with the strongest flag', () => {
    expect(writeThemeFinding([inSouthall, notFlagged], nothing)).toBe(
      'Self-neglect in Southall: drifting up since Oct 2024',
    )
    expect(writeThemeStandfirst([inSouthall, notFlagged], 0.065, 'exact')).toMatch(
      /^One of two tested series of these themes is flagged for recent change\. Expect about 1 in 15/,
    )
  })

  it('say of what is not flagged what limits say of it, and grade nothing', () => {
    const out = { judged: 8, names: ['Domestic', 'Psychological'] }
    expect(writeThemeFinding([notFlagged], out)).toBe(
      'Domestic and Psychological stand out from what is usual for them',
    )
    expect(writeThemeFinding([notFlagged], { judged: 9, names: ['A', 'B', 'C', 'D'] })).toBe(
      'Four types and places stand out from what is usual for them',
    )
    expect(writeThemeStandfirst([notFlagged], 0.065, 'exact', out)).not.toMatch(/no proof/)
    expect(writeThemeFinding([notFlagged, notFlagged], { ...nothing, judged: 8 })).toBe(
      'None of two types and places tested shows a recent change',
    )
  })

  it('name as standing out whoever is judged to, and nobody who is not judged', () => {
    const special = { variation: 'special_cause_neutral_high' } as const
    const analyses = [
      aSeriesAnalysis({ dimension: 'type', member: 'Domestic', ...special }),
      aSeriesAnalysis({ dimension: 'type', member: 'Physical', variation: 'common_cause' }),
      aSeriesAnalysis({ dimension: 'type', member: 'Elsewhere', ...special }),
    ]
    const { dimension } = sources
    expect(standingOutIn([{ theme: { dimension }, analyses }])).toEqual({ judged: 2, names: ['Domestic'] })
  })

  it('never take what could not be tested for what has not changed', () => {
    const mixAlone = { ...notFlagged, tested: 'mix' } as const
    expect(writeThemeFinding([mixAlone], nothing)).toBe(
      'No safeguarding theme could be tested for recent change',
    )
    expect(writeThemeFinding([mixAlone], { ...nothing, judged: 9 })).toBe(
      'No evidence of real change in any type or place that can be judged',
    )
    expect(writeThemeStandfirst([mixAlone], 0.065, 'protected')).toMatch(/small counts are withheld/)
  })
})
