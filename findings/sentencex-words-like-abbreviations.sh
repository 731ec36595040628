#!/bin/sh
# sentencex 1.0.32: ends of English sentences in words that are abbreviations too.
# Guessed: a full stop before a capital ends a sentence unless a title or an initial stands before it.
# Seen: "no.", "ill.", "art." and "may." before a capital never end one, though "approx." before a number does.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"${PYTHON:-python3}" -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check "sentencex==1.0.32"
"$folder/venv/bin/python" - <<'PYTHON'
import sentencex


def count(text):
    return len(list(sentencex.get_sentence_boundaries("en", text)))


for word in ("no", "ill", "art", "may"):
    text = f"The chairman said it was {word}. Turnout was high in all towns."
    print(count(text), text)
    assert count(text) == 1, word
text = "The fire burned approx. 40 hectares of forest."
print(count(text), text)
assert count(text) == 2
PYTHON
