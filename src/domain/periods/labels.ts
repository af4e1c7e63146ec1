import { format, parseISO } from 'date-fns'
import { enGB } from 'date-fns/locale/en-GB'
import { frequencyOf, periodEnd } from './period.ts'

/** '2025-09-30' → '30 Sep 2025' */
export function formatDate(date: string): string {
  return format(parseISO(date), 'd MMM yyyy', { locale: enGB })
}

/** '2025-09' → 'Sep 2025'; '2025-Q2' → 'Q2 2025-26'; 'FY2024-25' → '2024-25' */
export function formatPeriod(key: string): string {
  switch (frequencyOf(key)) {
    case 'month':
      return format(parseISO(`${key}-01`), 'MMM yyyy', { locale: enGB })
    case 'quarter': {
      const year = Number(key.slice(0, 4))
      return `${key.slice(5)} ${year}-${String((year + 1) % 100).padStart(2, '0')}`
    }
    case 'year':
      return key.slice(2)
    case null:
      return key
  }
}

/** A snapshot is named by its day ('30 Sep 2025'), anything else by its period ('Sep 2025'). */
export function formatObservedAt(key: string, isSnapshot: boolean): string {
  return isSnapshot ? formatDate(periodEnd(key)) : formatPeriod(key)
}

/** 'on 30 Sep 2025', 'in Sep 2025'. */
export function whenInWords(key: string, isSnapshot: boolean): string {
  return `${isSnapshot ? 'on' : 'in'} ${formatObservedAt(key, isSnapshot)}`
}
