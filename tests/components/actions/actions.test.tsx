import { screen, waitFor, within } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { afterEach, describe, expect, it } from 'vitest'
import { at } from '../../../mocks/respond.ts'
import { changeAction } from '../../../src/domain/actions/change-action.ts'
import { withMockApi } from '../../support/mock-api.ts'
import { renderApp } from '../../support/render-app.tsx'

const { db, mockServer } = withMockApi()
const panel = '/actions?edition=5&audience=protected'
const officers = '/actions?edition=5&audience=exact'

afterEach(() => localStorage.clear())

const heading = (name: RegExp) => screen.findByRole('heading', { level: 1, name })
const rowOf = (name: RegExp) => screen.findByRole('row', { name })
const form = () => screen.findByRole('dialog', undefined)

/** Another service lead changes an action while the form is open. */
function changeMeanwhile(id: string, edit: Parameters<typeof changeAction>[1]) {
  const { actions } = db.writings
  const place = actions.findIndex((action) => action.id === id)
  const before = actions[place]
  if (!before) throw new Error(`the demonstration has no action ${id}`)
  const author = { role: 'director', name: 'Director', at: '2025-10-06T10:00:00Z', day: '2025-10-06' }
  const outcome = changeAction(before, edit, author)
  if (outcome.kind !== 'changed') throw new Error(`${id} was not changed`)
  actions[place] = outcome.action
}

describe('the page of actions', () => {
  it('opens on the log as it was when the edition was published', async () => {
    db.role = 'service-lead'
    renderApp(officers)
    expect(await heading(/^33 of 60 actions are still to be settled: two are overdue$/)).toBeVisible()
    expect(screen.getByText(/The log as it was when edition 5 was published/)).toBeVisible()
    expect(screen.queryByRole('button', { name: /^Update/ })).toBeNull()
  })

  it('sets the measure before and after beside what was asked for', async () => {
    db.role = 'service-lead'
    renderApp(officers)
    const row = await rowOf(/Give every team its list of missing fields/)
    expect(row).toHaveTextContent('Closed 11 Jul 2025')
    await waitFor(() => expect(row).toHaveTextContent(/Typical quarter|Typical month|Too early to compare/))
  })

  it('shows the panel what was released, without forms or officers’ words', async () => {
    renderApp(`${panel}&new=ot-waiting`)
    expect(await heading(/of 25 actions are still to be settled/)).toBeVisible()
    expect(await screen.findByText(/Actions are recorded by officers who are signed in/)).toBeVisible()
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(screen.queryByText('Published to the panel')).toBeNull()
  })

  it('tells the panel of no day after the edition’s, and opens no other log to it', async () => {
    renderApp(`${panel}&log=live`)
    expect(await screen.findByText(/^What was released with the newest edition/, undefined)).toBeVisible()
    expect(screen.getByRole('button', { name: 'See it as of edition 5' })).toBeVisible()
  })

  it('offers the panel only the log of the edition', async () => {
    renderApp(panel)
    await heading(/of 25 actions are still to be settled/)
    expect(screen.queryByRole('button', { name: /today/ })).toBeNull()
  })

  it('keeps its filters in the address, and says when they leave nothing', async () => {
    const { user, address } = renderApp(panel)
    await user.selectOptions(await screen.findByLabelText('Board', undefined), 'Cabinet')
    await waitFor(() => expect(address()).toContain('board=Cabinet'))
    expect(await screen.findByText('6 of 25 actions shown')).toBeVisible()
    await user.click(screen.getByRole('link', { name: /Overdue/ }))
    expect(await screen.findByText('No action matches')).toBeVisible()
  })

  it('says where an action is that the edition does not have', async () => {
    renderApp(`${panel}&action=A99`)
    expect(await screen.findByText('There is no action A99 in edition 5.', undefined)).toBeVisible()
  })

  it('counts recent changes that no action covers', async () => {
    db.role = 'service-lead'
    renderApp(officers)
    expect(
      await screen.findByText(/measures with a recent change that is no improvement/, undefined),
    ).toBeVisible()
  })
})

describe('writing in the log of today', () => {
  it('names every fault by its field, and keeps the draft on this device', async () => {
    db.role = 'service-lead'
    const { user } = renderApp(`${officers}&new=ot-waiting`)
    const dialog = within(await form())
    expect(dialog.getByLabelText('Measure or milestone')).toHaveValue('ot-waiting')
    await user.type(dialog.getByLabelText('What is asked for'), 'Ask again')
    expect(dialog.getByText('Draft kept on this device until it is saved.')).toBeVisible()
    await user.click(dialog.getByRole('button', { name: 'Record the action' }))
    expect(await dialog.findByRole('alert')).toHaveFocus()
    expect(dialog.getByLabelText('Owner')).toHaveAccessibleDescription(/Name the role that owns it/)
    expect(localStorage.getItem('draft:action:new')).toContain('Ask again')
  })

  it('takes the next step at one press, and puts it back where it was not saved', async () => {
    db.role = 'service-lead'
    mockServer.use(http.patch(at('/actions/:id'), () => HttpResponse.error()))
    const { user } = renderApp(`${officers}&log=live&kpi=reviews-overdue`)
    await user.click(await screen.findByRole('button', { name: /^Report as done/ }))
    expect(await screen.findByText(/Action A38 was not changed, and is shown as it was/)).toBeVisible()
    expect(await screen.findByRole('button', { name: /^Report as done/ })).toBeVisible()
  })

  it('shows both versions of a field that two people changed, and saves what is chosen', async () => {
    db.role = 'service-lead'
    const { user } = renderApp(`${officers}&change=A38&kpi=reviews-overdue`)
    const dialog = within(await form())
    await user.clear(dialog.getByLabelText('Owner'))
    await user.type(dialog.getByLabelText('Owner'), 'OT Lead')
    changeMeanwhile('A38', { ownerRole: 'Carers Lead', board: 'Cabinet' })
    await user.click(dialog.getByRole('button', { name: 'Save the changes' }))
    const choice = within(await dialog.findByRole('group', { name: 'Owner' }))
    expect(choice.getByLabelText(/Theirs/)).not.toBeChecked()
    await user.click(choice.getByLabelText(/Yours/))
    await user.click(dialog.getByRole('button', { name: 'Save what is chosen' }))
    expect(await screen.findByText('Action A38 is saved.', undefined)).toBeVisible()
    expect(db.writings.actions.find(({ id }) => id === 'A38')).toMatchObject({
      ownerRole: 'OT Lead',
      board: 'Cabinet',
    })
    expect(localStorage.getItem('draft:action:A38')).toBeNull()
  })

  it('says what will be public and from when, and afterwards that it is not yet', async () => {
    db.role = 'service-lead'
    const { user } = renderApp(`${officers}&change=A38&kpi=reviews-overdue`)
    const dialog = within(await form())
    expect(dialog.getByText('Not public.')).toBeVisible()
    await user.selectOptions(dialog.getByLabelText('Who may see it'), 'public')
    const said = await dialog.findByText(/^Will be public from edition 6 on/)
    expect(said).toHaveTextContent(/Not public: notes, .+ Until then only officers read it/)
    await user.click(dialog.getByRole('button', { name: 'Save the changes' }))
    // the log is read anew after it is saved
    await waitFor(async () =>
      expect(await rowOf(/Write to people whose review/)).toHaveTextContent('Not public yet: with edition 6'),
    )
  })

  it('asks again before small numbers of people are released', async () => {
    db.role = 'service-lead'
    const { user } = renderApp(`${officers}&change=A38&kpi=reviews-overdue`)
    const dialog = within(await form())
    await user.selectOptions(dialog.getByLabelText('Who may see it'), 'public')
    await user.type(dialog.getByLabelText('What is asked for'), ' Ask 3 people.')
    await user.click(dialog.getByRole('button', { name: 'Save the changes' }))
    const step = await dialog.findByRole('alert')
    expect(step).toHaveFocus()
    expect(step).toHaveTextContent(/“3 people”/)
    await user.click(within(step).getByRole('button', { name: /^I have looked/ }))
    expect(await screen.findByText('Action A38 is saved.', undefined)).toBeVisible()
    expect(db.writings.actions.find(({ id }) => id === 'A38')).toMatchObject({ release: 'public' })
  })

  it('offers an author of briefings nothing to write', async () => {
    db.role = 'cabinet-author'
    renderApp(officers.replace('exact', 'protected'))
    expect(await heading(/actions/)).toBeVisible()
    expect(screen.queryByRole('button', { name: /^Update/ })).toBeNull()
    expect(screen.queryByRole('button', { name: 'Record an action' })).toBeNull()
  })
})
