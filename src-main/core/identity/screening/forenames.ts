// Owns the words by which a person's name is recognised where the file does not say who is meant.
// The rule: an own list of names in use in Britain (facts, no database was copied); it is far from complete.

const list = (text: string): readonly string[] => text.split(/\s+/).filter((word) => word !== '');

/** Forenames that are hardly ever anything but a name: they count in any spelling of case. */
export const forenames: ReadonlySet<string> = new Set(
  list(`
  aaliyah aaron abbie abdul abdullah abigail abraham abu ada adam  adebayo adele adnan adrian agata agnes
  agnieszka ahmad ahmed aidan aileen aimee aisha aiden akash alan alana alastair alba albert alejandro aleksander
  aleksandra alessandro alex alexander alexandra alexis alfie alfred alice alicia alina alisha alison alistair allan
  allison alyssa amanda amara amelia amina amir amit amna amy ana anastasia andre andrea andreas andrew andrzej
  angela angus anil anita anjali ann anna annabel anne annette annie anthony antoine antonia antonio anwar arif
  arjun arlo arthur arun asad asha ashok asif asma audrey ava ayaan ayesha aziz barbara barnaby barry bartosz
  beata beatrice becky belinda ben benedict benjamin bernadette bernard beth bethan bethany betty beverley bianca
  bilal billie billy  bogdan bradley brenda brendan bridget bronwen bruce bryan bryony caitlin callum calum
  cameron camilla carl carla carlos carly carmen caroline carolyn carys casey cassandra catherine catrin cecilia
  cerys charlene charles charlie charlotte cheryl chidi chinedu chloe chris christina christine christopher ciara
  ciaran cillian claire clara clare clarissa claudia clive colette colin colleen conor connor corey craig cristina
  cynthia cyril daisuke damian damien dan daniel daniela danielle danny darragh darren daryl dave david davina
  dawid deborah debbie declan deepak deirdre delia delroy denis denise dennis derek dermot desmond devon dewi diana
  diane dilip dimitri dinesh dipak dmitri dominic dominika donald donna doreen doris dorothy dougal douglas
  duncan dwayne dylan eamonn  eddie edith edmund edward edwin edwina eileen eilidh elaine eleanor elena eli
  elias elijah elisabeth elise eliza elizabeth ella ellen ellie elliot elliott elsie elspeth emeka emil emilia
  emily emma emmanuel enid enrique eric erica erik erin ernest esme esther ethan eugene euan eva evan evelyn ewa
  ewan fadi faisal farah farhan faruk fatema fatima fatou felicity felix femi fergus fernando fiona fiza florin
  folasade francesca francis francisco fraser freddie frederick freya gabriel gabriela gabrielle gail gareth
  gary gavin gemma geoff geoffrey george gerald geraldine gerard giles gillian gina giovanni gita gladys glen
  glenn gloria glyn glynis gordon graeme graham greg gregory greta grzegorz gulsen gurpreet gwen gwyn gwyneth
  habib hadiya hafsa hamish hamza hana hanna hannah hannelore haris harjit harold harpreet harriet hasan
  hassan hayley heidi helen helena henry hilary hiroshi hugh hugo humaira hussein iain ian ibrahim idris ifan
  ifeoma igor ilona imogen imran ines ingrid ioan ioana irene irina isaac isabel isabella isabelle isla ismail
  iqbal ivan iwan iwona jacek jacinta jackie jacob jacqueline jacques jaime jakub jamal james jamie jamila  jane
  janet janice janine   jason javed javier jayne jeanette jeff jeffrey jemima jen jenna jennifer jenny
  jeremy jerome jess jessica jessie jia jill jim jimmy joan joana joanna joanne joao jodie joe joel johan johanna
  john johnny jolanta jonah jonathan jorge jose joseph josephine josh joshua joyce juan judith julia julian
  juliana julie juliet justin justyna kamal kamil karen karim karl karolina kasia katarzyna kate katherine
  kathleen kathryn kathy katie katrina katy kavita kayleigh keeley keiran keith kelly kelvin kemi ken kenneth kerry
  kevin khadija khalid kieran kimberley kiran kirsten kirsty kofi krishna kristina krystyna krzysztof kudzai kumar
  kwame kyle lakshmi lana lara latisha laura lauren laurence layla leah leanne leila leo leon leona leonard leroy
  lesley leslie lewis lia liam lidia liliana  linda lindsay lindsey lisa liz lizzie llewellyn logan lois
  lola loretta lorna lorraine louis louisa louise luca lucas lucia lucille lucinda lucy luis luke lukasz lydia
  lyn lynda lynette lynn lynne lynsey mabel maciej maddie madeleine magda magdalena magnus mahmoud mahmud mairead
  malcolm malgorzata malik manjit manuel marcel marcia marcin marco marcus marek margaret maria mariam marian
  marianne marie marilyn  mario marion marisa marjorie marlene marta martha martyna mary maryam masood mateusz
  mathew matilda matt matteo matthew maureen maurice maxine maxwell mei melanie melissa  meredith mia michael
  michal michelle miguel mikael mike mikolaj mila millie milly mina minh miriam mirza misha mitchell mohamed
  mohammad mohammed moira mollie molly mona monica monika morag morgan moses mostafa muhammad muriel murray
  musa mustafa myfanwy nadia nadine naeem nancy naomi nasreen natalia natalie natasha nathan nathaniel navdeep nazia
  neha neil nerys ngozi niall niamh nicholas nicky nicola nicolas nicole nigel nikhil nikita nikki nina nisha noah
   noreen norma norman nuala nur olabisi olga oliver olivia olu oluwaseun omar omari oscar osman owain owen
  pamela paolo parveen pascal patricia patrick patrycja paul paula pauline pawel pedro peggy percy peter petra
  petros phil philip philippa phillip phoebe phyllis pierre piotr pooja pradeep prakash preeti priti priya priyanka
  quentin rachael rachel radoslaw rafael rafal rahim rahul raj rajesh rakesh ralph ramesh rania raquel rashid raul
  ravi raymond rebecca reece rehana renata renee reza rhiannon rhian rhodri rhona rhys ricardo richard ricky rita
  rizwan robbie robert roberto roberta rodney roger roisin roland  ronald ronan rory rosalind  rosie
  ross rowena roxanne roy rukhsana rupert russell ruth ryan sabina sabrina sadia sadie saeed  safiya sahar
  saima sajid salim sally salma salman sam samantha samina samir samuel sana sandeep sandra sangita sanjay sara
  sarah sarita saskia satish satnam  scott sean sebastian selina serena sergei seth shabana shabnam shahid
  shaista shannon sharon shauna shaun shazia sheena sheila shelley sheryl shirin shirley shivani shona siân sian
  sibusiso sidney simon simona simone sinead siobhan slawomir sofia solomon sonia sophia sophie stacey stan
  stanislaw stanley stefan  stephanie stephen steve steven stewart stuart  suhail sukhdeep suleiman sultana
  sunil sunita suresh susan susanna suzanne sybil sylvia sylwia tabitha tadeusz tahir tamara tamika tamsin tanisha
  tanya tariq tatiana tayyab ted teresa terence terri terry tess thabo thandiwe theo theodore theresa thomas
  tiago tiffany tim timothy tina tobias toby tom tomasz tommy toni tony tracey tracy trevor trish trudy tunde tyler
  tyrone uma umar una ursula usha usman valentina valerie vanessa vaughan veronica vicky vijay vikram vikki
  vincent vinod vivek vivian vivien vivienne vladimir walter wayne wendy wesley wilfred william winifred winston
  wojciech xavier yasmin yasmine yolanda yosef youssef yusuf yuki yvette yvonne zachary zahid zahra zainab zara
  zbigniew zeeshan zeinab zoe zofia zoltan zubair zuzanna`),
);

/** Forenames that are also words or places: they count where the words around them say so. */
export const ambiguousForenames: ReadonlySet<string> = new Set(
  list(`
  adams amber angel april art ash ashley aurora austin autumn basil bill blake bob bonnie brook brooke bunty carol celeste
  chance chase chelsea chester clay clement cliff constance coral crystal daisy dale dawn dean destiny dick don drew
  earl eden ember eve faith fay fern finn fleur flora florence frank gay gene georgia ginger grace grant guy harmony
  harry hazel heath heather holly honey hope hunter india iris ivy jack jade jasper jay jean jesus jewel jo jordan joy
  judge june kay kent kim kit lacey lance laurel lee lincoln lindy london lynx marina mark marshal martin mason max
  may mercy merit mick miles milo mo myrtle nick noble norm olive opal paige paris parker pat patience pearl penny
  peace pip piper pippa poppy preston prince precious prudence ray reed reuben rex rich river rob robin rose rowan ruby
  rusty sage sandy savannah skip sky skye spencer star sterling summer sunny tad tally taylor tony trinity trip
  troy val verity vernon victor victoria vi viola violet wade ward warren will willow win woody sue blessing ebony jasmine jasmin lily rosemary saffron roman mercedes jan noel stella`),
);

/** Surnames common in Britain that are hardly ever anything but a name. */
export const surnames: ReadonlySet<string> = new Set(
  list(`
  abbott adeyemi ahmed akhtar ali allen anderson andrews armstrong atkinson awan aziz bailey barnes barnett
  bartlett bates begum bennett benson bhatti bibi     bradshaw brooks bryant burgess
  burke burton  byrne callaghan cameron campbell carr chapman chaudhry chen chowdhury chukwu clarke coleman
  collins cooke cox craig crawford cunningham curtis daly davidson davies davis davison dawson desai dhillon diaz
  dixon dobson doherty donnelly douglas doyle duffy duncan edwards elliott ellis evans ferguson fernandes fernandez
  fitzgerald fletcher forbes fraser gallagher garcia gardner gibbons gibson gilbert gill gonzalez gordon graham
  griffin griffiths gupta gurung hamilton hancock harding harris harrison hartley harvey hassan hawkins hayes henderson
  henry higgins hodgson holmes hopkins houghton howard howell hudson hughes humphreys hussain hussein hutchinson
  ibrahim iqbal  ismail jackson jamieson jenkins jennings jensen johnson johnston jones kapoor kaur kaye kelly
  kennedy kerr khalid khan khatun kowalski kowalska kumar lawson lewis lloyd lopez macdonald mackay mackenzie maclean
  mahmood malik  martinez mccarthy mcdonald mcgregor mcintyre mckenna mckenzie mclean mcmahon mcmillan mehta
  metcalfe miah  mistry mitchell mohamed morgan morris morrison moyo mukherjee murphy murray naidoo naylor
  ncube ndlovu newton nguyen nicholson norris novak nowak obi o'brien o'connor o'neill o'reilly o'sullivan ogden okafor
  okeke okonkwo oliver osborne owens papadopoulos parry patel paterson patterson pearson pereira perkins petrov phillips
  popescu powell pritchard qureshi rahman raja ramsay rana ratcliffe rathbone reddy reid reynolds richards
  richardson roberts robertson robinson rodriguez rogers rossi rowe russell ryan saunders schmidt schofield shah
  shaikh sharma shaw sheikh shepherdson sidhu simmons simpson sinclair singh siddiqui slater smith smyth spencer
  stephenson stevens stevenson stewart sutherland  szymanski taylor thapa thomas thompson thomson thornton tran
  tucker uddin verma wallace walsh watkins watson watts webb webster whitaker whitehead whitehouse whittaker wilkins
  wilkinson williams williamson willis wilson wisniewski wojcik wright yousaf zaman zhang`),
);
