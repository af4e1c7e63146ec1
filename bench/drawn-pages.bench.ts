import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import fastify from 'fastify'
import { buildApplication } from '../server/app.ts'
import { openEmbeddedDatabase } from '../server/db/database.ts'
import { loadDemonstration } from '../server/db/load-demonstration.ts'
import { apiBase, paths } from '../src/contract/paths.ts'
import { type Comparison, compare } from './measure.ts'
import { rateOf } from './request-rate.ts'

const view = { edition: 5, audience: 'protected' } as const
const page = `/?edition=${view.edition}&audience=${view.audience}`
const requests = 500

/** A kept page of the panel against its kept JSON by processor, and against a bare route that sends the same bytes. */
export async function drawnPages(): Promise<Comparison[]> {
  const database = await openEmbeddedDatabase()
  await loadDemonstration(database)
  const app = await buildApplication({ database, auth: 'none', assets: resolve('dist') })
  const service = await app.listen({ host: '127.0.0.1', port: 0 })
  const ours = async (path: string) => Buffer.from(await (await fetch(service + path)).arrayBuffer())
  const html = await ours(page)
  if (!html.includes('drawn-readings')) throw new Error('The page is not drawn: npm run build')
  const bare = fastify()
  bare.get('/', (_, reply) => reply.header('content-type', 'text/html; charset=utf-8').send(html))
  const bareAddress = await bare.listen({ host: '127.0.0.1', port: 0 })
  const json = apiBase + paths.overview(view)
  await ours(json)
  try {
    return [
      await compare(
        { name: 'public page, against its kept JSON, processor', unit: 'ms', goal: 'at most 1.5' },
        () => processorOf(service + page),
        () => processorOf(service + json),
        15,
      ),
      await compare(
        { name: 'public page, against a bare route', unit: 'requests/s', goal: 'at least 0.80' },
        () => rateOf(service + page),
        () => rateOf(bareAddress),
        15,
      ),
    ]
  } finally {
    await app.close()
    await bare.close()
    await database.close()
  }
}

/** Milliseconds of processor that this process spends on a request, asked by a reader in another. */
async function processorOf(address: string): Promise<number> {
  const before = process.cpuUsage()
  const reader = spawn(process.execPath, [resolve('bench/read-again.ts'), address, String(requests)], {
    stdio: 'inherit',
  })
  const [status] = await once(reader, 'close')
  if (status !== 0) throw new Error(`the reader of ${address} ended with ${status}`)
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000 / requests
}
