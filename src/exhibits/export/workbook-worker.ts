import type { WorkbookAsked, WorkbookReply } from './make-workbook.ts'
import { writeExhibitXlsx, writePackXlsx } from './write-xlsx.ts'

/** Writes workbooks beside the page, which stays as quick as it was and can end this whenever it likes. */
self.onmessage = async ({ data }: MessageEvent<WorkbookAsked>) => {
  try {
    const file = await write(data)
    const bytes = await file.arrayBuffer()
    answer({ kind: 'written', bytes, type: file.type }, [bytes])
  } catch (error) {
    answer({ kind: 'failed', reason: error instanceof Error ? error.message : 'unknown reason' }, [])
  }
}

function write(asked: WorkbookAsked): Promise<Blob> {
  return asked.kind === 'exhibit'
    ? writeExhibitXlsx(asked.exhibit, asked.siteOrigin)
    : writePackXlsx(asked.items, asked.siteOrigin)
}

function answer(reply: WorkbookReply, transfer: Transferable[]): void {
  self.postMessage(reply, { transfer })
}
