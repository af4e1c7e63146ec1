/** A link to another page keeps edition and audience, and leaves this page's own parameters behind. */
export function keepView({ edition, audience }: Record<string, string>): Record<string, string> {
  return { ...(edition && { edition }), ...(audience && { audience }) }
}
