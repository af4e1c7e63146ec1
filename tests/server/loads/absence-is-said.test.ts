import { describe, expect, it } from 'vitest'
import { readLoad } from '../../../server/loads/read-load.ts'
import { nothingStanding } from '../../../src/ingest/standing.ts'
import { aLoad, askedIn, errorsIn, noticesIn, rowsOf } from '../../support/a-load.ts'
import { soundLoad } from '../../support/load-files.ts'
import { sourceOf } from '../../support/source-of.ts'
import { standingOn } from '../../support/standing-on.ts'

const { 'observations.csv': _, ...definitions } = soundLoad
const inTown = (period: string, town: string, value: number) =>
  `ot-waiting,${period},town,${town},${value},,,,final,2025-10-06`

describe('nothing after a level', () => {
  const stood = async (...values: number[]) =>
    await standingOn(
      await aLoad({
        ...definitions,
        'observations.csv': rowsOf(
          ...values.map((value, month) => [`2025-0${month + 1}`, value, 'final'] as const),
        ),
      }),
    )
  const nought = { 'observations.csv': rowsOf(['2025-09', 0, 'final']) }

  it('is asked about: it may not have been counted', async () => {
    const standing = await stood(400, 410, 402, 396, 405, 399, 404, 401)
    expect(askedIn(await aLoad(nought, { standing }))).toEqual([
      'observations.csv:2:1 the figure is 0, and this series had a level until then: is it nothing, or was it not counted? → leave the cell empty or say [x] where it was not counted; if it is nothing, publish it with a reason',
    ])
  })

  it('is how a list runs out that fell before, and how few cases come', async () => {
    for (const values of [
      [400, 300, 200, 150, 90, 40, 20, 6],
      [4, 3, 5, 4, 6, 3, 4, 5],
    ]) {
      expect(askedIn(await aLoad(nought, { standing: await stood(...values) }))).toEqual([])
    }
  })
})

describe('a breakdown', () => {
  const august = [
    inTown('2025-08', 'Acton', 100),
    inTown('2025-08', 'Hanwell', 120),
    inTown('2025-08', 'Southall', 80),
  ]
  const standing = async () =>
    await standingOn(
      await aLoad({
        ...definitions,
        'observations.csv': [rowsOf(['2025-08', 300, 'final']), ...august].join('\n'),
      }),
    )

  it('that came with the month before and not with this one is named', async () => {
    const load = await aLoad(
      { 'observations.csv': rowsOf(['2025-09', 310, 'final']) },
      { standing: await standing() },
    )
    expect(noticesIn(load)).toEqual([
      'load:0:0 ot-waiting comes without figures by town in 2025-09, and had them in 2025-08 → nothing, if they come later; else add their rows',
    ])
  })

  it('that was copied beside a fresh whole is told', async () => {
    const september = [
      rowsOf(['2025-09', 301, 'final']),
      ...august.map((row) => row.replace('2025-08', '2025-09')),
    ]
    const load = await aLoad({ 'observations.csv': september.join('\n') }, { standing: await standing() })
    expect(noticesIn(load)[0]).toBe(
      'observations.csv:3:1 ot-waiting by town has the same figures in 2025-09 as in 2025-08: was a month copied? → nothing, if nothing changed; else export the month again',
    )
  })
})

describe('files in a folder', () => {
  const inFolder = async (name: string) => {
    const given = { ...definitions, [name]: rowsOf(['2025-09', 412, 'final']) }
    return await readLoad(
      Object.entries(given).map(([file, text]) => sourceOf(file, text, false)),
      null,
      nothingStanding,
      '2026-01-01',
    )
  }

  it('are known in whatever letters their names are', async () => {
    const load = await inFolder('OBSERVATIONS.CSV')
    expect([errorsIn(load), load.prepared?.content.dataAsAt]).toEqual([[], '2025-10-06'])
  })

  it('are named where nothing is read of them', async () => {
    expect(noticesIn(await inFolder('observations.tsv'))).toContain(
      'observations.tsv:0:0 the file is none of a load and is ignored → name it in a mapping if it holds figures',
    )
  })
})
