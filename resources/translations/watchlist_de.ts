<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About {name}</source>
        <translation>Über {name}</translation>
    </message>
    <message>
        <source>Measures whether people keep taking part in decentralised networks, next to price.</source>
        <translation>Misst neben dem Preis, ob Menschen weiter an dezentralen Netzwerken teilnehmen.</translation>
    </message>
    <message>
        <source>{holder}, licence {licence}</source>
        <translation>{holder}, Lizenz {licence}</translation>
    </message>
    <message>
        <source>It is a lens, not advice.</source>
        <translation>Es ist eine Linse, kein Rat.</translation>
    </message>
    <message>
        <source>Sources of data</source>
        <translation>Datenquellen</translation>
    </message>
    <message>
        <source>Libraries</source>
        <translation>Bibliotheken</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
</context>
<context>
    <name>AddAssetDialog</name>
    <message>
        <source>Add an asset</source>
        <translation>Einen Wert hinzufügen</translation>
    </message>
    <message>
        <source>Name, symbol, or chain:address such as base:0x…</source>
        <translation>Name, Kürzel oder Kette:Adresse, etwa base:0x…</translation>
    </message>
    <message>
        <source>What to look for</source>
        <translation>Wonach gesucht wird</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Gefunden</translation>
    </message>
    <message>
        <source>Text of a network file</source>
        <translation>Text einer Netzwerkdatei</translation>
    </message>
    <message>
        <source>Paste a network file here, or open one.</source>
        <translation>Fügen Sie hier eine Netzwerkdatei ein oder öffnen Sie eine.</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Network file</source>
        <translation>Netzwerkdatei</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Open a file …</source>
        <translation>Eine Datei öffnen …</translation>
    </message>
    <message>
        <source>simulated</source>
        <translation>simuliert</translation>
    </message>
    <message>
        <source>comes with the program</source>
        <translation>mit dem Programm geliefert</translation>
    </message>
    <message>
        <source>Searching …</source>
        <translation>Suche läuft …</translation>
    </message>
    <message>
        <source>Nothing was found. Give chain:address, or write a network file.</source>
        <translation>Nichts gefunden. Geben Sie Kette:Adresse an oder schreiben Sie eine Netzwerkdatei.</translation>
    </message>
    <message>
        <source>Open a network file</source>
        <translation>Eine Netzwerkdatei öffnen</translation>
    </message>
</context>
<context>
    <name>AssetNoteDialog</name>
    <message>
        <source>{name}: note and tags</source>
        <translation>{name}: Notiz und Schlagwörter</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>What you want to remember about this asset</source>
        <translation>Was Sie sich zu diesem Wert merken wollen</translation>
    </message>
    <message>
        <source>New tag</source>
        <translation>Neues Schlagwort</translation>
    </message>
    <message>
        <source>Add the tag</source>
        <translation>Das Schlagwort hinzufügen</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>No tags yet.</source>
        <translation>Noch keine Schlagwörter.</translation>
    </message>
    <message>
        <source>Colour of the tag</source>
        <translation>Farbe des Schlagworts</translation>
    </message>
    <message>
        <source>Colour of {tag}</source>
        <translation>Farbe von {tag}</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Dismiss this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>BannerArea</name>
    <message numerus="yes">
        <source>%n more message(s)</source>
        <translation>
            <numerusform>%n weitere Meldung</numerusform>
            <numerusform>%n weitere Meldungen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChannelsDialog</name>
    <message>
        <source>Channels</source>
        <translation>Kanäle</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartend</translation>
    </message>
    <message>
        <source>Last sent</source>
        <translation>Zuletzt gesendet</translation>
    </message>
    <message>
        <source>Last trouble</source>
        <translation>Letzte Störung</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Tries</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>Next try</source>
        <translation>Nächster Versuch</translation>
    </message>
    <message>
        <source>In words</source>
        <translation>In Worten</translation>
    </message>
    <message>
        <source>What became of messages</source>
        <translation>Was aus Meldungen wurde</translation>
    </message>
    <message>
        <source>Webhook (your own server)</source>
        <translation>Webhook (Ihr eigener Server)</translation>
    </message>
    <message>
        <source>Mail, ntfy, Telegram, Slack … (Apprise address)</source>
        <translation>Mail, ntfy, Telegram, Slack … (Apprise-Adresse)</translation>
    </message>
    <message>
        <source>https://… or ntfys://…, mailtos://…, tgram://…</source>
        <translation>https://… oder ntfys://…, mailtos://…, tgram://…</translation>
    </message>
    <message>
        <source>signs each message (HMAC-SHA256)</source>
        <translation>unterschreibt jede Meldung (HMAC-SHA256)</translation>
    </message>
    <message>
        <source>Fields: {title}, {sentence}, {network}, {came_true}, {noticed}, {count}</source>
        <translation>Felder: {title}, {sentence}, {network}, {came_true}, {noticed}, {count}</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>in Gebrauch</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>Geheimnis</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Send a test</source>
        <translation>Eine Probe senden</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>{name} (off)</source>
        <translation>{name} (aus)</translation>
    </message>
    <message>
        <source>kept in the keyring; type to replace it</source>
        <translation>im Schlüsselbund; tippen, um es zu ersetzen</translation>
    </message>
    <message>
        <source>Kept.</source>
        <translation>Gespeichert.</translation>
    </message>
    <message>
        <source>Sending …</source>
        <translation>Wird gesendet …</translation>
    </message>
</context>
<context>
    <name>Chart</name>
    <message>
        <source>Measuring from here. Walk to the other end and press M.</source>
        <translation>Gemessen wird ab hier. Gehen Sie zum anderen Ende und drücken Sie M.</translation>
    </message>
    <message>
        <source>incomplete</source>
        <translation>unvollständig</translation>
    </message>
    <message>
        <source>{days} days</source>
        <translation>{days} Tage</translation>
    </message>
    <message>
        <source>{hours} hours</source>
        <translation>{hours} Stunden</translation>
    </message>
    <message>
        <source>1W</source>
        <translation>1W</translation>
    </message>
    <message>
        <source>Last week</source>
        <translation>Letzte Woche</translation>
    </message>
    <message>
        <source>1M</source>
        <translation>1M</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>Letzter Monat</translation>
    </message>
    <message>
        <source>3M</source>
        <translation>3M</translation>
    </message>
    <message>
        <source>Last three months</source>
        <translation>Letzte drei Monate</translation>
    </message>
    <message>
        <source>6M</source>
        <translation>6M</translation>
    </message>
    <message>
        <source>Last six months</source>
        <translation>Letzte sechs Monate</translation>
    </message>
    <message>
        <source>YTD</source>
        <translation>Jahr</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>Dieses Jahr</translation>
    </message>
    <message>
        <source>1Y</source>
        <translation>1J</translation>
    </message>
    <message>
        <source>Last year</source>
        <translation>Letztes Jahr</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Everything there is</source>
        <translation>Alles, was es gibt</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>Linear</translation>
    </message>
    <message>
        <source>Logarithmic</source>
        <translation>Logarithmisch</translation>
    </message>
    <message>
        <source>Change in %</source>
        <translation>Änderung in %</translation>
    </message>
    <message>
        <source>Indexed to 100</source>
        <translation>Auf 100 bezogen</translation>
    </message>
    <message>
        <source>O</source>
        <translation>E</translation>
    </message>
    <message>
        <source>H</source>
        <translation>H</translation>
    </message>
    <message>
        <source>L</source>
        <translation>T</translation>
    </message>
    <message>
        <source>C</source>
        <translation>S</translation>
    </message>
    <message>
        <source>small cohort</source>
        <translation>kleine Kohorte</translation>
    </message>
    <message>
        <source>sources disagree</source>
        <translation>Quellen widersprechen sich</translation>
    </message>
    <message>
        <source>no value here</source>
        <translation>hier kein Wert</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>keine Daten</translation>
    </message>
    <message>
        <source>Alert</source>
        <translation>Alarm</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>Zurückgestellt</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>Divergence</source>
        <translation>Abweichung</translation>
    </message>
    <message>
        <source>Hollow growth</source>
        <translation>Hohles Wachstum</translation>
    </message>
    <message>
        <source>as known on {date}</source>
        <translation>Stand des Wissens vom {date}</translation>
    </message>
    <message>
        <source>interval {low} to {high}</source>
        <translation>Intervall {low} bis {high}</translation>
    </message>
    <message>
        <source>n {count}</source>
        <translation>n {count}</translation>
    </message>
    <message>
        <source>point {at} of {all}</source>
        <translation>Punkt {at} von {all}</translation>
    </message>
    <message>
        <source>Nothing is drawn.</source>
        <translation>Nichts ist gezeichnet.</translation>
    </message>
    <message>
        <source>{title}: no data in this stretch.</source>
        <translation>{title}: keine Daten in diesem Abschnitt.</translation>
    </message>
    <message>
        <source>{title}: {count} points, from {first} to {last}, lowest {low}, highest {high}.</source>
        <translation>{title}: {count} Punkte, von {first} bis {last}, Tiefstwert {low}, Höchstwert {high}.</translation>
    </message>
    <message>
        <source>SIMULATED</source>
        <translation>SIMULIERT</translation>
    </message>
    <message>
        <source>Drop a metric here to draw it.</source>
        <translation>Ziehen Sie eine Kennzahl hierher, um sie zu zeichnen.</translation>
    </message>
    <message>
        <source>Everything here is hidden. Choose a curve in the menu of the pane.</source>
        <translation>Alles hier ist ausgeblendet. Wählen Sie eine Kurve im Menü des Feldes.</translation>
    </message>
    <message>
        <source>No data in this stretch of time.</source>
        <translation>Keine Daten in diesem Zeitabschnitt.</translation>
    </message>
    <message>
        <source>Choose a network in the list to see its charts.</source>
        <translation>Wählen Sie ein Netzwerk in der Liste, um seine Diagramme zu sehen.</translation>
    </message>
</context>
<context>
    <name>ChartHead</name>
    <message>
        <source>Candles</source>
        <translation>Kerzen</translation>
    </message>
    <message>
        <source>Draw the price as candles where a source gives them</source>
        <translation>Den Preis als Kerzen zeichnen, wo eine Quelle sie liefert</translation>
    </message>
    <message>
        <source>Filtered</source>
        <translation>Gefiltert</translation>
    </message>
    <message>
        <source>Show beside each number what is left without marked patterns</source>
        <translation>Neben jeder Zahl zeigen, was ohne markierte Muster übrig bleibt</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Volumen</translation>
    </message>
    <message>
        <source>Show the volume in a pane of its own</source>
        <translation>Das Volumen in einem eigenen Feld zeigen</translation>
    </message>
    <message>
        <source>Means</source>
        <translation>Mittelwerte</translation>
    </message>
    <message>
        <source>Rolling means of the price</source>
        <translation>Gleitende Mittelwerte des Preises</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>Draw other networks beside this one, indexed to 100</source>
        <translation>Andere Netzwerke daneben zeichnen, auf 100 bezogen</translation>
    </message>
    <message>
        <source>As known on</source>
        <translation>Stand des Wissens</translation>
    </message>
    <message>
        <source>Draw prices as they were known on an earlier day</source>
        <translation>Preise zeichnen, wie sie an einem früheren Tag bekannt waren</translation>
    </message>
    <message>
        <source>+ Metric</source>
        <translation>+ Kennzahl</translation>
    </message>
    <message>
        <source>Open a pane for another metric</source>
        <translation>Ein Feld für eine weitere Kennzahl öffnen</translation>
    </message>
    <message>
        <source>No other network is watched</source>
        <translation>Kein anderes Netzwerk wird beobachtet</translation>
    </message>
    <message>
        <source>Only this one</source>
        <translation>Nur dieses</translation>
    </message>
    <message>
        <source>As known now</source>
        <translation>Nach jetzigem Wissen</translation>
    </message>
    <message>
        <source>Prices as they were known at the end of {day} UTC. Participation is counted from all events read until now: events are not revised.</source>
        <translation>Preise, wie sie am Ende des {day} UTC bekannt waren. Teilnahme wird aus allen bis jetzt gelesenen Ereignissen gezählt: Ereignisse werden nicht berichtigt.</translation>
    </message>
</context>
<context>
    <name>ChartLevels</name>
    <message>
        <source>The rule was not changed</source>
        <translation>Die Regel wurde nicht geändert</translation>
    </message>
</context>
<context>
    <name>ChartMarks</name>
    <message>
        <source>Write into the chart</source>
        <translation>In das Diagramm schreiben</translation>
    </message>
    <message>
        <source>Change a mark</source>
        <translation>Eine Markierung ändern</translation>
    </message>
    <message>
        <source>Growth without people who stay</source>
        <translation>Wachstum ohne Menschen, die bleiben</translation>
    </message>
    <message>
        <source>Price runs ahead of participation</source>
        <translation>Der Preis läuft der Teilnahme voraus</translation>
    </message>
    <message>
        <source>Price lags behind participation</source>
        <translation>Der Preis bleibt hinter der Teilnahme zurück</translation>
    </message>
</context>
<context>
    <name>ChartPanel</name>
    <message>
        <source>Price, US dollars</source>
        <translation>Preis, US-Dollar</translation>
    </message>
    <message>
        <source>Volume, US dollars</source>
        <translation>Volumen, US-Dollar</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Volumen</translation>
    </message>
    <message>
        <source>No source gives the volume of this asset.</source>
        <translation>Keine Quelle gibt das Volumen dieses Wertes an.</translation>
    </message>
    <message>
        <source>filtered</source>
        <translation>gefiltert</translation>
    </message>
    <message>
        <source>{days}-day mean</source>
        <translation>{days}-Tage-Mittel</translation>
    </message>
    <message>
        <source>No source of a price is known for this network.</source>
        <translation>Für dieses Netzwerk ist keine Preisquelle bekannt.</translation>
    </message>
    <message>
        <source>No price was known by then.</source>
        <translation>Bis dahin war kein Preis bekannt.</translation>
    </message>
    <message>
        <source>Note in the chart</source>
        <translation>Notiz im Diagramm</translation>
    </message>
    <message>
        <source>Event in the chart</source>
        <translation>Ereignis im Diagramm</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Change the text</source>
        <translation>Den Text ändern</translation>
    </message>
    <message>
        <source>Alert at this value …</source>
        <translation>Alarm bei diesem Wert …</translation>
    </message>
    <message>
        <source>Write a note here …</source>
        <translation>Hier eine Notiz schreiben …</translation>
    </message>
    <message>
        <source>Add an event here …</source>
        <translation>Hier ein Ereignis eintragen …</translation>
    </message>
    <message>
        <source>Change “{text}” …</source>
        <translation>„{text}“ ändern …</translation>
    </message>
    <message>
        <source>Remove “{text}”</source>
        <translation>„{text}“ entfernen</translation>
    </message>
    <message>
        <source>Open a pane</source>
        <translation>Ein Feld öffnen</translation>
    </message>
    <message>
        <source>Second axis</source>
        <translation>Zweite Achse</translation>
    </message>
    <message>
        <source>Take {metric} off the second axis</source>
        <translation>{metric} von der zweiten Achse nehmen</translation>
    </message>
    <message>
        <source>Rolling mean</source>
        <translation>Gleitender Mittelwert</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>What is this number …</source>
        <translation>Was ist diese Zahl …</translation>
    </message>
    <message>
        <source>Pane further up</source>
        <translation>Feld nach oben</translation>
    </message>
    <message>
        <source>Pane further down</source>
        <translation>Feld nach unten</translation>
    </message>
    <message>
        <source>Close this pane</source>
        <translation>Dieses Feld schließen</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Alles zeigen</translation>
    </message>
</context>
<context>
    <name>ChartStack</name>
    <message>
        <source>Charts over time</source>
        <translation>Diagramme über die Zeit</translation>
    </message>
</context>
<context>
    <name>CohortsPanel</name>
    <message>
        <source>Length of a cohort</source>
        <translation>Länge einer Kohorte</translation>
    </message>
    <message>
        <source>Weekly cohorts</source>
        <translation>Wochenkohorten</translation>
    </message>
    <message>
        <source>Monthly cohorts</source>
        <translation>Monatskohorten</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>Kurven</translation>
    </message>
    <message>
        <source>Retention by age</source>
        <translation>Retention nach Alter</translation>
    </message>
    <message>
        <source>Lifetime</source>
        <translation>Verweildauer</translation>
    </message>
    <message>
        <source>{n} participants were there before reading began: their age is unknown, they are in no cohort.</source>
        <translation>{n} Teilnehmer waren da, bevor das Lesen begann: ihr Alter ist unbekannt, sie sind in keiner Kohorte.</translation>
    </message>
</context>
<context>
    <name>ColumnsDialog</name>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Search columns and metrics</source>
        <translation>Spalten und Kennzahlen durchsuchen</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Columns to choose from</source>
        <translation>Spalten zur Auswahl</translation>
    </message>
    <message>
        <source>Columns that are shown, in their order</source>
        <translation>Gezeigte Spalten in ihrer Reihenfolge</translation>
    </message>
    <message>
        <source>Whose activity</source>
        <translation>Wessen Aktivität</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Nutzer</translation>
    </message>
    <message>
        <source>Contributors</source>
        <translation>Beitragende</translation>
    </message>
    <message>
        <source>Developers</source>
        <translation>Entwickler</translation>
    </message>
    <message>
        <source>Validators</source>
        <translation>Validatoren</translation>
    </message>
    <message>
        <source>Holders</source>
        <translation>Halter</translation>
    </message>
    <message>
        <source>Without marked patterns</source>
        <translation>Ohne markierte Muster</translation>
    </message>
    <message>
        <source>To choose from</source>
        <translation>Zur Auswahl</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>Gezeigt</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Of the list</source>
        <translation>Von der Liste</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>The data lies here</source>
        <translation>Die Daten liegen hier</translation>
    </message>
    <message>
        <source>Refreshing did not work</source>
        <translation>Das Aktualisieren ist nicht gelungen</translation>
    </message>
    <message>
        <source>The setting could not be saved</source>
        <translation>Die Einstellung konnte nicht gespeichert werden</translation>
    </message>
</context>
<context>
    <name>ComparePanel</name>
    <message>
        <source>Coordination score against price change of 30 days</source>
        <translation>Koordinationswert gegen Preisänderung in 30 Tagen</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Price, 30 days</source>
        <translation>Preis, 30 Tage</translation>
    </message>
</context>
<context>
    <name>ConditionRow</name>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>it is true that</source>
        <translation>es trifft zu, dass</translation>
    </message>
    <message>
        <source>it is not true that</source>
        <translation>es trifft nicht zu, dass</translation>
    </message>
    <message>
        <source>True or not</source>
        <translation>Zutreffend oder nicht</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>Bedingung</translation>
    </message>
    <message>
        <source>Remove this condition</source>
        <translation>Diese Bedingung entfernen</translation>
    </message>
    <message>
        <source>and</source>
        <translation>und</translation>
    </message>
    <message>
        <source>within</source>
        <translation>innerhalb von</translation>
    </message>
</context>
<context>
    <name>ControlPanel</name>
    <message>
        <source>Counted by</source>
        <translation>Gezählt nach</translation>
    </message>
    <message>
        <source>By events</source>
        <translation>Nach Ereignissen</translation>
    </message>
    <message>
        <source>By amounts</source>
        <translation>Nach Beträgen</translation>
    </message>
    <message>
        <source>Participant</source>
        <translation>Teilnehmer</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Bezeichnung</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Share of amount</source>
        <translation>Anteil am Betrag</translation>
    </message>
    <message>
        <source>Largest participants of the last 28 complete days</source>
        <translation>Größte Teilnehmer der letzten 28 vollständigen Tage</translation>
    </message>
    <message>
        <source>Leave out of the numbers</source>
        <translation>Aus den Zahlen nehmen</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>Wieder aufnehmen</translation>
    </message>
    <message>
        <source>Participants</source>
        <translation>Teilnehmer</translation>
    </message>
    <message>
        <source>Nakamoto coefficient at 33 / 50 / 67 %</source>
        <translation>Nakamoto-Koeffizient bei 33 / 50 / 67 %</translation>
    </message>
    <message>
        <source>Largest one</source>
        <translation>Größter</translation>
    </message>
    <message>
        <source>Ten largest</source>
        <translation>Zehn größte</translation>
    </message>
    <message>
        <source>Gini</source>
        <translation>Gini</translation>
    </message>
    <message>
        <source>HHI</source>
        <translation>HHI</translation>
    </message>
    <message>
        <source>Effective number</source>
        <translation>Effektive Anzahl</translation>
    </message>
    <message>
        <source>Effective number / head count</source>
        <translation>Effektive Anzahl / Kopfzahl</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>ausgelassen</translation>
    </message>
    <message>
        <source>left out by you</source>
        <translation>von Ihnen ausgelassen</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Something went wrong</source>
        <translation>Etwas ist schiefgegangen</translation>
    </message>
    <message>
        <source>The program found an error of its own and goes on; what you stored is safe. If something looks wrong, start it again. The report below holds no keys. The log lies in {folder}</source>
        <translation>Das Programm hat einen eigenen Fehler gefunden und läuft weiter; was Sie gespeichert haben, ist sicher. Wenn etwas falsch aussieht, starten Sie es neu. Der Bericht unten enthält keine Schlüssel. Das Protokoll liegt in {folder}</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>Den Bericht kopieren</translation>
    </message>
</context>
<context>
    <name>DataPanel</name>
    <message>
        <source>Metric</source>
        <translation>Kennzahl</translation>
    </message>
    <message>
        <source>Price, US dollars</source>
        <translation>Preis, US-Dollar</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Untere Grenze</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Obere Grenze</translation>
    </message>
    <message>
        <source>n</source>
        <translation>n</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Vollständig</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Learnt at</source>
        <translation>Erfahren am</translation>
    </message>
    <message>
        <source>Data behind the chart</source>
        <translation>Daten hinter dem Diagramm</translation>
    </message>
    <message>
        <source>disputed</source>
        <translation>umstritten</translation>
    </message>
    <message>
        <source>not final</source>
        <translation>nicht endgültig</translation>
    </message>
    <message>
        <source>No price was pulled yet.</source>
        <translation>Es wurde noch kein Preis abgerufen.</translation>
    </message>
    <message>
        <source>incomplete</source>
        <translation>unvollständig</translation>
    </message>
    <message>
        <source>few</source>
        <translation>wenige</translation>
    </message>
</context>
<context>
    <name>Editor</name>
    <message>
        <source>Choose …</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>separated by commas</source>
        <translation>durch Kommas getrennt</translation>
    </message>
</context>
<context>
    <name>EmptyList</name>
    <message>
        <source>This list is empty</source>
        <translation>Diese Liste ist leer</translation>
    </message>
    <message>
        <source>No asset satisfies the rule</source>
        <translation>Kein Wert erfüllt die Regel</translation>
    </message>
    <message>
        <source>Members are found among the assets of your other lists: {rule}. A missing number satisfies nothing.</source>
        <translation>Mitglieder werden unter den Werten Ihrer anderen Listen gefunden: {rule}. Eine fehlende Zahl erfüllt nichts.</translation>
    </message>
    <message>
        <source>Add networks to see whether people keep taking part in them. The shipped profiles hold public addresses and their sources; the simulated networks show everything without contacting anybody.</source>
        <translation>Fügen Sie Netzwerke hinzu, um zu sehen, ob Menschen weiter an ihnen teilnehmen. Die mitgelieferten Profile enthalten öffentliche Adressen und ihre Quellen; die simulierten Netzwerke zeigen alles, ohne jemanden zu kontaktieren.</translation>
    </message>
    <message>
        <source>Add the shipped networks</source>
        <translation>Die mitgelieferten Netzwerke hinzufügen</translation>
    </message>
    <message>
        <source>Show the simulated networks</source>
        <translation>Die simulierten Netzwerke zeigen</translation>
    </message>
    <message>
        <source>Add an asset …</source>
        <translation>Einen Wert hinzufügen …</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Filter, for example: -simulated</source>
        <translation>Filter, zum Beispiel: -simulated</translation>
    </message>
    <message>
        <source>Words that must occur; a word with a minus in front must not</source>
        <translation>Wörter, die vorkommen müssen; ein Wort mit Minus davor darf nicht</translation>
    </message>
    <message>
        <source>Filter the list</source>
        <translation>Die Liste filtern</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Show only rows in a state, or only rows that are not</source>
        <translation>Nur Zeilen in einem Zustand zeigen, oder nur die anderen</translation>
    </message>
    <message>
        <source>Filter by state</source>
        <translation>Nach Zustand filtern</translation>
    </message>
    <message>
        <source>{state}</source>
        <translation>{state}</translation>
    </message>
    <message>
        <source>Not: {state}</source>
        <translation>Nicht: {state}</translation>
    </message>
    <message>
        <source>Take this filter away</source>
        <translation>Diesen Filter wegnehmen</translation>
    </message>
    <message>
        <source>Filter {state}, press to take it away</source>
        <translation>Filter {state}, drücken, um ihn wegzunehmen</translation>
    </message>
</context>
<context>
    <name>FirstTable</name>
    <message>
        <source>Watchlist as last shown</source>
        <translation>Beobachtungsliste, wie zuletzt gezeigt</translation>
    </message>
</context>
<context>
    <name>HeatMap</name>
    <message>
        <source>Retention of cohorts</source>
        <translation>Retention der Kohorten</translation>
    </message>
    <message>
        <source>No cohorts.</source>
        <translation>Keine Kohorten.</translation>
    </message>
    <message>
        <source>{count} cohorts, ages up to {age}. Walk with the arrow keys.</source>
        <translation>{count} Kohorten, Alter bis {age}. Mit den Pfeiltasten durchgehen.</translation>
    </message>
    <message>
        <source>No cohorts: {reason}.</source>
        <translation>Keine Kohorten: {reason}.</translation>
    </message>
    <message>
        <source>n</source>
        <translation>n</translation>
    </message>
    <message>
        <source>Cohort</source>
        <translation>Kohorte</translation>
    </message>
    <message>
        <source>Age in periods since the first</source>
        <translation>Alter in Zeiträumen seit dem ersten</translation>
    </message>
    <message>
        <source>Cohort {name}, age {age}: not yet</source>
        <translation>Kohorte {name}, Alter {age}: noch nicht</translation>
    </message>
    <message>
        <source>Cohort {name}, age {age}: {share}, {low} – {high}, {active} of n {n}</source>
        <translation>Kohorte {name}, Alter {age}: {share}, {low} – {high}, {active} von n {n}</translation>
    </message>
    <message>
        <source>small cohort</source>
        <translation>kleine Kohorte</translation>
    </message>
</context>
<context>
    <name>Histogram</name>
    <message>
        <source>Nothing to count yet.</source>
        <translation>Noch nichts zu zählen.</translation>
    </message>
    <message>
        <source>{low} – {high}: {count} ({share})</source>
        <translation>{low} – {high}: {count} ({share})</translation>
    </message>
    <message>
        <source>{count} in all, most of them at {value}.</source>
        <translation>Insgesamt {count}, die meisten bei {value}.</translation>
    </message>
</context>
<context>
    <name>HomePanel</name>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>Since your last visit</source>
        <translation>Seit Ihrem letzten Besuch</translation>
    </message>
    <message numerus="yes">
        <source>Last %n day(s)</source>
        <translation>
            <numerusform>Letzter Tag</numerusform>
            <numerusform>Letzte %n Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>Asset</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Unusual</source>
        <translation>Ungewöhnlich</translation>
    </message>
    <message>
        <source>How many times its usual change</source>
        <translation>Das Wievielfache der üblichen Änderung</translation>
    </message>
    <message>
        <source>alert</source>
        <translation>Alarm</translation>
    </message>
    <message>
        <source>{n} ×</source>
        <translation>{n} ×</translation>
    </message>
    <message>
        <source>Nothing was read yet</source>
        <translation>Noch nichts wurde gelesen</translation>
    </message>
    <message>
        <source>A part of the data is {age} old</source>
        <translation>Ein Teil der Daten ist {age} alt</translation>
    </message>
    <message>
        <source>{text} Checked {day}.</source>
        <translation>{text} Geprüft am {day}.</translation>
    </message>
    <message>
        <source>Everything that these networks can tell has been read, and is fresh.</source>
        <translation>Alles, was diese Netzwerke sagen können, ist gelesen und frisch.</translation>
    </message>
    <message>
        <source>{day} overdue</source>
        <translation>{day} überfällig</translation>
    </message>
    <message>
        <source>{day} soon</source>
        <translation>{day} bald</translation>
    </message>
    <message>
        <source>Write down what you believe of a network in its Thesis tab, with a day to look again.</source>
        <translation>Schreiben Sie im Reiter These auf, was Sie von einem Netzwerk glauben, mit einem Tag, um wieder hinzusehen.</translation>
    </message>
    <message>
        <source>Period ended</source>
        <translation>Zeitraum endete</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>Was sich geändert hat</translation>
    </message>
    <message>
        <source>What you cannot know</source>
        <translation>Was Sie nicht wissen können</translation>
    </message>
    <message>
        <source>Look again on</source>
        <translation>Wieder ansehen am</translation>
    </message>
    <message>
        <source>What you believe</source>
        <translation>Was Sie glauben</translation>
    </message>
    <message>
        <source>Theses to look at again</source>
        <translation>Thesen, die wieder anzusehen sind</translation>
    </message>
    <message>
        <source>Since {time} UTC</source>
        <translation>Seit {time} UTC</translation>
    </message>
    <message>
        <source>No closed period has ended since then. Press F5 to pull what is new, or look further back.</source>
        <translation>Seitdem ist kein Zeitraum zu Ende gegangen. Drücken Sie F5, um Neues abzurufen, oder blicken Sie weiter zurück.</translation>
    </message>
</context>
<context>
    <name>InboxPanel</name>
    <message>
        <source>Which messages</source>
        <translation>Welche Meldungen</translation>
    </message>
    <message>
        <source>Since your last visit</source>
        <translation>Seit Ihrem letzten Besuch</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>Ungelesen</translation>
    </message>
    <message>
        <source>Still true</source>
        <translation>Noch zutreffend</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Came true</source>
        <translation>Traf zu</translation>
    </message>
    <message>
        <source>Noticed</source>
        <translation>Bemerkt</translation>
    </message>
    <message>
        <source>Asset</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>Vorbei</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Alerts that came true</source>
        <translation>Alarme, die zutrafen</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>Bestätigen</translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation>Zurückstellen</translation>
    </message>
    <message>
        <source>Silence …</source>
        <translation>Stummschalten …</translation>
    </message>
    <message>
        <source>Show in the chart</source>
        <translation>Im Diagramm zeigen</translation>
    </message>
    <message>
        <source>Open the chart at that moment, as it looked then</source>
        <translation>Das Diagramm in jenem Augenblick öffnen, wie es damals aussah</translation>
    </message>
    <message>
        <source>One hour</source>
        <translation>Eine Stunde</translation>
    </message>
    <message>
        <source>One day</source>
        <translation>Einen Tag</translation>
    </message>
    <message>
        <source>One week</source>
        <translation>Eine Woche</translation>
    </message>
    <message>
        <source>The chart shows what was known on {day}</source>
        <translation>Das Diagramm zeigt, was am {day} bekannt war</translation>
    </message>
    <message>
        <source>Choose “now” above the chart to see what is known today.</source>
        <translation>Wählen Sie „jetzt“ über dem Diagramm, um den heutigen Stand zu sehen.</translation>
    </message>
    <message>
        <source>Mark all as read</source>
        <translation>Alle als gelesen markieren</translation>
    </message>
    <message>
        <source>Nothing came true here. Rules tell when something does: see the rules, or look at everything.</source>
        <translation>Hier traf nichts zu. Regeln sagen Bescheid, wenn etwas geschieht: sehen Sie die Regeln an oder alles.</translation>
    </message>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n ungelesen</numerusform>
            <numerusform>%n ungelesen</numerusform>
        </translation>
    </message>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>acknowledged</source>
        <translation>bestätigt</translation>
    </message>
    <message>
        <source>until {time}</source>
        <translation>bis {time}</translation>
    </message>
    <message>
        <source>read</source>
        <translation>gelesen</translation>
    </message>
    <message>
        <source>came true {true} · noticed {noticed}</source>
        <translation>traf zu {true} · bemerkt {noticed}</translation>
    </message>
    <message>
        <source> (made up)</source>
        <translation> (erfunden)</translation>
    </message>
    <message>
        <source>unread</source>
        <translation>ungelesen</translation>
    </message>
</context>
<context>
    <name>JobView</name>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message numerus="yes">
        <source>{title} and %n more</source>
        <translation>
            <numerusform>{title} und %n weitere</numerusform>
            <numerusform>{title} und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>{rate} {unit} per second</source>
        <translation>{rate} {unit} pro Sekunde</translation>
    </message>
    <message numerus="yes">
        <source>%n second(s) left</source>
        <translation>
            <numerusform>noch %n Sekunde</numerusform>
            <numerusform>noch %n Sekunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) left</source>
        <translation>
            <numerusform>noch %n Minute</numerusform>
            <numerusform>noch %n Minuten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>Key for {title}</source>
        <translation>Schlüssel für {title}</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Keys are kept in the keyring of your system, never in a file of this program. Without a keyring they last until the program is closed.</source>
        <translation>Schlüssel liegen im Schlüsselbund Ihres Systems, nie in einer Datei dieses Programms. Ohne Schlüsselbund gelten sie, bis das Programm geschlossen wird.</translation>
    </message>
    <message>
        <source>Asking the keyring …</source>
        <translation>Der Schlüsselbund wird gefragt …</translation>
    </message>
    <message>
        <source>Keeping the key …</source>
        <translation>Der Schlüssel wird gespeichert …</translation>
    </message>
    <message>
        <source>Asking the provider …</source>
        <translation>Der Anbieter wird gefragt …</translation>
    </message>
    <message>
        <source>A key is kept: {place}</source>
        <translation>Ein Schlüssel ist gespeichert: {place}</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>Kein Schlüssel</translation>
    </message>
    <message>
        <source>No source of this program needs a key.</source>
        <translation>Keine Quelle dieses Programms braucht einen Schlüssel.</translation>
    </message>
</context>
<context>
    <name>LifecycleBars</name>
    <message>
        <source>Who came, stayed, returned, left</source>
        <translation>Wer kam, blieb, zurückkehrte, ging</translation>
    </message>
    <message>
        <source>Nothing to count yet.</source>
        <translation>Noch nichts zu zählen.</translation>
    </message>
    <message>
        <source>Retained</source>
        <translation>Geblieben</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>Zurückgekehrt</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Gegangen</translation>
    </message>
    <message>
        <source>incomplete</source>
        <translation>unvollständig</translation>
    </message>
    <message>
        <source>Quick ratio, right axis</source>
        <translation>Quick Ratio, rechte Achse</translation>
    </message>
    <message>
        <source>{period}: new {new}, retained {kept}, returned {back}, left {left}, quick ratio {quick}</source>
        <translation>{period}: neu {new}, geblieben {kept}, zurückgekehrt {back}, gegangen {left}, Quick Ratio {quick}</translation>
    </message>
</context>
<context>
    <name>LifecyclePanel</name>
    <message>
        <source>Period</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>Per week</source>
        <translation>Pro Woche</translation>
    </message>
    <message>
        <source>Per month</source>
        <translation>Pro Monat</translation>
    </message>
</context>
<context>
    <name>LogView</name>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Keys are removed. The files lie in {folder}</source>
        <translation>Schlüssel sind entfernt. Die Dateien liegen in {folder}</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Neu lesen</translation>
    </message>
    <message>
        <source>The log cannot be read: {reason}</source>
        <translation>Das Protokoll kann nicht gelesen werden: {reason}</translation>
    </message>
</context>
<context>
    <name>Lorenz</name>
    <message>
        <source>Lorenz curve</source>
        <translation>Lorenz-Kurve</translation>
    </message>
    <message>
        <source>Nobody holds anything yet.</source>
        <translation>Noch hält niemand etwas.</translation>
    </message>
    <message>
        <source>Equal shares</source>
        <translation>Gleiche Anteile</translation>
    </message>
    <message>
        <source>{name}: the {top} who hold most hold {share}</source>
        <translation>{name}: die {top}, die am meisten halten, halten {share}</translation>
    </message>
    <message>
        <source>Gini {gini}</source>
        <translation>Gini {gini}</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Panels</source>
        <translation>Felder</translation>
    </message>
    <message>
        <source>Opening the watchlist …</source>
        <translation>Die Beobachtungsliste wird geöffnet …</translation>
    </message>
</context>
<context>
    <name>MethodBars</name>
    <message>
        <source>No verification is published.</source>
        <translation>Es ist keine Verifizierung veröffentlicht.</translation>
    </message>
    <message>
        <source>{period}, {name}: {share}</source>
        <translation>{period}, {name}: {share}</translation>
    </message>
</context>
<context>
    <name>MetricCard</name>
    <message>
        <source>{network}: what is this number</source>
        <translation>{network}: was diese Zahl bedeutet</translation>
    </message>
    <message>
        <source>no complete period yet</source>
        <translation>noch kein vollständiger Zeitraum</translation>
    </message>
    <message>
        <source>Period: {period}</source>
        <translation>Zeitraum: {period}</translation>
    </message>
    <message>
        <source>Complete up to {time} UTC</source>
        <translation>Vollständig bis {time} UTC</translation>
    </message>
    <message>
        <source>95 % interval: {low} … {high}</source>
        <translation>95-%-Intervall: {low} … {high}</translation>
    </message>
    <message>
        <source>n = {n}</source>
        <translation>n = {n}</translation>
    </message>
    <message>
        <source>Too few participants to rely on: shown hollow, alerts do not look at it.</source>
        <translation>Zu wenige Teilnehmer, um sich darauf zu verlassen: hohl gezeichnet, Alarme beachten es nicht.</translation>
    </message>
    <message>
        <source>Complete since {period}</source>
        <translation>Vollständig seit {period}</translation>
    </message>
    <message>
        <source>Definition version {n}</source>
        <translation>Version der Definition: {n}</translation>
    </message>
    <message>
        <source>What it says</source>
        <translation>Was sie sagt</translation>
    </message>
    <message>
        <source>How it is computed</source>
        <translation>Wie sie berechnet wird</translation>
    </message>
    <message>
        <source>What fools it</source>
        <translation>Was sie täuscht</translation>
    </message>
    <message>
        <source>asked {age} ago</source>
        <translation>gefragt vor {age}</translation>
    </message>
    <message>
        <source>read up to {time}</source>
        <translation>gelesen bis {time}</translation>
    </message>
    <message>
        <source>What it rests on</source>
        <translation>Worauf sie beruht</translation>
    </message>
</context>
<context>
    <name>NetworkPanel</name>
    <message>
        <source>Whose activity</source>
        <translation>Wessen Aktivität</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Nutzer</translation>
    </message>
    <message>
        <source>Contributors</source>
        <translation>Beitragende</translation>
    </message>
    <message>
        <source>Developers</source>
        <translation>Entwickler</translation>
    </message>
    <message>
        <source>Validators</source>
        <translation>Validatoren</translation>
    </message>
    <message>
        <source>Holders</source>
        <translation>Halter</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
</context>
<context>
    <name>NoticesDialog</name>
    <message>
        <source>Messages</source>
        <translation>Meldungen</translation>
    </message>
    <message>
        <source>Messages of this session, newest first</source>
        <translation>Meldungen dieser Sitzung, neueste zuerst</translation>
    </message>
    <message>
        <source>No messages so far</source>
        <translation>Bisher keine Meldungen</translation>
    </message>
</context>
<context>
    <name>NumberBox</name>
    <message>
        <source> periods</source>
        <translation> Zeiträume</translation>
    </message>
    <message>
        <source> places</source>
        <translation> Plätze</translation>
    </message>
</context>
<context>
    <name>OperandBox</name>
    <message>
        <source>What to watch</source>
        <translation>Was beobachtet wird</translation>
    </message>
    <message>
        <source>A metric; or type a selector such as active.w@contributor, or a formula</source>
        <translation>Eine Kennzahl; oder ein Selektor wie active.w@contributor, oder eine Formel</translation>
    </message>
</context>
<context>
    <name>OwnDataDialog</name>
    <message>
        <source>{network}: add own data</source>
        <translation>{network}: eigene Daten hinzufügen</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Rows (JMESPath)</source>
        <translation>Zeilen (JMESPath)</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Value, for a series</source>
        <translation>Betrag, für eine Reihe</translation>
    </message>
    <message>
        <source>Participant, for a stream</source>
        <translation>Teilnehmer, für einen Strom</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Counterparty</source>
        <translation>Gegenpartei</translation>
    </message>
    <message>
        <source>What identifies a row</source>
        <translation>Was eine Zeile kennzeichnet</translation>
    </message>
    <message>
        <source>Name of the series or stream</source>
        <translation>Name der Reihe oder des Stroms</translation>
    </message>
    <message>
        <source>Choose a file …</source>
        <translation>Eine Datei wählen …</translation>
    </message>
    <message>
        <source>No file chosen</source>
        <translation>Keine Datei gewählt</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>CSV or Parquet file</source>
        <translation>CSV- oder Parquet-Datei</translation>
    </message>
    <message>
        <source>JSON address</source>
        <translation>JSON-Adresse</translation>
    </message>
    <message>
        <source>The first rows that were found</source>
        <translation>Die ersten gefundenen Zeilen</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Eine Datei wählen</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) found.</source>
        <translation>
            <numerusform>%n Zeile gefunden.</numerusform>
            <numerusform>%n Zeilen gefunden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) can be read.</source>
        <translation>
            <numerusform>%n Zeile kann gelesen werden.</numerusform>
            <numerusform>%n Zeilen können gelesen werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>{n} left out: {reason}</source>
        <translation>{n} ausgelassen: {reason}</translation>
    </message>
    <message>
        <source>Give it a name first, such as own.value.</source>
        <translation>Geben Sie zuerst einen Namen an, etwa own.value.</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Panel</source>
        <translation>Tafel</translation>
    </message>
    <message>
        <source>Asset</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>Type a command, a panel or an asset</source>
        <translation>Befehl, Feld oder Wert eingeben</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Matching commands</source>
        <translation>Passende Befehle</translation>
    </message>
</context>
<context>
    <name>Pane</name>
    <message>
        <source>{title}, no data</source>
        <translation>{title}, keine Daten</translation>
    </message>
    <message>
        <source>{title}, {value}</source>
        <translation>{title}, {value}</translation>
    </message>
</context>
<context>
    <name>PanelHost</name>
    <message>
        <source>This panel could not be opened. The log says why; everything else goes on.</source>
        <translation>Dieses Feld konnte nicht geöffnet werden. Das Protokoll sagt, warum; alles andere läuft weiter.</translation>
    </message>
</context>
<context>
    <name>PatternsPanel</name>
    <message>
        <source>How strict</source>
        <translation>Wie streng</translation>
    </message>
    <message>
        <source>Loose: marks the fewest</source>
        <translation>Locker: markiert am wenigsten</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Strict: marks the most</source>
        <translation>Streng: markiert am meisten</translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation>Muster</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Gruppen</translation>
    </message>
    <message>
        <source>Participants</source>
        <translation>Teilnehmer</translation>
    </message>
    <message>
        <source>Of all</source>
        <translation>Von allen</translation>
    </message>
    <message>
        <source>Patterns found</source>
        <translation>Gefundene Muster</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Mitglieder</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Stream</source>
        <translation>Strom</translation>
    </message>
    <message>
        <source>Marked groups</source>
        <translation>Markierte Gruppen</translation>
    </message>
    <message>
        <source>{marked} of {checked} participants show a pattern ({share}).</source>
        <translation>{marked} von {checked} Teilnehmern zeigen ein Muster ({share}).</translation>
    </message>
    <message>
        <source>First digits of {stream}: distance {distance} from Benford&apos;s law, p = {p}, n = {n}.</source>
        <translation>Erste Ziffern von {stream}: Abstand {distance} vom Benfordschen Gesetz, p = {p}, n = {n}.</translation>
    </message>
    <message>
        <source>Not checked:</source>
        <translation>Nicht geprüft:</translation>
    </message>
</context>
<context>
    <name>PictureDialog</name>
    <message>
        <source>Export a picture</source>
        <translation>Ein Bild exportieren</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source> ×</source>
        <translation> ×</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>As on the screen</source>
        <translation>Wie auf dem Bildschirm</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>&amp;Titel</translation>
    </message>
    <message>
        <source>&amp;Width</source>
        <translation>&amp;Breite</translation>
    </message>
    <message>
        <source>&amp;Height</source>
        <translation>&amp;Höhe</translation>
    </message>
    <message>
        <source>&amp;Density</source>
        <translation>&amp;Dichte</translation>
    </message>
    <message>
        <source>Th&amp;eme</source>
        <translation>&amp;Farbschema</translation>
    </message>
    <message>
        <source>Definition, sources and time stand below the chart.</source>
        <translation>Definition, Quellen und Zeit stehen unter dem Diagramm.</translation>
    </message>
    <message>
        <source>Save as …</source>
        <translation>Speichern unter …</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>PNG picture (*.png);;SVG drawing (*.svg)</source>
        <translation>PNG-Bild (*.png);;SVG-Zeichnung (*.svg)</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Search the settings</source>
        <translation>Die Einstellungen durchsuchen</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>Abschnitte</translation>
    </message>
    <message>
        <source>Put this page back to the defaults</source>
        <translation>Diese Seite auf die Vorgaben zurücksetzen</translation>
    </message>
    <message>
        <source>Counts from the next start.</source>
        <translation>Gilt ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>The command line decides this for the present run.</source>
        <translation>Für diesen Lauf entscheidet die Befehlszeile.</translation>
    </message>
    <message>
        <source>{title}: {reason}</source>
        <translation>{title}: {reason}</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>Preview on</source>
        <translation>Vorschau mit</translation>
    </message>
    <message>
        <source>When it would have fired on</source>
        <translation>Wann sie ausgelöst hätte bei</translation>
    </message>
    <message>
        <source>not with what was known then</source>
        <translation>nicht mit dem damaligen Wissen</translation>
    </message>
    <message>
        <source>Over at</source>
        <translation>Vorbei am</translation>
    </message>
    <message>
        <source>There is no data of this yet, so nothing can be said about the past.</source>
        <translation>Davon gibt es noch keine Daten, über die Vergangenheit lässt sich also nichts sagen.</translation>
    </message>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%n Mal</numerusform>
            <numerusform>%n Mal</numerusform>
        </translation>
    </message>
    <message>
        <source>in {periods} periods from {first} to {last}</source>
        <translation>in {periods} Zeiträumen von {first} bis {last}</translation>
    </message>
    <message>
        <source>usually {days} days apart</source>
        <translation>meist {days} Tage auseinander</translation>
    </message>
    <message>
        <source>longest silence {days} days</source>
        <translation>längste Ruhe {days} Tage</translation>
    </message>
    <message>
        <source>{soon} of {of} over within 2 periods</source>
        <translation>{soon} von {of} innerhalb von 2 Zeiträumen vorbei</translation>
    </message>
    <message numerus="yes">
        <source>%n of them not with what was known then</source>
        <translation>
            <numerusform>%n davon nicht mit dem damaligen Wissen</numerusform>
            <numerusform>%n davon nicht mit dem damaligen Wissen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n period(s) without enough data</source>
        <translation>
            <numerusform>%n Zeitraum ohne genug Daten</numerusform>
            <numerusform>%n Zeiträume ohne genug Daten</numerusform>
        </translation>
    </message>
    <message>
        <source>Afterwards (past, not promise):</source>
        <translation>Danach (Vergangenheit, kein Versprechen):</translation>
    </message>
    <message>
        <source>It would have been paused as too noisy. Give it a recovery level or a cooldown.</source>
        <translation>Sie wäre als zu laut angehalten worden. Geben Sie ihr eine Erholungsschwelle oder eine Ruhezeit.</translation>
    </message>
    <message>
        <source>price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>metric</source>
        <translation>Kennzahl</translation>
    </message>
    <message>
        <source>{what} {days} d later {median} ({low} … {high}, n = {n})</source>
        <translation>{what} {days} T später {median} ({low} … {high}, n = {n})</translation>
    </message>
</context>
<context>
    <name>Program</name>
    <message>
        <source> The old file is kept as {file}.</source>
        <translation> Die alte Datei ist als {file} aufbewahrt.</translation>
    </message>
    <message>
        <source>A setting could not be used and has its default value</source>
        <translation>Eine Einstellung war nicht verwendbar und hat ihren Vorgabewert</translation>
    </message>
    <message>
        <source>The settings could not be used</source>
        <translation>Die Einstellungen waren nicht verwendbar</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Safe mode: default settings, nothing is pulled</source>
        <translation>Sicherer Modus: Vorgabeeinstellungen, nichts wird abgerufen</translation>
    </message>
</context>
<context>
    <name>RangeBar</name>
    <message>
        <source>Dates</source>
        <translation>Daten von bis</translation>
    </message>
    <message>
        <source>Choose the first and the last day</source>
        <translation>Den ersten und den letzten Tag wählen</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Messen</translation>
    </message>
    <message>
        <source>Measure days and change between two places (drag, or key M)</source>
        <translation>Tage und Änderung zwischen zwei Stellen messen (ziehen oder Taste M)</translation>
    </message>
    <message>
        <source>How values become heights in the chosen pane</source>
        <translation>Wie Werte im gewählten Feld zu Höhen werden</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Show everything on automatic axes (key 0)</source>
        <translation>Alles mit automatischen Achsen zeigen (Taste 0)</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Erster Tag</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Letzter Tag</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
</context>
<context>
    <name>RetentionCurves</name>
    <message>
        <source>Retention by age</source>
        <translation>Retention nach Alter</translation>
    </message>
    <message>
        <source>No cohorts: {reason}.</source>
        <translation>Keine Kohorten: {reason}.</translation>
    </message>
    <message>
        <source>All cohorts</source>
        <translation>Alle Kohorten</translation>
    </message>
    <message>
        <source>{title}, age {age}: {share}, n {n}</source>
        <translation>{title}, Alter {age}: {share}, n {n}</translation>
    </message>
    <message>
        <source>{count} cohorts; at age {age} {share} of all are left.</source>
        <translation>{count} Kohorten; im Alter {age} sind {share} von allen übrig.</translation>
    </message>
    <message>
        <source>Cohort {name}, age {age}: {share}, {low} – {high}, n {n}</source>
        <translation>Kohorte {name}, Alter {age}: {share}, {low} – {high}, n {n}</translation>
    </message>
</context>
<context>
    <name>RuleEditor</name>
    <message>
        <source>New rule</source>
        <translation>Neue Regel</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Name of the rule</source>
        <translation>Name der Regel</translation>
    </message>
    <message>
        <source>The rule as text</source>
        <translation>Die Regel als Text</translation>
    </message>
    <message>
        <source>all of them</source>
        <translation>alle davon</translation>
    </message>
    <message>
        <source>any of them</source>
        <translation>irgendeine davon</translation>
    </message>
    <message>
        <source>one after the other</source>
        <translation>eine nach der anderen</translation>
    </message>
    <message>
        <source>How the conditions belong together</source>
        <translation>Wie die Bedingungen zusammengehören</translation>
    </message>
    <message>
        <source>within </source>
        <translation>innerhalb von </translation>
    </message>
    <message>
        <source> days</source>
        <translation> Tage</translation>
    </message>
    <message>
        <source>Whom to watch</source>
        <translation>Wer beobachtet wird</translation>
    </message>
    <message>
        <source>For how many periods</source>
        <translation>Für wie viele Zeiträume</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>closed days</source>
        <translation>abgeschlossene Tage</translation>
    </message>
    <message>
        <source>closed weeks</source>
        <translation>abgeschlossene Wochen</translation>
    </message>
    <message>
        <source>closed months</source>
        <translation>abgeschlossene Monate</translation>
    </message>
    <message>
        <source>Add a condition</source>
        <translation>Eine Bedingung hinzufügen</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Was nicht stimmt</translation>
    </message>
    <message>
        <source>of</source>
        <translation>von</translation>
    </message>
    <message>
        <source>for</source>
        <translation>für</translation>
    </message>
    <message>
        <source>Take over this text</source>
        <translation>Diesen Text übernehmen</translation>
    </message>
    <message>
        <source>Finer points</source>
        <translation>Feinheiten</translation>
    </message>
    <message>
        <source>As text</source>
        <translation>Als Text</translation>
    </message>
    <message>
        <source> for {count} {periods}</source>
        <translation> für {count} {periods}</translation>
    </message>
    <message>
        <source>{subject}: {sentence}{lasting}</source>
        <translation>{subject}: {sentence}{lasting}</translation>
    </message>
    <message>
        <source>and</source>
        <translation>und</translation>
    </message>
    <message>
        <source>or</source>
        <translation>oder</translation>
    </message>
    <message>
        <source>then</source>
        <translation>dann</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>any in {list}</source>
        <translation>irgendeiner in {list}</translation>
    </message>
</context>
<context>
    <name>RulesPanel</name>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Watches</source>
        <translation>Beobachtet</translation>
    </message>
    <message>
        <source>Comes true when</source>
        <translation>Trifft zu, wenn</translation>
    </message>
    <message>
        <source>Last firing</source>
        <translation>Letzte Auslösung</translation>
    </message>
    <message>
        <source>Fired</source>
        <translation>Ausgelöst</translation>
    </message>
    <message>
        <source>Looked at up to</source>
        <translation>Angesehen bis</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Nächstes</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Meldungen</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>No rules yet. A rule tells you when a number of a network comes true: make one of your own, start from a recipe, or right-click a value in a chart.</source>
        <translation>Noch keine Regeln. Eine Regel sagt Bescheid, wenn eine Zahl eines Netzwerks zutrifft: machen Sie eine eigene, beginnen Sie mit einem Rezept oder klicken Sie rechts auf einen Wert im Diagramm.</translation>
    </message>
    <message>
        <source>New rule …</source>
        <translation>Neue Regel …</translation>
    </message>
    <message>
        <source>From a recipe</source>
        <translation>Aus einem Rezept</translation>
    </message>
    <message>
        <source>Edit …</source>
        <translation>Bearbeiten …</translation>
    </message>
    <message>
        <source>Switch on or off</source>
        <translation>Ein- oder ausschalten</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>Jetzt prüfen</translation>
    </message>
    <message>
        <source>Import …</source>
        <translation>Importieren …</translation>
    </message>
    <message>
        <source>Export …</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Silences …</source>
        <translation>Stummschaltungen …</translation>
    </message>
    <message>
        <source>Channels …</source>
        <translation>Kanäle …</translation>
    </message>
    <message>
        <source>{metric} moves through a level</source>
        <translation>{metric} durchquert eine Schwelle</translation>
    </message>
    <message>
        <source>This rule cannot be read</source>
        <translation>Diese Regel kann nicht gelesen werden</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n rule(s)?</source>
        <translation>
            <numerusform>%n Regel entfernen?</numerusform>
            <numerusform>%n Regeln entfernen?</numerusform>
        </translation>
    </message>
    <message>
        <source>What they told so far stays in the inbox.</source>
        <translation>Was sie bisher gemeldet haben, bleibt im Eingang.</translation>
    </message>
    <message>
        <source>All rules were looked at</source>
        <translation>Alle Regeln wurden angesehen</translation>
    </message>
    <message numerus="yes">
        <source>%n came true now.</source>
        <translation>
            <numerusform>%n traf jetzt zu.</numerusform>
            <numerusform>%n trafen jetzt zu.</numerusform>
        </translation>
    </message>
    <message>
        <source>Import rules</source>
        <translation>Regeln importieren</translation>
    </message>
    <message>
        <source>Rules (*.json)</source>
        <translation>Regeln (*.json)</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>Importiert</translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s) were imported.</source>
        <translation>
            <numerusform>%n Regel wurde importiert.</numerusform>
            <numerusform>%n Regeln wurden importiert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Export rules</source>
        <translation>Regeln exportieren</translation>
    </message>
    <message>
        <source>The file could not be written</source>
        <translation>Die Datei konnte nicht geschrieben werden</translation>
    </message>
    <message>
        <source>That did not work</source>
        <translation>Das ist nicht gelungen</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>{sent} sent, {other} not</source>
        <translation>{sent} gesendet, {other} nicht</translation>
    </message>
</context>
<context>
    <name>Scatter</name>
    <message>
        <source>No network has both figures yet.</source>
        <translation>Noch hat kein Netzwerk beide Zahlen.</translation>
    </message>
    <message>
        <source>{name}: {x_name} {x}, {y_name} {y}</source>
        <translation>{name}: {x_name} {x}, {y_name} {y}</translation>
    </message>
    <message>
        <source>{count} networks placed.</source>
        <translation>{count} Netzwerke eingetragen.</translation>
    </message>
    <message>
        <source>Without both figures: {names}.</source>
        <translation>Ohne beide Zahlen: {names}.</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Search commands and keys</source>
        <translation>Befehle und Tasten durchsuchen</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Shortcut</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Commands and their shortcuts</source>
        <translation>Befehle und ihre Tastenkürzel</translation>
    </message>
    <message>
        <source>New shortcut</source>
        <translation>Neues Tastenkürzel</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Verwenden</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keiner</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>Felder</translation>
    </message>
    <message>
        <source>In the chart</source>
        <translation>Im Diagramm</translation>
    </message>
    <message>
        <source>{keys} is taken by “{command}”.</source>
        <translation>{keys} gehört schon zu „{command}“.</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Gespeichert</translation>
    </message>
</context>
<context>
    <name>SilencesDialog</name>
    <message>
        <source>Silences</source>
        <translation>Stummschaltungen</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Asset</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>any rule</source>
        <translation>jede Regel</translation>
    </message>
    <message>
        <source>any asset</source>
        <translation>jeder Wert</translation>
    </message>
    <message>
        <source>Why you want no messages</source>
        <translation>Warum Sie keine Meldungen wollen</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>End now</source>
        <translation>Jetzt beenden</translation>
    </message>
    <message>
        <source>No messages of</source>
        <translation>Keine Meldungen von</translation>
    </message>
    <message>
        <source>about</source>
        <translation>über</translation>
    </message>
    <message>
        <source>until</source>
        <translation>bis</translation>
    </message>
    <message>
        <source>because</source>
        <translation>weil</translation>
    </message>
    <message>
        <source> (over)</source>
        <translation> (vorbei)</translation>
    </message>
</context>
<context>
    <name>SmallMultiples</name>
    <message>
        <source>Networks compared</source>
        <translation>Netzwerke im Vergleich</translation>
    </message>
    <message>
        <source>{rows} networks. Walk with the arrow keys.</source>
        <translation>{rows} Netzwerke. Mit den Pfeiltasten durchgehen.</translation>
    </message>
    <message>
        <source>Choose networks and metrics to compare.</source>
        <translation>Wählen Sie Netzwerke und Kennzahlen zum Vergleichen.</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>keine Daten</translation>
    </message>
</context>
<context>
    <name>SmartListDialog</name>
    <message>
        <source>List by a rule</source>
        <translation>Liste nach einer Regel</translation>
    </message>
    <message>
        <source>Name of the list</source>
        <translation>Name der Liste</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Insert a metric</source>
        <translation>Eine Kennzahl einfügen</translation>
    </message>
    <message>
        <source>Compare metrics with numbers and join comparisons by and, or, not. Shares are numbers from 0 to 1. A missing number satisfies nothing.</source>
        <translation>Vergleichen Sie Kennzahlen mit Zahlen und verbinden Sie Vergleiche mit and, or, not. Anteile sind Zahlen von 0 bis 1. Eine fehlende Zahl erfüllt nichts.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Write a rule, for example: retention.w4 &gt; 0.25</source>
        <translation>Schreiben Sie eine Regel, zum Beispiel: retention.w4 &gt; 0.25</translation>
    </message>
    <message numerus="yes">
        <source>%n network(s) satisfy it now.</source>
        <translation>
            <numerusform>%n Netzwerk erfüllt sie jetzt.</numerusform>
            <numerusform>%n Netzwerke erfüllen sie jetzt.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SnapshotsPanel</name>
    <message>
        <source>As of (UTC)</source>
        <translation>Stand (UTC)</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Assets</source>
        <translation>Werte</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Anlass</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Snapshots</source>
        <translation>Schnappschüsse</translation>
    </message>
    <message>
        <source>Asset</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Was gefunden wurde</translation>
    </message>
    <message>
        <source>&amp;Take a snapshot</source>
        <translation>&amp;Schnappschuss machen</translation>
    </message>
    <message>
        <source>&amp;Verify</source>
        <translation>&amp;Prüfen</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>&amp;Vergleichen</translation>
    </message>
    <message>
        <source>&amp;Keep for ever</source>
        <translation>&amp;Für immer behalten</translation>
    </message>
    <message>
        <source>Verify a &amp;file …</source>
        <translation>Date&amp;i prüfen …</translation>
    </message>
    <message>
        <source>&amp;Report …</source>
        <translation>B&amp;ericht …</translation>
    </message>
    <message>
        <source>&amp;Export a table …</source>
        <translation>Tabelle e&amp;xportieren …</translation>
    </message>
    <message>
        <source>Taking a snapshot …</source>
        <translation>Schnappschuss wird gemacht …</translation>
    </message>
    <message>
        <source>Verify a snapshot</source>
        <translation>Einen Schnappschuss prüfen</translation>
    </message>
    <message>
        <source>Comparing …</source>
        <translation>Wird verglichen …</translation>
    </message>
    <message>
        <source>PDF report (*.pdf)</source>
        <translation>PDF-Bericht (*.pdf)</translation>
    </message>
    <message>
        <source>Write a report</source>
        <translation>Einen Bericht schreiben</translation>
    </message>
    <message>
        <source>There is no snapshot yet. One freezes the list, so that you can prove and compare it later.</source>
        <translation>Es gibt noch keinen Schnappschuss. Er hält die Liste fest, damit Sie sie später belegen und vergleichen können.</translation>
    </message>
    <message>
        <source> (simulated)</source>
        <translation> (simuliert)</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>angeheftet</translation>
    </message>
    <message>
        <source>Taken: {file}
Fingerprint {print}</source>
        <translation>Gemacht: {file}
Fingerabdruck {print}</translation>
    </message>
    <message>
        <source>Checking …</source>
        <translation>Wird geprüft …</translation>
    </message>
    <message>
        <source>The file was altered. Nothing in it can be trusted.</source>
        <translation>Die Datei wurde verändert. Nichts darin ist vertrauenswürdig.</translation>
    </message>
    <message numerus="yes">
        <source>Intact. %n series computed again from its data, all as contained.</source>
        <translation>
            <numerusform>Unversehrt. %n Reihe aus den Daten neu berechnet, wie enthalten.</numerusform>
            <numerusform>Unversehrt. %n Reihen aus den Daten neu berechnet, alle wie enthalten.</numerusform>
        </translation>
    </message>
    <message>
        <source>Intact, but its data does not give its numbers.</source>
        <translation>Unversehrt, aber die Daten ergeben die Zahlen nicht.</translation>
    </message>
    <message>
        <source>Fingerprint {text}</source>
        <translation>Fingerabdruck {text}</translation>
    </message>
    <message>
        <source>From {old} to {new}: {count} changes, {same} unchanged.</source>
        <translation>Von {old} bis {new}: {count} Änderungen, {same} unverändert.</translation>
    </message>
    <message>
        <source>That did not work</source>
        <translation>Das ist nicht gelungen</translation>
    </message>
</context>
<context>
    <name>SourceButton</name>
    <message>
        <source>How the data sources are doing</source>
        <translation>Wie es den Datenquellen geht</translation>
    </message>
    <message>
        <source>Offline: data as last pulled</source>
        <translation>Offline: Daten wie zuletzt abgerufen</translation>
    </message>
    <message>
        <source>Sources: nothing pulled yet</source>
        <translation>Quellen: noch nichts abgerufen</translation>
    </message>
    <message>
        <source>Sources: {good} good, {troubled} in trouble</source>
        <translation>Quellen: {good} gut, {troubled} gestört</translation>
    </message>
    <message numerus="yes">
        <source>Sources: all %n good</source>
        <translation>
            <numerusform>Quellen: %n gut</numerusform>
            <numerusform>Quellen: alle %n gut</numerusform>
        </translation>
    </message>
    <message>
        <source>No source has been asked yet</source>
        <translation>Noch wurde keine Quelle gefragt</translation>
    </message>
    <message>
        <source>Open the page of sources</source>
        <translation>Die Seite der Quellen öffnen</translation>
    </message>
</context>
<context>
    <name>SourcesPanel</name>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>Status of sources</source>
        <translation>Zustand der Quellen</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Last good</source>
        <translation>Zuletzt gut</translation>
    </message>
    <message>
        <source>Last try</source>
        <translation>Letzter Versuch</translation>
    </message>
    <message>
        <source>Next try</source>
        <translation>Nächster Versuch</translation>
    </message>
    <message>
        <source>Quota left</source>
        <translation>Verbleibende Quote</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>In words</source>
        <translation>In Worten</translation>
    </message>
    <message>
        <source>What rests on which source</source>
        <translation>Was auf welcher Quelle beruht</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netzwerk</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Sources, first choice first</source>
        <translation>Quellen, erste Wahl zuerst</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Gelesen</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>If it stops</source>
        <translation>Wenn sie ausfällt</translation>
    </message>
    <message>
        <source>Hosts that were contacted</source>
        <translation>Kontaktierte Hosts</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>Allowed</source>
        <translation>Erlaubt</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Empfangen</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Zuletzt</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Wofür</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Values that look wrong</source>
        <translation>Werte, die falsch aussehen</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>Reihe</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Why it waits</source>
        <translation>Warum er wartet</translation>
    </message>
    <message>
        <source>Last raw answer …</source>
        <translation>Letzte Rohantwort …</translation>
    </message>
    <message>
        <source>Switch on or off</source>
        <translation>Ein- oder ausschalten</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>Freigeben</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>Abdeckung</translation>
    </message>
    <message>
        <source>Hosts</source>
        <translation>Hosts</translation>
    </message>
    <message>
        <source>Quarantine</source>
        <translation>Quarantäne</translation>
    </message>
    <message>
        <source>needs a key</source>
        <translation>braucht einen Schlüssel</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>not asked yet</source>
        <translation>noch nicht gefragt</translation>
    </message>
    <message>
        <source>set</source>
        <translation>gesetzt</translation>
    </message>
    <message>
        <source>{n} holes</source>
        <translation>{n} Lücken</translation>
    </message>
    <message>
        <source>switched off</source>
        <translation>abgeschaltet</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>Last raw answers</source>
        <translation>Letzte Rohantworten</translation>
    </message>
    <message>
        <source>Nothing was received from this source yet.</source>
        <translation>Von dieser Quelle wurde noch nichts empfangen.</translation>
    </message>
</context>
<context>
    <name>Survival</name>
    <message>
        <source>Survival in weeks since the first</source>
        <translation>Verbleib in Wochen seit der ersten</translation>
    </message>
    <message>
        <source>No curve: {reason}.</source>
        <translation>Keine Kurve: {reason}.</translation>
    </message>
    <message>
        <source>Still taking part, n {n}</source>
        <translation>Noch dabei, n {n}</translation>
    </message>
    <message>
        <source>Week {week}: {share}, {low} – {high}; at risk {risk}, lost {lost}</source>
        <translation>Woche {week}: {share}, {low} – {high}; unter Beobachtung {risk}, verloren {lost}</translation>
    </message>
    <message>
        <source>Half are lost after {weeks} weeks</source>
        <translation>Die Hälfte ist nach {weeks} Wochen verloren</translation>
    </message>
    <message>
        <source>{n} participants; {last} still take part after {weeks} weeks.</source>
        <translation>{n} Teilnehmer; {last} nehmen nach {weeks} Wochen noch teil.</translation>
    </message>
</context>
<context>
    <name>TableDialog</name>
    <message>
        <source>Export a table</source>
        <translation>Eine Tabelle exportieren</translation>
    </message>
    <message>
        <source>The list as it stands</source>
        <translation>Die Liste, wie sie ist</translation>
    </message>
    <message>
        <source>Its history: one row per asset, metric and period</source>
        <translation>Ihr Verlauf: eine Zeile je Wert, Kennzahl und Zeitraum</translation>
    </message>
    <message>
        <source>&amp;All lists</source>
        <translation>&amp;Alle Listen</translation>
    </message>
    <message>
        <source>Decimal &amp;comma (CSV)</source>
        <translation>Dezimal&amp;komma (CSV)</translation>
    </message>
    <message>
        <source>&amp;What</source>
        <translation>&amp;Was</translation>
    </message>
    <message>
        <source>&amp;Form</source>
        <translation>&amp;Format</translation>
    </message>
    <message>
        <source>Save as …</source>
        <translation>Speichern unter …</translation>
    </message>
</context>
<context>
    <name>TextView</name>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
</context>
<context>
    <name>ThesisPanel</name>
    <message>
        <source>What do you believe about this network, and why?</source>
        <translation>Was glauben Sie über dieses Netzwerk, und warum?</translation>
    </message>
    <message>
        <source>What would prove you wrong? One sentence per line, such as: retention W4 below 20 % for 8 weeks</source>
        <translation>Was würde Sie widerlegen? Ein Satz pro Zeile, etwa: retention W4 below 20 % for 8 weeks</translation>
    </message>
    <message>
        <source>I believe</source>
        <translation>Ich glaube</translation>
    </message>
    <message>
        <source>I am wrong if</source>
        <translation>Ich irre mich, wenn</translation>
    </message>
    <message>
        <source>Look again on</source>
        <translation>Wieder ansehen am</translation>
    </message>
    <message>
        <source>Earlier versions</source>
        <translation>Frühere Fassungen</translation>
    </message>
    <message>
        <source>Keep this version</source>
        <translation>Diese Fassung aufbewahren</translation>
    </message>
    <message>
        <source>Put the present text into the history, with today&apos;s date</source>
        <translation>Den jetzigen Text mit dem heutigen Datum in die Geschichte aufnehmen</translation>
    </message>
    <message>
        <source>Time to look again.</source>
        <translation>Es ist Zeit, wieder hinzusehen.</translation>
    </message>
    <message>
        <source>Not kept yet</source>
        <translation>Noch nicht gespeichert</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Gespeichert</translation>
    </message>
</context>
<context>
    <name>TimingFields</name>
    <message>
        <source>at</source>
        <translation>um</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>Vorbei</translation>
    </message>
    <message>
        <source> periods</source>
        <translation> Zeiträume</translation>
    </message>
    <message>
        <source>Keep firing for</source>
        <translation>Weiter auslösen</translation>
    </message>
    <message>
        <source>every time it comes true again</source>
        <translation>jedes Mal, wenn sie wieder zutrifft</translation>
    </message>
    <message>
        <source>in every period while it is true</source>
        <translation>in jedem Zeitraum, solange sie zutrifft</translation>
    </message>
    <message>
        <source>only once</source>
        <translation>nur einmal</translation>
    </message>
    <message>
        <source>Tell</source>
        <translation>Melden</translation>
    </message>
    <message>
        <source> hours</source>
        <translation> Stunden</translation>
    </message>
    <message>
        <source>Then be silent for</source>
        <translation>Danach still für</translation>
    </message>
    <message>
        <source> firings in 7 days</source>
        <translation> Auslösungen in 7 Tagen</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>Pause after</source>
        <translation>Anhalten nach</translation>
    </message>
    <message>
        <source>also before a period ends</source>
        <translation>auch bevor ein Zeitraum endet</translation>
    </message>
    <message>
        <source>Early</source>
        <translation>Früh</translation>
    </message>
    <message>
        <source>after</source>
        <translation>nach</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>Endet</translation>
    </message>
    <message>
        <source>only from</source>
        <translation>nur ab</translation>
    </message>
    <message>
        <source>Tell me</source>
        <translation>Mir melden</translation>
    </message>
    <message>
        <source>to</source>
        <translation>bis</translation>
    </message>
    <message>
        <source>A number that rests on fewer participants never fires</source>
        <translation>Eine Zahl, die auf weniger Teilnehmern beruht, löst nie aus</translation>
    </message>
    <message>
        <source>Least participants</source>
        <translation>Wenigste Teilnehmer</translation>
    </message>
    <message>
        <source>Least history</source>
        <translation>Kürzeste Geschichte</translation>
    </message>
    <message>
        <source> days</source>
        <translation> Tage</translation>
    </message>
    <message>
        <source>Data is too old after</source>
        <translation>Daten sind zu alt nach</translation>
    </message>
    <message>
        <source>Without data</source>
        <translation>Ohne Daten</translation>
    </message>
    <message>
        <source>When the source fails</source>
        <translation>Wenn die Quelle ausfällt</translation>
    </message>
    <message>
        <source>When data is too old</source>
        <translation>Wenn Daten zu alt sind</translation>
    </message>
    <message>
        <source>quiet</source>
        <translation>leise</translation>
    </message>
    <message>
        <source>normal</source>
        <translation>normal</translation>
    </message>
    <message>
        <source>urgent</source>
        <translation>dringend</translation>
    </message>
    <message>
        <source>How loud</source>
        <translation>Wie laut</translation>
    </message>
    <message>
        <source>Send to</source>
        <translation>Senden an</translation>
    </message>
    <message>
        <source>Why you watch this</source>
        <translation>Warum Sie das beobachten</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>keep the last state</source>
        <translation>den letzten Zustand behalten</translation>
    </message>
    <message>
        <source>tell me</source>
        <translation>mir melden</translation>
    </message>
    <message>
        <source>count as normal</source>
        <translation>als normal zählen</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Show the window</source>
        <translation>Das Fenster zeigen</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
</context>
<context>
    <name>VerificationPanel</name>
    <message>
        <source>Method</source>
        <translation>Verfahren</translation>
    </message>
    <message>
        <source>Verifications</source>
        <translation>Verifizierungen</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>Posten</translation>
    </message>
    <message>
        <source>Verifiers</source>
        <translation>Verifizierer</translation>
    </message>
    <message>
        <source>In the rate</source>
        <translation>In der Quote</translation>
    </message>
    <message>
        <source>By method</source>
        <translation>Nach Verfahren</translation>
    </message>
    <message>
        <source>Newest complete week</source>
        <translation>Neueste vollständige Woche</translation>
    </message>
    <message>
        <source>Used items</source>
        <translation>Genutzte Posten</translation>
    </message>
    <message>
        <source>Verified items</source>
        <translation>Verifizierte Posten</translation>
    </message>
    <message>
        <source>Verification rate</source>
        <translation>Verifizierungsquote</translation>
    </message>
    <message>
        <source>Median latency</source>
        <translation>Median der Latenz</translation>
    </message>
    <message>
        <source>Latency, 90th percentile</source>
        <translation>Latenz, 90. Perzentil</translation>
    </message>
    <message>
        <source>Linked pairs</source>
        <translation>Verknüpfte Paare</translation>
    </message>
    <message>
        <source>Liveness</source>
        <translation>Lebenszeichen</translation>
    </message>
    <message>
        <source>Registered verifiers</source>
        <translation>Angemeldete Verifizierer</translation>
    </message>
    <message>
        <source>Payers</source>
        <translation>Zahler</translation>
    </message>
    <message>
        <source>Largest payer</source>
        <translation>Größter Zahler</translation>
    </message>
    <message>
        <source>Paid by the payee&apos;s own cluster</source>
        <translation>Vom eigenen Cluster des Empfängers bezahlt</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no, a claim</source>
        <translation>nein, eine Behauptung</translation>
    </message>
</context>
<context>
    <name>WatchDelegate</name>
    <message>
        <source>SIM</source>
        <translation>SIM</translation>
    </message>
    <message>
        <source>old {age}</source>
        <translation>alt {age}</translation>
    </message>
</context>
<context>
    <name>WatchMenus</name>
    <message>
        <source>New list …</source>
        <translation>Neue Liste …</translation>
    </message>
    <message>
        <source>New list by a rule …</source>
        <translation>Neue Liste nach einer Regel …</translation>
    </message>
    <message>
        <source>Rename …</source>
        <translation>Umbenennen …</translation>
    </message>
    <message>
        <source>Change the rule …</source>
        <translation>Die Regel ändern …</translation>
    </message>
    <message>
        <source>Remove this list</source>
        <translation>Diese Liste entfernen</translation>
    </message>
    <message>
        <source>Remove a list</source>
        <translation>Eine Liste entfernen</translation>
    </message>
    <message>
        <source>Add an asset …</source>
        <translation>Einen Wert hinzufügen …</translation>
    </message>
    <message>
        <source>Note and tags …</source>
        <translation>Notiz und Schlagwörter …</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Also put into</source>
        <translation>Auch aufnehmen in</translation>
    </message>
    <message>
        <source>Watchlist</source>
        <translation>Beobachtungsliste</translation>
    </message>
    <message>
        <source>Compare in the chart</source>
        <translation>Im Diagramm vergleichen</translation>
    </message>
    <message>
        <source>Remove from this list</source>
        <translation>Aus dieser Liste entfernen</translation>
    </message>
    <message>
        <source>New group …</source>
        <translation>Neue Gruppe …</translation>
    </message>
    <message>
        <source>No group</source>
        <translation>Keine Gruppe</translation>
    </message>
    <message>
        <source>New group</source>
        <translation>Neue Gruppe</translation>
    </message>
    <message>
        <source>Name of the group</source>
        <translation>Name der Gruppe</translation>
    </message>
    <message>
        <source>Put into another list</source>
        <translation>In eine andere Liste aufnehmen</translation>
    </message>
    <message>
        <source>Choose columns …</source>
        <translation>Spalten wählen …</translation>
    </message>
    <message>
        <source>Groups under their names</source>
        <translation>Gruppen unter ihren Namen</translation>
    </message>
    <message>
        <source>Keep this view …</source>
        <translation>Diese Ansicht behalten …</translation>
    </message>
    <message>
        <source>Forget a view</source>
        <translation>Eine Ansicht vergessen</translation>
    </message>
    <message>
        <source>Keep this view</source>
        <translation>Diese Ansicht behalten</translation>
    </message>
    <message>
        <source>Name of the view</source>
        <translation>Name der Ansicht</translation>
    </message>
</context>
<context>
    <name>WatchModel</name>
    <message>
        <source>Without a group</source>
        <translation>Ohne Gruppe</translation>
    </message>
    <message>
        <source>{title}  ({n})</source>
        <translation>{title}  ({n})</translation>
    </message>
    <message>
        <source>no value</source>
        <translation>kein Wert</translation>
    </message>
    <message>
        <source>Simulated: nothing here happened.</source>
        <translation>Simuliert: nichts davon ist geschehen.</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>Newest data: {newest}
Oldest part: {oldest}</source>
        <translation>Neueste Daten: {newest}
Ältester Teil: {oldest}</translation>
    </message>
    <message>
        <source>95 % interval: {low} … {high}</source>
        <translation>95-%-Intervall: {low} … {high}</translation>
    </message>
    <message>
        <source>n = {n}</source>
        <translation>n = {n}</translation>
    </message>
    <message>
        <source>Too few participants to rely on</source>
        <translation>Zu wenige Teilnehmer, um sich darauf zu verlassen</translation>
    </message>
    <message>
        <source>Complete up to {time}</source>
        <translation>Vollständig bis {time}</translation>
    </message>
    <message>
        <source>Sources: {names}</source>
        <translation>Quellen: {names}</translation>
    </message>
</context>
<context>
    <name>WatchlistPanel</name>
    <message>
        <source>Lists</source>
        <translation>Listen</translation>
    </message>
    <message>
        <source>Add an asset</source>
        <translation>Einen Wert hinzufügen</translation>
    </message>
    <message>
        <source>Add an asset to this list (Ctrl+N)</source>
        <translation>Dieser Liste einen Wert hinzufügen (Strg+N)</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Views of this list</source>
        <translation>Ansichten dieser Liste</translation>
    </message>
    <message>
        <source>Choose columns, keep this view of the list, or use one that was kept</source>
        <translation>Spalten wählen, diese Ansicht der Liste behalten oder eine behaltene verwenden</translation>
    </message>
    <message>
        <source>Watchlist</source>
        <translation>Beobachtungsliste</translation>
    </message>
    <message>
        <source>No asset of this list fits the filter.</source>
        <translation>Kein Wert dieser Liste passt zum Filter.</translation>
    </message>
    <message>
        <source>Members follow the rule: {rule}</source>
        <translation>Die Mitglieder folgen der Regel: {rule}</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>Aus der Liste entfernen</translation>
    </message>
    <message>
        <source>Move in the list</source>
        <translation>In der Liste verschieben</translation>
    </message>
    <message>
        <source>Reorder the lists</source>
        <translation>Die Listen umordnen</translation>
    </message>
    <message>
        <source>New list</source>
        <translation>Neue Liste</translation>
    </message>
    <message>
        <source>Name of the list</source>
        <translation>Name der Liste</translation>
    </message>
    <message>
        <source>Add a list</source>
        <translation>Eine Liste hinzufügen</translation>
    </message>
    <message>
        <source>Change a rule</source>
        <translation>Eine Regel ändern</translation>
    </message>
    <message>
        <source>Rename list</source>
        <translation>Liste umbenennen</translation>
    </message>
    <message>
        <source>Rename a list</source>
        <translation>Eine Liste umbenennen</translation>
    </message>
    <message>
        <source>Note and tags</source>
        <translation>Notiz und Schlagwörter</translation>
    </message>
    <message>
        <source>Put into another list</source>
        <translation>In eine andere Liste aufnehmen</translation>
    </message>
</context>
<context>
    <name>actions</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Data</source>
        <translation>Da&amp;ten</translation>
    </message>
    <message>
        <source>&amp;Alerts</source>
        <translation>A&amp;larme</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Add an asset …</source>
        <translation>Einen Wert &amp;hinzufügen …</translation>
    </message>
    <message>
        <source>Find a network, token or stock and put it on this list</source>
        <translation>Ein Netzwerk, einen Token oder eine Aktie finden und auf diese Liste setzen</translation>
    </message>
    <message>
        <source>Add own &amp;data …</source>
        <translation>Eigene &amp;Daten hinzufügen …</translation>
    </message>
    <message>
        <source>Bring a CSV or Parquet file, or a JSON address, to the selected asset</source>
        <translation>Dem gewählten Wert eine CSV- oder Parquet-Datei oder eine JSON-Adresse hinzufügen</translation>
    </message>
    <message>
        <source>New &amp;list …</source>
        <translation>Neue &amp;Liste …</translation>
    </message>
    <message>
        <source>Start another list</source>
        <translation>Eine weitere Liste beginnen</translation>
    </message>
    <message>
        <source>New list by a &amp;rule …</source>
        <translation>Neue Liste nach einer &amp;Regel …</translation>
    </message>
    <message>
        <source>A list whose members are all watched networks that satisfy a rule</source>
        <translation>Eine Liste, deren Mitglieder alle beobachteten Netzwerke sind, die eine Regel erfüllen</translation>
    </message>
    <message>
        <source>Take a &amp;snapshot</source>
        <translation>&amp;Schnappschuss machen</translation>
    </message>
    <message>
        <source>Freeze the list as one file that can be verified and compared later</source>
        <translation>Die Liste als eine Datei festhalten, die später geprüft und verglichen werden kann</translation>
    </message>
    <message>
        <source>Write a &amp;report …</source>
        <translation>B&amp;ericht schreiben …</translation>
    </message>
    <message>
        <source>Write the list as a PDF</source>
        <translation>Die Liste als PDF schreiben</translation>
    </message>
    <message>
        <source>Export a &amp;table …</source>
        <translation>&amp;Tabelle exportieren …</translation>
    </message>
    <message>
        <source>Write the list or its history as CSV, XLSX, JSON or Parquet</source>
        <translation>Die Liste oder ihren Verlauf als CSV, XLSX, JSON oder Parquet schreiben</translation>
    </message>
    <message>
        <source>Export a &amp;picture …</source>
        <translation>Bild e&amp;xportieren …</translation>
    </message>
    <message>
        <source>Write the chart that is seen as PNG or SVG</source>
        <translation>Das sichtbare Diagramm als PNG oder SVG schreiben</translation>
    </message>
    <message>
        <source>Copy the chart as a p&amp;icture</source>
        <translation>Diagramm als Bild &amp;kopieren</translation>
    </message>
    <message>
        <source>Put the chart that is seen on the clipboard</source>
        <translation>Das sichtbare Diagramm in die Zwischenablage legen</translation>
    </message>
    <message>
        <source>&amp;Close window</source>
        <translation>Fenster s&amp;chließen</translation>
    </message>
    <message>
        <source>Close the window; the program goes on in the notification area where that was chosen</source>
        <translation>Das Fenster schließen; wo es so gewählt wurde, läuft das Programm im Infobereich weiter</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>Save everything and leave</source>
        <translation>Alles speichern und das Programm verlassen</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>Take back the last edit</source>
        <translation>Die letzte Änderung zurücknehmen</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>Do it again</source>
        <translation>Noch einmal tun</translation>
    </message>
    <message>
        <source>&amp;Filter the list</source>
        <translation>Die Liste &amp;filtern</translation>
    </message>
    <message>
        <source>Show only rows that hold words, or do not hold them</source>
        <translation>Nur Zeilen zeigen, die Wörter enthalten oder nicht enthalten</translation>
    </message>
    <message>
        <source>C&amp;hoose columns …</source>
        <translation>S&amp;palten wählen …</translation>
    </message>
    <message>
        <source>Choose and order the columns of this list, any metric among them</source>
        <translation>Die Spalten dieser Liste wählen und ordnen, darunter jede Kennzahl</translation>
    </message>
    <message>
        <source>&amp;Note and tags …</source>
        <translation>&amp;Notiz und Schlagwörter …</translation>
    </message>
    <message>
        <source>Write a note about the selected asset and give it tags</source>
        <translation>Eine Notiz zum gewählten Wert schreiben und ihm Schlagwörter geben</translation>
    </message>
    <message>
        <source>&amp;Preferences …</source>
        <translation>&amp;Einstellungen …</translation>
    </message>
    <message>
        <source>Change how the program looks and works</source>
        <translation>Ändern, wie das Programm aussieht und arbeitet</translation>
    </message>
    <message>
        <source>&amp;Keys …</source>
        <translation>&amp;Schlüssel …</translation>
    </message>
    <message>
        <source>Set, test and remove the keys of data providers</source>
        <translation>Die Schlüssel der Datenanbieter setzen, prüfen und entfernen</translation>
    </message>
    <message>
        <source>&amp;Command palette …</source>
        <translation>&amp;Befehlspalette …</translation>
    </message>
    <message>
        <source>Find any command, panel or asset by a few letters</source>
        <translation>Jeden Befehl, jedes Feld und jeden Wert mit wenigen Buchstaben finden</translation>
    </message>
    <message>
        <source>Ne&amp;xt asset</source>
        <translation>Nä&amp;chster Wert</translation>
    </message>
    <message>
        <source>Look at the next asset</source>
        <translation>Den nächsten Wert ansehen</translation>
    </message>
    <message>
        <source>Pre&amp;vious asset</source>
        <translation>&amp;Voriger Wert</translation>
    </message>
    <message>
        <source>Look at the asset before</source>
        <translation>Den vorigen Wert ansehen</translation>
    </message>
    <message>
        <source>Add a &amp;metric to the chart …</source>
        <translation>Dem Diagramm eine &amp;Kennzahl hinzufügen …</translation>
    </message>
    <message>
        <source>Open another pane in the chart</source>
        <translation>Ein weiteres Feld im Diagramm öffnen</translation>
    </message>
    <message>
        <source>&amp;What is this number …</source>
        <translation>&amp;Was ist diese Zahl …</translation>
    </message>
    <message>
        <source>What a number says, how it is computed, what fools it and what it rests on</source>
        <translation>Was eine Zahl sagt, wie sie berechnet wird, was sie täuscht und worauf sie beruht</translation>
    </message>
    <message>
        <source>Write a n&amp;ote into the chart …</source>
        <translation>Eine N&amp;otiz in das Diagramm schreiben …</translation>
    </message>
    <message>
        <source>Mark a day in the chart with a text</source>
        <translation>Einen Tag im Diagramm mit einem Text markieren</translation>
    </message>
    <message>
        <source>Close &amp;pane</source>
        <translation>&amp;Feld schließen</translation>
    </message>
    <message>
        <source>Close the pane of the chart that was used last</source>
        <translation>Das zuletzt benutzte Feld des Diagramms schließen</translation>
    </message>
    <message>
        <source>Switch between &amp;light and dark</source>
        <translation>Zwischen &amp;hell und dunkel wechseln</translation>
    </message>
    <message>
        <source>Use the other theme until the system&apos;s is chosen again in the preferences</source>
        <translation>Das andere Farbschema verwenden, bis in den Einstellungen wieder das des Systems gewählt wird</translation>
    </message>
    <message>
        <source>&amp;Privacy screen</source>
        <translation>Sicht&amp;schutz</translation>
    </message>
    <message>
        <source>Hide values until the mouse points at them</source>
        <translation>Werte verbergen, bis die Maus auf sie zeigt</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>&amp;Vollbild</translation>
    </message>
    <message>
        <source>Use the whole screen</source>
        <translation>Den ganzen Bildschirm nutzen</translation>
    </message>
    <message>
        <source>&amp;Messages</source>
        <translation>&amp;Meldungen</translation>
    </message>
    <message>
        <source>Show the messages of this session again</source>
        <translation>Die Meldungen dieser Sitzung noch einmal zeigen</translation>
    </message>
    <message>
        <source>&amp;Reset the layout</source>
        <translation>Anordnung &amp;zurücksetzen</translation>
    </message>
    <message>
        <source>Put all panels back to where they were at first</source>
        <translation>Alle Felder dorthin zurückstellen, wo sie anfangs waren</translation>
    </message>
    <message>
        <source>&amp;Next part of the window</source>
        <translation>&amp;Nächster Teil des Fensters</translation>
    </message>
    <message>
        <source>Move the keyboard to the next part of the window</source>
        <translation>Die Tastatur zum nächsten Teil des Fensters bringen</translation>
    </message>
    <message>
        <source>Previ&amp;ous part of the window</source>
        <translation>V&amp;origer Teil des Fensters</translation>
    </message>
    <message>
        <source>Move the keyboard to the part before</source>
        <translation>Die Tastatur zum vorigen Teil bringen</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>&amp;Aktualisieren</translation>
    </message>
    <message>
        <source>Pull what is due now</source>
        <translation>Abrufen, was jetzt fällig ist</translation>
    </message>
    <message>
        <source>Refresh &amp;everything</source>
        <translation>&amp;Alles aktualisieren</translation>
    </message>
    <message>
        <source>Pull everything now, whether it is due or not</source>
        <translation>Alles jetzt abrufen, ob fällig oder nicht</translation>
    </message>
    <message>
        <source>&amp;Stop refreshing</source>
        <translation>Aktualisieren &amp;anhalten</translation>
    </message>
    <message>
        <source>Stop pulling; what has arrived is kept</source>
        <translation>Nicht weiter abrufen; was angekommen ist, bleibt</translation>
    </message>
    <message>
        <source>Work &amp;offline</source>
        <translation>&amp;Offline arbeiten</translation>
    </message>
    <message>
        <source>Contact nobody</source>
        <translation>Niemanden kontaktieren</translation>
    </message>
    <message>
        <source>&amp;Shortcuts …</source>
        <translation>&amp;Tastenkürzel …</translation>
    </message>
    <message>
        <source>See all shortcuts, and change them</source>
        <translation>Alle Tastenkürzel sehen und ändern</translation>
    </message>
    <message>
        <source>&amp;New rule …</source>
        <translation>&amp;Neue Regel …</translation>
    </message>
    <message>
        <source>Be told when a number comes true</source>
        <translation>Bescheid bekommen, wenn eine Zahl zutrifft</translation>
    </message>
    <message>
        <source>&amp;Rules</source>
        <translation>&amp;Regeln</translation>
    </message>
    <message>
        <source>Every rule and where it stands</source>
        <translation>Jede Regel und ihr Stand</translation>
    </message>
    <message>
        <source>&amp;Inbox</source>
        <translation>&amp;Eingang</translation>
    </message>
    <message>
        <source>What came true, and when it was noticed</source>
        <translation>Was zutraf, und wann es bemerkt wurde</translation>
    </message>
    <message>
        <source>&amp;Check now</source>
        <translation>Jetzt &amp;prüfen</translation>
    </message>
    <message>
        <source>Look at all rules now</source>
        <translation>Alle Regeln jetzt ansehen</translation>
    </message>
    <message>
        <source>Resume rules that &amp;paused themselves</source>
        <translation>Regeln fortsetzen, die sich selbst &amp;anhielten</translation>
    </message>
    <message>
        <source>Let rules look again that came true too often</source>
        <translation>Regeln wieder ansehen lassen, die zu oft zutrafen</translation>
    </message>
    <message>
        <source>C&amp;hannels …</source>
        <translation>&amp;Kanäle …</translation>
    </message>
    <message>
        <source>Where messages go: desktop, mail, chat, your own server</source>
        <translation>Wohin Meldungen gehen: Desktop, Mail, Chat, eigener Server</translation>
    </message>
    <message>
        <source>&amp;Silences …</source>
        <translation>&amp;Stummschaltungen …</translation>
    </message>
    <message>
        <source>Of what you want to hear nothing</source>
        <translation>Wovon Sie nichts hören wollen</translation>
    </message>
    <message>
        <source>I&amp;mport rules …</source>
        <translation>Regeln i&amp;mportieren …</translation>
    </message>
    <message>
        <source>Read rules from a file</source>
        <translation>Regeln aus einer Datei lesen</translation>
    </message>
    <message>
        <source>&amp;Export rules …</source>
        <translation>Regeln e&amp;xportieren …</translation>
    </message>
    <message>
        <source>Write rules to a file</source>
        <translation>Regeln in eine Datei schreiben</translation>
    </message>
    <message>
        <source>Open the &amp;folder of the data</source>
        <translation>&amp;Ordner der Daten öffnen</translation>
    </message>
    <message>
        <source>Show where it lies</source>
        <translation>Zeigen, wo sie liegen</translation>
    </message>
    <message>
        <source>&amp;Log …</source>
        <translation>&amp;Protokoll …</translation>
    </message>
    <message>
        <source>See what the program noted; keys are removed</source>
        <translation>Sehen, was das Programm notiert hat; Schlüssel sind entfernt</translation>
    </message>
    <message>
        <source>&amp;About</source>
        <translation>&amp;Über</translation>
    </message>
    <message>
        <source>Version, licences and where the data comes from</source>
        <translation>Version, Lizenzen und Herkunft der Daten</translation>
    </message>
</context>
<context>
    <name>age</name>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>{n} w</source>
        <translation>{n} Wo</translation>
    </message>
    <message>
        <source>{n} d</source>
        <translation>{n} T</translation>
    </message>
    <message>
        <source>{n} h</source>
        <translation>{n} Std</translation>
    </message>
    <message>
        <source>{n} min</source>
        <translation>{n} min</translation>
    </message>
</context>
<context>
    <name>alerts</name>
    <message>
        <source> days</source>
        <translation> Tage</translation>
    </message>
</context>
<context>
    <name>columns</name>
    <message>
        <source>Asset</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Name and symbol</source>
        <translation>Name und Kürzel</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>Newest price in US dollars</source>
        <translation>Neuester Preis in US-Dollar</translation>
    </message>
    <message>
        <source>24 h</source>
        <translation>24 Std</translation>
    </message>
    <message>
        <source>Change of the price in 24 hours</source>
        <translation>Änderung des Preises in 24 Stunden</translation>
    </message>
    <message>
        <source>7 d</source>
        <translation>7 T</translation>
    </message>
    <message>
        <source>Change of the price in 7 days</source>
        <translation>Änderung des Preises in 7 Tagen</translation>
    </message>
    <message>
        <source>30 d</source>
        <translation>30 T</translation>
    </message>
    <message>
        <source>Change of the price in 30 days</source>
        <translation>Änderung des Preises in 30 Tagen</translation>
    </message>
    <message>
        <source>90 days</source>
        <translation>90 Tage</translation>
    </message>
    <message>
        <source>Price of the last 90 days</source>
        <translation>Preis der letzten 90 Tage</translation>
    </message>
    <message>
        <source>Retention W4</source>
        <translation>Retention W4</translation>
    </message>
    <message>
        <source>Share of the newcomers of four weeks ago who are active now, with its 95 % interval</source>
        <translation>Anteil der Neuen von vor vier Wochen, die jetzt aktiv sind, mit 95-%-Intervall</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>Verifiziert</translation>
    </message>
    <message>
        <source>Verified items of all used items in the newest complete week</source>
        <translation>Verifizierte Posten von allen genutzten in der neuesten vollständigen Woche</translation>
    </message>
    <message>
        <source>Recurring</source>
        <translation>Wiederkehrend</translation>
    </message>
    <message>
        <source>Of those active in the last 4 complete weeks, the share active in at least 3</source>
        <translation>Von denen, die in den letzten 4 vollständigen Wochen aktiv waren, der Anteil, der es in mindestens 3 war</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Qualität</translation>
    </message>
    <message>
        <source>Growth quality, 0 to 100</source>
        <translation>Wachstumsqualität, 0 bis 100</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Coordination score, 0 to 100: a lens, not advice</source>
        <translation>Koordinationswert, 0 bis 100: eine Linse, kein Rat</translation>
    </message>
    <message>
        <source>Flags</source>
        <translation>Hinweise</translation>
    </message>
    <message>
        <source>Hollow growth; price ahead of or behind participation</source>
        <translation>Hohles Wachstum; Preis vor oder hinter der Teilnahme</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Age of the newest data</source>
        <translation>Alter der neuesten Daten</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Alarme</translation>
    </message>
    <message>
        <source>Rules that are true now</source>
        <translation>Regeln, die jetzt zutreffen</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Your tags</source>
        <translation>Ihre Schlagwörter</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Your note</source>
        <translation>Ihre Notiz</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Your group</source>
        <translation>Ihre Gruppe</translation>
    </message>
</context>
<context>
    <name>export</name>
    <message>
        <source>The picture was not written</source>
        <translation>Das Bild wurde nicht geschrieben</translation>
    </message>
    <message>
        <source>The picture was written</source>
        <translation>Das Bild wurde geschrieben</translation>
    </message>
    <message>
        <source>The file was not written</source>
        <translation>Die Datei wurde nicht geschrieben</translation>
    </message>
    <message>
        <source>The file was written</source>
        <translation>Die Datei wurde geschrieben</translation>
    </message>
</context>
<context>
    <name>flag</name>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
</context>
<context>
    <name>flags</name>
    <message>
        <source>hollow</source>
        <translation>hohl</translation>
    </message>
    <message>
        <source>price ahead</source>
        <translation>Preis voraus</translation>
    </message>
    <message>
        <source>price behind</source>
        <translation>Preis zurück</translation>
    </message>
</context>
<context>
    <name>kept_table</name>
    <message>
        <source>As shown on {when}</source>
        <translation>Wie am {when} gezeigt</translation>
    </message>
</context>
<context>
    <name>metrics</name>
    <message>
        <source>Retention after 1 week</source>
        <translation>Retention nach 1 Woche</translation>
    </message>
    <message>
        <source>Of those who began 1 week earlier, the share who took part again in this week.</source>
        <translation>Von denen, die 1 Woche zuvor begannen, der Anteil, der in dieser Woche wieder teilnahm.</translation>
    </message>
    <message>
        <source>Retention after 2 weeks</source>
        <translation>Retention nach 2 Wochen</translation>
    </message>
    <message>
        <source>Of those who began 2 weeks earlier, the share who took part again in this week.</source>
        <translation>Von denen, die 2 Wochen zuvor begannen, der Anteil, der in dieser Woche wieder teilnahm.</translation>
    </message>
    <message>
        <source>Retention after 3 weeks</source>
        <translation>Retention nach 3 Wochen</translation>
    </message>
    <message>
        <source>Of those who began 3 weeks earlier, the share who took part again in this week.</source>
        <translation>Von denen, die 3 Wochen zuvor begannen, der Anteil, der in dieser Woche wieder teilnahm.</translation>
    </message>
    <message>
        <source>Retention after 4 weeks</source>
        <translation>Retention nach 4 Wochen</translation>
    </message>
    <message>
        <source>Of those who began 4 weeks earlier, the share who took part again in this week.</source>
        <translation>Von denen, die 4 Wochen zuvor begannen, der Anteil, der in dieser Woche wieder teilnahm.</translation>
    </message>
    <message>
        <source>Retention after 5 weeks</source>
        <translation>Retention nach 5 Wochen</translation>
    </message>
    <message>
        <source>Of those who began 5 weeks earlier, the share who took part again in this week.</source>
        <translation>Von denen, die 5 Wochen zuvor begannen, der Anteil, der in dieser Woche wieder teilnahm.</translation>
    </message>
    <message>
        <source>Retention after 6 weeks</source>
        <translation>Retention nach 6 Wochen</translation>
    </message>
    <message>
        <source>Of those who began 6 weeks earlier, the share who took part again in this week.</source>
        <translation>Von denen, die 6 Wochen zuvor begannen, der Anteil, der in dieser Woche wieder teilnahm.</translation>
    </message>
    <message>
        <source>Retention after 7 weeks</source>
        <translation>Retention nach 7 Wochen</translation>
    </message>
    <message>
        <source>Of those who began 7 weeks earlier, the share who took part again in this week.</source>
        <translation>Von denen, die 7 Wochen zuvor begannen, der Anteil, der in dieser Woche wieder teilnahm.</translation>
    </message>
    <message>
        <source>Retention after 8 weeks</source>
        <translation>Retention nach 8 Wochen</translation>
    </message>
    <message>
        <source>Of those who began 8 weeks earlier, the share who took part again in this week.</source>
        <translation>Von denen, die 8 Wochen zuvor begannen, der Anteil, der in dieser Woche wieder teilnahm.</translation>
    </message>
    <message>
        <source>Retention after 9 weeks</source>
        <translation>Retention nach 9 Wochen</translation>
    </message>
    <message>
        <source>Of those who began 9 weeks earlier, the share who took part again in this week.</source>
        <translation>Von denen, die 9 Wochen zuvor begannen, der Anteil, der in dieser Woche wieder teilnahm.</translation>
    </message>
    <message>
        <source>Retention after 10 weeks</source>
        <translation>Retention nach 10 Wochen</translation>
    </message>
    <message>
        <source>Of those who began 10 weeks earlier, the share who took part again in this week.</source>
        <translation>Von denen, die 10 Wochen zuvor begannen, der Anteil, der in dieser Woche wieder teilnahm.</translation>
    </message>
    <message>
        <source>Retention after 11 weeks</source>
        <translation>Retention nach 11 Wochen</translation>
    </message>
    <message>
        <source>Of those who began 11 weeks earlier, the share who took part again in this week.</source>
        <translation>Von denen, die 11 Wochen zuvor begannen, der Anteil, der in dieser Woche wieder teilnahm.</translation>
    </message>
    <message>
        <source>Retention after 12 weeks</source>
        <translation>Retention nach 12 Wochen</translation>
    </message>
    <message>
        <source>Of those who began 12 weeks earlier, the share who took part again in this week.</source>
        <translation>Von denen, die 12 Wochen zuvor begannen, der Anteil, der in dieser Woche wieder teilnahm.</translation>
    </message>
    <message>
        <source>Retention after 1 month</source>
        <translation>Retention nach 1 Monat</translation>
    </message>
    <message>
        <source>Of those who began 1 month earlier, the share who took part again in this month.</source>
        <translation>Von denen, die 1 Monat zuvor begannen, der Anteil, der in diesem Monat wieder teilnahm.</translation>
    </message>
    <message>
        <source>Retention after 2 months</source>
        <translation>Retention nach 2 Monaten</translation>
    </message>
    <message>
        <source>Of those who began 2 months earlier, the share who took part again in this month.</source>
        <translation>Von denen, die 2 Monate zuvor begannen, der Anteil, der in diesem Monat wieder teilnahm.</translation>
    </message>
    <message>
        <source>Retention after 3 months</source>
        <translation>Retention nach 3 Monaten</translation>
    </message>
    <message>
        <source>Of those who began 3 months earlier, the share who took part again in this month.</source>
        <translation>Von denen, die 3 Monate zuvor begannen, der Anteil, der in diesem Monat wieder teilnahm.</translation>
    </message>
    <message>
        <source>Retention after 4 months</source>
        <translation>Retention nach 4 Monaten</translation>
    </message>
    <message>
        <source>Of those who began 4 months earlier, the share who took part again in this month.</source>
        <translation>Von denen, die 4 Monate zuvor begannen, der Anteil, der in diesem Monat wieder teilnahm.</translation>
    </message>
    <message>
        <source>Retention after 5 months</source>
        <translation>Retention nach 5 Monaten</translation>
    </message>
    <message>
        <source>Of those who began 5 months earlier, the share who took part again in this month.</source>
        <translation>Von denen, die 5 Monate zuvor begannen, der Anteil, der in diesem Monat wieder teilnahm.</translation>
    </message>
    <message>
        <source>Retention after 6 months</source>
        <translation>Retention nach 6 Monaten</translation>
    </message>
    <message>
        <source>Of those who began 6 months earlier, the share who took part again in this month.</source>
        <translation>Von denen, die 6 Monate zuvor begannen, der Anteil, der in diesem Monat wieder teilnahm.</translation>
    </message>
    <message>
        <source>Pooled retention after 1 week</source>
        <translation>Zusammengefasste Retention nach 1 Woche</translation>
    </message>
    <message>
        <source>The share who took part again 1 week after they began, over the last few cohorts together.</source>
        <translation>Der Anteil, der 1 Woche nach dem Beginn wieder teilnahm, über die letzten Kohorten zusammen.</translation>
    </message>
    <message>
        <source>Pooled retention after 4 weeks</source>
        <translation>Zusammengefasste Retention nach 4 Wochen</translation>
    </message>
    <message>
        <source>The share who took part again 4 weeks after they began, over the last few cohorts together.</source>
        <translation>Der Anteil, der 4 Wochen nach dem Beginn wieder teilnahm, über die letzten Kohorten zusammen.</translation>
    </message>
    <message>
        <source>Pooled retention after 8 weeks</source>
        <translation>Zusammengefasste Retention nach 8 Wochen</translation>
    </message>
    <message>
        <source>The share who took part again 8 weeks after they began, over the last few cohorts together.</source>
        <translation>Der Anteil, der 8 Wochen nach dem Beginn wieder teilnahm, über die letzten Kohorten zusammen.</translation>
    </message>
    <message>
        <source>Pooled retention after 12 weeks</source>
        <translation>Zusammengefasste Retention nach 12 Wochen</translation>
    </message>
    <message>
        <source>The share who took part again 12 weeks after they began, over the last few cohorts together.</source>
        <translation>Der Anteil, der 12 Wochen nach dem Beginn wieder teilnahm, über die letzten Kohorten zusammen.</translation>
    </message>
    <message>
        <source>Pooled retention after 1 month</source>
        <translation>Zusammengefasste Retention nach 1 Monat</translation>
    </message>
    <message>
        <source>The share who took part again 1 month after they began, over the last few cohorts together.</source>
        <translation>Der Anteil, der 1 Monat nach dem Beginn wieder teilnahm, über die letzten Kohorten zusammen.</translation>
    </message>
    <message>
        <source>Pooled retention after 3 months</source>
        <translation>Zusammengefasste Retention nach 3 Monaten</translation>
    </message>
    <message>
        <source>The share who took part again 3 months after they began, over the last few cohorts together.</source>
        <translation>Der Anteil, der 3 Monate nach dem Beginn wieder teilnahm, über die letzten Kohorten zusammen.</translation>
    </message>
    <message>
        <source>Pooled retention after 6 months</source>
        <translation>Zusammengefasste Retention nach 6 Monaten</translation>
    </message>
    <message>
        <source>The share who took part again 6 months after they began, over the last few cohorts together.</source>
        <translation>Der Anteil, der 6 Monate nach dem Beginn wieder teilnahm, über die letzten Kohorten zusammen.</translation>
    </message>
    <message>
        <source>Retention at an age of your choice</source>
        <translation>Retention in einem Alter Ihrer Wahl</translation>
    </message>
    <message>
        <source>Of a cohort, the share who took part exactly so many periods after they began.</source>
        <translation>Von einer Kohorte der Anteil, der genau so viele Zeiträume nach dem Beginn teilnahm.</translation>
    </message>
    <message>
        <source>Retention at an age or later</source>
        <translation>Retention in einem Alter oder später</translation>
    </message>
    <message>
        <source>Of a cohort, the share who took part so many periods after they began or at any time since.</source>
        <translation>Von einer Kohorte der Anteil, der so viele Zeiträume nach dem Beginn oder irgendwann seither teilnahm.</translation>
    </message>
    <message>
        <source>Retention within a span of ages</source>
        <translation>Retention innerhalb einer Altersspanne</translation>
    </message>
    <message>
        <source>Of a cohort, the share who took part at least once between two ages.</source>
        <translation>Von einer Kohorte der Anteil, der zwischen zwei Altern mindestens einmal teilnahm.</translation>
    </message>
    <message>
        <source>Pooled retention at an age of your choice</source>
        <translation>Zusammengefasste Retention in einem Alter Ihrer Wahl</translation>
    </message>
    <message>
        <source>The share who took part exactly so many periods after they began, over the last few cohorts together.</source>
        <translation>Der Anteil, der genau so viele Zeiträume nach dem Beginn teilnahm, über die letzten Kohorten zusammen.</translation>
    </message>
    <message>
        <source>Cohort matrix</source>
        <translation>Kohortenmatrix</translation>
    </message>
    <message>
        <source>Every cohort at every age: who came back, when, and whether newer cohorts do better than older ones.</source>
        <translation>Jede Kohorte in jedem Alter: wer wann zurückkam und ob neuere Kohorten besser abschneiden als ältere.</translation>
    </message>
    <message>
        <source>Survival curve</source>
        <translation>Verbleibkurve</translation>
    </message>
    <message>
        <source>The share of participants who take part for longer than a given number of weeks.</source>
        <translation>Der Anteil der Teilnehmer, die länger als eine gegebene Zahl von Wochen teilnehmen.</translation>
    </message>
    <message>
        <source>Median lifetime</source>
        <translation>Mittlere Verweildauer (Median)</translation>
    </message>
    <message>
        <source>The number of weeks after which half of all participants have left. None while fewer than half are lost.</source>
        <translation>Die Zahl der Wochen, nach der die Hälfte aller Teilnehmer gegangen ist. Keine, solange weniger als die Hälfte verloren ist.</translation>
    </message>
    <message>
        <source>New participants</source>
        <translation>Neue Teilnehmer</translation>
    </message>
    <message>
        <source>How many took part in the period who had never done so before.</source>
        <translation>Wie viele im Zeitraum teilnahmen, die es nie zuvor getan hatten.</translation>
    </message>
    <message>
        <source>Retained participants</source>
        <translation>Gebliebene Teilnehmer</translation>
    </message>
    <message>
        <source>How many took part both in the period and in the one before.</source>
        <translation>Wie viele sowohl im Zeitraum als auch im vorigen teilnahmen.</translation>
    </message>
    <message>
        <source>Returned participants</source>
        <translation>Zurückgekehrte Teilnehmer</translation>
    </message>
    <message>
        <source>How many took part again after they had been away for at least one period.</source>
        <translation>Wie viele wieder teilnahmen, nachdem sie mindestens einen Zeitraum fort gewesen waren.</translation>
    </message>
    <message>
        <source>Participants who left</source>
        <translation>Teilnehmer, die gegangen sind</translation>
    </message>
    <message>
        <source>How many took part in the period before and not in this one.</source>
        <translation>Wie viele im vorigen Zeitraum teilnahmen und in diesem nicht.</translation>
    </message>
    <message>
        <source>Quick ratio</source>
        <translation>Quick Ratio</translation>
    </message>
    <message>
        <source>How many came, new or back, for each one who left. Above 1 the network gains participants.</source>
        <translation>Wie viele für jeden, der ging, neu oder wieder kamen. Über 1 gewinnt das Netzwerk Teilnehmer.</translation>
    </message>
    <message>
        <source>Churn</source>
        <translation>Abwanderung</translation>
    </message>
    <message>
        <source>Of those who took part in the period before, the share who did not come back in this one.</source>
        <translation>Von denen, die im vorigen Zeitraum teilnahmen, der Anteil, der in diesem nicht wiederkam.</translation>
    </message>
    <message>
        <source>Daily active</source>
        <translation>Täglich aktiv</translation>
    </message>
    <message>
        <source>How many different participants did something on the day.</source>
        <translation>Wie viele verschiedene Teilnehmer an dem Tag etwas taten.</translation>
    </message>
    <message>
        <source>Weekly active</source>
        <translation>Wöchentlich aktiv</translation>
    </message>
    <message>
        <source>How many different participants did something in the week (Monday to Sunday, UTC).</source>
        <translation>Wie viele verschiedene Teilnehmer in der Woche etwas taten (Montag bis Sonntag, UTC).</translation>
    </message>
    <message>
        <source>Monthly active</source>
        <translation>Monatlich aktiv</translation>
    </message>
    <message>
        <source>How many different participants did something in the calendar month.</source>
        <translation>Wie viele verschiedene Teilnehmer im Kalendermonat etwas taten.</translation>
    </message>
    <message>
        <source>Active in 28 days</source>
        <translation>Aktiv in 28 Tagen</translation>
    </message>
    <message>
        <source>How many different participants did something in the 28 days that end with the day.</source>
        <translation>Wie viele verschiedene Teilnehmer in den 28 Tagen, die mit dem Tag enden, etwas taten.</translation>
    </message>
    <message>
        <source>Recurring in 3 of 4 weeks</source>
        <translation>Wiederkehrend in 3 von 4 Wochen</translation>
    </message>
    <message>
        <source>Of everybody who took part in the last 4 weeks, the share who did so in at least 3 of them.</source>
        <translation>Von allen, die in den letzten 4 Wochen teilnahmen, der Anteil, der es in mindestens 3 davon tat.</translation>
    </message>
    <message>
        <source>Recurring in 2 of 4 weeks</source>
        <translation>Wiederkehrend in 2 von 4 Wochen</translation>
    </message>
    <message>
        <source>Of everybody who took part in the last 4 weeks, the share who did so in at least 2 of them.</source>
        <translation>Von allen, die in den letzten 4 Wochen teilnahmen, der Anteil, der es in mindestens 2 davon tat.</translation>
    </message>
    <message>
        <source>Recurring in 4 of 4 weeks</source>
        <translation>Wiederkehrend in 4 von 4 Wochen</translation>
    </message>
    <message>
        <source>Of everybody who took part in the last 4 weeks, the share who did so in at least 4 of them.</source>
        <translation>Von allen, die in den letzten 4 Wochen teilnahmen, der Anteil, der es in mindestens 4 davon tat.</translation>
    </message>
    <message>
        <source>Recurring in 6 of 8 weeks</source>
        <translation>Wiederkehrend in 6 von 8 Wochen</translation>
    </message>
    <message>
        <source>Of everybody who took part in the last 8 weeks, the share who did so in at least 6 of them.</source>
        <translation>Von allen, die in den letzten 8 Wochen teilnahmen, der Anteil, der es in mindestens 6 davon tat.</translation>
    </message>
    <message>
        <source>Recurring in 9 of 12 weeks</source>
        <translation>Wiederkehrend in 9 von 12 Wochen</translation>
    </message>
    <message>
        <source>Of everybody who took part in the last 12 weeks, the share who did so in at least 9 of them.</source>
        <translation>Von allen, die in den letzten 12 Wochen teilnahmen, der Anteil, der es in mindestens 9 davon tat.</translation>
    </message>
    <message>
        <source>Recurring in k of m weeks</source>
        <translation>Wiederkehrend in k von m Wochen</translation>
    </message>
    <message>
        <source>Of everybody who took part in the last m weeks, the share who did so in at least k of them.</source>
        <translation>Von allen, die in den letzten m Wochen teilnahmen, der Anteil, der es in mindestens k davon tat.</translation>
    </message>
    <message>
        <source>Stickiness</source>
        <translation>Bindung im Alltag</translation>
    </message>
    <message>
        <source>The share of a 28-day crowd that shows up on an average day: how much of a habit the network is.</source>
        <translation>Der Anteil einer 28-Tage-Menge, der an einem durchschnittlichen Tag erscheint: wie sehr das Netzwerk Gewohnheit ist.</translation>
    </message>
    <message>
        <source>Active days in 28</source>
        <translation>Aktive Tage in 28</translation>
    </message>
    <message>
        <source>How many participants were active on one day, on two, and so on up to all 28.</source>
        <translation>Wie viele Teilnehmer an einem Tag aktiv waren, an zweien und so weiter bis zu allen 28.</translation>
    </message>
    <message>
        <source>One-time share</source>
        <translation>Anteil der Einmaligen</translation>
    </message>
    <message>
        <source>Of all who began at least eight weeks ago, the share who were active on a single day and never again so far.</source>
        <translation>Von allen, die vor mindestens acht Wochen begannen, der Anteil, der an einem einzigen Tag aktiv war und bisher nie wieder.</translation>
    </message>
    <message>
        <source>Newcomers with a 2nd active day</source>
        <translation>Neue mit einem 2. aktiven Tag</translation>
    </message>
    <message>
        <source>Of the newcomers of a week, the share who reached a 2nd active day within 28 days of beginning.</source>
        <translation>Von den Neuen einer Woche der Anteil, der innerhalb von 28 Tagen einen 2. aktiven Tag erreichte.</translation>
    </message>
    <message>
        <source>Newcomers with a 5th active day</source>
        <translation>Neue mit einem 5. aktiven Tag</translation>
    </message>
    <message>
        <source>Of the newcomers of a week, the share who reached a 5th active day within 28 days of beginning.</source>
        <translation>Von den Neuen einer Woche der Anteil, der innerhalb von 28 Tagen einen 5. aktiven Tag erreichte.</translation>
    </message>
    <message>
        <source>Verification rate</source>
        <translation>Verifizierungsquote</translation>
    </message>
    <message>
        <source>How much of what was used in a period was also verified in it.</source>
        <translation>Wie viel von dem, was in einem Zeitraum genutzt wurde, darin auch verifiziert wurde.</translation>
    </message>
    <message>
        <source>Verifications</source>
        <translation>Verifizierungen</translation>
    </message>
    <message>
        <source>How many proofs, attestations and signed settlements were made.</source>
        <translation>Wie viele Beweise, Attestierungen und unterschriebene Abrechnungen gemacht wurden.</translation>
    </message>
    <message>
        <source>Verified items</source>
        <translation>Verifizierte Posten</translation>
    </message>
    <message>
        <source>How many single uses were verified, batches counted with their size.</source>
        <translation>Wie viele einzelne Nutzungen verifiziert wurden, Stapel mit ihrer Größe gezählt.</translation>
    </message>
    <message>
        <source>Verifiers</source>
        <translation>Verifizierer</translation>
    </message>
    <message>
        <source>How many different participants verified something.</source>
        <translation>Wie viele verschiedene Teilnehmer etwas verifizierten.</translation>
    </message>
    <message>
        <source>Claimed items</source>
        <translation>Behauptete Posten</translation>
    </message>
    <message>
        <source>What is said to be settled without anything on chain that checks it.</source>
        <translation>Was als abgerechnet gilt, ohne dass etwas auf der Kette es prüft.</translation>
    </message>
    <message>
        <source>Time to verification, median</source>
        <translation>Zeit bis zur Verifizierung, Median</translation>
    </message>
    <message>
        <source>How long the typical use waits until it is verified.</source>
        <translation>Wie lange die typische Nutzung auf ihre Verifizierung wartet.</translation>
    </message>
    <message>
        <source>Time to verification, slowest tenth</source>
        <translation>Zeit bis zur Verifizierung, langsamstes Zehntel</translation>
    </message>
    <message>
        <source>How long the slowest tenth waits at least.</source>
        <translation>Wie lange das langsamste Zehntel mindestens wartet.</translation>
    </message>
    <message>
        <source>Verifiers alive</source>
        <translation>Lebende Verifizierer</translation>
    </message>
    <message>
        <source>Which part of the registered verifiers gave a sign of life in the period.</source>
        <translation>Welcher Teil der angemeldeten Verifizierer im Zeitraum ein Lebenszeichen gab.</translation>
    </message>
    <message>
        <source>Payers of verified use</source>
        <translation>Zahler der verifizierten Nutzung</translation>
    </message>
    <message>
        <source>How many different participants paid for use of the kind that gets verified.</source>
        <translation>Wie viele verschiedene Teilnehmer für Nutzung der Art zahlten, die verifiziert wird.</translation>
    </message>
    <message>
        <source>Share of the largest payer</source>
        <translation>Anteil des größten Zahlers</translation>
    </message>
    <message>
        <source>How much of the demand hangs on one payer.</source>
        <translation>Wie viel der Nachfrage an einem Zahler hängt.</translation>
    </message>
    <message>
        <source>Paid within the payee&apos;s own cluster</source>
        <translation>Innerhalb des Clusters des Empfängers bezahlt</translation>
    </message>
    <message>
        <source>How much of the demand may be a network&apos;s operators paying themselves.</source>
        <translation>Wie viel der Nachfrage davon kommen kann, dass Betreiber eines Netzwerks sich selbst bezahlen.</translation>
    </message>
    <message>
        <source>Nakamoto coefficient at 33 %</source>
        <translation>Nakamoto-Koeffizient bei 33 %</translation>
    </message>
    <message>
        <source>How few participants together hold more than a third of everything.</source>
        <translation>Wie wenige Teilnehmer zusammen mehr als ein Drittel von allem halten.</translation>
    </message>
    <message>
        <source>Nakamoto coefficient at 50 %</source>
        <translation>Nakamoto-Koeffizient bei 50 %</translation>
    </message>
    <message>
        <source>How few participants together hold more than half of everything.</source>
        <translation>Wie wenige Teilnehmer zusammen mehr als die Hälfte von allem halten.</translation>
    </message>
    <message>
        <source>Nakamoto coefficient at 67 %</source>
        <translation>Nakamoto-Koeffizient bei 67 %</translation>
    </message>
    <message>
        <source>How few participants together hold more than two thirds of everything.</source>
        <translation>Wie wenige Teilnehmer zusammen mehr als zwei Drittel von allem halten.</translation>
    </message>
    <message>
        <source>Gini coefficient</source>
        <translation>Gini-Koeffizient</translation>
    </message>
    <message>
        <source>How uneven the shares are: 0 when all hold the same, close to 1 when one holds nearly all.</source>
        <translation>Wie ungleich die Anteile sind: 0, wenn alle gleich viel halten, nahe 1, wenn einer fast alles hält.</translation>
    </message>
    <message>
        <source>Herfindahl–Hirschman index</source>
        <translation>Herfindahl-Hirschman-Index</translation>
    </message>
    <message>
        <source>The chance that two randomly drawn units belong to the same participant.</source>
        <translation>Die Wahrscheinlichkeit, dass zwei zufällig gezogene Einheiten demselben Teilnehmer gehören.</translation>
    </message>
    <message>
        <source>Share of the largest</source>
        <translation>Anteil des Größten</translation>
    </message>
    <message>
        <source>What the single largest participant holds.</source>
        <translation>Was der größte einzelne Teilnehmer hält.</translation>
    </message>
    <message>
        <source>Share of the ten largest</source>
        <translation>Anteil der zehn Größten</translation>
    </message>
    <message>
        <source>What the ten largest participants hold together.</source>
        <translation>Was die zehn größten Teilnehmer zusammen halten.</translation>
    </message>
    <message>
        <source>Effective number of participants</source>
        <translation>Effektive Zahl der Teilnehmer</translation>
    </message>
    <message>
        <source>How many equal participants would be as diverse as these are.</source>
        <translation>Wie viele gleich große Teilnehmer so vielfältig wären wie diese.</translation>
    </message>
    <message>
        <source>Effective number against head count</source>
        <translation>Effektive Zahl gegen Kopfzahl</translation>
    </message>
    <message>
        <source>How much of the head count really carries weight.</source>
        <translation>Wie viel der Kopfzahl wirklich Gewicht hat.</translation>
    </message>
    <message>
        <source>Nakamoto coefficient at 33 % (amounts)</source>
        <translation>Nakamoto-Koeffizient bei 33 % (Beträge)</translation>
    </message>
    <message>
        <source>Nakamoto coefficient at 50 % (amounts)</source>
        <translation>Nakamoto-Koeffizient bei 50 % (Beträge)</translation>
    </message>
    <message>
        <source>Nakamoto coefficient at 67 % (amounts)</source>
        <translation>Nakamoto-Koeffizient bei 67 % (Beträge)</translation>
    </message>
    <message>
        <source>Gini coefficient (amounts)</source>
        <translation>Gini-Koeffizient (Beträge)</translation>
    </message>
    <message>
        <source>Herfindahl–Hirschman index (amounts)</source>
        <translation>Herfindahl-Hirschman-Index (Beträge)</translation>
    </message>
    <message>
        <source>Share of the largest (amounts)</source>
        <translation>Anteil des Größten (Beträge)</translation>
    </message>
    <message>
        <source>Share of the ten largest (amounts)</source>
        <translation>Anteil der zehn Größten (Beträge)</translation>
    </message>
    <message>
        <source>Effective number of participants (amounts)</source>
        <translation>Effektive Zahl der Teilnehmer (Beträge)</translation>
    </message>
    <message>
        <source>Effective number against head count (amounts)</source>
        <translation>Effektive Zahl gegen Kopfzahl (Beträge)</translation>
    </message>
    <message>
        <source>Gini of rewards</source>
        <translation>Gini der Belohnungen</translation>
    </message>
    <message>
        <source>How unevenly rewards are spread; read it next to the Gini of contributions.</source>
        <translation>Wie ungleich Belohnungen verteilt sind; neben dem Gini der Beiträge zu lesen.</translation>
    </message>
    <message>
        <source>Gini of contributions</source>
        <translation>Gini der Beiträge</translation>
    </message>
    <message>
        <source>How unevenly the work is spread over those who contribute.</source>
        <translation>Wie ungleich die Arbeit auf die Beitragenden verteilt ist.</translation>
    </message>
    <message>
        <source>Contributors who were rewarded</source>
        <translation>Belohnte Beitragende</translation>
    </message>
    <message>
        <source>Which part of those who contributed got anything for it in the same 28 days.</source>
        <translation>Welcher Teil der Beitragenden in denselben 28 Tagen etwas dafür bekam.</translation>
    </message>
    <message>
        <source>Gap between raw and filtered</source>
        <translation>Lücke zwischen roh und gefiltert</translation>
    </message>
    <message>
        <source>Which part of a number rests on participants that show a pattern of manufactured activity.</source>
        <translation>Welcher Teil einer Zahl auf Teilnehmern beruht, die ein Muster hergestellter Aktivität zeigen.</translation>
    </message>
    <message>
        <source>Gap of retention after 4 weeks</source>
        <translation>Lücke der Retention nach 4 Wochen</translation>
    </message>
    <message>
        <source>How much of retention after 4 weeks goes away without the participants that show a pattern; below zero it gains.</source>
        <translation>Um wie viel die Retention nach 4 Wochen ohne die Teilnehmer mit Muster sinkt; unter null steigt sie.</translation>
    </message>
    <message>
        <source>Gap of recurring participation</source>
        <translation>Lücke der wiederkehrenden Teilnahme</translation>
    </message>
    <message>
        <source>How much of recurring participation goes away without the participants that show a pattern; below zero it gains.</source>
        <translation>Um wie viel die wiederkehrende Teilnahme ohne die Teilnehmer mit Muster sinkt; unter null steigt sie.</translation>
    </message>
    <message>
        <source>Gap of new participants</source>
        <translation>Lücke der neuen Teilnehmer</translation>
    </message>
    <message>
        <source>How much of new participants goes away without the participants that show a pattern; below zero it gains.</source>
        <translation>Um wie viel die Zahl neuer Teilnehmer ohne die Teilnehmer mit Muster sinkt; unter null steigt sie.</translation>
    </message>
    <message>
        <source>Participants with a pattern</source>
        <translation>Teilnehmer mit einem Muster</translation>
    </message>
    <message>
        <source>Which part of a week&apos;s active participants show a pattern of manufactured activity.</source>
        <translation>Welcher Teil der Aktiven einer Woche ein Muster hergestellter Aktivität zeigt.</translation>
    </message>
    <message>
        <source>Growth quality</source>
        <translation>Wachstumsqualität</translation>
    </message>
    <message>
        <source>Whether growth is made of participants who come back, spread widely, without manufactured activity: 0 to 100.</source>
        <translation>Ob Wachstum aus Teilnehmern besteht, die wiederkommen, breit verteilt, ohne hergestellte Aktivität: 0 bis 100.</translation>
    </message>
    <message>
        <source>Hollow growth</source>
        <translation>Hohles Wachstum</translation>
    </message>
    <message>
        <source>A warning, not a score: more participants are counted while fewer of them come back.</source>
        <translation>Eine Warnung, kein Wert: mehr Teilnehmer werden gezählt, während weniger von ihnen wiederkommen.</translation>
    </message>
    <message>
        <source>Coordination score</source>
        <translation>Koordinationswert</translation>
    </message>
    <message>
        <source>How well a network keeps people taking part, from 0 to 100. A lens, not advice.</source>
        <translation>Wie gut ein Netzwerk Menschen bei der Teilnahme hält, von 0 bis 100. Eine Linse, kein Rat.</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>The last price of each UTC day in US dollars.</source>
        <translation>Der letzte Preis jedes UTC-Tages in US-Dollar.</translation>
    </message>
    <message>
        <source>Growth of 1</source>
        <translation>Wachstum von 1</translation>
    </message>
    <message>
        <source>What 1 dollar at the first known price is worth.</source>
        <translation>Was 1 Dollar zum ersten bekannten Preis jetzt wert ist.</translation>
    </message>
    <message>
        <source>Log price</source>
        <translation>Logarithmischer Preis</translation>
    </message>
    <message>
        <source>The price on a scale on which equal steps are equal percentages.</source>
        <translation>Der Preis auf einer Skala, auf der gleiche Schritte gleiche Prozente sind.</translation>
    </message>
    <message>
        <source>Drawdown</source>
        <translation>Rückgang vom Höchststand</translation>
    </message>
    <message>
        <source>How far the price is below its highest so far.</source>
        <translation>Wie weit der Preis unter seinem bisherigen Höchststand liegt.</translation>
    </message>
    <message>
        <source>Volatility, 28 days</source>
        <translation>Volatilität, 28 Tage</translation>
    </message>
    <message>
        <source>How much the price typically moves in a day.</source>
        <translation>Wie stark sich der Preis an einem Tag üblicherweise bewegt.</translation>
    </message>
    <message>
        <source>Moving average, 7 days</source>
        <translation>Gleitender Durchschnitt, 7 Tage</translation>
    </message>
    <message>
        <source>The price without its day-to-day noise.</source>
        <translation>Der Preis ohne sein tägliches Rauschen.</translation>
    </message>
    <message>
        <source>Moving average, 28 days</source>
        <translation>Gleitender Durchschnitt, 28 Tage</translation>
    </message>
    <message>
        <source>Moving average, 90 days</source>
        <translation>Gleitender Durchschnitt, 90 Tage</translation>
    </message>
    <message>
        <source>Moving average, 200 days</source>
        <translation>Gleitender Durchschnitt, 200 Tage</translation>
    </message>
    <message>
        <source>Price change, 24 h</source>
        <translation>Preisänderung, 24 Std</translation>
    </message>
    <message>
        <source>How much the price moved over the span.</source>
        <translation>Wie stark sich der Preis über die Spanne bewegt hat.</translation>
    </message>
    <message>
        <source>Price change, 7 days</source>
        <translation>Preisänderung, 7 Tage</translation>
    </message>
    <message>
        <source>Price change, 28 days</source>
        <translation>Preisänderung, 28 Tage</translation>
    </message>
    <message>
        <source>Price change, 30 days</source>
        <translation>Preisänderung, 30 Tage</translation>
    </message>
    <message>
        <source>Trading volume</source>
        <translation>Handelsvolumen</translation>
    </message>
    <message>
        <source>What was traded in a day, as the source states it.</source>
        <translation>Was an einem Tag gehandelt wurde, nach Angabe der Quelle.</translation>
    </message>
    <message>
        <source>Market value</source>
        <translation>Marktwert</translation>
    </message>
    <message>
        <source>What all circulating tokens are worth at the last price, as the source states it.</source>
        <translation>Was alle umlaufenden Token zum letzten Preis wert sind, nach Angabe der Quelle.</translation>
    </message>
    <message>
        <source>Divergence of price and participation</source>
        <translation>Abweichung von Preis und Teilnahme</translation>
    </message>
    <message>
        <source>Whether price moved unusually far ahead of participation (above 0) or behind it (below 0). From 3.5 on it is marked: “price runs ahead of participation”, or behind it.</source>
        <translation>Ob der Preis der Teilnahme ungewöhnlich weit vorausgeeilt (über 0) oder zurückgeblieben ist (unter 0). Ab 3,5 wird es markiert: „der Preis läuft der Teilnahme voraus“ oder hinterher.</translation>
    </message>
    <message>
        <source>Lead and lag against price</source>
        <translation>Vor- und Nachlauf zum Preis</translation>
    </message>
    <message>
        <source>Whether weekly changes of a metric tend to come before those of price, or after them.</source>
        <translation>Ob wöchentliche Änderungen einer Kennzahl eher vor denen des Preises kommen oder danach.</translation>
    </message>
</context>
<context>
    <name>missing</name>
    <message>
        <source>not published</source>
        <translation>nicht veröffentlicht</translation>
    </message>
    <message>
        <source>not read yet</source>
        <translation>noch nicht gelesen</translation>
    </message>
    <message>
        <source>not enough data</source>
        <translation>nicht genug Daten</translation>
    </message>
    <message>
        <source>nothing to divide by</source>
        <translation>nichts, wodurch zu teilen wäre</translation>
    </message>
    <message>
        <source>does not exist for this asset</source>
        <translation>gibt es für diesen Wert nicht</translation>
    </message>
    <message>
        <source>source failed</source>
        <translation>Quelle ausgefallen</translation>
    </message>
    <message>
        <source>sources disagree</source>
        <translation>Quellen widersprechen sich</translation>
    </message>
    <message>
        <source>Nothing was read yet, and you work offline: switch that off in the Data menu.</source>
        <translation>Noch nichts wurde gelesen, und Sie arbeiten offline: schalten Sie das im Menü Daten aus.</translation>
    </message>
    <message>
        <source>Nothing was read yet. Press F5 to pull what is due now.</source>
        <translation>Noch nichts wurde gelesen. Drücken Sie F5, um abzurufen, was fällig ist.</translation>
    </message>
    <message>
        <source>This network does not publish it, so nobody can know.</source>
        <translation>Dieses Netzwerk veröffentlicht es nicht, niemand kann es also wissen.</translation>
    </message>
    <message>
        <source>Not enough complete periods yet. It fills as time passes.</source>
        <translation>Noch nicht genug vollständige Zeiträume. Es füllt sich mit der Zeit.</translation>
    </message>
    <message>
        <source>There is nothing to divide by in any period.</source>
        <translation>In keinem Zeitraum gibt es etwas, wodurch zu teilen wäre.</translation>
    </message>
    <message>
        <source>This does not exist for an asset of this kind.</source>
        <translation>Für einen Wert dieser Art gibt es das nicht.</translation>
    </message>
    <message>
        <source>Its source failed. The Sources tab says how, and when it is tried again.</source>
        <translation>Die Quelle ist ausgefallen. Der Reiter Quellen sagt, wie, und wann es wieder versucht wird.</translation>
    </message>
    <message>
        <source>Its sources disagree. The Sources tab shows the values set aside.</source>
        <translation>Die Quellen widersprechen sich. Der Reiter Quellen zeigt die zurückgestellten Werte.</translation>
    </message>
</context>
<context>
    <name>panels</name>
    <message>
        <source>Watchlist</source>
        <translation>Beobachtungsliste</translation>
    </message>
    <message>
        <source>Your lists with the newest figures</source>
        <translation>Ihre Listen mit den neuesten Zahlen</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>Diagramm</translation>
    </message>
    <message>
        <source>Price above participation on one time axis</source>
        <translation>Preis über Teilnahme auf einer Zeitachse</translation>
    </message>
    <message>
        <source>Cohorts</source>
        <translation>Kohorten</translation>
    </message>
    <message>
        <source>Who stayed, by cohort and age</source>
        <translation>Wer blieb, nach Kohorte und Alter</translation>
    </message>
    <message>
        <source>Lifecycle</source>
        <translation>Lebenszyklus</translation>
    </message>
    <message>
        <source>Who came, stayed, returned and left</source>
        <translation>Wer kam, blieb, zurückkehrte und ging</translation>
    </message>
    <message>
        <source>Control</source>
        <translation>Kontrolle</translation>
    </message>
    <message>
        <source>Who holds how much of the activity</source>
        <translation>Wer wie viel der Aktivität hält</translation>
    </message>
    <message>
        <source>Patterns</source>
        <translation>Muster</translation>
    </message>
    <message>
        <source>Patterns of manufactured activity</source>
        <translation>Muster hergestellter Aktivität</translation>
    </message>
    <message>
        <source>Verification</source>
        <translation>Verifizierung</translation>
    </message>
    <message>
        <source>What of the use was verified, and how</source>
        <translation>Was von der Nutzung verifiziert wurde, und wie</translation>
    </message>
    <message>
        <source>Thesis</source>
        <translation>These</translation>
    </message>
    <message>
        <source>What you believe, and what would prove you wrong</source>
        <translation>Was Sie glauben und was Sie widerlegen würde</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>The table behind the chart</source>
        <translation>Die Tabelle hinter dem Diagramm</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>Networks side by side</source>
        <translation>Netzwerke nebeneinander</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>What changed since you last looked</source>
        <translation>Was sich geändert hat, seit Sie zuletzt hingesehen haben</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>Eingang</translation>
    </message>
    <message>
        <source>What came true, and when it was noticed</source>
        <translation>Was zutraf, und wann es bemerkt wurde</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>When to tell you, and where each rule stands</source>
        <translation>Wann Ihnen gemeldet wird, und wie jede Regel steht</translation>
    </message>
    <message>
        <source>Snapshots</source>
        <translation>Schnappschüsse</translation>
    </message>
    <message>
        <source>Freeze the list, prove it later, compare two, write reports and tables</source>
        <translation>Die Liste festhalten, später belegen, zwei vergleichen, Berichte und Tabellen schreiben</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>How each source is doing, and what rests on it</source>
        <translation>Wie es jeder Quelle geht und was auf ihr beruht</translation>
    </message>
</context>
<context>
    <name>pictures</name>
    <message>
        <source>Sources: {names}</source>
        <translation>Quellen: {names}</translation>
    </message>
    <message>
        <source>Made {time} UTC with {program}</source>
        <translation>Erstellt {time} UTC mit {program}</translation>
    </message>
    <message>
        <source>Bring a chart to the front, then try again.</source>
        <translation>Holen Sie ein Diagramm nach vorne und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>There is no chart to take a picture of</source>
        <translation>Es gibt kein Diagramm, von dem ein Bild zu machen wäre</translation>
    </message>
    <message>
        <source>The chart is on the clipboard</source>
        <translation>Das Diagramm ist in der Zwischenablage</translation>
    </message>
</context>
<context>
    <name>refusal</name>
    <message>
        <source>The data cannot be opened</source>
        <translation>Die Daten können nicht geöffnet werden</translation>
    </message>
</context>
<context>
    <name>sections</name>
    <message>
        <source>Retention</source>
        <translation>Retention</translation>
    </message>
    <message>
        <source>Growth</source>
        <translation>Wachstum</translation>
    </message>
    <message>
        <source>Recurring participation</source>
        <translation>Wiederkehrende Teilnahme</translation>
    </message>
    <message>
        <source>Verification</source>
        <translation>Verifizierung</translation>
    </message>
    <message>
        <source>Control</source>
        <translation>Kontrolle</translation>
    </message>
    <message>
        <source>Patterns</source>
        <translation>Muster</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Next to price</source>
        <translation>Neben dem Preis</translation>
    </message>
    <message>
        <source>Further</source>
        <translation>Weitere</translation>
    </message>
</context>
<context>
    <name>settings</name>
    <message>
        <source>Appearance</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>Data and network</source>
        <translation>Daten und Netz</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Alarme</translation>
    </message>
    <message>
        <source>Snapshots and backups</source>
        <translation>Momentaufnahmen und Sicherungen</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farbschema</translation>
    </message>
    <message>
        <source>Light or dark colours; the system&apos;s own choice is followed while the program runs.</source>
        <translation>Helle oder dunkle Farben; der Wahl des Systems wird gefolgt, während das Programm läuft.</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Textgröße</translation>
    </message>
    <message>
        <source>Size of all text, compared with the system&apos;s.</source>
        <translation>Größe aller Texte, verglichen mit der des Systems.</translation>
    </message>
    <message>
        <source>%</source>
        <translation>%</translation>
    </message>
    <message>
        <source>Colours for up and down</source>
        <translation>Farben für auf und ab</translation>
    </message>
    <message>
        <source>Signs and arrows always say the same as the colour.</source>
        <translation>Vorzeichen und Pfeile sagen immer dasselbe wie die Farbe.</translation>
    </message>
    <message>
        <source>Green up, red down</source>
        <translation>Grün auf, rot ab</translation>
    </message>
    <message>
        <source>Red up, green down</source>
        <translation>Rot auf, grün ab</translation>
    </message>
    <message>
        <source>Blue up, orange down</source>
        <translation>Blau auf, orange ab</translation>
    </message>
    <message>
        <source>Own colours</source>
        <translation>Eigene Farben</translation>
    </message>
    <message>
        <source>Own colour for up</source>
        <translation>Eigene Farbe für auf</translation>
    </message>
    <message>
        <source>Counts where own colours are chosen; it is lightened or darkened until it can be read on the background.</source>
        <translation>Gilt, wo eigene Farben gewählt sind; sie wird aufgehellt oder abgedunkelt, bis sie auf dem Hintergrund lesbar ist.</translation>
    </message>
    <message>
        <source>Own colour for down</source>
        <translation>Eigene Farbe für ab</translation>
    </message>
    <message>
        <source>Row height of tables</source>
        <translation>Zeilenhöhe der Tabellen</translation>
    </message>
    <message>
        <source>How much room a row of a table takes.</source>
        <translation>Wie viel Platz eine Tabellenzeile einnimmt.</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>Dicht</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Roomy</source>
        <translation>Weit</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Language of the program&apos;s texts.</source>
        <translation>Sprache der Texte des Programms.</translation>
    </message>
    <message>
        <source>English</source>
        <translation>English</translation>
    </message>
    <message>
        <source>Deutsch</source>
        <translation>Deutsch</translation>
    </message>
    <message>
        <source>Español</source>
        <translation>Español</translation>
    </message>
    <message>
        <source>Form of numbers and dates</source>
        <translation>Form von Zahlen und Daten</translation>
    </message>
    <message>
        <source>A locale such as de_DE or en_GB; empty means the system&apos;s.</source>
        <translation>Ein Gebietsschema wie de_DE oder en_GB; leer bedeutet das des Systems.</translation>
    </message>
    <message>
        <source>Time zone of display</source>
        <translation>Zeitzone der Anzeige</translation>
    </message>
    <message>
        <source>A zone such as Europe/Berlin; empty means the system&apos;s. Periods are always counted in UTC.</source>
        <translation>Eine Zone wie Europe/Berlin; leer bedeutet die des Systems. Zeiträume werden immer in UTC gezählt.</translation>
    </message>
    <message>
        <source>Privacy screen</source>
        <translation>Sichtschutz</translation>
    </message>
    <message>
        <source>Hide values until the mouse points at them.</source>
        <translation>Werte verbergen, bis die Maus auf sie zeigt.</translation>
    </message>
    <message>
        <source>Less movement</source>
        <translation>Weniger Bewegung</translation>
    </message>
    <message>
        <source>No fading and no sliding.</source>
        <translation>Kein Überblenden und kein Gleiten.</translation>
    </message>
    <message>
        <source>Smallest cohort</source>
        <translation>Kleinste Kohorte</translation>
    </message>
    <message>
        <source>A share of fewer participants is drawn hollow, and no rule looks at it.</source>
        <translation>Ein Anteil von weniger Teilnehmern wird hohl gezeichnet, und keine Regel beachtet ihn.</translation>
    </message>
    <message>
        <source>participants</source>
        <translation>Teilnehmer</translation>
    </message>
    <message>
        <source>Lost after</source>
        <translation>Verloren nach</translation>
    </message>
    <message>
        <source>A participant counts as lost after so many complete weeks without an event.</source>
        <translation>Ein Teilnehmer gilt nach so vielen vollständigen Wochen ohne Ereignis als verloren.</translation>
    </message>
    <message>
        <source>weeks</source>
        <translation>Wochen</translation>
    </message>
    <message>
        <source>Recurring: active weeks</source>
        <translation>Wiederkehrend: aktive Wochen</translation>
    </message>
    <message>
        <source>Who was active in at least so many of the weeks below takes part recurrently.</source>
        <translation>Wer in mindestens so vielen der unten genannten Wochen aktiv war, nimmt wiederkehrend teil.</translation>
    </message>
    <message>
        <source>Recurring: out of</source>
        <translation>Wiederkehrend: von</translation>
    </message>
    <message>
        <source>The number of complete weeks that are looked at.</source>
        <translation>Die Zahl der vollständigen Wochen, die betrachtet werden.</translation>
    </message>
    <message>
        <source>Retention column after</source>
        <translation>Retentionsspalte nach</translation>
    </message>
    <message>
        <source>How many weeks after their first week the participants are looked for in the watchlist&apos;s column.</source>
        <translation>Wie viele Wochen nach ihrer ersten Woche in der Spalte der Beobachtungsliste nach den Teilnehmern gesucht wird.</translation>
    </message>
    <message>
        <source>Manufactured activity: strictness</source>
        <translation>Hergestellte Aktivität: Strenge</translation>
    </message>
    <message>
        <source>How sure a pattern must be before its participants are left out of the filtered numbers.</source>
        <translation>Wie sicher ein Muster sein muss, bevor seine Teilnehmer aus den gefilterten Zahlen genommen werden.</translation>
    </message>
    <message>
        <source>Cautious</source>
        <translation>Vorsichtig</translation>
    </message>
    <message>
        <source>Strict</source>
        <translation>Streng</translation>
    </message>
    <message>
        <source>Show filtered numbers first</source>
        <translation>Gefilterte Zahlen zuerst zeigen</translation>
    </message>
    <message>
        <source>Charts and the table start with the numbers without manufactured activity; the raw ones stay one click away.</source>
        <translation>Diagramme und Tabelle beginnen mit den Zahlen ohne hergestellte Aktivität; die rohen bleiben einen Klick entfernt.</translation>
    </message>
    <message>
        <source>Count unchecked claims as verification</source>
        <translation>Ungeprüfte Behauptungen als Verifizierung zählen</translation>
    </message>
    <message>
        <source>A claim that nothing on the chain checks stays out of the verification rate unless this is on.</source>
        <translation>Eine Behauptung, die nichts auf der Kette prüft, bleibt aus der Verifizierungsquote, wenn dies nicht eingeschaltet ist.</translation>
    </message>
    <message>
        <source>Weight of retention</source>
        <translation>Gewicht der Retention</translation>
    </message>
    <message>
        <source>How much retention counts in the coordination score; the weights are scaled to a sum of one.</source>
        <translation>Wie viel Retention im Koordinationswert zählt; die Gewichte werden auf die Summe eins gebracht.</translation>
    </message>
    <message>
        <source>Weight of verification</source>
        <translation>Gewicht der Verifizierung</translation>
    </message>
    <message>
        <source>How much verification counts in the coordination score; the weights are scaled to a sum of one.</source>
        <translation>Wie viel Verifizierung im Koordinationswert zählt; die Gewichte werden auf die Summe eins gebracht.</translation>
    </message>
    <message>
        <source>Weight of recurring participation</source>
        <translation>Gewicht der wiederkehrenden Teilnahme</translation>
    </message>
    <message>
        <source>How much recurring participation counts in the coordination score; the weights are scaled to a sum of one.</source>
        <translation>Wie viel wiederkehrende Teilnahme im Koordinationswert zählt; die Gewichte werden auf die Summe eins gebracht.</translation>
    </message>
    <message>
        <source>Weight of growth quality</source>
        <translation>Gewicht der Wachstumsqualität</translation>
    </message>
    <message>
        <source>How much growth without manufactured activity counts in the coordination score; the weights are scaled to a sum of one.</source>
        <translation>Wie viel Wachstum ohne hergestellte Aktivität im Koordinationswert zählt; die Gewichte werden auf die Summe eins gebracht.</translation>
    </message>
    <message>
        <source>Currency of prices</source>
        <translation>Währung der Preise</translation>
    </message>
    <message>
        <source>Prices are pulled and shown in this currency.</source>
        <translation>Preise werden in dieser Währung abgerufen und gezeigt.</translation>
    </message>
    <message>
        <source>US dollar</source>
        <translation>US-Dollar</translation>
    </message>
    <message>
        <source>Euro</source>
        <translation>Euro</translation>
    </message>
    <message>
        <source>Pound sterling</source>
        <translation>Pfund Sterling</translation>
    </message>
    <message>
        <source>Sources disagree from</source>
        <translation>Quellen widersprechen sich ab</translation>
    </message>
    <message>
        <source>Two sources of one price that are further apart than this mark it as disputed.</source>
        <translation>Zwei Quellen eines Preises, die weiter auseinanderliegen, machen ihn umstritten.</translation>
    </message>
    <message>
        <source>Refresh at start</source>
        <translation>Beim Start aktualisieren</translation>
    </message>
    <message>
        <source>Pull what is due as soon as the window is open.</source>
        <translation>Abrufen, was fällig ist, sobald das Fenster offen ist.</translation>
    </message>
    <message>
        <source>Refresh automatically</source>
        <translation>Automatisch aktualisieren</translation>
    </message>
    <message>
        <source>Pull what is due while the program runs.</source>
        <translation>Abrufen, was fällig ist, während das Programm läuft.</translation>
    </message>
    <message>
        <source>Latest prices</source>
        <translation>Neueste Preise</translation>
    </message>
    <message>
        <source>How often the latest prices are asked for while the program runs.</source>
        <translation>Wie oft die neuesten Preise erfragt werden, während das Programm läuft.</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>Minuten</translation>
    </message>
    <message>
        <source>Life signs of chains</source>
        <translation>Lebenszeichen der Ketten</translation>
    </message>
    <message>
        <source>How often a chain&apos;s newest block is asked for while the program runs.</source>
        <translation>Wie oft der neueste Block einer Kette erfragt wird, während das Programm läuft.</translation>
    </message>
    <message>
        <source>Daily history</source>
        <translation>Tägliche Geschichte</translation>
    </message>
    <message>
        <source>How often daily prices and volumes are asked for while the program runs.</source>
        <translation>Wie oft tägliche Preise und Volumen erfragt werden, während das Programm läuft.</translation>
    </message>
    <message>
        <source>Candles</source>
        <translation>Kerzen</translation>
    </message>
    <message>
        <source>How often candles are asked for while the program runs.</source>
        <translation>Wie oft Kerzen erfragt werden, während das Programm läuft.</translation>
    </message>
    <message>
        <source>Explorer statistics</source>
        <translation>Statistiken der Explorer</translation>
    </message>
    <message>
        <source>How often an explorer&apos;s own statistics are asked for while the program runs.</source>
        <translation>Wie oft die eigenen Statistiken eines Explorers erfragt werden, während das Programm läuft.</translation>
    </message>
    <message>
        <source>Model downloads</source>
        <translation>Modell-Downloads</translation>
    </message>
    <message>
        <source>How often download counts of models are asked for while the program runs.</source>
        <translation>Wie oft Downloadzahlen von Modellen erfragt werden, während das Programm läuft.</translation>
    </message>
    <message>
        <source>Developers</source>
        <translation>Entwickler</translation>
    </message>
    <message>
        <source>How often commits and other work of developers are asked for while the program runs.</source>
        <translation>Wie oft Commits und andere Arbeit von Entwicklern erfragt werden, während das Programm läuft.</translation>
    </message>
    <message>
        <source>Events of participants</source>
        <translation>Ereignisse von Teilnehmern</translation>
    </message>
    <message>
        <source>How often new events on the chains are asked for while the program runs.</source>
        <translation>Wie oft neue Ereignisse auf den Ketten erfragt werden, während das Programm läuft.</translation>
    </message>
    <message>
        <source>Warehouse queries</source>
        <translation>Abfragen des Datenlagers</translation>
    </message>
    <message>
        <source>How often results of warehouse queries are asked for while the program runs.</source>
        <translation>Wie oft Ergebnisse von Abfragen des Datenlagers erfragt werden, während das Programm läuft.</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Neu lesen</translation>
    </message>
    <message>
        <source>The newest days are read again each time, so that late corrections are seen.</source>
        <translation>Die neuesten Tage werden jedes Mal neu gelesen, damit späte Korrekturen gesehen werden.</translation>
    </message>
    <message>
        <source>days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>Old after</source>
        <translation>Alt nach</translation>
    </message>
    <message>
        <source>Data older than this is shown as old, beyond what its source publishes late anyway.</source>
        <translation>Ältere Daten werden als alt gezeigt, über das hinaus, was ihre Quelle ohnehin spät veröffentlicht.</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>Stunden</translation>
    </message>
    <message>
        <source>Work offline</source>
        <translation>Offline arbeiten</translation>
    </message>
    <message>
        <source>Contact nobody; everything that was pulled before stays usable.</source>
        <translation>Niemanden kontaktieren; alles früher Abgerufene bleibt nutzbar.</translation>
    </message>
    <message>
        <source>Metered connection</source>
        <translation>Getaktete Verbindung</translation>
    </message>
    <message>
        <source>Pull the latest prices and figures only; older history waits until this is off.</source>
        <translation>Nur die neuesten Preise und Zahlen abrufen; ältere Geschichte wartet, bis dies aus ist.</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>An address such as http://127.0.0.1:3128 or socks5://127.0.0.1:9050; empty means the system&apos;s proxy. A name and password do not belong here.</source>
        <translation>Eine Adresse wie http://127.0.0.1:3128 oder socks5://127.0.0.1:9050; leer bedeutet den Proxy des Systems. Name und Passwort gehören nicht hierher.</translation>
    </message>
    <message>
        <source>Hosts switched off</source>
        <translation>Abgeschaltete Hosts</translation>
    </message>
    <message>
        <source>These hosts are never contacted.</source>
        <translation>Diese Hosts werden nie kontaktiert.</translation>
    </message>
    <message>
        <source>Further sources</source>
        <translation>Weitere Quellen</translation>
    </message>
    <message>
        <source>Sources that are off at first and that you switched on.</source>
        <translation>Quellen, die anfangs aus sind und die Sie eingeschaltet haben.</translation>
    </message>
    <message>
        <source>Order of price sources</source>
        <translation>Reihenfolge der Preisquellen</translation>
    </message>
    <message>
        <source>The first source that has a price gives it; sources that are not named follow in the program&apos;s own order.</source>
        <translation>Die erste Quelle, die einen Preis hat, liefert ihn; nicht genannte Quellen folgen in der Reihenfolge des Programms.</translation>
    </message>
    <message>
        <source>Disk budget</source>
        <translation>Speicherbudget</translation>
    </message>
    <message>
        <source>The program says so before its data takes more room than this, and stops pulling older history.</source>
        <translation>Das Programm sagt Bescheid, bevor seine Daten mehr Platz brauchen, und ruft keine ältere Geschichte mehr ab.</translation>
    </message>
    <message>
        <source>GB</source>
        <translation>GB</translation>
    </message>
    <message>
        <source>Keep raw answers for</source>
        <translation>Rohantworten aufbewahren für</translation>
    </message>
    <message>
        <source>The last raw answer of each source is kept for this long, for the status page.</source>
        <translation>Die letzte Rohantwort jeder Quelle wird so lange für die Zustandsseite aufbewahrt.</translation>
    </message>
    <message>
        <source>Desktop notifications</source>
        <translation>Desktop-Benachrichtigungen</translation>
    </message>
    <message>
        <source>Show a notification of the desktop when a rule comes true.</source>
        <translation>Eine Benachrichtigung zeigen, wenn eine Regel zutrifft.</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Ton</translation>
    </message>
    <message>
        <source>Played when a rule comes true.</source>
        <translation>Wird gespielt, wenn eine Regel zutrifft.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keiner</translation>
    </message>
    <message>
        <source>Soft</source>
        <translation>Sanft</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Deutlich</translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <translation>Ruhezeiten</translation>
    </message>
    <message>
        <source>Rules are still evaluated; messages wait until the quiet hours are over.</source>
        <translation>Regeln werden weiter ausgewertet; Meldungen warten, bis die Ruhezeit vorbei ist.</translation>
    </message>
    <message>
        <source>Quiet from</source>
        <translation>Ruhe von</translation>
    </message>
    <message>
        <source>Beginning of the quiet hours, in the time zone of display.</source>
        <translation>Beginn der Ruhezeit, in der Zeitzone der Anzeige.</translation>
    </message>
    <message>
        <source>Quiet until</source>
        <translation>Ruhe bis</translation>
    </message>
    <message>
        <source>End of the quiet hours, in the time zone of display.</source>
        <translation>Ende der Ruhezeit, in der Zeitzone der Anzeige.</translation>
    </message>
    <message>
        <source>Group messages within</source>
        <translation>Meldungen bündeln innerhalb von</translation>
    </message>
    <message>
        <source>Rules that come true this close together are told in one message.</source>
        <translation>Regeln, die so kurz nacheinander zutreffen, werden in einer Meldung genannt.</translation>
    </message>
    <message>
        <source>Most messages per channel</source>
        <translation>Höchstzahl Meldungen je Kanal</translation>
    </message>
    <message>
        <source>A channel sends at most so many messages an hour; the rest is grouped.</source>
        <translation>Ein Kanal sendet höchstens so viele Meldungen pro Stunde; der Rest wird gebündelt.</translation>
    </message>
    <message>
        <source>an hour</source>
        <translation>pro Stunde</translation>
    </message>
    <message>
        <source>Pause a rule after</source>
        <translation>Eine Regel anhalten nach</translation>
    </message>
    <message>
        <source>A rule that comes true this often within seven days is paused, and says so.</source>
        <translation>Eine Regel, die innerhalb von sieben Tagen so oft zutrifft, wird angehalten und sagt es.</translation>
    </message>
    <message>
        <source>firings</source>
        <translation>Auslösungen</translation>
    </message>
    <message>
        <source>Catch up at most</source>
        <translation>Höchstens nachholen</translation>
    </message>
    <message>
        <source>Periods that were missed while the program was off are evaluated in order, this far back.</source>
        <translation>Zeiträume, die verpasst wurden, während das Programm aus war, werden der Reihe nach ausgewertet, so weit zurück.</translation>
    </message>
    <message>
        <source>Allow private addresses</source>
        <translation>Private Adressen erlauben</translation>
    </message>
    <message>
        <source>Let webhooks reach addresses of this computer and of the local network, also without encryption.</source>
        <translation>Webhooks dürfen Adressen dieses Rechners und des lokalen Netzes erreichen, auch unverschlüsselt.</translation>
    </message>
    <message>
        <source>Take snapshots</source>
        <translation>Momentaufnahmen machen</translation>
    </message>
    <message>
        <source>Freeze every list by itself; missed ones are not made up for.</source>
        <translation>Jede Liste von selbst festhalten; verpasste werden nicht nachgeholt.</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>Every day</source>
        <translation>Jeden Tag</translation>
    </message>
    <message>
        <source>Every week</source>
        <translation>Jede Woche</translation>
    </message>
    <message>
        <source>Every month</source>
        <translation>Jeden Monat</translation>
    </message>
    <message>
        <source>Snapshot when a rule comes true</source>
        <translation>Momentaufnahme, wenn eine Regel zutrifft</translation>
    </message>
    <message>
        <source>Freeze the list at that moment, at most once a day.</source>
        <translation>Die Liste in diesem Augenblick festhalten, höchstens einmal am Tag.</translation>
    </message>
    <message>
        <source>Snapshots kept</source>
        <translation>Aufbewahrte Momentaufnahmen</translation>
    </message>
    <message>
        <source>Older scheduled snapshots are removed; pinned ones never.</source>
        <translation>Ältere geplante Momentaufnahmen werden entfernt; angeheftete nie.</translation>
    </message>
    <message>
        <source>Snapshots without notes</source>
        <translation>Momentaufnahmen ohne Notizen</translation>
    </message>
    <message>
        <source>Leave notes and theses out of scheduled snapshots.</source>
        <translation>Notizen und Thesen in geplanten Momentaufnahmen weglassen.</translation>
    </message>
    <message>
        <source>Make backups</source>
        <translation>Sicherungen machen</translation>
    </message>
    <message>
        <source>One file with everything that was made and pulled; keys are never in it.</source>
        <translation>Eine Datei mit allem, was gemacht und abgerufen wurde; Schlüssel sind nie darin.</translation>
    </message>
    <message>
        <source>Backups kept</source>
        <translation>Aufbewahrte Sicherungen</translation>
    </message>
    <message>
        <source>Older scheduled backups are removed.</source>
        <translation>Ältere geplante Sicherungen werden entfernt.</translation>
    </message>
    <message>
        <source>Folder of backups</source>
        <translation>Ordner der Sicherungen</translation>
    </message>
    <message>
        <source>Empty means the folder of the program&apos;s data.</source>
        <translation>Leer bedeutet den Ordner der Programmdaten.</translation>
    </message>
    <message>
        <source>Density of pictures</source>
        <translation>Dichte von Bildern</translation>
    </message>
    <message>
        <source>Pixels per point of exported and copied pictures.</source>
        <translation>Pixel pro Punkt von exportierten und kopierten Bildern.</translation>
    </message>
    <message>
        <source>1×</source>
        <translation>1×</translation>
    </message>
    <message>
        <source>2×</source>
        <translation>2×</translation>
    </message>
    <message>
        <source>3×</source>
        <translation>3×</translation>
    </message>
    <message>
        <source>4×</source>
        <translation>4×</translation>
    </message>
    <message>
        <source>Theme of pictures and reports</source>
        <translation>Farbschema von Bildern und Berichten</translation>
    </message>
    <message>
        <source>Colours of what is exported.</source>
        <translation>Farben dessen, was exportiert wird.</translation>
    </message>
    <message>
        <source>As on the screen</source>
        <translation>Wie auf dem Bildschirm</translation>
    </message>
    <message>
        <source>Paper of reports</source>
        <translation>Papier von Berichten</translation>
    </message>
    <message>
        <source>Page size of PDF reports.</source>
        <translation>Seitengröße von PDF-Berichten.</translation>
    </message>
    <message>
        <source>A4</source>
        <translation>A4</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>Letter</translation>
    </message>
    <message>
        <source>Icon in the notification area</source>
        <translation>Symbol im Infobereich</translation>
    </message>
    <message>
        <source>Shown where the desktop has such an area.</source>
        <translation>Wird gezeigt, wo der Desktop einen solchen Bereich hat.</translation>
    </message>
    <message>
        <source>Keep running when the window is closed</source>
        <translation>Weiterlaufen, wenn das Fenster geschlossen wird</translation>
    </message>
    <message>
        <source>Goes on pulling and watching from the notification area.</source>
        <translation>Ruft weiter ab und beobachtet vom Infobereich aus.</translation>
    </message>
    <message>
        <source>Start at login</source>
        <translation>Beim Anmelden starten</translation>
    </message>
    <message>
        <source>Start with the desktop session.</source>
        <translation>Mit der Desktop-Sitzung starten.</translation>
    </message>
    <message>
        <source>Open as it was left</source>
        <translation>Öffnen, wie verlassen</translation>
    </message>
    <message>
        <source>Show the same list, network, panes and ranges as last time.</source>
        <translation>Dieselbe Liste, dasselbe Netzwerk, dieselben Felder und Bereiche wie beim letzten Mal zeigen.</translation>
    </message>
    <message>
        <source>List shown first</source>
        <translation>Zuerst gezeigte Liste</translation>
    </message>
    <message>
        <source>Id of a list; empty means the one that was shown last.</source>
        <translation>Kennung einer Liste; leer bedeutet die zuletzt gezeigte.</translation>
    </message>
    <message>
        <source>Detail of the log</source>
        <translation>Ausführlichkeit des Protokolls</translation>
    </message>
    <message>
        <source>Keys are removed from every line.</source>
        <translation>Schlüssel werden aus jeder Zeile entfernt.</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>Warnungen</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Where keys are kept</source>
        <translation>Wo Schlüssel liegen</translation>
    </message>
    <message>
        <source>Without a keyring of the system, keys last until the program is closed and are never written to a file.</source>
        <translation>Ohne Schlüsselbund des Systems gelten Schlüssel, bis das Programm geschlossen wird, und werden nie in eine Datei geschrieben.</translation>
    </message>
    <message>
        <source>Keyring of the system</source>
        <translation>Schlüsselbund des Systems</translation>
    </message>
    <message>
        <source>This session only</source>
        <translation>Nur diese Sitzung</translation>
    </message>
    <message>
        <source>Remember the window&apos;s place</source>
        <translation>Den Platz des Fensters merken</translation>
    </message>
    <message>
        <source>Open the window where it was closed.</source>
        <translation>Das Fenster dort öffnen, wo es geschlossen wurde.</translation>
    </message>
</context>
</TS>
