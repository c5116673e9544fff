/**
 * The look of a dialog with a question: as wide as given, and on a phone a sheet at the bottom, where the thumb is. For
 * the `sx` of MUI's Dialog.
 * @param width in pixels
 */
export const questionDialog = (width: number) =>
  ({
    '& .MuiDialog-paper': { maxWidth: { sm: width } },
    '@media (max-width: 599px)': {
      '& .MuiDialog-container': { alignItems: 'flex-end' },
      '& .MuiDialog-paper': {
        height: 'auto',
        maxHeight: 'calc(100% - 24px)',
        borderTop: 1,
        borderColor: 'divider',
        borderRadius: '16px 16px 0 0',
      },
    },
  }) as const

/**
 * The look of a dialog that gets longer as it is filled in: it begins near the top, so that nothing moves that was
 * there before, and fills the screen of a phone.
 */
export const growingDialog = {
  '@media (min-width: 600px)': {
    '& .MuiDialog-container': { alignItems: 'flex-start' },
    '& .MuiDialog-paper': { mt: '12vh', maxHeight: 'calc(88vh - 32px)', maxWidth: 600 },
  },
} as const
