import { request } from 'node:http'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { buildApplication } from '../../../server/app.ts'
import type { Application } from '../../../server/application.ts'
import type { Database } from '../../../server/db/database.ts'
import { aDatabase } from '../support/a-database.ts'
import { multipart } from '../support/multipart.ts'

const token = { authorization: 'Bearer key-of-the-loader' }
const form = multipart({ 'a.csv': 'x'.repeat(100_000) })
let database: Database
let app: Application
let port = ''
const failures: number[] = []

beforeAll(async () => {
  database = await aDatabase()
  app = await buildApplication({
    ...{ database, auth: 'none', loadToken: 'key-of-the-loader', logLevel: 'silent' },
  })
  app.addHook('onResponse', async (_, { statusCode }) => {
    if (statusCode >= 500) failures.push(statusCode)
  })
  port = new URL(await app.listen({ host: '127.0.0.1', port: 0 })).port
})
afterAll(async () => {
  await app.close()
  await database.close()
})

/** Sends so much of a form, and goes away after so many ms. */
async function goAway(path: string, bytes: number, afterMs: number): Promise<void> {
  const sending = request({
    ...{ port, method: 'POST', path: `/api/v1${path}` },
    headers: { ...form.headers, ...token, 'content-length': form.payload.length },
  })
  const closed = new Promise((resolve) => sending.once('close', resolve))
  sending.on('error', () => undefined)
  sending.flushHeaders()
  if (bytes > 0) sending.write(form.payload.slice(0, bytes))
  await new Promise((resolve) => setTimeout(resolve, afterMs))
  sending.destroy()
  await closed
}

it.each(['/loads', '/mappings/propose'])(
  'a sender who goes away, whenever that is, keeps nobody else from loading: %s',
  async (path) => {
    const load = async () =>
      (
        await app.inject({
          method: 'POST',
          url: '/api/v1/loads',
          ...form,
          headers: { ...form.headers, ...token },
        })
      ).statusCode
    for (const afterMs of [0, 3, 30]) {
      for (const bytes of [0, 500, 50_000]) {
        await goAway(path, bytes, afterMs)
        // where the place is not given back it is 409 for ever
        await expect.poll(load, { timeout: 20_000, message: `${bytes} bytes, ${afterMs} ms` }).toBe(201)
      }
    }
    // it is no failure of the service, which somebody would be woken for
    expect(failures).toEqual([])
  },
)
