import { sql } from 'drizzle-orm'
import { demandStaffViews, demandSupportViews } from './access.ts'
import type { App, Core } from './core.ts'
import { permissionGroups, permissionsOf } from './permissions.ts'
import type { Release } from './releases.ts'
import { has } from './releases.ts'
import { respond, respondToAnyone } from './route.ts'
import type { Settings } from './settings.ts'

/** Roles that clients refer to by name, as in Waldur's generated clients. */
const namedRoles = [
  ...['CUSTOMER.OWNER', 'CUSTOMER.SUPPORT', 'CUSTOMER.MANAGER', 'CUSTOMER.READER'],
  ...['PROJECT.ADMIN', 'PROJECT.MANAGER', 'PROJECT.MEMBER', 'OFFERING.MANAGER'],
  ...['CALL.REVIEWER', 'CALL.MANAGER', 'CALL.PANEL_MEMBER', 'PROPOSAL.MEMBER', 'PROPOSAL.MANAGER'],
]

const constantName = (value: string) => value.replace('.', '_')

const metadata = (release: Release) => ({
  roles: Object.fromEntries(
    namedRoles
      .filter((value) => value !== 'CALL.PANEL_MEMBER' || has(release, 'panel members'))
      .map((value) => [constantName(value), value]),
  ),
  permissions: Object.fromEntries(permissionsOf(release).map((value) => [constantName(value), value])),
  permission_map: {
    customer: 'CUSTOMER.CREATE_PERMISSION',
    project: 'PROJECT.CREATE_PERMISSION',
    offering: 'OFFERING.CREATE_PERMISSION',
    call: 'CALL.CREATE_PERMISSION',
    proposal: 'PROPOSAL.MANAGE',
    resource: 'RESOURCE.CREATE_PERMISSION',
    resource_project: 'RESOURCE_PROJECT.CREATE_PERMISSION',
  },
  permission_descriptions: permissionGroups(release),
})

/** The settings that are public: whether PATs are on, but not their limits (waldur-api.md 1.8). */
function publicConfiguration(settings: Settings) {
  const usesPasskeys = settings.PASSKEY_REQUIRED || settings.PASSKEY_ENFORCED_FOR_STAFF
  const hasPasskeys = has(settings.generation, 'passkeys') && usesPasskeys
  return {
    WALDUR_CORE: {
      PAT_ENABLED: settings.PAT_ENABLED,
      SITE_NAME: settings.SITE_NAME,
      SHORT_PAGE_TITLE: 'Waldur',
      FULL_PAGE_TITLE: settings.SITE_NAME,
      BRAND_COLOR: '#3a5f2b',
      AUTHENTICATION_METHODS: [
        ...(settings.LOCAL_SIGNIN ? ['LOCAL_SIGNIN'] : []),
        ...(settings.SSO ? ['SOCIAL_SIGNUP'] : []),
        ...(hasPasskeys ? ['PASSKEY_MFA'] : []),
      ],
      DEFAULT_IDP: '',
      OIDC_ACCESS_TOKEN_ENABLED: settings.OIDC_ACCESS_TOKEN_ENABLED,
      HOMEPORT_URL: settings.HOMEPORT_URL,
      MASTERMIND_URL: '',
      LANGUAGE_CHOICES: ['en', 'et', 'nb', 'de', 'fr'],
    },
    WALDUR_AUTH_SOCIAL: {},
    WALDUR_AUTH_SAML2: {},
    FEATURES: {},
    LANGUAGES: [['en', 'English']],
    LANGUAGE_CODE: 'en',
  }
}

/** The ten largest tables, in bytes. SQLite has no TOAST, PostgreSQL's separate storage for long values. */
async function largestTables({ db }: Core) {
  const rows = await db.all<{ table_name: string; total_size: number }>(
    sql`select name as table_name, sum(pgsize) as total_size from dbstat group by name order by 2 desc limit 10`,
  )
  return rows.map((row) => ({ ...row, data_size: row.total_size, external_size: 0 }))
}

/** Routes that describe the deployment: settings, vocabulary and tables (waldur-api.md 1.8, 6.1). */
export function configurationRoutes(app: App, core: Core): void {
  respondToAnyone(app, '/api/configuration/', { get: (c) => c.json(publicConfiguration(core.settings)) })
  respondToAnyone(app, '/api/metadata/permissions/', { get: (c) => c.json(metadata(core.settings.generation)) })
  respond(app, core, '/api/override-settings/', {
    get: (c, caller) => {
      demandStaffViews(caller)
      const { PAT_ENABLED, PAT_MAX_LIFETIME_DAYS, PAT_MAX_TOKENS_PER_USER, ...later } = core.settings
      const { PAT_MAX_ACL_ENTRIES, PAT_MAX_AUDIT_EVENTS_PER_HOUR, generation } = later
      return c.json({
        ...{ PAT_ENABLED, PAT_MAX_LIFETIME_DAYS, PAT_MAX_TOKENS_PER_USER },
        ...(has(generation, 'networks') && { PAT_MAX_ACL_ENTRIES, PAT_MAX_AUDIT_EVENTS_PER_HOUR }),
      })
    },
  })
  respond(app, core, '/api/database-stats/', {
    get: async (c, caller) => {
      demandSupportViews(caller)
      return c.json(await largestTables(core))
    },
  })
}
