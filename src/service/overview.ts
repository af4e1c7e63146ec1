import { ViewQuery } from '../contract/common.ts'
import { OverviewReply } from '../contract/overview.ts'
import { defineOperation, noBody, nothing, only } from './operation.ts'
import { readScorecard } from './read-scorecard.ts'
import { answerOfEdition, openView } from './view.ts'

export const readOverview = defineOperation({
  method: 'get',
  path: '/overview',
  summary: 'Everything that the first page shows',
  params: nothing,
  query: only(ViewQuery),
  body: noBody,
  reply: OverviewReply,
  answer: async ({ store, asker, query }) => {
    const view = await openView(store, asker, query)
    return answerOfEdition(view, 'overview', async () => ({
      edition: view.edition.number,
      audience: view.audience,
      ...(await readScorecard(view.reader, view.edition.dataAsAt)),
    }))
  },
})
