"""What a reader of a page does not see is no part of its text, and what he sees keeps its place."""

from __future__ import annotations

import pytest

from service.submission.html_extraction import extract_article

FIRST = "The harbour council closed the old bridge on Monday after inspectors found cracks in two pillars."
SECOND = "Buses will carry commuters along the coast road until the repairs are done, the mayor said."
THIRD = "Engineers expect the work to last until April and to cost about four million crowns."
FOURTH = "A ferry may run between the two quays from the middle of March, if the weather allows it."


def text_of(*paragraphs: str, around: str = "<article>{}</article>") -> str:
    blocks = "".join(f"<p>{paragraph}</p>" for paragraph in (FIRST, *paragraphs, SECOND, THIRD, FOURTH))
    page = f"<html><head><title>Bridge shut</title></head><body>{around.format(blocks)}</body></html>"
    return extract_article(page).text


@pytest.mark.parametrize(
    "hidden",
    [
        "<span hidden>Share this</span>",
        '<span class="sr-only">Share this</span>',
        '<span class="note visually-hidden">Share this</span>',
        '<span style="display:none">Share this</span>',
        '<span style="color: red; visibility : hidden">Share this</span>',
        "<template>Share this</template>",
        "<noscript>Share this</noscript>",
        '<b class="screen-reader-text">Share this</b>',
    ],
)
def test_hidden_words_go_and_the_words_around_them_stay(hidden: str) -> None:
    text = text_of(
        f"The builder Brandt &amp; Son{hidden} said on Friday that it had sold the quarry to Lund."
    )
    assert "Share this" not in text
    assert "Brandt & Son said on Friday" in " ".join(text.split())


def test_a_page_that_a_script_shows_is_read_though_it_is_hidden() -> None:
    text = text_of(around='<article class="hidden">{}</article>')
    assert [line for line in text.splitlines() if line in (FIRST, SECOND, THIRD)] == [FIRST, SECOND, THIRD]


@pytest.mark.parametrize("tag", ["s", "del", "strike"])
def test_what_is_struck_out_goes(tag: str) -> None:
    text = text_of(f"The old pier in the north of the harbour is <{tag}>200</{tag}> 220 metres long today.")
    assert "is 220 metres long" in " ".join(text.split())


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        ("12,400<sup>1</sup> people", "12,400 people"),
        ("350<sup><a href='#n2'>2</a></sup> million crowns", "350 million crowns"),
        ("the council<sup>[3]</sup> said", "the council said"),
        ("$12<sup>99</sup> a head", "$12.99 a head"),
        ("40 m<sup>2</sup> of wall", "40 m2 of wall"),
        ("900 km<sup>2</sup> of sea", "900 km2 of sea"),
        ("10<sup>6</sup> litres", "10^6 litres"),
        ("the 5<sup>th</sup> pier", "the 5th pier"),
        ("the wall*<sup>*</sup> fell", "the wall* fell"),
    ],
)
def test_a_raised_number_never_joins_the_number_before_it(written: str, wanted: str) -> None:
    text = text_of(f"The report of the harbour board in Arlesund speaks of {written} in its first part.")
    assert wanted in " ".join(text.split())


@pytest.mark.parametrize("tag", ["time", "output", "data", "abbr", "ins", "dfn", "kbd"])
def test_the_words_of_an_inline_element_stay(tag: str) -> None:
    text = text_of(f"The council will speak again on <{tag}>9 March</{tag}> about the wall, the mayor said.")
    assert "speak again on 9 March about the wall" in " ".join(text.split())


def test_q_gets_its_marks() -> None:
    text = text_of("Harbour master Eva Lund said: <q>We cannot <b>wait</b> another winter.</q> She left.")
    assert "“We cannot wait another winter.”" in " ".join(text.split())


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        ("<q>She said <q>wait</q> and went.</q>", "“She said ‘wait’ and went.”"),
        ("<q>She said <b><q>wait</q></b> and <q>no</q>.</q>", "“She said ‘wait’ and ‘no’.”"),
        ("<q>He said <q>they sang <q>Blow</q> all day</q>.</q>", "“He said ‘they sang “Blow” all day’.”"),
        ("<q>One winter,</q> she said, <q>and no more.</q>", "“One winter,” she said, “and no more.”"),
        ("“<q>One more winter,</q>” she said.", "“One more winter,” she said."),
        ('"<q>One more <b>winter</b>,</q>" she said.', '"One more winter," she said.'),
        ("She spoke of “<q>winter</q> stones”.", "She spoke of ““winter” stones”."),
    ],
)
def test_q_has_single_marks_within_another_and_none_within_written_ones(written: str, wanted: str) -> None:
    assert wanted in " ".join(text_of(f"The harbour master spoke of the old bridge. {written}").split())


def test_a_linked_sentence_stays_and_linked_teasers_go() -> None:
    sentence = "The builder Olaf Brandt, 54, denied on Friday that he had sold bad stone to the board."
    teasers = "".join(f'<li><a href="/{n}">Ten things to know about pier {n}</a></li>' for n in range(8))
    text = text_of(f'<a href="/1">{sentence}</a>', around="<article>{}</article><ul>" + teasers + "</ul>")
    assert sentence in text.splitlines()
    assert "things to know" not in text


LAYOUTS = {
    "one cell": "<table><tr><td>{}</td></tr></table>",
    "menu beside": '<table><tr><td class="side"><a href="/">Home</a> <a href="/a">Archive</a></td>'
    "<td><h1>Bridge shut</h1>{}</td></tr></table>",
    "nested": "<table><tr><td><table><tr><td>{}</td></tr></table></td></tr></table>",
    "presentation": '<table role="presentation"><tr><td>{}</td></tr></table>',
}


@pytest.mark.parametrize("around", LAYOUTS.values(), ids=list(LAYOUTS))
def test_a_table_that_lays_out_the_page_gives_paragraphs(around: str) -> None:
    lines = text_of(around=around).splitlines()
    assert [line for line in lines if line in (FIRST, SECOND, THIRD)] == [FIRST, SECOND, THIRD]
    assert "|" not in "".join(lines)
    assert "Home" not in "".join(lines)


def test_paragraphs_that_only_line_breaks_part_are_paragraphs() -> None:
    body = "<br><br>".join((FIRST, SECOND.replace("mayor", "<b>mayor</b>"), THIRD))
    page = f"<html><body><table><tr><td><h1>Bridge shut</h1>{body}</td></tr></table></body></html>"
    lines = extract_article(page).text.splitlines()
    assert [line for line in lines if line in (FIRST, SECOND, THIRD)] == [FIRST, SECOND, THIRD]


def test_a_table_of_data_keeps_its_rows() -> None:
    table = (
        "<table><tr><th>Pier</th><th>Length</th></tr><tr><td>North</td><td>200 m</td></tr>"
        "<tr><td>South</td><td>310 m</td></tr></table>"
    )
    text = text_of(around="<article>{}" + table + "</article>")
    (row,) = [line for line in text.splitlines() if "North" in line]
    assert "200 m" in row
    assert "310 m" not in row


def test_a_short_page_keeps_its_paragraphs() -> None:
    lead = "A pump failed at the fish market of Arlesund on Monday."
    body = f"<h1>Pump fails</h1><time>2 March 2026</time><p>{lead}</p><p>Nobody was hurt.</p>"
    page = f"<html><head><title>Pump fails</title></head><body><article>{body}</article></body></html>"
    assert lead in extract_article(page).text.splitlines()
