import type { MemberLabel } from '../domain/editions/publication.ts'
import type { Figure } from '../domain/figures/figure.ts'
import { comparatorDimension } from '../domain/measures/measure.ts'
import type { Vintage } from './timeline.ts'

const places = [
  { member: 'E92000001', label: 'England', level: 'England' },
  { member: 'E12000007', label: 'London', level: 'Region' },
  { member: 'E09000005', label: 'Brent', level: 'Council' },
  { member: 'E09000013', label: 'Hammersmith and Fulham', level: 'Council' },
  { member: 'E09000018', label: 'Hounslow', level: 'Council' },
] as const

export const comparatorLabels: readonly MemberLabel[] = places.map((place) => ({
  dimension: comparatorDimension,
  ...place,
}))

const years = ['FY2022-23', 'FY2023-24', 'FY2024-25'] as const

/** Annual figures of other places, in the order of `places`, for each year: invented like all the others. */
const annual: Record<string, readonly (readonly number[])[]> = {
  'dp-clients-share': [
    [26.2, 25.1, 19.4, 24.0, 17.8],
    [25.5, 24.3, 18.9, 23.2, 18.6],
    [25.1, 23.8, 19.7, 22.9, 19.2],
  ],
  'dp-carers-share': [
    [76.8, 72.5, 63.1, 70.4, 81.0],
    [77.3, 73.6, 66.4, 71.8, 79.5],
    [77.9, 74.0, 68.2, 70.9, 80.3],
  ],
  'sg-conversion': [
    [28.6, 31.9, 34.2, 27.5, 30.8],
    [29.1, 32.4, 33.0, 28.8, 31.5],
    [28.8, 32.7, 31.8, 29.6, 30.1],
  ],
  'dols-within-21': [
    [18.3, 21.0, 25.4, 16.9, 22.2],
    [19.2, 22.4, 27.1, 18.5, 21.7],
    [20.5, 23.1, 28.6, 19.8, 24.0],
  ],
}

/** The year 2024-25 was published in time for the newest edition; the years before it for the first. */
const editionOfYear = [1, 1, 5] as const

export function comparatorFigures({ number, dataAsAt }: Vintage): Figure[] {
  return Object.entries(annual).flatMap(([kpi, values]) =>
    years.flatMap((period, year) =>
      editionOfYear[year] === number
        ? places.map(({ member }, place) => ({
            kpi,
            dimension: comparatorDimension,
            member,
            period,
            value: values[year]?.[place] ?? null,
            numerator: null,
            denominator: null,
            n: null,
            availability: 'present' as const,
            provisional: false,
            asAt: dataAsAt,
          }))
        : [],
    ),
  )
}
