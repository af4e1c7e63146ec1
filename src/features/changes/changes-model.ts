import type { EditionChanges } from '../../domain/changes/compare-editions.ts'
import { themes } from '../../domain/measures/measure.ts'
import { type ActionRow, actionRows } from './action-rows.ts'
import { type FigureRow, figureRows, hasChanged, periodRow, type RestatedRow } from './figure-rows.ts'
import { type MilestoneRow, milestoneRows } from './milestone-rows.ts'
import { type ReceiptRow, receiptRows } from './receipt-rows.ts'
import { type RecordRow, recordRows } from './record-rows.ts'
import { clearedSignalRows, newSignalRows, type SignalRow } from './signal-rows.ts'

type Theme = (typeof themes)[number]

export interface ChangesModel {
  /** themes of which anything is held */
  themes: Theme[]
  restated: RestatedRow[]
  milestones: MilestoneRow[]
  /** series that are newly flagged, or for another change; null where nothing is analysed */
  newSignals: SignalRow[] | null
  clearedSignals: SignalRow[]
  actions: ActionRow[]
  receipts: ReceiptRow[]
  newFigures: FigureRow[]
  /** provisional figures that say something else now, final or not */
  settled: FigureRow[]
  /** how many of those are still provisional */
  unsettled: number
  /** provisional figures that became final as they were */
  settledUnchanged: number
  /** figures of breakdowns and other places that settled, or changed and may again: in no list */
  settledFurther: number
  records: RecordRow[]
}

/** Every list of the page as its rows, of one theme or of all; what belongs to no measure stands under all. */
export function buildChangesModel(changes: EditionChanges, theme: Theme | undefined): ChangesModel {
  const measures = new Map(changes.measures.map((measure) => [measure.id, measure]))
  const isShown = ({ kpi }: { kpi: string | null }) =>
    theme === undefined || (kpi !== null && measures.get(kpi)?.theme === theme)
  // what only breakdowns say is news where it is new or restated, not where it settles
  const settled = changes.settled.filter(isShown).flatMap(oneByOne)
  const unsettled = changes.stillProvisional.filter(isShown).flatMap(oneByOne).filter(hasChanged)
  return {
    themes: themes.filter((one) => changes.measures.some((measure) => measure.theme === one)),
    restated: changes.restated.filter(isShown).flatMap((change) =>
      figureRows(change, measures).map((row) => ({
        ...row,
        edition: change.edition,
        reason: change.reason ?? withoutReason(changes, change.edition),
      })),
    ),
    milestones: milestoneRows(changes.milestones.filter(isShown), changes.from),
    newSignals: changes.signals && newSignalRows(changes.signals.changed.filter(isShown), measures),
    clearedSignals: clearedSignalRows((changes.signals?.changed ?? []).filter(isShown), measures),
    actions: actionRows(changes.actions.filter(isShown), measures),
    receipts: receiptRows(changes.receipts.filter(isShown), measures),
    newFigures: changes.newFigures.filter(isShown).flatMap((change) => periodRow(change, measures)),
    settled: [...settled.filter(hasChanged), ...unsettled].flatMap((change) => figureRows(change, measures)),
    unsettled: unsettled.length,
    settledUnchanged: settled.filter((change) => !hasChanged(change)).length,
    settledFurther: [...changes.settled, ...changes.stillProvisional]
      .filter(isShown)
      .reduce((sum, { further }) => sum + further, 0),
    records: recordRows(changes, measures).filter(isShown),
  }
}

/** A note that does not name the measure is not told as its reason; where there is one, it may hold it all the same. */
function withoutReason({ editions }: EditionChanges, edition: number): string {
  const note = editions.find(({ number }) => number === edition)?.note
  return note
    ? `No reason is recorded for this measure alone: see the note of edition ${edition}`
    : 'No reason is recorded for this measure'
}

/** Each figure by itself: of a measure of categories, each category's. What lies below them is left out. */
function oneByOne<Change extends EditionChanges['settled'][number]>(change: Change): Change[] {
  return change.figures.map((figure) => ({ ...change, figures: [figure], further: 0 }))
}
