"""A report's lead is kept, though its words are those of a notice, a sign-up or a share button."""

from __future__ import annotations

import pytest

from nutgraf.nlp.segmented_doc import segmented_doc

REST = (
    "\n\nThe decision was taken on Tuesday after two years of talks, said Ines Calloway, who heads the board."
    "\n\nOther towns want to follow within a year. The plan costs 3 million euros."
)
LEADS = """
Newsletters are back in fashion among publishers, a study of 40 outlets found.
Subscribers of Nordtel lost their connection on Monday after a cable broke.
The copyright on the first film about the mouse ended on Monday.
Comments on the plan must be sent to the council by Friday, the mayor said.
Advertising on buses will be banned in Norvik from May.
Sharing passwords will cost users of Vidora three euros a month.
Privacy advocates sued the maker of a doorbell camera on Tuesday.
Photographs of the lost painting were published by the police on Monday.
Terms and conditions of 40 airlines break the law, a court ruled on Friday.
Follow-up checks of hip patients find few problems, a study says.
A cookie factory in Norvik burned down on Tuesday night.
Signing up for the army has become popular among young women in Norvania.
The newspaper group Norpress said on Monday it would close its print edition.
Readers of crime novels live longer, researchers in Sula have found.
An app that finds lost dogs won the founders' prize in Arlesund.
All rights to the songs of Ada Moss were sold for 40 million euros.
Related species of the beetle were found in a cave near Sula.
The website of the tax office was down for six hours on Monday.
Privacy policy of the web shop Nordkauf breaks the law, a court said.
Email scams cost pensioners in Norvania 12 million euros last year.
The council published all its emails about the stadium on Tuesday.
Reading time at schools will be doubled, the ministry said on Monday.
Photo albums of the royal family go on sale in Arlesund next week.
Subscription prices for football on television have doubled in five years.
Downloads of the fishing game Troutmaster passed one million on Sunday.
The archive of the painter Eva Lund was opened to the public on Friday.
Copyright law is to be changed so that libraries can lend e-books.
"""
NOTICES = """
This page was published on Monday and updated on Tuesday.
Sign up for our newsletter and get the news of the day in your inbox.
Subscribe now and read all our stories for one euro a month.
We use cookies to give you the best experience on our website.
This article is protected by copyright and may not be published elsewhere.
"""


@pytest.mark.parametrize("lead", LEADS.strip().splitlines())
@pytest.mark.parametrize("title", ["", "Board decides after two years"])
def test_a_lead_that_speaks_to_nobody_is_kept(lead: str, title: str) -> None:
    first = segmented_doc(lead + REST, title, "en").lines[0]
    assert (first.start, first.kind) == (0, "body")


@pytest.mark.parametrize("notice", NOTICES.strip().splitlines())
def test_a_notice_above_the_report_is_still_removed(notice: str) -> None:
    first = segmented_doc(notice + REST, "", "en").lines[0]
    assert (first.start, first.kind) == (0, "removed")
