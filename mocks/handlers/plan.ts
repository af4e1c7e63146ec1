import { http } from 'msw'
import { PlanReply } from '../../src/contract/plan.ts'
import { db } from '../db.ts'
import { editionResource } from '../edition-resource.ts'
import { at, reply } from '../respond.ts'

const emptyPlan = { workstreams: [], milestones: [], trajectories: [], interventions: [], risks: [] }

export const planHandlers = [
  http.get(
    at('/plan'),
    editionResource('plan', [], ({ request, edition, audience, caching }) => ({
      whole: () =>
        reply(
          PlanReply,
          {
            edition,
            audience,
            ...db.tables.readPlan(edition, audience),
            impacts: db.tables.readAnalysis(edition, audience).impacts,
          },
          request,
          caching,
        ),
      empty: () => reply(PlanReply, { edition, audience, ...emptyPlan }, request, caching),
    })),
  ),
]
