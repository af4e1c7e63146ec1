import { openAsBlob } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod/mini'
import { Problem } from '../../src/contract/common.ts'
import { Load, PublishLoad } from '../../src/contract/loads.ts'
import { officerPaths } from '../../src/contract/officer-paths.ts'
import { apiBase } from '../../src/contract/paths.ts'
import { type LoadArguments, namingOf } from './load-arguments.ts'
import { listSent } from './source-files.ts'

const LoadToken = z.object({ address: z.string(), token: z.string() })
export type LoadToken = z.infer<typeof LoadToken>

/** The running server refused; its reason is the message. */
export class RefusedError extends Error {}

/** The key that a running server leaves for its owner; null where none runs on this data directory. */
export async function readLoadToken(dataDirectory: string): Promise<LoadToken | null> {
  const text = await readFile(join(dataDirectory, 'load-token'), 'utf8').catch(() => null)
  const token = text === null ? null : parseToken(text)
  return token && (await answers(token.address)) ? token : null
}

/** A file cut short by a full disk is no key; whether a server has the database, its lock says. */
function parseToken(text: string): LoadToken | null {
  try {
    return LoadToken.parse(JSON.parse(text))
  } catch {
    return null
  }
}

/** A server that was killed leaves its token behind. */
async function answers(address: string): Promise<boolean> {
  try {
    await fetch(new URL('/healthz', address), { signal: AbortSignal.timeout(10_000) })
    return true
  } catch (error) {
    // one that is too busy to answer in time is still there
    return error instanceof Error && error.name === 'TimeoutError'
  }
}

/** Stages, and publishes where a label was given, through the server that has the database. */
export async function loadThroughServer(key: LoadToken, given: LoadArguments): Promise<Load> {
  const form = new FormData()
  const mapping = given.mapping === null ? '' : await readFile(given.mapping, 'utf8')
  for (const path of given.paths) await append(form, path, mapping)
  if (given.mapping !== null) form.append('mapping', await openAsBlob(given.mapping), given.mapping)
  return await publishThroughServer(
    key,
    await ask(key, officerPaths.loads(), { method: 'POST', body: form }),
    given,
  )
}

/** Publishes what was staged there, where a label was given and nothing keeps it. */
export async function publishThroughServer(key: LoadToken, load: Load, given: LoadArguments): Promise<Load> {
  const naming = namingOf(load, given)
  if (!naming) return load
  return await ask(key, officerPaths.publishLoad(load.id), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(PublishLoad.parse(withoutNothing({ ...naming, at: given.at }))),
  })
}

/** What was not given is not sent. */
function withoutNothing<Given extends object>(given: Given) {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null))
}

async function append(form: FormData, path: string, mapping: string) {
  for (const { label, isNamed } of await listSent(path, mapping)) {
    // a blob is read as it is sent: a file of millions of rows is not held
    form.append(isNamed ? 'file' : 'found', await openAsBlob(label), label)
  }
}

async function send(address: URL, request: RequestInit) {
  try {
    const response = await fetch(address, request)
    const body: unknown = await response.json()
    return { ok: response.ok, status: response.status, body }
  } catch (error) {
    throw new RefusedError(
      'The running service stopped answering. Where it runs, it says why. An edition is published whole or not at all: look at the list of editions before you load again.',
      { cause: error },
    )
  }
}

async function ask(key: LoadToken, path: string, request: RequestInit): Promise<Load> {
  return Load.parse(await askServer(key, apiBase + path, request))
}

/** @throws RefusedError with the server's own words */
export async function askServer(key: LoadToken, path: string, request: RequestInit): Promise<unknown> {
  const headers = new Headers(request.headers)
  headers.set('authorization', `Bearer ${key.token}`)
  const { ok, status, body } = await send(new URL(path, key.address), { ...request, headers })
  if (ok) return body
  const problem = Problem.safeParse(body)
  throw new RefusedError(
    problem.success ? (problem.data.detail ?? problem.data.title) : `the server answered ${status}`,
  )
}
