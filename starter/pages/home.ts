import { md } from '../markdown.ts'
import { EMAIL } from './contact.ts'
import type { StarterPage } from './types.ts'

/** The programme page: the welcome, what one gets, what happens when, what one agrees to. */
export const HOME: StarterPage = {
  role: 'home',
  purpose: 'Programme page',
  slug: 'home',
  title: 'Welcome to Leeds. Start with a doctor who made the same journey.',
  lead: 'We are proud of our International Medical Graduates (IMGs): doctors who trained abroad and now work in Leeds. Our peer mentor programme links you with a colleague from your country, or from the same part of the world.',
  summary:
    'Peer mentors for International Medical Graduates (IMGs) at Leeds Teaching Hospitals: a doctor from your country or region helps you start in the NHS.',
  layout: [
    {
      blockType: 'hero',
      actions: [
        { text: 'Get a mentor', link: { url: '/sign-up/mentee/' } },
        { text: 'Become a mentor', link: { url: '/sign-up/mentor/' } },
      ],
    },
    {
      blockType: 'cards',
      title: 'What a mentor can do for you',
      intro: 'A mentor has already done what you are about to do. You decide what to talk about.',
      cards: [
        {
          title: 'Settle in',
          text: 'Find a home, open a bank account, choose a school, understand your visa, bring your family over.',
        },
        {
          title: 'Understand the NHS',
          text: 'How a ward works here, what is expected of you, and who to ask when you are not sure.',
        },
        {
          title: 'Plan your career',
          text: 'Exams, portfolios, and how to apply for a training post.',
        },
        {
          title: 'Feel less alone',
          text: 'Someone who speaks your language or knows your home, and who remembers how the first months felt.',
        },
      ],
    },
    { blockType: 'numbers', title: 'How long you may wait' },
    {
      blockType: 'timeline',
      title: 'What happens when',
      moments: [
        {
          when: 'Today',
          title: 'You sign up',
          text: 'You answer some questions and confirm your email address. You do not need an account and it does not cost anything.',
        },
        {
          when: 'While you wait',
          title: 'A coordinator looks for your match',
          text: 'You can see where you stand on your own page, change your answers, or stop.',
        },
        {
          when: 'Day 1',
          title: 'We introduce you',
          text: 'You both get an email with the other’s name, how to reach them, and why we matched you.',
        },
        {
          when: 'Within 1 week',
          title: 'Your mentor writes to you',
          text: 'You arrange to meet, face to face at least once.',
        },
        {
          when: 'At your first meeting',
          title: 'You make the mentoring agreement',
          text: 'You agree how often you meet and for how long. The agenda is the mentee’s.',
        },
        {
          when: 'After 4 months',
          title: 'You finish, or go on',
          text: 'If you both want to, you can go on for up to 6 months in all. Either of you can stop before, without blame.',
        },
      ],
    },
    {
      blockType: 'text',
      title: 'Why we do this',
      body: md(`A first job in the NHS often means a new country and a new health system in the same week. You learn how the ward works while you look for a home and a school for your children.

Getting here may have cost you a lot: years of work, money, and time with family and friends who are now far away. Another culture can feel lonely and confusing, even when people are kind. It is also a chance to grow, to make friends from all over the world, and to learn from each other.

Many doctors in Leeds have been through this. Their advice is worth having, so we help you find each other. You are not the only one:`),
    },
    {
      blockType: 'figures',
      figures: [
        {
          figure: '21.3%',
          text: 'of our doctors below consultant grade describe their nationality as other than British',
          source: 'The trust’s own figures, November 2019',
        },
        {
          figure: '60',
          text: 'countries are where these doctors come from',
          source: 'The trust’s own figures, November 2019',
        },
      ],
    },
    {
      blockType: 'cards',
      title: 'Whichever route brings you here',
      cards: [
        {
          title: 'CPSP scheme',
          text: 'You come to the trust through the scheme of the College of Physicians and Surgeons Pakistan.',
        },
        {
          title: 'Medical Training Initiative (MTI)',
          text: 'You come to train in the NHS for a time, through the Medical Training Initiative.',
        },
        {
          title: 'Direct employment',
          text: 'You applied to one of our departments and it employs you.',
        },
        {
          title: 'Training post',
          text: 'You were offered a training post in Leeds through national recruitment by Health Education England (HEE).',
        },
      ],
    },
    {
      blockType: 'steps',
      title: 'What you agree to',
      lists: [
        {
          title: 'If you want a mentor',
          steps: [
            {
              title: 'Your mentor writes first',
              text: 'Look out for an email from your mentor, and answer it.',
            },
            {
              title: 'Meet your mentor',
              text: 'Complete the mentoring agreement together, so that you both know what to expect.',
            },
            {
              title: 'Agree on time',
              text: 'Decide with your mentor how often you meet and for how long.',
            },
            {
              title: 'Set the agenda',
              text: 'You choose what you talk about. Bring the questions that matter to you.',
            },
            {
              title: 'Leave or change without blame',
              text: 'If you want to stop, or would like another mentor, tell the central team. You do not need to give a reason.',
            },
          ],
          action: 'Sign up for a mentor',
          link: { url: '/sign-up/mentee/' },
        },
        {
          title: 'If you want to be a mentor',
          steps: [
            {
              title: 'Write first',
              text: 'Email your mentee within one week of being matched. A few friendly lines are enough.',
            },
            {
              title: 'Be easy to reach',
              text: 'Be willing to swap phone numbers with your mentee.',
            },
            {
              title: 'Complete the mentoring agreement',
              text: 'Fill it in together with your mentee, so that you both know what to expect.',
            },
            {
              title: 'Meet in person at least once',
              text: 'After that, support your mentee face to face or online, whichever suits you both.',
            },
            {
              title: 'Agree on time',
              text: 'Decide with your mentee how often you meet and for how long.',
            },
            {
              title: 'Stay for 4 months',
              text: 'That is how long mentoring lasts as a rule. It can be up to 6 months if you both agree.',
            },
            {
              title: 'Leave without blame',
              text: 'You are a volunteer. If you cannot go on, tell the central team. They release you and do not ask for a reason.',
            },
          ],
          action: 'Sign up as a mentor',
          link: { url: '/sign-up/mentor/' },
        },
      ],
    },
    {
      blockType: 'training',
      title: 'Never mentored before?',
      body: md(`You do not need experience. If you are a good listener and you care, you can be a good mentor.

A national e-learning resource on mentoring in medicine helps you to prepare. It is on e-learning for healthcare (e-LfH), free to NHS staff, and among our [resources](/resources/). We also plan one-day training for mentors.`),
    },
    {
      blockType: 'text',
      title: 'A group for everyone in the programme',
      body: md(
        `Mentors and mentees of the programme have a closed Facebook group. It is for particular questions and for news, and you join only if you want to. To be let in, [ask the central team](mailto:${EMAIL}).`,
      ),
    },
    {
      blockType: 'warning',
      title: 'Keep what you tell each other between you',
      body: md('Do not write about your own mentor or mentee in the group.'),
    },
    {
      blockType: 'questions',
      title: 'Questions people ask',
      questions: [
        {
          title: 'Who can take part?',
          body: md(
            'Anyone may sign up, as a mentor or as a mentee. You can also be both: you may help somebody who is newer than you while you have a mentor yourself.',
          ),
        },
        {
          title: 'Will I certainly get a mentor?',
          body: md(
            'We cannot promise it: a match depends on who else has signed up. We hope to have more mentors than mentees, so some mentors will wait. Read [how we match](/how-we-match/).',
          ),
        },
        {
          title: 'Do I have to say where I am from?',
          body: md(
            'No. You can answer “No preference” or “Prefer not to say”. Your place on the waiting list is the same, and we match you on your other answers.',
          ),
        },
        {
          title: 'Does my manager find out?',
          body: md(
            'Not from us. Coordinators in the central team see your answers so that they can match you, and the person you are matched with sees some of them. Read [how we look after your data](/privacy/).',
          ),
        },
        {
          title: 'What if we do not get on?',
          body: md(
            'Either of you can stop at any time, on your own page or by writing to the central team. Nobody is blamed and you are not asked why. If you would like another mentor, you go back on the waiting list with the place you had.',
          ),
        },
      ],
    },
    {
      blockType: 'contact',
      title: 'Talk to us',
      body: md(
        'Write to us if you have a question about the programme, if your answers have changed, or if something about your match is not right. You can also tell us that you want to stop.',
      ),
    },
  ],
}
