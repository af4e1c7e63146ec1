import { type Load, PublishLoad } from '../../src/contract/loads.ts'
import type { GivenRebaseline } from '../../src/contract/rebaseline.ts'
import { tellUnmetNeeds } from '../../src/ingest/needs.ts'
import { readOptionsAndRest, UsageError } from '../read-options.ts'
import type { GivenNaming } from './given-naming.ts'

export interface LoadArguments {
  paths: string[]
  mapping: string | null
  /** the label to publish under; null where the load is only checked */
  label: string | null
  note: string | null
  /** why what is to be confirmed in the load is right */
  reason: string | null
  /** measures that shall be exact for everybody from now on */
  exact: readonly string[]
  /** measures whose limits shall start again, for that reason */
  rebaselines: readonly GivenRebaseline[]
  /** their words were looked at: they tell nobody who is meant */
  confirmed: boolean
  /** when to publish it, by the clock of the organisation; null for now */
  at: string | null
  isJson: boolean
}

export const usage =
  'npm run load -- PATH… [--mapping FILE] [--check] [--publish "LABEL"] [--note TEXT] [--reason TEXT] [--exact KPI]… [--json]\n' +
  '  with --publish also: [--rebaseline KPI]… --reason TEXT [--title TEXT] [--confirmed] [--at 2025-12-04T09:30]\n' +
  'npm run load -- --suggest FILE [--mapping FILE] [--json]\n' +
  'npm run load -- --call-off LOAD [--json]\n' +
  'npm run load -- --roll-back N [--publish "LABEL" --reason TEXT] [--note TEXT] [--at 2025-12-04T09:30] [--json]\n' +
  'npm run load -- --remove KPI[/DIMENSION[:MEMBER]][/PERIOD]… [the same]\n' +
  'npm run load -- --sources [--json], or --source NAME [--json]\n' +
  'npm run load -- --mappings [--json], or --put-away NAME [--json]\n' +
  'npm run load -- --withdraw N --reason TEXT [--json]\n' +
  'PATH is a file, a folder or a zip; docs/loading.md describes the files.'

export function readLoadArguments(given: readonly string[]): LoadArguments {
  const { values, positionals } = parse(given)
  if (!positionals.length) throw new UsageError('no file was named')
  const label = values.publish?.trim()
  if (values.publish !== undefined && !label) throw new UsageError('--publish needs a label')
  const [note, reason] = [values.note?.trim(), values.reason?.trim()]
  const rebaselines = rebaselinesOf(values.rebaseline ?? [], values.title?.trim(), reason)
  for (const [option, fault] of [
    ['--publish needs another label', label && faultOf({ label })],
    ['--note needs another text', note && faultOf({ label: 'Label', note })],
    ['--reason needs another text', reason && faultOf({ label: 'Label', reason })],
    ['--rebaseline, --title and --reason cannot be recorded', faultOf({ label: 'Label', rebaselines })],
    ['--at needs another time', values.at !== undefined && faultOf({ label: 'Label', at: values.at })],
  ]) {
    if (fault) throw new UsageError(`${option}: ${fault}`)
  }
  if (label && values.check) throw new UsageError('--check and --publish exclude each other')
  if (!label && rebaselines.length > 0) throw new UsageError('--rebaseline goes with --publish "LABEL"')
  if (!label && values.at !== undefined) throw new UsageError('--at goes with --publish "LABEL"')
  return {
    paths: positionals,
    mapping: values.mapping ?? null,
    label: label ?? null,
    note: note || null,
    reason: reason || null,
    exact: values.exact ?? [],
    rebaselines,
    confirmed: values.confirmed ?? false,
    at: values.at ?? null,
    isJson: values.json ?? false,
  }
}

/** How a checked load is published; null where it only was to be checked, is unsound, or waits to be confirmed. */
export function namingOf(
  load: Load,
  { label, note, reason, exact, rebaselines, confirmed }: LoadArguments,
): GivenNaming | null {
  if (load.state !== 'staged' || label === null) return null
  if (tellUnmetNeeds(load.needs, { reason, exact }) !== null) return null
  // a reason that was given for limits alone stands beside them, and explains nothing else of the edition
  const isOfLoad = load.needs.reason || rebaselines.length === 0
  return { label, note, reason: isOfLoad ? reason : null, exact: [...exact], rebaselines, confirmed }
}

/** One reason for all that are named: measures that one change moved. */
function rebaselinesOf(
  kpis: readonly string[],
  title: string | undefined,
  reason: string | undefined,
): GivenRebaseline[] {
  if (kpis.length > 0 && !reason)
    throw new UsageError('--rebaseline needs --reason "TEXT": why figures have another level since')
  return kpis.map((kpi) => ({ kpi, ...(title && { title }), reason: reason ?? '' }))
}

/** The same rule as through the service: a label of one line, and nobody is named. */
function faultOf(naming: PublishLoad): string | null {
  const [issue] = PublishLoad.safeParse(naming).error?.issues ?? []
  return issue?.message ?? null
}

function parse(given: readonly string[]) {
  return readOptionsAndRest(given, {
    mapping: { type: 'string' },
    check: { type: 'boolean' },
    publish: { type: 'string' },
    note: { type: 'string' },
    reason: { type: 'string' },
    exact: { type: 'string', multiple: true },
    rebaseline: { type: 'string', multiple: true },
    title: { type: 'string' },
    confirmed: { type: 'boolean' },
    at: { type: 'string' },
    json: { type: 'boolean' },
  })
}
