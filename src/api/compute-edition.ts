import type { Action } from '../contract/actions.ts'
import { paths } from '../contract/paths.ts'
import { analyseEdition } from '../domain/analysis/analyse-edition.ts'
import type { EditionAnalysis } from '../domain/analysis/edition-analysis.ts'
import { bearableFalseAlarms } from '../domain/signals/find-signals.ts'
import { ApiError } from './api-error.ts'
import { getJson } from './client.ts'
import type { PinnedView } from './view.ts'

/**
 * What a data service that offers figures only leaves to the app: reads everything that this reader may see of an
 * edition, one dimension at a time, and computes what our own service computes at publication.
 * @throws ApiError as every reading does
 */
export async function computeEdition(
  view: PinnedView,
  signal: AbortSignal,
): Promise<EditionAnalysis & { bearableFalseAlarms: number }> {
  const [{ editions }, { kpis }, plan, actions] = await Promise.all([
    getJson(paths.editions(), ({ EditionsReply }) => EditionsReply, signal),
    getJson(paths.kpis(view), ({ KpisReply }) => KpisReply, signal),
    getJson(paths.plan(view), ({ PlanReply }) => PlanReply, signal),
    readActions(view, signal),
  ])
  const edition = editions.find(({ number }) => number === view.edition)
  if (!edition) throw new ApiError('not-found', `There is no edition ${view.edition}.`)
  const dimensions = [...new Set(kpis.flatMap((kpi) => kpi.dimensions.map(({ id }) => id)))]
  const replies = await Promise.all(
    dimensions.map((dimension) => {
      const holders = kpis.filter((kpi) => kpi.dimensions.some(({ id }) => id === dimension))
      const kpi = holders.map(({ id }) => id)
      return getJson(paths.series(view, { kpi, dimension }), ({ SeriesReply }) => SeriesReply, signal)
    }),
  )
  const series = replies.flatMap((reply) => reply.series)
  const { audience } = view
  return {
    ...analyseEdition({ kpis, plan, series, actions, audience, asOf: edition.dataAsAt }),
    bearableFalseAlarms,
  }
}

/** An API without a log of actions covers nothing. */
async function readActions(view: PinnedView, signal: AbortSignal): Promise<Action[]> {
  try {
    return (await getJson(paths.actions(view), ({ ActionsReply }) => ActionsReply, signal)).actions
  } catch (error) {
    if (error instanceof ApiError && error.kind === 'not-found') return []
    throw error
  }
}
