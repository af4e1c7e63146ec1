import { SignalsReply } from '../contract/analysis.ts'
import { ViewQuery } from '../contract/common.ts'
import { bearableFalseAlarms } from '../domain/signals/find-signals.ts'
import { defineOperation, noBody, nothing, only } from './operation.ts'
import { answerOfEdition, openView } from './view.ts'

export const readSignals = defineOperation({
  method: 'get',
  path: '/signals',
  summary: 'Every series tested for recent change, ranked',
  params: nothing,
  query: only(ViewQuery),
  body: noBody,
  reply: SignalsReply,
  answer: async ({ store, asker, query }) => {
    const view = await openView(store, asker, query)
    return answerOfEdition(view, 'signals', async () => ({
      edition: view.edition.number,
      audience: view.audience,
      bearableFalseAlarms,
      ...(await view.reader.readTestedFamily()),
    }))
  },
})
