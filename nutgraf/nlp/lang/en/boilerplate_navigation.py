"""English lines of navigation, sharing and metadata, as sources of verbose, case-insensitive patterns.

Every source is matched against a whole line.
"""

from __future__ import annotations

import re
from typing import Final

from nutgraf.nlp.lang.en.datetime_patterns import MOMENTS
from nutgraf.nlp.lang.international.boilerplate_patterns import ANY_CASE_NAME
from nutgraf.nlp.lang.international.web import NETWORKS

_COUNTED: Final = (
    r"(?:views?|reads?|shares?|comments?|likes?|replies|reactions?|followers?|retweets?|claps?|votes?|plays?"
    r"|photos?|images?|listens?)"
)
_DATED: Final = (
    r"(?:date|posted|published|publication\sdate|updated|last\s(?:updated?|modified|edited|revised|changed)"
    r"|modified|created|first\spublished|release\sdate|added|issued|uploaded|revised)"
)
_CHANNEL: Final = (
    rf"(?:{NETWORKS}|e-?mail|pocket|line|threads|google\s?(?:plus|news|\+)"
    r"|print|copy\s(?:link|url)|link|more|share|save|tweet|pin\sit|bookmark|gift)"
)

METADATA: Final = rf"""
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
    |\d+\sof\s\d+|page\s\d+(?:\sof\s\d+)?
    |(?:market|stock|price|fund|quote|index)\s?(?:data|prices?|quotes?|information)\b.{{0,20}}\b(?:delayed|provided
      |supplied)\b.{{0,80}}
"""
"""Dates, reading times, view counts, tags."""

NAVIGATION: Final = r"""
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
"""
"""Menus, section labels, links of a page's frame."""

SHARE: Final = rf"""
    (?:share|tweet|e-?mail|print|save|like|pin|forward|send|bookmark|recommend)\s(?:this|it|on|via|to
      |with|by|the\s(?:article|story|post|page|news)|\+).{{0,80}}
    |(?:please\s)?(?:share|tweet|like|repost|retweet|recommend|bookmark)(?:\s?[\d.,]+k?)?[\s:!.]*
    |(?:share|follow|like|join|find|connect|add|visit|watch|subscribe)\s(?:to\s)?(?:us|our|me|with\sus
      |this\sauthor)(?:\s\w+){{0,6}}\s(?:on|via|at|in)\s(?:{_CHANNEL}|social|our).{{0,100}}
    |follow\s(?:@\S+|us|{ANY_CASE_NAME}\son\s{_CHANNEL}|the\sauthor|topics?).{{0,80}}
    |(?:{_CHANNEL}[\s,|•·/&+]*(?:and\s|or\s)?){{1,12}}
    |(?:share|sharing)\s(?:options|tools|links?|buttons?|icons?|full\sarticle).{{0,30}}
    |(?:link\scopied|copied|copy\slink).{{0,30}}
"""
"""Buttons to share the article or follow the outlet."""

RELATED: Final = r"""
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
"""
"""Links to other articles."""

RELATED_HEADING: Final = re.compile(
    r"""\W*(?:
        (?:(?:more|related|similar|recommended|suggested|popular|trending|featured|latest|top|other
          |further|recent|most\s(?:read|popular|viewed|shared|watched|commented|recent)
          |editor.?s.?\s(?:picks?|choice)|must[\s-]reads?|hot)
            (?:\s(?:articles?|stor(?:y|ies)|news|posts?|topics?|reads?|reading|coverage|content|links?
              |videos?|headlines|picks|for\syou|now|today|this\sweek|items|reports?|on\sthis(?:\s\w+)?
              |to\s(?:read|explore|this)(?:\s\w+)?|like\sthis)){0,3})
        |(?:you\s(?:may|might|will|could|would)\s(?:also\s|like\s|be\s|love\s|enjoy\s|want\s)*(?:also|like
          |love|enjoy|interested(?:\sin)?|to\sread|read|want|missed|have\smissed))(?:\s\w+)?
        |(?:read|see|up|watch|view|what\sto\sread)\s(?:more|also|next|related)(?:\s(?:stories|articles
          |news|on\s.{1,40}|about\s.{1,40}|from\s.{1,40}))?
        |also\s(?:read|see|on|in|of\sinterest)(?:\s.{1,30})?|see\salso|next\s(?:up|read|article|story)
          |don.t\smiss|in\scase\syou\smissed\sit|icymi|keep\sreading|what\s(?:others|people
          |readers)\sare\sreading
        |(?:more|other\sstories|latest|news|stories|articles|posts|headlines)\s(?:from|on|in|by|about|like
          |you)\s.{1,50}
        |(?:elsewhere|around|from|across|stories\sfrom|paid\scontent\sfrom)\s(?:on\s|around\s
          |across\s)?(?:the\s(?:web|site|archives?|internet|network)|our\s(?:partners|network|site
          |sponsors))
        |(?:recommended|suggested|picked|selected|curated)\s(?:for\syou|by\s\w+|stories|articles|reading
          |reads)|related|recommended|trending|popular|latest|headlines|top\sstories|breaking\snews
          |people\salso\s(?:read|like|ask)|(?:promoted|sponsored)\s(?:stories|links|content)
        |explore\smore.{0,30}|discover\smore.{0,30}|continue\sexploring|on\sthe\ssame\s(?:topic|subject
          |theme)|in\sother\snews|other\snews|further\sreading|read\sthe\sseries|our\s(?:latest
          |top)\s(?:stories|picks|coverage)
    )\W*""",
    re.IGNORECASE | re.VERBOSE,
)
"""Line that announces links to other articles: teasers follow it."""
