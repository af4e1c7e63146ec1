import * as z from 'zod/mini'
import { text } from './free-text.ts'

/** Why an edition is taken back: everybody reads it. Apart from editions, which every first visit reads. */
export const WithdrawEdition = z.object({ reason: text })
