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

/** Starts a PostgreSQL of our own, in a temporary folder, as somebody who is not root: it refuses to be. */
export async function startCluster(found: FoundPostgres = findPostgres()): Promise<Cluster> {
  const { bin } = found
  const owner = process.getuid?.() === 0 ? ownerForRoot() : null
  const home = mkdtempSync(join(tmpdir(), 'dashboard-pg-'))
  if (owner) chownSync(home, owner.uid, owner.gid)
  const data = join(home, 'data')
  const made = spawnSync(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'tests', '-A', 'trust', '-E', 'UTF8', '--no-sync', '--no-instructions', ...inEnglish],
    { ...owner, cwd: home, encoding: 'utf8' },
  )
  if (made.status !== 0) throw new Error(`initdb of ${bin}: ${made.error?.message ?? made.stderr}`)
  appendFileSync(join(data, 'postgresql.conf'), settings)
  const server = spawn(join(bin, 'postgres'), ['-D', data, '-k', home], {
    ...owner,
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
      if (said.includes('ready to accept connections')) resolve()
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

/** The user that the package made, else nobody in particular. */
function ownerForRoot(): { uid: number; gid: number } {
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = ['-u', '-g'].map((which) => {
      const asked = spawnSync('id', [which, name], { encoding: 'utf8' })
      return asked.status === 0 ? Number(asked.stdout) : null
    })
    if (uid && gid) return { uid, gid }
  }
  throw new Error('PostgreSQL refuses to run as root, and there is no user postgres or nobody to run it as.')
}
