/** What of a person a text can give away. */
export const personKinds = ['nhs-number', 'email', 'address', 'birth', 'name', 'identifier'] as const
export type PersonKind = (typeof personKinds)[number]

/** Each kind in words, after "looks like" or "a text without". */
export const personWords: Record<PersonKind, string> = {
  'nhs-number': 'an NHS number',
  email: 'an email address',
  address: 'a home address',
  birth: 'a date of birth',
  name: 'a person’s name',
  identifier: 'a key to single persons',
}

/**
 * What of a person a text holds, or null. An NHS number is known by its check digit; an address by a house number
 * and a full postcode; a birth by its word beside a date; a name by the title before it. A name without a title is
 * not found in running text: no rule tells "Grace Bell" from "Acton Bell" there.
 *
 * @example 'Ask 943 476 5919' → 'nhs-number'; 'Mrs Example rang' → 'name'; 'SAR: Mr A' → null; '020 8825 5000' → null
 */
export function findPerson(given: string): PersonKind | null {
  const text = asWritten(given)
  if (holdsNhsNumber(text)) return 'nhs-number'
  if (text.includes('@') && email.test(text)) return 'email'
  if (postcode.test(text) && address.test(text)) return 'address'
  if (birth.test(text)) return 'birth'
  return titled.test(text) ? 'name' : null
}

/** What of a request a refusal may name beside its words. */
interface Said {
  parameter?: string | undefined
  value?: string | undefined
}

/** What a refusal says again of what was sent: nothing of it that names a person. */
export function sayAgain<About extends Said>(detail: string, about: About): { detail: string; about: About } {
  const names = (text = '') => findPerson(text) !== null
  return {
    detail: names(detail) ? 'What was sent names a person, and is not said again.' : detail,
    about: {
      ...about,
      ...(names(about.parameter) ? { parameter: undefined } : {}),
      ...(names(about.value) ? { value: undefined } : {}),
    },
  }
}

/**
 * Whether ten digits are an NHS number: the last is a check digit, modulo 11 over the nine before. One number in
 * eleven passes by chance, so a column of large figures is judged as a whole (src/ingest/persons).
 *
 * @example 9434765919 → 9×10 + 4×9 + 3×8 + 4×7 + 7×6 + 6×5 + 5×4 + 9×3 + 1×2 = 299, 11 − 299 mod 11 = 9 → true
 */
export function isNhsNumber(digits: string): boolean {
  if (!/^\d{10}$/.test(digits) || Number(digits) === 0) return false
  let sum = 0
  for (let place = 0; place < 9; place++) sum += Number(digits[place]) * (10 - place)
  return (11 - (sum % 11)) % 11 === Number(digits[9])
}

// beside a digit and a point or comma, ten digits are part of a decimal or a grouped figure
const tenDigits =
  /(?<!\d|\d[.,])(?:\d{3} ?-? ?\d{3} ?-? ?\d{4}|\d{3}\.\d{3}\.\d{4}|\d{3}\/\d{3}\/\d{4})(?!\d|[.,]\d)/g

function holdsNhsNumber(text: string): boolean {
  return (text.match(tenDigits) ?? []).some((found) => isNhsNumber(found.replaceAll(/\D/g, '')))
}

const email = /[\p{L}\d._%+'-]{1,64}@[\p{L}\d-]{1,63}\.[\p{L}\d]/u

const postcode = /\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b/i
const address = /\b\d{1,4}[A-Z]?[, ]+(?:[\p{L}.'’-]{1,30}[, ]+){1,8}[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b/iu

const writtenDay =
  String.raw`(?:\d{1,2}[ ./-]{1,2}\d{1,2}[ ./-]{1,2}\d{2,4}|\d{4}-\d{2}-\d{2}|` +
  String.raw`\d{1,2}(?:st|nd|rd|th)?[ -](?:of )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[ -]\d{2,4})`
const birth = new RegExp(
  String.raw`(?:\bd\.? ?o\.? ?b\b\.?|\bdate of birth|\bbirth ?date|\bborn(?: on)?)[^\p{L}\d]{0,4}(?:is |was )?${writtenDay}`,
  'iu',
)

// "Mr A" and "Mrs B" are how reviews write of people whom nobody is to know; "near miss" is a word of audits
const titled =
  /(?<!\p{L}|near |Near )(?:Mr|Mrs|Ms|Mx|Miss)\.? (?:[A-Z]\.? ){0,3}(?!Excel|Word|Teams|Access|Office|Power|Society|Forms|Rate)\p{Lu}['’]?\p{L}{2,}/u

/** Spaces, dashes and digits of whatever alphabet as they are usually written, and nothing that is not seen. */
function asWritten(given: string): string {
  // most texts are plain ASCII, and need no work
  if (/^[\x20-\x7e]*$/.test(given)) return given
  return given
    .normalize('NFKC')
    .replaceAll(/\p{Cf}/gu, '')
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/\p{Pd}|\u2212/gu, '-')
}
