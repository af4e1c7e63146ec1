/**
 * Only an old request tells how much of a file has gone, and its rules of origin hold here too.
 * @vitest-environment-options { "url": "http://localhost/" }
 */
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { delay, HttpResponse, http } from 'msw'
import { describe, expect, it } from 'vitest'
import type { LoadLogEntry } from '../../../src/contract/load-log.ts'
import type { Load } from '../../../src/contract/loads.ts'
import { aStagedLoad } from '../../support/a-staged-load.ts'
import { withMockApi } from '../../support/mock-api.ts'
import { renderApp } from '../../support/render-app.tsx'

const { db, mockServer } = withMockApi()
const desk = '/load?edition=5&audience=exact'

function openDesk() {
  db.role = 'analyst'
  return renderApp(desk)
}

/** What the service answers to files: a load, or a refusal. */
function answering(load: Load) {
  mockServer.use(
    http.post('*/api/v1/loads', () => HttpResponse.json(load, { status: 201 })),
    http.get('*/api/v1/loads/:id', () => HttpResponse.json(load)),
  )
}

function refusing(status: number, detail: string) {
  const problem = { type: 'about:blank', title: 'Refused', status, detail }
  mockServer.use(http.post('*/api/v1/loads', () => HttpResponse.json(problem, { status })))
}

async function choose({ user }: ReturnType<typeof renderApp>, name = 'observations.csv') {
  const field = await screen.findByLabelText('Choose files or a zip')
  await user.upload(field, new File(['kpi_id'], name, { type: 'text/csv' }))
}

/** A load as the log has it before it is published. */
function aLoggedLoad(id: string): LoadLogEntry {
  return {
    id,
    at: '2025-12-01T16:00:00Z',
    who: 'Analyst',
    state: 'staged',
    files: [],
    mapping: null,
    errors: 0,
    notices: 0,
    changes: [],
    edition: null,
    publishedAt: null,
    publishedBy: null,
    label: null,
    note: null,
    reason: null,
    withdrawal: null,
  }
}

const heading = (name: string | RegExp) => screen.findByRole('heading', { level: 1, name })
const section = (name: RegExp) => within(screen.getByRole('region', { name }))

describe('the desk', () => {
  it("is the analyst's alone", async () => {
    db.role = 'director'
    renderApp(desk)
    expect(await screen.findByText("The desk is the analyst's")).toBeVisible()
    expect(screen.queryByLabelText('Choose files or a zip')).toBeNull()
    expect(within(screen.getByRole('navigation', { name: 'Pages' })).queryByText('Load')).toBeNull()
  })

  it('says where there is no service what it cannot do', async () => {
    const app = openDesk()
    await choose(app)
    expect(await screen.findByRole('alert')).toHaveTextContent(/Start the service \(npm start\)/)
  })

  it('says that another load is running, and sends the same files again', async () => {
    refusing(409, 'Another load is running; wait until it has finished, then try again.')
    const app = openDesk()
    await choose(app)
    expect(await screen.findByRole('alert')).toHaveTextContent('Another load is running')
    answering(aStagedLoad())
    await app.user.click(screen.getByRole('button', { name: 'Send them again' }))
    expect(await heading('These files are sound')).toBeVisible()
    expect(app.address()).toContain('load=00000000-0000-4000-8000-000000000001')
  })

  it('stops sending when asked, and says that nothing was kept', async () => {
    mockServer.use(http.post('*/api/v1/loads', async () => await delay('infinite')))
    const app = openDesk()
    await choose(app)
    // it is said where whoever sent them stands, by what was there before it had words
    const way = await screen.findByRole('group', { name: 'Files on their way' })
    expect(way).toHaveFocus()
    const said = within(way).getByText(/^Sending 1 file/)
    await app.user.click(screen.getByRole('button', { name: 'Cancel' }))
    expect(await screen.findByText('Cancelled. Nothing of these files was kept.')).toBe(said)
    expect(screen.getByRole('group', { name: 'Files to be checked' })).toHaveFocus()
  })

  it('tells errors by kind, and offers no way to publish', async () => {
    const error = { severity: 'error', file: 'a.csv', line: 3, column: 5, remedy: 'write 45.2' } as const
    answering(
      aStagedLoad({
        state: 'rejected',
        preview: [],
        problems: [
          { ...error, message: 'the value is not a number' },
          { ...error, line: 4, message: 'the value is not a number' },
        ],
      }),
    )
    const app = openDesk()
    await choose(app)
    expect(await heading('Nothing was loaded: 2 errors to put right')).toBeVisible()
    expect(section(/Errors/).getByText('a.csv, line 4, column 5')).toBeVisible()
    expect(section(/Errors/).getAllByText('write 45.2')).toHaveLength(2)
    expect(screen.queryByRole('region', { name: 'Publish' })).toBeNull()
  })

  it('says that another edition was published since, and publishes nothing on it', async () => {
    answering(aStagedLoad({ standsOn: 4 }))
    const app = openDesk()
    await choose(app)
    expect(await heading(/Another edition was published since/)).toBeVisible()
    expect(screen.queryByRole('region', { name: 'Publish' })).toBeNull()
    expect(screen.queryByText(/every page as it would be/)).toBeNull()
  })

  it('leads to every page as it would be, for either audience, before it is published', async () => {
    answering(aStagedLoad())
    await choose(openDesk())
    const links = async () =>
      (await screen.findAllByRole('link', { name: /as it would be for (the panel|officers)$/ })).map((link) =>
        link.getAttribute('href'),
      )
    const place = 'http://localhost/previews/00000000-0000-4000-8000-000000000001'
    expect(await links()).toEqual([`${place}/protected`, `${place}/exact`])
  })

  it('asks for reason and confirmations before it says what happens to whom', async () => {
    const sent: unknown[] = []
    const load = aStagedLoad({
      needs: { reason: true, exact: ['ot-waiting'] },
      problems: [
        {
          severity: 'notice',
          needs: 'reason',
          file: 'a.csv',
          line: 3,
          column: 1,
          message: '327 was final and would become 427',
          remedy: 'publish it with a reason',
        },
      ],
    })
    answering(load)
    mockServer.use(
      http.post('*/api/v1/loads/:id/publish', async ({ request }) => {
        sent.push(await request.json())
        return HttpResponse.json({ ...load, state: 'published', edition: 6 })
      }),
    )
    const app = openDesk()
    await choose(app)
    await heading(/1 thing is to be confirmed/)
    const { user } = app
    await user.click(screen.getByRole('button', { name: /^Go on: what happens/ }))
    expect(within(screen.getByRole('alert')).getAllByRole('listitem')).toHaveLength(3)
    expect(screen.getByRole('alert')).toHaveFocus()
    await user.type(screen.getByLabelText('Label'), 'October 2025')
    await user.type(screen.getByLabelText('Reason'), 'Counted twice')
    await user.click(screen.getByRole('checkbox', { name: /ot-waiting/ }))
    await user.click(screen.getByRole('button', { name: /^Go on: what happens/ }))
    expect(screen.getByText(/1 new figure, 0 replaced, 0 withheld/)).toBeVisible()
    expect(sent).toEqual([])
    await user.click(screen.getByRole('button', { name: 'Publish edition 6' }))
    expect(await heading('Published as edition 6')).toBeVisible()
    expect(sent).toEqual([{ label: 'October 2025', reason: 'Counted twice', exact: ['ot-waiting'] }])
    expect(screen.getByRole('link', { name: 'What changed in it' })).toHaveAttribute(
      'href',
      expect.stringContaining('/changes?edition=6'),
    )
    await user.click(screen.getByRole('button', { name: 'Load other files' }))
    expect(await heading('Load files for the next edition')).toHaveFocus()
  })

  it('says why an edition was not published, and keeps what was written', async () => {
    answering(aStagedLoad())
    const problem = { type: 'about:blank', title: 'Bad', status: 400, detail: 'label names a person.' }
    mockServer.use(http.post('*/api/v1/loads/:id/publish', () => HttpResponse.json(problem, { status: 400 })))
    const app = openDesk()
    await choose(app)
    await heading('These files are sound')
    await app.user.type(screen.getByLabelText('Label'), 'For somebody')
    await app.user.click(screen.getByRole('button', { name: /^Go on: what happens/ }))
    await app.user.click(screen.getByRole('button', { name: 'Publish edition 6' }))
    expect(await screen.findByRole('alert')).toHaveTextContent('label names a person.')
    await app.user.click(screen.getByRole('button', { name: 'Back, without publishing' }))
    expect(screen.getByLabelText('Label')).toHaveValue('For somebody')
    expect(screen.getByRole('button', { name: /^Go on: what happens/ })).toHaveFocus()
  })

  it('sets a time at which it is published, tells that it waits, and calls it off', async () => {
    const load = aStagedLoad()
    const at = '2030-12-05T09:30:00Z'
    const scheduled = { at, label: 'December', who: 'Analyst', state: 'waiting', why: null } as const
    let isSet = false
    const sent: unknown[] = []
    answering(load)
    mockServer.use(
      http.post('*/api/v1/loads/:id/publish', async ({ request }) => {
        sent.push(await request.json())
        isSet = true
        return HttpResponse.json({ ...load, scheduled })
      }),
      http.post('*/api/v1/loads/:id/call-off', () => {
        isSet = false
        return HttpResponse.json(load)
      }),
      http.get('*/api/v1/loads', () =>
        HttpResponse.json({ loads: isSet ? [{ ...aLoggedLoad(load.id), scheduled }] : [] }),
      ),
    )
    const app = openDesk()
    await choose(app)
    await heading('These files are sound')
    const { user } = app
    await user.type(screen.getByLabelText('Label'), 'December')
    await user.click(screen.getByRole('button', { name: /^Go on: what happens/ }))
    await user.click(screen.getByRole('radio', { name: 'At a set time' }))
    await user.click(screen.getByRole('button', { name: 'Publish edition 6 at that time' }))
    expect(screen.getByRole('alert')).toHaveTextContent('Give a day and a time')
    expect(sent).toEqual([])
    fireEvent.change(screen.getByLabelText('Date and time (Europe/London)'), {
      target: { value: '2030-12-05T09:30' },
    })
    await user.click(screen.getByRole('button', { name: 'Publish edition 6 at that time' }))
    expect(await heading('To be published on 5 Dec 2030 at 09:30')).toHaveFocus()
    expect(sent).toEqual([{ label: 'December', at: '2030-12-05T09:30' }])
    expect(screen.queryByRole('heading', { name: 'Publish' })).toBeNull()
    const waiting = within(await screen.findByRole('region', { name: 'To be published at a time' }))
    expect(waiting.getByText(/“December” is published on 5 Dec 2030 at 09:30/)).toBeVisible()
    await user.click(waiting.getByRole('button', { name: 'Call off “December”' }))
    const said = await screen.findByText('“December” is called off. Nothing of it was published.')
    expect(said.parentElement).toHaveFocus()
    expect(await heading('These files are sound')).toBeVisible()
  })

  it('tells which rule would hide what, opened to the figures', async () => {
    const place = { kpi: 'ot-waiting', dimension: 'town', member: 'Hanwell', period: '2025-10' }
    const words = 'Withheld: it could be worked out from Southall and the borough.'
    answering(
      aStagedLoad({
        withheld: [
          {
            rule: 'others',
            hides: 'figure',
            words: 'it could be worked out from other published figures, or they from it',
            figures: 21,
            newest: [{ ...place, hides: 'figure', rule: 'others', words }],
          },
        ],
      }),
    )
    const app = openDesk()
    await choose(app)
    await heading('These files are sound')
    const hidden = screen.getByRole('region', { name: 'What the panel would not see' })
    await app.user.click(within(hidden).getByText(/^Withheld: it could be worked out from other/))
    const table = within(hidden).getByRole('table', { name: /the newest 1 of 21 figures/ })
    expect(
      within(table).getByRole('row', { name: /ot-waiting.*town: Hanwell.*Oct 2025.*Southall/ }),
    ).toBeVisible()
  })

  it('warns that the next edition builds on one that was withdrawn, and says of its own load that it was', async () => {
    db.writings.withdrawals.set(5, { at: '2025-11-01T09:00:00Z', reason: 'Counted twice' })
    answering(aStagedLoad())
    const app = openDesk()
    await choose(app)
    await heading('These files are sound')
    expect(
      screen.getByText(/^Edition 5 was withdrawn, and the next one builds on what it holds/),
    ).toBeVisible()
    answering(aStagedLoad({ state: 'published', edition: 5 }))
    await choose(app)
    expect(await heading('Published as edition 5, and withdrawn since')).toBeVisible()
    expect(screen.queryByText(/^Edition 5 was withdrawn, and the next/)).toBeNull()
  })

  it('sets old beside new for the panel, and for officers when asked', async () => {
    const compared = (audience: 'exact' | 'protected', after: string) => ({
      audience,
      measures: [],
      restated: [
        {
          kpi: 'ot-waiting',
          name: 'Waiting for OT assessment',
          dimension: 'borough',
          member: 'All',
          period: '2025-06',
          observedAt: '30 Jun 2025',
          wasProvisional: false,
          before: '325',
          after,
          history: [
            { period: '2025-05', before: 330, after: 330 },
            { period: '2025-06', before: 325, after: 425 },
          ],
        },
      ],
      furtherRestated: 0,
      verdicts: [{ kpi: 'ot-waiting', name: 'Waiting for OT assessment', before: 'Level', after: 'Worse' }],
      newlyOverdue: [{ kpi: 'dp-clients', name: 'Adults with a direct payment' }],
    })
    answering(aStagedLoad({ comparison: [compared('exact', '427'), compared('protected', '425')] }))
    const app = openDesk()
    await choose(app)
    await heading('These files are sound')
    const table = () => screen.getByRole('table', { name: 'Restated figures, old beside new' })
    expect(table()).toHaveTextContent('325')
    expect(table()).toHaveTextContent('425')
    expect(screen.getByText(/1 measure would be overdue and count as unknown/)).toBeVisible()
    await app.user.selectOptions(screen.getByLabelText('As read by'), 'Officers')
    await waitFor(() => expect(table()).toHaveTextContent('427'))
  })

  it('says so where a load is not kept any more', async () => {
    db.role = 'analyst'
    const { user } = renderApp(`${desk}&load=00000000-0000-4000-8000-000000000009`)
    expect(await screen.findByText('These files are not kept any more')).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Begin again' }))
    expect(await heading('Load files for the next edition')).toBeVisible()
  })

  it('withdraws an edition with a reason, and readers are told why and led on', async () => {
    const { user } = openDesk()
    await user.click(await screen.findByText('Mark an edition as not to be used any more'))
    await user.click(screen.getByRole('button', { name: /^Go on: what its readers/ }))
    expect(screen.getByRole('alert')).toHaveFocus()
    expect(screen.getByRole('alert')).toHaveTextContent('never withdrawn without one')
    await user.type(
      screen.getByLabelText('Why its figures should no longer be used'),
      'A team was counted twice',
    )
    await user.click(screen.getByRole('button', { name: /^Go on: what its readers/ }))
    expect(screen.getByText(/The latest edition is then edition 4/)).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Withdraw edition 5' }))
    expect(await screen.findByText(/^Edition 5 is withdrawn\./)).toBeVisible()
    await waitFor(() => expect(screen.getByText(/Reason: A team was counted twice/)).toBeVisible())
    expect(screen.getByRole('link', { name: 'Open edition 4, the latest that stands' })).toBeVisible()
  })
})

describe('taking back', () => {
  const stagedAs = (load: Load) => {
    const asked: unknown[] = []
    mockServer.use(
      http.post('*/api/v1/loads/take-back', async ({ request }) => {
        asked.push(await request.json())
        return HttpResponse.json(load, { status: 201 })
      }),
      http.get('*/api/v1/loads/:id', () => HttpResponse.json(load)),
      http.post('*/api/v1/loads/:id/publish', async ({ request }) => {
        asked.push(await request.json())
        return HttpResponse.json({ ...load, state: 'published', edition: 6 })
      }),
    )
    return asked
  }
  const [counts] = aStagedLoad().preview
  const needs = { reason: true, exact: [] }

  it('shows what rolling back would change, and publishes it with a reason', async () => {
    const takesBack = { kind: 'roll-back', to: 3 } as const
    const preview = counts ? [{ ...counts, newFigures: 0, restatedFigures: 7, removedFigures: 48 }] : []
    const asked = stagedAs(aStagedLoad({ needs, takesBack, preview }))
    const { user } = openDesk()
    await user.click(await screen.findByText('Roll back: a new edition with the figures of an earlier one'))
    await user.selectOptions(screen.getByLabelText('Stand on'), '3')
    await user.click(screen.getByRole('button', { name: 'Show what rolling back would change' }))
    expect(await heading('The next edition would stand on edition 3 again')).toBeVisible()
    expect(screen.getByText(/^48 figures taken out, 7 replaced/)).toBeVisible()
    expect(screen.getByRole('columnheader', { name: 'Taken out' })).toBeVisible()
    await user.type(screen.getByLabelText('Label'), 'September again')
    await user.click(screen.getByRole('button', { name: /^Go on: what happens/ }))
    expect(screen.getByRole('alert')).toHaveTextContent('Say why what is above is right')
    await user.type(screen.getByLabelText('Reason'), 'Counted twice')
    await user.click(screen.getByRole('button', { name: /^Go on: what happens/ }))
    expect(screen.getByText(/^Editions 4 to 5 are withdrawn with the same reason/)).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Publish edition 6' }))
    expect(await heading('Published as edition 6')).toBeVisible()
    expect(asked).toEqual([takesBack, { label: 'September again', reason: 'Counted twice' }])
  })

  it('takes out what was chosen, once a measure is', async () => {
    const asked = stagedAs(
      aStagedLoad({ needs, takesBack: { kind: 'removal', parts: [{ kpi: 'ot-waiting' }] } }),
    )
    const { user } = openDesk()
    await user.click(await screen.findByText('Take out a measure, a member or a figure'))
    const ask = screen.getByRole('button', { name: 'Show what taking it out would change' })
    await user.type(screen.getByLabelText('Period (optional)'), 'September')
    await user.click(ask)
    expect(within(screen.getByRole('alert')).getAllByRole('listitem')).toHaveLength(2)
    await user.selectOptions(screen.getByLabelText('Measure'), 'care-act-waiting')
    await user.selectOptions(screen.getByLabelText('Breakdown (optional)'), 'town')
    await user.selectOptions(screen.getByLabelText('Member (optional)'), 'Ealing')
    await user.clear(screen.getByLabelText('Period (optional)'))
    await user.type(screen.getByLabelText('Period (optional)'), '2025-09')
    await user.click(ask)
    expect(await heading('These figures would be taken out of the next edition')).toBeVisible()
    expect(asked).toEqual([
      {
        kind: 'removal',
        parts: [{ kpi: 'care-act-waiting', dimension: 'town', member: 'Ealing', period: '2025-09' }],
      },
    ])
  })

  it('says why it cannot be done', async () => {
    const { user } = openDesk()
    await user.click(await screen.findByText('Roll back: a new edition with the figures of an earlier one'))
    await user.click(screen.getByRole('button', { name: 'Show what rolling back would change' }))
    expect(await screen.findByRole('alert')).toHaveTextContent(/It cannot be done\. Without a data service/)
  })
})

describe('the log of loads', () => {
  it('says what came, who brought it, what it changed and what became of it', async () => {
    const counts = {
      restatedFigures: 2,
      unchangedFigures: 0,
      suppressedFigures: 0,
      definitions: 1,
      planItems: 0,
    }
    const loads = [
      {
        id: 'a1',
        at: '2025-10-06T09:00:00Z',
        who: 'Ana Analyst',
        state: 'published',
        files: [{ name: 'observations.csv', bytes: 12, sha256: 'f'.repeat(64) }],
        mapping: { name: '', bytes: 3, sha256: 'e'.repeat(64) },
        errors: 0,
        notices: 1,
        changes: [{ audience: 'exact', newFigures: 48, ...counts }],
        edition: 6,
        publishedAt: '2025-10-06T09:30:00Z',
        publishedBy: 'Ana Analyst',
        label: 'October 2025',
        note: null,
        reason: 'Counted again',
        withdrawal: { at: '2025-10-07T09:00:00Z', reason: 'A team was missing' },
      },
    ]
    mockServer.use(http.get('*/api/v1/loads', () => HttpResponse.json({ loads })))
    openDesk()
    const region = await screen.findByRole('region', { name: 'Log of loads and editions' })
    const [, row] = await within(region).findAllByRole('row')
    expect(row).toHaveTextContent('6 Oct 2025, 10:00:00')
    expect(row).toHaveTextContent('observations.csv')
    expect(row).toHaveTextContent('name left out')
    expect(row).toHaveTextContent('48 new and 2 restated figures, 1 definitions')
    expect(row).toHaveTextContent(
      'Published as edition 6, October 2025, by Ana Analyst. Withdrawn: A team was missing',
    )
    expect(row).toHaveTextContent('Reason: Counted again')
  })
})
