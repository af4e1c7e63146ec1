import { periodRange } from '../../domain/periods/period.ts'
import type { Trajectory } from '../../domain/plans/plan.ts'
import { levelAt } from '../path.ts'

const months = periodRange('2025-04', '2026-03')
const quarters = periodRange('2025-Q1', '2025-Q4')

const board = {
  waiting: 'Waiting Well Board, 27 March 2025',
  practice: 'Practice Board, 20 March 2025',
  safeguarding: 'Safeguarding Adults Board, 12 March 2025',
  payments: 'Direct Payments Board, 25 March 2025',
  quality: 'Quality Board, 18 March 2025',
} as const

/** Planned for April 2025, September 2025 and March 2026; straight in between. */
const monthly: readonly (readonly [
  string,
  keyof typeof board,
  readonly [number, number, number],
  number?,
])[] = [
  ['care-act-waiting', 'waiting', [440, 376, 200]],
  ['care-act-wait-median', 'waiting', [60, 49, 28]],
  ['care-act-wait-p90', 'waiting', [232, 220, 150]],
  ['care-act-within-28', 'waiting', [36, 45, 70]],
  ['ot-wait-median', 'waiting', [105, 96, 60]],
  ['reviews-overdue', 'waiting', [925, 879, 700]],
  ['carers-wait-median', 'waiting', [50, 44, 28]],
  ['financial-waiting', 'waiting', [205, 180, 80]],
  ['financial-within-28', 'waiting', [62, 66, 85]],
  ['dols-backlog', 'waiting', [285, 269, 180]],
  ['dols-within-21', 'waiting', [28, 33, 50]],
  ['awaiting-allocation', 'practice', [300, 214, 150]],
  ['allocate-median', 'practice', [9.5, 8.5, 7.5], 1],
  ['allocated-within-10wd', 'practice', [60, 67, 85]],
  ['sg-risk-reduced', 'safeguarding', [90, 91, 92]],
  ['sg-msp-met', 'safeguarding', [94, 95, 95]],
  ['sg-triage-2wd', 'safeguarding', [82, 86, 90]],
  ['sg-open-90', 'safeguarding', [35, 25, 15]],
  ['dp-clients', 'payments', [345, 440, 600]],
  ['dp-clients-share', 'payments', [11.2, 14.5, 20], 1],
  ['dp-carers', 'payments', [8, 54, 150]],
  ['dp-setup-median', 'payments', [54, 44, 28]],
  ['dp-audits-overdue', 'payments', [80, 45, 20]],
  ['vacancy-rate', 'practice', [16, 14.3, 10], 1],
  ['dq-complete', 'quality', [98, 98.1, 98.3], 1],
  ['dq-timely', 'quality', [84, 86, 90]],
  ['provider-high-risk', 'quality', [4, 4, 2]],
]

/** Planned for each quarter of 2025-26. */
const quarterly: readonly (readonly [string, keyof typeof board, readonly number[]])[] = [
  ['dp-carers-share', 'payments', [63, 65.5, 70, 75]],
  ['dp-pa-register', 'payments', [84, 90, 104, 120]],
  ['audit-good', 'quality', [70, 72, 74, 75]],
  ['contract-reviews', 'quality', [90, 91, 93, 95]],
  ['people-say-good', 'quality', [74, 76, 78, 80]],
]

/** The OT list as its board approved it, month by month. */
const otList = [316, 300, 284, 268, 250, 232, 216, 200, 186, 174, 162, 150]

export const demoTrajectories: readonly Trajectory[] = [
  {
    kpi: 'ot-waiting',
    approvedBy: board.waiting,
    points: months.map((period, index) => ({ period, planned: otList[index] ?? 150 })),
  },
  ...monthly.map(([kpi, approver, [april, september, march], decimals = 0]) => ({
    kpi,
    approvedBy: board[approver],
    points: months.map((period, index) => ({
      period,
      planned: Number(
        levelAt(
          [
            { at: 0, level: april },
            { at: 5, level: september },
            { at: 11, level: march },
          ],
          index,
        ).toFixed(decimals),
      ),
    })),
  })),
  ...quarterly.map(([kpi, approver, planned]) => ({
    kpi,
    approvedBy: board[approver],
    points: quarters.flatMap((period, index) => {
      const value = planned[index]
      return value === undefined ? [] : [{ period, planned: value }]
    }),
  })),
]
