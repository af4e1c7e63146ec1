import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { beforeEach, describe, expect, it } from 'vitest'
import { at } from '../../../mocks/respond.ts'
import { bringWordsAtPrint } from '../../../src/app/words-at-print.ts'
import { usePreferences } from '../../../src/stores/preferences.ts'
import { withMockApi } from '../../support/mock-api.ts'
import { renderApp } from '../../support/render-app.tsx'

const { mockServer } = withMockApi()
const definitions = '/definitions?edition=5&audience=protected'
const field = () => screen.findByRole('combobox', { name: /measure, milestone, action or page/ })
const ready = () => screen.findByRole('heading', { level: 1, name: 'What each measure counts' })

beforeEach(() => usePreferences.getState().chooseDefaults())

describe('Find', () => {
  it('opens by its button and by both of its keys', async () => {
    const { user } = renderApp(definitions)
    await ready()
    await user.click(screen.getByRole('button', { name: 'Find' }))
    expect(await field()).toHaveFocus()
    await user.click(screen.getByRole('button', { name: 'Close' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
    await user.keyboard('/')
    expect(await field()).toHaveValue('')
    await user.click(screen.getByRole('button', { name: 'Close' }))
    await user.keyboard('{Control>}k{/Control}')
    expect(await field()).toBeVisible()
  })

  it('goes to what was found, and keeps edition and audience', async () => {
    const { user, address } = renderApp('/definitions?edition=4&audience=protected')
    await ready()
    await user.keyboard('/')
    await user.type(await field(), 'dols backlog')
    const option = await screen.findByRole('option', {
      name: /DoLS applications not completed/,
      selected: true,
    })
    expect(await field()).toHaveAttribute('aria-activedescendant', option.id)
    await user.keyboard('{Enter}')
    await waitFor(() => expect(address()).toBe('/kpis/dols-backlog?edition=4&audience=protected'))
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
  })

  it('moves through what was found by the arrow keys, and says how many there are', async () => {
    const { user } = renderApp(definitions)
    await ready()
    await user.keyboard('/')
    await user.type(await field(), 'selfneglekt')
    expect(await screen.findByText(/Nothing is called/)).toHaveAttribute('aria-live', 'polite')
    await user.clear(await field())
    await user.type(await field(), 'self neglect')
    await screen.findByText(/^\d found$/)
    const options = within(screen.getByRole('listbox', { name: 'Found' })).getAllByRole('option')
    expect(screen.getByText(`${options.length} found`)).toBeInTheDocument()
    await user.keyboard('{ArrowDown}')
    expect(options[1]).toHaveAttribute('aria-selected', 'true')
    await user.keyboard('{ArrowUp}')
    expect(options[0]).toHaveAttribute('aria-selected', 'true')
  })

  it('offers the pages before anything is typed, and still when measures cannot be read', async () => {
    mockServer.use(http.get(at('/kpis'), () => HttpResponse.json({}, { status: 503 })))
    const { user } = renderApp('/accessibility?edition=5&audience=protected')
    await screen.findByRole('heading', { level: 1, name: /Who can use this dashboard/ })
    await user.keyboard('/')
    await field()
    expect(await screen.findByText(/could not all be read/)).toBeVisible()
    expect(screen.getByRole('option', { name: /Overview/ })).toBeVisible()
  })
})

describe('keys of one character', () => {
  it('are letters like any other where somebody types', async () => {
    const { user } = renderApp('/?edition=5&audience=protected')
    const filter = await screen.findByRole('searchbox')
    await user.type(filter, 'a/b?')
    expect(filter).toHaveValue('a/b?')
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
  })

  it('are left alone with other keys held, and can be switched off; Ctrl and K stay', async () => {
    const { user } = renderApp(definitions)
    await ready()
    fireEvent.keyDown(document.body, { key: '/', ctrlKey: true })
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
    usePreferences.getState().choose({ shortcuts: 'off' })
    await user.keyboard('/?')
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
    await user.keyboard('{Control>}k{/Control}')
    expect(await field()).toBeVisible()
  })

  it('open nothing over an open dialog', async () => {
    const { user } = renderApp(definitions)
    await ready()
    await user.keyboard('?')
    await screen.findByRole('dialog', { name: 'Words and keys' })
    await user.keyboard('/')
    expect(screen.getAllByRole('dialog')).toHaveLength(1)
  })
})

describe('the words of a page', () => {
  it('are those that it judges by, each with its sentence and the way to more', async () => {
    const { user, address } = renderApp('/kpis/ot-waiting?edition=5&audience=protected')
    await screen.findByRole('application')
    await user.keyboard('?')
    const dialog = await screen.findByRole('dialog', { name: 'Words and keys' })
    const words = within(within(dialog).getByRole('region', { name: 'Words on this page' }))
    expect(words.getByText('Usual range')).toBeVisible()
    expect(words.getByText(/Its ends are the upper and the lower limit/)).toBeVisible()
    expect(words.queryByText('Hit and miss')).not.toBeInTheDocument()
    await user.click(within(dialog).getByRole('button', { name: 'To the keys' }))
    expect(within(dialog).getByText('On every page').closest('[tabindex="-1"]')).toHaveFocus()
    await user.click(words.getByRole('link', { name: 'More on Usual range: how figures are made' }))
    await waitFor(() => expect(address()).toBe('/methods?edition=5&audience=protected#range'))
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
  })

  it('stand below what is printed, and are gone afterwards', async () => {
    const { user } = renderApp('/kpis/ot-waiting?edition=5&audience=protected')
    await screen.findByRole('application')
    bringWordsAtPrint()
    expect(screen.queryByRole('region', { name: 'Words used here' })).not.toBeInTheDocument()
    await user.keyboard('{Control}')
    await waitFor(() => {
      window.dispatchEvent(new Event('beforeprint'))
      expect(screen.getByRole('region', { name: 'Words used here' })).toHaveTextContent('Usual range')
    })
    window.dispatchEvent(new Event('afterprint'))
    expect(screen.queryByRole('region', { name: 'Words used here' })).not.toBeInTheDocument()
  })
})

describe('the list of keys', () => {
  it('names those that the page really has', async () => {
    const { user } = renderApp(definitions)
    await ready()
    await user.keyboard('?')
    const dialog = await screen.findByRole('dialog', { name: 'Words and keys' })
    expect(within(dialog).getByText('/ (slash)')).toBeVisible()
    expect(within(dialog).queryByText('On the chart')).not.toBeInTheDocument()
  })

  it('adds those of the chart where there is one', async () => {
    const { user } = renderApp('/kpis/ot-waiting?edition=5&audience=protected')
    await screen.findByRole('application')
    await user.click(screen.getByRole('button', { name: 'Words and keys' }))
    const dialog = await screen.findByRole('dialog', { name: 'Words and keys' })
    expect(within(dialog).getByText('On the chart')).toBeVisible()
  })
})

describe('settings', () => {
  it('take effect at once and stay out of the address', async () => {
    const { user, address } = renderApp(definitions)
    await ready()
    await user.click(screen.getByRole('button', { name: 'Settings' }))
    const dialog = await screen.findByRole('dialog', { name: 'Settings' })
    const size = within(dialog).getByRole('group', { name: 'Text size' })
    await user.click(within(size).getByRole('radio', { name: '125%' }))
    expect(usePreferences.getState().textSize).toBe('125')
    expect(address()).toBe(definitions)
    await user.click(within(dialog).getByRole('button', { name: 'Back to the settings at first' }))
    expect(within(size).getByRole('radio', { name: '100%' })).toBeChecked()
  })
})

describe('the accessibility statement', () => {
  it('has the parts that the regulations ask for, dated by its data', async () => {
    renderApp('/accessibility?edition=5&audience=protected')
    await screen.findByRole('heading', { level: 1, name: /Who can use this dashboard/ })
    expect(screen.getAllByRole('heading', { level: 2 }).map((heading) => heading.textContent)).toEqual([
      'How accessible this dashboard is',
      'Feedback and contact information',
      'Enforcement procedure',
      'Technical information about this dashboard’s accessibility',
      'Compliance status',
      'Content that is not accessible',
      'What we are doing to improve it',
      'Preparation of this accessibility statement',
    ])
    expect(screen.getByText(/Invented for the demonstration/)).toBeVisible()
    expect(screen.getByText(/prepared on 23 Nov 2026/)).toBeVisible()
  })

  it('invents no contact for figures that are real', async () => {
    mockServer.use(
      http.get(at('/organisation'), () =>
        HttpResponse.json({
          name: 'Elsewhere',
          service: 'Adult social care',
          illustrative: false,
          marking: 'OFFICIAL',
          timezone: 'Europe/London',
        }),
      ),
    )
    renderApp('/accessibility?edition=5&audience=protected')
    await screen.findByText(/visit Elsewhere council/)
    expect(screen.queryByText(/council\.example/)).not.toBeInTheDocument()
  })
})
