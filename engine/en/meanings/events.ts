import type { Meanings } from './types';

/** What happens between states and in them. */
export const EVENTS: Meanings = {
  meet: `talks discuss dialogue consultations conversation (engagement) session confab dialog meeting met
    gathering convened handshake encounter huddles visit (hold) host guest (invited) summit phone channel
    telephone contact hotline chat conference sidelines seminar expo workshops davos`,
  schedule: `(prepared) due upcoming delegation arrived attend agenda schedule deadline calendar timetable
    timeline itinerary pencil postponed rescheduling weekend protocol`,
  negotiate: `deal agreement (pact) (contract) arrangement settlement dealt (deliverables) (diplomats)
    diplomacy tact statecraft negotiations (six) (consultations) bargain haggling renegotiation terms
    preconditions (resolve) settle solution formula document text communique memorandum mou (according)
    (conventional)`,
  peace: `peace peacekeepers peacefully pacifist coexisting doves stability calm steady stable calmly calmer
    steadier safety safer safest armistice truce ceasefire (disarm) reconciliation defuse sunshine hatchet
    (detention)`,
  war: `war conflict hostile (wages) warmongers warfare crisis tensions (escalating) incident crises tense
    brink instability fiery flare keg simmering fight front combat fought battle theater battlefield
    trenches (rebels) frontline battleground (dispute) row (feud) friction spat (outbreak) clash standoff
    (collision) brawl galwan scuffled turmoil upheaval unrest uprising riot chaotic beat defeat`,
  election: `vote election (abstained) cast primary ballot midterms booth electoral turnout candidate
    nominee nomination runner contender campaign (rally) (race) (terms) inauguration`,
  ceremony: `stage parade celebrate ceremony ritual fireworks (memory) wreath mourning cemetery solemn
    funeral anniversary (birthday) halloween commemorate seventieth sixtieth chuseok greetings reception
    courtesy carpet toast banquet feted (congratulatory) (honour) salute tribute nobel farewell goodbye mark
    sir oath`,
  travel: `trip travel tour abroad journey destination accompanied voyage outbound stopover flight (plane)
    fly (board) flew airport flies flown charter pilots airlines runways aviation airplane onboard (drive)
    railway route transport ride traffic rail taxi (terminal) shuttle metro subway motorcade visas passport
    ticket (visitors) tourists passengers rider pedestrians outs jamboree`,
  transition: `(success) replace transition appointed succeed outgoing succeeded shuffle impeachment
    resigned purge ousted coups revolution topple junta overthrow downfall`,
};
