import type { TakeBack } from '../../../api/take-back.ts'
import type { Dimension } from '../../../domain/editions/holdings.ts'

/** What was chosen in the form; an empty text stands for all. */
export interface ChosenPart {
  kpi: string
  dimension: string
  member: string
  /** as it was typed: '2025-09' */
  period: string
}

export const nothingChosen: ChosenPart = { kpi: '', dimension: '', member: '', period: '' }

const period = /^(\d{4}-(0[1-9]|1[0-2])|\d{4}-Q[1-4]|FY\d{4}-\d{2})$/

export interface PartFault {
  field: 'kpi' | 'period'
  message: string
}

export function faultsOfPart({ kpi, period: when }: ChosenPart): PartFault[] {
  return [
    ...(kpi === '' ? [{ field: 'kpi' as const, message: 'Choose the measure' }] : []),
    ...(when.trim() !== '' && !period.test(when.trim())
      ? [
          {
            field: 'period' as const,
            message:
              'Give a month as 2025-09, a quarter as 2025-Q3, a financial year as FY2024-25, or nothing',
          },
        ]
      : []),
  ]
}

export function removalOf({ kpi, dimension, member, period: when }: ChosenPart): TakeBack {
  const part = {
    kpi,
    ...(dimension && { dimension }),
    ...(dimension && member && { member }),
    ...(when.trim() && { period: when.trim() }),
  }
  return { kind: 'removal', parts: [part] }
}

/** The breakdowns of the chosen measure, and the members of the chosen one. */
export function choicesOf(
  kpis: readonly { id: string; dimensions: readonly Dimension[] }[],
  { kpi, dimension }: ChosenPart,
) {
  const dimensions = kpis.find(({ id }) => id === kpi)?.dimensions ?? []
  return { dimensions, members: dimensions.find(({ id }) => id === dimension)?.members ?? [] }
}
