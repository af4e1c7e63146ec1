import { getResponse } from 'msw'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { handlers } from '../../mocks/handlers/all.ts'
import { apiBase } from '../../src/contract/paths.ts'
import { resources } from '../../src/contract/resources.ts'
import { type ApiInProcess, openServer } from '../support/servers-in-process.ts'

let server: ApiInProcess
let documented: Record<string, unknown>
beforeAll(async () => {
  server = await openServer()
  const reply = await fetch(new URL('/api/openapi.json', server.base))
  const document: { paths: Record<string, unknown> } = await reply.json()
  documented = document.paths
})
afterAll(() => server.close())

const exampleOf = (path: string) =>
  path.replace('{n}', 'latest') + (['/series', '/analysis'].includes(path) ? '?kpi=ot-waiting' : '')

describe('every resource of the contract', () => {
  it.each(resources)(
    '$path is documented, served and mocked, in the shape that it declares',
    async ({ path, reply }) => {
      expect(documented).toHaveProperty([apiBase + path])
      const address = apiBase + exampleOf(path)
      const served = await fetch(new URL(address, server.base))
      const mocked = await getResponse(handlers, new Request(`http://mock.test${address}`))
      expect([served.status, mocked?.status]).toEqual([200, 200])
      expect(reply.safeParse(await served.json()).success).toBe(true)
      expect(reply.safeParse(await mocked?.json()).success).toBe(true)
    },
  )
})
