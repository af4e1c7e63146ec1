import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fillDirectory } from './demonstration-image.ts'

export interface RunningServer {
  address: string
  stop: () => Promise<void>
}

/** A dashboard of a test's own, into which it can load. */
export interface RunningDashboard extends RunningServer {
  /** where its database and its token for loading are */
  folder: string
}

/** The whole product as its readers start it, over a copy of the demonstration that goes when it stops. */
export async function startDashboard(environment: Record<string, string> = {}): Promise<RunningDashboard> {
  const folder = mkdtempSync(join(tmpdir(), 'dashboard-'))
  await fillDirectory(folder)
  const server = await startServerOver(folder, environment)
  return {
    ...server,
    folder,
    async stop() {
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The product over a database that is there, or that it fills with the demonstration. */
export async function startServerOver(
  folder: string,
  environment: Record<string, string> = {},
): Promise<RunningServer> {
  const port = await freePort()
  return start(['scripts/start.ts'], `http://127.0.0.1:${port}`, '/readyz', {
    PORT: String(port),
    HOST: '127.0.0.1',
    DATA_DIR: folder,
    ...environment,
  })
}

/** The app that was built on the mock, from static files: no data service behind it. */
export async function startMockApp(): Promise<RunningServer> {
  if (!existsSync('dist-mock/index.html')) {
    throw new Error('dist-mock is not there: run "npx vite build --mode mock" first, or "npm test".')
  }
  const port = await freePort()
  const preview = ['preview', '--mode', 'mock', '--host', '127.0.0.1', '--strictPort', '--port', String(port)]
  return start(['node_modules/vite/bin/vite.js', ...preview], `http://127.0.0.1:${port}`, '/', {})
}

async function start(
  command: string[],
  address: string,
  ready: string,
  environment: Record<string, string>,
): Promise<RunningServer> {
  const child = spawn(process.execPath, command, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...environment },
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (text) => {
      said += text
    })
  }
  let isReady = false
  child.once('exit', (code, signal) => {
    // whatever fails after this fails because of it, and would not say so
    if (isReady && signal !== 'SIGTERM' && code !== 0 && code !== 143) {
      console.error(`${command.join(' ')} ended by itself (${signal ?? code}):\n${said}`)
    }
  })
  const deadline = performance.now() + 120_000
  while (performance.now() < deadline && child.exitCode === null) {
    isReady = await answers(address + ready)
    if (isReady) return { address, stop: () => stop(child) }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  await stop(child)
  throw new Error(`${command.join(' ')} did not start:\n${said}`)
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).ok
  } catch {
    return false
  }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  const timer = setTimeout(() => child.kill('SIGKILL'), 10_000)
  await ended
  clearTimeout(timer)
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => resolve(port))
    })
  })
}
