export type Field = HTMLInputElement | HTMLSelectElement

/** React keeps what it knows of an element on it, under a name of its own. */
export const isTaken = (element: Element) => Object.keys(element).some((name) => name.startsWith('__react'))

export function isField(target: EventTarget | null): target is Field {
  return (
    (target instanceof HTMLSelectElement || target instanceof HTMLInputElement) &&
    target.closest('#root') !== null
  )
}

/** Whether an event came up to the window: what the app cannot answer yet it stops on its way. */
export function isHeard(type: string, happen: () => void): boolean {
  let hasComeUp = false
  const hear = () => {
    hasComeUp = true
  }
  window.addEventListener(type, hear)
  happen()
  window.removeEventListener(type, hear)
  return hasComeUp
}

/** @returns whether it was answered */
export function pressedAgain(pressed: HTMLElement): boolean {
  if (pressed instanceof HTMLButtonElement) return isHeard('click', () => pressed.click())
  // the browser has opened it by itself, and only the app has not heard of it
  pressed.parentElement?.dispatchEvent(new Event('toggle'))
  return true
}

/**
 * As if it were filled in later: taken over, a field may hold what it was drawn with, and is looked at for a change.
 *
 * @returns fills it in as it is now, and says whether that was answered
 */
export function filledAgain(field: Field): () => boolean {
  const { value } = field
  const isMark = field instanceof HTMLInputElement && /^(checkbox|radio)$/.test(field.type)
  const isMarked = isMark && field.checked
  if (!isMark) return () => isHeard('change', () => fill(field, value))
  return () =>
    isHeard('click', () => {
      field.checked = !isMarked
      field.click()
    })
}

/** Writes into a field as a reader does, past what the app keeps on the field itself to tell a change by. */
export function fill(field: Field, value: string): void {
  const setAsReaderDoes = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value')?.set
  if (field instanceof HTMLInputElement) field.value = ''
  setAsReaderDoes?.call(field, value)
  for (const name of ['input', 'change']) field.dispatchEvent(new Event(name, { bubbles: true }))
}
