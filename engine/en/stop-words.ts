const stopWords = new Set(
  `the a an of to and in for on that is was said with as it by at his her be has are have but were not this who
  they had which will their or its been also we would when there all out she other than over into if no can so
  them what him may since many while because did just such then i you he our us my your do does from about would
  could should`.split(/\s+/),
);

/** Words too common to say anything by themselves beside an actor. */
export function isStopWord(word: string): boolean {
  return stopWords.has(word);
}
