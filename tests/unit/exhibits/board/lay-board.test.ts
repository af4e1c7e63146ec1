import { describe, expect, it } from 'vitest'
import type { Exhibit } from '../../../../src/domain/exhibits/exhibit.ts'
import { type BoardBox, type BoardLayout, boxOfText } from '../../../../src/exhibits/board/board-layout.ts'
import { layBoard } from '../../../../src/exhibits/board/lay-board.ts'
import { layFour } from '../../../../src/exhibits/board/lay-four.ts'
import { anExhibit } from '../../../support/an-exhibit.ts'
import { editionLabel, longText, longWord, organisation } from '../../../support/nasty-edition/nasty-names.ts'

const address = 'https://dashboard.example/kpis/ot-waiting?range=24&edition=5&audience=protected'
const picture = () => null

const usual = anExhibit({ picture })
const withdrawn = anExhibit({
  picture,
  origin: { edition: { ...usual.origin.edition, withdrawn: true } },
})
const longest = anExhibit({
  picture,
  finding:
    'Safeguarding enquiries into self-neglect and hoarding concluded within the agreed time, Northolt and Greenford: getting worse, nine months below the mean; target not likely to be met on the current trend',
  subtitle:
    'Section 42 enquiries concluded in the quarter in which the adult or their representative said what they wanted to happen. % of enquiries with outcomes expressed. Northolt and Greenford, Q1 2020-21 to Q2 2025-26. Small numbers are withheld.',
  facts: [
    {
      figure: '38.4 percentage points below plan',
      words:
        'of enquiries with outcomes expressed, Q2 2025-26 (provisional); 12.5 percentage points lower than a year before',
    },
    {
      figure: '1,204.5 working days',
      words: 'needed to meet the target; best six quarters so far: 2 percentage points; typical: no gain',
    },
    { figure: 'Not on the current trend', words: 'when will it be reached? Within the next 18 months' },
  ],
  notes: Array.from(
    { length: 9 },
    (_, index) =>
      `Withheld because small numbers could identify someone: ${index + 1} Nov 2022, 28 Feb 2023.`,
  ),
})
const table = anExhibit({
  tables: [
    {
      title: 'Milestones',
      columns: [
        { head: 'Milestone', kind: 'text' },
        { head: 'Promised', kind: 'date' },
        { head: 'Slip, working days', kind: 'number', decimals: 0 },
        { head: 'What was agreed', kind: 'text' },
      ],
      rows: Array.from({ length: 40 }, (_, index) => [
        `Second occupational therapy clinic open ${index + 1}`,
        '2025-06-30',
        -12.5,
        'Moved because the building was not ready, and again because nobody could be recruited in time',
      ]),
    },
  ],
})

const formats = ['wide', 'half', 'chart'] as const
const longNames = anExhibit({
  picture,
  finding: `${longWord}: no evidence of real change`,
  notes: [`The definition changed: ${longText}`],
  origin: {
    organisation: { ...usual.origin.organisation, ...organisation },
    edition: { ...usual.origin.edition, label: `September 2025. ${editionLabel}` },
  },
})
const boards: [string, BoardLayout][] = [usual, withdrawn, longest, table, longNames].flatMap(
  (exhibit, index) =>
    formats.map((format): [string, BoardLayout] => [
      `${['usual', 'withdrawn', 'longest', 'table', 'long names'][index]}, ${format}`,
      layBoard(exhibit, format, address),
    ]),
)
/** what a message shows beside a link says where it leads by itself */
const ofLinks: [string, BoardLayout][] = [
  ['usual', layBoard(usual, 'link', null)],
  ['withdrawn', layBoard(withdrawn, 'link', null)],
  ['longest', layBoard(longest, 'link', null)],
  ['long names', layBoard(longNames, 'link', null)],
]
const several: [string, BoardLayout][] = [
  ['two', layFour([usual, longest], address)],
  ['three', layFour([usual, longest, table], address)],
  ['four', layFour([usual, usual, longest, table], address)],
]

const touches = (a: BoardBox, b: BoardBox) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height

function collisions({ texts, pictures, code }: BoardLayout): string[] {
  const boxes = [
    ...texts.map((text) => ({ name: text.text, box: boxOfText(text) })),
    ...pictures.map((box) => ({ name: 'picture', box })),
    ...(code ? [{ name: 'code', box: code }] : []),
  ]
  return boxes.flatMap((one, index) =>
    boxes
      .slice(index + 1)
      .flatMap((other) => (touches(one.box, other.box) ? [`${one.name} | ${other.name}`] : [])),
  )
}

function outside({ width, height, texts, pictures, code }: BoardLayout): BoardBox[] {
  return [...texts.map(boxOfText), ...pictures, ...(code ? [code] : [])].filter(
    ({ x, y, width: wide, height: high }) => x < 0 || y < 0 || x + wide > width || y + high > height,
  )
}

const wordsOf = ({ texts }: BoardLayout) => texts.map(({ text }) => text).join(' ')

describe.each([...boards, ...several, ...ofLinks])('the board: %s', (_, layout) => {
  it('lets no words, picture or code touch another', () => {
    expect(collisions(layout)).toEqual([])
  })

  it('keeps everything within its edges', () => {
    expect(outside(layout)).toEqual([])
  })

  it('says which edition it is, that its figures are invented, how it is marked and where the same stands', () => {
    const words = wordsOf(layout)
    expect(words).toContain('Edition 5, September 2025.')
    expect(words).toContain('Data as at 6 Oct 2025.')
    expect(words).toContain('Illustrative data')
    expect(words).toContain('OFFICIAL')
    if (layout.code) expect(words).toContain('https://dashboard.example/kpis/ot-waiting')
  })
})

describe('layBoard', () => {
  const wide = (exhibit: Exhibit<unknown>) => layBoard(exhibit, 'wide', address)

  it('keeps every word of a long finding and of long notes', () => {
    const words = wordsOf(wide(longest))
    expect(words).toContain(longest.notes.at(-1))
    expect(longest.finding.split(' ').every((word) => words.includes(word))).toBe(true)
  })

  it('says on the board that an edition was withdrawn', () => {
    expect(wordsOf(wide(withdrawn))).toContain('Withdrawn: no longer to be used')
  })

  it('sets no word smaller than 15 px on a slide', () => {
    expect(Math.min(...wide(longest).texts.map(({ size }) => size))).toBeGreaterThanOrEqual(15)
  })

  it('counts the rows of a table that have no room', () => {
    expect(wordsOf(wide(table))).toMatch(/and \d+ more rows/)
  })

  it('writes numbers of a table with a true minus sign', () => {
    expect(wordsOf(wide(table))).toContain('−13')
  })

  it('leaves out of the subtitle the name that the finding begins with', () => {
    const exhibit = anExhibit({ finding: 'Waiting for OT: no change', subtitle: 'Waiting for OT. People.' })
    expect(wide(exhibit).texts.map(({ text }) => text)).toContain('People.')
  })

  it('leaves most of a link’s picture to the trend, and says that more is noted', () => {
    const layout = layBoard(longest, 'link', null)
    expect(wordsOf(layout)).toContain('More is noted on its page.')
    expect(wordsOf(layout)).not.toContain('https://')
    for (const [, { pictures }] of ofLinks) expect(pictures[0]?.height).toBeGreaterThanOrEqual(200)
  })

  it('gives the same board for the same exhibit', () => {
    expect(wide(longest)).toEqual(wide(longest))
  })
})

describe('layFour', () => {
  it('says a note that holds for all once, and others by the letter of their picture', () => {
    const words = wordsOf(
      layFour([usual, anExhibit({ picture, notes: [...usual.notes, 'Only here.'] })], address),
    )
    expect(words.match(/Provisional \(hollow points\)/g)).toHaveLength(1)
    expect(words).toContain('B: Only here.')
  })
})
