"""Closed lists of the English notices: what articles tell, why they go, and who is no paper."""

from typing import Final

TOLD_THING: Final = (
    r"(?:references?|mentions?|names?|surnames?|quot(?:es?|ations?)|sentences?|paragraphs?|photo\w*"
    r"|pictures?|images?|captions?|links?|claims?|statements?|information|details?|passages?"
    r"|figures?"
    r"|dates?|ages?|years?|numbers?|titles?|spellings?|attributions?|headlines?|descriptions?"
    r"|comments?"
    r"|errors?|mistakes?|typos?|amounts?|prices?|totals?|tolls?|scores?|address\w*|percentages?"
    r"|locations?|affiliations?|data|maps?|charts?"
    r"|graphics?|tables?|phras\w+|suggestions?|assertions?|allegations?|words?)\b"
)
"""What an article says, where a film has scenes and a page of parchment verses."""

FOR_ITS_FAULTS: Final = (
    r"pending|because (?:we|the (?:author|writer|source)|it (?:(?:did|does)(?: not"
    r"|n[’']t) (?:meet|comply"
    r"|conform|adhere|reflect)|failed to|contained|included|violated our|breached our"
    r"|misrepresented"
    r"|misstated|was (?:\w+ly )?(?:inaccurate|incorrect|wrong|published|posted|based"
    r"|plagiari[sz]ed))"
    r"|of (?:[\w-]+ ){0,3}?(?:errors?|mistakes?|inaccurac\w+|complaints?|concerns|copyright"
    r"|plagiarism"
    r"|doubts|questions|legal))\b"
)
"""Why a paper withdraws an article; a column falls to rot."""

INSTITUTION: Final = (
    r"(?:\w+ ){0,3}(?<!\bnews )(?<!\bpress )(?:academy|administration|agency|airline|army"
    r"|assembly|association|authority|bank|board"
    r"|bureau|cabinet|chamber|church|city|club|college|commission|committee|commons|company"
    r"|congress|constitution|convention|corporation|council|county|court|department|embassy"
    r"|federation|force|foundation|fund|government|group|hospital|house|institute|kremlin|league"
    r"|legislature|lords|ministers?|ministry|museum|navy|office|parliament|party|pentagon|police"
    r"|president|republic|school|senate|service|society|state|treasury|union|university|vatican)"
)
"""Who may amend the article of a law, or regret an error. No paper is called so, but a news agency
or a press association is."""
