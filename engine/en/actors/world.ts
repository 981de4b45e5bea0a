import type { ActorNames } from './types';

/** Every other state that can stand where Korea, America or China might, and the forums and arms of the dispute. */
export const worldActors: readonly ActorNames[] = [
  {
    role: 'japan',
    plain: `japan|japanese|tokyo|shinzo abe|fumio kishida|kishida|yoshihide suga|junichiro koizumi|koizumi|ishiba|
      shigeru ishiba|sanae takaichi|takaichi|taro aso|yukio hatoyama|yoshihiko noda|naoto kan|yasuo fukuda|okinawa|kantei|takeshi iwaya|toshimitsu motegi|motegi|yoshimasa hayashi|taro kono|gen nakatani|nakatani`,
    exact: 'Abe|LDP',
  },
  {
    role: 'india',
    plain: `bharat|raisina hill|ladakh|lok sabha|hindustan aeronautics|india|indian|indians|new delhi|delhi|narendra modi|modi|manmohan singh|jaishankar|s jaishankar|
      subrahmanyam jaishankar|rajnath singh|nirmala sitharaman|sushma swaraj|vajpayee|ajit doval|doval|vikram misri|vinay kwatra|harsh shringla|nirupama rao|
      shivshankar menon|pranab mukherjee|piyush goyal|goyal|randhir jaiswal|arindam bagchi|raveesh kumar|rahul gandhi|south block|
      ministry of external affairs|external affairs minister|bharatiya janata party|indian air force|indian navy`,
    exact: 'BJP|MEA',
  },
  {
    role: 'russia',
    plain: `volga|russia|russian|russians|moscow|kremlin|vladimir putin|putin|dmitry medvedev|medvedev|sergey lavrov|
      sergei lavrov|lavrov|dmitry peskov|peskov|denis alipov|soviet union|soviet|soviets|maria zakharova|rosoboronexport|rosneft`,
    exact: 'USSR',
  },
  {
    role: 'taiwan',
    plain:
      'taiwan|taiwanese|taipei|taiwan strait|tsai ing-wen|lai ching-te|ma ying-jeou|chen shui-bian|lee teng-hui',
    exact: 'TSMC',
  },
  { role: 'pakistan', plain: 'pakistan|pakistani|islamabad|rawalpindi' },
  {
    role: 'europe',
    plain: `european union|europe|european|europeans|brussels|germany|german|berlin|france|french|paris|britain|british|london|
      united kingdom|u.k.|italy|italian|spain|spanish|poland|polish|netherlands|dutch|ukraine|ukrainian|kyiv|nato|hungary|
      greece|greek|sweden|finland|norway|denmark|macron|merkel|scholz|zelenskyy|zelensky`,
    exact: 'EU|UK|NATO',
  },
  {
    role: 'otherland',
    plain: `australia|australian|canberra|philippines|philippine|filipino|manila|duterte|vietnam|vietnamese|hanoi|thailand|thai|
      bangkok|indonesia|indonesian|jakarta|malaysia|malaysian|singapore|singaporean|cambodia|myanmar|laos|mongolia|new zealand|
      canada|canadian|ottawa|mexico|mexican|brazil|brazilian|argentina|venezuela|cuba|cuban|turkey|turkish|ankara|erdogan|
      iran|iranian|tehran|iraq|iraqi|baghdad|israel|israeli|tel aviv|saudi arabia|saudi|riyadh|qatar|uae|emirates|egypt|egyptian|
      syria|syrian|lebanon|afghanistan|afghan|kabul|south africa|nigeria|kenya|ethiopia|sri lanka|bangladesh|nepal|kazakhstan|
      asean|southeast asian nations|hong kong|tibet|xinjiang|maldives|bhutan|belarus|serbia|colombia|chile|peru`,
    exact: 'UAE|ASEAN|APEC|G20|G7|G-20|G-7',
  },
  {
    role: 'thaad',
    plain: `thaad|terminal high altitude area defense|terminal high-altitude area defense|terminal high altitude area defence|
      missile shield|missile defense system|missile defence system|missile defense|missile defence|anti-missile system|
      antimissile system|anti-missile shield|missile battery|missile interceptors|seongju|three noes|three nos|three no's`,
  },
  {
    role: 'quad',
    plain:
      'quad plus|quadrilateral security dialogue|quadrilateral security|quad grouping|quad summit|quad alliance|quad member|quad members|quad nations|quad countries|asian nato|quad-plus|quadrilateral dialogue',
    exact: 'Quad|QUAD',
  },
  {
    role: 'bloc',
    plain: `indo-pacific economic framework|chip 4|chip4|fab 4|chip alliance|aukus|clean network|economic prosperity network|
      trilateral missile|camp david|freedom's edge|freedom edge|proliferation security initiative|indo-pacific strategy|
      free and open indo-pacific|blue dot network|minerals security partnership|chips act|inflation reduction act|entity list|
      export controls|chip curbs|five eyes|belt and road|asian infrastructure investment bank|trans-pacific partnership`,
    exact: 'IPEF|AUKUS|PSI|IRA|AIIB|TPP|CPTPP|GSOMIA|JCG',
  },
  {
    role: 'pact',
    plain: `mutual defense treaty|mutual defence treaty|defense treaty|defence treaty|security treaty|treaty ally|treaty allies|
      treaty alliance|treaty alliances|formal ally|formal allies|nuclear umbrella|extended deterrence|washington declaration|
      nuclear consultative group|security guarantee|security guarantees|security umbrella|security commitment|
      security commitments|korus|1953 treaty`,
    exact: 'NCG|KORUS|MDT',
  },
  {
    role: 'caatsa',
    plain:
      "countering america's adversaries through sanctions act|caatsa waiver|caatsa sanctions|section 231",
    exact: 'CAATSA',
  },
  {
    role: 'rusarms',
    plain: `s-400|s400|s-400s|s-400 triumf|brahmos|sukhoi|su-30|su-30mki|su-57|mig|migs|mig-29|mig-21|t-90|t-72|kalashnikov|ak-203|
      russian oil|russian crude|russian arms|russian weapons|russian hardware|russian equipment|russian-made|russian made|
      russian-origin|soviet-era|soviet-origin|soviet-made|russian spares|russian spare parts|ins vikramaditya|russian military hardware`,
  },
  {
    role: 'rusforum',
    plain:
      'shanghai cooperation organization|shanghai cooperation organisation|brics|russia-india-china|brics summit|sco summit',
    exact: 'SCO|RIC|BRICS',
  },
];

/** Names that hold an actor's name but are none: longest match puts them first, so the name inside stays silent. */
export const notActors = `washington state|state of washington|george washington|washington post|washington times|washington nationals|
  washington commanders|washington redskins|washington capitals|washington wizards|denzel washington|fort washington|
  university of washington|seoul national university|seoul fc|fc seoul|seoul metropolitan|seoul marathon|chinese restaurant|
  chinese restaurants|chinese food|chinese new year|chinese takeaway|china town|chinatown|fine china|bone china|
  american football|american league|american idol|bank of america|latin america|latin american|south america|
  south american|central america|north america|north american|african american|african americans|african-american|
  native american|native americans|american airlines|american express|captain america|miss america|copa america|
  quad bike|quad bikes|quad jump|quad jumps|quad axel|quad cities|south china sea|east china sea|south china morning post|
  china airlines|air china|indian ocean|indian wells|american indian|american indians|cleveland indians|indiana|west indian|
  west indies|trump tower|trump organization|bush fire|bush fires|white house correspondents|moon landing|full moon|new moon|
  the moon|dragon boat|dragon fruit|korean air|korean war veterans|korean barbecue|korea open|koreatown|korean american|
  korean americans|korean-american|korean-americans|new york times|us open|u.s. open|us dollar|u.s. dollar|us dollars|u.s. dollars|japan airlines|
  paris hilton|turkey dinner|british columbia|london bridge|russian roulette|peking duck|beijing olympics|
  beijing winter olympics|american flag|the north sea|the south side|the north west|the south west|the south of|the north of|
  the south pole|the north pole|the north east|the south east|the south bank|the south china sea|the south coast|
  the south pacific|the north atlantic`;
