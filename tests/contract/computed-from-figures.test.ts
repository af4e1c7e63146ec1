import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { computeEdition } from '../../src/api/compute-edition.ts'
import { AnalysisReply, SignalsReply } from '../../src/contract/analysis.ts'
import { OverviewReply } from '../../src/contract/overview.ts'
import { apiBase, paths } from '../../src/contract/paths.ts'
import { PlanReply } from '../../src/contract/plan.ts'
import { type ApiInProcess, openServer } from '../support/servers-in-process.ts'

let server: ApiInProcess
beforeAll(async () => {
  server = await openServer()
})
afterAll(() => server.close())
afterEach(() => vi.unstubAllGlobals())

const views = [1, 5].flatMap((edition) =>
  (['exact', 'protected'] as const).map((audience) => ({ edition, audience })),
)

async function get(path: string): Promise<unknown> {
  const response = await server.fetch(server.base + path, {
    headers: {},
    signal: AbortSignal.timeout(60_000),
  })
  return await response.json()
}

describe('what the app computes from the figures that it may read', () => {
  // what cannot be computed from a protected set is not in it: this is also the proof that nothing leaks
  it.each(views)('is what was stored at publication of edition $edition, $audience', async (view) => {
    await server.signIn(view.audience === 'exact' ? 'analyst' : 'public')
    const fetchAnywhere = globalThis.fetch
    vi.stubGlobal('fetch', (address: string, init: RequestInit) =>
      address.startsWith(apiBase)
        ? server.fetch(address.replace(apiBase, server.base), {
            headers: {},
            signal: init.signal ?? AbortSignal.timeout(60_000),
          })
        : fetchAnywhere(address, init),
    )
    const computed = await computeEdition(view, AbortSignal.timeout(60_000))
    const ids = computed.kpis.map(({ kpi }) => kpi)
    const { analyses } = AnalysisReply.parse(await get(paths.analysis(view, ids)))
    const signals = SignalsReply.parse(await get(paths.signals(view)))
    const overview = OverviewReply.parse(await get(paths.overview(view)))

    expect(computed.kpis).toEqual(analyses)
    expect(computed.family).toEqual({
      untested: signals.untested,
      toConfirm: signals.toConfirm,
      signals: signals.signals,
    })
    expect(new Map(computed.rows.map(({ kpi, ...row }) => [kpi, row]))).toEqual(
      new Map(overview.kpis.flatMap(({ id, analysis }) => (analysis ? [[id, analysis]] : []))),
    )
    expect(computed.impacts).toEqual(PlanReply.parse(await get(paths.plan(view))).impacts)
    expect(analyses).toHaveLength(48)
    expect(signals.signals.length).toBeGreaterThan(200)
  })
})
