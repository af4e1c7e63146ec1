import { describe, expect, it } from 'vitest'
import { fewPeopleInWords, findFewPeople } from '../../../../src/domain/disclosure/few-people-in-text.ts'

describe('small numbers of people in a text that is released', () => {
  it.each([
    ['3 people in Hanwell waited over a year.', '3 people'],
    ['Three residents of one home moved.', 'Three residents'],
    ['We spoke to two older adults.', 'two older adults'],
    ['Two of the carers rang back', 'Two of the carers'],
    ['ONE PERSON has died', 'ONE PERSON'],
    ['There was 1 safeguarding concern there.', '1 safeguarding concern'],
    ['Four members of staff left.', 'Four members of staff'],
  ])('are found: %s', (text, found) => {
    expect(findFewPeople(text).counts).toEqual([found])
  })

  it.each([
    '45 people wait, 13 fewer than in May.',
    '0 people waited.',
    'One in four people waited.',
    '1 in 4 adults waited.',
    'Between 1 to 4 people are withheld.',
    'It took 3 weeks, and 2.3 people for each post.',
    'The 4th person waited 3 days.',
    'Phase 2: people are asked first.',
    'Someone people trust, in two towns.',
  ])('are not seen where there are none: %s', (text) => {
    expect(findFewPeople(text).counts).toEqual([])
  })

  it('are told as they are written, a name without saying it again', () => {
    expect(fewPeopleInWords(findFewPeople('Nothing changed in Hanwell.'))).toBeNull()
    expect(fewPeopleInWords(findFewPeople('Three people wait.'))).toMatch(
      /few people \(“Three people”\)\. Say it/,
    )
    const named = fewPeopleInWords(findFewPeople('We wrote to Margaret Jones about it.'))
    expect(named).toMatch(/what looks like a person’s name/)
    expect(named).not.toMatch(/Jones/)
    expect(findFewPeople('The Care Act team of Southall Broadway and Head of Assessment').isNamed).toBe(false)
  })
})
