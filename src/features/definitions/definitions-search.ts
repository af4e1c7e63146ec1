import { oneOf } from '../../domain/addresses/parameter.ts'
import { themes } from '../../domain/measures/measure.ts'

/** The page's own part of the address. */
export const definitionsSearchShape = {
  theme: oneOf(themes),
}

export interface DefinitionsSearch {
  theme?: (typeof themes)[number] | undefined
}
