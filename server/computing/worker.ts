import { parentPort } from 'node:worker_threads'
import { computations } from './computations.ts'

/** What is asked of the thread, and what it answers: one at a time, in the order in which it was asked. */
export interface Asked {
  id: number
  name: keyof typeof computations
  given: unknown[]
}
export type Answer = { id: number; result: unknown } | { id: number; error: unknown }

parentPort?.on('message', ({ id, name, given }: Asked) => {
  parentPort?.postMessage(answer(id, name, given))
})

function answer(id: number, name: Asked['name'], given: unknown[]): Answer {
  try {
    const computation: (...given: never[]) => unknown = computations[name]
    return { id, result: computation(...(given as never[])) }
  } catch (error) {
    return { id, error }
  }
}
