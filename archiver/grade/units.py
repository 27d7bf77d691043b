"""Units and currencies by language: each spelling with what it is counted as."""

from collections.abc import Mapping
from functools import cache
from typing import Final

from archiver.grade.patterns import words

CURRENCIES: Final = words(
    "$ € £ ¥ 元 ₽ ₹ ₩ ₺ pesos francs kronor yuan dinars dirhams riyals złoty shekels reais hryvnia"
    " baht ringgit rupiah soles cents HK$ NT$ A$ C$ NZ$ đồng quetzales lempiras colones bolívares"
    " naira"
)
"""Spellings that stand for money: a part of the number, where a measure only goes with it."""

DOLLARS: Final = ("US", "A", "C", "NZ", "HK", "NT")
"""What says whose dollar it is, before the sign."""

CURRENCY_CODES: Final = ("USD", "EUR", "GBP", "CHF", "CNY", "RMB")

TIMES: Final = words("y mo w d h min s dec century clock")
"""Keys of stretches of time."""

RATES: Final = frozenset("%‰")
"""Signs that are a part of the number too."""


def _keyed(text: str) -> Mapping[str, str]:
    """Read keys with their spellings, parted by bars; `_` is a blank, which may be a hyphen too."""
    found: dict[str, str] = {}
    for item in text.split():
        key, _, spellings = item.partition("=")
        for word in spellings.split("|"):
            found[word.replace("_", " ")] = key
            found[word.replace("_", "-")] = key
    return found


SYMBOLS: Final = _keyed(
    "km=km m=m cm=cm mm=mm kg=kg g=g mg=mg µg=µg|μg|mcg t=t l=l ml=ml cl=cl ha=ha"
    " km2=km²|km2|sq_km m2=m²|m2|sq_m m3=m³|m3 ft=ft mph=mph km/h=km/h|kph|kmh kW=kw MW=mw"
    " GW=gw TW=tw kWh=kwh MWh=mwh GWh=gwh TWh=twh kB=kb MB=mb GB=gb TB=tb Hz=hz kHz=khz"
    " MHz=mhz GHz=ghz h=h min=min °C=°c|°_c °F=°f|°_f"
)
"""Written alike in every language."""

_ENGLISH: Final = _keyed(
    "%=percent|per_cent|pc $=dollars|dollar €=euros|euro £=pounds|pound|quid ¥=yen"
    " ₽=rubles|ruble|roubles|rouble ₹=rupees|rupee ₺=lira|liras yuan=yuan|renminbi"
    " pesos=pesos|peso francs=francs|franc kronor=kronor|kroner|krona|krone|crowns"
    " dinars=dinars|dinar dirhams=dirhams|dirham riyals=riyals|riyal|rials|rial"
    " złoty=zloty|zlotys shekels=shekels|shekel reais=reais hryvnia=hryvnia|hryvnias baht=baht"
    " ringgit=ringgit rupiah=rupiah cents=cents|cent|pence"
    " pp=percentage_points|percentage_point bp=basis_points|basis_point|bps|bp y=years|year|yrs|yr"
    " mo=months|month w=weeks|week d=days|day h=hours|hour|hrs|hr min=minutes|minute|mins"
    " s=seconds|second|secs dec=decades|decade century=centuries|century clock=o’clock|o'clock"
    " km=kilometres|kilometers|kilometre|kilometer|kms m=metres|meters|metre|meter"
    " cm=centimetres|centimeters|centimetre|centimeter"
    " mm=millimetres|millimeters|millimetre|millimeter mi=miles|mile ft=feet|foot"
    " in=inches|inch yd=yards|yard nmi=nautical_miles|nautical_mile"
    " km2=square_kilometres|square_kilometers m2=square_metres|square_meters mi2=square_miles"
    " ft2=square_feet|sq_ft m3=cubic_metres|cubic_meters ac=acres|acre ha=hectares|hectare"
    " kg=kilograms|kilogrammes|kilogram|kilogramme|kilos|kilo g=grams|grammes|gram|gramme"
    " mg=milligrams|milligram µg=micrograms|microgram t=tonnes|tonne ton=tons|ton lb=lbs|lb"
    " oz=ounces|ounce|oz st=stone l=litres|liters|litre|liter"
    " ml=millilitres|milliliters|millilitre|milliliter gal=gallons|gallon pt=pints|pint"
    " bbl=barrels|barrel W=watts|watt kW=kilowatts|kilowatt MW=megawatts|megawatt"
    " GW=gigawatts|gigawatt TW=terawatts|terawatt kWh=kilowatt_hours|kilowatt_hour"
    " MWh=megawatt_hours|megawatt_hour GWh=gigawatt_hours|gigawatt_hour V=volts|volt"
    " kB=kilobytes|kilobyte MB=megabytes|megabyte GB=gigabytes|gigabyte TB=terabytes|terabyte"
    " mph=miles_an_hour|miles_per_hour kn=knots|knot °=degrees|degree"
    " °C=degrees_celsius|degrees_c|celsius"
    " °F=degrees_fahrenheit|degrees_f|fahrenheit km/h=kilometres_an_hour|kilometers_an_hour"
    "|kilometres_per_hour|kilometers_per_hour|km_per_hour|km_an_hour quetzales=quetzals|quetzal"
    " lempiras=lempiras|lempira colones=colones bolívares=bolivars|bolívars naira=naira"
)

_GERMAN: Final = _keyed(
    "%=prozent €=euro|euros $=dollar £=pfund ¥=yen ₽=rubel ₹=rupien ₺=lira yuan=yuan"
    " pesos=pesos|peso francs=franken kronor=kronen złoty=zloty cents=cent"
    " pp=prozentpunkte|prozentpunkten|prozentpunkt bp=basispunkte|basispunkten"
    " y=jahre|jahren|jahr|jahres mo=monate|monaten|monat|monats w=wochen|woche"
    " d=tage|tagen|tag|tages h=stunden|stunde|std min=minuten|minute s=sekunden|sekunde"
    " dec=jahrzehnte|jahrzehnten|jahrzehnt century=jahrhunderte|jahrhunderten|jahrhundert"
    " clock=uhr"
    " km=kilometer|kilometern m=meter|metern cm=zentimeter|zentimetern"
    " mm=millimeter|millimetern mi=meilen|meile km2=quadratkilometer|quadratkilometern"
    " m2=quadratmeter|quadratmetern m3=kubikmeter|kubikmetern ha=hektar"
    " km/h=stundenkilometer|stundenkilometern kg=kilogramm|kilo|kilos g=gramm mg=milligramm"
    " µg=mikrogramm t=tonnen|tonne l=liter|litern ml=milliliter W=watt kW=kilowatt MW=megawatt"
    " GW=gigawatt TW=terawatt kWh=kilowattstunden MWh=megawattstunden GWh=gigawattstunden"
    " MB=megabyte GB=gigabyte TB=terabyte °=grad °C=grad_celsius|celsius"
    " °F=grad_fahrenheit|fahrenheit km/h=kilometer_pro_stunde|kilometern_pro_stunde|km_pro_stunde"
    " mph=meilen_pro_stunde kn=knoten quetzales=quetzal lempiras=lempira|lempiras naira=naira"
)

_FRENCH: Final = _keyed(
    "%=pour_cent €=euros|euro $=dollars|dollar £=livres ¥=yens|yen ₽=roubles|rouble"
    " ₹=roupies|roupie yuan=yuans|yuan pesos=pesos francs=francs|franc kronor=couronnes"
    " dinars=dinars|dinar cents=centimes|centime pp=points_de_pourcentage bp=points_de_base"
    " y=ans|an|années|année mo=mois w=semaines|semaine d=jours|jour h=heures|heure"
    " min=minutes|minute s=secondes|seconde dec=décennies century=siècles|siècle"
    " km=kilomètres|kilomètre m=mètres|mètre cm=centimètres|centimètre"
    " mm=millimètres|millimètre mi=miles ft=pieds km2=kilomètres_carrés|km_carrés"
    " m2=mètres_carrés|mètre_carré m3=mètres_cubes ha=hectares|hectare"
    " kg=kilogrammes|kilogramme|kilos|kilo g=grammes|gramme mg=milligrammes|milligramme"
    " µg=microgrammes|microgramme t=tonnes|tonne l=litres|litre ml=millilitres W=watts|watt"
    " kW=kilowatts|kilowatt MW=mégawatts|mégawatt GW=gigawatts|gigawatt °=degrés|degré"
    " °C=degrés_celsius|celsius °F=degrés_fahrenheit|fahrenheit kn=nœuds|nœud|noeuds"
    " km/h=kilomètres_à_l’heure|kilomètres_à_l'heure|km_à_l’heure|km_à_l'heure"
    "|kilomètres_par_heure|kilomètres-heure mph=miles_à_l’heure|miles_à_l'heure|miles_par_heure"
    " quetzales=quetzals|quetzales lempiras=lempiras naira=nairas"
)

_SPANISH: Final = _keyed(
    "%=por_ciento €=euros|euro $=dólares|dólar £=libras ¥=yenes|yen ₽=rublos|rublo"
    " ₹=rupias|rupia yuan=yuanes|yuan pesos=pesos|peso francs=francos|franco kronor=coronas"
    " soles=soles cents=céntimos|centavos pp=puntos_porcentuales"
    " bp=puntos_básicos y=años|año mo=meses|mes w=semanas|semana d=días|día h=horas|hora"
    " min=minutos|minuto s=segundos dec=décadas|década century=siglos|siglo km=kilómetros|kilómetro"
    " m=metros|metro cm=centímetros|centímetro mm=milímetros|milímetro mi=millas|milla ft=pies"
    " km2=kilómetros_cuadrados m2=metros_cuadrados m3=metros_cúbicos ha=hectáreas|hectárea"
    " kg=kilogramos|kilogramo|kilos|kilo g=gramos|gramo mg=miligramos|miligramo"
    " µg=microgramos|microgramo t=toneladas|tonelada l=litros|litro ml=mililitros"
    " W=vatios|vatio kW=kilovatios|kilovatio MW=megavatios|megavatio GW=gigavatios|gigavatio"
    " °=grados|grado °C=grados_celsius|grados_centígrados|celsius °F=grados_fahrenheit|fahrenheit"
    " km/h=kilómetros_por_hora|km_por_hora|kilómetros_a_la_hora mph=millas_por_hora kn=nudos|nudo"
    " quetzales=quetzales|quetzal lempiras=lempiras|lempira colones=colones bolívares=bolívares"
    " naira=nairas"
)

_CHINESE: Final = _keyed(
    "元=元|人民币|人民幣|元人民币|元人民幣|圆|圓 $=美元|美金 €=欧元|歐元 £=英镑|英鎊"
    " ¥=日元|日圆|日圓 HK$=港元|港币|港幣 NT$=新台币|新台幣|新臺幣|台币|台幣|臺幣"
    " A$=澳元|澳币|澳幣 C$=加元|加币|加幣 NZ$=新西兰元|紐元|纽元 ₩=韩元|韓元|韩圆|韓圜"
    " ₽=卢布|盧布 ₹=卢比|盧比 ₺=里拉 francs=瑞士法郎|瑞郎|法郎 kronor=克朗 pesos=比索"
    " baht=泰铢|泰銖 đồng=越南盾 y=年 d=天 mo=个月|個月"
    " w=周|週|星期|个星期|個星期|礼拜|禮拜|个礼拜|個禮拜 h=小时|小時|个小时|個小時"
    " min=分钟|分鐘 s=秒|秒钟|秒鐘 anniversary=周年|週年 grade=年级|年級 decades=年代"
    " age=岁|歲 km=公里|千米 m=米|公尺 cm=厘米|公分|釐米 mm=毫米|公釐 mi=英里|英哩 nmi=海里|浬"
    " ft=英尺|英呎 in=英寸|英吋 m2=平方米|平方公尺|平米 km2=平方公里|平方千米"
    " m3=立方米|立方公尺 ha=公顷|公頃 mu=亩|畝 kg=公斤|千克 jin=斤 g=克|公克 mg=毫克 µg=微克"
    " carat=克拉 t=吨|噸|公吨|公噸 lb=磅 oz=盎司 l=升|公升 ml=毫升 W=瓦|瓦特 kW=千瓦 MW=兆瓦"
    " GW=吉瓦 kWh=千瓦时|千瓦時 °=度 °C=摄氏度|攝氏度 pp=个百分点|個百分點 bp=个基点|個基點"
)

_UNITS: Final = {
    "en": _ENGLISH,
    "de": _GERMAN,
    "fr": _FRENCH,
    "es": _SPANISH,
    "zh": _CHINESE,
}


@cache
def units(language: str) -> Mapping[str, str]:
    """Give the spellings of units in `language`, in lower case, each with its key.

    >>> units("en")["metres"] == units("de")["metern"] == units("")["m"]
    True
    """
    return {**SYMBOLS, **_UNITS.get(language, {})}


def is_part(unit: str) -> bool:
    """Say whether a number without `unit` is another number, as it is without a currency."""
    return unit in CURRENCIES or unit in RATES


def money(language: str) -> Mapping[str, str]:
    """Give the spellings of currencies and rates in `language`, each with its key."""
    return {word: key for word, key in units(language).items() if is_part(key)}
