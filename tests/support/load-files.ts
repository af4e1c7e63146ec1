/** A small sound load, as texts of its files: one measure and two months of it. */
export const soundLoad = {
  'organisation.json':
    '{"name":"Testborough","service":"Adult social care","illustrative":false,"marking":"OFFICIAL"}',
  'kpis.csv': [
    'kpi_id,name,theme,unit,agg,direction,freq,decimals,target,target_date,sdc,code,version,valid_from',
    'ot-waiting,Waiting for OT,waiting,count,P,down,month,0,150,2026-03-31,people,,1,2024-04-01',
  ].join('\n'),
  'observations.csv': [
    'kpi_id,period,dimension,member,value,numerator,denominator,n,status,as_at',
    'ot-waiting,2025-08,borough,All,400,,,,final,2025-10-06',
    'ot-waiting,2025-09,borough,All,412,,,,provisional,2025-10-06',
  ].join('\n'),
}

/** The same of invented figures: the only ones that a service takes in which anybody may choose a role. */
export const illustrativeLoad = {
  ...soundLoad,
  'organisation.json': soundLoad['organisation.json'].replace('false', 'true'),
}

/** Figures of a breakdown with as many members, which are listed: a long one that nobody listed may be one of persons. */
export function longBreakdown(members: number, valueIn: (member: number) => number): Record<string, string> {
  const each = Array.from({ length: members }, (_, member) => member)
  const rows = each.map((member) => `ot-waiting,2025-09,list,m${member},${valueIn(member)},,,,,2025-10-06`)
  return {
    'observations.csv': [soundLoad['observations.csv'], ...rows].join('\n'),
    'members.csv': [
      'dimension,member,alias,valid_from,valid_to',
      ...each.map((member) => `list,m${member},,,`),
    ].join('\n'),
  }
}

export const unsoundObservations = `${soundLoad['observations.csv']}\not-wating,2025-09,borough,All,1,,,,,2025-10-06\n`

export function formOf(files: Readonly<Record<string, string>>): FormData {
  const form = new FormData()
  for (const [name, text] of Object.entries(files)) form.append('file', new Blob([text]), name)
  return form
}

/** A sound load with a row in every file that there is. */
export const wholeLoad: Readonly<Record<string, string>> = {
  ...soundLoad,
  'targets.csv': 'kpi_id,valid_from,target,lower,upper,set_by\not-waiting,2025-04-01,150,,,Board',
  'trajectory.csv': 'kpi_id,period,planned,approved_by\not-waiting,2025-10,390,Board',
  'workstreams.csv': 'id,name,sponsor_role,board\nW1,Waiting,Director,Board',
  'milestones.csv':
    'id,workstream,title,kpi_id,success_measure,owner_role,baseline_due,current_due,completed,status,risk,evidence,confidence\nM1,W1,Surge team in place,ot-waiting,<= 150,OT Lead,2025-11-28,2025-11-28,2025-11-27,green,R1,Board paper,high',
  'milestone-moves.csv':
    'milestone_id,from,to,reason,approver,moved_on\nM1,2025-11-28,2025-12-19,Staff came later,Board,2025-10-01',
  'interventions.csv':
    'id,kpi_id,kind,start,end,title,reason\nE1,ot-waiting,band,2025-05-01,2025-05-31,Surge,More staff for a month',
  'risks.csv':
    'id,title,owner_role,kpi_id,target_likelihood,target_impact\nR1,Too few therapists,OT Lead,ot-waiting,2,3',
  'risk-reviews.csv': 'risk_id,reviewed_on,likelihood,impact,note\nR1,2025-10-01,4,4,Two posts filled',
  'members.csv':
    'dimension,member,alias,valid_from,valid_to\ntown,Acton,Acton Town,2025-04-01,2025-12-31\ntown,Southall,,,',
  'actions.csv':
    'id,board,raised,action,owner_role,due,closed,status,link,carried,what_changed\nA1,Board,2025-07-10,Report waits by town,OT Lead,2025-10-09,2025-09-29,closed,ot-waiting,0,Waits are told by town',
  'commentary.csv': 'kpi_id,period,author_role,text\not-waiting,2025-09,OT Lead,Two posts were filled',
}
