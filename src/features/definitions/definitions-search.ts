import * as z from 'zod/mini'
import { themes } from '../../domain/measures/measure.ts'

/** The page's own part of the address. */
export const definitionsSearchShape = {
  theme: z.enum(themes),
}

export interface DefinitionsSearch {
  theme?: (typeof themes)[number] | undefined
}
