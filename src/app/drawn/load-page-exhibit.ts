import type { QueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { changesQuery } from '../../api/changes.ts'
import type { PicturedPage } from '../../api/drawn-readings.ts'
import { kpisQuery } from '../../api/kpis.ts'
import type { Exhibit, ExhibitOrigin } from '../../domain/exhibits/exhibit.ts'
import type { ExhibitRef } from '../../domain/exhibits/exhibit-ref.ts'
import { writeChangesFinding } from '../../features/changes/changes-finding.ts'
import { changeListIds } from '../../features/changes/changes-search.ts'
import { findTheme, typeMeasure } from '../../features/themes/theme-measures.ts'
import { loadExhibit } from '../exhibits/load-exhibit.ts'

const refs: Record<Exclude<PicturedPage, 'changes'>, ExhibitRef> = {
  overview: { kind: 'attention', kpi: null, search: {} },
  plan: { kind: 'milestones', kpi: null, search: {} },
  emerging: { kind: 'signals', kpi: null, search: {} },
  safeguarding: { kind: 'safeguarding', kpi: typeMeasure, search: {} },
}

/** What a page opens with; null where the edition has nothing of it. */
export async function loadPageExhibit(
  page: PicturedPage,
  origin: ExhibitOrigin,
  client: QueryClient,
): Promise<Exhibit<ReactNode> | null> {
  const view = { edition: origin.edition.number, audience: origin.audience }
  if (page === 'changes') return await loadFirstChanges(origin, client)
  if (page === 'safeguarding') {
    const { kpis } = await client.ensureQueryData(kpisQuery(view))
    if (!findTheme(kpis, typeMeasure)) return null
  }
  return await loadExhibit(refs[page], origin, client)
}

/** The first list that holds anything, under what the page says of all of them. */
async function loadFirstChanges(
  origin: ExhibitOrigin,
  client: QueryClient,
): Promise<Exhibit<ReactNode> | null> {
  const changes = await client.ensureQueryData(
    changesQuery({ edition: origin.edition.number, audience: origin.audience }, undefined),
  )
  if (changes.from === null) return null
  for (const list of changeListIds) {
    const exhibit = await loadExhibit({ kind: 'changes', kpi: null, search: { list } }, origin, client)
    if (exhibit.tables.some(({ rows }) => rows.length > 0))
      return { ...exhibit, finding: writeChangesFinding(changes) }
  }
  return null
}
