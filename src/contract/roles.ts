/** Every role that a reader may have. */
export const roles = [
  'analyst',
  'director',
  'service-lead',
  'practice-lead',
  'cabinet-author',
  'public',
] as const
