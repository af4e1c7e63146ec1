import type { ReactNode } from 'react'
import type { Organisation } from '../../domain/editions/publication.ts'
import { formatDate } from '../../domain/periods/labels.ts'
import { useDocumentTitle } from '../../ui/use-document-title.ts'
import styles from './AccessibilityPage.module.css'
import { contactOf, knownFaults, notYetTested, statementDates, whatYouCanDo } from './statement.ts'

/** The statement that the regulations for public sector websites ask for, under the headings that they expect. */
export function AccessibilityPage({ organisation }: { organisation: Organisation }) {
  useDocumentTitle('Accessibility statement', organisation.service, organisation.name)
  return (
    <article className={styles.statement}>
      <h1 className="finding">Who can use this dashboard, and what to do if you cannot</h1>
      <p className="standfirst">
        Accessibility statement for the governance dashboard of {organisation.service.toLowerCase()},{' '}
        {organisation.name}. It covers this dashboard only, not the council’s other websites.
      </p>
      <Part id="how" title="How accessible this dashboard is">
        <p>We want as many people as possible to be able to read it. You should be able to:</p>
        <List items={whatYouCanDo} />
        <p>
          <a href="https://mcmw.abilitynet.org.uk/">AbilityNet</a> has advice on making your device easier to
          use if you have a disability.
        </p>
      </Part>
      <Part id="contact" title="Feedback and contact information">
        <ContactDetails organisation={organisation} />
        <p>
          Tell us the page, what you were trying to do, and what you use to read it. If you need the figures
          in another form, such as large print, easy read or a recording, say which. Members of the panel may
          also ask the officer who sends out the papers.
        </p>
      </Part>
      <Part id="enforcement" title="Enforcement procedure">
        <p>
          The Equality and Human Rights Commission (EHRC) enforces the Public Sector Bodies (Websites and
          Mobile Applications) (No. 2) Accessibility Regulations 2018. If you are not happy with how we answer
          your complaint, contact the{' '}
          <a href="https://www.equalityadvisoryservice.com/">Equality Advisory and Support Service (EASS)</a>.
        </p>
      </Part>
      <Part id="technical" title="Technical information about this dashboard’s accessibility">
        <p>
          {organisation.illustrative
            ? `${organisation.name} stands here as an example: this is a demonstration with invented figures. A council that uses the dashboard commits itself, in this place, to making it accessible under the regulations named above.`
            : `${organisation.name} is committed to making this dashboard accessible, in accordance with the regulations named above.`}
        </p>
      </Part>
      <Part id="compliance" title="Compliance status">
        <p>
          This dashboard is <strong>partially compliant</strong> with the Web Content Accessibility Guidelines
          (WCAG) version 2.2, level AA. We know of no criterion that fails; but people who use assistive
          technology have not tested it, and until they have we do not call it fully compliant.
        </p>
      </Part>
      <Part id="not-accessible" title="Content that is not accessible">
        <h3 className="heading-3">What we know</h3>
        <dl>
          {knownFaults.map(({ title, detail, criterion }) => (
            <div key={title}>
              <dt>{title}</dt>
              <dd>
                {detail} {criterion}
              </dd>
            </div>
          ))}
        </dl>
        <h3 className="heading-3">What we do not know yet</h3>
        <List items={notYetTested} />
        <p>
          Nothing has been left undone as a disproportionate burden, and we rely on no exemption of the
          regulations.
        </p>
      </Part>
      <Part id="improving" title="What we are doing to improve it">
        <p>
          It should be tested with people who use a screen reader, magnification and speech input before it is
          used in a public meeting. Faults that are reported, and those named above, are kept in a list and
          worked off.
        </p>
      </Part>
      <Part id="preparation" title="Preparation of this accessibility statement">
        <p>
          This statement was prepared on {formatDate(statementDates.prepared)}. It was last reviewed on{' '}
          {formatDate(statementDates.reviewed)}.
        </p>
        <p>
          The dashboard was last tested on {formatDate(statementDates.tested)}, by those who made it. Every
          kind of page was tested with a tool (axe) in light and dark, narrow and wide; the roles, names and
          order that screen readers are given were checked by tests; and the keyboard, 320 pixel width, forced
          colours and print were tried in Chromium. The overview, a measure and the plan were listened to with
          Orca in Firefox; every page was looked at in Firefox and in WebKitGTK.
        </p>
      </Part>
    </article>
  )
}

function Part({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section className="section" aria-labelledby={id}>
      <div className="section-head">
        <h2 className="heading-2" id={id}>
          {title}
        </h2>
      </div>
      {children}
    </section>
  )
}

function List({ items }: { items: readonly string[] }) {
  return (
    <ul>
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  )
}

function ContactDetails({ organisation }: { organisation: Organisation }) {
  const contact = contactOf(organisation)
  if (!contact) {
    return (
      <p>
        Write to, telephone or visit {organisation.name} council as its own website says, and ask for adult
        social care.
      </p>
    )
  }
  return (
    <>
      <p className={styles.invented}>
        Invented for the demonstration: these addresses and this number reach nobody.
      </p>
      <dl>
        <div>
          <dt>Email</dt>
          <dd>{contact.email}</dd>
        </div>
        <div>
          <dt>Telephone</dt>
          <dd>{contact.telephone}</dd>
        </div>
        <div>
          <dt>Post</dt>
          <dd>{contact.post}</dd>
        </div>
        <div>
          <dt>Answer within</dt>
          <dd>10 working days</dd>
        </div>
      </dl>
    </>
  )
}
