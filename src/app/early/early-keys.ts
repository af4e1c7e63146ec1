import { keyTarget } from '../../ui/chart-pointer.ts'
import { isSingle, isTyping, toolOfKey } from '../shortcut-keys.ts'
import type { EarlyDeeds } from './deeds.ts'
import { fill, isHeard, isTaken, standIn } from './done-again.ts'

/** So many letters are kept for Find: more are no name of anything. */
const mostLetters = 80

/** So long after its key was answered Find may take to show its field, in milliseconds; then letters are nobody's. */
const patience = 5000

/**
 * Keeps the keys of the app while it does not answer: those that open something on every page, what is typed into Find
 * before its field is there, and those of a chart that has the focus. They are the app's own lists of keys.
 */
export function keepEarlyKeys(
  { keep, drop, isAnswered, isRepeated }: EarlyDeeds,
  hasSingleKeys: boolean,
): void {
  // what is typed for Find, once its key was pressed and until its field is there; null while nobody waits for it
  let letters: string | null = null
  const hear = (event: KeyboardEvent) => {
    const { target } = event
    if (isRepeated() || event.defaultPrevented || !(target instanceof Element)) return
    const plot = target.closest<HTMLElement>('[role=application]')
    if (plot && keyTarget(event.key, 0, 0) !== undefined) keepForChart(plot, event)
    else if (letters !== null && writes(event)) event.preventDefault()
    else if (!isAnswered()) keepForPage(event)
  }
  const keepForChart = (plot: HTMLElement, event: KeyboardEvent) => {
    if (isAnswered() && isTaken(plot)) return
    event.preventDefault()
    const to = standIn(plot)
    keep({ to, again: () => isHeard('keydown', () => to().dispatchEvent(copyOf(event))) })
  }
  const keepForPage = (event: KeyboardEvent) => {
    const tool = toolOfKey(event, hasSingleKeys)
    if (!tool) return
    event.preventDefault()
    letters = tool === 'find' ? '' : null
    // pressed twice it is still opened once
    drop(({ to }) => to === null)
    keep({
      to: null,
      again: () => {
        document.body.dispatchEvent(copyOf(event))
        setTimeout(() => {
          letters = null
        }, patience)
        return true
      },
    })
  }
  /** whether a key was one of those that are typed for Find */
  const writes = (event: KeyboardEvent): boolean => {
    if (letters === null || !isSingle(event) || isTyping(event.target)) return false
    if (event.key === 'Escape') {
      letters = null
      drop(({ to }) => to === null)
    } else if (event.key === 'Backspace') letters = letters.slice(0, -1)
    else if (event.key.length === 1) letters = (letters + event.key).slice(0, mostLetters)
    else return false
    return true
  }
  const pass = ({ target }: Event) => {
    if (letters === null || !(target instanceof HTMLInputElement) || !target.closest('dialog')) return
    const typed = letters
    letters = null
    // what was typed since stands in it; once the dialog is there, so that it hears of the change
    if (typed) setTimeout(() => fill(target, typed + target.value))
  }
  document.addEventListener('keydown', hear, true)
  document.addEventListener('focusin', pass)
}

/** The same key, cancelable as the browser's own, so that its answer can be told. */
function copyOf({ key, code, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): KeyboardEvent {
  const pressed = { key, code, ctrlKey, metaKey, altKey, shiftKey }
  return new KeyboardEvent('keydown', { ...pressed, bubbles: true, cancelable: true })
}
