/**
 * Who is signed in, and an end to it: for whoever has left, or has lost a machine.
 *
 *   npm run sessions -- [--end WHO | --end-all] [--json]
 *
 * Exit 0: told, or ended. 1: nobody of that name is signed in, or it could not be done. 2: wrong usage.
 */
import { officerPaths } from '../../src/contract/officer-paths.ts'
import { apiBase } from '../../src/contract/paths.ts'
import { EndedSessions, type OpenSession, OpenSessionsReply } from '../../src/contract/sessions.ts'
import { commandLine } from '../../src/domain/audit/deed.ts'
import { whyNotOpened } from '../db/why-not-opened.ts'
import { askServer, RefusedError } from '../loads/load-through-server.ts'
import { where } from '../loads/where.ts'
import { describeError } from '../log/loggable-error.ts'
import { readOptions, UsageError } from '../read-options.ts'
import { endSessionsFor, readOpenSessions } from '../session/end-sessions.ts'
import { SettingError } from '../setting-error.ts'
import { readSettings } from '../settings.ts'
import { wordsFor } from '../words-for-people.ts'

const usage = `Usage: npm run sessions -- [--end WHO | --end-all] [--json]

  --end WHO  ends every session of a person, by name or account as they are listed
  --end-all  ends everybody's
  --json     the outcome as one JSON object`

function parse(given: readonly string[]) {
  return readOptions(given, {
    end: { type: 'string', multiple: true },
    'end-all': { type: 'boolean' },
    json: { type: 'boolean' },
  })
}

interface Arguments {
  /** whose sessions end: null everybody's, undefined nobody's */
  who: string | null | undefined
  isJson: boolean
}

function readArguments(given: string[]): Arguments {
  const { end = [], 'end-all': isAll = false, json: isJson = false } = parse(given)
  if (end.length + Number(isAll) > 1) throw new UsageError('Give one --end, or --end-all.')
  const [who] = end
  if (who !== undefined && who.trim() === '') throw new UsageError('--end needs a name or an account.')
  return { who: isAll ? null : who, isJson }
}

function tell({ who, account, role, begunAt, seenAt, endsAt }: OpenSession): string {
  const known = account === null ? '' : ` (account ${account})`
  return `${who}${known}, ${role}: since ${begunAt}, last seen ${seenAt}, ends ${endsAt} at the latest`
}

async function list(isJson: boolean): Promise<void> {
  const sessions = await where(
    readSettings(process.env),
    async (key) =>
      OpenSessionsReply.parse(await askServer(key, apiBase + officerPaths.sessions(), {})).sessions,
    async ({ queries }) => await readOpenSessions(queries, new Date()),
  )
  if (isJson) console.log(JSON.stringify({ sessions }))
  else console.log(sessions.length ? sessions.map(tell).join('\n') : 'Nobody is signed in.')
}

async function end(who: string | null, isJson: boolean): Promise<void> {
  const ended = await where(
    readSettings(process.env),
    async (key) => {
      const request = {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ who }),
      }
      return EndedSessions.parse(await askServer(key, apiBase + officerPaths.endSessions(), request)).ended
    },
    async ({ queries }) => await endSessionsFor(queries, who, commandLine, new Date()),
  )
  const sessions = ended === 1 ? '1 session' : `${ended} sessions`
  const nobody =
    who === null
      ? 'Nobody is signed in.'
      : `Nobody called "${who}" is signed in; without --end all are listed.`
  console.log(isJson ? JSON.stringify({ ended }) : ended > 0 ? `Ended ${sessions}.` : nobody)
  process.exitCode = who !== null && ended === 0 ? 1 : 0
}

try {
  const { who, isJson } = readArguments(process.argv.slice(2))
  if (who === undefined) await list(isJson)
  else await end(who, isJson)
} catch (error) {
  if (error instanceof UsageError) console.error(`${error.message}\n\n${usage}`)
  else {
    const tellable = [RefusedError, SettingError, ...whyNotOpened]
    console.error(wordsFor(error, tellable) ?? `The sessions could not be read: ${describeError(error)}.`)
  }
  process.exitCode = error instanceof UsageError || error instanceof SettingError ? 2 : 1
}
