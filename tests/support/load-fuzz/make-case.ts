import type { SourceFile } from '../../../server/loads/source-file.ts'
import { aZip } from '../a-zip.ts'
import { changeBytes, changeXml } from './change-bytes.ts'
import { type Change, changeTable, type Expected } from './change-table.ts'
import { createRandom, type Random } from './random.ts'
import type { SeedLoad, Table } from './seed-loads.ts'
import { sourceInPieces } from './source-in-pieces.ts'
import {
  anyCsvStyle,
  type CsvStyle,
  type Form,
  partsOf,
  plainCsv,
  writeCsv,
  writeWorkbook,
} from './write-table.ts'

/** A sound load with one thing changed in it, and what it must yield. */
export interface FuzzCase {
  /** in words, for whoever looks into it */
  what: string
  seed: SeedLoad
  files: SourceFile[]
  mapping: SourceFile | null
  expected: Expected
  /** the rows as they were changed; null where it was not rows that were changed */
  table: Table | null
  /** whether a line of the file is a row of the table */
  isPlain: boolean
  secrets: readonly string[]
}

/** The bytes of a changed file, to look into a case or to send it. */
interface Written {
  bytes: Uint8Array
  form: Form
  what: string
  expected: Expected
  table?: Table | null
  isPlain?: boolean
  secrets?: readonly string[]
  /** of the file, without its ending */
  file?: string
  /** what is done to the bytes of a file beside it */
  beside?: { file: string; change: (bytes: Uint8Array) => Uint8Array }
}

/** The case of a number: the same whenever it is made. */
export function makeCase(seeds: readonly SeedLoad[], runSeed: number, number: number): FuzzCase {
  const random = createRandom(Math.imul(runSeed, 0x9e3779b1) ^ Math.imul(number + 1, 0x85ebca6b))
  const seed = random.pick(seeds)
  const way = random.pick(ways)
  return caseOf(seed, way(seed, random), random)
}

function caseOf(seed: SeedLoad, written: Written, random: Random): FuzzCase {
  const { bytes, form, what, expected, table = null, isPlain = false, secrets = [] } = written
  const { file = seed.file, beside } = written
  const name = `${file}.${form}`
  const mapping = seed.mapped && {
    files: [{ file: seed.file === file ? name : `${file.slice(0, 1)}*`, ...seed.mapped }],
  }
  const piece = random.pick([7, 512, 1 << 20])
  const source = (one: string, content: string | Uint8Array) =>
    sourceInPieces(one, beside?.file === one ? beside.change(Buffer.from(content)) : content, piece)
  const sources = Object.entries({ ...seed.texts, [name]: bytes }).map(([one, content]) =>
    source(one, content),
  )
  return {
    what: `${seed.name}, as .${form}: ${what}`,
    seed,
    files: sources,
    mapping: mapping && source('mapping.json', JSON.stringify(mapping)),
    expected: settled(expected, seed),
    table,
    isPlain,
    secrets,
  }
}

/** What of a file of the plan is changed leaves figures as they were; combined rows are no figures by themselves. */
function settled(expected: Expected, { isByRow, mapped }: SeedLoad): Expected {
  if (!['confined', 'few'].includes(expected) || isByRow) return expected
  return mapped ? 'told' : 'same-or-refused'
}

type Way = (seed: SeedLoad, random: Random) => Written

/** Ways to change a load, as often as each is drawn. */
const ways: readonly Way[] = [
  ...Array<Way>(6).fill(changedRows),
  ...Array<Way>(2).fill(changedText),
  changedPacking,
  changedXml,
  changedNames,
  changedBeside,
]

function change(seed: SeedLoad, random: Random): Change {
  // of odd cells there are as many kinds as of all other changes together
  const name = random.chance(0.3) ? 'an odd cell' : random.pick(Object.keys(changeTable))
  const made = changeTable[name]?.(seed.table, random, seed.headerRows)
  if (!made) throw new Error(name)
  // a row of them that is added up twice counts twice, and nobody can know
  const isSum = !seed.isByRow && seed.mapped !== null && name === 'the same row twice'
  return { ...made, name, expected: isSum ? 'told' : made.expected }
}

/** Rows, cells and columns, in any form and writing. */
function changedRows(seed: SeedLoad, random: Random): Written {
  const { name, expected, table, secrets = [] } = change(seed, random)
  const form = random.pick<Form>(['csv', 'csv', 'csv', 'xlsx', 'ods'])
  if (form !== 'csv') {
    const daysAsDays = random.chance(0.5)
    return {
      bytes: writeWorkbook(form, table, seed.file, daysAsDays),
      form,
      what: name,
      expected,
      table,
      secrets,
    }
  }
  const style = random.chance(0.5) ? plainCsv : anyCsvStyle(random)
  const what = style === plainCsv ? name : `${name}, ${inWords(style)}`
  return { bytes: writeCsv(table, style), form, what, expected, table, isPlain: style === plainCsv, secrets }
}

function inWords({ separator, newline, encoding, isQuoted }: CsvStyle): string {
  return JSON.stringify({ separator, newline, encoding, isQuoted })
}

/** The bytes of a CSV file; what of them are still lines of it is found out by whoever judges. */
function changedText(seed: SeedLoad, random: Random): Written {
  const name = random.pick(Object.keys(changeBytes))
  const bytes = changeBytes[name]?.(writeCsv(seed.table, plainCsv), random) ?? new Uint8Array()
  const changed = rowsLeft(seed, bytes)
  const expected = changed ? 'confined' : 'told'
  return { bytes, form: 'csv', what: name, expected, table: changed, isPlain: false }
}

/** The rows of a file by its lines; null where its header is not what it was, or rows go over several lines. */
function rowsLeft({ table, headerRows }: SeedLoad, bytes: Uint8Array): Table | null {
  const lines = new TextDecoder().decode(bytes).split('\n')
  const rows = new Map(
    table.map((row) => [new TextDecoder().decode(writeCsv([row], plainCsv)).trimEnd(), row]),
  )
  const isHeader = (row: readonly string[], line: number) => rows.get(lines[line] ?? '') === row
  const hasHeader = table.slice(0, headerRows).every(isHeader)
  if (!hasHeader || [...rows.keys()].some((line) => line.includes('\n'))) return null
  // what stands between quotation marks is a cell as well as what its commas part
  const cells = (line: string) => [
    ...line.split(/[,;\t|"\r]/),
    ...[...line.matchAll(/"([^"]*)"/g)].map(([, cell = '']) => cell),
  ]
  return lines.map((line) => rows.get(line.trimEnd()) ?? cells(line))
}

/** The bytes of a packed workbook: each part has its sum, so what is read is what was packed. */
function changedPacking(seed: SeedLoad, random: Random): Written {
  const form = random.pick<'xlsx' | 'ods'>(['xlsx', 'ods'])
  const name = random.pick(Object.keys(changeBytes))
  const packed = writeWorkbook(form, seed.table, seed.file, random.chance(0.5))
  const bytes = changeBytes[name]?.(packed, random) ?? packed
  return { bytes, form, what: `packed, ${name}`, expected: 'same-or-refused' }
}

/** One part of a workbook, packed anew; a part of what all sheets share may not change what cells say in silence. */
function changedXml(seed: SeedLoad, random: Random): Written {
  const form = random.pick<'xlsx' | 'ods'>(['xlsx', 'ods'])
  const parts = partsOf(form, seed.table, seed.file, random.chance(0.5))
  const part = random.pick(Object.keys(parts))
  if (random.chance(0.1)) {
    const { [part]: _, ...rest } = parts
    return { bytes: aZip(rest), form, what: `without ${part}`, expected: 'same-or-refused' }
  }
  const name = random.pick(Object.keys(changeXml))
  const changed = { ...parts, [part]: changeXml[name]?.(parts[part] ?? '', random) ?? '' }
  const isCells = part.startsWith('xl/worksheets/') || part === 'content.xml'
  const isTexts = part === 'xl/sharedStrings.xml'
  const expected = isTexts ? 'told' : isCells && name !== 'cut in its XML' ? 'few' : 'same-or-refused'
  return { bytes: aZip(changed), form, what: `${part}, ${name}`, expected }
}

/** A person in a name: of the file, of the sheet. */
function changedNames(seed: SeedLoad, random: Random): Written {
  const name = random.pick([
    'Margaret Quillfeather',
    'Mrs Quillfeather',
    '943 476 5919',
    'margaret@quillfeather.example',
  ])
  const form = random.pick<Form>(['csv', 'xlsx', 'ods'])
  const common = { form, expected: 'refused', secrets: ['quillfeather', '943 476'] } as const
  if (form === 'csv') {
    return {
      ...common,
      what: 'a person in the name of the file',
      file: name,
      bytes: writeCsv(seed.table, plainCsv),
    }
  }
  return {
    ...common,
    what: 'a person in the name of a sheet',
    bytes: writeWorkbook(form, seed.table, name, false),
  }
}

/** The bytes of the files beside: the mapping, definitions, whose figures they are. */
function changedBeside(seed: SeedLoad, random: Random): Written {
  const others = [...Object.keys(seed.texts), ...(seed.mapped ? ['mapping.json'] : [])]
  if (others.length === 0) return changedText(seed, random)
  const file = random.pick(others)
  const name = random.pick(Object.keys(changeBytes))
  return {
    bytes: writeCsv(seed.table, plainCsv),
    form: 'csv',
    what: `${file}, ${name}`,
    expected: 'told',
    beside: { file, change: (bytes) => changeBytes[name]?.(bytes, random) ?? bytes },
  }
}
