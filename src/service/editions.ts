import * as z from 'zod/mini'
import { EditionParameter } from '../contract/common.ts'
import { Edition, EditionsReply } from '../contract/editions.ts'
import { askedAgain, defineOperation, noBody, nothing } from './operation.ts'
import { requireEdition } from './view.ts'

export const listEditions = defineOperation({
  method: 'get',
  path: '/editions',
  summary: 'Published editions, newest first',
  params: nothing,
  query: nothing,
  body: noBody,
  reply: EditionsReply,
  answer: async ({ store }) => askedAgain(async () => ({ editions: await store.readEditions() })),
})

export const readEdition = defineOperation({
  method: 'get',
  path: '/editions/:n',
  summary: 'One published edition',
  params: z.object({ n: EditionParameter }),
  query: nothing,
  body: noBody,
  reply: Edition,
  answer: async ({ store, params }) => {
    const edition = await requireEdition(store, params.n)
    return askedAgain(async () => edition)
  },
})
