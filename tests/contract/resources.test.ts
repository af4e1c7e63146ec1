import { getResponse } from 'msw'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { handlers } from '../../mocks/handlers/all.ts'
import { officerPaths } from '../../src/contract/officer-paths.ts'
import { apiBase } from '../../src/contract/paths.ts'
import { resources } from '../../src/contract/resources.ts'
import { storedForm } from '../../src/domain/packs/stored-form.ts'
import { packOfTen } from '../support/a-pack.ts'
import { type ApiInProcess, openMock, openServer } from '../support/servers-in-process.ts'

let server: ApiInProcess
let documented: Record<string, unknown>
let packs: { served: string; mocked: string }
beforeAll(async () => {
  server = await openServer()
  packs = { served: await storeOn(server), mocked: await storeOn(openMock()) }
  const reply = await fetch(new URL('/api/openapi.json', server.base))
  const document: { paths: Record<string, unknown> } = await reply.json()
  documented = document.paths
})
afterAll(() => server.close())

async function storeOn(api: ApiInProcess) {
  await api.signIn('analyst')
  const { id } = await (await api.send('POST', officerPaths.storePack(), storedForm(packOfTen))).json()
  return id
}

const exampleOf = (path: string, pack: string) =>
  path.replace('{n}', 'latest').replace('{id}', pack) +
  (['/series', '/analysis', '/withheld'].includes(path) ? '?kpi=ot-waiting' : '')

describe('every resource of the contract', () => {
  it.each(resources)(
    '$path is documented, served and mocked, in the shape that it declares',
    async ({ path, reply, isForOfficers }) => {
      expect(documented).toHaveProperty([apiBase + path])
      const address = String(new URL(apiBase + exampleOf(path, packs.served), server.base))
      if (isForOfficers) expect((await fetch(address)).status).toBe(403)
      // signed in as an analyst, here and in the mock
      const served = await server.fetch(address, { headers: {}, signal: AbortSignal.timeout(60_000) })
      const mocked = await getResponse(
        handlers,
        new Request(`http://mock.test${apiBase}${exampleOf(path, packs.mocked)}`),
      )
      expect([served.status, mocked?.status]).toEqual([200, 200])
      expect(reply.safeParse(await served.json()).success).toBe(true)
      expect(reply.safeParse(await mocked?.json()).success).toBe(true)
    },
  )
})
