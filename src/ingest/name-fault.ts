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

/** What makes a text no name of a member, as words behind what it is; null where it can be one. */
export function findNameFault(text: string): { message: string; remedy: string } | null {
  if (isSpreadsheetError(text)) return errorOfSpreadsheet
  return isPlainLine(text) && !unseen.test(text)
    ? null
    : {
        message: 'has a line break, or characters that are not shown',
        remedy: 'write it on one line, typed again as plain text',
      }
}
