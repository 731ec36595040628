"""Who wrote the article, on a line of its own."""

from __future__ import annotations

import re
from typing import Final

from nutgraf.nlp.lang.en.datetime_patterns import MOMENTS

_PERSON: Final = r"(?:[^\W\d_][\w.'’-]*\s){0,3}[^\W\d_][\w.'’-]*"

BYLINE: Final = re.compile(
    rf"""(?:
        (?i:(?:(?:written|reported|posted|edited|published|reporting|words|story|text|compiled|produced
          |updated|created|submitted|translated|reviewed)\s)?by|author|authors|writer|editor|editing\sby
          |reporting\sby|additional\sreporting\sby|writing\sby|contributors?|correspondent|reporter
          |staff\sreporter|from)\s?[:.]?\s+
          (?:(?i:the|our|a)\s)?[^\W\d_a-z][\w.'’-]*(?:[\s,&|/–—-]+(?:(?i:and|in|for|of|de|van|von|der|al
            |bin|the|at|with|staff|reporter|correspondent|editor|writer|political|senior|chief|foreign
            |diplomatic|business|sports?)\b|[^\W\d_a-z][\w.'’-]*|@\w+|\(\w[^)]{{0,30}}\)|{MOMENTS}
            |\d{{1,4}})){{0,14}}[\s.|;•]*
        |(?i:by|author)\s?:\s?.{{2,80}}|(?i:by)\s[a-z]+(?:\s[a-z]+){{1,2}}|(?i:by\s(?:our|the|a
          |staff)\b.{{1,60}})
        |(?i:(?:the\s)?(?:associated\spress|reuters|agence\sfrance[\s-]presse|afp|press\sassociation
          |bloomberg(?:\snews)?|xinhua|ians|pti|ani|upi|tass|staff\s(?:writers?|reporters?
          |correspondents?)|(?:web|news|online|digital)\s(?:desk|team|staff|editor)|(?:express|special|our
          |staff)\s(?:web\s)?(?:news\s)?(?:desk|service|correspondent|bureau|reporter)|news\s(?:agency
          |agencies|service)|agencies|wire\s(?:reports?|service)|guest\s(?:author|writer|contributor)
          |editorial\s(?:board|team|staff)|daily\smail\sreporter)(?:\s?[/|,•-]\s?.{{1,40}})?\W*)
        |(?i:(?:reporting|writing|editing|additional\sreporting|compiled|edited|translation|translated
          |research|graphics?|video|photographs?|produced|reported|with\sfiles)\s(?:by|from)\s.{{2,160}})
        |\((?i:reporting|writing|editing|additional\sreporting|compiled|edited|with\sinputs?
          |reported)\s(?i:by|from)\s[^)]{{2,240}}\)\.?
        |(?i:.{{2,240}}\bcontributed\s(?:reporting|research|to\sthis\s(?:report|article|story|piece|post
          |dispatch))\b.{{0,80}})
        |(?i:about\sthe\s(?:author|writer)s?|view\sall\sposts(?:\sby\s.{{1,40}})?|see\sall\s(?:posts
          |articles|stories)\sby\s.{{1,40}}|(?:author|writer)\s(?:bio|profile|archive)|more\s(?:posts
          |stories|articles)\sby\s.{{1,40}})
    )""",
    re.VERBOSE,
)
"""A line that only says who wrote or sent the article."""

BIOGRAPHY: Final = re.compile(
    rf"""(?:{_PERSON})\s?(?:,|\||-|–|—|•|\bis\b|\(|·)\s?(?:an?\s|the\s|our\s)?(?:(?:[\w'’&-]+\s){{0,4}})(?:reporter|correspondent|staff\swriter|contributing\swriter|contributor|freelance|journalist|columnist|bureau\schief|news\seditor|senior\seditor|chief\seditor|associate\seditor|sub-editor)\b(?:\s(?:at|for|in|of|who|based|with|covering|on)\b.{{0,140}})?[\s.)]*""",
    re.IGNORECASE | re.VERBOSE,
)
"""A sentence that introduces the author of the article."""
