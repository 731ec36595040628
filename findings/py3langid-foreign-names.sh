#!/bin/sh
# py3langid 0.4.0: the language of English sentences with many foreign names.
# Guessed: the function words decide, and a doubtful text has a low probability.
# Seen: names decide, and the wrong language has a probability of more than 0.7; the same sentence without the
# words in capitals is English.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"${PYTHON:-python3}" -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check "py3langid==0.4.0"
"$folder/venv/bin/python" - <<'PYTHON'
from py3langid.langid import MODEL_FILE, LanguageIdentifier

identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
TEXT = (
    "The chef Luca Bertolucci opens Osteria della Luna in the Via dei Glicini in Pistoia on Friday. "
    "Bertolucci ran Locanda del Ponte and La Buona Cucina in Empoli for ten years."
)
language, probability = identifier.classify(TEXT)
print(language, round(float(probability), 3), TEXT)
assert language != "en" and probability > 0.7
plain = " ".join(word for word in TEXT.split() if word.islower())
language, probability = identifier.classify(plain)
print(language, round(float(probability), 3), plain)
assert language == "en"
PYTHON
