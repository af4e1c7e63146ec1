const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** Years between the earliest and the latest day of a column from which on no collection of figures explains it. */
const wideSpan = 20
/** Before this year no figures of a council's case system were read, and nothing in its plan was due. */
const longAgo = 1990

/** A whole day as files write it, day first; null where it is none. @example '01/02/1941', '1 Feb 1941', '1941-02-01' */
export function readDay(text: string): { year: number; month: number; day: number } | null {
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/.exec(text)
  if (iso) return { year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) }
  const slashed = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})(?: .*)?$/.exec(text)
  if (slashed) return { year: fullYear(slashed[3]), month: Number(slashed[2]), day: Number(slashed[1]) }
  const named = /^(\d{1,2})(?:st|nd|rd|th)?[-/ ]([A-Za-z]{3,9})[-/ ](\d{4}|\d{2})$/.exec(text)
  const month = monthNames.findIndex((name) => named?.[2]?.toLowerCase().startsWith(name)) + 1
  return named && month > 0 ? { year: fullYear(named[3]), month, day: Number(named[1]) } : null
}

function fullYear(written = ''): number {
  return written.length === 2 ? 1900 + Number(written) + (Number(written) < 30 ? 100 : 0) : Number(written)
}

/**
 * Watches a column for dates of birth: most of its cells are days, they lie on any day of a month, and they spread
 * over decades or most of them lie decades back. Months and quarters stand on their first or last day, and are none.
 */
export function daysInColumn<At>() {
  let others = 0
  let days = 0
  let anyDay = 0
  let old = 0
  let earliest = Number.POSITIVE_INFINITY
  let latest = Number.NEGATIVE_INFINITY
  let first: At | null = null
  return {
    take(cell: string, at: At) {
      const day = readDay(cell)
      if (!day) {
        others += 1
        return
      }
      days += 1
      if (day.day > 1 && day.day < 28) {
        anyDay += 1
        if (day.year < longAgo) old += 1
      }
      earliest = Math.min(earliest, day.year)
      latest = Math.max(latest, day.year)
      first ??= at
    },
    /** where the first of them stands; null where the column holds no dates of birth */
    look(): At | null {
      const areDays = days > others && anyDay > days / 3
      return areDays && (latest - earliest >= wideSpan || old > days / 2) ? first : null
    },
  }
}
