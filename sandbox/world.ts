/** A resource of a project: its offering, its state, and the projects inside it. */
interface SeedResource {
  name: string
  /** Name of an offering, unique in the world. */
  offering: string
  state?: string
  projects?: string[]
  /** State of the order that created it. */
  order?: string
}

export interface SeedOrganization {
  name: string
  native_name: string
  abbreviation: string
  country: string
  domain: string
  registration_code: string
  projects: { name: string; resources: SeedResource[] }[]
  offerings?: { name: string; category: string; state?: string }[]
  calls?: { name: string; state: string; proposals: { name: string; project: string; state: string }[] }[]
}

/**
 * The organizations and all they own. Two projects named Genomics and two resources named gpu-training are intended: in
 * a real deployment, names don't identify entities either.
 */
export const organizations: SeedOrganization[] = [
  {
    name: 'Tartu Ülikool',
    native_name: 'Tartu Ülikool',
    abbreviation: 'TÜ',
    country: 'EE',
    domain: 'ut.example',
    registration_code: '74001073',
    projects: [
      {
        name: 'Genomics',
        resources: [
          { name: 'variant-calling', offering: 'Rocket HPC', projects: ['cohort-2024', 'cohort-2025'] },
          { name: 'geenivaramu-arhiiv', offering: 'Archive Õigus' },
        ],
      },
      {
        name: 'Läänemere kliimamudel',
        resources: [
          { name: 'baltic-hindcast', offering: 'Olivia GPU', projects: ['hindcast-1970'] },
          { name: 'merejää', offering: 'Rocket HPC', state: 'Erred' },
        ],
      },
      {
        name: 'Keeletehnoloogia',
        resources: [{ name: 'gpu-training', offering: 'Olivia GPU', order: 'pending-provider' }],
      },
    ],
    offerings: [
      { name: 'Rocket HPC', category: 'Compute' },
      { name: 'Archive Õigus', category: 'Storage' },
      { name: 'Quantum Testbed', category: 'Compute', state: 'Draft' },
    ],
    calls: [
      {
        name: 'HPC kevadvoor 2026',
        state: 'active',
        proposals: [
          { name: 'Rukki genoom', project: 'Genomics', state: 'submitted' },
          { name: 'Jääkatte ennustus', project: 'Läänemere kliimamudel', state: 'in_review' },
        ],
      },
      { name: 'HPC sügisvoor 2026', state: 'draft', proposals: [] },
    ],
  },
  {
    name: 'UiT Norges arktiske universitet',
    native_name: 'UiT Norges arktiske universitet',
    abbreviation: 'UiT',
    country: 'NO',
    domain: 'uit.example',
    registration_code: '970422528',
    projects: [
      {
        name: 'Nordlysobservatoriet',
        resources: [
          { name: 'magnetometer-arkiv', offering: 'NIRD Lager', projects: ['kiruna', 'tromsø'] },
          { name: 'all-sky-kamera', offering: 'Olivia GPU' },
        ],
      },
      {
        name: 'Havforskning i Barentshavet',
        resources: [{ name: 'ekkolodd', offering: 'NIRD Lager', order: 'pending-consumer' }],
      },
    ],
  },
  {
    name: 'Sigma2 AS',
    native_name: 'Sigma2 AS',
    abbreviation: 'Σ2',
    country: 'NO',
    domain: 'sigma2.example',
    registration_code: '814864332',
    projects: [{ name: 'Drift og overvåking', resources: [{ name: 'prometheus', offering: 'NIRD Lager' }] }],
    offerings: [
      { name: 'Olivia GPU', category: 'Compute' },
      { name: 'NIRD Lager', category: 'Storage', state: 'Paused' },
      { name: 'Fram (utfaset)', category: 'Compute', state: 'Archived' },
    ],
    calls: [
      {
        name: 'Tildeling høst 2026',
        state: 'active',
        proposals: [{ name: 'Nordlys i sanntid', project: 'Nordlysobservatoriet', state: 'draft' }],
      },
    ],
  },
  {
    name: 'Universität Tübingen',
    native_name: 'Eberhard Karls Universität Tübingen',
    abbreviation: 'EKUT',
    country: 'DE',
    domain: 'tuebingen.example',
    registration_code: 'DE812383453',
    projects: [
      { name: 'Genomics', resources: [{ name: 'gpu-training', offering: 'bwCloud Südwest' }] },
      {
        name: 'Hölderlin-Korpus',
        resources: [{ name: 'volltextsuche', offering: 'bwCloud Südwest', state: 'Updating' }],
      },
    ],
    offerings: [{ name: 'bwCloud Südwest', category: 'Private clouds' }],
  },
  {
    name: 'Forschungszentrum Großhansdorf',
    native_name: 'Forschungszentrum Großhansdorf GmbH',
    abbreviation: 'FZG',
    country: 'DE',
    domain: 'fzg.example',
    registration_code: 'HRB 90125',
    projects: [{ name: 'Lungenbildgebung', resources: [{ name: 'ct-segmentierung', offering: 'bwCloud Südwest' }] }],
  },
  {
    name: 'École normale supérieure de Besançon',
    native_name: 'École normale supérieure de Besançon',
    abbreviation: 'ENSB',
    country: 'FR',
    domain: 'ensb.example',
    registration_code: '130018294',
    projects: [
      { name: 'Mécanique céleste', resources: [{ name: 'éphémérides', offering: 'Grille Franche-Comté' }] },
      {
        name: 'Forêts du Jura',
        resources: [{ name: 'lidar-brut', offering: 'Grille Franche-Comté', state: 'Creating', order: 'executing' }],
      },
    ],
    offerings: [{ name: 'Grille Franche-Comté', category: 'Compute' }],
    calls: [{ name: 'Appel à projets 2025', state: 'archived', proposals: [] }],
  },
  {
    name: 'Tallinna Tehnikaülikool',
    native_name: 'Tallinna Tehnikaülikool',
    abbreviation: 'TalTech',
    country: 'EE',
    domain: 'taltech.example',
    registration_code: '74000323',
    projects: [{ name: 'Küberkaitse õppus', resources: [{ name: 'punane-meeskond', offering: 'Rocket HPC' }] }],
  },
  {
    name: 'Keskkonnaagentuur',
    native_name: 'Keskkonnaagentuur',
    abbreviation: 'KAUR',
    country: 'EE',
    domain: 'kaur.example',
    registration_code: '70009646',
    projects: [
      { name: 'Ilmaradar', resources: [{ name: 'sürgavere', offering: 'Archive Õigus', state: 'Terminated' }] },
    ],
  },
  {
    name: 'Bergen Oseanografiske Forening',
    native_name: 'Bergen Oseanografiske Forening',
    abbreviation: 'BOF',
    country: 'NO',
    domain: 'bof.example',
    registration_code: '985321884',
    projects: [],
  },
]
