import fastify from 'fastify'
import { buildApplication } from '../server/app.ts'
import { openEmbeddedDatabase } from '../server/db/database.ts'
import { loadDemonstration } from '../server/db/load-demonstration.ts'
import { apiBase, paths } from '../src/contract/paths.ts'
import { type Comparison, compare } from './measure.ts'
import { rateOf } from './request-rate.ts'

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
