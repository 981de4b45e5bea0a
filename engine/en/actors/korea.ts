import type { ActorNames } from './types';

/** South Korea, North Korea, the peninsula, and the forces and firms that stand for the South's dilemma. */
export const koreanActors: readonly ActorNames[] = [
  {
    role: 'korea',
    plain: `south korea|south korean|south koreans|s korea|s korean|republic of korea|republic of koreas|seoul|
      cheong wa dae|blue house|yongsan|korea's president|korean government|korean president|korean diplomacy|korean public|
      korean people|korean voters|korean officials|korean policymakers|korean economy|korean exports|korean exporters|
      korean society|korean leader|korean leaders|korean politician|korean politicians|korean conservatives|
      korean progressives|korean military|korean troops|korean foreign minister|korean lawmakers|korean diplomats|
      moon jae-in|moon jae in|park geun-hye|park geun hye|lee myung-bak|lee myung bak|roh moo-hyun|roh moo hyun|
      kim dae-jung|kim dae jung|kim young-sam|roh tae-woo|yoon suk yeol|yoon suk-yeol|yoon seok-youl|yoon seok-yeol|
      lee jae-myung|lee jae myung|han duck-soo|choi sang-mok|hwang kyo-ahn|kang kyung-wha|chung eui-yong|chung eui yong|
      park jin|cho tae-yul|cho hyun|yun byung-se|song min-soon|kim sung-hwan|yu myung-hwan|han seung-soo|suh hoon|
      kim sung-han|cho tae-yong|chang ho-jin|wi sung-lac|ahn gyu-back|shin won-sik|lee jong-sup|jeong kyeong-doo|
      song young-moo|han min-koo|kim kwan-jin|han sung-joo|hong seok-hyun|moon chung-in|lee nak-yon|lee nak-yeon|
      chung sye-kyun|lee do-hoon|noh kyu-duk|kim gunn|roh administration|yonhap|joongang|chosun ilbo|dong-a ilbo|hankyoreh|
      korea herald|korea times|gallup korea|asan institute|sejong institute|south's government|south's president|
      korean peninsula's south|trade minister yeo han-koo|yeo han-koo|bank of korea|korea international trade association|
      moon administration|moon government|yoon administration|yoon government|park administration|park government|
      lee administration|president moon|president park|president lee|president yoon|president roh|
      president moon jae-in|president moon jae in|president park geun-hye|president park geun hye|
      president lee myung-bak|president lee myung bak|president roh moo-hyun|president roh moo hyun|
      president roh tae-woo|president yoon suk yeol|president yoon suk-yeol|president lee jae-myung|president lee jae myung|
      kim min-seok|chung dong-young|jung chung-rae|jang dong-hyuk|kang hoon-sik|kim yong-beom|koo yun-cheol|kim jung-kwan|
      lee jong-seok|noh jae-heon|choi jong-kun|choi jong-moon|gong ro-myung|hong soon-young|lee joung-binn|choi sung-hong|
      yoon young-kwan|kim jang-soo|lee sang-hee|kim tae-young|suh wook|kim yong-hyun|kwon young-se|kim yung-ho|
      lee in-young|cho myoung-gyon|kim yeon-chul|hong yong-pyo|ryu kihl-jae|hyun in-taek|han myeong-sook|chung un-chan|
      kim hwang-sik|chung hong-won|kim boo-kyum|kim hyun-chong|yoo myung-hee|ahn duk-geun|cheong in-kyo|ahn cheol-soo|
      sim sang-jung|hong joon-pyo|han dong-hoon|kim moon-soo|lee jun-seok|cho kuk|im jong-seok|kim hyun-jong|kim byung-joo|
      chun yung-woo|wi sung lac|lim sung-nam|kim kyou-hyun|shin kak-soo|yoon young-chan|
      korean parliament|korean national assembly|korea's parliament|korea's national assembly|korea's government`,
    exact:
      'ROK|ROKs|the South|the South Koreans|KOR|South Koreans|SKorea|R.O.K.|S. Korea|S.Korea|S. Korean|So. Korea',
    surnames: 'Moon|Yoon|Roh',
  },
  {
    role: 'dprk',
    plain: `north korea|north korean|north koreans|n korea|n korean|pyongyang|democratic people's republic of korea|
      kim jong un|kim jong-un|kim jong il|kim jong-il|kim il sung|kim il-sung|kim yo jong|kim yo-jong|ri yong ho|
      choe son hui|kim regime|hermit kingdom|korean central news agency|workers' party of korea|rodong sinmun|
      jang song thaek|kim kye gwan|choe ryong hae|pak jong chon|kim yong chol|ri son gwon|ri su yong|kang sok ju|
      paek nam sun|pak ui chun|kim yong nam|ri pyong chol|ri yong gil|no kwang chol|nuclear-armed neighbor|nuclear-armed neighbour|yongbyon`,
    exact: 'DPRK|KCNA|the North|NKorea|N. Korea|N.Korea|D.P.R.K.|the North Koreans',
  },
  {
    role: 'peninsula',
    plain: `korean peninsula|the peninsula|korea peninsula|two koreas|both koreas|inter-korean|inter korean|divided korea|
      northeast asia|northeast asian|38th parallel|demilitarized zone|korean war|korea question|korean question|korean issue`,
    exact: 'DMZ',
  },
  {
    role: 'usfk',
    plain: `us forces korea|u.s. forces korea|united states forces korea|combined forces command|camp humphreys|
      osan air base|8th army|eighth army|eighth us army|american bases|us bases|u.s. bases|american garrison|us garrison|
      american troops|us troops|u.s. troops|american soldiers|us soldiers|u.s. soldiers|gis|american forces|us forces|
      u.s. forces|american servicemen|us servicemen|u.s. servicemen|american service members|us service members|
      u.s. service members|american military presence|us military presence|u.s. military presence|us military bases|
      u.s. military bases|28,500 troops|28,500|wartime operational control|operational control|wartime command|
      strategic flexibility|uijeongbu|yongsan garrison|u.s. personnel|us military personnel|u.s. military personnel|
      american military personnel|un command|united nations command`,
    exact: 'USFK|OPCON|CFC|UNC|EUSA',
  },
  {
    role: 'koreafirm',
    plain: `samsung|samsung electronics|sk hynix|hynix|hyundai|hyundai motor|kia|lotte|lg energy solution|lg electronics|
      posco|amorepacific|hanwha|hanwha ocean|korean companies|korean firms|korean chipmakers|korean businesses|
      korean manufacturers|korean conglomerates|chaebol|korean carmakers|korean battery makers|korean cosmetics|k-pop|
      kospi|korean semiconductor|korean chips`,
    exact: 'LG|SK On|SK',
  },
  {
    role: 'koreaparty',
    plain: `democratic party of korea|people power party|saenuri|saenuri party|grand national party|uri party|minjoo|
      minjoo party|liberty korea party|unified progressive party|justice party|korean left|korean right|korea's left|
      south korean left|south korean right|korean liberals|south korean liberals|south korean conservatives|
      south korean progressives|386 generation|progressives in seoul|conservatives in seoul`,
    exact: 'GNP|DPK|PPP|DP',
  },
];
