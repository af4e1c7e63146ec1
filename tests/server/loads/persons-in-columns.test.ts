import { describe, expect, it } from 'vitest'
import type { ReadLoad } from '../../../server/loads/read-load.ts'
import { aLoad, askedIn, errorsIn, figureHeader } from '../../support/a-load.ts'
import { soundLoad } from '../../support/load-files.ts'

const { 'observations.csv': _, ...definitions } = soundLoad

/** A list by month that a mapping reads, with its members or its count of rows. */
const mappingOf = (output: object) => ({
  files: [
    {
      file: 'list.csv',
      outputs: [
        {
          kpi: 'ot-waiting',
          dimension: 'breakdown',
          period: { column: 'Month', form: 'month-name' },
          asAt: '2025-10-06',
          ...output,
        },
      ],
    },
  ],
})

const membersUnder = (header: string, cells: readonly string[]) =>
  aLoad(
    {
      ...definitions,
      'list.csv': [
        `${header},Month,Number`,
        ...cells.map((cell, row) => `${cell},Sep 2025,${41 + row}`),
      ].join('\n'),
    },
    { mapping: mappingOf({ member: { column: header }, value: { column: 'Number' } }) },
  )

/** Refused for a person alone, without a letter of what stands there. */
function expectRefusal(load: ReadLoad, secrets: readonly string[]) {
  expect(load.prepared).toBeNull()
  expect(errorsIn(load).filter((one) => !/ (looks like|heads a column of) /.test(one))).toEqual([])
  for (const secret of secrets) expect(JSON.stringify(load.problems)).not.toContain(secret)
}

/** Beside the figures, in a column that no mapping reads. */
const besideUnder = (header: string, cells: readonly string[]) =>
  aLoad(
    {
      ...definitions,
      'list.csv': [
        `Month,Number,${header}`,
        ...cells.map((cell, row) => `${String(row + 1).padStart(2, '0')}/2025,${41 + row},"${cell}"`),
      ].join('\n'),
    },
    {
      mapping: mappingOf({
        dimension: 'borough',
        member: 'All',
        value: { column: 'Number' },
        period: { column: 'Month', form: 'month-number' },
      }),
    },
  )

describe('a column that nobody reads', () => {
  it.each([
    ['telephone numbers', ['020 8825 0001', '020 8825 0002', '01895 120003']],
    ['telephone numbers from abroad', ['+44 20 8825 0001', '+44 1895 120003']],
    ['telephone numbers in digits alone', ['02088250001', '01895120003']],
    ['mobile numbers in digits alone', ['447700900123', '447700900124']],
    ['days of birth beside initials', ['ZZ 14/02/1941', 'YY 03/11/1938', 'waiting']],
    ['a day of birth in a remark', ['(1941-02-14) lives alone', 'x']],
    ['initials with points', ['Z.Y.', 'X. W.', 'V.U.T.']],
  ])('is refused: %s', async (_, cells) => {
    expectRefusal(
      await besideUnder('Info', cells),
      cells.filter((cell) => cell.length > 7),
    )
  })

  it.each([
    ['a number of one office', ['020 8825 0001', 'see the site', 'see the site', 'none']],
    ['references', ['0100012345', '0200012346', '0300012347']],
    ['figures', ['02,088', '1,895', '3,100']],
    ['days of this decade in remarks', ['agreed 14/02/2024', 'agreed 03/11/2023']],
    ['an old day in one remark of many', ['by the Act of 14/02/1983', 'none', 'none', 'none']],
    ['codes with points', ['A.1', 'B.2', 'C.3']],
  ])('is read: %s', async (_, cells) => {
    expect(errorsIn(await besideUnder('Info', cells))).toEqual([])
  })
})

describe('a column that promises persons', () => {
  it.each([
    ['Key Worker', ['J.Smith', 'P.Patel', 'A.Khan']],
    ['Key Worker', ['Zzsmith', 'Zzpatel', 'Duty']],
    ['Worker', ['JS', 'MK', 'RP']],
    ['Allocated SW', ['W0412', 'W0413', 'W0419']],
    ['Client', ['4410023', '4410871', '4409966']],
    ['Case holder', ['Worker 1', 'Worker 2', 'Worker 3']],
    ['Name', ['Z.Zzexample', 'P.Zzother', 'A.Khan']],
    ['Carer', ['Smith', 'Khan', 'Zzother']],
  ])('is refused: %s of %j', async (header, cells) => {
    expectRefusal(
      await membersUnder(header, cells),
      cells.filter((cell) => cell !== 'Duty'),
    )
  })

  it.each([
    ['Key Worker', ['Senior OT', 'Social worker', 'Duty', 'Unallocated']],
    ['Client', ['18-64', '65 and over', 'Not recorded']],
    ['Client', ['Older people', 'Learning disability', 'Dementia']],
    ['Referrer', ['GP', 'Hospital', 'Self', 'Family', 'Police', 'Vicar']],
    ['Carer', ['Spouse', 'Son or daughter', 'Yes']],
    ['Name', ['Brent', 'Harrow', 'Tower Hamlets', 'Barnet']],
    ['Resident', ['Yes', 'No']],
    ['Worker', ['Permanent', 'Agency', 'Band 6']],
  ])('is read where its cells are groups: %s of %j', async (header, cells) => {
    expect(errorsIn(await membersUnder(header, cells))).toEqual([])
  })

  it('is a breakdown of observations.csv as well', async () => {
    const rows = ['Z.Zzexample', 'P.Zzother'].map(
      (one) => `ot-waiting,2025-09,officer,${one},4,,,,,2025-10-06`,
    )
    const load = await aLoad({ ...definitions, 'observations.csv': [figureHeader, ...rows].join('\n') })
    expectRefusal(load, ['Zz'])
  })
})

describe('keys that no header gives away', () => {
  const counted = (header: string, keyOf: (row: number) => string) =>
    aLoad(
      {
        ...definitions,
        'list.csv': [
          `${header},Month,Team`,
          ...Array.from({ length: 12 }, (_, row) => `${keyOf(row)},Sep 2025,${row % 2 ? 'East' : 'West'}`),
        ].join('\n'),
      },
      { mapping: mappingOf({ member: { column: 'Team' }, combine: { rows: 'count' } }) },
    )

  it('refuse rows that are counted, each with a number of its own', async () => {
    expectRefusal(await counted('Ref', (row) => `REF-${20931 + 7 * row}`), ['20931'])
    expect(errorsIn(await counted('Ref', (row) => `REF-${20931 + (row % 3)}`))).toEqual([])
    expect(errorsIn(await counted('Row', (row) => `${row + 1}`))).toEqual([])
  })

  it('are asked about as members, and not said', async () => {
    const load = await membersUnder('Ref', ['4410023', '4410871', '4409966'])
    expect(askedIn(load)).toEqual([
      'load:0:0 the dimension breakdown is new, and most of its 3 members are numbers of five digits or more: they may be keys to single persons → load counts by group; if these are groups, give them their names, or publish it with a reason',
    ])
    expect([load.tables, JSON.stringify(load.problems).includes('4410')]).toEqual([[], false])
  })
})
