import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildApplication } from '../server/app.ts'
import { openEmbeddedDatabase } from '../server/db/database.ts'
import { loadDemonstration } from '../server/db/load-demonstration.ts'
import { collectReplies } from '../server/static-edition/collect-replies.ts'
import { writeEdition } from '../server/static-edition/write-edition.ts'
import { apiBase, paths, type View } from '../src/contract/paths.ts'
import { fileOfReply } from '../src/contract/static-edition.ts'
import { serveObjects } from '../tests/support/object-server.ts'
import { type Comparison, compare } from './measure.ts'
import { rateOf } from './request-rate.ts'

const view: View = { edition: 5, audience: 'protected' }

/** An edition published as files, from a plain host of files in Node, against the service's kept reply of the same. */
export async function staticEdition(): Promise<Comparison> {
  const database = await openEmbeddedDatabase()
  await loadDemonstration(database)
  const app = await buildApplication({ database, auth: 'none' })
  const scratch = mkdtempSync(join(tmpdir(), 'bench-static-'))
  const folder = join(scratch, 'out')
  const ask = async (path: string) => {
    const { statusCode, body } = await app.inject({ url: apiBase + path })
    return { status: statusCode, body }
  }
  await writeEdition(collectReplies(ask, { edition: 5, packs: [] }), { edition: 5, assets: 'dist', folder })
  const host = await serveObjects(folder)
  const service = await app.listen({ host: '127.0.0.1', port: 0 })
  try {
    return await compare(
      {
        name: 'overview as a file, against the service',
        unit: 'requests/s',
        goal: 'none: any host of files',
      },
      () => rateOf(host.address + apiBase + fileOfReply(paths.overview(view))),
      () => rateOf(service + apiBase + paths.overview(view)),
      10,
    )
  } finally {
    await host.stop()
    await app.close()
    await database.close()
    rmSync(scratch, { recursive: true })
  }
}
