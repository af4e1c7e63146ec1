import * as z from 'zod/mini'
import { bragStatuses, releases } from '../domain/plans/plan.ts'
import { isoDate } from './common.ts'

export const Milestone = z.object({
  id: z.string(),
  workstream: z.string(),
  title: z.string(),
  kpi: z.nullable(z.string()),
  successMeasure: z.nullable(z.string()),
  ownerRole: z.string(),
  baselineDue: isoDate,
  currentDue: isoDate,
  completed: z.nullable(isoDate),
  /** as reported; what is shown is computed as of the edition */
  status: z.enum(bragStatuses),
  /** officers only */
  risk: z.nullable(z.string()),
  /** officers only */
  evidence: z.nullable(z.string()),
  /** officers only */
  confidence: z.nullable(z.string()),
  release: z.enum(releases),
  moves: z.array(
    z.object({ from: isoDate, to: isoDate, reason: z.string(), approver: z.string(), movedOn: isoDate }),
  ),
})
export type Milestone = z.infer<typeof Milestone>
