// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import { svgText } from '../../../../src/exhibits/export/svg-drawing.tsx'
import { metadataElement } from '../../../../src/exhibits/export/svg-metadata.ts'
import { writeExhibitAbout, writeExhibitCsv } from '../../../../src/exhibits/export/write-csv.ts'
import { writeExhibitPptx, writePackPptx } from '../../../../src/exhibits/export/write-pptx.ts'
import { writeExhibitXlsx, writePackXlsx } from '../../../../src/exhibits/export/write-xlsx.ts'
import { deckSettingsOf } from '../../../support/deck-settings.ts'
import { aNastyExhibit, nastyName, nastyNameAsRead } from '../../../support/nasty-words.ts'
import { readPptx } from '../../../support/read-pptx.ts'
import { readXlsx } from '../../../support/read-xlsx.ts'
import { partFaults, readPart, xmlFault } from '../../../support/xml-faults.ts'

const site = 'https://dashboard.example'
const settings = deckSettingsOf(site)
const table = aNastyExhibit()
const picture = { ...table, picture: () => null }
const pack = [table, picture].map((exhibit) => ({
  group: nastyName('Group'),
  note: nastyName('Line'),
  exhibit,
}))
const company = `${nastyNameAsRead('Service')}, ${nastyNameAsRead('Organisation')}`

// what writes workbooks drops the mark of a damaged character as well
const withoutMark = (text: string) => text.replaceAll('\ufffd', '')
const asInWorkbook = (name: string) => withoutMark(nastyNameAsRead(name))

describe('xmlFault', () => {
  it('finds a sign that is not escaped, and a control character', () => {
    expect(xmlFault('<a>Adults & Communities</a>')).not.toBeNull()
    expect(xmlFault('<a>\u0001</a>')).not.toBeNull()
    expect(xmlFault('<a>Adults &amp; Communities</a>')).toBeNull()
  })
})

describe('slides with signs, controls, emoji and right-to-left letters in every name', () => {
  it('are well-formed in each part', async () => {
    expect(await partFaults(await writeExhibitPptx(table, settings))).toEqual([])
    expect(await partFaults(await writeExhibitPptx(picture, settings))).toEqual([])
    expect(await partFaults(await writePackPptx(nastyName('Pack'), pack, settings))).toEqual([])
  })

  it('say each name once escaped: read again it is what it was', async () => {
    const file = await writePackPptx(nastyName('Pack'), pack, settings)
    const app = await readPart(file, 'docProps/app.xml')
    expect(app.querySelector('Company')?.textContent).toBe(company)
    const { slides, title, subject } = await readPptx(file)
    expect(title).toBe(nastyNameAsRead('Pack'))
    expect(subject).toContain(nastyNameAsRead('Label'))
    const [, first, second] = slides
    const words = first?.texts.join('\n')
    for (const name of ['Group', 'Finding', 'Subtitle', 'Line', 'Marking', 'Town', 'Member', 'Source']) {
      expect(words, name).toContain(nastyNameAsRead(name))
    }
    expect(second?.alternatives).toEqual([nastyNameAsRead('Alternative')])
    expect(second?.notes).toEqual(expect.arrayContaining([nastyNameAsRead('Question')]))
  })
})

describe('workbooks with such names', () => {
  it('are well-formed in each part', async () => {
    expect(await partFaults(await writeExhibitXlsx(table, site))).toEqual([])
    expect(await partFaults(await writePackXlsx(pack, site))).toEqual([])
  })

  it('say each name as it was, hold no formula, and no sheet that a workbook refuses', async () => {
    const sheets = await readXlsx(await writePackXlsx(pack, site))
    const said = sheets.flatMap(({ cells }) => cells.map(({ value }) => value))
    for (const name of ['Group', 'Finding', 'Line', 'Town', 'Member', 'Marking', 'Note', 'Source']) {
      expect(said, name).toContain(asInWorkbook(name))
    }
    expect(said).toContain(`'=HYPERLINK("http://127.0.0.1")`)
    expect(said).toContain(withoutMark(company))
    for (const { name } of sheets) {
      expect(name.length).toBeLessThanOrEqual(31)
      expect(name).not.toMatch(/[[\]:*?/\\]|\p{Cs}/u)
    }
  })

  it('cut a text that no cell can hold', async () => {
    const long = { ...table, notes: ['x'.repeat(40_000)] }
    const sheets = await readXlsx(await writeExhibitXlsx(long, site))
    const lengths = sheets.flatMap(({ cells }) => cells.map(({ value }) => String(value).length))
    expect(Math.max(...lengths)).toBe(32_767)
  })
})

describe('a CSV with such names', () => {
  it('says each as it was, and holds no formula', () => {
    const csv = writeExhibitCsv(table)
    const about = writeExhibitAbout(table, site)
    const quoted = (name: string) => `"${nastyNameAsRead(name).replaceAll('"', '""')}"`
    for (const name of ['Finding', 'Town', 'Member', 'Marking'])
      expect(csv + about, name).toContain(quoted(name))
    expect(csv).toContain(`"'=HYPERLINK(""http://127.0.0.1"")",-4`)
    expect(csv + about).not.toMatch(/(?![\r\n\t])\p{Cc}|\p{Cs}/u)
  })
})

describe('a drawing with such names', () => {
  it('is well-formed as a file, and says each as it was', () => {
    const drawing = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
    const word = drawing.appendChild(document.createElementNS('http://www.w3.org/2000/svg', 'text'))
    word.textContent = nastyName('Town')
    word.setAttribute('data-name', nastyName('Town'))
    drawing.append(metadataElement([['Finding', nastyName('Finding')]]))
    const file = svgText(drawing)
    expect(xmlFault(file)).toBeNull()
    const read = new DOMParser().parseFromString(file, 'application/xml')
    expect(read.querySelector('text')?.textContent).toBe(nastyNameAsRead('Town'))
    expect(read.documentElement.textContent).toContain(nastyNameAsRead('Finding'))
  })
})
