import { describe, expect, it } from 'vitest'
import {
  findPersonHeader,
  isPersonDimension,
  mayHoldNames,
} from '../../../../src/ingest/persons/person-header.ts'

const personal: readonly (readonly [string, string])[] = [
  [
    'nhs-number',
    'NHS Number|NHS_No|nhsno|NHS No.|ClientNHSNumber|Person NHS Number|NHS-Number|nhs_num|NHS ID',
  ],
  [
    'name',
    'Forename|First Name|first_name|FirstName|Surname|LAST NAME|Family name|Full Name|Client Name|Patient Surname',
  ],
  ['name', 'Service User Name|Name of client|SU Name|Social Worker Name|Next of kin|Initials|Preferred Name'],
  [
    'birth',
    'DOB|D.O.B.|d_o_b|Date of Birth|DateOfBirth|date_of_birth (dd/mm/yyyy)|Birth Date|Client DOB|Year of birth',
  ],
  [
    'address',
    'Address|Address Line 1|Home Address|Postcode|Post Code|house_number|AddressLine1|Client Postcode',
  ],
  ['nhs-number', 'N.H.S. Number|N H S Number|NHS Nbr|Verified NHS Number|New NHS Number'],
  [
    'name',
    'Forename(s)|LName|f_name|Christian name|Second name|Surname / Family name|Manager name|Applicant name',
  ],
  ['birth', 'DateOfBirth|DATE_OF_BIRTH_CLEAN|DOB_Clean|DoBirth|Birth year|Deceased date|Born on'],
  ['address', 'PCode|Zip code|Previous address|Postcode of residence|House number/name'],
  ['email', 'Contact number|Landline|Work email|Mob'],
  [
    'identifier',
    'Mosaic no|CareFirst ID|Paris ID|Nat Ins No|Hosp No|CLIENTID|Case ID|Social Care ID|User ID',
  ],
  ['nhs-number', 'NHS Number (verified)|NHS_NUMBER_TRACED'],
  ['birth', 'DoB (client)|dob_client'],
  ['name', 'Name (Client)|Svc User Name|Officer Name|Case Manager Name'],
  [
    'identifier',
    'LA Person Unique Identifier|Der_NHS_LA_Combined_Person_ID|Liquidlogic Case ID|Referral ID|Client Key|Svc User ID|Cust ID|ID (Client)',
  ],
  ['email', 'Email|E-mail address|Client Email|Mobile No|Telephone'],
  ['identifier', 'Person ID|client_id|Mosaic ID|NI Number|Patient Ref|Service User Number|LAS ID'],
]

const harmless =
  'area_name|provider_name|council name|measure name|NHS|resp_nhs_days|nhs_number_recorded|title|member|ons_code|' +
  'awaiting_residential_home_days|individuals_in_section_42_enquiries|patient_family_choice_days|month|type|' +
  'parent code|case type|hospital code|hospital id|case numbers|NI|first|last|unit code|local authority code|work stream|case type|new clients|' +
  'Key person|Number of clients|clients ref|Service ID|Care home ID|Service user group|Case type ID|Assessment Code|Employer name|' +
  'Source system ID|NHS Trust ID|Local Authority Name|Service name|Email contact|Telephone user group|' +
  'source_url|carers|Adults|clients number|births|postcode district|new contacts|hospital|decimals|ward name'

describe('findPersonHeader', () => {
  it.each(personal.flatMap(([kind, headers]) => headers.split('|').map((header) => [header, kind] as const)))(
    'knows %s as a column of persons',
    (header, kind) => {
      expect(findPersonHeader(header)).toBe(kind)
    },
  )

  it.each(harmless.split('|'))('lets %s pass', (header) => {
    expect(findPersonHeader(header)).toBeNull()
  })
})

describe('breakdowns and open headers', () => {
  it('know one person to a member', () => {
    expect(
      ['person', 'client', 'nhs-number', 'social-worker', 'officer', 'case-holder', 'sw'].filter(
        isPersonDimension,
      ),
    ).toHaveLength(7)
    expect(['town', 'team', 'carer', 'provider', 'type+town', 'channel'].filter(isPersonDimension)).toEqual(
      [],
    )
  })

  it('leave to the cells what a bare name is of', () => {
    expect(['Name', 'Allocated worker', 'Client'].every(mayHoldNames)).toBe(true)
    expect(['area_name', 'Team'].some(mayHoldNames)).toBe(false)
  })
})
