import type { PersonKind } from '../../contract/person-in-text.ts'

/** Words that stand before or behind what a column is of and change nothing about it. */
const besides = new Set(
  'the of a client clients patient patients person persons individual adult adults customer service user su resident citizen carer carers nok parent guardian child main primary current home contact full legal registered their his her my unique local worker staff employee case record previous current verified traced new work'.split(
    ' ',
  ),
)
const endings = new Set(
  'text value field txt str char dd mm yyyy yy ddmmyyyy line id s clean raw cleaned'.split(' '),
)

const whole: readonly [PersonKind, string][] = [
  [
    'nhs-number',
    'nhs number|nhs numbers|nhs no|nhs nos|nhs num|nhs nr|nhs ref|nhs identifier|nhs id|nhs nbr|nhs nmbr|number nhs|nhs number chi|chi number|chi no|hcn|health and care number',
  ],
  [
    'name',
    'forename|forenames|fore name|first name|first names|given name|given names|middle name|middle names|surname|surnames|sur name|last name|last names|second name|2nd name|family name|christian name|christian names|l name|f name|s name|full name|full names|name full|surname family name|name address|title name|name and address|preferred name|known as|maiden name|alias name|forename surname|surname forename|first name last name|name and surname|initials|next kin|name kin',
  ],
  [
    'birth',
    'dob|do birth|dt birth|dtob|date birth|dateofbirth|birth date|birth day|birth dt|date born|born date|born|born on|year birth|birth year|month birth|yob|dod|date death|dateofdeath|death date|deceased date',
  ],
  [
    'address',
    'address|addresses|address 1|address 2|address 3|address 4|address line|address line 1|address line 2|address line 3|addr|addr 1|addr 2|house number|house name|house no|house name number|door number|street|street name|street address|postcode|post code|postal code|postcodes|pcode|uprn|postcode residence|zip|zip code|door no|house number name|house no name',
  ],
  [
    'email',
    'contact number|contact no|contact details|landline|landline number|cell phone|mob|mob no|mob number|email|emails|e mail|email address|e mail address|mail address|telephone|telephone number|telephone no|tel|tel no|phone|phone number|phone no|mobile|mobile number|mobile no|mobile phone',
  ],
  ['identifier', 'nino|national insurance|passport number|mrn|upn|ssid|suid|person id|client id|patient id'],
]
/** As words, and joined: `NHSNo`, `nhsno` and `NHS No` are one. */
const kinds = new Map(
  whole.flatMap(([kind, forms]) =>
    forms.split('|').flatMap((form) => [[form, kind] as const, [form.replaceAll(' ', ''), kind] as const]),
  ),
)
/** Keys of the systems that councils and the NHS keep people in. */
const keyOfSystem =
  /^(?:mosaic|liquid ?logic|ll|las|lcs|swift|frameworki|framework i|rio|syst[ey]m ?one|emis|care ?first|eclipse|paris|ais|azeus|contr ?occ|hospital|hosp|social (?:care|services)|nat(?:ional)? ins(?:urance)?|ni|passport|driving licen[cs]e|pseudonymised|payroll) ?(?:person |client )?(?:id|identifier|no|nos|number|ref|reference)$/
const keysOfPlaces = /^hosp(?:ital)? (?:id|identifier|ref|reference)$/

/** Of whom a number or a name is: with one of the words behind it, a column is of persons. */
const persons =
  'client|patient|person|service user|su|customer|adult|resident|citizen|carer|individual|nok|next of kin|worker|staff|employee|social worker|key worker|case worker|caseworker|allocated worker|referrer|advocate|assessor|child|parent|tenant|applicant|claimant|victim|alleged victim|perpetrator|alleged perpetrator|adult at risk|user'
/** Of these a name is a person's, and a number counts or reaches them. */
const named =
  'contact|emergency contact|reviewer|attorney|representative|practitioner|manager|owner|sw|responsible person'
const nameOf = new RegExp(
  `^(?:allocated |named |lead |main |primary |local )?(?:${persons}|${named})s? (?:name|names|full name|initials)$`,
)
// in the singular: "carers number" counts them; a parent's code is one of an organisation
const numberOf = new RegExp(
  `^(?!parent code$)(?:local )?(?:${persons}|case) (?:id|identifier|ref|reference|number|no|code)$`,
)
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
  const key = said.replaceAll(/\b(?:of|the) /g, '')
  if (keyOfSystem.test(key) && !keysOfPlaces.test(key)) return 'identifier'
  const core = words.filter((word) => word !== 'of' && word !== 'the')
  while (core.length > 1 && besides.has(core[0] ?? '') && kindOf(core) === null) core.shift()
  while (core.length > 1 && isEnding(core.at(-1)) && kindOf(core) === null) core.pop()
  return kindOf(core)
}

function kindOf(words: readonly string[]): PersonKind | null {
  return kinds.get(words.join(' ')) ?? (words.length > 1 ? kinds.get(words.join('')) : null) ?? null
}

/** Column names that say a name without saying of what: their cells decide. */
const open = new Set(
  `name|names|${persons}|named worker|allocated to|assigned to|case holder|caseholder|contact|manager|owner|author|practitioner|first|last|given|family|called|display name|alias|aka|user|adult at risk|victim|applicant|representative|attorney`.split(
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
    .reduce<string[]>(joinLetters, [])
}

/** Letters that stand alone beside each other are one word: N.H.S., d o b. */
function joinLetters(words: string[], word: string): string[] {
  const before = words.at(-1)
  const isOfLetters = before !== undefined && /^\p{L}$/u.test(word) && singles.has(before)
  return isOfLetters ? [...words.slice(0, -1), before + word] : [...words, word]
}
const singles = new Set(['n', 'nh', 'd', 'do'])

function isEnding(word: string | undefined): boolean {
  return word !== undefined && (endings.has(word) || /^\d$/.test(word))
}
