import { http } from 'msw'
import { versionOfTag, versionTag } from '../../src/contract/actions.ts'
import {
  type Commentary,
  CommentaryDraftReply,
  CommentaryReply,
  WriteCommentary,
} from '../../src/contract/commentary.ts'
import { commentaryKey } from '../../src/domain/commentary/commentary.ts'
import { faultOfPeriod } from '../../src/domain/commentary/fault-of-period.ts'
import { db } from '../db.ts'
import { editionResource } from '../edition-resource.ts'
import { readView } from '../read-view.ts'
import { at, badParameter, problem, reply } from '../respond.ts'
import { answerLive, readAuthor, readBody, withTag } from '../write-request.ts'

const ofEdition = editionResource('commentary', [], ({ request, edition, audience, caching }) => {
  const answer = (commentary: Commentary[]) =>
    reply(CommentaryReply, { edition, audience, commentary }, request, caching)
  return {
    whole: () =>
      answer(db.tables.readCommentary(edition, audience).map((one) => ({ ...one, version: null }))),
    empty: () => answer([]),
  }
})

export const commentaryHandlers = [
  http.get(at('/commentary'), ({ request }) =>
    new URL(request.url).searchParams.get('edition') === 'draft'
      ? answerDrafts(request)
      : ofEdition({ request }),
  ),
  http.put(at('/commentary'), ({ request }) => answerWriting(request)),
]

function answerDrafts(request: Request): Response | Promise<Response> {
  const address = new URL(request.url)
  address.searchParams.delete('edition')
  const view = readView(new Request(address))
  if (view instanceof Response) return view
  const { audience } = view
  if (audience !== 'exact') return problem(403, 'Officers only', 'Drafts are read by officers.')
  const commentary = db.writings.drafts.toSorted((a, b) => (commentaryKey(a) < commentaryKey(b) ? -1 : 1))
  return answerLive('commentary', () =>
    reply(CommentaryReply, { edition: null, audience, commentary }, request, 'no-store'),
  )
}

async function answerWriting(request: Request): Promise<Response> {
  const read = await readBody(request, WriteCommentary)
  if (read instanceof Response) return read
  const author = readAuthor('write-commentary')
  if (author instanceof Response) return author
  const { kpi, period, text, release = 'officer' } = read.body
  const measure = db.tables.readKpis(db.tables.editions.length, 'exact').find(({ id }) => id === kpi)
  if (!measure) return badParameter('kpi', kpi, 'the id of a measure')
  const fault = faultOfPeriod(measure, period, author.day)
  if (fault) return badParameter('period', period, fault)
  const said = { kpi, period, authorRole: author.name, text, release, writtenAt: author.at }
  const { writings } = db
  const current = writings.drafts.find((draft) => commentaryKey(draft) === commentaryKey(said)) ?? null
  const tag = request.headers.get('if-match')
  if (current && tag === null) {
    return problem(428, 'Version not named', 'There is a draft already: name the version you read.', {
      current,
    })
  }
  if ((current?.version ?? null) !== (tag === null ? null : (versionOfTag(tag) ?? 0))) {
    return problem(412, 'Changed meanwhile', 'The draft is not what you read any more.', { current })
  }
  const draft = text ? { ...said, version: (current?.version ?? 0) + 1 } : null
  writings.drafts = [...writings.drafts.filter((one) => one !== current), ...(draft ? [draft] : [])]
  const answer = await reply(CommentaryDraftReply, { draft }, request, 'no-store')
  return draft ? withTag(answer, versionTag(draft.version)) : answer
}
