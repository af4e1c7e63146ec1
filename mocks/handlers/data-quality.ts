import { http } from 'msw'
import { DataQualityReply } from '../../src/contract/data-quality.ts'
import { describeDataQuality } from '../../src/domain/data-quality/data-quality.ts'
import { db } from '../db.ts'
import { editionResource } from '../edition-resource.ts'
import { lastChangedByMeasure, revisedVersions } from '../figure-history.ts'
import { at, reply } from '../respond.ts'

export const dataQualityHandlers = [
  http.get(
    at('/data-quality'),
    editionResource('data-quality', [], ({ request, edition, audience, caching, dataAsAt }) => {
      const answer = (kpis: ReturnType<typeof db.tables.readKpis>) => {
        const versions = db.tables.readVersions(audience)
        const quality = describeDataQuality(
          kpis,
          {
            headlines: db.tables.readSeries(edition, audience, () => true),
            revised: revisedVersions(versions, edition),
            lastChanged: lastChangedByMeasure(versions, edition),
          },
          dataAsAt,
        )
        return reply(DataQualityReply, { edition, audience, ...quality }, request, caching)
      }
      return {
        whole: () => answer(db.tables.readKpis(edition, audience)),
        empty: () => answer([]),
      }
    }),
  ),
]
