import { type Deed, type EarlyDeeds, partAnswers } from './deeds.ts'
import { filledAgain, isField, isTaken, pressedAgain, standIn } from './done-again.ts'
import { keepEarlyKeys } from './early-keys.ts'

/** What waits for a part is looked at again after so long, in milliseconds. */
const lookAgain = 100
/** So long after the page has answered, in milliseconds, parts of it may still be taken over. */
const takingOver = 10_000

/**
 * Keeps what is pressed, chosen or written in a drawn page while nobody answers yet, and does it again, in its order, as
 * soon as the part that it was done to answers: a reader who is quicker than the app waits a moment, and need not do it
 * twice. What the app has put off it has not taken yet, and a press there goes on waiting.
 */
export function keepEarlyPress(hasSingleKeys: boolean): void {
  let kept: Deed[] = []
  let isAnswered = false
  let isTakenOver = false
  let isRepeated = false
  const drop: EarlyDeeds['drop'] = (isDropped) => {
    kept = kept.filter((deed) => !isDropped(deed))
  }
  keepEarlyKeys(
    {
      keep: (deed) => kept.push(deed),
      drop,
      isAnswered: () => isAnswered,
      isRepeated: () => isRepeated,
    },
    hasSingleKeys,
  )

  const noted = new WeakMap<Event, Deed>()
  const keep = (event: Event, deed: Deed) => {
    noted.set(event, deed)
    kept.push(deed)
  }
  /**
   * What is done again here, and what has an answer already, is nothing to keep. That the app knows an element does not
   * say that it answers there yet: while parts are taken over, what comes up to the window again has been answered.
   */
  const isOpen = (event: Event): event is Event & { target: Element } =>
    !isRepeated && event.target instanceof Element && !(isTakenOver && isTaken(event.target))
  // before the app hears of it: what it cannot answer yet it lets nobody else hear
  const note = (event: Event) => {
    if (!isOpen(event)) return
    const pressed = event.target.closest<HTMLElement>('#root button, #root summary')
    if (pressed) {
      const to = standIn(pressed)
      keep(event, { to, again: pressedAgain(to) })
    }
    // it leads to another page, and nothing is done to the one that is left
    else if (event.target.closest('a')) kept = []
  }
  const noteField = (event: Event) => {
    const { target } = event
    if (!isOpen(event) || !isField(target)) return
    // of a field, what it holds in the end
    drop(({ to }) => to?.() === target)
    const to = standIn(target)
    keep(event, { to, again: filledAgain(to) })
  }
  // what comes up as far as here, and is the app's by now, was answered on its way
  const forget = (event: Event) => {
    if (event.target instanceof Element && isTaken(event.target)) drop((deed) => deed === noted.get(event))
  }
  window.addEventListener('click', note, true)
  window.addEventListener('click', forget)
  for (const name of ['input', 'change']) {
    window.addEventListener(name, noteField, true)
    window.addEventListener(name, forget)
  }

  const isDoneAgain = ({ again }: Deed) => {
    isRepeated = true
    const isDone = again()
    isRepeated = false
    return isDone
  }
  let isDoing = false
  const doAgain = async () => {
    const isFirst = !isAnswered
    isAnswered = true
    if (isFirst) {
      setTimeout(() => {
        isTakenOver = true
      }, takingOver)
    }
    if (isDoing) return
    isDoing = true
    // what the app does on having drawn, such as listening for keys, comes after it has said so
    await quiet()
    if (isFirst) reachAgain()
    for (let next = answerable(kept); next && isDoneAgain(next); next = answerable(kept)) {
      const done = next
      drop((deed) => deed === done)
      await quiet()
    }
    isDoing = false
    // not every part says that it answers
    if (!isTakenOver && kept.length > 0) setTimeout(doAgain, lookAgain)
  }
  document.addEventListener(partAnswers, () => void doAgain())
}

/** The first that a part answers which is the app's by now. */
const answerable = (kept: readonly Deed[]) => kept.find(({ to }) => to === null || isTaken(to()))

/** Says once more where the focus and the pointer are: they came there before anybody was told. */
function reachAgain(): void {
  const { activeElement } = document
  if (activeElement !== document.body)
    activeElement?.dispatchEvent(new FocusEvent('focusin', { bubbles: true }))
  document
    .querySelector('#root [role=application]:hover')
    ?.dispatchEvent(new PointerEvent('pointerover', { bubbles: true }))
}

/** Once the browser has nothing else to do: the app has drawn what came of the deed before. */
function quiet(): Promise<void> {
  return new Promise((done) => {
    if ('requestIdleCallback' in window) requestIdleCallback(() => done(), { timeout: 500 })
    else setTimeout(done, 100)
  })
}
