import { filesOfType } from '../../api/drawn-readings.ts'

/** So long a page that came drawn may wait for its type, in milliseconds; then it is set in what the browser has. */
const patience = 1000

/** How many files a page asks for ahead that says nothing of it, as `index.html` does. */
const usualFiles = 2

/**
 * Keeps a drawn page unseen until the type that it is set in has come. Its faces are `optional`: laid out a moment before
 * they are there it would keep the browser's own for good, which is wider, and push the trend off the first screen.
 */
export function waitForType(): void {
  const { documentElement } = document
  const { style } = documentElement
  style.display = 'none'
  let coming = Number(documentElement.getAttribute(filesOfType) ?? usualFiles)
  const show = () => {
    style.display = ''
  }
  const count = ({ target }: Event) => {
    if (target instanceof HTMLLinkElement && target.as === 'font' && --coming === 0) show()
  }
  for (const end of ['load', 'error']) document.addEventListener(end, count, true)
  setTimeout(show, patience)
}
