import type { FastifyError, FastifyRequest } from 'fastify'
import { badParameter, ProblemError } from './problem.ts'

type Rejection = NonNullable<FastifyError['validation']>[number]

/** What a parameter may be, where its schema alone cannot say it in words. */
const allowedInWords: Record<string, string> = {
  kpi: 'ids of measures, one or several; GET /api/v1/kpis lists them',
  dimension: 'a dimension of the measure; GET /api/v1/kpis lists them',
  member: 'a member of the dimension; GET /api/v1/kpis lists them',
  n: 'an edition number, or latest',
}

/** The first thing that is wrong with a request, naming the parameter, its value and what is allowed. */
export function explainRejection(
  request: FastifyRequest,
  context: string | undefined,
  [first]: readonly Rejection[],
): ProblemError {
  const given = valuesOf(request, context)
  if (first?.keyword === 'unrecognized_keys') {
    const [parameter = ''] = listOf(first.params.keys)
    const allowed = knownParameters(request).join(', ') || 'no parameter'
    return new ProblemError(400, `There is no parameter "${parameter}" here. Allowed: ${allowed}.`, {
      parameter,
      value: text(given[parameter]),
      allowed,
    })
  }
  const parameter = first?.instancePath.split('/')[1] ?? ''
  const value = given[parameter]
  const allowed = allowedInWords[parameter] ?? allowedBy(first, value)
  if (!parameter) return new ProblemError(400, `The request cannot be read: ${allowed}.`, { allowed })
  if (value === undefined) {
    return new ProblemError(400, `${parameter} is missing. Allowed: ${allowed}.`, { parameter, allowed })
  }
  return badParameter(parameter, text(value), allowed)
}

function allowedBy(error: Rejection | undefined, value: unknown): string {
  const values = listOf(error?.params.values)
  if (values.length) return values.join(', ')
  if (Array.isArray(value)) return 'one value, given once'
  return error?.message ?? 'a value of another form'
}

function valuesOf(request: FastifyRequest, context: string | undefined): Record<string, unknown> {
  const part = context === 'querystring' ? request.query : context === 'body' ? request.body : request.params
  return isObject(part) ? part : {}
}

/** The parameters of the route, from its schema. */
function knownParameters(request: FastifyRequest): string[] {
  const schema = request.routeOptions.schema?.querystring
  return isObject(schema) && isObject(schema.shape) ? Object.keys(schema.shape) : []
}

function listOf(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : []
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function text(value: unknown): string {
  return Array.isArray(value) ? value.map(String).join(', ') : String(value ?? '')
}
