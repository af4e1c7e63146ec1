import * as z from 'zod/mini'
import { ViewQuery } from '../../src/contract/common.ts'
import { DataQualityReply } from '../../src/contract/data-quality.ts'
import { describeDataQuality } from '../../src/domain/data-quality/data-quality.ts'
import type { Application } from '../application.ts'
import type { Services } from '../services.ts'
import type { EditionView } from '../session/views.ts'
import { sendOfEdition } from './edition-reply.ts'

export function dataQualityRoute(app: Application, services: Services) {
  app.get(
    '/data-quality',
    {
      schema: {
        summary: 'What is due, overdue, provisional, missing and revised, by measure',
        querystring: z.strictObject(ViewQuery.shape),
        response: { 200: DataQualityReply },
      },
    },
    async (request, reply) => {
      const view = await services.views.resolve(request, request.query)
      return sendOfEdition(services, request, reply, {
        view,
        about: 'data-quality',
        read: async () => ({
          edition: view.edition.number,
          audience: view.audience,
          ...(await readDataQuality(view)),
        }),
      })
    },
  )
}

async function readDataQuality({ edition, reader, history }: EditionView) {
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
