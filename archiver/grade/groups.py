"""Companies, parties, armed groups and agencies that papers name without more: closed lists.

Left out is what is another word where it opens a sentence (`Apple`, `Shell`, `Podemos`), and in
German what is a noun (`Allianz`, `Linde`, `Bahn`). One in capitals (`BASF`) needs no list.
"""

from collections.abc import Mapping
from typing import Final

from archiver.grade.patterns import Words, words

_EVERYWHERE: Final = words(
    "Airbus Boeing Embraer Bombardier Siemens Bosch Volkswagen Audi Porsche Opel Renault Peugeot"
    " Citroën Stellantis Fiat Ferrari Volvo Scania Toyota Honda Nissan Mazda Hyundai Chrysler Tesla"
    " Samsung Sony Panasonic Toshiba Hitachi Huawei Xiaomi Tencent Alibaba Baidu Foxconn Softbank"
    " SoftBank Microsoft Google Facebook Instagram WhatsApp YouTube Twitter TikTok Netflix Spotify"
    " Amazon Nvidia Intel Qualcomm Broadcom Cisco OpenAI SpaceX Uber Airbnb Lyft Zalando Pfizer"
    " BioNTech Biontech AstraZeneca Novartis Sanofi Merck Nestlé Unilever Danone Heineken"
    " Carlsberg Lufthansa Ryanair EasyJet Easyjet Eurowings Gazprom Rosneft Lukoil Aramco Chevron"
    " ExxonMobil Exxon TotalEnergies Repsol Iberdrola Telefónica Vodafone Ericsson Nokia Inditex"
    " Ikea Lidl Aldi Carrefour Auchan Walmart Starbucks Daimler Thyssenkrupp Rheinmetall"
    " Commerzbank Barclays Citigroup JPMorgan Alstom Dassault Michelin Ubisoft Adidas Nike"
    " Glencore Maersk Evergrande Palantir Hamas Fatah Interpol Europol Frontex Unesco Unicef"
    " Greenpeace Oxfam Nato Opec"
)

GROUPS: Final[Mapping[str, Words]] = {
    "en": _EVERYWHERE
    | words(
        "Moderna Hezbollah Taliban Houthis Everton Chelsea Tottenham Juventus Benfica Ajax Ford"
        " Tesco"
    ),
    "de": _EVERYWHERE
    | words(
        "Hisbollah Huthi Huthis Taliban Kreml Pentagon Rewe Edeka Kaufland Karstadt"
        " Kaufhof Tchibo Haribo Telekom Vonovia Infineon Fresenius Beiersdorf Uniper Vattenfall"
        " Hochtief Zeiss Schaeffler Swisscom Miele Mercedes Apple Ford Roche Schalke Linkspartei"
        " Christdemokraten Sozialdemokraten Freidemokraten Christsozialen"
    ),
    "fr": _EVERYWHERE | words("Apple Ford Matignon Bercy Benfica Leclerc"),
    "es": _EVERYWHERE
    | words("Hezbolá Hizbulá Apple Ford Vox Junts Bildu Osasuna Betis Benfica Iberia Moncloa"),
}

PARTIES: Final = words("Grünen Linke Linken")
"""German parties that are adjectives as well: only behind their article, before no noun."""

PEOPLES: Final = words(
    "Afghanen Ägypter Albaner Amerikaner Araber Argentinier Armenier Aserbaidschaner Australier"
    " Belgier Bosnier Brasilianer Briten Bulgaren Chinesen Dänen Engländer Esten Franzosen Georgier"
    " Griechen Inder Iraker Iraner Israelis Italiener Japaner Jordanier Kanadier Koreaner Kroaten"
    " Kurden Letten Libanesen Litauer Mexikaner Niederländer Norweger Österreicher Palästinenser"
    " Portugiesen Rumänen Russen Saudis Schweizer Serben Slowaken Slowenen Spanier Syrer Tschechen"
    " Türken Ukrainer Vietnamesen"
)
"""German nouns for those of a country; English has them among its countries."""
