import { addDays } from '../domain/periods/calendar.ts'

/** Which day of a week decides on the month that the week is counted in. */
export const weekDays = ['first-day', 'last-day', 'most-days'] as const

/** How a file writes its weeks, and in which month one is counted that lies in two. */
export interface WeekRule {
  written: 'first-day' | 'last-day'
  counted: (typeof weekDays)[number]
}

/**
 * The day that decides on the month of a week. The middle one of seven lies in the month that has most of them.
 *
 * @example ('2025-03-31', { written: 'first-day', counted: 'most-days' }) → '2025-04-03'
 */
export function decidingDay(day: string, { written, counted }: WeekRule): string {
  const first = written === 'first-day' ? day : addDays(day, -6)
  return addDays(first, { 'first-day': 0, 'most-days': 3, 'last-day': 6 }[counted])
}
