import type { ThemeModel } from '../model.ts'
import { byMonth } from '../timeline.ts'

/** High-priority work without a worker: few or none for years, then thirteen. */
const unallocatedHigh = [
  3, 2, 4, 1, 3, 2, 5, 3, 6, 5, 3, 2, 4, 2, 1, 3, 2, 0, 2, 1, 4, 6, 4, 2, 1, 0, 2, 0, 3, 5, 2, 1, 4, 5, 3, 0,
  2, 1, 4, 3, 7, 13,
]

export const allocationSeries: ThemeModel = {
  counts: [
    {
      id: 'awaiting-allocation',
      frequency: 'month',
      isFlow: false,
      total: {
        knots: { '2022-04': 420, '2023-09': 396, '2024-07': 318, '2025-09': 312 },
        noise: 0.022,
        drifts: true,
        pins: { '2024-09': 330, '2025-05': 311, '2025-08': 313, '2025-09': 310 },
      },
      by: ['team', 'town', 'work-type', 'priority'],
      members: { priority: { High: 'unallocated-high' } },
    },
    {
      id: 'cases-allocated',
      frequency: 'month',
      isFlow: true,
      total: { knots: { '2022-04': 236 }, noise: 0.06 },
      by: ['team', 'priority'],
      least: 1,
    },
    {
      id: 'unallocated-high',
      frequency: 'month',
      isFlow: false,
      total: { knots: { '2022-04': 3 }, noise: 0, pins: byMonth(unallocatedHigh) },
      by: ['team'],
      shares: { team: { Hospital: 0.08, 'Locality West': 0.34 } },
    },
    {
      id: 'case-holding-fte',
      frequency: 'month',
      isFlow: false,
      isFinalAtOnce: true,
      // in tenths of a full-time post
      total: {
        knots: { '2022-04': 1180, '2023-12': 1124, '2025-09': 1232 },
        noise: 0.008,
        drifts: true,
      },
      by: ['team'],
      least: 40,
    },
    {
      id: 'surge-completions',
      frequency: 'month',
      isFlow: true,
      total: {
        knots: {
          '2023-09': 0,
          '2023-10': 34,
          '2023-12': 78,
          '2024-07': 84,
          '2024-09': 92,
          '2025-05': 88,
          '2025-07': 38,
          '2025-09': 5,
        },
        noise: 0.09,
        pins: { '2024-09': 90, '2025-08': 11, '2025-09': 5 },
      },
      by: ['work-type', 'provider'],
      shares: {
        'work-type': {
          'OT assessment': { '2024-07': 0.62, '2024-08': 0.06 },
          'Care Act assessment': { '2024-07': 0.2, '2024-08': 0.68 },
          Review: { '2024-07': 0.18, '2024-08': 0.26 },
        },
      },
    },
    {
      id: 'trusted-assessor-completions',
      frequency: 'month',
      isFlow: true,
      total: {
        knots: { '2023-06': 0, '2023-07': 14, '2023-12': 46, '2024-06': 58, '2025-09': 61 },
        noise: 0.07,
      },
      by: ['town'],
    },
  ],
  measures: [
    { kind: 'count', kpi: 'awaiting-allocation' },
    {
      kind: 'median',
      kpi: 'allocate-median',
      by: ['team'],
      cases: 'cases-allocated',
      step: 0.5,
      path: {
        knots: { '2022-04': 15, '2023-12': 12.5, '2024-06': 9, '2025-09': 8 },
        noise: 0.04,
        pins: { '2024-09': 9, '2025-08': 8, '2025-09': 8 },
      },
    },
    {
      kind: 'share',
      kpi: 'allocated-within-10wd',
      agreesWith: { kpi: 'allocate-median', limit: 10 },
      by: ['team', 'priority'],
      denominator: 'cases-allocated',
      numerator: {
        knots: { '2022-04': 37, '2023-12': 44, '2024-06': 56, '2025-09': 62.5 },
        noise: 0.03,
        pins: { '2024-03': 47.5, '2024-09': 57, '2025-08': 62, '2025-09': 63 },
      },
      tilts: { priority: { High: 1.34, Medium: 1, Low: 0.82 } },
    },
    { kind: 'count', kpi: 'unallocated-high' },
    {
      kind: 'share',
      kpi: 'caseload-per-fte',
      by: ['team'],
      denominator: 'case-holding-fte',
      tenths: 'denominator',
      mayExceed: true,
      numerator: {
        knots: { '2022-04': 23.2, '2023-10': 22.6, '2024-09': 20.2, '2025-09': 20 },
        noise: 0.02,
        pins: { '2024-09': 20.2, '2025-08': 20.6, '2025-09': 19.9 },
      },
    },
    { kind: 'count', kpi: 'surge-completions' },
    { kind: 'count', kpi: 'trusted-assessor-completions' },
  ],
}
