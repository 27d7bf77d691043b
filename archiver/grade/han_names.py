"""Chinese names, which have no capitals: closed lists of places, surnames and sounds."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from archiver.grade.han_places import PLACES
from archiver.grade.items import Item
from archiver.grade.patterns import words as listed

_SURNAMES: Final = (
    "王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何林高罗羅郑鄭梁谢謝宋唐许許邓鄧韩韓冯馮曹彭曾"
    "肖萧蕭田董袁潘蒋蔣蔡余杜叶葉程苏蘇魏吕呂丁任沈姚卢盧姜崔钟鍾谭譚陆陸汪范金石廖贾賈夏韦韋付方白"
    "邹鄒孟熊秦邱江尹薛闫段雷侯龙龍史陶黎贺賀顾顧毛郝龚龔邵万萬钱錢严嚴武戴莫孔向汤湯"
)
_SOUNDS: Final = (
    "阿埃艾安奥奧巴拜贝貝比波伯布查达達戴丹德登迪杜多尔爾厄恩法菲费費弗福盖蓋戈格古哈海赫亨霍基吉加杰傑金卡"
    "凯凱科克肯库庫拉莱萊兰蘭劳勞雷里利林龙龍鲁魯卢盧罗羅洛马馬麦麥曼梅米莫默穆娜纳納内內尼努诺諾欧歐帕佩皮普"
    "奇乔喬萨薩塞桑森沙莎施史斯苏蘇索塔泰坦汤湯特图圖托瓦万萬威韦韋维維温溫沃乌烏西希谢謝休雅亚亞扬揚耶伊英尤"
    "约約泽澤詹兹茲朗胡连連京"
)
"""Signs that write the sounds of foreign names."""

_AFTER: Final = (
    "说|說|表示|称|稱|指出|认为|認為|强调|強調|告诉|告訴|宣布|介绍|透露|回应|回應|补充|補充"
    "|总统|總統|总理|總理|主席|先生|女士|小姐|部长|部長|外长|外長|市长|市長|省长|省長|书记|書記"
    "|局长|局長|教授|博士|院长|院長|发言人|發言人|撰写|撰寫|当选|當選|出任|担任|擔任|、|，|。|和|与"
)
_COMMON: Final = listed(
    "王室国子后妃储朝 黄色昏河牛海金 周围边期年日末一二三四五六岁遭报 孙子女儿辈 马上路车匹戏夫刺 "
    "胡乱说同 何苦况必处以等时不人事种妨地年方 林业区场地木产农農权户草 高层中一二三僧材徒参寒管官"
    "兴度级校考手等于大温出低效呼尚声压举涨产档空亢端程分处职贵额铁检价炮龄薪唱楼教调烧热发论估难"
    "喊叫票阶速地新明原 罗列 郑重 谢绝罪意幕 唐突朝代人 宋朝代体 许多久可是诺愿下 韩国媒方语 曾经"
    "多公明一再对向在于是有因就先两三几被任为以反也 陈述情 肖像 萧条 田地间径 董监事 余下人名万年"
    "家音 杜绝 叶片 程序度 苏联方区 任何务命意性期职教由一选内部局总校省市主县 陆客媒续军上地战 范"
    "围例本畴 金融属额牌价管监主库币条 石油头化材匠 夏天季日朝 付出款费给 方面法式向案针便才程形略"
    "阵位言可圆士 白皮宫色天人领酒银费话 秦朝代俑 江边面南西北东山湖水 段落子 雷达电暴声 龙虾舟"
    "头 史学料书前上实官 陶瓷器工俑 贺电 顾问客虑及 毛笔病利孩 万名元人家一众千分般里事国 钱款包币"
    "财庄 严重格肃厉峻密谨禁惩防正词令守 武馆装器警术力官士 熊孩 莫非名大不过 孔隙 向前来往上导下"
    "记媒公众外警法大全新社市政他她我其当国民家本各有对观居游村读听乘旅顾客嘉学员群业住网患现围校"
    "企职商人小孩老用投参与每广中两该多觀遊讀聽網現該參 徐徐 钟头情点表 黎明 侯任"
)
"""Each a surname, and behind it the signs that make a common word of it: 高层 (leadership)."""

_GIVEN: Final = "国子妃海金明新地原可士东南西北山军女年力方实本当"
"""Signs of _COMMON that open many a given name: 王国 is a kingdom, 王国强 a man."""

_NEVER: Final = "的了是在他她它我你您们這这那也都还還又就被把让讓对對从從吗嗎吧呢啊麼更很最再只纷紛"
"""Signs that no given name holds: a particle, a pronoun or an adverb stands there."""

_KINDS: Final = (
    "(?:商业|商業|居民|住宅|工业|工業|商务|商務|开发|開發|高新|生活|办公|辦公|风景|風景|旅游|旅遊|度假"
    "|保护|保護|自治|老城|新城|主城|中心|核心|工作|服务|服務|休息|候车|候車|候机|候機|观众|觀眾|隔离|隔離"
    "|军事|軍事|作战|作戰|冲突|衝突|受灾|受災|重灾|重災|贫困|貧困|缓冲|緩衝|安全|危险|危險|污染|用餐|吸烟"
    "|停车|停車|养殖|養殖|种植|種植|示范|示範|试验|試驗|合作|经济|經濟|保税|保稅|贫民|貧民)[区區]"
    "|(?:步行|美食|小吃|酒吧|古玩|购物|購物|商业|商業)街"
    "|(?:高速|柏油|水泥|乡村|鄉村|盘山|盤山|石板|泥土|十字|丁字|交叉)路"
    "|(?:城中|贫困|貧困|示范|示範|自然|行政|农业|農業|渔业|漁業)村|(?:贫困|貧困|示范|示範|自治)[县縣]"
    "|(?:立交|高架|人行|斜拉|木板|石板|独木|獨木)[桥橋]|(?:护城|護城|人工)[河湖]"
    "|(?:自由|深水|避风|避風|中转|中轉)港|(?:无人|無人)[岛島]"
)
"""What is of a kind, and no address: 商业区 (shopping district)."""

_NEVER_LAST: Final = (
    "地局部人者家们們方上次区區县縣市省镇鎮村厅廳院队隊组組社处處署校厂廠场場会會团團"
    "则則率时時匠街父媳"
)
"""Signs that end no given name: 林业局 is an office, 曾多次 a count."""

_STARTS: Final = (
    "人长長家者师師员員手民生士授记記理席官监監裁董工星帅帥总總商委友父母妻夫儿兒女子兄弟姐妹哥弟姨叔爷"
    "爺奶孩警兵将將帝王后後君客主代的与與和及跟同对對给給让讓由如据據但而因是叫名像悉闻聞天日晚午时時末"
    "初间間说說称稱前年月中外此以过過然果当當部被向替为為知道"
    "板令使任犯告居众眾学學练練机機书書播相领領娘徒伴童翁婆傅"
)
"""Signs behind which a name may begin: a role, a time, a conjunction; no pronoun and no adverb."""

_OTHER: Final = (
    "莊體疇亂亞來倫傑價儲兒內兩凱劉務勞區厲吳呂員問喬嚴國圍圓圖報場壓奧孫學宮實寧寫對導層屬島師幣幾"
    "庫廈廣張強後徑慮慶應懲戰戲揚擔敘於時書會東條楊業樓檔檢歐歲況湯溫漢漲澤濟濱瀋灣為烏熱燒爲"
    "爾產當發監盧祕種稱範約納紐級紹絕給統經維緬練縣總續羅義聯聲職肅臘臺與興舉茲華萊萬葉蓋蔣蕭"
    "薩蘇蘭處衆術補裝託記許訴詞話認語說調論諾謝謹譚議貝財貴費賀賈賓趙車軍輔輩連過達選邊鄒鄧鄭"
    "醫針銀錢鍾鎮鐵長門閆間陣陳陸陽隊階難雲電韋韓頓領頭額願顧馬馮魯鮮麥黃齡龍龔"
    "贊岡剛別愛脫撾陝遼騰訊軟豐寶積黨"
)
_SIMPLE: Final = (
    "庄体畴乱亚来伦杰价储儿内两凯刘务劳区厉吴吕员问乔严国围圆图报场压奥孙学宫实宁写对导层属岛师币几"
    "库厦广张强后径虑庆应惩战戏扬担叙于时书会东条杨业楼档检欧岁况汤温汉涨泽济滨沈湾为乌热烧为"
    "尔产当发监卢秘种称范约纳纽级绍绝给统经维缅练县总续罗义联声职肃腊台与兴举兹华莱万叶盖蒋萧"
    "萨苏兰处众术补装托记许诉词话认语说调论诺谢谨谭议贝财贵费贺贾宾赵车军辅辈连过达选边邹邓郑"
    "医针银钱钟镇铁长门闫间阵陈陆阳队阶难云电韦韩顿领头额愿顾马冯鲁鲜麦黄龄龙龚"
    "赞冈刚别爱脱挝陕辽腾讯软丰宝积党"
)
"""The signs of the lists above that have two forms, and their simplified ones."""

_FOLD: Final = str.maketrans(_OTHER, _SIMPLE)
_FORMS: Final = str.maketrans(
    {simple: simple + other for other, simple in zip(_OTHER, _SIMPLE, strict=True)}
)


def _surname() -> str:
    """Give the pattern of a surname that opens no common word, in either script."""
    common = []
    for word in sorted(_COMMON):
        first, seconds = word[0].translate(_FORMS), word[1:]
        sure = "".join(sign for sign in seconds if sign not in _GIVEN)
        common += [f"[{first}][{sure.translate(_FORMS)}]"] if sure else []
        common.append(f"[{first}][{seconds.translate(_FORMS)}](?:{_AFTER})")
    return f"(?=[{_SURNAMES}])(?!{'|'.join(common)})."


@cache
def _pattern() -> re.Pattern[str]:
    """Compile on first use: only Chinese needs it."""
    surname = _surname()
    sign = rf"(?![{_NEVER}])[\u4e00-\u9fff]"
    end = f"(?<![{_NEVER_LAST}])"
    return re.compile(
        rf"(?P<place>{PLACES})"
        rf"|(?P<dotted>[{_SOUNDS}]{{1,6}}(?:·[{_SOUNDS}]{{1,6}})+)"
        rf"|(?<=总统|總統|总理|總理|首相|国王|國王|总裁|總裁)(?P<foreign>[{_SOUNDS}]{{2,5}})"
        rf"|(?<=总统|總統|总理|總理|主席|部长|部長|外长|外長|市长|市長|局长|局長|教授|校长|校長|主任"
        rf"|经理|經理|记者|記者|律师|律師|教练|教練|议员|議員|博士|院长|院長|队长|隊長|书记|書記)"
        rf"(?P<titled>{surname}(?:{sign}){{1,2}}?){end}(?=[^\u4e00-\u9fff]|{_AFTER}|在|将|將|已|于"
        rf"|於|对|對|的|也|是|被|$)"
        rf"|(?<=总统|總統|总理|總理|主席|部长|部長|外长|外長|市长|市長|局长|局長|教授|校长|校長|主任)"
        rf"(?P<long>{surname}(?:{sign}){{2}}){end}"
        rf"|(?<=作家|画家|畫家|演员|演員|歌手|选手|選手|市民|司机|司機|船长|船長|工人|居民|村民|学生|學生|老师"
        rf"|老師|球员|球員|门将|門將|前锋|前鋒|女士|先生|专家|專家|学者|學者|经理|經理|主管|负责|負責)"
        rf"(?P<worker>{surname}(?:{sign}){{1,2}}){end}(?=[^\u4e00-\u9fff]|{_AFTER}|在|将|將|$)"
        rf"|(?P<address>(?!{_KINDS})[\u4e00-\u9fff]"
        rf"(?![公铁鐵道马馬网網出上一大小半地社校全各该該的在到回向给給之条條个個座片])[\u4e00-\u9fff]"
        rf"(?:街|路|巷|镇|鎮|村|县|縣|区|區|河|湖|桥|橋|港|岛|島|湾|灣)(?<!台[湾灣])(?<!臺灣)(?<!香港)(?<!青[岛島]))"
        rf"|(?:(?<![^\W\d_])|(?<=[{_STARTS}])|(?<=周[一二三四五六]))"
        rf"(?P<before>{surname}(?:{sign}){{1,2}}?){end}(?=(?:{_AFTER.split('|、')[0]}))"
    )


def han_names(text: str) -> Iterator[Item]:
    """Give the names in `text`, keyed by their simplified signs; an address is a weak one.

    >>> [item.key for item in han_names("王毅說，他高興地說，臺灣")]
    ['王毅', '台湾']
    """
    for hit in _pattern().finditer(text):
        yield Item(*hit.span(), hit[0].translate(_FOLD), weak=hit.lastgroup == "address")
