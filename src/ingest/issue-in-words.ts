import type * as z from 'zod/mini'

const kinds: Partial<Record<string, string>> = {
  string: 'a text',
  boolean: 'true or false',
  number: 'a number',
  array: 'a list',
  object: 'a group of entries',
}

/**
 * What a schema finds wrong with a part of a file, in words of our own where the library would speak as programmers do
 * ("expected boolean, received undefined"), which it does or does not by what else the process has loaded.
 */
export function issueInWords(issue: z.core.$ZodIssue): string {
  if (issue.code !== 'invalid_type') return issue.message
  return `it is missing, or is not ${kinds[issue.expected] ?? 'what stands there in the examples'}`
}
