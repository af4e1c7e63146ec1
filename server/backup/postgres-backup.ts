import { rename, rm } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { type SQL, sql } from 'drizzle-orm'
import { openServerDatabase } from '../db/open-server-database.ts'
import {
  BackupError,
  compareWithManifest,
  describeContent,
  type Manifest,
  noteBackup,
  readManifest,
  writeManifest,
} from './manifest.ts'
import { runProgram } from './postgres-programs.ts'

/** Who is signed in, what was not published yet and what was counted are nobody's figures, and stay out of a backup. */
const leftOut = [
  'session',
  'sign_in',
  'post_key',
  'request_count',
  'load',
  'load_file',
  'load_piece',
  'scheduled_load',
]

/** While the service runs: PostgreSQL writes down one moment. */
export async function backUpServer(url: string, file: string): Promise<Manifest> {
  const database = await openServerDatabase(url)
  // first, so that all of these editions are in what is written afterwards
  const content = await noteBackup(database.queries)
    .then(() => describeContent(database.queries))
    .finally(database.close)
  const part = `${file}.part`
  const parameters = ['--format=custom', '--no-owner', '--no-privileges', `--file=${part}`]
  const without = leftOut.map((table) => `--exclude-table-data=public.${table}`)
  await runProgram('pg_dump', [...parameters, ...without], url, ['ignore', 'ignore']).done.catch(
    async (error: unknown) => {
      await rm(part, { force: true })
      throw error
    },
  )
  await rename(part, file)
  const manifest: Manifest = { madeAt: new Date().toISOString(), kind: 'postgres', ...content }
  await writeManifest(file, manifest)
  return manifest
}

/** Everything that this program made, and nothing of whoever else has this server. */
const nothing =
  'begin; drop schema if exists drizzle cascade; drop schema if exists public cascade; create schema public;\n'

/** Puts a backup in the place of what is there: whole, or not at all. */
export async function restoreServer(
  url: string,
  file: string,
  { replaces }: { replaces: boolean },
): Promise<Manifest> {
  const manifest = await readManifest(file, 'postgres')
  const before = await openServerDatabase(url)
  try {
    await refuseToReplace(before.queries, replaces)
  } finally {
    await before.close()
  }
  await replaceBy(url, file)
  const after = await openServerDatabase(url)
  await compareWithManifest(after.queries, manifest).finally(after.close)
  return manifest
}

/** What psql says of a row that it cannot take has the row in it, and exact figures are nobody's to print. */
const withoutContent = [
  '--quiet',
  '--no-psqlrc',
  '--set=ON_ERROR_STOP=1',
  '--set=VERBOSITY=sqlstate',
  '--file=-',
]

/** The last word is said when the whole file was read: of one that is cut short nothing stands. */
async function replaceBy(url: string, file: string) {
  const parameters = ['--no-owner', '--no-privileges', '--file=-', file]
  const reading = runProgram('pg_restore', parameters, url, ['ignore', 'pipe'])
  const writing = runProgram('psql', withoutContent, url, ['pipe', 'ignore'])
  const { stdin } = writing.child
  const { stdout } = reading.child
  if (!stdin || !stdout) throw new Error('a program without input or output')
  // why nobody reads any more is said by whoever does not
  stdin.on('error', () => undefined)
  stdin.write(nothing)
  stdout.pipe(stdin, { end: false })
  let isBrokenOff = false
  const [read, written] = await Promise.allSettled([
    reading.done.then(
      () => stdin.end('commit;\n'),
      (error: unknown) => {
        stdin.end()
        throw error
      },
    ),
    writing.done.catch((error: unknown) => {
      isBrokenOff = reading.child.exitCode === null
      // nobody reads what it still has to say
      reading.child.kill()
      throw error
    }),
  ])
  if (read.status === 'rejected' && !isBrokenOff) throw read.reason
  if (written.status === 'rejected') throw written.reason
}

interface Countable {
  $count: (source: SQL) => PromiseLike<number>
}

/** A server lists a connection for a moment after it was closed, and an instance that was just stopped with it. */
const momentMs = 2000

async function isInService(queries: Countable): Promise<boolean> {
  const others = sql`(select 1 from pg_stat_activity where datname = current_database()
    and application_name = 'governance-dashboard' and pid <> pg_backend_pid()) as others`
  const until = performance.now() + momentMs
  while ((await queries.$count(others)) > 0) {
    if (performance.now() > until) return true
    await sleep(100)
  }
  return false
}

async function refuseToReplace(queries: Countable, replaces: boolean) {
  if (await isInService(queries)) {
    throw new BackupError('The service is running over this database. Stop every instance, then restore.')
  }
  if (!replaces && (await queries.$count(sql`(select 1 from edition) as editions`)) > 0) {
    throw new BackupError(
      'There are editions in this database already. To put the backup in their place, add --replace; nothing of them is kept.',
    )
  }
}
