import { cleanup, screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { encodePack } from '../../../src/domain/packs/pack-text.ts'
import { aPackItem } from '../../support/a-pack.ts'
import { countFrom } from '../../support/counts-in-words.ts'
import { following, numbersAt, type PrintedCount, within } from '../../support/counts-on-page.ts'
import { withMockApi } from '../../support/mock-api.ts'
import { renderApp } from '../../support/render-app.tsx'

/**
 * Every count that stands in a heading, a chip, a summary or a status, against what it counts on the same page. A new
 * count gets a row here: what it is, where it stands, what it says, and what is counted from there. The counts in
 * sentences are added up in tests/unit/features/counts-add-up.test.ts, for every edition.
 */

const { db } = withMockApi()

const pack = {
  name: 'Scrutiny panel',
  items: [
    aPackItem({ group: 'Item 5', ref: { kind: 'risks', kpi: null } }),
    aPackItem({ group: 'Item 5', ref: { kind: 'milestones', kpi: null } }),
    aPackItem({ group: 'Item 6', ref: { kind: 'data-quality', kpi: null } }),
  ],
}

/** The sum of what each of several lines counts. */
const addedUp = (line: string, says: RegExp) => () =>
  [...document.querySelectorAll(line)].reduce((sum, one) => sum + (numbersAt(one, says)?.[0] ?? 0), 0)

const inSection = (things: string) => within('section', things)
const heads = (things: string, ...ids: string[]): PrintedCount[] =>
  ids.map((id) => ({
    what: `rows under the heading ${id}`,
    at: `.section-head:has(#${id}) > p:not(.end)`,
    says: /^(\S+)/,
    counts: inSection(things),
  }))
const ofAll = (id: string, things: string): PrintedCount => ({
  what: `rows under the heading ${id}, of all`,
  at: `.section-head:has(#${id}) > p[aria-live]`,
  says: /^(\S+)(?: of (\S+))? \w+(?: shown)?$/,
  counts: inSection(things),
  hasTotal: true,
})
const groups = (says: RegExp, group: string): PrintedCount => ({
  what: 'rows of a group',
  at: `tr.${group} th > span`,
  says,
  counts: following(`tr.${group}`),
})

interface Page {
  page: string
  /** what is left out by the address; the first leaves out nothing */
  addresses: string[]
  /** stands once the page is drawn */
  drawn: string
  counts: PrintedCount[]
  /** said to officers only */
  officersOnly?: string[]
}

const pages: Page[] = [
  {
    page: '/',
    addresses: ['', '&signal=attention', '&signal=unknown', '&standing=behind', '&theme=waiting'],
    drawn: '#scorecard',
    counts: [
      ofAll('scorecard', 'tbody tr:not(.theme)'),
      groups(/^(\S+) measures?$/, 'theme'),
      {
        what: 'measures listed as needing attention',
        at: '.section-head:has(#attention) > p:not(.way, .end)',
        says: /^the first (\S+) of \S+, /,
        counts: inSection('ol > li'),
      },
    ],
  },
  {
    page: '/plan',
    addresses: ['', '&delivery=late', '&impact=no-effect', '&theme=waiting', '&sort=slip'],
    drawn: '#milestones',
    counts: [
      ofAll('milestones', 'tbody tr:not(.group)'),
      groups(/(\S+) milestones?$/, 'group'),
      {
        what: 'moves of a milestone',
        at: 'details.more > summary',
        says: /^(\S+) moves?/,
        counts: (place) =>
          [...(place.closest('details')?.querySelectorAll('li') ?? [])].filter(({ textContent }) =>
            / to .*Approved by /.test(textContent),
          ).length,
      },
      { ...heads('tbody tr', 'risks')[0], says: /^(\S+) risks?;/ } as PrintedCount,
      {
        what: 'earlier reviews of a risk',
        at: 'details.earlier > summary',
        says: /^(\S+) earlier reviews?/,
        counts: within('details', 'li'),
      },
    ],
    officersOnly: ['rows under the heading risks', 'earlier reviews of a risk'],
  },
  {
    page: '/changes',
    addresses: ['', '&from=1', '&from=1&theme=waiting', '&from=2&theme=safeguarding'],
    drawn: '#records',
    counts: heads(
      'tbody tr',
      'restated',
      'milestones',
      'signals',
      'cleared',
      'actions',
      'receipts',
      'new',
      'settled',
      'records',
    ),
  },
  {
    page: '/actions',
    addresses: ['', '&overdue=yes', '&group=none', '&status=closed'],
    drawn: '#list',
    // of what is flagged for the panel in this edition, all is covered
    officersOnly: ['measures with a change and no action'],
    counts: [
      ofAll('list', 'tbody tr:not(.group)'),
      groups(/^(\S+) actions?, /, 'group'),
      {
        what: 'measures with a change and no action',
        at: '.uncoveredCount',
        says: /^(\S+) measures?/,
        counts: inSection('.uncovered > li'),
      },
    ],
  },
  {
    page: '/emerging',
    addresses: ['', '&meaning=concern', '&theme=waiting', '&find=Greenford'],
    drawn: '#how-tested',
    counts: [
      {
        what: 'flagged series, of all',
        at: '.controls > p[aria-live]',
        says: /^(\S+) flagged series of \S+ shown$/,
        counts: () => document.querySelectorAll('.signal').length,
      },
      ...['to-ask', 'improvements'].flatMap((id): PrintedCount[] => [
        { ...heads('.signal', id)[0], what: `series under ${id}`, says: /^(\S+) series in/ } as PrintedCount,
        {
          ...heads('ol > li', id)[0],
          what: `measures under ${id}`,
          says: /series in (\S+) measures?/,
        } as PrintedCount,
      ]),
      {
        what: 'further series of a measure',
        at: 'details.others > summary',
        says: /^and in (\S+) more/,
        counts: within('details', '.signal'),
      },
    ],
  },
  {
    page: '/data',
    addresses: ['', '&show=overdue', '&show=provisional', '&theme=waiting'],
    drawn: '#measures',
    counts: [
      {
        what: 'measures, of all',
        at: '.section-head:has(#measures) > p:not(.end)',
        says: /^(\S+)(?: of (\S+))? measures?$/,
        counts: inSection('tbody tr'),
        hasTotal: true,
      },
    ],
  },
  {
    page: '/definitions',
    addresses: ['', '&theme=waiting'],
    drawn: '#theme-waiting',
    counts: [
      {
        what: 'definitions shown',
        at: 'search > p[aria-live]',
        says: /^(\S+) measures? shown$/,
        counts: () => document.querySelectorAll('article').length,
      },
      ...heads('article', 'theme-waiting'),
    ],
  },
  {
    page: '/safeguarding',
    addresses: ['', '&type=Domestic'],
    drawn: '#read-together',
    counts: [
      {
        what: 'towns flagged',
        at: 'section:has(#towns) p[aria-live]',
        says: /: (\S+) towns? (?:is|are) flagged/,
        counts: inSection('ul > li:has(.flag)'),
      },
    ],
    officersOnly: ['towns flagged'],
  },
  {
    page: '/pack',
    addresses: [`&items=${encodePack(pack)}`],
    drawn: 'nav.contents',
    counts: [
      {
        what: 'charts and tables of a pack',
        at: '.standfirst',
        says: /^(\S+) (?:chart or table|charts and tables) of edition/,
        counts: () => document.querySelectorAll('article').length,
      },
      {
        what: 'items of its contents',
        at: '.standfirst',
        says: /^(\S+) (?:chart or table|charts and tables) of edition/,
        counts: () => document.querySelectorAll('nav.contents li').length,
      },
    ],
  },
  {
    page: '/present',
    addresses: [`&items=${encodePack(pack)}`],
    drawn: '#items',
    counts: [
      {
        what: 'items on the agenda',
        at: '.section-head:has(#items) > p',
        says: /^(\S+) items?$/,
        counts: addedUp('.agenda > li', /: (\S+) items?$/),
      },
    ],
  },
  {
    page: '/kpis/ot-waiting',
    addresses: ['', '&range=all'],
    drawn: '#actions-about',
    counts: [
      {
        what: 'layers of the chart that are on',
        at: 'details.layers > summary',
        says: /^Layers: (\S+) of \S+ on$/,
        counts: within('details', 'input:checked'),
      },
      {
        what: 'layers of the chart',
        at: 'details.layers > summary',
        says: /of (\S+) on$/,
        counts: within('details', 'input'),
      },
      {
        what: 'actions done with',
        at: 'details.earlier > summary',
        says: /^(\S+) actions? done with$/,
        counts: within('details', 'ul.items > li'),
      },
    ],
  },
]

async function open(address: string, drawn: string) {
  const app = renderApp(address)
  await waitFor(() => {
    expect(document.querySelector(drawn)).not.toBeNull()
    expect(app.client.isFetching()).toBe(0)
  })
  return app
}

describe.each(['protected', 'exact'] as const)('on the pages of the %s set', (audience) => {
  it.each(pages)(
    '$page: every count is that of what it counts',
    async ({ page, addresses, drawn, counts, officersOnly }) => {
      const met = new Set<string>()
      const totals = new Map<string, number>()
      const [claimed, counted]: [string[], string[]] = [[], []]
      for (const address of addresses) {
        db.role = audience === 'exact' ? 'practice-lead' : 'public'
        await open(`${page}?edition=5&audience=${audience}${address}`, drawn)
        for (const { what, at, says, counts: listed, hasTotal } of counts)
          for (const place of document.querySelectorAll(at)) {
            const said = numbersAt(place, says)
            if (!said) continue
            met.add(what)
            const count = listed(place)
            if (hasTotal && !totals.has(what)) totals.set(what, count)
            const expected = hasTotal ? [count, totals.get(what)] : [count]
            claimed.push(`${address} ${what}: ${said.join(' of ')}`)
            counted.push(`${address} ${what}: ${expected.slice(0, said.length).join(' of ')}`)
          }
        cleanup()
      }
      expect(claimed).toEqual(counted)
      const known = counts.map(({ what }) => what)
      // a row that finds nothing proves nothing
      expect(known.filter((what) => !met.has(what))).toEqual(audience === 'exact' ? [] : (officersOnly ?? []))
    },
  )
})

/** Links and choices that count: each leads to as many rows as it says. */
const ways = [
  { page: '/', drawn: '#scorecard', link: 'a[href*="signal="]', says: /(\d+)/, rows: '#scorecard' },
  { page: '/plan', drawn: '#milestones', link: 'ul a:has(b)', says: / (\d+)$/, rows: '#milestones' },
  { page: '/actions', drawn: '#list', link: 'ul a:has(b)', says: / (\d+)$/, rows: '#list' },
]

describe.each(['protected', 'exact'] as const)('from the pages of the %s set', (audience) => {
  it.each(ways)(
    '$page: every link that counts leads to as many',
    async ({ page, drawn, link, says, rows }) => {
      db.role = audience === 'exact' ? 'practice-lead' : 'public'
      const { user } = await open(`${page}?edition=5&audience=${audience}`, drawn)
      const links = () => [...document.querySelectorAll(link)].filter((one) => numbersAt(one, says))
      const count = links().length
      expect(count).toBeGreaterThan(1)
      for (let place = 0; place < count; place++) {
        const one = links()[place]
        if (!one) throw new Error('a link has gone')
        const said = numbersAt(one, says)?.[0]
        await user.click(one)
        const shown = () => countFrom(/^\S+/.exec(headOf(rows))?.[0] ?? '')
        await waitFor(() =>
          expect({ link: one.textContent, said: shown() }).toEqual({ link: one.textContent, said }),
        )
      }
    },
  )

  it('/data: every choice that counts shows as many', async () => {
    db.role = audience === 'exact' ? 'practice-lead' : 'public'
    const { user } = await open(`/data?edition=5&audience=${audience}`, '#measures')
    const choice = screen.getByLabelText('Show')
    for (const option of choice.querySelectorAll('option')) {
      await user.selectOptions(choice, option)
      const said = numbersAt(option, /\((\d+)\)$/)?.[0]
      await waitFor(() => expect(document.querySelectorAll('tbody tr')).toHaveLength(said ?? Number.NaN))
    }
  })
})

const headOf = (heading: string) =>
  document.querySelector(`.section-head:has(${heading}) > p:not(.end)`)?.textContent ?? ''

describe('what is found', () => {
  it('is counted, and said to be the best of more where more is found than shown', async () => {
    const { user } = await open('/definitions?edition=5&audience=protected', '#theme-waiting')
    await user.keyboard('/')
    const field = await screen.findByRole('combobox', { name: /measure, milestone, action or page/ })
    for (const typed of ['self neglect', 'waiting', 'dols backlog', 'direct payments', 'ot']) {
      await user.clear(field)
      await user.type(field, typed)
      const [found, shown] = await waitFor(() => {
        const status = document.querySelector('[id$="-count"]')
        const said = status && numbersAt(status, /^(\d+) found(?:, the best (\d+) of them shown: .*)?$/)
        if (!said) throw new Error(`nothing is counted: ${status?.textContent}`)
        return said
      })
      expect(document.querySelectorAll('[role="option"]')).toHaveLength(shown ?? found ?? Number.NaN)
      if (shown !== undefined) expect(found).toBeGreaterThan(shown)
    }
  })
})

describe('what is presented', () => {
  it('is numbered by its place in the pack, on the screen, among all items and in the notes', async () => {
    const address = `/present?edition=5&audience=protected&items=${encodePack(pack)}&item=2`
    const { user } = await open(address, 'dialog article')
    const slide = within('dialog', 'article[aria-label="2 of 3"]')
    expect(slide(document.querySelector('dialog article') ?? document.body)).toBe(1)
    expect(document.querySelector('dialog article footer')?.textContent).toMatch(/2 of 3/)
    expect(screen.getByText(/^2 of 3: /)).toBeInTheDocument()
    await user.keyboard('o')
    const tiles = await waitFor(() => {
      const all = document.querySelectorAll('[data-tile]')
      expect(all.length).toBeGreaterThan(0)
      return [...all]
    })
    expect(tiles.map((tile) => numbersAt(tile, /^(\d)/)?.[0])).toEqual([1, 2, 3])
    cleanup()
    await open(`${address}&notes=yes`, '.kicker')
    await screen.findByText(/^Speaker’s notes, 2 of 3\./)
  })
})
