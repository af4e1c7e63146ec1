import { isPlainLine } from '../contract/plain-text.ts'

/** What a spreadsheet shows in place of a value that it cannot calculate. @example '#N/A', '#DIV/0!' → true */
export function isSpreadsheetError(text: string): boolean {
  return /^#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|GETTING_DATA)$/i.test(
    text,
  )
}

export const errorOfSpreadsheet = {
  message: 'is an error of a spreadsheet (such as #N/A)',
  remedy: 'put right its formula at the source, or leave the row out',
}

/** Characters that take no room: with one of them a name looks like another, and is not. */
const unseen = /[\u00ad\u200b\u2060\ufeff]/

/** A Cyrillic or Greek letter among Latin ones is one that looks like another. */
const mixedLetters = {
  message: 'mixes letters of several alphabets, so it is not the name that it looks like',
  remedy: 'type it again as plain text',
}

/** A name with each space as a plain one: a sheet and a web page write them otherwise. */
export function withPlainSpaces(text: string): string {
  return /^[\x21-\x7e]*$/.test(text) ? text : text.replaceAll(/[^\S\r\n]+/gu, ' ').trim()
}

/** What makes a text no name of a member, as words behind what it is; null where it can be one. */
export function findNameFault(text: string): { message: string; remedy: string } | null {
  if (isSpreadsheetError(text)) return errorOfSpreadsheet
  if (/\p{Script=Latin}/u.test(text) && /[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(text))
    return mixedLetters
  return isPlainLine(text) && !unseen.test(text)
    ? null
    : {
        message: 'has a line break, or characters that are not shown',
        remedy: 'write it on one line, typed again as plain text',
      }
}
