import { describe, expect, it } from 'vitest'
import { type FileMapping, Mapping } from '../../../../src/ingest/mapping.ts'
import { columnsKey, matchMapping } from '../../../../src/ingest/point/recognise.ts'
import { aMapping } from '../../../support/a-mapping.ts'

function aFile(changes: object = {}): FileMapping {
  const [file] = Mapping.parse(aMapping('list-*.csv', { value: { column: 'Waiting' }, ...changes })).files
  if (!file) throw new Error('no file')
  return file
}

const table = (file: string, ...rows: string[][]) => ({ file, sheet: null, isOnlySheet: false, rows })

describe('a saved mapping', () => {
  it('reads a file of its name that has its columns, below a title and beside others', () => {
    const given = table('list-9.csv', ['OT list'], ['Waiting', 'Team', ' Month '], ['1', 'A', 'Apr-25'])
    expect(matchMapping(given, aFile())).toEqual({ kind: 'same', at: 1, names: ['Waiting', 'Team', 'Month'] })
  })

  it('is asked about where the file is called otherwise, and not offered for a name alone', () => {
    expect(matchMapping(table('other.csv', ['Month', 'Waiting']), aFile())?.kind).toBe('other-name')
    expect(matchMapping(table('other.csv', ['Month', 'Number']), aFile())).toBeNull()
    expect(matchMapping(table('list-9.csv', ['Quarter', 'Number']), aFile())).toBeNull()
  })

  it('names the column that is gone', () => {
    const gone = matchMapping(table('list-9.csv', ['Month', 'Number']), aFile())
    expect(gone).toMatchObject({ kind: 'columns-gone', gone: ['Waiting'] })
  })

  it('of a column to each month needs one such column, and any will do', () => {
    const wide = aFile({
      member: { column: 'Town' },
      period: { headers: {}, form: 'month-name' },
      value: undefined,
    })
    expect(matchMapping(table('list-9.csv', ['Town', 'May-25']), wide)?.kind).toBe('same')
    expect(matchMapping(table('list-9.csv', ['Town', 'Number']), wide)?.kind).not.toBe('same')
    expect(columnsKey(['Town', 'May-25'], wide)).toBe(columnsKey(['Jun-25', 'Town'], wide))
    expect(columnsKey(['Town', 'Note'], wide)).not.toBe(columnsKey(['Town'], wide))
  })
})
