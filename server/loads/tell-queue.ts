import type { Queue } from '../db/queue.ts'

const minuteMs = 60_000
/** A publication takes seconds, and a large one a minute or two. */
const longestWaitMs = 5 * minuteMs
/** Two gigabytes may be sent for a quarter of an hour, and are checked then. */
const longestLoadMs = 30 * minuteMs

/**
 * Whether what is to be published is, in words for anybody: neither that an edition is planned nor for when, since that
 * is for whoever may load. One that waits for its time is no reason to say anything.
 */
export function tellQueue(
  queue: Pick<Queue, 'longestWaitMs'> | null,
  loadingSince: Date | null,
  now: Date,
): 'moving' | `${'stands still' | 'unknown'}: ${string}` {
  if (!queue) return 'unknown: what waits cannot be read'
  const { longestWaitMs: waited } = queue
  if (waited >= longestWaitMs)
    return `stands still: something has waited ${tellMinutes(waited)} to be published`
  const loading = loadingSince ? now.getTime() - loadingSince.getTime() : 0
  if (loading >= longestLoadMs) return `stands still: one load has been under way for ${tellMinutes(loading)}`
  return 'moving'
}

const tellMinutes = (ms: number) => `${Math.floor(ms / minuteMs)} minutes`
