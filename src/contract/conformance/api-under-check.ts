import { fileOfReply } from '../static-edition.ts'
import type { Finding } from './finding.ts'

/** The part of `fetch` that the suite needs; a test may give a function in its place. */
export type Fetch = (
  url: string,
  init: { headers: Record<string, string>; signal: AbortSignal },
) => Promise<Response>

export interface Reply {
  /** the address below /api/v1, with its parameters */
  address: string
  /** the address without its parameters */
  resource: string
  status: number
  headers: Headers
  text: string
  /** undefined where the body is no JSON */
  json: unknown
}

export interface ApiUnderCheck {
  /** measures asked for at once */
  readonly kpisPerRequest: number
  /** Asks once for each address: checks that read the same reply share it. */
  get(address: string): Promise<Reply>
  /** Asks again, with these headers. */
  ask(address: string, headers?: Record<string, string>): Promise<Reply>
}

/** A request that brought no reply; carries the finding that says so. */
export class NoReply extends Error {
  readonly finding: Finding

  constructor(finding: Finding) {
    super(finding.message)
    this.name = 'NoReply'
    this.finding = finding
  }
}

/** A check that rests on something unreadable; what was wrong there is found by the check of its shape. */
export class NotReadable extends Error {}

/** Measures asked for at once of a service: a reply stays small enough to be answered in time. */
const fewEnough = 8

/** `isOfFiles`: replies are files of a published edition, of one measure each. */
export function openApi(
  fetch: Fetch,
  base: string,
  timeLimitSeconds: number,
  isOfFiles = false,
): ApiUnderCheck {
  const replies = new Map<string, Promise<Reply>>()
  const ask = (address: string, headers: Record<string, string> = {}) =>
    readWithin(fetch, base, isOfFiles ? fileOfReply(address) : address, headers, timeLimitSeconds)
  return {
    kpisPerRequest: isOfFiles ? 1 : fewEnough,
    ask,
    get(address) {
      const known = replies.get(address) ?? ask(address)
      replies.set(address, known)
      return known
    },
  }
}

const tooLate = Symbol('too late')

async function readWithin(
  fetch: Fetch,
  base: string,
  address: string,
  headers: Record<string, string>,
  seconds: number,
): Promise<Reply> {
  const resource = address.split('?')[0] ?? address
  const about = { resource, address, path: '' }
  const abort = new AbortController()
  let timer: ReturnType<typeof setTimeout> | undefined
  const limit = new Promise<typeof tooLate>((resolve) => {
    timer = setTimeout(() => resolve(tooLate), seconds * 1000)
  })
  try {
    const outcome = await Promise.race([read(fetch, base + address, headers, abort.signal), limit])
    if (outcome === tooLate) {
      throw new NoReply({
        ...about,
        message: `took longer than its time limit of ${seconds} s`,
        remedy:
          'Answer sooner (store what is computed, index what is asked), or check with a longer --time-limit.',
      })
    }
    return { address, resource, ...outcome, json: parseJson(outcome.text) }
  } catch (error) {
    if (error instanceof NoReply) throw error
    throw new NoReply({
      ...about,
      message: `could not be read: ${reasonOf(error)}`,
      remedy: 'See that the service is running and that its address is right.',
    })
  } finally {
    clearTimeout(timer)
    abort.abort()
  }
}

async function read(fetch: Fetch, url: string, headers: Record<string, string>, signal: AbortSignal) {
  const response = await fetch(url, { headers: { accept: 'application/json', ...headers }, signal })
  return { status: response.status, headers: response.headers, text: await response.text() }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Network failures carry what happened in their cause. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause instanceof Error
    ? `${error.message} (${error.cause.message || error.cause.name})`
    : error.message
}
