import { hasFormOfName, isFamilyName, isForename, isPersonName } from '../../domain/persons/person-name.ts'
import { saysGroup } from '../../domain/persons/words-of-groups.ts'

/** Enough different cells to know what a column holds. */
const mostDistinct = 1000

/**
 * Judges whether the cells of one column are of persons: by their names, under a header that promises one person to a
 * cell by what names no group, and by where they live. Each different cell counts once.
 */
export function namesInColumn<At>() {
  const distinct = new Set<string>()
  const count = { named: 0, formed: 0, forenames: 0, families: 0, initials: 0, unexplained: 0, streets: 0 }
  const first: { formed: At | null; unexplained: At | null; street: At | null } = {
    formed: null,
    unexplained: null,
    street: null,
  }
  const isNew = (cell: string) => {
    if (distinct.size >= mostDistinct || distinct.has(cell)) return false
    distinct.add(cell)
    return true
  }
  const leaveUnexplained = (at: At) => {
    count.unexplained += 1
    first.unexplained ??= at
  }

  return {
    /** @param isOneEach whether the header promises one person to a cell */
    take(cell: string, at: At, isOneEach: boolean) {
      if (!isNew(cell)) return
      if (isOneEach && (isPersonName(cell) || !saysGroup(cell))) leaveUnexplained(at)
      if (isStreetAddress(cell)) {
        count.streets += 1
        first.street ??= at
      }
      // single names: the name has a column to each of its parts
      const isFamily = isFamilyName(cell)
      const isFore = isForename(cell)
      const isFormed = hasFormOfName(cell)
      const areInitials = initials.test(cell)
      if (areInitials) count.initials += 1
      if (isFamily) count.families += 1
      if (isFore) count.forenames += 1
      if (isFormed) count.formed += 1
      if (isFamily || isFore || isFormed || areInitials) first.formed ??= at
      if (!isFormed || !isPersonName(cell)) return
      count.named += 1
      // the place of the first that is surely one
      if (count.named === 1) first.formed = at
    },
    /** A cell that does not say that it is a group. */
    takeUnexplained(cell: string, at: At) {
      if (isNew(cell)) leaveUnexplained(at)
    },
    /**
     * Where the first name stands; null where they are none. A column holds names where at least half of its different
     * cells are known ones, or where nearly all have the form of one and some are known. Under a header that promises
     * names, the form of half of them is enough.
     */
    look: (isPromised: boolean): At | null =>
      areNames({ ...count, distinct: distinct.size }, isPromised) ? first.formed : null,
    /**
     * Under a header that promises one person to a cell it is the group that has to show: a third of the different cells
     * that say none are persons, by whatever name, initials or number.
     */
    lookForUnexplained: (): At | null => (count.unexplained >= distinct.size / 3 ? first.unexplained : null),
    /** One home called after its address is none; where half of a column are addresses, people live there. */
    lookForStreets: (): At | null => (count.streets >= distinct.size / 2 ? first.street : null),
  }
}

interface NamesCounted {
  distinct: number
  named: number
  formed: number
  forenames: number
  families: number
  initials: number
}

function areNames(
  { distinct, named, formed, forenames, families, initials: initialled }: NamesCounted,
  isPromised: boolean,
): boolean {
  if (distinct === 0) return false
  if (isPromised && Math.max(formed, forenames, families) >= distinct / 2) return true
  if (initialled > 1 && initialled >= distinct / 2) return true
  if (forenames > 1 && forenames >= distinct / 2) return true
  return named > 0 && (named >= distinct / 2 || (formed >= 0.8 * distinct && named >= distinct / 5))
}

/** Initials alone, as a list writes who without saying it. @example 'A.B.', 'J. S.' */
const initials = /^(?:\p{Lu}\. ?){2,4}$/u

/** A house number and a street, without a postcode. */
const street =
  /^(?:(?:flat|apartment|apt|room|unit) ?\w{1,4},? )?\d{1,4}[a-z]?(?:-\d{1,4})?,? (?:\p{L}[\p{L}'’.-]*[ ,]+){1,5}(?:street|st|road|rd|avenue|ave|lane|ln|close|drive|gardens|grove|crescent|court|way|place|terrace|mews|hill|rise|walk|row|square|parade|green|view|park|gate|house|flats)\.?(?:,.{0,60})?$/iu

/** @example '12 Acacia Avenue', 'Flat 3, 40 High Street' → true; '28 days or more', '3 Bridges House' is one, and stands alone */
function isStreetAddress(cell: string): boolean {
  return cell.length <= 120 && street.test(cell)
}
