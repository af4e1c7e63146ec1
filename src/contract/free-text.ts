import * as z from 'zod/mini'
import { findPerson, personWords } from './person-in-text.ts'
import { isPlainText } from './plain-text.ts'

/** Longest text of an action or a commentary, in characters. */
export const longestText = 1200
const longestLine = 120
const longestNote = 500

/** Refuses a text that gives a person away. The reason names the kind, never the text. */
export const namesNobody = z.refine<string>((given) => findPerson(given) === null, {
  error: ({ input }) => {
    const kind = findPerson(String(input))
    return `a text without ${kind ? personWords[kind] : 'a person'}: no person is named here`
  },
})

/** One line of plain text that says something. */
export const line = written(/^(?=.*\S)\P{Cc}+$/u, longestLine, 'one line of text, not blank')
/** A text of one or more lines, plain or light Markdown, that says something. */
export const text = written(/^(?=[\s\S]*\S)[\P{Cc}\n\r\t]+$/u, longestText, 'a text, not blank')
/** As `text`, or nothing at all. */
export const textOrNothing = written(/^[\P{Cc}\n\r\t]*$/u, longestText, 'a text')
/** A remark for officers, or nothing. */
export const remark = written(/^[\P{Cc}\n\r\t]*$/u, longestNote, 'a text')

/** That whoever releases words has looked at the small numbers and names in them, and that they tell nobody who is meant. */
export const confirmed = z.optional(z.boolean())

/** One line of plain text, or nothing. */
export function lineOrNothing(longest: number) {
  return written(/^\P{Cc}*$/u, longest, 'one line of text')
}

function written(form: RegExp, longest: number, what: string) {
  return z.string().check(
    z.trim(),
    z.maxLength(longest, `at most ${longest} characters`),
    z.refine((given) => form.test(given) && isPlainText(given), what),
    namesNobody,
  )
}

/** A day that the calendar has. */
export const day = z
  .string()
  .check(z.refine((given) => isCalendarDay(given), 'a day of the calendar, such as 2025-09-30'))

function isCalendarDay(given: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(given)) return false
  const instant = new Date(`${given}T00:00:00Z`)
  return !Number.isNaN(instant.valueOf()) && instant.toISOString().startsWith(given)
}
