import { seededNoise } from '../seeded-noise.ts'
import { longName, longWord, marksAndEmoji, rightToLeft } from './nasty-names.ts'

export interface NastyMeasure {
  id: string
  name: string
  theme: 'waiting' | 'allocations' | 'safeguarding' | 'direct-payments' | 'supporting'
  unit?: string
  agg?: string
  direction?: 'up' | 'down' | 'neutral'
  freq?: 'month' | 'quarter' | 'year'
  decimals?: number
  target?: number
  numerator?: string
  denominator?: string
  sdc?: string
  /** oldest first; null is missing, 'c' withheld */
  values: readonly (number | null | 'c')[]
  isProvisional?: boolean
}

const months = 36

/** Round about a level, always the same for one seed. */
function around(level: number, spread: number, seed: number, decimals = 0, count = months): number[] {
  const noise = seededNoise(seed)
  return Array.from({ length: count }, () => Number((level + spread * noise()).toFixed(decimals)))
}

function changed(values: readonly (number | null)[], at: number, to: number): (number | null)[] {
  return values.map((value, index) => (index === at ? to : value))
}

/** Each a case that a chart, a column, a slide or a sheet must hold. */
export const nastyMeasures: readonly NastyMeasure[] = [
  { id: 'long-name', name: longName, theme: 'waiting', target: 300, values: around(415, 20, 1) },
  {
    id: 'long-word',
    name: `${longWord} waits`,
    theme: 'waiting',
    numerator: `${longWord} people`,
    target: 40,
    values: around(52, 5, 2),
  },
  { id: 'right-to-left', name: rightToLeft, theme: 'waiting', target: 80, values: around(90, 6, 3) },
  { id: 'marks-and-emoji', name: marksAndEmoji, theme: 'waiting', target: 120, values: around(140, 9, 4) },
  {
    id: 'ten-digits',
    name: 'Minutes of care commissioned',
    theme: 'supporting',
    direction: 'up',
    sdc: 'none',
    target: 1_100_000_000,
    values: around(1_027_222_195, 30_000_000, 5),
  },
  {
    id: 'much-money',
    name: 'Gross budget committed',
    theme: 'supporting',
    unit: 'pounds',
    agg: 'S',
    sdc: 'none',
    target: 950_000_000,
    values: around(999_965_035, 20_000_000, 6),
  },
  {
    id: 'deficit',
    name: 'Net position against budget',
    theme: 'supporting',
    unit: 'pounds',
    agg: 'S',
    decimals: 2,
    direction: 'up',
    sdc: 'none',
    target: 0,
    values: around(-4_321_987.65, 900_000, 7, 2),
  },
  {
    id: 'tiny-ratio',
    name: 'Serious incidents per visit',
    theme: 'safeguarding',
    unit: 'ratio',
    agg: 'W',
    decimals: 6,
    sdc: 'none',
    numerator: 'incidents',
    denominator: 'visit',
    target: 0.00001,
    values: around(0.000042, 0.000008, 8, 6),
  },
  {
    id: 'all-zero',
    name: 'Never events',
    theme: 'safeguarding',
    target: 0,
    sdc: 'none',
    values: around(0, 0, 9),
  },
  {
    id: 'constant',
    name: 'Advocates under contract',
    theme: 'supporting',
    sdc: 'none',
    target: 12,
    direction: 'up',
    values: around(12, 0, 10),
  },
  {
    id: 'outlier',
    name: 'Calls not answered',
    theme: 'waiting',
    sdc: 'none',
    target: 25,
    values: changed(around(30, 3, 11), 27, 9_000),
  },
  {
    id: 'first-outlier',
    name: 'Letters returned',
    theme: 'waiting',
    sdc: 'none',
    values: changed(around(30, 3, 12), months - 1, 9_000),
  },
  {
    id: 'far-target-above',
    name: 'Carers known to the service',
    theme: 'direct-payments',
    direction: 'up',
    target: 9_000,
    sdc: 'none',
    values: around(30, 3, 13),
  },
  {
    id: 'far-target-below',
    name: 'Reviews overdue',
    theme: 'allocations',
    target: 30,
    sdc: 'none',
    values: around(9_000, 200, 14),
  },
  {
    id: 'far-target-share',
    name: 'Direct payments, share of all',
    theme: 'direct-payments',
    unit: 'percent',
    agg: 'W',
    decimals: 4,
    direction: 'up',
    target: 97.5,
    sdc: 'none',
    values: around(1.25, 0.2, 15, 4),
  },
  { id: 'one-point', name: 'First month of a new count', theme: 'allocations', values: [17], target: 10 },
  {
    id: 'two-points',
    name: 'Second month of a new count',
    theme: 'allocations',
    values: [170, 140],
    target: 100,
  },
  {
    id: 'all-missing',
    name: 'Never received',
    theme: 'allocations',
    target: 5,
    values: around(0, 0, 16).map(() => null),
  },
  {
    id: 'all-withheld',
    name: 'Always too few to show',
    theme: 'safeguarding',
    target: 5,
    values: around(0, 0, 17).map(() => 'c' as const),
  },
  {
    id: 'gaps',
    name: 'Received every third month',
    theme: 'allocations',
    target: 60,
    values: around(70, 4, 18).map((value, index) => (index % 3 === 2 ? value : null)),
  },
  {
    id: 'all-provisional',
    name: 'Provisional for three years',
    theme: 'allocations',
    target: 60,
    isProvisional: true,
    values: around(70, 4, 19),
  },
  {
    id: 'ten-years',
    name: 'Ten years of people supported',
    theme: 'supporting',
    direction: 'neutral',
    values: around(5_200, 90, 20, 0, 120),
  },
  {
    id: 'many-members',
    name: 'People supported in forty places',
    theme: 'direct-payments',
    direction: 'up',
    agg: 'S',
    sdc: 'none',
    target: 4_200,
    values: around(4_000, 0, 21),
  },
  {
    id: 'many-milestones',
    name: 'The measure of thirty promises',
    theme: 'waiting',
    target: 200,
    values: around(230, 9, 22),
  },
  {
    id: 'by-quarter',
    name: 'Contract reviews done in the quarter',
    theme: 'supporting',
    unit: 'percent',
    agg: 'W',
    freq: 'quarter',
    decimals: 1,
    direction: 'up',
    target: 100,
    sdc: 'none',
    denominator: 'contracts',
    values: around(88, 3, 23, 1, 12),
  },
  {
    id: 'by-year',
    name: 'Carer-reported quality of life',
    theme: 'supporting',
    unit: 'ratio',
    agg: 'M',
    freq: 'year',
    decimals: 2,
    direction: 'up',
    sdc: 'already-published',
    values: around(7.4, 0.2, 24, 2, 4),
  },
  {
    id: 'far-plan',
    name: 'Assessments with a far plan',
    theme: 'waiting',
    direction: 'up',
    sdc: 'none',
    values: around(45, 4, 25),
  },
  {
    id: 'far-comparator',
    name: 'Rate beside England',
    theme: 'safeguarding',
    unit: 'rate',
    agg: 'W',
    decimals: 1,
    sdc: 'none',
    numerator: 'enquiries',
    values: around(21, 2, 26, 1),
  },
]
