import type { FastifySchemaCompiler } from 'fastify'
import type * as z from 'zod/mini'
import { readPart } from '../src/service/read-part.ts'

/** Reads a part of a request by the contract's schema, and refuses it in the words of the service. */
export const validateWithWords: FastifySchemaCompiler<z.ZodMiniType> =
  ({ schema }) =>
  (given: unknown) => {
    try {
      return { value: readPart(schema, given) }
    } catch (error) {
      if (error instanceof Error) return { error }
      throw error
    }
  }
