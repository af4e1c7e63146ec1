import { beginsWith } from '../../api/drawn-readings.ts'

/** A page that nobody looks at is never painted: its app begins after so long, in milliseconds. */
const patience = 2000

/**
 * Begins the app of a drawn page: its files are asked for once everything is there that the page is painted with, so
 * that they take nothing from type and styles, and run once it is painted, or as soon as the reader does something.
 *
 * @param shown the page has its type, and is painted next
 */
export function beginApp(shown: Promise<void>): void {
  document.addEventListener('DOMContentLoaded', async () => {
    const files = document.getElementById('root')?.getAttribute(beginsWith)?.split(' ') ?? []
    const [first] = files
    if (!first) return
    await shown
    for (const file of files) askAhead(file)
    await Promise.race([painted(), readerDoes(), late()])
    const script = document.createElement('script')
    script.type = 'module'
    script.crossOrigin = ''
    script.src = first
    document.head.append(script)
  })
}

function askAhead(file: string): void {
  const link = document.createElement('link')
  link.rel = 'modulepreload'
  link.crossOrigin = ''
  link.href = file
  document.head.append(link)
}

/** As the browser says it, which is when it is seen: a frame that was made may still wait for its turn. */
const painted = () =>
  new Promise<void>((done) => {
    const paints = new PerformanceObserver((list) => {
      if (list.getEntriesByName('first-contentful-paint').length === 0) return
      paints.disconnect()
      done()
    })
    paints.observe({ type: 'paint', buffered: true })
  })

const readerDoes = () =>
  new Promise<void>((done) => {
    for (const sign of ['pointerdown', 'keydown']) addEventListener(sign, () => done(), { once: true })
  })

const late = () => new Promise<void>((done) => setTimeout(done, patience))
