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
    'address|addresses|address 1|address 2|address 3|address 4|address line|address line 1|address line 2|address line 3|addr|addr 1|addr 2|house number|house name|house no|unique property reference number|unique property reference|property reference number|house name number|door number|street|street name|street address|postcode|post code|postal code|postcodes|pcode|uprn|postcode residence|zip|zip code|door no|house number name|house no name',
  ],
  [
    'email',
    'contact number|contact no|contact details|landline|landline number|cell phone|mob|mob no|mob number|email|emails|e mail|email address|e mail address|mail address|telephone|telephone number|telephone no|tel|tel no|phone|phone number|phone no|mobile|mobile number|mobile no|mobile phone',
  ],
  [
    'identifier',
    'nino|national insurance|passport number|sort code|bank sort code|bank details|bank account|bank account number|bank account no|iban|mrn|upn|ssid|suid|person id|client id|patient id',
  ],
]
/** As words, and joined: `NHSNo`, `nhsno` and `NHS No` are one. */
const kinds = new Map(
  whole.flatMap(([kind, forms]) =>
    forms.split('|').flatMap((form) => [[form, kind] as const, [form.replaceAll(' ', ''), kind] as const]),
  ),
)
/** Keys of the systems that councils and the NHS keep people in. */
const keyOfSystem =
  /^(?:mosaic|liquid ?logic|ll|las|lcs|swift|frameworki|framework i|rio|syst[ey]m ?one|emis|care ?first|eclipse|paris|ais|azeus|contr ?occ|hospital|hosp|social (?:care|services)|nat(?:ional)? ins(?:urance)?|ni|passport|driving licen[cs]e|pseudonymised|payroll) ?(?:person |client |case |record |user |service user |adult |child |patient )?(?:id|identifier|no|nos|number|ref|reference|key)$/
const keysOfPlaces = /^hosp(?:ital)? (?:id|identifier|ref|reference)$/

/** Whose name or number a column may hold. A word of two parts is joined before it is looked for. */
const persons = new Set(
  'client patient person serviceuser su customer adult resident citizen carer individual nok worker staff employee socialworker keyworker caseworker officer caseofficer practitioner assessor caseholder sw referrer advocate child parent tenant applicant claimant victim perpetrator user'.split(
    ' ',
  ),
)
/** Of these a name is a person's, and a number counts or reaches them. */
const named = new Set('contact reviewer attorney representative manager owner responsibleperson'.split(' '))
/** What has a key of its own beside a person: only a list of single cases has one to a row. */
const cases = new Set('case referral episode enquiry concern assessment'.split(' '))
/** Words that are two in one file and one in another. */
const twoWords =
  /\b(service|social|key|case|responsible|next of|allocated|named|care) (user|worker|officer|holder|person|kin|coordinator|manager)\b/g
const joined = new Map([
  ['next of kin', 'nok'],
  ['allocated worker', 'worker'],
  ['named worker', 'worker'],
  ['case manager', 'caseholder'],
  ['care manager', 'caseholder'],
  ['care coordinator', 'caseholder'],
])
const shortened = new Map(
  'svc service|serv service|srv service|cust customer|usr user|pers person|clnt client|wkr worker|ident identifier|nm name|num number|nbr number|nr number'
    .split('|')
    .map((pair) => pair.split(' ') as [string, string]),
)
/** Words beside a person and a key that say whose list it is from, or how it was made. */
const ofKeys = new Set(
  `la der nhs combined pseudo pseudonymised pseudonym hashed encrypted derived internal external source system master
  national alleged at risk allocated named lead main primary assigned open social care mosaic liquidlogic`.split(
    /\s+/,
  ),
)
const isName = (word: string) => /^(?:names?|initials|surnames?|forenames?)$/.test(word)
/** A key whatever its place; the other words for one head counts, groups and key workers too, and stand last. */
const isKey = (word: string) => /^(?:ids?|identifiers?|uid|guid|uuid|urn)$/.test(word)
const isKeyAtEnd = (word: string) => /^(?:ref|reference|number|no|code|key|pin)$/.test(word)

/**
 * What of a person a column holds by its name, or null. Letter case, spaces, underscores, joined words, shortened
 * ones, their order, and words about whose it is or how it was checked make no difference; a name that says more than
 * that is of something else.
 *
 * @example 'NHS Number', 'nhs_no (verified)', 'ClientNHSNumber' → 'nhs-number'; 'nhs_number_recorded' → null;
 *   'Date of Birth', 'dob_client' → 'birth'; 'LA Person Unique Identifier' → 'identifier'; 'area_name' → null
 */
export function findPersonHeader(header: string): PersonKind | null {
  const words = wordsOf(header)
  const core = words.filter((word) => word !== 'of' && word !== 'the')
  while (core.length > 1 && besides.has(core[0] ?? '') && kindOf(core) === null) core.shift()
  while (core.length > 1 && isEnding(core.at(-1)) && kindOf(core) === null) core.pop()
  const kind = kindOf(core) ?? kindByWords(nounsOf(words))
  if (kind !== null) return kind
  const key = words.join(' ').replaceAll(/\b(?:of|the) /g, '')
  if (keyOfSystem.test(key) && !keysOfPlaces.test(key)) return 'identifier'
  while (core.length > 1 && behind.has(core.at(-1) ?? '')) core.pop()
  const found = kindOf(core)
  // a way to get in touch, with more behind it, is a kind of contact
  return found !== null && mayCount(found) ? null : found
}

/** A person, with a name or a key, and nothing that says otherwise. */
function kindByWords(words: readonly string[]): PersonKind | null {
  const isOf = (word: string) => persons.has(word) || named.has(word) || cases.has(word)
  const isBeside = (word: string) => besides.has(word) || ofKeys.has(word) || endings.has(word)
  if (!words.every((word) => isOf(word) || isName(word) || isKey(word) || isKeyAtEnd(word) || isBeside(word)))
    return null
  const own = words.filter((word) => persons.has(word))
  if (words.some(isName) && (own.length > 0 || words.some((word) => named.has(word)))) return 'name'
  const rest = words.filter((word) => isOf(word) || !(endings.has(word) || behind.has(word)))
  const isKeyed = words.some(isKey)
  const isNumbered =
    isKeyAtEnd(rest.at(-1) ?? '') && rest.some((word, at) => isOf(word) && at < rest.length - 1)
  // a parent's code is one of an organisation
  const isOfOrganisation = words.join(' ') === 'parent code'
  if (own.length > 0 || words.includes('case'))
    return (isKeyed || isNumbered) && !isOfOrganisation ? 'identifier' : null
  return isKeyed && words.some((word) => cases.has(word)) ? 'identifier' : null
}

/** Words in the singular where they name whom a column is of, two in one, and as they are written in full. */
function nounsOf(words: readonly string[]): string[] {
  const full = words
    .map((word) => shortened.get(word) ?? word)
    .filter((word) => word !== 'of' && word !== 'the')
  const text = words.includes('of')
    ? words.map((word) => shortened.get(word) ?? word).join(' ')
    : full.join(' ')
  return text
    .replaceAll(/\b(service user|(?:social|key|case) worker|worker|officer|practitioner)s\b/g, '$1')
    .replaceAll(twoWords, (said) => joined.get(said) ?? said.replaceAll(' ', ''))
    .split(' ')
    .filter((word) => word !== 'of' && word !== 'the' && word !== '')
}

/** Words behind what a column is of that change nothing about it. */
const behind = new Set(
  'client patient person su user resident citizen carer main primary current verified unverified traced confirmed registered legal unique'.split(
    ' ',
  ),
)

function kindOf(words: readonly string[]): PersonKind | null {
  return kinds.get(words.join(' ')) ?? (words.length > 1 ? kinds.get(words.join('')) : null) ?? null
}

/** Column names that say a name without saying of what: their cells decide. */
const open = new Set(
  'name names allocatedto assignedto contact manager owner author first last given family called displayname alias aka representative attorney reviewer lead nominatedperson responsibleperson'.split(
    ' ',
  ),
)
/** Of these there is one person to each: a column of them is one of persons, unless its cells say groups. */
const oneToEach = new Set(
  'person individual client patient serviceuser su customer resident citizen employee worker socialworker keyworker caseworker officer caseofficer practitioner assessor caseholder sw victim perpetrator reviewer allocatedto assignedto'.split(
    ' ',
  ),
)
const beforePersons = new Set(
  'allocated named assigned lead main primary current previous local alleged our my the social care'.split(
    ' ',
  ),
)

/** The one thing that a header names, without what stands before it. @example 'Allocated Social Worker' → 'socialworker' */
function nounOf(header: string): string {
  const words = nounsOf(wordsOf(header))
  const whole = words.join('')
  while (words.length > 1 && beforePersons.has(words[0] ?? '')) words.shift()
  return open.has(whole) || oneToEach.has(whole) ? whole : words.join('')
}

/** Whether a header may be of names: the form of a name is enough below it. */
export function mayHoldNames(header: string): boolean {
  const noun = nounOf(header)
  return open.has(noun) || persons.has(noun) || /^adult(?:at)?risk$/.test(noun)
}

/** Whether a header promises one person to a cell: what stands below it has to say that it is a group. */
export function isOfOneEach(header: string): boolean {
  return oneToEach.has(nounOf(header))
}

/** Kinds of which a bare word is also how people got in touch: a column of their small counts is no column of persons. */
export function mayCount(kind: PersonKind): boolean {
  return kind === 'email' || kind === 'address'
}

/** Whether a breakdown has one person to a member, by its id. @example 'person', 'nhs-number' → true; 'carer' → false */
export function isPersonDimension(dimension: string): boolean {
  const kind = findPersonHeader(dimension)
  return (kind !== null && !mayCount(kind)) || isOfOneEach(dimension)
}

const ofAge =
  /^(?:(?:client|patient|person|persons|service user|su|resident|customer|carer|adult|current|exact) )*ages?(?: (?:at|on|as at|as of|when) .+| in (?:years|yrs)| years| yrs| now| today)?$/

/** Whether a column is called one of ages. @example 'Age', 'Client age (years)', 'AgeAtReferral' → true; 'Age band' → false */
export function isAgeHeader(header: string): boolean {
  return ofAge.test(wordsOf(header).join(' '))
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
