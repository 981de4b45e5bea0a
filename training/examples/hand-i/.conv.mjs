// expands short label and style codes, ¦ -> tab
import { readFileSync, appendFileSync, existsSync, writeFileSync } from 'node:fs';
const L={dil:'diplomat/two-partner-dilemma',usp:'diplomat/us-pressure',chp:'diplomat/china-pressure',imo:'diplomat/india-model',isq:'diplomat/india-squeezed',isp:'diplomat/india-autonomous-space',iga:'diplomat/india-gradual-arms',iwe:'diplomat/india-wedge',aut:'diplomat/autonomy-serves-us',dec:'diplomat/gradual-decoupling',wed:'diplomat/wedge-china-dprk',che:'diplomat/cherry-picking-ally',eng:'diplomat/engagement-card',bal:'diplomat/balance-may-not-last',ras:'diplomat/no-rash-realignment',cou:'kelly/courted-by-both',fla:'kelly/flattering-story',lef:'kelly/left-seeks-distance',lin:'kelly/china-links-growing',noc:'kelly/no-looming-choice',trt:'kelly/treaty-ally-locked-in',rar:'kelly/rare-formal-ally',soc:'kelly/society-tilts-american',bas:'kelly/bases-limit-drift',con:'kelly/not-containing-china',mar:'kelly/only-marginal-shift',tac:'kelly/tactful-downplaying',exp:'kelly/expulsion-test'};
const S={sp:'speech',tr:'transcript',pl:'plain',hl:'headline',kp:'state-media-kp',cn:'state-media-cn',us:'state-media-us',wi:'wire',of:'off-topic',ed:'editorial'};
const T={'+':'echoes','-':'challenges','~':'relates'};
const f=process.argv[2];if(!existsSync(f))writeFileSync(f,'labels\tstyle\ttext\tprev\tnext\n');
let n=0,out='';for(const l of readFileSync(0,'utf8').split('\n')){if(!l.trim())continue;const c=l.split('¦').map(x=>x.trim());
 const lab=c[0]==='-'?'-':c[0].split(',').map(x=>{const i=L[x.slice(0,3)],s=T[x.slice(3)];if(!i||!s)throw Error('label '+x+' in '+l);return i+':'+s}).join(',');
 if(!S[c[1]]||c.length<3||c.length>5)throw Error('row '+l);while(c.length<5)c.push('');out+=[lab,S[c[1]],...c.slice(2)].join('\t')+'\n';n++}
appendFileSync(f,out);console.log(f,n);
