import * as z from 'zod/mini'
import type { Session } from '../contract/session.ts'
import type { Actor } from '../domain/audit/deed.ts'
import { readPart } from './read-part.ts'
import { refuseByRole, rightOf } from './refuse-by-role.ts'
import { refuseNames } from './refuse-names.ts'
import type { Store } from './store.ts'

/** Who asks, and when. */
export interface Asker {
  session: Session
  /** ISO instant: the live log of actions alone knows today */
  at: string
  /** as the audit names the asker; by the session where it is absent */
  by?: Actor
}

/** A request as it came, nothing interpreted. */
export interface RawRequest {
  params: unknown
  query: unknown
  body: unknown
  /** the header If-Match: the version that the sender read */
  ifMatch: string | null
}

/** Kept by nobody; kept and asked for again each time; the same for whoever asks, for ever. */
export type Caching = 'no-store' | 'no-cache' | 'immutable'

export interface Answer<Reply> {
  caching: Caching
  /** answers under one key are the same for ever and may be kept; null where nothing is kept */
  key: string | null
  /** 201 where something was made that was not there before */
  status: 200 | 201
  /** the version of what was written, for its ETag; null where nothing was */
  version: number | null
  read: () => Promise<Reply>
}

/** What is read from a store may not be changed; a reply takes it as it is. */
type Frozen<T> = T extends readonly (infer Item)[]
  ? readonly Frozen<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: Frozen<T[Key]> }
    : T

/** One thing that the API does, apart from HTTP: what may be asked, and how it is answered. */
export interface Operation {
  method: 'get' | 'post' | 'put' | 'patch'
  /** below the API's base, parameters as ':name' */
  path: string
  summary: string
  schemas: {
    params: z.ZodMiniType
    query: z.ZodMiniType
    body: z.ZodMiniType
    reply: z.ZodMiniType<object>
  }
  /** whether something can come to be that was not there before: 201 */
  makes: boolean
  /** largest body in bytes, where the usual bound does not suit */
  mostBytes: number | null
  /** @throws ProblemError with what cannot be given, and why */
  ask: (store: Store, asker: Asker, request: RawRequest) => Promise<Answer<object>>
}

interface Definition<
  Params extends z.ZodMiniType,
  Query extends z.ZodMiniType,
  Body extends z.ZodMiniType,
  Reply extends z.ZodMiniType<object>,
> extends Pick<Operation, 'method' | 'path' | 'summary'> {
  params: Params
  query: Query
  body: Body
  reply: Reply
  makes?: boolean
  mostBytes?: number
  answer: (asked: {
    params: z.infer<Params>
    query: z.infer<Query>
    body: z.infer<Body>
    ifMatch: string | null
    asker: Asker
    store: Store
  }) => Promise<Answer<Frozen<z.infer<Reply>>>>
}

/** An address or a query that takes no parameter. */
export const nothing = z.strictObject({})
/** A request without a body; what comes nevertheless is not read. */
export const noBody = z.unknown()

/** Ties what is asked to what is answered: the types of both come from the contract's schemas. */
export function defineOperation<
  Reply extends z.ZodMiniType<object>,
  Params extends z.ZodMiniType,
  Query extends z.ZodMiniType,
  Body extends z.ZodMiniType,
>(definition: Definition<Params, Query, Body, Reply>): Operation {
  const { method, path, summary, params, query, body, reply, answer } = definition
  const right = rightOf(method, path)
  return {
    method,
    path,
    summary,
    schemas: { params, query, body, reply },
    makes: definition.makes ?? false,
    mostBytes: definition.mostBytes ?? null,
    ask: async (store, asker, request) => {
      refuseByRole(asker.session, right)
      return await answer({
        params: readPart(params, request.params),
        query: readPart(query, request.query),
        body: refuseNames(readPart(body, request.body)),
        ifMatch: request.ifMatch,
        asker,
        store,
      })
    },
  }
}

/** The parameters of a part, and no others. */
export function only<Shape extends z.core.$ZodShape>(schema: z.ZodMiniObject<Shape>) {
  return z.strictObject(schema.shape)
}

/** What no reader keeps: the exact set, the live log, a reply to who wrote. */
export function neverKept<Reply>(read: () => Promise<Reply>): Answer<Reply> {
  return { caching: 'no-store', key: null, status: 200, version: null, read }
}

/** What may change with the next publication: kept by readers, but asked for again each time. */
export function askedAgain<Reply>(read: () => Promise<Reply>): Answer<Reply> {
  return { ...neverKept(read), caching: 'no-cache' }
}
