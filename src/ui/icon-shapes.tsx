import type { ReactNode } from 'react'

/** The shapes of the icon set, on a 24-unit box, drawn in the current colour. */
export const iconShapes = {
  'not-judged': (
    <>
      <path
        d="M5 12h14"
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinecap="round"
        strokeLinejoin="round"
        strokeDasharray="2 4"
      />
    </>
  ),
  complete: (
    <>
      <circle cx="12" cy="12" r="10.5" fill="currentColor" />
      <path
        d="m7 12.4 3.4 3.4L17 8.8"
        fill="none"
        stroke="var(--text-inverse)"
        strokeWidth="2.25"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </>
  ),
  'on-track': (
    <>
      <circle
        cx="12"
        cy="12"
        r="10"
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <path
        d="m10 7.8 4.3 4.2-4.3 4.2"
        fill="none"
        stroke="currentColor"
        strokeWidth="2.5"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </>
  ),
  'at-risk': (
    <>
      <path d="M12 2 23 21.5H1Z" fill="currentColor" />
      <path
        d="M12 9.2v5.6M12 18.2v.1"
        fill="none"
        stroke="var(--text-inverse)"
        strokeWidth="2.25"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </>
  ),
  late: (
    <>
      <rect x="1.8" y="1.8" width="20.4" height="20.4" fill="currentColor" />
      <path
        d="M12 6.5V12l4 3.4"
        fill="none"
        stroke="var(--text-inverse)"
        strokeWidth="2.25"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </>
  ),
  'not-started': (
    <>
      <circle
        cx="12"
        cy="12"
        r="10"
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinecap="round"
        strokeLinejoin="round"
        strokeDasharray="2.6 3.6"
      />
    </>
  ),
  'target-met': (
    <>
      <circle
        cx="12"
        cy="12"
        r="10"
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <circle cx="12" cy="12" r="4.5" fill="currentColor" />
    </>
  ),
  'on-plan': (
    <>
      <path
        d="M2 19 22 5"
        fill="none"
        stroke="currentColor"
        strokeWidth="2.75"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <path
        d="M2 13.5 15 4.4"
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinecap="round"
        strokeLinejoin="round"
        strokeDasharray="1 4.4"
      />
    </>
  ),
  'off-plan': (
    <>
      <path
        d="M2 8c7-3 12 1 20-1"
        fill="none"
        stroke="currentColor"
        strokeWidth="2.75"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <path
        d="M2 8 21 21"
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinecap="round"
        strokeLinejoin="round"
        strokeDasharray="1 4.4"
      />
    </>
  ),
  'too-early': (
    <>
      <path
        d="M4 12h.1M12 12h.1M20 12h.1"
        fill="none"
        stroke="currentColor"
        strokeWidth="4"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </>
  ),
  provisional: (
    <>
      <circle
        cx="12"
        cy="12"
        r="6"
        fill="none"
        stroke="currentColor"
        strokeWidth="2.5"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </>
  ),
  revised: (
    <>
      <circle cx="12" cy="17" r="4" fill="currentColor" />
      <circle
        cx="12"
        cy="5"
        r="3"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <path
        d="M12 8v5"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </>
  ),
  missing: (
    <>
      <path
        d="M2 12h5M17 12h5M9.5 9.5l5 5M14.5 9.5l-5 5"
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </>
  ),
  suppressed: (
    <>
      <rect
        x="3"
        y="5"
        width="18"
        height="14"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <path
        d="m3 15 10-10M7 19 21 5M15 19l6-6"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </>
  ),
  overdue: (
    <>
      <circle
        cx="12"
        cy="13"
        r="8.5"
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <path
        d="M12 8.5V13l3.2 2M9 2h6"
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </>
  ),
  'not-permitted': (
    <>
      <rect x="4.5" y="11" width="15" height="10" fill="none" stroke="currentColor" strokeWidth="2" />
      <path d="M8 11V7.5a4 4 0 0 1 8 0V11" fill="none" stroke="currentColor" strokeWidth="2" />
    </>
  ),
  failed: (
    <>
      <path d="M12 3 22 20.5H2Z" fill="none" stroke="currentColor" strokeWidth="2" strokeLinejoin="round" />
      <path
        d="M12 9.5v5M12 17.3v.2"
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinecap="round"
      />
    </>
  ),
  'sort-up': (
    <path
      d="M12 6v13M6.5 11 12 5.5l5.5 5.5"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.25"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  ),
  'sort-down': (
    <path
      d="M12 18V5M6.5 13l5.5 5.5 5.5-5.5"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.25"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  ),
  find: (
    <>
      <circle cx="10.5" cy="10.5" r="6.5" fill="none" stroke="currentColor" strokeWidth="2.25" />
      <path
        d="m15.5 15.5 5.5 5.5"
        fill="none"
        stroke="currentColor"
        strokeWidth="2.5"
        strokeLinecap="round"
      />
    </>
  ),
  settings: (
    <>
      <path
        d="M3 7h8M17 7h4M3 17h4M13 17h8"
        fill="none"
        stroke="currentColor"
        strokeWidth="2.25"
        strokeLinecap="round"
      />
      <circle cx="14" cy="7" r="3" fill="none" stroke="currentColor" strokeWidth="2.25" />
      <circle cx="10" cy="17" r="3" fill="none" stroke="currentColor" strokeWidth="2.25" />
    </>
  ),
  menu: (
    <path
      d="M3.5 6h17M3.5 12h17M3.5 18h17"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.25"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  ),
  fold: (
    <path
      d="m5.5 9 6.5 6.5L18.5 9"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.25"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  ),
  close: (
    <path
      d="m5.5 5.5 13 13M18.5 5.5l-13 13"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.25"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  ),
  'common-cause': (
    <>
      <circle cx="12" cy="12" r="10.5" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path
        d="M5 13.5 8 9.5l3 5 3-5.5 2.6 4.5 2.4-3"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.75"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </>
  ),
  'improving-high': (
    <>
      <circle cx="12" cy="12" r="10.5" fill="currentColor" />
      <path
        d="M12 17V7.5M7.8 11.4 12 7.2l4.2 4.2"
        fill="none"
        stroke="var(--text-inverse)"
        strokeWidth="2.25"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </>
  ),
  'improving-low': (
    <>
      <circle cx="12" cy="12" r="10.5" fill="currentColor" />
      <path
        d="M12 7v9.5M7.8 12.6 12 16.8l4.2-4.2"
        fill="none"
        stroke="var(--text-inverse)"
        strokeWidth="2.25"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </>
  ),
  'concerning-high': (
    <>
      <path d="M12 .8 23.2 12 12 23.2 .8 12Z" fill="currentColor" />
      <path
        d="M12 17V7.5M7.8 11.4 12 7.2l4.2 4.2"
        fill="none"
        stroke="var(--text-inverse)"
        strokeWidth="2.25"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </>
  ),
  'concerning-low': (
    <>
      <path d="M12 .8 23.2 12 12 23.2 .8 12Z" fill="currentColor" />
      <path
        d="M12 7v9.5M7.8 12.6 12 16.8l4.2-4.2"
        fill="none"
        stroke="var(--text-inverse)"
        strokeWidth="2.25"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </>
  ),
  'changed-high': (
    <>
      <rect x="2" y="2" width="20" height="20" fill="none" stroke="currentColor" strokeWidth="2" />
      <path
        d="M12 17V7.5M7.8 11.4 12 7.2l4.2 4.2"
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </>
  ),
  'changed-low': (
    <>
      <rect x="2" y="2" width="20" height="20" fill="none" stroke="currentColor" strokeWidth="2" />
      <path
        d="M12 7v9.5M7.8 12.6 12 16.8l4.2-4.2"
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </>
  ),
  'target-reliable': (
    <>
      <rect x="1.5" y="1.5" width="21" height="21" fill="currentColor" />
      <path
        d="M9 18V6h4a3.6 3.6 0 0 1 0 7.2H9"
        fill="none"
        stroke="var(--text-inverse)"
        strokeWidth="2.25"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </>
  ),
  'target-unreachable': (
    <>
      <rect x="2" y="2" width="20" height="20" fill="none" stroke="currentColor" strokeWidth="2.5" />
      <path
        d="M9 18V6h7M9 12h5.5"
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </>
  ),
  'target-by-chance': (
    <>
      <rect
        x="2"
        y="2"
        width="20"
        height="20"
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        strokeDasharray="3 2.7"
      />
      <path
        d="M9 9.2a3 3 0 1 1 4.6 2.5c-1.1.7-1.6 1.3-1.6 2.5M12 17.6v.2"
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </>
  ),
} satisfies Record<string, ReactNode>

export type IconName = keyof typeof iconShapes
