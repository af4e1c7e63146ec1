import type { ReactElement, ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import type { Exhibit } from '../../src/domain/exhibits/exhibit.ts'
import { ExhibitSource } from '../../src/exhibits/exhibit-source.ts'
import { writeExhibitAbout, writeExhibitCsv } from '../../src/exhibits/export/write-csv.ts'
import { BriefingText } from '../../src/features/briefing/BriefingText.tsx'
import { SlideView } from '../../src/features/present/SlideView.tsx'

/** An exhibit as it is read where it goes: on the screen, beneath its picture, in a file and in what lies beside that. */
export interface SaidOutside {
  slide: { finding: string; subtitle: string; figures: string[]; altText: string }
  briefing: { finding: string; subtitle: string; figures: string[]; notes: string[] }
  /** the latest period, as it is read back from the file */
  file: ReadonlyMap<string, string | number | null>
  /** one line of it each, but for notes, of which there may be several */
  about: { finding: string; subtitle: string; notes: string[] }
}

export function saidOutside(exhibit: Exhibit<ReactNode>): SaidOutside {
  return {
    slide: readSlide(exhibit),
    briefing: readBriefing(exhibit),
    file: latestIn(exhibit),
    about: readAbout(exhibit),
  }
}

/** Its picture is drawn by other tests: here it would take longer than all the words. */
function readSlide(exhibit: Exhibit<ReactNode>) {
  const load = async () => exhibit
  const ref = { kind: 'trend', kpi: null, search: {} } as const
  const slide = { item: { ref, group: '', line: '' }, exhibit: { ...exhibit, picture: () => null } }
  const markup = markupOf(
    <ExhibitSource value={{ load, origin: exhibit.origin }}>
      <SlideView slide={slide} place={1} of={1} shownTo="" />
    </ExhibitSource>,
  )
  return {
    finding: textsIn(markup, 'h1')[0] ?? '',
    subtitle: textsIn(markup, 'p', 'subtitle')[0] ?? '',
    figures: textsIn(markup, 'li'),
    altText: plain(/<svg[^>]* aria-label="([^"]*)"/.exec(markup)?.[1] ?? ''),
  }
}

function readBriefing(exhibit: Exhibit<ReactNode>) {
  const markup = markupOf(<BriefingText exhibits={[exhibit]} />)
  const [figures, words] = [textsIn(markup, 'dt'), textsIn(markup, 'dd')]
  return {
    finding: textsIn(markup, 'h1')[0] ?? '',
    subtitle: textsIn(markup, 'p')[0] ?? '',
    figures: figures.map((figure, at) => `${figure} ${words[at]}`),
    notes: textsIn(markup, 'li'),
  }
}

const markupOf = (element: ReactElement) => renderToStaticMarkup(element)

/** The text of each element of a kind, its parts set apart by a space. */
function textsIn(markup: string, tag: string, name?: string): string[] {
  const found = markup.matchAll(new RegExp(`<${tag}(?: class="([^"]*)")?>(.*?)</${tag}>`, 'g'))
  return [...found].flatMap(([, classes, inside = '']) =>
    name === undefined || classes?.split(' ').includes(name) ? [plain(inside)] : [],
  )
}

const letters: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'" }

function plain(markup: string): string {
  return markup
    .replaceAll(/(?:<[^>]*>)+/g, ' ')
    .replaceAll(/&(amp|lt|gt|quot|#x27);/g, (written, name: string) => letters[name] ?? written)
    .trim()
}

/** Of the figures alone, which come first and are as many as its first table has. */
function latestIn(exhibit: Exhibit<ReactNode>): SaidOutside['file'] {
  const [heads = '', ...rows] = writeExhibitCsv(exhibit).split('\r\n')
  const latest = cellsOf(rows[(exhibit.tables[0]?.rows.length ?? 0) - 1] ?? '')
  return new Map(cellsOf(heads).map((head, at) => [head, numberOrText(latest[at] ?? '')]))
}

function readAbout(exhibit: Exhibit<ReactNode>) {
  const rows = writeExhibitAbout(exhibit, 'https://dashboard.example').split('\r\n').map(cellsOf)
  const under = (name: string) => rows.flatMap(([about, text]) => (about === name ? [text ?? ''] : []))
  return {
    finding: under('Finding')[0] ?? '',
    subtitle: under('What it shows')[0] ?? '',
    notes: under('Note'),
  }
}

/** The cells of one line, in which none has a line of its own. */
function cellsOf(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare ?? '',
  )
}

function numberOrText(cell: string): string | number | null {
  if (cell === '') return null
  return /^-?\d+(?:\.\d+)?(?:e-?\d+)?$/.test(cell) ? Number(cell) : cell
}
