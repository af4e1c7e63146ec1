/** What of a person a text can give away. */
export const personKinds = [
  'nhs-number',
  'email',
  'telephone',
  'address',
  'birth',
  'name',
  'identifier',
] as const
export type PersonKind = (typeof personKinds)[number]

/** Each kind in words, after "looks like" or "a text without". */
export const personWords: Record<PersonKind, string> = {
  'nhs-number': 'an NHS number',
  email: 'an email address',
  telephone: 'a mobile number',
  address: 'a home address',
  birth: 'a date of birth',
  name: 'a person’s name',
  identifier: 'a key to single persons',
}

/**
 * What of a person a text holds, or null. An NHS number is known by its check digit; an address by a house number
 * and a full postcode; a birth by its word beside a date; a name by the title before it; other keys by their form.
 * A name without a title is not found in running text: no rule tells "Grace Bell" from "Acton Bell" there.
 *
 * @example 'Ask 943 476 5919' → 'nhs-number'; 'Mrs Example rang' → 'name'; 'SAR: Mr A' → null; '020 8825 5000' → null
 */
export function findPerson(given: string): PersonKind | null {
  const text = asWritten(given)
  if (holdsNhsNumber(text)) return 'nhs-number'
  if (mayBeEmail.test(text) && email.test(text)) return 'email'
  if (mobile.test(text)) return 'telephone'
  if ((postcode.test(text) && address.test(text)) || livesAt.test(text)) return 'address'
  if (birth.test(text)) return 'birth'
  if (titled.test(text)) return 'name'
  return keys.test(text) ? 'identifier' : null
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

// beside a digit and a point or comma, ten digits are part of a decimal or a grouped figure; points, commas and their
// like part groups of a number only where they stand twice, and a comma with a space parts figures of a list
const tenDigits = new RegExp(
  String.raw`(?<!\d|\d[.,])(?:\d{3}\)? {0,2}-? {0,2}\(?\d{3}\)? {0,2}-? {0,2}\d{4}|` +
    String.raw`\d{3}( ?[._/:|+*\u00b7\u2022] ?|,|&nbsp;|%20)\d{3}\1\d{4}|\d{4} \d{3} \d{3}|` +
    String.raw`(?<!\d[ _.-])\d([ _.-])\d(?:\2\d){8}(?!\2\d)|(?<!\d[ -])\d\d([ -])\d\d(?:\3\d\d){3}(?!\3\d))(?!\d|[.,]\d)`,
  'g',
)

function holdsNhsNumber(text: string): boolean {
  return (text.match(tenDigits) ?? []).some((found) =>
    isNhsNumber(found.replaceAll('%20', ' ').replaceAll(/\D/g, '')),
  )
}

const mayBeEmail = /@|[([]at[)\]]/i
const email = /[\p{L}\d._%+'-]{1,64}(?:@| ?[([]at[)\]] ?)[\p{L}\d-]{1,63}\.[\p{L}\d]/iu

// landlines are of offices too; a mobile is somebody's
const mobile = /(?<![\d.,])(?:(?:\+|00)44[ -]?(?:\(0\))?[ -]?|\(?0)7\d\d[ -]?\d\)?(?:[ -]?\d){6}(?!\d)/

const unitPostcode = String.raw`[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b`
const postcode = new RegExp(String.raw`\b${unitPostcode}`, 'i')
const onlyPostcode = new RegExp(`^${unitPostcode}$`, 'i')

/** Whether a text is a full postcode and nothing else: a dozen homes, where a column of them is of persons. */
export function isPostcode(text: string): boolean {
  return onlyPostcode.test(text)
}

const address = new RegExp(
  String.raw`\b\d{1,4}[A-Z]?[, /]+(?:[\p{L}.'’-]{1,30}[, ]+){0,8}${unitPostcode}|` +
    String.raw`\b${unitPostcode}[, /]+(?:no\.? ?|number |flat |house )?\d{1,3}[A-Z]?\b(?![.,]?\d| ?%| [a-z])`,
  'iu',
)
const livesAt =
  /\b(?:liv(?:es?|ed|ing)|resid(?:es?|ed|ing)|home address|address is)(?: at|:)? \d{1,4}[A-Za-z]?,? \p{Lu}\p{L}/u

const month = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*'
const writtenDay =
  String.raw`(?:\d{1,2}[ ./-]{1,2}\d{1,2}[ ./-]{1,2}\d{2,4}|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{8}\b|` +
  String.raw`\d{1,2}(?:st|nd|rd|th)?[ -]?(?:of )?${month}[ ,-]{0,2}\d{2,4}|${month}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4})`
const birth = new RegExp(
  String.raw`(?:\bd\.? ?o\.? ?b\b\.?|\bdate of birth|\bbirth ?da(?:te|y)|\bborn|(?<![\p{L}\d])b\.(?= ?\d\d?[./-]\d))` +
    String.raw`[^\p{L}\d]{0,4}(?:(?:is|was|on|the)[ :]{1,2}){0,3}${writtenDay}`,
  'iu',
)

// "Mr A" and "Mrs B" are how reviews write of people whom nobody is to know; "near miss" is a word of audits
const titled = new RegExp(
  String.raw`(?<!\p{L}|near |Near )(?:(?:Mr|Mrs|Ms|Mx|Miss|Dr|Professor|Reverend)(?:[._] ?| {1,3})(?:[A-Z]\.? ){0,3}` +
    String.raw`(?!Excel|Word|Teams|Access|Office|Power|Society|Forms|Rate|Foster Int|Barnardo|(?:The|He|She|They|This|That|It|His|Her|Their|In|On|At|After|When|No|We|Mr|Mrs|Ms|Miss|Dr|Both)\b)(?:\p{Lu}\p{Ll}\b|\p{Lu}['’]?\p{L}{2,})|` +
    // written without care, and before "van", "de" and their like
    String.raw`(?:[Mm][Rr][Ss]?)(?:[._] ?| {1,3})(?!(?:and|or|with|who|scans?|imaging|guided)\b)(?:d[aeiu]|[\p{Ll}\p{Lu}]['’]?[\p{Ll}]{2,}|\p{Lu}{3,}|\p{Lu}['’]\p{Lu}{2,})\b)`,
  'u',
)

// National Insurance, driving licence, and a number that is said to be somebody's
const keys = new RegExp(
  String.raw`\b(?:[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]|QQ) ?(?:\d\d ?){3}[A-D]\b|\b[A-Z9]{5}\d{6}[A-Z9]{2}\d[A-Z]{2}\b|` +
    String.raw`\b(?:mosaic|liquidlogic|las|lcs|rio|nhs|client|patient|person|service user|case|passport) (?:id|no\.?|number|ref|reference)[ :#]{1,2}\d{5,}`,
  'i',
)

/** Spaces, dashes and digits of whatever alphabet as they are usually written, and nothing that is not seen. */
function asWritten(given: string): string {
  // most texts are plain ASCII, and need no work
  if (/^[\x20-\x7e]*$/.test(given)) return given
  return given
    .normalize('NFKC')
    .replaceAll(/\p{Cf}/gu, '')
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/\p{Pd}|\u2212/gu, '-')
    .replaceAll(/(?![0-9])\p{Nd}/gu, digitOf)
}

/** The digits of each alphabet stand beside each other, from nought to nine. */
function digitOf(letter: string): string {
  const code = letter.codePointAt(0) ?? 0
  let digit = 0
  while (digit < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - digit - 1))) digit += 1
  return String(digit)
}
