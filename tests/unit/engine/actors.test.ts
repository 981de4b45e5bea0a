import { describe, expect, it } from 'vitest';
import { actsOf } from '../../../engine/en/acts';
import { read } from '../../../engine/en/units';

const actors = (text: string) =>
  read(text).mentions.map((mention) => `${mention.role}=${text.slice(mention.start, mention.end)}`);

/** Sentence → actors found, in order. */
const named: Record<string, [string, string[]]> = {
  'capitals and adjectives': [
    'Washington urged Seoul and Chinese officials.',
    ['us=Washington', 'korea=Seoul', 'china=Chinese'],
  ],
  'governments, offices and metonyms': [
    'The Biden administration pressed Cheong Wa Dae; Zhongnanhai and the Pentagon kept quiet.',
    ['us=Biden administration', 'korea=Cheong Wa Dae', 'china=Zhongnanhai', 'us=Pentagon'],
  ],
  'hyphenated pairs': ['The U.S.-South Korea alliance', ['us=U.S.', 'korea=South Korea']],
  'leaders by full name and by surname': [
    'Park Geun-hye met Xi after Moon had gone.',
    ['korea=Park Geun-hye', 'china=Xi', 'korea=Moon'],
  ],
  'the two Koreas apart': [
    'North Korea and the DPRK are one; the ROK is another.',
    ['dprk=North Korea', 'dprk=DPRK', 'korea=ROK'],
  ],
  'troops, shield and forum': [
    'USFK hosts THAAD, but Seoul is no member of the Quad.',
    ['usfk=USFK', 'thaad=THAAD', 'korea=Seoul', 'quad=Quad'],
  ],
  'India and Russia': [
    'New Delhi bought the S-400 from Moscow.',
    ['india=New Delhi', 'rusarms=S-400', 'russia=Moscow'],
  ],
  'leaders of today, by office and name': [
    'President Lee Jae-myung and Vice President Vance met He Lifeng.',
    ['korea=President Lee Jae-myung', 'us=Vance', 'china=He Lifeng'],
  ],
  'a transcript’s speakers': ['KIRBY: We have said so.', ['us=KIRBY']],
  'typographic apostrophes': ['Beijing’s envoy', ['china=Beijing']],
};

/** Names that hold an actor's name and are none. */
const blocked = [
  'He moved to Washington state and read the Washington Post.',
  'She studied at Seoul National University.',
  'They ate at a Chinese restaurant in Latin America.',
  'Lee Hsien Loong spoke, and Roh Tae-sung scored.',
  'Join us at the quad jump final under a full moon.',
  'The deal is worth 320 billion US dollars.',
  'They danced a waltz, and ate colby cheese.',
  'South Africa and the North Sea are far away.',
];

describe('findActors', () => {
  for (const [name, [text, expected]] of Object.entries(named)) {
    it(name, () => expect(actors(text)).toEqual(expected));
  }
  for (const text of blocked) {
    it(`none of the subject's in: ${text}`, () => {
      const subject = actors(text).filter((actor) => /^(?:korea|us|china|dprk|quad|india)=/.test(actor));
      expect(subject).toEqual([]);
    });
  }
});

describe('actsOf', () => {
  const acts = (text: string) => actsOf(read(text)).map(({ from, to }) => `${from}→${to}`);
  it('reads the active voice', () => expect(acts('Beijing warned Seoul again.')).toEqual(['china→korea']));
  it('reads it the other way round', () =>
    expect(acts('Seoul warned Beijing again.')).toEqual(['korea→china']));
  it('reads the passive voice', () =>
    expect(acts('South Korea was urged by Washington to join.')).toEqual(['us→korea']));
  it('reads nouns', () => expect(acts('There is pressure from Washington on Seoul.')).toEqual(['us→korea']));
  it('finds none where nobody acts', () => expect(acts('Seoul and Beijing are capitals.')).toEqual([]));
});
