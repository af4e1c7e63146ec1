import { figuresInWords } from '../../domain/editions/figures-in-words.ts'
import type { Exhibit } from '../../domain/exhibits/exhibit.ts'

export type AboutRow = readonly [name: string, text: string]

/** What every file says of itself: what it shows, whose it is, of which edition, for whom, and what to know of it. */
export function aboutRows(exhibit: Exhibit<unknown>, siteOrigin: string): AboutRow[] {
  const { origin, finding, subtitle, source, notes } = exhibit
  const { organisation, edition, audience } = origin
  return [
    ['Finding', finding],
    ['What it shows', subtitle],
    ['Source', source],
    ['Organisation', `${organisation.service}, ${organisation.name}`],
    ['Edition', `${edition.number}, ${edition.label}`],
    ['Data as at', edition.dataAsAt],
    ['Published', edition.publishedAt.slice(0, 10)],
    ...(edition.withdrawn ? [['Withdrawn', 'This edition has been withdrawn'] as const] : []),
    ['Figures', figuresInWords(audience, organisation)],
    ['Marking', organisation.marking],
    ...(organisation.illustrative ? [['Status', 'Illustrative data: invented figures'] as const] : []),
    ...notes.map((note): AboutRow => ['Note', note]),
    ...(hasQuarters(exhibit)
      ? [['Periods', 'Quarters of the financial year: 2025-Q2 is July to September 2025'] as const]
      : []),
    ['Shorthand', '[p] provisional, [r] revised, [x] unavailable, [c] confidential, [z] not applicable'],
    ['Address', addressOf(exhibit, siteOrigin)],
  ]
}

const quarter = /^\d{4}-Q[1-4]$/

function hasQuarters({ tables }: Exhibit<unknown>): boolean {
  return tables.some(({ rows }) => rows.some((row) => row.some((cell) => quarter.test(String(cell)))))
}

/** The pinned address that shows the same again. */
export function addressOf({ address, origin }: Exhibit<unknown>, siteOrigin: string): string {
  const url = new URL(address, siteOrigin)
  url.searchParams.set('edition', String(origin.edition.number))
  url.searchParams.set('audience', origin.audience)
  return url.href
}
