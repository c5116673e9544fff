import type { TokenAction } from './tokenActions.ts'

/** The lines of each action's icon. */
export const ACTION_ICONS: Record<TokenAction['kind'], string> = {
  rotate: 'M13.25 8a5.25 5.25 0 1 1-1.6-3.77M13.25 2v2.75H10.5',
  replace:
    'M2.75 3.25h6.5a1 1 0 0 1 1 1v1.25a1 1 0 0 1-1 1h-6.5a1 1 0 0 1-1-1V4.25a1 1 0 0 1 1-1zM6.75 9.5h6.5a1 1 0 0 1 1 1v1.25a1 1 0 0 1-1 1h-6.5a1 1 0 0 1-1-1V10.5a1 1 0 0 1 1-1z',
  copy: 'M7 5.5h5a1.5 1.5 0 0 1 1.5 1.5v5a1.5 1.5 0 0 1-1.5 1.5H7A1.5 1.5 0 0 1 5.5 12V7A1.5 1.5 0 0 1 7 5.5zM10.5 5.5V4A1.5 1.5 0 0 0 9 2.5H4A1.5 1.5 0 0 0 2.5 4v5A1.5 1.5 0 0 0 4 10.5h1.5',
  networks:
    'M8 14.25S3.25 10.2 3.25 6.5a4.75 4.75 0 0 1 9.5 0c0 3.7-4.75 7.75-4.75 7.75zM6.4 6.5a1.6 1.6 0 1 0 3.2 0a1.6 1.6 0 1 0-3.2 0z',
  revoke: 'M2 8a6 6 0 1 0 12 0a6 6 0 1 0-12 0zM3.8 3.8l8.4 8.4',
}
