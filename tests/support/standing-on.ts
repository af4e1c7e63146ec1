import type { ReadLoad } from '../../server/loads/read-load.ts'
import { nothingStanding, type Standing } from '../../src/ingest/standing.ts'
import { allOf } from './all-of.ts'

/** What would stand once a first load was published, without a database. */
export async function standingOn({ prepared, problems }: ReadLoad): Promise<Standing> {
  if (!prepared) throw new Error(`the first load is not sound: ${problems.map(({ message }) => message)}`)
  const figures = await allOf(prepared.readFigures())
  const members = new Map<string, Set<string>>()
  for (const { dimension, member } of figures)
    members.set(dimension, (members.get(dimension) ?? new Set()).add(member))
  return {
    ...nothingStanding,
    organisation: prepared.organisation,
    dataAsAt: prepared.content.dataAsAt,
    kpis: prepared.content.kpis,
    members,
    latest: new Map(
      prepared.content.kpis.map(({ id }) => [
        id,
        figures
          .flatMap(({ kpi, period }) => (kpi === id ? [period] : []))
          .toSorted()
          .at(-1) ?? '',
      ]),
    ),
    readFigures: async (kpi) => figures.filter((figure) => figure.kpi === kpi),
  }
}
