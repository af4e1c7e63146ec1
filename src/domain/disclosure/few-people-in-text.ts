import { isPersonName } from '../persons/person-name.ts'

const few = '(?:[1-4]|one|two|three|four)'
const people =
  '(?:people|persons?|adults?|residents?|clients?|carers?|patients?|service users?|individuals?|wom[ae]n|m[ae]n|child(?:ren)?|' +
  'famil(?:y|ies)|households?|tenants?|applicants?|customers?|victims?|concerns?|cases?|deaths?|assessors?|therapists?|workers?|' +
  'social workers?|nurses?|members? of staff|staff|employees?|practitioners?|managers?|vacanc(?:y|ies))'

// "one or two words between": two older adults; three of the residents. A rate, a range or an ordinal is none of it
const fewPeople = new RegExp(
  String.raw`(?<![\p{L}\d.,/£-]|\d to |in )${few}(?: of (?:the|our|its|these|those))?(?: [\p{Ll}-]{2,20}){0,2}? ${people}(?![\p{L}-])`,
  'giu',
)
// a share of people is no count of them
const inSo = /^(?:one|[1-4]) (?:in|out of) /i
const capitalised = /\p{Lu}[\p{Ll}'’-]+(?: \p{Lu}[\p{Ll}'’-]+){1,2}/gu

/** What of a text may give few people away: small counts of them, and whether it seems to name somebody. */
export interface FewPeople {
  /** as written: “3 people”, “two older adults” */
  counts: string[]
  isNamed: boolean
}

/**
 * Numbers from 1 to 4, in digits or in words, with a unit of people, and words that look like a person's name. No rule
 * tells a small count that discloses from one that does not: whoever releases a text looks at them and decides.
 *
 * @example 'Three residents moved; 45 people wait' → counts: ['Three residents'], nobody named
 */
export function findFewPeople(text: string): FewPeople {
  const counts = [...text.matchAll(fewPeople)].map(([found]) => found).filter((found) => !inSo.test(found))
  const isNamed = [...text.matchAll(capitalised)].some(([found]) => isPersonName(found))
  return { counts: [...new Set(counts)], isNamed }
}

/** What is to be looked at before a text is released, in words; null where there is nothing. A name is not said again. */
export function fewPeopleInWords(few: FewPeople): string | null {
  const found = whatIsFew(few)
  if (found === null) return null
  return `Everybody will read these words, and they hold ${found}. Say it in other words, or confirm that it tells nobody who is meant.`
}

/** @example 'few people (“3 people”) and what looks like a person’s name'; null where there is nothing */
export function whatIsFew({ counts, isNamed }: FewPeople): string | null {
  const found = [
    ...(counts.length > 0 ? [`few people (${counts.map((count) => `“${count}”`).join(', ')})`] : []),
    ...(isNamed ? ['what looks like a person’s name'] : []),
  ]
  return found.length === 0 ? null : found.join(' and ')
}
