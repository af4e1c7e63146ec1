import { describe, expect, it } from 'vitest'
import { demoKpis } from '../../../../src/demo/demonstration.ts'
import { type Findable, findEntries, indexEntries } from '../../../../src/domain/search/find-entries.ts'

const anEntry = (label: string, ...keywords: string[]): Findable => ({ label, keywords })
const found = (entries: Findable[], typed: string, most = 10) =>
  findEntries(indexEntries(entries), typed, most).map(({ label }) => label)

const measures = demoKpis.map(({ name, definition }) => anEntry(name, definition))
const first = (typed: string) => found(measures, typed)[0]

describe('findEntries', () => {
  it('puts a word of the label before a word of the keywords', () => {
    expect(found([anEntry('Audit', 'plan'), anEntry('The plan')], 'plan')).toEqual(['The plan', 'Audit'])
  })

  it('puts a label that begins with what was typed first', () => {
    const entries = [anEntry('Median wait'), anEntry('Waiting list')]
    expect(found(entries, 'wait')).toEqual(['Median wait', 'Waiting list'])
    expect(found([anEntry('Six carers'), anEntry('Carers')], 'carers')).toEqual(['Carers', 'Six carers'])
  })

  it('wants every word, or at least half of them where nothing has all', () => {
    const entries = [anEntry('OT list checked'), anEntry('OT clinic'), anEntry('Prepaid cards')]
    expect(found(entries, 'ot list')).toEqual(['OT list checked'])
    expect(found(entries, 'ot list zebra')).toEqual(['OT list checked'])
    expect(found(entries, 'ot zebra')).toEqual(['OT list checked', 'OT clinic'])
  })

  it('takes a word for misspelt only where nothing has it spelt so', () => {
    const entries = [anEntry('Plan'), anEntry('Plain words')]
    expect(found(entries, 'plan')).toEqual(['Plan'])
    expect(found(entries, 'plen')).toEqual(['Plan'])
  })

  it('leaves little words out, unless there is nothing else', () => {
    const entries = [anEntry('Waiting for assessment'), anEntry('Assessment begun')]
    expect(found(entries, 'begun for')).toEqual(['Assessment begun'])
    expect(found(entries, 'for')).toEqual(['Waiting for assessment'])
  })

  it('takes two letters for a word, not for the beginning of some keyword', () => {
    const entries = [
      anEntry('Prepaid cards', 'other ways to pay'),
      anEntry('Clinic', 'OT'),
      anEntry('Others'),
    ]
    expect(found(entries, 'ot')).toEqual(['Others', 'Clinic'])
  })

  it('finds nothing for nothing, and for what is nowhere', () => {
    expect(found(measures, '  ')).toEqual([])
    expect(found(measures, 'zzzzzz')).toEqual([])
  })

  it('gives no more than was asked', () => {
    expect(found(measures, 'wait', 3)).toHaveLength(3)
  })
})

describe('the words of the room, on the measures of the demonstration', () => {
  it.each([
    ['OT', 'Waiting for OT assessment'],
    ['occupational therapy waiting', 'Waiting for OT assessment'],
    ['dols', 'DoLS applications not completed'],
    ['deprivation of liberty', 'DoLS applications not completed'],
    ['s42', 'Section 42 enquiries started'],
    ['s.42', 'Section 42 enquiries started'],
    ['section 42', 'Section 42 enquiries started'],
    ['safegarding', 'Concerns raised'],
    ['direct paymnets ending', 'Direct payments ending'],
    ['DPs starting', 'Direct payments starting'],
    ['vacancies', 'Vacant posts'],
    ['PA register', 'Personal assistants on register'],
    ['carers assesment', 'Median carer’s assessment wait'],
  ])('%s finds %s', (typed, name) => {
    expect(first(typed)).toBe(name)
  })
})
