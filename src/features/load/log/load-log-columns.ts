import type { LoadLogEntry } from '../../../api/load-log.ts'
import type { CsvCell } from '../../../domain/exports/csv.ts'
import { instantInWords } from '../../../domain/periods/instant-in-words.ts'
import type { RecordColumn } from '../../../ui/RecordTable.tsx'
import { takeBackInShort } from '../take-back/take-back-load-words.ts'

const states: Record<LoadLogEntry['state'], string> = {
  rejected: 'Rejected',
  staged: 'Checked, not published',
  published: 'Published',
}

/** @example 'Published as edition 6, October 2025, by Dana Director. Withdrawn: counted twice' */
export function becameInWords({
  state,
  edition,
  label,
  publishedBy,
  withdrawal,
  errors,
  scheduled,
}: LoadLogEntry): string {
  if (state === 'rejected') return `Rejected for ${errors === 1 ? '1 error' : `${errors} errors`}`
  if (scheduled?.state === 'waiting') return 'Checked, to be published at a set time'
  if (edition === null) return states[state]
  const published = `Published as edition ${edition}, ${label}, by ${publishedBy}`
  return withdrawal ? `${published}. Withdrawn: ${withdrawal.reason}` : published
}

/** What it changed of the exact set, of which everything else is made. */
export function changesInWords({ changes }: LoadLogEntry): string {
  const exact = changes.find(({ audience }) => audience === 'exact')
  if (!exact) return ''
  const { newFigures, restatedFigures, definitions, planItems } = exact
  return `${newFigures} new and ${restatedFigures} restated figures, ${definitions} definitions, ${planItems} plan items`
}

const nameOf = ({ name }: { name: string }) => name || 'name left out'

/** A load as the desk shows it, by the clock of the council. */
export function loadLogColumns(timezone: string): readonly RecordColumn<LoadLogEntry>[] {
  return [
    { head: 'When', text: ({ at }) => instantInWords(at, timezone), width: 1.25 },
    { head: 'Who', text: ({ who }) => who },
    {
      head: 'Files',
      text: ({ files, takesBack }) => (takesBack ? takeBackInShort(takesBack) : files.map(nameOf).join(', ')),
      width: 1.75,
    },
    { head: 'Mapping', text: ({ mapping }) => mapping && nameOf(mapping) },
    { head: 'What it changed', text: changesInWords, width: 2 },
    { head: 'What became of it', text: becameInWords, width: 2 },
    {
      head: 'Note and reasons',
      text: ({ note, reason }) => [note, reason && `Reason: ${reason}`].filter(Boolean).join(' '),
      width: 1.75,
    },
  ]
}

interface FileOfLoad {
  load: LoadLogEntry
  file: LoadLogEntry['files'][number] | null
}

/** A row for each file, since each has its size and hash; the mapping is one of them. */
export function filesOfLoads(loads: readonly LoadLogEntry[]): FileOfLoad[] {
  return loads.flatMap((load) => {
    const files = [...load.files, ...(load.mapping ? [load.mapping] : [])]
    return (files.length > 0 ? files : [null]).map((file) => ({ load, file }))
  })
}

type FileColumn = { head: string; text: (row: FileOfLoad) => CsvCell }

const countsOf = (audience: 'exact' | 'protected', name: string): FileColumn[] =>
  (['newFigures', 'restatedFigures', 'suppressedFigures', 'definitions', 'planItems'] as const).map(
    (count) => ({
      head: `${name}: ${words[count]}`,
      text: ({ load }) => load.changes.find((one) => one.audience === audience)?.[count] ?? null,
    }),
  )

const words = {
  newFigures: 'new figures',
  restatedFigures: 'restated figures',
  suppressedFigures: 'withheld figures',
  definitions: 'definitions',
  planItems: 'plan items',
} as const

/** The log as its file has it. */
export const loadLogFileColumns: readonly FileColumn[] = [
  { head: 'Load', text: ({ load }) => load.id },
  { head: 'When (UTC)', text: ({ load }) => load.at },
  { head: 'Who', text: ({ load }) => load.who },
  { head: 'State', text: ({ load }) => load.state },
  { head: 'File', text: ({ file }) => file && nameOf(file) },
  {
    head: 'Is the mapping',
    text: ({ load, file }) => (file === null ? null : file === load.mapping ? 'yes' : 'no'),
  },
  {
    head: 'Takes back',
    text: ({ load: { takesBack } }) => (takesBack ? takeBackInShort(takesBack) : null),
  },
  { head: 'Bytes', text: ({ file }) => file?.bytes ?? null },
  { head: 'SHA-256', text: ({ file }) => file?.sha256 ?? null },
  { head: 'Errors', text: ({ load }) => load.errors },
  { head: 'Notices', text: ({ load }) => load.notices },
  ...countsOf('exact', 'Officers'),
  ...countsOf('protected', 'Panel'),
  { head: 'Edition', text: ({ load }) => load.edition },
  { head: 'Label', text: ({ load }) => load.label },
  { head: 'Published (UTC)', text: ({ load }) => load.publishedAt },
  { head: 'Published by', text: ({ load }) => load.publishedBy },
  { head: 'Note', text: ({ load }) => load.note },
  { head: 'Reason', text: ({ load }) => load.reason },
  { head: 'Withdrawn (UTC)', text: ({ load }) => load.withdrawal?.at ?? null },
  { head: 'Why withdrawn', text: ({ load }) => load.withdrawal?.reason ?? null },
]
