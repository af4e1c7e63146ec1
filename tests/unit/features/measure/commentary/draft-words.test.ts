import { describe, expect, it } from 'vitest'
import { ApiError } from '../../../../../src/api/api-error.ts'
import { longestText } from '../../../../../src/contract/free-text.ts'
import {
  failureInWords,
  faultOfText,
  longestComment,
  readKeptWords,
  roomInWords,
  saysTheSame,
} from '../../../../../src/features/measure/commentary/draft-words.ts'

describe('roomInWords', () => {
  it('counts down from the longest that the data service takes', () => {
    expect(roomInWords('Ten chars.')).toBe('1,190 characters left.')
    expect(longestComment).toBe(longestText)
  })

  it('leaves out spaces around, which are not saved', () => {
    expect(roomInWords('  Ten chars.\n')).toBe('1,190 characters left.')
  })

  it('says when a text is long for its readers', () => {
    expect(roomInWords('a'.repeat(601))).toMatch(/^599 characters left\. Long for a reader/)
  })

  it('says how much is too many', () => {
    expect(roomInWords('a'.repeat(1201))).toBe('1 character too many.')
  })
})

describe('faultOfText', () => {
  it('refuses nothing but blanks', () => {
    expect(faultOfText(' \n ')).toMatch(/^Write a comment first/)
  })

  it('refuses what is too long', () => {
    expect(faultOfText('a'.repeat(1202))).toBe('Shorten the comment: 2 characters too many.')
  })

  it('lets the longest text pass', () => {
    expect(faultOfText('a'.repeat(longestComment))).toBeNull()
  })
})

describe('readKeptWords', () => {
  const words = { text: 'It rose.', release: 'public', read: 2 }

  it('reads what was kept', () => {
    expect(readKeptWords(words)).toEqual(words)
  })

  it.each([
    [undefined],
    [null],
    ['It rose.'],
    [{ ...words, release: 'all' }],
    [{ ...words, read: '2' }],
    [{}],
  ])('does without %j', (kept) => {
    expect(readKeptWords(kept)).toBeNull()
  })
})

describe('saysTheSame', () => {
  const saved = {
    kpi: 'ot-waiting',
    period: '2025-09',
    authorRole: 'OT Lead',
    text: 'It rose.',
    release: 'officer' as const,
    writtenAt: null,
    version: 2,
  }

  it('knows its own words after they were trimmed', () => {
    expect(saysTheSame({ text: ' It rose.\n', release: 'officer' }, saved)).toBe(true)
  })

  it('takes another release, other words or none for different', () => {
    expect(saysTheSame({ text: 'It rose.', release: 'public' }, saved)).toBe(false)
    expect(saysTheSame({ text: 'It fell.', release: 'officer' }, saved)).toBe(false)
    expect(saysTheSame({ text: 'It rose.', release: 'officer' }, null)).toBe(false)
  })
})

describe('failureInWords', () => {
  it('says what a refused text may hold, and never repeats it', () => {
    const error = new ApiError('bad-request', 'text cannot be "943 476 5919"', 400, { parameter: 'text' })
    expect(failureInWords(error, true)).toMatch(/NHS number.*kept on this device/)
    expect(failureInWords(error, true)).not.toContain('943')
  })

  it('claims that words are kept only where they are', () => {
    const lost = new ApiError('network', 'The data service could not be reached.')
    expect(failureInWords(lost, false)).toBe('The data service could not be reached. Try again in a minute.')
  })

  it('knows a role that may not, and a failure of another kind', () => {
    expect(failureInWords(new ApiError('forbidden', 'No.', 403), false)).toMatch(/signed out/)
    expect(failureInWords(new ApiError('bad-request', 'period cannot be that.', 400), false)).toBe(
      'period cannot be that.',
    )
    expect(failureInWords(new Error('x'), false)).toBe('Something went wrong.')
  })
})
