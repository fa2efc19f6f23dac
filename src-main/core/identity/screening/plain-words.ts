// Owns the words that keep ordinary English from being taken for a name.

const list = (text: string): readonly string[] => text.split(/\s+/).filter((word) => word !== '');

/** Words that are also surnames: known people with such a name are found only where a capital is no accident. */
export const wordsThatAreNames: ReadonlySet<string> = new Set(
  list(`
  abbey abbot alderman all archer ash baker ball bank banks banner barber barker barn bass batt bean beach beck bell
  best bird bishop black blessing blood bloom bond book boot bow bowen box boy boyd bradford bridge bridges bright brook
  brown buck bull bullock burn burns bush butcher butler butter carpenter carter case cash castle chambers chance chapel
  chase child christian christmas church clay cliff close coffee cook cooper corner costa court crane cross crow
  cruise dale dance darling day deal dean dear derby drake drew drive driver duke dunn early earl east english faith farmer
  fear field fields fine finch fish fisher flood flower foot ford forest forester foster fox france freeman french
  friend frost gale gardener garland gentle gold golden good goodman gore grace grange grant grave graves gray green
  grey gross grove guest hall hand hands hard hardy harper hart hawk hay head heart heath herd hill hills hobbs holiday
  holland holly holt home hood hooper hope horn horne house how hull hunt hunter hurst ireland iron jewel joiner joy judge
  just kay keen keep key kind king kirk kitchen knight knife lake lamb lane large law laws lawyer leaf lee light
  line little lock lodge long lord lord's love low lynch major manning march mark marks marsh marshall martin mason
  masters mate may mayor meadows mercer mercy mild mile miles mill miller mills mills moat moody moon moor moore moss
  mould mount muse nail nash neighbour new newcastle newman nice nickel nightingale noble north nurse oakes oats old page
  pain paine palmer park parker parks parsons partridge patience peace peacock pearl pepper perry piper pike place plant
  play pole pool poole poor pope porter post pot potter potts pound power powers pratt price priest prince prior
  proctor prout quick rain raven ray read reader reed reeves reid rice rich ridge ring rivers roach robin rock rose rush
  sadler sage salmon salt sands savage sawyer school sea seal self shadow sharp sharpe shepherd ship short silver singer
  skinner small snow south sparrow spark speed spice spring square stable stamp star steel steele steward still stock
  stone storey storm stout street strong stubbs style summer summers sun swan sweet swift tanner taylor temple tennant
  thatcher thorn tiller toll tower town townsend travers trout tuck turner twist tyler vale vicar vince violet wade
  wakefield walker wall waller ward waters way weaver webster weeks well wells west wheeler white wild will wills winter
  winters wise wolf wood woodland woods word worth wren yard yates york young`),
);

/** Words that follow a capital without making it a person: streets, houses, bodies, papers. */
export const wordsOfPlaces: ReadonlySet<string> = new Set(
  list(`
  academy agency agenda agreement airport annual area assembly association authority avenue bank bay block board borough
  bridge budget building buildings bureau business cabinet campus castle cathedral centre centres chamber champion champions
  charter church city civic close club code college commission committee communities community company conduct congress
  consultation contract corner cottage cottages council councils county court crescent cup day department depot design development
  directorate district division drive early election elections estate estates event farm festival finance forum foundation
  framework garden gardens gate general governance government green grove guidance hall handbook health heights high hill
  hospital hotel house housing hub induction infirmary initiative inn institute intranet invictus junction king land lane library
  liaison limited line local lodge ltd management market meeting meetings memorial mews ministry museum network news north
  number office officer officers order panel parade parish park parking parliament partnership party period place plan planning
  police policy pool port practice primary procedure programme project protocol publications quarter register relief report
  residential review road room rooms royal rule rules school scheme scrutiny secondary section service services show site
  society south square stadium standard standards station street suite summer support surgery survey system tavern team
  teams terrace test theatre tower town townhall training transport tree trees trust union university vale valley view
  villa village wales walk ward wards water way welfare wharf winter women work works year yard zone`),
);

/** Words before a capital that is not a person: "the Grace period", "our Will template". */
export const determiners: ReadonlySet<string> = new Set(
  list('a an the this that these those our your their his her its my any each every no some st saint'),
);

/** Words for a person or for speaking with one: a capital that follows, and no known word, is likely a name. */
export const wordsBeforeNames: ReadonlySet<string> = new Set(
  list(`
  manager supervisor colleague boss secretary assistant husband wife son daughter partner named called emailed e-mailed
  phoned rang told asked thank thanked apprentice investigator planner solicitor`),
);

/** Words before a capital that may be a person when a second capital follows: "made by Ngaio Okoro-Bell". */
export const wordsBeforeFullNames: ReadonlySet<string> = new Set(list('by with from to about'));

/** Capitalised words after which a person's name is not to be expected, besides places and bodies. */
export const ordinaryCapitals: ReadonlySet<string> = new Set(
  list(`
  i i'm i've i'd i'll we they he she it you the a an and but or if when what why who how where there here this that these
  those my our your his her their its all any some many most more no not none nothing never always everyone everybody
  nobody someone please yes also as at by for from in into of on to with without after before because since so then than
  too very just only both each either neither monday tuesday wednesday thursday friday saturday sunday january february
  march april may june july august september october november december christmas easter teams zoom outlook excel word
  microsoft windows google facebook twitter whatsapp linkedin instagram youtube hr it ict ceo cex mo s151 foi gdpr lgo eu
  uk gb nhs bbc covid brexit english british scottish welsh irish labour conservative conservatives tory tories liberal
  democrat democrats lib lab con reform independent independents ukip plaid snp dup senior junior deputy
  acting interim chief head director directors leader mayor chair chairman chairwoman chairperson vice member members
  councillor councillors officer officers staff executive cllr cllrs monitoring planning licensing audit scrutiny
  standards full extraordinary information human resources freedom data legal democratic corporate children children's
  adult adults social education highways environmental environment housing revenues benefits procurement regeneration
  england scotland wales ireland britain london europe thanks regards dear hello hi ok`),
);

/** Words that stand in a column of names where nobody is named: "Several members", "Resident", "Officer A". */
export const wordsOfRoles: ReadonlySet<string> = new Set(
  list(`
  anonymous anon clerk citizen complainant complainants constituent contractor customer employee employees group journalist
  leader leaders member members mp multiple not none officer officers parish party person persons public redacted reporter
  resident residents respondent school several staff student subject supplier tenant tenants town union unknown unnamed user
  various visitor volunteer whistleblower withheld witness`),
);
