import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ActionsReply } from '../../src/contract/actions.ts'
import { SignalsReply } from '../../src/contract/analysis.ts'
import { type ChangesReply, ChangesReply as ChangesSchema } from '../../src/contract/changes.ts'
import { openApi } from '../../src/contract/conformance/api-under-check.ts'
import { readKpis } from '../../src/contract/conformance/edition-under-check.ts'
import { paths } from '../../src/contract/paths.ts'
import { type ApiInProcess, openServer } from '../support/servers-in-process.ts'

let server: ApiInProcess
beforeAll(async () => {
  server = await openServer()
})
afterAll(() => server.close())

const pairs = [5, 4, 3, 2].flatMap((edition) =>
  Array.from({ length: edition - 1 }, (_, index) => ({ from: index + 1, edition })),
)

describe('changes as the panel sees them', () => {
  it.each(pairs)(
    'hold only what both editions show everybody: $from to $edition',
    async ({ from, edition }) => {
      const api = openApi(server.fetch, server.base, 30)
      const view = { edition, audience: 'protected' } as const
      const { kpis } = await readKpis(api, view)
      const { json } = await api.get(paths.changes(view, from))
      const changes = ChangesSchema.parse(json)
      const counts = new Set(
        kpis
          .filter(({ unit, sdc }) => unit === 'count' && sdc !== 'none' && sdc !== 'already-published')
          .map(({ id }) => id),
      )
      const figures = listsOf(changes)
        .filter(({ kpi }) => counts.has(kpi))
        .flatMap(({ kpi, period, figures: of }) => of.map((figure) => ({ kpi, period, ...figure })))
      expect(figures.length).toBeGreaterThan(10)
      const telling = figures.filter(({ before, after }) =>
        [before?.value, after?.value].some((value) => value != null && value % 5 !== 0),
      )
      expect(telling).toEqual([])
      const officersOnly = figures.filter(({ dimension }) => dimension === 'team' || dimension.includes('+'))
      expect(officersOnly).toEqual([])
      expect(changes.milestones.map(({ id }) => id)).not.toContain('M24')
    },
  )
})

describe('signals and actions between two editions as the panel sees them', () => {
  it.each(pairs)(
    'come from the two protected analyses and logs alone: $from to $edition',
    async ({ from, edition }) => {
      const api = openApi(server.fetch, server.base, 30)
      const views = [from, edition].map((number) => ({ edition: number, audience: 'protected' }) as const)
      const { json } = await api.get(paths.changes({ edition, audience: 'protected' }, from))
      const { signals, actions } = ChangesSchema.parse(json)
      const families = await Promise.all(views.map(async (view) => (await api.get(paths.signals(view))).json))
      const said = families
        .flatMap((family) => SignalsReply.parse(family).signals)
        .flatMap(({ change }) => change?.sentence ?? [])
      const told = (signals?.changed ?? []).flatMap(({ before, after }) => [before, after])
      const sentences = told.flatMap((state) => state?.sentence ?? [])
      expect(sentences.length).toBeGreaterThan(3)
      expect(new Set(said)).toEqual(new Set([...said, ...sentences]))
      const logs = await Promise.all(views.map(async (view) => (await api.get(paths.actions(view))).json))
      const released = new Map(
        logs.flatMap((log) => ActionsReply.parse(log).actions).map((action) => [action.id, action]),
      )
      expect(actions.map(({ id }) => released.get(id)?.release)).toEqual(actions.map(() => 'public'))
      expect(actions.map(({ id }) => released.get(id)?.whatChanged)).toEqual(
        actions.map(({ whatChanged }) => whatChanged),
      )
    },
  )
})

function listsOf(changes: ChangesReply): ChangesReply['newFigures'] {
  const { newFigures, restated, settled, stillProvisional, withdrawn } = changes
  return [...newFigures, ...restated, ...settled, ...stillProvisional, ...withdrawn]
}
