import type * as z from 'zod/mini'
import type { Reply } from './api-under-check.ts'
import { type Finding, quote } from './finding.ts'

/** What is wrong with a reply, and what it says where its fields are those of the contract. */
export interface ShapeResult<T> {
  findings: Finding[]
  /** null where the reply cannot be used by other checks */
  value: T | null
}

/** Status 200, JSON by its content type, and every field of the contract with its type. */
export function checkShape<T>(reply: Reply, schema: z.ZodMiniType<T>): ShapeResult<T> {
  const findings = checkOk(reply)
  if (findings.length) return { findings, value: null }
  findings.push(...checkContentType(reply, 'application/json'))
  if (reply.json === undefined) return { findings: [...findings, notJson(reply)], value: null }
  const parsed = schema.safeParse(reply.json)
  if (parsed.success) return { findings, value: parsed.data }
  return {
    findings: [...findings, ...parsed.error.issues.map((issue) => describeIssue(reply, issue))],
    value: null,
  }
}

function checkOk(reply: Reply): Finding[] {
  if (reply.status === 200) return []
  return [
    {
      ...about(reply),
      path: 'status',
      message: `is ${reply.status} where 200 was expected`,
      remedy: 'Answer a valid request with 200 and the resource.',
    },
  ]
}

export function checkContentType(reply: Reply, expected: string): Finding[] {
  const given = reply.headers.get('content-type')
  if (given?.split(';')[0]?.trim().toLowerCase() === expected) return []
  return [
    {
      ...about(reply),
      path: 'header Content-Type',
      message: given ? `is ${given} where ${expected} belongs` : 'is missing',
      remedy: `Send Content-Type: ${expected}.`,
    },
  ]
}

export function notJson(reply: Reply): Finding {
  return {
    ...about(reply),
    path: '',
    message: `is not JSON: it begins with ${quote(reply.text.slice(0, 30))}`,
    remedy: 'Send the reply as a JSON object.',
  }
}

export function about({ resource, address }: Reply): Pick<Finding, 'resource' | 'address'> {
  return { resource, address }
}

/** `['series', 0, 'points']` → 'series[0].points' */
export function describePath(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[${part}]`
    return text ? `${text}.${String(part)}` : String(part)
  }, '')
}

type Issue = z.core.$ZodIssue

function describeIssue(reply: Reply, issue: Issue): Finding {
  const value = valueAt(reply.json, issue.path)
  const place = { ...about(reply), path: describePath(issue.path) }
  if (value === undefined) {
    return {
      ...place,
      message: 'is missing',
      remedy: `Send it: ${expectation(issue)}; null where the contract allows it.`,
    }
  }
  return { ...place, message: `is ${quote(value)}`, remedy: `Send ${expectation(issue)}.` }
}

function expectation(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.expected === 'int'
        ? 'a whole number'
        : `${/^[aeiou]/.test(issue.expected) ? 'an' : 'a'} ${issue.expected}`
    case 'invalid_value':
      return `one of ${issue.values.map((value) => quote(value)).join(', ')}`
    default:
      return issue.message && issue.message !== 'Invalid input' ? issue.message : 'what the contract says'
  }
}

function valueAt(json: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, part) =>
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[part] : undefined,
    json,
  )
}
