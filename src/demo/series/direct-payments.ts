import { all } from '../dimensions.ts'
import type { ThemeModel } from '../model.ts'

export const directPaymentSeries: ThemeModel = {
  counts: [
    {
      // grows by one or two a month at best: see the story of the plan it falls behind
      id: 'dp-clients',
      frequency: 'month',
      isFlow: false,
      total: {
        knots: { '2022-04': 301, '2023-03': 307, '2024-09': 325, '2025-09': 342 },
        noise: 0.003,
        pins: { '2024-09': 325, '2025-03': 333, '2025-08': 343, '2025-09': 342 },
      },
      by: all,
      shares: {
        age: { '18-64': 0.56, '65-74': 0.14, '75-84': 0.16, '85+': 0.14 },
        'support-reason': { 'Learning disability': 0.27, 'Physical support': 0.42 },
      },
    },
    {
      id: 'dp-ends',
      frequency: 'month',
      isFlow: true,
      total: { knots: { '2022-04': 10 }, noise: 0.13 },
      by: ['age', 'support-reason'],
      shares: { age: { '18-64': 0.44, '65-74': 0.15, '75-84': 0.2, '85+': 0.21 } },
    },
    {
      // those of this month are those of last month, less those who left, and those who began
      id: 'dp-starts',
      frequency: 'month',
      isFlow: true,
      total: (totalOf, index) =>
        totalOf('dp-clients', index) - totalOf('dp-clients', index - 1) + totalOf('dp-ends', index),
      by: ['age', 'support-reason'],
      least: 1,
      shares: { age: { '18-64': 0.55, '65-74': 0.15, '75-84': 0.16, '85+': 0.14 } },
    },
    {
      id: 'community-clients',
      frequency: 'month',
      isFlow: false,
      isFinalAtOnce: true,
      total: {
        knots: { '2022-04': 2890, '2025-09': 3080 },
        noise: 0.006,
        drifts: true,
      },
      by: ['age', 'sex', 'ethnicity', 'support-reason', 'town'],
    },
    {
      // a few adults with a payment live in a care home
      id: 'dp-clients-in-community',
      frequency: 'month',
      isFlow: false,
      total: (totalOf, index) => Math.round(0.982 * totalOf('dp-clients', index)),
      by: ['age', 'sex', 'ethnicity', 'support-reason', 'town'],
      within: 'dp-clients',
    },
    {
      id: 'dp-carers',
      frequency: 'month',
      isFlow: false,
      // from April to March, and from the start again
      total: (_, index) => carersSinceApril(index),
      yearOf: 12,
      by: ['age', 'ethnicity'],
      shares: { age: { '18-64': 0.61, '65-74': 0.19, '75-84': 0.14, '85+': 0.06 } },
    },
    {
      id: 'dp-carers-in-quarter',
      frequency: 'quarter',
      isFlow: false,
      total: { sameAs: 'dp-carers', at: (quarter) => 3 * quarter + 2 },
      by: ['age', 'ethnicity'],
    },
    {
      id: 'carers-supported-otherwise',
      frequency: 'quarter',
      isFlow: false,
      total: (_, index) => carersSupportedOtherwise(index),
      yearOf: 4,
      by: ['age', 'ethnicity'],
      shares: { age: { '18-64': 0.5, '65-74': 0.22, '75-84': 0.18, '85+': 0.1 } },
      least: 1,
    },
    {
      id: 'carers-supported',
      frequency: 'quarter',
      isFlow: false,
      total: { sumOf: ['dp-carers-in-quarter', 'carers-supported-otherwise'] },
      by: ['age', 'ethnicity'],
    },
    {
      id: 'dp-audits-overdue',
      frequency: 'month',
      isFlow: false,
      total: {
        knots: { '2022-04': 118, '2023-10': 104, '2024-08': 83, '2025-09': 84 },
        noise: 0.035,
        drifts: true,
        pins: { '2024-09': 82, '2025-08': 80, '2025-09': 86 },
      },
      by: ['team'],
    },
    {
      id: 'dp-pa-register',
      frequency: 'quarter',
      isFlow: false,
      total: {
        knots: { '2022-Q1': 52 },
        noise: 0,
        pins: {
          '2022-Q1': 52,
          '2022-Q2': 54,
          '2022-Q3': 53,
          '2022-Q4': 57,
          '2023-Q1': 59,
          '2023-Q2': 63,
          '2023-Q3': 66,
          '2023-Q4': 68,
          '2024-Q1': 71,
          '2024-Q2': 75,
          '2024-Q3': 78,
          '2024-Q4': 82,
          '2025-Q1': 88,
          '2025-Q2': 91,
        },
      },
      by: ['town', 'language'],
    },
  ],
  measures: [
    { kind: 'count', kpi: 'dp-clients' },
    {
      kind: 'share',
      kpi: 'dp-clients-share',
      by: ['age', 'sex', 'ethnicity', 'support-reason', 'town'],
      denominator: 'community-clients',
      numerator: 'dp-clients-in-community',
    },
    { kind: 'count', kpi: 'dp-carers' },
    {
      kind: 'share',
      kpi: 'dp-carers-share',
      settlesWithMonths: true,
      by: ['age', 'ethnicity'],
      denominator: 'carers-supported',
      numerator: 'dp-carers-in-quarter',
    },
    {
      kind: 'median',
      kpi: 'dp-setup-median',
      by: ['support-reason'],
      cases: 'dp-starts',
      path: {
        knots: { '2022-04': 71, '2024-08': 64, '2024-10': 55, '2025-09': 48 },
        noise: 0.06,
        pins: { '2024-09': 60, '2025-08': 50, '2025-09': 47 },
      },
    },
    { kind: 'count', kpi: 'dp-starts' },
    { kind: 'count', kpi: 'dp-ends' },
    { kind: 'count', kpi: 'dp-audits-overdue' },
    { kind: 'count', kpi: 'dp-pa-register' },
  ],
}

/** Carers reached in the year so far, for each month from April; more every year. */
const carersByMonth = [9, 18, 27, 35, 42, 50, 57, 64, 70, 77, 84, 91] as const
const carersGrowth = [0.72, 0.86, 1, 1.18] as const

function carersSinceApril(index: number): number {
  const place = ((index % 12) + 12) % 12
  const year = Math.max(0, Math.floor(index / 12))
  return Math.round((carersByMonth[place] ?? 0) * (carersGrowth[year] ?? 1))
}

/** Carers supported since April without a direct payment, for each quarter of a year. */
const supportedOtherwise = [19, 35, 47, 58] as const

function carersSupportedOtherwise(index: number): number {
  const year = Math.floor(index / 4)
  return Math.round((supportedOtherwise[index % 4] ?? 0) * (1 - 0.05 * year))
}
