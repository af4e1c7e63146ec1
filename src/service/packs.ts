import * as z from 'zod/mini'
import { largestPack } from '../contract/bounds.ts'
import { identifier } from '../contract/common.ts'
import { StoredPack, StorePack } from '../contract/packs.ts'
import { packId } from '../domain/packs/pack-id.ts'
import { readStored, storedForm } from '../domain/packs/stored-form.ts'
import { defineOperation, neverKept, noBody, nothing } from './operation.ts'
import { badParameter, ProblemError, repeatable } from './problem.ts'

export const storePack = defineOperation({
  method: 'post',
  path: '/packs',
  summary: 'Store a pack that is too long for an address; the same pack again has the same id',
  params: nothing,
  query: nothing,
  body: StorePack,
  reply: StoredPack,
  makes: true,
  mostBytes: largestPack,
  answer: async ({ store, asker, body }) => {
    const { pack, leftOut } = readStored(body)
    if (leftOut.length > 0) {
      throw badParameter('items', leftOut.join('; '), 'charts and tables of this dashboard, each once')
    }
    const id = await packId(pack)
    const stored = storedForm(pack)
    const { isNew } = await store.storePack(id, stored, asker.at)
    return { ...neverKept(async () => ({ id, ...stored })), status: isNew ? 201 : 200 }
  },
})

export const readPack = defineOperation({
  method: 'get',
  path: '/packs/:id',
  summary: 'A stored pack, for whoever has its id: which charts and tables, and what is said of them',
  params: z.object({ id: identifier }),
  query: nothing,
  body: noBody,
  reply: StoredPack,
  answer: async ({ store, params: { id } }) => {
    const stored = await store.readPack(id)
    if (!stored) throw new ProblemError(404, `There is no pack "${repeatable(id) ?? 'of that name'}".`)
    return { ...neverKept(async () => ({ id, ...stored })), caching: 'immutable' }
  },
})
