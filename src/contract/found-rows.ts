import * as z from 'zod/mini'

/** Rows of one table in which something was found: told to whoever sent it, and kept nowhere. */
export const FoundRows = z.object({
  /** as problems name it */
  file: z.string(),
  /** those that are shown: of a wide table, the ones around what was found; counted from 1 */
  columns: z.array(z.object({ number: z.int(), name: z.string() })),
  /** 0 where its lines are not counted, as of JSON */
  rows: z.array(z.object({ line: z.int(), cells: z.array(z.string()) })),
  /** where each problem stands, by its place among those of the load: row -1 is the header, column -1 the whole row */
  marks: z.array(z.object({ problem: z.int(), row: z.int(), column: z.int() })),
})
export type FoundRows = z.infer<typeof FoundRows>

/** The rows of a load, read again from its files. */
export const FoundRowsReply = z.object({ rows: z.array(FoundRows) })
export type FoundRowsReply = z.infer<typeof FoundRowsReply>
