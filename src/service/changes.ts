import { ChangesQuery, ChangesReply } from '../contract/changes.ts'
import {
  compareEditions,
  type EditionContents,
  nothingToCompare,
} from '../domain/changes/compare-editions.ts'
import { type Asker, defineOperation, noBody, nothing, only } from './operation.ts'
import { badParameter } from './problem.ts'
import type { Store } from './store.ts'
import { answerOfEdition, type EditionView, openView } from './view.ts'

export const readChanges = defineOperation({
  method: 'get',
  path: '/changes',
  summary: 'What differs between two editions',
  params: nothing,
  query: only(ChangesQuery),
  body: noBody,
  reply: ChangesReply,
  answer: async ({ store, asker, query: { from: asked, to, audience } }) => {
    const later = await openView(store, asker, { edition: to, audience })
    const from = earlierEdition(asked, later.edition.number)
    return answerOfEdition(later, `changes ${from}`, async () => ({
      audience: later.audience,
      ...(await compare(store, asker, from, later)),
    }))
  },
})

async function compare(store: Store, asker: Asker, from: number | null, later: EditionView) {
  const editions = await store.readEditions()
  if (from === null) {
    return nothingToCompare({ ...later.edition, kpis: await later.reader.readKpis() }, editions)
  }
  const earlier = await openView(store, asker, { edition: String(from), audience: later.audience })
  return compareEditions(await contentsOf(earlier), await contentsOf(later), {
    editions,
    differing: await later.history.readDiffering(from),
    revised: await later.history.readRevised(),
  })
}

/** The edition asked for, which must come before `to`; else the one just before it, or null before the first. */
function earlierEdition(asked: string | undefined, to: number): number | null {
  if (asked === undefined) return to > 1 ? to - 1 : null
  const from = Number(asked)
  if (from < to) return from
  throw badParameter('from', asked, to > 1 ? `an edition before ${to}` : 'nothing: there is none before 1')
}

async function contentsOf({ edition, reader }: EditionView): Promise<EditionContents> {
  return {
    ...edition,
    kpis: await reader.readKpis(),
    plan: await reader.readPlan(),
    actions: await reader.readActions(),
    family: await reader.readTestedFamily(),
  }
}
