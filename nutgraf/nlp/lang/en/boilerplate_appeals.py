"""English lines that sell, warn, ask or claim rights, as sources of verbose, case-insensitive patterns.

Every source is matched against a whole line.
"""

from __future__ import annotations

from typing import Final

from nutgraf.nlp.lang.international.web import MESSENGERS, PLATFORMS

ADVERTISEMENT: Final = r"""
    \W*(?:advertise?ments?|advertising|advertorial|ads?|sponsored(?:\s(?:content|by|links?|post|story
      |message)\b.{0,40})?|promoted(?:\s(?:content|by|stories)\b.{0,40})?|paid\s(?:content|post
      |partnership|for\sby\b.{1,40})|partner\scontent|promotion)\W*
    |.{0,20}\b(?:story|article|content|post|text|report)\s(?:continues?|resumes?)\s(?:below|after
      |underneath|beneath).{0,60}
    |(?:continue\sreading|keep\sreading|scroll)\s(?:below|after|the\smain|down|for|past).{0,60}
      |continue\sreading\W*|advertise?ment\W+(?:continue|keep|scroll|story|article)\b.{0,60}
      |remove\sads?.{0,40}|ad\s(?:feedback|choices).{0,20}|why\sthis\sad\W*|skip\sad.{0,20}
    |(?:this|the)\s(?:ad|advertisement)\s(?:has|will|is)\b.{0,80}
      |we\smay\searn\s(?:a\s)?commission.{0,140}|.{0,80}\baffiliate\s(?:links?|commission).{0,140}
"""
"""Labels of advertisements."""

COOKIE: Final = r"""
    .{0,200}\b(?:uses?|using|accept(?:s|ing)?|our|all|manage|these|reject|of|necessary|and|set|with
      |without|about|optional|essential|tracking|third[\s-]party|your)\s(?:all\s)?(?:optional\s
      |essential\s|tracking\s|browser\s)?cookies\b(?!\s(?:and\s(?:cake|milk)|baked)).{0,300}
    |cookies?\s(?:policy|settings|notice|preferences|consent|statement|options|help|on\s(?:this
      |our)).{0,200}|(?:manage|change|update)\s(?:your\s)?(?:consent|privacy|cookie)\b.{0,100}
    |.{0,160}\b(?:privacy\s(?:policy|notice|statement|settings|preferences)|terms\s(?:of\s(?:use
      |service)|and\sconditions|&\sconditions)|gdpr)\b.{0,160}
    |(?:i\s)?(?:accept|agree|got\sit|allow|reject|decline|ok|okay)(?:\s(?:all|and\s(?:close|continue)
      |&\s(?:close|continue)|to\sall))?\W*
    |(?:we|this\s(?:site|website|page))\s(?:value|values|respect|care\sabout|use
      |uses)\s(?:your\sprivacy|data|tracking).{0,200}|your\sprivacy\b.{0,100}|do\snot\ssell\s.{0,60}
    |by\s(?:continuing|using|clicking|browsing|proceeding|visiting|signing)\b.{0,80}\b(?:you|agree
      |accept|consent)\b.{0,200}
    |(?:we|our)\b.{0,60}\b(?:partners|vendors)\b.{0,60}\b(?:store|access|process|collect|use)\b.{0,80}
      \b(?:devices?|identifiers|personal\sdata|data)\b.{0,200}
"""
"""Notices about cookies, consent and privacy."""

NEWSLETTER: Final = (
    r"""
    (?:please\s)?(?:sign[\s-]?up|subscribe|register|join|opt\sin)\b(?=.{0,120}\b(?:newsletters?
      |e-?mails?|inbox|updates?|alerts?|daily|weekly|free|today|now|here|subscribers?|briefing|access
      |unlimited|channel|morning|digest|edition|feed|community|members?|for\s(?:our|the|just|only
      |less)|to\s(?:our|read|the|continue)))(?=.{0,200}$)(?!.{0,60}\b(?:said|says|told)\b).{1,200}
    |.{0,120}\b(?:in|to|into)\syour\s(?:e-?mail|inbox|mailbox)\b.{0,120}|.{0,60}\b(?:our|daily|weekly
      |free|morning|evening|this|the)\s(?:e-?mail\s)?newsletters?\b(?!.{0,40}\b(?:said|published
      |reported|editor)).{0,120}
    |(?:subscribe|subscribe\s(?:now|today|here|for\s.{1,30})|already\sa\s(?:subscriber|member).{0,40}
      |not\sa\s(?:subscriber|member).{0,60}|newsletters?|subscriptions?|become\sa\s(?:member
      |subscriber|supporter).{0,100}|support\s(?:our|independent|quality|local|us)\b.{0,120})\W*
    |(?:enter|your|type|submit)\s(?:your\s)?(?:valid\s)?e-?mail(?:\saddress)?.{0,80}|(?:thank\s?you
      |thanks)\sfor\s(?:subscribing|signing|reading|your\ssubscription|registering|joining).{0,100}
      |you\s(?:have|are|can)\s(?:successfully\s|now\s|also\s)?(?:subscribed|signed|unsubscribe|reached
      |read)\b.{0,100}|unsubscribe.{0,60}
    |(?:this|the|read\sthe\sfull)\s(?:article|story|content|post|report)\s(?:is|are)\s(?:only\s
      |exclusively\s|reserved\s)*(?:available|for)\s.{0,30}\b(?:subscribers|members
      |registered)\b.{0,80}|.{0,30}\bfree\s(?:articles?|stories)\s(?:left|remaining|this\smonth).{0,60}
    |(?:for|to\sget|stay|keep|get)\s(?:more|the\slatest|all|up[\s-]to[\s-]date|updated|informed
      |breaking|in\sthe\sknow|ahead)\b(?=.{0,140}\b(?:follow|subscribe|visit|download|click|sign|join
      |app|newsletter|channel|alerts?|inbox|website|with\s(?:our|us)|stories|coverage|updates?|here
      |e-?mail)\b)(?!.{0,80}\b(?:said|told)\b).{1,200}
    |turn\son\s(?:\w+\s)?notifications.{0,80}|(?:enable|allow|receive
      |get)\s(?:\w+\s)?(?:push\s)?(?:notifications|alerts)\b.{0,80}|(?:available
      |download)\s(?:it\s)?(?:on|from)\s(?:the\s)?(?:app\sstore|google\splay).{0,60}
    |(?:e-?mail\s)?newsletters?\s(?:sign[\s-]?up|subscription).{0,400}
      |sign\sup\sfor\b.{0,100}\be-?mails?\b.{0,100}
    |(?:start|begin|claim|unlock|get)\s(?:your\s)?(?:free\s)?(?:trial|unlimited\saccess|full\saccess
      |premium)\b.{0,100}|.{0,30}\bcancel\s(?:at\s)?any\s?time\b.{0,60}
"""
    rf"""
    |(?:get|download|install|try|use|open|read)\s(?:(?:all\s)?(?:the|our|more|every|top|breaking
      |today.s|your|all)\s)+.{{0,80}}\b(?:app|apps|newsletter|alerts?|notifications?|inbox|{MESSENGERS}
      |google\snews|app\sstore|google\splay)\b.{{0,100}}
    |(?:join|follow)\sour\s(?:{MESSENGERS}|{PLATFORMS}|community|channel).{{0,100}}
"""
)
"""Offers of newsletters, subscriptions, apps and alerts."""

COMMENTS: Final = r"""
    (?:leave|post|add|write|submit|join|start|view|read|see|show|hide|be\sthe\sfirst\sto
      |share)\s(?:your|a|an|the|all|to|in\sthe|what|us)?\s?(?:\d+\s)?(?:comments?|reply|thoughts?
      |conversation|discussion|opinion|views?|reaction|response|debate)\b.{0,100}
    |comments?(?:\s(?:are|have|section|policy|on\sthis|closed|\(\d+\)|\d+|below|off|disabled
      |guidelines)\b.{0,120})?[\s:.]*|(?:no|\d+)\scomments?(?:\syet)?\W*|(?:leave\sa\s)?repl(?:y|ies)\W*
    |what\s(?:do|are)\s(?:you|your)\s(?:think|thoughts?|views?|make)\b.{0,140}|have\syour\ssay.{0,120}
      |(?:tell|let)\sus\s(?:what|know|in\sthe|your|about)\b.{0,140}
      |your\semail\saddress\swill\snot.{0,80}|required\sfields\sare.{0,40}
    |(?:do\syou\s)?(?:have|got|know)\s(?:you\sgot\s|you\s)?(?:a|an|any|something
      |more)\s(?:news\s)?(?:tips?|stor(?:y|ies)|information|correction|question|feedback|photos?
      |videos?|views?)\b.{0,160}\b(?:e-?mail|contact|send|tell|call|write|us|know
      |get\sin\stouch)\b.{0,120}
    |(?:send|e-?mail|contact|write\sto|get\sin\stouch|message|text)\s(?:us|the\s(?:author|editor
      |reporter|writer|newsroom)|your|our|him|her|them|a\sletter|letters|news\stips|tips|corrections
      |comments)\b(?=.{0,100}(?:@|:|\bat\b|\bto\b|\bby\b|\bon\b|$)).{0,140}
    |(?:to\s(?:contact|report|reach)\s(?:the|this|a|us|our)\b).{0,160}|e-?mail\s?:.{0,80}|(?:contact
      |tel|phone|call|fax)\s?:.{0,80}|(?:the\s)?(?:author|writer
      |reporter)\scan\sbe\s(?:reached|contacted)\b.{0,100}
    |(?:was\sthis\s(?:article|page|story)|did\syou\sfind\sthis|rate\sthis|report\s(?:an?\s)?(?:error
      |typo|mistake|correction|this\s(?:ad|comment))|see\san?\s(?:error|typo|mistake)
      |found\san?\s(?:error|typo|mistake)|spotted\san?\s|request\sa\scorrection
      |suggest\sa\scorrection).{0,100}
    |(?:views|opinions)\sexpressed\s(?:in|by|here|are)\b.{0,200}
"""
"""Invitations to comment or to write to the editors."""

COPYRIGHT: Final = r"""
    (?:copyright|&copy;).{0,600}|.{0,100}\ball\srights\sreserved\b.{0,160}
    |(?:this|the|our)\s(?:material|content|article|story|report|site|website|text|copy|page)\s(?:may
      |can|must|should|cannot|can't)\s(?:not\s)?be\s(?:published|reproduced|republished|copied
      |broadcast|used|redistributed).{0,200}
    |(?:no\spart\sof\sthis|reproduction\s(?:of|in|without|is)|unauthori[sz]ed\s(?:use|reproduction
      |copying)).{0,200}|.{0,60}\b(?:republish|reproduced|reprinted|republished)\s(?:with|by|without
      |under|this|from)\s(?:the\s)?(?:permission|prior|written|a\screative|our|article|original).{0,140}
    |(?:this\s(?:article|story|post|piece|report|item)\s(?:was|is|has|first|originally
      |has\sbeen)\s(?:first\s|originally\s|also\s|been\s|since\s)*(?:published|appeared|posted
      |produced|republished|syndicated|generated|written|translated|adapted|edited|updated|corrected
      |amended|auto)).{0,200}
    |(?:\()?(?:except\sfor\sthe\sheadline|with\s(?:inputs?|agency\sinputs?|reporting|additional)\sfrom
      |disclaimer).{0,240}|powered\sby\s.{1,50}|\d{4}\s(?:the\s)?(?:associated\spress
      |reuters|afp|thomson\sreuters|cable\snews).{0,120}|(?:an?|the)\s.{2,30}\sproduction
"""
"""Notices of rights, and disclaimers."""
