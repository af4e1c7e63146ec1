import { describe, expect, it } from 'vitest'
import type { LoadProblem } from '../../../../src/api/loads.ts'
import { placeWords, sortProblems } from '../../../../src/features/load/group-problems.ts'

const problem = (message: string, more: Partial<LoadProblem> = {}): LoadProblem => ({
  severity: 'error',
  file: 'observations.csv',
  line: 2,
  column: 3,
  message,
  remedy: 'put it right',
  ...more,
})

describe('the problems of a load', () => {
  it('stand apart by what is to be done, and of each by kind', () => {
    const { errors, asked, notices } = sortProblems([
      problem('the value is not a number'),
      problem('"1,23" is written oddly', { line: 4 }),
      problem('the value is not a number', { line: 9 }),
      problem('400 was final and would become 600', { severity: 'notice', needs: 'reason' }),
      problem('ot-waiting in 2025-06: 327 was final and would become 427', {
        severity: 'notice',
        needs: 'reason',
      }),
      problem('ot-waiting in 2025-Q2: 3.5 was final and would become 4', {
        severity: 'notice',
        needs: 'reason',
      }),
      problem('a column is ignored', { severity: 'notice' }),
    ])
    expect(errors.map(({ title, problems }) => [title, problems.length])).toEqual([
      ['the value is not a number', 2],
      ['"1,23" is written oddly', 1],
    ])
    expect(asked.map(({ title, problems }) => [title, problems.length])).toEqual([
      ['400 was final and would become 600', 1],
      ['ot-waiting in …: … was final and would become …', 2],
    ])
    expect(notices).toHaveLength(1)
  })

  it('have a place in words', () => {
    expect(placeWords(problem('x'))).toBe('observations.csv, line 2, column 3')
    expect(placeWords(problem('x', { column: 0 }))).toBe('observations.csv, line 2')
    expect(placeWords(problem('x', { line: 0, column: 0 }))).toBe('observations.csv, the whole file')
    expect(placeWords(problem('x', { file: 'load', line: 0 }))).toBe('The whole load')
  })
})
