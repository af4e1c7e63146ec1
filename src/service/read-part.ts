import * as z from 'zod/mini'
import { badParameter, ProblemError, repeatable } from './problem.ts'

type Issue = z.core.$ZodIssue

/** What a parameter may be, where its schema alone cannot say it in words. */
const allowedInWords: Record<string, string> = {
  kpi: 'ids of measures, one or several; GET /api/v1/kpis lists them',
  dimension: 'a dimension of the measure; GET /api/v1/kpis lists them',
  member: 'a member of the dimension; GET /api/v1/kpis lists them',
  n: 'an edition number, or latest',
}

/**
 * The address, the query or the body of a request as its schema reads it.
 * @throws ProblemError with the first thing that is wrong, naming the parameter, its value and what is allowed
 */
export function readPart<Schema extends z.ZodMiniType>(schema: Schema, given: unknown): z.infer<Schema> {
  const parsed = z.safeParse(schema, given)
  if (parsed.success) return parsed.data
  const [first] = parsed.error.issues
  throw first ? explain(first, given, namesOf(schema)) : new ProblemError(400, 'The request cannot be read.')
}

function explain(issue: Issue, given: unknown, known: readonly string[]): ProblemError {
  const values = valuesOf(given)
  if (issue.code === 'unrecognized_keys') {
    const [unknown = ''] = issue.keys
    const parameter = repeatable(unknown) ?? ''
    // inside a list or a record the schema at hand is not the one that lists what there may be
    const allowed = issue.path.length > 0 ? elsewhere : known.join(', ') || 'no parameter'
    return new ProblemError(400, `There is no parameter "${parameter}" here. Allowed: ${allowed}.`, {
      parameter,
      value: repeatable(text(values.get(unknown))) ?? '',
      allowed,
    })
  }
  const parameter = String(issue.path[0] ?? '')
  const value = values.get(parameter)
  const allowed = allowedInWords[parameter] ?? allowedBy(issue, value)
  if (!parameter) return new ProblemError(400, `The request cannot be read: ${allowed}.`, { allowed })
  if (value === undefined) {
    return new ProblemError(400, `${parameter} is missing. Allowed: ${allowed}.`, { parameter, allowed })
  }
  return badParameter(parameter, text(value), allowed)
}

function allowedBy(issue: Issue, value: unknown): string {
  if (issue.code === 'invalid_value') return issue.values.map(String).join(', ')
  // the schemas' library has no words of its own for these
  const isUnsaid = issue.message === 'Invalid input'
  if (isUnsaid && issue.code === 'invalid_type' && !Array.isArray(value))
    return typesInWords[issue.expected] ?? elsewhere
  if (Array.isArray(value)) return 'one value, given once'
  return isUnsaid ? elsewhere : issue.message
}

const elsewhere = 'what the API page lists'

const typesInWords: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a JSON object',
  record: 'a JSON object',
}

/** The parameters of a part, from its schema. */
function namesOf(schema: z.ZodMiniType): string[] {
  return schema instanceof z.ZodMiniObject ? Object.keys(schema.shape) : []
}

function valuesOf(given: unknown): Map<string, unknown> {
  return new Map(typeof given === 'object' && given !== null ? Object.entries(given) : [])
}

/** A value in words: what is no plain value, or several of them, is not walked through. */
function text(value: unknown): string {
  return Array.isArray(value) ? value.slice(0, 10).map(textOfOne).join(', ') : textOfOne(value)
}

function textOfOne(value: unknown): string {
  if (value === null || value === undefined) return ''
  return typeof value === 'object' ? 'a list or an object' : String(value)
}
