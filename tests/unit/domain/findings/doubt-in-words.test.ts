import { describe, expect, it } from 'vitest'
import { judgeSeries } from '../../../../src/domain/analysis/judge-series.ts'
import { reachInWords } from '../../../../src/domain/findings/ahead-words.ts'
import { type FindingState, meaningOf } from '../../../../src/domain/findings/finding-state.ts'
import { seenInWords } from '../../../../src/domain/findings/method-words.ts'
import { changeInWords } from '../../../../src/domain/findings/write-finding.ts'
import { writeHeadline } from '../../../../src/domain/findings/write-headline.ts'
import type { ReachChances } from '../../../../src/domain/forecast/reached-target.ts'
import { formatDifference, formatValueInWords } from '../../../../src/domain/measures/format.ts'
import { findMovement } from '../../../../src/domain/movement/find-movement.ts'
import { periodRange } from '../../../../src/domain/periods/period.ts'
import { aDescribedKpi } from '../../../support/a-kpi.ts'
import { aSeries } from '../../../support/a-series.ts'

const people = { unit: 'count', decimals: 0 } as const
const testReach: ReachChances = {
  kind: 'chances',
  sustain: 3,
  run: 0,
  metLately: 3,
  inOne: 0.08,
  everBy: null,
  keptBy: null,
  everWithin: 0.6,
  keptWithin: 0.02,
  earliest: null,
  median: null,
  latest: null,
}
const outlook = (changes: Partial<ReachChances>, seen: Parameters<typeof reachInWords>[5]) =>
  reachInWords(people, 0, { ...testReach, ...changes }, 'month', false, seen).join(' ')

describe('what will come of a target', () => {
  it('is not told by the hits of chance beside a figure that has changed, but by what was met', () => {
    const seen = { everMet: true, lately: 3, lastMet: '2024-07', isSideHidden: false }
    expect(outlook({}, { ...seen, isChanged: false })).toContain('is met in about 1 of 12 months, by chance')
    expect(outlook({}, { ...seen, isChanged: true })).toBe(
      'If things go on as now, the target of 0 is not likely to be kept for 3 months running within 18 months. In the last two years three figures met it, the last in Jul 2024.',
    )
  })

  it('counts beside the latest figures that meet it the others alone, and does not say of the latest twice', () => {
    const told = (run: number, lately: number) =>
      outlook({ run }, { isChanged: true, everMet: true, lately, lastMet: '2026-10', isSideHidden: false })
    expect(told(1, 1)).toBe(
      'The latest figure meets the target of 0. If things go on as now, it is not likely to be kept for 3 months running within 18 months. No other figure of the last two years met it.',
    )
    expect(told(1, 4)).toMatch(/ In the last two years three other figures met it\.$/)
    expect(told(2, 3)).toMatch(/ In the last two years one other figure met it\.$/)
  })

  it('says of a level that no figure ever reached that none did', () => {
    const asked = { metLately: 0, keptWithin: 0.49, everWithin: 0.7 }
    expect(outlook(asked, { isChanged: true, everMet: false, lately: 0, isSideHidden: false })).toBe(
      'If things go on as now, the target of 0 is about as likely as not to be kept for 3 months running within 18 months. The chance is about 1 in 2 (50%). No figure so far meets it.',
    )
  })

  it('calls 15% not likely, and 20% less likely than not', () => {
    const seen = { isChanged: false, everMet: true, lately: 0, isSideHidden: false }
    expect(outlook({ metLately: 0, keptWithin: 0.15 }, seen)).toContain('is not likely to be kept')
    expect(outlook({ metLately: 0, keptWithin: 0.2 }, seen)).toContain('is less likely than not to be kept')
  })
})

describe('what rounding hides of a target', () => {
  it('is whether it is met only where it is not told on which side the latest figure lies', () => {
    const rounded = (isSideHidden: boolean) =>
      reachInWords(people, 0, { kind: 'rounded' }, 'month', false, {
        ...{ isChanged: false, everMet: null, lately: null },
        isSideHidden,
      })
    expect(rounded(true)).toEqual(['Rounding hides whether the target of 0 is met and will be kept.'])
    expect(rounded(false)).toEqual(['Rounding hides whether the target of 0 will be kept.'])
  })
})

describe('a movement without evidence', () => {
  const titleOf = (values: readonly number[], isBeyondChance: boolean) => {
    const periods = periodRange('2022-01', '2025-09').slice(-values.length)
    const movement = findMovement(values)
    return (
      movement &&
      seenInWords(people, { periods, values }, { kind: 'movement', movement, isBeyondChance })?.title
    )
  }
  const falling = [60, 60, 59, 60, 56, 52, 47, 44, 40, 35, 31]

  it('says so in its title, which is another one with evidence', () => {
    expect(titleOf(falling, true)).toBe('falling since Feb 2025, by about 4 a month')
    expect(titleOf(falling, false)).toBe('falling since Feb 2025, by about 4 a month; may be chance')
    expect(titleOf([60, 56, 52, 47, 44, 40, 35, 37, 40, 38, 39], false)).toBe(
      'fell until May 2025, no lower since; no evidence of change',
    )
  })

  it('does not take back a step that it tells of', () => {
    const stepped = [300, 302, 299, 301, 303, 300, 302, 345, 346, 348, 345, 347, 346, 344]
    expect(titleOf(stepped, false)).toBe(
      'rose until May 2025, no higher since; no evidence of a further rise',
    )
  })

  it('calls what counts nobody no list', () => {
    const periods = periodRange('2022-01', '2025-09').slice(-falling.length)
    const movement = findMovement(falling)
    if (!movement) throw new Error('these figures fall')
    const share = { unit: 'percent', decimals: 0 } as const
    const ruleOf = (measure: typeof people | typeof share, isBeyondChance: boolean) =>
      seenInWords(measure, { periods, values: falling }, { kind: 'movement', movement, isBeyondChance })?.rule
    expect(ruleOf(people, false)).toBe('A list can move so far by chance.')
    expect(ruleOf(share, false)).toBe('Such figures can move so far by chance.')
    expect(ruleOf(people, true)).toMatch(/by more than chance moves such a list\.$/)
    expect(ruleOf(share, true)).toMatch(/by more than chance moves such figures\.$/)
  })

  it('has come to a halt, and is not paused, where the figures have come back', () => {
    const slow = [60, 59, 57, 58, 55, 54, 52, 53, 50, 49, 47, 48, 45, 44, 42, 43, 40]
    expect(titleOf([...slow, 41, 41, 42], false)).toBe('no lower in the last three months: too few to tell')
    expect(titleOf([...slow, 41, 43, 46], false)).toMatch(
      /^fell until Jun 2025, and rose in the last three months/,
    )
  })
})

describe('no evidence of change', () => {
  const state: FindingState = { change: { kind: 'common-cause', since: '2024-08' }, claim: null }
  it('reaches back no further than limits do', () => {
    expect(changeInWords(people, state.change)).toBe('there is no evidence of real change since Aug 2024')
    expect(writeHeadline(state)).toBe('No evidence of real change since Aug 2024')
  })
})

describe('a title of published figures that limits of those received have judged', () => {
  it('leaves what lies ahead of the target to the text, as the title of those does', () => {
    const byMethod = { kind: 'by-method', meaning: 'better-not-on-year', seen: null } as const
    const ofLimits = { kind: 'special-cause', sign: 'below', meaning: byMethod.meaning, figures: 19 } as const
    const title = 'Better than usual, but worse than a year before'
    const outOfReach = (change: FindingState['change']) => writeHeadline({ change, claim: null }, true)
    expect(outOfReach(ofLimits)).toBe(title)
    expect(outOfReach({ ...byMethod, isOfLimits: true })).toBe(title)
    expect(outOfReach(byMethod)).toBe(`${title}; target not likely to be met`)
  })
})

describe('a sign that rests on provisional figures', () => {
  const change = { kind: 'special-cause', sign: 'outside-low', meaning: 'improvement', figures: 1 } as const
  it('says so, in sentence and title', () => {
    expect(changeInWords(people, { ...change, provisional: 1 })).toBe(
      'there is evidence of real improvement, on one provisional figure: the figure is below its usual range',
    )
    expect(writeHeadline({ change: { ...change, provisional: 1 }, claim: null })).toBe(
      'Real improvement, if it holds: below its usual range',
    )
    expect(changeInWords(people, { ...change, figures: 4, provisional: 2 })).toContain(
      'in part on two provisional figures',
    )
  })

  it('is counted among the figures of the sign that it cannot do without', () => {
    const steady = Array.from({ length: 30 }, (_, row) => 100 + ((row * 7) % 5))
    const judge = (provisional: number, values: readonly number[]) => {
      const series = aSeries(values)
      const points = series.points.map((point, row) => ({
        ...point,
        provisional: row >= series.points.length - provisional,
      }))
      const kpi = aDescribedKpi({ unit: 'days', aggregation: 'M', direction: 'down', targets: [] })
      const plan = { workstreams: [], milestones: [], trajectories: [], interventions: [], risks: [] }
      const context = { kpi, plan, asOf: '2025-10-06', isRounded: false }
      return judgeSeries(context, { ...series, points })?.state.change
    }
    expect(judge(1, [...steady, 80])).toMatchObject({ kind: 'special-cause', figures: 1, provisional: 1 })
    expect(judge(1, [...steady, 80, 80])).not.toHaveProperty('provisional')
    // seven final figures below the mean say it, whatever becomes of the last
    const lower = [99, 99, 99, 99, 99, 99, 99]
    expect(judge(1, [...steady, ...lower, 80])).toMatchObject({ sign: 'outside-low', figures: 1 })
    expect(judge(1, [...steady, ...lower, 80])).not.toHaveProperty('provisional')
    expect(judge(1, [...steady, ...lower.slice(1), 80])).toHaveProperty('provisional', 1)
  })
})

describe('a neutral measure above its usual level and below the year before', () => {
  it('is told as both', () => {
    expect(meaningOf('special_cause_neutral_high', true, [233, 240, 234], -1)).toBe('high-not-on-year')
    expect(meaningOf('special_cause_neutral_low', false, [233, 230, 234], -1)).toBe('neutral')
  })
})

describe('exactly one', () => {
  it('is one day, with no nought behind it', () => {
    expect(formatDifference({ unit: 'working-days', decimals: 1 }, 1)).toBe('1 working day')
    expect(formatDifference({ unit: 'percent', decimals: 1 }, -0.96)).toBe('1 percentage point')
    expect(formatValueInWords({ unit: 'days', decimals: 1 }, 1)).toBe('1 day')
    expect(formatValueInWords({ unit: 'days', decimals: 1 }, 8)).toBe('8.0 days')
  })
})
