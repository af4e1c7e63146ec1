import { http } from 'msw'
import { ChangesReply } from '../../src/contract/changes.ts'
import type { Audience } from '../../src/contract/common.ts'
import {
  compareEditions,
  type EditionContents,
  nothingToCompare,
} from '../../src/domain/changes/compare-editions.ts'
import { db } from '../db.ts'
import { fail } from '../failures/fail.ts'
import { failureOfResource } from '../failures/failing-resource.ts'
import { differingVersions, revisedVersions } from '../figure-history.ts'
import { readView } from '../read-view.ts'
import { at, badParameter, reply } from '../respond.ts'

export const changesHandlers = [http.get(at('/changes'), ({ request }) => answerChanges(request))]

/** The later edition is `to`, which every other resource calls `edition`. */
function answerChanges(request: Request): Response | Promise<Response> {
  const address = new URL(request.url)
  if (address.searchParams.has('edition'))
    return badParameter('edition', address.searchParams.get('edition') ?? '', 'no such name; say to')
  const to = address.searchParams.get('to')
  if (to !== null && !/^(latest|[1-9]\d{0,5})$/.test(to))
    return badParameter('to', to, 'an edition number, or latest')
  address.searchParams.delete('to')
  if (to !== null) address.searchParams.set('edition', to)
  const view = readView(new Request(address), ['from'])
  if (view instanceof Response) return view
  const from = earlierEdition(address.searchParams.get('from'), view.edition)
  if (from instanceof Response) return from
  const { audience, caching } = view
  const { editions } = db.tables
  const answer = (changes: ReturnType<typeof nothingToCompare>) =>
    reply(ChangesReply, { audience, ...changes }, request, caching)
  const empty = () => {
    const compared = editions.slice((from ?? view.edition) - 1, view.edition)
    const later = { number: view.edition, kpis: db.tables.readKpis(view.edition, audience) }
    return answer({ ...nothingToCompare(later, editions), from, editions: compared.map(nameOf) })
  }
  const whole = () => {
    if (from === null) return empty()
    const versions = db.tables.readVersions(audience)
    return answer(
      compareEditions(contentsOf(from, audience), contentsOf(view.edition, audience), {
        editions,
        differing: differingVersions(versions, from, view.edition),
        revised: revisedVersions(versions, view.edition),
      }),
    )
  }
  const failure = failureOfResource('changes')
  return failure ? fail(failure, whole, empty) : whole()
}

function earlierEdition(asked: string | null, to: number): number | null | Response {
  if (asked === null) return to > 1 ? to - 1 : null
  const isNumber = /^[1-9]\d{0,5}$/.test(asked)
  return isNumber && Number(asked) < to
    ? Number(asked)
    : badParameter('from', asked, `the number of an edition before ${to}`)
}

function nameOf({ number, label, dataAsAt, note }: (typeof db.tables.editions)[number]) {
  return { number, label, dataAsAt, note }
}

function contentsOf(number: number, audience: Audience): EditionContents {
  return {
    number,
    dataAsAt: db.tables.editions[number - 1]?.dataAsAt ?? '',
    kpis: db.tables.readKpis(number, audience),
    plan: db.tables.readPlan(number, audience),
    actions: db.tables.readActions(number, audience),
    family: db.tables.readAnalysis(number, audience).family,
  }
}
