import { previewAddress } from '../../api/loads.ts'

/** Where the whole dashboard can be looked at as a load would make it. */
export function LookAhead({ load }: { load: string }) {
  return (
    <p>
      Look ahead: {/* an app of its own, which keeps nothing of what this one has read */}
      <a href={previewAddress(load, 'protected')}>every page as it would be for the panel</a>
      {' · '}
      <a href={previewAddress(load, 'exact')}>every page as it would be for officers</a>. The first look takes
      as long as checking the files did.
    </p>
  )
}
