import type { ActorNames } from './types';

/** The United States and China: capitals, leaders since 1990 with their offices, ministries, metonyms. */
export const powerActors: readonly ActorNames[] = [
  {
    role: 'us',
    plain: `potomac|massachusetts avenue|stars and stripes|united states|united states of america|u.s.|u.s|usa|america|american|americans|washington|white house|
      pentagon|state department|department of state|department of defense|defense department|national security council|
      treasury department|commerce department|oval office|capitol hill|foggy bottom|uncle sam|us congress|u.s. congress|
      senate armed services committee|house foreign affairs committee|senate foreign relations committee|
      biden|joe biden|joseph r biden|trump|donald trump|donald j trump|obama|barack obama|george w bush|george bush|
      bill clinton|hillary clinton|ronald reagan|jimmy carter|antony blinken|blinken|mike pompeo|pompeo|rex tillerson|tillerson|
      john kerry|condoleezza rice|colin powell|marco rubio|lloyd austin|james mattis|jim mattis|mattis|mark esper|
      ashton carter|ash carter|chuck hagel|leon panetta|robert gates|donald rumsfeld|rumsfeld|pete hegseth|hegseth|
      jake sullivan|john bolton|h r mcmaster|mcmaster|susan rice|kurt campbell|wendy sherman|christopher hill|
      stephen biegun|sung kim|sung y kim|philip goldberg|harry harris|mark lippert|kathleen stephens|paul lacamera|
      vincent brooks|robert abrams|curtis scaparrotti|xavier brunson|lacamera|elbridge colby|jd vance|j.d. vance|
      kamala harris|vice president harris|mike pence|vice president pence|mike waltz|nikki haley|janet yellen|
      yellen|gina raimondo|raimondo|katherine tai|jamieson greer|scott bessent|bessent|howard lutnick|lutnick|
      steve witkoff|witkoff|peter navarro|navarro|nancy pelosi|pelosi|rubio|kevin kim|allison hooker|joseph yun|
      joseph y yun|james laney|stephen bosworth|bosworth|thomas hubbard|alexander vershbow|vershbow|walter sharp|
      james thurman|leon laporte|madeleine albright|warren christopher|william perry|william cohen|james baker|
      dick cheney|cheney|richard armitage|armitage|daniel russel|daniel kritenbrink|kritenbrink|evan medeiros|
      timothy geithner|geithner|henry paulson|paulson|steven mnuchin|mnuchin|wilbur ross|robert lighthizer|lighthizer|
      michael froman|froman|ron kirk|susan schwab|jen psaki|karine jean-pierre|karoline leavitt|josh earnest|jay carney|
      robert gibbs|john kirby|ned price|matthew miller|vedant patel|tammy bruce|heather nauert|morgan ortagus|pat ryder|
      sean parnell|martin dempsey|mark milley|joseph dunford|john aquilino|samuel paparo|harris administration|
      department of war|war department|secretary of war|us treasury|u.s. treasury|us congressman|
      indo-pacific command|pacific command|central intelligence agency|brookings|heritage foundation|rand corporation|
      voice of america|american president|american administration|american officials|biden administration|
      trump administration|obama administration|bush administration|clinton administration|president bush|president clinton`,
    exact: `US|U.S.A.|DoD|NSC|CIA|Bush|Clinton|Kerry|USTR|INDOPACOM|PACOM|POTUS|Sullivan|Waltz|Colby|Greer|Vance|Brunson|Albright|
      SULLIVAN|KIRBY|PSAKI|EARNEST|CARNEY|
      GIBBS|LEAVITT|JEAN-PIERRE|ADMINISTRATION OFFICIAL|SENIOR ADMINISTRATION OFFICIAL`,
  },
  {
    role: 'china',
    plain: `yangtze|douyin|huawei|china|chinese|beijing|zhongnanhai|people's republic of china|mainland china|middle kingdom|sino|
      xi jinping|hu jintao|jiang zemin|wen jiabao|li keqiang|li qiang|wang yi|yang jiechi|qin gang|li zhaoxing|tang jiaxuan|
      dai bingguo|wu dawei|wu jianghao|qiu guohong|xing haiming|ning fukui|zhang yesui|li hui|liu jianchao|le yucheng|
      zhao lijian|hua chunying|wang wenbin|mao ning|lin jian|geng shuang|lu kang|hong lei|ma zhaoxu|cui tiankai|liu xiaoming|
      deng xiaoping|mao zedong|guo jiakun|he lifeng|dai bing|zhao leji|dong jun|li shangfu|wei fenghe|liang guanglie|
      chang wanquan|zhang youxia|li zhanshu|wang qishan|liu he|zhu rongji|li peng|qian qichen|zhang dejiang|wu bangguo|
      wang huning|cai qi|liu pengyu|wang wentao|li chenggang|liu jinsong|hou yanqi|sun weidong|jiang yu|kong quan|
      zhang qiyue|zhu bangzao|liu weimin|global times|xinhua|people's daily|cgtn|people's liberation army|chinese communist party|
      communist party of china|chinese foreign ministry|chinese commerce ministry|dragon|yuan`,
    exact: 'PRC|CCP|PLA|CPC|Xi|Hu|P.R.C.|MOFCOM',
  },
  {
    role: 'powers',
    plain: `two powers|two superpowers|great powers|big powers|major powers|superpowers|two giants|rival powers|g2|both powers|
      two largest economies|two biggest economies|two big powers|two great powers|rival superpowers|two whales|both giants|
      competing powers|larger powers|two capitals|both capitals|both camps|either camp|sino-us|sino-american|us-china|u.s.-china|
      china-us|china-u.s.|american-chinese`,
  },
];
