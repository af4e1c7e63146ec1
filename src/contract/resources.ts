import type * as z from 'zod/mini'
import { ActionsQuery, ActionsReply } from './actions.ts'
import { AnalysisQuery, AnalysisReply, SignalsReply } from './analysis.ts'
import { ChangesQuery, ChangesReply } from './changes.ts'
import { CommentaryQuery, CommentaryReply } from './commentary.ts'
import { ViewQuery } from './common.ts'
import { DataQualityReply } from './data-quality.ts'
import { Edition, EditionsReply } from './editions.ts'
import { KpisReply } from './kpis.ts'
import { Organisation } from './organisation.ts'
import { OverviewReply } from './overview.ts'
import { StoredPack } from './packs.ts'
import { PlanReply } from './plan.ts'
import { SeriesQuery, SeriesReply } from './series.ts'
import { Session } from './session.ts'
import { WithheldQuery, WithheldReply } from './withheld.ts'

/**
 * How a reply may be kept. `live`: never stored. `revalidated`: stored, asked for again. `immutable`: it never changes.
 * `edition`: immutable with a strong ETag where the address names a numbered edition and `protected`;
 * `no-store` where it is exact; revalidated where it says `latest`.
 */
export type CachePolicy = 'live' | 'revalidated' | 'immutable' | 'edition'

export interface Resource {
  id: string
  method: 'get'
  /** relative to /api/v1, with `{name}` for path parameters */
  path: string
  summary: string
  query: z.ZodMiniType | null
  reply: z.ZodMiniType
  cache: CachePolicy
  /** officers alone are answered: everybody else is refused */
  isForOfficers?: true
}

/** The readable resources of the API: what the server serves, the mock mocks and api:check checks. */
export const resources: readonly Resource[] = [
  {
    id: 'session',
    method: 'get',
    path: '/session',
    summary: 'Who is asking, and what they may see',
    query: null,
    reply: Session,
    cache: 'live',
  },
  {
    id: 'organisation',
    method: 'get',
    path: '/organisation',
    summary: 'Whose figures these are',
    query: null,
    reply: Organisation,
    cache: 'revalidated',
  },
  {
    id: 'editions',
    method: 'get',
    path: '/editions',
    summary: 'Published editions, newest first',
    query: null,
    reply: EditionsReply,
    cache: 'revalidated',
  },
  {
    id: 'edition',
    method: 'get',
    path: '/editions/{n}',
    summary: 'One published edition',
    query: null,
    reply: Edition,
    cache: 'revalidated',
  },
  {
    id: 'kpis',
    method: 'get',
    path: '/kpis',
    summary: 'Definitions of the measures of an edition',
    query: ViewQuery,
    reply: KpisReply,
    cache: 'edition',
  },
  {
    id: 'series',
    method: 'get',
    path: '/series',
    summary: 'Figures over time',
    query: SeriesQuery,
    reply: SeriesReply,
    cache: 'edition',
  },
  {
    id: 'overview',
    method: 'get',
    path: '/overview',
    summary: 'Everything that the first page shows',
    query: ViewQuery,
    reply: OverviewReply,
    cache: 'edition',
  },
  {
    id: 'plan',
    method: 'get',
    path: '/plan',
    summary: 'Milestones, trajectories, interventions and risks',
    query: ViewQuery,
    reply: PlanReply,
    cache: 'edition',
  },
  {
    id: 'actions',
    method: 'get',
    path: '/actions',
    summary:
      'Actions arising: with an edition as it stood at its publication; else the live log, of which the panel has what the newest edition released',
    query: ActionsQuery,
    reply: ActionsReply,
    cache: 'edition',
  },
  {
    id: 'commentary',
    method: 'get',
    path: '/commentary',
    summary: 'What roles say about measures, as an edition froze it',
    query: CommentaryQuery,
    reply: CommentaryReply,
    cache: 'edition',
  },
  {
    id: 'analysis',
    method: 'get',
    path: '/analysis',
    summary: 'Limits, forecast, words, and before and after, as computed at publication',
    query: AnalysisQuery,
    reply: AnalysisReply,
    cache: 'edition',
  },
  {
    id: 'signals',
    method: 'get',
    path: '/signals',
    summary: 'Every series tested for recent change, ranked',
    query: ViewQuery,
    reply: SignalsReply,
    cache: 'edition',
  },
  {
    id: 'changes',
    method: 'get',
    path: '/changes',
    summary: 'What differs between two editions',
    query: ChangesQuery,
    reply: ChangesReply,
    cache: 'edition',
  },
  {
    id: 'data-quality',
    method: 'get',
    path: '/data-quality',
    summary: 'What is due, overdue, provisional, missing and revised, by measure',
    query: ViewQuery,
    reply: DataQualityReply,
    cache: 'edition',
  },
  {
    id: 'withheld',
    method: 'get',
    path: '/withheld',
    summary: 'For officers: what the panel does not see of some measures, and which rule hid each figure',
    query: WithheldQuery,
    reply: WithheldReply,
    cache: 'live',
    isForOfficers: true,
  },
  {
    id: 'pack',
    method: 'get',
    path: '/packs/{id}',
    summary: 'A pack that is too long for an address: which charts and tables, and what is said of them',
    query: null,
    reply: StoredPack,
    cache: 'immutable',
  },
]
