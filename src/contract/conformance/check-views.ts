import type * as z from 'zod/mini'
import type { Audience } from '../common.ts'
import { KpisReply } from '../kpis.ts'
import { OverviewReply } from '../overview.ts'
import { paths, type View } from '../paths.ts'
import { PlanReply } from '../plan.ts'
import type { ApiUnderCheck, Reply } from './api-under-check.ts'
import { about, checkShape } from './check-shape.ts'
import { newestEdition, type PinnedView, pinnedView, readKpis } from './edition-under-check.ts'
import { type Finding, quote } from './finding.ts'

interface Echo {
  edition: number
  audience: Audience
}

/** A reply says which edition and audience it is of, and they are those that were asked for. */
export function checkEcho(reply: Reply, given: Echo, asked: Echo): Finding[] {
  return (['edition', 'audience'] as const)
    .filter((name) => given[name] !== asked[name])
    .map((name) => ({
      ...about(reply),
      path: name,
      message: `is ${quote(given[name])} where ${quote(asked[name])} was asked for`,
      remedy: `Answer with the ${name} that was asked for, and say so in the reply.`,
    }))
}

function checkView(address: (view: View) => string, schema: z.ZodMiniType<Echo>) {
  return async (api: ApiUnderCheck): Promise<Finding[]> => {
    const pinned = await pinnedView(api)
    const reply = await api.get(address(pinned))
    const { findings, value } = checkShape(reply, schema)
    return value ? [...findings, ...checkEcho(reply, value, pinned)] : findings
  }
}

export const checkOverviewShape = checkView(paths.overview, OverviewReply)
export const checkPlanShape = checkView(paths.plan, PlanReply)

/** Every measure once, each dimension and member once. */
export async function checkKpis(api: ApiUnderCheck): Promise<Finding[]> {
  const findings = await checkView(paths.kpis, KpisReply)(api)
  const view = await pinnedView(api)
  const { kpis } = await readKpis(api, view)
  const reply = await api.get(paths.kpis(view))
  const repeated = [
    ...repeats(kpis.map(({ id }) => id)).map((id) => `measure ${quote(id)}`),
    ...kpis.flatMap((kpi) => [
      ...repeats(kpi.dimensions.map(({ id }) => id)).map((id) => `dimension ${quote(id)} of ${kpi.id}`),
      ...kpi.dimensions.flatMap((dimension) =>
        repeats(dimension.members.map(({ id }) => id)).map(
          (id) => `member ${quote(id)} of ${kpi.id} by ${dimension.id}`,
        ),
      ),
    ]),
  ]
  return [
    ...findings,
    ...repeated.map((what) => ({
      ...about(reply),
      path: 'kpis',
      message: `names ${what} more than once`,
      remedy: 'Name it once.',
    })),
  ]
}

function repeats(ids: readonly string[]): string[] {
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))]
}

/** `latest` is the newest edition that has not been withdrawn, and says its number. */
export async function checkLatest(api: ApiUnderCheck): Promise<Finding[]> {
  const newest = await newestEdition(api)
  const asked: PinnedView = { edition: newest.number, audience: 'protected' }
  const reply = await api.get(paths.kpis({ edition: 'latest', audience: 'protected' }))
  const { findings, value } = checkShape(reply, KpisReply)
  return value ? [...findings, ...checkEcho(reply, value, asked)] : findings
}
