import type { ExhibitOrigin } from '../../domain/exhibits/exhibit.ts'
import type { Pack } from '../../domain/packs/pack.ts'
import { fileNameOf } from '../../exhibits/export/file-name.ts'
import type { DeckItem } from '../../exhibits/export/write-pptx.ts'
import { fetchPart } from '../../ui/fetch-part.ts'

/** Every item is read first, then written into the file. */
export type ExportStep = 'Reading' | 'Writing'

export interface PackToWrite {
  name: string
  items: readonly DeckItem[]
  /** told how many items are in the file */
  onProgress: (step: 'Writing', done: number) => void
  signal: AbortSignal
}

export interface PackExport {
  name: string
  ending: 'pptx' | 'xlsx'
  write: (pack: PackToWrite) => Promise<Blob>
}

/** The files that a whole pack is saved as; the code of each comes when it is asked for. */
export const packExports: readonly PackExport[] = [
  {
    name: 'Export to PowerPoint',
    ending: 'pptx',
    write: async ({ name, items, onProgress, signal }) => {
      const [{ writePackPptx }, { deckSettings }] = await Promise.all([
        fetchPart(() => import('../../exhibits/export/write-pptx.ts')),
        fetchPart(() => import('../../exhibits/export/deck-settings.ts')),
      ])
      return await writePackPptx(name, items, {
        ...deckSettings(),
        onProgress: (done) => onProgress('Writing', done),
        signal,
      })
    },
  },
  {
    name: 'Export to Excel',
    ending: 'xlsx',
    write: async ({ items, signal }) => {
      const { packWorkbook } = await fetchPart(() => import('../../exhibits/export/make-workbook.ts'))
      return await packWorkbook(items, signal)
    },
  },
]

/** @example a pack named 'Scrutiny panel, 14 October' → '2025-10-06_Scrutiny-panel-14-October_edition-5.pptx' */
export function packFileName({ name }: Pack, origin: ExhibitOrigin, ending: string): string {
  return fileNameOf({ fileStem: `${origin.edition.dataAsAt}_${name || 'pack'}`, origin }, ending)
}
