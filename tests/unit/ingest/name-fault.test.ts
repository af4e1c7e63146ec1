import { describe, expect, it } from 'vitest'
import { findNameFault, isSpreadsheetError } from '../../../src/ingest/name-fault.ts'

describe('findNameFault', () => {
  it('takes names in any script, with hyphens, apostrophes and joiners', () => {
    for (const name of ['Acton', 'St Mary’s', 'Łódź', '東京', '65+', '#1 team', 'नर्‍स', 'A&B'])
      expect(findNameFault(name)).toBeNull()
  })

  it('refuses what a spreadsheet shows for an error, line breaks, and characters that take no room', () => {
    for (const name of [
      '#N/A',
      '#REF!',
      '#div/0!',
      'Acton\nHanwell',
      'Acton\u200b',
      '\u202eActon',
      'Act\u0007on',
    ])
      expect(findNameFault(name)).not.toBeNull()
  })
})

describe('isSpreadsheetError', () => {
  it('knows errors as a whole cell alone', () => {
    expect(['#N/A', '#NAME?', '#SPILL!', 'N/A', 'see #REF! here', '#'].map(isSpreadsheetError)).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
    ])
  })
})
