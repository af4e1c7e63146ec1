import { describe, expect, it } from 'vitest'
import { hasFormOfName, isPersonName } from '../../../../src/ingest/persons/person-name.ts'

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
  ])('knows %s', (text) => {
    expect(isPersonName(text)).toBe(true)
  })

  it.each([
    'West Ealing',
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

  it('takes the form alone for less', () => {
    expect(hasFormOfName('Oluwaseun Example')).toBe(true)
    expect(['Hanger Lane', 'Modern Slavery', 'Domestic Abuse', 'Direct Payments'].some(hasFormOfName)).toBe(
      false,
    )
  })
})
