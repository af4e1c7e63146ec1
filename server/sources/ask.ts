import { timezoneOf } from '../db/organisation.ts'
import type { Queries } from '../db/queries.ts'
import { readStanding } from '../loads/standing-edition.ts'
import { askAddress } from './ask-address.ts'
import { askDashboard } from './ask-dashboard.ts'
import { askFolder } from './ask-folder.ts'
import { askQuery } from './ask-query.ts'
import { type Asking, type Brought, keepMapping } from './brought.ts'
import type { SourceSettings } from './source-settings.ts'

/**
 * Whatever a source has, with its mapping, as files of a load.
 * @throws SourceError with the remedy
 */
export async function askSource(
  source: SourceSettings,
  given: Omit<Asking, 'timezone'>,
  queries: Queries,
): Promise<Brought> {
  const asking: Asking = { ...given, timezone: await timezoneOf(queries) }
  const brought = await askByKind(source, asking, queries)
  if (source.mapping === null) return brought
  const mapping = await keepMapping(asking, brought.files.length, source.mapping)
  return { ...brought, files: [...brought.files, mapping] }
}

async function askByKind(source: SourceSettings, asking: Asking, queries: Queries): Promise<Brought> {
  switch (source.kind) {
    case 'folder':
      return await askFolder(source, asking)
    case 'address':
      return await askAddress(source, asking)
    case 'query':
      return await askQuery(source, asking)
    case 'dashboard':
      return await askDashboard(source, asking, async () => {
        const { kpis, organisation } = await readStanding(queries)
        return {
          kpis: new Map(kpis.map((kpi) => [kpi.id, kpi])),
          illustrative: organisation?.illustrative ?? false,
        }
      })
  }
}
