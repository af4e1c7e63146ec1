import { queryOptions } from '@tanstack/react-query'
import type { FoundRows } from '../contract/found-rows.ts'
import type { LoadComparison } from '../contract/load-comparison.ts'
import type { Load, LoadProblem, PublishLoad, ScheduledLoad } from '../contract/loads.ts'
import { officerPaths } from '../contract/officer-paths.ts'
import { apiBase } from '../contract/paths.ts'
import { previewPath } from '../contract/preview.ts'
import type { LastingLevel } from '../contract/rebaseline.ts'
import { ApiError, kindOfStatus } from './api-error.ts'
import { getJson, sendJson, sendJsonPatiently } from './client.ts'
import { bringContract, readAs } from './contract.ts'
import { apiAddress } from './requests.ts'

/** A file and what it is called in its load: its path inside the folder that it came with. */
export interface ChosenFile {
  file: File
  path: string
  /** `found` in a folder, where what is none of a load is ignored; `file` named by itself; `mapping` the mapping */
  role: 'file' | 'found' | 'mapping'
}

export interface StagingOptions {
  /** bytes that have gone, of how many; all of them, and the service reads on */
  onProgress: (sent: number, total: number) => void
  /** nothing of what was sent is kept */
  signal: AbortSignal
}

/**
 * Sends the files of a load; the answer is the load, checked and previewed, with the rows in which something was found.
 * Only an old request tells how much of it
 * has gone. It has no end of patience: two gigabytes over a slow line take their time, and whoever waits can cancel.
 *
 * @throws ApiError; an AbortError where `signal` aborts
 */
export function stageFiles(
  files: readonly ChosenFile[],
  { onProgress, signal }: StagingOptions,
): Promise<Load> {
  const form = new FormData()
  for (const { file, path, role } of files) form.append(role, file, path)
  const request = new XMLHttpRequest()
  request.open('POST', apiAddress + officerPaths.loadsWithRows())
  request.withCredentials = true
  // a form of another site cannot say this
  request.setRequestHeader('x-requested-with', 'governance-dashboard')
  return new Promise((resolve, reject) => {
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(loaded, total))
    request.addEventListener('load', () => {
      bringContract()
        .then(() => resolve(answerOf(request.status, request.responseText)), reject)
        .catch(reject)
    })
    request.addEventListener('error', () => reject(unreachable()))
    request.addEventListener('abort', () => reject(new DOMException('cancelled', 'AbortError')))
    signal.addEventListener('abort', () => request.abort())
    request.send(form)
  })
}

function unreachable(): ApiError {
  return new ApiError(
    'network',
    'The data service could not be reached, or ended the connection. Nothing was published.',
  )
}

/** @throws ApiError where it is no load */
function answerOf(status: number, text: string): Load {
  const body = parsed(text)
  if (status === 201) {
    const load = readAs(body, ({ Load }) => Load)
    if (load) return load
    throw new ApiError('invalid-response', 'The data service sent the load in an unexpected form.', status)
  }
  const problem = readAs(body, ({ Problem }) => Problem)
  const said = problem ? (problem.detail ?? problem.title) : null
  throw new ApiError(
    kindOfStatus(status),
    said ?? `The data service answered with an error (${status}).`,
    status,
  )
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** Where a load can be looked at as it would be: beside the API, which makes it, wherever this page came from. */
export const previewAddress = (load: string, audience: 'exact' | 'protected') =>
  apiAddress.slice(0, -apiBase.length) + previewPath(load, audience)

/** A load that was staged before: the newest are kept, and forgotten when the service ends. */
export const loadQuery = (id: string) =>
  queryOptions({
    // the audience stands where signing out looks for it
    queryKey: ['load', id, 'exact'],
    queryFn: ({ signal }) => getJson(officerPaths.load(id), ({ Load }) => Load, signal),
    staleTime: Number.POSITIVE_INFINITY,
  })

/**
 * The rows in which something was found, of a load that waits: they are forgotten with the page that shows them. A large
 * one takes as long to read again as it took to check.
 */
export const rowsOfLoadQuery = (id: string) =>
  queryOptions({
    // the audience stands where signing out looks for it
    queryKey: ['rows', id, 'exact'],
    queryFn: ({ signal }) =>
      getJson(officerPaths.rowsOfLoad(id), ({ FoundRowsReply }) => FoundRowsReply, signal),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
  })

/** Analyses of all measures are made as it is published: minutes, where there are very many. */
const publicationMilliseconds = 15 * 60_000

export const publishLoad = (id: string, given: PublishLoad): Promise<Load> =>
  sendJsonPatiently('POST', officerPaths.publishLoad(id), ({ Load }) => Load, given, publicationMilliseconds)

/** Takes its time from a load that waits for it, or did not come about at it. */
export const callOffLoad = (id: string): Promise<Load> =>
  sendJson('POST', officerPaths.callOffLoad(id), ({ Load }) => Load, {})

export type { FoundRows, LastingLevel, Load, LoadComparison, LoadProblem, PublishLoad, ScheduledLoad }
