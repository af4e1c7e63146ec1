import type { TargetClaim } from '../../src/domain/findings/claim-of.ts'
import type { ChangeState, FindingState } from '../../src/domain/findings/finding-state.ts'
import { specialCauseMeanings } from '../../src/domain/findings/meanings.ts'
import { type Seen, seenInWords } from '../../src/domain/findings/method-words.ts'
import { bareContext, type ParagraphContext } from '../../src/domain/findings/paragraph-context.ts'
import type { FindingSubject } from '../../src/domain/findings/write-finding.ts'
import type { Movement } from '../../src/domain/movement/find-movement.ts'
import { periodRange } from '../../src/domain/periods/period.ts'
import type { SignKind } from '../../src/domain/spc/attribute/read-latest.ts'
import { runChartCauses } from '../../src/domain/spc/run-chart-causes.ts'
import { someChances } from './some-chances.ts'

/** Every state that a finding can be in, and figures and contexts of every kind to word it with. */

export const quietChanges: ChangeState[] = [
  { kind: 'latest-missing' },
  { kind: 'no-limits', because: 'constant' },
  { kind: 'no-limits', because: 'gaps' },
  { kind: 'common-cause' },
  ...runChartCauses.map((because) => ({ kind: 'not-judged' as const, because })),
]

/** As describeSignal words them, of every kind that the whole of a measure can have. */
export const flaggedChanges: ChangeState[] = [
  {
    clause:
      'falling since Aug 2024, from 506 to 414, by about 7 a month; the mean since Oct 2024 is about 452, where the trend before led to about 529',
    title: 'falling since Aug 2024, by about 7 a month',
    direction: -1 as const,
    meaning: 'improvement' as const,
  },
  {
    clause: '13 on 30 Sep 2025, far above the months before (about 3)',
    title: 'far above the months before',
    direction: 1 as const,
    meaning: 'concern' as const,
  },
  {
    clause: 'drifting up since Oct 2024, 72 days in Sep 2025 against about 52 days before',
    title: 'drifting up since Oct 2024',
    direction: 1 as const,
    meaning: 'concern' as const,
  },
].map((flag) => ({ kind: 'flagged' as const, flag }))

const meanings = specialCauseMeanings
const signs = [
  'outside-high',
  'outside-low',
  'rising',
  'falling',
  'near-high',
  'near-low',
  'above',
  'below',
] as const

export const specialChanges: ChangeState[] = meanings.flatMap((meaning) =>
  signs.map((sign) => ({ kind: 'special-cause' as const, sign, meaning, figures: 7 })),
)

const shift = { since: '2024-03', before: 58.2, mean: 62.4, lower: 57.1, upper: 67.7, isTrial: true }

/** A level that has lasted, told in place of the sign. */
export const lastingChanges: ChangeState[] = meanings.map((meaning) => ({
  kind: 'special-cause' as const,
  sign: 'above',
  meaning,
  figures: 19,
  shift,
}))

const listValues = [40, 44, 47, 52, 49, 51, 45, 41, 36, 38, 34, 30]
const listPeriods = listValues.map((_, row) => `2025-${String(row + 1).padStart(2, '0')}`)
const list = { unit: 'count' as const, decimals: 0, nounSingular: 'person', nounPlural: 'people' }
const listFigures = { periods: listPeriods, values: listValues }
const falling: Movement = { kind: 'going-on', direction: -1, from: 3, to: 11 }
const halted: Movement = { kind: 'halted', direction: -1, from: 3, to: 8, figuresSince: 3 }
const kindsOfSign: readonly SignKind[] = ['outside', 'trend', 'near', 'side', 'level']

/** Whatever a method other than limits can see, with every meaning that it can have. */
const everySeen: readonly Seen[] = [
  { kind: 'nothing' },
  { kind: 'movement', movement: falling, isBeyondChance: false },
  { kind: 'movement', movement: halted, isBeyondChance: false },
  { kind: 'year', lower: -4, upper: 6 },
]
const everySign: readonly Seen[] = [
  ...kindsOfSign.flatMap((kind) =>
    ([1, -1] as const).flatMap((side) =>
      (['figures', 'gains', 'shares'] as const).map((of) => ({ kind, side, start: 5, figures: 7, of })),
    ),
  ),
  { kind: 'movement', movement: falling, isBeyondChance: true },
  { kind: 'moved', movement: falling, changes: 6 },
  { kind: 'moved', movement: { ...falling, from: 10 }, changes: 1 },
  { kind: 'moved', movement: { ...falling, from: 0 }, changes: 30 },
  { kind: 'year', lower: 2, upper: 11 },
]

/** Judged by another method than limits, with evidence and without. */
export const byMethods: ChangeState[] = [
  ...everySeen.map((seen) => ({
    kind: 'by-method' as const,
    meaning: null,
    seen: seenInWords(list, listFigures, seen),
  })),
  ...meanings.flatMap((meaning) =>
    everySign.map((seen) => ({
      kind: 'by-method' as const,
      meaning,
      seen: seenInWords(list, listFigures, seen),
    })),
  ),
]

const claims: readonly (TargetClaim | null)[] = [
  { kind: 'reliably-met' },
  { kind: 'reliably-missed' },
  { kind: 'by-chance' },
  { kind: 'met-in-all', figures: 36 },
  { kind: 'missed-in-all', figures: 36 },
  { kind: 'met-in-last', figures: 19 },
  { kind: 'missed-in-last', figures: 19 },
  { kind: 'met-in-some', figures: 5, of: 12 },
  { kind: 'met-now' },
  { kind: 'missed-now' },
  null,
]

/** Every claim beside common cause, where titles carry it; beside special cause those that the limits alone make. */
const claimsBeside: Partial<Record<ChangeState['kind'], readonly (TargetClaim | null)[]>> = {
  'common-cause': claims,
  'special-cause': [...claims.slice(0, 3), null],
}

export function statesOf(changes: readonly ChangeState[]): FindingState[] {
  return changes.flatMap((change) =>
    (claimsBeside[change.kind] ?? [null]).map((claim): FindingState => ({ change, claim })),
  )
}

const periods = periodRange('2023-10', '2025-09')
const figures = periods.map((_, row) => 60 + ((row * 7) % 5))

const people = { numerator: 'people waiting', denominator: null }
const share = { numerator: null, denominator: 'assessments started' }

export const subjects: FindingSubject[] = [
  {
    name: 'Waiting for OT assessment',
    measure: { unit: 'count', decimals: 0, ...people },
    isSnapshot: true,
    target: 40,
    planGap: 12,
    isProvisional: true,
    periods,
    values: figures,
  },
  {
    name: 'Median wait',
    measure: { unit: 'days', decimals: 0 },
    isSnapshot: false,
    target: 28,
    isProvisional: false,
    periods,
    values: figures,
  },
  {
    name: 'Started within 28 days',
    measure: { unit: 'percent', decimals: 1, ...share },
    isSnapshot: false,
    target: 80,
    planGap: -2.4,
    isProvisional: false,
    periods,
    values: figures.with(3, Number.NaN).map((value) => (Number.isNaN(value) ? null : value)),
  },
]

const reaches: ParagraphContext['reach'][] = [
  null,
  { kind: 'kept', run: 3 },
  someChances({ everWithin: 1, keptWithin: 0.97, earliest: '2025-11', median: '2026-02', latest: '2026-09' }),
  someChances({ everWithin: 1, keptWithin: 0.7, earliest: '2025-11', median: '2026-02' }),
  someChances({ everWithin: 1, keptWithin: 1, earliest: '2025-10', median: '2025-10', latest: '2025-10' }),
  someChances({ sustain: 1, everWithin: 0.3, keptWithin: 0.3, everBy: 0.1, keptBy: 0.1 }),
  someChances({
    run: 2,
    metLately: 5,
    inOne: 0.4,
    everWithin: 0.99,
    keptWithin: 0.4,
    everBy: 0.7,
    keptBy: 0.25,
  }),
  someChances({ inOne: 0.3, everWithin: 0.9, keptWithin: 0.06, everBy: 0.7, keptBy: 0.02 }),
  someChances({ inOne: 0.02, everWithin: 0.3, everBy: 0.1, keptBy: 0 }),
  someChances(),
  { kind: 'met' },
  { kind: 'not-on-current-trend' },
  { kind: 'too-few-points' },
  { kind: 'no-question' },
]

const required: ParagraphContext['required'][] = [
  null,
  { needed: 3, best: 4.2, typical: 1.1 },
  { needed: 3, best: -1, typical: -2 },
  { needed: 0.3, best: 4.2, typical: -1 },
  { needed: 0.3, best: null, typical: null },
]

export const contexts: ParagraphContext[] = [
  bareContext,
  ...reaches.flatMap((reach) =>
    required.map((one) => ({
      usualRange: { mean: 62, lower: 54.2, upper: 69.8, isTrial: reach === null },
      course: null,
      doubted: null,
      plan: { gap: 12, planned: 50, monthsAhead: reach === null ? null : -4 },
      reach,
      isSideHidden: false,
      targetDate: '2026-03-31',
      required: one,
      improvement: 'decrease' as const,
      caveats: {
        isRounded: reach === null,
        isOverdue: one === null,
        breaks: one === null ? [{ date: '2024-04-01', title: 'Reviews counted once' }] : [],
      },
    })),
  ),
]

/** The paragraph's latest figure is missing where its state says so, as it is in real series. */
export function subjectInState(subject: FindingSubject, { change }: FindingState): FindingSubject {
  if (change.kind !== 'latest-missing') return subject
  return { ...subject, values: subject.values.with(-1, null) }
}
