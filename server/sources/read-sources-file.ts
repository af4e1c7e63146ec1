import { readFileSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { Cron } from 'croner'
import * as z from 'zod/mini'
import { largestFile, mostFiles, mostKpis } from '../../src/contract/bounds.ts'
import { identifier } from '../../src/contract/common.ts'
import { isLoopback } from '../door/allowed-hosts.ts'
import { faultOfKey, keyInWords, readSettingsFile } from '../settings-file.ts'
import type { AskedByHttp, SecretHeader, SourceSettings } from './source-settings.ts'

const shownIn = 'docs/loading.md'
const text = z.string().check(z.minLength(1))
const fileName = z.string().check(z.regex(/^[^\\/\p{Cc}]{1,255}$/u))
const variable = z.string().check(z.regex(/^[A-Za-z_]\w*$/))

const common = {
  name: z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,59}$/)),
  schedule: text,
  mapping: z.optional(text),
}
const byHttp = {
  address: text,
  header: z.optional(z.strictObject({ name: z.string().check(z.regex(/^[A-Za-z0-9-]+$/)), from: variable })),
  private: z._default(z.boolean(), false),
  megabytes: z._default(z.number().check(z.positive(), z.maximum(largestFile / 1e6)), 64),
  seconds: z._default(z.int().check(z.minimum(1), z.maximum(900)), 60),
}
const Given = z.discriminatedUnion('kind', [
  z.strictObject({
    ...common,
    kind: z.literal('folder'),
    folder: text,
    files: z.array(fileName).check(z.minLength(1), z.maxLength(mostFiles)),
    newest: z._default(z.boolean(), false),
    steadySeconds: z._default(z.number().check(z.positive(), z.maximum(60)), 2),
  }),
  z.strictObject({ ...common, ...byHttp, kind: z.literal('address'), file: fileName }),
  z.strictObject({
    ...common,
    kind: z.literal('query'),
    database: variable,
    query: text,
    file: z._default(z.string().check(z.regex(/^[^\\/\p{Cc}]{1,200}\.csv$/u)), 'observations.csv'),
    megabytes: byHttp.megabytes,
    seconds: byHttp.seconds,
  }),
  z.strictObject({
    ...byHttp,
    name: common.name,
    schedule: common.schedule,
    kind: z.literal('dashboard'),
    member: identifier,
    label: identifier,
    level: z._default(z.enum(['England', 'Region', 'Council']), 'Council'),
    measures: z
      .record(identifier, identifier)
      .check(z.refine((given) => Object.keys(given).length > 0 && Object.keys(given).length <= mostKpis)),
  }),
])
type Given = z.infer<typeof Given>
const SourcesFile = z.strictObject({ sources: z.array(Given).check(z.maxLength(50)) })

type Environment = Readonly<Record<string, string | undefined>>

/** How one key of the file is found wanting; the words name the remedy, and end without a stop. */
type Fault = (key: string, words: string) => never

/**
 * Reads the file that SOURCES names, whole, before anything is served. What it names must be there: a secret in the
 * environment, a mapping, a query. A folder and an address may come and go.
 *
 * @throws SettingError with file, key and remedy; never with the value of a secret
 */
export function readSourcesFile(path: string, environment: Environment): SourceSettings[] {
  const read = z.safeParse(SourcesFile, readSettingsFile('SOURCES', path, shownIn))
  if (!read.success) throw faultAt(path, read.error.issues[0])
  const { sources } = read.data
  const twice = sources.findIndex(({ name }, index) =>
    sources.slice(0, index).some((one) => one.name === name),
  )
  if (twice !== -1)
    throw faultOfKey(path, `sources[${twice}].name`, 'is the name of another source too. Give each its own')
  return sources.map((source, index) =>
    settle(source, dirname(path), environment, (key, words) => {
      throw faultOfKey(path, `sources[${index}].${key}`, words)
    }),
  )
}

function settle(given: Given, folder: string, environment: Environment, fault: Fault): SourceSettings {
  checkSchedule(given.schedule, fault)
  const { name, schedule } = given
  const beside = (path: string) => resolve(folder, path)
  if (given.kind === 'dashboard') {
    const { kind, member, label, level } = given
    const measures = Object.entries(given.measures).map(([ours, theirs]) => ({ ours, theirs }))
    const asked = settleHttp(given, environment, fault)
    return { name, schedule, kind, ...asked, mapping: null, member, label, level, measures }
  }
  const mapping = given.mapping === undefined ? null : requireFile('mapping', beside(given.mapping), fault)
  if (given.kind === 'folder') {
    const { kind, files, newest, steadySeconds } = given
    return { name, schedule, kind, mapping, folder: beside(given.folder), files, newest, steadySeconds }
  }
  if (given.kind === 'address') {
    return {
      name,
      schedule,
      kind: given.kind,
      mapping,
      file: given.file,
      ...settleHttp(given, environment, fault),
    }
  }
  const { kind, file, seconds, megabytes, database: from } = given
  const database = settleDatabase(from, environment, fault)
  const query = requireFile('query', beside(given.query), fault)
  return { name, schedule, kind, mapping, database, from, query, file, seconds, mostBytes: megabytes * 1e6 }
}

function checkSchedule(schedule: string, fault: Fault) {
  try {
    const isEver = new Cron(schedule, { mode: '5-part', paused: true }).nextRun() !== null
    if (isEver) return
  } catch {
    // said below
  }
  fault('schedule', 'is no time. Give five fields as cron has them: "15 6 * * 1-5" is 6:15 on weekdays')
}

function requireFile(key: string, path: string, fault: Fault): string {
  const isThere = statSync(path, { throwIfNoEntry: false })?.isFile() ?? false
  if (!isThere) fault(key, `names ${path}, which is no file. Give its path, beginning at this file's folder`)
  try {
    readFileSync(path)
  } catch {
    fault(key, `names ${path}, which cannot be read. Let the user who runs the service read it`)
  }
  return path
}

interface GivenHttp {
  address: string
  header?: { name: string; from: string } | undefined
  private: boolean
  megabytes: number
  seconds: number
}

function settleHttp(given: GivenHttp, environment: Environment, fault: Fault): AskedByHttp {
  const { address, seconds } = given
  checkAddress(address, given.private, fault)
  return {
    address,
    header: given.header ? settleHeader(given.header, environment, fault) : null,
    private: given.private,
    mostBytes: given.megabytes * 1e6,
    seconds,
  }
}

/** By TLS, so that nobody on the way reads the secret or changes a figure; on this very machine there is no way. */
function checkAddress(address: string, isPrivate: boolean, fault: Fault) {
  if (!URL.canParse(address))
    fault('address', 'is no address. Give it whole: https://data.example/waiting.csv')
  const { protocol, hostname, username, password, hash } = new URL(address)
  if (username || password)
    fault(
      'address',
      'has a user or a password in it. Take them out: a secret goes into "header", by the environment',
    )
  if (hash) fault('address', 'has a # in it, which is never sent. Take it out')
  const host = hostname.replace(/^\[|\]$/g, '')
  if (protocol === 'http:' && isLoopback(host) && isPrivate) return
  if (protocol !== 'https:')
    fault(
      'address',
      'does not begin with https://. Without TLS anybody on the way could read and change what comes',
    )
}

function settleHeader(
  { name, from }: { name: string; from: string },
  environment: Environment,
  fault: Fault,
): SecretHeader {
  const value = environment[from]?.trim()
  if (!value)
    fault('header.from', `names ${from}, which the environment does not have. Set ${from} to the secret`)
  else if (!/^[\x20-\x7e]+$/.test(value))
    fault(
      'header.from',
      `names ${from}, which holds signs that no header may have. Set it to the secret alone`,
    )
  return { name, value: value ?? '', from }
}

function settleDatabase(from: string, environment: Environment, fault: Fault): string {
  const url = environment[from]?.trim() ?? ''
  if (!url)
    fault(
      'database',
      `names ${from}, which the environment does not have. Set ${from} to the server's address`,
    )
  if (!/^postgres(ql)?:\/\//.test(url) || !URL.canParse(url))
    fault(
      'database',
      `names ${from}, which is no address of a PostgreSQL server. Set it like postgres://reader:password@warehouse.example/figures?sslmode=verify-full; other servers are not asked`,
    )
  return url
}

function faultAt(path: string, issue: z.core.$ZodIssue | undefined) {
  const key = keyInWords(issue?.path ?? [])
  if (issue?.code === 'unrecognized_keys')
    return faultOfKey(
      path,
      [key, issue.keys[0]].filter(Boolean).join('.'),
      'is not known of a source of this kind. Take it out, or look at its spelling',
    )
  return faultOfKey(path, key || 'the whole', wordsOf(key.replace(/^sources\[\d+\]\.?/, '')))
}

const words: readonly [RegExp, string][] = [
  [/^kind$/, 'is none. Give one of: folder, address, query, dashboard'],
  [/^name$/, 'cannot be used. Give small letters, digits and dashes: "case-system"'],
  [/^schedule$/, 'is missing. Give five fields as cron has them: "15 6 * * 1-5" is 6:15 on weekdays'],
  [/^mapping$/, 'is no path. Give that of a mapping, beginning at this file’s folder'],
  [/^folder$/, 'is no path. Give that of a folder'],
  [/^files/, 'is no list of file names. Give such as ["waiting-*.csv"]; a name has no folder in it'],
  [/^file$/, 'is no file name. Give what the file is called in its load: "waiting.csv"; a query makes .csv'],
  [/^steadySeconds$/, 'cannot be used. Give a number up to 60'],
  [/^newest$|^private$/, 'is neither true nor false. Give one of them, without quotation marks'],
  [/^address$/, 'is missing. Give it whole: https://data.example/waiting.csv'],
  [
    /^header/,
    'is no header. Give { "name": "Authorization", "from": "NAME_OF_A_VARIABLE" }; never the secret itself',
  ],
  [/^megabytes$/, `cannot be used. Give a number up to ${largestFile / 1e6}`],
  [/^seconds$/, 'cannot be used. Give a whole number from 1 to 900'],
  [
    /^database$/,
    'names no variable of the environment. Give such as "WAREHOUSE_URL"; never the address itself',
  ],
  [/^query$/, 'is no path. Give that of a file that holds one SELECT'],
  [/^(member|label)$/, 'is missing. Give the place’s code and name: "E09000017", "Hillingdon"'],
  [/^level$/, 'is none. Give one of: England, Region, Council'],
  [/^measures/, 'is no list of measures. Give { "OURS": "THEIRS" }, by their ids, one at least'],
]

function wordsOf(key: string): string {
  return (
    words.find(([form]) => form.test(key))?.[1] ??
    'is not as it must be. Give { "sources": [ { "name": "…", "kind": "folder", … } ] }'
  )
}
