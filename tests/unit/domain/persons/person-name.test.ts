import { describe, expect, it } from 'vitest'
import { hasFormOfName, isForename, isPersonName } from '../../../../src/domain/persons/person-name.ts'

describe('isPersonName', () => {
  it.each([
    'Margaret Example',
    'EXAMPLE, Margaret',
    'Example, Margaret Anne',
    'MARGARET EXAMPLE',
    'Mr T Example',
    'MRS EXAMPLE',
    'Mohammed Al-Example',
    "Sarah O'Example",
    'Example Margaret',
    'margaret example',
    'margaret.example',
    'Margaret_Example',
    'Margaret (Peggy) Example',
    'Margaret Example (Mrs)',
    'Margaret Example - OT',
    'Margaret Example 2',
    'Margaret-Ann Example',
    'Dr Margaret Example',
    'Zoë Example',
    'Siobhán Example',
    'Zzexample Singh',
    'J.Smith',
    'Patel, R',
    'J.P. Khan',
    'Xiu Ying Zzexample',
  ])('knows %s', (text) => {
    expect(isPersonName(text)).toBe(true)
  })

  it.each([
    'West Ealing',
    'N.Kensington',
    'C.Diff',
    'A Ward',
    'Victoria Park',
    'Locality East',
    'OT Lead',
    'Head of Assessment',
    'Director',
    'Tower Hamlets',
    'Barking and Dagenham',
    'Sue Ryder',
    'Marie Curie',
    'St Helens',
    'Rose Cottage',
    'Queen Elizabeth',
    'St Thomas',
    'Prince Philip',
    'waiting list',
    'Operation Elizabeth',
    'Project Olivia',
    'Prof Lead',
    'west ealing',
    'Care at home - long term',
    'Physical Support',
    'Social Isolation',
    'John Lewis Care Home',
    'MANCHESTER UNIVERSITY NHS FOUNDATION TRUST',
    'Adult Social Care Improvement Board',
    'Acton',
    'All',
    '65 and over',
  ])('lets %s pass', (text) => {
    expect(isPersonName(text)).toBe(false)
  })

  it('knows a forename that stands alone, and no place', () => {
    expect(['Margaret', 'ZOË', 'mohammed'].every(isForename)).toBe(true)
    expect(['Acton', 'Florence', 'All', 'West'].some(isForename)).toBe(false)
  })

  it('takes the form alone for less', () => {
    expect(hasFormOfName('Oluwaseun Example')).toBe(true)
    expect(['Hanger Lane', 'Modern Slavery', 'Domestic Abuse', 'Direct Payments'].some(hasFormOfName)).toBe(
      false,
    )
  })
})
