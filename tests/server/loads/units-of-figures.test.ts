import { describe, expect, it } from 'vitest'
import { readLoad } from '../../../server/loads/read-load.ts'
import { unitPhrase } from '../../../src/domain/measures/format.ts'
import { describeProblem } from '../../../src/ingest/problem.ts'
import { nothingStanding, type Standing } from '../../../src/ingest/standing.ts'
import { anOutput } from '../../support/a-mapping.ts'
import { soundLoad } from '../../support/load-files.ts'
import { sourceOf } from '../../support/source-of.ts'

const header =
  'kpi_id,name,theme,unit,agg,direction,freq,decimals,target,target_date,sdc,code,version,valid_from,numerator,denominator,per'
const figures = 'kpi_id,period,dimension,member,value,numerator,denominator,n,status,as_at'

async function load(
  kpi: string,
  rows: readonly string[],
  mapping: object | null = null,
  standing?: Standing,
) {
  const { problems, prepared } = await readLoad(
    [
      sourceOf('organisation.json', soundLoad['organisation.json']),
      sourceOf('kpis.csv', `${header}\n${kpi}`),
      sourceOf('observations.csv', [figures, ...rows].join('\n')),
    ],
    mapping && sourceOf('mapping.json', JSON.stringify(mapping)),
    standing ?? nothingStanding,
    '2026-01-01',
  )
  return { told: problems.map(describeProblem), kpis: prepared?.content.kpis ?? [] }
}

describe('shares of a percentage', () => {
  const percent = (agg: string) =>
    `rtt,Waiting,waiting,percent,${agg},down,month,1,,,already-published,,1,2020-04-01,,,`
  const row = (period: string, value: string, counts = ',') =>
    `rtt,${period},borough,All,${value},${counts},,,2025-10-06`

  it('are refused where every figure of a file is 1 or less, until the file says which they are', async () => {
    const { told } = await load(percent('W'), [row('2025-08', '0.6926'), row('2025-09', '0.5389')])
    expect(told).toEqual([
      'observations.csv:2:25 rtt is a percentage, and all 2 of its figures in this file are from 0 to 1 → say which it is in the mapping of this file: "scale": 100 where these are shares of 1, "scale": 1 where they are percentages as they stand',
    ])
  })

  it.each([1, 100])('are taken as the mapping of their file says: scale %i', async (scale) => {
    const mapping = {
      files: [
        {
          file: 'observations.csv',
          outputs: [
            {
              kpi: 'rtt',
              dimension: 'borough',
              member: 'All',
              period: { column: 'period', form: 'period' },
              value: { column: 'value', scale },
              asAt: { column: 'as_at' },
            },
          ],
        },
      ],
    }
    const { told } = await load(percent('M'), [row('2025-08', '0.6926'), row('2025-09', '0.5389')], mapping)
    expect(told.filter((one) => one.includes('is a percentage'))).toEqual([])
  })

  it('are percentages where one figure is above 1, where all are nothing, or where counts say so', async () => {
    const asked = async (...rows: string[]) =>
      (await load(percent('W'), rows)).told.filter((one) => one.includes('is a percentage'))
    expect(await asked(row('2025-08', '0.4'), row('2025-09', '1.2'))).toEqual([])
    expect(await asked(row('2025-08', '0'), row('2025-09', '0'))).toEqual([])
    // 7 of 1,000 are 0.7%
    expect(await asked(row('2025-09', '0.7', '7,1000'))).toEqual([])
  })

  it('are asked about where some lie far below the others, and refused without the sign that the others have', async () => {
    const told = async (...rows: string[]) =>
      (await load(percent('W'), rows)).told.filter((one) => one.includes('parts of 1'))
    expect(await told(row('2025-07', '47'), row('2025-08', '0.45'), row('2025-09', '1'))).toEqual([
      'observations.csv:3:25 figures of rtt are parts of 1 here, and 10 times as large or more elsewhere in this file: are they shares of 1 among percentages? → give them all as percentages; if they are so small, publish it with a reason, or say "scale": 1 in the mapping',
    ])
    expect(await told(row('2025-07', '6'), row('2025-08', '0.9'), row('2025-09', '1'))).toEqual([])
    expect(await told(row('2025-07', '47'), row('2025-08', '1'), row('2025-09', '0'))).toEqual([])
    const signed = async (...values: string[]) => {
      const rows = values.map((value, month) => row(`2025-0${month + 1}`, value))
      const numbers = { percentSign: true }
      const output = anOutput({
        kpi: 'rtt',
        period: { column: 'period', form: 'period' },
        value: { column: 'value' },
        asAt: { column: 'as_at' },
      })
      const mapping = { files: [{ file: 'observations.csv', numbers, outputs: [output] }] }
      const { told } = await load(percent('M'), rows, mapping)
      return told.filter((one) => one.includes('percent sign')).map((one) => one.split(' → ')[0])
    }
    expect(await signed('40%', '41%', '0.45', '0')).toEqual([
      'observations.csv:4:25 figures of rtt have a percent sign, and this one has none and is at most 1',
    ])
    expect(await signed('40%', '41%', '45')).toEqual([
      'observations.csv:4:25 figures of rtt have a percent sign, and this one has none',
    ])
    expect(await signed('40%', '0.4%', '0')).toEqual([])
  })
})

describe('what a rate is per', () => {
  const rate = (per: string, unit = 'rate') =>
    `adm,Admissions,supporting,${unit},W,down,month,1,,,already-published,,1,2020-04-01,admissions,people aged 65 and over,${per}`
  const row = 'adm,2025-09,borough,All,34.7,347,10000,,,2025-10-06'

  it('is part of its definition and of its words, and its counts are held against it', async () => {
    // 347 of 10,000 are 34.7 per 1,000
    const { told, kpis } = await load(rate('1000'), [row])
    expect(told).toEqual([])
    expect(kpis.map((kpi) => [kpi.per, unitPhrase(kpi)])).toEqual([
      [1000, 'admissions per 1,000 people aged 65 and over'],
    ])
    expect((await load(rate('10000'), [row])).told).toEqual([
      'observations.csv:2:25 34.7 is not 347 ÷ 10000, which is 347.00 → put right the value or its numerator and denominator',
    ])
  })

  it('is taken to be 100,000 where a new one does not say, and that is told', async () => {
    const { told, kpis } = await load(rate(''), ['adm,2025-09,borough,All,3470,347,10000,,,2025-10-06'])
    expect(told).toEqual([
      'kpis.csv:2:27 adm is a rate and does not say what it is per: it is taken to be per 100000 → add the column per to kpis.csv, with 1000, 10000 or 100000',
    ])
    expect(kpis.map(({ per }) => per)).toEqual([100_000])
  })

  it('stays what it was published as', async () => {
    const first = await load(rate('1000'), [row])
    const standing = { ...nothingStanding, kpis: first.kpis }
    const silent = await load(rate(''), [row], null, standing)
    expect([silent.told, silent.kpis.map(({ per }) => per)]).toEqual([[], [1000]])
    const [other] = (await load(rate('100000'), [row.replace('34.7', '3470')], null, standing)).told
    expect(other).toMatch(
      /^kpis.csv:2:\d+ adm was published with per 1000, and its figures stand → write 1000, or give the new measure/,
    )
  })

  it('is one of three numbers, and of a rate alone', async () => {
    expect((await load(rate('500'), [row])).told[0]).toContain(
      'a rate cannot be per this → give one of 1000, 10000, 100000',
    )
    expect((await load(rate('1000', 'ratio'), [row])).told[0]).toContain('only a rate is per something')
  })
})
