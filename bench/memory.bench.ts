import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { Agent, get, request } from 'node:http'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { apiBase, paths, type View } from '../src/contract/paths.ts'
import makeDemonstrationImage, { fillDirectory } from '../tests/support/demonstration-image.ts'
import { type Comparison, median } from './measure.ts'

const before = 2000
const after = 20_000
const atOnce = 8
const kpis = ['ot-waiting', 'sg-concerns', 'dols-backlog', 'reviews-overdue', 'dp-clients', 'dp-carers']

/**
 * Memory of the service (resident, as the system counts it) after 20,000 mixed requests against after 2,000: a process
 * of its own over the embedded database, started as it is started for readers, with nobody telling it to collect.
 */
export async function memory(): Promise<Comparison> {
  const service = await startService()
  try {
    const cookie = await signIn(service.address)
    const agent = new Agent({ keepAlive: true, maxSockets: atOnce })
    const askUpTo = async (from: number, to: number) => {
      let next = from
      const reader = async () => {
        while (next < to) await read(service.address + mixed(next++), cookie, agent)
      }
      await Promise.all(Array.from({ length: atOnce }, reader))
      return await service.residentMemory()
    }
    const [baseline, ours] = [await askUpTo(0, before), await askUpTo(before, after)]
    agent.destroy()
    const name = `memory after ${after} mixed requests, against after ${before}`
    return { name, unit: 'MB', goal: 'at most 1.10', ours, baseline, ratio: ours / baseline, rounds: 1 }
  } finally {
    await service.stop()
  }
}

/** Pages, files and replies that are kept, replies that are worked out each time, and addresses that are refused. */
function mixed(place: number): string {
  const round = Math.floor(place / 10)
  const edition = (round % 5) + 1
  const kpi = kpis[round % kpis.length] ?? 'ot-waiting'
  const shown: View = { edition, audience: 'protected' }
  const exact: View = { edition, audience: 'exact' }
  const addresses = [
    `/?edition=${edition}&audience=protected`,
    `/kpis/${kpi}?edition=${edition}&audience=protected`,
    apiBase + paths.overview(shown),
    apiBase + paths.series(shown, { kpi, dimension: 'borough' }),
    apiBase + paths.series(exact, { kpi, dimension: 'borough' }),
    apiBase + paths.analysis(exact, kpi),
    apiBase + paths.plan(exact),
    apiBase + paths.editions(),
    apiBase + paths.series(shown, { kpi: `no-such-measure-${place}` }),
    '/healthz',
  ]
  return addresses[place % addresses.length] ?? '/healthz'
}

async function startService() {
  const folder = mkdtempSync(join(tmpdir(), 'bench-memory-'))
  await makeDemonstrationImage()
  await fillDirectory(folder)
  const port = await freePort()
  const child = spawn(process.execPath, ['scripts/serve.ts'], {
    stdio: 'ignore',
    env: { ...process.env, PORT: String(port), HOST: '127.0.0.1', DATA_DIR: folder },
  })
  const address = `http://127.0.0.1:${port}`
  while (!(await fetch(`${address}/readyz`).catch(() => null))?.ok) {
    if (child.exitCode !== null) throw new Error(`The service ended with ${child.exitCode}.`)
    await pause(200)
  }
  return {
    address,
    residentMemory: async () => {
      const seen: number[] = []
      for (let look = 0; look < 10; look += 1) {
        await pause(500)
        seen.push(residentMegabytes(child.pid))
      }
      return median(seen)
    },
    stop: async () => {
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      await ended
      rmSync(folder, { recursive: true })
    },
  }
}

function residentMegabytes(pid: number | undefined): number {
  const kilobytes = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return Number(kilobytes) / 1024
}

async function signIn(address: string): Promise<string> {
  const asked = request(address + apiBase + paths.session(), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
  })
  asked.end(JSON.stringify({ role: 'analyst' }))
  const [response] = await once(asked, 'response')
  response.resume()
  return String(response.headers['set-cookie']?.[0]).split(';')[0] ?? ''
}

function read(address: string, cookie: string, agent: Agent): Promise<void> {
  return new Promise((resolve, reject) => {
    get(address, { agent, headers: { cookie, 'accept-encoding': 'gzip' } }, (response) => {
      if ((response.statusCode ?? 500) >= 500) reject(new Error(`${address} answered ${response.statusCode}`))
      response.on('end', resolve).resume()
    }).on('error', reject)
  })
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  return typeof address === 'object' && address ? address.port : 0
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
