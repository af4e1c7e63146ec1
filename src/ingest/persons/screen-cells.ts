import { isPostcode } from '../../contract/person-in-text.ts'
import { isForename, isNamedPractice, isPersonName } from '../../domain/persons/person-name.ts'
import { type CsvRow, isBlank } from '../csv-row.ts'
import { agesInColumn } from './exact-age.ts'
import { keysInColumn } from './keys-in-column.ts'
import { type FoundKind, findInText, isNumberOfHome } from './kinds-found.ts'
import { longNumberIn, longNumbersInColumn } from './long-numbers.ts'
import { namesInColumn } from './names-in-column.ts'
import {
  findPersonHeader,
  isAgeHeader,
  isOfOneEach,
  isPersonDimension,
  mayCount,
  mayHoldNames,
} from './person-header.ts'
import { isTelephone } from './telephone.ts'
import { dayOfSerial, daysInColumn } from './written-days.ts'

/** Where a person was found, and what of one; `more` cells of the same column show the same. */
export interface PersonFound {
  kind: FoundKind
  row: CsvRow
  column: number
  isHeader: boolean
  more: number
}

/** What is known of a file's columns before it is read. */
export interface ColumnRoles {
  /** columns that the contract gives this file: their own names are no fault */
  own: ReadonlySet<string>
  /** every column that is asked for by name, in a file of the contract or by a mapping: these show the header row */
  wanted: ReadonlySet<string>
  /** columns of figures: ten digits with a decimal are one there */
  figures: ReadonlySet<string>
  /** columns of days that may be of any decade: periods, readings, dates of the plan */
  days: ReadonlySet<string>
  /** columns whose cells name a role, a board or whoever decided: one person's name there is one too many */
  roles: ReadonlySet<string>
  /** columns whose cells become members or their labels */
  members: ReadonlySet<string>
  /** the column that says of which breakdown a member is */
  dimension: string | null
  /** whether each row is counted as one case: a key to each is then one to a person */
  isOfCases: boolean
}

/** More breakdowns than a file has. */
const mostDimensions = 1000
/** Headers of days: numbers below them may be days as a spreadsheet counts them. */
const saysDay = /(?:^|[^a-z])(?:date|day|born|birth|dob|when)(?:$|[^a-z])/i
/** Rows in which a header may stand, below titles and blank lines. */
const mostHeadRows = 20

interface At {
  row: CsvRow
  column: number
}

const emptyTally = () => ({
  header: '',
  headed: null as At | null,
  isOfAges: false,
  /** whether a cell is more than a small figure */
  isMoreThanCounts: false,
  long: longNumbersInColumn<At>(),
  /** ten digits, and those of them that are a mobile number whose nought a spreadsheet dropped */
  ofTen: 0,
  mobiles: 0,
  firstMobile: null as At | null,
  /** cells that are more than a figure, and those of them that are full postcodes */
  texts: 0,
  postcodes: 0,
  firstPostcode: null as At | null,
  phones: 0,
  firstPhone: null as At | null,
  days: daysInColumn<At>(),
  names: namesInColumn<At>(),
  keys: keysInColumn<At>(),
  /** numbers as homes have them */
  homes: 0,
  firstHome: null as At | null,
  ages: agesInColumn<At>(),
})
type Tally = ReturnType<typeof emptyTally>

/**
 * Looks through the cells of one file for persons: each cell for what stands in it, the header for what its columns
 * are of, and each column for what only the whole of it shows (dates of birth, names, NHS numbers among figures).
 * Work is linear in the cells; of each column a few things are kept.
 */
export function createCellScreen(roles: ColumnRoles) {
  const found = new Map<string, PersonFound>()
  const tallies: Tally[] = []
  const dimensions = new Map<string, Tally['names']>()
  const agesOfDimensions = new Map<string, Tally['ages']>()
  let places = { dimension: -1, members: [] as number[] }
  let rowsSeen = 0
  let isBelowHeader = false
  let separator: string | null = null

  const tell = (kind: FoundKind, { row, column }: At, isHeader = false) => {
    const key = `${column} ${kind} ${isHeader}`
    const before = found.get(key)
    if (before) before.more += 1
    else found.set(key, { kind, row, column, isHeader, more: 0 })
  }
  const tallyOf = (index: number): Tally => {
    const known = tallies[index] ?? emptyTally()
    tallies[index] = known
    return known
  }

  function take(given: CsvRow) {
    if (isBlank(given)) return
    rowsSeen += 1
    if (rowsSeen === 1) separator = otherSeparator(given)
    const fields = separator === null ? given.fields : given.raw.split(separator)
    const at = (index: number): At => ({ row: given, column: separator === null ? index : 0 })
    if (rowsSeen <= mostHeadRows && !isBelowHeader) takeHead(fields, at)
    else takeRow(fields, at)
  }

  /** A title, or the header itself: the first row that names a wanted column, or has more than one cell. */
  function takeHead(fields: readonly string[], at: (index: number) => At) {
    const names = fields.map((field) => field.trim())
    names.forEach((name, index) => {
      takeText(name, at(index))
      if (!roles.own.has(name)) takeHeader(name, at(index))
    })
    // a column to each worker
    const named = names.findIndex(isPersonOrForename)
    if (named >= 0 && names.filter(isPersonOrForename).length > 1) tell('name', at(named), true)
    const isHeader = roles.wanted.size
      ? names.some((name) => roles.wanted.has(name))
      : names.length === 1 || names.filter((name) => name !== '').length > 1
    if (!isHeader) return
    isBelowHeader = true
    names.forEach((name, index) => {
      Object.assign(tallyOf(index), { header: name, headed: at(index), isOfAges: isAgeHeader(name) })
    })
    const dimension = roles.dimension === null ? -1 : names.indexOf(roles.dimension)
    places = { dimension, members: [...roles.members].map((name) => names.indexOf(name)) }
  }

  function takeHeader(name: string, at: At) {
    const kind = findPersonHeader(name)
    if (kind !== null && !mayCount(kind)) tell(kind, at, true)
  }

  function takeText(text: string, at: At) {
    const kind = text === '' ? null : findInText(text)
    if (kind && !(kind === 'name' && isNamedPractice(text))) tell(kind, at)
  }

  function takeRow(fields: readonly string[], at: (index: number) => At) {
    const cells = fields.map((field) => field.trim())
    cells.forEach((cell, index) => {
      if (cell !== '') takeCell(cell, tallyOf(index), at(index))
    })
    // a header below a longer title: words alone, and no file of the contract
    const mayBeHeader = rowsSeen <= mostHeadRows && roles.own.size === 0
    if (mayBeHeader && !cells.some(isFigure)) {
      cells.forEach((cell, index) => {
        takeHeader(cell, at(index))
      })
    }
    if (places.dimension >= 0) takeMember(cells, at)
  }

  function takeCell(cell: string, tally: Tally, at: At) {
    const { header } = tally
    if (roles.isOfCases && !roles.days.has(header)) tally.keys.take(cell, at)
    if (tally.isOfAges && !roles.figures.has(header)) tally.ages.take(cell, at)
    if (saysDay.test(header) && !roles.days.has(header) && !roles.figures.has(header) && isFigure(cell))
      tally.days.take(dayOfSerial(cell) ?? cell, at)
    if (cell.length < 8 && isFigure(cell)) {
      if (isOfOneEach(header) && roles.members.has(header)) tally.names.takeUnexplained(cell, at)
      return
    }
    tally.isMoreThanCounts = true
    tally.texts += 1
    if (isPostcode(cell)) {
      tally.postcodes += 1
      tally.firstPostcode ??= at
    }
    if (isTelephone(cell) && !roles.figures.has(header)) {
      tally.phones += 1
      tally.firstPhone ??= at
    }
    const number = asNumber(cell, roles.figures.has(header))
    if (isNumberOfHome(number) && !roles.figures.has(header)) {
      tally.homes += 1
      tally.firstHome ??= at
    }
    const long = longNumberIn(number)
    // in a column of members one bare number is enough
    const isJudgedAlone = roles.members.has(header) && long?.digits === number
    if (long && !isJudgedAlone && tally.long.take(long, at)) {
      if (long.digits === number) takeMobile(tally, number, at)
      if (!/^\d+$/.test(number) && !roles.own.has(header)) tally.names.take(cell, at, isOfOneEach(header))
      return
    }
    if (/^\d{8,}$/.test(number) && !roles.members.has(header)) {
      if (cell.length === 8 && !roles.own.has(header) && !roles.days.has(header)) tally.days.take(cell, at)
      return
    }
    takeText(number, at)
    if (roles.roles.has(header) && isPersonOrForename(cell)) tell('name', at)
    if (roles.own.has(header)) {
      // a title or a name that is nothing but somebody's
      if (!roles.roles.has(header) && !roles.members.has(header) && isPersonName(cell)) tell('name', at)
      return
    }
    if (!roles.days.has(header)) tally.days.take(cell, at)
    tally.names.take(cell, at, isOfOneEach(header))
  }

  function takeMobile(tally: Tally, number: string, at: At) {
    tally.ofTen += 1
    if (!/^7[1-9]\d{8}$/.test(number)) return
    tally.mobiles += 1
    tally.firstMobile ??= at
  }

  function takeMember(cells: readonly string[], at: (index: number) => At) {
    const dimension = cells[places.dimension] ?? ''
    if (dimension === '') return
    if (isPersonDimension(dimension)) tell('identifier', at(places.dimension))
    const names = dimensions.get(dimension) ?? namesInColumn<At>()
    if (dimensions.size < mostDimensions) dimensions.set(dimension, names)
    for (const index of places.members) {
      const member = cells[index] ?? ''
      if (member === '') continue
      names.take(member, at(index), false)
      if (isAgeHeader(dimension)) agesOf(dimension).take(member, at(index))
    }
  }

  function agesOf(dimension: string): Tally['ages'] {
    const ages = agesOfDimensions.get(dimension) ?? agesInColumn<At>()
    agesOfDimensions.set(dimension, ages)
    return ages
  }

  function endColumn({
    header,
    headed,
    isMoreThanCounts,
    long,
    ofTen,
    mobiles,
    firstMobile,
    texts,
    postcodes,
    firstPostcode,
    phones,
    firstPhone,
    homes,
    firstHome,
    ages,
    days,
    names,
    keys,
  }: Tally) {
    const nhsNumber = long.look()
    if (nhsNumber) tell('nhs-number', nhsNumber)
    if (firstMobile && mobiles > 1 && mobiles >= 0.8 * ofTen && !roles.figures.has(header))
      tell('telephone', firstMobile)
    if (firstPostcode && postcodes > texts / 2) tell('address', firstPostcode)
    if (firstPhone && phones > 1 && phones > texts / 2) tell('landline', firstPhone)
    if (firstHome && homes > 1 && homes > texts / 2) tell('property', firstHome)
    const age = ages.look()
    if (age) tell('age', age)
    const key = keys.look()
    if (key) tell('identifier', key)
    const birth = days.look()
    if (birth) tell('birth', birth)
    const name = names.look(mayHoldNames(header)) ?? names.lookForUnexplained()
    if (name) tell('name', name)
    const home = names.lookForStreets()
    if (home) tell('address', home)
    const kind = roles.own.has(header) ? null : findPersonHeader(header)
    if (kind && headed && mayCount(kind) && isMoreThanCounts) tell(kind, headed, true)
  }

  return {
    take,
    /** everything that was found */
    end(): PersonFound[] {
      tallies.forEach(endColumn)
      for (const names of dimensions.values()) {
        const [name, home] = [names.look(false), names.lookForStreets()]
        if (name) tell('name', name)
        if (home) tell('address', home)
      }
      for (const ages of agesOfDimensions.values()) {
        const age = ages.look()
        if (age) tell('age', age)
      }
      return [...found.values()]
    },
  }
}

function isPersonOrForename(text: string): boolean {
  return isPersonName(text) || isForename(text)
}

function isFigure(cell: string): boolean {
  return /^[-\u2212£]?\d[\d,.]*%?$/.test(cell)
}

/**
 * A number without what a spreadsheet or a data frame adds to a long one: a decimal nought, an exponent, grouping.
 *
 * @example '9434765919.0', '9.434765919E+09', '9,434,765,919' → '9434765919'
 */
function asNumber(cell: string, isFigure: boolean): string {
  if (isFigure || !/^(?:\d{8,}\.0+|\d\.\d{6,}E\+?\d{1,2}|\d{1,3}(?:,\d{3}){2,})$/i.test(cell)) return cell
  return String(Number(cell.replaceAll(',', '')))
}

/** What separates the fields where it is no comma: such a file is refused for it, but never before it is screened. */
function otherSeparator({ fields }: CsvRow): string | null {
  if (fields.length > 1) return null
  const [only = ''] = fields
  return [';', '\t', '|'].find((one) => only.includes(one)) ?? null
}
