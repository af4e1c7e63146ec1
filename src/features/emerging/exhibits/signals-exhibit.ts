import type { QueryClient } from '@tanstack/react-query'
import { signalsQuery } from '../../../api/analysis.ts'
import { kpisQuery } from '../../../api/kpis.ts'
import type { Exhibit, ExhibitOrigin } from '../../../domain/exhibits/exhibit.ts'
import { recordTable } from '../../../domain/exhibits/record-table.ts'
import { tableExhibit } from '../../../domain/exhibits/table-exhibit.ts'
import { countOf } from '../../../domain/measures/format.ts'
import {
  buildEmergingModel,
  type ConfirmRow,
  type EmergingModel,
  isFiltered,
  type SignalRow,
} from '../emerging-model.ts'
import type { EmergingSearch } from '../emerging-search.ts'
import { actionInWords, falseAlarmsInWords, writeEmergingFinding } from '../emerging-words.ts'
import { kindWords, meaningMarks } from '../signal-marks.ts'
import { testedColumns } from '../tested-columns.ts'

/** Questions are asked about the strongest few: a list of all of them is asked about by nobody. */
const askedAbout = 3

/** What the address chooses of the flagged series, the strongest first. */
export async function loadSignals(
  search: EmergingSearch,
  address: string,
  origin: ExhibitOrigin,
  queries: QueryClient,
): Promise<Exhibit<never>> {
  const { audience, edition } = origin
  const view = { edition: edition.number, audience }
  const [{ bearableFalseAlarms, ...family }, { kpis }] = await Promise.all([
    queries.ensureQueryData(signalsQuery(view)),
    queries.ensureQueryData(kpisQuery(view)),
  ])
  const model = buildEmergingModel(family, kpis, search)
  const rowsOf = (groups: typeof model.toAsk) => groups.flatMap(({ lead, others }) => [lead, ...others])
  const toAsk = rowsOf(model.toAsk)
  const columns = [
    { head: 'Measure', text: ({ measure }: SignalRow) => measure },
    { head: 'Part', text: ({ where }: SignalRow) => where },
    { head: 'What the figures say', text: ({ change }: SignalRow) => change.sentence },
    { head: 'Since', text: ({ since }: SignalRow) => since },
    { head: 'Meaning', text: ({ change }: SignalRow) => meaningMarks[change.meaning].words },
    { head: 'Kind', text: ({ change }: SignalRow) => kindWords[change.kind] },
    { head: 'Action', text: (row: SignalRow) => actionInWords(row, audience) },
  ]
  return tableExhibit({
    origin,
    name: 'Emerging issues',
    finding: writeEmergingFinding(model),
    scope: isFiltered(search)
      ? `${countOf(model.shown, 'flagged series', 'flagged series')} of ${model.flagged} shown`
      : meaningsInWords(model.meanings),
    facts: [
      { figure: String(model.meanings.concern), words: 'concerns' },
      { figure: String(model.meanings.neutral), words: 'neither better nor worse' },
      { figure: String(model.meanings.improvement), words: 'improvements' },
    ],
    notes: model.flagged > 0 ? [falseAlarmsInWords(bearableFalseAlarms)] : [],
    questions: toAsk
      .filter(({ change }) => change.action === null)
      .slice(0, askedAbout)
      .map(
        ({ measure, where }) =>
          `${measure} (${where}): what do we know about this change, and who is looking?`,
      ),
    tables: [
      recordTable('To ask about', columns, toAsk, ['Meaning', 'Kind']),
      recordTable('Improvements', columns, rowsOf(model.improvements), ['Meaning', 'Kind']),
      recordTable('To confirm first', confirmColumns, model.toConfirm),
      { ...recordTable('Every tested series', testedColumns(kpis), family.signals), isAppendix: true },
    ].filter(({ rows }) => rows.length > 0),
    fileStem: 'emerging-issues',
    address,
  })
}

const confirmColumns = [
  { head: 'Measure', text: ({ measure }: ConfirmRow) => measure },
  { head: 'Part', text: ({ where }: ConfirmRow) => where },
  { head: 'What the figures say', text: ({ sentence }: ConfirmRow) => sentence },
]

/** Beside a table that begins with the concerns. @example '13 concerns, 17 improvements' */
function meaningsInWords({ concern, neutral, improvement }: EmergingModel['meanings']): string {
  return [
    concern > 0 && countOf(concern, 'concern'),
    neutral > 0 && `${neutral} neither better nor worse`,
    improvement > 0 && countOf(improvement, 'improvement'),
  ]
    .filter(Boolean)
    .join(', ')
}
