import { describe, expect, it } from 'vitest'
import { fileNameOf } from '../../../../src/exhibits/export/file-name.ts'
import { writeExhibitCsv } from '../../../../src/exhibits/export/write-csv.ts'
import { anExhibit } from '../../../support/an-exhibit.ts'

const site = 'https://dashboard.example'
const linesOf = (exhibit = anExhibit()) => writeExhibitCsv(exhibit, site).split('\r\n')

describe('writeExhibitCsv', () => {
  it('says above the figures what they show, whose they are, of which edition and for whom', () => {
    expect(linesOf()).toEqual(
      expect.arrayContaining([
        'Finding,The OT list has stopped falling',
        'Organisation,"Adult social care, Ealing"',
        'Edition,"5, September 2025"',
        'Data as at,2025-10-06',
        'Figures,"protected: small numbers of people withheld, counts of people rounded"',
        'Marking,OFFICIAL',
        'Status,Illustrative data: invented figures',
        `Address,${site}/kpis/ot-waiting?range=24&edition=5&audience=protected`,
      ]),
    )
  })

  it('keeps negative numbers and makes formulas harmless', () => {
    expect(linesOf().slice(-4)).toEqual([
      'Period ends,Value,Change,Status',
      '2025-08-31,305,-4.5,final',
      "2025-09-30,310,,'=cmd()",
      '',
    ])
  })

  it('says that an edition was withdrawn, and nothing of it where it was not', () => {
    const { edition } = anExhibit().origin
    const withdrawn = anExhibit({ origin: { edition: { ...edition, withdrawn: true } } })
    expect(linesOf(withdrawn)).toContain('Withdrawn,This edition has been withdrawn')
    expect(linesOf().join()).not.toContain('withdrawn,')
  })

  it('parts several tables by their titles', () => {
    const [table] = anExhibit().tables
    const two = anExhibit({ tables: table ? [table, { ...table, title: 'Forecast' }] : [] })
    expect(linesOf(two)).toEqual(expect.arrayContaining(['Figures', 'Forecast']))
  })
})

describe('fileNameOf', () => {
  it('says period, measure and edition', () => {
    expect(fileNameOf(anExhibit(), 'png')).toBe('2025-09_ot-waiting_edition-5.png')
  })

  it('says what is for officers, and holds no character that a file name may not', () => {
    const forOfficers = anExhibit({ fileStem: '2025-09_ot/town: A', origin: { audience: 'exact' } })
    expect(fileNameOf(forOfficers, 'csv')).toBe('2025-09_ot-town-A_edition-5_officers.csv')
  })
})
