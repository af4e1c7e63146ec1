import { describe, expect, it } from 'vitest'
import {
  changeInWords,
  gapInWords,
  lastGapInWords,
  writeGapFinding,
} from '../../../../src/domain/gaps/gap-words.ts'
import { type GroupGap, gapsBetweenGroups } from '../../../../src/domain/gaps/group-gaps.ts'
import { signOf } from '../../../../src/domain/gaps/share-gap.ts'
import { addPeriods } from '../../../../src/domain/periods/period.ts'
import { aSeries } from '../../../support/a-series.ts'

const members = [
  { id: 'Asian', label: 'Asian or Asian British' },
  { id: 'White', label: 'White' },
]

/** So many of so many in each month up to September 2025. */
function aGroup(member: string, months: readonly (readonly [number, number] | null)[]) {
  const points = months.map((counts, index) => {
    const period = addPeriods('2025-09', index - months.length + 1)
    const [point] = aSeries([counts ? (100 * counts[0]) / counts[1] : null], { last: period }).points
    if (!point) throw new Error('a series of one figure has one')
    return { ...point, numerator: counts?.[0] ?? null, denominator: counts?.[1] ?? null }
  })
  return { ...aSeries([], { dimension: 'ethnicity', member }), points }
}
const months = (counts: readonly [number, number] | null, count: number) =>
  Array.from({ length: count }, () => counts)
const gapsOf = (
  asian: ReturnType<typeof months>,
  white: ReturnType<typeof months>,
  rounding = 0,
  counted: 'once' | 'again' = 'once',
) =>
  gapsBetweenGroups({
    frequency: 'month',
    members,
    series: [aGroup('Asian', asian), aGroup('White', white)],
    whole: aGroup(
      'Ealing',
      asian.map((counts, month) => {
        const other = white[month]
        return other ? ([(counts?.[0] ?? 0) + other[0], (counts?.[1] ?? 0) + other[1]] as const) : null
      }),
    ),
    counted,
    rounding,
  }) ?? []
const asian = (gaps: readonly GroupGap[]) => {
  const [gap] = gaps
  if (!gap) throw new Error('two groups are compared')
  return gap
}

describe('gapsBetweenGroups', () => {
  it('adds up twelve months before it compares', () => {
    // 5 of 10 each month against 8 of 10: 60 of 120 against 96 of 120
    const last = asian(gapsOf(months([5, 10], 12), months([8, 10], 12))).points.at(-1)
    expect(last).toMatchObject({
      kind: 'gap',
      period: '2025-09',
      group: { numerator: 60, denominator: 120 },
      rest: { numerator: 96, denominator: 120 },
    })
  })

  it('compares nothing where a year holds too few, or a month is not there', () => {
    expect(asian(gapsOf(months([1, 2], 12), months([8, 10], 12))).points.at(-1)?.kind).toBe('too-small')
    const gap = [...months([5, 10], 6), null, ...months([5, 10], 5)]
    expect(asian(gapsOf(gap, months([8, 10], 12))).points.at(-1)?.kind).toBe('not-held')
  })

  it('asks nothing of measures that hold no counts', () => {
    const series = members.map(({ id }) => aSeries([40, 41], { dimension: 'ethnicity', member: id }))
    expect(
      gapsBetweenGroups({
        frequency: 'month',
        members,
        series,
        whole: aSeries([40]),
        counted: 'once',
        rounding: 0,
      }),
    ).toBeNull()
  })

  it('widens the interval where counts are rounded, until it cannot tell', () => {
    const [plain, rounded] = [0, 2.5].map((rounding) =>
      asian(gapsOf(months([5, 10], 12), months([8, 10], 12), rounding)),
    )
    expect(plain && lastGapInWords(plain)).toMatch(/^30\.0 percentage points below everybody else/)
    expect(rounded && lastGapInWords(rounded)).toMatch(/^no gap that can be told from chance/)
  })

  it('rests on one count where the same people are counted again', () => {
    // 60 of 120 in a year: 5 of 10 in an average month is too few
    expect(asian(gapsOf(months([5, 10], 12), months([8, 10], 12), 0, 'again')).points.at(-1)?.kind).toBe(
      'too-small',
    )
    const [once, again] = (['once', 'again'] as const).map((counted) =>
      asian(gapsOf(months([150, 500], 12), months([180, 500], 12), 0, counted)).points.at(-1),
    )
    expect(again).toMatchObject({ group: { numerator: 150, denominator: 500 } })
    // √12 times as wide: 6 points below, told of twelve months of events and not of one group of people
    expect(once?.kind === 'gap' && signOf(once.interval)).toBe(-1)
    expect(again?.kind === 'gap' && signOf(again.interval)).toBe(0)
  })

  it('shows a group whose counts are all withheld as not held', () => {
    const gaps = gapsOf(months(null, 12), months([8, 10], 12))
    expect(gaps.map(({ label }) => label)).toEqual(['Asian or Asian British', 'White'])
    expect(asian(gaps).points.at(-1)?.kind).toBe('not-held')
  })

  it('compares nothing where the group does not fit into the whole, unless rounding explains it', () => {
    // everybody else: 95 − 100 of 220 − 120
    const unlike = (rounding: number) => {
      const [gap] =
        gapsBetweenGroups({
          frequency: 'year',
          members: members.slice(0, 1),
          series: [aGroup('Asian', [[100, 120]])],
          whole: aGroup('Ealing', [[95, 220]]),
          counted: 'once',
          rounding,
        }) ?? []
      return gap?.points.at(-1)
    }
    expect(unlike(0)?.kind).toBe('not-held')
    expect(unlike(2.5)).toMatchObject({ kind: 'gap', rest: { numerator: 0, denominator: 100 } })
  })
})

describe('gapInWords', () => {
  it('tells no gap, and no end of one, as nought', () => {
    expect(gapInWords({ difference: 0.04, lower: 0.01, upper: 0.07 })).toBe(
      '0.04 percentage points above everybody else (0.01 to 0.07)',
    )
    expect(gapInWords({ difference: -4.2, lower: -7.3, upper: -1.1 })).toBe(
      '4.2 percentage points below everybody else (1.1 to 7.3)',
    )
    expect(gapInWords({ difference: 1, lower: -0.02, upper: 2 })).toMatch(/from 0\.02 points below to 2\.00/)
  })
})

describe('changeInWords', () => {
  const years = (before: [number, number], now: [number, number]) => [
    ...months(before, 12),
    ...months(now, 12),
  ]
  const others = months([16, 20], 24)
  const words = (before: [number, number], now: [number, number]) =>
    changeInWords(asian(gapsOf(years(before, now), others)))

  it('widens or narrows only what could be told in both years', () => {
    expect(words([8, 20], [1, 20])).toBe(
      'The gap has widened in a year: it was 40.0 percentage points below.',
    )
    expect(words([1, 20], [8, 20])).toBe(
      'The gap has narrowed in a year: it was 75.0 percentage points below.',
    )
  })

  it('says where a gap opened, or can no longer be told', () => {
    expect(words([16, 20], [8, 20])).toBe(
      'A gap has opened in a year: before, none could be told from chance.',
    )
    expect(words([8, 20], [16, 20])).toBe(
      'The gap has narrowed in a year: it was 40.0 percentage points below, and can no longer be told from chance.',
    )
  })

  it('says nothing stronger where the years cannot be told apart, or are not held', () => {
    expect(words([8, 20], [8, 20])).toBe('No evidence that the gap has changed in a year.')
    expect(changeInWords(asian(gapsOf(months([5, 10], 12), months([8, 10], 12))))).toBeNull()
  })
})

describe('writeGapFinding', () => {
  const [first] = gapsOf(months([5, 10], 12), months([8, 10], 12))
  if (!first) throw new Error('two groups are compared')
  const group = (label: string, difference: number, half = 4): GroupGap => ({
    ...first,
    label,
    points: first.points.map((point) =>
      point.kind === 'gap'
        ? { ...point, interval: { difference, lower: difference - half, upper: difference + half } }
        : point,
    ),
  })

  it('leads with the widest gap of those that are worse off, which the direction of the measure decides', () => {
    const gaps = [group('Mixed', 11.5), group('Asian', -10.4), group('Black', -6), group('White', -2)]
    expect(writeGapFinding('Seen in time', gaps, 'up')).toMatch(/^Seen in time: Asian, 10\.4 .* below/)
    expect(writeGapFinding('Waiting too long', gaps, 'down')).toMatch(/: Mixed, 11\.5 .* above/)
    expect(writeGapFinding('Cases closed', gaps, 'neutral')).toMatch(/: Mixed, 11\.5 .* above/)
    // nobody is worse off beyond chance: the widest of all
    expect(writeGapFinding('Seen in time', [group('Mixed', 11.5), group('White', -2)], 'up')).toMatch(
      /: Mixed, 11\.5/,
    )
  })

  it('says that known groups have no gap where those have one of whom the group is not known', () => {
    const gaps = [group('Asian', 1, 5), group('White', -1, 5), group('Not stated', -27, 7)]
    expect(writeGapFinding('Seen in time', gaps, 'up')).toBe(
      'Seen in time: no gap between groups that are known that can be told from chance',
    )
  })

  it('names the plainest gap, and never more than the interval allows', () => {
    const plain = gapsOf(months([5, 10], 12), months([8, 10], 12))
    expect(writeGapFinding('Started in time', plain, 'up')).toMatch(
      /^Started in time: Asian or Asian British, 30\.0 percentage points below everybody else \(14\.2 to 43\.8\), in the year to Sep 2025$/,
    )
    const alike = gapsOf(months([5, 10], 12), months([5, 10], 12))
    expect(writeGapFinding('Started in time', alike, 'up')).toBe(
      'Started in time: no gap between groups that can be told from chance',
    )
    expect(
      writeGapFinding(
        'Started in time',
        [...alike, { ...alike[0], label: 'Small', points: [] } as GroupGap],
        'up',
      ),
    ).toBe(
      `Started in time: only ${alike.length} of ${alike.length + 1} groups can be compared, with no gap that can be told from chance`,
    )
    const small = gapsOf(months([1, 2], 12), months([1, 2], 12))
    expect(writeGapFinding('Started in time', small, 'up')).toBe(
      'Started in time: too small, or too much withheld, to compare groups',
    )
  })

  it('says how many of its months may still change, of a group or of the whole', () => {
    const softened = (provisional: number, other: readonly [number, number]) => {
      const [group, rest] = [months([5, 10], 12), months(other, 12)]
      const whole = aGroup('Ealing', months([5 + other[0], 10 + other[1]], 12))
      return gapsBetweenGroups({
        frequency: 'month',
        members,
        series: [aGroup('Asian', group), aGroup('White', rest)],
        whole: {
          ...whole,
          points: whole.points.map((point, row) => ({ ...point, provisional: row >= 12 - provisional })),
        },
        counted: 'once',
        rounding: 0,
      })
    }
    const finding = (provisional: number, other: readonly [number, number] = [8, 10]) =>
      writeGapFinding('Started in time', softened(provisional, other) ?? [], 'up')
    expect(finding(0)).toMatch(/, in the year to Sep 2025$/)
    expect(finding(1)).toMatch(/, in the year to Sep 2025, one of whose months may still change$/)
    expect(finding(2)).toMatch(/, two of whose months may still change$/)
    expect(finding(12)).toMatch(/, whose figures may all still change$/)
    expect(finding(2, [5, 10])).toBe(
      'Started in time: no gap between groups that can be told from chance, in the year to Sep 2025, two of whose months may still change',
    )
  })
})
