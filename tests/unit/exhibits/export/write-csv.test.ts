import { describe, expect, it } from 'vitest'
import { fileNameOf } from '../../../../src/exhibits/export/file-name.ts'
import { writeExhibitAbout, writeExhibitCsv } from '../../../../src/exhibits/export/write-csv.ts'
import { anExhibit } from '../../../support/an-exhibit.ts'

const site = 'https://dashboard.example'
const linesOf = (exhibit = anExhibit()) => writeExhibitCsv(exhibit).split('\r\n')
const aboutOf = (exhibit = anExhibit()) => writeExhibitAbout(exhibit, site).split('\r\n')

describe('writeExhibitAbout', () => {
  it('says in a file of its own what the figures show, whose they are, of which edition and for whom', () => {
    expect(aboutOf()).toEqual(
      expect.arrayContaining([
        'About,Text',
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

  it('says that an edition was withdrawn, and nothing of it where it was not', () => {
    const { edition } = anExhibit().origin
    const withdrawn = anExhibit({ origin: { edition: { ...edition, withdrawn: true } } })
    expect(aboutOf(withdrawn)).toContain('Withdrawn,This edition has been withdrawn')
    expect(aboutOf().join()).not.toContain('withdrawn,')
  })

  it('says which months a quarter has, where its tables have quarters', () => {
    const columns = [{ head: 'Period', kind: 'text' as const }]
    const of = (period: string) =>
      aboutOf(anExhibit({ tables: [{ title: 'Figures', columns, rows: [[period]] }] }))
    // quarters of the financial year begin in April
    const said = 'Periods,Quarters of the financial year: 2025-Q2 is July to September 2025'
    expect(of('2025-Q1')).toContain(said)
    expect(of('2025-09')).not.toContain(said)
  })
})

describe('writeExhibitCsv', () => {
  it('has its heads on the first line, keeps negative numbers and makes formulas harmless', () => {
    expect(linesOf()).toEqual([
      'Period ends,Value,Change,Status',
      '2025-08-31,305,-4.5,final',
      "2025-09-30,310,,'=cmd()",
      '',
    ])
  })

  it('puts several tables under the heads of all, and names the table of each row', () => {
    const [table] = anExhibit().tables
    const forecast = {
      title: 'Forecast',
      columns: [
        { head: 'Period ends', kind: 'date' as const },
        { head: 'Most likely', kind: 'number' as const },
      ],
      rows: [['2025-10-31', 312]],
    }
    expect(linesOf(anExhibit({ tables: table ? [table, forecast] : [] }))).toEqual([
      'Table,Period ends,Value,Change,Status,Most likely',
      'Figures,2025-08-31,305,-4.5,final,',
      "Figures,2025-09-30,310,,'=cmd(),",
      'Forecast,2025-10-31,,,,312',
      '',
    ])
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
