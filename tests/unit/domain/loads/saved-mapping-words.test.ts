import { expect, it } from 'vitest'
import { tellSavedMapping } from '../../../../src/domain/loads/saved-mapping-words.ts'

const state = { version: 2, mapping: {}, who: 'Analyst', at: '2025-06-05T05:15:00Z', used: null }
const tell = (given: Partial<Parameters<typeof tellSavedMapping>[0]>) =>
  tellSavedMapping({ ...state, ...given }, 'Europe/London')

it('tells by the clock of the council since when a mapping stands, by whom, and what is known of its use', () => {
  expect(tell({})).toEqual([
    'Version 2, saved on 5 Jun 2025 at 06:15 by Analyst.',
    'The log of loads knows of no files that were read by it.',
  ])
  const used = { at: '2025-06-06T08:00:00Z', version: 2 }
  expect(tell({ used })[1]).toBe('Files were last read by it on 6 Jun 2025 at 09:00.')
  expect(tell({ used: { ...used, version: 1 } })[1]).toContain('at 09:00, by version 1.')
})

it('tells of one that was put away when and by whom, and that nothing is recognised by it', () => {
  expect(tell({ mapping: null })[0]).toBe(
    'Put away on 5 Jun 2025 at 06:15 by Analyst: no file is recognised by it.',
  )
})
