/**
 * The look of a dialog with a question: as wide as given, and on a phone a sheet at the bottom, where the thumb is. For
 * the `sx` of MUI's Dialog.
 * @param width in pixels
 */
export const question = (width: number) =>
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
