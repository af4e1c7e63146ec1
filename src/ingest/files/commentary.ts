import { type Commentary, commentaryKey } from '../../domain/commentary/commentary.ts'
import type { Release } from '../../domain/plans/plan.ts'
import { readOwnPeriod } from '../read-own-period.ts'
import { readText } from '../read-text.ts'
import type { RecordFile } from '../record-file.ts'

const releases: readonly Release[] = ['public', 'officer']

/** commentary.csv: what a role says of a measure in a period. */
export const commentaryFile: RecordFile<Commentary> = {
  columns: { required: ['kpi_id', 'period', 'author_role', 'text'], optional: ['release'] },
  read: (cells, known) => ({
    ...readOwnPeriod(cells, known),
    authorRole: cells.needed('author_role'),
    text: readText(cells, 'text', cells.needed('text')),
    release: cells.choice('release', releases, 'officer'),
    writtenAt: null,
  }),
  identify: commentaryKey,
}
