import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { LockedError } from '../db/lock.ts'
import { NewerDatabaseError } from '../db/migrate.ts'
import { DatabaseUnreachableError } from '../db/open-server-database.ts'
import { describeError } from '../log/loggable-error.ts'
import { SettingError } from '../setting-error.ts'
import { readSettings, type Settings } from '../settings.ts'
import { wordsFor } from '../words-for-people.ts'
import { BackupError, type Manifest } from './manifest.ts'
import { ProgramError } from './postgres-programs.ts'

const tellable = [
  BackupError,
  ProgramError,
  SettingError,
  LockedError,
  NewerDatabaseError,
  DatabaseUnreachableError,
]

interface Command {
  usage: string
  /** what was done, in one word */
  done: string
  work: (settings: Settings, file: string, isReplacing: boolean) => Promise<Manifest>
}

/** Runs one of the two commands: what it did is said with every edition, what stopped it in one sentence. */
export async function runCommand({ usage, done, work }: Command): Promise<void> {
  // exact figures: whoever runs it reads the files, and nobody else
  process.umask(0o077)
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { replace: { type: 'boolean', default: false } },
    })
    const [file, ...more] = positionals
    if (file === undefined || more.length) throw new SettingError(usage)
    const { editions } = await work(readSettings(process.env), resolve(file), values.replace)
    for (const { number, label, exact } of editions) console.log(`${number} ${label} ${exact.slice(0, 16)}`)
    console.log(
      `${done} ${editions.length === 1 ? '1 edition' : `${editions.length} editions`}: ${resolve(file)}`,
    )
  } catch (error) {
    const isUsage =
      error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
    console.error(
      isUsage ? usage : (wordsFor(error, tellable) ?? `It could not be finished: ${describeError(error)}.`),
    )
    process.exitCode = isUsage || error instanceof SettingError ? 2 : 1
  }
}
