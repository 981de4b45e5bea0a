import type { Meanings } from './types';

/** How much, how long, how good, how true. */
export const DEGREE: Meanings = {
  lasting: `last extend permanent sustainable enduring longstanding irreversible longest forever
    indefinitely perpetual eternal endless long decades (longer) lifetime longtime lengthy (marathon)
    protracted continue always ongoing (consistent) stick steadily unchanged constant constantly unbroken
    old (historic) traditional oldest older ancient traditionally anachronistic repeated habit repeatedly
    persistent unrelenting chronic survive alive outlived outlast`,
  temporary: 'longer anymore provisional temporary briefly interim lapse expired hiatus sooner',
  new: `new emerging latest newest newly newer (novel) newcomer change (altered) evolving transforming
    modified abrupt modifications renewed fresh chapter anew (reset) reform modernizing update revised
    overhaul restructuring rewrite modernisation rewritten redraw reshape unprecedented pioneer creative
    mature renamed`,
  main: `(imports) (critical) crucial relevant vital valuable substantive precious most top senior biggest
    largest large ranks highest elite spearhead foremost heavyweights flagship powerhouses key central main
    mostly core fundamental mainly (primary) chiefly principal essence overarching primarily special
    significant notable (landmark) milestone famous prominent mainstream focus especially priority focused
    prioritize emphasis foundation (pivot) pillar anchor linchpin cornerstone hub bedrock mainstay backbone
    centerpiece stake instrument`,
  only: `only few merely purely alone single unilateral exclusive lone sole rare unusual unique seldom
    peculiar`,
  closeness: `close near closer touch closest nearer proximity nearest (firms) firmly (ironclad) (anchor)
    firmer steadfast unshakable unbreakable unwavering inseparable bulletproof strong stronger strength
    resilient solid robust rock strongly strongest (tighten) tightly tighter tight knit strict deep deeply
    depth warmer dear warmly (cozying) hotly warmest vigorously unequivocally hardens forcefully categorical`,
  weak: `weak thin weaker (waver) fragile weakest falters thinly withered crumbling thinner wobbly diluting
    empty hollow loosen soft loose (blunt) slack softer subdued (exposed) (vulnerable) shortage lack poorer
    junior inferiority (cold) dull`,
  small: `little small low bit margins smaller barely narrow slightly minor modest (slight) token partial
    lightly mini tiny scarcely somewhat fraction slice mild narrowly lesser trickle minimize sparingly
    lighter short (limits) shorter gradual inch (steadily) incremental carefully prudence cautious
    cautiously below moderator bottom footnote`,
  big: `major big great giant (significant) bigger greater larger huge massive substantial greatest grand
    vast tremendous enormous high scale size peak profile tall full entire wide wider comprehensive broad
    broader scope extension sweeping broadly blanket fuller thoroughly widespread breadth systematically
    serious seriously heavy overwhelming heavily intense gravity gravest fiercely heavier highly sharp
    sharply rapidly dramatic wild significantly steep bold sharpest greatly steepest markedly radical mass
    plenty numerous bulk array ample chunk saturated excessive super extraordinary incredible overboard
    unimaginable consideration`,
  increase: `more further (added) additional add extra supplementary supplemental up growing raised (growth)
    rise increase rose higher grown increasingly grew mount climbed heights risen ascent swelling hike
    upward upturn upswing expand widen expansion spread accelerate balloons momentum broaden enlarge
    (extension) (lift) beef boost ramp buildup (pile) ratchet maximize inflows fuelled double jump surge
    soaring boom rebound leap dearer buoys tripled spike multiply resurgent leapt escalating intensify heat
    heightened surpassing exceeds exceeded outgrown outstripping spill`,
  decrease: `down cut less reduce (scale) lower fewer lowest reduction shed trim (curtail) slashed shave
    (drawdown) axe shorten subtract fall drop fell (declined) slip fallen slide slump dip halved plunged
    tumbled slid descent (slow) (slowdown) faded dried waning peter drain (withered) (ease) temper mitigate
    taper (diluting) (narrow) shrinking shrunk shrank lessen shortfall flatten diminished dwindled`,
  good: `well good (fine) quality beauty okay nice outstanding bright healthy golden perfect excellent
    perfectly terrific decent vibrant brilliant pleasant interest gain benefit profit (favor) (favour) enjoy
    prize sake fruit fortune privilege reward dividends carrots vested (reap) beneficial deliverables
    sweetened better (position) best edge advantage outperformed favorite superior favourite upside kinder
    sounder healthier won win success achieve victory breakthrough successfully winner (thriving) (succeed)
    accomplished shine victor (succeeded) overcoming flourish triumph opportunity (chance) luck lucky fair
    fit suits appropriate deserves merit qualify apt proper viable adequate suitable (constructive) smart
    wise meaningful grace sensible prudent noble clever virtue bravery save relieved`,
  bad: `cost (hit) lose (death) hurt loss suffer (damage) blow victims (beat) expense sacrifice waste
    (defeat) toll fallout devastating dearly costly injured squandered hardship distress bled disadvantage
    saddle danger risk grave reckless foolish chaos volatile turbulent rash irresponsible risky unstable
    gamble mess disorder peril unruly unsustainable problem liability headache nuisance sore (neglect)
    scourge baggage shortcomings (chronic) failed trouble failure badly tragedy vain setback (catastrophic)
    woes flops unfortunately misfortune backfire doomed unsuccessful (nightmare) poorly disastrous
    underperformance bad worst poor dark negative terrible (gross) awful miserable horrible coarse
    unfavourable ugly missing wrong mistake miscalculation mishandling premature error folly inappropriate
    improperly unfair exploit malicious sinister flagrant vicious predator sins unreasonable foul culprit
    evils unfairly unjust brigandish tainted lost hell erred dash dotage junk`,
  necessary: `need must ought require obligations (mandate) imperative onus needn't necessary essential
    indispensable necessity urgent urgency necessarily inevitable entails conditions (warrant)`,
  difficult: `hard (challenges) (serious) harder tougher tough difficult hardest toughest complex
    complicated thorny pain crunch stiff rough harsher acute sensitive delicate awkward uncomfortable
    controversial difficulties troublesome thorn hurdles snag impossible unable unthinkable unworkable
    strand`,
  easy: `simply plain easy easily easier simple feasibility simplifying plainest cheap cheaper quick smooth
    automatic comfort relaxed convenience gladly gently gentle gentler`,
  cause: `bring (lead) led drive result posed cause prompting driven spark trigger stem drove emanating spur
    ignite inspired derives (response) effect impact consequences outcome wake implications spillover
    ensuing (fuel) (fans) stirred stokes instigation sow fodder (fuelled) reason root basis driver factor
    background motive justification underlying (due) therefore thus accordingly thereby attributed mean
    (account)`,
  contrast: `still yet anyway nevertheless nonetheless though despite however although whereas spite
    regardless notwithstanding albeit rather instead unless otherwise (contradiction) contrary irony iron
    meantime`,
  same: `(like) similar alike copy likewise echo twin similarly typical mirror resembles replicating replica
    share common mutual reciprocal overlap fairer equitable same equal (match) equivalent par beside
    compared parallel comparison likened lumped consistent regular pattern replay furthermore moreover
    simultaneous additionally`,
  different: `different unlike various mixed contrast distinction variety distinguished stark nuance
    (quarrel) dispute bickering contentious squabbling gap (gulf) imbalances daylight lopsided disparities
    asymmetrical odds disagree contradiction discord disagreement inconsistent misunderstanding
    discrimination strange`,
  real: `clear sure certainly certain clearly plainly obvious absolute clarity clearer fact truth reality
    substance really real actually true precisely correct truly literally inherently rightly formal
    legitimate legitimacy validated directly frankly openly blunt honest frank honestly transparency
    outright explicitly candidly naked concrete pragmatic realistic tangible earnest sincere genuine natural
    circumstances character`,
  false: `(lies) lie false fake lying fabricated counterfeit untrue pretext pretend bluff dummy euphemism
    alibi supposedly manipulator fool (rigs) (cheated) trick deceive ploy hoax conspiracy illusion
    unsupported myth delusion nonsense fiction fancy naive fantasy (groundless) absurd exaggerate overrates
    overestimated overstated distorted propaganda disinformation misjudge misread mistaken underestimates`,
};
