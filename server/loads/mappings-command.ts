import { type MappingsReply, MappingsReply as Reply, SavedMapping } from '../../src/contract/mappings.ts'
import { officerPaths } from '../../src/contract/officer-paths.ts'
import { apiBase } from '../../src/contract/paths.ts'
import { commandLine } from '../../src/domain/audit/deed.ts'
import { tellSavedMapping } from '../../src/domain/loads/saved-mapping-words.ts'
import type { Database } from '../db/database.ts'
import { readOptions, UsageError } from '../read-options.ts'
import { keepMapping } from './keep-mapping.ts'
import { readListedMappings } from './listed-mappings.ts'
import { askServer, type LoadToken } from './load-through-server.ts'

export interface MappingsArguments {
  /** the one that is put away; null where all are listed */
  putAway: string | null
  isJson: boolean
}

/** `--mappings [--json]` or `--put-away NAME [--json]`; null where the command is about something else. */
export function readMappingsArguments(given: readonly string[]): MappingsArguments | null {
  if (!given.some((one) => /^--(mappings|put-away)(=|$)/.test(one))) return null
  const { mappings = false, 'put-away': name, json = false } = parse(given)
  if (mappings === (name !== undefined)) throw new UsageError('give --mappings, or --put-away NAME')
  if (name !== undefined && !name.trim()) throw new UsageError('--put-away needs the name of a saved mapping')
  return { putAway: name?.trim() ?? null, isJson: json }
}

function parse(given: readonly string[]) {
  return readOptions(given, {
    mappings: { type: 'boolean' },
    'put-away': { type: 'string' },
    json: { type: 'boolean' },
  })
}

/** In a database that this process has to itself, or shares. */
export async function mappingsDirectly(
  { queries }: Database,
  { putAway }: MappingsArguments,
): Promise<MappingsReply> {
  if (putAway !== null) await keepMapping(queries, { name: putAway, mapping: null }, commandLine, new Date())
  return await readListedMappings(queries)
}

/** Through the server that has the database. */
export async function mappingsThroughServer(
  key: LoadToken,
  { putAway }: MappingsArguments,
): Promise<MappingsReply> {
  const path = apiBase + officerPaths.mappings()
  if (putAway !== null) {
    const body = JSON.stringify({ name: putAway, mapping: null })
    const headers = { 'content-type': 'application/json' }
    SavedMapping.parse(await askServer(key, path, { method: 'POST', headers, body }))
  }
  return Reply.parse(await askServer(key, path, { method: 'GET' }))
}

/** In the words of the desk. */
export function describeMappings(
  { timezone, mappings }: MappingsReply,
  { putAway }: MappingsArguments,
): string[] {
  if (putAway !== null) return [`Put away “${putAway}”: no file is recognised by it any more.`]
  if (mappings.length === 0)
    return ['No mapping is saved: one is made by pointing, at the desk (docs/loading.md).']
  return mappings.flatMap((one) => [
    `${one.name}:`,
    ...[...tellSavedMapping(one, timezone), ...one.reads].map((sentence) => `  ${sentence}`),
  ])
}
