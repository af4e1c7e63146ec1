import { openOds } from './open-ods.ts'
import { openParts } from './open-parts.ts'
import { openXlsx } from './open-xlsx.ts'
import type { Sheet } from './sheet.ts'
import { UnreadableWorkbookError } from './unreadable-workbook.ts'

/** Files that are workbooks by their name, those among them that cannot be read. */
const workbookName = /\.(?:xlsx|xlsm|xltx|ods|ots|xls|xlsb|numbers)$/i

/** A file that a spreadsheet keeps beside one that is open is none. */
export function isWorkbook(name: string): boolean {
  return workbookName.test(name) && !name.startsWith('~$') && !name.startsWith('.~lock')
}

/** The sheets of a workbook, by what it is made of and not by its name; macros and links in it are never run. */
export async function openWorkbook(open: () => Promise<AsyncIterable<Uint8Array>>): Promise<Sheet[]> {
  const parts = await openParts(open)
  if (parts.names.has('_rels/.rels') && parts.names.has('xl/workbook.bin')) throw otherForm()
  if (parts.names.has('_rels/.rels')) return await openXlsx(parts)
  if (parts.names.has('content.xml')) return await openOds(parts)
  throw otherForm()
}

const otherForm = () =>
  new UnreadableWorkbookError(
    'the workbook is of a form that is not read',
    'save it as .xlsx, .ods or "CSV UTF-8"',
  )
