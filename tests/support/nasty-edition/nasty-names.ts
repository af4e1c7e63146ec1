/** Names and texts that are hard to set: long, without a place to break, from right to left, full of marks. */

/** A word of 60 letters, as a compound or a pasted address makes it. */
export const longWord = 'Reablement'.repeat(6)

/** 200 letters in words of usual length. */
export const longName =
  'Adults with care and support needs who wait for a first conversation about what matters to them, counted on the last day of each month from the day of contact, all teams, hospital discharge included'
    .padEnd(200, '.')
    .slice(0, 200)

export const rightToLeft = 'انتظار التقييم (الرعاية الاجتماعية للبالغين) 2025'
export const hebrew = 'המתנה להערכה'
export const marksAndEmoji = `Carer’s & "carer's" <b>breaks</b> 'n' café – self‑neglect 👩‍👩‍👧 > 5 & rising`
export const formula = '=HYPERLINK("http://example.org","press")'

export const organisation = {
  name: 'Royal Borough of Wokingham-under-Lyme & Saint Michael’s Mount with the Ancient Parishes of Upper & Lower Testborough',
  service: `Adults & Communities, "Independence" <Ageing Well> & Children’s Transitions Partnership`,
  illustrative: true,
  marking:
    'OFFICIAL-SENSITIVE & COMMERCIAL, not for publication before the meeting of the Health & Care Panel',
}

/** An edition's label of 200 letters. */
export const editionLabel =
  `Third quarter review & re-submission for the Health & Care Panel, the Cabinet, the Safeguarding Adults Board and the “Better Lives” programme board, with figures corrected after the audit of ${longWord}`.slice(
    0,
    200,
  )

/** A text of about as many letters as an action may have. */
export const longText = Array.from(
  { length: 12 },
  (_, place) =>
    `${place + 1}. The board asked the Head of Service to bring back, with the Carer’s & "carer's" breaks review, what each team will do by when & how it will be known.`,
)
  .join(' ')
  .slice(0, 1190)
