/** For requests whose path begins with `path`: keys that may differ from the recording, and why. */
interface Allowed {
  path: string
  reason: string
  keys: readonly string[]
}

const later = 'of 2026: the published clients have it, the tree of 2024 under the recording does not'

const grantKeys = ['customer_uuid', 'customer_name', 'project_uuid', 'resource_uuid']

/** Keys that the sandbox's response has and the recorded one lacks. */
const added: readonly Allowed[] = [
  {
    path: '/api/users/',
    reason: later,
    keys: [
      ...['notifications_enabled', 'birth_date', 'should_protect_user_details', 'has_usable_password', 'gender'],
      ...['personal_title', 'place_of_birth', 'address', 'country_of_residence', 'nationality', 'nationalities'],
      ...['organization_country', 'organization_type', 'organization_registry_code', 'organization_vat_code'],
      ...['organization_address', 'eduperson_assurance', 'uid_number', 'primary_gid', 'attribute_sources'],
      ...['managed_isds', 'active_isds', 'deactivation_reason', 'is_admin_deactivated', 'token_expires_at'],
      ...['has_active_session', 'ip_address', 'is_identity_manager', 'profile_completeness', ...grantKeys],
    ],
  },
  { path: '/api/user-permissions/', reason: later, keys: grantKeys },
  {
    path: '/api/roles/',
    reason: later,
    keys: ['users_count', 'template_uuid', 'template_name', 'customer_uuid', 'customer_name'],
  },
  { path: '/api/configuration/', reason: later, keys: ['OIDC_ACCESS_TOKEN_ENABLED'] },
  { path: '/api/projects/', reason: later, keys: ['is_removed', 'project_metadata'] },
  {
    path: '/api/customers/',
    reason: later,
    keys: ['organization_groups', 'default_affiliations', 'billing_price_estimate'],
  },
  { path: '/api/marketplace-public-offerings/', reason: later, keys: ['project_uuid'] },
  { path: '/api/marketplace-provider-offerings/', reason: later, keys: ['project_uuid'] },
]

const own = 'chosen by each Waldur'

/** Keys whose values differ. */
const other: readonly Allowed[] = [
  {
    path: '/api/configuration/',
    reason: own,
    keys: ['LANGUAGES', 'LANGUAGE_CHOICES', 'SITE_NAME', 'FULL_PAGE_TITLE', 'BRAND_COLOR', 'HOMEPORT_URL'],
  },
  { path: '/api/', reason: 'made of a name and a counter', keys: ['slug', 'user_slug', 'customer_slug'] },
  { path: '/api/roles/', reason: 'the name of the model in 2024', keys: ['content_type'] },
  { path: '/api/customers/', reason: 'not counted here', keys: ['projects_count', 'users_count'] },
  { path: '/api/projects/', reason: 'not counted here', keys: ['resources_count'] },
  { path: '/api/projects/', reason: 'texts in the published clients', keys: ['billing_price_estimate'] },
  { path: '/api/customers/', reason: 'of 2024: that of the staff user who makes it', keys: ['domain', 'display_name'] },
  { path: '/api/events/', reason: 'that of the event', keys: ['uuid'] },
  { path: '/api/auth-tokens/', reason: 'the number of a row', keys: ['url'] },
  { path: '/api/database-stats/', reason: 'of another database', keys: ['table_name', 'total_size', 'data_size'] },
  { path: '/api/database-stats/', reason: 'SQLite keeps no part of a row elsewhere', keys: ['external_size'] },
]

const used = new Set<string>()
const named = ({ path }: Allowed, key: string) => `${key} of ${path}`

const allows = (rows: readonly Allowed[], path: string) => (key: string) => {
  const row = rows.find((one) => path.startsWith(one.path) && one.keys.includes(key))
  if (row) used.add(named(row, key))
  return row !== undefined
}

/** Which keys a response to a request at this path may add, and which values may differ. */
export const allowancesOf = (path: string) => ({ mayAdd: allows(added, path), mayDiffer: allows(other, path) })

/** Allowances that nothing has needed so far. */
export const idleAllowances = (): string[] =>
  [...added, ...other].flatMap((row) => row.keys.map((key) => named(row, key))).filter((name) => !used.has(name))
