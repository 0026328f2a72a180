/** Plain English for people who live here and read little Japanese. */
import type { EditionTexts } from './edition-texts.ts';
import { formatCount } from './format.ts';

export const enTexts: EditionTexts = {
  home: {
    lead: 'Find hospitals, clinics, pharmacies, home nursing and care services.',
    how: 'How to use this site',
    howText: [
      'Choose a type of service or what you need. You get names, addresses and phone numbers.',
      'Names and addresses are in Japanese, as on signs and maps. Detailed pages are in Japanese only.',
      'Many offices speak only Japanese on the phone. Ask someone who speaks Japanese to call, or ask your city or town hall about interpreters.',
      'Phone before you go.',
    ],
    urgent: 'Suddenly ill or badly hurt',
    call119: 'Call 119',
    when119:
      'Not responding, cannot breathe well, or in severe pain: call 119 for an ambulance. The call and the ambulance are free. Say “Kyūkyū desu” (ambulance) and where you are.',
    urgentElse: 'If it is not life-threatening, call your regular doctor or the nurses who visit you.',
    emergency: 'Holiday and night clinics (phone before you go)',
    needs: 'By what you need',
    types: 'By type of service',
    areas: 'By area',
    desks: 'If you do not know whom to ask',
    desksLead: 'Call one of these desks.',
    noDesk: 'Ask your city or town hall.',
    words: 'Japanese words explained',
    search: 'Search by name',
    searchText: 'The search page is in Japanese. You can type Japanese names or places.',
    about: 'About this site',
  },
  list: {
    title: '{name}: list',
    count: count => (count === 1 ? '1 place.' : `${formatCount(count)} places.`),
    order: 'In the order of the Japanese syllabary.',
    call: 'Call',
    noPhone: 'No phone number known',
    namesNote: 'Names lead to detailed pages in Japanese.',
    otherPlace: 'Town not known',
    japanese: 'See this page in Japanese',
    empty: 'No information yet.',
  },
  types: {
    title: 'By type of service',
    lead: 'Choose the service you need.',
    groups: {
      medical: 'Medical care',
      visiting: 'Comes to your home',
      'day-stay': 'Day services and short stays',
      residence: 'Places to live',
      consultation: 'Advice',
      disability: 'Services for people with disabilities',
      'life-support': 'Equipment and daily life',
    },
  },
  need: {
    first: 'Whom to ask first',
    places: 'Places that may help',
    note: 'Places not listed here may be able to help too. Ask by phone.',
  },
  areas: {
    title: 'By area',
    lead: 'Choose where you live. The next page is in Japanese.',
    kinds: {
      municipality: 'Cities, towns and villages',
      sphere: 'Local living areas',
      town: 'Neighborhoods',
    },
  },
  words: {
    title: 'Japanese words explained',
    lead: 'Words of health and care services, in the order of the Japanese syllabary.',
  },
  about: {
    title: 'About this site',
    what: 'What is this?',
    whatText: 'A list of health and care services in {name}.',
    sources: 'Sources and dates',
    sourcesText: 'The information comes from these sources.',
    order: 'Order',
    orderText:
      'Lists are in the order of the Japanese syllabary. They are not ranked, and nothing here is a recommendation.',
    marks: 'Signs on the Japanese pages',
    marksText: [
      '○ : offered, though not in every case.',
      '△ : ask first; it depends.',
      '予定 : planned.',
      '× : not offered.',
      'No sign: not known. It does not mean “no”. Ask by phone.',
    ],
    disclaimer: 'Disclaimer',
    disclaimerText: [
      'Details may have changed. Please phone before you go.',
      'A place being listed does not promise that you can use it; a place not being listed does not mean it offers nothing.',
      'In an emergency do not wait: call 119.',
    ],
    licence: 'Licence',
    privacy: 'Privacy',
    privacyText: [
      'This site keeps no record of visitors.',
      'What you type stays in your own device. Showing the map loads map images from their provider.',
    ],
    accessibility: 'Accessibility',
    accessibilityText: [
      'We aim at level AA of JIS X 8341-3:2016 (WCAG). Every page can be read without JavaScript.',
      'Tell us if something is hard to read or use.',
    ],
    contact: 'Contact',
    full: 'More in Japanese',
  },
};
