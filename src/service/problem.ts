import { shorten } from '../contract/bounds.ts'
import type { Problem } from '../contract/common.ts'
import { findPerson, sayAgain } from '../contract/person-in-text.ts'

const titles: Record<number, string> = {
  400: 'Bad request',
  401: 'Not signed in',
  403: 'Not permitted',
  404: 'Not found',
  405: 'Method not allowed',
  406: 'Not acceptable',
  408: 'Timed out',
  409: 'Conflict',
  412: 'Changed meanwhile',
  413: 'Too large',
  414: 'Address too long',
  415: 'Wrong content type',
  416: 'No such range',
  417: 'Expectation not met',
  421: 'Another host',
  422: 'Key used before',
  428: 'Version not named',
  429: 'Too many requests',
  431: 'Too long',
  500: 'Server error',
  501: 'Not done here',
  503: 'Not ready',
  507: 'No room left',
}

/** What a problem names beside its words. */
type ProblemDetails = Pick<Problem, 'parameter' | 'value' | 'allowed' | 'current'>

/** An answer that is not what was asked for; the error handler writes it as RFC 9457 problem details. */
export class ProblemError extends Error {
  readonly problem: Problem

  constructor(status: number, detail: string, about: ProblemDetails = {}) {
    super(detail)
    this.name = 'ProblemError'
    this.problem = describeProblem(status, detail, about)
  }
}

export function describeProblem(status: number, detail: string, about: ProblemDetails = {}): Problem {
  const said = sayAgain(detail, about)
  return { type: 'about:blank', title: titles[status] ?? 'Error', status, detail: said.detail, ...said.about }
}

/** What of a value may be said again: its beginning where it is long, and nothing of one that names a person. */
export function repeatable(value: string): string | null {
  const shown = shorten(value)
  // a little more than is shown: half a number is no number, and gives it away
  return findPerson(value.slice(0, 2 * shown.length)) === null ? shown : null
}

/** A parameter that cannot be used as it is: named, with its value and what would be allowed. */
export function badParameter(parameter: string, value: string, allowed: string): ProblemError {
  const shown = repeatable(value)
  if (shown === null) {
    return new ProblemError(400, `${parameter} names a person. Allowed: ${allowed}.`, { parameter, allowed })
  }
  return new ProblemError(400, `${parameter} cannot be "${shown}". Allowed: ${allowed}.`, {
    parameter,
    value: shown,
    allowed,
  })
}
