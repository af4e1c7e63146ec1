/** A workbook, or a sheet of it, that cannot be read. Nothing of its content is said. */
export class UnreadableWorkbookError extends Error {
  readonly remedy: string
  constructor(message: string, remedy: string) {
    super(message)
    this.name = 'UnreadableWorkbookError'
    this.remedy = remedy
  }
}

export const damaged = () =>
  new UnreadableWorkbookError(
    'the workbook cannot be read: it is damaged, or protected by a password',
    'open it in a spreadsheet and save it again as .xlsx or .ods, without a password',
  )

export const tooLarge = (what: string) =>
  new UnreadableWorkbookError(
    `the workbook ${what}`,
    'leave out what is not needed, or save the sheet as "CSV UTF-8" and load that',
  )
