import type { ReactNode } from 'react'
import type { Exhibit } from '../../src/domain/exhibits/exhibit.ts'
import { anExhibit } from './an-exhibit.ts'

/** What every name must survive: signs of XML, controls, halves of characters, emoji, right-to-left letters. */
const nasty = `& < > " ' ]]> &amp; <b> \u0000\u0001\u000b\u001f\u007f\u0085\uffff \ud83d 👩🏽‍🦽 שלום مرحبا \u202eEdit\u202c`

/** The same as it should be read again. */
export const nastyAsRead = `& < > " ' ]]> &amp; <b>  \ufffd 👩🏽‍🦽 שלום مرحبا Edit`

export const nastyName = (what: string) => `${what} ${nasty}`
export const nastyNameAsRead = (what: string) => `${what} ${nastyAsRead}`

/** An exhibit with such words wherever it has any. */
export function aNastyExhibit(): Exhibit<ReactNode> {
  const plain = anExhibit()
  const { organisation, edition } = plain.origin
  return {
    ...plain,
    finding: nastyName('Finding'),
    subtitle: nastyName('Subtitle'),
    sentence: nastyName('Sentence'),
    altText: nastyName('Alternative'),
    facts: [{ figure: nastyName('Fact'), words: nastyName('Of fact') }],
    notes: [nastyName('Note')],
    questions: [nastyName('Question')],
    source: nastyName('Source'),
    tables: [
      {
        title: nastyName('Table'),
        columns: [
          { head: nastyName('Member'), kind: 'text' },
          { head: nastyName('Value'), kind: 'number' },
        ],
        rows: [
          [nastyName('Town'), 3],
          [`\u0001=HYPERLINK("http://127.0.0.1")`, -4],
        ],
      },
      // cut to 31 units in the middle of a character
      { title: `${'x'.repeat(30)}😀😀`, columns: [{ head: 'A', kind: 'text' }], rows: [['b']] },
    ],
    address: `/kpis/${encodeURIComponent(nastyAsRead)}?range=24`,
    origin: {
      ...plain.origin,
      organisation: {
        ...organisation,
        name: nastyName('Organisation'),
        service: nastyName('Service'),
        marking: nastyName('Marking'),
      },
      edition: { ...edition, label: nastyName('Label'), note: nastyName('Edition note') },
    },
  }
}
