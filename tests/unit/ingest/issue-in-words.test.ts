import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import type { LoadProblem } from '../../../src/contract/loads.ts'
import { readOrganisationFile } from '../../../src/ingest/files/organisation.ts'

describe('a file that its schema refuses', () => {
  it('is told in words of our own, also where the library has words for programmers', () => {
    z.config(z.locales.en())
    const problems: LoadProblem[] = []
    readOrganisationFile('organisation.json', '{"name":"Town","service":3,"marking":"OFFICIAL"}', (problem) =>
      problems.push(problem),
    )
    expect(problems.map(({ message }) => message)).toEqual([
      'service: it is missing, or is not a text',
      'illustrative: it is missing, or is not true or false',
    ])
  })
})
