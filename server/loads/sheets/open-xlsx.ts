import { mostSharedText } from '../../../src/contract/bounds.ts'
import type { MergedRange } from '../../../src/ingest/sheets/cell-address.ts'
import { kindOfFormat, type NumberKind } from '../../../src/ingest/sheets/number-format.ts'
import type { Parts } from './open-parts.ts'
import { attributeOf, parseWhole } from './parse-xml.ts'
import { createRunJoiner } from './raised-digits.ts'
import type { PackedRow, Sheet } from './sheet.ts'
import { damaged, tooLarge } from './unreadable-workbook.ts'
import { readMergedRanges, readXlsxSheet, type XlsxBook } from './xlsx-sheet.ts'

/** The worksheets of an .xlsx (ECMA-376), in the order of their tabs. What they share is read once, when first asked for. */
export async function openXlsx(parts: Parts): Promise<Sheet[]> {
  const main = (await readRelations(parts, '')).find(({ type }) => type.endsWith('/officeDocument'))
  if (!main) throw damaged()
  const relations = await readRelations(parts, main.target)
  const targets = new Map(relations.map(({ id, target }) => [id, target]))
  const partOf = (kind: string) => relations.find(({ type }) => type.endsWith(`/${kind}`))?.target
  const listed: { name: string; isHidden: boolean; part: string }[] = []
  let is1904 = false
  await parseWhole(parts.read(main.target), {
    open(name, attributes) {
      if (name === 'workbookPr') is1904 = ['1', 'true'].includes(attributes.date1904 ?? '')
      if (name !== 'sheet') return
      const part = targets.get(attributeOf(attributes, 'id') ?? '')
      // a sheet that is a chart alone has no cells
      if (!part || !/worksheets?\//.test(part)) return
      listed.push({ name: attributes.name ?? '', isHidden: /hidden/i.test(attributes.state ?? ''), part })
    },
  })
  let shared: Promise<XlsxBook> | null = null
  const book = () => {
    shared ??= readShared(parts, partOf('sharedStrings'), partOf('styles'), is1904)
    return shared
  }
  return listed.map(({ name, isHidden, part }) => {
    let ranges: Promise<MergedRange[]> | null = null
    return {
      name,
      isHidden,
      async *rows(merged): AsyncGenerator<PackedRow> {
        if (merged === 'in-each') ranges ??= readMergedRanges(parts.read(part))
        yield* readXlsxSheet(parts.read(part), await book(), merged === 'once' ? [] : ((await ranges) ?? []))
      },
    }
  })
}

interface Relation {
  id: string
  type: string
  target: string
}

/** What a part refers to, by the names that the zip has. */
async function readRelations(parts: Parts, part: string): Promise<Relation[]> {
  const folder = part.slice(0, part.lastIndexOf('/') + 1)
  const name = `${folder}_rels/${part.slice(folder.length)}.rels`
  const relations: Relation[] = []
  if (!parts.names.has(name)) return relations
  await parseWhole(parts.read(name), {
    open(tag, { Id = '', Type = '', Target = '' }) {
      if (tag === 'Relationship') relations.push({ id: Id, type: Type, target: resolved(folder, Target) })
    },
  })
  return relations.filter(({ target }) => parts.names.has(target))
}

/** @example ('xl/', 'worksheets/sheet1.xml'), ('xl/', '/xl/worksheets/sheet1.xml') → 'xl/worksheets/sheet1.xml' */
function resolved(folder: string, target: string): string {
  return new URL(target, `zip:///${folder}`).pathname.slice(1)
}

async function readShared(
  parts: Parts,
  texts: string | undefined,
  styles: string | undefined,
  is1904: boolean,
): Promise<XlsxBook> {
  return {
    texts: texts === undefined ? [] : await readTexts(parts, texts),
    kinds: styles === undefined ? [] : await readKinds(parts, styles),
    is1904,
  }
}

/** Texts that cells name by number; how a word of Japanese is spoken is none of it. */
async function readTexts(parts: Parts, name: string): Promise<string[]> {
  const texts: string[] = []
  let text = ''
  let isCaptured = false
  let isPhonetic = false
  let total = 0
  const runs = createRunJoiner()
  await parseWhole(parts.read(name), {
    open(tag, attributes) {
      runs.open(tag, attributes)
      if (tag === 'si') text = ''
      else if (tag === 'rPh') isPhonetic = true
      else if (tag === 't') isCaptured = !isPhonetic
    },
    text(piece) {
      if (isCaptured) text = runs.join(text, piece)
    },
    close(tag) {
      runs.close(tag)
      if (tag === 't') isCaptured = false
      else if (tag === 'rPh') isPhonetic = false
      else if (tag === 'si') {
        texts.push(text)
        total += text.length
        if (total > mostSharedText) throw tooLarge(`has more than ${mostSharedText} characters of text`)
      }
    },
  })
  return texts
}

/** What the number of a cell is, by the number of its style. */
async function readKinds(parts: Parts, name: string): Promise<NumberKind[]> {
  const codes = new Map<number, string>()
  const kinds: NumberKind[] = []
  let isOfCells = false
  await parseWhole(parts.read(name), {
    open(tag, { numFmtId = '0', formatCode = '' }) {
      if (tag === 'numFmt') codes.set(Number(numFmtId), formatCode)
      else if (tag === 'cellXfs') isOfCells = true
      else if (tag === 'xf' && isOfCells)
        kinds.push(kindOfFormat(Number(numFmtId), codes.get(Number(numFmtId))))
    },
    close(tag) {
      if (tag === 'cellXfs') isOfCells = false
    },
  })
  return kinds
}
