import { oneOf, words } from '../../domain/addresses/parameter.ts'
import { themes } from '../../domain/measures/measure.ts'

export const meanings = ['concern', 'neutral', 'improvement'] as const
export const kinds = ['step', 'drift', 'spike', 'variation', 'mix'] as const

/** The longest text that can be searched for: the field stops there, so that no address it makes is refused. */
export const findLength = 60

/** The page's own part of the address. */
export const emergingSearchShape = {
  theme: oneOf(themes),
  meaning: oneOf(meanings),
  kind: oneOf(kinds),
  find: words(0, findLength),
}

export interface EmergingSearch {
  theme?: (typeof themes)[number] | undefined
  meaning?: (typeof meanings)[number] | undefined
  kind?: (typeof kinds)[number] | undefined
  /** a town, a team, a category or a measure */
  find?: string | undefined
}
