import type { Meanings } from './types';

/** What the strong do to the weak, and what the weak may do. */
export const POWER: Meanings = {
  pressure: `(forces) coercion bullying coercive blackmail compelled forcibly coerced (ultimatum) pressure
    press push dragging (tougher) muscle nudge maximum exert elbow thrust prodding drumbeat squeeze corner
    screws (choke) pile strangle noose pinch harassment hound besieged`,
  punish: `sanctions embargo boycott blacklist (blockade) secondary boycotted ban curbs restrictions
    bar (forbid) curtail prohibits penalties punish fine discipline punitive penalize (imposed) slap
    (imposition) retaliation (reciprocal) retaliatory reprisals tit tat countermeasures (tighter) crackdown
    clampdown (expelled)`,
  threaten: `threat threatened menace loom endanger provocations provoke adventure taunts poking
    destabilizing (rattled) bluster rogue belligerent bellicose intimidation cow (blackmail) ultimatum saber`,
  attack: `(fire) bomb shells shot blast shooting (torpedo) (explosion) exploded blew barrage blown hurls
    pelted salvo attack strike hit aggression struck raid offensive assault aggressor emptive offence
    preemptive unprovoked invasion (seized) invader (occupying) (intervention) incursion siege intrusion
    encroachment killed terrorism plot wound violent murder terrorists violence (stabbed) casualties sinking
    cheonan (incident) sunk sank destroyed crush destruction deadly annihilation rammed decapitation smash
    demolished counterattack counterstrike (target) bite battered hammered inflict infringe beaten merciless
    punch`,
  influence: `influence role weight affect sway clout (exert) influential (footprint) prestige foothold
    tools leverage card lever (wielding) persuade convinced lobby (nudge) (coax) lobbyist persuasion (orbit)
    sphere backyard shape guided guidance (interference) intervention meddle flexing`,
  control: `(order) control manage steer mandate overseeing imposed enforce fiat imposition master dominate
    (dictator) hegemony prevail landlord (manipulator) (imperialists) supremacy wielding (superior)
    (imperial) reasserts interference intervening grip leash suppress (discipline) yoke tame trample
    occupying (occupation) takeover annex conquered seizure`,
  yield: `puppet (client) stooges vassal pawn lackeys errand servile slavishly hireling (listen) concessions
    yield conceded bow swallowed flexibility abide soften bend compromise blink budged accede cave
    (accommodated) backpedals beg (tribute) (cow) humiliating submit kowtow surrender submission
    subordination deference appease cowardice comply heed compliance obey obedient compliant`,
  defy: `challenges (confrontation) (resist) fend withstand ignored defiance (snub) defies disregard
    (infringe) rebels deaf flouts buck defiant contravention assertive dare courage brave emboldened bolder`,
  exempt: `spare waiver except exemption waive (exclude) immunity dispensation relief reprieve mercy
    tolerate indulgence overlook stomach excuse forgive pardon forgiven hook`,
  permit: `let allow (granted) permits enable permission (relaxed) door room (space) (freely) latitude
    leeway licence licenses clearance authorisations entitled eligible`,
  prevent: `stop halt freeze (stem) stamp brake moratorium (avoid) prevent avert wards block blockade choke
    bust interdiction barriers disruptive obstacle stumbling obstruct stifle (hurdles) hampered forbid
    forbidden taboo (prohibits)`,
  limit: `limits cap ceiling lids (curbs) tighten (restrictions) (strict) stricter stiffer strictly bound
    bind string pin (tying) shackles rein restraint (refrain) restrain constraints frozen stuck locked trap`,
};
