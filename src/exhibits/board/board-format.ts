/**
 * The pictures that leave the product: a slide, half an A4 page, one chart, up to four measures, and what a message
 * shows beside a link.
 */
export type BoardFormat = 'wide' | 'half' | 'chart' | 'four' | 'link'

/** Sizes in px of the board's own width and height; a file of it may be larger. */
export interface BoardMeasures {
  width: number
  height: number
  margin: number
  /** sizes of words, largest first where there is a choice */
  place: number
  finding: readonly number[]
  subtitle: readonly number[]
  figure: readonly number[]
  factWords: readonly number[]
  foot: readonly number[]
  /** words of a picture are 14 px: it is drawn smaller and enlarged by this */
  scale: number
  /** where the large figures stand */
  facts: 'beside' | 'below' | 'none'
  /** width of the column of large figures */
  factsWidth: number
  /** the least room for the QR code; 0 where there is none, since the picture is itself a link */
  code: number
}

const wide: BoardMeasures = {
  width: 1600,
  height: 900,
  margin: 56,
  place: 20,
  finding: [44, 40, 36, 32, 28],
  subtitle: [22, 20, 18],
  figure: [42, 36, 30],
  factWords: [20, 18],
  // 17 px of 1600 are print of 8 points along an A4 sheet
  foot: [17],
  scale: 1.3,
  facts: 'beside',
  factsWidth: 324,
  code: 96,
}

export const boardMeasures: Record<BoardFormat, BoardMeasures> = {
  wide,
  // each picture is small, so its words are enlarged least
  four: { ...wide, finding: [24, 22, 20, 18], subtitle: [17], foot: [17], scale: 1.2, facts: 'none' },
  // 210 × 148 mm: a px is a fifth of a millimetre, so 14 px are print of 8 points
  half: {
    width: 1050,
    height: 740,
    margin: 36,
    place: 16,
    finding: [30, 27, 24, 22],
    subtitle: [17, 16, 15],
    figure: [30, 26, 22],
    factWords: [16, 15],
    foot: [14],
    scale: 1.1,
    facts: 'below',
    factsWidth: 0,
    code: 84,
  },
  chart: {
    width: 1280,
    height: 760,
    margin: 44,
    place: 18,
    finding: [34, 30, 27, 24],
    subtitle: [19, 18, 17],
    figure: [],
    factWords: [],
    foot: [15],
    scale: 1.12,
    facts: 'none',
    factsWidth: 0,
    code: 90,
  },
  // shown at half its size and less: few words, and large
  link: {
    width: 1200,
    height: 630,
    margin: 40,
    place: 22,
    finding: [42, 38, 34, 30],
    subtitle: [22, 20],
    figure: [],
    factWords: [],
    foot: [18],
    scale: 1.3,
    facts: 'none',
    factsWidth: 0,
    code: 0,
  },
}
