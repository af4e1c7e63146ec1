import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { KpisReply } from '../../src/contract/kpis.ts'
import { Load } from '../../src/contract/loads.ts'
import { officerPaths } from '../../src/contract/officer-paths.ts'
import { paths, type View } from '../../src/contract/paths.ts'
import { previewPath } from '../../src/contract/preview.ts'
import type { Audience } from '../../src/domain/editions/publication.ts'
import { type DemonstrationService, demonstrationService } from './support/demonstration-service.ts'
import { multipart } from './support/multipart.ts'

let service: DemonstrationService
let analyst: string

const header = 'kpi_id,period,dimension,member,value,numerator,denominator,n,status,as_at'
/** A new month of a measure and of its towns, with a small count; a month restated; another measure's next month. */
const month = [
  header,
  'ot-waiting,2025-10,borough,All,318,,,,provisional,2025-11-06',
  'ot-waiting,2025-06,borough,All,427,,,,final,2025-11-07',
  'care-act-waiting,2025-10,borough,All,243,,,,provisional,2025-11-06',
].join('\n')

beforeAll(async () => {
  service = await demonstrationService()
  const signedIn = await service.app.inject({
    method: 'POST',
    url: '/api/v1/session',
    payload: { role: 'analyst' },
  })
  const [cookie] = signedIn.cookies
  analyst = `${cookie?.name}=${cookie?.value}`
})
afterAll(() => service.close())

async function stage(observations: string): Promise<Load> {
  const { payload, headers } = multipart({ 'observations.csv': observations })
  const reply = await service.app.inject({
    method: 'POST',
    url: '/api/v1/loads',
    headers: { cookie: analyst, 'x-requested-with': 'test', ...headers },
    payload,
  })
  return Load.parse(reply.json())
}

async function publish(id: string, given: object): Promise<Load> {
  const reply = await service.app.inject({
    method: 'POST',
    url: `/api/v1/loads/${id}/publish`,
    headers: { cookie: analyst },
    payload: given,
  })
  return Load.parse(reply.json())
}

/** Every reading that there is of an edition: its measures, their breakdowns, spans and members, and what it changes. */
async function addresses(base: string, view: View): Promise<string[]> {
  const { kpis } = KpisReply.parse((await service.get(base + paths.kpis(view), 'analyst')).json)
  const ids = kpis.map(({ id }) => id)
  return [
    paths.organisation(),
    paths.editions(),
    paths.edition(view.edition),
    paths.edition('latest'),
    paths.edition(2),
    paths.kpis(view),
    paths.overview(view),
    paths.overview({ ...view, edition: 'latest' }),
    paths.overview({ ...view, edition: 4 }),
    paths.plan(view),
    paths.actions(view),
    paths.liveActions(view.audience),
    paths.commentary(view),
    paths.signals(view),
    paths.dataQuality(view),
    paths.changes(view),
    ...[1, 2, 3, 4, 5].map((from) => paths.changes(view, from)),
    paths.series(view, { kpi: ids.toReversed(), from: '2025-01', to: '2025-09' }),
    paths.series(view, { kpi: 'ot-waiting', dimension: 'town', member: 'Acton' }),
    paths.series(view, { kpi: 'no-such-measure' }),
    paths.analysis(view, ids),
    ...(view.audience === 'exact' ? ids.map((id) => officerPaths.withheld(Number(view.edition), id)) : []),
    ...kpis.flatMap(({ id, dimensions }) =>
      ['borough', ...dimensions.map((one) => one.id)].map((dimension) =>
        paths.series(view, { kpi: id, dimension }),
      ),
    ),
  ]
}

async function readAll(base: string, of: readonly string[]): Promise<Map<string, string>> {
  const read = new Map<string, string>()
  for (const path of of) {
    const { status, text } = await service.get(base + path, 'analyst')
    read.set(path, `${status} ${text}`)
  }
  return read
}

/** What a publication is given beside its figures: its hour, and words that are asked for only then. */
const withoutNaming = (text: string) =>
  text
    .replaceAll(/"publishedAt":"[^"]*"(?=[^{}]*"number":6|[^{}]*)/g, '"publishedAt":""')
    .replaceAll(/"note":(null|"Reason: [^"]*")/g, '"note":null')

describe('the preview of a load', () => {
  it('answers every reading as it is answered once the load is published, for both audiences', async () => {
    const load = await stage(month)
    expect(load.state).toBe('staged')
    const before = new Map<Audience, Map<string, string>>()
    for (const audience of ['exact', 'protected'] as const) {
      const base = previewPath(load.id, audience)
      before.set(audience, await readAll(base, await addresses(base, { edition: 6, audience })))
    }
    await publish(load.id, { label: 'Preview', reason: 'A team was counted twice' })
    for (const [audience, previewed] of before) {
      expect(previewed.size).toBeGreaterThan(150)
      for (const [path, text] of previewed) {
        const { status, text: published } = await service.get(path, 'analyst')
        expect([audience, path, withoutNaming(text)]).toEqual([
          audience,
          path,
          withoutNaming(`${status} ${published}`),
        ])
      }
    }
  })
})
