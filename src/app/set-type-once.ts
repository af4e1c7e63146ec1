/** So long a first picture may wait for its type; by then a browser, too, would show another. */
const patienceMilliseconds = 3000

const faces = ['400 1em "Source Sans 3 Variable"', '600 1em "Source Serif 4"']

/**
 * Waits for the type that text is set in, and where it does not come in time goes without it until the next visit: a
 * line that breaks anew is lost to whoever reads it aloud. The files are asked for with the first script, and are
 * there when it is.
 */
export async function setTypeOnce(page: HTMLElement): Promise<void> {
  const came = Promise.all(faces.map((face) => document.fonts.load(face))).then(() => true)
  const late = new Promise<boolean>((give) => setTimeout(give, patienceMilliseconds, false))
  // what cannot be had now may be had later, and would then come into the middle of a sentence
  if (!(await Promise.race([came, late]).catch(() => false))) page.dataset.type = 'until'
}

/** A page that came drawn is painted already: type that had not come by then waits for the next visit. */
export function keepTypeAsPainted(page: HTMLElement): void {
  if (!faces.every((face) => document.fonts.check(face))) page.dataset.type = 'until'
}
