import type { ReactNode } from 'react'
import type { Exhibit } from '../../src/domain/exhibits/exhibit.ts'

type Parts = Partial<Omit<Exhibit<ReactNode>, 'origin'>> & { origin?: Partial<Exhibit<ReactNode>['origin']> }

/** One exhibit of the illustrative organisation, as the panel sees it; a test names what matters to it. */
export function anExhibit({ origin, ...parts }: Parts = {}): Exhibit<ReactNode> {
  return {
    finding: 'The OT list has stopped falling',
    subtitle: 'People waiting for an OT assessment. Ealing, Oct 2022 to Sep 2025.',
    sentence: 'The OT list has stopped falling (310 people waiting, 30 Sep 2025).',
    altText: 'The OT list has stopped falling. Lowest 280, highest 510.',
    facts: [{ figure: '310', words: 'people waiting, 30 Sep 2025' }],
    notes: ['Provisional (hollow points): Sep 2025.'],
    questions: ['What replaces the surge team?'],
    source: 'Case management system',
    tables: [
      {
        title: 'Figures',
        columns: [
          { head: 'Period ends', kind: 'date' },
          { head: 'Value', kind: 'number', decimals: 0 },
          { head: 'Change', kind: 'number', decimals: 1 },
          { head: 'Status', kind: 'text' },
        ],
        rows: [
          ['2025-08-31', 305, -4.5, 'final'],
          ['2025-09-30', 310, null, '=cmd()'],
        ],
      },
    ],
    picture: null,
    fileStem: '2025-09_ot-waiting',
    address: '/kpis/ot-waiting?range=24',
    ...parts,
    origin: {
      organisation: {
        name: 'Ealing',
        service: 'Adult social care',
        illustrative: true,
        marking: 'OFFICIAL',
        timezone: 'Europe/London',
      },
      edition: {
        number: 5,
        label: 'September 2025',
        publishedAt: '2025-10-15T09:00:00Z',
        dataAsAt: '2025-10-06',
        note: null,
        supersededBy: null,
        withdrawn: false,
      },
      audience: 'protected',
      ...origin,
    },
  }
}
