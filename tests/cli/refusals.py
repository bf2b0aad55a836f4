"""What every refusal on the command line must be: Vietnamese, without the machine's own words."""

import re

_FOREIGN = re.compile(
    r"\b(is|not|the|no|such|file|directory|item|named|archive|missing|invalid|expected|got|value"
    r"|unexpected|option|argument|requires?|usage|error|text|number|object|array|list|or"
    r"|permission|denied|try|range|does|str|int|dict|None|Errno|Traceback|Exception)\b"
)


def assert_a_clerk_reads(sentence: str, *given: object) -> None:
    """`sentence` has Vietnamese letters and, beside what was given, no English and no Python."""
    for words in sorted(map(str, given), key=len, reverse=True):
        sentence = sentence.replace(words, "…")
    assert re.search("[à-ỹđĐ]", sentence), sentence
    assert not _FOREIGN.findall(sentence), sentence
    assert "“”" not in sentence, sentence
