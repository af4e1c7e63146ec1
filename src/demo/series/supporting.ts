import type { ThemeModel } from '../model.ts'

export const supportingSeries: ThemeModel = {
  counts: [
    {
      id: 'established-fte',
      frequency: 'month',
      isFlow: false,
      isFinalAtOnce: true,
      // in tenths of a full-time post
      total: {
        knots: [
          ['2022-04', 3060],
          ['2024-04', 3180],
          ['2025-09', 3240],
        ],
        noise: 0.002,
        drifts: true,
      },
      by: ['team', 'role'],
      least: 60,
    },
    {
      id: 'required-fields',
      frequency: 'month',
      isFlow: true,
      total: { knots: [['2022-04', 18400]], noise: 0.05 },
      by: ['team', 'field'],
    },
    {
      id: 'recorded-events',
      frequency: 'month',
      isFlow: true,
      total: { knots: [['2022-04', 6200]], noise: 0.05 },
      by: ['team'],
    },
    {
      id: 'case-audits',
      frequency: 'quarter',
      isFlow: true,
      total: { knots: [['2022-Q1', 25]], noise: 0.09, pins: { '2025-Q1': 26, '2025-Q2': 24 } },
      by: ['team'],
      least: 1,
    },
    {
      id: 'panel-cases',
      frequency: 'quarter',
      isFlow: true,
      total: { knots: [['2022-Q1', 44]], noise: 0.08 },
      by: [],
    },
    {
      id: 'provider-high-risk',
      frequency: 'month',
      isFlow: false,
      isFinalAtOnce: true,
      total: {
        knots: [
          ['2022-04', 4],
          ['2023-10', 6],
          ['2025-09', 3],
        ],
        noise: 0.14,
        drifts: true,
      },
      by: ['care-type'],
    },
    {
      id: 'contract-reviews-due',
      frequency: 'quarter',
      isFlow: true,
      total: { knots: [['2022-Q1', 38]], noise: 0.1 },
      by: ['care-type'],
      least: 1,
    },
    {
      // in thousands of pounds
      id: 'net-budget',
      frequency: 'month',
      isFlow: false,
      isFinalAtOnce: true,
      total: (_, index) => [98_400, 104_900, 112_300, 119_800][Math.floor(index / 12)] ?? 98_400,
      by: ['budget-area'],
    },
    {
      id: 'survey-answers',
      frequency: 'quarter',
      isFlow: true,
      total: {
        knots: [
          ['2022-Q1', 212],
          ['2025-Q2', 304],
        ],
        noise: 0.07,
      },
      by: ['age', 'ethnicity', 'town'],
      least: 1,
    },
  ],
  measures: [
    {
      kind: 'share',
      kpi: 'vacancy-rate',
      by: ['team', 'role'],
      denominator: 'established-fte',
      tenths: 'both',
      isFinalAtOnce: true,
      numerator: {
        knots: [
          ['2022-04', 18.9],
          ['2023-06', 19.4],
          ['2024-06', 15.6],
          ['2025-09', 16.2],
        ],
        noise: 0.025,
        drifts: true,
        pins: { '2024-09': 15.4, '2025-08': 16.9, '2025-09': 16.1 },
      },
    },
    {
      kind: 'share',
      kpi: 'dq-complete',
      by: ['team', 'field'],
      denominator: 'required-fields',
      numerator: {
        knots: [
          ['2022-04', 93.1],
          ['2023-10', 95.8],
          ['2024-06', 98.2],
          ['2025-09', 98.6],
        ],
        noise: 0.0025,
        pins: { '2024-09': 98.5, '2025-08': 98.5, '2025-09': 98.7 },
      },
    },
    {
      kind: 'share',
      kpi: 'dq-timely',
      by: ['team'],
      denominator: 'recorded-events',
      numerator: {
        knots: [
          ['2022-04', 76],
          ['2024-12', 79],
          ['2025-03', 85],
          ['2025-09', 88],
        ],
        noise: 0.015,
      },
    },
    {
      kind: 'share',
      kpi: 'audit-good',
      by: ['team'],
      denominator: 'case-audits',
      numerator: {
        knots: [
          ['2022-Q1', 56],
          ['2024-Q2', 67],
          ['2025-Q2', 71],
        ],
        noise: 0.05,
        pins: { '2024-Q2': 68, '2025-Q1': 69.2, '2025-Q2': 70.8 },
      },
    },
    {
      kind: 'categories',
      kpi: 'blrp-themes',
      dimension: 'theme',
      cases: 'panel-cases',
      categories: {
        'Strengths-based practice': { knots: [['2022-Q1', 0.42]], noise: 0.12 },
        'Family network': { knots: [['2022-Q1', 0.31]], noise: 0.14 },
        Technology: {
          knots: [
            ['2022-Q1', 0.2],
            ['2025-Q2', 0.44],
          ],
          noise: 0.14,
        },
        'Proportionate package': { knots: [['2022-Q1', 0.36]], noise: 0.12 },
        Recording: {
          knots: [
            ['2022-Q1', 0.48],
            ['2025-Q2', 0.3],
          ],
          noise: 0.13,
        },
      },
    },
    { kind: 'count', kpi: 'provider-high-risk' },
    {
      kind: 'share',
      kpi: 'contract-reviews',
      by: ['care-type'],
      denominator: 'contract-reviews-due',
      numerator: {
        knots: [
          ['2022-Q1', 76],
          ['2024-Q4', 92],
          ['2025-Q2', 94],
        ],
        noise: 0.03,
      },
    },
    {
      kind: 'share',
      kpi: 'spend-against-budget',
      by: ['budget-area'],
      denominator: 'net-budget',
      mayExceed: true,
      isFinalAtOnce: true,
      numerator: {
        knots: [
          ['2022-04', 101.2],
          ['2023-03', 103.4],
          ['2023-04', 100.6],
          ['2024-03', 104.8],
          ['2024-04', 100.9],
          ['2025-03', 103.1],
          ['2025-04', 100.4],
          ['2025-09', 102.3],
        ],
        noise: 0.003,
      },
      tilts: { 'budget-area': { 'Learning disabilities': 1.015, 'Staff and overheads': 0.96 } },
    },
    {
      kind: 'share',
      kpi: 'people-say-good',
      by: ['age', 'ethnicity', 'town'],
      denominator: 'survey-answers',
      numerator: {
        knots: [
          ['2022-Q1', 68],
          ['2025-Q2', 74],
        ],
        noise: 0.025,
      },
    },
  ],
}
