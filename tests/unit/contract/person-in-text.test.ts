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
    ['digits one by one', '9 4 3 4 7 6 5 9 1 9', 'nhs-number'],
    ['digits in pairs', '94 34 76 59 19', 'nhs-number'],
    ['with the longest group first', '9434 765 919', 'nhs-number'],
    ['with underscores, as in a file’s name', '943_476_5919', 'nhs-number'],
    ['with commas', '943,476,5919', 'nhs-number'],
    ['with brackets', '(943) 476 5919', 'nhs-number'],
    ['with the spaces of a web page', '943&nbsp;476&nbsp;5919', 'nhs-number'],
    ['with the spaces of an address', '943%20476%205919', 'nhs-number'],
    ['Arabic digits', '٩٤٣٤٧٦٥٩١٩', 'nhs-number'],
    ['Devanagari digits', '९४३ ४७६ ५९१९', 'nhs-number'],
    ['a National Insurance number', 'JG 10 37 59 A', 'identifier'],
    ['a National Insurance number in one', 'ni: jg103759a', 'identifier'],
    ['a driving licence', 'MORGA657054SM9IJ', 'identifier'],
    ['a number that is said to be somebody’s', 'see Mosaic ID 1234567', 'identifier'],
    ['a mobile number', 'ring 07700 900123', 'telephone'],
    ['a mobile number by fours', '0770 090 0123', 'telephone'],
    ['a mobile number from abroad', '+44 (0)7700 900 123', 'telephone'],
    ['an email address that hides', 'john [at] example.org', 'email'],
    ['a house number beside a postcode', '12, W5 2AB', 'address'],
    ['a house number behind a postcode', 'W5 2AB, no 12', 'address'],
    ['where somebody lives', 'lives at 12 Acacia Avenue', 'address'],
    ['a birth in one number', 'DOB 19410201', 'birth'],
    ['a birth with slashes, year first', 'DOB: 1941/02/01', 'birth'],
    ['a birth with its month first', 'born on February 1, 1941', 'birth'],
    ['a birthday', 'birthday: 1st of Feb 1941', 'birth'],
    ['a birth by its letter', 'b. 01/02/1941', 'birth'],
    ['a doctor', 'Dr. Anita Zzexample', 'name'],
    ['a title without care', 'mrs zzexample and MR ZZEXAMPLE', 'name'],
    ['a short name', 'Mr Ng', 'name'],
    ['a name of several words', 'Mr van der Zzexample', 'name'],
    ['two spaces', 'Mrs  Zzexample', 'name'],
    ['an underscore', 'Mr_Zzexample.csv', 'name'],
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
    ['figures of a list', 'rose from 310, 412, 1205 to 1300'],
    ['a decimal of ten digits', '490.6971989'],
    ['more digits than ten, one by one', '9 4 3 4 7 6 5 9 1 9 0 1'],
    ['a count of months', '1 2 3 4 5 6 7 8 9 10 11'],
    ['pairs of figures', '10 12 14 16 19 people'],
    ['a cohort by its births', 'children born on or after 1 September 2006'],
    ['a couple in a review', 'Mr or Mrs A, Mr AB'],
    [
      'a sentence that ends with a letter',
      'Review of Mr A. The board met Mr B. He agreed with Mr C. Mrs D did',
    ],
    ['words cut short', 'Rev Budget, Prof Standards, Dr X'],
    ['an abbreviation', 'MR scan, MS Society'],
    ['a street that bears a title', 'Lady Margaret Road'],
    ['people of a postcode', 'Acton W3 8 beds'],
    ['a count of cases', 'case numbers 12345'],
    ['nothing', ''],
  ])('lets %s pass', (_, text) => {
    expect(findPerson(text)).toBeNull()
  })

  it('reads a long text in one go', () => {
    // no word of it may be tried against every other: work, not time, is bounded by the patterns
    for (const part of [
      '1 Acacia ',
      '9 ',
      '943   -   ',
      'born the ',
      'a.',
      'lives at ',
      'AB 12 ',
      'Mr A. ',
    ]) {
      expect(findPerson(`${part.repeat(20_000)}end`)).toBeNull()
    }
  })
})
