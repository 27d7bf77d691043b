"""How notices begin in English."""

from typing import Final

from archiver.grade.lexicon import ENGLISH as LISTS
from archiver.grade.patterns import words
from archiver.grade.phrases.english_words import FOR_ITS_FAULTS, INSTITUTION, TOLD_THING
from archiver.grade.phrases.shape import Phrases, date_in, no_clause

_DATE: Final = date_in(LISTS)
_ARTICLE: Final = (
    r"(?:(?:news |live |blog )?(?:article|story|post|piece|blog)|report|page|headline|column|item"
    r"|text|caption|review|interview|obituary|essay|editorial|newsletter|analysis|dispatch"
    r"|transcript|explainer|graphic|liveblog|content|video|podcast|episode|profile)"
)
_PLAIN_ARTICLE: Final = r"(?:article|story|post|piece|headline|caption)"
"""What is the publication's own even behind `the`: a report or a text may be anybody's."""

_OF_DAY: Final = r"(?: [a-z]{3,9}\.? \d\d?,?(?: \d{4},?)?| \d\d? [a-z]{3,9})?"
_THIS_ARTICLE: Final = rf"(?:this|our){_OF_DAY} {_ARTICLE}"
"""Reuters puts the day in: "This June 4 story"."""


_PUBLISHED: Final = r"(?:first |originally |initially )?(?:published|posted)"
_WAS: Final = (
    r"(?:was|were|ha(?:s|ve)(?: since| now| also)? been)"
    r"(?: (?:\w+ly|since|now|also|later|last|again|first|twice|(?:updated|edited"
    r"|amended) and)){0,2}"
)
_CORRECTED: Final = (
    r"(?:amended|corrected|clarified|changed|revised|modified|updated|retracted|withdrawn"
    r"|refiled|(?:re-?)?edited (?=to (?:correct|reflect|clarify (?!the (?:sound|voices?|image))"
    rf"|(?:fix|remove) (?:[\w’'-]+ ){{0,4}}?{TOLD_THING}))"
    rf"|expanded (?=to (?:include|add)|with)|(?:removed|taken down) (?={FOR_ITS_FAULTS}))\b"
)
_NOT_BY_OTHERS: Final = (
    r"(?! in the (?:\w+ century|middle ages)| (?:daily|regularly|automatically|every|weekly"
    r"|hourly|constantly|often|several times"
    r"|many times|before|when|until|while|during|under|for (?:the|a|his|her|their|today|modern)\b"
    r"|into\b|in \d{4}(?! to\b)"
    r"|in (?:committee|(?:the )?(?:senate|house|parliament|congress|commons|lords))\b"
    r"|(?:in|at|on) (?:its )?(?:first|second|third|final) reading\b))"
    r"(?!(?:(?! (?:to|with|because|after) )[^.:;]){0,60} by (?!\w+ing\b|our\b|(?:the|an) editor))"
)
"""Somebody else did it, it was for the stage, or it is done every day."""

_SAID: Final = (
    r"(?:mis(?!sed\b|s |took\b)\w+ed\b|misspelt\b|misread\b|said(?! to be)|stated|reported|gave"
    r"|identified"
    r"|named|listed|attributed|described|claimed|suggested|indicated|implied|referred|contained"
    r"|included|omitted|quoted|credited|used|called|had (?!been\b)|put|spelled|failed to|neglected"
    r"|confused|overstated|understated|did not|was (?:wrong|incorrect|inaccurate|mistaken)"
    r"|\w{4,12}ly (?:mis\w+|said|stated|reported|gave|identified|named|listed|attributed|described"
    r"|claimed|suggested|indicated|implied|referred|contained|included|omitted|quoted|credited|used"
    r"|called|put|spelled|linked|showed|labell?ed))\b"
)
_ADVERB: Final = (
    r"(?:previously|originally|initially|earlier|first|incorrectly|mistakenly|wrongly|erroneously"
    r"|inaccurately|inadvertently)"
)
_EARLIER: Final = (
    r"(?:an? |in an? |the |in the |our |in )?(?:earlier|previous|original|prior|first|initial|older"
    r"|past)(?: online| print| published)? versions?"
)
_MEANWHILE_PUBLISHED: Final = (
    r"(?:,? (?:published|posted|online|on) [^.;:]{2,40}?"
    r"|(?: that was)? (?:originally|initially|first) (?:published|posted))?"
)
_NOT_PRINTED: Final = (
    r"(?!,? (?:of the|appeared|ran|(?:is|was) (?:found|available|online)|(?:was|were|had been|has"
    r" been) (?:\w+ly |first )?(?:published"
    r"|posted|rejected|adopted|leaked|passed|printed|read|presented|written|sung)\b(?! in error)))"
)
_PART: Final = (
    r"(?:an? |the |one |in an? )?(?:(?:previous|earlier|original|first|second|third"
    r"|last) )?(?:(?:photo|picture|video|image"
    r"|map|chart) )?(?:captions?|headline|subheading|standfirst|summary|photo|photograph|picture"
    r"|paragraph|image|chart|graphic|map|table|quote|quotation)"
)
_WRONG: Final = (
    r"(?=.{10,210}\b(?:(?:this|that|it|which) (?:was|is) (?:wrong|incorrect|inaccurate|untrue|false"
    r"|not (?:true|correct|the case|so))|in error\b|we (?:apologi[sz]e|regret|are sorry"
    r"|were wrong)|apologi[sz]e))"
)
_ERROR: Final = r"(?:errors?|mistakes?|typos?|misspellings?|inaccurac\w+|omissions?|oversight)"

_SOME: Final = r"(?:an?|the|one|two|three|several|some|both)"
_WRONGLY: Final = r"(?:incorrectly|mistakenly|wrongly|erroneously|inaccurately|in error)"
_MISTOLD: Final = (
    r"mis(?:spel\w+|stated|identified|attributed|quoted|named|characteri[sz]ed|described|reported"
    r"|labell?ed|translated|dated)\b"
)
_GIVEN: Final = (
    r"(?:given|stated|said|reported|claimed|suggested|written|named|identified|described|spelled"
    r"|quoted|attributed|listed|published|indicated)"
)
_BY_NOBODY: Final = (
    r"(?![^.]{0,40}\b(?:on purpose|deliberately|as a joke)\b"
    r"|,? by (?!mistake|accident|us\b|our\b|(?:the|an) editor))"
)
"""A paper errs by itself, and not on purpose."""

_PSEUDONYM: Final = (
    r"(?![^.]{0,60}\b(?:names?\b[^.]{0,60} changed|changed (?:[\w’']+ ){0,3}names?)\b)"
)
"""Names that were changed to protect somebody are no correction."""

_NO_CLAUSE: Final = no_clause(
    "it|they|he|she|we",
    "(?:the|an?|its|their|this|that|these|his|her) ",
    "of|and|or|in|at|on|for|from|to|with|who|which|that|by|as",
)

_SENTENCES: Final = (
    # The article was corrected.
    rf"{_THIS_ARTICLE}(?:, {_PUBLISHED} [^.;:]{{3,50}}?,)? {_WAS} {_CORRECTED}{_NOT_BY_OTHERS}",
    (
        rf"{_THIS_ARTICLE} is (?:now )?(?:corrected|updated|amended)"
        r" (?:to (?:correct|clarify|reflect|include|add|fix|show|say)|with)\b"
    ),
    (
        rf"the (?:{_PLAIN_ARTICLE}|page) {_WAS} {_CORRECTED}(?= to (?:correct|clarify|fix|rectify"
        rf"|reflect"
        r"|make clear|address)| accordingly| (?:since|after) publication)"
    ),
    rf"the {_PLAIN_ARTICLE} has(?: since| now)? been (?:amended|corrected|updated)(?=[.;]|[)\]]|$)",
    r"this copy has been (?:amended|corrected|updated)(?=[.;]|[)\]]|$| (?:to|with)\b)",
    (
        rf"{_THIS_ARTICLE} was {_PUBLISHED} (?:on|at|in) .{{3,40}}?(?:\.|,? and|;) (?:it |and )?"
        r"(?:was|has(?: since)? been)(?: last| later)? (?:updated|corrected|amended|revised)\b"
    ),
    rf"{_PUBLISHED} .{{3,50}}?, {_THIS_ARTICLE} {_WAS} {_CORRECTED}{_NOT_BY_OTHERS}",
    (
        rf"(?:shortly )?(?:after|since|following) (?:its |first |initial |the "
        rf"|original )?publication(?: of {_THIS_ARTICLE})?,? (?:{_THIS_ARTICLE} {_WAS}|the headline"
        rf"|we (?:have )?(?:updated"
        r"|corrected|amended|changed|learned))\b"
    ),
    (
        rf"(?:shortly )?(?:after|following) {_THIS_ARTICLE} (?:was|went|had been)"
        r" (?:first |originally )?(?:published|posted|online|live),"
    ),
    (
        r"this is an? (?:corrected|updated|amended) version of (?:an?|the|our|this)(?: \w+){0,2}"
        rf" {_ARTICLE}"
    ),
    (
        r"(?:article|story|post|headline)(?: and (?:story|headline|text|caption))?"
        r" (?:updated|corrected|amended|changed)(?: (?:on|at) .{3,30}?)? (?:to|with)\b"
    ),
    (
        r"(?:updated|amended|corrected|modified) (?:on|at) .{3,40}? (?:to (?:include|correct|add"
        r"|reflect|clarify|remove|fix|say)|with (?:\w+ ){0,2}(?:statement|comments?|details"
        rf"|response|reaction|information|quotes?))\b{_NO_CLAUSE}"
    ),
    # The article said what it should not.
    rf"{_THIS_ARTICLE} {_ADVERB} {_SAID}",
    rf"{_THIS_ARTICLE} (?:contained|included) (?:an?|two|several) (?:\w+ )?{_ERROR}\b",
    rf"{_THIS_ARTICLE} mis(?!sed\b|s\b)\w+(?:ed|spelt)\b",
    (
        rf"(?:the {_PLAIN_ARTICLE}) (?:originally|previously|incorrectly|mistakenly|wrongly"
        rf"|erroneously) {_SAID}"
    ),
    rf"{_EARLIER} of (?:this|our) {_ARTICLE}\b{_NOT_PRINTED}",
    rf"{_EARLIER} of the {_PLAIN_ARTICLE}{_MEANWHILE_PUBLISHED},? (?:{_ADVERB} )?{_SAID}",
    (
        rf"(?:an?|the|one|in an?|print|online) (?:print |online )?versions? of (?:this|our)"
        rf" {_ARTICLE}{_MEANWHILE_PUBLISHED},? (?:{_ADVERB} )?{_SAID}"
    ),
    # A part of it did, or was corrected.
    (
        rf"{_PART} (?:in|on|with|for|to|of|above|accompanying|that accompanied)"
        rf" (?:{_EARLIER} of )?(?:this|our) {_ARTICLE}"
        rf" (?:(?:{_ADVERB} )?{_SAID}|{_WAS} {_CORRECTED}{_NOT_BY_OTHERS})"
    ),
    (
        rf"(?:because of|due to|owing to|as a result of|through|based on) (?:(?:an?|our)"
        rf" (?:\w+[ -]){{0,3}}{_ERROR}|(?:incorrect|inaccurate|erroneous|wrong|outdated)"
        r" (?:information|data|figures))"
        rf"(?: \w+){{0,5}}, [^.]{{0,60}}?(?:versions? of (?:this|our) {_ARTICLE}"
        rf"|(?:of|in|on|from|with|to) (?:this|our) {_PLAIN_ARTICLE}\b"
        rf"|{_THIS_ARTICLE} (?:{_ADVERB} )?{_SAID}|\b(?:article|story|caption"
        rf"|headline)\b[^.]{{0,60}}?"
        r" (?:mis(?!sed\b)\w+ed|\w{4,12}ly (?:said|gave|named|stated|identified)|gave the wrong)\b"
        rf"|\bwe (?:{_ADVERB} )?(?:mis\w+ed|said|gave|reported|published|named|identified)\b)"
    ),
    (
        r"an? (?:article|story|picture caption|caption|obituary|review|column|headline)"
        r"(?: with an article)? (?:on|in) (?:page|today|yesterday|last|the front|mon|tues|wednes"
        r"|thurs|fri|satur|sun)[^.]{0,80}? (?:mis(?!sed\b)\w+ed|misspelt|incorrectly|erroneously"
        r"|inaccurately)\b"
    ),
    rf"{_PART} (?:in|on|with|of|above|accompanying) {_EARLIER} of (?:this|our) {_ARTICLE}\b",
    (
        rf"{_EARLIER} of (?:an?|the) (?:\w+ )?(?:captions?|headline|graphic|chart|map|table)"
        rf" (?:in|on|with|for|to) (?:this|our) {_ARTICLE}\b"
    ),
    (
        rf"{_PSEUDONYM}{_SOME} [^.,:;]{{3,80}} (?:of|in|on|for|to|with|above|accompanying"
        rf"|illustrating) (?:this|our) (?!text|report){_ARTICLE} {_WAS} (?:{_CORRECTED}"
        rf"|(?:removed|replaced"
        rf"|restored)\b){_NOT_BY_OTHERS}"
    ),
    (
        r"the (?:(?:photo|picture|main|image) )?(?:captions?|headline|standfirst|subheading)"
        r"(?: (?:on|of|to|under|for|in|with) the (?:\w+ )?(?:photo|photograph|picture|image|map"
        r"|chart))? (?:(?:has|have)(?: since| now)? been (?:corrected|amended|updated|clarified)"
        rf"(?=[.;:)\]]|$| (?:to (?:correct|clarify|reflect|show|say)|accordingly))|{_WAS}"
        rf" (?:{_CORRECTED}|replaced) (?:since|after) publication)"
    ),
    (
        rf"an? (?:\w+ ){{0,3}}{_ERROR} (?:in|on) (?:the|this|our) (?:\w+ ){{0,2}}(?:paragraph"
        rf"|headline|captions?|standfirst|article|story|post|piece|graphic|map"
        rf"|chart)\b(?! of (?!this|our))[^.:]{{0,40}}"
        rf" (?:has|have)(?: since| now)? been (?:corrected|fixed|amended)\b{_NOT_BY_OTHERS}"
    ),
    # What was said is the subject, and the article comes behind.
    (
        rf"{_SOME} [^.,:;]{{3,80}} (?:was|were) (?:{_WRONGLY} {_GIVEN}|{_GIVEN} {_WRONGLY}"
        rf"|{_MISTOLD}) (?:in {_THIS_ARTICLE}|{_EARLIER} of (?:this|our) {_ARTICLE})\b{_BY_NOBODY}"
    ),
    (
        r"(?![^.:;]{0,80}\b(?:thanks?|grateful|acknowledges?|indebted)\b)[^.:;]{3,140} (?:in|as"
        r"|than) an? (?:earlier|previous|prior) version of this"
        rf" (?:article|post)\b{_NOT_PRINTED}"
    ),
    (
        rf"it was (?:(?:{_WRONGLY} {_GIVEN}|{_ADVERB} {_GIVEN}(?= in \w+ \w+ (?:that|as)\b))"
        rf" in {_THIS_ARTICLE}|(?:{_ADVERB} )?{_GIVEN}"
        rf" {_EARLIER} of (?:this|our) {_ARTICLE})\b"
    ),
    (
        rf"in an? (?:earlier|previous|prior) version, (?:we (?:{_WRONGLY} {_SAID}|{_MISTOLD}"
        rf"|(?:(?:reported|stated) that|gave the wrong)\b)|[^.]{{3,100}}"
        rf" (?:was|were) (?:{_GIVEN} {_WRONGLY}|{_WRONGLY} {_GIVEN}|{_MISTOLD}){_BY_NOBODY})"
    ),
    (
        rf"in this (?:article|story|post), (?:[^.,]{{0,60}}?\b{TOLD_THING}[^.,]{{0,50}}? (?:was"
        rf"|were)"
        r" (?:wrong|incorrect)\b|[^.]{3,80} (?:was|were)"
        rf" (?:{_MISTOLD}|{_GIVEN} {_WRONGLY}|{_WRONGLY} {_GIVEN})\b{_BY_NOBODY})"
    ),
    rf"an? (?:earlier|previous|prior) version (?:{_WRONGLY} {_SAID}|{_MISTOLD})",
    (
        rf"[^.:]{{3,140}}, (?:not|and not|rather than) [^.:]{{1,60}} as (?:we )?(?:was )?"
        rf"(?:{_ADVERB} )?{_GIVEN} (?:{_EARLIER} of (?:this|our) {_ARTICLE}|in {_THIS_ARTICLE})\b"
    ),
    (
        rf"{_PSEUDONYM}(?:an?|the) (?:(?=[^.]{{0,100}} this {_PLAIN_ARTICLE})[^.,]{{3,60}}"
        rf"|[^.,]{{0,40}}?\b{TOLD_THING}[^.,]{{0,40}}?) (?:was|were|ha(?:s|ve) been) (?:removed"
        rf"|deleted"
        rf"|corrected|amended|changed|added) (?:from|in|to) this {_ARTICLE}\b(?! of){_BY_NOBODY}"
    ),
    # The publication speaks in its own name.
    (
        rf"{_PSEUDONYM}we (?:have )?"
        r"(?:removed|deleted|corrected|changed|added|amended|replaced|clarified|updated|revised"
        r"|restored) [^.,]{3,60}"
        rf" (?:from|in|to|on|of) (?:this|our) {_ARTICLE}\b(?! of)"
    ),
    (
        rf"the (?!{INSTITUTION} regret)(?-i:(?:[A-Z]\w+ ){{1,4}})regrets? (?:the|these|any)"
        rf" {_ERROR}(?=\.|$)"
    ),
    (
        rf"in our (?:original|earlier|initial|first|previous) (?:{_PLAIN_ARTICLE}|report),? we"
        rf" (?:{_ADVERB} )?{_SAID}"
    ),
    rf"our {_ARTICLE} (?:of|on|published|dated|about|from|headlined) {_WRONG}",
    rf"(?:on|in) .{{3,40}}?,? we (?:said|reported|wrote|stated|published)\b{_WRONG}",
    (
        r"we (?:have|[’']ve) (?:corrected|amended|updated|clarified|changed|retracted|withdrawn"
        r"|removed)"
        rf" (?:this|the|our) {_ARTICLE}\b(?! of (?!this)| from\b)"
    ),
    (
        r"we (?:incorrectly|wrongly|mistakenly|erroneously) (?:said|reported|stated|wrote|published"
        r"|described|listed|attributed|quoted|spelled|credited|identified|gave|named)\b"
    ),
    (
        rf"we (?:regret|apologi[sz]e for|are sorry for) (?:the|this|these|any|our"
        rf"|an) (?:\w+ )?{_ERROR}"
        rf"(?=\W{{0,3}}$|\.[^\n]{{0,120}}\b(?:article|story|version|report|headline|caption"
        rf"|correct\w+"
        rf"|readers?)\b|,? in (?:an? |the |our |this )(?:\w+ ){{0,4}}{_ARTICLE}"
        rf"|,? in (?:{_EARLIER}))"
    ),
    (
        r"an? (?:correction|clarification) was (?:made|added|issued|appended)"
        rf" (?:to (?:(?:this|our) {_ARTICLE}|the {_PLAIN_ARTICLE}|{_EARLIER}|{_PART})\b"
        rf"|on {_DATE}(?:[.,]{{0,2}} \d{{1,4}}){{0,2}}(?=\.?$|\. |[:;)\]]| (?:to|because)\b)"
        rf"{_NOT_BY_OTHERS})"
    ),
    (
        rf"an? (?:correction|clarification|update|amendment) (?:to|on|about) (?:this"
        rf"|our) {_ARTICLE}"
        r"\b[^:.]{0,40}[:—–]"
    ),
    (
        rf"(?:the )?(?!{INSTITUTION} ha)(?:\w+ ){{1,4}}ha(?:s|ve) (?:retracted"
        r"|corrected|withdrawn|amended|updated)"
        r" (?:this|our) (?:article|story|post|piece)\b(?! of)"
    ),
    (
        rf"(?:(?:this|the) version(?: of (?:this|the|our) {_PLAIN_ARTICLE})?"
        rf"|this {_PLAIN_ARTICLE}) (?:corrects|{_ADVERB} {_SAID})(?= (?:to|that"
        rf"|the (?:spelling(?! errors| mistakes)|name|title"
        r"|headline|byline|day|date|year|age|first|last|figure|number|amount|attribution|quote"
        r"|style"
        r"|location|\w+[’']s)|spelling(?! errors| mistakes)|name|title|headline|byline|paragraph"
        r"|style|\w+[’']s)\b)"
    ),
)

_GATE: Final = (
    rf"version|(?:this|our)\b.{{0,30}}? {_ARTICLE}|the (?:{_PLAIN_ARTICLE}|page)\b|this copy"
    r"|publication| regrets? |\A(?:we |because of |due to |owing to |as a result of |through "
    r"|based on |(?:updated|amended|corrected|modified) (?:on|at) |(?:article|story|post|headline) "
    r"|an? (?:\w+ ){0,3}(?:article|story|caption|obituary|review|column|headline|correction"
    rf"|clarification|update|amendment|{_ERROR})|the (?:\w+ )?(?:caption|headline|standfirst"
    r"|subheading)|(?:on|in) .{3,41}? we )"
)

ENGLISH: Final = Phrases(
    first_words=words(
        "correction corrections clarification clarifications amendment amendments retraction"
        " erratum errata corrigendum amplification editor editors publisher publishers"
        " note update updates updated nb apology corrects refiles clarifies recasts adds removes"
        " fixes deletes"
        " amends edit"
    ),
    small_first_words=words(
        "this the our we an a in earlier previous original prior first because due owing as for"
        " story article headline post amended corrected modified"
        " originally after following since shortly on one through based it photo"
        " two three several some both"
    ),
    stems=(
        *("ersion", "orrect", "mend", "larif", "hanged", "evised", "odifi"),
        *("riginally", "revious", "pdate", "ntially", "mis", "istake", "wrong"),
        *("rroneous", "rror", "etract", "emoved", "eleted", "efiled", "ithdrawn"),
        *("egret", "pologi", "sorry", "was published,", "ublication", "dited"),
        *("xpanded", "taken down", "fixed", "our ", "arlier"),
    ),
    date=_DATE,
    labels=(
        r"corrections?(?: (?:and|&) (?:clarifications?|amplifications?|updates?))?(?: appended|"
        r" added)?"
        r"|clarifications?|amendment|retraction|erratum|errata|corrigendum"
        r"|(?:editor|editors|publisher)[’']?s?[’']? note(?: appended)?|note from the editors?"
    ),
    hints=r"note(?: to (?:our )?readers?)?|nb|for the record|apology|amplification",
    updates=r"updates?|updated(?=.{0,200}[.!)])|edit(?![\])])",
    sentences="|".join(_SENTENCES),
    gate=_GATE,
    itself=(" version of this ",),
    begun=rf"{_EARLIER}\b{_NOT_PRINTED}|we (?:had )?{_ADVERB} {_SAID}",
    bare=(
        rf"{_SOME} [^.,:;]{{3,80}} (?:has|have)(?: since| now)? been (?:corrected|amended"
        rf"|clarified)\b{_NOT_BY_OTHERS}"
        r"|(?:in|on) [^:]{3,40} (?:we|our) (?:\w+ )?(?:said|reported|wrote|stated|published)\b"
        r"|(?:in )?(?:an?|the|our) (?:[\w-]+ ){0,4}?(?:article|story|column|obituary|editorial"
        r"|review|captions?|headline|graphic)\b[^.]{0,120}? (?:gave (?:the wrong|an incorrect)"
        rf"|{_MISTOLD}|{_WRONGLY} {_SAID}|should have (?:said|stated|been)|failed to)"
        rf"|[^.]{{3,160}} as (?:we )?(?:was )?(?:{_ADVERB} )?{_GIVEN}"
        rf" (?:{_EARLIER}|in (?:this|our) {_ARTICLE})\b"
    ),
    bracketed=(
        r"(?:corrects|refiles|clarifies|recasts)\b"
        r"|(?:adds|updates|removes|fixes|deletes|amends) (?=to\b|with\b|throughout|(?:\w+ ){0,2}"
        r"(?:details?|comments?|quotes?|background|analysts?|shares?|spelling|names?|headline"
        r"|paragraphs?|figures?|dates?|dateline|byline|words?|typo|reference|links?|lead|context"
        r"|reaction|response|statement|photos?|pictures?|caption|graphic|attribution)\b)"
    ),
    reported=(
        r", (?!(?:not|and|but|which|who|as|where|when)\b)[^,.]{1,80} (?:said|says|reads|read|wrote"
        r"|recalls|recalled|admits|admitted|explains|explained|jokes|joked|remembers|remembered"
        r"|argues|argued|insists|insisted|complains|complained|laughs|laughed|concedes|conceded"
        r"|told [^,.]{1,30})(?:[.”\"]?$|,)|, (?:said|says|according to|wrote) "
    ),
    explained=(
        r"(?:that|this|such)(?:[’']s| is| was) (?:(?:what|how|why) (?!we\b)"
        r"|the (?:word|title|name|term)\b)|(?:the|a) word (?![\"“‘'])|(?:how to|why)\b"
        r"|[^.,:;]{1,60} is the title of (?:his|her|their|its|an?)\b"
    ),
    corrects=(
        r"\b(?:not|rather than|instead|should|wrong\w*|incorrect\w*|misst\w+|misspel\w+|misid\w+"
        r"|earlier|previous\w*|versions?|article|story|headline|caption"
        r"|paragraph)\b|n[’']t\b"
    ),
    slugs=(r"corrected|correction|clarified|clarification|refiled?|updated?|editor[’']s note"),
)
