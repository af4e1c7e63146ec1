/** How a table is read. */
export interface TableReading {
  /** names of columns that show which line is the header, and what separates them */
  wanted: ReadonlySet<string>
  /** titles above the header are skipped, but not where persons are looked for */
  titles: 'kept' | 'skipped'
  /** rows that make the header together */
  headerRows: number
  /** of JSON: where its list of records is; undefined where the file is a table */
  records: string | undefined
  /** nobody has said which columns it has: what separates its fields is guessed where no wanted name shows it */
  isGuessed: boolean
}
