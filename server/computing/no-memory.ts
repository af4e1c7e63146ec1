import { getHeapStatistics } from 'node:v8'

/** A computation needed more memory than its thread may take. Its message is made to be read. */
export class NoMemoryError extends Error {
  constructor(options?: ErrorOptions) {
    const megabytes = Math.round(getHeapStatistics().heap_size_limit / 2 ** 20)
    super(
      `There is too little memory for so many figures: a computation may take ${megabytes} MB. Nothing of this was stored, and everything published before stands. Start the service or the command with more, such as NODE_OPTIONS=--max-old-space-size=${2 * megabytes}, on a machine that has it, then try again.`,
      options,
    )
    this.name = 'NoMemoryError'
  }
}

/** What ended a thread, in words where it was the want of memory. */
export function whyThreadEnded(error: Error): Error {
  const isWant = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
  return isWant ? new NoMemoryError({ cause: error }) : error
}
