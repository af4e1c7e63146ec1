import type { FastifyRequest } from 'fastify'
import type { KeptAnswer } from '../db/post-keys.ts'
import type { Queries } from '../db/queries.ts'

/** POSTs with an Idempotency-Key, which are done once. */
export interface KeyedPosts {
  /** whether the answer to this one is to be kept with what is done for it */
  isKeyed: (request: FastifyRequest) => boolean
  /**
   * Keeps the answer in the transaction that does what is asked, of a request with a key; of others it keeps nothing.
   * @throws ProblemError where another has done it meanwhile: the transaction then must not go through
   */
  keepWith: (request: FastifyRequest, transaction: Queries, answer: KeptAnswer) => Promise<void>
}
