import type { PersonKind } from '../../contract/person-in-text.ts'

/** Words that stand before or behind what a column is of and change nothing about it. */
const besides = new Set(
  'the of a client clients patient patients person persons individual adult adults customer service user su resident citizen carer carers nok parent guardian child main primary current home contact full legal registered their his her my unique local worker staff employee case record'.split(
    ' ',
  ),
)
const endings = new Set('text value field txt str char dd mm yyyy yy ddmmyyyy line id'.split(' '))

const whole: readonly [PersonKind, string][] = [
  [
    'nhs-number',
    'nhs number|nhs numbers|nhs no|nhs nos|nhs num|nhs nr|nhs ref|nhs identifier|nhs id|nhsnumber|nhsno|nhsnum|nhsid|chi number|chi no|hcn|health and care number',
  ],
  [
    'name',
    'forename|forenames|fore name|first name|firstname|given name|given names|givenname|middle name|middle names|middlename|surname|sur name|last name|lastname|family name|familyname|fullname|full name|preferred name|known as|maiden name|alias name|forename surname|surname forename|first name last name|name and surname|initials|next kin|name kin',
  ],
  [
    'birth',
    'dob|d o b|date birth|dateofbirth|birth date|birthdate|birthday|birth dt|date born|born|year birth|yob|dod|date death|dateofdeath|death date',
  ],
  [
    'address',
    'address|addresses|address 1|address 2|address 3|address 4|address line|address line 1|address line 2|address line 3|addressline1|addressline2|addr|addr 1|addr1|home address|homeaddress|house number|house name|house no|house name number|door number|street|street name|street address|postcode|post code|postal code|postcodes|pcode|uprn',
  ],
  [
    'email',
    'email|emails|e mail|email address|emailaddress|e mail address|mail address|telephone|telephone number|telephone no|tel|tel no|phone|phone number|phone no|mobile|mobile number|mobile no|mobile phone',
  ],
  [
    'identifier',
    'ni number|ni no|nino|national insurance number|national insurance no|national insurance|passport number|mosaic id|mosaic number|mosaic person id|liquidlogic id|las id|lcs id|swift id|frameworki id|framework i id|rio id|rio number|systmone id|emis number|hospital number|mrn|social care number',
  ],
]
const kinds = new Map(whole.flatMap(([kind, forms]) => forms.split('|').map((form) => [form, kind] as const)))

/** Of whom a number or a name is: with one of the words behind it, a column is of persons. */
const persons =
  'client|patient|person|service user|su|customer|adult|resident|citizen|carer|individual|nok|next of kin|worker|staff|employee|social worker|key worker|case worker|caseworker|allocated worker|referrer|advocate|assessor|child|parent'
const nameOf = new RegExp(
  `^(?:allocated |named |lead |main |primary |local )?(?:${persons})s? (?:name|names|full name|initials)$`,
)
// in the singular: "carers number" counts them
const numberOf = new RegExp(`^(?:local )?(?:${persons}) (?:id|identifier|ref|reference|number|no|code)$`)
const ofPerson = new RegExp(`^(names?|initials|ids?|ref) of (?:the )?(?:${persons})s?$`)

/**
 * What of a person a column holds by its name, or null. Letter case, spaces, underscores, joined words and a word
 * about whose it is make no difference; a name that says more than that is of something else.
 *
 * @example 'NHS Number', 'nhs_no', 'ClientNHSNumber' → 'nhs-number'; 'nhs_number_recorded' → null;
 *   'Date of Birth' → 'birth'; 'area_name' → null
 */
export function findPersonHeader(header: string): PersonKind | null {
  const words = wordsOf(header)
  const said = words.join(' ')
  const [, ownWord] = ofPerson.exec(said) ?? []
  if (nameOf.test(said) || ownWord?.startsWith('n') || ownWord === 'initials') return 'name'
  if (numberOf.test(said) || ownWord !== undefined) return 'identifier'
  const core = words.filter((word) => word !== 'of' && word !== 'the')
  while (core.length > 1 && besides.has(core[0] ?? '') && !kinds.has(core.join(' '))) core.shift()
  while (core.length > 1 && isEnding(core.at(-1)) && !kinds.has(core.join(' '))) core.pop()
  return kinds.get(core.join(' ')) ?? null
}

/** Column names that say a name without saying of what: their cells decide. */
const open = new Set(
  `name|names|${persons}|named worker|allocated to|assigned to|case holder|caseholder|contact|manager|owner|author|practitioner`.split(
    '|',
  ),
)

export function mayHoldNames(header: string): boolean {
  return open.has(wordsOf(header).join(' '))
}

/** Kinds of which a bare word is also how people got in touch: a column of their small counts is no column of persons. */
export function mayCount(kind: PersonKind): boolean {
  return kind === 'email' || kind === 'address'
}

const oneToEach = new Set(
  'person|individual|client|patient|service user|su|customer|resident|citizen|employee|worker|social worker|key worker|case worker|caseworker|allocated worker|named worker'.split(
    '|',
  ),
)

/** Whether a breakdown has one person to a member, by its id. @example 'person', 'nhs-number' → true; 'carer' → false */
export function isPersonDimension(dimension: string): boolean {
  const kind = findPersonHeader(dimension)
  return (kind !== null && !mayCount(kind)) || oneToEach.has(wordsOf(dimension).join(' '))
}

/** @example 'ClientNHSNumber' → client nhs number; 'D.O.B.' → d o b; 'Address1' → address 1 */
function wordsOf(header: string): string[] {
  return header
    .normalize('NFKC')
    .slice(0, 200)
    .replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replaceAll(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .replaceAll(/['’]s\b/g, '')
    .toLowerCase()
    .replaceAll(/(\p{L})(\d)/gu, '$1 $2')
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word !== '')
}

function isEnding(word: string | undefined): boolean {
  return word !== undefined && (endings.has(word) || /^\d$/.test(word))
}
