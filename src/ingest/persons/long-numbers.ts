import { isNhsNumber } from '../../contract/person-in-text.ts'

/** Forms of a long number that are told apart in one column: `1-`, `REF`. */
const mostForms = 50

/**
 * Ten digits alone in a cell, with what a list writes before or behind all of them; null where the cell says more.
 *
 * @example '9434765919' → ['', '9434765919']; '1-1000312641' → ['1-', '1000312641']; 'Ask 9434765919 first' → null
 */
export function longNumberIn(cell: string): { form: string; digits: string } | null {
  const [, before, digits, behind] =
    /^([A-Za-z]{0,5}[-_/#:]?|\d{1,3}[-_/])(\d{10})([-_/][A-Za-z\d]{1,3})?$/.exec(cell) ?? []
  return digits === undefined
    ? null
    : { form: `${before ?? ''}|${behind === undefined ? '' : 'behind'}`, digits }
}

/**
 * Judges the ten-digit numbers of one column, form by form. One number in eleven passes the check of an NHS number by
 * chance; they are NHS numbers where more than half of them pass, or far more than chance would have.
 */
export function longNumbersInColumn<At>() {
  const forms = new Map<string, { numbers: number; valid: number; first: At | null }>()
  return {
    /** whether the number is judged with its column */
    take({ form, digits }: { form: string; digits: string }, at: At): boolean {
      const known = forms.get(form) ?? { numbers: 0, valid: 0, first: null }
      if (!forms.has(form) && forms.size >= mostForms) return false
      forms.set(form, known)
      known.numbers += 1
      if (isNhsNumber(digits)) {
        known.valid += 1
        known.first ??= at
      }
      return true
    },
    /** where the first of them stands; null where none are NHS numbers */
    look: (): At | null => [...forms.values()].find(areNhsNumbers)?.first ?? null,
  }
}

const chance = 1 / 11
/** Standard deviations beyond which so many would not pass by chance in any load of a council's life. */
const beyondChance = 4

function areNhsNumbers({ numbers, valid }: { numbers: number; valid: number }): boolean {
  const byChance = numbers * chance + beyondChance * Math.sqrt(numbers * chance * (1 - chance))
  return valid > numbers / 2 || valid > byChance
}
