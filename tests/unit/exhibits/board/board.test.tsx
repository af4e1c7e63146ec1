import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { Board, describeBoard } from '../../../../src/exhibits/board/Board.tsx'
import { anExhibit } from '../../../support/an-exhibit.ts'
import { wordsOf } from '../../../support/drawn-marks.ts'

const usual = anExhibit({ picture: () => <circle r={5} /> })
const withdrawn = anExhibit({ origin: { edition: { ...usual.origin.edition, withdrawn: true } } })
const real = anExhibit({ origin: { organisation: { ...usual.origin.organisation, illustrative: false } } })

const board = (exhibit = usual) => (
  <Board exhibits={[exhibit]} format="wide" address="https://dashboard.example/x" />
)

describe('a board, for those who cannot see it', () => {
  it('has its finding as title, and as description what its picture shows and where it comes from', () => {
    const markup = renderToStaticMarkup(board())
    expect(markup).toMatch(/^<svg[^>]* role="img"/)
    expect(markup).toContain(`<title>${usual.finding}</title>`)
    expect(markup).toContain(`<desc>${describeBoard([usual])}</desc>`)
  })

  it('tells every picture, the edition, that figures are invented, and that an edition was withdrawn', () => {
    expect(describeBoard([usual, anExhibit({ altText: 'The second.' })])).toBe(
      `${usual.altText} The second. Edition 5, September 2025. Illustrative data: invented figures.`,
    )
    expect(describeBoard([withdrawn])).toContain('This edition was withdrawn.')
    expect(describeBoard([real])).not.toContain('Illustrative')
  })
})

describe('a board, for those who look', () => {
  it('holds the picture and the words that nobody may overlook', () => {
    const words = wordsOf(board())
    expect(renderToStaticMarkup(board())).toContain('<circle r="5"')
    expect(words).toEqual(expect.arrayContaining(['Illustrative data', 'OFFICIAL']))
    expect(wordsOf(board(withdrawn))).toContain('Withdrawn: no longer to be used')
    expect(wordsOf(board(real))).not.toContain('Illustrative data')
  })
})
