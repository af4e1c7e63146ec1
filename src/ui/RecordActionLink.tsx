import { Link } from '@tanstack/react-router'

export interface RecordActionLinkProps {
  kpi: string
  /** the measure's name, for those who hear the link alone */
  name: string
}

/** Opens the form of a new action with its measure filled in. For those who may write; others have no use for it. */
export function RecordActionLink({ kpi, name }: RecordActionLinkProps) {
  return (
    <Link to="/actions" search={{ new: kpi }} className="screen-only">
      Record an action about this
      <span className="visually-hidden">: {name}</span>
    </Link>
  )
}
