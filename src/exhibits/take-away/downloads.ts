import type { ReactNode } from 'react'
import type { Exhibit } from '../../domain/exhibits/exhibit.ts'
import { downloadFile, downloadText } from '../../ui/download-text.ts'
import { fileNameOf } from '../export/file-name.ts'
import type { PngScale } from '../export/png-from-svg.ts'

export interface Download {
  /** 'CSV' */
  name: string
  /** what it is good for */
  about: string
  needsPicture: boolean
  /** makes the file, hands it to the browser, and gives its name */
  save: (exhibit: Exhibit<ReactNode>) => Promise<string>
}

const png = (scale: PngScale, about: string): Download => ({
  name: `PNG ${scale}×`,
  about,
  needsPicture: true,
  save: async (exhibit) => {
    const { boardPng } = await import('../export/png-from-svg.ts')
    return saveFile(
      exhibit,
      scale === 1 ? 'png' : `${scale}x.png`,
      await boardPng(await boardOf(exhibit), scale),
    )
  },
})

/** The forms in which one chart or table is saved; the code of each comes when it is asked for. */
export const downloads: readonly Download[] = [
  {
    name: 'CSV',
    about: 'the figures, for any program',
    needsPicture: false,
    save: async (exhibit) => {
      const { writeExhibitCsv } = await import('../export/write-csv.ts')
      const name = fileNameOf(exhibit, 'csv')
      downloadText(name, writeExhibitCsv(exhibit, location.origin))
      return name
    },
  },
  {
    name: 'Excel workbook',
    about: 'numbers and dates as such, with a sheet about them',
    needsPicture: false,
    save: async (exhibit) => {
      const { writeExhibitXlsx } = await import('../export/write-xlsx.ts')
      return saveFile(exhibit, 'xlsx', await writeExhibitXlsx(exhibit, location.origin))
    },
  },
  {
    name: 'PowerPoint slide',
    about: 'words can be edited; the questions are in its notes',
    needsPicture: false,
    save: async (exhibit) => {
      const [{ writeExhibitPptx }, { deckSettings }] = await Promise.all([
        import('../export/write-pptx.ts'),
        import('../export/deck-settings.ts'),
      ])
      return saveFile(exhibit, 'pptx', await writeExhibitPptx(exhibit, deckSettings()))
    },
  },
  png(1, 'a picture for a mail or a page'),
  png(2, 'the same, sharp on a slide'),
  png(3, 'the same, sharp on a poster'),
  {
    name: 'SVG',
    about: 'a drawing that stays sharp, its words selectable',
    needsPicture: true,
    save: async (exhibit) => {
      const { svg } = await boardOf(exhibit)
      return saveFile(exhibit, 'svg', new Blob([svg], { type: 'image/svg+xml' }))
    },
  },
]

async function boardOf(exhibit: Exhibit<ReactNode>) {
  const { boardFile } = await import('../export/svg-board.tsx')
  return await boardFile({ exhibits: [exhibit], format: 'chart', siteOrigin: location.origin })
}

function saveFile(exhibit: Exhibit<ReactNode>, ending: string, file: Blob): string {
  const name = fileNameOf(exhibit, ending)
  downloadFile(name, file)
  return name
}
