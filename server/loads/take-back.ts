import { Load, PublishLoad } from '../../src/contract/loads.ts'
import { officerPaths } from '../../src/contract/officer-paths.ts'
import { apiBase } from '../../src/contract/paths.ts'
import { TakeBack } from '../../src/contract/take-back.ts'
import type { ChainHead } from '../../src/domain/audit/chain.ts'
import { commandLine } from '../../src/domain/audit/deed.ts'
import type { Database } from '../db/database.ts'
import { readOptions, UsageError } from '../read-options.ts'
import { type LoadArguments, namingOf } from './load-arguments.ts'
import { askServer, type LoadToken, publishThroughServer } from './load-through-server.ts'
import { createLoads } from './loads.ts'

export interface TakeBackArguments extends LoadArguments {
  takesBack: TakeBack
}

/**
 * `--roll-back N` or `--remove KPI[/DIMENSION[:MEMBER]][/PERIOD]…`, with `[--publish LABEL --reason TEXT] [--note TEXT]
 * [--at TIME] [--json]`; null where the command is about something else.
 */
export function readTakeBackArguments(given: readonly string[]): TakeBackArguments | null {
  if (!given.some((one) => /^--(roll-back|remove)(=|$)/.test(one))) return null
  const values = parse(given)
  const label = values.publish?.trim()
  const reason = values.reason?.trim()
  if (values.publish !== undefined && !label) throw new UsageError('--publish needs a label')
  if (label && !reason) throw new UsageError('--publish needs --reason TEXT here: everybody reads why')
  if (!label && values.at !== undefined) throw new UsageError('--at goes with --publish "LABEL"')
  const naming = { label: label ?? 'Label', note: values.note?.trim(), reason, at: values.at }
  const [fault] = PublishLoad.safeParse(naming).error?.issues ?? []
  if (fault)
    throw new UsageError(`--${String(fault.path[0] ?? 'publish')} needs another text: ${fault.message}`)
  return {
    takesBack: takeBackOf(values['roll-back'], values.remove ?? []),
    paths: [],
    mapping: null,
    label: label ?? null,
    note: naming.note || null,
    reason: reason || null,
    exact: [],
    rebaselines: [],
    confirmed: false,
    at: values.at ?? null,
    isJson: values.json ?? false,
  }
}

function takeBackOf(to: string | undefined, parts: readonly string[]): TakeBack {
  if (to !== undefined && parts.length > 0)
    throw new UsageError('--roll-back and --remove exclude each other')
  const parsed = TakeBack.safeParse(
    to === undefined ? { kind: 'removal', parts: parts.map(partOf) } : { kind: 'roll-back', to: Number(to) },
  )
  if (parsed.success) return parsed.data
  throw new UsageError(
    to === undefined
      ? '--remove needs a measure, and may name a breakdown, a member and a period: ot-waiting/town:Ashby/2025-09'
      : '--roll-back needs the number of an edition',
  )
}

const period = /^(\d{4}-(0[1-9]|1[0-2])|\d{4}-Q[1-4]|FY\d{4}-\d{2})$/

/** The last of several parts is a period where it reads like one: a member may have a slash in its name. */
function partOf(written: string) {
  const [kpi = '', ...rest] = written.split('/')
  const when = period.test(rest.at(-1) ?? '') ? rest.pop() : undefined
  const [dimension, ...member] = rest.join('/').split(':')
  return {
    kpi,
    ...(dimension && { dimension }),
    ...(member.length > 0 && { member: member.join(':') }),
    ...(when !== undefined && { period: when }),
  }
}

function parse(given: readonly string[]) {
  return readOptions(given, {
    'roll-back': { type: 'string' },
    remove: { type: 'string', multiple: true },
    publish: { type: 'string' },
    note: { type: 'string' },
    reason: { type: 'string' },
    at: { type: 'string' },
    check: { type: 'boolean' },
    json: { type: 'boolean' },
  })
}

/** Stages, and publishes where a label was given, in a database that this process has to itself. */
export async function takeBackDirectly(
  database: Database,
  given: TakeBackArguments,
  onPublished: (head: ChainHead) => void = () => undefined,
): Promise<Load> {
  const turn = createLoads(database, { onPublished }).begin(commandLine)
  const load = await turn.stageTakeBack(given.takesBack)
  const naming = namingOf(load, given)
  if (!naming) return load
  return given.at === null
    ? await turn.publish(load.id, naming)
    : await turn.schedule(load.id, naming, given.at)
}

/** Through the server that has the database. */
export async function takeBackThroughServer(key: LoadToken, given: TakeBackArguments): Promise<Load> {
  const body = await askServer(key, apiBase + officerPaths.takeBack(), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(given.takesBack),
  })
  return await publishThroughServer(key, Load.parse(body), given)
}
