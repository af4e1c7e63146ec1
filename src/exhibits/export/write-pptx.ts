import Pptx from 'pptxgenjs'
import type { ReactNode } from 'react'
import type { Exhibit, PictureSize } from '../../domain/exhibits/exhibit.ts'
import { formatDate } from '../../domain/periods/labels.ts'
import { addressOf } from './about-rows.ts'
import { agendaPages } from './agenda-pages.ts'
import { mendSlides } from './mend-slides.ts'
import { across, body, type SlidePalette, slide } from './slide-frame.ts'
import { addTable } from './slide-table.ts'

export interface DeckSettings {
  /** where the app is: links of the slides lead there */
  siteOrigin: string
  palette: SlidePalette
  /** a picture as a data URL of a PNG, at twice the size in px that it is asked for */
  draw: (exhibit: Exhibit<ReactNode>, size: PictureSize) => Promise<string>
  onProgress?: (done: number, of: number) => void
  signal?: AbortSignal
}

export interface DeckItem {
  group: string
  note: string
  exhibit: Exhibit<ReactNode>
}

/** A picture of so many px to the inch has words of 14 px shown at 14 points. */
const pixelsPerInch = 72

/** One exhibit on one slide: what may be edited is text, what is drawn is a picture with words of its own. */
export async function writeExhibitPptx(exhibit: Exhibit<ReactNode>, settings: DeckSettings): Promise<Blob> {
  const deck = startDeck(exhibit.finding, exhibit)
  await addExhibit(deck, { group: '', note: '', exhibit }, settings)
  return await finish(deck, exhibit)
}

/**
 * A whole pack: a title slide with the agenda, then a slide for each item.
 * @throws the signal's reason where it was cancelled
 */
export async function writePackPptx(
  name: string,
  items: readonly DeckItem[],
  settings: DeckSettings,
): Promise<Blob> {
  const first = items[0]
  if (!first) throw new Error('There is nothing in this pack.')
  const deck = startDeck(name, first.exhibit)
  addAgenda(deck, name, items, settings.palette)
  for (const [index, item] of items.entries()) {
    settings.signal?.throwIfAborted()
    settings.onProgress?.(index, items.length)
    await addExhibit(deck, item, settings)
  }
  settings.onProgress?.(items.length, items.length)
  return await finish(deck, first.exhibit)
}

function startDeck(title: string, { origin }: Exhibit<ReactNode>): Pptx {
  const { organisation, edition } = origin
  const deck = new Pptx()
  deck.layout = 'LAYOUT_WIDE'
  deck.title = title
  deck.author = companyOf(origin)
  deck.subject = [
    `Edition ${edition.number}, ${edition.label}`,
    organisation.marking,
    ...(organisation.illustrative ? ['Illustrative data: invented figures'] : []),
    ...(edition.withdrawn ? ['Withdrawn'] : []),
  ].join('. ')
  return deck
}

async function finish(deck: Pptx, { origin }: Exhibit<ReactNode>): Promise<Blob> {
  const written = await deck.write({ outputType: 'blob' })
  if (!(written instanceof Blob)) throw new Error('the slides could not be put into a file')
  return await mendSlides(written, companyOf(origin))
}

function companyOf({ organisation }: Exhibit<ReactNode>['origin']): string {
  return `${organisation.service}, ${organisation.name}`
}

function addAgenda(deck: Pptx, name: string, items: readonly DeckItem[], palette: SlidePalette): void {
  for (const [index, lines] of agendaPages(items).entries()) {
    const page = deck.addSlide()
    page.addText(index === 0 ? name : `${name}, continued`, {
      ...{ x: slide.margin, y: 0.9, w: across, h: 1, fontSize: name.length > 50 ? 28 : 36, bold: true },
      ...{ fontFace: 'Georgia', color: palette.text, valign: 'top', margin: 0, fit: 'shrink' },
    })
    page.addText(
      lines.map((text) => ({ text, options: { breakLine: true } })),
      {
        ...{ x: slide.margin, y: body.top, w: across, h: body.height, fontSize: 16, margin: 0 },
        ...{ fontFace: 'Arial', color: palette.text, valign: 'top', paraSpaceAfter: 6, fit: 'shrink' },
      },
    )
    if (items[0]) addFoot(page, items[0].exhibit, palette, null)
  }
}

async function addExhibit(
  deck: Pptx,
  { group, note, exhibit }: DeckItem,
  { palette, draw, siteOrigin }: DeckSettings,
): Promise<void> {
  const page = deck.addSlide()
  page.addText([group, companyOf(exhibit.origin)].filter(Boolean).join(' · '), {
    ...{ x: slide.margin, y: 0.3, w: 9, h: 0.35, fontSize: 12, bold: true },
    ...{ fontFace: 'Arial', color: palette.muted, margin: 0 },
  })
  const tags = tagsOf(exhibit)
  if (tags) {
    page.addText(tags, {
      ...{ x: slide.width - slide.margin - 3.2, y: 0.3, w: 3.2, h: 0.35, fontSize: 12, bold: true },
      ...{ fontFace: 'Arial', color: palette.text, align: 'right', margin: 0 },
    })
  }
  page.addText(exhibit.finding, {
    ...{ x: slide.margin, y: 0.62, w: across, h: 0.95, fontSize: exhibit.finding.length > 95 ? 22 : 26 },
    ...{ fontFace: 'Georgia', bold: true, color: palette.text, valign: 'top', margin: 0, fit: 'shrink' },
  })
  page.addText(exhibit.subtitle, {
    ...{ x: slide.margin, y: 1.57, w: across, h: 0.4, fontSize: 13, margin: 0 },
    ...{ fontFace: 'Arial', color: palette.muted },
  })
  if (exhibit.picture) await addPicture(page, exhibit, draw)
  else addTable(page, exhibit.tables[0], palette)
  if (exhibit.picture) addFacts(page, exhibit, palette)
  if (note) {
    page.addText(note, {
      ...{ x: slide.margin, y: 6.47, w: across, h: 0.4, fontSize: note.length > 110 ? 10 : 13, italic: true },
      ...{ fontFace: 'Arial', color: palette.text, margin: 0 },
    })
  }
  addFoot(page, exhibit, palette, addressOf(exhibit, siteOrigin))
  page.addNotes(notesOf(exhibit, note))
}

/** What nobody may overlook. */
function tagsOf({ origin: { organisation, edition } }: Exhibit<ReactNode>): string {
  return [
    ...(edition.withdrawn ? ['Withdrawn edition'] : []),
    ...(organisation.illustrative ? ['Illustrative data'] : []),
  ].join(' · ')
}

async function addPicture(
  page: Pptx.Slide,
  exhibit: Exhibit<ReactNode>,
  draw: DeckSettings['draw'],
): Promise<void> {
  const width = exhibit.facts.length > 0 ? body.picture : across
  const size = {
    width: Math.round(width * pixelsPerInch),
    height: Math.round(body.height * pixelsPerInch),
  }
  page.addImage({
    data: await draw(exhibit, size),
    altText: exhibit.altText,
    ...{ x: slide.margin, y: body.top, w: width, h: body.height },
  })
}

function addFacts(page: Pptx.Slide, { facts }: Exhibit<ReactNode>, palette: SlidePalette): void {
  const left = slide.margin + body.picture + 0.3
  const width = slide.width - slide.margin - left
  for (const [index, { figure, words }] of facts.entries()) {
    const top = body.top + index * 1.5
    page.addShape('line', { x: left, y: top, w: width, h: 0, line: { color: palette.rule, width: 1 } })
    page.addText(figure, {
      ...{ x: left, y: top + 0.05, w: width, h: 0.55, fontSize: figure.length > 14 ? 18 : 26 },
      ...{ bold: true, fontFace: 'Arial', color: palette.text, margin: 0, fit: 'shrink' },
    })
    page.addText(words, {
      ...{ x: left, y: top + 0.6, w: width, h: 0.8, fontSize: 12, valign: 'top' },
      ...{ fontFace: 'Arial', color: palette.text, margin: 0, fit: 'shrink' },
    })
  }
}

function addFoot(
  page: Pptx.Slide,
  { origin, source }: Exhibit<ReactNode>,
  palette: SlidePalette,
  address: string | null,
): void {
  const { organisation, edition } = origin
  const words = [
    `Edition ${edition.number}, ${edition.label}, data as at ${formatDate(edition.dataAsAt)}. Source: ${source}.`,
    ...(edition.withdrawn ? ['This edition has been withdrawn.'] : []),
    ...(organisation.illustrative ? ['Illustrative data: invented figures.'] : []),
  ].join(' ')
  page.addShape('line', {
    ...{ x: slide.margin, y: 6.9, w: across, h: 0 },
    line: { color: palette.rule, width: 1 },
  })
  const link =
    address === null ? [] : [{ text: ' Same figures online', options: { hyperlink: { url: address } } }]
  page.addText([{ text: words }, ...link], {
    ...{ x: slide.margin, y: 6.95, w: across - 2.5, h: 0.4, fontSize: 10, margin: 0 },
    ...{ fontFace: 'Arial', color: palette.muted, valign: 'top', fit: 'shrink' },
  })
  page.addText(organisation.marking, {
    ...{ x: slide.width - slide.margin - 2.4, y: 6.95, w: 2.4, h: 0.3, fontSize: 11, bold: true, margin: 0 },
    ...{ fontFace: 'Arial', color: palette.text, align: 'right' },
  })
}

/** For whoever speaks: the line of the pack, what to ask, what to know. */
function notesOf({ sentence, questions, notes }: Exhibit<ReactNode>, note: string): string {
  return [
    ...(note ? [note] : []),
    sentence,
    ...(questions.length > 0 ? ['Questions worth asking:', ...questions] : []),
    ...(notes.length > 0 ? ['To know:', ...notes] : []),
  ].join('\n')
}
