"""Names in a text: a cautious guess by capitals, and in Chinese by closed lists."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final
from unicodedata import combining, normalize

from archiver.grade.items import Item
from archiver.grade.lexicon import Lexicon, lexicon
from archiver.grade.lexicon import words as listed
from archiver.grade.openers import LOUD, opens_as_name

ABBREVIATIONS: Final = listed(
    "mr mrs ms dr prof st sen rep gov gen col sgt lt jr sr vs no hr fr bzw ca sra srta mme m"
)
_ENDS: Final = frozenset(".!?:…;•*–—\n")
_OPENERS: Final = frozenset("\"“„«»「『‘'([‚")
_GERMAN_ARTICLES: Final = listed(
    "der die das den dem des ein eine einen einem einer eines kein keine keinen "
    "keinem keiner dieser diese dieses diesen diesem jeder jede jedes jeden sein "
    "seine seinen seinem seiner ihr ihre ihren ihrem ihrer unser unsere alle viele "
    "mehrere einige zwei drei vier fünf zur zum im am vom beim ins ans"
)
_GERMAN_BEFORE: Final = frozenset(
    ["in", "aus", "nach", "bei", "von", "für", "gegen", "mit", "durch"]
)
_GERMAN_SPEAKS: Final = listed(
    "sagte sagt erklärte erklärt betonte betont meinte schrieb forderte fordert "
    "warnte warnt teilte kündigte bestätigte kritisierte"
)
_GERMAN_ENDS: Final = tuple(
    listed("ung heit keit schaft tion tät nis tum ismus ungen heiten keiten schaften tionen en ern")
)
_GERMAN_ADJECTIVES: Final = ("e", "er", "es", "en", "em")
_GERMAN_PHRASES: Final = listed(
    "gefahr kraft angst not haft folge zukunft zeit angaben hause bezug frage verbindung sicht"
    " aussicht arbeit form höhe hand recht ordnung ruhe betrieb bewegung sorge druck vertrag"
    " protest geld glück wasser feuer plan jahr monat tag woche seite teil weg fall grund mitte"
    " schutz pension rente planung kauf verkauf bau abbau ausbau krieg frieden"
)
_GERMAN_PLACES: Final = ("gasse", "straße", "strasse", "allee", "platz", "burg", "dorf", "stadt")
_HAN_SURNAMES: Final = (
    "王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何林高罗羅郑鄭梁谢謝宋唐许許邓鄧韩韓冯馮曹彭曾"
    "肖萧蕭田董袁潘蒋蔣蔡余杜叶葉程苏蘇魏吕呂丁任沈姚卢盧姜崔钟鍾谭譚陆陸汪范金石廖贾賈夏韦韋付方白"
    "邹鄒孟熊秦邱江尹薛闫段雷侯龙龍史陶黎贺賀顾顧毛郝龚龔邵万萬钱錢严嚴武戴莫孔向汤湯"
)
_HAN_SOUNDS: Final = (
    "阿埃艾安奥奧巴拜贝貝比波伯布查达達戴丹德登迪杜多尔爾厄恩法菲费費弗福盖蓋戈格古哈海赫亨霍基吉加杰傑金卡"
    "凯凱科克肯库庫拉莱萊兰蘭劳勞雷里利林龙龍鲁魯卢盧罗羅洛马馬麦麥曼梅米莫默穆娜纳納内內尼努诺諾欧歐帕佩皮普"
    "奇乔喬萨薩塞桑森沙莎施史斯苏蘇索塔泰坦汤湯特图圖托瓦万萬威韦韋维維温溫沃乌烏西希谢謝休雅亚亞扬揚耶伊英尤"
    "约約泽澤詹兹茲朗胡连連京"
)
"""Signs that write the sounds of foreign names."""

_HAN_AFTER: Final = (
    "说|說|表示|称|稱|指出|认为|認為|强调|強調|告诉|告訴|宣布|介绍|透露|回应|回應|补充|補充"
    "|总统|總統|总理|總理|主席|先生|女士|小姐|部长|部長|外长|外長|市长|市長|省长|省長|书记|書記"
    "|局长|局長|教授|博士|院长|院長|发言人|發言人|撰写|撰寫|当选|當選|出任|担任|擔任|、|，|。|和|与"
)
_HAN_TITLES: Final = (
    "总统|總統|总理|總理|主席|部长|部長|外长|外長|市长|市長|省长|省長|书记|書記|局长|局長|教授|博士"
    "|院长|院長|校长|校長|会长|會長|县长|縣長|镇长|鎮長|主任|经理|經理|记者|記者|发言人|發言人|队长"
    "|隊長|教练|教練|律师|律師|医生|醫生|总监|總監|议员|議員|秘书长|秘書長|导演|導演"
)
_HAN_PLACES: Final = (
    "中国|中國|美国|美國|英国|英國|法国|法國|德国|德國|日本|韩国|韓國|朝鲜|朝鮮|俄罗斯|俄羅斯|乌克兰"
    "|烏克蘭|印度尼西亚|印尼|印度|巴基斯坦|伊朗|伊拉克|以色列|巴勒斯坦|叙利亚|敘利亞|土耳其|沙特"
    "|埃及|南非|巴西|墨西哥|加拿大|澳大利亚|澳洲|澳大利亞|新西兰|紐西蘭|意大利|義大利|西班牙|葡萄牙"
    "|荷兰|荷蘭|比利时|比利時|瑞士|瑞典|挪威|芬兰|芬蘭|丹麦|丹麥|波兰|波蘭|希腊|希臘|越南|泰国|泰國"
    "|马来西亚|馬來西亞|新加坡|菲律宾|菲律賓|缅甸|緬甸|欧盟|歐盟|联合国|聯合國|北约|北約|北京|上海"
    "|天津|重庆|重慶|广州|廣州|深圳|杭州|南京|武汉|武漢|成都|西安|香港|澳门|澳門|台湾|台灣|臺灣|台北"
    "|臺北|高雄|台中|臺中|台南|臺南|广东|廣東|广西|廣西|四川|浙江|江苏|江蘇|福建|山东|山東|山西"
    "|河南|河北|湖南|湖北|云南|雲南|贵州|貴州|新疆|西藏|东京|東京|首尔|首爾|莫斯科|华盛顿|華盛頓|纽约"
    "|紐約|伦敦|倫敦|巴黎|柏林|罗马|羅馬|马德里|馬德里|基辅|基輔|苏州|蘇州|青岛|青島|大连|大連"
    "|厦门|廈門|长沙|長沙|郑州|鄭州|沈阳|瀋陽|济南|濟南|哈尔滨|哈爾濱|昆明|合肥|福州|宁波|寧波"
)


@cache
def _han() -> re.Pattern[str]:
    """Compile on first use: only Chinese needs it."""
    return re.compile(
        rf"(?P<place>{_HAN_PLACES})"
        rf"|(?P<dotted>[{_HAN_SOUNDS}]{{1,6}}(?:·[{_HAN_SOUNDS}]{{1,6}})+)"
        rf"|(?<=总统|總統|总理|總理|首相|国王|國王|总裁|總裁)(?P<foreign>[{_HAN_SOUNDS}]{{2,5}})"
        rf"|(?<=总统|總統|总理|總理|主席|部长|部長|外长|外長|市长|市長|局长|局長|教授|校长|校長|主任"
        rf"|经理|經理|记者|記者|律师|律師|教练|教練|议员|議員|博士|院长|院長|队长|隊長|书记|書記)"
        rf"(?P<titled>[{_HAN_SURNAMES}][\u4e00-\u9fff]{{1,2}}?)(?=[^\u4e00-\u9fff]|{_HAN_AFTER}|在|将|將|已|于"
        rf"|於|对|對|的|也|是|被|$)"
        rf"|(?<=总统|總統|总理|總理|主席|部长|部長|外长|外長|市长|市長|局长|局長|教授|校长|校長|主任)"
        rf"(?P<long>[{_HAN_SURNAMES}][\u4e00-\u9fff]{{2}})"
        rf"|(?<=作家|画家|畫家|演员|演員|歌手|选手|選手|市民|司机|司機|船长|船長|工人|居民|村民|学生|學生|老师"
        rf"|老師|球员|球員|门将|門將|前锋|前鋒|女士|先生|专家|專家|学者|學者|经理|經理|主管|负责|負責)"
        rf"(?P<worker>[{_HAN_SURNAMES}][\u4e00-\u9fff]{{1,2}})(?=[^\u4e00-\u9fff]|{_HAN_AFTER}|在|将|將|$)"
        rf"|(?P<address>[\u4e00-\u9fff](?![公铁鐵道马馬网網出上一大小半])[\u4e00-\u9fff]"
        rf"(?:街|路|巷|镇|鎮|村|县|縣|区|區|河|湖|桥|橋|港|岛|島|湾|灣))"
        rf"|(?P<before>[{_HAN_SURNAMES}][\u4e00-\u9fff]{{1,2}}?)(?=(?:{_HAN_AFTER.split('|、')[0]}))"
    )


def names(text: str, tokens: Sequence[str], language: str, *, headed: bool) -> tuple[Item, ...]:
    """Give what looks like a name in `text`, which `tokens` joined give, keyed by its spelling.

    A weak one is only perhaps a name: a German noun behind a preposition, or a capital that opens
    a sentence before another capital. `headed` says that every capital is like one that opens.

    >>> [(item.key, item.weak) for item in names("Mr Ito met", ["Mr", " ", "Ito", " ", "met"], "en",
    ...  headed=False)]
    [('Ito', False)]
    """
    if language == "zh":
        found = _han().finditer(text)
        return (
            *(Item(*hit.span(), hit[0], weak=hit.lastgroup == "address") for hit in found),
            *_capitals(tokens, "en", headed=True),
        )
    return tuple(_capitals(tokens, language, headed=headed or text.isupper()))


def _capitals(tokens: Sequence[str], language: str, *, headed: bool) -> Iterator[Item]:
    place = 0
    before = ""
    fresh = True
    unnamed, small = _unnamed(language), lexicon(language).small_words
    for index, token in enumerate(tokens):
        start, place = place, place + len(token)
        if token.isspace():
            fresh = fresh or "\n" in token
            continue
        key = _elided(token) if "’" in token or "'" in token else ""
        fresh = fresh and not key
        if key or (token[0].isupper() and token[0].isalpha()):
            key = key or name_key(token)
            known = key.lower()
            if known not in unnamed and not (known in small and _is_quiet(key, fresh=fresh)):
                item = Item(start, place, key, fresh=fresh)
                yield from _judged(item, tokens, index, language, headed=headed)
        if token in _OPENERS:
            fresh = True
        elif token in _ENDS:
            fresh = token[0] != "." or not _is_shortened(before)
        else:
            fresh = False
        before = token


def _judged(
    item: Item, tokens: Sequence[str], index: int, language: str, *, headed: bool
) -> Iterator[Item]:
    """Give `item`, the capital tokens[index], with how sure a name it is, or nothing."""
    key, fresh = item.key, item.fresh
    sure = opens_as_name(tokens, index, key, language) if fresh and not headed else None
    if sure is not None:
        yield item._replace(weak=not sure, fresh=not sure)
    elif language == "de" and not (len(key) > 1 and key.isupper()):
        sure = _german(tokens, index, lexicon(language))
        if sure is not None and not (fresh and index < 2):
            yield item._replace(weak=not sure, fresh=False)
    else:
        weak = fresh and not headed and _next_capital(tokens, index)
        yield item._replace(weak=weak, fresh=fresh or headed)


@cache
def _unnamed(language: str) -> frozenset[str]:
    """Give the words that are no names whatever their capital: titles, months, units."""
    known = lexicon(language)
    return known.titles.union(
        known.months, known.weekdays, known.days, known.negations, known.scales, known.units
    )


def _is_quiet(key: str, *, fresh: bool) -> bool:
    """Say whether no capitals make a name of a small word, as they do of `US`."""
    return key not in LOUD if fresh else not key.isupper()


def _elided(token: str) -> str:
    """Give what follows a small word that French elides, where it has a capital: `l’Europe`."""
    hit = _ELIDED.match(token)
    return name_key(token)[hit.end() :] if hit and token[hit.end()].isupper() else ""


_ELIDED: Final = re.compile(r"(?:[ldnsjmtc]|qu|[LDNSJMTC]|Qu)['’](?=[^\W\d_])(?=\w)")
"""What French leaves of a small word before a vowel: `l’Europe`."""


def _is_shortened(word: str) -> bool:
    """Say whether the full stop behind `word` belongs to it: `Mr.`, or the initial of a name."""
    return word.lower() in ABBREVIATIONS or (len(word) == 1 and word.isupper())


def bare(name: str) -> str:
    """Give a name without its accents, full stops and lowered figures: `U.S`, `US`; `CO₂`, `CO2`.

    What only differs in them is the same name, spelled or set otherwise.
    """
    if not name.isascii():
        name = "".join(sign for sign in normalize("NFKD", name) if not combining(sign))
    return name.replace(".", "")


def _next_capital(tokens: Sequence[str], index: int) -> bool:
    return index + 2 < len(tokens) and tokens[index + 1] == " " and tokens[index + 2][0].isupper()


def name_key(token: str) -> str:
    """Give a token without the ending of a genitive.

    >>> name_key("Hale’s")
    'Hale'
    """
    for end in ("'s", "’s", "'", "’"):
        token = token.removesuffix(end)
    return token


def _german(tokens: Sequence[str], index: int, words: Lexicon) -> bool | None:
    """Say how sure a German capital is a name: True, perhaps (False), or none (None).

    Sure: beside another capital, or behind a title, or before a verb of speaking, without an
    article or adjective; perhaps: right behind a preposition, unless it ends as nouns do.
    """
    token = tokens[index]
    before = _word_before(tokens, index)
    after = _next_word(tokens, index)
    if before.lower() in words.titles and before[:1].isupper() and before.lower() != "uhr":
        return True
    beside = index >= 2 and tokens[index - 1] == " " and tokens[index - 2][:1].isupper()
    adjective = _opens_block(tokens, index - 2) and before.endswith(_GERMAN_ADJECTIVES)
    if beside and before.lower() not in words.small_words and not adjective:
        return True
    follows = index + 2 < len(tokens) and tokens[index + 1] == " "
    capital = follows and tokens[index + 2][:1].isupper()
    if token.endswith(_GERMAN_PLACES) and len(token) > len("Hauptplatz") - 2:
        return False
    if before.lower() in _GERMAN_ARTICLES:
        return None
    if capital and tokens[index + 2].lower() not in words.small_words:
        return True
    if after in _GERMAN_SPEAKS:
        return True
    if token.lower() in _GERMAN_PHRASES:
        return None
    if before.lower() in _GERMAN_BEFORE and (
        token.endswith("ien") or not token.endswith(tuple(_GERMAN_ENDS))
    ):
        return False
    return None


def _opens_block(tokens: Sequence[str], index: int) -> bool:
    """Say whether the word at `index` opens a sentence, so that its capital says nothing."""
    before = [word for word in tokens[max(0, index - 2) : max(0, index)] if not word.isspace()]
    return not before or before[-1] in _ENDS or before[-1] in _OPENERS


def _word_before(tokens: Sequence[str], index: int) -> str:
    """Give the word or sign before tokens[index], over one blank."""
    near = tokens[max(0, index - 2) : index]
    return next((token for token in reversed(near) if not token.isspace()), "")


def _next_word(tokens: Sequence[str], index: int) -> str:
    return tokens[index + 2].lower() if index + 2 < len(tokens) else ""
