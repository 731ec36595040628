"""English lines that say who made an article or its pictures."""

from __future__ import annotations

import re
from typing import Final

from nutgraf.nlp.lang.en.datetime_patterns import MOMENTS
from nutgraf.nlp.lang.en.name_particles import PARTICLES
from nutgraf.nlp.lang.international.boilerplate_patterns import ANY_CASE_NAME
from nutgraf.nlp.lang.international.web import PLATFORMS
from nutgraf.nlp.lang.schema.patterns import alternation

_PARTICLE: Final = alternation(PARTICLES)

BYLINE: Final = re.compile(
    rf"""(?:
        (?i:(?:(?:written|reported|posted|edited|published|reporting|words|story|text|compiled|produced
          |updated|created|submitted|translated|reviewed)\s)?by|author|authors|writer|editor|editing\sby
          |reporting\sby|additional\sreporting\sby|writing\sby|contributors?|correspondent|reporter
          |staff\sreporter|from)\s?[:.]?\s+
          (?:(?i:the|our|a)\s)?[^\W\d_a-z][\w.'’-]*(?:[\s,&|/–—-]+(?:(?i:and|in|for|of|{_PARTICLE}
            |the|at|with|staff|reporter|correspondent|editor|writer|political|senior|chief|foreign
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
"""Line that only says who wrote or sent the article."""

BIOGRAPHY: Final = re.compile(
    rf"""(?:{ANY_CASE_NAME})\s?(?:,|\||-|–|—|•|\bis\b|\(|·)\s?(?:an?\s|the\s|our\s)?
      (?:(?:[\w'’&-]+\s){{0,4}})
      (?:reporter|correspondent|staff\swriter|contributing\swriter|contributor|freelance|journalist|columnist
        |bureau\schief|news\seditor|senior\seditor|chief\seditor|associate\seditor|sub-editor)\b
      (?:\s(?:at|for|in|of|who|based|with|covering|on)\b.{{0,140}})?[\s.)]*""",
    re.IGNORECASE | re.VERBOSE,
)
"""Sentence that introduces the author of the article."""

_NAME: Final = rf"[^\W\d_a-z][\w.'’-]*(?:\s(?:{_PARTICLE}\s)?[^\W\d_a-z][\w.'’-]*){{0,3}}"
_NAMES: Final = rf"{_NAME}(?:\s?(?:,|;|&|\band\b|\bet\b|\bund\b)+\s?{_NAME}){{0,6}}"
_MADE: Final = (
    r"(?:help(?:ed|s|ing)?|assist(?:ed|s|ing|ance)?|contribut\w+|compiled|reported|reporting|wrote|written|edited"
    r"|editing|researched|research|filmed|photographed|produced|translated|prepared|worked|part)"
)
_THIS_REPORT: Final = (
    r"(?:this|the)\s(?:report|reporting|story|article|piece|dispatch|account|investigation|coverage|text"
    r"|research)"
)
_CRAFT: Final = (
    r"(?:text|words?|story|report(?:ing|er)?|writing|writer|editing|editor|edit|proofreading|research|camera|video"
    r"|photos?|photography|pictures?|images?|graphics?|illustrations?|design|production|producer|translation|layout"
    r"|data|audio|sound|fact[\s-]check(?:ing)?)"
)
_PICTURE: Final = (
    r"(?:photo(?:graph)?s?|pictures?|images?|graphics?|illustrations?|maps?|videos?|footage|foto|pic)"
)

CREDIT: Final = re.compile(
    rf"""(?:
        (?:(?i:with\s)?{_NAMES}\s|(?i:{_THIS_REPORT}\s(?:was|is|has\sbeen)\s))[^"“”!?]{{0,40}}?\b(?i:{_MADE})\b
            [^"“”!?]{{0,30}}(?i:{_THIS_REPORT}|with\s(?:the\s)?(?:help|assistance|reporting)\s(?:of|from|by))
            [^"“”!?]{{0,80}}
        |{_NAME}\sreported\sfrom\s(?:{_NAMES}|[^"“”]{{2,60}}?\band\s{_NAME}\s(?:reported\s)?from\s[^"“”]{{2,60}})
        |(?:[—–-]\s?)?(?i:with|including)\s(?i:additional\s|further\s|extra\s)?
            (?i:reporting|research|material|contributions?|assistance|help)\s
            (?i:by|from)\s[^"“”]{{2,120}}
        |(?:(?i:{_CRAFT})(?:\s?(?:,|&|/|\band\b)\s?(?i:{_CRAFT}))*(?::|\sby|\s–|\s-)?\s{_NAMES}[\s,;.|/·•]*){{1,5}}
        |{_NAMES}\scan\sbe\s(?:reached|contacted|found)\s(?:at|on|via|by)\s[^"“”]{{2,80}}
    )\.?""",
    re.VERBOSE,
)
"""Line of the names of those who made the article ("Ann Poe helped to report this story")."""

CREDITED_PICTURE: Final = re.compile(
    rf"""(?:[^"“”]{{8,160}}[.!?]\s?[|]\s?{_NAME}|[^"“”]{{8,300}}(?:
        [.!?]\s(?i:{_PICTURE})(?:\s?[:/|]\s?|\s(?i:by|from|via|courtesy|supplied|provided|taken|private)\b)[^.!?]{{0,60}}
        |[\(\[](?i:(?:{_PICTURE})\s(?:by|from|via|courtesy|supplied|provided)\b[^)\]]{{0,80}}|supplied|handout)[\)\]]
    ))\.?""",
    re.VERBOSE,
)
"""Caption that ends with whose picture it is: "The quay on Sunday. Photo: Ann Poe"."""

CAPTION: Final = (
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
    |\d+\s(?:of|/)\s\d+\s(?:full\sscreen|autoplay|view\sphotos|photos?|close|skip).{0,400}
      |(?:slideshow|gallery|photos)\s?\(\d+.{0,20}\)
    |(?:photos?|pictures|gallery)\s?:.{2,300}\bhide\scaption\b.{0,20}
    |(?:click|tap|scroll|hover)\s.{0,20}\b(?:image|photo|picture|gallery|photos|enlarge
      |caption)\b.{0,60}
    |(?:pictured|above|below|left|right|pictured\s(?:above|left|right)|top|inset)\s?:.{2,160}
      |hide\scaption|toggle\scaption|enlarge\sthis\simage|caption
"""
    rf"""
    |[^.!?]{{5,200}}\((?:getty|afp|ap|reuters|epa|pa|ani|pti|ians|xinhua|anadolu|file|supplied|handout
      |screengrab|{PLATFORMS})\b[^)]{{0,40}}\)
"""
)
"""Source of a verbose, case-insensitive pattern: captions and credits of pictures."""
