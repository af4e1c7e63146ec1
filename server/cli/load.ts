import type { Load } from '../../src/contract/loads.ts'
import type { ChainHead } from '../../src/domain/audit/chain.ts'
import { writeHead } from '../../src/domain/audit/chain-head.ts'
import { ProblemError } from '../../src/service/problem.ts'
import { LockedError } from '../db/lock.ts'
import { NewerDatabaseError } from '../db/migrate.ts'
import { CorruptedError, NoRoomToOpenError } from '../db/open-data-directory.ts'
import { DatabaseUnreachableError } from '../db/open-server-database.ts'
import { OtherOrganisationError } from '../db/organisation.ts'
import { describeLoad } from '../loads/describe-load.ts'
import { type LoadArguments, readLoadArguments, UsageError, usage } from '../loads/load-arguments.ts'
import { loadDirectly } from '../loads/load-directly.ts'
import { loadThroughServer, RefusedError } from '../loads/load-through-server.ts'
import { BusyError, LoadStateError } from '../loads/loads.ts'
import { SupersededError } from '../loads/publish-load.ts'
import { ChangedFilesError } from '../loads/read-load.ts'
import { NoSuchPathError, requireFile, requirePaths } from '../loads/source-files.ts'
import { where } from '../loads/where.ts'
import {
  readWithdrawArguments,
  type WithdrawArguments,
  withdrawDirectly,
  withdrawThroughServer,
} from '../loads/withdraw.ts'
import { BadZipError } from '../loads/zip-files.ts'
import { describeError } from '../log/loggable-error.ts'
import { SettingError } from '../setting-error.ts'
import { readSettings, type Settings } from '../settings.ts'
import { wordsFor } from '../words-for-people.ts'

/** Exit codes of the contract. */
const fine = 0
const badData = 1
const wrongUsage = 2

async function run(given: LoadArguments, settings: Settings): Promise<Load> {
  await requirePaths([...given.paths, ...(given.mapping === null ? [] : [given.mapping])])
  if (given.mapping !== null) await requireFile(given.mapping)
  return await where(
    settings,
    (key) => loadThroughServer(key, given),
    (database) => loadDirectly(database, given, given.isJson ? undefined : tellHead),
  )
}

/** To be kept elsewhere than the database: `npm run audit:verify -- --head` takes it. */
function tellHead(head: ChainHead) {
  process.stdout.write(`The audit ends at ${writeHead(head)}.\n`)
}

async function withdraw(given: WithdrawArguments, settings: Settings): Promise<void> {
  const edition = await where(
    settings,
    (key) => withdrawThroughServer(key, given),
    (database) => withdrawDirectly(database, given),
  )
  const words = `Withdrew edition ${edition.number}, ${edition.label}. Its readers are told why, and led to the latest that stands.`
  process.stdout.write(`${given.isJson ? JSON.stringify(edition) : words}\n`)
}

async function load(settings: Settings): Promise<number> {
  const given = readLoadArguments(argumentsGiven)
  const loaded = await run(given, settings)
  tell(loaded, given)
  const isUnpublished = given.label !== null && loaded.state !== 'published'
  return loaded.state === 'rejected' || isUnpublished ? badData : fine
}

function tell(load: Load, given: LoadArguments) {
  const lines = given.isJson ? [JSON.stringify(load)] : describeLoad(load, given)
  process.stdout.write(`${lines.join('\n')}\n`)
}

/** Errors whose messages were made to be read; of any other, the kind and the place are told. */
const tellable = [
  UsageError,
  NoSuchPathError,
  SettingError,
  LockedError,
  CorruptedError,
  NoRoomToOpenError,
  NewerDatabaseError,
  DatabaseUnreachableError,
  RefusedError,
  BusyError,
  LoadStateError,
  SupersededError,
  ChangedFilesError,
  OtherOrganisationError,
  BadZipError,
  ProblemError,
]

/** An error that stopped the command: one line, and one object for programs. */
function tellFailure(error: unknown, isJson: boolean): number {
  const message =
    wordsFor(error, tellable) ??
    `The load could not be finished: ${describeError(error)}. Nothing was published.`
  const isUsage = [UsageError, NoSuchPathError, SettingError].some((kind) => error instanceof kind)
  if (isJson) process.stdout.write(`${JSON.stringify({ error: message })}\n`)
  process.stderr.write(`${message}\n${error instanceof UsageError ? `${usage}\n` : ''}`)
  return isUsage ? wrongUsage : badData
}

const argumentsGiven = process.argv.slice(2)
try {
  const withdrawal = readWithdrawArguments(argumentsGiven)
  const settings = readSettings(process.env)
  if (withdrawal) await withdraw(withdrawal, settings)
  else process.exitCode = await load(settings)
} catch (error) {
  process.exitCode = tellFailure(error, argumentsGiven.includes('--json'))
}
