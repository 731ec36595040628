"""What boilerplate lines of news pages say, by reason. Every pattern is tried on a single line.

The reasons are part of the public answer (``text.removed[].reason``):

==================  =========================================================================
navigation          menus, breadcrumbs, section labels, "Skip to content", "Home"
share               sharing buttons and social networks
metadata            dates, times, reading times, view counts, tags
byline              who wrote it, agency credits on a line of their own
caption             photo captions and picture credits
related             links to other articles, and teasers after "Similar Articles"
newsletter          subscriptions, sign-ups, apps, alerts
cookie              consent and privacy notices
advertisement       advertising labels, "Story continues below"
comments            invitations to comment or to write to the editors
copyright           rights and disclaimers
repeated_title      the headline, said again
fragment            a short line that belongs to no paragraph and tells of nothing listed above
==================  =========================================================================
"""

from __future__ import annotations

import re
from typing import Final

from nutgraf.nlp.lang.en.datetime_patterns import MOMENTS

_COUNTED: Final = (
    r"(?:views?|reads?|shares?|comments?|likes?|replies|reactions?|followers?|retweets?|claps?|votes?|plays?"
    r"|photos?|images?|listens?)"
)
_DATED: Final = (
    r"(?:date|posted|published|publication\sdate|updated|last\s(?:updated?|modified|edited|revised|changed)"
    r"|modified|created|first\spublished|release\sdate|added|issued|uploaded|revised)"
)
_NETWORK: Final = (
    r"(?:facebook|twitter|x|linkedin|whats\s?app|telegram|reddit|pinterest|e-?mail|instagram|youtube|tik\s?tok"
    r"|snapchat|flipboard|messenger|tumblr|pocket|viber|wechat|weibo|vk|line|threads|bluesky|mastodon"
    r"|google\s?(?:plus|news|\+)|rss|print|sms|copy\s(?:link|url)|link|more|share|save|tweet|pin\sit|bookmark|gift)"
)
_PERSON: Final = r"(?:[^\W\d_][\w.'’-]*\s){0,3}[^\W\d_][\w.'’-]*"

_SOURCES: Final[tuple[tuple[str, str], ...]] = (
    (
        "metadata",
        rf"""
        (?:{_DATED}\s*(?:on|at|by)?\s*[:\-–—|•]?\s*)*{MOMENTS}[\s|•·.,]*(?:{_DATED}\s*(?:on
          |at)?\s*[:\-–—|]?\s*{MOMENTS})?
        |{_DATED}\s*(?:on|at)?\s*:.{{0,60}}
        |(?:estimated\s)?(?:reading|read|listening|watch)\s*time\s*:?.{{0,25}}
        |(?:about\s|approx\.?\s)?(?:\d+|an?|one|two|three|four|five)(?:\s?[-–]\s?\d+)?[\s-]?(?:mins?
          |minutes?|secs?|seconds?)\.?[\s-](?:to\s)?(?:read|listen|watch|video)(?:ing)?(?:\stime)?
        |[\d.,]+\s?[kmb]?\+?\s{_COUNTED}(?:[\s|•·,/]+[\d.,]+\s?[kmb]?\s{_COUNTED})*
        |(?:views?|reads?|shares?|comments?|likes?|total\sviews|word\scount|words|article\sid|story\sid
          |ref(?:erence)?|doi|isbn|section|category|categories|tags?|topics?|filed\s(?:under|in)
          |posted\sin|keywords?|labels?|location|format|language|genre|dateline)\s*[:#(].{{0,160}}
        |(?:tags|topics|filed\sunder|posted\sin)\s.{{0,120}}
        |\d+\s(?:of|/)\s\d+|page\s\d+(?:\sof\s\d+)?|\(\d+\)|[\d\s.,:/|+-]{{1,20}}
        |(?:[\w-]+/){{1,4}}[\w-]+\.(?:html?|php)|https?://\S+|www\.\S+
        |(?:market|stock|price|fund|quote|index)\s?(?:data|prices?|quotes?|information)\b.{{0,20}}\b(?:delayed|provided
          |supplied)\b.{{0,80}}
        """,
    ),
    (
        "navigation",
        r"""
        (?:skip|jump|go|return|back|scroll)\s(?:back\s)?to\s(?:the\s)?(?:main\s|page\s)?(?:content
          |navigation|top|home(?:page)?|search|footer|menu|main|results|article|news|section|previous
          |all).{0,30}
        |(?:main|site|primary|mobile|open|close|toggle|show|hide|expand|view)?\s?(?:menu|navigation|nav
          |sidebar|search(?:\sbar)?|all)
        |home(?:\s?page)?|you\sare\shere:?.{0,120}|breadcrumbs?.{0,80}
        |(?:sign|log)[\s-]?(?:in|out|up|on)(?:\s(?:or|/|\|)\s.{1,30})?|log\sin\sto\s.{1,40}|my\s(?:account
          |profile)|register(?:\snow)?|settings|profile
        |(?:previous|next|older|newer|prev)(?:\s(?:article|story|post|page|entry|slide|video|stories
          |posts))?[\s:»›→<>«‹]*.{0,3}
        |(?:contact|about)(?:\sus)?|help(?:\scent(?:er|re))?|faqs?|site\s?map|careers|terms(?:\s(?:of|&
          |and)\s.{1,30})?|accessibility(?:\s\w+)?
        |(?:show|load|see|view|read)\s(?:more|less|all|full\s(?:story|article|screen|text)
          |the\sfull\s.{1,20}|gallery|transcript|comments)(?:\s\w+){0,2}\W*
        |(?:click|tap|swipe|press)\s(?:here|below|on|to|for|left|right)\b.{0,120}
        |(?:expand|collapse|close|open|play|pause|mute|unmute|loading|toggle|hide|dismiss|cancel|search|go
          |submit|enlarge|zoom|menu|more|live|video|videos|audio|photos|gallery|slideshow|listen|watch
          |edition|international\sedition|font\ssize|a\sa|text\ssize.{0,20})[\s.…!]*
        |(?:watch|listen)\s(?:live|now|again|to\sthis\s(?:article|story)|this\svideo|the\svideo|video
          |on\s\w+).{0,40}|(?:play|now\splaying|up\snext)[:\s]?.{0,60}\bvideo\b.{0,20}
        |(?:this|your)\sbrowser\sdoes\snot\ssupport.{0,80}|(?:please\s)?enable\sjavascript.{0,120}
          |javascript\sis.{0,80}|.{0,40}\bto\splay\sthis\svideo.{0,80}|(?:this\s)?(?:video|media
          |audio)\s(?:is\snot|cannot\sbe|is\sunavailable|could\snot).{0,80}
        |table\sof\scontents|in\sthis\s(?:article|story|section)|on\sthis\spage|contents
        """,
    ),
    (
        "share",
        rf"""
        (?:share|tweet|e-?mail|print|save|like|pin|forward|send|bookmark|recommend)\s(?:this|it|on|via|to
          |with|by|the\s(?:article|story|post|page|news)|\+).{{0,80}}
        |(?:please\s)?(?:share|tweet|like|repost|retweet|recommend|bookmark)(?:\s?[\d.,]+k?)?[\s:!.]*
        |(?:share|follow|like|join|find|connect|add|visit|watch|subscribe)\s(?:to\s)?(?:us|our|me|with\sus
          |this\sauthor)(?:\s\w+){{0,6}}\s(?:on|via|at|in)\s(?:{_NETWORK}|social|our).{{0,100}}
        |follow\s(?:@\S+|us|{_PERSON}\son\s{_NETWORK}|the\sauthor|topics?).{{0,80}}
        |(?:{_NETWORK}[\s,|•·/&+]*(?:and\s|or\s)?){{1,12}}
        |(?:share|sharing)\s(?:options|tools|links?|buttons?|icons?|full\sarticle).{{0,30}}
        |(?:link\scopied|copied|copy\slink).{{0,30}}|@\w{{2,30}}|(?:\#\w+[\s,]*)+
        """,
    ),
    (
        "caption",
        r"""
        (?:image|photo|picture|photograph|pic|video|graphic|illustration|map|photos|images|cover|file
          |featured|representative|representational)\s?
          (?:source|caption|credits?|copyright|by|courtesy(?:\sof)?|from|via|for\srepresentation|image
            |photo|picture)?\s?[:/|,©]\s?.{1,200}
        |(?:image|photo|picture|media|video)\s(?:source|caption|credit|copyright|courtesy)\b.{0,200}
        |(?:photo(?:graph)?s?|pictures?|images?|video|illustration|graphic)\s(?:by|courtesy)\s.{2,80}
        |(?:credit|courtesy|source)s?\s?:.{2,100}|(?:file|stock|handout|undated|library|archive
          |representational|representative)\s(?:photo|image|picture|pic|footage)\b.{0,80}
        |\(?(?:photo|image|picture|file|pic|credit|source|video)s?\s?[:/].{1,120}\)
        |.{0,240}[\(\[](?:photo|image|picture|pic|file|credit|illustration)s?(?:\s(?:by|credit|source|courtesy))?
          \s?[:/][^)\]]{1,100}[\)\]]\.?
        |[^.!?]{0,160}[\(\[](?:photo|image|picture|file|pic|credit|source|video)s?(?:\s(?:by|credit|source
          |courtesy))?[\s:/][^)]{1,100}[\)\]]\.?
        |.{0,200}(?:/|©\s?|via\s)(?:getty(?:\simages)?|reuters|afp|ap\b|shutterstock|epa|alamy|istock
          |bloomberg|pa\swire|zuma|sipa|xinhua|anadolu|unsplash|pexels)\W{0,3}(?:images?|photo)?\W{0,3}
        |(?:reuters|ap|afp|epa|pa|getty\simages|ap\sphoto|pti\sphoto|ani\sphoto)\s?/\s?.{2,60}
        |(?:getty\simages|shutterstock|istock|ap\sphoto|pti\sphoto|pa\smedia|pa\swire).{0,60}
        |(?:file|in\sthis|this|handout)\b.{0,60}\b(?:file\s|undated\s|handout\s|combination\s|booking\s
          |satellite\s|frame\s)?(?:photo(?:graph)?|image|picture|still|screengrab)\b.{0,40}(?:,
          |\b(?:provided|released|taken|made|shows|showing|shot|by|from|via)\b).{2,360}
        |(?:getty(?:\simages)?|shutterstock|alamy|ap:associated\spress|afp/getty)\b(?!.{0,30}\b(?:said
          |says)\b).{0,200}
        |[^.!?]{5,200}\((?:getty|afp|ap|reuters|epa|pa|ani|pti|ians|xinhua|anadolu|file|supplied|handout
          |screengrab|instagram|facebook|twitter|youtube)\b[^)]{0,40}\)
        |(?:facebook\s?|twitter\s?|pinterest\s?|whatsapp\s?){2,4}.{0,300}
        |\d+\s(?:of|/)\s\d+\s(?:full\sscreen|autoplay|view\sphotos|photos?|close|skip).{0,400}
          |(?:slideshow|gallery|photos)\s?\(\d+.{0,20}\)
        |(?:photos?|pictures|gallery)\s?:.{2,300}\bhide\scaption\b.{0,20}
        |(?:click|tap|scroll|hover)\s.{0,20}\b(?:image|photo|picture|gallery|photos|enlarge
          |caption)\b.{0,60}
        |(?:pictured|above|below|left|right|pictured\s(?:above|left|right)|top|inset)\s?:.{2,160}
          |hide\scaption|toggle\scaption|enlarge\sthis\simage|caption
        """,
    ),
    (
        "advertisement",
        r"""
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
        """,
    ),
    (
        "cookie",
        r"""
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
        """,
    ),
    (
        "newsletter",
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
        |(?:get|download|install|try|use|open|read)\s(?:(?:all\s)?(?:the|our|more|every|top|breaking
          |today.s|your|all)\s)+.{0,80}\b(?:app|apps|newsletter|alerts?|notifications?|inbox|whatsapp
          |telegram|google\snews|app\sstore|google\splay)\b.{0,100}
        |(?:for|to\sget|stay|keep|get)\s(?:more|the\slatest|all|up[\s-]to[\s-]date|updated|informed
          |breaking|in\sthe\sknow|ahead)\b(?=.{0,140}\b(?:follow|subscribe|visit|download|click|sign|join
          |app|newsletter|channel|alerts?|inbox|website|with\s(?:our|us)|stories|coverage|updates?|here
          |e-?mail)\b)(?!.{0,80}\b(?:said|told)\b).{1,200}
        |turn\son\s(?:\w+\s)?notifications.{0,80}|(?:enable|allow|receive
          |get)\s(?:\w+\s)?(?:push\s)?(?:notifications|alerts)\b.{0,80}|(?:available
          |download)\s(?:it\s)?(?:on|from)\s(?:the\s)?(?:app\sstore|google\splay).{0,60}|(?:join
          |follow)\sour\s(?:whatsapp|telegram|facebook|community|channel).{0,100}
        |(?:e-?mail\s)?newsletters?\s(?:sign[\s-]?up|subscription).{0,400}
          |sign\sup\sfor\b.{0,100}\be-?mails?\b.{0,100}
        |(?:start|begin|claim|unlock|get)\s(?:your\s)?(?:free\s)?(?:trial|unlimited\saccess|full\saccess
          |premium)\b.{0,100}|.{0,30}\bcancel\s(?:at\s)?any\s?time\b.{0,60}
        """,
    ),
    (
        "comments",
        r"""
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
          |tel|phone|call|fax)\s?:.{0,80}|\S+@\S+\.\w+|(?:the\s)?(?:author|writer
          |reporter)\scan\sbe\s(?:reached|contacted)\b.{0,100}
        |(?:was\sthis\s(?:article|page|story)|did\syou\sfind\sthis|rate\sthis|report\s(?:an?\s)?(?:error
          |typo|mistake|correction|this\s(?:ad|comment))|see\san?\s(?:error|typo|mistake)
          |found\san?\s(?:error|typo|mistake)|spotted\san?\s|request\sa\scorrection
          |suggest\sa\scorrection).{0,100}
        |(?:views|opinions)\sexpressed\s(?:in|by|here|are)\b.{0,200}
        """,
    ),
    (
        "copyright",
        r"""
        (?:copyright|©|\(c\)|&copy;).{0,600}|.{0,100}\ball\srights\sreserved\b.{0,160}
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
          |disclaimer).{0,240}|powered\sby\s.{1,50}|(?:©|\(c\))?\s?\d{4}\s(?:the\s)?(?:associated\spress
          |reuters|afp|thomson\sreuters|cable\snews).{0,120}|(?:an?|the)\s.{2,30}\sproduction
        """,
    ),
    (
        "related",
        r"""
        (?:also\s)?(?:read|see|watch|look|check\sout|view|listen|explore|learn|discover)\s?(?:more|also
          |next|this|now|too|on|full\sstory|the\sfull\sstory|here|all|it|the\slatest
          |related)?(?:\s(?:about|on|at|in|from|here|stories|story|news
          |articles?)(?:\s[\w'’&.-]+){0,4})?\s?[:>»→|›][^.!?]{0,200}[.!?]?
        |(?:related|similar|recommended|suggested|more|further|previous|earlier|trending|popular|latest
          |top|other|must|editor.?s|background|don.t\smiss|in\scase\syou\smissed\sit|icymi|you\s(?:may
          |might)\salso\s\w+|what.s\snext|up\snext|see\salso|also\sread|read\salso|from\sthe\sarchives?)
          (?:\s(?:articles?|stor(?:y|ies)|news|reading|coverage|posts?|topics?|videos?|reads?|content
            |links?|updates?|picks?|headlines|on\s[\w-]+|from\s[\w.]+))*\s?[:|»›→].{1,200}
        |.{8,180}\sread\smore\W{0,3}|just\swatched\b.{0,240}|\[[^\]]{10,200}\]
          |[\w\s]{0,20}\bread\sor\sshare\b.{0,120}
        |also\s(?:read|see|watch|on)\b(?!.{0,80}\b(?:said|the\splan)\b).{0,160}|see\salso\b.{0,160}
          |don.t\smiss\b.{0,160}|must\s(?:read|watch|see)\W*.{0,120}|(?:read|watch|see|learn|find\sout
          |discover)\smore\s(?:about|at|on|from|here|in|stories)\b.{0,140}
        |(?:for\smore\s(?:on|about|from|information|news|stories|details)|more\sfrom|more\son|more\sin
          |more\sabout)\b(?!.{0,100}\b(?:said|says|told|was|were)\b).{1,140}
        """,
    ),
)

PATTERNS: Final[tuple[tuple[str, re.Pattern[str]], ...]] = tuple(
    (reason, re.compile(rf"(?:{source})", re.IGNORECASE | re.VERBOSE)) for reason, source in _SOURCES
)
"""Reason and pattern, to be matched against a whole line, in this order."""
