import { createHash } from 'node:crypto'
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { LoadProblem } from '../../src/contract/loads.ts'
import type { SavedMapping, SavedMatch } from '../../src/contract/mappings.ts'
import { columnsOf, type FileMapping, Mapping, readMapping } from '../../src/ingest/mapping.ts'
import { columnsKey, type Match, matchMapping } from '../../src/ingest/point/recognise.ts'
import { canonicalJson } from '../../src/ingest/point/same-json.ts'
import { problemAt } from '../../src/ingest/problem.ts'
import type { LoadFiles } from './load-files.ts'
import { firstRows } from './look-into.ts'
import { readText } from './read-csv.ts'
import { makeStagingFolder } from './receive-files.ts'
import { withSafeLabels } from './screen-load.ts'
import { withSheets } from './sheets/with-sheets.ts'
import { fileOfContract, isMappedBy } from './sort-sources.ts'
import { originOf, recordsOf, type SourceFile } from './source-file.ts'
import { stagingFolderHere } from './staging-folder.ts'

/** A saved mapping that a table is set against, and how the two go together. */
export interface Candidate {
  saved: SavedMapping
  file: FileMapping
  match: Match
}

/** What saved mappings say of the files of a load. */
export interface Recognised {
  /** what is said of the tables that are read by one */
  notices: readonly LoadProblem[]
  /** of tables that none reads by itself, by their label: what is to be said, and by which they might be read */
  hints: ReadonlyMap<string, Hint>
  /** those that read files of this load, recognised or given with it */
  used: readonly SavedMatch[]
}

export interface Hint {
  message: string
  remedy: string
  /** names of mappings */
  mappings: readonly string[]
}

export const nothingRecognised: Recognised = { notices: [], hints: new Map(), used: [] }

/** A load with the mapping of what is recognised in it, and what is said of it. */
export interface WithRecognised {
  files: LoadFiles
  recognised: Recognised
}

/**
 * Finds saved mappings for the tables of a load that nothing else describes: read without a question where columns and
 * name are those of one mapping. What is recognised is written down with the load, so that whoever reads its files again
 * reads them by the same version.
 */
export async function withRecognised(
  given: LoadFiles,
  saved: readonly SavedMapping[],
): Promise<WithRecognised> {
  const own = await readGiven(given.mapping)
  const nothing = { files: given, recognised: nothingRecognised }
  if (saved.every(({ mapping }) => mapping === null) || own === null) return nothing
  const notices: LoadProblem[] = []
  const hints = new Map<string, Hint>()
  const entries: FileMapping[] = []
  const names = new Set<string>()
  const used = givenWith(own, saved)
  for (const source of withSafeLabels(await withSheets(given.files))) {
    if (!isUndescribed(source, own)) continue
    const candidates = await findCandidates(source, saved)
    const one = theOnly(candidates.filter(({ match }) => match.kind === 'same'))
    if (one) {
      entries.push(...one.entries)
      names.add(fileNameOf(one.saved))
      used.set(one.saved.name, one.saved.version)
      notices.push(...noticesOf(source, one))
    } else {
      const hint = hintOf(candidates)
      if (hint) hints.set(source.label, hint)
    }
  }
  const recognised = { notices, hints, used: [...used].map(([name, version]) => ({ name, version })) }
  if (entries.length === 0) return { files: given, recognised }
  const text = JSON.stringify({ files: distinct([...own, ...entries]) })
  return { files: await withMapping(given, [...names].join(' and ').slice(0, 200), text), recognised }
}

/** Saved mappings, by name, whose whole content the mapping of a load has: it was taken from them. */
function givenWith(own: readonly FileMapping[], saved: readonly SavedMapping[]): Map<string, number> {
  const given = new Set(own.map(canonicalJson))
  const whole = saved.filter((one) => {
    const files = filesOf(one)
    return files.length > 0 && files.every((file) => given.has(canonicalJson(file)))
  })
  return new Map(whole.map(({ name, version }) => [name, version]))
}

/** Whether nothing says what is in a table: it is no file of the contract, and no mapping of the load names it. */
export function isUndescribed(source: SourceFile, mapping: readonly FileMapping[]): boolean {
  return (
    fileOfContract(source) === null &&
    source.sheet?.isHidden !== true &&
    mappable.test(source.name) &&
    !mapping.some((one) => isMappedBy(source, one))
  )
}
const mappable = /\.(csv|tsv|txt|json|xlsx|xlsm|ods)$/i

/** Every saved mapping that a table might be read by: those that read it without a question first. */
export async function findCandidates(
  source: SourceFile,
  saved: readonly SavedMapping[],
): Promise<Candidate[]> {
  const known = saved.flatMap((one) => filesOf(one).map((file) => ({ saved: one, file })))
  const wanted = new Set(known.flatMap(({ file }) => columnsOf(file)))
  const rows = new Map<string, readonly (readonly string[])[]>()
  const found: Candidate[] = []
  for (const one of known) {
    const records = recordsOf(source, one.file)
    const key = records ?? ''
    const read =
      rows.get(key) ?? (await firstRows(source, wanted, () => undefined, records)).map(({ fields }) => fields)
    rows.set(key, read)
    const { name, sheet } = originOf(source)
    const table = {
      file: name,
      sheet: source.sheet ? sheet : null,
      isOnlySheet: source.sheet?.isOnly ?? false,
      rows: read,
    }
    const match = matchMapping(table, one.file)
    if (match) found.push({ ...one, match })
  }
  const order = ['same', 'other-name', 'columns-gone']
  return found.toSorted((a, b) => order.indexOf(a.match.kind) - order.indexOf(b.match.kind))
}

/** The mappings of files that a saved one holds; none where it is not recognised by any more. */
export function filesOf({ mapping }: SavedMapping): FileMapping[] {
  const read = Mapping.safeParse(mapping)
  return read.success ? read.data.files : []
}

/** What the columns of a table are known by: no name of a column is kept for it. */
export function fingerprintOf(names: readonly string[], mapping: FileMapping): string {
  return createHash('sha256').update(columnsKey(names, mapping)).digest('hex')
}

/** The only mapping among these; null where there is none, or where two say different things. */
function theOnly(candidates: readonly Candidate[]) {
  const [first] = candidates
  if (!first) return null
  const own = candidates.filter(({ saved }) => saved === first.saved)
  const isSame = (saved: SavedMapping) =>
    canonicalJson(entriesOf(candidates.filter((one) => one.saved === saved))) ===
    canonicalJson(entriesOf(own))
  if (!candidates.every(({ saved }) => isSame(saved))) return null
  return { saved: first.saved, entries: entriesOf(own), match: first.match, file: first.file }
}

const entriesOf = (candidates: readonly Candidate[]) => candidates.map(({ file }) => file)

function noticesOf(source: SourceFile, { saved, match, file }: Candidate): LoadProblem[] {
  const at = problemAt({ file: source.label, line: 0, column: 0 })
  const before =
    saved.fingerprints[filesOf(saved).findIndex((one) => canonicalJson(one) === canonicalJson(file))]
  const isOther = before !== undefined && before !== '' && before !== fingerprintOf(match.names, file)
  return [
    at.notice(
      `it was recognised by its columns and is read by the saved mapping "${saved.name}" (version ${saved.version})`,
      isOther
        ? 'look whether it still says what is meant: the file has other columns beside than when the mapping was saved'
        : 'nothing, if it is that extract',
    ),
  ]
}

function hintOf(candidates: readonly Candidate[]): Hint | null {
  const names = (kind: Match['kind']) => [
    ...new Set(candidates.filter(({ match }) => match.kind === kind).map(({ saved }) => saved.name)),
  ]
  const quoted = (given: readonly string[]) => given.map((name) => `"${name}"`).join(' and ')
  const same = names('same')
  if (same.length > 0) {
    return {
      message: `the saved mappings ${quoted(same)} both read it, and say different things`,
      remedy:
        'choose one at the desk, or give it as the mapping of the load; and put away the one that is not used any more',
      mappings: same,
    }
  }
  const others = names('other-name')
  if (others.length > 0) {
    return {
      message: `it has the columns that the saved ${others.length === 1 ? 'mapping' : 'mappings'} ${quoted(others)} ${others.length === 1 ? 'asks' : 'ask'} for, and another name`,
      remedy:
        'say at the desk that it is the same extract; or in a terminal: --suggest writes that mapping for this file, and --mapping reads it',
      mappings: others,
    }
  }
  const [gone] = candidates.flatMap(({ saved, match }) =>
    match.kind === 'columns-gone' ? [{ name: saved.name, gone: match.gone }] : [],
  )
  if (!gone) return null
  const listed = gone.gone
    .slice(0, 10)
    .map((name) => `"${name}"`)
    .join(', ')
  return {
    message: `it is called as the files of the saved mapping "${gone.name}", and has not the ${gone.gone.length === 1 ? 'column' : 'columns'} ${listed}`,
    remedy: 'ask for the extract as it was, or point at its columns anew and save that under the same name',
    mappings: [gone.name],
  }
}

function distinct(files: readonly FileMapping[]): FileMapping[] {
  return [...new Map(files.map((file) => [canonicalJson(file), file])).values()]
}

/** @example the name of a mapping in the log of loads: 'Waiting list (version 2).mapping.json' */
function fileNameOf({ name, version }: SavedMapping): string {
  return `${name} (version ${version}).mapping.json`
}

/** What the mapping of the load itself names; null where it cannot be read, which the load says. */
async function readGiven(mapping: SourceFile | null): Promise<FileMapping[] | null> {
  if (!mapping) return []
  const text = await readText(mapping, () => undefined)
  return text === null ? null : (readMapping(mapping.label, text, () => undefined)?.files ?? null)
}

/** A mapping that was made here, kept beside the files as long as they are. */
async function withMapping(given: LoadFiles, name: string, text: string): Promise<LoadFiles> {
  const source = textSource(name, text)
  if (!given.received?.length) return { ...given, mapping: source }
  const folder = await makeStagingFolder(stagingFolderHere())
  const path = join(folder, 'mapping')
  await writeFile(path, text, { mode: 0o600 })
  const kept = given.received.filter(({ isMapping }) => !isMapping)
  return {
    ...given,
    mapping: source,
    received: [...kept, { path, label: name, isMapping: true, isNamed: true }],
    discard: async () => {
      await rm(folder, { recursive: true, force: true })
      await given.discard?.()
    },
  }
}

/** A file that is nowhere but here. */
export function textSource(name: string, text: string): SourceFile {
  return {
    name,
    label: name,
    isNamed: true,
    open: async () =>
      (async function* () {
        yield Buffer.from(text)
      })(),
  }
}
