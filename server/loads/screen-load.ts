import type { LoadProblem } from '../../src/contract/loads.ts'
import { isForename } from '../../src/domain/persons/person-name.ts'
import {
  type CsvRow,
  type FieldPlace,
  isBlank,
  joinHeaderRows,
  locateField,
} from '../../src/ingest/csv-row.ts'
import { operandsOf } from '../../src/ingest/mapping/sources.ts'
import { columnsOf, type FileMapping, readMapping } from '../../src/ingest/mapping.ts'
import { type FoundKind, foundColumns, foundWords } from '../../src/ingest/persons/kinds-found.ts'
import { type ColumnRoles, createCellScreen } from '../../src/ingest/persons/screen-cells.ts'
import { type FoundInJson, screenJson, screenMapping } from '../../src/ingest/persons/screen-json.ts'
import { createProblemLog, problemAt, type Report } from '../../src/ingest/problem.ts'
import { readText } from './read-csv.ts'
import { emptySheet } from './read-sheet.ts'
import { readTable } from './read-table.ts'
import { columnsOfFile } from './record-files.ts'
import { fileOfContract, isMappedBy } from './sort-sources.ts'
import { findPersonInPath, recordsOf, type SourceFile } from './source-file.ts'

const remedy =
  'load counts, never persons: take it out at the source. Nothing of this load was kept, and nothing else of it is told'

/**
 * Looks for persons in every file of a load before anything else is read. Where one is found, the whole load is
 * refused for that alone: what is said names the place and the kind, never what stands there.
 */
export async function screenLoad(
  files: readonly SourceFile[],
  mappingFile: SourceFile | null,
  /** JSON that no mapping names is no table of a load; where its rows are to be shown, it is one */
  looked: 'tables of a load' | 'every table' = 'tables of a load',
): Promise<LoadProblem[]> {
  const log = createProblemLog()
  const mapping = mappingFile && (await screenMappingFile(mappingFile, log.report))
  for (const source of files) {
    const kind = findPersonInPath(source.name) ?? (source.sheet ? findPersonInPath(source.sheet.name) : null)
    if (kind) tell(source, inText(kind, 0), log.report)
    const own = mapping?.files.filter((one) => isMappedBy(source, one)) ?? []
    const isJson = source.name.toLowerCase().endsWith('.json')
    const inJson = isJson ? await foundInJson(source, 'are columns') : []
    tellTexts(source, inJson, log.report)
    const told = new Set<FoundKind>()
    const isShown = looked === 'every table' && fileOfContract(source) === null
    if (
      isJson
        ? own.length > 0 || isShown
        : source.sheet || source.isNamed || isTable(source.name) || own.length > 0
    ) {
      // lists of one file of JSON are tables of their own
      const byRecords = Map.groupBy(own, (one) => recordsOf(source, one) ?? '')
      for (const ofTable of byRecords.size > 0 ? byRecords.values() : [[]]) {
        const headers = await screenTable(source, ofTable, log.report)
        for (const kind of headers) told.add(kind)
      }
    }
    const untold = inJson.filter(({ kind }) => !told.has(kind))
    tellNames(source, untold, log.report)
  }
  const sheets = files.filter(({ sheet }) => sheet && isForename(sheet.name))
  for (const sheet of sheets.length > 1 ? sheets : []) tell(sheet, inText('name', 0), log.report)
  return log.problems()
}

/** What lies in a folder beside the files of a load and is no table is never opened. */
function isTable(name: string): boolean {
  return /\.(csv|tsv|txt)$/i.test(name)
}

const silent: Report = () => undefined

async function screenMappingFile(source: SourceFile, report: Report) {
  tellTexts(source, await foundInJson(source, 'are words of a form'), report)
  const text = await readText(source, silent)
  const mapping = text === null ? null : readMapping(source.label, text, silent)
  for (const kind of mapping ? screenMapping(mapping) : []) tell(source, inText(kind, 0), report)
  return mapping
}

async function foundInJson(source: SourceFile, names: Parameters<typeof screenJson>[1]) {
  const text = await readText(source, silent)
  return text === null ? [] : screenJson(text, names)
}

function tellTexts(source: SourceFile, found: readonly FoundInJson[], report: Report) {
  for (const { kind, line, isHeader } of found) if (!isHeader) tell(source, inText(kind, line), report)
}

/** Names of values that head columns of persons, whichever list they are in. */
function tellNames(source: SourceFile, found: readonly FoundInJson[], report: Report) {
  for (const { kind, line, isHeader } of found)
    if (isHeader) tell(source, { ...inText(kind, line), isHeader }, report)
}

/**
 * Each cell of a table, its titles too; a sheet that cannot be read to its end is refused for that. The kinds of persons
 * that its header gives away.
 */
async function screenTable(
  source: SourceFile,
  own: readonly FileMapping[],
  report: Report,
): Promise<FoundKind[]> {
  const roles = rolesOf(fileOfContract(source) ?? source.name, own)
  const screen = createCellScreen(roles)
  const headerRows = Math.max(1, ...own.map((one) => one.headerRows ?? 1))
  const records = recordsOf(source, own[0] ?? { file: source.name, outputs: [] })
  const faults = createProblemLog()
  const before: CsvRow[] = []
  for await (const row of readTable(source, faults.report, {
    wanted: roles.wanted,
    titles: 'kept',
    records,
    isGuessed: own.length === 0 && roles.own.size === 0,
  })) {
    screen.take(row)
    // rows that head the columns together are looked at together as well
    if (headerRows === 1 || before.length > mostHeadRows || isBlank(row)) continue
    before.push(row)
    const header = joinHeaderRows(before.slice(-headerRows))
    if (header?.fields.some((name) => roles.wanted.has(name))) screen.take(header)
  }
  if (source.sheet && (source.isNamed || own.length > 0))
    faults.problems().filter(isUnreadable).forEach(report)
  const found = screen.end()
  for (const { row, column, ...one } of found) tell(source, { ...one, ...locateField(row, column) }, report)
  return found.flatMap(({ kind, isHeader }) => (isHeader ? [kind] : []))
}

/** Rows in which a header may stand, below titles and blank rows. */
const mostHeadRows = 20

/** An empty sheet holds nobody. */
function isUnreadable({ severity, message }: LoadProblem): boolean {
  return severity === 'error' && message !== emptySheet
}

interface Told extends FieldPlace {
  kind: FoundKind
  isHeader: boolean
  /** cells of the same column that show the same */
  more: number
}

function tell({ label }: SourceFile, { kind, isHeader, more, ...place }: Told, report: Report) {
  const message = isHeader ? `heads a column of ${foundColumns[kind]}` : `looks like ${foundWords[kind]}`
  const others = more === 0 ? '' : ` (and ${more} more in its column)`
  report(problemAt({ file: label, ...place }).error(`${message}${others}`, remedy))
}

const inText = (kind: FoundKind, line: number): Told => ({ kind, line, column: 0, isHeader: false, more: 0 })

/** Columns of days, and those that name whoever did something, in the files of the contract. */
const ownRoles = new Set([
  'owner_role',
  'sponsor_role',
  'author_role',
  'approver',
  'approved_by',
  'set_by',
  'board',
])
const ownFigures = new Set(['value', 'numerator', 'denominator', 'n', 'planned', 'target', 'lower', 'upper'])
const ownMembers = new Set(['member', 'alias'])

function rolesOf(name: string, mapped: readonly FileMapping[]): ColumnRoles {
  if (mapped.length > 0) return rolesByMapping(mapped)
  const columns = columnsOfFile.get(name)
  const own = new Set(columns ? [...columns.required, ...columns.optional] : [])
  return {
    own,
    wanted: own,
    figures: ownFigures,
    days: own,
    roles: ownRoles,
    members: own.has('member') ? ownMembers : new Set(),
    dimension: own.has('member') ? 'dimension' : null,
    isOfCases: false,
  }
}

function rolesByMapping(mapped: readonly FileMapping[]): ColumnRoles {
  const outputs = mapped.flatMap((one) => one.outputs)
  const named = (sources: readonly unknown[]) =>
    new Set(
      sources.flatMap((source) =>
        typeof source === 'object' && source !== null && 'column' in source ? [String(source.column)] : [],
      ),
    )
  const figures = outputs.flatMap(({ value }) => (value ? operandsOf(value) : []))
  return {
    own: new Set(),
    wanted: new Set(mapped.flatMap(columnsOf)),
    figures: new Set([
      ...figures,
      ...named(
        outputs.flatMap(({ numerator, denominator, n, columns }) => [
          ...[numerator, denominator, n],
          ...(columns ?? []),
        ]),
      ),
    ]),
    days: named(outputs.flatMap(({ period, asAt, combine }) => [period, asAt, combine?.by])),
    roles: new Set(),
    members: named(outputs.flatMap(({ member, memberLabel }) => [member, memberLabel])),
    dimension: null,
    isOfCases: outputs.some(({ combine }) => combine?.rows === 'count'),
  }
}

/**
 * Files as they are spoken of: a folder or a file whose name gives a person away is named by its place in the load.
 * What kind of file it is still goes by the name that it has.
 */
export function withSafeLabels(files: readonly SourceFile[]): SourceFile[] {
  return files.map((file, index) => {
    if (findPersonInPath(file.label) === null) return file
    const label = findPersonInPath(file.name) === null ? file.name : `file ${index + 1} of the load`
    return { ...file, label }
  })
}
