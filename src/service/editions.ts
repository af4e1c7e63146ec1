import * as z from 'zod/mini'
import { EditionParameter } from '../contract/common.ts'
import { Edition, EditionsReply } from '../contract/editions.ts'
import { WithdrawEdition } from '../contract/withdraw-edition.ts'
import { entryBy } from './by.ts'
import { askedAgain, defineOperation, neverKept, noBody, nothing } from './operation.ts'
import { ProblemError } from './problem.ts'
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

export const withdrawEdition = defineOperation({
  method: 'post',
  path: '/editions/:n/withdraw',
  summary: 'Take an edition back, with a reason that everybody reads; nothing of it is deleted',
  params: z.object({ n: EditionParameter }),
  query: nothing,
  body: WithdrawEdition,
  reply: Edition,
  answer: async ({ store, params, body, asker }) => {
    const { number } = await requireEdition(store, params.n)
    const outcome = await store.withdrawEdition(
      number,
      { at: asker.at, reason: body.reason },
      entryBy(asker, 'withdrawn', { edition: number }),
    )
    if (outcome?.kind === 'withdrawn') return neverKept(async () => outcome.edition)
    throw new ProblemError(
      409,
      outcome?.kind === 'only-one'
        ? `Edition ${number} is the only one that stands, and readers would be led nowhere. Publish a corrected edition first, then withdraw this one.`
        : `Edition ${number} was withdrawn before; its reason stays as it is.`,
    )
  },
})
