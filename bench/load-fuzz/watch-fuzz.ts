import { Worker } from 'node:worker_threads'
import type { FuzzOrder, FuzzReport } from './fuzz-worker.ts'

export interface FuzzTally {
  cases: number
  accepted: number
  sent: number
  published: number
  faults: number
  /** of all cases, in milliseconds */
  slowest: number
}

/** A case that takes longer hangs: the slowest of 20,000 took a fraction of it, on a machine that others kept busy. */
const mostMilliseconds = 60_000
/** What a worker may hold: files of a few kilobytes are read. */
const mostMegabytes = 1024

/** Runs cases in a worker, one after another; one that does not end, or ends the worker, is a fault, and the rest goes on. */
export async function watchFuzz(
  order: FuzzOrder,
  onFault: (number: number, what: string, fault: string) => void,
): Promise<FuzzTally> {
  const tally: FuzzTally = { cases: 0, accepted: 0, sent: 0, published: 0, faults: 0, slowest: 0 }
  for (let next = order.first; next < order.end; ) {
    const stopped = await runFrom({ ...order, first: next }, tally, onFault)
    if (!stopped) break
    tally.faults += 1
    tally.cases += 1
    onFault(stopped.number, stopped.what, stopped.why)
    next = stopped.number + 1
  }
  return tally
}

interface Stopped {
  number: number
  what: string
  why: string
}

/** Null where the worker came to the end. */
function runFrom(
  order: FuzzOrder,
  tally: FuzzTally,
  onFault: (number: number, what: string, fault: string) => void,
): Promise<Stopped | null> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./fuzz-worker.ts', import.meta.url), {
      workerData: order,
      resourceLimits: { maxOldGenerationSizeMb: mostMegabytes },
    })
    let current = { number: order.first, what: 'before its first case' }
    let timer = setTimeout(() => undefined, 0)
    const stop = (why: string) => {
      clearTimeout(timer)
      void worker.terminate()
      resolve({ ...current, why })
    }
    worker.on('message', (report: FuzzReport) => {
      clearTimeout(timer)
      if (report.kind === 'end') {
        void worker.terminate()
        resolve(null)
        return
      }
      timer = setTimeout(() => stop('it does not end'), mostMilliseconds)
      if (report.kind === 'begin') current = report
      else take(report, tally, onFault)
    })
    worker.on('error', (error: Error) => stop(`it ends the process: ${error.message}`))
  })
}

function take(
  { number, what, fault, isAccepted, milliseconds, sent }: Extract<FuzzReport, { kind: 'done' }>,
  tally: FuzzTally,
  onFault: (number: number, what: string, fault: string) => void,
) {
  tally.cases += 1
  if (isAccepted) tally.accepted += 1
  if (sent) tally.sent += 1
  if (sent === 'published') tally.published += 1
  tally.slowest = Math.max(tally.slowest, milliseconds)
  if (fault === null) return
  tally.faults += 1
  onFault(number, what, fault)
}
