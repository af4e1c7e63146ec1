import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { appendFileSync, chownSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type FoundPostgres, findPostgres } from './find-postgres.ts'

export interface Cluster {
  bin: string
  /** the folder of its socket: it listens nowhere else */
  socket: string
  stop: () => Promise<void>
}

/** Rows are ordered by no machine's language and no clock of a server: both are others than those of our own engine. */
const settings = `
listen_addresses = ''
fsync = off
synchronous_commit = off
full_page_writes = off
autovacuum = off
max_connections = 300
max_wal_size = 4GB
shared_buffers = 128MB
timezone = 'Asia/Kolkata'
`

/**
 * Starts a PostgreSQL of our own, in a temporary folder, as somebody who is not root: it refuses to be. Other settings
 * than those of the tests come last, and so hold.
 */
export async function startCluster(
  found: FoundPostgres = findPostgres(),
  otherSettings = '',
): Promise<Cluster> {
  const home = ownFolder()
  runAsOwner(home, join(found.bin, 'initdb'), [
    ...['-D', join(home, 'data'), '-U', 'tests', '-A', 'trust', '-E', 'UTF8'],
    ...['--no-sync', '--no-instructions'],
    ...inEnglish,
  ])
  appendFileSync(join(home, 'data/postgresql.conf'), settings + otherSettings)
  return await startServer(found.bin, home)
}

/** A second server that follows the first by streaming, made from its base backup, in a folder of its own. */
export async function startStandby({ bin, socket }: Cluster): Promise<Cluster> {
  const home = ownFolder()
  runAsOwner(home, join(bin, 'pg_basebackup'), [
    ...['-h', socket, '-U', 'tests', '-D', join(home, 'data')],
    ...['--write-recovery-conf', '--wal-method=stream', '--checkpoint=fast', '--no-sync'],
  ])
  return await startServer(bin, home)
}

function ownFolder(): string {
  const home = mkdtempSync(join(tmpdir(), 'dashboard-pg-'))
  const owner = ownerOfServers()
  if (owner) chownSync(home, owner.uid, owner.gid)
  return home
}

function runAsOwner(home: string, program: string, parameters: readonly string[]): void {
  const made = spawnSync(program, parameters, { ...ownerOfServers(), cwd: home, encoding: 'utf8' })
  if (made.status !== 0) throw new Error(`${program}: ${made.error?.message ?? made.stderr}`)
}

async function startServer(bin: string, home: string): Promise<Cluster> {
  const server = spawn(join(bin, 'postgres'), ['-D', join(home, 'data'), '-k', home], {
    ...ownerOfServers(),
    cwd: home,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  // a run that is broken off leaves no server behind
  const end = () => server.kill('SIGQUIT')
  process.once('exit', end)
  let said = ''
  await new Promise<void>((resolve, reject) => {
    server.stderr.on('data', (piece: Buffer) => {
      said = (said + piece.toString()).slice(-4000)
      if (/ready to accept (read-only )?connections/.test(said)) resolve()
    })
    server.once('error', reject)
    server.once('exit', (code) => reject(new Error(`PostgreSQL did not start (${code}): ${said}`)))
  })
  return {
    bin,
    socket: home,
    async stop() {
      process.off('exit', end)
      const ended = once(server, 'exit')
      // whoever is connected still is sent away
      server.kill('SIGINT')
      await ended
      rmSync(home, { recursive: true, force: true })
    },
  }
}

/** A language's own order of letters, as a council's server may have it; the embedded engine orders by code points. */
const inEnglish = ['--locale=C.UTF-8', '--locale-provider=icu', '--icu-locale=en-GB']

/** Where we are root: the user that the package made, else nobody in particular. */
function ownerOfServers(): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0) return null
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = ['-u', '-g'].map((which) => {
      const asked = spawnSync('id', [which, name], { encoding: 'utf8' })
      return asked.status === 0 ? Number(asked.stdout) : null
    })
    if (uid && gid) return { uid, gid }
  }
  throw new Error('PostgreSQL refuses to run as root, and there is no user postgres or nobody to run it as.')
}
