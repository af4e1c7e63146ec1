import type { QueryClient } from '@tanstack/react-query'
import { signalsQuery } from '../../../api/analysis.ts'
import { kpisQuery } from '../../../api/kpis.ts'
import type { Meaning } from '../../../domain/analysis/edition-analysis.ts'
import type { Exhibit, ExhibitOrigin } from '../../../domain/exhibits/exhibit.ts'
import { findingOfChosen, searchedFor } from '../../../domain/exhibits/finding-of-chosen.ts'
import { recordTable } from '../../../domain/exhibits/record-table.ts'
import { tableExhibit } from '../../../domain/exhibits/table-exhibit.ts'
import { countOf } from '../../../domain/measures/format.ts'
import { themeNames } from '../../../domain/measures/measure.ts'
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
  const [toAsk, improvements] = [rowsOf(model.toAsk), rowsOf(model.improvements)]
  const shown = [...toAsk, ...improvements]
  const countOfMeaning = (meaning: Meaning) =>
    String(shown.filter(({ change }) => change.meaning === meaning).length)
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
    finding: isFiltered(search)
      ? findingOfChosen(chosenInWords(search), writeChosenFinding(shown, model.flagged))
      : writeEmergingFinding(model),
    scope: isFiltered(search)
      ? `${countOf(model.shown, 'flagged series', 'flagged series')} of ${model.flagged} shown`
      : meaningsInWords(model.meanings),
    facts: [
      { figure: countOfMeaning('concern'), words: 'concerns' },
      { figure: countOfMeaning('neutral'), words: 'neither better nor worse' },
      { figure: countOfMeaning('improvement'), words: 'improvements' },
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
      recordTable('Improvements', columns, improvements, ['Meaning', 'Kind']),
      recordTable('To confirm first', confirmColumns, model.toConfirm),
      { ...recordTable('Every tested series', testedColumns(kpis), family.signals), isAppendix: true },
    ].filter(({ rows }) => rows.length > 0),
    fileStem: 'emerging-issues',
    address,
  })
}

/** @example '3 of 74 flagged series, in 2 measures' */
function writeChosenFinding(shown: readonly SignalRow[], flagged: number): string {
  if (shown.length === 0) return 'No flagged series'
  const measures = new Set(shown.map(({ kpi }) => kpi)).size
  return `${shown.length} of ${countOf(flagged, 'flagged series', 'flagged series')}, in ${countOf(measures, 'measure')}`
}

/** What the address chooses of the flagged series. */
function chosenInWords({ theme, meaning, kind, find }: EmergingSearch): (string | undefined)[] {
  return [
    theme && themeNames[theme],
    meaning && meaningMarks[meaning].words.toLowerCase(),
    kind && kindWords[kind].toLowerCase(),
    searchedFor(find),
  ]
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
