import { ViewQuery } from '../contract/common.ts'
import { PlanReply } from '../contract/plan.ts'
import { defineOperation, noBody, nothing, only } from './operation.ts'
import { answerOfEdition, openView } from './view.ts'

export const readPlan = defineOperation({
  method: 'get',
  path: '/plan',
  summary: 'Milestones, trajectories, interventions and risks',
  params: nothing,
  query: only(ViewQuery),
  body: noBody,
  reply: PlanReply,
  answer: async ({ store, asker, query }) => {
    const view = await openView(store, asker, query)
    return answerOfEdition(view, 'plan', async () => ({
      edition: view.edition.number,
      audience: view.audience,
      ...(await view.reader.readPlan()),
      impacts: await view.reader.readImpacts(),
    }))
  },
})
