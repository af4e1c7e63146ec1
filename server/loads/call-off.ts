import { Load } from '../../src/contract/loads.ts'
import { officerPaths } from '../../src/contract/officer-paths.ts'
import { apiBase } from '../../src/contract/paths.ts'
import type { Database } from '../db/database.ts'
import { readOptions, UsageError } from '../read-options.ts'
import { askServer, type LoadToken } from './load-through-server.ts'
import { createLoads } from './loads.ts'

export interface CallOffArguments {
  load: string
  isJson: boolean
}

/** `--call-off LOAD [--json]`; null where the command is about something else. */
export function readCallOffArguments(given: readonly string[]): CallOffArguments | null {
  if (!given.some((one) => one === '--call-off' || one.startsWith('--call-off='))) return null
  const { 'call-off': load = '', json = false } = parse(given)
  if (!/^[\w-]{1,100}$/.test(load)) {
    throw new UsageError('--call-off needs the id of a load, as it was told when its time was set')
  }
  return { load, isJson: json }
}

function parse(given: readonly string[]) {
  return readOptions(given, { 'call-off': { type: 'string' }, json: { type: 'boolean' } })
}

/** In a database that this process has to itself. */
export async function callOffDirectly(database: Database, { load }: CallOffArguments): Promise<Load> {
  return await createLoads(database).callOff(load)
}

/** Through the server that has the database. */
export async function callOffThroughServer(key: LoadToken, { load }: CallOffArguments): Promise<Load> {
  const body = await askServer(key, apiBase + officerPaths.callOffLoad(load), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  })
  return Load.parse(body)
}
