import { beginsWith } from '../../contract/drawn-page.ts'

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

/** A message that is sent while a frame is being made arrives once it is painted. */
const painted = () =>
  new Promise<void>((done) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => done()
      port2.postMessage(null)
    }),
  )

const readerDoes = () =>
  new Promise<void>((done) => {
    for (const sign of ['pointerdown', 'keydown']) addEventListener(sign, () => done(), { once: true })
  })

const late = () => new Promise<void>((done) => setTimeout(done, patience))
