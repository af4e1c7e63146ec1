import { Agent, get } from 'node:http'
import fastify from 'fastify'
import { buildApplication } from '../server/app.ts'
import { openEmbeddedDatabase } from '../server/db/database.ts'
import { loadDemonstration } from '../server/db/load-demonstration.ts'
import { apiBase, paths } from '../src/contract/paths.ts'
import { type Comparison, compare } from './measure.ts'

const requests = 2000
const atOnce = 20

/** A pinned protected reply against a bare Fastify route that sends the same bytes. */
export async function immutableReply(): Promise<Comparison> {
  const database = await openEmbeddedDatabase()
  await loadDemonstration(database)
  const app = await buildApplication({ database, auth: 'none' })
  const address =
    (await app.listen({ host: '127.0.0.1', port: 0 })) +
    apiBase +
    paths.overview({ edition: 5, audience: 'protected' })
  const body = Buffer.from(
    await (await fetch(address, { headers: { 'accept-encoding': 'identity' } })).arrayBuffer(),
  )

  const bare = fastify()
  bare.get('/', (_, reply) => reply.header('content-type', 'application/json; charset=utf-8').send(body))
  const bareAddress = await bare.listen({ host: '127.0.0.1', port: 0 })
  try {
    return await compare(
      { name: 'immutable reply, against a bare route', unit: 'requests/s', goal: 'at least 0.80' },
      () => rateOf(address),
      () => rateOf(bareAddress),
      10,
    )
  } finally {
    await app.close()
    await bare.close()
    await database.close()
  }
}

async function rateOf(address: string): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce })
  const start = performance.now()
  let left = requests
  const reader = async () => {
    while (left-- > 0) await read(address, agent)
  }
  await Promise.all(Array.from({ length: atOnce }, reader))
  const seconds = (performance.now() - start) / 1000
  agent.destroy()
  return requests / seconds
}

function read(address: string, agent: Agent): Promise<void> {
  return new Promise((resolve, reject) => {
    get(address, { agent, headers: { 'accept-encoding': 'identity' } }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`${address} answered ${response.statusCode}`))
      response.on('end', resolve).resume()
    }).on('error', reject)
  })
}
