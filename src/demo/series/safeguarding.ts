import { all } from '../dimensions.ts'
import type { Shares, ThemeModel } from '../model.ts'

/** Self-neglect gathers in Southall from March 2025, while the borough's figure stays where it was. */
const selfNeglectByTown: Shares = {
  Acton: 0.17,
  Ealing: 0.14,
  Greenford: 0.17,
  Hanwell: 0.11,
  Northolt: 0.16,
  Perivale: 0.08,
  Southall: { '2025-01': 0.15, '2025-03': 0.32, '2025-09': 0.66 },
  'Out of borough': 0.01,
  Unknown: 0.01,
}

export const safeguardingSeries: ThemeModel = {
  counts: [
    {
      id: 'sg-concerns',
      frequency: 'month',
      isFlow: true,
      total: {
        knots: { '2022-04': 208, '2023-09': 236, '2025-09': 240 },
        noise: 0.05,
        pins: { '2024-09': 245, '2025-08': 242, '2025-09': 234 },
      },
      by: [...all, 'source'],
      least: 1,
    },
    {
      id: 'sg-converted',
      frequency: 'month',
      isFlow: true,
      total: (totalOf, index) =>
        Math.round((totalOf('sg-concerns', index) * totalOf('sg-share-converted', index)) / 1000),
      by: ['team', 'town', 'ethnicity'],
      within: 'sg-concerns',
    },
    {
      // in tenths of a percentage point
      id: 'sg-share-converted',
      frequency: 'month',
      isFlow: false,
      isFinalAtOnce: true,
      total: {
        knots: { '2022-04': 283, '2024-09': 298, '2025-09': 330 },
        noise: 0.04,
        pins: { '2024-09': 300, '2025-08': 320, '2025-09': 330 },
      },
      by: [],
    },
    {
      // most enquiries start in the month of their concern, the others in the next
      id: 'sg-s42-started',
      frequency: 'month',
      isFlow: true,
      total: (totalOf, index) =>
        Math.round(0.8 * totalOf('sg-converted', index) + 0.2 * totalOf('sg-converted', index - 1)),
      by: all,
      within: 'sg-concerns',
    },
    {
      id: 'sg-concluded',
      frequency: 'month',
      isFlow: true,
      total: {
        knots: { '2022-04': 66, '2024-09': 73, '2025-09': 77 },
        noise: 0.06,
        pins: { '2025-09': 78 },
      },
      by: ['team', 'town', 'ethnicity'],
      least: 1,
    },
    {
      id: 'sg-concluded-with-risk',
      frequency: 'month',
      isFlow: true,
      total: (totalOf, index) => Math.round(0.83 * totalOf('sg-concluded', index)),
      by: ['team'],
      least: 1,
      within: 'sg-concluded',
    },
    {
      // people often name more than one
      id: 'sg-outcomes-expressed',
      frequency: 'month',
      isFlow: true,
      total: (totalOf, index) => Math.round(1.7 * totalOf('sg-concluded', index)),
      by: ['team'],
      least: 1,
    },
    {
      id: 'sg-concluded-in-quarter',
      frequency: 'quarter',
      isFlow: true,
      total: (totalOf, index) =>
        totalOf('sg-concluded', 3 * index) +
        totalOf('sg-concluded', 3 * index + 1) +
        totalOf('sg-concluded', 3 * index + 2),
      by: [],
    },
    {
      id: 'sg-people-in-quarter',
      frequency: 'quarter',
      isFlow: true,
      total: (totalOf, index) => Math.round(0.93 * totalOf('sg-concluded-in-quarter', index)),
      by: ['age'],
      least: 1,
    },
    {
      id: 'sg-open-90',
      frequency: 'month',
      isFlow: false,
      total: {
        knots: { '2022-04': 52, '2023-06': 61, '2024-09': 40, '2025-09': 39 },
        noise: 0.07,
        drifts: true,
        pins: { '2024-09': 39, '2025-08': 42, '2025-09': 36 },
      },
      by: ['team'],
    },
  ],
  measures: [
    { kind: 'count', kpi: 'sg-concerns' },
    { kind: 'count', kpi: 'sg-s42-started' },
    {
      kind: 'share',
      kpi: 'sg-conversion',
      by: ['team', 'town', 'ethnicity'],
      denominator: 'sg-concerns',
      numerator: 'sg-converted',
    },
    {
      kind: 'categories',
      kpi: 'sg-type',
      dimension: 'type',
      cases: 'sg-concluded',
      categories: {
        Physical: { knots: { '2022-04': 0.22 }, noise: 0.14 },
        Sexual: { knots: { '2022-04': 0.045 }, noise: 0.2 },
        Psychological: { knots: { '2022-04': 0.2 }, noise: 0.14 },
        'Financial or material': {
          knots: { '2022-04': 0.19, '2025-09': 0.22 },
          noise: 0.13,
        },
        Discriminatory: { knots: { '2022-04': 0.012 }, noise: 0.2 },
        Organisational: { knots: { '2022-04': 0.06 }, noise: 0.2 },
        'Neglect and acts of omission': { knots: { '2022-04': 0.42 }, noise: 0.09 },
        Domestic: {
          knots: { '2022-04': 0.11, '2025-09': 0.15 },
          noise: 0.16,
        },
        'Sexual exploitation': { knots: { '2022-04': 0.008 }, noise: 0.2 },
        'Modern slavery': { knots: { '2022-04': 0.014 }, noise: 0.2, pins: { '2025-09': 2 } },
        'Self-neglect': {
          knots: { '2022-04': 0.4 },
          noise: 0.06,
          pins: {
            '2025-03': 29,
            '2025-04': 31,
            '2025-05': 30,
            '2025-06': 32,
            '2025-07': 30,
            '2025-08': 31,
            '2025-09': 32,
          },
        },
      },
      townShares: { 'Self-neglect': selfNeglectByTown },
    },
    {
      kind: 'categories',
      kpi: 'sg-location',
      settlesWithMonths: true,
      dimension: 'location',
      cases: 'sg-concluded-in-quarter',
      categories: {
        'Own home': { knots: { '2022-04': 0.45 }, noise: 0.05 },
        'In the community': { knots: { '2022-04': 0.06 }, noise: 0.15 },
        'Community service': { knots: { '2022-04': 0.04 }, noise: 0.15 },
        'Residential home': { knots: { '2022-04': 0.21 }, noise: 0.09 },
        'Nursing home': { knots: { '2022-04': 0.12 }, noise: 0.12 },
        'Acute hospital': { knots: { '2022-04': 0.05 }, noise: 0.16 },
        'Mental health hospital': { knots: { '2022-04': 0.03 }, noise: 0.2 },
        'Community hospital': { knots: { '2022-04': 0.012 }, noise: 0.2 },
        'Somewhere else': { knots: { '2022-04': 0.05 }, noise: 0.16 },
      },
    },
    {
      kind: 'share',
      kpi: 'sg-risk-reduced',
      by: ['team'],
      denominator: 'sg-concluded-with-risk',
      numerator: { knots: { '2022-04': 91 }, noise: 0.02 },
    },
    {
      kind: 'share',
      kpi: 'sg-msp-asked',
      by: ['team', 'ethnicity'],
      denominator: 'sg-concluded',
      numerator: {
        knots: { '2022-04': 82, '2024-04': 91, '2025-09': 92 },
        noise: 0.02,
        pins: { '2025-08': 94, '2025-09': 91 },
      },
    },
    {
      kind: 'share',
      kpi: 'sg-msp-met',
      by: ['team'],
      denominator: 'sg-outcomes-expressed',
      numerator: { knots: { '2022-04': 94.5 }, noise: 0.016 },
    },
    {
      kind: 'share',
      kpi: 'sg-triage-2wd',
      by: ['team'],
      denominator: 'sg-concerns',
      numerator: {
        knots: { '2022-04': 66, '2024-03': 71, '2024-11': 83, '2025-09': 85 },
        noise: 0.025,
      },
    },
    { kind: 'count', kpi: 'sg-open-90' },
    {
      kind: 'share',
      kpi: 'sg-repeat',
      settlesWithMonths: true,
      by: ['age'],
      denominator: 'sg-people-in-quarter',
      numerator: { knots: { '2022-04': 17.5 }, noise: 0.07 },
    },
  ],
}
