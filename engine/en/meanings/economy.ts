import type { Meanings } from './types';

/** Trade, technology and money. */
export const ECONOMY: Meanings = {
  trade: `trade market commerce contract access traders commercial transactions merchant mercantile (good)
    (production) (cars) steel auto (iron) soybeans (chemicals) items textiles automobiles garment cotton
    timber merchandise aluminium imports buy purchases buyers bought consumer procurement client shoppers
    consumption tender bidders exports sell sales sold seller surplus surpluses price discount deficit
    (volume) auction invoices (ships) (customs) shipments cargoes shippers freight warehouse unloading
    (shops) brand stores retailer luxury supermarkets dealers shopkeepers showrooms vendors mart dealerships
    hypermarkets (service) outsource`,
  tariff: `(free) fta (rcep) nafta preferential tariffs customs duty tax quotas levy protectionism valorem
    protectionist surcharge subsidies dumping subsidized overcapacity`,
  invest: `plants factories mills (fabs) investment (stake) projects infrastructure venture poured (auto)
    automakers shipbuilding steelmakers conglomerate acquisition subsidiaries buyout offshore sez belt`,
  technology: `chip semiconductors chipmakers fabs processors semi silicon dram (battery) electronics
    (hardware) (sensors) precursors optical oled anode lcd technology engineers artificial innovation tech
    patents quantum technical biotechnology aerospace data platforms online internet users google stream
    (cloud) app web software website email servers youtube (network) mobile telecoms cables cell
    handset bandwidth broadband wireless transmissions fiber cyber hackers (hacking) ransomware cyberspace
    cybersecurity vpns cyberattacks apple digital device computer smartphones pc tablets
    nano (eve) hybrid ecosystem android`,
  'supply-chain': `supply chains suppliers components logistics inputs minerals materials (mine) earths
    resources ore graphite raw lithium nickel magnets gallium magnesite germanium (shortage) urea
    polysilicon cathode synthetic polymer (anode) copper commodity metals aluminum zinc smelters inventory
    storage stockpile hoarding`,
  tourism: `shops visitors (tourists) tourism dramas singers (studio) entertainment hallyu
    cosmetics`,
  energy: `oil crude refiners barrels tankers urals diesel refineries petroleum petrol rigs petrochemicals
    condensate opec brent pemex (plants) energy fuel electric utility grid turbines rosatom coal coking
    steam gas pipeline pipe lng gazprom liquefied clean solar green hydrogen carbon decarbonization cleaner
    (pump)`,
  finance: `(share) stock index shareholders equity (dividends) holders portfolio brokerage nikkei nasdaq
    dow composite dj bank finance financial treasury imf fed bankers keb pboc banco (pay) spent paid
    payments afford (lease) cheapest purse rent (bankrolling) cheque (expenditure) wallet currency dollars
    money euro cash rupee monetary yen renminbi coin rouble undervalued devaluing peg greenback dirhams rs
    usd capital fund investors assets reserve property (gold) liquidity crypto billionaires cryptocurrency
    deposits estate outflows rate account (profit) earned insurance revenue pension fiscal ledger audit
    treasurer (bond) credit swap debt (owes) lenders loans lend borrow mortgage creditors lent bankruptcy
    default subprime repaid debtors tranche merger`,
  economy: `economic economy (economists) output gdp gross macroeconomic pmi companies firms business
    corporate entities ltd contractors enterprises multinational industry manufacturing sector carmakers
    toolmakers automotive growth (recovery) stimulus (boom) thriving efficiency miracle prosperity rich
    income wealth livelihood richer welfare wealthy richest affluent (slump) recession inflation slowdown
    downturn bankrupt depression overheated sluggish bubble impoverished poverty poorest destitute
    environment package (restructuring)`,
  food: `food feed nutritional (nourished) rice grain (soybeans) wheat barley sunflower corn flour maize
    lentils farmers farm agriculture fertilizer harvest fertiliser growers potash farmland peasants ranchers
    (relief) humanitarian (donations) fishing fisheries fishermen starve hunger hungry famine starvation
    dairy melons cattle agroexport`,
  labour: `work workers labor labour employees employed workforce welders migrants waitresses talent
    technicians truckers manpower clerks jobs hire career employers unemployment union uaw unionists
    (walkout) wages payroll subcontract`,
  quantity: `percent (rate) tenths average percentage proportion pct ratio billion trillion cent bn bln
    crore mln quadrillions half million six number ten count hundred lot nine dozen total amount zero volume
    sum tally cumulative magnitude quantity (data) record figures statistics benchmark arithmetic worth
    (value) spend budget net fees premium unpaid turnover twice outnumbered (cheap) (cheaper) cheaply
    another (measures) miles tonnes tons km meters pounds kilometres hovers cubic metres silver`,
  executive: `executive (manage) ceo boss corp motors boeing affiliate startups founder tycoon businessman
    magnate entrepreneurs businessmen`,
};
