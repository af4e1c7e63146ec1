import { describe, expect, it } from 'vitest'
import { readCsv } from '../../../server/loads/read-csv.ts'
import type { LoadProblem } from '../../../src/contract/loads.ts'
import { describeProblem } from '../../../src/ingest/problem.ts'
import { allOf } from '../../support/all-of.ts'
import { sourceOf } from '../../support/source-of.ts'

async function read(content: string | Uint8Array) {
  const problems: LoadProblem[] = []
  const rows = await allOf(readCsv(sourceOf('x.csv', content), (problem) => problems.push(problem)))
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

  it('names the line that is not UTF-8', async () => {
    const bytes = Buffer.from('name\nCaf\u00e9\nbar\n', 'latin1')
    expect((await read(bytes)).problems).toEqual([
      'x.csv:2:1 the line has bytes that are not UTF-8 → save the file as "CSV UTF-8" and load that',
    ])
  })
})
