import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findPerson, isNhsNumber } from '../../../src/contract/person-in-text.ts'

/** The number with its check digit, from nine digits; null where no digit would check it. */
function withCheckDigit(nine: readonly number[]): string | null {
  const sum = nine.reduce((total, digit, place) => total + digit * (10 - place), 0)
  const check = (11 - (sum % 11)) % 11
  return check === 10 || nine.every((digit) => digit === 0) ? null : `${nine.join('')}${check}`
}

const nhsNumber = fc
  .array(fc.integer({ min: 0, max: 9 }), { minLength: 9, maxLength: 9 })
  .map(withCheckDigit)
  .filter((number) => number !== null)
const separator = fc.constantFrom('', ' ', '-', '\u00a0', '\u2013', ' - ', '\u2009')

describe('findPerson', () => {
  it('finds every NHS number in its usual spellings, wherever it stands in a text', () => {
    fc.assert(
      fc.property(
        nhsNumber,
        separator,
        fc.constantFrom('', 'Ask ', 'NHS', '('),
        (number, between, before) => {
          const spelt = [number.slice(0, 3), number.slice(3, 6), number.slice(6)].join(between)
          expect(findPerson(`${before}${spelt} today`)).toBe('nhs-number')
        },
      ),
    )
  })

  it('lets ten digits pass whose check digit is another', () => {
    fc.assert(
      fc.property(nhsNumber, fc.integer({ min: 1, max: 9 }), (number, more) => {
        expect(isNhsNumber(`${number.slice(0, 9)}${(Number(number[9]) + more) % 10}`)).toBe(false)
      }),
    )
  })

  it.each([
    ['the test number of the data dictionary', '9434765919', 'nhs-number'],
    ['digits of another alphabet', '９４３４７６５９１９', 'nhs-number'],
    ['with points', '943.476.5919', 'nhs-number'],
    ['with something unseen in it', '943\u200b4765919', 'nhs-number'],
    ['an email address', 'ask a.person@example.org', 'email'],
    ['a house and a postcode', '12 Acacia Avenue, London W5 2AB', 'address'],
    ['a birth with its word', 'born on 1 February 1941', 'birth'],
    ['a birth in short', 'DOB: 01.02.41', 'birth'],
    ['a title and a name', 'Mrs Example rang', 'name'],
  ])('finds %s', (_, text, kind) => {
    expect(findPerson(text)).toBe(kind)
  })

  it.each([
    ['a telephone number', '020 8825 5000'],
    ['a long decimal', '0.9434765919'],
    ['a figure with its decimals', '9434765919.0'],
    ['a grouped figure', '1,943,476,591'],
    ['a day and a period', '2025-10-06, 2025-04'],
    ['a letter for a person in a review', 'Review of Mr A and Mrs B'],
    ['a near miss', 'Near Miss Reports'],
    ['a birth year of a group', 'people born in 1941 or before'],
    ['a postcode alone', 'W5 2AB'],
    ['nothing', ''],
  ])('lets %s pass', (_, text) => {
    expect(findPerson(text)).toBeNull()
  })

  it('reads a long text in one go', () => {
    // no word of it may be tried against every other: work, not time, is bounded by the patterns
    expect(findPerson(`${'1 Acacia '.repeat(20_000)}end`)).toBeNull()
  })
})
