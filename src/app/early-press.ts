/** Said by the app once its page answers. */
export const pageAnswers = 'page-answers'

type Field = HTMLInputElement | HTMLSelectElement

/**
 * Keeps what was last pressed, chosen or written in a drawn page while nobody answers yet, and does it again once the
 * page does: a reader who is quicker than the app waits a moment, and need not do it twice.
 */
export function keepEarlyPress(): void {
  let again: (() => void) | null = null
  // before the app hears of it: what it cannot answer yet it lets nobody else hear
  const note = ({ target }: Event) => {
    const element = target instanceof Element ? target : null
    const pressed = element?.closest<HTMLElement>('#root button, #root summary')
    if (pressed) again = () => pressAgain(pressed)
    else if (element?.closest('a')) again = null
  }
  const noteField = ({ target }: Event) => {
    if (isField(target)) again = fillingAgain(target)
  }
  // what comes up as far as here, and is the app's by now, was answered on its way
  const forget = ({ target }: Event) => {
    if (target instanceof Element && isTaken(target)) again = null
  }
  const heard = [
    ['click', note, true],
    ['input', noteField, true],
    ['change', noteField, true],
    ['click', forget, false],
    ['input', forget, false],
    ['change', forget, false],
  ] as const
  for (const [name, hear, isFirst] of heard) window.addEventListener(name, hear, isFirst)
  const repeat = () => {
    for (const [name, hear, isFirst] of heard) window.removeEventListener(name, hear, isFirst)
    again?.()
  }
  document.addEventListener(pageAnswers, repeat, { once: true })
}

/** React keeps what it knows of an element on it, under a name of its own. */
const isTaken = (element: Element) => Object.keys(element).some((name) => name.startsWith('__react'))

function isField(target: EventTarget | null): target is Field {
  return (
    (target instanceof HTMLSelectElement || target instanceof HTMLInputElement) &&
    target.closest('#root') !== null
  )
}

function pressAgain(pressed: HTMLElement): void {
  // the browser has opened it by itself, and only the app has not heard of it
  if (pressed instanceof HTMLButtonElement) pressed.click()
  else pressed.parentElement?.dispatchEvent(new Event('toggle'))
}

/** As if it were filled in later: taken over, a field may hold what it was drawn with, and is looked at for a change. */
function fillingAgain(field: Field): () => void {
  const { value } = field
  const isMark = field instanceof HTMLInputElement && /^(checkbox|radio)$/.test(field.type)
  const isMarked = isMark && field.checked
  return () => {
    if (isMark) {
      field.checked = !isMarked
      field.click()
      return
    }
    // past what the app keeps on the field itself to tell a change by
    const setAsReaderDoes = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value')?.set
    if (field instanceof HTMLInputElement) field.value = ''
    setAsReaderDoes?.call(field, value)
    for (const name of ['input', 'change']) field.dispatchEvent(new Event(name, { bubbles: true }))
  }
}
