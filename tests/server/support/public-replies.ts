import type { Application } from '../../../server/application.ts'
import { operations } from '../../../src/service/operations.ts'

/** Every reply to the public, refusals and headers included but for the time of day. */
export async function publicReplies(app: Application, queries: readonly string[]): Promise<string[]> {
  const replies: string[] = []
  for (const { path } of operations.filter(({ method }) => method === 'get'))
    for (const query of ['', ...queries]) {
      const { statusCode, body, headers } = await app.inject({ url: `/api/v1${path}${query}` })
      const { date: _, ...kept } = headers
      replies.push(JSON.stringify([path, query, statusCode, body.replace(/"instance":"[^"]*"/, ''), kept]))
    }
  return replies
}
