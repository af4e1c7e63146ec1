import { oneOf, words } from '../../domain/addresses/parameter.ts'
import { themes } from '../../domain/measures/measure.ts'

export const standings = ['behind', 'on-plan', 'no-plan', 'unknown'] as const
/** Where a measure stands against its plan, as the reader filters it. */
export type Standing = (typeof standings)[number]

/** What the latest figure says of change. */
export const verdicts = ['concern', 'improvement', 'changed', 'common', 'not-judged', 'unknown'] as const
export type Verdict = (typeof verdicts)[number]
/** As the reader filters it: by what it says, or whether it needs attention or is worth a look. */
export const signals = ['attention', 'look', ...verdicts] as const
export type Signal = (typeof signals)[number]

export const sortKeys = [
  'theme',
  'attention',
  'name',
  'value',
  'month',
  'year',
  'signal',
  'plan',
  'milestone',
  'status',
] as const
export type SortKey = (typeof sortKeys)[number]

/** The longest text that can be searched for: the field stops there, so that no address it makes is refused. */
export const findLength = 60

/** The page's own part of the address. Each value is checked by itself; a bad one falls back and is named. */
export const overviewSearchShape = {
  theme: oneOf(themes),
  owner: words(1, 80),
  standing: oneOf(standings),
  signal: oneOf(signals),
  find: words(0, findLength),
  sort: oneOf(sortKeys),
  order: oneOf(['up', 'down']),
}

export interface OverviewSearch {
  theme?: (typeof themes)[number] | undefined
  owner?: string | undefined
  standing?: Standing | undefined
  signal?: Signal | undefined
  find?: string | undefined
  sort?: SortKey | undefined
  order?: 'up' | 'down' | undefined
}
