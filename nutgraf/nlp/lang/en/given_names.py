"""Given names of English-language news that are borne by men alone or by women alone, lower case.

Names of both, and names that are surnames or words as often, are left out.
"""

from __future__ import annotations

from typing import Final

from nutgraf.nlp.word_lists import word_set

MASCULINE: Final = word_set(
    """
    aaron abdel abdelaziz abdul abdullah abdulrahman abraham abu adam aditya adolfo adrian ahmad ahmed aitor
    aki akira alan alasdair albert alberto aldo alejandro aleksandar alessandro alexander alexandre alfonso
    alfred alfredo ali alistair allan amir amit anders andreas andrei andres andrew andrey andrzej andy
    angus anil anthony antoine anton antonio antony anwar archie arjun armando arnold arthur arturo arvind
    ashok asif attila avi babatunde balazs barack barron barry bartosz bashar bashir bastian ben benedict
    benjamin benny bernard bernd bernie bertrand bilal bill billy bjorn björn bob bobby bohdan bojan boris
    brad bradley brendan brett brian bruce bruno bryan callum carl carlo carlos cedric cesar charles charlie
    chester chidi chris christian christoph christophe christopher chuck clarence claus clifford clint clive
    colin conor cornelius craig curtis cyril damian damien dan daniel daniele danny darren daryl dave david
    dean declan deepak denis dennis derek desmond dexter diego dieter dietmar dimitri dimitris dmitri dmitry
    dmytro dominic donald donnie doug douglas dragan duncan dwight earl eddie edgar edmund eduardo edward
    edwin ehud eli elias elliot elliott elon emeka emil emiliano emmanuel emre enrico enrique eric erich
    erik ernest ernesto esa-pekka esteban ethan eugene evan ewan fabio facundo fadi faisal farhan felipe
    felix ferdinand ferenc ferhat fernando finn florian francesco francisco franck francois frank franz
    françois fred freddie frederick fritz gabor gareth garrett gary gavin gennady geoff geoffrey george
    georges georgios gerald gerard gerhard germán gheorghe gianni gilbert giorgio giorgos giovanni giuseppe
    glenn goodluck gopal goran gordon graham greg gregory guillaume guillermo gunnar gustavo günter haakon
    hakan hal hamad hamid hamish hank hans harald haris harish harold harry harvey hassan hector heinrich
    heinz helmut henri henrik henry herb herbert herman hervé hiroshi horst howard hugh hugo hussein ian
    ibrahim igor iker imran imre irving isaac ismail istvan ivan ivor iván jacek jack jacob jacques jaime
    jake jakub james jamie janusz jared jason jasper javier jean-claude jean-luc jean-marc jean-michel
    jean-paul jeff jeffrey jens jeremy jerome jerry jesús jim jimmy jiri joachim joao joaquin joaquín joe
    joel johan johann johannes john johnny jon jonah jonas jonathan jordi jorge jose josef josep joseph josh
    joshua josiah josé joão juan juha jukka julian julio julius justin jörg jürgen kai karim karl keir keith
    kemal ken kenji kenneth kevin khaled khalid kimmo klaus kofi konstantin kostas krishna krzysztof kurt
    kwame kyle lachlan lance lars laszlo laurent lawrence leif leo leon leonard leonardo leonid leroy lester
    lewis liam lionel lloyd lorenzo louis lucas luigi luis luiz lukas luke lutfi lyle magnus mahmoud malcolm
    mandla manoj mansour manuel marc marcel marcelo marco marcos marcus marek mario mark markus marlon
    martin martín marvin massimo mateo mats matt matteo matthew matthias maurice mauricio max maximilian
    maximo mehmet melvin michael michel mickey miguel mihai mika mike mikhail miles milos miroslav mitch
    mitchell mohamed mohammad mohammed mohan mort moshe muhammad muhammadu murat murray mustafa myron
    naftali narendra nasser nate nathan naveen ned neil nelson neville nicholas nick nicolas nicolás nigel
    nikola nikolai nikos nils noah norbert norman novak olaf ole oleg oleksandr oliver olivier olusegun omar
    orhan orlando orson oscar osman otis otto owen pablo panagiotis paolo patrick pau paul pavel pawel pedro
    per percy pete peter petr phil philip philipp philippe pierre piotr pradeep prakash preston quentin
    rafael rahul raj rajesh ralf ralph ramesh ramon ramsey randall randy raphael rashid raul ravi ray
    raymond raúl recep reece reginald reinhard reuben rex rhys ricardo richard rick ricky rob robert roberto
    roderick rodney rodrigo roger roland rolf roman ron ronald ronaldo ronnie rory ross roy rubén rudolf
    rudy rufus rune rupert russell ryan saad sachin salman salvador salvatore samir samuel sandeep sandor
    sani sanjay saul scott sean sebastian sebastián selim serge sergei sergey sergio seth shane shaun shimon
    shinzo sidney sigurd silas silvio simeon simon sipho slobodan solomon spencer sridhar stanley stavros
    stefan stefano stephane stephen steve steven stuart suresh sven svend sylvain sylvester tadeusz takashi
    talal tamas tariq ted teemu terence terrance terrence terry thabo theo theodore thiago thierry thomas
    tibor tim timothy tobias toby todd tom tomasz tommaso tommy tony torben torsten travis trevor trond
    tunde turki tyrone ulrich ulysses umar uwe valery vasile vasily vernon victor vijay vikram viktor vince
    vincent vincenzo vinod virgil vitor vittorio vlad vladimir volker volodymyr vyacheslav václav wade
    waleed wallace walter warren wayne werner wesley wilbur wilfred wilhelm willem william willie winfried
    winston wladimir wojciech wolfgang xabier xavier yair yann yannick yannis yasir yasser yevgeny yitzhak
    yoshihide yousef youssef yuri yusuf zach zachary zafar zane zbigniew zdenek ziad zoltan zoran álvaro
    óscar
    """
)
FEMININE: Final = word_set(
    """
    abigail adele adriana agata agnes agnieszka ainhoa aisha akiko alexandra alexia alice alicia alison
    allison amaia amanda amara amber amelia amina amy ana ana-maria ananya anastasia angela angelica
    angelina anika anita anja anjali ann anna annabel anne annegret annette annie antonia anya aoife astri
    astrid ayesha aylin ayse barbara beata beatrice beatriz becky bella bernadette beth bethany betty
    beyonce birgit brenda bridget brigitte britney britta bronagh bärbel camilla carla carmela carmen carol
    carole carolina caroline carolyn catherine cathy cecilia celia charlotte chiara chimamanda chloe christa
    christiane christina christine ciara claire clara clare claudia colette condoleezza constance consuelo
    cordelia cristina cynthia céline dagmar daisy daniela danielle daria darya debbie deborah deepika
    deirdre denise diana diane divya dolores donna doris dorothea dorothy dulce edith eileen eilidh
    ekaterina elaine eleanor elena eleni elif elisa elisabeth elise elizabeth ella ellen emilia emily emine
    emma erika erna esperanza esther eva eve evelyn ewa fatima fatma federica felicity fiona fionnuala flora
    florence folake frances francesca franziska frida frieda funmi gabriela gabriele gabrielle galina gemma
    georgina geraldine geri gertrud gina giorgia gisela giulia gloria grace graciela grainne graça grażyna
    greta guadalupe gudrun gunilla gwen gwendolyn gwyneth hanna hannah hannelore harriet hazel heather
    heidemarie heidi heike helen helena helene helga henrietta hilary hilda hillary hind huda ida ilaria
    ilona imogen indira ines inga inge ingeborg ingrid inmaculada inès iola irene irina iris irma isabel
    isabella isabelle ivana ivanka ivy jacqueline jane janet janice janine jasmine jeanette jeanne jemima
    jennifer jenny jessica jill joan joanna joanne jodie johanna jolanta josefina josephine joyce juanita
    judith judy julia juliana julie juliet juliette jutta kamala karen karin katarina katarzyna kate
    katerina kateryna katharina katherine kathleen kathryn kathy katie katja katrin katrina kavita kayla
    kayleigh keiko keira kendra kerstin kirsten kirsty kristen kristin kristina krystal lakshmi larissa
    latoya laura lauren layla leah leila lena leonie leonora leticia leyla lidia liesel lieselotte lilian
    liliana lillian lily linda lisa liz liza lois lola lorena loretta lorna lorraine louisa louise lourdes
    lucia lucie lucille lucy ludovica luisa luz lydia lynda lynn lynne lyudmila mabel madeleine madison
    maeve magdalena maggie maha maisie maj-britt maja malala malin mandy manuela mara margaret margarita
    margot maria mariam mariana marianne maribel marie marina marjorie marlene marlies marta martha martina
    mary maryam maría matilda maud maureen mavis małgorzata mechthild meera megan meghan mei-ling melania
    melanie melinda melissa mercedes mercè meredith meryl mhairi michaela michelle michiko mila mildred
    miley millie mina minnie miranda miriam molly mona monica monika montserrat morag muriel myrtle nadezhda
    nadia nadine nancy naomi natalia natalie nataliya natasha neha nell nellie nerea ngozi niamh nicole nina
    nomsa noor nora noreen norma nour odile oksana olena olga olive olivia opal ophelia oprah orla paige
    paloma pamela patricia paula pauline peggy penelope penny perl petra philippa phoebe phyllis pilar polly
    pooja preeti priscilla priyanka päivi rachel radha raisa ramona rania rebecca regina rekha remedios
    renate rhiannon rhonda rihanna riitta rim rita roberta rochelle rocío roisin rosa rosalind rosalía
    roseanne rosemary rosie roxana roxanne ruby ruth sabine sabrina sadie sakura sally salma samantha samira
    sandra sangeeta sara sarah saskia selina selma shannon sharon sheila shelly sherry shilpa shirley
    sibylle sienna sigrid sigrun silke silvia simone sinead siobhan sirpa sofia sofie soledad solveig sonia
    sonja sophia sophie soraya stella stephanie sue sunita susan susana susanna susanne sushma suzanne
    svetlana swati sybil sylvia sylvie tabitha tamara tamika tania tanja tanya tatiana tatyana teresa tessa
    tetiana thandi thelma theresa therese tiffany tilly tina tove tracey trudy tuula ulla ulrike uma una
    ursula uschi valentina valeria valerie vanessa velma vera verena verna veronica veronika victoria
    viktoria viola violet virginia vivian viviane waltraud wanda wendy whitney wilhelmina winifred winnie
    ximena yana yasmin yasmine yekaterina yetunde yoko yolanda yuki yulia yvette yvonne zahava zahra zainab
    zeynep zinaida zoe zofia zoë
    """
)
