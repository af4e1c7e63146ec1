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

export const unsoundObservations = `${soundLoad['observations.csv']}\not-wating,2025-09,borough,All,1,,,,,2025-10-06\n`

export function formOf(files: Readonly<Record<string, string>>): FormData {
  const form = new FormData()
  for (const [name, text] of Object.entries(files)) form.append('file', new Blob([text]), name)
  return form
}
