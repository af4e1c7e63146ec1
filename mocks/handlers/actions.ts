import { http } from 'msw'
import {
  Action,
  ActionsReply,
  EditAction,
  RecordAction,
  versionOfTag,
  versionTag,
} from '../../src/contract/actions.ts'
import { protectActions } from '../../src/domain/actions/action.ts'
import { changeAction } from '../../src/domain/actions/change-action.ts'
import { nextActionId, recordAction } from '../../src/domain/actions/record-action.ts'
import { db } from '../db.ts'
import { editionResource } from '../edition-resource.ts'
import { readView } from '../read-view.ts'
import { at, badParameter, problem, reply } from '../respond.ts'
import { answerLive, readAuthor, readBody, today, withTag } from '../write-request.ts'

const ofEdition = editionResource('actions', [], ({ request, edition, audience, dataAsAt, caching }) => {
  const answer = (actions: typeof db.writings.actions) =>
    reply(ActionsReply, { edition, audience, asOf: dataAsAt, actions }, request, caching)
  return {
    whole: () => answer([...db.tables.readActions(edition, audience)]),
    empty: () => answer([]),
  }
})

export const actionsHandlers = [
  http.get(at('/actions'), ({ request }) =>
    new URL(request.url).searchParams.has('edition') ? ofEdition({ request }) : answerLog(request),
  ),
  http.post(at('/actions'), ({ request }) => answerRecording(request)),
  http.patch(at('/actions/:id'), ({ request, params }) => answerChange(request, String(params.id))),
]

function answerLog(request: Request): Response | Promise<Response> {
  const view = readView(request)
  if (view instanceof Response) return view
  const { audience } = view
  const { actions } = db.writings
  const released = audience === 'exact' ? actions : protectActions(actions, milestones())
  return answerLive('actions', () =>
    reply(ActionsReply, { edition: null, audience, asOf: today(), actions: released }, request, 'no-store'),
  )
}

async function answerRecording(request: Request): Promise<Response> {
  const read = await readBody(request, RecordAction)
  if (read instanceof Response) return read
  const author = readAuthor('write-actions')
  if (author instanceof Response) return author
  const { key, ...given } = read.body
  const raised = given.raised ?? author.day
  if (raised > author.day) return badParameter('raised', raised, `a day up to today, ${author.day}`)
  if (given.due < raised) return badParameter('due', given.due, `a day from ${raised}`)
  const refusal = refuseUnknownLink(given.link)
  if (refusal) return refusal
  const { actions, actionKeys } = db.writings
  const before = key === undefined ? undefined : actionKeys.get(key)
  const found = actions.find(({ id }) => id === before)
  if (found) return sendAction(found, request, 200)
  const action = recordAction(nextActionId(actions.map(({ id }) => id)), given, author)
  actions.push(action)
  if (key !== undefined) actionKeys.set(key, action.id)
  return sendAction(action, request, 201)
}

async function answerChange(request: Request, id: string): Promise<Response> {
  const read = await readBody(request, EditAction)
  if (read instanceof Response) return read
  const author = readAuthor('write-actions')
  if (author instanceof Response) return author
  const tag = request.headers.get('if-match')
  if (tag === null) return problem(428, 'Version not named', 'Say in If-Match which version you read.')
  const refusal = refuseUnknownLink(read.body.link)
  if (refusal) return refusal
  const { actions } = db.writings
  const current = actions.find((action) => action.id === id)
  if (!current) return problem(404, 'No such action', `There is no action "${id}".`)
  if (current.version !== versionOfTag(tag)) {
    return problem(412, 'Changed meanwhile', `Somebody else has changed ${id} since you read it.`, {
      current,
    })
  }
  const outcome = changeAction(current, read.body, author)
  switch (outcome.kind) {
    case 'changed':
    case 'unchanged':
      actions[actions.indexOf(current)] = outcome.action
      return sendAction(outcome.action, request, 200)
    case 'not-permitted':
      return problem(403, 'Not permitted', outcome.message)
    case 'refused':
      return badParameter(outcome.field, outcome.value, outcome.allowed)
  }
}

async function sendAction(
  action: (typeof db.writings.actions)[number],
  request: Request,
  status: number,
): Promise<Response> {
  const answer = await reply(Action, action, request, 'no-store')
  const { headers } = withTag(answer, versionTag(action.version))
  return new Response(answer.body, { status, headers })
}

function refuseUnknownLink(link: string | null | undefined): Response | null {
  if (link === null || link === undefined) return null
  const measures = db.tables.readKpis(db.tables.editions.length, 'exact')
  if ([...measures, ...milestones()].some(({ id }) => id === link)) return null
  return badParameter('link', link, 'the id of a measure or of a milestone, or null')
}

function milestones() {
  return db.tables.readPlan(db.tables.editions.length, 'exact').milestones
}
