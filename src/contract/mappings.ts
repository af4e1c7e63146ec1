import * as z from 'zod/mini'
import { longestCell, longestId, mostColumns, mostFiles, mostListed } from './bounds.ts'
import { isoInstant } from './common.ts'
import { namesNobody } from './free-text.ts'
import { LoadProblem } from './loads.ts'
import { isPlainLine } from './plain-text.ts'

const words = z.string().check(z.maxLength(longestCell))
const short = z.string().check(z.maxLength(longestId))

/** What a column of a table can be pointed at as. */
export const columnRoles = [
  'nothing',
  'period',
  'member',
  'other-member',
  'figures',
  'figures-of-member',
  'figures-of-period',
  'numerator',
  'denominator',
  'n',
  'status',
  'as-at',
] as const
export type ColumnRole = (typeof columnRoles)[number]

const scale = z.optional(z.number().check(z.positive()))

/** One column, and what it is. */
export const PointedColumn = z.strictObject({
  /** as the header has it; a column without a name cannot be read */
  name: words,
  role: z.enum(columnRoles),
  /** of figures: the measure's id */
  kpi: z.optional(short),
  /** of figures: what they are multiplied by */
  scale,
  /** of a period: how it is written */
  form: z.optional(short),
  /** of figures of a member: which */
  member: z.optional(short),
  /** of members of another breakdown than that of the table: which */
  dimension: z.optional(short),
})
export type PointedColumn = z.infer<typeof PointedColumn>

const Cut = z.strictObject({ after: z.optional(words), before: z.optional(words) })

/** Where the period stands, where it stands in no column. */
export const PointedPeriod = z.strictObject({
  from: z.enum(['file-name', 'sheet-name', 'constant']),
  /** of a constant */
  text: z.optional(short),
  /** of a name: what stands before and behind it */
  cut: z.optional(Cut),
  form: short,
})
export type PointedPeriod = z.infer<typeof PointedPeriod>

/** Columns that are named as periods of one form, and the measure that they hold. */
export const PointedHeaders = z.strictObject({ kpi: short, form: short, cut: Cut })

const marks = z.array(words).check(z.maxLength(mostListed))

/** How one table is read, as it was pointed at: what a mapping says of it, column by column. */
export const PointedTable = z.strictObject({
  /** the name of its file, or a pattern of such names: waiting-*.csv */
  file: words,
  /** of a workbook with several */
  sheet: z.nullable(words),
  headerRows: z.int().check(z.minimum(1), z.maximum(5)),
  columns: z.array(PointedColumn).check(z.maxLength(mostColumns)),
  /** null where a column says it, or headers do */
  period: z.nullable(PointedPeriod),
  /** a column to each period: by kind of heading */
  headers: z.array(PointedHeaders).check(z.maxLength(mostColumns)),
  dimension: short,
  /** where no column says it */
  member: short,
  /** all rows are of the whole as well, beside their groups */
  whole: z.optional(z.boolean()),
  /** of figures by member, of ratios and of counted rows: the measure's id */
  kpi: short,
  /** of figures by member or period */
  scale,
  /** the figure is the numerator divided by the denominator, and multiplied by this; not where a column holds figures */
  ratio: z.optional(z.strictObject({ scale })),
  /** a day, or `period-end`, where no column says when the source was read */
  asAt: short,
  /** how several rows become one figure */
  combine: z.nullable(z.enum(['sum', 'count'])),
  suppressed: marks,
  missing: marks,
  provisional: marks,
  /** columns whose blank cells mean the cell above */
  carriedDown: z.optional(z.array(words).check(z.maxLength(mostColumns))),
  /** how the file writes its numbers, as the mapping's own `numbers` */
  numbers: z.nullable(z.record(z.string(), z.unknown())),
  /** what the mapping says of every output beside: filters, for one */
  kept: z.record(z.string(), z.unknown()),
})
export type PointedTable = z.infer<typeof PointedTable>

/** One table that is to be read in a load: as it was pointed at, or by a mapping as it stands. */
const Told = z.union([
  z.strictObject({ pointed: PointedTable }),
  z.strictObject({ mapping: z.record(z.string(), z.unknown()) }),
])

/** What a page sends beside the files to see what comes of it. */
export const PointedTables = z.strictObject({ tables: z.array(Told).check(z.maxLength(mostFiles)) })
export type PointedTables = z.infer<typeof PointedTables>

/** A figure that a mapping makes of a row. */
const MadeFigure = z.object({
  kpi: z.string(),
  period: z.string(),
  dimension: z.string(),
  member: z.string(),
  value: z.nullable(z.number()),
  availability: z.string(),
  provisional: z.boolean(),
})
export type MadeFigure = z.infer<typeof MadeFigure>

/** A saved mapping that a file is of, or seems to be of. */
export const SavedMatch = z.object({ name: z.string(), version: z.int() })
export type SavedMatch = z.infer<typeof SavedMatch>

/** A table that was looked into. Its rows are shown to whoever sent it, and kept nowhere. */
const TableLook = z.object({
  file: z.string(),
  sheet: z.nullable(z.string()),
  /** as problems name it */
  label: z.string(),
  names: z.array(z.string()),
  /** the first rows, and those in which something is wrong */
  rows: z.array(z.object({ line: z.int(), cells: z.array(z.string()) })),
  /** cells of those rows in which something is wrong; row -1 is the header, column -1 the whole row */
  marks: z.array(z.object({ row: z.int(), column: z.int(), message: z.string(), remedy: z.string() })),
  /** null where the mapping says more than can be pointed at: it is then taken as it stands */
  pointed: z.nullable(PointedTable),
  /** the mapping itself, as it would be saved */
  mapping: z.record(z.string(), z.unknown()),
  /** the saved mapping that it is proposed from */
  from: z.nullable(SavedMatch),
  /** what its columns are known by */
  fingerprint: z.string(),
  /** what only somebody who knows the file can say */
  unknown: z.array(z.string()),
  /** what comes of it, the first of them; nothing where it was only proposed */
  figures: z.array(MadeFigure),
  figureCount: z.int(),
})
export type TableLook = z.infer<typeof TableLook>

/** Files that were looked into: problems alone where persons are in them, or nothing can be read. */
export const MappingLook = z.object({
  problems: z.array(LoadProblem),
  tables: z.array(TableLook),
  kpis: z.array(z.object({ id: z.string(), name: z.string() })),
  dimensions: z.array(z.string()),
  forms: z.array(z.object({ id: z.string(), example: z.string() })),
})
export type MappingLook = z.infer<typeof MappingLook>

const longestMappingName = 80

/** What a mapping is called: it stands in the list of mappings and in what is said of a load. */
export const mappingName = z.string().check(
  z.trim(),
  z.refine(
    (given) => given.length > 0 && given.length <= longestMappingName && isPlainLine(given),
    `one line of 1 to ${longestMappingName} characters, not blank`,
  ),
  namesNobody,
)

/** A mapping to be kept under a name; without one, the name is not recognised by any more. */
export const KeepMapping = z.object({
  name: mappingName,
  mapping: z.nullable(z.record(z.string(), z.unknown())),
  /** what the columns of each of its files are known by, in its order */
  fingerprints: z.optional(
    z.array(z.string().check(z.regex(/^[0-9a-f]{64}$/))).check(z.maxLength(mostFiles)),
  ),
})
export type KeepMapping = z.infer<typeof KeepMapping>

export const SavedMapping = z.object({
  name: z.string(),
  version: z.int(),
  /** null where it is not recognised by any more */
  mapping: z.nullable(z.record(z.string(), z.unknown())),
  fingerprints: z.array(z.string()),
  who: z.string(),
  at: isoInstant,
})
export type SavedMapping = z.infer<typeof SavedMapping>

/** A saved mapping as it is listed: what it says in words, and what is known of its use. */
export const ListedMapping = z.extend(SavedMapping, {
  /** what it reads, in whole sentences; none where it was put away */
  reads: z.array(z.string()),
  /** when files were last read by it, and by which version; null where the log of loads knows of none */
  used: z.nullable(z.object({ at: isoInstant, version: z.int() })),
})
export type ListedMapping = z.infer<typeof ListedMapping>

/** The newest version of each, by name. */
export const MappingsReply = z.object({
  /** whose clock the times are told by */
  timezone: z.string(),
  mappings: z.array(ListedMapping),
})
export type MappingsReply = z.infer<typeof MappingsReply>
