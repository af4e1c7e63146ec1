import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Pack } from '../../../src/domain/packs/pack.ts'
import { writePack } from '../../../src/domain/packs/pack-form.ts'
import { encodePack } from '../../../src/domain/packs/pack-text.ts'
import { usePackStore } from '../../../src/stores/pack.ts'
import { aPackItem } from '../../support/a-pack.ts'
import { withMockApi } from '../../support/mock-api.ts'
import { renderApp } from '../../support/render-app.tsx'

const { db } = withMockApi()
beforeEach(() => {
  localStorage.clear()
  usePackStore.setState({ form: null, edition: null, before: null })
})

const pack: Pack = {
  name: 'Scrutiny panel, 14 October',
  items: [
    aPackItem({ group: 'Item 5', line: 'What replaces it?', ref: { kind: 'risks', kpi: null } }),
    aPackItem({ group: 'Item 5', ref: { kind: 'milestones', kpi: null } }),
    aPackItem({ group: 'Item 6', ref: { kind: 'data-quality', kpi: null } }),
  ],
}
const linked = (one: Pack, edition = 5) =>
  `/pack?edition=${edition}&audience=protected&items=${encodePack(one)}`
const keep = (one: Pack, edition = 5) => usePackStore.getState().keep({ form: writePack(one), edition })
const articles = () => screen.findAllByRole('article')

describe('a pack of one’s own', () => {
  it('says how to begin while it is empty', async () => {
    renderApp('/pack')
    expect(await screen.findByRole('heading', { level: 1, name: 'Your pack is empty' })).toBeVisible()
    expect(screen.getByRole('link', { name: 'Begin at the overview' })).toBeVisible()
  })

  it('stands in the address, and follows each change of order, which is said', async () => {
    keep(pack)
    const { user, address } = renderApp('/pack?edition=5&audience=protected')
    const [first] = await screen.findAllByRole('button', { name: /^Move down ?: .*risk/i })
    expect(address()).toContain(encodePack(pack))
    if (first) await user.click(first)
    expect(await screen.findByText('Now 2 of 3, under Item 5')).toBeVisible()
    await waitFor(() => expect(address()).not.toContain(encodePack(pack)))
    expect(document.activeElement).toHaveAccessibleName(/^Move down ?: .*risk/i)
  })

  it('loses a chart and gets it back', async () => {
    keep(pack)
    const { user } = renderApp('/pack?edition=5&audience=protected')
    expect(await articles()).toHaveLength(3)
    const [remove] = await screen.findAllByRole('button', { name: /^Remove/ })
    if (remove) await user.click(remove)
    expect(await articles()).toHaveLength(2)
    expect(screen.getByRole('button', { name: 'Undo' })).toHaveFocus()
    await user.click(screen.getByRole('button', { name: 'Undo' }))
    expect(await articles()).toHaveLength(3)
  })

  it('takes back the change that it names, and no other', async () => {
    keep(pack)
    const { user } = renderApp('/pack?edition=5&audience=protected')
    const [remove] = await screen.findAllByRole('button', { name: /^Remove/ })
    if (remove) await user.click(remove)
    expect(await screen.findByText(/^Removed: /)).toBeVisible()
    const [line] = await screen.findAllByLabelText(/^Your line/)
    if (!line) throw new Error('each chart has a field for its line')
    await user.type(line, 'Ask about this.{Enter}')
    expect(line).toHaveFocus()
    expect(await screen.findByText(/^Line written: /)).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Undo' }))
    expect(line).toHaveValue('')
    expect(await articles()).toHaveLength(2)
  })

  it('keeps the focus in an agenda item that is renamed, and says where two become one', async () => {
    keep(pack)
    const { user } = renderApp('/pack?edition=5&audience=protected')
    const [name] = await screen.findAllByLabelText(/^Agenda item/)
    if (!name) throw new Error('each agenda item has a field for its name')
    await user.clear(name)
    await user.type(name, 'Item 4{Enter}')
    expect(name).toHaveFocus()
    expect(await screen.findByText('The agenda item is called: Item 4')).toBeVisible()
    await user.clear(name)
    await user.type(name, 'Item 6{Enter}')
    expect(await screen.findByText(/^These charts now stand under: Item 6/)).toBeVisible()
  })

  it('offers the last chart back where the focus then is', async () => {
    keep({ ...pack, items: pack.items.slice(0, 1) })
    const { user } = renderApp('/pack?edition=5&audience=protected')
    await user.click(await screen.findByRole('button', { name: /^Remove/ }))
    expect(await screen.findByRole('button', { name: 'Undo' })).toHaveFocus()
  })

  it('takes words when the field is left, and none that name a patient', async () => {
    keep(pack)
    const { user } = renderApp('/pack?edition=5&audience=protected')
    const [line] = await screen.findAllByLabelText(/^Your line/)
    if (!line) throw new Error('each chart has a field for its line')
    await user.clear(line)
    await user.type(line, 'NHS 9434765919')
    await user.tab()
    expect(await screen.findByRole('alert')).toHaveTextContent('This holds an NHS number')
    expect(JSON.stringify(usePackStore.getState().form)).not.toContain('9434765919')
  })

  it('says which edition it was put together from, and renews only when asked', async () => {
    keep(pack, 3)
    const { user } = renderApp('/pack?edition=5&audience=protected')
    expect(await screen.findByText(/put this pack together from edition 3/)).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Show what changes' }))
    const table = await screen.findByRole('table', { name: 'What changes from edition 3 to edition 5' })
    expect(await within(table).findByText(/16 of 38 milestones are complete/)).toBeVisible()
    expect(usePackStore.getState().edition).toBe(3)
    await user.click(screen.getByRole('button', { name: 'Renew for edition 5' }))
    expect(usePackStore.getState().edition).toBe(5)
  })
})

describe('a ready-made pack', () => {
  it('is offered where a pack is empty, with what it holds, and is taken over to be changed', async () => {
    const { user } = renderApp('/pack?edition=5&audience=protected')
    const offered = await screen.findByRole('region', { name: 'Ready-made packs' })
    expect(
      (await within(offered).findAllByRole('heading', { level: 3 })).map(({ textContent }) => textContent),
    ).toEqual(['Monthly review', 'Scrutiny panel', 'Cabinet briefing'])
    expect(within(offered).getByText(/^What .*HASSP.* asked for, and what came of it/)).toBeVisible()
    await user.click(within(offered).getByRole('link', { name: 'Open: Monthly review' }))
    expect(await screen.findByRole('heading', { level: 1, name: 'Monthly review' })).toBeVisible()
    expect(await screen.findAllByText(/^In this pack because /)).not.toEqual([])
    await user.click(screen.getByRole('button', { name: 'Make it mine' }))
    expect(await screen.findAllByRole('button', { name: /^Remove/ })).not.toEqual([])
  })

  it('of a panel is shown as the panel sees it, whatever the address says', async () => {
    db.role = 'analyst'
    const { address } = renderApp('/pack?edition=5&audience=exact&ready=panel')
    expect(await screen.findByText(/as the panel and the public see them/)).toBeVisible()
    expect(address()).toContain('audience=protected')
  })

  it('is offered by the page of presentations, to start at once', async () => {
    renderApp('/present?edition=5&audience=protected')
    expect(await screen.findByRole('link', { name: 'Present: Scrutiny panel' })).toHaveAttribute(
      'href',
      expect.stringMatching(/^\/present\?edition=5&audience=protected&items=/),
    )
  })
})

describe('the pack of a link', () => {
  it('is shown as it was made, and leaves one’s own alone until asked', async () => {
    keep({ name: 'Mine', items: [aPackItem({ ref: { kind: 'signals', kpi: null } })] })
    const { user } = renderApp(linked(pack))
    expect(await screen.findByRole('heading', { level: 1, name: pack.name })).toBeVisible()
    expect(await screen.findByText('What replaces it?')).toBeVisible()
    expect(screen.queryByRole('button', { name: /^Remove/ })).toBeNull()
    expect(JSON.stringify(usePackStore.getState().form)).toContain('Mine')
    await user.click(screen.getByRole('button', { name: 'Add it to my pack' }))
    expect(await screen.findByRole('heading', { level: 1, name: 'Mine' })).toBeVisible()
    expect(await articles()).toHaveLength(4)
  })

  it('shows the rest where one chart cannot be shown', async () => {
    const broken = { ...pack, items: [aPackItem({ ref: { kpi: 'no-such-measure' } }), ...pack.items] }
    renderApp(linked(broken))
    expect(
      await screen.findByRole('heading', { name: 'The trend of “no-such-measure” cannot be shown' }),
    ).toBeVisible()
    const contents = screen.getByRole('navigation', { name: 'Contents', hidden: true })
    expect(contents).toHaveTextContent(
      'cannot be shown: This edition holds no measure “no-such-measure” for this audience.',
    )
    expect(await screen.findByRole('heading', { level: 3, name: /milestones are complete/ })).toBeVisible()
  })

  it('says so where nothing can be read', async () => {
    renderApp('/pack?items=1nonsense')
    expect(
      await screen.findByRole('heading', { level: 1, name: 'This link holds no pack that can be read' }),
    ).toBeVisible()
  })

  it('says so where the service holds no such pack', async () => {
    renderApp('/pack?pack=0000000000000000')
    expect(await screen.findByText(/There is no pack/)).toBeVisible()
  })

  it('shows no words that name a patient', async () => {
    renderApp(linked({ ...pack, name: 'About 943 476 5919' }))
    expect(await screen.findByText(/words that held an NHS number/)).toBeVisible()
    expect(screen.queryByText(/943 476 5919/)).toBeNull()
  })
})
