import type { Load } from '../../src/contract/loads.ts'
import type { ChainHead } from '../../src/domain/audit/chain.ts'
import { writeHead } from '../../src/domain/audit/chain-head.ts'
import { ProblemError } from '../../src/service/problem.ts'
import { whyNotOpened } from '../db/why-not-opened.ts'
import { describeError } from '../log/loggable-error.ts'
import { UsageError } from '../read-options.ts'
import { SettingError } from '../setting-error.ts'
import { readSettings, type Settings } from '../settings.ts'
import {
  describeSources,
  readSourceArguments,
  type SourceArguments,
  sourcesDirectly,
  sourcesThroughServer,
} from '../sources/source-command.ts'
import { SourceStateError } from '../sources/sources.ts'
import { wordsFor } from '../words-for-people.ts'
import {
  type CallOffArguments,
  callOffDirectly,
  callOffThroughServer,
  readCallOffArguments,
} from './call-off.ts'
import { describeLoad } from './describe-load.ts'
import { readKept } from './kept-knowledge.ts'
import { type LoadArguments, readLoadArguments, usage } from './load-arguments.ts'
import { loadDirectly } from './load-directly.ts'
import { loadThroughServer, RefusedError } from './load-through-server.ts'
import { BusyError } from './loads.ts'
import {
  describeMappings,
  type MappingsArguments,
  mappingsDirectly,
  mappingsThroughServer,
  readMappingsArguments,
} from './mappings-command.ts'
import { conflicts } from './refusals.ts'
import { NoSuchPathError, requireFile, requirePaths } from './source-files.ts'
import {
  describeSuggestion,
  mappingOf,
  readSuggestArguments,
  type SuggestArguments,
  suggest,
  writeSuggestion,
} from './suggest.ts'
import {
  readTakeBackArguments,
  type TakeBackArguments,
  takeBackDirectly,
  takeBackThroughServer,
} from './take-back.ts'
import { where } from './where.ts'
import {
  readWithdrawArguments,
  type WithdrawArguments,
  withdrawDirectly,
  withdrawThroughServer,
} from './withdraw.ts'
import { BadZipError } from './zip-files.ts'

/** Where the command says what it has to say: standard output and standard error of its process. */
interface Said {
  output: (text: string) => void
  errors: (text: string) => void
}

/** Exit codes of the contract. */
const fine = 0
const badData = 1
const wrongUsage = 2

async function run(given: LoadArguments, settings: Settings, said: Said): Promise<Load> {
  await requirePaths([...given.paths, ...(given.mapping === null ? [] : [given.mapping])])
  if (given.mapping !== null) await requireFile(given.mapping)
  return await where(
    settings,
    (key) => loadThroughServer(key, given),
    (database) => loadDirectly(database, given, given.isJson ? undefined : (head) => tellHead(head, said)),
  )
}

/** To be kept elsewhere than the database: `npm run audit:verify -- --head` takes it. */
function tellHead(head: ChainHead, said: Said) {
  said.output(`The audit ends at ${writeHead(head)}.\n`)
}

async function withdraw(given: WithdrawArguments, settings: Settings, said: Said): Promise<number> {
  const edition = await where(
    settings,
    (key) => withdrawThroughServer(key, given),
    (database) => withdrawDirectly(database, given),
  )
  const words = `Withdrew edition ${edition.number}, ${edition.label}. Its readers are told why, and led to the latest that stands.`
  said.output(`${given.isJson ? JSON.stringify(edition) : words}\n`)
  return fine
}

async function callOff(given: CallOffArguments, settings: Settings, said: Said): Promise<number> {
  const load = await where(
    settings,
    (key) => callOffThroughServer(key, given),
    (database) => callOffDirectly(database, given),
  )
  said.output(`${given.isJson ? JSON.stringify(load) : 'Called off. Nothing of it was published.'}\n`)
  return fine
}

/** Lists the sources, or asks one now; nothing is published by it. */
async function sources(given: SourceArguments, settings: Settings, said: Said): Promise<number> {
  const told = await where(
    settings,
    (key) => sourcesThroughServer(key, given),
    (database) => sourcesDirectly(database, settings, given),
  )
  const { isKept: _, ...shown } = told
  said.output(`${given.isJson ? JSON.stringify(shown) : describeSources(told).join('\n')}\n`)
  const isWell =
    given.name === null || told.sources.every(({ outcome }) => outcome === 'came' || outcome === 'unchanged')
  return isWell ? fine : badData
}

/** Lists the saved mappings, or puts one away. */
async function mappings(given: MappingsArguments, settings: Settings, said: Said): Promise<number> {
  const told = await where(
    settings,
    (key) => mappingsThroughServer(key, given),
    (database) => mappingsDirectly(database, given),
  )
  said.output(`${given.isJson ? JSON.stringify(told) : describeMappings(told, given).join('\n')}\n`)
  return fine
}

/** Nothing is loaded: the file is looked into, and a mapping for it is written beside it. */
async function propose(given: SuggestArguments, settings: Settings, said: Said): Promise<number> {
  await requirePaths([given.path, ...(given.mapping === null ? [] : [given.mapping])])
  await requireFile(given.path, '--suggest')
  const kept = await readKept(settings)
  const suggested = await suggest(given, kept)
  const isFound = suggested.looks.length > 0
  if (given.isJson) {
    const { problems, looks } = suggested
    const unknown = looks.flatMap(({ suggestion }) => suggestion.unknown)
    said.output(`${JSON.stringify({ problems, mapping: mappingOf(suggested), unknown })}\n`)
  } else {
    const written = isFound
      ? [`Written to ${await writeSuggestion(given.path, suggested)}: correct it, then load with --mapping.`]
      : []
    const unasked = kept.why === null ? [] : [`The database was not asked: ${kept.why}`]
    said.output(`${[...unasked, ...describeSuggestion(suggested), ...written].join('\n')}\n`)
  }
  return isFound ? fine : badData
}

async function takeBack(given: TakeBackArguments, settings: Settings, said: Said): Promise<number> {
  const staged = await where(
    settings,
    (key) => takeBackThroughServer(key, given),
    (database) =>
      takeBackDirectly(database, given, given.isJson ? undefined : (head) => tellHead(head, said)),
  )
  return tellLoad(staged, given, said)
}

async function load(given: LoadArguments, settings: Settings, said: Said): Promise<number> {
  return tellLoad(await run(given, settings, said), given, said)
}

function tellLoad(loaded: Load, given: LoadArguments, said: Said): number {
  const lines = given.isJson ? [JSON.stringify(loaded)] : describeLoad(loaded, given)
  said.output(`${lines.join('\n')}\n`)
  const isUnpublished = given.label !== null && loaded.state !== 'published' && !loaded.scheduled
  return loaded.state === 'rejected' || isUnpublished ? badData : fine
}

/** Errors whose messages were made to be read; of any other, the kind and the place are told. */
const tellable = [
  UsageError,
  NoSuchPathError,
  SettingError,
  ...whyNotOpened,
  RefusedError,
  BusyError,
  ...conflicts,
  BadZipError,
  ProblemError,
  SourceStateError,
]

/** An error that stopped the command: one line, and one object for programs. */
function tellFailure(error: unknown, isJson: boolean, said: Said): number {
  const message =
    wordsFor(error, tellable) ??
    `The load could not be finished: ${describeError(error)}. Nothing was published.`
  const isUsage = [UsageError, NoSuchPathError, SettingError].some((kind) => error instanceof kind)
  if (isJson) said.output(`${JSON.stringify({ error: message })}\n`)
  said.errors(`${message}\n${error instanceof UsageError ? `${usage}\n` : ''}`)
  return isUsage ? wrongUsage : badData
}

/** Carries out `npm run load` with what was written behind it; resolves to the exit code, and never fails. */
export async function runLoadCommand(
  given: readonly string[],
  environment: Parameters<typeof readSettings>[0],
  said: Said,
): Promise<number> {
  try {
    const withdrawal = readWithdrawArguments(given)
    const suggestion = readSuggestArguments(given)
    const callingOff = readCallOffArguments(given)
    const takingBack = readTakeBackArguments(given)
    const asking = readSourceArguments(given)
    const listing = readMappingsArguments(given)
    const settings = readSettings(environment)
    if (suggestion) return await propose(suggestion, settings, said)
    if (asking) return await sources(asking, settings, said)
    if (listing) return await mappings(listing, settings, said)
    if (callingOff) return await callOff(callingOff, settings, said)
    if (takingBack) return await takeBack(takingBack, settings, said)
    if (withdrawal) return await withdraw(withdrawal, settings, said)
    return await load(readLoadArguments(given), settings, said)
  } catch (error) {
    return tellFailure(error, given.includes('--json'), said)
  }
}
