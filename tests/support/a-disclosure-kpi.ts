import type { DisclosureKpi } from '../../src/domain/disclosure/cells.ts'

/** A monthly count of people: what disclosure control knows of it. */
export const aDisclosureKpi = {
  unit: 'count',
  aggregation: 'S',
  frequency: 'month',
  sdc: 'people',
  decimals: 0,
  per: null,
} as const satisfies Omit<DisclosureKpi, 'id'>
