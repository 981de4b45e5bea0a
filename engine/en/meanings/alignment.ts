import type { Meanings } from './types';

/** Who stands with whom, how closely, and who moves. */
export const ALIGNMENT: Meanings = {
  support: `back support promote (encouraged) favor favour pro uphold behalf (sympathy) backer
    endorsed blessing advocates champion upheld help aides assistant (lend) sponsor facilitate bankrolling
    helpers handout sponsorship protect shield protector shelter guardian cushion patron benefactor
    patronage propping afloat lifeline (buoys) nourished`,
  cooperate: `together joint (team) combined pool jointly alongside cooperation collaboration collusion
    partner partnership trilateral tripartite coordination concert synchronize lockstep interoperability
    tandem complement complementary (kaesong)`,
  alliance: 'ally comrade alliance alignment pact treaty (bind) compact bloc axis triangular trilat',
  ties: `ties relations relationship bond bilateral link (association) tie connection tying friends
    friendship friendly goodwill warmth honeymoon friendlier rapport neighbourliness cordial amity exchange
    (contact) liaison interactive neighbour neighbor neighborhood neighbourhood network knot interconnected
    (intertwined) interconnectedness (comrade) (brothers) kinship`,
  improve: `(development) (advanced) progressive foster headway blossom cultivating (better) strengthen
    (stronger) (beef) (boost) bolster reinforce fortified sharpen consolidate cement solidified deepen
    enhance improve upgrade deeper elevated ease warm thaw soothe rapprochement springtime melt revive
    recovery recovered revitalizing bounces reinvigorate mend restore fixed normal repair rebuilding regain
    patch remedy reinstated reset normalisation salvage shores refit`,
  worsen: `collapse (broken) crack rift rupture (alienate) unravel harm damage (blow) shake ruin (rock)
    shaken spoil poison crippling mar bruised dented stung weaken (destabilizing) undermine (unsettle)
    undercut erode cool chill cooler frosty colder worse sour downgrade worsen deteriorate compounds
    aggravated backward exacerbate strain tear (friction) frayed`,
  join: `follow (alignment) flock members membership join (access) involved participants entry
    (admission) recruitment enlisted enrollment inducted`,
  leave: `leave left quit departure evacuation exit bolts exodus walkout pull removed (recall) withdrawal
    retreat withdrawn withdrew pullout drawdown abandon rid desert renounce divorce ditch relinquish kicked
    expelled deported ejected expulsion (defected) (flee) (department) skips`,
  distance: `away distance farther estrangement distant deviating alienate detachment separate decoupling
    wean avoid refrain (escape) (skips) dodge evading shy diversification diversify diverse exclude shun
    neglect shied`,
  balance: `both (play) ambiguity hedging rope tightrope dual juggling straddling balance (weighs) buffer
    rebalancing rebalance counterweight equilibrium offset mid halfway sandwiched fence neutral
    abstained equidistance sitter`,
  choose: `pick choose choice prefer chosen chose selective opt either dilemma crossroads options
    alternative`,
  shift: `turn (move) lean (course) shift drift pivot swing movement tilt trend realignment reverse swung
    tide trajectory lurch flip (change) altered adapt adjustment (rethink) convert (replace) switch
    substitute (departure) stray diverted toward tend (steer) tip tendencies`,
  depend: `dependence rely reliance hinge reliant attached tenant clinging appendage intertwined hostage
    exposure vulnerable owes`,
  autonomy: `own self sufficient empowerment independent sovereign sovereignty autonomy autonomous
    (flexibility) freer freely freed voluntary discretion`,
  contain: `counter check counteraction (counterweight) contain isolated wall encirclement circle hem
    (besieged)`,
  deter: `(defense) (defence) (protect) defend guard safe safeguard vigil repel deterrence deter tripwire
    umbrella (guarantor)`,
  compete: `rivals competition race contest compete rivalry competitors vie jockeying vying claimant outbid
    (edge) overtakes overtook overtaken outpacing enemy cold confrontation adversary foe antagonism versus
    dueling feud (spat) tug spar jostling fiercer`,
  court: `(court) woo charm courtship suitors chase cozying flirtation draw (appeal) incentives attracted
    tempted coax lure dangling invited engagement overtures outreach embrace hugs`,
  divide: `(break) apart (gap) split divided (division) torn polarized fragments faction tore splinters
    wedge pry pits prise peel carve`,
  unite: `united rally collective band (unanimously) solidarity unity unified bipartisan (lockstep) chorus
    bridge unification reunification (reunions) (reuniting) integration merged incorporating fusion blended
    fuse stitched gang`,
  trust: `trust confidence faith (reassure) reliable credible reputation (sincere) surest credentials
    trustworthy loyalty devoted loyal allegiance`,
  betray: `traitor cheated stabbed sacrificed betrayed betrayal breach broken unreliable unpredictable
    erratic cherry freeloader`,
  mediate: 'mediator broker (intermediate) (shuttle)',
};
