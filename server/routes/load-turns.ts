import type { FastifyRequest } from 'fastify'
import { capital } from '../../src/domain/measures/letter-case.ts'
import { ProblemError } from '../../src/service/problem.ts'
import { BusyError, type LoadTurn } from '../loads/loads.ts'
import { BadUploadError, TooManyFilesError } from '../loads/receive-files.ts'
import { conflicts } from '../loads/refusals.ts'

/** Files come as a form. */
export function refuseOther(request: FastifyRequest) {
  if (request.isMultipart()) return
  throw new ProblemError(415, 'Send the files as multipart/form-data, each with its file name.')
}

/** What is answered under a key is kept for a day, and rows are kept nowhere. */
export function refuseKeyed(request: FastifyRequest, withRows: boolean) {
  if (!withRows || request.headers['idempotency-key'] === undefined) return
  throw new ProblemError(400, 'Rows are shown once: leave out `rows`, or the Idempotency-Key.', {
    parameter: 'rows',
  })
}

/** Work that only one load may do at a time. */
export async function inTurn<Result>(
  begin: () => LoadTurn,
  work: (turn: LoadTurn) => Promise<Result>,
): Promise<Result> {
  return await telling(async () => {
    const turn = begin()
    try {
      return await work(turn)
    } finally {
      turn.release()
    }
  })
}

/** Refusals of a load, as the API words them. */
export async function telling<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof TooManyFilesError) throw new ProblemError(413, sentence(error.message))
    if (error instanceof BadUploadError) throw new ProblemError(400, sentence(error.message))
    const isConflict = [BusyError, ...conflicts].some((kind) => error instanceof kind)
    throw isConflict && error instanceof Error ? new ProblemError(409, sentence(error.message)) : error
  }
}

function sentence(text: string): string {
  return `${capital(text)}.`
}
