import type { QueryClient } from '@tanstack/react-query'
import { changesQuery } from '../../../api/changes.ts'
import type { EditionChanges } from '../../../domain/changes/compare-editions.ts'
import type { Exhibit, ExhibitOrigin, ExhibitTable } from '../../../domain/exhibits/exhibit.ts'
import { recordTable } from '../../../domain/exhibits/record-table.ts'
import { tableExhibit } from '../../../domain/exhibits/table-exhibit.ts'
import { countOf, numberInWords } from '../../../domain/measures/format.ts'
import { themeNames } from '../../../domain/measures/measure.ts'
import { actionColumns } from '../action-columns.tsx'
import { buildChangesModel, type ChangesModel } from '../changes-model.ts'
import { type ChangeListId, type ChangesSearch, changeListIds } from '../changes-search.ts'
import {
  milestoneColumns,
  newFigureColumns,
  receiptColumns,
  recordColumns,
  restatedColumns,
  settledColumns,
} from '../columns.tsx'
import { countFigures, newestRows } from '../figure-rows.ts'
import { moveWords } from '../milestone-rows.ts'
import { clearedSignalColumns, newSignalColumns } from '../signal-columns.tsx'

/**
 * One list of what changed between two editions.
 * @throws Error where no such list is known, or there is no edition before to compare with
 */
export async function loadChanges(
  search: ChangesSearch,
  list: string | undefined,
  address: string,
  origin: ExhibitOrigin,
  queries: QueryClient,
): Promise<Exhibit<never>> {
  const view = { edition: origin.edition.number, audience: origin.audience }
  const id = changeListIds.find((one) => one === list)
  if (!id) throw new Error(`There is no list of changes called “${list ?? ''}”.`)
  const from = search.from === undefined ? undefined : Number(search.from)
  const changes = await queries.ensureQueryData(changesQuery(view, from))
  if (changes.from === null) throw new Error('There is no edition before this one to compare with.')
  const model = buildChangesModel(changes, search.theme)
  const table = tableOf(id, model, changes.from)
  const count = countIn(id, model, table)
  return tableExhibit({
    origin,
    name: `Since edition ${changes.from}: ${table.title.toLowerCase()}`,
    finding: `Since ${changes.editions[0]?.label}${search.theme === undefined ? '' : `, ${themeNames[search.theme].toLowerCase()}`}: ${
      (id === 'milestones' && moveWords(milestonesOf(changes, model))) ||
      (id === 'restated' && count > 0 && restatedInWords(model)) ||
      `${count === 0 ? 'no' : numberInWords(count)} ${nounOf(id, count)}`
    }`,
    scope: search.theme === undefined ? '' : themeNames[search.theme],
    facts: [{ figure: String(count), words: nounOf(id, count) }],
    notes: [`Edition ${changes.to} against edition ${changes.from}.`],
    questions:
      id === 'restated' && table.rows.length > 0
        ? [
            count === 1
              ? 'One figure changed after it was final: does any past decision rest on it?'
              : `${countOf(count, 'figure')} changed after they were final: does any past decision rest on them?`,
          ]
        : [],
    tables: [table],
    fileStem: `changes_${id}_since-edition-${changes.from}`,
    address,
  })
}

/** Figures are counted as figures, and of new ones their measures: the file has a row for every period. */
function countIn(id: ChangeListId, model: ChangesModel, table: ExhibitTable): number {
  switch (id) {
    case 'restated':
      return countFigures(model.restated).figures
    case 'new':
      return newestRows(model.newFigures).length
    default:
      return table.rows.length
  }
}

/** Figures, however few rows they stand in. @example '14 final figures of five measures were restated' */
function restatedInWords({ restated }: ChangesModel): string {
  const { figures, measures } = countFigures(restated)
  if (figures === 1) return 'one final figure was restated'
  const of = measures === 1 ? 'one measure' : `${numberInWords(measures)} measures`
  return `${numberInWords(figures)} final figures of ${of} were restated`
}

/** Those that the list shows: of the theme that was chosen. */
function milestonesOf({ milestones }: EditionChanges, model: ChangesModel): EditionChanges['milestones'] {
  const shown = new Set(model.milestones.map(({ key }) => key))
  return milestones.filter(({ id }) => shown.has(id))
}

/** What stands in each list, for one and for many. */
const nouns: Record<ChangeListId, readonly [one: string, many: string]> = {
  milestones: ['milestone that changed', 'milestones that changed'],
  restated: ['restated figure', 'restated figures'],
  signals: ['series that newly shows a recent change', 'series that newly show a recent change'],
  cleared: ['series that is no longer flagged', 'series that are no longer flagged'],
  actions: ['action that changed', 'actions that changed'],
  receipts: ['figure that became overdue or came late', 'figures that became overdue or came late'],
  new: ['measure with new figures', 'measures with new figures'],
  settled: ['provisional figure that changed', 'provisional figures that changed'],
  records: ['change of targets, plans and definitions', 'changes of targets, plans and definitions'],
}

function nounOf(id: ChangeListId, count: number): string {
  return nouns[id][count === 1 ? 0 : 1]
}

function tableOf(id: ChangeListId, model: ChangesModel, from: number): ExhibitTable {
  switch (id) {
    case 'restated':
      return recordTable('Restated figures', restatedColumns, model.restated)
    case 'milestones':
      return recordTable('Milestones', milestoneColumns, model.milestones)
    case 'signals': {
      const rows = model.newSignals ?? []
      return recordTable('New signals', newSignalColumns(rows, from), rows)
    }
    case 'cleared':
      return recordTable('Signals no longer flagged', clearedSignalColumns(from), model.clearedSignals)
    case 'actions':
      return recordTable('Actions', actionColumns, model.actions)
    case 'receipts':
      return recordTable('Overdue figures', receiptColumns, model.receipts)
    case 'new':
      return recordTable('New figures', newFigureColumns, model.newFigures)
    case 'settled':
      return recordTable('Provisional figures that changed', settledColumns, model.settled)
    case 'records':
      return recordTable('Targets, plans and definitions', recordColumns, model.records)
  }
}
