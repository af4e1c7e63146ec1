// @vitest-environment jsdom
import { describe, expect, it, vi } from 'vitest'
import { writeExhibitPptx, writePackPptx } from '../../../../src/exhibits/export/write-pptx.ts'
import { anExhibit } from '../../../support/an-exhibit.ts'
import { deckSettingsOf } from '../../../support/deck-settings.ts'
import { readPptx } from '../../../support/read-pptx.ts'

const settings = deckSettingsOf('https://dashboard.example')
const pictured = anExhibit({ picture: () => null })

describe('writeExhibitPptx', () => {
  it('writes finding, facts and origin as text that can be edited', async () => {
    const { slides } = await readPptx(await writeExhibitPptx(pictured, settings))
    expect(slides).toHaveLength(1)
    const words = slides[0]?.texts.join('\n')
    expect(words).toContain('The OT list has stopped falling')
    expect(words).toContain('310')
    expect(words).toContain('Edition 5, September 2025, data as at 6 Oct 2025')
    expect(words).toContain('Illustrative data')
    expect(words).toContain('OFFICIAL')
  })

  it('says in words what its picture shows, and in the notes what to ask', async () => {
    const { slides } = await readPptx(await writeExhibitPptx(pictured, settings))
    expect(slides[0]?.alternatives).toEqual([pictured.altText])
    expect(slides[0]?.notes).toEqual(
      expect.arrayContaining(['Questions worth asking:', 'What replaces the surge team?']),
    )
  })

  it('says beside the heading, in the foot and in its properties what nobody may overlook', async () => {
    const edition = { ...pictured.origin.edition, withdrawn: true }
    const withdrawn = anExhibit({ picture: () => null, origin: { edition } })
    const { slides, subject } = await readPptx(await writeExhibitPptx(withdrawn, settings))
    expect(slides[0]?.texts).toContain('Withdrawn edition · Illustrative data')
    expect(slides[0]?.texts).toContain('OFFICIAL')
    const words = slides[0]?.texts.join(' ')
    expect(words).toContain('This edition has been withdrawn. Illustrative data: invented figures.')
    expect(subject).toContain('Withdrawn')
  })

  it('tags nothing where figures are real and the edition stands', async () => {
    const organisation = { ...pictured.origin.organisation, illustrative: false }
    const { slides } = await readPptx(
      await writeExhibitPptx(anExhibit({ origin: { organisation } }), settings),
    )
    expect(slides[0]?.texts.join(' ')).not.toMatch(/Illustrative|Withdrawn/i)
  })

  it('gives a table as a table, its numbers as they are shown', async () => {
    const { slides } = await readPptx(await writeExhibitPptx(anExhibit(), settings))
    expect(slides[0]?.cells).toEqual([
      ...['Period ends', 'Value', 'Change', 'Status'],
      ...['31 Aug 2025', '305', '\u22124.5', 'final'],
      ...['30 Sep 2025', '310', '=cmd()'],
    ])
  })

  it('names edition, marking and status in the properties of the file', async () => {
    const { title, subject } = await readPptx(await writeExhibitPptx(pictured, settings))
    expect(title).toBe(pictured.finding)
    expect(subject).toBe('Edition 5, September 2025. OFFICIAL. Illustrative data: invented figures')
  })
})

describe('writePackPptx', () => {
  const item = { group: 'Item 3', note: 'Ask about June', exhibit: pictured }

  it('opens with the agenda, and tells how far it is', async () => {
    const onProgress = vi.fn()
    const { slides } = await readPptx(
      await writePackPptx('October panel', [item, item], { ...settings, onProgress }),
    )
    expect(slides).toHaveLength(3)
    expect(slides[0]?.texts).toEqual(
      expect.arrayContaining(['October panel', '1. Item 3: The OT list has stopped falling']),
    )
    expect(slides[2]?.texts.join('\n')).toContain('Ask about June')
    expect(onProgress.mock.calls).toEqual([
      [0, 2],
      [1, 2],
      [2, 2],
    ])
  })

  it('stops when it is cancelled', async () => {
    const cancelled = AbortSignal.abort(new Error('cancelled'))
    await expect(writePackPptx('Pack', [item], { ...settings, signal: cancelled })).rejects.toThrow(
      'cancelled',
    )
  })

  it('refuses a pack with nothing in it', async () => {
    await expect(writePackPptx('Pack', [], settings)).rejects.toThrow('There is nothing in this pack.')
  })
})
