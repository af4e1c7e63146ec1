import { findPerson, type PersonKind, personWords } from '../../contract/person-in-text.ts'
import { holdsExactAge } from './exact-age.ts'
import { holdsIban } from './iban.ts'

/** What of a person a load may hold: the kinds that any text is refused for, and those that are looked for in files alone. */
export type FoundKind = PersonKind | 'landline' | 'account' | 'property' | 'age'

/** Each kind in words, after "looks like". */
export const foundWords: Record<FoundKind, string> = {
  ...personWords,
  landline: 'a telephone number',
  account: 'a bank account',
  property: 'the number of a home (UPRN)',
  age: 'the exact age of one person',
}

/** Each kind in words, after "heads a column of". */
export const foundColumns: Record<FoundKind, string> = {
  'nhs-number': 'NHS numbers',
  email: 'ways to reach a person',
  telephone: 'ways to reach a person',
  landline: 'ways to reach a person',
  address: 'addresses',
  birth: 'dates of birth',
  name: 'persons’ names',
  identifier: 'keys to single persons',
  account: 'bank accounts',
  property: 'numbers of homes',
  age: 'the ages of single persons',
}

/** What of a person a text of a file holds, or null. */
export function findInText(text: string): FoundKind | null {
  const kind = findPerson(text)
  if (kind) return kind
  // the shortest is "UPRN 1234567"
  if (text.length < 7) return null
  if (holdsIban(text)) return 'account'
  if (homeInText.test(text)) return 'property'
  return holdsExactAge(text) ? 'age' : null
}

const homeInText = /\bU\.?P\.?R\.?N\b[^\p{L}\d]{0,3}(?:(?:is|no|number)[^\p{L}\d]{1,3})?\d{6,12}(?!\d)/iu

/**
 * Whether a number has the form of those that Ordnance Survey gives to homes. They have no check digit, so a column of
 * them decides.
 */
export function isNumberOfHome(number: string): boolean {
  return /^(?:100\d{8,9}|200\d{9})$/.test(number)
}
