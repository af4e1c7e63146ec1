import type { QueryClient } from '@tanstack/react-query'
import { kpisQuery } from '../../api/kpis.ts'
import type { Exhibit, ExhibitOrigin } from '../../domain/exhibits/exhibit.ts'
import type { ExhibitKind } from '../../domain/exhibits/exhibit-ref.ts'
import { tableExhibit } from '../../domain/exhibits/table-exhibit.ts'
import type { PackItem } from '../../domain/packs/pack.ts'

/** What each kind is called where its measure is not known yet. */
export const kindNames: Record<ExhibitKind, string> = {
  trend: 'The trend',
  breakdown: 'The breakdown',
  together: 'What is read together with the trend',
  gap: 'The gap between groups',
  attention: 'What needs attention',
  scorecard: 'The scorecard',
  safeguarding: 'Safeguarding themes',
  milestones: 'The milestones',
  risks: 'The risks',
  signals: 'Emerging issues',
  actions: 'The actions',
  changes: 'What changed since an earlier edition',
  'data-quality': 'Data quality',
}

/** What an item is called while its finding is not known: by its measure's name, where that is known. */
export function nameOfItem(
  { ref: { kind, kpi } }: Pick<PackItem, 'ref'>,
  { edition, audience }: ExhibitOrigin,
  queries: QueryClient,
): string {
  if (kpi === null) return kindNames[kind]
  const known = queries.getQueryData(kpisQuery({ edition: edition.number, audience }).queryKey)
  return `${kindNames[kind]} of ${known?.kpis.find(({ id }) => id === kpi)?.name ?? `“${kpi}”`}`
}

/**
 * What stands in the place of an item that cannot be shown: withheld from this audience, not in this edition, or
 * named by nothing that is known. It is an item like the others, so that no agenda loses a number in silence.
 */
export function absentExhibit(
  item: Pick<PackItem, 'ref'>,
  reason: string,
  origin: ExhibitOrigin,
  queries: QueryClient,
): Exhibit<never> {
  const name = nameOfItem(item, origin, queries)
  const finding = `${name} cannot be shown`
  return {
    ...tableExhibit({
      ...{ origin, name, finding, scope: '', facts: [], notes: [reason], questions: [] },
      tables: [{ title: 'Why not', columns: [{ head: 'Why not', kind: 'text' }], rows: [[reason]] }],
      fileStem: 'absent',
      address: item.ref.kpi === null ? '/' : `/kpis/${encodeURIComponent(item.ref.kpi)}`,
    }),
    altText: `${finding}. ${reason}`,
  }
}

/** Why an item is absent, in words. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : 'It could not be read.'
}
