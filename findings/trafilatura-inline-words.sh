#!/bin/sh
# trafilatura 2.3.1 (with lxml 6.1.3): what it keeps and drops inside the paragraphs of a page.
# Guessed: inline elements keep their words, what a reader does not see goes.
# Seen: the words of <time> and <output> vanish, with nothing to tell it; hidden and struck words stay; the
# number of a note joins the number before it ("12,4001 people"); <q> loses its quotation marks.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"${PYTHON:-python3}" -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check "trafilatura==2.3.1" "lxml==6.1.3" "lxml_html_clean==0.4.6"
"$folder/venv/bin/python" - <<'PYTHON'
import trafilatura

PARAGRAPHS = [
    "The council of Arlesund voted on Monday to rebuild the old wall of the harbour after two winters of storms.",
    "The council will meet again on <time datetime='2026-03-09'>9 March</time> to speak about the wall in the town hall.",
    "The vote was won by <output>twelve votes</output>, which is more than anybody in the room had expected.",
    "The pier is <del>200</del> 220 metres long and was built by the grandfather of the mayor in his youth.",
    "The builder <span hidden>unseen words</span> said it would sell its quarry in the autumn of the coming year.",
    "The town has 12,400<sup>1</sup> people, and most of them live from the fish that the boats bring home.",
    "The harbour master said: <q>We cannot wait another winter.</q> She spoke on Monday night.",
]
page = "<html><body><article>" + "".join(f"<p>{text}</p>" for text in PARAGRAPHS) + "</article></body></html>"
text = trafilatura.bare_extraction(page, favor_recall=True).text
print(text)
assert "9 March" not in text, "the words of <time> are kept"
assert "twelve votes" not in text, "the words of <output> are kept"
assert "200 220 metres" in text, "struck words go"
assert "unseen words" in text, "hidden words go"
assert "12,4001 people" in text, "a raised number stands apart"
assert "We cannot wait another winter." in text
assert "“" not in text and '"' not in text, "q gets marks"
PYTHON
