import { describe, expect, it } from 'vitest';
import { languageOf } from '../../../engine/language';

const DUTCH = 'De minister sprak in Seoul met zijn ambtgenoot uit Peking en met een adviseur uit Tokio.';

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
  'Korean, with names in Latin script': [
    '정부는 USFK와 THAAD, IPEF, Quad 문제에서 Washington과 Beijing 사이의 선택을 강요받지 않겠다고 밝혔다.',
    'en',
    'ko',
  ],
  'Japanese, mostly in Chinese characters': [
    '韓国外務省は十一日、米中両国との外交関係維持方針を改めて表明し、在韓米軍再配置計画への懸念を否定した。',
    '',
    'ja',
  ],
  'Dutch, which has words in common with English, declared': [DUTCH, 'nl', 'other'],
  'more of it, not declared': [`${DUTCH} ${DUTCH} ${DUTCH}`, '', 'other'],
  'too short to tell, declared': ['Seoul waits', 'en-GB', 'en'],
  'too short to tell, not declared': ['Seoul', '', 'other'],
};

describe('languageOf', () => {
  for (const [name, [text, declared, language]] of Object.entries(texts)) {
    it(name, () => expect(languageOf(text, declared)).toBe(language));
  }
});
