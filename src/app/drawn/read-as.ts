import { AsyncLocalStorage } from 'node:async_hooks'
import type { AskReply } from '../../api/drawn-readings.ts'
import { readThrough } from '../../api/requests.ts'

// each work asks as its own reader, however many are done at one time
const asking = new AsyncLocalStorage<(path: string) => Promise<Response>>()
readThrough((path) => {
  const ask = asking.getStore()
  if (!ask) throw new Error(`${path} was asked for outside a drawing`)
  return ask(path)
})

/** Does what reads through the API's client where there is no browser, and answers its readings for one reader. */
export async function readAs<Made>(ask: AskReply, work: () => Promise<Made>): Promise<Made> {
  return await asking.run(answering(ask), work)
}

function answering(ask: AskReply): (path: string) => Promise<Response> {
  return async (path) => {
    const { status, body } = await ask(path)
    return new Response(body, { status })
  }
}
