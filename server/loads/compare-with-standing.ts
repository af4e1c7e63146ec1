import type { LoadComparison } from '../../src/contract/load-comparison.ts'
import { type ComparedSet, compareLoad, type RestatedFigure } from '../../src/domain/loads/compare-load.ts'
import { periodEnd } from '../../src/domain/periods/period.ts'
import type { EditionReader, FigureHistory } from '../../src/service/store.ts'
import type { Queries } from '../db/database.ts'
import { openExactHistory, openExactReader } from '../db/exact-reader.ts'
import { openProtectedHistory, openProtectedReader } from '../db/protected-reader.ts'

/** Points of a series that are drawn beside a restated figure. */
const mostPoints = 24

/**
 * What an edition would change for each audience, against the one that stands: read inside the transaction that
 * rehearses it, analysis and all. Nothing where there is none to compare with.
 */
export async function compareWithStanding(
  queries: Queries,
  standing: number,
  rehearsed: number,
): Promise<LoadComparison[]> {
  if (standing === 0) return []
  const compare = async (
    audience: LoadComparison['audience'],
    before: EditionReader,
    after: EditionReader,
    history: FigureHistory,
  ): Promise<LoadComparison> => {
    const compared = compareLoad(
      audience,
      await setOf(standing, before),
      await setOf(rehearsed, after),
      await history.readDiffering(standing),
    )
    const restated = []
    for (const figure of compared.restated) {
      restated.push({ ...figure, history: await historyOf(figure, before, after) })
    }
    return { ...compared, restated }
  }
  return [
    await compare(
      'exact',
      openExactReader(queries, standing),
      openExactReader(queries, rehearsed),
      openExactHistory(queries, rehearsed),
    ),
    await compare(
      'protected',
      openProtectedReader(queries, standing),
      openProtectedReader(queries, rehearsed),
      openProtectedHistory(queries, rehearsed),
    ),
  ]
}

async function setOf(number: number, reader: EditionReader): Promise<ComparedSet> {
  return { number, kpis: await reader.readKpis(), rows: await reader.readRowAnalyses() }
}

/** As many points as are drawn, with the restated one among them: the latest ones, or those that lead up to it. */
async function historyOf(
  { kpi, dimension, member, period }: RestatedFigure,
  ...sets: [EditionReader, EditionReader]
) {
  const [before, after] = await Promise.all(
    sets.map(async (reader) => {
      const [series] = await reader.readSeries({ kpis: [kpi], dimension, member })
      return new Map(series?.points.map((point) => [point.period, point.value]))
    }),
  )
  const periods = [...new Set([...(before?.keys() ?? []), ...(after?.keys() ?? [])])].sort((a, b) =>
    periodEnd(a) < periodEnd(b) ? -1 : 1,
  )
  const from = Math.max(0, Math.min(periods.length - mostPoints, periods.indexOf(period) - 1))
  return periods.slice(from, from + mostPoints).map((one) => ({
    period: one,
    before: before?.get(one) ?? null,
    after: after?.get(one) ?? null,
  }))
}
