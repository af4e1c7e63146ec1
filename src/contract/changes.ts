import * as z from 'zod/mini'
import { testedKinds } from '../domain/analysis/edition-analysis.ts'
import { actionChangeKinds } from '../domain/changes/action-changes.ts'
import { milestoneChangeKinds } from '../domain/changes/milestone-changes.ts'
import { receiptChangeKinds } from '../domain/changes/receipt-changes.ts'
import { recordChangeKinds } from '../domain/changes/record-changes.ts'
import { signalChangeKinds } from '../domain/changes/signal-changes.ts'
import { availabilities } from '../domain/figures/figure.ts'
import { deliveryStatuses } from '../domain/plans/judge-milestone.ts'
import { bragStatuses, interventionKinds } from '../domain/plans/plan.ts'
import { ActionStatus } from './actions.ts'
import { Audience, EditionParameter, isoDate, period } from './common.ts'
import { Aggregation, Direction, Frequency, RateBase, Target, Theme, Unit } from './measure.ts'
import { SignalState } from './row-analysis.ts'

const Availability = z.enum(availabilities)

/** What one edition says of a figure. */
const FigureState = z.object({
  value: z.nullable(z.number()),
  availability: Availability,
  provisional: z.boolean(),
})

const FigureDifference = z.object({
  dimension: z.string(),
  member: z.string(),
  label: z.string(),
  /** null where the earlier edition does not hold it */
  before: z.nullable(FigureState),
  /** null where the later edition does not hold it */
  after: z.nullable(FigureState),
})

/** One measure in one period. */
const FigureChange = z.object({
  kpi: z.string(),
  period,
  /** the borough's figure; for a measure of categories, each category */
  figures: z.array(FigureDifference),
  /** figures of breakdowns and other places that changed in the same way */
  further: z.int(),
})

const Restatement = z.extend(FigureChange, {
  /** the edition that restated it */
  edition: z.int(),
  /** null where none was recorded for this measure */
  reason: z.nullable(z.string()),
})

const MilestoneState = z.object({
  currentDue: isoDate,
  completed: z.nullable(isoDate),
  /** as shown, judged on the day of that edition */
  brag: z.enum(bragStatuses),
  delivery: z.enum(deliveryStatuses),
  isOverdue: z.boolean(),
  slipWorkingDays: z.int(),
  /** the rule that set the status, in words */
  rule: z.string(),
})

const MilestoneChange = z.object({
  id: z.string(),
  title: z.string(),
  workstream: z.string(),
  kpi: z.nullable(z.string()),
  ownerRole: z.string(),
  /** the date first promised; left out by services that do not tell it */
  baselineDue: z.optional(isoDate),
  changes: z.array(z.enum(milestoneChangeKinds)),
  /** moves that the earlier edition does not know, oldest first; `nth` counts from the first promise */
  moves: z.array(
    z.object({
      from: isoDate,
      to: isoDate,
      reason: z.string(),
      approver: z.string(),
      movedOn: isoDate,
      nth: z.int(),
    }),
  ),
  before: z.nullable(MilestoneState),
  after: z.nullable(MilestoneState),
})

const RecordChange = z.enum(recordChangeKinds)

const TrajectoryChange = z.object({
  kpi: z.string(),
  change: RecordChange,
  approvedBy: z.string(),
  /** periods whose planned value differs */
  points: z.array(z.object({ period, before: z.nullable(z.number()), after: z.nullable(z.number()) })),
})

const TargetChange = z.object({
  kpi: z.string(),
  /** targets that the other edition does not have */
  before: z.array(Target),
  after: z.array(Target),
  /** targets that both have; left out by services that do not tell them */
  standing: z.optional(z.array(Target)),
})

const DefinitionChange = z.object({
  kpi: z.string(),
  change: RecordChange,
  /** parts of the definition that differ, by their names in /kpis */
  fields: z.array(
    z.object({ field: z.string(), before: z.nullable(z.string()), after: z.nullable(z.string()) }),
  ),
})

/** A town, team or group that both editions hold under one key and another name. */
const RenamedMember = z.object({
  dimension: z.string(),
  /** the name of the breakdown, such as Town */
  dimensionLabel: z.string(),
  member: z.string(),
  before: z.string(),
  after: z.string(),
})

/** A surge, a re-baseline or a definition break that was recorded, changed or taken back. */
const RecordedChange = z.object({
  id: z.string(),
  kpi: z.nullable(z.string()),
  kind: z.enum(interventionKinds),
  change: RecordChange,
  title: z.string(),
  reason: z.string(),
  start: isoDate,
  end: z.nullable(isoDate),
})

/** A measure whose figure has become overdue, or has come after it was. */
const ReceiptChange = z.object({
  kpi: z.string(),
  change: z.enum(receiptChangeKinds),
  /** the period that is, or was, awaited */
  period,
  due: isoDate,
  /** when it was read; null while it is awaited */
  received: z.nullable(isoDate),
})

const SignalChange = z.object({
  kpi: z.string(),
  dimension: z.string(),
  member: z.string(),
  label: z.string(),
  /** the name of the breakdown, such as Town */
  dimensionLabel: z.string(),
  /** the series itself, or the share of this category among all of the measure's */
  tested: z.enum(testedKinds),
  /**
   * `another`: flagged in both, for a change that points the other way or began after the earlier edition's
   * figures ended
   */
  change: z.enum(signalChangeKinds),
  /** null where the earlier edition did not flag it */
  before: z.nullable(SignalState),
  /** null where the later edition does not flag it */
  after: z.nullable(SignalState),
  /** whether the later edition could test it */
  isTested: z.boolean(),
})

const ActionState = z.object({
  status: ActionStatus,
  due: isoDate,
  closed: z.nullable(isoDate),
  carried: z.int(),
  /** on the day of that edition's data */
  isOverdue: z.boolean(),
})

const ActionChange = z.object({
  id: z.string(),
  board: z.string(),
  action: z.string(),
  ownerRole: z.string(),
  raised: isoDate,
  /** a measure or a milestone */
  link: z.nullable(z.string()),
  whatChanged: z.nullable(z.string()),
  /** the measure that it is linked to, itself or by a milestone */
  kpi: z.nullable(z.string()),
  /** `listed`: raised before the earlier edition, whose log did not hold it; `moved`: due on another day */
  changes: z.array(z.enum(actionChangeKinds)),
  before: z.nullable(ActionState),
  after: z.nullable(ActionState),
})

/** What is needed to show a figure of a measure. */
const ChangedMeasure = z.object({
  id: z.string(),
  name: z.string(),
  theme: Theme,
  unit: Unit,
  aggregation: Aggregation,
  direction: Direction,
  frequency: Frequency,
  decimals: z.int(),
  per: RateBase,
})

const ComparedEdition = z.object({
  number: z.int(),
  label: z.string(),
  dataAsAt: isoDate,
  note: z.nullable(z.string()),
})

export const ChangesQuery = z.object({
  /** an edition before `to`; default: the one before it */
  from: z.optional(z.string().check(z.regex(/^[1-9]\d{0,5}$/, 'an edition number'))),
  /** default `latest` */
  to: z.optional(EditionParameter),
  audience: z.optional(Audience),
})

/** What differs between two editions, both read as one audience may see them. */
export const ChangesReply = z.object({
  audience: Audience,
  /** null where there is no edition before: nothing can be compared, and every list is empty */
  from: z.nullable(z.int()),
  to: z.int(),
  /** from the earlier to the later, those in between included: their notes give the reasons */
  editions: z.array(ComparedEdition),
  /** every measure of either edition, in the order of the later one */
  measures: z.array(ChangedMeasure),
  /** figures that are new, and those that had been missing or withheld and are now given */
  newFigures: z.array(FigureChange),
  /** final figures that were replaced */
  restated: z.array(Restatement),
  /** the newest edition up to `from` in which a final figure was restated; null where there is none */
  restatedBefore: z.nullable(z.int()),
  /** provisional figures that have become final, changed or not */
  settled: z.array(FigureChange),
  /** figures that were given provisionally, are still provisional, and say something else */
  stillProvisional: z.array(FigureChange),
  /** figures that the later edition no longer holds */
  withdrawn: z.array(FigureChange),
  milestones: z.array(MilestoneChange),
  trajectories: z.array(TrajectoryChange),
  targets: z.array(TargetChange),
  definitions: z.array(DefinitionChange),
  /** parts of breakdowns that have another name; left out by services that compare none */
  renamedMembers: z.optional(z.array(RenamedMember)),
  recordedChanges: z.array(RecordedChange),
  receipts: z.array(ReceiptChange),
  /** from the stored analyses of the two editions; null where the service analyses nothing */
  signals: z.nullable(
    z.object({
      /** new ones strongest first, then cleared ones */
      changed: z.array(SignalChange),
      /** series that both editions flag for the same change */
      standing: z.int(),
    }),
  ),
  /** from the logs as they were frozen with the two editions, in the order of the later log */
  actions: z.array(ActionChange),
})
export type ChangesReply = z.infer<typeof ChangesReply>
