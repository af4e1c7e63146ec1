import * as z from 'zod/mini'
import { AuditChainQuery, AuditChainReply, AuditQuery, AuditReply, NoteExport } from '../contract/audit.ts'
import { readHead } from '../domain/audit/chain-head.ts'
import { entryBy } from './by.ts'
import { defineOperation, neverKept, noBody, nothing, only } from './operation.ts'
import { requireEdition } from './view.ts'

const usualRows = 50

export const readAudit = defineOperation({
  method: 'get',
  path: '/audit',
  summary: 'Who did what, when and on what, newest first; no figure and no text',
  params: nothing,
  query: only(AuditQuery),
  body: noBody,
  reply: AuditReply,
  answer: async ({ store, query: { before, limit, ...asked } }) => {
    const most = limit === undefined ? usualRows : Number(limit)
    const { rows, total } = await store.readAudit({
      ...asked,
      before: before === undefined ? undefined : Number(before),
      // one more says whether there is another page
      most: most + 1,
    })
    const shown = rows.slice(0, most)
    const next = rows.length > most ? (shown.at(-1)?.place ?? null) : null
    return neverKept(async () => ({ rows: shown, total, next }))
  },
})

export const checkAudit = defineOperation({
  method: 'get',
  path: '/audit/chain',
  summary: 'Whether the audit is whole: every row as it was written, in its place',
  params: nothing,
  query: only(AuditChainQuery),
  body: noBody,
  reply: AuditChainReply,
  answer: async ({ store, query }) => {
    const report = await store.checkAudit([query.head ?? []].flat().flatMap((text) => readHead(text) ?? []))
    return neverKept(async () => report)
  },
})

/** The app makes files in the browser: that it did is told by the app, and stands in the audit. */
export const noteExport = defineOperation({
  method: 'post',
  path: '/exports',
  summary: 'Say that exact figures were taken out as a file: it stands in the audit',
  params: nothing,
  query: nothing,
  body: NoteExport,
  reply: z.object({}),
  answer: async ({ store, asker, body: { form, edition } }) => {
    if (edition !== undefined) await requireEdition(store, String(edition))
    await store.noteInAudit(entryBy(asker, 'exported', { form, edition }))
    return neverKept(async () => ({}))
  },
})
