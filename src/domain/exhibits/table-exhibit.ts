import { countOf } from '../measures/format.ts'
import { formatDate } from '../periods/labels.ts'
import type { Exhibit, ExhibitFact, ExhibitOrigin, ExhibitTable } from './exhibit.ts'

export interface TableExhibitInput {
  origin: ExhibitOrigin
  /** what the page calls it: 'Improvement plan' */
  name: string
  finding: string
  /** what was left out or chosen, in words; empty for everything */
  scope: string
  facts: readonly ExhibitFact[]
  notes: readonly string[]
  questions: readonly string[]
  tables: readonly ExhibitTable[]
  fileStem: string
  address: string
}

/** What a page's table says of itself when it leaves: the page's own finding, and where the records come from. */
export function tableExhibit(input: TableExhibitInput): Exhibit<never> {
  const { name, scope, origin, finding, fileStem, ...rest } = input
  const { organisation, edition, audience } = origin
  const asAt = `data as at ${formatDate(edition.dataAsAt)}`
  const source = `${organisation.service}, ${organisation.name}`
  const counts = input.tables.map(({ title, rows }) => `${title}: ${countOf(rows.length, 'row')}`).join('; ')
  return {
    ...rest,
    origin,
    finding,
    subtitle: [`${name}, ${organisation.name}`, scope].filter(Boolean).join('. '),
    sentence: [
      `${finding}.`,
      `Source: ${source}, ${asAt}. Edition ${edition.number}, ${edition.label}.`,
      ...(organisation.illustrative ? ['Illustrative data: invented figures.'] : []),
      `${organisation.marking}.`,
    ].join(' '),
    altText: `${finding}. A table. ${counts}.`,
    notes: [
      ...input.notes,
      ...(audience === 'protected'
        ? ['As the panel and the public see it: small numbers are withheld.']
        : []),
    ],
    source,
    picture: null,
    fileStem: `${edition.dataAsAt}_${fileStem}`,
  }
}
