import { ViewQuery } from '../contract/common.ts'
import { DataQualityReply } from '../contract/data-quality.ts'
import { describeDataQuality } from '../domain/data-quality/data-quality.ts'
import { defineOperation, noBody, nothing, only } from './operation.ts'
import { answerOfEdition, type EditionView, openView } from './view.ts'

export const readDataQuality = defineOperation({
  method: 'get',
  path: '/data-quality',
  summary: 'What is due, overdue, provisional, missing and revised, by measure',
  params: nothing,
  query: only(ViewQuery),
  body: noBody,
  reply: DataQualityReply,
  answer: async ({ store, asker, query }) => {
    const view = await openView(store, asker, query)
    return answerOfEdition(view, 'data-quality', async () => ({
      edition: view.edition.number,
      audience: view.audience,
      ...(await describe(view)),
    }))
  },
})

async function describe({ edition, reader, history }: EditionView) {
  const kpis = await reader.readKpis()
  const idsWhere = (isOfCategories: boolean) =>
    kpis.filter(({ aggregation }) => (aggregation === 'X') === isOfCategories).map(({ id }) => id)
  return describeDataQuality(
    kpis,
    {
      headlines: await reader.readHeadlines(
        { ofBorough: idsWhere(false), ofCategories: idsWhere(true) },
        null,
      ),
      revised: await history.readRevised(),
      lastChanged: await history.readLastChanged(),
    },
    edition.dataAsAt,
  )
}
