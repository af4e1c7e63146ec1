import { http } from 'msw'
import { Edition, EditionsReply } from '../../src/contract/editions.ts'
import { db } from '../db.ts'
import { at, badParameter, problem, reply } from '../respond.ts'

export const editionHandlers = [
  http.get(at('/editions'), ({ request }) =>
    reply(EditionsReply, { editions: db.tables.editions.toReversed() }, request, 'no-cache'),
  ),
  http.get(at('/editions/:number'), ({ request, params }) => {
    const asked = String(params.number)
    if (!/^(latest|[1-9]\d{0,5})$/.test(asked))
      return badParameter('n', asked, 'an edition number, or latest')
    const { editions } = db.tables
    const found = asked === 'latest' ? editions.at(-1) : editions[Number(asked) - 1]
    return found
      ? reply(Edition, found, request, 'no-cache')
      : problem(404, 'No such edition', `There is no edition ${asked}; the latest is ${editions.length}.`)
  }),
]
