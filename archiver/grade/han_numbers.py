"""Chinese numbers: their value, the signs beside them, and the words that hold none."""

import re
from typing import Final

from archiver.grade.patterns import one_of

SCALES: Final = {
    "十": 10,
    "百": 100,
    "千": 1000,
    "万": 10**4,
    "萬": 10**4,
    "亿": 10**8,
    "億": 10**8,
}
DIGITS: Final = {sign: n for n, sign in enumerate("零一二三四五六七八九")} | {
    "〇": 0,
    "两": 2,
    "兩": 2,
}
COUNTED: Final = (
    "人名岁歲年月日天周时時点點分秒元块塊美欧歐英倍成家次号號位件项項辆輛架艘枚座所届屆场場"
    "例起票度米公吨噸层層级級只隻条條张張份楼樓栋棟间間章页頁集届屆轮輪期"
)
"""Signs a lone Chinese figure stands before where it counts something."""

SAID: Final = {
    **{f"首{sign}": "1" for sign in "次个個届屆位名批季"},
    **dict.fromkeys(["次日", "翌日"], "2"),
    **{f"半{sign}": "1/2" for sign in "个個年天月数數价價"},
    **dict.fromkeys(["半小时", "半小時", "一半"], "1/2"),
    **dict.fromkeys(["一刻钟", "一刻鐘"], "15"),
    **dict.fromkeys(["三刻钟", "三刻鐘"], "45"),
    **{
        f"{sign}成": f"{n}0%"
        for sign, n in zip("一二三四五六七八九两兩", "12345678922", strict=True)
    },
}
"""Words for a number, which count only where another stands in their place."""

_NO_TENTHS: Final = "为為立员員功了长長就绩績人年分本熟型果品色名交都效语語"
"""Signs behind 成 that make it another word: 三成为 is no three tenths."""

_IDIOMS: Final = (
    "万一 萬一 万分 萬分 万岁 萬歲 万千 萬千 百度 百分点 百分點 百分比 百分制 千家万户"
    " 千家萬戶 万家灯火 萬家燈火 一五一十 七上八下 七七八八 乱七八糟 亂七八糟 十之八九"
    " 十有八九 三五成群 三三两两 三三兩兩 三番五次 三番两次 三番兩次 四分五裂 四面八方"
    " 五花八门 五花八門 不管三七二十一 三位一体 三位一體 四人帮 四人幫 二人转 二人轉 二次元"
    " 三次元 三分球 成千上万 成千上萬 千千万万 千千萬萬 亿万富翁 億萬富翁 百万富翁 百萬富翁"
    " 十一长假 十一長假 十一假期 十一黄金周 双十一 雙十一 九一八 二元论 两点论 三点式 第一时间"
    " 第一時間 第一线 第一線 第一夫人 第三方 第三者 第三国 第三國 十全十美 九死一生 七情六欲"
    " 万众一心 萬眾一心 独一无二 獨一無二 说一不二 略知一二 一成不变 一成不變 一二·九 三轮车 三輪車"
)
"""Words in which a numeral letter counts nothing."""

_DAYS: Final = "五一 六一 七一 八一 三八 五四"
"""Holidays called by their month and day."""

_NUMERAL: Final = "〇零一二三四五六七八九十百千万萬亿億两兩"

IDIOM: Final = (
    rf"(?:{one_of(_IDIOMS.split())}"
    rf"|(?:{one_of(_DAYS.split())})(?![{_NUMERAL}\d个個人名年天点點时時岁歲])"
    r"|(?<![点點时時\d])十分(?![之钟鐘鍾])"
    r"|千[万萬](?=[别別不要记記小注勿莫可])"
    r"|四[周週](?![年内內后後前的以间間]))"
)
"""What holds no number, though it has its signs."""

_MORNING: Final = "上午 早上 早晨 清晨 凌晨 清早"
_AFTERNOON: Final = "下午 午后 午後 傍晚 中午"
_NIGHT: Final = "晚上 晚间 晚間 夜晚 夜里 夜裡 夜间 夜間 深夜 半夜"
_DAYTIMES: Final = one_of(f"{_MORNING} {_AFTERNOON} {_NIGHT}".split())

BEFORE: Final = (
    rf"(?:(?P<daytime>{_DAYTIMES}) ?)?"
    r"(?P<below>零下|(?<![肩担擔自欺胜勝抱辜背身承\d])[负負])?"
    rf"(?:(?P<share>[{_NUMERAL}]{{1,4}})分之)?"
    r"(?P<about>(?<![人总總次件岁歲])[数數几幾](?=[十百千万萬亿億]))?"
)
"""What may stand before a number and is read with it."""

NUMERAL: Final = (
    rf"一半(?!天)|[一三]刻[钟鐘]|[一二三四五六七八九两兩]成(?![{_NO_TENTHS}])"
    rf"|第?[{_NUMERAL}]+|{one_of(word for word in SAID if not word.endswith('成'))}"
)
MORE: Final = "[多余餘]?(?P<more>[万萬亿億]*)"
"""What may stand between a number and its unit, as in 三千多万元."""


def value(text: str) -> int:
    """Give the value of Chinese numerals.

    >>> value("三百二十"), value("二〇二四"), value("两亿"), value("一亿五千万")
    (320, 2024, 200000000, 150000000)
    """
    if all(sign in DIGITS for sign in text):
        return int("".join(str(DIGITS[sign]) for sign in text))
    total = section = thousands = current = 0
    for sign in text:
        scale = SCALES.get(sign, 0)
        if not scale:
            current = DIGITS[sign]
        elif scale < 10**4:
            thousands, current = thousands + (current or 1) * scale, 0
        elif scale == 10**4:
            section, thousands, current = (section + thousands + current) * scale, 0, 0
        else:
            total = (total + section + thousands + current) * scale
            section = thousands = current = 0
    return total + section + thousands + current


def half_of_day(daytime: str, hour: str) -> str:
    """Give `am` or `pm` for `hour` of a part of the day: at night it turns at twelve."""
    if daytime in _MORNING:
        return "am"
    if daytime in _NIGHT and (hour in {"0", "12"} or (len(hour) == 1 and hour < "6")):
        return "am"
    return "pm"


CLOCK: Final = re.compile(r"[点點时時:：]")
"""What stands behind an hour."""

WORDS: Final = frozenset(
    {*_NUMERAL, *"第成刻数數几幾负負多余餘首次翌半", *"上下午早晚凌清晨傍夜深"}
)
"""Signs that may belong to a number."""
