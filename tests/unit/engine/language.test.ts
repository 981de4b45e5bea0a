import { describe, expect, it } from 'vitest';
import { languageOf } from '../../../engine/language';

const texts: Record<string, [text: string, declared: string, language: string]> = {
  English: [
    'The government said on Monday that it would not be drawn into a choice between its two partners.',
    '',
    'en',
  ],
  'English, a line of news': [
    'Beijing warned Seoul against joining a US-led missile defense network.\n\nThe cat sat.',
    '',
    'en',
  ],
  'German, a line of news': [
    'Peking warnt Seoul vor einem Beitritt zu der amerikanischen Raketenabwehr, sagte ein Sprecher am Montag in Berlin.',
    '',
    'other',
  ],
  'Spanish, a line of news': [
    'Pekín advirtió a Seúl que no se sume a la defensa antimisiles de Estados Unidos, dijo el lunes un portavoz.',
    '',
    'other',
  ],
  'Indonesian, a line of news': [
    'Beijing memperingatkan Seoul agar tidak bergabung dengan jaringan pertahanan rudal pimpinan Amerika Serikat.',
    '',
    'other',
  ],
  Korean: [
    '정부는 월요일 두 나라 사이에서 선택을 강요받지 않겠다고 밝혔다. 외교부 대변인은 동맹이 굳건하다고 말했다.',
    'en',
    'ko',
  ],
  Chinese: [
    '外交部发言人星期一表示，中方坚决反对在半岛部署反导系统，希望有关国家慎重行事，不要损害双边关系和地区稳定，共同维护和平与发展的大局。',
    '',
    'zh',
  ],
  Japanese: [
    '韓国政府は月曜日、二つの大国のどちらかを選ぶことはないと述べた。外務省の報道官は同盟は揺るがないと強調した。',
    '',
    'ja',
  ],
  French: [
    'Le gouvernement a déclaré lundi qu’il ne serait pas contraint de choisir entre ses deux partenaires les plus importants.',
    'en',
    'other',
  ],
  'too short to tell, declared': ['Seoul waits', 'en-GB', 'en'],
  'too short to tell, not declared': ['Seoul', '', 'other'],
};

describe('languageOf', () => {
  for (const [name, [text, declared, language]] of Object.entries(texts)) {
    it(name, () => expect(languageOf(text, declared)).toBe(language));
  }
});
