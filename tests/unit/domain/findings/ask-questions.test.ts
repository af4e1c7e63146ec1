import { describe, expect, it } from 'vitest'
import { askQuestions, type QuestionState } from '../../../../src/domain/findings/ask-questions.ts'
import { readingAge } from '../../../support/reading-age.ts'

const segment = {
  from: '2024-08',
  to: '2025-09',
  mean: 317,
  lower: 281,
  upper: 353,
  isTrial: false,
  reason: null,
}
const quiet: NonNullable<QuestionState['analysis']> = {
  variation: 'common_cause',
  assurance: null,
  segments: [segment],
  reach: { kind: 'no-question' },
  required: null,
  notJudged: null,
}
const surge = { title: 'Surge team', month: '2024-07' }

function aState(parts: Partial<QuestionState> = {}): QuestionState {
  return {
    measure: { unit: 'count', decimals: 0, frequency: 'month' },
    analysis: quiet,
    isOverdue: false,
    latest: 'present',
    hasTarget: true,
    monthsBehind: null,
    endedEffort: null,
    milestones: [],
    ...parts,
  }
}

const stalled =
  'Surge team ended in Jul 2024, and there is no evidence of real change since: what replaces it?'

describe('askQuestions', () => {
  it('asks nothing of a series of which nothing is to be asked', () => {
    expect(askQuestions(aState())).toEqual([])
  })

  it('asks what replaces an effort that ended, where nothing has really changed since', () => {
    expect(askQuestions(aState({ endedEffort: surge }))).toEqual([stalled])
  })

  it('does not ask that where something has changed, or where the limits began before the effort ended', () => {
    const changed = { ...quiet, variation: 'special_cause_improvement' } as const
    expect(askQuestions(aState({ endedEffort: surge, analysis: changed }))).not.toContain(stalled)
    const long = { ...quiet, segments: [{ ...segment, from: '2024-06' }] }
    expect(askQuestions(aState({ endedEffort: surge, analysis: long }))).toEqual([])
  })

  it('asks for a figure first where one is overdue or missing', () => {
    expect(askQuestions(aState({ isOverdue: true, endedEffort: surge }))[0]).toMatch(/overdue/)
    expect(askQuestions(aState({ latest: 'missing' }))[0]).toMatch(/no latest figure/)
  })

  it.each([
    ['special_cause_concern', 'What changed: people’s needs, how we work, or how it is counted?'],
    ['special_cause_improvement', 'What is behind the improvement, and what would keep it?'],
    ['special_cause_neutral_low', 'Something has changed: is that what was wanted, and do we know why?'],
  ] as const)('asks after a change by what it means: %s', (variation, question) => {
    expect(askQuestions(aState({ analysis: { ...quiet, variation } }))).toEqual([question])
  })

  it('sets what the target needs beside the most that was kept up', () => {
    const analysis = { ...quiet, required: { needed: 27, best: 13, typical: 3 } }
    expect(askQuestions(aState({ analysis }))).toEqual([
      'The target needs 27 a month; the most kept up so far is 13 a month: what makes more possible?',
    ])
    const within = { ...quiet, required: { needed: 10, best: 13, typical: 3 } }
    expect(askQuestions(aState({ analysis: within }))).toEqual([])
  })

  it('names the milestone that is off track, and one that is done with no effect yet', () => {
    const milestones = [
      { title: 'Second clinic', delivery: 'late', hasNoEffect: false },
      { title: 'Pathway redesigned', delivery: 'complete', hasNoEffect: true },
    ] as const
    expect(askQuestions(aState({ milestones }))).toEqual([
      '“Second clinic” is off track: what is in its way?',
      '“Pathway redesigned” is done, with no effect yet: when was one expected?',
    ])
  })

  it('asks four questions at most, and each can be read at fourteen', () => {
    const everything = aState({
      analysis: {
        ...quiet,
        variation: 'special_cause_concern',
        assurance: 'consistent_fail',
        required: { needed: 27, best: 0, typical: 0 },
      },
      isOverdue: true,
      latest: 'provisional',
      hasTarget: false,
      monthsBehind: 5,
      milestones: [{ title: 'Second clinic', delivery: 'late', hasNoEffect: false }],
    })
    expect(askQuestions(everything)).toHaveLength(4)
    const all = [
      ...askQuestions(everything),
      stalled,
      ...askQuestions(aState({ hasTarget: false, monthsBehind: 2, latest: 'provisional' })),
    ]
    expect(all.filter((question) => readingAge(question) > 14)).toEqual([])
  })
})
