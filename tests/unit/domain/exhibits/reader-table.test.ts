import { describe, expect, it } from 'vitest'
import { moreInWords, readerTable } from '../../../../src/domain/exhibits/reader-table.ts'
import { recordsForReaders, recordTable } from '../../../../src/domain/exhibits/record-table.ts'

const milestones = [
  { id: 'M1', title: 'Clinic open', delivery: 'done', isLate: 0 },
  { id: 'M2', title: 'Team in post', delivery: 'late', isLate: 1 },
]
const fileColumns = [
  { head: 'Id', text: ({ id }: (typeof milestones)[number]) => id },
  { head: 'Title', text: ({ title }: (typeof milestones)[number]) => title },
  { head: 'Delivery', text: ({ delivery }: (typeof milestones)[number]) => delivery },
]
const readColumns = fileColumns.slice(1)
const lateFirst = {
  compare: (a: { isLate: number }, b: { isLate: number }) => b.isLate - a.isLate,
  words: 'late first',
}
const file = recordTable('Milestones', fileColumns, milestones)

describe('a table for readers', () => {
  it('leaves extra columns out, and with them their cells', () => {
    const shown = readerTable(recordTable('Milestones', fileColumns, milestones, ['Id']))
    expect(shown.columns.map(({ head }) => head)).toEqual(['Title', 'Delivery'])
    expect(shown.rows[0]).toEqual(['Clinic open', 'done'])
  })

  it('puts first what matters, and leaves the rows for files as they were', () => {
    const table = { ...file, forReaders: recordsForReaders(readColumns, milestones, lateFirst) }
    expect(readerTable(table).rows.map(([title]) => title)).toEqual(['Team in post', 'Clinic open'])
    expect(table.rows.map(([id]) => id)).toEqual(['M1', 'M2'])
    expect(moreInWords(table, 29)).toBe('Late first; 29 more rows on its page')
  })

  it('keeps an order that the reader asked for, and claims none', () => {
    const table = { ...file, forReaders: recordsForReaders(readColumns, milestones, null) }
    expect(readerTable(table).rows.map(([title]) => title)).toEqual(['Clinic open', 'Team in post'])
    expect(moreInWords(table, 1)).toBe('and 1 more row on its page')
  })

  it('says nothing where all is shown', () => {
    expect(moreInWords(file, 0)).toBeNull()
  })
})
