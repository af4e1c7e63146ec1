import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { ExhibitSource } from '../../../../src/exhibits/exhibit-source.ts'
import { SlideView } from '../../../../src/features/present/SlideView.tsx'
import { anExhibit } from '../../../support/an-exhibit.ts'

const usual = anExhibit()
const item = {
  ref: { kind: 'trend', kpi: 'ot-waiting', search: {} },
  group: 'Waiting times',
  line: 'Ask about the clinic.',
} as const

/** Everything that a screen of a presentation says, in its order. */
function wordsOf(exhibit = usual, isRead = true): string {
  const markup = renderToStaticMarkup(
    <ExhibitSource value={{ load: async () => exhibit, origin: exhibit.origin }}>
      <SlideView slide={{ item, exhibit: isRead ? exhibit : null }} place={2} of={3} shownTo="the panel" />
    </ExhibitSource>,
  )
  return markup.replaceAll(/(?:<[^>]*>)+/g, ' ')
}

describe('a slide on the screen', () => {
  it.each([
    ['with its exhibit', true],
    ['before that is read', false],
  ])('says whose it is, for whom, of which edition and how it is marked, %s', (_, isRead) => {
    const words = wordsOf(usual, isRead)
    for (const said of ['Adult social care · Ealing', 'Illustrative data', 'Shown to: the panel', 'OFFICIAL'])
      expect(words).toContain(said)
    expect(words).toMatch(/Edition 5 , September 2025 · data as at 6 Oct 2025/)
    expect(words).toContain('2 of 3')
  })

  it('is tagged as withdrawn where its edition was, and as invented only where its figures are', () => {
    const edition = { ...usual.origin.edition, withdrawn: true }
    const organisation = { ...usual.origin.organisation, illustrative: false }
    expect(wordsOf()).not.toContain('Withdrawn')
    expect(wordsOf(anExhibit({ origin: { edition } }))).toContain('Withdrawn edition')
    expect(wordsOf(anExhibit({ origin: { organisation } }))).not.toContain('Illustrative')
  })

  it('never shows what is meant for the speaker', () => {
    expect(wordsOf()).toContain(item.line)
    expect(wordsOf()).not.toContain(usual.questions[0])
  })
})
