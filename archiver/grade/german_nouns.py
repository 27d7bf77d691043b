"""German nouns that are no names though they stand as names do: closed lists, in small letters.

Left out is what is a common surname (`Koch`, `Stein`), or a street in many towns (`Hauptstraße`).
"""

from typing import Final

from archiver.grade.patterns import words

MANY: Final = words(
    "kinder kindern frauen männer männern leute leuten menschen eltern familien schülern"
    " schülerinnen studenten studentinnen studierende studierenden jugendliche jugendlichen"
    " erwachsene erwachsenen senioren seniorinnen mädchen jungen babys patienten patientinnen"
    " kunden kundinnen gästen bürgern bürgerinnen anwohnern nachbarn touristen flüchtlingen"
    " flüchtlinge geflüchtete geflüchteten rentnern armen kranken verletzten opfern freunden"
)
"""Those of whom there are several: behind them stands what they get (`gab Kindern Brot`)."""

NOUNS: Final = MANY | words(
    # Kin and groups, that may speak without an article.
    "mutter vater mama mami papa papi oma opa großmutter großvater tante onkel schwester bruder"
    " tochter sohn ehefrau ehemann mutti vati polizei feuerwehr regierung opposition verwaltung"
    " presse justiz kirche gewerkschaft staatsanwaltschaft bundeswehr armee publikum"
    # People.
    " schüler kind frau mann freunde gäste bürger anwohner touristen rentner opfer baby paar"
    " personal kollegen helfer ärzte ärztinnen pfleger soldaten polizisten beamte zeugen"
    # What is paid and sent.
    " karte karten bargeld scheck kreditkarte münzen geld lohn gehalt miete mieten steuern zinsen"
    " strafe bußgeld kredit rabatt post mail telefon handy internet computer software daten"
    " aktien anleihen schulden gewinn verlust umsatz"
    # What is eaten and drunk.
    " brot kuchen kekse butter käse milch tee wasser kaffee wein bier saft eis zucker mehl honig"
    " obst gemüse fleisch fisch wurst würstchen bratwurst schnitzel pfannkuchen lebkuchen stollen"
    " marzipan suppe salat kartoffeln nudeln tomaten äpfel schokolade alkohol sahne senf eier"
    # What is used, and what things are of.
    " strom gas öl kohle benzin diesel wärme holz papier plastik beton metall stoff leder"
    " wolle seide erde luft licht musik ton text schrift werkzeug waffen messer pistole"
    " gewehr stock steinen steine raketen drohnen bomben panzern panzer munition sprengstoff"
    # How one goes.
    " auto rad fahrrad bus bahn zug flugzeug schiff boot taxi ski schlitten pferd"
    # What is said of many.
    " familie ferien urlaub schule kita arbeit sport fußball tennis kunst kultur politik"
    " wirtschaft bildung forschung technik natur umwelt klima wetter regen schnee hitze kälte"
    " krankheit schmerz schmerzen krebs corona grippe fieber stress lärm armut hunger durst"
    " gewalt hass terror rassismus korruption betrug diebstahl mord totschlag drogen"
    " freude lust liebe spaß mut erfolg applaus beifall kritik lob dank respekt verständnis"
    " glanz pracht ehre ruhm"
    # What comes in several.
    " firmen banken vereine schulen kliniken häuser wohnungen autos busse züge bücher filme"
    " fotos bilder spiele tiere hunde katzen pferde kühe bäume blumen pflanzen"
)
"""What stands bare behind a preposition or a verb: `mit Karte`, `für Kinder`, `hilft Tee`."""

FOODS: Final = words(
    "Würstchen Wurst Wurstsalat Bratwurst Bratwürste Currywurst Rostbratwurst Rostbratwürste"
    " Schnitzel Pfannkuchen Lebkuchen Stollen Christstollen Marzipan Käse Kuchen Torte Brot"
    " Brötchen Kekse Bier Wein Senf Schinken Leber Kranz Sauce Soße Suppe Apfelstrudel"
    " Kartoffelsalat Fischbrötchen Schokolade Weißwurst Weißwürste"
)
"""What is named after a town or a people without being of it: `Wiener Würstchen`."""

FOOD_REGIONS: Final = words("Thüringer Tiroler Schwarzwälder Allgäuer Holsteiner Pfälzer")
"""Of a region, before such a word."""

PLACES_OF_A_KIND: Final = tuple(
    words(
        "landstraße bundesstraße kreisstraße landesstraße staatsstraße schnellstraße"
        " umgehungsstraße wohnstraße nebenstraße seitenstraße einbahnstraße durchgangsstraße"
        " spielstraße einkaufsstraße geschäftsstraße zufahrtsstraße zubringerstraße fahrradstraße"
        " teststraße mautstraße privatstraße anliegerstraße verkehrsstraße küstenstraße passstraße"
        " wasserstraße schifffahrtsstraße ortsstraße dorfstraße prachtstraße gebirgsstraße"
        " arbeitsplatz ausbildungsplatz studienplatz praktikumsplatz parkplatz spielplatz"
        " sportplatz fußballplatz tennisplatz golfplatz campingplatz zeltplatz stellplatz sitzplatz"
        " stehplatz schlafplatz liegeplatz ankerplatz bauplatz rastplatz flugplatz landeplatz"
        " bolzplatz grillplatz lagerplatz kitaplatz krippenplatz betreuungsplatz hortplatz"
        " kindergartenplatz schulplatz heimplatz pflegeplatz therapieplatz startplatz"
        " tabellenplatz podestplatz podiumsplatz spitzenplatz abstiegsplatz aufstiegsplatz"
        " relegationsplatz medaillenplatz listenplatz stammplatz schauplatz handelsplatz"
        " börsenplatz finanzplatz festplatz exerzierplatz übungsplatz schießplatz reitplatz"
        " dorfplatz vorplatz lehrplatz ganztagsplatz"
        " hauptstadt großstadt kleinstadt innenstadt altstadt hafenstadt millionenstadt hansestadt"
        " universitätsstadt unistadt kreisstadt küstenstadt grenzstadt partnerstadt nachbarstadt"
        " heimatstadt geburtsstadt industriestadt weltstadt studentenstadt kulturstadt"
        " touristenstadt trabantenstadt geisterstadt messestadt zeltstadt wüstenstadt oasenstadt"
        " kernstadt provinzstadt garnisonsstadt garnisonstadt vorstadt domstadt kurstadt"
        " sackgasse seitengasse rettungsgasse nebengasse hintergasse prachtallee"
        " ritterburg hüpfburg sandburg wagenburg hochburg"
        " bergdorf fischerdorf feriendorf nachbardorf heimatdorf geburtsdorf bauerndorf zeltdorf"
        " hüttendorf weihnachtsdorf containerdorf grenzdorf küstendorf künstlerdorf kinderdorf"
    )
)
"""What ends as a street, a square or a town does, and says of which kind it is."""

PLURALS: Final = tuple(
    words(
        "eien familien ferien aktien prämien theorien energien strategien studien kategorien"
        " industrien materialien medien linien batterien kopien serien kriterien prinzipien"
        " immobilien lilien folien ministerien stadien gremien demokratien ologien grafien"
        " graphien therapien allergien utopien garantien lotterien galerien kolonien indizien"
        " utensilien chemikalien mineralien arterien bakterien komödien tragödien melodien"
        " harmonien zeremonien epidemien pandemien akademien fantasien sympathien amnestien"
        " dynastien ökonomien reptilien domizilien textilien laborien kalorien sinfonien"
        " symphonien"
    )
)
"""What ends as a country does (`Syrien`) and is a plural."""

OFFICES: Final = tuple(
    words(
        "wirt wirtin ologe ologin nachbar nachbarin anwohner anwohnerin bewohner bewohnerin"
        " händler händlerin polizist polizistin jurist juristin journalist journalistin aktivist"
        " aktivistin spezialist spezialistin historiker historikerin physiker physikerin chemiker"
        " chemikerin techniker technikerin kritiker kritikerin gründer gründerin inhaber inhaberin"
        " besitzer besitzerin betreiber betreiberin manager managerin ermittler ermittlerin zeuge"
        " zeugin expertin kollege kollegin ärztin arzt obmann chefin kanzlerin rätin"
        " geschäftsführer familie ehepaar paar freund freundin kumpel coach pastorin"
        " pfarrerin bäuerin"
    )
)
"""Endings of more of what people are before their names: the name is what stands behind."""
