"""Countries, states and large cities, in the languages the rules know: closed lists.

Left out is what opens sentences as another word: `Polish`, `Reading`, `Nice`, `Granada`, `Essen`.
"""

from collections.abc import Mapping
from typing import Final

from archiver.grade.patterns import Words, words

COUNTRIES: Final[Mapping[str, Words]] = {
    "en": words(
        "Afghanistan Afghan Albania Albanian Algeria Algerian Angola Argentina Armenia Armenian"
        " Australia Australian Austria Austrian Azerbaijan Bahamas Bahrain Bangladesh Barbados"
        " Belarus Belgium Belgian Benin Bhutan Bolivia Bosnia Botswana Brazil Brazilian Britain"
        " British Bulgaria Bulgarian Burma Burundi Cambodia Cameroon Canada Canadian Chile Chilean"
        " China Chinese Colombia Colombian Congo Croatia Croatian Cuba Cuban Cyprus Czechia Denmark"
        " Danish Djibouti Ecuador Egypt Egyptian England Eritrea Estonia Estonian Ethiopia"
        " Ethiopian Europe European Fiji Finland Finnish France French Gabon Gambia Gaza Georgia"
        " Georgian Germany German Ghana Greece Greek Greenland Guatemala Guyana Haiti Honduras"
        " Hungary Hungarian Iceland India Indian Indonesia Indonesian Iran Iranian Iraq Iraqi"
        " Ireland Irish Israel Israeli Italy Italian Jamaica Japan Japanese Jordan Kazakhstan Kenya"
        " Kenyan Korea Korean Kosovo Kuwait Kyrgyzstan Laos Latvia Latvian Lebanon Lebanese Lesotho"
        " Liberia Libya Libyan Liechtenstein Lithuania Lithuanian Luxembourg Madagascar Malawi"
        " Malaysia Malaysian Maldives Mali Malta Mauritius Mexico Mexican Moldova Monaco Mongolia"
        " Montenegro Morocco Moroccan Mozambique Myanmar Namibia Nepal Netherlands Dutch Nicaragua"
        " Niger Nigeria Nigerian Norway Norwegian Oman Pakistan Pakistani Palestine Palestinian"
        " Panama Paraguay Peru Philippines Poland Portugal Portuguese Qatar Romania Romanian Russia"
        " Russian Rwanda Scotland Scottish Senegal Serbia Serbian Seychelles Singapore Slovakia"
        " Slovenia Somalia Somali Spain Spanish Sudan Suriname Sweden Swedish Switzerland Swiss"
        " Syria Syrian Taiwan Taiwanese Tajikistan Tanzania Thailand Thai Tibet Togo Tunisia"
        " Tunisian Turkey Turkish Turkmenistan Uganda Ukraine Ukrainian Uruguay Uzbekistan"
        " Venezuela Venezuelan Vietnam Vietnamese Wales Welsh Yemen Yemeni Zambia Zimbabwe American"
        " African Asian Africa Asia America"
    ),
    "de": words(
        "Afghanistan Ägypten Albanien Algerien Andorra Angola Arabien Argentinien Armenien"
        " Aserbaidschan Äthiopien Australien Bahrain Bangladesch Belarus Belgien Benin Bolivien"
        " Bosnien Botswana Brasilien Bulgarien Burundi Chile China Dänemark Deutschland Dschibuti"
        " Ecuador Elfenbeinküste England Eritrea Estland Finnland Frankreich Gabun Gambia Georgien"
        " Ghana Griechenland Großbritannien Guatemala Guinea Guyana Haiti Honduras Indien"
        " Indonesien Irak Iran Irland Island Israel Italien Jamaika Japan Jemen Jordanien"
        " Kambodscha Kamerun Kanada Kasachstan Katar Kenia Kirgistan Kolumbien Kongo Kosovo"
        " Kroatien Kuba Kuwait Laos Lesotho Lettland Libanon Liberia Libyen Liechtenstein Litauen"
        " Luxemburg Madagaskar Malawi Malaysia Malediven Mali Malta Marokko Mauretanien Mauritius"
        " Mexiko Moldau Moldawien Monaco Mongolei Montenegro Mosambik Myanmar Namibia Nepal"
        " Neuseeland Nicaragua Niederlande Niederlanden Niger Nigeria Nordirland Nordkorea"
        " Nordmazedonien Norwegen Oman Österreich Pakistan Palästina Panama Paraguay Peru"
        " Philippinen Polen Portugal Ruanda Rumänien Russland Sambia Schottland Schweden Schweiz"
        " Senegal Serbien Simbabwe Singapur Slowakei Slowenien Somalia Spanien Sudan Südafrika"
        " Südkorea Südsudan Suriname Syrien Tadschikistan Taiwan Tansania Thailand Togo Tschad"
        " Tschechien Tunesien Türkei Turkmenistan Uganda Ukraine Ungarn Uruguay Usbekistan Vatikan"
        " Venezuela Vietnam Wales Weißrussland Zypern Europa Afrika Asien Amerika Lateinamerika"
        " Südamerika Nordamerika Antarktis Arktis"
    ),
    "fr": words(
        "Israël Cuba Chypre Taïwan Haïti Madagascar Malte Singapour Oman Bahreïn Gaza Monaco"
        " Djibouti"
    ),
    "es": words(
        "Afganistán Albania Alemania Angola Argelia Argentina Armenia Australia Austria Azerbaiyán"
        " Bélgica Bielorrusia Birmania Bolivia Bosnia Botsuana Brasil Bulgaria Camboya Camerún"
        " Canadá Chile China Chipre Colombia Corea Croacia Cuba Dinamarca Ecuador Egipto Eslovaquia"
        " Eslovenia España Estonia Etiopía Europa Filipinas Finlandia Francia Gambia Gaza Georgia"
        " Ghana Grecia Guatemala Haití Honduras Hungría India Indonesia Inglaterra Irak Irán"
        " Irlanda Islandia Israel Italia Japón Jordania Kazajistán Kenia Kosovo Kuwait Laos Letonia"
        " Líbano Libia Lituania Luxemburgo Macedonia Malasia Malí Malta Marruecos México Moldavia"
        " Mónaco Mongolia Montenegro Mozambique Namibia Nepal Nicaragua Nigeria Noruega Pakistán"
        " Palestina Panamá Paraguay Perú Polonia Portugal Ruanda Rumanía Rusia Senegal Serbia"
        " Singapur Siria Somalia Sudáfrica Sudán Suecia Suiza Tailandia Taiwán Tanzania Túnez"
        " Turquía Ucrania Uganda Uruguay Venezuela Vietnam Yemen Zambia Zimbabue África Asia"
        " América"
    ),
}
"""Countries and continents, in English with their adjectives. `Polish` is left out: it is a verb
as well.

French puts an article before most: there those without one.
"""

REGIONS: Final[Mapping[str, Words]] = {
    "en": words(
        "Alabama Alaska Arizona Arkansas California Colorado Connecticut Delaware Florida Hawaii"
        " Idaho Illinois Indiana Iowa Kansas Kentucky Louisiana Maryland Massachusetts Michigan"
        " Minnesota Mississippi Missouri Montana Nebraska Nevada Ohio Oklahoma Oregon Pennsylvania"
        " Tennessee Texas Utah Vermont Wisconsin Wyoming Alberta Manitoba Ontario Quebec"
        " Saskatchewan Queensland Tasmania Bavaria Saxony Catalonia Andalusia Brittany Normandy"
        " Lombardy Sicily Crimea Kashmir Punjab Cornwall Devon Cumbria Essex Sussex Norfolk Suffolk"
        " Yorkshire Lancashire Cheshire Derbyshire"
    ),
    "de": words(
        "Bayern Württemberg Brandenburg Hessen Mecklenburg Vorpommern Niedersachsen Nordrhein"
        " Westfalen Rheinland Pfalz Saarland Sachsen Anhalt Schleswig Holstein Thüringen"
        " Burgenland Kärnten Niederösterreich Oberösterreich Steiermark Tirol Vorarlberg Südtirol"
        " Aargau Appenzell Glarus Graubünden Nidwalden Obwalden Schwyz Tessin Thurgau Uri Waadt"
        " Wallis Allgäu Ruhrgebiet Schwarzwald Elsass Lothringen Katalonien Andalusien Bretagne"
        " Normandie Lombardei Toskana Sizilien Sardinien Mallorca Kreta Schlesien Flandern"
        " Wallonien Krim Donbass Kaschmir Tibet Grönland Sibirien Kalifornien Texas Florida"
        " Gazastreifen Westjordanland Gaza"
    ),
    "fr": words("Mayotte"),
    "es": words(
        "Cataluña Catalunya Andalucía Galicia Aragón Asturias Cantabria Navarra Extremadura Euskadi"
        " Canarias Baleares Castilla Jalisco Chihuahua Oaxaca Chiapas Yucatán Sinaloa Michoacán"
        " Antioquia Crimea Baviera Sajonia California Texas Florida"
    ),
}
"""States, provinces, cantons and the regions that papers speak of."""

CITIES: Final[Mapping[str, Words]] = {
    "en": words(
        "London Manchester Liverpool Birmingham Leeds Sheffield Bristol Newcastle Nottingham"
        " Leicester Southampton Portsmouth Plymouth Cambridge Oxford Brighton Edinburgh Glasgow"
        " Aberdeen Dundee Cardiff Swansea Belfast Dublin Chicago Boston Houston Dallas Miami"
        " Atlanta Seattle Philadelphia Pittsburgh Baltimore Detroit Cleveland Denver Minneapolis"
        " Washington Toronto Montreal Vancouver Ottawa Calgary Sydney Melbourne Brisbane Perth"
        " Adelaide Canberra Auckland Paris Lyon Marseille Toulouse Strasbourg Brussels Antwerp"
        " Amsterdam Rotterdam Berlin Munich Hamburg Frankfurt Cologne Leipzig Dresden Vienna Zurich"
        " Geneva Basel Madrid Barcelona Valencia Seville Lisbon Porto Rome Milan Naples Turin"
        " Venice Athens Warsaw Krakow Prague Budapest Bucharest Belgrade Zagreb Sarajevo Stockholm"
        " Oslo Copenhagen Helsinki Tallinn Riga Vilnius Minsk Moscow Kyiv Kiev Kharkiv Odesa"
        " Mariupol Donetsk Kherson Ankara Istanbul Jerusalem Ramallah Beirut Damascus Aleppo"
        " Baghdad Mosul Tehran Riyadh Dubai Doha Cairo Alexandria Tripoli Tunis Algiers Rabat"
        " Casablanca Khartoum Nairobi Mombasa Lagos Abuja Accra Dakar Kinshasa Johannesburg"
        " Pretoria Durban Harare Kampala Kabul Islamabad Karachi Lahore Delhi Mumbai Kolkata"
        " Chennai Dhaka Bangkok Hanoi Jakarta Manila Beijing Shanghai Guangzhou Shenzhen Wuhan"
        " Taipei Tokyo Osaka Seoul Pyongyang Havana Caracas Bogota Medellin Quito"
    ),
    "de": words(
        "Berlin Hamburg München Köln Frankfurt Stuttgart Düsseldorf Leipzig Dortmund Bremen Dresden"
        " Hannover Nürnberg Duisburg Bochum Wuppertal Bielefeld Bonn Karlsruhe Mannheim Augsburg"
        " Wiesbaden Mönchengladbach Gelsenkirchen Aachen Braunschweig Chemnitz Kiel Magdeburg"
        " Oberhausen Lübeck Mainz Erfurt Rostock Kassel Saarbrücken Potsdam Ludwigshafen Oldenburg"
        " Osnabrück Leverkusen Heidelberg Darmstadt Regensburg Ingolstadt Würzburg Wolfsburg Ulm"
        " Heilbronn Pforzheim Göttingen Reutlingen Koblenz Bremerhaven Jena Trier Cottbus Schwerin"
        " Gera Zwickau Passau Bamberg Bayreuth Konstanz Tübingen Flensburg Stralsund Greifswald"
        " Görlitz Bautzen Weimar Solingen Hanau Offenbach Gießen Marburg Fulda Freiburg Wien Graz"
        " Linz Salzburg Innsbruck Klagenfurt Bregenz Villach Zürich Genf Basel Bern Lausanne"
        " Winterthur Luzern Lugano Solothurn Schaffhausen London Paris Rom Madrid Moskau Kiew"
        " Peking Tokio Seoul Delhi Mumbai Brüssel Athen Lissabon Dublin Warschau Krakau Prag"
        " Budapest Bukarest Belgrad Zagreb Sarajevo Stockholm Oslo Kopenhagen Helsinki Tallinn Riga"
        " Vilnius Minsk Washington Chicago Boston Jerusalem Ramallah Teheran Bagdad Damaskus Aleppo"
        " Beirut Riad Dubai Doha Kairo Ankara Istanbul Kabul Islamabad Karatschi Bangkok Hanoi"
        " Shanghai Hongkong Sydney Melbourne Toronto Montreal Mailand Turin Neapel Venedig Florenz"
        " Marseille Lyon Straßburg Barcelona Valencia Sevilla Amsterdam Rotterdam Antwerpen Charkiw"
        " Odessa Mariupol Donezk Cherson Lwiw Tripolis Tunis Algier Rabat Khartum Nairobi Lagos"
        " Johannesburg Pretoria"
    ),
    "fr": words(
        "Paris Marseille Lyon Toulouse Nantes Strasbourg Montpellier Bordeaux Lille Rennes Reims"
        " Toulon Grenoble Dijon Angers Nîmes Brest Amiens Limoges Metz Besançon Orléans Rouen"
        " Mulhouse Caen Nancy Perpignan Poitiers Avignon Calais Dunkerque Lens Lorient Auxerre"
        " Guingamp Bastia Ajaccio Bayonne Biarritz Genève Lausanne Zurich Bâle Berne Montréal"
        " Québec Ottawa Toronto Bruxelles Anvers Namur Charleroi Gand Bruges Londres Manchester"
        " Liverpool Dublin Berlin Munich Francfort Hambourg Leipzig Dresde Madrid Barcelone Séville"
        " Lisbonne Porto Rome Milan Turin Naples Venise Amsterdam Rotterdam Varsovie Prague"
        " Budapest Bucarest Belgrade Zagreb Stockholm Oslo Copenhague Helsinki Athènes Moscou Kiev"
        " Kharkiv Odessa Marioupol Donetsk Ankara Istanbul Jérusalem Beyrouth Damas Alep Bagdad"
        " Téhéran Riyad Dubaï Doha Alger Oran Tunis Rabat Casablanca Tripoli Dakar Abidjan Bamako"
        " Niamey Kinshasa Ouagadougou Cotonou Lomé Yaoundé Douala Libreville Nairobi Kaboul"
        " Islamabad Bangkok Hanoï Pékin Shanghai Tokyo Séoul Delhi Bombay Washington Chicago Boston"
        " Miami"
    ),
    "es": words(
        "Madrid Barcelona Valencia Sevilla Zaragoza Málaga Murcia Bilbao Alicante Córdoba"
        " Valladolid Vigo Gijón Oviedo Cartagena Pamplona Almería Burgos Santander Salamanca"
        " Logroño Badajoz Huelva Lleida Tarragona Girona Cádiz Jaén Toledo Albacete Cáceres Teruel"
        " Huesca Segovia Soria Zamora Ourense Pontevedra Getafe Leganés Elche Sabadell Bogotá"
        " Medellín Barranquilla Quito Guayaquil Lima Caracas Maracaibo Valparaíso Montevideo"
        " Monterrey Guadalajara Puebla Tijuana Cancún Acapulco Veracruz Managua Tegucigalpa"
        " Tucumán Londres París Berlín Roma Lisboa Oporto Bruselas Viena Ginebra Zúrich Múnich"
        " Hamburgo Fráncfort Milán Turín Nápoles Venecia Atenas Varsovia Praga Budapest Bucarest"
        " Estocolmo Oslo Copenhague Helsinki Dublín Ámsterdam Róterdam Moscú Kiev Járkov Odesa"
        " Mariúpol Donetsk Pekín Shanghái Tokio Seúl Delhi Teherán Bagdad Damasco Beirut Jerusalén"
        " Ankara Estambul Rabat Argel Washington Chicago Boston Miami Houston Toronto"
    ),
}
