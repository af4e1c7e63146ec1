import type { Load } from '../../src/contract/loads.ts'
import { LockedError } from '../db/lock.ts'
import { NewerDatabaseError } from '../db/migrate.ts'
import { CorruptedError, NoRoomToOpenError, openDataDirectory } from '../db/open-data-directory.ts'
import { DatabaseUnreachableError, openServerDatabase } from '../db/open-server-database.ts'
import { OtherOrganisationError } from '../db/organisation.ts'
import { describeLoad } from '../loads/describe-load.ts'
import { type LoadArguments, readLoadArguments, UsageError, usage } from '../loads/load-arguments.ts'
import { loadDirectly } from '../loads/load-directly.ts'
import { loadThroughServer, RefusedError, readLoadToken } from '../loads/load-through-server.ts'
import { BusyError, LoadStateError } from '../loads/loads.ts'
import { SupersededError } from '../loads/publish-load.ts'
import { ChangedFilesError } from '../loads/read-load.ts'
import { NoSuchPathError, requireFile, requirePaths } from '../loads/source-files.ts'
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
  const key = await readLoadToken(settings.dataDirectory)
  if (key) return await loadThroughServer(key, given)
  const database = settings.databaseUrl
    ? await openServerDatabase(settings.databaseUrl)
    : await openDataDirectory(settings.dataDirectory)
  try {
    return await loadDirectly(database, given)
  } finally {
    await database.close()
  }
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
  const given = readLoadArguments(argumentsGiven)
  const load = await run(given, readSettings(process.env))
  tell(load, given)
  const isUnpublished = given.label !== null && load.state !== 'published'
  process.exitCode = load.state === 'rejected' || isUnpublished ? badData : fine
} catch (error) {
  process.exitCode = tellFailure(error, argumentsGiven.includes('--json'))
}
