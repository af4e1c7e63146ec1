import { readFile } from 'node:fs/promises'
import pg from 'pg'
import { mostColumns } from '../../src/contract/bounds.ts'
import { codeOf } from '../log/loggable-error.ts'
import { type Asking, type Brought, keepFile } from './brought.ts'
import { SourceError } from './source-error.ts'
import type { QuerySource } from './source-settings.ts'
import { writeRow } from './write-row.ts'

const rowsAtOnce = 1000
const connectWithinMs = 15_000

/** Every value as the server writes it: nothing is turned into a number or a date on the way. */
const asTexts = { getTypeParser: () => (text: string) => text }

/**
 * The rows of one query, as a file of CSV: from a transaction that only reads, by a cursor, so that the query can be
 * one SELECT and nothing else.
 */
export async function askQuery(source: QuerySource, asking: Asking): Promise<Brought> {
  const query = await readQuery(source.query)
  const client = new pg.Client({
    connectionString: source.database,
    connectionTimeoutMillis: connectWithinMs,
    application_name: 'governance-dashboard-source',
    types: asTexts,
  })
  // told by what waits for it
  client.on('error', () => undefined)
  const patience = AbortSignal.timeout(source.seconds * 1000)
  const stop = () => void client.end().catch(() => undefined)
  const until = AbortSignal.any([asking.signal, patience])
  until.addEventListener('abort', stop)
  try {
    await client.connect()
    await beginReading(client, source, asking.timezone)
    const file = await keepFile(asking, 0, source.file, rowsOf(client, source, query))
    return { files: [file], noticed: [], note: null }
  } catch (error) {
    if (error instanceof SourceError || asking.signal.aborted) throw error
    throw patience.aborted ? tooSlow(source) : (inWords(source, error) ?? error)
  } finally {
    until.removeEventListener('abort', stop)
    await client.end().catch(() => undefined)
  }
}

async function readQuery(path: string): Promise<string> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw new SourceError(
      `the file of "query" cannot be read (${codeOf(error) ?? 'no reason given'}): put it back`,
    )
  })
  return text.replace(/^\ufeff/, '').replace(/;\s*$/, '')
}

async function beginReading(client: pg.Client, { seconds }: QuerySource, timezone: string) {
  await client.query('begin transaction isolation level repeatable read read only')
  const settings = {
    statement_timeout: `${seconds * 1000}`,
    datestyle: 'ISO',
    timezone,
    client_encoding: 'UTF8',
  }
  for (const [name, value] of Object.entries(settings)) {
    await client.query('select set_config($1, $2, true)', [name, value])
  }
}

/** `declare` takes one SELECT, and in the extended protocol a text holds one statement. */
async function* rowsOf(client: pg.Client, source: QuerySource, query: string): AsyncGenerator<string> {
  const ask = (text: string) => client.query<(string | null)[]>(inOneStatement(text))
  await ask(`declare rows_of_source no scroll cursor for ${query}`)
  let bytes = 0
  for (let place = 0; ; place++) {
    const { rows, fields } = await ask(`fetch ${rowsAtOnce} from rows_of_source`)
    if (place === 0) yield headerOf(fields.map(({ name }) => name))
    for (const row of rows) {
      const line = writeRow(row)
      bytes += Buffer.byteLength(line)
      if (bytes > source.mostBytes) throw tooLarge(source)
      yield line
    }
    if (rows.length < rowsAtOnce) return
  }
}

/** The types of the driver do not know of `queryMode`; without parameters it would take several statements. */
function inOneStatement(text: string): pg.QueryArrayConfig & { queryMode: 'extended' } {
  return { text, rowMode: 'array', queryMode: 'extended' }
}

function headerOf(names: readonly string[]): string {
  if (names.length > mostColumns)
    throw new SourceError(`the query has more than ${mostColumns} columns: name those that are wanted`)
  return writeRow(names)
}

function tooLarge({ mostBytes }: QuerySource): SourceError {
  return new SourceError(
    `the rows are more than ${mostBytes / 1e6} MB: have the query count and group, or allow more with "megabytes"`,
  )
}

function tooSlow({ seconds }: QuerySource): SourceError {
  return new SourceError(
    `the server did not finish within ${seconds} s: allow more with "seconds", or ask at a quieter time`,
  )
}

/** What the server refused, by its code alone: its message may hold what stands in its tables. */
function inWords(source: QuerySource, error: unknown): SourceError | null {
  const code = codeOf(error)
  // the server notices the same a moment before, or after
  if (code === '57014') return tooSlow(source)
  if (code === null) {
    return isTimeout(error)
      ? new SourceError('the server does not answer: is it running, and may this machine go there?')
      : null
  }
  const remedy = remedyFor(code, source)
  return remedy === null ? null : new SourceError(`${remedy} (${code})`)
}

function isTimeout(error: unknown): boolean {
  return error instanceof Error && /timeout|terminated/i.test(error.message)
}

function remedyFor(code: string, { from }: QuerySource): string | null {
  if (/^(28P01|28000)$/.test(code))
    return `the server does not take user and password: set ${from} to those that it takes`
  if (code === '3D000') return `the server has no database of that name: look at ${from}`
  if (code === '42501') return 'the user may not read what the query names: grant it, and nothing more'
  if (/^(25|0A000$)/.test(code)) return 'the query would write, and a source only reads: give one SELECT'
  if (/^42/.test(code))
    return 'the server does not understand the query: it has to be one SELECT, whose tables and columns are there'
  if (/^22/.test(code)) return 'the query cannot work out one of its values: try it on the server'
  if (/^(53|57|58|XX|08)/.test(code) && code.length === 5)
    return 'the server has an error of its own: ask again later, or whoever runs it'
  if (/^(ENOTFOUND|EAI_)/.test(code)) return `the name of the server is not known: look at ${from}`
  if (/CERT|SELF_SIGNED|UNABLE_TO|ERR_TLS/.test(code))
    return 'the server does not show a certificate that this machine trusts: renew it there, or give its authority by NODE_EXTRA_CA_CERTS'
  if (/^E(CONN|HOST|NET|TIMEDOUT|PIPE)/.test(code))
    return 'the server cannot be reached: is it running, and may this machine go there?'
  return null
}
