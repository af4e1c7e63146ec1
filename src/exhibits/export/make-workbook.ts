import type { ReactNode } from 'react'
import type { Exhibit } from '../../domain/exhibits/exhibit.ts'
import type { PackItemToWrite } from './write-xlsx.ts'

export type WorkbookAsked = { siteOrigin: string } & (
  | { kind: 'exhibit'; exhibit: Exhibit<null> }
  | { kind: 'pack'; items: readonly (PackItemToWrite & { exhibit: Exhibit<null> })[] }
)

export type WorkbookReply =
  | { kind: 'written'; bytes: ArrayBuffer; type: string }
  | { kind: 'failed'; reason: string }

/** The workbook of one exhibit, written beside the page. @throws the signal's reason where it was cancelled */
export function exhibitWorkbook(exhibit: Exhibit<ReactNode>, signal: AbortSignal): Promise<Blob> {
  return makeWorkbook(
    { kind: 'exhibit', exhibit: withoutPicture(exhibit), siteOrigin: location.origin },
    signal,
  )
}

/** The workbook of a whole pack, written beside the page. @throws the signal's reason where it was cancelled */
export function packWorkbook(
  items: readonly (PackItemToWrite & { exhibit: Exhibit<ReactNode> })[],
  signal: AbortSignal,
): Promise<Blob> {
  const plain = items.map((item) => ({ ...item, exhibit: withoutPicture(item.exhibit) }))
  return makeWorkbook({ kind: 'pack', items: plain, siteOrigin: location.origin }, signal)
}

/** Workbooks have none, and what draws it cannot be handed on. */
function withoutPicture(exhibit: Exhibit<ReactNode>): Exhibit<null> {
  return { ...exhibit, picture: null }
}

/**
 * The worker is a file of the product's own: the content security policy lets no other run. The library's own, made
 * of a text, is refused without a word to whoever waits for it (vite.config.ts leaves it out).
 */
async function makeWorkbook(asked: WorkbookAsked, signal: AbortSignal): Promise<Blob> {
  signal.throwIfAborted()
  const worker = new Worker(new URL('./workbook-worker.ts', import.meta.url), { type: 'module' })
  try {
    return await new Promise<Blob>((resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason), { once: true })
      worker.onerror = () => reject(new Error('the page could not fetch what it needs. Try again.'))
      worker.onmessage = ({ data }: MessageEvent<WorkbookReply>) => {
        if (data.kind === 'written') resolve(new Blob([data.bytes], { type: data.type }))
        else reject(new Error(data.reason))
      }
      worker.postMessage(asked)
    })
  } finally {
    worker.terminate()
  }
}
