import * as z from 'zod/mini'

export const Organisation = z.object({
  name: z.string(),
  service: z.string(),
  illustrative: z.boolean(),
  marking: z.string(),
  timezone: z.string(),
})
export type Organisation = z.infer<typeof Organisation>
