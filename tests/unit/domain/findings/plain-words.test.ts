import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FindingState } from '../../../../src/domain/findings/finding-state.ts'
import { writeFinding } from '../../../../src/domain/findings/write-finding.ts'
import { writeHeadline } from '../../../../src/domain/findings/write-headline.ts'
import { writeParagraph } from '../../../../src/domain/findings/write-paragraph.ts'
import {
  byMethods,
  contexts,
  flaggedChanges,
  lastingChanges,
  quietChanges,
  specialChanges,
  statesOf,
  subjectInState,
  subjects,
} from '../../../support/every-state.ts'
import { longestUnit, readingAge } from '../../../support/reading-age.ts'

fc.configureGlobal({ seed: 20_15_04 })

const quiet = statesOf(quietChanges)
const everyState = [
  ...quiet,
  ...statesOf([...flaggedChanges, ...lastingChanges, ...byMethods]),
  ...statesOf(specialChanges),
]

/** What is written of states, each written once and read once: many differ in nothing that is said of them. */
function writtenOnce(
  write: (state: FindingState) => string[],
): (states: readonly FindingState[]) => string[] {
  const kept = new Map<FindingState, string[]>()
  const of = (state: FindingState) => {
    const texts = kept.get(state) ?? write(state)
    kept.set(state, texts)
    return texts
  }
  return (states) => [...new Set(states.flatMap(of))]
}

const findingsIn = writtenOnce((state) =>
  subjects.map((subject) => writeFinding(subjectInState(subject, state), state)),
)

const paragraphsIn = writtenOnce((state) =>
  subjects.flatMap((subject) =>
    contexts.map((context) => writeParagraph(subjectInState(subject, state), state, context)),
  ),
)

const olderThan14 = (text: string) => readingAge(text) > 14

/** Words that claim a change, and which way it went. */
const claims =
  /improv|better|best|wors|ris(e|es|ing|en)\b|rose|fall|fell|increas|decreas|grow|grew|grown|drop|declin|deteriorat|recover|surg|soar|slump|slight|slow|reduc|without a break|evidence of real (change|improvement)/i

/** What compares or asks without a claim: the year before, and what meeting the target would take. */
function withoutNeutralClauses(text: string): string {
  return text
    .replaceAll(
      /[\d.,£]+( percentage points?| days?)? (more|fewer|higher|lower|longer|shorter) than a year before/g,
      '',
    )
    .replaceAll('there is no evidence of real change', '')
    .replaceAll('There is no evidence of real change', '')
    .replaceAll('No evidence of real change', '')
}

describe('every text', () => {
  it('can be read at fourteen', () => {
    expect(findingsIn(everyState).filter(olderThan14)).toEqual([])
    expect(paragraphsIn(everyState).filter(olderThan14)).toEqual([])
    expect(everyState.map((state) => writeHeadline(state)).filter(olderThan14)).toEqual([])
  })

  it('has no unit of speech of more than 26 words', () => {
    const texts = [...findingsIn(everyState), ...paragraphsIn(everyState)]
    expect(texts.filter((text) => longestUnit(text) > 26)).toEqual([])
  })

  it('never gives a cause', () => {
    const texts = [...findingsIn(everyState), ...paragraphsIn(everyState)]
    expect(texts.filter((text) => /because of|due to|caused|thanks to|as a result/i.test(text))).toEqual([])
  })

  it('keeps a title to about ten words', () => {
    expect(
      everyState.map((state) => writeHeadline(state)).filter((title) => title.split(' ').length > 12),
    ).toEqual([])
  })
})

describe('a text of a state without evidence', () => {
  it('has no word of change, wherever it may come from', () => {
    const texts = [
      ...findingsIn(quiet),
      ...paragraphsIn(quiet),
      ...quiet.map((state) => writeHeadline(state)),
    ]
    expect(texts.map(withoutNeutralClauses).filter((text) => claims.test(text))).toEqual([])
  })

  it('has none whatever the figures did', () => {
    const values = fc.array(fc.integer({ min: 0, max: 900 }), { minLength: 24, maxLength: 24 })
    fc.assert(
      fc.property(
        values,
        fc.constantFrom(...quiet),
        fc.constantFrom(...subjects),
        fc.constantFrom(...contexts),
        (testValues, state, subject, context) => {
          const told = subjectInState({ ...subject, values: testValues }, state)
          const text = `${writeFinding(told, state)} ${writeParagraph(told, state, context)}`
          expect(withoutNeutralClauses(text)).not.toMatch(claims)
        },
      ),
    )
  })
})

describe('a text of a state with evidence', () => {
  it('claims what the state claims', () => {
    const improvements = everyState.filter(
      ({ change }) =>
        (change.kind === 'special-cause' || change.kind === 'by-method') && change.meaning === 'improvement',
    )
    const others = everyState.filter((state) => !improvements.includes(state))
    expect(findingsIn(improvements).every((text) => text.includes('real improvement'))).toBe(true)
    expect(findingsIn(others).some((text) => text.includes('improvement'))).toBe(false)
    expect(paragraphsIn(others).some((text) => text.includes('improvement'))).toBe(false)
  })
})
