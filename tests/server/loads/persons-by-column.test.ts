import { describe, expect, it } from 'vitest'
import { isNhsNumber } from '../../../src/contract/person-in-text.ts'
import { aLoad, errorsIn } from '../../support/a-load.ts'
import { anOutput } from '../../support/a-mapping.ts'
import { soundLoad } from '../../support/load-files.ts'

const { 'observations.csv': _, ...definitions } = soundLoad

const fileOf = (file: string, records?: string) => ({
  file,
  ...(records !== undefined && { records }),
  outputs: [
    anOutput({
      dimension: 'breakdown',
      member: { column: 'Place' },
      value: { column: 'Number' },
      asAt: '2025-10-06',
    }),
  ],
})

/** Errors of a list with one column more, a row to each of its cells. */
async function besideCells(cells: readonly string[], name = 'Other') {
  const rows = cells.map((cell, row) => `Place ${row},Sep 2025,4,"${cell}"`)
  return errorsIn(
    await aLoad(
      { ...definitions, 'list.csv': [`Place,Month,Number,${name}`, ...rows].join('\n') },
      { mapping: { files: [fileOf('list.csv')] } },
    ),
  )
}

async function places(...cells: readonly string[]) {
  const rows = cells.map((cell) => `"${cell}",Sep 2025,4`)
  return errorsIn(
    await aLoad(
      { ...definitions, 'list.csv': ['Place,Month,Number', ...rows].join('\n') },
      { mapping: { files: [fileOf('list.csv')] } },
    ),
  )
}

async function json(value: object, ...records: string[]) {
  return errorsIn(
    await aLoad(
      { ...definitions, 'x.json': JSON.stringify(value, null, 1) },
      { mapping: { files: records.map((one) => fileOf('x.json', one)) } },
    ),
  )
}

describe('what a column shows and a cell does not', () => {
  it('are NHS numbers among other references', async () => {
    const told = await besideCells(['9434765919', '4010232137', '10023451', '10023452', '10023453'])
    expect(told.map((one) => one.split(' → ')[0])).toEqual(['list.csv:2:20 looks like an NHS number'])
    // seven of twenty are far more than one in eleven
    const others = Array.from({ length: 13 }, () => '9434765911')
    const valid = Array.from({ length: 200 }, (_, more) => `${9_434_765_900 + more}`)
      .filter(isNhsNumber)
      .slice(0, 7)
    expect((await besideCells([...valid, ...others]))[0]).toContain('looks like an NHS number')
    expect(await besideCells(['9434765919', ...others])).toEqual([])
  })

  it('are addresses without a postcode, where half of a column are', async () => {
    const [told] = await places('12 Zz Avenue', 'Flat 3, 40 Zz Street', 'Elsewhere')
    expect([told?.split(' → ')[0], JSON.stringify(told).includes('Zz')]).toEqual([
      'list.csv:2:1 looks like a home address',
      false,
    ])
    expect(await places('32 Acacia Road', 'Elm House', 'The Limes', 'Hanwell Lodge')).toEqual([])
    expect(await places('28 days or more', '0 to 27 days', '2 High Needs')).toEqual([])
  })

  it('are mobile numbers whose nought a spreadsheet dropped', async () => {
    expect((await besideCells(['7700900123', '7700900456', '7700900789']))[0]).toContain('a mobile number')
    expect(await besideCells(['7000900123', '8700900456', '7700900711'])).toEqual([])
  })

  it('are no persons where keys of ten digits stand behind the same mark', async () => {
    const homes = Array.from({ length: 60 }, (_, row) => `1-${1_000_312_641 + row * 1013}`)
    expect(await besideCells(homes, 'Location ID')).toEqual([])
    expect(await places(...homes)).toEqual([])
    expect((await besideCells(['1-9434765919', '1-4010232137']))[0]).toContain('looks like an NHS number')
    // one that is written otherwise than the others is judged by itself
    expect((await besideCells([...homes, 'NHS-9434765919']))[0]).toContain('looks like an NHS number')
  })
})

describe('a file of JSON', () => {
  const towns = [{ Month: 'Sep 2025', Number: 4, Place: 'Acton' }]
  const cases = [
    { Month: 'Aug 2025', Number: 5, Place: 'Hanwell', Surname: 'Zzexample', 'Client ID': '4410023' },
  ]

  it('is looked through in each of its lists, those that no mapping reads among them', async () => {
    for (const told of [
      await json({ towns, cases }, 'towns', 'cases'),
      await json({ towns, cases }, 'towns'),
    ]) {
      expect(told.length).toBeGreaterThan(0)
      expect(told.filter((one) => !/ (looks like|heads a column of) /.test(one))).toEqual([])
      expect(JSON.stringify(told)).not.toMatch(/Zz|4410023/)
    }
  })

  it('has its numbers judged with those of their name', async () => {
    const seconds = Array.from({ length: 40 }, (_, row) => ({
      Month: 'Sep 2025',
      Place: `Town ${row}`,
      Number: row,
      updated: 1_759_708_800 + row * 86_400,
      home: `1-${1_000_312_641 + row * 1013}`,
    }))
    expect(await json(seconds, '')).toEqual([])
    const numbers = seconds.map((one) => ({ ...one, updated: 9_434_765_919 }))
    expect((await json(numbers, ''))[0]).toContain('looks like an NHS number')
    expect(
      (
        await json(
          seconds.map((one) => ({ ...one, home: '943 476 5919' })),
          '',
        )
      )[0],
    ).toContain('an NHS number')
  })
})

describe('what is refused no longer', () => {
  it('are columns that nobody reads and that stand twice', async () => {
    const load = (columns: string) =>
      aLoad(
        { ...definitions, 'list.csv': `Place,Month,Number,${columns}\nActon,Sep 2025,4,1,5,2` },
        { mapping: { files: [fileOf('list.csv')] } },
      )
    expect(errorsIn(await load('%,Other,%'))).toEqual([])
    expect(errorsIn(await load('%,Number,Other'))).toEqual([
      'list.csv:1:22 the column Number stands twice → give one of the two another name, or leave it out',
    ])
  })

  it('is a practice that bears the name of a doctor', async () => {
    expect(await places('Dr Patel & Partners', 'Drs Khan and Lee Surgery', 'The Green Surgery')).toEqual([])
    expect((await places('Dr Zzpatel', 'The Green Surgery'))[0]).toContain('looks like a person’s name')
  })
})
