import {
  type MappingLook,
  type PointedTable,
  PointedTables,
  type TableLook,
} from '../../src/contract/mappings.ts'
import { type FileMapping, readMapping } from '../../src/ingest/mapping.ts'
import { parseJson } from '../../src/ingest/parse-json.ts'
import { periodFormExamples, periodForms } from '../../src/ingest/parse-period.ts'
import { withEarlier } from '../../src/ingest/point/earlier.ts'
import { mappingOf } from '../../src/ingest/point/mapping-of.ts'
import { namePattern } from '../../src/ingest/point/name-pattern.ts'
import { nothingPointed, pointedOf } from '../../src/ingest/point/pointed-of.ts'
import { canonicalJson } from '../../src/ingest/point/same-json.ts'
import { createProblemLog, type ProblemLog } from '../../src/ingest/problem.ts'
import type { Standing } from '../../src/ingest/standing.ts'
import { type Suggestion, suggestMapping } from '../../src/ingest/suggest/suggest-mapping.ts'
import { ProblemError } from '../../src/service/problem.ts'
import { listMappings } from '../db/mapping-store.ts'
import type { Queries } from '../db/queries.ts'
import { kpisIn } from './kpis-in.ts'
import type { LoadFiles } from './load-files.ts'
import { lookInto } from './look-into.ts'
import { readText } from './read-csv.ts'
import {
  type Candidate,
  filesOf,
  findCandidates,
  fingerprintOf,
  isUndescribed,
  textSource,
} from './recognise.ts'
import { screenLoad, withSafeLabels } from './screen-load.ts'
import { withSheets } from './sheets/with-sheets.ts'
import type { SourceFile } from './source-file.ts'
import { readStanding } from './standing-edition.ts'
import { chosenRows, type ShownTable, shownRows, tryMapping } from './try-mapping.ts'

/**
 * Looks into files that nobody has described: their first rows, and a proposal of what each column is. Where it was
 * pointed at already, what comes of it. Persons are looked for before anything else: where one is found, nothing is
 * shown. Nothing of the files is kept.
 */
export async function lookAtFiles(given: LoadFiles, queries: Queries, today: string): Promise<MappingLook> {
  const files = withSafeLabels(await withSheets(given.files))
  const standing = await readStanding(queries)
  const persons = await screenLoad(files, null, 'every table')
  const kpis = persons.length > 0 ? [] : [...standing.kpis, ...(await kpisIn(files))]
  const known = {
    kpis: [...new Map(kpis.map(({ id, name }) => [id, { id, name }])).values()],
    dimensions: [...standing.members.keys()],
    forms: periodForms.map((id) => ({ id, example: periodFormExamples[id] })),
  }
  if (persons.length > 0) return { problems: persons, tables: [], ...known }
  const log = createProblemLog()
  const pointed = given.mapping && (await readPointed(given.mapping))
  if (pointed) return { ...(await tried(given.files, files, pointed, { standing, today, log })), ...known }
  const saved = await listMappings(queries)
  const earlier = saved.flatMap(filesOf)
  const tables: TableLook[] = []
  const own = files.filter((source) => isUndescribed(source, []))
  for (const source of own) {
    const candidates = await findCandidates(source, saved)
    const table =
      (await proposedFrom(source, candidates)) ??
      (await proposedNew(source, own, { earlier, kpis: known.kpis, members: standing.members }, log))
    if (table) tables.push({ ...table, unknown: [...goneFrom(candidates), ...table.unknown] })
  }
  return { problems: tables.length > 0 ? [] : log.problems(), tables, ...known }
}

interface Trial {
  standing: Standing
  today: string
  log: ProblemLog
}

/** What comes of files that were pointed at. */
async function tried(
  given: readonly SourceFile[],
  files: readonly SourceFile[],
  { tables }: PointedTables,
  { standing, today, log }: Trial,
): Promise<Pick<MappingLook, 'problems' | 'tables'>> {
  const entries = tables.map((one) => ('pointed' in one ? mappingOf(one.pointed) : one.mapping))
  const distinct = [...new Map(entries.map((one) => [canonicalJson(one), one])).values()]
  const text = JSON.stringify({ files: distinct })
  const mapping = readMapping('what was pointed at', text, log.report)
  if (!mapping) return { problems: log.problems(), tables: [] }
  return await tryMapping(given, files, mapping, textSource('mapping.json', text), { standing, today })
}

async function readPointed(source: SourceFile): Promise<PointedTables> {
  const text = await readText(source, () => undefined)
  const read = PointedTables.safeParse(text === null ? null : parseJson('', text, () => undefined))
  if (read.success) return read.data
  throw new ProblemError(400, 'What was pointed at is not in the form that the API document shows.')
}

/** As a saved mapping reads it, where its columns are those of one; null where they are of none. */
async function proposedFrom(source: SourceFile, candidates: readonly Candidate[]): Promise<TableLook | null> {
  const [best] = candidates
  if (!best) return null
  const { saved, match } = best
  const { names } = match
  const mapping = { ...best.file, ...ofThis(source, best) }
  const pointed = pointedOf(mapping, names)
  if (match.kind === 'columns-gone' && !pointed) return null
  const shown = await shownRows(source, mapping)
  return tableOf(source, shown, {
    mapping,
    pointed,
    from: { name: saved.name, version: saved.version },
    unknown: [],
  })
}

/** A mapping of files that are called otherwise is asked about: it is then of this one. */
function ofThis({ name, sheet }: SourceFile, { file, match }: Candidate): Partial<FileMapping> {
  if (match.kind !== 'other-name') return {}
  return { file: namePattern(name), ...(sheet && (!sheet.isOnly || file.sheet) && { sheet: sheet.name }) }
}

/** What a table that is new is proposed from. */
interface KnownHere {
  earlier: readonly FileMapping[]
  kpis: readonly { id: string; name: string }[]
  members: Standing['members']
}

async function proposedNew(
  source: SourceFile,
  all: readonly SourceFile[],
  { earlier, kpis, members }: KnownHere,
  log: ProblemLog,
): Promise<TableLook | null> {
  const isOneOfSeveral = source.sheet?.isOnly === false
  const look = await lookInto(source, isOneOfSeveral, all.length > 0 ? earlier : [], log.report)
  if (!look) return null
  const suggestion = suggestMapping(look, { standing: [], kpis, members })
  const mapping = { ...suggestion.mapping, file: namePattern(source.name) }
  const before = earlier.flatMap((one) => pointedOf(one, []) ?? [])
  const pointed = withEarlier(pointedOf(mapping, look.names) ?? nothingPointed(mapping, look.names), before)
  const shown = { names: look.names, rows: chosenRows(look.below) }
  return tableOf(source, shown, { mapping, pointed, from: null, unknown: openQuestions(suggestion) })
}

/** What the page has no field of its own to ask for. */
function openQuestions({ unclear, isKey }: Suggestion): string[] {
  return [
    ...unclear.slice(0, 10).map((mark) => `what “${mark}” means among the figures: withheld or missing`),
    ...(isKey
      ? []
      : ['why several rows are of the same period and group: say another group, or add them up']),
  ]
}

interface Proposal {
  mapping: FileMapping
  pointed: PointedTable | null
  from: TableLook['from']
  unknown: readonly string[]
}

function tableOf(
  { name, label, sheet }: SourceFile,
  { names, rows }: ShownTable,
  { mapping, pointed, from, unknown }: Proposal,
): TableLook {
  return {
    file: name,
    sheet: sheet?.name ?? null,
    label,
    names: [...names],
    rows: rows.map(({ line, cells }) => ({ line, cells })),
    marks: [],
    pointed,
    mapping: pointed ? mappingOf(pointed) : { ...mapping },
    from,
    fingerprint: fingerprintOf(names, mapping),
    unknown: [...unknown],
    figures: [],
    figureCount: 0,
  }
}

/** What a saved mapping asks for and the file has not. */
function goneFrom([best]: readonly Candidate[]): string[] {
  if (best?.match.kind !== 'columns-gone') return []
  const listed = best.match.gone
    .slice(0, 10)
    .map((name) => `“${name}”`)
    .join(', ')
  return [
    `the saved mapping “${best.saved.name}” asks for ${listed}, and the file has no such ${best.match.gone.length === 1 ? 'column' : 'columns'}: which one is it now?`,
  ]
}
