import { QueryClient } from '@tanstack/react-query'
import { strFromU8, unzipSync } from 'fflate'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import type { AskReply } from '../../../src/api/drawn-readings.ts'
import { editionsQuery } from '../../../src/api/editions.ts'
import { organisationQuery } from '../../../src/api/organisation.ts'
import { readAs } from '../../../src/app/drawn/read-as.ts'
import { loadExhibit } from '../../../src/app/exhibits/load-exhibit.ts'
import type { ExhibitOrigin } from '../../../src/domain/exhibits/exhibit.ts'
import { type ExhibitRef, exhibitKinds } from '../../../src/domain/exhibits/exhibit-ref.ts'
import { Board } from '../../../src/exhibits/board/Board.tsx'
import { writeExhibitAbout, writeExhibitCsv } from '../../../src/exhibits/export/write-csv.ts'
import { type DeckItem, writePackPptx } from '../../../src/exhibits/export/write-pptx.ts'
import { writePackXlsx } from '../../../src/exhibits/export/write-xlsx.ts'
import { changeListIds } from '../../../src/features/changes/changes-search.ts'
import { readPackItems } from '../../../src/features/pack/read-pack-items.ts'
import { deckSettingsOf } from '../../support/deck-settings.ts'

const site = 'https://dashboard.example'

/** Everything that can be taken away of these measures, their parts by one dimension, and the pages about all. */
export const refsOf = (kpis: readonly string[], dimension: string): ExhibitRef[] => [
  ...kpis.flatMap((kpi) => [
    ...(['trend', 'together'] as const).map((kind) => ({ kind, kpi, search: {} })),
    ...(['breakdown', 'gap'] as const).map((kind) => ({ kind, kpi, search: { dimension } })),
    { kind: 'safeguarding' as const, kpi, search: {} },
  ]),
  ...exhibitKinds
    .filter((kind) => !['trend', 'together', 'breakdown', 'gap', 'safeguarding', 'changes'].includes(kind))
    .map((kind) => ({ kind, kpi: null, search: {} })),
  { kind: 'actions', kpi: null, search: { log: 'live' } },
  ...changeListIds.map((list) => ({ kind: 'changes' as const, kpi: null, search: { list, from: '1' } })),
]

/** A pack of these, read as it is read for a file. */
export async function readPack(
  ask: AskReply,
  number: number,
  audience: ExhibitOrigin['audience'],
  refs: readonly ExhibitRef[],
): Promise<DeckItem[]> {
  const queries = new QueryClient()
  return await readAs(ask, async () => {
    const [{ editions }, organisation] = await Promise.all([
      queries.ensureQueryData(editionsQuery()),
      queries.ensureQueryData(organisationQuery()),
    ])
    const edition = editions.find((one) => one.number === number)
    if (!edition) throw new Error(`there is no edition ${number}`)
    const origin = { organisation, edition, audience }
    const load = async (ref: ExhibitRef) => await loadExhibit(ref, origin, queries)
    const items = refs.map((ref) => ({ ref, group: '', line: '' }))
    const context = {
      load,
      origin,
      queries,
      signal: new AbortController().signal,
      onProgress: () => undefined,
    }
    return (await readPackItems({ name: 'Everything', items }, context)).items
  })
}

/** Each kind of file that the pack, or an item of it, is saved as, part by part; and what is copied or spoken. */
export async function filesOf(items: readonly DeckItem[]): Promise<string[]> {
  // its picture is drawn by a browser; what is drawn stands on the boards below
  const slides = items.map((item) => ({ ...item, exhibit: { ...item.exhibit, picture: null } }))
  const zipped = await Promise.all([
    writePackPptx('Everything', slides, deckSettingsOf(site)),
    writePackXlsx(items, site),
  ])
  const texts = items.flatMap(({ exhibit }) => [
    JSON.stringify(exhibit),
    writeExhibitCsv(exhibit),
    writeExhibitAbout(exhibit, site),
    renderToStaticMarkup(createElement(Board, { exhibits: [exhibit], format: 'chart', address: site })),
  ])
  return [...texts, ...(await Promise.all(zipped.map(partsOf))).flat()]
}

async function partsOf(file: Blob): Promise<string[]> {
  const parts = unzipSync(new Uint8Array(await file.arrayBuffer()))
  return Object.entries(parts)
    .filter(([name]) => /\.(xml|rels)$/.test(name))
    .map(([name, part]) => `${name}\n${strFromU8(part)}`)
}
