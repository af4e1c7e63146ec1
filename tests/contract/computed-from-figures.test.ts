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
    signal: AbortSignal.timeout(240_000),
  })
  return await response.json()
}

/**
 * What is judged is judged for everybody from the figures as they were received (decision 0055): of a protected set
 * the verdicts and their words are the service's, and all else can be computed from it. That those hold no figure but
 * published ones is shown by two worlds (tests/unit/domain/analysis/two-worlds.test.ts).
 */
const verdictFields = new Set([
  'segments',
  'special',
  'variation',
  'meaning',
  'assurance',
  'claim',
  'level',
  'byMethod',
  'notJudged',
  'finding',
  'headline',
  'paragraph',
  // told in quarters where months are too small to publish: a set of its own (decision 0089)
  'coarser',
  // what rounding hides, and what lies ahead
  'hidden',
  'hiddenParts',
  'partsAsWhole',
  'reach',
  'chanceByDate',
  'required',
  // of a milestone: whether its promise is kept, and whether its measure has changed since
  'state',
  'success',
  'successSentence',
  'sentence',
  'sustain',
  // of a recorded change: what came after it
  'estimate',
  // of a row: that a target is being lost, and what is flagged
  'losing',
  'signal',
  'signalsWithin',
])

function computable(document: unknown, audience: 'exact' | 'protected'): unknown {
  if (audience === 'exact' || typeof document !== 'object' || document === null) return document
  if (Array.isArray(document)) return document.map((one) => computable(one, audience))
  return Object.fromEntries(
    Object.entries(document)
      .filter(([field]) => !verdictFields.has(field))
      .map(([field, value]) => [field, computable(value, audience)]),
  )
}

describe('what the app computes from the figures that it may read', () => {
  // what cannot be computed from a protected set is not in it, but for its verdicts: the proof that nothing else leaks
  it.each(views)('is what was stored at publication of edition $edition, $audience', async (view) => {
    await server.signIn(view.audience === 'exact' ? 'analyst' : 'public')
    const fetchAnywhere = globalThis.fetch
    vi.stubGlobal('fetch', (address: string, init: RequestInit) =>
      address.startsWith(apiBase)
        ? server.fetch(address.replace(apiBase, server.base), {
            headers: {},
            signal: init.signal ?? AbortSignal.timeout(240_000),
          })
        : fetchAnywhere(address, init),
    )
    const computed = await computeEdition(view, AbortSignal.timeout(240_000))
    const ids = computed.kpis.map(({ kpi }) => kpi)
    const { analyses } = AnalysisReply.parse(await get(paths.analysis(view, ids)))
    const signals = SignalsReply.parse(await get(paths.signals(view)))
    const overview = OverviewReply.parse(await get(paths.overview(view)))

    const { audience } = view
    expect(computable(computed.kpis, audience)).toEqual(computable(analyses, audience))
    const { untested, toConfirm, signals: tested } = signals
    if (audience === 'exact') expect(computed.family).toEqual({ untested, toConfirm, signals: tested })
    else expect({ toConfirm }).toEqual({ toConfirm: computed.family.toConfirm })
    expect(new Map(computed.rows.map(({ kpi, ...row }) => [kpi, computable(row, audience)]))).toEqual(
      new Map(
        overview.kpis.flatMap(({ id, analysis }) => (analysis ? [[id, computable(analysis, audience)]] : [])),
      ),
    )
    const { impacts } = PlanReply.parse(await get(paths.plan(view)))
    expect(computable(computed.impacts, audience)).toEqual(computable(impacts, audience))
    expect(analyses).toHaveLength(48)
    expect(signals.signals.length).toBeGreaterThan(200)
  })
})
