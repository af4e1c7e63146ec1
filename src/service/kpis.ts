import { ViewQuery } from '../contract/common.ts'
import { KpisReply } from '../contract/kpis.ts'
import { defineOperation, noBody, nothing, only } from './operation.ts'
import { answerOfEdition, openView } from './view.ts'

export const readKpis = defineOperation({
  method: 'get',
  path: '/kpis',
  summary: 'Definitions of the measures of an edition',
  params: nothing,
  query: only(ViewQuery),
  body: noBody,
  reply: KpisReply,
  answer: async ({ store, asker, query }) => {
    const view = await openView(store, asker, query)
    return answerOfEdition(view, 'kpis', async () => ({
      edition: view.edition.number,
      audience: view.audience,
      kpis: await view.reader.readKpis(),
    }))
  },
})
