/** The lines of the icons in front of notes. */
export const NOTE_ICONS = {
  warning: 'M8 2.25 14.25 13.25H1.75zM8 6.5v3M8 11.4v.01',
  time: 'M2 8a6 6 0 1 0 12 0 6 6 0 1 0-12 0zM8 4.75V8l2.25 1.5',
  info: 'M2 8a6 6 0 1 0 12 0 6 6 0 1 0-12 0zM8 7.5v3.25M8 5.2v.01',
} as const
