"""How notices begin in Chinese, in simplified and in traditional signs."""

from typing import Final

from archiver.grade.phrases.shape import Phrases

_LABELS: Final = (
    r"(?:编辑部|編輯部|本报|本報|本刊|本网|本網)?(?:更正|勘误|勘誤|澄清|订正|訂正)"
    r"(?:启事|啟事|说明|說明|声明|聲明|与澄清|與澄清)?(?: ?\d[\d年月日号號时時分点點 ./-]{1,20})?"
    r"|编者按|編者按|编按|編按|编者注|編者註|编辑注|编注|編註|更新说明|更新說明"
)
_THIS_TEXT: Final = r"本文(?![件化学學书書字献獻本])"
"""This article, and no document (本文件) nor culture (文化)."""

_BEFORE: Final = r"早前|先前|此前|之前"
_ARTICLE: Final = (
    rf"(?:{_THIS_TEXT}|本报道|本報道|本報導|本新闻|本新聞|本稿|此文"
    r"|[这這]篇(?:文章|报道|報道|報導))"
)
_EARLIER: Final = (
    rf"(?:{_BEFORE}|较早|較早|早期|最初|最早|前一|上一|初始|原|旧|舊)"
    r"(?:的)?(?:一个|一個)?版本"
)
_CORRECTED: Final = r"(?:更正|修正|修改|修订|修訂|订正|訂正|更新|更改|勘误|勘誤)"
_WRONG: Final = r"(?:[误誤错錯](?!解)|有误|有誤|失实|失實|不实|不實|更正|订正|訂正)"
_PART: Final = (
    r"(?:标题|標題|题目|題目|副标题|副標題|图片说明|圖片說明|图说|圖說|配图|配圖|导语|導語)"
)
_NOT_OTHERS: Final = (
    r"(?!记者|記者|调查|調查|网上|網上|网络|網絡|从|從|了解|获悉|獲悉|发现|發現|当地|當地|该|該"
    r"|称|稱|指出)"
)
"""No word of what a paper found out, or says of others: "本报记者报道，该公司数据不实"."""
_REPORT: Final = r"(?:报道|報道|報導|文章)"

_NOT_YET: Final = r"(?![^。]{0,30}(?:预计|預計|将于|將於|实施|實施|施行|生效))"

_SENTENCES: Final = (
    rf"(?:{_ARTICLE}|文章|报道|報道|報導)(?:的)?{_EARLIER}",
    (
        rf"(?:{_ARTICLE})[^。，将將会會每]{{0,16}}(?:已|曾|经|經|作了|作出|有所)[^。，]{{0,12}}"
        rf"(?:{_CORRECTED}){_NOT_YET}"
    ),
    rf"(?:{_ARTICLE})(?:已)?[于於在][^。，将將会會每]{{0,24}}{_CORRECTED}",
    rf"(?:{_ARTICLE}){_CORRECTED}[：:]",
    rf"(?:{_ARTICLE})原[题題标標][^。]{{0,30}}已{_CORRECTED}",
    r"原文[^。，]{0,10}[误誤](?:[将將写寫植称稱]|把)",
    r"特此(?:更正|致歉|澄清|说明|說明)",
    rf"(?:{_ARTICLE})(?:最[后後近])?{_CORRECTED}[于於在]",
    rf"(?:{_ARTICLE})(?:曾|原)?[^。，]{{0,6}}(?:误[写称植将记載载]|誤[寫稱植將記載])",
    rf"{_EARLIER}(?:的)?(?:本文|文章|报道|報道|報導|{_PART})",
    rf"{_EARLIER}[^。]{{0,30}}?(?:[误誤错錯][写寫称稱植记記]|现已更正|現已更正|特此更正)",
    (
        rf"(?:由于|由於|因)[^。，,]{{0,12}}(?:失误|失誤|错误|錯誤|疏忽|疏失|疏漏|笔误|筆誤)[，,][^。]{{0,30}}"
        rf"(?:{_ARTICLE}|本报|本報|本刊|本网|本網)[^。]{{0,30}}?{_WRONG}"
    ),
    (
        rf"(?:{_ARTICLE}|文章|报道|報道|報導)?(?:的)?{_PART}(?:现已|現已|已经|已經|已)"
        rf"(?:[于於][^。，]{{1,16}})?{_CORRECTED}"
    ),
    (
        r"(?:致歉|道歉)(?:声明|聲明|启事|啟事|说明|說明)?[:：](?=[^\n]{0,100}"
        r"(?:本报|本報|本刊|本网|本網|本站|编辑部|編輯部|报道|報道|報導|文章))"
    ),
    (
        rf"(?:本报|本報|本刊|本网|本網|本站)(?:{_NOT_OTHERS}[^。，,]){{0,40}}"
        rf"(?:{_REPORT}(?:{_NOT_OTHERS}[^。，,]){{0,16}}"
        # An article that is named may have its fault told behind a comma.
        rf"|(?:一文|[》」]{_REPORT}?|{_REPORT}中)(?:{_NOT_OTHERS}[^。]){{0,40}})"
        r"(?:失实|失實|有误|有誤|不实|不實)"
    ),
)

CHINESE: Final = Phrases(
    first_words=frozenset(),
    small_first_words=frozenset(),
    stems=(
        *(
            "更正",
            "误",
            "誤",
            "勘",
            "订正",
            "訂正",
            "澄清",
            "更新",
            "修",
            "更改",
            "版本",
            "编",
            "編",
        ),
        *("失实", "失實", "不实", "不實", "致歉", "道歉"),
    ),
    date=r"\d{1,4}[年月日:./-]",
    labels=_LABELS,
    hints=r"注|註|附注|附註|备注|備註|说明|說明|提示|小编注|小編註",
    updates=r"更新(?=[^\n]{0,120}[。！；])",
    sentences="|".join(_SENTENCES),
    bare=rf"{_EARLIER}",
    bracketed=r"(?!)",
    reported=r"[，,][^，。]{1,12}(?:说|說|表示|指出|称|稱)(?:[。：:]|$)",
    slugs="更正|更新|勘误|勘誤|澄清",
)

FIRST_SIGNS: Final = frozenset(
    "更勘澄订訂编編本此文先之早较較最前初原旧舊由因注註附备備说說提小致道标標题題副图圖配导導这這报報文新特上"
)
"""With what a notice can begin: most blocks begin otherwise, and are done with."""
