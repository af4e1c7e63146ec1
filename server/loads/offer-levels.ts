import type { Load } from '../../src/contract/loads.ts'
import type { GivenRebaseline, LastingLevel } from '../../src/contract/rebaseline.ts'
import { findLastingLevel } from '../../src/domain/analysis/lasting-level.ts'
import type { Edition } from '../../src/domain/editions/publication.ts'
import { borough } from '../../src/domain/measures/measure.ts'
import type { Intervention } from '../../src/domain/plans/plan.ts'
import { recordRebaseline, unnamedRebaseline } from '../../src/domain/plans/rebaseline.ts'
import { refuseUnconfirmed } from '../../src/service/author.ts'
import type { Queries } from '../db/database.ts'
import { openExactReader } from '../db/exact-reader.ts'

/** What an analyst chose of the levels that a load offers to start limits again from. */
export interface ChosenRebaselines {
  rebaselines?: readonly GivenRebaseline[] | undefined
  /** whether their words were looked at, where they may give few people away */
  confirmed?: boolean | undefined
}

/**
 * The levels that have lasted in an edition that is rehearsed, analysis and all: of each measure's exact borough series,
 * in the order of the edition. Only of measures with a sign of change is more read, and analysed anew.
 */
export async function offerLevels(
  queries: Queries,
  { number, dataAsAt }: Pick<Edition, 'number' | 'dataAsAt'>,
): Promise<LastingLevel[]> {
  const reader = openExactReader(queries, number)
  const rows = await reader.readRowAnalyses()
  const changed = (await reader.readKpis()).filter(({ id, aggregation }) => {
    const variation = rows.get(id)?.variation ?? null
    return aggregation !== 'X' && variation !== null && variation !== 'common_cause'
  })
  const ids = changed.map(({ id }) => id)
  const plan = await reader.readPlan()
  const held = await reader.readSeries({ kpis: ids, ...borough })
  const analysed = await reader.readAnalyses(ids)
  return changed.flatMap((kpi) => {
    const series = held.find((one) => one.kpi === kpi.id)
    const whole = analysed
      .find((one) => one.kpi === kpi.id)
      ?.series.find(({ dimension }) => dimension === borough.dimension)
    const context = { kpi, plan, asOf: dataAsAt, isRounded: false }
    return (series && whole && findLastingLevel(context, series, whole)) ?? []
  })
}

/** What was chosen and is not offered, as one sentence; null where all is. */
export function tellUnoffered(
  levels: Load['levels'],
  { rebaselines = [] }: ChosenRebaselines,
): string | null {
  const offered = (levels ?? []).map(({ kpi }) => kpi)
  if (rebaselines.some(({ kpi }) => !offered.includes(kpi))) {
    // what was asked for may be any text, and is not said again
    const those = offered.length > 0 ? offered.join(', ') : 'no measure'
    return `limits start again only where a load offers it, and this one does for ${those}`
  }
  return new Set(rebaselines.map(({ kpi }) => kpi)).size < rebaselines.length
    ? 'limits of a measure start again once: name each measure once'
    : null
}

/**
 * What was chosen, as it is recorded in the plan.
 * @throws ProblemError 400 where everybody would read words that may give few people away, and nobody confirmed them
 */
export function chosenRebaselines(
  levels: Load['levels'],
  { rebaselines = [], confirmed }: ChosenRebaselines,
): Intervention[] {
  refuseUnconfirmed(
    rebaselines.flatMap(({ title, reason }) => [title, reason]),
    confirmed,
  )
  return rebaselines.flatMap(({ kpi, title = unnamedRebaseline, reason }) => {
    const level = levels?.find((one) => one.kpi === kpi)
    return level ? recordRebaseline(level, { title, reason }) : []
  })
}
