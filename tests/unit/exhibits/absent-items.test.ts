// @vitest-environment jsdom
import { QueryClient } from '@tanstack/react-query'
import { describe, expect, it } from 'vitest'
import { writePackPptx } from '../../../src/exhibits/export/write-pptx.ts'
import { writePackXlsx } from '../../../src/exhibits/export/write-xlsx.ts'
import { readPackItems } from '../../../src/features/pack/read-pack-items.ts'
import { aPackItem } from '../../support/a-pack.ts'
import { anExhibit } from '../../support/an-exhibit.ts'
import { readPptx } from '../../support/read-pptx.ts'
import { readXlsx } from '../../support/read-xlsx.ts'

const reason = 'People waiting: groups differ in size. No gap between counts is claimed.'
const pack = {
  name: 'Scrutiny panel',
  items: [
    aPackItem({ group: 'Item 3' }),
    aPackItem({ group: 'Item 4', line: 'Ask about Acton', ref: { kind: 'gap' } }),
  ],
}
const site = 'https://dashboard.example'

const read = () =>
  readPackItems(pack, {
    origin: anExhibit().origin,
    queries: new QueryClient(),
    signal: new AbortController().signal,
    onProgress: () => {},
    load: async ({ kind }) => {
      if (kind === 'gap') throw new Error(reason)
      return anExhibit()
    },
  })

describe('an item of a pack that cannot be shown', () => {
  it('stands in its place, by name and with the reason', async () => {
    const { items, absent } = await read()
    expect(absent).toEqual([reason])
    expect(items.map(({ group, note, exhibit }) => [group, note, exhibit.finding])).toEqual([
      ['Item 3', '', 'The OT list has stopped falling'],
      ['Item 4', 'Ask about Acton', 'The gap between groups of “ot-waiting” cannot be shown'],
    ])
  })

  it('is on the agenda, on a slide of its own and in its notes', async () => {
    const { items } = await read()
    const settings = {
      siteOrigin: site,
      palette: { text: '111111', muted: '444444', rule: '888888' },
      draw: async () => '',
    }
    const { slides } = await readPptx(await writePackPptx(pack.name, items, settings))
    expect(slides).toHaveLength(3)
    expect(slides[0]?.texts.join('\n')).toContain('2. Item 4: The gap between groups')
    expect(slides[2]?.texts.join('\n')).toContain('cannot be shown')
    expect(slides[2]?.cells).toEqual(['Why not', reason])
    expect(slides[2]?.notes).toContain(reason)
  })

  it('is in the contents of a workbook, with a sheet that says why', async () => {
    const { items } = await read()
    const sheets = await readXlsx(await writePackXlsx(items, site))
    const valuesOf = (name: string) =>
      sheets.find((sheet) => sheet.name === name)?.cells.map(({ value }) => value)
    expect(valuesOf('Contents')).toContain('The gap between groups of “ot-waiting” cannot be shown')
    expect(valuesOf('2 Why not')).toEqual(['Why not', reason])
  })
})
