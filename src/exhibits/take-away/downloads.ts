import type { ReactNode } from 'react'
import type { Exhibit } from '../../domain/exhibits/exhibit.ts'
import { textFile } from '../../ui/download-text.ts'
import { fetchPart } from '../../ui/fetch-part.ts'
import type { PngScale } from '../export/png-from-svg.ts'

export interface Download {
  /** 'CSV' */
  name: string
  /** what it is good for */
  about: string
  needsPicture: boolean
  /** Makes the file; whoever asked may have cancelled meanwhile, so it is not saved yet. */
  make: (exhibit: Exhibit<ReactNode>, signal: AbortSignal) => Promise<MadeFile>
}

interface MadeFile {
  ending: string
  file: Blob
}

const png = (scale: PngScale, about: string): Download => ({
  name: `PNG ${scale}×`,
  about,
  needsPicture: true,
  make: async (exhibit) => {
    const { boardPng } = await fetchPart(() => import('../export/png-from-svg.ts'))
    return {
      ending: scale === 1 ? 'png' : `${scale}x.png`,
      file: await boardPng(await boardOf(exhibit), scale),
    }
  },
})

/** The forms in which one chart or table is saved; the code of each comes when it is asked for. */
export const downloads: readonly Download[] = [
  {
    name: 'CSV',
    about: 'the figures, for any program',
    needsPicture: false,
    make: async (exhibit) => {
      const { writeExhibitCsv } = await fetchPart(() => import('../export/write-csv.ts'))
      return { ending: 'csv', file: textFile(writeExhibitCsv(exhibit)) }
    },
  },
  {
    // a file of its own: browsers refuse a page that saves two at one press
    name: 'About the CSV',
    about: 'whose figures, which edition, marking, notes and address',
    needsPicture: false,
    make: async (exhibit) => {
      const { writeExhibitAbout } = await fetchPart(() => import('../export/write-csv.ts'))
      return { ending: 'about.csv', file: textFile(writeExhibitAbout(exhibit, location.origin)) }
    },
  },
  {
    name: 'Excel workbook',
    about: 'numbers and dates as such, with a sheet about them',
    needsPicture: false,
    make: async (exhibit, signal) => {
      const { exhibitWorkbook } = await fetchPart(() => import('../export/make-workbook.ts'))
      return { ending: 'xlsx', file: await exhibitWorkbook(exhibit, signal) }
    },
  },
  {
    name: 'PowerPoint slide',
    about: 'words can be edited; the questions are in its notes',
    needsPicture: false,
    make: async (exhibit) => {
      const [{ writeExhibitPptx }, { deckSettings }] = await Promise.all([
        fetchPart(() => import('../export/write-pptx.ts')),
        fetchPart(() => import('../export/deck-settings.ts')),
      ])
      return { ending: 'pptx', file: await writeExhibitPptx(exhibit, deckSettings()) }
    },
  },
  png(1, 'a picture for a mail or a page'),
  png(2, 'the same, sharp on a slide'),
  png(3, 'the same, sharp on a poster'),
  {
    name: 'SVG',
    about: 'a drawing that stays sharp, its words selectable',
    needsPicture: true,
    make: async (exhibit) => {
      const { svg } = await boardOf(exhibit)
      return { ending: 'svg', file: new Blob([svg], { type: 'image/svg+xml' }) }
    },
  },
]

async function boardOf(exhibit: Exhibit<ReactNode>) {
  const { boardFile } = await fetchPart(() => import('../export/svg-board.tsx'))
  return await boardFile({ exhibits: [exhibit], format: 'chart', siteOrigin: location.origin })
}
