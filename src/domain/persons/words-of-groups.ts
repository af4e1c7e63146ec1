/** Words of places, organisations, services, groups and roles: a name with one of them is no person's. */
export const notOfPersons: ReadonlySet<string> = new Set(
  `abuse abusive asian black british carers choice delayed direct discriminatory domestic emotional exploitation
  face financial harm hearing honour impairment isolation loss lower material misuse modern neglect online other payment
  payments psychological refugee self sexual slavery substance trafficking upper violence visual white
  academy acton advocacy adult adults all and area assessment assistant association autism avenue bank board borough
  bridge broadway bureau business care carer carers central centre chair chambers charity chief church city clinic close
  college commission commissioner commissioning committee common community company complex consultant cooperative
  co-operative coordinator corner cottage council councillor counselling county court crescent cross day dementia deputy
  development director disability district domiciliary drive duty ealing east emergency end england enterprise equipment
  estate executive family farm field fields finance first foundation friends gardens gate general green greenford grange
  group grove hall hanwell head heath health heights hill holdings home homecare homes hospice hospital hospitals house
  housing hub independent industries infirmary institute intake integrated international isle junction lane lead
  learning leisure limited living llp locality lodge london long ltd manager manor market mead meadow medical member
  memorial mental mill minister ministry mission mobility month national neighbourhood network new newham north northolt
  nursing occupational office officer operation older old organisation outreach palace panel parade park partner partners
  partnership people pathway performance perivale personal phase physical physiotherapy pilot place plan plc police practice practitioner primary
  principal professional programme project property provider quality quarter rapid reablement region registered rehab
  rehabilitation residential residents resource respite response review river road royal rural safeguarding saint scheme school
  sector senior sensory service services shared sheltered short social society solutions south southall specialist spring
  square staff station street strategic supply support supported surgery team term therapist therapy total tower town
  training transition trust union unit university upon urgent vale valley view villa village villas vision volunteers
  walk ward water way welfare well west wharf wing with wood woods work worker workers working works yard year young
  youth`.split(/\s+/),
)

/** Words that say of a cell that it is a group, though a name could have some of them. */
const alsoOfGroups = new Set(
  `accommodation acute admiral admitted agency allocated ambulance amhp anonymous ao asd asian assessor autistic available band bia
  bipolar blank bme brokerage brother browse category children class client clients closed community complete completed
  confirmed contractor customer customers data daughter declined deceased discharged duplicate elective elderly eligible
  emergency enabler engaged established existing external father fasttrack female floating former forensic fte full gp
  grade hcpc identified inpatient internal invalid joint known landlord lapsed ld legacy level locum maintenance male
  match mental mh mother na neighbour neurodivergent nhs nil no non none not nqsw nurse nurses ofsted online open ot ots
  other outpatient outstanding own part patient patients pending permanent person persons phone physiotherapist pd pip
  police post private prison probation provided psw psychologist qualified recorded referred regular relative
  repeat required rsw self sister solicitor son spouse ssw stage student sw swa tbc telephone temporary tier trainee
  transferred unallocated unassigned unborn unknown unmatched unqualified unspecified urgent user users vacancy vacant
  verified web website wife husband yes`.split(/\s+/),
)
/** Behind these a number or a letter is a class of its own. */
const ofClasses =
  /^(?:band|class|grade|group|level|stage|team|tier|type|ward|zone|area|category|locality|unit)$/

/**
 * Whether a cell says that it is a group, a role, a place, a mark or a figure: it has a word of one, or no word at all.
 * A worker or a client with a number behind is one of many.
 *
 * @example 'Senior OT', '18-64', 'Yes', '[c]' → true; 'Smith', 'JS', 'W0412', 'Worker 12' → false
 */
export function saysGroup(cell: string): boolean {
  if (/^\p{N}/u.test(cell) || !/\p{L}{2}/u.test(cell)) return !/^\p{L}+[-_ ]?\d{2,}$/u.test(cell)
  const words = cell.toLowerCase().match(/\p{L}+/gu) ?? []
  if (/\d$/.test(cell) && !words.some((word) => ofClasses.test(word))) return false
  return words.some((word) => isOfGroup(word) || (word.endsWith('s') && isOfGroup(word.slice(0, -1))))
}

function isOfGroup(word: string): boolean {
  return notOfPersons.has(word) || alsoOfGroups.has(word)
}
