import { oneOf } from '../../domain/addresses/parameter.ts'
import { themes } from '../../domain/measures/measure.ts'

/** What a measure's figures may want. */
export const wants = ['overdue', 'missing', 'withheld', 'provisional', 'revised'] as const
export type Want = (typeof wants)[number]

export const wantLabels: Record<Want, string> = {
  overdue: 'Overdue',
  missing: 'A period missing',
  withheld: 'A period withheld',
  provisional: 'Provisional figures',
  revised: 'Restated figures',
}

/** The page's own part of the address. */
export const dataQualitySearchShape = {
  theme: oneOf(themes),
  show: oneOf(wants),
}

export interface DataQualitySearch {
  theme?: (typeof themes)[number] | undefined
  show?: Want | undefined
}
