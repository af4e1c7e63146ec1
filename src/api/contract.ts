import type * as z from 'zod/mini'
import { ApiError } from './api-error.ts'

/** What checks replies. */
export type Contract = typeof import('../contract/replies.ts')

/** Names a shape of the contract. @example ({ KpisReply }) => KpisReply */
export type Shape<T extends z.ZodMiniType> = (contract: Contract) => T

let coming: Promise<Contract> | null = null
let held: Contract | null = null

/** Fetches the contract, once; one that did not come is asked for again the next time. */
export function bringContract(): Promise<Contract> {
  coming ??= import('../contract/replies.ts').then(
    (contract) => {
      held = contract
      return contract
    },
    () => {
      coming = null
      throw new ApiError('network', 'What checks the replies of the data service could not be fetched.')
    },
  )
  return coming
}

/** What a body says, where the contract is here and allows it; else null. */
export function readAs<T extends z.ZodMiniType>(body: unknown, shape: Shape<T>): z.infer<T> | null {
  if (!held) return null
  const parsed = held.safeParse(shape(held), body)
  return parsed.success ? parsed.data : null
}
