"""Common given names in English-language news that are given to one gender almost only, lower case."""

from __future__ import annotations

from typing import Final

from nutgraf.nlp.word_lists import word_set

FEMININE_GIVEN_NAMES: Final = word_set(
    """
    mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty margaret
    sandra ashley kimberly emily donna michelle carol amanda melissa deborah stephanie rebecca laura
    sharon cynthia kathleen amy angela shirley anna brenda pamela emma nicole helen samantha katherine
    catherine christine debra rachel carolyn janet maria heather diane julie joyce victoria kelly
    christina joan evelyn lauren judith olivia martha cheryl megan andrea ann alice jean doris
    jacqueline hannah julia marie sophie sophia charlotte lucy claire kate jane anne ruth rosa ana lucia
    sofia elena irina olga natalia tatiana svetlana ingrid astrid lena ines fatima aisha amina leila
    mariam yasmin zainab priya anita sunita deepika lakshmi mei yuki hanna eva ella mia chloe grace
    isabel isabella carmen pilar teresa francesca giulia chiara abigail adele agnes aileen alison amelia
    annabel annette audrey ava beatrice bridget caroline catriona cecilia celia clara colleen daisy
    daphne deirdre denise dorothy edith eileen eleanor eliza eloise erica esther ethel fiona florence
    freya gabriela gemma georgia geraldine gillian ginny gloria gwen harriet hazel hilary holly ida
    imogen iris isla ishbel ivy jacinta jenna jenny jill joanna joanne jocelyn josephine judy kathryn
    kathy katie kirsten kirsty lara leah leonie lillian lily lois lorna lorraine louise lydia mabel
    madeleine maggie maisie marcia margot marguerite marian marianne marilyn marjorie maureen maya
    meredith mildred millie miranda miriam moira molly mona monica morag muriel nadia naomi natalie nell
    nina nora norma paula pauline penelope phoebe phyllis polly poppy prudence rhona rhoda rita rosalind
    rosemary roxanne ruby sadie sally saskia selma shannon sheila shona sinead stella susannah sylvia
    tamara tanya tara theresa tracy trudy una ursula valerie vera verity veronica viola vivian wanda
    wendy wilma winifred yvonne zoe
    """
)
"""Given names of women."""

MASCULINE_GIVEN_NAMES: Final = word_set(
    """
    james robert john michael david william richard joseph thomas christopher charles daniel matthew
    anthony mark donald steven andrew paul joshua kenneth kevin brian george timothy ronald jason edward
    jeffrey ryan jacob gary nicholas eric jonathan stephen larry justin scott brandon benjamin samuel
    gregory alexander patrick frank raymond jack dennis tyler aaron jose adam nathan henry zachary
    douglas peter kyle noah ethan jeremy walter christian keith roger terry harry sean gerald carl dylan
    arthur lawrence jordan jesse bryan billy bruce joe simon oliver martin luis carlos juan miguel pedro
    jorge diego pablo ivan sergei vladimir dmitry alexei nikolai igor boris oleg mikhail lars olaf erik
    nils karl hans klaus jürgen wolfgang marco giovanni luca paolo mohammed muhammad mohamed ahmed ali
    hassan hussein omar ibrahim yusuf abdullah rajesh sanjay vijay anil sunil rahul amit hiroshi kenji
    takeshi alan albert alfred alistair allan andre angus antonio archie arnold barry basil ben bernard
    bert bill bob boyd brad brendan bruno byron callum calvin cameron cecil chad clarence clark clifford
    clive clyde colin conor craig cyril damian damien darren dave dean declan derek desmond dominic don
    duncan dwight eamon earl edgar edmund edwin elliot elmer emmanuel ernest erwin eugene evan ewan
    felix fergus finlay floyd francis franklin fred frederick gareth gavin geoffrey gideon gilbert giles
    glen glenn gordon graeme graham grant greg gus hamish harold hector henrik herbert herman howard
    hubert hugh hugo humphrey iain ian isaac jake jamie jay jeff jerome jim jimmy joel johan jon jonas
    julian keiran keir ken kurt lachlan lance len leo leon leonard leroy leslie lewis lionel lloyd louis
    lucas luke malcolm manuel marcus mario marshall matt maurice max melvin mick mike miles mitchell
    murray nathaniel ned neil nelson niall nick nigel norman oscar otto owen percy perry phil philip
    quentin ralph ray reginald rene rex ricardo rick rob rod roderick rodney rolf ron rory ross roy
    rufus rupert russell sam seamus sebastian seth shaun sid sidney simeon stan stanley stefan stewart
    struan stuart sven ted terence theodore tim tobias toby todd tom tony torben torquil trevor tristan
    vernon victor vincent wallace warren wayne wesley wilfred will winston xavier
    """
)
"""Given names of men."""
