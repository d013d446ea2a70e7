import type { ResourceLink } from '../../payload-types.ts'

type DemoResourceLink = Omit<ResourceLink, 'createdAt' | 'id' | 'updatedAt'>

const CENTRAL_TEAM = { owner: 'Central team', ownerEmail: 'img-mentoring@example.org' }
const EDUCATION = { owner: 'Medical education', ownerEmail: 'education@example.org' }

/**
 * The programme's resource links, in the order of the site. The addresses are invented: they lead
 * nowhere.
 */
export const DEMO_RESOURCE_LINKS: DemoResourceLink[] = [
  {
    title: 'Facebook group for international doctors in the UK',
    url: 'https://example.org/groups/img-doctors-uk',
    audience: 'International doctors anywhere in the UK, or on their way',
    description:
      'A large closed group where members answer fast. Ask about jobs and visas, or find out who else lives near you.',
    joining: 'Ask to join. You need a Facebook account.',
    topic: 'Groups of doctors',
    ...CENTRAL_TEAM,
  },
  {
    title: 'Online induction for international doctors',
    url: 'https://example.org/induction/international-doctors',
    audience: 'International doctors who start in the NHS',
    description:
      'Short modules to work through at your own pace: careers, what is expected of you, etiquette at work, drug charts and death certificates.',
    joining: 'Free. Enrol with your GMC number.',
    topic: 'Working in the NHS',
    ...EDUCATION,
  },
  {
    title: 'Filipino trainees in the UK',
    url: 'https://example.org/filipino-img-trainees',
    audience: 'Doctors from the Philippines who want a training post',
    description:
      'Filipino doctors in training explain how they got their posts, with most detail on entry at ST1 and core level. Much of it is useful wherever you trained.',
    joining: 'Free to read. Write to them if you want to join.',
    topic: 'Groups of doctors',
    ...CENTRAL_TEAM,
  },
  {
    title: 'Bangladeshi doctors in the UK',
    url: 'https://example.org/bangladeshi-imgs',
    audience: 'Doctors from Bangladesh, at any stage',
    description:
      'Guides to the training pathways and to life in the UK, such as how to open a bank account in your first weeks.',
    joining: 'Free. Sign up on the website.',
    topic: 'Groups of doctors',
    ...CENTRAL_TEAM,
  },
  {
    title: 'E-learning: mentoring in medicine',
    url: 'https://example.org/elearning/medical-mentoring',
    audience: 'Mentors, above all those who have not mentored before',
    description:
      'A national online resource on mentoring between doctors. It helps you prepare for a first meeting and for what comes after.',
    joining: 'Free to NHS staff. Log in with your work email address.',
    topic: 'For mentors',
    ...EDUCATION,
  },
  {
    title: 'Welcome evenings for new doctors, 2019',
    url: 'https://example.org/welcome-evenings-2019',
    audience: 'International doctors who started in Leeds in 2019',
    description:
      'Dates and places of a series of informal evenings. The series has ended; this link stays here as an example of one that is retired.',
    joining: 'No longer open.',
    isRetired: true,
    topic: 'Groups of doctors',
    ...CENTRAL_TEAM,
  },
]
