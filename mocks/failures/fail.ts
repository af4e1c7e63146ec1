import { delay, HttpResponse } from 'msw'
import { describeProblem } from '../../src/service/problem.ts'
import { refuse } from '../respond.ts'

export const failures = ['503', 'slow', 'malformed', 'empty', 'forbidden'] as const
/** The ways in which an API lets its reader down. */
export type Failure = (typeof failures)[number]

/** How long a slow reply takes: long enough to look at the loading state. */
const slowMilliseconds = 8_000

export function isFailure(text: string): text is Failure {
  return (failures as readonly string[]).includes(text)
}

/** The failing reply; `whole` is what would have come, `empty` the same with nothing in it. */
export async function fail(
  failure: Failure,
  whole: () => Response | Promise<Response>,
  empty: () => Response | Promise<Response>,
): Promise<Response> {
  switch (failure) {
    case '503':
      return refuse(describeProblem(503, 'The data service is being restarted. Try again in a minute.'))
    case 'slow':
      await delay(slowMilliseconds)
      return whole()
    case 'malformed':
      return new HttpResponse('{"series": [{"kpi": 12', { headers: { 'content-type': 'application/json' } })
    case 'empty':
      return empty()
    case 'forbidden':
      return refuse(describeProblem(403, 'These figures are shown to officers only.'))
  }
}
