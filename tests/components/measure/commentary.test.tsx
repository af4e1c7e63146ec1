import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { beforeEach, describe, expect, it } from 'vitest'
import { keepDraft } from '../../../src/stores/drafts.ts'
import { withMockApi } from '../../support/mock-api.ts'
import { renderApp } from '../../support/render-app.tsx'

const { db, mockServer } = withMockApi()
const asPanel = '/kpis/ot-waiting?edition=5&audience=protected'
const asOfficer = '/kpis/ot-waiting?edition=5&audience=exact'
const words = 'The list rose because **two** therapists left.'

beforeEach(() => localStorage.clear())

async function openDesk() {
  db.role = 'service-lead'
  const { user } = renderApp(asOfficer)
  await user.click(await screen.findByRole('button', { name: 'Write a comment for the next edition' }))
  return { user, field: screen.getByRole('textbox', { name: /^What the service says/ }) }
}
const commentsOf = async () => within(await screen.findByRole('region', { name: 'What the service says' }))

describe('what the service says', () => {
  it('is by role and date, the earlier folded, and only what was approved for the panel', async () => {
    renderApp(asPanel)
    const region = await commentsOf()
    expect(await region.findByText('Head of Performance, 13 Oct 2025')).toBeVisible()
    expect(region.getByText('1 earlier comment')).toBeVisible()
    expect(document.body).not.toHaveTextContent('Two of three therapists')
    expect(screen.queryByText('Drafts for the next edition')).not.toBeInTheDocument()
  })

  it('says so where nothing was written', async () => {
    db.role = 'analyst'
    db.failing = { resource: 'commentary', failure: 'empty' }
    renderApp(asOfficer)
    expect(await screen.findByText('No comment was written for this edition.')).toBeVisible()
  })

  it('says so where it could not be read, and leaves the rest of the page alone', async () => {
    db.failing = { resource: 'commentary', failure: '503' }
    renderApp(asPanel)
    expect(await screen.findByText('The comments could not be read')).toBeVisible()
    expect(await screen.findByText(/done with$/)).toBeVisible()
  })

  it('shows an officer no place to write beside what the panel sees, or in an earlier edition', async () => {
    db.role = 'service-lead'
    renderApp(asPanel.replace('edition=5', 'edition=4').replace('protected', 'exact'))
    const region = await commentsOf()
    expect((await region.findAllByText(/Sep 2025/))[0]).toBeVisible()
    expect(screen.queryByRole('button', { name: /Write a comment/ })).not.toBeInTheDocument()
  })
})

describe('a draft for the next edition', () => {
  it('is written, previewed, saved, changed and deleted in place', async () => {
    const { user, field } = await openDesk()
    expect(field).toHaveFocus()
    await user.type(field, words)
    await user.click(screen.getByRole('button', { name: 'Preview' }))
    expect(screen.getByText('two', { selector: 'strong' })).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Save the draft' }))
    expect(await screen.findByText('The draft on Oct 2025 is saved.')).toBeVisible()
    expect(screen.getByRole('heading', { name: 'Drafts for the next edition' })).toHaveFocus()
    expect(db.writings.drafts).toMatchObject([
      { text: words, release: 'officer', authorRole: 'Service lead', version: 1 },
    ])
    expect(localStorage).toHaveLength(0)

    await user.click(screen.getByRole('button', { name: /^Delete the draft on Oct 2025/ }))
    expect(screen.getByRole('button', { name: 'Keep it' })).toHaveFocus()
    await user.keyboard('{Enter}')
    expect(screen.getByRole('button', { name: /^Delete the draft/ })).toHaveFocus()
    await user.keyboard('{Enter}')
    await user.click(screen.getByRole('button', { name: /^Delete the draft on Oct 2025/ }))
    expect(await screen.findByText('The draft on Oct 2025 is deleted.')).toBeVisible()
    expect(db.writings.drafts).toEqual([])
  })

  it('names what is wrong by its field before anything is sent', async () => {
    const { user, field } = await openDesk()
    await user.click(screen.getByRole('button', { name: 'Save the draft' }))
    expect(field).toHaveFocus()
    expect(field).toBeInvalid()
    expect(field).toHaveAccessibleDescription(/Write a comment first/)
  })

  it('keeps words that could not be saved, and says so', async () => {
    const { user, field } = await openDesk()
    fireEvent.change(field, { target: { value: 'NHS number 943 476 5919' } })
    await user.click(screen.getByRole('button', { name: 'Save the draft' }))
    expect(await screen.findByRole('alert')).toHaveTextContent(/^Not saved\..*NHS number/)
    expect(field).toHaveValue('NHS number 943 476 5919')
    expect(JSON.stringify({ ...localStorage })).toContain('943 476')
  })

  it('gives two who wrote at once both texts to choose from', async () => {
    const { user, field } = await openDesk()
    await user.type(field, words)
    const { kpi, period } = { kpi: 'ot-waiting', period: '2025-10' }
    const first = {
      kpi,
      period,
      authorRole: 'Service lead',
      text: 'Other words.',
      release: 'officer' as const,
    }
    db.writings.drafts = [{ ...first, writtenAt: '2025-10-14T09:00:00Z', version: 3 }]
    await user.click(screen.getByRole('button', { name: 'Save the draft' }))
    const heading = await screen.findByRole('heading', { name: 'Not saved: the draft was changed meanwhile' })
    expect(heading).toHaveFocus()
    expect(screen.getByText('Other words.')).toBeVisible()
    expect(screen.getByText('two', { selector: 'strong' })).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Save mine in its place' }))
    await waitFor(() => expect(db.writings.drafts).toMatchObject([{ text: words, version: 4 }]))
  })

  it('asks again before small numbers of people are released, and takes other words or a second yes', async () => {
    const { user, field } = await openDesk()
    await user.type(field, 'Two residents still wait.')
    await user.click(screen.getByRole('radio', { name: /approved for publication/ }))
    await user.click(screen.getByRole('button', { name: 'Save the draft' }))
    const step = await screen.findByRole('alert')
    expect(step).toHaveFocus()
    expect(step).toHaveTextContent(/^Not saved yet: look at these words again.*“Two residents”/)
    expect(db.writings.drafts).toEqual([])
    await user.type(field, ' More')
    expect(screen.queryByRole('alert')).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Save the draft' }))
    await user.click(await screen.findByRole('button', { name: /^I have looked/ }))
    await waitFor(() =>
      expect(db.writings.drafts).toMatchObject([
        { text: 'Two residents still wait. More', release: 'public' },
      ]),
    )
  })

  it('is kept on this device until it is thrown away', async () => {
    const { user, field } = await openDesk()
    await user.type(field, 'Half a sentence')
    expect(JSON.stringify({ ...localStorage })).toContain('Half a sentence')
    expect(screen.getByText('Not saved yet; kept on this device meanwhile.')).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Throw the changes away' }))
    expect(localStorage).toHaveLength(0)
  })

  it('is in its form again when the page is opened anew, without taking the focus', async () => {
    keepDraft('commentary:Service lead:ot-waiting:2025-09', { text: words, release: 'public', read: null })
    db.role = 'service-lead'
    renderApp(asOfficer)
    const field = await screen.findByRole('textbox', { name: /^What the service says/ })
    expect(field).toHaveValue(words)
    expect(field).not.toHaveFocus()
    expect(screen.getByRole('combobox', { name: 'About' })).toHaveDisplayValue('Sep 2025')
    expect(screen.getByRole('radio', { name: /approved for publication/ })).toBeChecked()
  })

  it('is back on the page where it could not be deleted', async () => {
    db.role = 'service-lead'
    db.writings.drafts = [
      {
        kpi: 'ot-waiting',
        period: '2025-10',
        authorRole: 'Service lead',
        text: 'Saved words.',
        release: 'officer',
        writtenAt: '2025-10-14T09:00:00Z',
        version: 1,
      },
    ]
    mockServer.use(http.put('*/commentary', () => HttpResponse.error()))
    const { user } = renderApp(asOfficer)
    await user.click(await screen.findByRole('button', { name: /^Delete the draft/ }))
    await user.click(screen.getByRole('button', { name: /^Delete the draft/ }))
    expect(await screen.findByRole('alert')).toHaveTextContent(
      /^The draft was not deleted, and is here again\. The data service could not be reached/,
    )
    expect(screen.getByText('Saved words.')).toBeVisible()
  })
})
