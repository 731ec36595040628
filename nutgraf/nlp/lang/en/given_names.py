"""Given names of English-language news that are borne by men alone or by women alone, lower case.

Names of both, and names that are surnames or words as often, are left out.
"""

from __future__ import annotations

from typing import Final

from nutgraf.nlp.word_lists import word_set

MASCULINE: Final = word_set(
    """
    aaron abdul abdullah abraham abu adam adolfo adrian ahmad ahmed alan albert alberto aldo alejandro
    alessandro alexander alexandre alfonso alfred alfredo ali alistair allan amir anders andreas andres
    andrew andrey andrzej andy angus anthony antoine anton antonio antony archie arjun armando arnold arthur
    arturo asif barack barry bashar bastian ben benedict benjamin benny bernard bernd bernie bertrand bilal
    bill billy björn bob bobby boris brad bradley brendan brett brian bruce bruno bryan carl carlo carlos
    cedric cesar charles charlie chris christian christoph christophe christopher chuck claus clint clive
    colin conor cornelius craig curtis damian damien dan daniel daniele danny darren daryl dave david dean
    declan denis dennis derek diego dieter dietmar dimitri dmitri dmitry dominic donald doug douglas duncan
    dwight earl eddie edgar edmund eduardo edward edwin emil emmanuel enrico enrique eric erich erik ernest
    ernesto esteban ethan eugene evan fabio farhan felipe felix ferdinand fernando finn florian francesco
    francisco franck francois frank franz françois fred freddie frederick fritz gareth gary gavin geoff
    geoffrey george georges gerald gerard gerhard gianni giorgio giovanni giuseppe glenn gordon graham greg
    gregory guillaume guillermo gustavo günter hamid hamish hans harald haris harold harry hassan hector
    heinrich heinz helmut henri henrik henry herbert herman hervé horst howard hugh hugo hussein ian ibrahim
    igor imran isaac ismail ivan ivor jack jacob jacques jaime jake jakub james jamie janusz jared jason
    javier jean-claude jean-luc jean-marc jean-michel jean-paul jeff jeffrey jens jeremy jerome jerry jesús
    jim jimmy joachim joao joaquin joe joel johan johann johannes john johnny jon jonas jonathan jorge jose
    josef joseph josh joshua josé joão juan juha julian julio justin jörg jürgen kai karim karl keir keith
    ken kenneth kevin khalid klaus konstantin kurt kyle lars laurent lawrence leo leon leonard leonardo
    leonid leroy lewis liam lionel lorenzo louis lucas luigi luis lukas luke magnus mahmoud malcolm manuel
    marc marcel marcelo marco marcos marcus mario mark markus martin marvin massimo mateo mats matt matteo
    matthew matthias maurice mauricio max maximilian mehmet michael michel mickey miguel mike mikhail miles
    mitch mohamed mohammad mohammed muhammad mustafa narendra nathan neil nelson nicholas nick nicolas
    nicolás nigel nikolai nils noah norman olaf ole oleg oleksandr oliver olivier omar oscar osman otto owen
    pablo paolo patrick paul pavel pawel pedro per pete peter petr phil philip philipp philippe pierre piotr
    rafael rahul raj rajesh ralf ralph ramon randy raphael rashid raul ravi ray raymond recep reinhard rex
    ricardo richard rick ricky rob robert roberto rodney rodrigo roger roland rolf roman ron ronald ronnie
    ross roy rudolf rudy rupert russell ryan salman salvador salvatore samir samuel sanjay scott sean
    sebastian serge sergei sergey sergio seth shane shaun silvio simon sridhar stanley stefan stefano
    stephane stephen steve steven stuart sven svend sylvain tadeusz ted terence terrence terry theo theodore
    thiago thierry thomas tibor tim timothy tobias toby todd tom tommaso tommy tony torben torsten travis
    trevor tyrone ulrich uwe victor vijay viktor vince vincent vincenzo vinod vittorio vlad vladimir volker
    volodymyr václav walter warren wayne werner wilhelm willem william willie winston wladimir wolfgang
    xavier yann yannick yousef youssef yuri yusuf zach zachary zoltan
    """
)
FEMININE: Final = word_set(
    """
    abigail adriana agnes agnieszka aisha alexandra alexia alice alicia alison allison amanda amara amber
    amelia amina amy ana anastasia angela angelina anika anita anja ann anna annabel anne annette annie
    antonia anya astrid ayesha barbara beata beatrice beatriz becky bella bernadette beth bethany betty
    birgit brenda bridget brigitte britta bärbel camilla carla carmen carol carole carolina caroline carolyn
    catherine cathy cecilia celia charlotte chloe christa christiane christina christine claire clara clare
    claudia colette constance cordelia cristina cynthia céline dagmar daisy daniela danielle debbie deborah
    denise diana diane dolores donna doris dorothea dorothy edith eileen elaine eleanor elena eleni elisa
    elisabeth elise elizabeth ella ellen emilia emily emma erika erna esther eva evelyn fatima felicity
    fiona flora florence frances francesca franziska frida frieda gabriela gabriele gabrielle gemma georgina
    geraldine gertrud gina gisela giulia gloria grace greta gudrun hanna hannah hannelore harriet heather
    heidi heike helen helena helene helga henrietta hilary hilda ilona ines inga inge ingeborg ingrid inès
    irene irina iris irma isabel isabella isabelle ivana jacqueline jane janet janice janine jeanette jeanne
    jennifer jenny jessica jill joan joanna joanne johanna josefina josephine joyce juanita judith judy
    julia juliana julie juliet juliette karen karin katarina kate katerina katharina katherine kathleen
    kathryn kathy katie katja katrin katrina kayleigh keira kerstin kirsten kirsty kristen kristin kristina
    larissa laura lauren leah leila lena leonie leonora leticia lidia lilian liliana lillian lily linda lisa
    liz liza lois lola lorena lorraine louisa louise lucia lucie lucy luisa lydia lynda lynn lynne madeleine
    madison maggie maja malala malin mandy manuela mara margaret margarita margot maria mariam mariana
    marianne marie marina marjorie marlene marta martha martina mary maryam maría matilda maud maureen megan
    meghan melanie melinda melissa meredith michaela michelle mila mildred mina miranda miriam molly mona
    monica monika nadia nadine nancy naomi natalia natalie natasha nicole nina nora norma odile olga olive
    olivia ophelia paloma pamela patricia paula pauline penelope petra philippa phoebe phyllis pilar polly
    priscilla priyanka rachel ramona rebecca regina renate rhiannon rita roberta rosa rosalind rosalía
    roseanne rosemary rosie roxanne ruth sabine sabrina sadie sally samantha sandra sara sarah saskia
    shannon sharon sheila shirley sibylle sigrid silke silvia simone sofia sofie sonia sonja sophia sophie
    stella stephanie sue susan susana susanna susanne suzanne svetlana sybil sylvia sylvie tamara tamika
    tania tanja tanya tatiana teresa tessa theresa therese tiffany tina tracey ulla ulrike uma una ursula
    valentina valeria valerie vanessa vera verena veronica veronika victoria viktoria viola violet virginia
    vivian viviane wendy whitney wilhelmina yasmin yolanda yulia yvette yvonne zahava zahra zainab zoe zoë
    """
)
