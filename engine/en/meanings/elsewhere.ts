import type { Meanings } from './types';

/** Places, times, and what is far from the subject. */
export const ELSEWHERE: Meanings = {
  territory: `region asia asian zone area southeast map northern continent domain eurasian northeast
    geography continental northeastern subregion rim subcontinent hemisphere southwestern geographers sea
    pacific waters yellow strait ocean gulf lanes arctic hormuz atlantic bay (offshore) border crossed yalu
    (fence) frontier (buffer) boundary demarcation demilitarised land coast territory soil peninsula
    (shores) coastal landlocked island reefs yeonpyeong islets shoal senkakus dokdo spratlys paracels
    diaoyutai baengnyeong doorstep (neighborhood) (neighbourhood) (backyard) skies airspace sky overflight
    adiz himalayas sakhalin siberian kashmir himalayan manchuria`,
  place: `home place (house) park city (room) ground road (site) field center elsewhere hall dandong street
    incheon hill spot gate province hotel river california town centre square floor kaesong panmunjom
    (resort) village rostrum latin gujarat county location garden detroit mountain (lodged) corridor
    district venue florida podium surrounding beach tower doha somewhere honolulu madrid lawn hangzhou
    forest scene pyeongchang ridge reservoir carolina palace tunnel guangzhou yanji rome avenue caribbean
    gateway dc valley swamped guangdong cliff lake (compounds) plaza balcony pune xian rd rotterdam
    guesthouse kyoto rural gwanghwamun onshore interior dam nebraska arch highway cannes chinatown
    prefectures`,
  time: `year first time day (last) now before week month next monday recent former friday today
    thursday tuesday ahead wednesday hours past sunday march later ago early annual quarter earlier saturday
    june spring april late (present) july morning current soon date night august november seventy october
    january twenty moment minutes september age century event december summer (weekend) winter phase (daily)
    tomorrow autumn period february previous immediate sixty era forty pace fifty speed afternoon yearly
    occasion nov yesterday oct season quickly overnight eve holiday aug ninety sept instance dec rush length
    feb tonight previously afterwards frequent swift rapid sometimes regularly shortly subsequent midnight
    weekly imminent gmt coincides clock fortnight episode beforehand quarterly noon christmas monthly span
    (mar) cycle suddenly anytime hasty prior earliest soonest epoch est`,
  health: `health covid vaccines (care) pandemic outbreak coronavirus virus doctors (screen) hospital
    medical drug (patient) medicine kit masks fentanyl disease ill cancer doses nurses infections epidemic
    pharmaceuticals quarantine clinics healthcare swabs smoke biotech flu lockdown variant oxygen
    psychologically stroke drugmakers booster fever sick covax biopharmaceutical cure (immunity) injury
    surgery symptoms pharma injects ebola infectious malaria sars obesity`,
  sport: `play (games) team (club) player match olympics golf sports gold fans cup medal football (skies)
    athletes league soccer baseball scores championship ball (champion) tennis (pyeongchang) stadium bowl
    ioc coach cricket lafc chess ins basketball nba ace skating referee badminton torch rugby goalkeeper
    marathon wrestlers bronze gymnastics bat wta forehand`,
  arts: `(culture) star film book (concert) screen (band) performance (dramas) song pop museum dance actor
    sings art (singers) festival tune music (animals) (theater) fashion studio exhibition hollywood movie
    hanbok sang playback portrait bts artists troupe painted theatre memoir script gallery cinemas orchestra
    writers novel idols diary musicians costume choir oscars legend literature alphabet comedian cartoons`,
  disaster: `(emerging) climate weather disaster crash flood burned storm emissions wind rescue rain hot
    accident earthquake environmental snow typhoon (devastating) explosion temperature ashes tsunami outage
    (tragedy) catastrophic wreck whirlpool debris (exploded) pollution greenhouse quake drought stampede
    collision monsoon contaminated tremors flames drowned scorched smog capsized cyclone celsius`,
  science: `space satellite science orbit scientists lunar (experience) laboratories labs chandrayaan nasa
    physical scientific (cell) astronauts lander outer robots bio dna terraform planet moonshot clone
    artemis mathematics helium discovery rover genome`,
  religion: `(faith) (blessing) churches religious islamic pray lama spiritual christians easter
    cult god diwali temple missionaries sacred heavens hindu prayers bishops pilgrims`,
  dining: `dinner lunch seafood cooking tea breakfast kimchi restaurant shrimp eat beer menu wine dining
    taste meat pie hamburg drink cream squid eggs bottles noodles pork chicken cake almonds ate crab whisky
    bread dish soup sweet drunk ingredients kitchens vegetable sausage ginseng milk coffee brewer chef
    oranges baguette eaten sugar brewery biscuits meals chocolate dumplings luncheon groceries cabbage
    snacks hotpot fried scotch buffet garlic nuts bakery beverage`,
  body: `hand (eyes) body heart blood (shoulder) feet sleep breath finger teeth ear heel leg nose (muscle)
    (physical) lips bone hair neck tongue throat slept fist brain knees chest ribs palm thumb bleed horn
    skin fat mouth`,
  object: `table cars (phone) (apart) vehicles (wall) machine trucks panda cameras box sheet wearing desk
    ring load (tired) window (balloons) chariot washing glass black flowers stones ice hole dog animals bag
    sun (automobiles) roof bus wheel diamonds stuff machinery blind sedans horses candles pen plate tree
    coat boots lorries mail cub clothing signboard drawer whales elephant glove noise toys bird buses tigers
    dress shoes hat worn van bell carte zoo powder suv shirt sand tractors basket motorcycles shelf samples
    microphone bed button olive colour jacket lamps rubber snail cat needle colored refrigerators tyres
    washers baton wolf leaf plastics suitcase pearl huntsman pot silk parcels grass cord dolphin billboard
    handbags bench carriage furniture sleeves gems hornets limousine bamboo brochures valve posters crates
    clad sneakers badge wooden pink scooter thread sewn wore wigs cranes jars sewing (belt) envelope
    backpacks slippers`,
};
