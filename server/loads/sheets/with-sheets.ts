import type { SourceFile } from '../source-file.ts'
import { isWorkbook, openWorkbook } from './open-workbook.ts'
import type { PackedRow, Sheet } from './sheet.ts'
import { tooLarge, UnreadableWorkbookError } from './unreadable-workbook.ts'

/** Sheets of one workbook. */
const mostSheets = 500

/** The files of a load, with the sheets of each workbook in its place. */
export async function withSheets(files: readonly SourceFile[]): Promise<SourceFile[]> {
  const found: SourceFile[] = []
  for (const file of files) {
    if (isWorkbook(file.name)) found.push(...(await sheetsOf(file)))
    else found.push(file)
  }
  return found
}

async function sheetsOf(file: SourceFile): Promise<SourceFile[]> {
  try {
    const sheets = await openWorkbook(file.open)
    if (sheets.length > mostSheets) throw tooLarge(`has more than ${mostSheets} sheets`)
    const shown = sheets.filter(({ isHidden }) => !isHidden)
    return sheets.map((sheet) => ({
      ...file,
      label: `${file.label}/${sheet.name}`,
      sheet: { ...sheet, isOnly: shown.length === 1 && shown[0] === sheet },
    }))
  } catch (error) {
    if (!(error instanceof UnreadableWorkbookError)) throw error
    return [{ ...file, sheet: { ...unreadable(error), isOnly: true } }]
  }
}

function unreadable(error: UnreadableWorkbookError): Sheet {
  return { name: '', isHidden: false, rows: () => failing(error) }
}

/** Reading it fails before the first row. */
async function* failing(error: UnreadableWorkbookError): AsyncGenerator<PackedRow> {
  yield await Promise.reject<PackedRow>(error)
}
