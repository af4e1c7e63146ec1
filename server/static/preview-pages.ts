import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { FastifyReply, FastifyRequest } from 'fastify'
import * as z from 'zod/mini'
import { Audience, identifier, Problem } from '../../src/contract/common.ts'
import { apiBase, paths } from '../../src/contract/paths.ts'
import { previewAttribute, previewPath } from '../../src/contract/preview.ts'
import { readPart } from '../../src/service/read-part.ts'
import type { Application } from '../application.ts'
import { sendPlainPage } from '../replies/plain-page.ts'
import { neverStored } from '../replies/send-reply.ts'
import { askedAs } from './asked-as.ts'
import { type FirstReadings, writeReadings } from './first-readings.ts'
import { isPageOfApp } from './pages.ts'

const Place = z.object({ load: identifier, audience: Audience, '*': z.optional(z.string()) })

/** Not to be found by a search, if an address of it ever stands anywhere. */
const noIndex = { 'x-robots-tag': 'noindex' }

/**
 * The app as a load would make it: the same page, marked as a preview, whose app reads below the preview's address of
 * the API. That one is asked first, as whoever opens the page: who may not, and what is gone, is told by a page of words.
 */
export function servePreviews(app: Application, assets: string) {
  const send = async (request: FastifyRequest, reply: FastifyReply) => {
    const { load, audience, '*': rest = '' } = readPart(Place, request.params)
    reply.headers(noIndex)
    const read = await readOpening(app, request, apiBase + previewPath(load, audience))
    if ('refusal' in read) {
      const { refusal, status } = read
      const links = [['To the desk', '/load'] as const, ['To the dashboard', '/'] as const]
      return sendPlainPage(reply, { status, title: 'There is no preview to show', words: refusal, links })
    }
    const page = await readFile(join(assets, 'index.html'), 'utf8')
    const place = previewPath(load, audience)
    const marked = page
      .replace('<html ', `<html ${previewAttribute}="${place}" `)
      .replace(/<title>[^<]*<\/title>/, '<title>PREVIEW</title>')
    return reply
      .code(isPageOfApp(`/${rest}`) ? 200 : 404)
      .header('cache-control', neverStored)
      .type('text/html; charset=utf-8')
      .send(writeReadings(marked, read.readings))
  }
  app.get('/previews/:load/:audience', { schema: { hide: true } }, send)
  app.get('/previews/:load/:audience/*', { schema: { hide: true } }, send)
}

/** The first one makes the preview, where it is not there yet: the others come after it. */
async function readOpening(
  app: Application,
  request: FastifyRequest,
  base: string,
): Promise<{ readings: FirstReadings } | { status: number; refusal: string }> {
  const readings: FirstReadings = {}
  for (const path of [paths.session(), paths.organisation(), paths.editions()]) {
    const { statusCode, body } = await app.inject({ url: base + path, ...askedAs(request) })
    if (statusCode !== 200) return { status: statusCode, refusal: wordsOf(body) }
    readings[path] = JSON.parse(body)
  }
  return { readings }
}

function wordsOf(body: string): string {
  const problem = z.safeParse(Problem, JSON.parse(body))
  return (problem.success && problem.data.detail) || 'The service could not answer. Try again in a moment.'
}
