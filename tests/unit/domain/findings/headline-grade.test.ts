import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { headlineGrade } from '../../../support/reading-age.ts'

/** The titles of docs/findings.md, as they stand behind the name of their measure. */
const titles = readFileSync('docs/findings.md', 'utf8')
  .split('### Findings')
  .slice(1)
  .flatMap((rest) => rest.split('### ')[0]?.split('\n') ?? [])
  .flatMap((line) => (/^\| (?!---|Measure)/.test(line) ? [line.split(' | ')[2] ?? ''] : []))

it('every title of the demonstration reads at a grade of nine or less, with one plain word for its measure', () => {
  expect(titles.length).toBeGreaterThan(90)
  expect(titles.filter((title) => headlineGrade(`It: ${title}`) > 9)).toEqual([])
  expect(
    headlineGrade('It: considerable deterioration notwithstanding organisational improvement'),
  ).toBeGreaterThan(9)
})
