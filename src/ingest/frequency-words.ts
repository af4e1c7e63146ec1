import type { Frequency } from '../domain/periods/period.ts'

/** How the periods of a measure are written, for whoever wrote another one. */
export const frequencyRemedy: Record<Frequency, string> = {
  month: 'write a month: 2025-04',
  quarter: 'write a financial quarter: 2025-Q1 is April to June 2025',
  year: 'write a financial year: FY2024-25',
}
