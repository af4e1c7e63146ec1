import { SeriesQuery, SeriesReply } from '../contract/series.ts'
import { defineOperation, noBody, nothing, only } from './operation.ts'
import { selectSeries } from './select-series.ts'
import { answerOfEdition, openView } from './view.ts'

export const readSeries = defineOperation({
  method: 'get',
  path: '/series',
  summary: 'Figures over time',
  params: nothing,
  query: only(SeriesQuery),
  body: noBody,
  reply: SeriesReply,
  answer: async ({ store, asker, query }) => {
    const view = await openView(store, asker, query)
    const selection = selectSeries(query, await view.reader.readKpis(), view.edition.number)
    return answerOfEdition(view, `series ${JSON.stringify(selection)}`, async () => ({
      edition: view.edition.number,
      audience: view.audience,
      series: await view.reader.readSeries(selection),
    }))
  },
})
