/** Said by the app once its page answers. */
export const pageAnswers = 'page-answers'

/**
 * Keeps the last press of a button that stands in a drawn page and that nobody answers yet, and presses it again once
 * the page does: a reader who is quicker than the app waits a moment, and need not press twice.
 */
export function keepEarlyPress(): void {
  let pressed: HTMLButtonElement | null = null
  const note = ({ target }: Event) => {
    const button = target instanceof Element ? target.closest<HTMLButtonElement>('#root button') : null
    // what comes up as far as here and is React's by now was answered on its way
    pressed = button && !isTaken(button) ? button : null
  }
  window.addEventListener('click', note)
  document.addEventListener(
    pageAnswers,
    () => {
      window.removeEventListener('click', note)
      if (pressed) asItStands(pressed)?.click()
    },
    { once: true },
  )
}

/** React keeps what it knows of an element on it, under a name of its own. */
const isTaken = (element: Element) => Object.keys(element).some((name) => name.startsWith('__react'))

/** The button itself, or the one that was drawn in its place for the width of this window. */
function asItStands(button: HTMLButtonElement): HTMLButtonElement | undefined {
  if (button.isConnected) return button
  const name = nameOf(button)
  return [...document.querySelectorAll<HTMLButtonElement>('#root button')].find((one) => nameOf(one) === name)
}

const nameOf = (button: HTMLButtonElement) => button.getAttribute('aria-label') ?? button.textContent
