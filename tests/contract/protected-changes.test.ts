import { afterAll, beforeAll, describe, expect, it } from 'vitest'
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

function listsOf(changes: ChangesReply): ChangesReply['newFigures'] {
  const { newFigures, restated, settled, stillProvisional, withdrawn } = changes
  return [...newFigures, ...restated, ...settled, ...stillProvisional, ...withdrawn]
}
