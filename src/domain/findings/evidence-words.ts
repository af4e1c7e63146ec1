/**
 * How strong the evidence of change is, in the two forms in which anything says it: as a title of its own, and as a
 * clause after a figure.
 */
export const evidence = {
  none: { title: 'No evidence of real change', clause: 'there is no evidence of real change' },
  improvement: { title: 'Evidence of real improvement', clause: 'there is evidence of real improvement' },
  concern: {
    title: 'Evidence that this is getting worse',
    clause: 'there is evidence that this is getting worse',
  },
  neutral: { title: 'Evidence of real change', clause: 'there is evidence of real change' },
} as const
