import { readdir, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { LoadProblem } from '../../src/contract/loads.ts'
import { withoutEnding } from '../../src/ingest/mapping/cut-text.ts'
import { type FileMapping, type Mapping, readMapping } from '../../src/ingest/mapping.ts'
import { describeProblem } from '../../src/ingest/problem.ts'
import { type Suggestion, suggestMapping } from '../../src/ingest/suggest/suggest-mapping.ts'
import { readOptions, UsageError } from '../read-options.ts'
import type { KeptKnowledge } from './kept-knowledge.ts'
import { kpisIn } from './kpis-in.ts'
import { type Look, lookInto } from './look-into.ts'
import { readText } from './read-csv.ts'
import { screenLoad, withSafeLabels } from './screen-load.ts'
import { withSheets } from './sheets/with-sheets.ts'
import { fileOnDisk } from './source-file.ts'

export interface SuggestArguments {
  path: string
  mapping: string | null
  isJson: boolean
}

/** What a file looks like, and a mapping for it; problems alone where it cannot be looked into. */
export interface Suggested {
  problems: LoadProblem[]
  looks: { look: Look; suggestion: Suggestion }[]
}

/** `--suggest FILE [--mapping FILE] [--json]`; null where the command is to load. */
export function readSuggestArguments(given: readonly string[]): SuggestArguments | null {
  if (!given.some((one) => one === '--suggest' || one.startsWith('--suggest='))) return null
  const options = readOptions(given, {
    suggest: { type: 'string' },
    mapping: { type: 'string' },
    json: { type: 'boolean' },
  })
  if (!options.suggest) throw new UsageError('--suggest needs a file')
  return { path: options.suggest, mapping: options.mapping ?? null, isJson: options.json ?? false }
}

/** Looks into a file, once nobody in it was found, and proposes a mapping for each of its tables. Nothing is stored. */
export async function suggest(
  { path, mapping }: SuggestArguments,
  kept: Pick<KeptKnowledge, 'mappings' | 'kpis'> = { mappings: [], kpis: [] },
): Promise<Suggested> {
  const problems: LoadProblem[] = []
  const files = withSafeLabels(await withSheets([fileOnDisk(path, basename(path))]))
  problems.push(...(await screenLoad(files, null, 'every table')))
  if (problems.length > 0) return { problems, looks: [] }
  const standing = [...(await standingMappings(path, mapping)), ...kept.mappings]
  const kpis = distinct([...(await kpisBeside(path)), ...kept.kpis])
  const looks: Suggested['looks'] = []
  const shown = files.filter(({ sheet }) => !sheet?.isHidden)
  for (const source of shown) {
    const look = await lookInto(source, shown.length > 1, standing, (problem) => problems.push(problem))
    if (look) looks.push({ look, suggestion: suggestMapping(look, { standing, kpis }) })
  }
  return { problems: looks.length ? [] : problems, looks }
}

/** What lies beside the file is newer than what the database has. */
function distinct(kpis: readonly { id: string; name: string }[]) {
  return [...new Map(kpis.toReversed().map((kpi) => [kpi.id, kpi])).values()]
}

/** Mappings that are in use: the one that was named, and those that lie beside the file. */
async function standingMappings(path: string, named: string | null): Promise<FileMapping[]> {
  const folder = dirname(path)
  const beside = (await readdir(folder)).filter((name) => name.endsWith('mapping.json')).toSorted()
  const found: FileMapping[] = []
  for (const one of [...(named === null ? [] : [named]), ...beside.map((name) => join(folder, name))]) {
    const text = await readText(fileOnDisk(one), () => undefined)
    const mapping = text === null ? null : readMapping(one, text, () => undefined)
    found.push(...(mapping?.files ?? []))
  }
  return found
}

/** The measures that kpis.csv beside the file defines. */
async function kpisBeside(path: string): Promise<{ id: string; name: string }[]> {
  const isThere = (await readdir(dirname(path))).includes('kpis.csv')
  return isThere ? await kpisIn([fileOnDisk(join(dirname(path), 'kpis.csv'))]) : []
}

export function mappingOf({ looks }: Suggested): Mapping {
  return { files: looks.map(({ suggestion }) => suggestion.mapping) }
}

/** Writes the mapping beside the file; one that is there already is never written over. */
export async function writeSuggestion(path: string, suggested: Suggested): Promise<string> {
  const target = join(dirname(path), `${withoutEnding(basename(path))}.mapping.json`)
  try {
    await writeFile(target, `${JSON.stringify(mappingOf(suggested), null, 2)}\n`, { flag: 'wx' })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    throw new UsageError(`${target} is there already: move it, or add --json to see the mapping here`)
  }
  return target
}

/** Rows that are shown of a table, and characters of a cell. */
const [mostShown, longestShown] = [6, 24]

/** For a person: the first rows, what each column was taken for, and what only they know. */
export function describeSuggestion({ problems, looks }: Suggested): string[] {
  if (problems.length > 0) return problems.map(describeProblem)
  return looks.flatMap(({ look, suggestion: { columns, unknown } }) => [
    `${look.sheet === null ? look.file : `${look.file}, sheet ${look.sheet}`}: the header is on line ${look.line}.`,
    ...[look.names, ...look.rows.slice(0, mostShown)].map((row) => `  ${row.map(shown).join(' | ')}`),
    'Each column:',
    ...columns.map(({ name, taken }) => `  ${name || '(without a name)'}: ${taken}`),
    ...(unknown.length ? ['Only you know:', ...unknown.map((one) => `  ${one}`)] : []),
  ])
}

function shown(cell: string): string {
  const text = cell.replaceAll(/\s+/g, ' ').trim()
  return text.length > longestShown ? `${text.slice(0, longestShown - 1)}…` : text
}
