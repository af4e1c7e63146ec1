import { screen, waitFor, within } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { describe, expect, it } from 'vitest'
import { beforeFirst, chainOn } from '../../../src/domain/audit/chain.ts'
import { type AuditEntry, commandLine } from '../../../src/domain/audit/deed.ts'
import { withMockApi } from '../../support/mock-api.ts'
import { renderApp } from '../../support/render-app.tsx'

const { db, mockServer } = withMockApi()
const address = '/audit?edition=5&audience=exact'

const entry = (edition: number): AuditEntry => ({
  ...commandLine,
  who: edition % 2 ? 'Dana Director' : '=HYPERLINK("x")',
  at: '2025-06-14T23:30:05Z',
  deed: edition === 1 ? 'withdrawn' : 'published',
  about: { edition },
  outcome: 'done',
})

async function openAudit(rows = 60) {
  db.role = 'director'
  const entries = Array.from({ length: rows }, (_, index) => entry(index + 1))
  db.writings.audit = await chainOn(beforeFirst, entries)
  return renderApp(address)
}

const table = async () => within(await screen.findByRole('table'))

describe('the audit', () => {
  it('is for the analyst and the director', async () => {
    db.role = 'service-lead'
    renderApp(address)
    expect(await screen.findByText('The audit is for the analyst and the director')).toBeVisible()
    expect(screen.queryByRole('table')).toBeNull()
  })

  it('shows who did what, when and on what, newest first, a page at a time', async () => {
    const { user, address: now } = await openAudit()
    const [, newest] = (await table()).getAllByRole('row')
    expect(newest).toHaveTextContent('15 Jun 2025, 00:30:05')
    expect(newest).toHaveTextContent('Edition published')
    expect(newest).toHaveTextContent('edition 60')
    expect(screen.getByText('60 rows')).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Older rows' }))
    await waitFor(() => expect(now()).toContain('before=11'))
    // the button went with its page of rows
    expect(screen.getByRole('heading', { level: 2, name: 'Rows' })).toHaveFocus()
    await waitFor(async () => expect((await table()).getAllByRole('row')).toHaveLength(11))
    expect(screen.queryByRole('button', { name: 'Older rows' })).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Newest rows' }))
    await waitFor(() => expect(now()).not.toContain('before'))
  })

  it('is asked for by what was done and by whom', async () => {
    const { user, address: now } = await openAudit()
    await table()
    const count = screen.getByText('60 rows')
    await user.selectOptions(screen.getByLabelText('What'), 'Edition withdrawn')
    await waitFor(async () => expect((await table()).getAllByRole('row')).toHaveLength(2))
    await user.type(screen.getByLabelText('Who'), 'nobody{Enter}')
    expect(await screen.findByText('No row is of this kind, time and person.')).toBeVisible()
    // said by what was there before it had these words, to whoever still stands in the field
    expect(count).toHaveTextContent('0 rows')
    expect(screen.getByLabelText('Who')).toHaveFocus()
    expect(now()).toMatch(/deed=withdrawn.*who=nobody|who=nobody.*deed=withdrawn/)
  })

  it('says that it is whole, or which row is not', async () => {
    await openAudit(3)
    expect(await screen.findByText(/none is missing between the first and row 3/)).toBeVisible()
  })

  it('says which row is not what was written', async () => {
    mockServer.use(
      http.get('*/api/v1/audit/chain', () =>
        HttpResponse.json({
          links: 2,
          head: null,
          broken: { place: 2, at: '2025-06-14T23:30:05Z', why: 'changed' },
        }),
      ),
    )
    await openAudit(3)
    expect(await screen.findByRole('alert')).toHaveTextContent(
      /The audit is broken\. Row 2, of 2025-06-14T23:30:05Z/,
    )
  })

  it('is taken away as a file with every row, in which no cell is a formula', async () => {
    const saved: Blob[] = []
    URL.createObjectURL = (file) => {
      if (file instanceof Blob) saved.push(file)
      return 'blob:x'
    }
    URL.revokeObjectURL = () => undefined
    const { user } = await openAudit()
    await user.click(await screen.findByRole('button', { name: 'Download CSV' }))
    await waitFor(() => expect(saved).toHaveLength(1))
    const lines = (await saved[0]?.text())?.trim().split('\r\n') ?? []
    expect(lines).toHaveLength(61)
    expect(lines[1]).toMatch(/^60,2025-06-14T23:30:05Z,"'=HYPERLINK\(""x""\)",,analyst,published,60,/)
    // and that it was stands in it
    await waitFor(() =>
      expect(db.writings.audit.at(-1)).toMatchObject({ deed: 'exported', about: { form: 'csv' } }),
    )
  })
})
