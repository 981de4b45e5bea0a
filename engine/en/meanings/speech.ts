import type { Meanings } from './types';

/** What is said, thought and felt. */
export const SPEECH: Meanings = {
  say: `say told tell according speak added noted spoke comment remarks described expressed voice mentioned
    explain wrote (add) quoted citing write spoken reportedly explanation joked elaborating mused
    description vocal utter dwelt verbal word language (tweet) rhetoric tone shouting title slogan phrase
    boast label adjectives babbled buzz prattle metaphor vocabulary proverb preach roars statement announced
    declaration address briefing message released speech letter written readout spokeswoman communiqué
    (interpreter) conveyed summary translated proclaimed representations notified notification proclamation
    declaratory (relay) pronounced transcript response answer respond reply reaction react suggested
    (hinted) (admitted) testified confession stressed reiterated (underscored) emphasized (underline)
    restated specified clarify bluntly (state) point (air) refer sound inaudible spell aloud outline (coin)
    defined definitely tale hello hi`,
  argue: `view (opinion) (conviction) thesis claim (maintain) argued insisted content argument justify
    (contender) debate feedback moot logic arguably (assertive)`,
  warn: 'warned (alarm) caution alert stern advisory',
  urge: `called demand urged summoned (instructed) clamoring clamours (asked) request appeal plea petition
    encouraged advice recommended counsel (beg) pleaded pitch`,
  ask: 'asked question why (inquiry) wonder curious unanswered',
  deny: 'denied (renounce) denials dismissed shrug brushed downplayed groundless nothing never',
  criticize: `critical blame (blast) lecture scolded fault rebuke slams criticised lashed harsh pan chided
    swipe barbs reproach broadside rap hectored berates quarrel complained complaint grumble (resent) slight
    grievances fuss murmur condemned denounced (displeasure) deplored scorn (disapproval) contempt frowns
    regrettable censure protest (demonstration) (summoned) candlelight lodged banners placards chanting
    outcry accused (charge) alleged insults mock offend maniacs cursed reactionaries sneered
    ridiculous slander rude jeered howling rip jab blunter`,
  praise: `thank (credit) appreciation welcomed congratulated hailed applauded cheered applause
    congratulatory respect honor honour (salute) esteem cherished praised commend touted lauds vaunted
    compliment flattering brag trumpeting flattery please admiral impression`,
  promise: `commitment ironclad dedicated recommit promise pledge vow (undertakes) sworn swear (oath) swore
    reaffirmed (reiterated) affirmed assured ensure guarantee reassure guarantor (honor) fulfillment`,
  agree: `agreed yes unanimously consensus nod consent concurred agreeable subscribe signed sealed signature
    ratified ink clinch ratification (accede) signatory accept adopted (embrace) accommodated approved
    (endorsed) certification recognize admitted acknowledged recognition admission recognise (comply) adhere
    satisfied gentleman compatible`,
  refuse: `against opposition anti opposed object resist disapproval opponents dissent refused declined
    rejected veto unacceptable snub intolerable reluctant balks unwilling loath`,
  doubt: `(question) doubt skeptics sceptics unrealistic pessimists eyebrow might perhaps maybe (reserve)
    waver hesitation reconsider reticence suspected (wary) suspicion distrust suspicious mistrust warily
    cloud unknown vague unclear uncertainty puzzle confused uncertain fog allegedly rumours rumors
    unverified tentative`,
  fear: `concerns worry alarm wary nervous nerves unease uneasy fret anxious anxiety discomfort nervousness
    jitters fear afraid dread frightened scare panic lest trembling rattled bothers unsettle disturb horror
    nightmare specter`,
  hope: `want keen desire eager appetite coveted hope wish dream optimists optimism daydream bullish seek
    sought pursue pursuit aimed target goal purpose vision intend intention bent willing willingness
    ambitions ambitious aspirations bet`,
  think: `think believe mind thought guess supposed reckoning belief assume assumption understand realize
    understood regard sense (judge) perspective characterize (impression) perceptions deems mentality
    perceive consider weighs (consideration) (reconsider) rethink mulls idea theory notion concept premise
    imagine conceivable assessment calculation judgment judgement evaluate analyzed interpreter sober
    rational`,
  show: `show shown display demonstration reflects exposed reveals unveiled showcase disclosed portrayed
    disclosure confirmed prove evidence proof identified verifiable certifies vindicated proven evidenced
    seems apparent visible undisguised seemingly signal indication hinted gesture preview symbol signify
    clue highlight underscored underline details example features register illustration`,
  predict: `expected possible potential chance prospect probably poised future fate scenario outlook horizon
    bodes estimates forecast predicted speculation anticipation braced wager foresee foresaw like (unlike)`,
  decide: `plan program measures (proposed) initiative programme scheme blueprint roadmap line position
    stance (posture) attitude policy (strategic) strategy approach planners chart doctrine playbook method
    decision ready resolution decide resolve determined (adopted) (conclusion) course gear guidelines
    compass meant implement task deliberate masterminded`,
  feeling: `(please) happy smiles laugh glad (satisfied) pleasure satisfaction delight laughter zeal joy
    amused heartened happier care love grateful sympathy gratitude condolences fond pity beloved console
    anger angry dislike upset irritation (temper) fury displeasure resent outrage bitter mad rage furious
    bristles envy outburst infuriated impatience annoy grudges fumes ire irked wrath hate annoyance rankle
    displeased uproar seethes bitterly madden animosity surprise shock stunned unexpectedly astonished
    regret (sorry) disappointment frustrated (tear) tired desperate cry dismay cried (depression) unhappy
    weary rue heartbreak sulks grief proud pride vanity conceit proudly shame embarrassment (humiliating)
    disgrace squirming feel felt spirit mood (sentiment) excitable emotional aroused morality soul moody`,
  know: `know find found known learned familiar aware knew discovered famously grasped learnt fluent
    students study graduate fellowship exam pupils scholarships schoolchildren classmates university school
    class college academy campus library campuses dormitories information experience knowledge skills wisdom
    experienced expertise insight remember recall reminder (lecture) lesson education teaches teachers
    taught forget forgotten english awake`,
  see: `look see seen (view) eyes saw sight glance lens (noted) notice (recognize) detected (recognise)
    watch track (observers) attention (monitoring) witness spotlight scrutiny gauge hear heard listen search
    explore hunt read appeared review light picture peers`,
};
