import { http } from 'msw'
import { Organisation } from '../../src/contract/organisation.ts'
import { db } from '../db.ts'
import { at, reply } from '../respond.ts'

export const organisationHandlers = [
  http.get(at('/organisation'), ({ request }) => reply(Organisation, db.organisation, request, 'no-cache')),
]
