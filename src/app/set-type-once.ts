import { hasAccents } from '../domain/exhibits/accents.ts'

/** So long a first picture may wait for its type; by then a browser, too, would show another. */
const patienceMilliseconds = 3000

const faces = ['400 1em "Source Sans 3 Variable"', '600 1em "Source Serif 4"']

/**
 * Waits for the type that text is set in, and where it does not come in time goes without it until the next visit: a
 * line that breaks anew is lost to whoever reads it aloud. The files are asked for with the first script, and are
 * there when it is. A page that came drawn waits for nothing: its faces are `optional`, and the browser itself keeps to
 * what it painted first.
 */
export async function setTypeOnce(page: HTMLElement): Promise<void> {
  // nothing is painted before they are there, so nothing is lost by taking them however late they come
  for (const face of document.fonts) face.display = 'swap'
  // what the page brought to read is what will be set first
  const letters = hasAccents(document.documentElement.textContent) ? 'aé' : 'a'
  const came = Promise.all(faces.map((face) => document.fonts.load(face, letters))).then(() => true)
  const late = new Promise<boolean>((give) => setTimeout(give, patienceMilliseconds, false))
  // what cannot be had now may be had later, and would then come into the middle of a sentence
  if (!(await Promise.race([came, late]).catch(() => false))) page.dataset.type = 'until'
}
