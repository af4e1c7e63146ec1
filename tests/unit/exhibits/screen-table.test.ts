import { describe, expect, it } from 'vitest'
import { layOutTable } from '../../../src/exhibits/screen-table.ts'
import { roomForTable, hall as stageOfHall } from '../../../src/features/present/slide-room.ts'
import { stageOf } from '../../../src/features/present/use-stage.ts'

const text = (head: string, isExtra = false) => ({ head, kind: 'text' as const, isExtra })
const aTable = (rows: (string | number | null)[][], columns = [text('Measure'), text('Why')]) => ({
  title: 'Table',
  columns,
  rows,
})

const words = {
  finding: 'Sixteen of 38 milestones are complete',
  subtitle: 'Improvement plan, Ealing',
  line: '',
}
const hall = roomForTable(words, stageOfHall)

describe('layOutTable', () => {
  it('leaves out the columns that a screen has no room for', () => {
    const table = aTable([['OT list', 'A1', 'Late']], [text('Measure'), text('Id', true), text('Status')])
    expect(layOutTable(table, hall).columns.map(({ head }) => head)).toEqual(['Measure', 'Status'])
    expect(layOutTable(table, hall).rows[0]?.cells).toEqual(['OT list', 'Late'])
  })

  it('leaves out a column that says nothing in the rows it shows', () => {
    const table = aTable([['OT list', null, 'Late']], [text('Measure'), text('What changed'), text('Status')])
    expect(layOutTable(table, hall).columns.map(({ head }) => head)).toEqual(['Measure', 'Status'])
    expect(layOutTable(table, hall).rows[0]?.cells).toEqual(['OT list', 'Late'])
  })

  it('shows as many short rows as a hall reads, and says how many more there are', () => {
    const many = aTable(Array.from({ length: 48 }, (_, row) => [`Measure ${row}`, 'Late']))
    const model = layOutTable(many, hall)
    expect(model.rows).toHaveLength(9)
    expect(model.more).toBe('and 39 more rows on its page')
  })

  it('shows fewer under a long finding with a line of its own', () => {
    const many = aTable(Array.from({ length: 48 }, (_, row) => [`Measure ${row}`, 'Late']))
    const finding = 'Thirty of 253 tested series show a recent change in ten measures of care'
    const line = 'Ask what replaces the surge team. '.repeat(9)
    const full = roomForTable({ ...words, finding, line }, stageOfHall)
    expect(layOutTable(many, full).rows.length).toBeLessThan(9)
    expect(full.height).toBeLessThan(hall.height)
  })

  it('shows fewer rows where their words take several lines, and one always', () => {
    const long = 'word '.repeat(22).trim()
    const wide = Array.from({ length: 5 }, (_, place) => text(`Column ${place}`))
    const model = layOutTable(
      aTable(
        Array.from({ length: 6 }, () => wide.map(() => long)),
        wide,
      ),
      hall,
    )
    expect(model.rows.length).toBeLessThan(4)
    expect(model.rows.length).toBeGreaterThan(0)
  })

  it('writes numbers and days as the pages do, and shortens at a word', () => {
    const table = {
      title: 'Table',
      columns: [
        { head: 'Change', kind: 'number' as const, decimals: 1 },
        { head: 'Due', kind: 'date' as const },
        text('Note'),
      ],
      rows: [[-1234.5, '2025-06-30', 'word '.repeat(40)]],
    }
    const [change, due, note] = layOutTable(table, hall).rows[0]?.cells ?? []
    expect([change, due]).toEqual(['\u22121,234.5', '30 Jun 2025'])
    expect(note).toMatch(/^(word )+word…$/)
  })
})

describe('a slide on a screen', () => {
  const whole = (width: number, height: number) =>
    stageOf(width, height, { innerWidth: width, innerHeight: height })

  it('fills a projector, in words of 2.8% of its height and more', () => {
    expect(whole(1920, 1080)).toMatchObject({
      unit: 1,
      type: 31,
      width: 1920,
      height: 1080,
      isUpright: false,
    })
    // 4 to 3: narrower in its own px, and its words as large
    expect(whole(1024, 768)).toMatchObject({ unit: 0.64, width: 1600, height: 1200 })
    expect(whole(1024, 768).type / 768).toBeCloseTo(0.0285, 6)
  })

  it('keeps its words as large where controls take a part of the screen', () => {
    const stage = stageOf(844, 350, { innerWidth: 844, innerHeight: 390 })
    expect(stage.type / 390).toBeCloseTo(0.0285, 6)
  })

  it('stands upright on a tablet that does, with words by its width', () => {
    const stage = whole(820, 1180)
    expect(stage.isUpright).toBe(true)
    expect(stage.type).toBeGreaterThanOrEqual(0.028 * 820)
    expect(roomForTable(words, stage).columns).toBe(3)
  })
})
