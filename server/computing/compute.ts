import { setFlagsFromString } from 'node:v8'
import { Worker } from 'node:worker_threads'
import type { computations } from './computations.ts'
import { whyThreadEnded } from './no-memory.ts'
import type { Answer, Asked } from './worker.ts'

type Computations = typeof computations

/** A thread that has had nothing to do for so long, in ms, gives its memory back. */
const idleTime = 30_000

/** What is made and dropped at once is collected after so much of it: with V8's own limit a thread takes twice as much in all. */
const maxYoungGenerationSizeMb = 24

/**
 * On a machine with much memory V8 lets what it holds grow fourfold before it looks what of it is still needed. With two
 * fifths, publishing takes a tenth more processor, and half the memory.
 */
setFlagsFromString('--heap-growing-percent=40')

interface Thread {
  worker: Worker
  waiting: Map<number, PromiseWithResolvers<unknown>>
}

let open: Thread | null = null
let asked = 0
let ending: NodeJS.Timeout | undefined

/**
 * Does a computation of some seconds in a thread of its own, so that whoever else asks the service is answered
 * meanwhile. What is given and what comes back are copied. One thread serves the whole process, one computation
 * after another; it keeps no process alive while it waits.
 *
 * @throws what the computation throws; where the thread ends, what ended it: `NoMemoryError` for want of memory
 */
export async function compute<Name extends keyof Computations>(
  name: Name,
  ...given: Parameters<Computations[Name]>
): Promise<ReturnType<Computations[Name]>> {
  open ??= start()
  const thread = open
  const answer = Promise.withResolvers<unknown>()
  const id = asked++
  clearTimeout(ending)
  thread.waiting.set(id, answer)
  thread.worker.ref()
  thread.worker.postMessage({ id, name, given } satisfies Asked)
  return (await answer.promise) as ReturnType<Computations[Name]>
}

function start(): Thread {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    resourceLimits: { maxYoungGenerationSizeMb },
  })
  const thread: Thread = { worker, waiting: new Map() }
  const { waiting } = thread
  const end = (error: Error) => {
    if (open === thread) open = null
    const why = whyThreadEnded(error)
    for (const { reject } of waiting.values()) reject(why)
    waiting.clear()
  }
  worker.on('error', end)
  worker.on('exit', (status) => end(new Error(`a computation's thread ended with status ${status}`)))
  worker.on('message', (answer: Answer) => {
    const asker = waiting.get(answer.id)
    waiting.delete(answer.id)
    if (waiting.size === 0) rest(thread)
    if ('error' in answer) asker?.reject(answer.error)
    else asker?.resolve(answer.result)
  })
  return thread
}

/** Keeps no process alive, and ends after a while. */
function rest({ worker }: Thread) {
  worker.unref()
  ending = setTimeout(() => {
    open = null
    void worker.terminate()
  }, idleTime).unref()
}
