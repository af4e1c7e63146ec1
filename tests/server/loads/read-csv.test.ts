import { describe, expect, it } from 'vitest'
import { readCsv } from '../../../server/loads/read-csv.ts'
import { mostBlankLines, mostColumns } from '../../../src/contract/bounds.ts'
import type { LoadProblem } from '../../../src/contract/loads.ts'
import { describeProblem } from '../../../src/ingest/problem.ts'
import { allOf } from '../../support/all-of.ts'
import { sourceOf } from '../../support/source-of.ts'

async function read(content: string | Uint8Array) {
  const problems: LoadProblem[] = []
  const rows = await allOf(readCsv(sourceOf('x.csv', content), (problem) => problems.push(problem)))
  return { rows, problems: problems.map(describeProblem) }
}

/** As a disk gives it: in pieces of 64 kB. */
async function readInChunks(content: string) {
  const bytes = new TextEncoder().encode(content)
  const problems: LoadProblem[] = []
  const source = {
    ...sourceOf('x.csv', ''),
    open: async () =>
      (async function* () {
        for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536)
      })(),
  }
  const rows = await allOf(readCsv(source, (problem) => problems.push(problem)))
  return { rows, problems: problems.map(describeProblem) }
}

describe('readCsv', () => {
  it('gives each record the line on which it starts', async () => {
    const { rows } = await read('a,b\r\n1,"x\r\ny"\r\n3,4\n5,6')
    expect(rows.map(({ line, fields }) => [line, ...fields])).toEqual([
      [1, 'a', 'b'],
      [2, '1', 'x\r\ny'],
      [4, '3', '4'],
      [5, '5', '6'],
    ])
  })

  it('leaves a byte order mark out', async () => {
    const { rows } = await read('\uFEFFa,b\n1,2\n')
    expect(rows[0]?.fields).toEqual(['a', 'b'])
  })

  it('names the place of a quotation mark inside a field', async () => {
    expect((await read('a,b\n1,2\n3,x"y\n')).problems).toEqual([
      'x.csv:3:4 a quotation mark stands inside a field that does not begin with one → put the whole field in quotation marks and double the ones inside it: "x ""y"""',
    ])
  })

  it('names the place of text after a closing quotation mark', async () => {
    expect((await read('a,b\n1,"2"3\n')).problems).toEqual([
      'x.csv:2:6 text follows the quotation mark that closes a field → end the field there with a comma, or double the quotation mark if it belongs to the text',
    ])
  })

  it('names the place where a field opens that is never closed', async () => {
    expect((await read('a,b\n1,"2\n3,4\n5,6\n')).problems).toEqual([
      'x.csv:2:3 a quotation mark opens a field that is never closed → close the field with a quotation mark before the next comma',
    ])
  })

  it('says that a file is empty, with or without blank lines', async () => {
    const told = ['x.csv:0:0 the file is empty → export it again, or leave it out of the load']
    expect((await read('')).problems).toEqual(told)
    expect((await read('\n\n')).problems).toEqual(told)
  })

  it('says that a file is binary', async () => {
    expect((await read(Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0, 10, 255))).problems).toEqual([
      'x.csv:0:0 the file is binary, not text → save it as "CSV UTF-8" and load that',
    ])
  })

  it('names the line that is not UTF-8 in a file that elsewhere is', async () => {
    const bytes = Buffer.concat([Buffer.from('n\u00e4me\n'), Buffer.from('Caf\u00e9\nbar\n', 'latin1')])
    expect((await read(bytes)).problems).toEqual([
      'x.csv:2:1 the line has bytes that are not UTF-8 → save the file as "CSV UTF-8" and load that',
    ])
  })

  it('names a file whose lines end with a carriage return alone, however long it is', async () => {
    const told = [
      'x.csv:1:1 the lines of the file end with a carriage return alone (CR), as old programs write them → save it as "CSV UTF-8", whose lines end with a line feed, and load that',
    ]
    expect((await read('a,b\r1,2\r')).problems).toEqual(told)
    expect((await readInChunks('a,b\r1,2\r'.repeat(200_000))).problems).toEqual(told)
    // returns inside quotation marks, and before a line feed, are none of it
    expect((await read('a,"b\rc"\r\n1,2\r\n')).problems).toEqual([])
  })

  it('reads a table of a thousand columns, and no wider one', async () => {
    const wide = (columns: number) =>
      `${Array.from({ length: columns }, (_, index) => `c${index}`).join(',')}\n`
    expect((await readInChunks(wide(mostColumns))).problems).toEqual([])
    expect((await readInChunks(wide(mostColumns + 1))).problems).toEqual([
      `x.csv:1:${wide(mostColumns).length + 1} the row has 1001 fields, and a file may have 1000 columns → load the columns that are needed, or one row to a figure`,
    ])
  })

  it('reads as many blank lines as a spreadsheet has rows, and no more', async () => {
    const { rows, problems } = await readInChunks(`a\n1\n${'\n'.repeat(mostBlankLines + 1)}2\n`)
    expect(rows).toHaveLength(mostBlankLines + 2)
    expect(problems).toEqual([
      `x.csv:${mostBlankLines + 3}:1 more than 1048576 lines have nothing in them → leave them out; figures may stand below them that were not read`,
    ])
  })

  it('refuses a cell and a line that no table has', async () => {
    const { problems } = await readInChunks(`a,b\n1,${'x'.repeat(32_768)}\n`)
    expect(problems).toEqual([
      'x.csv:2:3 the cell has 32768 characters, and a cell may have 32767 → shorten it, or look for a quotation mark that is never closed',
    ])
    expect((await readInChunks(`a\n${'x,'.repeat(600_000)}\n`)).problems).toHaveLength(1)
    expect((await readInChunks(`a\n${'x'.repeat(2_000_000)}`)).problems).toEqual([
      'x.csv:2:1 the file has a line of more than a million characters → load a CSV file with one record to a line',
    ])
    const record = Array.from({ length: 40 }, () => `"${'x\n'.repeat(15_000)}"`).join(',')
    expect((await readInChunks(`a,b\n1,2\n${record}\n`)).problems).toEqual([
      expect.stringMatching(
        /^x\.csv:\d+:1 the record that ends here has more than a million characters → load the columns/,
      ),
    ])
    const unclosed = await readInChunks(`a,b\n"${'x,y\n'.repeat(400_000)}`)
    expect(unclosed.problems).toEqual([
      'x.csv:2:1 a quotation mark opens a field that is never closed → close the field with a quotation mark before the next comma',
    ])
  })
})
