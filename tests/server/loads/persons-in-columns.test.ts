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
