import type { Audience, Edition, Organisation } from '../editions/publication.ts'

/** What a column holds, so that a spreadsheet gets real numbers and dates. */
export interface ExhibitColumn {
  head: string
  kind: 'text' | 'number' | 'date'
  /** of a number, as it is shown; `each` has its own where the column holds several measures */
  decimals?: number | 'each'
  /** left out where room is short, on slides and paper; files have it */
  isExtra?: boolean
}

export interface TableCells {
  columns: readonly ExhibitColumn[]
  /** a cell per column: numbers as they are, ISO days for dates, null where there is nothing */
  rows: readonly (readonly (string | number | null)[])[]
}

export interface ExhibitTable extends TableCells {
  /** names it among several: 'Figures', 'Forecast' */
  title: string
  /** the same rows as people read them on slides and paper, where files need them otherwise */
  forReaders?: TableCells & {
    /** how its rows are ordered, where nobody asked for an order: 'what needs attention first' */
    order: string | null
  }
  /** for files alone: too long for a slide or a page */
  isAppendix?: boolean
}

/** One of up to three large figures that stand beside a picture. */
export interface ExhibitFact {
  /** @example '77 above plan' */
  figure: string
  /** @example '232 was planned for September 2025' */
  words: string
}

/** The room a picture has, in px, at words of 14 px: it is enlarged by drawing it smaller, never reduced. */
export interface PictureSize {
  width: number
  height: number
  /** how small pictures side by side may be drawn to hold them all; 1 where words are read across a hall */
  leastScale?: number
}

/** Where everything comes from and how it may be used; the same for all that leaves one view of one edition. */
export interface ExhibitOrigin {
  organisation: Organisation
  edition: Edition
  audience: Audience
}

/**
 * A chart or table with everything that it needs to leave the building: screen, projector, paper, file and
 * clipboard all say these same words. `Drawing` is what the app's framework draws.
 */
export interface Exhibit<Drawing> {
  origin: ExhibitOrigin
  /** what it shows, computed, never stronger than the figures: its title everywhere */
  finding: string
  /** measure, place, unit and span */
  subtitle: string
  /** one safe sentence to paste: finding, figure, period, status and source */
  sentence: string
  /** the whole picture in words */
  altText: string
  facts: readonly ExhibitFact[]
  /** what must be known to read it: provisional, missing, withheld, how limits are made */
  notes: readonly string[]
  /** what is worth asking, computed from the state; for the speaker, never on the projected screen */
  questions: readonly string[]
  source: string
  tables: readonly ExhibitTable[]
  /** null where it is a table alone */
  picture: ((size: PictureSize) => Drawing) | null
  /** what a file of it is called, without edition: '2026-10_ot-waiting' */
  fileStem: string
  /** its page in the app, with its own parameters but without edition and audience: '/kpis/ot-waiting?range=24' */
  address: string
}
