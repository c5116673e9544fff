import type { RoleType } from './bindings.ts'

interface SeedGrant {
  role: string
  type: RoleType
  /** Name of the entity (the first in the world if there are two); null if it is deleted or the role is global. */
  on: string | null
  /** Days until the grant ends. Negative: it has ended, and has been removed if that was more than a day ago. */
  endsInDays?: number
}

export interface SeedPerson {
  /** Also the password. */
  username: string
  firstName: string
  lastName: string
  organization: string
  isStaff?: boolean
  isSupport?: boolean
  isActive?: boolean
  canUsePats?: boolean
  grants: SeedGrant[]
  /** The terminal's note on this sign-in. */
  hint: string
}

/** The world's people. Each one's password is the username. */
export const people: SeedPerson[] = [
  {
    username: 'staff',
    firstName: 'Maarika',
    lastName: 'Sõber',
    organization: 'Waldur',
    isStaff: true,
    grants: [],
    hint: 'sees everything, has tokens in every state',
  },
  {
    username: 'support',
    firstName: 'Øystein',
    lastName: 'Bråten',
    organization: 'Waldur',
    isSupport: true,
    grants: [],
    hint: 'sees everything, may request SUPPORT.ACCESS',
  },
  {
    username: 'owner',
    firstName: 'Kädi',
    lastName: 'Tõnisson',
    organization: 'Tartu Ülikool',
    grants: [
      { role: 'CUSTOMER.OWNER', type: 'customer', on: 'Tartu Ülikool' },
      { role: 'CUSTOMER.OWNER', type: 'customer', on: 'UiT Norges arktiske universitet' },
    ],
    hint: 'owns two organizations, has tokens in every state',
  },
  {
    username: 'manager',
    firstName: 'Jürgen',
    lastName: 'Weiß',
    organization: 'Tartu Ülikool',
    grants: [
      { role: 'PROJECT.MANAGER', type: 'project', on: 'Genomics' },
      { role: 'PROJECT.ADMIN', type: 'project', on: 'Nordlysobservatoriet' },
    ],
    hint: 'manages two projects',
  },
  {
    username: 'member',
    firstName: 'Solène',
    lastName: 'Lefèvre',
    organization: 'École normale supérieure de Besançon',
    grants: [{ role: 'PROJECT.MEMBER', type: 'project', on: 'Mécanique céleste' }],
    hint: 'member of one project',
  },
  {
    username: 'roles',
    firstName: 'Ingebjørg',
    lastName: 'Åsen',
    organization: 'Sigma2 AS',
    grants: [
      { role: 'CUSTOMER.READER', type: 'customer', on: 'Sigma2 AS' },
      { role: 'CUSTOMER.MANAGER', type: 'service_provider', on: 'Sigma2 AS' },
      { role: 'OFFERING.MANAGER', type: 'offering', on: 'Olivia GPU' },
      { role: 'CUSTOMER.CALL_ORGANIZER', type: 'call_organizer', on: 'Sigma2 AS' },
      { role: 'CALL.MANAGER', type: 'call', on: 'Tildeling høst 2026' },
      { role: 'PROPOSAL.MANAGER', type: 'proposal', on: 'Nordlys i sanntid' },
      { role: 'RESOURCE.OPERATOR', type: 'resource', on: 'prometheus' },
      { role: 'PROJECT.MANAGER', type: 'project', on: 'Drift og overvåking', endsInDays: 5 },
      { role: 'PROJECT.ADMIN', type: 'project', on: 'Nordlysobservatoriet', endsInDays: -10 },
      { role: 'PROJECT.AUDITOR', type: 'project', on: 'Nordlysobservatoriet' },
    ],
    hint: 'has many roles, one of which ends soon',
  },
  {
    username: 'provider',
    firstName: 'Franziska',
    lastName: 'Köhler',
    organization: 'Universität Tübingen',
    grants: [
      { role: 'CUSTOMER.MANAGER', type: 'service_provider', on: 'Universität Tübingen' },
      { role: 'PROJECT.MANAGER', type: 'project', on: 'Hölderlin-Korpus', endsInDays: -0.4 },
      { role: 'PROJECT.AUDITOR', type: 'project', on: 'Lungenbildgebung' },
    ],
    hint: 'has a provider’s role, one that ended today and one that is turned off',
  },
  {
    username: 'site',
    firstName: 'Tõnu',
    lastName: 'Õunapuu',
    organization: 'Waldur',
    grants: [{ role: 'SITE.OPERATOR', type: 'global', on: null }],
    hint: 'has a global role, planned for Waldur 8.1.4, which applies everywhere',
  },
  {
    username: 'gone',
    firstName: 'Élodie',
    lastName: 'Gauthier-Ruß',
    organization: 'École normale supérieure de Besançon',
    grants: [
      { role: 'PROJECT.MANAGER', type: 'project', on: null },
      { role: 'PROJECT.ADMIN', type: 'project', on: 'Forêts du Jura' },
    ],
    hint: 'has two roles, one of them on a deleted project',
  },
  {
    username: 'noflag',
    firstName: 'Bogumił',
    lastName: 'Kraśniewski',
    organization: 'Universität Tübingen',
    canUsePats: false,
    grants: [{ role: 'CUSTOMER.OWNER', type: 'customer', on: 'Universität Tübingen' }],
    hint: 'owner who isn’t allowed to create tokens, so an older one doesn’t work',
  },
  {
    username: 'norole',
    firstName: 'Aino',
    lastName: 'Öpik',
    organization: '',
    grants: [],
    hint: 'may create tokens, has no role',
  },
  {
    username: 'disabled',
    firstName: 'Gunnar',
    lastName: 'Mæhlum',
    organization: '',
    isActive: false,
    grants: [],
    hint: 'deactivated account, can’t sign in',
  },
]
