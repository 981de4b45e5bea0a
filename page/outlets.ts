/** News outlets on which the sentinel looks for articles on our subject. One place for hosts, names and patterns. */

type OutletGroup = 'korea' | 'china' | 'united-states' | 'japan' | 'agency' | 'policy';

interface Outlet {
  readonly name: string;
  readonly group: OutletGroup;
  /** Registrable hosts without `www.`; subdomains belong to them. */
  readonly hosts: readonly string[];
}

const LIST: Readonly<Record<OutletGroup, Readonly<Record<string, string>>>> = {
  korea: {
    'The Korea Herald': 'koreaherald.com',
    'The Korea Times': 'koreatimes.co.kr',
    'Korea JoongAng Daily': 'koreajoongangdaily.joins.com',
    'Hankyoreh English': 'english.hani.co.kr',
    'The Chosun Daily': 'chosun.com',
    'The Dong-A Ilbo': 'donga.com',
    'The Kyunghyang Shinmun': 'khan.co.kr',
    'KBS World': 'world.kbs.co.kr',
    'Arirang News': 'arirang.com',
    'Korea.net': 'korea.net',
    'The Korea Economic Daily': 'kedglobal.com',
    'Maeil Business Newspaper': 'pulse.mk.co.kr',
    'The Asia Business Daily': 'asiae.co.kr',
    'Aju Press': 'ajupress.com',
    BusinessKorea: 'businesskorea.co.kr',
    'NK News': 'nknews.org',
    'Daily NK': 'dailynk.com',
    'Korea Pro': 'koreapro.org',
  },
  china: {
    CGTN: 'cgtn.com',
    'China Daily': 'chinadaily.com.cn',
    'Global Times': 'globaltimes.cn',
    "People's Daily Online": 'en.people.cn',
    'China.org.cn': 'china.org.cn',
    'Beijing Review': 'bjreview.com',
    'China Military Online': 'eng.chinamil.com.cn',
    'Caixin Global': 'caixinglobal.com',
    'South China Morning Post': 'scmp.com',
    'Sixth Tone': 'sixthtone.com',
    ECNS: 'ecns.cn',
  },
  'united-states': {
    'The New York Times': 'nytimes.com',
    'The Washington Post': 'washingtonpost.com',
    'The Wall Street Journal': 'wsj.com',
    CNN: 'cnn.com',
    'NBC News': 'nbcnews.com',
    'CBS News': 'cbsnews.com',
    'ABC News': 'abcnews.go.com',
    'Fox News': 'foxnews.com',
    NPR: 'npr.org',
    'USA Today': 'usatoday.com',
    'Los Angeles Times': 'latimes.com',
    Politico: 'politico.com',
    'The Hill': 'thehill.com',
    Axios: 'axios.com',
    TIME: 'time.com',
    Newsweek: 'newsweek.com',
    'The Atlantic': 'theatlantic.com',
    'Voice of America': 'voanews.com',
    'Radio Free Asia': 'rfa.org',
    'Stars and Stripes': 'stripes.com',
    'Defense News': 'defensenews.com',
  },
  japan: {
    'The Japan Times': 'japantimes.co.jp',
    'Nikkei Asia': 'asia.nikkei.com',
    'The Asahi Shimbun': 'asahi.com',
    'The Mainichi': 'mainichi.jp',
    'The Japan News': 'japannews.yomiuri.co.jp',
    'NHK World': 'nhk.or.jp',
    'Japan Forward': 'japan-forward.com',
    'Nippon.com': 'nippon.com',
  },
  agency: {
    Reuters: 'reuters.com',
    'Associated Press': 'apnews.com',
    'Agence France-Presse': 'afp.com',
    Bloomberg: 'bloomberg.com',
    'Yonhap News Agency': 'yna.co.kr',
    Newsis: 'newsis.com',
    Xinhua: 'xinhuanet.com news.cn',
    'Kyodo News': 'kyodonews.net',
    'Jiji Press': 'jen.jiji.com',
    UPI: 'upi.com',
    'BBC News': 'bbc.com bbc.co.uk',
    'The Guardian': 'theguardian.com',
    'Financial Times': 'ft.com',
    'The Economist': 'economist.com',
    'Al Jazeera': 'aljazeera.com',
    'Deutsche Welle': 'dw.com',
    'France 24': 'france24.com',
    'The Straits Times': 'straitstimes.com',
    CNA: 'channelnewsasia.com',
    'The Hindu': 'thehindu.com',
    'The Indian Express': 'indianexpress.com',
    'The Times of India': 'indiatimes.com',
    TASS: 'tass.com',
  },
  policy: {
    'The Diplomat': 'thediplomat.com',
    'Foreign Affairs': 'foreignaffairs.com',
    'Foreign Policy': 'foreignpolicy.com',
    'War on the Rocks': 'warontherocks.com',
    'The National Interest': 'nationalinterest.org',
    'Asia Times': 'asiatimes.com',
    'East Asia Forum': 'eastasiaforum.org',
    'The Interpreter (Lowy Institute)': 'lowyinstitute.org',
    CSIS: 'csis.org',
    Brookings: 'brookings.edu',
    'Carnegie Endowment': 'carnegieendowment.org',
    'Council on Foreign Relations': 'cfr.org',
    'Atlantic Council': 'atlanticcouncil.org',
    RAND: 'rand.org',
    '38 North': '38north.org',
    'Chatham House': 'chathamhouse.org',
    'Project Syndicate': 'project-syndicate.org',
    'Responsible Statecraft': 'responsiblestatecraft.org',
    'Observer Research Foundation': 'orfonline.org',
    'Korea Economic Institute': 'keia.org',
  },
};

export const outlets: readonly Outlet[] = Object.entries(LIST).flatMap(([group, names]) =>
  Object.entries(names).map(([name, hosts]) => ({
    name,
    group: group as OutletGroup,
    hosts: hosts.split(' '),
  })),
);

/** The outlet a host belongs to, subdomains included; undefined for any other host. */
export function outletOf(host: string): Outlet | undefined {
  const name = host.toLowerCase().replace(/\.$/, '');
  return outlets.find((outlet) => outlet.hosts.some((own) => name === own || name.endsWith(`.${own}`)));
}

/** Match patterns for the manifest: http and https, each host with its subdomains. */
export function matchPatterns(): string[] {
  return outlets.flatMap((outlet) => outlet.hosts.map((host) => `*://*.${host}/*`));
}
