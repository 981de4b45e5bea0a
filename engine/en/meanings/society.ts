import type { Meanings } from './types';

/** Who speaks and acts, and in what order of things. */
export const SOCIETY: Meanings = {
  leader: `president prime presidential premier pm chancellor leaders chief head vice lead leadership
    chairman chair supreme chairmanship helm predecessor successor heir ruler king crown dynasty prince
    royal queens princess jong madam (excellent) marcos rhee jiang`,
  official: `minister officials secretary post deputy (director) ministerial fm bureau policymakers chargé
    diplomats ambassador envoy embassy representative mission consulate consular sherpas d'affaires (aides)
    adviser staff (assistant) advisor staffed counselor counterpart colleagues spokesman spokesperson
    (spokeswoman) governor mayor servant mandarin steward`,
  expert: `analysts experts observers strategists professionals watchers specialists pundits (study)
    (comment) research analysis institute panel (centre) yonsei harvard scholar economists fellow professor
    (scientists) intellectual historian dr academics (authorities) director`,
  lawmaker: `party political (opposition) (bipartisan) caucus lawmakers senator speaker politicians sen
    congressman rep councilor lord mp house congress assembly seat parliament parliamentary congressional
    legislation motion legislature subcommittee (democratic) liberal leftist conservative republican hawks
    hawkish gop`,
  public: `people man anyone everyone women person everybody anybody somebody folks someone individual
    gentlemen public citizens residents social publicly population society ordinary popular civic civilians
    taxpayer okinawans britons inhabitants survey poll opinion voters pollsters sentiment pew demographic
    youth (younger) elders (major) audience crowd`,
  media: `reporters journalists correspondent editor freelance (writers) columnists (press) agency paper
    media newspaper daily wire broadcaster newsletter journal magazine outlets tabloid bulletin reuters cnn
    voa ilbo afp donga npr nbc asahi yna forbes edaily tass shimbun chosun yomiuri msnbc bbc bloomberg
    politico cbs pbs zeitung (document) article story page published commentary editorial paragraph print
    headlines coverage column factbox ed essay interview television video tv radio footage podcast tweet
    twitter weibo viral photo photograph caption infographic selfies source editing loudspeakers leaflets
    readers advertisement circulated viewers`,
  government: `government state regime administration authorities cabinet white gov governmental caretaker
    gov't ministry (office) (agency) (institute) (federation) department secretariat interagency watchdog
    usaid (elite) politburo npc (rules) provincial administered (shutdown)`,
  defector: `(released) (freed) detained prison detention detainees refugees escape defectors fled defected
    immigration escapees flee (migrants) migration exiled abductions abductees kidnapped (deported)
    repatriation`,
  family: `young families death life died sister couple born children lady son dead woman father boy parents
    wife relatives brothers daughter birth birthday girl mother household child teenagers younger die baby
    marriage grandfather uncle suicide (mourning) grandchildren kids reunions wedding obituary wives married
    unborn cousin grandmother grandparents spouse schoolgirls fatal mom descendants mortal dying adults
    youngest reuniting husband teens kin bride (kinship) (descent) dad childhood niece elderly`,
  grouping: `group federation association (union) club coalition bric consortium clique trio confederation
    triangle commonwealth council community committee organization board commission chamber organisers indo
    mekong (resolution) u.n. un (trilateral) framework mechanism multilateral multi inclusive frame
    architecture forum (format) apec arena oecd wto rcep (iaea)`,
  'world-order': `world global international globe worldwide internationally mankind transnational power
    pole (hegemony) superpower multipolar order norms (west) western geopolitical`,
  democracy: `free freedom liberty (community) value creed ideals democratic democracies (liberal) communist
    socialist dictator dictatorship totalitarian authoritarian tyranny fascist despotic tyrant (social)`,
  rights: `right human privacy activists dissident abuses brutal torture inhumane tiananmen (minor) uyghurs
    tibetan censorship censors (discrimination) oppressive persecution repression gender`,
  law: `rules law bill standards regulators constitution (charter) amendment clause code (legislation)
    statute decree h.r. ethics regulatory enshrined case court judge legal justice lawyer trial hague
    (counsel) attorney proceedings verdict procedures jury lawsuit tribunal jurisdiction litigation
    testimony charge prosecutors (alleged) conviction guilty indicted prosecution police sentence arrest
    jailed custody cop extradition imprisoned nab warrant policeman fugitive (seizure) violation illegal
    (breach) crimes criminal unlawful illicit (offence) perpetrated investigation inspections probe
    inspectors inquiry examined corruption theft fraud laundering steal gangsters stolen smuggling scandal
    robbed trafficking racket bribes bribery scam embezzlement burglar (conspiracy) defrauded (article) file
    (drug) (patents) su trademarks paperwork`,
  history: `once (decades) (past) history memory historic legacy precedent trace landmark (ancient) (women)
    textbook shrine brothels (wartime) colony occupation imperialists imperial apology sorry (compensation)
    apologised qing empires (manchuria) status heroes ii`,
  nation: `country nations republic kingdom nationwide (capital) west (western) america flag (patriot)
    dignity nationalist anthem culture han identification confucius ethnic tamil domestic mainland civil
    homeland countrymen compatriots heartland romania uzbekistan belgium chinese`,
};
