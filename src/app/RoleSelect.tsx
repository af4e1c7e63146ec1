import { type Query, useMutation, useQueryClient } from '@tanstack/react-query'
import { chooseRole, type Role, roles, type Session, sessionQuery } from '../api/session.ts'

export const roleNames: Record<Role, string> = {
  public: 'panel',
  'service-lead': 'service lead',
  'practice-lead': 'practice lead',
  analyst: 'performance analyst',
  director: 'director',
  'cabinet-author': 'cabinet author',
}

/** What officers alone may read. */
export const exactReadings = { predicate: ({ queryKey }: Query) => queryKey[2] === 'exact' }

export interface RoleSelectProps {
  session: Session
  onChosen: (audience: Session['audience']) => void
}

export function RoleSelect({ session, onChosen }: RoleSelectProps) {
  const client = useQueryClient()
  const choose = useMutation({
    mutationFn: chooseRole,
    // one after the other: a list is gone through by its first letters, and the last choice holds
    scope: { id: 'role' },
    onSuccess: (now) => {
      client.setQueryData(sessionQuery().queryKey, now)
      // whoever signs out leaves no exact figure behind; whoever signs in is no longer refused one
      if (now.audience === 'protected') client.removeQueries(exactReadings)
      else void client.invalidateQueries(exactReadings)
      onChosen(now.audience)
    },
  })
  if (!session.can.includes('choose-role')) return <span>Viewing as: {roleNames[session.role]}</span>
  return (
    <label>
      Viewing as
      <select
        className="select"
        // not disabled meanwhile: a control that cannot be used loses the focus, and what is typed after it
        value={choose.isPending ? choose.variables : session.role}
        onChange={(event) => {
          const role = roles.find((one) => one === event.target.value)
          if (role) choose.mutate(role)
        }}
      >
        {(session.roles ?? (Object.keys(roleNames) as Role[])).map((role) => (
          <option key={role} value={role}>
            {roleNames[role]}
          </option>
        ))}
      </select>
      {choose.isError && <span role="alert">That role could not be taken: {choose.error.message}</span>}
    </label>
  )
}
