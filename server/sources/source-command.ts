import * as z from 'zod/mini'
import { Load } from '../../src/contract/loads.ts'
import { officerPaths } from '../../src/contract/officer-paths.ts'
import { apiBase } from '../../src/contract/paths.ts'
import { Source, SourcesReply } from '../../src/contract/sources.ts'
import { nameSource, tellSource } from '../../src/domain/sources/source-words.ts'
import type { Database } from '../db/database.ts'
import { describeLoad } from '../loads/describe-load.ts'
import { askServer, type LoadToken } from '../loads/load-through-server.ts'
import { createLoads } from '../loads/loads.ts'
import { shelfOf } from '../loads/shared-shelf.ts'
import { stagingFolderHere } from '../loads/staging-folder.ts'
import { readOptions, UsageError } from '../read-options.ts'
import type { Settings } from '../settings.ts'
import { createSources } from './sources.ts'

export interface SourceArguments {
  /** the one that is asked now; null where all are listed */
  name: string | null
  isJson: boolean
}

/** All sources, or the one that was asked with the load that came of it. */
interface ToldSources extends SourcesReply {
  load: Load | null
  /** whether the load can be opened at the desk, or went with the command */
  isKept: boolean
}

/** `--sources [--json]` or `--source NAME [--json]`; null where the command is about something else. */
export function readSourceArguments(given: readonly string[]): SourceArguments | null {
  if (!given.some((one) => /^--sources?(=|$)/.test(one))) return null
  const { sources = false, source, json = false } = parse(given)
  if (sources === (source !== undefined)) throw new UsageError('give --sources, or --source NAME')
  if (source !== undefined && !source.trim()) throw new UsageError('--source needs the name of a source')
  return { name: source ?? null, isJson: json }
}

function parse(given: readonly string[]) {
  return readOptions(given, {
    sources: { type: 'boolean' },
    source: { type: 'string' },
    json: { type: 'boolean' },
  })
}

/** In a database that this process has to itself, or shares. */
export async function sourcesDirectly(
  database: Database,
  { sources: settings }: Settings,
  { name }: SourceArguments,
): Promise<ToldSources> {
  const stagingFolder = stagingFolderHere()
  const loads = createLoads(database, { shelf: shelfOf(database, stagingFolder) })
  const { queries, isShared } = database
  // on the embedded database a load is in the memory of its process
  const keepsLoads = isShared
  const sources = createSources({ queries, isShared, loads, settings, stagingFolder, keepsLoads })
  if (name === null) return { ...(await sources.list()), load: null, isKept: keepsLoads }
  const { source, load } = await sources.askNow(name)
  const { timezone } = await sources.list()
  return { timezone, sources: [source], load, isKept: keepsLoads }
}

/** Through the server that has the database. */
export async function sourcesThroughServer(key: LoadToken, { name }: SourceArguments): Promise<ToldSources> {
  const ask = async <Reply>(path: string, schema: z.ZodMiniType<Reply>, request: RequestInit = {}) =>
    z.parse(schema, await askServer(key, apiBase + path, request))
  const all = await ask(officerPaths.sources(), SourcesReply)
  if (name === null) return { ...all, load: null, isKept: true }
  const source = await ask(officerPaths.askSource(name), Source, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  })
  const load = isOfNow(source) && source.load ? await ask(officerPaths.load(source.load.id), Load) : null
  return { timezone: all.timezone, sources: [source], load, isKept: true }
}

function isOfNow({ outcome }: Source): boolean {
  return outcome === 'came' || outcome === 'refused'
}

/** In the words of the desk, and of a load that came, what is found in it. */
export function describeSources({ timezone, sources, load, isKept }: ToldSources): string[] {
  if (sources.length === 0) return ['No sources are set: SOURCES names their file (docs/loading.md).']
  return [
    ...sources.flatMap((source) => [
      `${nameSource(source)}:`,
      ...tellSource(source, timezone).map((sentence) => `  ${sentence}`),
    ]),
    ...(load ? describeLoad(load, { label: null, reason: null, exact: [] }) : []),
    ...(load && !isKept
      ? ['Its files went with this command. Ask again while the service runs, and take it at the desk.']
      : []),
  ]
}
