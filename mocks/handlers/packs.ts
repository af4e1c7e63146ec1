import { http } from 'msw'
import { StoredPack, StorePack } from '../../src/contract/packs.ts'
import { packId } from '../../src/domain/packs/pack-id.ts'
import { readStored, storedForm } from '../../src/domain/packs/stored-form.ts'
import { db } from '../db.ts'
import { at, badParameter, problem, reply } from '../respond.ts'
import { answerLive, readAuthor, readBody } from '../write-request.ts'

export const packHandlers = [
  http.post(at('/packs'), ({ request }) => answerStoring(request)),
  http.get(at('/packs/:id'), ({ request, params }) =>
    answerLive('packs', () => answerReading(request, String(params.id))),
  ),
]

async function answerStoring(request: Request): Promise<Response> {
  const read = await readBody(request, StorePack)
  if (read instanceof Response) return read
  const author = readAuthor('store-packs')
  if (author instanceof Response) return author
  const { pack, leftOut } = readStored(read.body)
  if (leftOut.length > 0) {
    return badParameter('items', leftOut.join('; '), 'charts and tables of this dashboard, each once')
  }
  const id = await packId(pack)
  const { packs } = db.writings
  const isNew = !packs.has(id)
  const stored = { id, ...storedForm(pack) }
  packs.set(id, stored)
  const answer = await reply(StoredPack, stored, request, 'no-store')
  return new Response(answer.body, { status: isNew ? 201 : 200, headers: answer.headers })
}

function answerReading(request: Request, id: string): Response | Promise<Response> {
  const stored = db.writings.packs.get(id)
  return stored
    ? reply(StoredPack, stored, request, 'immutable')
    : problem(404, 'No such pack', `There is no pack "${id}".`)
}
