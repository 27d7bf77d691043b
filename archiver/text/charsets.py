"""Charset labels: what a page calls its encoding, and the codec that a browser then uses.

The labels are those of the WHATWG Encoding Standard (section 4.2), and a few that pages use in
their place. A label that is not here is unknown: Python would also take "rot13" or
"unicode_escape" for one. Those of the standard's "replacement" (HZ, ISO-2022-KR) are left out:
browsers show nothing of such a page.
"""

LABELS: dict[str, str] = {
    "utf-8": "utf-8 utf8 unicode-1-1-utf-8 unicode11utf8 x-unicode20utf8"
    " utf-16 utf-16le utf-16be utf-32 unicode ucs-2"
    " unicode20utf8 csunicode",
    "windows-1252": "windows-1252 cp1252 x-cp1252 ascii us-ascii iso-8859-1 iso8859-1 iso_8859-1"
    " iso88591 latin1 latin-1 l1 ansi_x3.4-1968 cp819 ibm819"
    " csisolatin1 iso_8859-1:1987 iso-ir-100 x-user-defined",
    "windows-1250": "windows-1250 cp1250 x-cp1250",
    "windows-1251": "windows-1251 cp1251 x-cp1251",
    "windows-1253": "windows-1253 cp1253 x-cp1253",
    "windows-1254": "windows-1254 cp1254 x-cp1254 iso-8859-9 iso8859-9 iso_8859-9 latin5 l5"
    " csisolatin5 iso88599 iso_8859-9:1989 iso-ir-148",
    "windows-1255": "windows-1255 cp1255 x-cp1255",
    "windows-1256": "windows-1256 cp1256 x-cp1256",
    "windows-1257": "windows-1257 cp1257 x-cp1257",
    "windows-1258": "windows-1258 cp1258 x-cp1258",
    "windows-874": "windows-874 dos-874 cp874 tis-620 iso-8859-11 iso8859-11 iso885911",
    "iso-8859-2": "iso-8859-2 iso8859-2 iso_8859-2 latin2 l2"
    " csisolatin2 iso88592 iso_8859-2:1987 iso-ir-101",
    "iso-8859-3": "iso-8859-3 iso8859-3 latin3 l3"
    " csisolatin3 iso88593 iso_8859-3 iso_8859-3:1988 iso-ir-109",
    "iso-8859-4": "iso-8859-4 iso8859-4 latin4 l4"
    " csisolatin4 iso88594 iso_8859-4 iso_8859-4:1988 iso-ir-110",
    "iso-8859-5": "iso-8859-5 iso8859-5 cyrillic"
    " csisolatincyrillic iso88595 iso_8859-5 iso_8859-5:1988 iso-ir-144",
    "iso-8859-6": "iso-8859-6 iso8859-6 arabic ecma-114"
    " csisolatinarabic iso88596 iso_8859-6 iso_8859-6:1987 iso-ir-127 asmo-708"
    " csiso88596e csiso88596i iso-8859-6-e iso-8859-6-i",
    "iso-8859-7": "iso-8859-7 iso8859-7 greek ecma-118"
    " csisolatingreek iso88597 iso_8859-7 iso_8859-7:1987 iso-ir-126 elot_928"
    " greek8 sun_eu_greek",
    "iso-8859-8": "iso-8859-8 iso8859-8 iso-8859-8-i hebrew visual logical"
    " csisolatinhebrew iso88598 iso_8859-8 iso_8859-8:1988 iso-ir-138"
    " csiso88598e csiso88598i iso-8859-8-e",
    "iso-8859-10": "iso-8859-10 iso8859-10 latin6 l6 csisolatin6 iso885910 iso-ir-157",
    "iso-8859-13": "iso-8859-13 iso8859-13 iso885913",
    "iso-8859-14": "iso-8859-14 iso8859-14 iso885914",
    "iso-8859-15": "iso-8859-15 iso8859-15 latin-9 l9 csisolatin9 iso885915 iso_8859-15",
    "iso-8859-16": "iso-8859-16",
    "koi8-r": "koi8-r koi8 koi koi8_r cskoi8r",
    "koi8-u": "koi8-u koi8-ru",
    "ibm866": "ibm866 866 cp866 csibm866",
    "macintosh": "macintosh mac x-mac-roman csmacintosh",
    "x-mac-cyrillic": "x-mac-cyrillic x-mac-ukrainian",
    "gb18030": "gb18030 gbk x-gbk gb2312 gb_2312 gb_2312-80 chinese cp936 iso-ir-58"
    " csgb2312 csiso58gb231280",
    "big5": "big5 big5-hkscs cn-big5 x-x-big5 csbig5",
    "euc-jp": "euc-jp x-euc-jp cseucpkdfmtjapanese",
    "iso-2022-jp": "iso-2022-jp iso2022-jp csiso2022jp",
    "shift_jis": "shift_jis shift-jis sjis x-sjis ms_kanji windows-31j ms932 csshiftjis",
    "euc-kr": "euc-kr korean ks_c_5601-1987 ksc5601 ksc_5601 windows-949 cp949"
    " cseuckr csksc56011987 iso-ir-149 ks_c_5601-1989",
}

CODECS = {
    "windows-874": "cp874",
    "macintosh": "mac_roman",
    "x-mac-cyrillic": "mac_cyrillic",
    "shift_jis": "cp932",
    "euc-kr": "cp949",
    "big5": "big5hkscs",
}
"""Where Python's codec of the same name is narrower than what browsers read, or named otherwise."""


def encoding_of(label: str) -> str:
    """Give the encoding a browser reads for `label`, or "" where it knows none.

    UTF-16 in a page's own bytes is a mistake, as the label could not have been read: UTF-8.

    >>> encoding_of(" ISO-8859-1 "), encoding_of("gb2312"), encoding_of("rot13")
    ('windows-1252', 'gb18030', '')
    """
    wanted = label.strip().lower()
    return next((name for name, labels in LABELS.items() if wanted in labels.split()), "")


def codec_of(encoding: str) -> str:
    """Give the Python codec that reads `encoding`, a name of ours."""
    return CODECS.get(encoding, encoding)
