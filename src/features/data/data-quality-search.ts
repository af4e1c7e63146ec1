import * as z from 'zod/mini'
import { themes } from '../../domain/measures/measure.ts'

/** What a measure's figures may want. */
export const wants = ['overdue', 'missing', 'withheld', 'provisional', 'revised'] as const
export type Want = (typeof wants)[number]

/** The page's own part of the address. */
export const dataQualitySearchShape = {
  theme: z.enum(themes),
  show: z.enum(wants),
}

export interface DataQualitySearch {
  theme?: (typeof themes)[number] | undefined
  show?: Want | undefined
}
