import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { claimInShort } from '../../../../src/domain/findings/claim-in-short.ts'
import type { TargetClaim } from '../../../../src/domain/findings/claim-of.ts'
import { claimInWords } from '../../../../src/domain/findings/claim-words.ts'
import { evidence } from '../../../../src/domain/findings/evidence-words.ts'
import {
  flaggedWords,
  lastingWords,
  meaningTitles,
  meaningWords,
  missingTitle,
  noLimitsTitles,
  noLimitsWords,
  notJudgedTitles,
  notJudgedWords,
  outOfReachTitle,
  withheldTitle,
} from '../../../../src/domain/findings/finding-words.ts'
import { signWords } from '../../../../src/domain/findings/sign-words.ts'
import { countedWords } from '../../../../src/domain/glossary/counted-words.ts'
import { findTerms, placesOfTerms } from '../../../../src/domain/glossary/find-terms.ts'
import { marks } from '../../../../src/domain/glossary/marks.ts'
import { type Term, terms } from '../../../../src/domain/glossary/terms.ts'
import { impactOutlookWords } from '../../../../src/domain/plans/impact-outlook.ts'
import { impactWords } from '../../../../src/domain/plans/impact-words.ts'
import { deliveryWords } from '../../../../src/domain/plans/judge-milestone.ts'
import { planTerms } from '../../../../src/domain/plans/plan-terms.ts'
import { successWords } from '../../../../src/domain/plans/success-words.ts'
import { strengthTable } from '../../../../src/domain/signals/strength.ts'

/** What judges, in any form in which a sentence may say it: each must stand within a term that is explained. */
const judging =
  /\b(usual|reliabl[ey]|likely|unlikely|chances?|provisional|withheld|suppressed|revised|restated|overdue|kept up|sustained|evidence|judged?|flagged|drift(ed|ing)|interval|mean|median|limits?|improv\w*|worse|better|noise|definition|missing|rounded|rounding|unknown|trend\w*|real|lasted|promised|plan|behind|ahead|off track|at risk|on track|forecast|nine in ten|\[[a-z]\])(?![\w-])/gi

/** The sentences of docs/findings.md: every cell but the first two, which name the series and its state. */
const composed = readFileSync('docs/findings.md', 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| ---'))
  .flatMap((line) => line.split(' | ').slice(2))
  .join('\n')

/** Words that judge and that no term explains, each with what stands around it. */
function unexplained(text: string, among: readonly Term[] = terms): string[] {
  const places = placesOfTerms(text, among)
  const isExplained = (at: number) => places.some(([from, to]) => from <= at && at < to)
  return [...text.matchAll(judging)]
    .filter(({ index }) => !isExplained(index))
    .map(({ index }) => text.slice(Math.max(0, index - 30), index + 40))
}

const claims: TargetClaim[] = [
  { kind: 'reliably-met' },
  { kind: 'reliably-missed' },
  { kind: 'by-chance' },
  { kind: 'met-in-all', figures: 36 },
  { kind: 'missed-in-all', figures: 36 },
  { kind: 'met-in-last', figures: 19 },
  { kind: 'missed-in-last', figures: 19 },
  { kind: 'met-now' },
  { kind: 'missed-now' },
]

/** Every entry of the tables from which sentences and verdicts are put together. */
const tables: Record<string, readonly string[]> = {
  evidence: Object.values(evidence).flatMap(({ title, clause }) => [title, clause]),
  signs: Object.values(signWords).flatMap(({ clause, title, reading, cell, rule }) => [
    clause('seven'),
    title('seven'),
    reading,
    cell,
    rule,
  ]),
  meanings: [...Object.values(meaningWords), ...Object.values(meaningTitles)],
  lasting: Object.values(lastingWords).map(({ clause }) => clause),
  'not judged': [noLimitsWords, notJudgedWords, noLimitsTitles, notJudgedTitles].flatMap((words) =>
    Object.values(words),
  ),
  claims: claims.flatMap((claim) => [claimInShort(claim), claimInWords(claim, '80%')]),
  titles: [flaggedWords, missingTitle, withheldTitle, outOfReachTitle],
  delivery: Object.values(deliveryWords),
  impact: Object.values(impactWords).map(({ short, sentence }) => `${short}. ${sentence}`),
  outlook: Object.values(impactOutlookWords).map(({ sentence }) => sentence),
  success: Object.values(successWords).filter((words) => !/^(met|not met|none set)$/.test(words)),
  strengths: Object.values(strengthTable).map(({ words }) => words),
  counts: countedWords.map(([word]) => word),
  marks: marks.map(([mark]) => mark),
}

describe('the glossary', () => {
  it.each(Object.entries(tables))('explains a term in each of the words of: %s', (_, words) => {
    expect(words.length).toBeGreaterThan(2)
    expect(words.filter((entry) => findTerms(entry).length === 0)).toEqual([])
  })

  it('explains every word that judges in the sentences of the demonstration', () => {
    expect(composed.match(judging)?.length).toBeGreaterThan(2000)
    expect(unexplained(composed)).toEqual([])
  })

  it('is found out where a term is left out of it, whichever that is', () => {
    const without = (word: string) => terms.filter((term) => term.word !== word)
    for (const word of ['Usual range', 'Provisional', 'Kept up', 'Not likely to be met, or kept'])
      expect(unexplained(composed, without(word)).length).toBeGreaterThan(0)
    expect(findTerms('Dependably poor')).toEqual([])
    expect(unexplained('The figures are trending.')).toEqual(['The figures are trending.'])
  })

  it('has each word once, with a sentence', () => {
    const words = terms.map(({ word }) => word)
    expect(new Set(words).size).toBe(words.length)
    for (const { meaning } of terms) expect(meaning).toMatch(/^[A-Z].*[.]$/)
    expect(planTerms.map(({ word }) => word).filter((word) => !words.includes(word))).toEqual([])
  })

  it('leads to parts that “How figures are made” has', () => {
    const methods = ['ChangeParts', 'RangePart', 'CountsPart', 'PlanParts', 'AheadParts', 'FigureParts']
      .map((name) => readFileSync(`src/features/methods/${name}.tsx`, 'utf8'))
      .join()
    const parts = [...new Set(terms.map(({ part }) => part))]
    expect(parts.filter((part) => !methods.includes(`id="${part}"`))).toEqual([])
  })
})

describe('findTerms', () => {
  const found = (text: string) => findTerms(text).map(({ word }) => word)

  it('finds whole words in any case, and a word of one cell', () => {
    expect(found('HIT AND MISS')).toEqual(['Hit and miss'])
    expect(found('Provisionally')).toEqual([])
    expect(found('309 [p]\nJust enough')).toEqual(['Strong, clear, just enough', '[p]'])
  })

  it('tells what a promise kept up from what a measure ever kept up', () => {
    expect(found('more than was ever kept up over six months')).toEqual(['Ever kept up'])
    expect(found('It was kept up, and is not met now')).toEqual(['Kept up'])
  })

  it('tells evidence from none', () => {
    expect(found('there is no evidence of real change')).toEqual(['No evidence of real change'])
    expect(found('there is evidence of real change')).toEqual(['Evidence of real change'])
  })
})
