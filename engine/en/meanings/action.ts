import type { Meanings } from './types';

/** What anyone does with anything. */
export const ACTION: Meanings = {
  give: `give (hand) given gave present granted gift award (lent) offer proposed (incentives) (submit) send
    sent delivered deliveries transfer dispatched distributed relay transmit (supply) provide pump (poured)
    provisions (rendering) (contribute) donors donations (sacrifice) compensation assignments heaped fork`,
  take: `take took taken seized pocket (assume) captured wresting keep hold remains held stay kept maintain
    preserve retains maintenance get got received (earned) caught tap acquire recipient obtained catch
    gotten extract reap haul owner belongs possess inherited ownership keeper strip (withheld) deprived fill
    resort harbor absorb log takers vacancy`,
  make: `make made production (found) makers producers invented hatched creator development build built
    (assembly) forged craft builders reconstruction weld rebuilt established create form (shape) creation
    institutionalizing groundwork design draft format compiled composed architect activities practice
    constructive handle function rendering`,
  go: `go move went advanced goes (march) forward gone (movement) proceed (relocation) come came reach
    return enter run flow rolled ran passed (crossed) trail passage penetrate walk treads crawled wander`,
  begin: `(launch) open (initiative) introduced unleashed introduction debut rollout start begin begun began
    origin (kicked) preliminary outset underway embarked erupted commenced resume (renewed) reopen restart
    resumption usher dawn paving hasten bud snap`,
  end: `end (stop) (halt) cease (close) shut (sealed) closure shuttered shutdown break (collapse) broke
    vanish dissolved exhausted disappear demolition lift cancelled scrapped eliminate wipe undo overturned
    undone revoked abolition void complete concluded finished solve wrapped conclusion (fulfillment)
    culminates final eventually ultimately terminal suspended (frozen) shelves pause idle suspension froze
    (retired) absence buried abortion unfinished`,
  put: 'put set (place) lay laid stand sit stood lies foot sat (lie) perched hung flanked',
  try: `(work) step efforts (pursue) undertakes undertaken undertook try attempt tried bid strive struggle
    coping tackle grapples scrambles hurry frantic haste (determined) volunteers dig`,
  wait: `waiting patience patient await queue pending queuing limbo slow slowly slower lagging slowest delay
    (pause) (postponed) (hesitation) backlog overdue stalled deadlock dormant`,
  hide: `private unofficial reclusive secret hide shadow underground veiled classified hidden opaque
    withheld undisclosed undeclared mystery covert lurking curtain silence quiet silent quietly whisper
    unspoken wink mum muted quieter anonymity unnamed unidentified unspecified cover harbour`,
};
