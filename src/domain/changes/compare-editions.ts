import type { Action } from '../actions/action.ts'
import type { TestedFamily } from '../analysis/edition-analysis.ts'
import type { DescribedKpi } from '../editions/describe-kpi.ts'
import type { Edition } from '../editions/publication.ts'
import type { FigureVersion } from '../figures/figure.ts'
import type { Plan } from '../plans/plan.ts'
import { type ActionChange, compareActions } from './action-changes.ts'
import { compareFigures, type FigureChange, type RestatedFigures } from './figure-changes.ts'
import { compareMilestones, type MilestoneChange } from './milestone-changes.ts'
import { compareReceipts, type ReceiptChange } from './receipt-changes.ts'
import {
  compareDefinitions,
  compareMemberNames,
  compareRecordedChanges,
  compareTargets,
  compareTrajectories,
  type DefinitionChange,
  type RecordedChange,
  type RenamedMember,
  type TargetChange,
  type TrajectoryChange,
} from './record-changes.ts'
import { restatementReason } from './restatement-reason.ts'
import { findRestatements } from './restatements.ts'
import { compareSignals, type SignalChanges } from './signal-changes.ts'

type ComparedEdition = Pick<Edition, 'number' | 'label' | 'dataAsAt' | 'note'>

/** What one audience may see of an edition. */
export interface EditionContents {
  number: number
  dataAsAt: string
  kpis: readonly DescribedKpi[]
  plan: Plan
  /** the log as it was frozen with the edition */
  actions: readonly Action[]
  /** every series that was tested for recent change when the edition was published */
  family: TestedFamily
}

export interface EditionHistory {
  /** every edition that has been published, in any order */
  editions: readonly (ComparedEdition & Pick<Edition, 'standsOn'>)[]
  /** versions of figures that stand in only one of the two editions */
  differing: readonly FigureVersion[]
  /** every version, up to the later edition, of the figures that are marked revised in it */
  revised: readonly FigureVersion[]
}

type ChangedMeasure = Pick<
  DescribedKpi,
  'id' | 'name' | 'theme' | 'unit' | 'aggregation' | 'direction' | 'frequency' | 'decimals' | 'per'
>

export interface EditionChanges {
  /** null where there is no edition before */
  from: number | null
  to: number
  editions: ComparedEdition[]
  measures: ChangedMeasure[]
  newFigures: FigureChange[]
  restated: (RestatedFigures & { reason: string | null })[]
  /** the newest edition up to `from` in which a final figure was restated */
  restatedBefore: number | null
  settled: FigureChange[]
  stillProvisional: FigureChange[]
  withdrawn: FigureChange[]
  milestones: MilestoneChange[]
  trajectories: TrajectoryChange[]
  targets: TargetChange[]
  definitions: DefinitionChange[]
  /** left out by services that compare none */
  renamedMembers?: RenamedMember[] | undefined
  recordedChanges: RecordedChange[]
  receipts: ReceiptChange[]
  /** null where the data service analyses nothing */
  signals: SignalChanges | null
  actions: ActionChange[]
}

/**
 * What differs between two editions as one audience may see them: a protected comparison is made of the two
 * protected sets alone, both of which are public.
 */
export function compareEditions(
  from: EditionContents,
  to: EditionContents,
  { editions, differing, revised }: EditionHistory,
): EditionChanges {
  const measures = measuresOf(from, to)
  const restatements = findRestatements(revised)
  const figures = compareFigures({ from: from.number, to: to.number }, differing, restatements, measures)
  const recordedChanges = compareRecordedChanges(from.plan.interventions, to.plan.interventions)
  return {
    from: from.number,
    to: to.number,
    editions: between(editions, from.number, to.number),
    measures: measures.map(shownOf),
    ...figures,
    restated: figures.restated.map((change) => ({
      ...change,
      reason: reasonOf(change, editions, recordedChanges, measures),
    })),
    restatedBefore: restatements.reduce<number | null>(
      (newest, { edition }) => (edition <= from.number && edition > (newest ?? 0) ? edition : newest),
      null,
    ),
    milestones: compareMilestones(
      { milestones: from.plan.milestones, dataAsAt: from.dataAsAt },
      { milestones: to.plan.milestones, dataAsAt: to.dataAsAt },
    ),
    trajectories: compareTrajectories(from.plan.trajectories, to.plan.trajectories),
    targets: compareTargets(from.kpis, to.kpis),
    definitions: compareDefinitions(from.kpis, to.kpis),
    renamedMembers: compareMemberNames(from.kpis, to.kpis),
    recordedChanges,
    receipts: compareReceipts(from, to, differing),
    signals: compareSignals(from.family, to.family, measures),
    actions: compareActions(logOf(from), logOf(to)),
  }
}

/** Of one that stands on an earlier edition again, all that differs has one reason: its note. */
function reasonOf(
  { kpi, period, edition }: RestatedFigures,
  editions: EditionHistory['editions'],
  recordedChanges: readonly RecordedChange[],
  measures: readonly DescribedKpi[],
): string | null {
  const { note = null, standsOn } = editions.find(({ number }) => number === edition) ?? {}
  if (standsOn !== undefined) return note
  const measure = measures.find(({ id }) => id === kpi)
  return measure ? restatementReason({ measure, period }, note, recordedChanges, measures) : null
}

/** The first edition: nothing stands before it, so nothing is said to have changed. */
export function nothingToCompare(
  to: Pick<EditionContents, 'number' | 'kpis'>,
  editions: readonly ComparedEdition[],
): EditionChanges {
  return {
    from: null,
    to: to.number,
    editions: between(editions, to.number, to.number),
    measures: to.kpis.map(shownOf),
    newFigures: [],
    restated: [],
    restatedBefore: null,
    settled: [],
    stillProvisional: [],
    withdrawn: [],
    milestones: [],
    trajectories: [],
    targets: [],
    definitions: [],
    renamedMembers: [],
    recordedChanges: [],
    receipts: [],
    signals: { changed: [], standing: 0 },
    actions: [],
  }
}

/** Those of the later edition in its order, then those that only the earlier one has. */
function measuresOf(from: EditionContents, to: EditionContents): DescribedKpi[] {
  const later = new Set(to.kpis.map(({ id }) => id))
  return [...to.kpis, ...from.kpis.filter(({ id }) => !later.has(id))]
}

function logOf({ actions, plan, dataAsAt }: EditionContents) {
  return { actions, milestones: plan.milestones, dataAsAt }
}

function shownOf(kpi: DescribedKpi): ChangedMeasure {
  const { id, name, theme, unit, aggregation, direction, frequency, decimals, per } = kpi
  return { id, name, theme, unit, aggregation, direction, frequency, decimals, per }
}

function between(editions: readonly ComparedEdition[], from: number, to: number): ComparedEdition[] {
  return editions
    .filter(({ number }) => from <= number && number <= to)
    .toSorted((a, b) => a.number - b.number)
    .map(({ number, label, dataAsAt, note }) => ({ number, label, dataAsAt, note }))
}
