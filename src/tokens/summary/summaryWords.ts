import { t } from '../../ui/i18n.tsx'

/** Whole sentences, so that each can be translated freely. */
export const SENTENCES = {
  will: {
    limitedGlobal: () => t('[[name]] can’t be created like this. Global permissions can’t be limited to places.'),
    rejected: () => t('[[name]] can’t be created like this.'),
    everywhere: () =>
      t('[[name]] will be able to [[permissions]] everywhere you have these permissions, until [[end]].'),
    staff: () =>
      t('[[name]] will be able to [[permissions]] in every organization, project and resource until [[end]].'),
    limited: () =>
      t(
        '[[name]] will be able to [[permissions]] in [[entities]] until [[end]]. It won’t be able to use these permissions anywhere else.',
      ),
    staffLimited: () =>
      t(
        '[[name]] will be able to [[permissions]] in [[entities]] until [[end]], whatever your roles there. It won’t be able to use these permissions anywhere else.',
      ),
    mixed: () =>
      t(
        '[[name]] will be able to [[permissions]] in [[entities]], and only some of that in [[others]], until [[end]]. It won’t be able to use these permissions anywhere else.',
      ),
    each: () =>
      t(
        '[[name]] will be able to [[permissions]] in [[entities]], and only some of that in each, until [[end]]. It won’t be able to use these permissions anywhere else.',
      ),
    mixedReads: () => t('It will only read in [[others]].'),
    atLeast: () => t('[[name]] will be able to [[permissions]] in [[entities]] until [[end]].'),
    atLeastMixed: () =>
      t(
        '[[name]] will be able to [[permissions]] in [[entities]], and only some of that in [[others]], until [[end]].',
      ),
    has: () => t('[[name]] will have these permissions until [[end]]: [[permissions]].'),
    hasLimited: () => t('[[name]] will have these permissions in [[entities]] until [[end]]: [[permissions]].'),
    below: () =>
      t('[[name]] will be able to read [[entities]] until [[end]]. It won’t be able to [[permissions]] there.'),
    read: () =>
      t(
        '[[name]] will be able to read everything you can see until [[end]]. It won’t be able to change anything that needs a permission.',
      ),
    readLimited: () =>
      t(
        '[[name]] will be able to read everything you can see in [[entities]] until [[end]]. It won’t be able to change anything that needs a permission.',
      ),
    staffViews: () => t('[[name]] will be able to use staff-only views until [[end]]. It has no other permission.'),
    supportViews: () => t('[[name]] will be able to use support views until [[end]]. It has no other permission.'),
  },
  can: {
    everywhere: () => t('[[name]] can [[permissions]] everywhere you have these permissions, until [[end]].'),
    staff: () => t('[[name]] can [[permissions]] in every organization, project and resource until [[end]].'),
    limited: () =>
      t('[[name]] can [[permissions]] in [[entities]] until [[end]]. It can’t use these permissions anywhere else.'),
    staffLimited: () =>
      t(
        '[[name]] can [[permissions]] in [[entities]] until [[end]], whatever your roles there. It can’t use these permissions anywhere else.',
      ),
    mixed: () =>
      t(
        '[[name]] can [[permissions]] in [[entities]], and only some of that in [[others]], until [[end]]. It can’t use these permissions anywhere else.',
      ),
    each: () =>
      t(
        '[[name]] can [[permissions]] in [[entities]], and only some of that in each, until [[end]]. It can’t use these permissions anywhere else.',
      ),
    mixedReads: () => t('It only reads in [[others]].'),
    atLeast: () => t('[[name]] can [[permissions]] in [[entities]] until [[end]].'),
    atLeastMixed: () =>
      t('[[name]] can [[permissions]] in [[entities]], and only some of that in [[others]], until [[end]].'),
    has: () => t('[[name]] has these permissions until [[end]]: [[permissions]].'),
    hasLimited: () => t('[[name]] has these permissions in [[entities]] until [[end]]: [[permissions]].'),
    below: () => t('[[name]] can read [[entities]] until [[end]]. It can’t [[permissions]] there.'),
    read: () =>
      t('[[name]] can read everything you can see until [[end]]. It can’t change anything that needs a permission.'),
    readLimited: () =>
      t(
        '[[name]] can read everything you can see in [[entities]] until [[end]]. It can’t change anything that needs a permission.',
      ),
    staffViews: () => t('[[name]] can use staff-only views until [[end]]. It has no other permission.'),
    supportViews: () => t('[[name]] can use support views until [[end]]. It has no other permission.'),
    gone: () => t('[[name]] can’t use any of its permissions. Every place it was limited to was deleted.'),
  },
  stops: {
    everywhere: () => t('[[name]] will no longer be able to [[permissions]] anywhere.'),
    limited: () => t('[[name]] will no longer be able to [[permissions]] in [[entities]].'),
    read: () => t('[[name]] will no longer be able to read anything.'),
    staffViews: () => t('[[name]] will no longer be able to use staff-only views.'),
    supportViews: () => t('[[name]] will no longer be able to use support views.'),
    gone: () => t('[[name]] already can’t use any of its permissions. Every place it was limited to was deleted.'),
  },
  also: {
    staffViews: () => t('It can also use staff-only views in all of Waldur.'),
    supportViews: () => t('It can also use support views in all of Waldur.'),
  },
}

export const networkText = (count: number): string =>
  count === 0
    ? t('It works only from the IP addresses you add.')
    : t('It works only from {{count}} IP addresses or ranges.', {
        count,
        defaultValue_one: 'It works only from 1 IP address or range.',
      })
