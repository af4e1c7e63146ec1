import { all } from '../dimensions.ts'
import type { ThemeModel } from '../model.ts'
import { byMonth } from '../timeline.ts'

/**
 * The OT list month by month, as the story of the trusted assessors and the surge needs it.
 * The 382 of February 2024 is never published: that month is missing.
 */
const otList = [
  477, 477, 473, 471, 489, 465, 491, 477, 468, 458, 489, 465, 476, 468, 476, 461, 445, 437, 425, 409, 408,
  391, 382, 373, 352, 349, 328, 324, 315, 330, 315, 308, 323, 330, 308, 332, 296, 321, 327, 309, 312, 309,
]

export const waitingSeries: ThemeModel = {
  counts: [
    {
      id: 'care-act-waiting',
      frequency: 'month',
      isFlow: false,
      total: {
        knots: { '2022-04': 405, '2023-09': 470, '2024-08': 505, '2025-09': 414 },
        noise: 0.018,
        drifts: true,
        pins: { '2024-09': 501, '2025-05': 461, '2025-08': 426, '2025-09': 414 },
      },
      by: [...all, 'priority', 'wait-band'],
      shares: {
        // the surge starts with the oldest cases
        'wait-band': {
          'Under 4 weeks': { '2024-08': 0.25, '2025-09': 0.38 },
          '4 to 12 weeks': { '2024-08': 0.29, '2025-09': 0.36 },
          '12 to 26 weeks': { '2024-08': 0.25, '2025-09': 0.19 },
          'Over 26 weeks': { '2022-04': 0.17, '2024-08': 0.21, '2025-09': 0.07 },
        },
      },
    },
    {
      id: 'care-act-started',
      frequency: 'month',
      isFlow: true,
      total: {
        knots: { '2022-04': 132, '2024-08': 138, '2024-10': 158, '2025-09': 148 },
        noise: 0.05,
        pins: { '2025-09': 148 },
      },
      by: all,
      least: 1,
    },
    {
      id: 'ot-waiting',
      frequency: 'month',
      isFlow: false,
      total: { knots: { '2022-04': 477 }, noise: 0, pins: byMonth(otList) },
      by: ['team', 'town', 'age', 'priority', 'wait-band'],
      shares: {
        town: {
          Southall: { '2024-08': 0.19, '2025-09': 0.245 },
        },
        age: { '18-64': 0.2, '65-74': 0.19, '75-84': 0.3, '85+': 0.31 },
        'wait-band': {
          'Under 4 weeks': { '2023-06': 0.2, '2024-08': 0.26 },
          '4 to 12 weeks': { '2023-06': 0.27, '2024-08': 0.33 },
          '12 to 26 weeks': { '2023-06': 0.24, '2024-08': 0.22 },
          'Over 26 weeks': { '2023-06': 0.29, '2024-08': 0.19 },
        },
      },
    },
    {
      id: 'ot-started',
      frequency: 'month',
      isFlow: true,
      total: {
        knots: { '2023-06': 78, '2024-02': 112, '2024-08': 98, '2025-09': 92 },
        noise: 0.06,
      },
      by: ['team', 'town'],
      least: 1,
    },
    {
      id: 'reviews-overdue',
      frequency: 'month',
      isFlow: false,
      total: {
        knots: { '2022-04': 1180, '2023-10': 1240, '2024-09': 1002, '2025-09': 867 },
        noise: 0.01,
        drifts: true,
        pins: { '2024-09': 1002, '2025-08': 869, '2025-09': 867 },
      },
      by: all,
      shares: { team: { Hospital: 0.03 } },
    },
    {
      id: 'carers-assessed',
      frequency: 'month',
      isFlow: true,
      total: { knots: { '2022-04': 62 }, noise: 0.09 },
      by: ['town', 'age', 'ethnicity'],
      least: 1,
    },
    {
      id: 'financial-waiting',
      frequency: 'month',
      isFlow: false,
      total: {
        knots: { '2022-04': 255, '2023-06': 290, '2024-08': 212, '2025-08': 214 },
        noise: 0.03,
        drifts: true,
        pins: { '2024-08': 212, '2025-07': 227, '2025-08': 214 },
      },
      by: ['age', 'wait-band'],
    },
    {
      id: 'financial-completed',
      frequency: 'month',
      isFlow: true,
      total: { knots: { '2022-04': 118 }, noise: 0.07 },
      by: ['age'],
      least: 1,
    },
    {
      id: 'dols-backlog',
      frequency: 'month',
      isFlow: false,
      total: {
        knots: { '2022-04': 372, '2023-12': 341, '2024-09': 303, '2025-07': 256, '2025-09': 263 },
        noise: 0.018,
        drifts: true,
        pins: { '2024-09': 303, '2025-08': 259, '2025-09': 263 },
      },
      by: ['age', 'setting', 'priority'],
      shares: { age: { '18-64': 0.17, '65-74': 0.15, '75-84': 0.29, '85+': 0.39 } },
    },
    {
      id: 'dols-completed',
      frequency: 'month',
      isFlow: true,
      total: {
        knots: { '2022-04': 84, '2025-09': 102 },
        noise: 0.08,
      },
      by: ['setting'],
      least: 1,
    },
  ],
  measures: [
    { kind: 'count', kpi: 'care-act-waiting' },
    {
      kind: 'median',
      kpi: 'care-act-wait-median',
      by: ['team', 'town', 'age', 'ethnicity'],
      cases: 'care-act-started',
      habit: 'care-act-wait',
      path: {
        knots: { '2022-04': 47, '2024-08': 54, '2025-09': 71 },
        noise: 0.035,
        pins: { '2024-09': 56, '2025-08': 66, '2025-09': 72 },
      },
    },
    {
      kind: 'median',
      kpi: 'care-act-wait-p90',
      by: ['team'],
      cases: 'care-act-started',
      habit: 'care-act-wait',
      path: {
        knots: { '2022-04': 151, '2024-08': 182, '2025-06': 236, '2025-09': 221 },
        noise: 0.05,
      },
    },
    {
      kind: 'share',
      kpi: 'care-act-within-28',
      agreesWith: { kpi: 'care-act-wait-median', limit: 28 },
      by: all,
      denominator: 'care-act-started',
      numerator: {
        knots: { '2022-04': 41, '2024-08': 38, '2025-09': 29 },
        noise: 0.05,
        pins: { '2024-09': 37, '2025-08': 30, '2025-09': 29 },
      },
    },
    { kind: 'count', kpi: 'ot-waiting' },
    {
      kind: 'median',
      kpi: 'ot-wait-median',
      by: ['team', 'town'],
      cases: 'ot-started',
      path: {
        knots: { '2023-06': 104, '2024-04': 141, '2024-10': 112, '2025-09': 96 },
        noise: 0.05,
      },
    },
    { kind: 'count', kpi: 'reviews-overdue' },
    {
      kind: 'median',
      kpi: 'carers-wait-median',
      by: ['town', 'age', 'ethnicity'],
      cases: 'carers-assessed',
      path: {
        knots: { '2022-04': 78, '2024-06': 64, '2025-09': 43 },
        noise: 0.07,
      },
    },
    { kind: 'count', kpi: 'financial-waiting' },
    {
      kind: 'share',
      kpi: 'financial-within-28',
      by: ['age'],
      denominator: 'financial-completed',
      numerator: {
        knots: { '2022-04': 42, '2024-03': 46, '2024-04': 63, '2025-09': 68 },
        noise: 0.045,
      },
    },
    { kind: 'count', kpi: 'dols-backlog' },
    {
      kind: 'share',
      kpi: 'dols-within-21',
      by: ['setting'],
      denominator: 'dols-completed',
      numerator: {
        knots: { '2022-04': 17, '2024-09': 24, '2025-09': 37 },
        noise: 0.09,
      },
    },
  ],
}
