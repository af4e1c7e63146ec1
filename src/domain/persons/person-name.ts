import { notOfPersons } from './words-of-groups.ts'

/**
 * Forenames that are common in England, those of its larger communities among them. Names that are also months,
 * places, plants or everyday words (April, Florence, Rose, Mark) are left out: they would find towns and teams.
 */
const forenames = new Set(
  `aaron abdul abdullah abigail adam adrian agnes ahmed aidan aisha alan albert alejandro alexander alexandra alfie
  alfred alice alison allan amanda amelia amina amir amy anastasia andrea andrew andrzej angela anita ann anna anne
  annie anthony antonio arjun arthur asha asif audrey ayesha babatunde barbara barry beata benjamin bernard beryl beth
  betty bilal brenda brian bridget bruce bryan callum carl carol caroline carolyn catherine cathy cecilia charles
  charlie chloe chris christina christine christopher claire clare clive colin connor craig cynthia daniel danielle
  danuta darren david dawn deborah debra denis denise dennis derek diana diane dilip dominic donald donna doreen doris
  dorothy douglas dylan edith edward edwin eileen elaine eleanor elena elizabeth ella ellen ellie elsie emily emma
  eric erica ernest ethan ethel eva evelyn ewa farah fatima fiona frances francis frederick gareth gary gemma geoffrey
  george gerald geraldine gillian giovanni gladys gordon graeme graham gregory gurpreet gwen hannah harjit harold
  harpreet harriet harry harvey hassan helen helena henry hilary hilda howard hugh hussain ian ibrahim imran irene
  irfan isaac isabel isabella isla jacek jacob jacqueline jakub james jamie jan jane janet janice jasbir jason jaswinder
  jayne jean jeanette jeffrey jennifer jeremy jessica jill jitendra joan joanna joanne jodie joe john jonathan jose
  joseph josephine joshua joyce juan judith julia julian julie karen karl katarzyna kate katherine kathleen kathryn
  katie keith kenneth kevin khadija khalid kieran kirsty krzysztof kumar lakshmi laura lauren laurence lawrence leanne
  leonard leslie lewis liam linda lisa lorraine louis louise lucas lucy luke lynda lynn lynne maciej madeleine
  magdalena malcolm malgorzata manjit marcin marcus margaret maria mariam marian marie marilyn marion marjorie marta
  martin mary maryam matthew maureen mavis megan melanie melissa michael michelle mick mildred miriam mohamed mohammad
  mohammed molly monika muhammad muriel nadia naomi natalie natasha nathan neil nicholas nicola nicole nigel nikhil
  noah nora norma norman oliver olivia omar oscar pamela patricia patrick paul paula pauline percy peter philip phyllis
  piotr priya rachel rahul rajesh rajinder ralph ramesh raymond rebecca reginald renee riya robert roger ronald rosemary
  roy russell ruth ryan sabrina sadia saeed sally samantha samir samuel sandeep sandra sanjay sara sarah scott sean
  sebastian shaun sheila simon sofia sophia sophie stacey stella stephanie stephen steven stewart sukhdev sunita susan
  suresh surinder susanna suzanne sylvia tamara tariq teresa terence thelma theodore theresa thomas timothy tomasz tony
  tracey tracy trevor usha valerie vanessa vera veronica vijay vincent vivien walter wayne wendy wilfred william winifred
  yasmin yusuf yvonne zainab zara zoe
  agnieszka amarjit ayodele balbir baljit chukwuemeka deepak fatuma gurdeep hodan ifeoma jagdeep joginder jose kamaljit
  kuldeep mandeep mehmet navdeep ngozi nguyen niamh olena oluwaseun paramjit parminder pradeep rukhsana sanjeev sinead
  siobhan surjit svetlana tenzin wanjiru xiu yetunde yuki`.split(/\s+/),
)

/** Organisations that bear the name of a person. */
const namesakes = new Set(
  `sue ryder|marie curie|leonard cheshire|thomas pocklington|john lewis|helen ley|margaret blackwood|john laing|martin house|
  mary seacole|florence nightingale|james paget|james cook|st helen`.split(/\|\s*/),
)

/** Family names that are no places' and no firms' by themselves. */
const familyNames = new Set(
  `adeyemi ahmed akhtar ali begum chowdhury dhillon garcia gill grewal gurung hussain islam iqbal jones kaur khan kowalski
  malik mensah mohamed murphy nowak okafor okonkwo osei patel rahman sandhu shah sharma sidhu singh smith sullivan uddin
  wang`.split(/\s+/),
)

/** Before a forename, these make a saint's or a sovereign's name of it, which hospitals and schools bear. */
const beforeNamesakes = /^(?:st|saint|queen|king|prince|princess|lord|lady)$/

/** Others that are also names of places or firms: with an initial, or alone where names are promised, they are a person's. */
const alsoFamilyNames = new Set(
  `adams allen anderson bailey baker barnes bell bennett brown butler campbell carter chapman clark clarke collins cook
  cooper cox davies davis edwards ellis evans fisher foster gibson graham green griffiths hall harris harrison hill
  holmes hughes hunt jackson james jenkins johnson kelly khatun king knight lee lloyd marshall mason matthews miah mills
  mitchell moore morgan morris o'brien owen palmer parker phillips powell price richards richardson roberts robinson
  rogers russell scott shaw simpson singh stevens stewart taylor thomas thompson thomson turner walker ward watson webb
  white wilkinson williams williamson wilson wood wright young`.split(/\s+/),
)

const title = /^(?:mr|mrs|ms|mx|miss|dr)\.?\s+/i
const wordOfName = /^(?:\p{Lu}\.?|\p{Lu}['’]?\p{L}+(?:[-'’]\p{L}+)*)$/u

/** The words of a text that has the form of a name, forenames first; null where it has not. */
function namesIn(text: string): string[] | null {
  if (text.length > 80 || /[\d@/:;]/.test(text)) return null
  const [before = '', behind, ...more] = text.replace(title, '').split(',')
  if (more.length > 0) return null
  const words = withInitialsApart(`${behind ?? ''} ${before}`)
    .trim()
    .split(/\s+/)
  if (words.length < 2 || words.length > 4) return null
  if (namesakes.has(words.join(' ').toLowerCase())) return null
  const isName = words.every((word) => wordOfName.test(word) && !notOfPersons.has(word.toLowerCase()))
  return isName ? words : null
}

/** Whether a whole text is a practice or a firm that is called after a doctor. @example 'Dr Patel & Partners' → true */
export function isNamedPractice(text: string): boolean {
  return text.length <= 80 && namedPractice.test(text)
}
const namedPractice =
  /^(?:Drs?|Prof(?:essor)?)\.? [\p{L}\p{M} .,'’&-]{2,60}(?:(?:&|and) (?:Partners?|Associates?|Colleagues|Others)|Partnership|(?:Group |Medical |Family |Dental )?Practice|Surgery|(?:Medical|Health) Centre|Clinic)(?: Ltd| LLP)?$/iu

/**
 * Whether a whole cell is a person's name: two to four capitalised words, a common forename first or last (or behind
 * a comma, or a title before), or a common family name last, and no word of a place, a service or a role. What is
 * said beside it, in brackets, behind a dash or a number, makes no difference; nor do accents, points and underscores.
 *
 * @example 'Margaret Example', 'EXAMPLE, Margaret', 'Mr T Example', 'margaret.example' → true;
 *   'West Ealing', 'OT Lead', 'Sue Ryder', 'Queen Elizabeth' → false
 */
export function isPersonName(text: string): boolean {
  if (isNamedPractice(text)) return false
  if (title.test(text)) return titledRest.test(text.replace(title, ''))
  const words = namesIn(alone(text))?.map(plainly)
  const [first, last] = [words?.[0], words?.at(-1)]
  if (first === undefined || last === undefined || beforeNamesakes.test(first)) return false
  const [given = first] = first.split('-')
  // an initial beside a family name: J. Smith, Smith J
  const initial = /^\p{L}\.?$/u
  if (initial.test(first)) return familyNames.has(last) || alsoFamilyNames.has(last)
  if (initial.test(last)) return familyNames.has(first) || alsoFamilyNames.has(first)
  return forenames.has(given) || forenames.has(last) || familyNames.has(last)
}

/** Whether a whole cell is one common forename, as it stands where a name has a column to each of its parts. */
export function isForename(text: string): boolean {
  return text.length <= 40 && forenames.has(plainly(text))
}

/** Whether a whole cell is one common family name. Enough only under a header that promises names. */
export function isFamilyName(text: string): boolean {
  const name = text.length <= 40 ? plainly(text) : ''
  return familyNames.has(name) || alsoFamilyNames.has(name)
}

/** @example 'J.Smith', 'J.P.Smith' → 'J. Smith', 'J. P. Smith' */
function withInitialsApart(text: string): string {
  return text.replaceAll(/(?<=(?<!\p{L})\p{Lu}\.)(?=\p{Lu})/gu, ' ')
}

/** A name without what is said beside it. @example 'Margaret Example (Peggy) - OT' → 'Margaret Example' */
function alone(text: string): string {
  if (text.length > 80) return text
  const name = text
    .replaceAll(/ ?\([^()]*\)/g, '')
    .replace(/(?: [-–—]|;) .*$|[ _]\d+$/, '')
    .replaceAll(/(?<=\p{L}\p{L})[._](?=\p{L}\p{L})/gu, ' ')
    .trim()
  // written without capitals throughout
  return name === name.toLowerCase()
    ? name.replaceAll(/(?<!\p{L})\p{Ll}/gu, (letter) => letter.toUpperCase())
    : name
}

function plainly(word: string): string {
  return word.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
}

const titledRest = /^(?:\p{Lu}\.?\s*)*\p{Lu}['’]?\p{L}{2,}/u

/** Whether a cell has the form of a name, whatever its words. Enough only under a header that promises names. */
export function hasFormOfName(text: string): boolean {
  if (isNamedPractice(text)) return false
  return title.test(text) || namesIn(text) !== null || isPersonName(text)
}
