import type { KpiDefinition, Target, Theme, Unit } from '../domain/measures/measure.ts'

type Required = 'id' | 'name' | 'aggregation' | 'direction' | 'definition' | 'numerator' | 'owner' | 'source'
type Definition = Pick<KpiDefinition, Required> &
  Partial<Omit<KpiDefinition, Required | 'theme' | 'unit' | 'one' | 'many'>> &
  // every count says what one of it is called; what is counted is what several are called
  ({ unit: 'count'; one: string } | { unit: Exclude<Unit, 'count'> })

const board = 'Adult Social Care Improvement Board'

/** Figures are due on the fourth working day of the next month unless a measure says otherwise. */
const usualDueDay = 4

/** Who answers for the measures of a theme. */
const services: Record<Theme, string> = {
  waiting: 'Assessment and reviews',
  allocations: 'Community social work',
  safeguarding: 'Safeguarding',
  'direct-payments': 'Direct payments',
  supporting: 'Commissioning and support',
}

/** Fills in what most measures of the demonstration share. */
export function definitionsOf(theme: Theme, definitions: readonly Definition[]): KpiDefinition[] {
  return definitions.map((definition) => ({
    theme,
    service: services[theme],
    frequency: 'month',
    decimals: 0,
    per: null,
    percentile: definition.aggregation === 'M' ? 50 : null,
    denominator: null,
    code: null,
    sdc: 'people',
    many: definition.unit === 'count' ? definition.numerator : null,
    version: 1,
    validFrom: '2022-04-01',
    dueDay: usualDueDay,
    targets: [],
    ...definition,
  }))
}

/** A value to reach by a date, in force from a month on. */
export function reach(from: string, value: number, by: string): Target {
  return { from, value, lower: null, upper: null, by, setBy: board }
}

/** A value to hold, with no date of its own. */
export function hold(from: string, value: number, setBy = board): Target {
  return { from, value, lower: null, upper: null, by: null, setBy }
}

/** A band to stay within. */
export function band(from: string, lower: number, upper: number): Target {
  return { from, value: null, lower, upper, by: null, setBy: board }
}
