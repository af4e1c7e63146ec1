export type Field = HTMLInputElement | HTMLSelectElement

/** React keeps what it knows of an element on it, under a name of its own. */
export const isTaken = (element: Element) => Object.keys(element).some((name) => name.startsWith('__react'))

export function isField(target: EventTarget | null): target is Field {
  return (
    (target instanceof HTMLSelectElement || target instanceof HTMLInputElement) &&
    target.closest('#root') !== null
  )
}

/** What names an element among those of its kind. */
const nameOf = (element: Element) => element.id || element.getAttribute('aria-label') || element.textContent

/**
 * The element, or what the app has put in its place: what it cannot take over as it was drawn it makes anew, the same.
 * On another page it is nobody's place any more.
 */
export function standIn<One extends HTMLElement>(element: One): () => One {
  const [name, { pathname }] = [nameOf(element), location]
  const alike = () =>
    [...document.querySelectorAll<One>(`#root ${element.localName}`)].filter((one) => nameOf(one) === name)
  const place = alike().indexOf(element)
  return () => (element.isConnected || location.pathname !== pathname ? element : (alike()[place] ?? element))
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

/** @returns does it again, and says whether it was answered */
export function pressedAgain(find: () => HTMLElement): () => boolean {
  const isOpened = !isOpen(find())
  return () => {
    const pressed = find()
    const folded = pressed.parentElement
    if (!(folded instanceof HTMLDetailsElement)) return isHeard('click', () => pressed.click())
    // the browser has opened it by itself, and only the app has not heard of it; what was made anew is opened once more
    if (isOpen(pressed) === isOpened) folded.dispatchEvent(new Event('toggle'))
    else folded.open = isOpened
    return true
  }
}

const isOpen = ({ parentElement }: Element) =>
  parentElement instanceof HTMLDetailsElement && parentElement.open

/**
 * As if it were filled in later: taken over, a field may hold what it was drawn with, and is looked at for a change.
 *
 * @returns fills it in as it is now, and says whether that was answered
 */
export function filledAgain(find: () => Field): () => boolean {
  const field = find()
  const { value } = field
  const isMark = field instanceof HTMLInputElement && /^(checkbox|radio)$/.test(field.type)
  const isMarked = isMark && field.checked
  if (!isMark) return () => isHeard('change', () => fill(find(), value))
  return () =>
    isHeard('click', () => {
      const mark = find()
      if (mark instanceof HTMLInputElement) mark.checked = !isMarked
      mark.click()
    })
}

/** Writes into a field as a reader does, past what the app keeps on the field itself to tell a change by. */
export function fill(field: Field, value: string): void {
  const setAsReaderDoes = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value')?.set
  if (field instanceof HTMLInputElement) field.value = ''
  setAsReaderDoes?.call(field, value)
  for (const name of ['input', 'change']) field.dispatchEvent(new Event(name, { bubbles: true }))
}
