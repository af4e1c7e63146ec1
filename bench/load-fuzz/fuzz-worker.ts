import { parentPort, workerData } from 'node:worker_threads'
import { openLoadFuzz } from '../../tests/support/load-fuzz/fuzz-loads.ts'
import { openPublisher, type Publisher } from '../../tests/support/load-fuzz/publish-case.ts'

export interface FuzzOrder {
  seed: number
  /** numbers of cases, the end left out */
  first: number
  end: number
  publishEvery: number
}

export type FuzzReport =
  | { kind: 'begin'; number: number; what: string }
  | {
      kind: 'done'
      number: number
      what: string
      isAccepted: boolean
      fault: string | null
      milliseconds: number
      sent: 'published' | 'refused' | null
    }
  | { kind: 'end' }

const { seed, first, end, publishEvery }: FuzzOrder = workerData
const tell = (report: FuzzReport) => parentPort?.postMessage(report)

const fuzz = await openLoadFuzz()
let publisher: Publisher | null = null
for (let number = first; number < end; number += 1) {
  const given = fuzz.make(seed, number)
  tell({ kind: 'begin', number, what: given.what })
  const result = await fuzz.run(seed, number)
  let { fault } = result
  let sent: 'published' | 'refused' | null = null
  if (number % publishEvery === publishEvery - 1) {
    publisher ??= await openPublisher()
    const published = await publisher.send(given)
    sent = published.isPublished ? 'published' : 'refused'
    fault ??= published.fault
  }
  tell({ kind: 'done', number, ...result, fault, sent })
}
await publisher?.close()
tell({ kind: 'end' })
