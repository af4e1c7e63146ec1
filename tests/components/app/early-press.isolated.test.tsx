import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import { type ComponentType, lazy, memo, Suspense, useState } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { beforeEach, describe, expect, it } from 'vitest'
import { Answers } from '../../../src/app/Answers.tsx'
import { keepEarlyPress } from '../../../src/app/early/early-press.ts'
import { useShortcuts } from '../../../src/app/use-shortcuts.ts'

/** In the order in which they were answered. */
let answered: string[] = []

function Part() {
  return (
    <>
      <button type="button" onClick={() => answered.push('part')}>
        Part
      </button>
      <Answers />
    </>
  )
}

/** By itself, as the bars of the page are: drawn again with what is around it, React would give up what stands. */
const PutOff = memo(function PutOff({ Later }: { Later: ComponentType }) {
  return (
    <Suspense>
      <Later />
    </Suspense>
  )
})

/** A page with a list to choose from, a way to another, a part that may come later, and the key of Find. */
function Whole({ Later }: { Later: ComponentType }) {
  const [finds, setFinds] = useState(false)
  const [chosen, setChosen] = useState('all')
  useShortcuts({ onFind: () => setFinds(true), onHelp: () => answered.push('help') })
  return (
    <>
      <button type="button" onClick={() => answered.push(`page of ${chosen}`)}>
        Page
      </button>
      <select
        aria-label="Theme"
        value={chosen}
        onChange={({ target }) => {
          answered.push(target.value)
          setChosen(target.value)
        }}
      >
        <option>all</option>
        <option>safeguarding</option>
        <option>waiting</option>
      </select>
      <a href="#plan">Plan</a>
      <PutOff Later={Later} />
      {finds && (
        <dialog open>
          <input
            aria-label="Find"
            ref={(field) => field?.focus()}
            onChange={(event) => answered.push(event.target.value)}
          />
        </dialog>
      )}
      <Answers />
    </>
  )
}

/** The page as it was sent, and what lets its app and its part come. */
function arrive() {
  const root = document.createElement('div')
  root.id = 'root'
  root.innerHTML = renderToString(<Whole Later={Part} />)
  document.body.replaceChildren(root)
  let bringPart = () => {}
  const Later = lazy(
    () =>
      new Promise<{ default: ComponentType }>((resolve) => {
        bringPart = () => resolve({ default: Part })
      }),
  )
  return {
    bringApp: () => act(async () => void hydrateRoot(root, <Whole Later={Later} />)),
    bringPart: () => act(async () => bringPart()),
  }
}

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))
/** long enough for whatever was to be done a second time */
const aWhile = () => act(() => new Promise((done) => setTimeout(done, 400)))

beforeEach(() => {
  answered = []
})

describe('what is done to a page before its app has come', () => {
  it('is done once, in its order, when the page answers, with what was typed for Find; in a part that comes later, then', async () => {
    keepEarlyPress(true)
    const { bringApp, bringPart } = arrive()
    // a page that is left has nothing more done to it
    press('Page')
    fireEvent.click(screen.getByRole('link', { name: 'Plan' }))
    press('Part')
    // of a field, what is chosen in the end
    for (const value of ['safeguarding', 'waiting'])
      fireEvent.change(screen.getByRole('combobox', { name: 'Theme' }), { target: { value } })
    press('Page')
    for (const key of ['/', 'o', 'x', 'Backspace', 't']) fireEvent.keyDown(document.body, { key })
    await bringApp()
    await waitFor(() => expect(answered).toEqual(['waiting', 'page of waiting', 'ot']))
    expect(screen.getByRole('textbox', { name: 'Find' })).toHaveFocus()
    press('Part')
    await aWhile()
    expect(answered).toEqual(['waiting', 'page of waiting', 'ot'])
    await bringPart()
    await waitFor(() => expect(answered.slice(3)).toEqual(['part', 'part']))
    await aWhile()
    expect(answered.slice(3)).toEqual(['part', 'part'])
    press('Page')
    await aWhile()
    expect(answered.slice(5)).toEqual(['page of waiting'])
  })
})
