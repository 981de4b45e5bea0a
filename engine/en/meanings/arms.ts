import type { Meanings } from './types';

/** Forces, weapons and what they are used for. */
export const ARMS: Meanings = {
  troops: `forces army soldiers troops marines infantry airmen personnel conscripts servicemembers gi
    paratroopers (guard) (stationed) garrison (mobile) presence rotate division brigade (contingency)
    squadrons regiments battalion squad legions militias paramilitary`,
  base: `base (post) camp site facility headquarters installation barracks fort outpost footprint stationed
    deployed deployment guam pyeongtaek osan humphreys phyongthaek lease relocation airfields depots hangars`,
  exercise: `drills exercises games manoeuvres maneuvers train prepared rehearsal simulated contingency
    trainers tabletop eagle ulchi malabar foal rimpac zapad`,
  'missile-defence': 'battery (shield) patriot aegis pac radar sensors interceptors intercept',
  weapon: `missiles (rockets) range ballistic icbm launchers cruise intercontinental intermediate hypersonic
    projectile musudan igla hwasong sm payload weapons arms system arsenal equipment conventional hardware
    lethal armaments (stockpile) firepower rearm weaponry submarines (bomb) mine munitions torpedo
    ammunition ammo jets bombers fighters aircraft plane drones stealth helicopters warplanes apache rafale
    supersonic sukhois raptors osprey unmanned phantoms tanks guns artillery rifles armoured howitzers
    cannon armored stryker chemicals biological sword dagger lasers knife kevlar`,
  nuclear: `nuclear atomic thermonuclear denuclearization dismantle disarm disarmament denuclearisation
    warheads nukes reactors radioactive kedo radiation (inspections) iaea proliferation nonproliferation npt
    enrichment uranium plutonium centrifuges reprocess`,
  launch: `(missiles) rockets (satellite) (projectile) test conduct punggye detonation tester launch fire
    liftoff`,
  navy: `ships (submarines) carrier destroyer vessels frigates warships sub (craft) undersea uss hulls
    corvette cruiser underwater flattop port docks (harbor) (harbour) refuel pier seaport moored navy naval
    fleet maritime seaborne shipyards (shipbuilding) yards boats (tankers) ferry trawlers freighters barges
    yachts crew aboard sailors captain deck patrols sail navigation (coastal) piracy coastguard pirates
    escorts cutters tow sunken aground`,
  command: 'general (staff) gen jcs col command wartime instructed handover',
  intelligence: `intelligence intel leak inside (tip) wikileaks spy agents hacking spies eavesdropping
    espionage bugging monitoring surveillance scouts aerial reconnaissance nsa fbi fsb`,
  'cost-sharing': `pay contribute (paid) (cost) (bill) (costly) upkeep outlays expenditure bear shoulder
    burden`,
  military: `security defense defence strategic counterterrorism military service tactical martial air
    (aerial) sorties iaf operations capabilities (assets) capacity posture preparedness (interoperability)
    (transport) bunker paras`,
  soldier: `(general) (chief) (admiral) colonel adm lieutenant retired veterans (pilots) (sailors) uniform
    warrior sergeant cadets office (command)`,
};
