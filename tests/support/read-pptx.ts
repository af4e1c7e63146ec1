import { strFromU8, unzipSync } from 'fflate'

export interface ReadSlide {
  /** its texts, in the order in which they stand in the file */
  texts: string[]
  alternatives: string[]
  notes: string[]
  cells: string[]
}

/** Slides read from their own XML, by nothing of what wrote them. Needs a DOM. */
export async function readPptx(file: Blob): Promise<{ slides: ReadSlide[]; title: string; subject: string }> {
  const parts = unzipSync(new Uint8Array(await file.arrayBuffer()))
  const read = (name: string) => {
    const part = parts[name]
    if (!part) throw new Error(`the file holds no ${name}`)
    return new DOMParser().parseFromString(strFromU8(part), 'application/xml')
  }
  const named = (xml: Document, name: string) => [...xml.getElementsByTagName(name)]
  const paragraphs = (elements: Element[]) =>
    elements
      .map((paragraph) =>
        [...paragraph.getElementsByTagName('a:t')].map(({ textContent }) => textContent).join(''),
      )
      .filter((text) => text !== '')
  const count = Object.keys(parts).filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name)).length
  const slides = Array.from({ length: count }, (_, index) => {
    const xml = read(`ppt/slides/slide${index + 1}.xml`)
    const notes = parts[`ppt/notesSlides/notesSlide${index + 1}.xml`]
    return {
      texts: paragraphs(named(xml, 'a:p')),
      cells: paragraphs(named(xml, 'a:tc')),
      alternatives: named(xml, 'p:pic').flatMap((picture) =>
        [...picture.getElementsByTagName('p:cNvPr')].map((one) => one.getAttribute('descr') ?? ''),
      ),
      notes: notes ? paragraphs(named(read(`ppt/notesSlides/notesSlide${index + 1}.xml`), 'a:p')) : [],
    }
  })
  const core = read('docProps/core.xml')
  const textOf = (name: string) => core.getElementsByTagName(name)[0]?.textContent ?? ''
  return { slides, title: textOf('dc:title'), subject: textOf('dc:subject') }
}
