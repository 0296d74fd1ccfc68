<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AppMenu</name>
    <message>
        <source>Look</source>
        <translation>Aussehen</translation>
    </message>
</context>
<context>
    <name>Availability</name>
    <message>
        <source>Open a board first</source>
        <translation>Zuerst eine Tafel öffnen</translation>
    </message>
    <message>
        <source>You may only look</source>
        <translation>Hier ist nur Zusehen erlaubt</translation>
    </message>
    <message>
        <source>Select something first</source>
        <translation>Zuerst etwas auswählen</translation>
    </message>
    <message>
        <source>Select several things first</source>
        <translation>Zuerst mehrere Dinge auswählen</translation>
    </message>
    <message>
        <source>There is nothing to undo</source>
        <translation>Es gibt nichts rückgängig zu machen</translation>
    </message>
    <message>
        <source>There is nothing to redo</source>
        <translation>Es gibt nichts zu wiederholen</translation>
    </message>
    <message>
        <source>This is the last page</source>
        <translation>Das ist die letzte Seite</translation>
    </message>
    <message>
        <source>This is the first page</source>
        <translation>Das ist die erste Seite</translation>
    </message>
    <message>
        <source>There is only one page</source>
        <translation>Es gibt nur eine Seite</translation>
    </message>
</context>
<context>
    <name>BoardCard</name>
    <message>
        <source>Shared now</source>
        <translation>Gerade geteilt</translation>
    </message>
    <message>
        <source>Joined</source>
        <translation>Beigetreten</translation>
    </message>
    <message>
        <source>{title}, changed {when}</source>
        <translation>{title}, geändert {when}</translation>
    </message>
    <message>
        <source>More for “{}”</source>
        <translation>Mehr zu „{}“</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplizieren</translation>
    </message>
    <message>
        <source>Save as file…</source>
        <translation>Als Datei sichern …</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
</context>
<context>
    <name>BoardPictures</name>
    <message>
        <source>{} cannot be read: {}.</source>
        <translation>{} kann nicht gelesen werden: {}.</translation>
    </message>
    <message>
        <source>You may look. The host decides who may draw.</source>
        <translation>Hier ist nur Zusehen erlaubt. Der Gastgeber entscheidet, wer zeichnen darf.</translation>
    </message>
    <message>
        <source>The picture cannot be kept: {}.</source>
        <translation>Das Bild kann nicht aufbewahrt werden: {}.</translation>
    </message>
    <message>
        <source>Adding {}</source>
        <translation>{} wird hinzugefügt</translation>
    </message>
</context>
<context>
    <name>BoardView</name>
    <message>
        <source>Draw here.</source>
        <translation>Hier zeichnen.</translation>
    </message>
    <message>
        <source>Draw here. Press Share to invite your class.</source>
        <translation>Hier zeichnen. „Teilen“ lädt die Klasse ein.</translation>
    </message>
    <message>
        <source>You write with a pen now: fingers move the board.</source>
        <translation>Jetzt schreibt ein Stift: Finger bewegen die Tafel.</translation>
    </message>
    <message>
        <source>Draw with fingers</source>
        <translation>Mit Fingern zeichnen</translation>
    </message>
</context>
<context>
    <name>Canvas</name>
    <message>
        <source>Board</source>
        <translation>Tafel</translation>
    </message>
    <message>
        <source>Draw here with mouse, pen or finger.</source>
        <translation>Hier mit Maus, Stift oder Finger zeichnen.</translation>
    </message>
</context>
<context>
    <name>CardTitle</name>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
</context>
<context>
    <name>Choices</name>
    <message>
        <source>Another colour</source>
        <translation>Andere Farbe</translation>
    </message>
</context>
<context>
    <name>Clipboard</name>
    <message>
        <source>You may look. The host decides who may draw.</source>
        <translation>Hier ist nur Zusehen erlaubt. Der Gastgeber entscheidet, wer zeichnen darf.</translation>
    </message>
    <message>
        <source>There is nothing to paste.</source>
        <translation>Es gibt nichts einzufügen.</translation>
    </message>
    <message>
        <source>That text is too long to paste.</source>
        <translation>Dieser Text ist zu lang zum Einfügen.</translation>
    </message>
</context>
<context>
    <name>ColorChooser</name>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>Strength and brightness</source>
        <translation>Sättigung und Helligkeit</translation>
    </message>
    <message>
        <source>Hue</source>
        <translation>Farbton</translation>
    </message>
    <message>
        <source>Colour as #rrggbb</source>
        <translation>Farbe als #rrggbb</translation>
    </message>
    <message>
        <source>Pick a colour from the board</source>
        <translation>Farbe von der Tafel nehmen</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Arrange</source>
        <translation>Anordnen</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Boards and app</source>
        <translation>Tafeln und App</translation>
    </message>
</context>
<context>
    <name>ConnectionDetails</name>
    <message>
        <source>Try again now</source>
        <translation>Jetzt neu versuchen</translation>
    </message>
    <message>
        <source>Transport</source>
        <translation>Transport</translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation>Antwortzeit</translation>
    </message>
    <message>
        <source>Unsent</source>
        <translation>Nicht gesendet</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Verschlüsselung</translation>
    </message>
    <message>
        <source>Check the connection</source>
        <translation>Verbindung prüfen</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>Inspektor</translation>
    </message>
    <message>
        <source>WebSocket</source>
        <translation>WebSocket</translation>
    </message>
    <message>
        <source>long polling</source>
        <translation>Long-Polling</translation>
    </message>
    <message>
        <source>no changes</source>
        <translation>keine Änderungen</translation>
    </message>
    <message>
        <source>Look who answers</source>
        <translation>Nachsehen, wer antwortet</translation>
    </message>
    <message>
        <source>Find out why</source>
        <translation>Ursache finden</translation>
    </message>
    <message>
        <source>on, by a proxy</source>
        <translation>an, durch einen Proxy</translation>
    </message>
    <message>
        <source>on; words: {}</source>
        <translation>an; Wörter: {}</translation>
    </message>
</context>
<context>
    <name>ConnectionIndicator</name>
    <message>
        <source>Connected</source>
        <translation>Verbunden</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Wird verbunden …</translation>
    </message>
    <message>
        <source>Waiting to be let in</source>
        <translation>Wartet auf Einlass</translation>
    </message>
    <message>
        <source>Working offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Nicht verbunden</translation>
    </message>
    <message>
        <source>Not shared now</source>
        <translation>Gerade nicht geteilt</translation>
    </message>
</context>
<context>
    <name>ContextMenu</name>
    <message>
        <source>Order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <source>Align</source>
        <translation>Ausrichten</translation>
    </message>
    <message>
        <source>Flip</source>
        <translation>Spiegeln</translation>
    </message>
</context>
<context>
    <name>CurvePicture</name>
    <message>
        <source>To the right: how hard you press. Upwards: how wide the line gets.</source>
        <translation>Nach rechts: wie fest gedrückt wird. Nach oben: wie breit die Linie wird.</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>This board is no longer here.</source>
        <translation>Diese Tafel ist nicht mehr da.</translation>
    </message>
    <message>
        <source>{} (copy)</source>
        <translation>{} (Kopie)</translation>
    </message>
    <message>
        <source>“{}” is shared now. Stop sharing before you delete it.</source>
        <translation>„{}“ ist gerade geteilt. Vor dem Löschen bitte das Teilen beenden.</translation>
    </message>
    <message>
        <source>“{}” was deleted.</source>
        <translation>„{}“ wurde gelöscht.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>{} cannot be read: {}.</source>
        <translation>{} kann nicht gelesen werden: {}.</translation>
    </message>
    <message>
        <source>Other things could not be taken over either: whiteboard import lists them.</source>
        <translation>Auch anderes konnte nicht übernommen werden: whiteboard import zählt es auf.</translation>
    </message>
    <message>
        <source>{} cannot be written: {}.</source>
        <translation>{} kann nicht geschrieben werden: {}.</translation>
    </message>
    <message>
        <source>Saved as {}.</source>
        <translation>Gesichert als {}.</translation>
    </message>
</context>
<context>
    <name>DoctorFlow</name>
    <message>
        <source>From this computer to {board} at {host}, port {port}</source>
        <translation>Von diesem Computer zu {board} unter {host}, Port {port}</translation>
    </message>
    <message>
        <source>a board</source>
        <translation>einer Tafel</translation>
    </message>
    <message>
        <source>Connection check</source>
        <translation>Verbindungsprüfung</translation>
    </message>
    <message>
        <source>Only another computer can tell for certain whether this one is reached from outside: join there{}, and press Find out why if it fails.</source>
        <translation>Nur ein anderer Computer kann sicher sagen, ob dieser von außen erreichbar ist: dort beitreten{} und auf „Ursache finden“ drücken, wenn es nicht geht.</translation>
    </message>
    <message>
        <source>From others to this computer, port {}</source>
        <translation>Von anderen zu diesem Computer, Port {}</translation>
    </message>
    <message>
        <source>Can others join?</source>
        <translation>Können andere beitreten?</translation>
    </message>
</context>
<context>
    <name>DoctorPage</name>
    <message>
        <source>Copy report</source>
        <translation>Bericht kopieren</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>Noch einmal prüfen</translation>
    </message>
    <message>
        <source>Join now</source>
        <translation>Jetzt beitreten</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>The examination was stopped.</source>
        <translation>Die Prüfung wurde angehalten.</translation>
    </message>
    <message>
        <source>{number} of {all}: {name}…</source>
        <translation>{number} von {all}: {name} …</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
</context>
<context>
    <name>DoorControls</name>
    <message>
        <source>Everybody may draw</source>
        <translation>Alle dürfen zeichnen</translation>
    </message>
    <message>
        <source>Off: everybody may look, and only you draw</source>
        <translation>Aus: Alle dürfen zusehen, nur der Gastgeber zeichnet</translation>
    </message>
    <message>
        <source>Ask me who comes in</source>
        <translation>Fragen, wer hereinkommt</translation>
    </message>
    <message>
        <source>Newcomers wait until you let them in</source>
        <translation>Neue warten, bis sie hereingelassen werden</translation>
    </message>
    <message>
        <source>New code</source>
        <translation>Neuer Code</translation>
    </message>
    <message>
        <source>The old code lets in nobody new. Who is here stays.</source>
        <translation>Mit dem alten Code kommt niemand Neues herein. Wer hier ist, bleibt.</translation>
    </message>
    <message>
        <source>{} wants to come in</source>
        <translation>{} möchte herein</translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation>Jemand</translation>
    </message>
    <message>
        <source>Let in</source>
        <translation>Hereinlassen</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Nicht jetzt</translation>
    </message>
    <message>
        <source>{} more are waiting</source>
        <translation>{} weitere warten</translation>
    </message>
    <message>
        <source>{} was removed</source>
        <translation>{} wurde entfernt</translation>
    </message>
    <message>
        <source>Let back in</source>
        <translation>Wieder hereinlassen</translation>
    </message>
    <message>
        <source>Let all in</source>
        <translation>Alle einlassen</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Kind of file</source>
        <translation>Art der Datei</translation>
    </message>
    <message>
        <source>All pages</source>
        <translation>Alle Seiten</translation>
    </message>
    <message>
        <source>This page</source>
        <translation>Diese Seite</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>Auswahl</translation>
    </message>
    <message>
        <source>What to export</source>
        <translation>Was exportiert wird</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Can be opened again in Whiteboard</source>
        <translation>Lässt sich in Whiteboard wieder öffnen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
</context>
<context>
    <name>ExportFlow</name>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Exporting {}</source>
        <translation>{} wird exportiert</translation>
    </message>
    <message>
        <source>Nothing was exported.</source>
        <translation>Es wurde nichts exportiert.</translation>
    </message>
    <message>
        <source>{} cannot be written: {}.</source>
        <translation>{} kann nicht geschrieben werden: {}.</translation>
    </message>
    <message>
        <source>Exported as {}.</source>
        <translation>Exportiert als {}.</translation>
    </message>
</context>
<context>
    <name>FamilyButton</name>
    <message>
        <source>Click again for more.</source>
        <translation>Noch einmal klicken für mehr.</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find text</source>
        <translation>Text suchen</translation>
    </message>
    <message>
        <source>Find on this board</source>
        <translation>Auf dieser Tafel suchen</translation>
    </message>
    <message>
        <source>Text to find</source>
        <translation>Gesuchter Text</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>Vorige Stelle</translation>
    </message>
    <message>
        <source>Previous match (Shift+Enter)</source>
        <translation>Vorige Stelle (Umschalt+Eingabe)</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>Nächste Stelle</translation>
    </message>
    <message>
        <source>Next match (Enter)</source>
        <translation>Nächste Stelle (Eingabe)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n gefunden</numerusform>
            <numerusform>%n gefunden</numerusform>
        </translation>
    </message>
    <message>
        <source>{} of {}</source>
        <translation>{} von {}</translation>
    </message>
</context>
<context>
    <name>GeneralPage</name>
    <message>
        <source>Your name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Your colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>Bewegung</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>What you choose is kept and applies at once; another language when the app starts the next time.</source>
        <translation>Was hier gewählt wird, bleibt und gilt sofort; eine andere Sprache ab dem nächsten Start der App.</translation>
    </message>
</context>
<context>
    <name>Gestures</name>
    <message>
        <source>Shift while drawing</source>
        <translation>Umschalt beim Zeichnen</translation>
    </message>
    <message>
        <source>Straight lines, steps of 15°</source>
        <translation>Gerade Linien, Schritte von 15°</translation>
    </message>
    <message>
        <source>Shift + click</source>
        <translation>Umschalt + Klick</translation>
    </message>
    <message>
        <source>Go on from the last stroke</source>
        <translation>Vom letzten Strich weiter</translation>
    </message>
    <message>
        <source>Ctrl while drawing</source>
        <translation>Strg beim Zeichnen</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Radieren</translation>
    </message>
    <message>
        <source>Alt while erasing</source>
        <translation>Alt beim Radieren</translation>
    </message>
    <message>
        <source>Give back what was touched</source>
        <translation>Berührtes zurückgeben</translation>
    </message>
    <message>
        <source>Shift with a shape</source>
        <translation>Umschalt bei einer Form</translation>
    </message>
    <message>
        <source>As wide as high</source>
        <translation>So breit wie hoch</translation>
    </message>
    <message>
        <source>Alt with a shape</source>
        <translation>Alt bei einer Form</translation>
    </message>
    <message>
        <source>From its middle</source>
        <translation>Von ihrer Mitte aus</translation>
    </message>
    <message>
        <source>Hold still at the end</source>
        <translation>Am Ende stillhalten</translation>
    </message>
    <message>
        <source>The stroke becomes a shape</source>
        <translation>Der Strich wird zur Form</translation>
    </message>
    <message>
        <source>Select more, or less</source>
        <translation>Mehr oder weniger auswählen</translation>
    </message>
    <message>
        <source>Alt + click</source>
        <translation>Alt + Klick</translation>
    </message>
    <message>
        <source>Select what lies beneath</source>
        <translation>Auswählen, was darunter liegt</translation>
    </message>
    <message>
        <source>Ctrl + drag a box</source>
        <translation>Strg + Rahmen ziehen</translation>
    </message>
    <message>
        <source>All that it touches</source>
        <translation>Alles, was er berührt</translation>
    </message>
    <message>
        <source>Alt + drag</source>
        <translation>Alt + Ziehen</translation>
    </message>
    <message>
        <source>Move a copy</source>
        <translation>Eine Kopie verschieben</translation>
    </message>
    <message>
        <source>Shift while turning</source>
        <translation>Umschalt beim Drehen</translation>
    </message>
    <message>
        <source>Steps of 15°</source>
        <translation>Schritte von 15°</translation>
    </message>
    <message>
        <source>Double click</source>
        <translation>Doppelklick</translation>
    </message>
    <message>
        <source>Write into it, or go into a group</source>
        <translation>Hineinschreiben oder in eine Gruppe gehen</translation>
    </message>
    <message>
        <source>Right click</source>
        <translation>Rechtsklick</translation>
    </message>
    <message>
        <source>Menu of what is there</source>
        <translation>Menü zu dem, was da ist</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>Mausrad</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>Shift + wheel</source>
        <translation>Umschalt + Mausrad</translation>
    </message>
    <message>
        <source>Move sideways</source>
        <translation>Seitwärts bewegen</translation>
    </message>
    <message>
        <source>Middle button, or Space</source>
        <translation>Mittlere Taste oder Leertaste</translation>
    </message>
    <message>
        <source>Move the board</source>
        <translation>Die Tafel bewegen</translation>
    </message>
    <message>
        <source>Two fingers</source>
        <translation>Zwei Finger</translation>
    </message>
    <message>
        <source>Move and zoom the board</source>
        <translation>Die Tafel bewegen und zoomen</translation>
    </message>
    <message>
        <source>One finger</source>
        <translation>Ein Finger</translation>
    </message>
    <message>
        <source>Draws</source>
        <translation>Zeichnet</translation>
    </message>
    <message>
        <source>Draws; beside a pen it moves the board</source>
        <translation>Zeichnet; neben einem Stift bewegt er die Tafel</translation>
    </message>
    <message>
        <source>Eraser end</source>
        <translation>Radierende des Stifts</translation>
    </message>
    <message>
        <source>Mouse and fingers</source>
        <translation>Maus und Finger</translation>
    </message>
    <message>
        <source>Pen</source>
        <translation>Stift</translation>
    </message>
    <message>
        <source>Side button</source>
        <translation>Seitentaste</translation>
    </message>
    <message>
        <source>While drawing</source>
        <translation>Beim Zeichnen</translation>
    </message>
    <message>
        <source>While selecting</source>
        <translation>Beim Auswählen</translation>
    </message>
</context>
<context>
    <name>HelpSheet</name>
    <message>
        <source>Keys and gestures</source>
        <translation>Tasten und Gesten</translation>
    </message>
    <message>
        <source>Change keys…</source>
        <translation>Tasten ändern …</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
</context>
<context>
    <name>InspectorFlow</name>
    <message>
        <source>Inspector – {}</source>
        <translation>Inspektor – {}</translation>
    </message>
</context>
<context>
    <name>InspectorWindow</name>
    <message>
        <source>Messages a second</source>
        <translation>Nachrichten je Sekunde</translation>
    </message>
    <message>
        <source>Bytes a second</source>
        <translation>Bytes je Sekunde</translation>
    </message>
    <message>
        <source>Which events to show</source>
        <translation>Welche Ereignisse gezeigt werden</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Go on ({} passed by)</source>
        <translation>Weiter ({} vorbeigezogen)</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>What comes in</source>
        <translation>Was hereinkommt</translation>
    </message>
    <message>
        <source>What goes out</source>
        <translation>Was hinausgeht</translation>
    </message>
    <message>
        <source>Without ticks and pings</source>
        <translation>Ohne Takte und Pings</translation>
    </message>
    <message>
        <source>Changes: tick and edit</source>
        <translation>Änderungen: tick und edit</translation>
    </message>
    <message>
        <source>Ink: trail</source>
        <translation>Tinte: trail</translation>
    </message>
    <message>
        <source>Pointers: presence</source>
        <translation>Zeiger: presence</translation>
    </message>
    <message>
        <source>Ping and answer</source>
        <translation>Ping und Antwort</translation>
    </message>
    <message>
        <source>Choose a line to see what it is for and all of what it says. Draw something, and watch.</source>
        <translation>Eine Zeile wählen, um zu sehen, wozu sie dient und was alles darin steht. Etwas zeichnen und zusehen.</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
</context>
<context>
    <name>JoinDialog</name>
    <message>
        <source>Code, like K7QM-2XPA</source>
        <translation>Code, wie K7QM-2XPA</translation>
    </message>
    <message>
        <source>Join code</source>
        <translation>Beitrittscode</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Find out why</source>
        <translation>Ursache finden</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Beitreten</translation>
    </message>
    <message>
        <source>Type the code that is shown on the screen of whoever shares this board.</source>
        <translation>Bitte den Code eintippen, den zeigt, wer diese Tafel teilt.</translation>
    </message>
    <message>
        <source>Trying again…</source>
        <translation>Es wird noch einmal versucht …</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>The screen of whoever shares this board shows five words, under Share. Are they these?</source>
        <translation>Auf dem Bildschirm dessen, der diese Tafel teilt, stehen unter „Teilen“ fünf Wörter. Sind es diese?</translation>
    </message>
    <message>
        <source>Another computer than expected answers at {}. That is normal if addresses change in this network. If the words differ, somebody else pretends to be there: cancel.</source>
        <translation>Unter {} antwortet ein anderer Computer als erwartet. Das ist normal, wenn sich Adressen in diesem Netz ändern. Sind die Wörter andere, gibt sich jemand für ihn aus: abbrechen.</translation>
    </message>
    <message>
        <source>Words to compare: {}</source>
        <translation>Wörter zum Vergleichen: {}</translation>
    </message>
    <message>
        <source>Yes, the same words</source>
        <translation>Ja, dieselben Wörter</translation>
    </message>
    <message>
        <source>Connecting to {}…</source>
        <translation>Verbindung mit {} …</translation>
    </message>
    <message>
        <source>Type the code. It looks like K7QM-2XPA.</source>
        <translation>Bitte den Code eintippen. Er sieht aus wie K7QM-2XPA.</translation>
    </message>
</context>
<context>
    <name>JoinFlow</name>
    <message>
        <source>Look</source>
        <translation>Ansehen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Find out why</source>
        <translation>Ursache finden</translation>
    </message>
</context>
<context>
    <name>JoinForm</name>
    <message>
        <source>Link or address</source>
        <translation>Link oder Adresse</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Join code</source>
        <translation>Beitrittscode</translation>
    </message>
    <message>
        <source>Letters and digits, like K7QM-2XPA. A link may already contain it.</source>
        <translation>Buchstaben und Ziffern, wie K7QM-2XPA. Ein Link kann ihn schon enthalten.</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Beitreten</translation>
    </message>
</context>
<context>
    <name>KeyCaps</name>
    <message>
        <source> or </source>
        <translation> oder </translation>
    </message>
</context>
<context>
    <name>KeysPage</name>
    <message>
        <source>Find an action, or a key like Ctrl+D</source>
        <translation>Aktion suchen, oder eine Taste wie Strg+D</translation>
    </message>
    <message>
        <source>Find an action</source>
        <translation>Aktion suchen</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>Aktionen und ihre Tasten</translation>
    </message>
    <message>
        <source>Change it</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>So lassen</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>Keine Taste</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>Alle zurücksetzen</translation>
    </message>
    <message>
        <source>Press the new key for “{}”. Escape leaves it as it is.</source>
        <translation>Die neue Taste für „{}“ drücken. Esc lässt alles, wie es ist.</translation>
    </message>
    <message>
        <source>{} has a meaning everywhere. Press another key.</source>
        <translation>{} hat überall eine Bedeutung. Bitte eine andere Taste drücken.</translation>
    </message>
    <message>
        <source>which keeps {}</source>
        <translation>die dann noch {} hat</translation>
    </message>
    <message>
        <source>which would have none then</source>
        <translation>die dann keine mehr hätte</translation>
    </message>
    <message>
        <source>{} is the key for “{}”, {}.</source>
        <translation>{} ist die Taste für „{}“, {}.</translation>
    </message>
    <message>
        <source>Click an action, then press its new key.</source>
        <translation>Eine Aktion anklicken, dann ihre neue Taste drücken.</translation>
    </message>
</context>
<context>
    <name>LinesModel</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Way</source>
        <translation>Weg</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>What it says</source>
        <translation>Was es sagt</translation>
    </message>
    <message>
        <source>↓ in</source>
        <translation>↓ ein</translation>
    </message>
    <message>
        <source>↑ out</source>
        <translation>↑ aus</translation>
    </message>
</context>
<context>
    <name>Look</name>
    <message>
        <source>Order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <source>Align and distribute</source>
        <translation>Ausrichten und verteilen</translation>
    </message>
    <message>
        <source>Arrange</source>
        <translation>Anordnen</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Papier</translation>
    </message>
    <message>
        <source>Fill</source>
        <translation>Füllung</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Linie</translation>
    </message>
    <message>
        <source>Way</source>
        <translation>Weg</translation>
    </message>
    <message>
        <source>Take a colour from the board</source>
        <translation>Farbe von der Tafel nehmen</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Breite</translation>
    </message>
    <message>
        <source>Tip at the beginning</source>
        <translation>Spitze am Anfang</translation>
    </message>
    <message>
        <source>Tip at the end</source>
        <translation>Spitze am Ende</translation>
    </message>
    <message>
        <source>Tips</source>
        <translation>Spitzen</translation>
    </message>
    <message>
        <source>Another form</source>
        <translation>Andere Form</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>Schrift</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>Deckkraft</translation>
    </message>
</context>
<context>
    <name>LookPanel</name>
    <message>
        <source>Style</source>
        <translation>Stil</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Whiteboard</source>
        <translation>Whiteboard</translation>
    </message>
</context>
<context>
    <name>MemberList</name>
    <message>
        <source>{} people on this board</source>
        <translation>{} Personen an dieser Tafel</translation>
    </message>
    <message>
        <source>Only you are here</source>
        <translation>Sonst ist niemand hier</translation>
    </message>
    <message>
        <source>you</source>
        <translation>ich</translation>
    </message>
    <message>
        <source>host</source>
        <translation>Gastgeber</translation>
    </message>
    <message>
        <source>only looks</source>
        <translation>sieht nur zu</translation>
    </message>
    <message>
        <source>drawing…</source>
        <translation>zeichnet …</translation>
    </message>
    <message>
        <source>What {} may do</source>
        <translation>Was {} darf</translation>
    </message>
    <message>
        <source>May draw, only look, or go</source>
        <translation>Darf zeichnen, nur zusehen oder gehen</translation>
    </message>
    <message>
        <source>Go to {}</source>
        <translation>Zu {} gehen</translation>
    </message>
</context>
<context>
    <name>MemberStrip</name>
    <message>
        <source>{} (you): change name or colour</source>
        <translation>{} (ich): Name oder Farbe ändern</translation>
    </message>
    <message>
        <source>{} more people</source>
        <translation>{} weitere Personen</translation>
    </message>
    <message>
        <source>{} is drawing…</source>
        <translation>{} zeichnet …</translation>
    </message>
</context>
<context>
    <name>Minimap</name>
    <message>
        <source>Map of the page</source>
        <translation>Karte der Seite</translation>
    </message>
    <message>
        <source>Drag to another place</source>
        <translation>Ziehen, um anderswohin zu gehen</translation>
    </message>
</context>
<context>
    <name>Narration</name>
    <message>
        <source>Nothing selected</source>
        <translation>Nichts ausgewählt</translation>
    </message>
    <message>
        <source>Page {} of {}</source>
        <translation>Seite {} von {}</translation>
    </message>
    <message>
        <source>{} elements selected</source>
        <translation>{} Elemente ausgewählt</translation>
    </message>
    <message>
        <source>{} selected</source>
        <translation>Ausgewählt: {}</translation>
    </message>
</context>
<context>
    <name>NearbyList</name>
    <message>
        <source>No board found. Is it shared, and are you in the same Wi-Fi? Some networks keep computers apart: then type the address and the code from the other screen below, or paste the link.</source>
        <translation>Keine Tafel gefunden. Ist sie geteilt, und sind beide im selben WLAN? Manche Netzwerke trennen die Computer voneinander: Dann unten die Adresse und den Code vom anderen Bildschirm eintippen oder den Link einfügen.</translation>
    </message>
    <message>
        <source>Looking for boards in your network…</source>
        <translation>Es wird nach Tafeln im Netzwerk gesucht …</translation>
    </message>
</context>
<context>
    <name>NearbyRow</name>
    <message>
        <source>Join {title}, {details}</source>
        <translation>{title} beitreten, {details}</translation>
    </message>
</context>
<context>
    <name>NewBoardCard</name>
    <message>
        <source>New board</source>
        <translation>Neue Tafel</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
</context>
<context>
    <name>Offer</name>
    <message>
        <source>Keep this tool in hand</source>
        <translation>Dieses Werkzeug in der Hand behalten</translation>
    </message>
</context>
<context>
    <name>OpacitySlider</name>
    <message>
        <source>Opacity</source>
        <translation>Deckkraft</translation>
    </message>
    <message>
        <source>mixed</source>
        <translation>gemischt</translation>
    </message>
</context>
<context>
    <name>OpenBoard</name>
    <message>
        <source>Share</source>
        <translation>Teilen</translation>
    </message>
    <message>
        <source>Share this board</source>
        <translation>Diese Tafel teilen</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>{} has a board inside.</source>
        <translation>{} enthält eine Tafel.</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>{} wants to come in.</source>
        <translation>{} möchte herein.</translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation>Jemand</translation>
    </message>
    <message>
        <source>Let in</source>
        <translation>Hereinlassen</translation>
    </message>
    <message>
        <source>You may look now. The host decides who may draw.</source>
        <translation>Ab jetzt ist nur Zusehen erlaubt. Der Gastgeber entscheidet, wer zeichnen darf.</translation>
    </message>
    <message>
        <source>You may draw now.</source>
        <translation>Ab jetzt ist Zeichnen erlaubt.</translation>
    </message>
</context>
<context>
    <name>PageControl</name>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>Vorige Seite</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Nächste Seite</translation>
    </message>
    <message>
        <source>New page</source>
        <translation>Neue Seite</translation>
    </message>
</context>
<context>
    <name>PageList</name>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
</context>
<context>
    <name>PageModel</name>
    <message>
        <source>{}, {} of {}</source>
        <translation>{}, {} von {}</translation>
    </message>
    <message>
        <source>{}; here: {}</source>
        <translation>{}; hier: {}</translation>
    </message>
</context>
<context>
    <name>PageStrip</name>
    <message>
        <source>Name of the page</source>
        <translation>Name der Seite</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Close pages</source>
        <translation>Seiten schließen</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Papier</translation>
    </message>
    <message>
        <source>Paper of this page</source>
        <translation>Papier dieser Seite</translation>
    </message>
    <message>
        <source>Add page</source>
        <translation>Seite hinzufügen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Add a page after this one</source>
        <translation>Nach dieser eine Seite einfügen</translation>
    </message>
    <message>
        <source>Duplicate page</source>
        <translation>Seite duplizieren</translation>
    </message>
    <message>
        <source>Duplicate this page</source>
        <translation>Diese Seite duplizieren</translation>
    </message>
    <message>
        <source>Delete page</source>
        <translation>Seite löschen</translation>
    </message>
    <message>
        <source>Delete this page</source>
        <translation>Diese Seite löschen</translation>
    </message>
    <message>
        <source>More about this page</source>
        <translation>Mehr zu dieser Seite</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Umbenennen …</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplizieren</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>Zurückholen</translation>
    </message>
    <message>
        <source>Deleted page {} ({} elements)</source>
        <translation>Gelöschte Seite {} ({} Elemente)</translation>
    </message>
</context>
<context>
    <name>PageWork</name>
    <message>
        <source>Page {}</source>
        <translation>Seite {}</translation>
    </message>
    <message>
        <source>“{}” was deleted.</source>
        <translation>„{}“ wurde gelöscht.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>That page was deleted.</source>
        <translation>Diese Seite wurde gelöscht.</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>Zurückholen</translation>
    </message>
    <message>
        <source>You may look. The host decides who may draw.</source>
        <translation>Hier ist nur Zusehen erlaubt. Der Gastgeber entscheidet, wer zeichnen darf.</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>What do you want to do?</source>
        <translation>Was soll geschehen?</translation>
    </message>
    <message>
        <source>Search all commands</source>
        <translation>Alle Befehle durchsuchen</translation>
    </message>
    <message>
        <source>Nothing is called that. Try another word.</source>
        <translation>So heißt nichts. Vielleicht hilft ein anderes Wort.</translation>
    </message>
    <message>
        <source>{} of {}</source>
        <translation>{} von {}</translation>
    </message>
    <message>
        <source>Colour: {}</source>
        <translation>Farbe: {}</translation>
    </message>
    <message>
        <source>Go to {}</source>
        <translation>Zu {} gehen</translation>
    </message>
    <message>
        <source>Look: {}</source>
        <translation>Aussehen: {}</translation>
    </message>
    <message>
        <source>Reduced motion</source>
        <translation>Weniger Bewegung</translation>
    </message>
    <message>
        <source>Settings: {}</source>
        <translation>Einstellungen: {}</translation>
    </message>
    <message>
        <source>You are there</source>
        <translation>Schon hier</translation>
    </message>
    <message>
        <source>Look where {} is</source>
        <translation>Nachsehen, wo {} ist</translation>
    </message>
    <message>
        <source>somebody</source>
        <translation>jemand</translation>
    </message>
    <message>
        <source>person follow</source>
        <translation>person folgen</translation>
    </message>
    <message>
        <source>animation calm</source>
        <translation>animation ruhig</translation>
    </message>
    <message>
        <source>ink paint</source>
        <translation>tinte farbe malen</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>on</source>
        <translation>an</translation>
    </message>
    <message>
        <source>page turn</source>
        <translation>seite blättern</translation>
    </message>
    <message>
        <source>theme colours mode</source>
        <translation>thema farben modus hell dunkel</translation>
    </message>
    <message>
        <source>Not for what is selected or in hand</source>
        <translation>Nicht für das Ausgewählte oder das Werkzeug</translation>
    </message>
    <message>
        <source>Fill: {}</source>
        <translation>Füllung: {}</translation>
    </message>
    <message>
        <source>Course of the line: {}</source>
        <translation>Verlauf der Linie: {}</translation>
    </message>
    <message>
        <source>Start of the line: {}</source>
        <translation>Anfang der Linie: {}</translation>
    </message>
    <message>
        <source>End of the line: {}</source>
        <translation>Ende der Linie: {}</translation>
    </message>
    <message>
        <source>Colour of the note: {}</source>
        <translation>Farbe der Notiz: {}</translation>
    </message>
</context>
<context>
    <name>Panel</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
</context>
<context>
    <name>PaperChooser</name>
    <message>
        <source>Paper</source>
        <translation>Papier</translation>
    </message>
</context>
<context>
    <name>PenPad</name>
    <message>
        <source>Field to try your pen in</source>
        <translation>Feld zum Ausprobieren des Stifts</translation>
    </message>
</context>
<context>
    <name>PenPage</name>
    <message>
        <source>Side button of the pen</source>
        <translation>Seitentaste des Stifts</translation>
    </message>
    <message>
        <source>Eraser end of the pen</source>
        <translation>Radierende des Stifts</translation>
    </message>
    <message>
        <source>Pressure</source>
        <translation>Druck</translation>
    </message>
    <message>
        <source>Once a pen is used, fingers move the board instead of drawing, unless you let them.</source>
        <translation>Sobald ein Stift benutzt wird, bewegen Finger die Tafel, statt zu zeichnen, wenn es hier nicht anders gewählt ist.</translation>
    </message>
    <message>
        <source>Test your pen</source>
        <translation>Stift testen</translation>
    </message>
</context>
<context>
    <name>PenTest</name>
    <message>
        <source>Pressure</source>
        <translation>Druck</translation>
    </message>
    <message>
        <source>Draw in the field with your pen, with fingers, or with the mouse.</source>
        <translation>Im Feld mit Stift, Fingern oder Maus zeichnen.</translation>
    </message>
    <message>
        <source>Fingers draw</source>
        <translation>Finger zeichnen</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Fingers</source>
        <translation>Finger</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>Messwerte</translation>
    </message>
    <message>
        <source>{:.0f} a second</source>
        <translation>{:.0f} je Sekunde</translation>
    </message>
    <message>
        <source>No pen was used on this board yet: one finger draws.</source>
        <translation>Auf dieser Tafel wurde noch kein Stift benutzt: Ein Finger zeichnet.</translation>
    </message>
    <message>
        <source>A pen was used, and fingers draw beside it.</source>
        <translation>Ein Stift wurde benutzt, und Finger zeichnen daneben.</translation>
    </message>
    <message>
        <source>A pen was used: fingers move the board, and a palm leaves no ink.</source>
        <translation>Ein Stift wurde benutzt: Finger bewegen die Tafel, und der Handballen hinterlässt keine Tinte.</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>Side buttons held</source>
        <translation>Gedrückte Seitentasten</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Tilt</source>
        <translation>Neigung</translation>
    </message>
    <message>
        <source>eraser</source>
        <translation>Radierer</translation>
    </message>
    <message>
        <source>hovering</source>
        <translation>schwebt</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>this pen does not say</source>
        <translation>das sagt dieser Stift nicht</translation>
    </message>
    <message>
        <source>tip</source>
        <translation>Spitze</translation>
    </message>
    <message>
        <source>touching</source>
        <translation>berührt</translation>
    </message>
    <message>
        <source>unnamed</source>
        <translation>ohne Namen</translation>
    </message>
    <message>
        <source>{:.0f}° from upright</source>
        <translation>{:.0f}° zur Senkrechten</translation>
    </message>
</context>
<context>
    <name>PersonMenu</name>
    <message>
        <source>May draw</source>
        <translation>Darf zeichnen</translation>
    </message>
    <message>
        <source>Only look</source>
        <translation>Nur zusehen</translation>
    </message>
    <message>
        <source>Remove {} from the board</source>
        <translation>{} von der Tafel entfernen</translation>
    </message>
</context>
<context>
    <name>PressureRow</name>
    <message>
        <source>How firmly you press</source>
        <translation>Wie fest gedrückt wird</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Leicht</translation>
    </message>
    <message>
        <source>Firm</source>
        <translation>Fest</translation>
    </message>
</context>
<context>
    <name>ProfileEditor</name>
    <message>
        <source>Your name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Your name, as the others see it</source>
        <translation>Name, wie ihn die anderen sehen</translation>
    </message>
    <message>
        <source>Your colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Blau</translation>
    </message>
    <message>
        <source>Brown</source>
        <translation>Braun</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Grün</translation>
    </message>
    <message>
        <source>Navy</source>
        <translation>Marineblau</translation>
    </message>
    <message>
        <source>Olive</source>
        <translation>Oliv</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>Orange</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation>Rosa</translation>
    </message>
    <message>
        <source>Purple</source>
        <translation>Purpur</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>Rot</translation>
    </message>
    <message>
        <source>Rust</source>
        <translation>Rost</translation>
    </message>
    <message>
        <source>Teal</source>
        <translation>Petrol</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>Violett</translation>
    </message>
</context>
<context>
    <name>ProgressBox</name>
    <message>
        <source>One moment…</source>
        <translation>Einen Moment …</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>{} of {}</source>
        <translation>{} von {}</translation>
    </message>
</context>
<context>
    <name>QrCode</name>
    <message>
        <source>QR code of the link {}</source>
        <translation>QR-Code des Links {}</translation>
    </message>
</context>
<context>
    <name>RungRow</name>
    <message>
        <source>Show request and answer</source>
        <translation>Anfrage und Antwort zeigen</translation>
    </message>
    <message>
        <source>Hide request and answer</source>
        <translation>Anfrage und Antwort verbergen</translation>
    </message>
    <message>
        <source>being tried</source>
        <translation>wird versucht</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>wartet</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Large buttons and letters</source>
        <translation>Große Tasten und Schrift</translation>
    </message>
    <message>
        <source>big targets classroom screen wall size</source>
        <translation>große ziele klassenzimmer bildschirm wand größe</translation>
    </message>
    <message>
        <source>Left-handed</source>
        <translation>Für Linkshänder</translation>
    </message>
    <message>
        <source>mirror side hand</source>
        <translation>spiegeln seite hand links</translation>
    </message>
    <message>
        <source>Hold still at the end of a stroke to make it a shape</source>
        <translation>Am Ende eines Strichs stillhalten macht eine Form daraus</translation>
    </message>
    <message>
        <source>recognise straight figure</source>
        <translation>erkennen gerade figur</translation>
    </message>
    <message>
        <source>Snap to what is near</source>
        <translation>An Nahem einrasten</translation>
    </message>
    <message>
        <source>guides magnet</source>
        <translation>hilfslinien magnet</translation>
    </message>
    <message>
        <source>Fingers draw beside the pen</source>
        <translation>Finger zeichnen neben dem Stift</translation>
    </message>
    <message>
        <source>touch palm rejection</source>
        <translation>touch handballen</translation>
    </message>
    <message>
        <source>Single letters and digits are shortcuts</source>
        <translation>Einzelne Buchstaben und Ziffern sind Tastenkürzel</translation>
    </message>
    <message>
        <source>keys keyboard</source>
        <translation>tasten tastatur</translation>
    </message>
    <message>
        <source>Like the system</source>
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
        <source>Full</source>
        <translation>Voll</translation>
    </message>
    <message>
        <source>Reduced</source>
        <translation>Weniger</translation>
    </message>
    <message>
        <source>Moves the board</source>
        <translation>Bewegt die Tafel</translation>
    </message>
    <message>
        <source>Selects</source>
        <translation>Wählt aus</translation>
    </message>
    <message>
        <source>Erases strokes</source>
        <translation>Radiert Striche</translation>
    </message>
    <message>
        <source>Erases parts</source>
        <translation>Radiert Teile</translation>
    </message>
    <message>
        <source>Points, as a laser</source>
        <translation>Zeigt, als Laser</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>Pen and touch</source>
        <translation>Stift und Finger</translation>
    </message>
    <message>
        <source>Test your pen</source>
        <translation>Stift testen</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Tasten</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
</context>
<context>
    <name>ShareFlow</name>
    <message>
        <source>Share again</source>
        <translation>Wieder teilen</translation>
    </message>
    <message>
        <source>This board was being shared when the app ended.</source>
        <translation>Diese Tafel war geteilt, als die App endete.</translation>
    </message>
    <message>
        <source>{} waiting</source>
        <translation>{} warten</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Teilen</translation>
    </message>
</context>
<context>
    <name>SharePanel</name>
    <message>
        <source>Link to this board</source>
        <translation>Link zu dieser Tafel</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Link kopieren</translation>
    </message>
    <message>
        <source>Anyone on this network may join without the code</source>
        <translation>Alle in diesem Netzwerk dürfen ohne Code beitreten</translation>
    </message>
    <message>
        <source>Browser guests: the link also opens in a browser, not encrypted</source>
        <translation>Browser-Gäste: Link auch im Browser, unverschlüsselt</translation>
    </message>
    <message>
        <source>On: people without the app may join in a browser. Whoever is in this network could read along with them. The app always encrypts.</source>
        <translation>An: Wer die App nicht hat, darf im Browser beitreten. In diesem Netzwerk könnten andere dabei mitlesen. Die App verschlüsselt immer.</translation>
    </message>
    <message>
        <source>Others see it under “Boards near you”, or join with code or link.</source>
        <translation>Andere sehen sie unter „Tafeln in der Nähe“ oder treten mit Code oder Link bei.</translation>
    </message>
    <message>
        <source>Can others join?</source>
        <translation>Können andere beitreten?</translation>
    </message>
    <message>
        <source>Stop sharing</source>
        <translation>Teilen beenden</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Teilen</translation>
    </message>
    <message>
        <source>Share a copy</source>
        <translation>Kopie teilen</translation>
    </message>
    <message>
        <source>Sharing this board</source>
        <translation>Diese Tafel wird geteilt</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Startet …</translation>
    </message>
    <message>
        <source>This board is shared</source>
        <translation>Diese Tafel ist geteilt</translation>
    </message>
    <message>
        <source>Saying goodbye to everybody…</source>
        <translation>Alle werden verabschiedet …</translation>
    </message>
    <message>
        <source>This board is not shared</source>
        <translation>Diese Tafel ist nicht geteilt</translation>
    </message>
    <message>
        <source>It is kept here, with everything on it. Share it again with the same code at any time.</source>
        <translation>Sie bleibt hier, mit allem darauf. Sie lässt sich jederzeit mit demselben Code wieder teilen.</translation>
    </message>
    <message>
        <source>This board is not shared now</source>
        <translation>Diese Tafel ist gerade nicht geteilt</translation>
    </message>
    <message>
        <source>It is shared from {}. Others join with the code from there. You can share a copy of your own: it keeps what is on the board now, and changes made there do not reach it.</source>
        <translation>Sie wird von {} geteilt. Andere treten mit dem Code von dort bei. Geteilt werden kann eine eigene Kopie: Sie behält, was jetzt auf der Tafel ist, und Änderungen von dort kommen nicht mehr an.</translation>
    </message>
    <message>
        <source>This board belongs to somebody else</source>
        <translation>Diese Tafel gehört jemand anderem</translation>
    </message>
    <message>
        <source>No code needed</source>
        <translation>Kein Code nötig</translation>
    </message>
    <message>
        <source>Join code: {}</source>
        <translation>Beitrittscode: {}</translation>
    </message>
    <message>
        <source>Address to type: {}</source>
        <translation>Adresse zum Eintippen: {}</translation>
    </message>
    <message>
        <source>Words to compare: {}</source>
        <translation>Wörter zum Vergleichen: {}</translation>
    </message>
    <message>
        <source>Who types the address is shown words. If they are these, it is this computer.</source>
        <translation>Wer die Adresse eintippt, bekommt Wörter gezeigt. Sind es diese, dann ist es dieser Computer.</translation>
    </message>
    <message>
        <source>Nobody else is here yet.</source>
        <translation>Noch ist niemand sonst hier.</translation>
    </message>
    <message>
        <source>Here now: {}</source>
        <translation>Gerade hier: {}</translation>
    </message>
    <message>
        <source>{} people are here: {} …</source>
        <translation>{} Personen sind hier: {} …</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Link</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>This board is not shared, so there is no connection to check.</source>
        <translation>Diese Tafel ist nicht geteilt, es gibt also keine Verbindung zu prüfen.</translation>
    </message>
    <message>
        <source>Open a board</source>
        <translation>Eine Tafel öffnen</translation>
    </message>
    <message>
        <source>Boards ({})</source>
        <translation>Tafeln ({})</translation>
    </message>
    <message>
        <source>Drawings, pictures and PDF ({})</source>
        <translation>Zeichnungen, Bilder und PDF ({})</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Insert pictures or a PDF</source>
        <translation>Bilder oder ein PDF einfügen</translation>
    </message>
    <message>
        <source>Pictures and PDF ({})</source>
        <translation>Bilder und PDF ({})</translation>
    </message>
    <message>
        <source>Save the board as a file</source>
        <translation>Die Tafel als Datei sichern</translation>
    </message>
    <message>
        <source>Boards (*{})</source>
        <translation>Tafeln (*{})</translation>
    </message>
    <message>
        <source>1 other person is</source>
        <translation>1 andere Person ist</translation>
    </message>
    <message>
        <source>{} other people are</source>
        <translation>{} andere Personen sind</translation>
    </message>
    <message>
        <source>{} on this board. When you close, sharing stops for everybody.</source>
        <translation>{} an dieser Tafel. Beim Schließen endet das Teilen für alle.</translation>
    </message>
    <message>
        <source>A board is still shared from here. When you close, sharing stops.</source>
        <translation>Von hier ist noch eine Tafel geteilt. Beim Schließen endet das Teilen.</translation>
    </message>
    <message>
        <source>{} boards are still shared from here. When you close, sharing stops.</source>
        <translation>Von hier sind noch {} Tafeln geteilt. Beim Schließen endet das Teilen.</translation>
    </message>
    <message>
        <source>Everything drawn is kept.</source>
        <translation>Alles Gezeichnete bleibt erhalten.</translation>
    </message>
    <message>
        <source>Stop sharing and close?</source>
        <translation>Teilen beenden und schließen?</translation>
    </message>
    <message>
        <source>Stop and close</source>
        <translation>Beenden und schließen</translation>
    </message>
    <message>
        <source>Keep sharing</source>
        <translation>Weiter teilen</translation>
    </message>
    <message>
        <source>Something went wrong in the app. Your board is saved; please try again.</source>
        <translation>In der App ist etwas schiefgegangen. Die Tafel ist gespeichert; bitte noch einmal versuchen.</translation>
    </message>
</context>
<context>
    <name>Sparkline</name>
    <message>
        <source>{:,} in</source>
        <translation>{:,} ein</translation>
    </message>
    <message>
        <source>{:,} out</source>
        <translation>{:,} aus</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>What you draw is kept here by itself. Begin with an empty board.</source>
        <translation>Alles Gezeichnete bleibt hier von selbst erhalten. Zum Anfangen eine leere Tafel nehmen.</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>{} (you): change name or colour</source>
        <translation>{} (ich): Name oder Farbe ändern</translation>
    </message>
    <message>
        <source>Whiteboard</source>
        <translation>Whiteboard</translation>
    </message>
    <message>
        <source>My boards</source>
        <translation>Meine Tafeln</translation>
    </message>
    <message>
        <source>Open file…</source>
        <translation>Datei öffnen …</translation>
    </message>
    <message>
        <source>Open a .whiteboard file</source>
        <translation>Eine .whiteboard-Datei öffnen</translation>
    </message>
    <message>
        <source>Boards near you</source>
        <translation>Tafeln in der Nähe</translation>
    </message>
    <message>
        <source>Join with a link or code</source>
        <translation>Mit Link oder Code beitreten</translation>
    </message>
</context>
<context>
    <name>Synonyms</name>
    <message>
        <source>draw write ink pencil</source>
        <translation>zeichnen schreiben tinte bleistift</translation>
    </message>
    <message>
        <source>brush felt pen thick</source>
        <translation>pinsel filzstift dick</translation>
    </message>
    <message>
        <source>mark yellow transparent</source>
        <translation>markieren gelb durchsichtig leuchtstift</translation>
    </message>
    <message>
        <source>pointer point light</source>
        <translation>zeiger zeigen licht</translation>
    </message>
    <message>
        <source>rubber rub out delete</source>
        <translation>radiergummi wegwischen löschen</translation>
    </message>
    <message>
        <source>rubber rub out split</source>
        <translation>radiergummi wegwischen teilen</translation>
    </message>
    <message>
        <source>arrow choose pick mark</source>
        <translation>pfeil wählen greifen markieren</translation>
    </message>
    <message>
        <source>select free</source>
        <translation>auswählen frei</translation>
    </message>
    <message>
        <source>pan scroll move view</source>
        <translation>schieben scrollen bewegen ansicht</translation>
    </message>
    <message>
        <source>box square shape</source>
        <translation>kasten quadrat form</translation>
    </message>
    <message>
        <source>circle oval round shape</source>
        <translation>kreis oval rund form</translation>
    </message>
    <message>
        <source>rhombus decision shape</source>
        <translation>rhombus entscheidung form</translation>
    </message>
    <message>
        <source>connector right angle</source>
        <translation>verbinder rechter winkel</translation>
    </message>
    <message>
        <source>connector bend</source>
        <translation>verbinder biegen</translation>
    </message>
    <message>
        <source>connector link</source>
        <translation>verbinder verbinden</translation>
    </message>
    <message>
        <source>type write letters label</source>
        <translation>tippen schreiben buchstaben beschriftung</translation>
    </message>
    <message>
        <source>sticky post card</source>
        <translation>zettel haftnotiz karte</translation>
    </message>
    <message>
        <source>triangle ruler geometry</source>
        <translation>dreieck lineal geometrie</translation>
    </message>
    <message>
        <source>angle degrees geometry</source>
        <translation>winkel grad geometrie</translation>
    </message>
    <message>
        <source>circle arc geometry</source>
        <translation>kreis bogen geometrie</translation>
    </message>
    <message>
        <source>measure straight geometry</source>
        <translation>messen gerade geometrie</translation>
    </message>
    <message>
        <source>back take back revert</source>
        <translation>zurück zurücknehmen undo</translation>
    </message>
    <message>
        <source>again forward repeat</source>
        <translation>noch einmal vorwärts wiederholen</translation>
    </message>
    <message>
        <source>remove erase trash clear</source>
        <translation>entfernen radieren papierkorb leeren</translation>
    </message>
    <message>
        <source>copy clone</source>
        <translation>kopieren klonen</translation>
    </message>
    <message>
        <source>eyedropper pipette colour style pick</source>
        <translation>pipette farbe stil aufnehmen</translation>
    </message>
    <message>
        <source>guides magnet align grid</source>
        <translation>hilfslinien magnet ausrichten raster</translation>
    </message>
    <message>
        <source>fix pin protect</source>
        <translation>fixieren anheften schützen</translation>
    </message>
    <message>
        <source>zoom fit all overview</source>
        <translation>zoom einpassen alles übersicht</translation>
    </message>
    <message>
        <source>zoom fit</source>
        <translation>zoom einpassen</translation>
    </message>
    <message>
        <source>reset actual size</source>
        <translation>zurücksetzen originalgröße</translation>
    </message>
    <message>
        <source>minimap overview</source>
        <translation>minimap übersicht</translation>
    </message>
    <message>
        <source>search look for</source>
        <translation>suchen finden</translation>
    </message>
    <message>
        <source>thumbnails overview slides</source>
        <translation>vorschau übersicht folien</translation>
    </message>
    <message>
        <source>add slide sheet</source>
        <translation>hinzufügen folie blatt</translation>
    </message>
    <message>
        <source>grid background</source>
        <translation>raster gitter hintergrund</translation>
    </message>
    <message>
        <source>lines background</source>
        <translation>linien hintergrund</translation>
    </message>
    <message>
        <source>dots grid background</source>
        <translation>punkte raster hintergrund</translation>
    </message>
    <message>
        <source>millimetre grid background</source>
        <translation>millimeter raster hintergrund</translation>
    </message>
    <message>
        <source>blank white background</source>
        <translation>leer weiß hintergrund</translation>
    </message>
    <message>
        <source>home start overview</source>
        <translation>start übersicht</translation>
    </message>
    <message>
        <source>invite join class link code host</source>
        <translation>einladen beitreten klasse link code gastgeber freigeben</translation>
    </message>
    <message>
        <source>pdf png svg print save picture</source>
        <translation>pdf png svg drucken speichern bild</translation>
    </message>
    <message>
        <source>image photo import</source>
        <translation>bild foto importieren</translation>
    </message>
    <message>
        <source>import load</source>
        <translation>importieren laden</translation>
    </message>
    <message>
        <source>preferences options configuration</source>
        <translation>optionen konfiguration vorlieben</translation>
    </message>
    <message>
        <source>help shortcuts keyboard mouse</source>
        <translation>hilfe tastenkürzel tastatur maus</translation>
    </message>
    <message>
        <source>exit close end</source>
        <translation>verlassen schließen ende</translation>
    </message>
</context>
<context>
    <name>TextField</name>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
</context>
<context>
    <name>Title</name>
    <message>
        <source>Name of this board</source>
        <translation>Name dieser Tafel</translation>
    </message>
    <message>
        <source>Rename this board</source>
        <translation>Diese Tafel umbenennen</translation>
    </message>
</context>
<context>
    <name>Toolbar</name>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>More colours</source>
        <translation>Mehr Farben</translation>
    </message>
    <message>
        <source>You may look. The host decides who may draw.</source>
        <translation>Hier ist nur Zusehen erlaubt. Der Gastgeber entscheidet, wer zeichnen darf.</translation>
    </message>
    <message>
        <source>Draw with fingers</source>
        <translation>Mit Fingern zeichnen</translation>
    </message>
    <message>
        <source>Draw with fingers, beside the pen</source>
        <translation>Mit Fingern zeichnen, neben dem Stift</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>My boards</source>
        <translation>Meine Tafeln</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Align bottom</source>
        <translation>Unten ausrichten</translation>
    </message>
    <message>
        <source>Align centres</source>
        <translation>Waagrecht mittig ausrichten</translation>
    </message>
    <message>
        <source>Align left</source>
        <translation>Links ausrichten</translation>
    </message>
    <message>
        <source>Align middles</source>
        <translation>Senkrecht mittig ausrichten</translation>
    </message>
    <message>
        <source>Align right</source>
        <translation>Rechts ausrichten</translation>
    </message>
    <message>
        <source>Align top</source>
        <translation>Oben ausrichten</translation>
    </message>
    <message>
        <source>An address does not say whose computer answers at {host}. Compare its words with those on the host&apos;s screen.</source>
        <translation>Eine Adresse sagt nicht, wessen Computer unter {host} antwortet. Bitte seine Wörter mit denen auf dem Bildschirm des Gastgebers vergleichen.</translation>
    </message>
    <message>
        <source>Another computer than expected answers at {host}. Nothing was sent. Look at its words, or ask for the link.</source>
        <translation>Unter {host} antwortet ein anderer Computer als erwartet. Es wurde nichts gesendet. Bitte seine Wörter ansehen oder nach dem Link fragen.</translation>
    </message>
    <message>
        <source>Arrow</source>
        <translation>Pfeil</translation>
    </message>
    <message>
        <source>Bold</source>
        <translation>Fett</translation>
    </message>
    <message>
        <source>Bring forward</source>
        <translation>Eine Ebene nach vorn</translation>
    </message>
    <message>
        <source>Bring to front</source>
        <translation>Ganz nach vorn</translation>
    </message>
    <message>
        <source>Compass</source>
        <translation>Zirkel</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Curved arrow</source>
        <translation>Gebogener Pfeil</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>Ausschneiden</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Delete page</source>
        <translation>Seite löschen</translation>
    </message>
    <message>
        <source>Diamond</source>
        <translation>Raute</translation>
    </message>
    <message>
        <source>Distribute across</source>
        <translation>Waagrecht verteilen</translation>
    </message>
    <message>
        <source>Distribute down</source>
        <translation>Senkrecht verteilen</translation>
    </message>
    <message>
        <source>Dotted paper</source>
        <translation>Punktpapier</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplizieren</translation>
    </message>
    <message>
        <source>Duplicate page</source>
        <translation>Seite duplizieren</translation>
    </message>
    <message>
        <source>Elbow arrow</source>
        <translation>Eckiger Pfeil</translation>
    </message>
    <message>
        <source>Ellipse</source>
        <translation>Ellipse</translation>
    </message>
    <message>
        <source>Erase a part</source>
        <translation>Teil radieren</translation>
    </message>
    <message>
        <source>Eraser</source>
        <translation>Radierer</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Extra thick line</source>
        <translation>Sehr dicke Linie</translation>
    </message>
    <message>
        <source>Find text</source>
        <translation>Text suchen</translation>
    </message>
    <message>
        <source>Flip left and right</source>
        <translation>Waagrecht spiegeln</translation>
    </message>
    <message>
        <source>Flip upside down</source>
        <translation>Senkrecht spiegeln</translation>
    </message>
    <message>
        <source>Graph paper</source>
        <translation>Millimeterpapier</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppieren</translation>
    </message>
    <message>
        <source>Hand</source>
        <translation>Hand</translation>
    </message>
    <message>
        <source>Hexagon</source>
        <translation>Sechseck</translation>
    </message>
    <message>
        <source>Highlighter</source>
        <translation>Textmarker</translation>
    </message>
    <message>
        <source>Insert picture or PDF…</source>
        <translation>Bild oder PDF einfügen …</translation>
    </message>
    <message>
        <source>Italic</source>
        <translation>Kursiv</translation>
    </message>
    <message>
        <source>Keep tool in hand</source>
        <translation>Werkzeug in der Hand behalten</translation>
    </message>
    <message>
        <source>Larger letters</source>
        <translation>Größere Schrift</translation>
    </message>
    <message>
        <source>Laser</source>
        <translation>Laser</translation>
    </message>
    <message>
        <source>Lasso</source>
        <translation>Lasso</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Linie</translation>
    </message>
    <message>
        <source>Lock or unlock</source>
        <translation>Sperren oder entsperren</translation>
    </message>
    <message>
        <source>Map of the page</source>
        <translation>Karte der Seite</translation>
    </message>
    <message>
        <source>Marker</source>
        <translation>Filzstift</translation>
    </message>
    <message>
        <source>Medium line</source>
        <translation>Mittlere Linie</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Move far down</source>
        <translation>Weit nach unten rücken</translation>
    </message>
    <message>
        <source>Move far left</source>
        <translation>Weit nach links rücken</translation>
    </message>
    <message>
        <source>Move far right</source>
        <translation>Weit nach rechts rücken</translation>
    </message>
    <message>
        <source>Move far up</source>
        <translation>Weit nach oben rücken</translation>
    </message>
    <message>
        <source>Move left</source>
        <translation>Nach links rücken</translation>
    </message>
    <message>
        <source>Move page down</source>
        <translation>Seite nach unten schieben</translation>
    </message>
    <message>
        <source>Move page up</source>
        <translation>Seite nach oben schieben</translation>
    </message>
    <message>
        <source>Move right</source>
        <translation>Nach rechts rücken</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Music paper</source>
        <translation>Notenpapier</translation>
    </message>
    <message>
        <source>My boards</source>
        <translation>Meine Tafeln</translation>
    </message>
    <message>
        <source>New board</source>
        <translation>Neue Tafel</translation>
    </message>
    <message>
        <source>New page</source>
        <translation>Neue Seite</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Nächste Seite</translation>
    </message>
    <message>
        <source>No board is shared at {host}, port {port}, just now. Ask whether it is still shared, and check the address.</source>
        <translation>Unter {host}, Port {port}, ist gerade keine Tafel geteilt. Bitte fragen, ob sie noch geteilt ist, und die Adresse prüfen.</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Open file…</source>
        <translation>Datei öffnen …</translation>
    </message>
    <message>
        <source>Others may not reach this computer: a firewall seems to block port {port}. Allow Whiteboard in its settings.</source>
        <translation>Andere erreichen diesen Computer vielleicht nicht: Eine Firewall scheint Port {port} zu sperren. Bitte Whiteboard in ihren Einstellungen erlauben.</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Pen</source>
        <translation>Stift</translation>
    </message>
    <message>
        <source>Pentagon</source>
        <translation>Fünfeck</translation>
    </message>
    <message>
        <source>Plain paper</source>
        <translation>Leeres Papier</translation>
    </message>
    <message>
        <source>Polygon</source>
        <translation>Vieleck</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>Vorige Seite</translation>
    </message>
    <message>
        <source>Protractor</source>
        <translation>Winkelmesser</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Rectangle</source>
        <translation>Rechteck</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Rounded rectangle</source>
        <translation>Abgerundetes Rechteck</translation>
    </message>
    <message>
        <source>Ruled paper</source>
        <translation>Liniertes Papier</translation>
    </message>
    <message>
        <source>Ruler</source>
        <translation>Lineal</translation>
    </message>
    <message>
        <source>Save as file…</source>
        <translation>Als Datei sichern …</translation>
    </message>
    <message>
        <source>Select</source>
        <translation>Auswählen</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Alles auswählen</translation>
    </message>
    <message>
        <source>Select nothing</source>
        <translation>Nichts auswählen</translation>
    </message>
    <message>
        <source>Send backward</source>
        <translation>Eine Ebene nach hinten</translation>
    </message>
    <message>
        <source>Send to back</source>
        <translation>Ganz nach hinten</translation>
    </message>
    <message>
        <source>Set square</source>
        <translation>Geodreieck</translation>
    </message>
    <message>
        <source>Seyès paper</source>
        <translation>Seyès-Papier</translation>
    </message>
    <message>
        <source>Share…</source>
        <translation>Teilen …</translation>
    </message>
    <message>
        <source>Sharing could not begin: the server program does not start. Install Whiteboard anew.</source>
        <translation>Das Teilen konnte nicht beginnen: Das Serverprogramm startet nicht. Bitte Whiteboard neu installieren.</translation>
    </message>
    <message>
        <source>Sharing could not begin; your board is safe. The server ended with these words:</source>
        <translation>Das Teilen konnte nicht beginnen; die Tafel ist sicher. Der Server endete mit diesen Worten:</translation>
    </message>
    <message>
        <source>Sharing did not begin in time; this computer is very busy. Close something and retry.</source>
        <translation>Das Teilen hat nicht rechtzeitig begonnen; dieser Computer ist sehr beschäftigt. Bitte etwas schließen und es noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Sharing has stopped after failing several times. Your board is safe; share it once more.</source>
        <translation>Das Teilen wurde nach mehreren Fehlern beendet. Die Tafel ist sicher; bitte noch einmal teilen.</translation>
    </message>
    <message>
        <source>Sharing was interrupted and begins again. Your board is safe; the others will be back.</source>
        <translation>Das Teilen wurde unterbrochen und beginnt von neuem. Die Tafel ist sicher; die anderen kommen wieder.</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Alles zeigen</translation>
    </message>
    <message>
        <source>Show the selection</source>
        <translation>Auswahl zeigen</translation>
    </message>
    <message>
        <source>Smaller letters</source>
        <translation>Kleinere Schrift</translation>
    </message>
    <message>
        <source>Snap to what is near</source>
        <translation>An Nahem einrasten</translation>
    </message>
    <message>
        <source>Somebody else has already put that on the board.</source>
        <translation>Das hat schon jemand anderes auf die Tafel gebracht.</translation>
    </message>
    <message>
        <source>Something was lost on the way. Connecting again.</source>
        <translation>Unterwegs ging etwas verloren. Es wird neu verbunden.</translation>
    </message>
    <message>
        <source> ({count} more below it)</source>
        <translation> (weiter unten noch {count})</translation>
    </message>
    <message>
        <source>1 change</source>
        <translation>1 Änderung</translation>
    </message>
    <message>
        <source>1 element, log at {seq}</source>
        <translation>1 Element, Protokoll bei {seq}</translation>
    </message>
    <message>
        <source>1 minute ago</source>
        <translation>vor 1 Minute</translation>
    </message>
    <message>
        <source>1 person</source>
        <translation>1 Person</translation>
    </message>
    <message>
        <source>1 picture is not in the file, or damaged.</source>
        <translation>1 Bild fehlt in der Datei oder ist beschädigt.</translation>
    </message>
    <message>
        <source>A document with one page for each page of the board. Its text can be selected.</source>
        <translation>Ein Dokument mit einer Seite für jede Seite der Tafel. Der Text darin lässt sich markieren.</translation>
    </message>
    <message>
        <source>A drawing of one page that is sharp in any size, for browsers and Inkscape.</source>
        <translation>Eine Zeichnung einer Seite, die in jeder Größe scharf ist, für Browser und Inkscape.</translation>
    </message>
    <message>
        <source>A finished change, done whole or not at all. The server gives each a number and sends it to all, also to its author. All boards do the changes in the order of the numbers: that is why they are the same.</source>
        <translation>Eine fertige Änderung, die ganz oder gar nicht gilt. Der Server gibt jeder eine Nummer und schickt sie an alle, auch an die Person, von der sie kommt. Alle Tafeln führen die Änderungen in der Reihenfolge der Nummern aus: Deshalb sind sie gleich.</translation>
    </message>
    <message>
        <source>A link to a board begins with http:// or whiteboard://.</source>
        <translation>Ein Link zu einer Tafel beginnt mit http:// oder whiteboard://.</translation>
    </message>
    <message>
        <source>A newer version of Whiteboard made {path}. Install that version.</source>
        <translation>{path} stammt von einer neueren Version von Whiteboard. Bitte diese Version installieren.</translation>
    </message>
    <message>
        <source>A picture of one page.</source>
        <translation>Ein Bild einer Seite.</translation>
    </message>
    <message>
        <source>A question without content, every two seconds. Its answer shows that the server is alive, and how far.</source>
        <translation>Eine Frage ohne Inhalt, alle zwei Sekunden. Die Antwort zeigt, dass der Server lebt und wie weit der Weg ist.</translation>
    </message>
    <message>
        <source>A second connection sees it</source>
        <translation>Eine zweite Verbindung sieht sie</translation>
    </message>
    <message>
        <source>Addresses of this computer</source>
        <translation>Adressen dieses Computers</translation>
    </message>
    <message>
        <source>After the colon stands the port, a number up to 65535.</source>
        <translation>Nach dem Doppelpunkt steht der Port, eine Zahl bis 65535.</translation>
    </message>
    <message>
        <source>All commands…</source>
        <translation>Alle Befehle …</translation>
    </message>
    <message>
        <source>All is well: every rung holds.</source>
        <translation>Alles in Ordnung: Jede Stufe hält.</translation>
    </message>
    <message>
        <source>All that happened on the board since the tick before, gathered into one message, the same for all: up to 60 a second while people draw, and only now and then while nobody does.</source>
        <translation>Alles, was seit dem letzten Takt auf der Tafel geschehen ist, gesammelt in einer Nachricht, die für alle gleich ist: bis zu 60 in der Sekunde, während gezeichnet wird, und nur ab und zu, wenn niemand zeichnet.</translation>
    </message>
    <message>
        <source>Allow Python for private networks when Windows asks, or under Settings, Firewall, Allow an app.</source>
        <translation>Python für private Netzwerke zulassen, wenn Windows fragt, oder unter Einstellungen, Firewall, App zulassen.</translation>
    </message>
    <message>
        <source>Allow UDP port 5353 in the firewall, or start the server without --no-announce; the link works all the same.</source>
        <translation>UDP-Port 5353 in der Firewall freigeben oder den Server ohne --no-announce starten; der Link funktioniert trotzdem.</translation>
    </message>
    <message>
        <source>Allow incoming connections for Python under System Settings, Network, Firewall, Options.</source>
        <translation>Eingehende Verbindungen für Python erlauben: Systemeinstellungen, Netzwerk, Firewall, Optionen.</translation>
    </message>
    <message>
        <source>Allow incoming connections for port {port} in its settings.</source>
        <translation>In den Einstellungen eingehende Verbindungen für Port {port} erlauben.</translation>
    </message>
    <message>
        <source>An edit was sent and did not come back: the server is very busy, or the link loses what is sent.</source>
        <translation>Eine Änderung wurde gesendet und kam nicht zurück: Der Server ist sehr beschäftigt, oder auf dem Hinweg geht etwas verloren.</translation>
    </message>
    <message>
        <source>An event that this version does not know.</source>
        <translation>Ein Ereignis, das diese Version nicht kennt.</translation>
    </message>
    <message>
        <source>Announcement (mDNS)</source>
        <translation>Ankündigung (mDNS)</translation>
    </message>
    <message>
        <source>Announcements (mDNS)</source>
        <translation>Ankündigungen (mDNS)</translation>
    </message>
    <message>
        <source>Another server than the link means answers at {host}, port {port}: the address has gone to another computer, the server was set up anew, or somebody in between pretends to be it. The app does not join.</source>
        <translation>Unter {host}, Port {port}, antwortet ein anderer Server, als der Link meint: Die Adresse gehört jetzt einem anderen Computer, der Server wurde neu eingerichtet, oder jemand dazwischen gibt sich für ihn aus. Die App tritt nicht bei.</translation>
    </message>
    <message>
        <source>Another service answers on port {port} of {host}, not a web server.</source>
        <translation>Auf Port {port} von {host} antwortet ein anderer Dienst, kein Webserver.</translation>
    </message>
    <message>
        <source>Ask for a fresh link; if its words under Share are {shown}, all is well and only the link was old.</source>
        <translation>Nach einem neuen Link fragen; wenn seine Wörter unter „Teilen“ {shown} lauten, ist alles gut und nur der Link war alt.</translation>
    </message>
    <message>
        <source>Ask for the code again, or copy the link from under Share; the host may have a new one.</source>
        <translation>Noch einmal nach dem Code fragen oder den Link unter „Teilen“ kopieren; vielleicht gibt es einen neuen.</translation>
    </message>
    <message>
        <source>Ask the host to let it in, or to open the board for the test.</source>
        <translation>Den Gastgeber bitten, die Prüfung hereinzulassen oder die Tafel dafür zu öffnen.</translation>
    </message>
    <message>
        <source>Ask the host.</source>
        <translation>Bitte den Gastgeber fragen.</translation>
    </message>
    <message>
        <source>Ask whether it was closed or has another name, and use a fresh link.</source>
        <translation>Fragen, ob sie geschlossen wurde oder anders heißt, und einen neuen Link verwenden.</translation>
    </message>
    <message>
        <source>Ask whether the board is still shared, and compare address and port with those under Share.</source>
        <translation>Fragen, ob die Tafel noch geteilt ist, und Adresse und Port mit denen unter „Teilen“ vergleichen.</translation>
    </message>
    <message>
        <source>Ask whoever runs the Wi-Fi to switch client isolation off, or use a cable or another access point.</source>
        <translation>Wer das WLAN betreut, kann die Trennung der Geräte (Client-Isolation) ausschalten; sonst hilft ein Kabel oder ein anderer Zugangspunkt.</translation>
    </message>
    <message>
        <source>Black</source>
        <translation>Schwarz</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Blau</translation>
    </message>
    <message>
        <source>Cancel, select nothing, take Select</source>
        <translation>Abbrechen, nichts auswählen, Auswählen nehmen</translation>
    </message>
    <message>
        <source>Check address and port, and use a fresh link; on {host}, update Whiteboard, or start it without --no-tls.</source>
        <translation>Adresse und Port prüfen und einen neuen Link verwenden; auf {host} Whiteboard aktualisieren oder ohne --no-tls starten.</translation>
    </message>
    <message>
        <source>Check address and port; if they are right, a login page of the Wi-Fi may be in between: open a browser first.</source>
        <translation>Adresse und Port prüfen; wenn sie stimmen, ist vielleicht eine Anmeldeseite des WLANs dazwischen: zuerst einen Browser öffnen.</translation>
    </message>
    <message>
        <source>Check that the computer is on and its address is still {host}; on Wi-Fi, ask whoever runs it whether client isolation is on.</source>
        <translation>Prüfen, ob der Computer an ist und seine Adresse noch {host} lautet; im WLAN fragen, ob die Trennung der Geräte (Client-Isolation) an ist.</translation>
    </message>
    <message>
        <source>Check the address and this computer&apos;s network.</source>
        <translation>Die Adresse und das Netzwerk dieses Computers prüfen.</translation>
    </message>
    <message>
        <source>Check the connection…</source>
        <translation>Verbindung prüfen …</translation>
    </message>
    <message>
        <source>Check the port of the link.</source>
        <translation>Den Port des Links prüfen.</translation>
    </message>
    <message>
        <source>Check the port: this is another server, or a proxy in front of the board that has a port of its own.</source>
        <translation>Den Port prüfen: Das ist ein anderer Server oder ein Proxy vor der Tafel, der einen eigenen Port hat.</translation>
    </message>
    <message>
        <source>Check the spelling, or use the link with numbers (like 192.168.1.20) that the app shows under Share.</source>
        <translation>Die Schreibweise prüfen oder den Link mit Zahlen (wie 192.168.1.20) verwenden, den die App unter „Teilen“ zeigt.</translation>
    </message>
    <message>
        <source>Check this computer&apos;s clock; if it is right, whoever runs the proxy has to renew the certificate.</source>
        <translation>Die Uhr dieses Computers prüfen; wenn sie stimmt, muss das Zertifikat des Proxys erneuert werden.</translation>
    </message>
    <message>
        <source>Client isolation</source>
        <translation>Trennung der Geräte</translation>
    </message>
    <message>
        <source>Connect it to the Wi-Fi or the cable that the others use.</source>
        <translation>Mit dem WLAN oder dem Kabel verbinden, das die anderen benutzen.</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Element</source>
        <translation>Element</translation>
    </message>
    <message>
        <source>Encryption (TLS)</source>
        <translation>Verschlüsselung (TLS)</translation>
    </message>
    <message>
        <source>Engine.IO open</source>
        <translation>Engine.IO öffnen</translation>
    </message>
    <message>
        <source>Erasers</source>
        <translation>Radierer</translation>
    </message>
    <message>
        <source>Everything on the board as data, for scripts.</source>
        <translation>Alles auf der Tafel als Daten, für Skripte.</translation>
    </message>
    <message>
        <source>Firewall</source>
        <translation>Firewall</translation>
    </message>
    <message>
        <source>Go nearer to the access point, take a cable, or close what loads the network.</source>
        <translation>Näher an den Zugangspunkt gehen, ein Kabel nehmen oder beenden, was das Netzwerk belastet.</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Grün</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>Grau</translation>
    </message>
    <message>
        <source>HTTP answer</source>
        <translation>HTTP-Antwort</translation>
    </message>
    <message>
        <source>How the board&apos;s door stands: the code, who waits, who was sent away. Only hosts are told.</source>
        <translation>Wie es an der Tür der Tafel steht: der Code, wer wartet, wer weggeschickt wurde. Das erfährt nur der Gastgeber.</translation>
    </message>
    <message>
        <source>I have a new name or colour.</source>
        <translation>Ich habe einen neuen Namen oder eine neue Farbe.</translation>
    </message>
    <message>
        <source>Ink</source>
        <translation>Tinte</translation>
    </message>
    <message>
        <source>Ink while the pen is still on the board: only the points since the last message, each as the difference to the one before. It is shown and forgotten; the finished stroke comes as an edit.</source>
        <translation>Tinte, während der Stift noch auf der Tafel ist: nur die Punkte seit der letzten Nachricht, jeder als Unterschied zum vorigen. Sie wird gezeigt und vergessen; der fertige Strich kommt als Änderung.</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>Inspektor</translation>
    </message>
    <message>
        <source>Instruments</source>
        <translation>Instrumente</translation>
    </message>
    <message>
        <source>It has more than 300 pages.</source>
        <translation>Sie hat mehr als 300 Seiten.</translation>
    </message>
    <message>
        <source>It has more than {size} MB.</source>
        <translation>Die Datei hat mehr als {size} MB.</translation>
    </message>
    <message>
        <source>It is no PDF, or it is damaged.</source>
        <translation>Es ist keine PDF-Datei, oder sie ist beschädigt.</translation>
    </message>
    <message>
        <source>It is protected by a password.</source>
        <translation>Sie ist mit einem Passwort geschützt.</translation>
    </message>
    <message>
        <source>Join a board</source>
        <translation>Einer Tafel beitreten</translation>
    </message>
    <message>
        <source>Join by link or code, which needs no announcement; to have the list, ask whoever runs the network to allow multicast (mDNS, UDP port 5353) between the computers.</source>
        <translation>Mit Link oder Code beitreten, dafür braucht es keine Ankündigung. Damit die Liste geht: Wer das Netzwerk betreut, muss Multicast (mDNS, UDP-Port 5353) zwischen den Computern erlauben.</translation>
    </message>
    <message>
        <source>Join code</source>
        <translation>Beitrittscode</translation>
    </message>
    <message>
        <source>Join “{board}”</source>
        <translation>„{board}“ beitreten</translation>
    </message>
    <message>
        <source>Keep drawing: everything is kept, and sent when the board is back.</source>
        <translation>Einfach weiterzeichnen: Alles bleibt erhalten und wird gesendet, sobald die Tafel wieder da ist.</translation>
    </message>
    <message>
        <source>Keys and gestures</source>
        <translation>Tasten und Gesten</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Beschriftung</translation>
    </message>
    <message>
        <source>Leave the network and join it again; if that does not help, restart the router or ask whoever runs it.</source>
        <translation>Das Netzwerk verlassen und neu beitreten; wenn das nicht hilft, den Router neu starten oder fragen, wer ihn betreut.</translation>
    </message>
    <message>
        <source>Let the class in with: sudo firewall-cmd --add-port={port}/tcp</source>
        <translation>Die Klasse hereinlassen mit: sudo firewall-cmd --add-port={port}/tcp</translation>
    </message>
    <message>
        <source>Let the class in with: sudo ufw allow {port}/tcp</source>
        <translation>Die Klasse hereinlassen mit: sudo ufw allow {port}/tcp</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Light blue</source>
        <translation>Hellblau</translation>
    </message>
    <message>
        <source>Light green</source>
        <translation>Hellgrün</translation>
    </message>
    <message>
        <source>Light grey</source>
        <translation>Hellgrau</translation>
    </message>
    <message>
        <source>Light orange</source>
        <translation>Hellorange</translation>
    </message>
    <message>
        <source>Light pink</source>
        <translation>Hellrosa</translation>
    </message>
    <message>
        <source>Light red</source>
        <translation>Hellrot</translation>
    </message>
    <message>
        <source>Light violet</source>
        <translation>Hellviolett</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Likely cause: {cause}</source>
        <translation>Vermutliche Ursache: {cause}</translation>
    </message>
    <message>
        <source>Lines and arrows</source>
        <translation>Linien und Pfeile</translation>
    </message>
    <message>
        <source>Look for a proxy or security program between here and {host}; try a cable or another network.</source>
        <translation>Nach einem Proxy oder Schutzprogramm zwischen hier und {host} suchen; ein Kabel oder ein anderes Netzwerk versuchen.</translation>
    </message>
    <message>
        <source>Make room on the disk of {host}; it goes on by itself.</source>
        <translation>Auf der Festplatte von {host} Platz schaffen; dann geht es von selbst weiter.</translation>
    </message>
    <message>
        <source>Name of the server</source>
        <translation>Name des Servers</translation>
    </message>
    <message>
        <source>No announcement of this board arrives here: the network filters announcements, or the server makes none.</source>
        <translation>Hier kommt keine Ankündigung dieser Tafel an: Das Netzwerk filtert Ankündigungen, oder der Server macht keine.</translation>
    </message>
    <message>
        <source>No board is shared from this computer just now, at least not on port {port}.</source>
        <translation>Von diesem Computer ist gerade keine Tafel geteilt, jedenfalls nicht auf Port {port}.</translation>
    </message>
    <message>
        <source>Nobody on this network knows a computer named {host}.</source>
        <translation>Niemand in diesem Netzwerk kennt einen Computer namens {host}.</translation>
    </message>
    <message>
        <source>Not even this computer reaches its own address in the network: a firewall stands in the way.</source>
        <translation>Nicht einmal dieser Computer erreicht seine eigene Adresse im Netzwerk: Eine Firewall steht im Weg.</translation>
    </message>
    <message>
        <source>Not taken over, {count} times: {what}.</source>
        <translation>Nicht übernommen, {count}-mal: {what}.</translation>
    </message>
    <message>
        <source>Not taken over: {what}.</source>
        <translation>Nicht übernommen: {what}.</translation>
    </message>
    <message>
        <source>Not well: {rung} does not hold{others}. {remedy}</source>
        <translation>Nicht in Ordnung: „{rung}“ hält nicht{others}. {remedy}</translation>
    </message>
    <message>
        <source>Nothing needs to be done: Whiteboard goes on by long-polling, slower but complete; to be fast, ask whoever runs the network to let WebSockets through to {host}:{port}.</source>
        <translation>Es ist nichts zu tun: Whiteboard arbeitet mit Long-Polling weiter, langsamer, aber vollständig. Damit es schnell wird, muss das Netzwerk WebSockets zu {host}:{port} durchlassen.</translation>
    </message>
    <message>
        <source>On {host}, allow incoming connections for port {port}; if that does not help, ask whoever runs the Wi-Fi to switch client isolation off.</source>
        <translation>Auf {host} eingehende Verbindungen für Port {port} erlauben; wenn das nicht hilft, im WLAN die Trennung der Geräte (Client-Isolation) ausschalten lassen.</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>Orange</translation>
    </message>
    <message>
        <source>Others&apos; announcements are heard, but none of them can be reached: the Wi-Fi keeps its clients apart.</source>
        <translation>Ankündigungen anderer sind zu hören, aber niemand davon ist erreichbar: Das WLAN trennt seine Geräte voneinander.</translation>
    </message>
    <message>
        <source>Own edit comes back</source>
        <translation>Eigene Änderung kommt zurück</translation>
    </message>
    <message>
        <source>Pale grey</source>
        <translation>Blassgrau</translation>
    </message>
    <message>
        <source>Paste the link, or type the address that is shown on the other screen.</source>
        <translation>Den Link einfügen oder die Adresse eintippen, die auf dem anderen Bildschirm steht.</translation>
    </message>
    <message>
        <source>Pens</source>
        <translation>Stifte</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation>Rosa</translation>
    </message>
    <message>
        <source>Port {port} of {host} speaks TLS (https), but this link is for plain http.</source>
        <translation>Port {port} von {host} spricht TLS (https), aber dieser Link ist für einfaches http.</translation>
    </message>
    <message>
        <source>Press Share in the app, or start python3 -m server; if it has another port, say --port.</source>
        <translation>In der App auf „Teilen“ drücken oder python3 -m server starten; mit einem anderen Port: --port angeben.</translation>
    </message>
    <message>
        <source>Protocol version</source>
        <translation>Version des Protokolls</translation>
    </message>
    <message>
        <source>Put both computers into the same network: the same Wi-Fi, not the guests&apos; one, and no VPN.</source>
        <translation>Beide Computer ins selbe Netzwerk bringen: dasselbe WLAN, nicht das für Gäste, und kein VPN.</translation>
    </message>
    <message>
        <source>Questions go unanswered: the network loses much, or the server is overloaded.</source>
        <translation>Fragen bleiben ohne Antwort: Im Netzwerk geht viel verloren, oder der Server ist überlastet.</translation>
    </message>
    <message>
        <source>Reached at its own address</source>
        <translation>Unter eigener Adresse erreichbar</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>Rot</translation>
    </message>
    <message>
        <source>Restart the server on {host}, and report this: it should never happen.</source>
        <translation>Den Server auf {host} neu starten und das melden: Es sollte nie vorkommen.</translation>
    </message>
    <message>
        <source>Restart the server on {host}, and use the same version of Whiteboard on both sides.</source>
        <translation>Den Server auf {host} neu starten und auf beiden Seiten dieselbe Version von Whiteboard verwenden.</translation>
    </message>
    <message>
        <source>Restart the server on {host}; a proxy that changes or blocks downloads may also be in between.</source>
        <translation>Den Server auf {host} neu starten; vielleicht ist auch ein Proxy dazwischen, der Downloads verändert oder sperrt.</translation>
    </message>
    <message>
        <source>Restart the server on {host}; if that does not help, look for a proxy or security program in between.</source>
        <translation>Den Server auf {host} neu starten; wenn das nicht hilft, nach einem Proxy oder Schutzprogramm dazwischen suchen.</translation>
    </message>
    <message>
        <source>Restart the server on {host}; if that does not help, try without VPN, proxy and security program.</source>
        <translation>Den Server auf {host} neu starten; wenn das nicht hilft, ohne VPN, Proxy und Schutzprogramm versuchen.</translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation>Antwortzeit</translation>
    </message>
    <message>
        <source>Select something that can be exported, all of it on one page.</source>
        <translation>Bitte etwas auswählen, das sich exportieren lässt, alles auf einer Seite.</translation>
    </message>
    <message>
        <source>Select the next thing</source>
        <translation>Das Nächste auswählen</translation>
    </message>
    <message>
        <source>Select the thing before</source>
        <translation>Das davor auswählen</translation>
    </message>
    <message>
        <source>Selection tools</source>
        <translation>Auswahlwerkzeuge</translation>
    </message>
    <message>
        <source>Server on this computer</source>
        <translation>Server auf diesem Computer</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Einstellungen …</translation>
    </message>
    <message>
        <source>Shapes</source>
        <translation>Formen</translation>
    </message>
    <message>
        <source>Snapshot</source>
        <translation>Momentaufnahme</translation>
    </message>
    <message>
        <source>Socket.IO connect</source>
        <translation>Socket.IO verbinden</translation>
    </message>
    <message>
        <source>Socket.IO refuses: {packet}</source>
        <translation>Socket.IO lehnt ab: {packet}</translation>
    </message>
    <message>
        <source>Socket.IO&apos;s goodbye: one side ends the connection.</source>
        <translation>Der Abschied von Socket.IO: Eine Seite beendet die Verbindung.</translation>
    </message>
    <message>
        <source>Socket.IO&apos;s own handshake: both sides agree to exchange events over this connection.</source>
        <translation>Der eigene Handschlag von Socket.IO: Beide Seiten vereinbaren, über diese Verbindung Ereignisse auszutauschen.</translation>
    </message>
    <message>
        <source>Socket.IO&apos;s refusal: the server does not take the connection.</source>
        <translation>Die Absage von Socket.IO: Der Server nimmt die Verbindung nicht an.</translation>
    </message>
    <message>
        <source>Some boards may be missing</source>
        <translation>Vielleicht fehlen Tafeln</translation>
    </message>
    <message>
        <source>Some other web server answers at {host}, port {port}, not a Whiteboard.</source>
        <translation>Unter {host}, Port {port}, antwortet irgendein anderer Webserver, kein Whiteboard.</translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation>Jemand</translation>
    </message>
    <message>
        <source>Something on the way agrees to a WebSocket and then lets nothing through, a proxy or a security program.</source>
        <translation>Etwas auf dem Weg stimmt einem WebSocket zu und lässt dann nichts durch, ein Proxy oder ein Schutzprogramm.</translation>
    </message>
    <message>
        <source>Something on the way blocks WebSockets, so long polling is used: slower, but nothing is missing.</source>
        <translation>Etwas auf dem Weg blockiert WebSockets, darum Long-Polling: langsamer, aber es fehlt nichts.</translation>
    </message>
    <message>
        <source>Something on the way refuses WebSockets, a proxy or a security program: it answered {status}.</source>
        <translation>Etwas auf dem Weg lehnt WebSockets ab, ein Proxy oder ein Schutzprogramm: Die Antwort war {status}.</translation>
    </message>
    <message>
        <source>Something on the way swallows requests for a WebSocket, a proxy or a security program.</source>
        <translation>Etwas auf dem Weg verschluckt Anfragen nach einem WebSocket, ein Proxy oder ein Schutzprogramm.</translation>
    </message>
    <message>
        <source>Squared paper</source>
        <translation>Kariertes Papier</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>Stern</translation>
    </message>
    <message>
        <source>Start it without --host 127.0.0.1.</source>
        <translation>Ohne --host 127.0.0.1 starten.</translation>
    </message>
    <message>
        <source>Style</source>
        <translation>Stil</translation>
    </message>
    <message>
        <source>TCP connection</source>
        <translation>TCP-Verbindung</translation>
    </message>
    <message>
        <source>Take the look of what is under the pointer</source>
        <translation>Stil übernehmen von dem, was unter dem Zeiger liegt</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Text at the left</source>
        <translation>Text links</translation>
    </message>
    <message>
        <source>Text at the right</source>
        <translation>Text rechts</translation>
    </message>
    <message>
        <source>Text in the middle</source>
        <translation>Text in der Mitte</translation>
    </message>
    <message>
        <source>That code does not open this board. Ask for the code again and type it as it is read to you.</source>
        <translation>Dieser Code öffnet diese Tafel nicht. Bitte noch einmal nach dem Code fragen und ihn so eintippen, wie er vorgelesen wird.</translation>
    </message>
    <message>
        <source>That is locked.</source>
        <translation>Das ist gesperrt.</translation>
    </message>
    <message>
        <source>That is locked. Ask the person who locked it.</source>
        <translation>Das ist gesperrt. Bitte die Person fragen, die es gesperrt hat.</translation>
    </message>
    <message>
        <source>That is on the board already.</source>
        <translation>Das ist schon auf der Tafel.</translation>
    </message>
    <message>
        <source>That is too large for the board.</source>
        <translation>Das ist zu groß für die Tafel.</translation>
    </message>
    <message>
        <source>That is too much to paste at once.</source>
        <translation>Das ist zu viel, um es auf einmal einzufügen.</translation>
    </message>
    <message>
        <source>That was copied by a newer Whiteboard. Update this one.</source>
        <translation>Das wurde mit einem neueren Whiteboard kopiert. Bitte dieses hier aktualisieren.</translation>
    </message>
    <message>
        <source>The Mac&apos;s firewall</source>
        <translation>Die Firewall des Macs</translation>
    </message>
    <message>
        <source>The Windows firewall</source>
        <translation>Die Windows-Firewall</translation>
    </message>
    <message>
        <source>The address in this link is not valid.</source>
        <translation>Die Adresse in diesem Link ist ungültig.</translation>
    </message>
    <message>
        <source>The announcement of the own board is not heard, not even here: multicast is blocked or announcing is off.</source>
        <translation>Die Ankündigung der eigenen Tafel ist nicht zu hören, nicht einmal hier: Multicast ist gesperrt, oder das Ankündigen ist aus.</translation>
    </message>
    <message>
        <source>The answer to a ping. From question to answer is the round trip: the way there and back.</source>
        <translation>Die Antwort auf ein Ping. Von der Frage bis zur Antwort dauert es einmal hin und zurück: die Antwortzeit.</translation>
    </message>
    <message>
        <source>The board can be joined, but not all is well: {rung} does not hold{others}. {remedy}</source>
        <translation>Der Tafel kann man beitreten, aber nicht alles ist in Ordnung: „{rung}“ hält nicht{others}. {remedy}</translation>
    </message>
    <message>
        <source>The board could not understand your last change. It was taken back.</source>
        <translation>Die Tafel konnte die letzte Änderung nicht verstehen. Sie wurde zurückgenommen.</translation>
    </message>
    <message>
        <source>The board did not take your last change: {why}.</source>
        <translation>Die Tafel hat die letzte Änderung nicht angenommen: {why}.</translation>
    </message>
    <message>
        <source>The board is announced at another address than the link has: the link is old.</source>
        <translation>Die Tafel wird unter einer anderen Adresse angekündigt, als im Link steht: Der Link ist alt.</translation>
    </message>
    <message>
        <source>The board is as large as its server allows. Remove something first.</source>
        <translation>Die Tafel ist so groß, wie ihr Server erlaubt. Bitte zuerst etwas entfernen.</translation>
    </message>
    <message>
        <source>The board is full.</source>
        <translation>Die Tafel ist voll.</translation>
    </message>
    <message>
        <source>The board is full. You come in as soon as somebody leaves.</source>
        <translation>Die Tafel ist voll. Sobald jemand geht, wird ein Platz frei.</translation>
    </message>
    <message>
        <source>The board&apos;s server says it is stopping or starting again. Waiting for it to come back.</source>
        <translation>Der Server der Tafel meldet, dass er anhält oder neu startet. Es wird gewartet, bis er wieder da ist.</translation>
    </message>
    <message>
        <source>The certificate of {host} is not one that this computer trusts: {why}.</source>
        <translation>Dem Zertifikat von {host} vertraut dieser Computer nicht: {why}.</translation>
    </message>
    <message>
        <source>The code in the link is not the board&apos;s join code.</source>
        <translation>Der Code im Link ist nicht der Beitrittscode der Tafel.</translation>
    </message>
    <message>
        <source>The code was right, but the host lets people in one by one. A welcome or a refusal will follow.</source>
        <translation>Der Code war richtig, aber der Gastgeber lässt alle einzeln herein. Es folgt ein Willkommen oder eine Absage.</translation>
    </message>
    <message>
        <source>The connection to {host} was lost.</source>
        <translation>Die Verbindung zu {host} ist abgerissen.</translation>
    </message>
    <message>
        <source>The connection was cut in the middle.</source>
        <translation>Die Verbindung wurde mittendrin getrennt.</translation>
    </message>
    <message>
        <source>The disk does not answer. Try again when it has room and can be written to.</source>
        <translation>Die Festplatte antwortet nicht. Bitte wieder versuchen, wenn sie Platz hat und beschreibbar ist.</translation>
    </message>
    <message>
        <source>The disk does not take your changes ({error}). It is tried again; keep the app open meanwhile.</source>
        <translation>Die Festplatte nimmt die Änderungen nicht an ({error}). Es wird weiter versucht; bitte die App so lange offen lassen.</translation>
    </message>
    <message>
        <source>The disk is full. Free some space: what you draw is saved as soon as there is room.</source>
        <translation>Die Festplatte ist voll. Bitte Platz schaffen: Alles Gezeichnete wird gespeichert, sobald wieder Platz ist.</translation>
    </message>
    <message>
        <source>The drawing could not be fetched from {host}; trying again.</source>
        <translation>Die Zeichnung konnte nicht von {host} geholt werden; es wird weiter versucht.</translation>
    </message>
    <message>
        <source>The drawing could not be fetched, although the server is there.</source>
        <translation>Die Zeichnung konnte nicht geholt werden, obwohl der Server da ist.</translation>
    </message>
    <message>
        <source>The drawing has more than {lines:,} lines or {points:,} points.</source>
        <translation>Die Zeichnung hat mehr als {lines:,} Linien oder {points:,} Punkte.</translation>
    </message>
    <message>
        <source>The end of this link is missing or wrong. Copy the whole link.</source>
        <translation>Das Ende dieses Links fehlt oder ist falsch. Bitte den ganzen Link kopieren.</translation>
    </message>
    <message>
        <source>The file declares entities, which could hide anything.</source>
        <translation>Die Datei definiert Entitäten, die alles Mögliche verbergen könnten.</translation>
    </message>
    <message>
        <source>The file declares entities, which could hide anything. Save it as plain SVG.</source>
        <translation>Die Datei definiert Entitäten, die alles Mögliche verbergen könnten. Bitte als einfaches SVG speichern.</translation>
    </message>
    <message>
        <source>The file has more than {limit:,} elements.</source>
        <translation>Die Datei hat mehr als {limit:,} Elemente.</translation>
    </message>
    <message>
        <source>The file has too many parts inside each other, or too many at all.</source>
        <translation>Die Datei hat zu viele ineinander geschachtelte Teile oder insgesamt zu viele.</translation>
    </message>
    <message>
        <source>The file has too many parts inside each other.</source>
        <translation>Die Datei hat zu viele ineinander geschachtelte Teile.</translation>
    </message>
    <message>
        <source>The file is cut off or damaged</source>
        <translation>Die Datei ist abgeschnitten oder beschädigt</translation>
    </message>
    <message>
        <source>The file is damaged</source>
        <translation>Die Datei ist beschädigt</translation>
    </message>
    <message>
        <source>The file is larger than {size} MB.</source>
        <translation>Die Datei ist größer als {size} MB.</translation>
    </message>
    <message>
        <source>The file is too large when unpacked.</source>
        <translation>Die Datei ist ausgepackt zu groß.</translation>
    </message>
    <message>
        <source>The file with your boards was damaged: 1 board could be read from it. It was kept as {path}.</source>
        <translation>Die Datei mit den Tafeln war beschädigt: 1 Tafel konnte daraus gelesen werden. Sie wurde als {path} aufgehoben.</translation>
    </message>
    <message>
        <source>The file with your boards was damaged: no boards could be read from it. It was kept as {path}.</source>
        <translation>Die Datei mit den Tafeln war beschädigt: Es konnten keine Tafeln daraus gelesen werden. Sie wurde als {path} aufgehoben.</translation>
    </message>
    <message>
        <source>The file with your boards was damaged: {count} boards could be read from it. It was kept as {path}.</source>
        <translation>Die Datei mit den Tafeln war beschädigt: {count} Tafeln konnten daraus gelesen werden. Sie wurde als {path} aufgehoben.</translation>
    </message>
    <message>
        <source>The firewall firewalld</source>
        <translation>Die Firewall firewalld</translation>
    </message>
    <message>
        <source>The firewall ufw</source>
        <translation>Die Firewall ufw</translation>
    </message>
    <message>
        <source>The folder of your boards cannot be written to. What you draw is saved as soon as it can be.</source>
        <translation>In den Ordner mit den Tafeln kann nicht geschrieben werden. Alles Gezeichnete wird gespeichert, sobald es geht.</translation>
    </message>
    <message>
        <source>The greeting: which board, who I am, the code, and up to which change I know the board already.</source>
        <translation>Die Begrüßung: welche Tafel, wer ich bin, der Code und bis zu welcher Änderung ich die Tafel schon kenne.</translation>
    </message>
    <message>
        <source>The host cannot save changes just now. Your last change was taken back.</source>
        <translation>Der Gastgeber kann gerade keine Änderungen speichern. Die letzte Änderung wurde zurückgenommen.</translation>
    </message>
    <message>
        <source>The host decides whether browsers may come in without encryption.</source>
        <translation>Der Gastgeber entscheidet, ob Browser ohne Verschlüsselung hereinkommen dürfen.</translation>
    </message>
    <message>
        <source>The host decides whether newcomers wait at the door.</source>
        <translation>Der Gastgeber entscheidet, ob Neue an der Tür warten.</translation>
    </message>
    <message>
        <source>The host gives the board a title.</source>
        <translation>Der Gastgeber gibt der Tafel einen Titel.</translation>
    </message>
    <message>
        <source>The host has removed this person from the board.</source>
        <translation>Der Gastgeber hat diese Person von der Tafel entfernt.</translation>
    </message>
    <message>
        <source>The host has removed you from this board, or has not let you in. Ask them.</source>
        <translation>Der Gastgeber hat den Zugang zu dieser Tafel beendet oder nicht gewährt. Bitte dort nachfragen.</translation>
    </message>
    <message>
        <source>The host lets people in one by one, and the doctor is waiting at the door.</source>
        <translation>Der Gastgeber lässt alle einzeln herein, und die Prüfung wartet an der Tür.</translation>
    </message>
    <message>
        <source>The host lets somebody in who waits, or sends them away.</source>
        <translation>Der Gastgeber lässt Wartende herein oder schickt sie weg.</translation>
    </message>
    <message>
        <source>The host says who may draw and who may look.</source>
        <translation>Der Gastgeber sagt, wer zeichnen und wer zusehen darf.</translation>
    </message>
    <message>
        <source>The host sends somebody away.</source>
        <translation>Der Gastgeber schickt jemanden weg.</translation>
    </message>
    <message>
        <source>The host wants another join code.</source>
        <translation>Der Gastgeber möchte einen anderen Beitrittscode.</translation>
    </message>
    <message>
        <source>The link asks for encryption, but what answers at {host}, port {port}, does not encrypt as Whiteboard does: another service, an older Whiteboard, one that was started with --no-tls, or something in between.</source>
        <translation>Der Link verlangt Verschlüsselung, aber was unter {host}, Port {port}, antwortet, verschlüsselt nicht wie Whiteboard: ein anderer Dienst, ein älteres Whiteboard, eines, das mit --no-tls gestartet wurde, oder etwas dazwischen.</translation>
    </message>
    <message>
        <source>The link works in one direction only: the server is heard, but what is sent from here does not arrive.</source>
        <translation>Die Verbindung geht nur in eine Richtung: Der Server ist zu hören, aber was von hier gesendet wird, kommt nicht an.</translation>
    </message>
    <message>
        <source>The network here is too slow just now, so the server cut the line. Connecting again.</source>
        <translation>Das Netzwerk ist hier gerade zu langsam, deshalb hat der Server die Verbindung getrennt. Es wird neu verbunden.</translation>
    </message>
    <message>
        <source>The picture has more than {size} MB.</source>
        <translation>Das Bild hat mehr als {size} MB.</translation>
    </message>
    <message>
        <source>The picture is damaged ({error}).</source>
        <translation>Das Bild ist beschädigt ({error}).</translation>
    </message>
    <message>
        <source>The picture is empty or too large.</source>
        <translation>Das Bild ist leer oder zu groß.</translation>
    </message>
    <message>
        <source>The picture is empty.</source>
        <translation>Das Bild ist leer.</translation>
    </message>
    <message>
        <source>The picture is not the one that was meant.</source>
        <translation>Das Bild ist nicht das, das gemeint war.</translation>
    </message>
    <message>
        <source>The picture is too large: {width} by {height} pixels.</source>
        <translation>Das Bild ist zu groß: {width} mal {height} Pixel.</translation>
    </message>
    <message>
        <source>The picture would have {width} by {height} pixels, which is too many. Choose a smaller scale, or export as PDF or SVG.</source>
        <translation>Das Bild hätte {width} mal {height} Pixel, das sind zu viele. Bitte einen kleineren Maßstab wählen oder als PDF oder SVG exportieren.</translation>
    </message>
    <message>
        <source>The server answers, but opens no connection.</source>
        <translation>Der Server antwortet, öffnet aber keine Verbindung.</translation>
    </message>
    <message>
        <source>The server cannot save just now; its disk may be full.</source>
        <translation>Der Server kann gerade nicht speichern; vielleicht ist seine Festplatte voll.</translation>
    </message>
    <message>
        <source>The server cannot store anything just now: {why}</source>
        <translation>Der Server kann gerade nichts speichern: {why}</translation>
    </message>
    <message>
        <source>The server could not accept that change.</source>
        <translation>Der Server konnte diese Änderung nicht annehmen.</translation>
    </message>
    <message>
        <source>The server did not understand this app. Use the same version on both sides; trying again.</source>
        <translation>Der Server hat diese App nicht verstanden. Bitte auf beiden Seiten dieselbe Version verwenden; es wird weiter versucht.</translation>
    </message>
    <message>
        <source>The server does not answer to the name {host}: it knows addresses, its own name and .local names.</source>
        <translation>Der Server hört nicht auf den Namen {host}: Er kennt Adressen, seinen eigenen Namen und Namen auf .local.</translation>
    </message>
    <message>
        <source>The server does not let me in, or ends the connection, and says why.</source>
        <translation>Der Server lässt mich nicht herein oder beendet die Verbindung und sagt, warum.</translation>
    </message>
    <message>
        <source>The server has opened the connection and then fell silent, or what it sends gets lost.</source>
        <translation>Der Server hat die Verbindung geöffnet und ist dann verstummt, oder was er sendet, geht verloren.</translation>
    </message>
    <message>
        <source>The server is connected but does not answer the greeting: it is overloaded, or it hangs.</source>
        <translation>Der Server ist verbunden, beantwortet aber die Begrüßung nicht: Er ist überlastet, oder er hängt.</translation>
    </message>
    <message>
        <source>The server lets in only those who encrypt, and this link has no fingerprint to do it with.</source>
        <translation>Der Server lässt nur verschlüsselte Verbindungen herein, und dieser Link hat keinen Fingerabdruck dafür.</translation>
    </message>
    <message>
        <source>The server lets me in: it says who is here and from which change on it will tell me all that happens.</source>
        <translation>Der Server lässt mich herein: Er sagt, wer hier ist und von welcher Änderung an er mir alles erzählt, was geschieht.</translation>
    </message>
    <message>
        <source>The server lets nobody in just now: {why}</source>
        <translation>Der Server lässt gerade niemanden herein: {why}</translation>
    </message>
    <message>
        <source>The server listens for this computer alone, not for the network.</source>
        <translation>Der Server lauscht nur für diesen Computer, nicht für das Netzwerk.</translation>
    </message>
    <message>
        <source>The server said something that this program does not understand.</source>
        <translation>Der Server sagte etwas, das dieses Programm nicht versteht.</translation>
    </message>
    <message>
        <source>The server speaks a newer version of the protocol ({theirs}) than this program ({ours}).</source>
        <translation>Der Server spricht eine neuere Version des Protokolls ({theirs}) als dieses Programm ({ours}).</translation>
    </message>
    <message>
        <source>The server speaks an older version of the protocol ({theirs}) than this program ({ours}).</source>
        <translation>Der Server spricht eine ältere Version des Protokolls ({theirs}) als dieses Programm ({ours}).</translation>
    </message>
    <message>
        <source>The stroke was given up: the others take its ink away, and no edit follows.</source>
        <translation>Der Strich wurde aufgegeben: Bei den anderen verschwindet seine Tinte, und es folgt keine Änderung.</translation>
    </message>
    <message>
        <source>The system could not connect to {host}, port {port}.</source>
        <translation>Das System konnte keine Verbindung zu {host}, Port {port}, herstellen.</translation>
    </message>
    <message>
        <source>The usual port is taken on this computer, perhaps by another shared board; this one is shared on port {port}.</source>
        <translation>Der übliche Port ist auf diesem Computer belegt, vielleicht von einer anderen geteilten Tafel; diese wird auf Port {port} geteilt.</translation>
    </message>
    <message>
        <source>The way to the server and back takes long: weak Wi-Fi, a busy network, or a busy server.</source>
        <translation>Der Weg zum Server und zurück dauert lange: schwaches WLAN, ein volles Netzwerk oder ein beschäftigter Server.</translation>
    </message>
    <message>
        <source>The whole message</source>
        <translation>Die ganze Nachricht</translation>
    </message>
    <message>
        <source>There is no board of this name on {host}.</source>
        <translation>Auf {host} gibt es keine Tafel mit diesem Namen.</translation>
    </message>
    <message>
        <source>There is no computer at {host}, or this network does not let the two of you talk.</source>
        <translation>Unter {host} gibt es keinen Computer, oder dieses Netzwerk lässt die beiden nicht miteinander reden.</translation>
    </message>
    <message>
        <source>There is no computer named {host} on this network. Check the spelling of the address.</source>
        <translation>In diesem Netzwerk gibt es keinen Computer namens {host}. Bitte die Schreibweise der Adresse prüfen.</translation>
    </message>
    <message>
        <source>There is no element {id} on the board.</source>
        <translation>Auf der Tafel gibt es kein Element {id}.</translation>
    </message>
    <message>
        <source>There is no page {page}: the board has 1 page.</source>
        <translation>Es gibt keine Seite {page}: Die Tafel hat 1 Seite.</translation>
    </message>
    <message>
        <source>There is no page {page}: the board has {count} pages.</source>
        <translation>Es gibt keine Seite {page}: Die Tafel hat {count} Seiten.</translation>
    </message>
    <message>
        <source>There is no room for that here.</source>
        <translation>Dafür ist hier kein Platz.</translation>
    </message>
    <message>
        <source>Thick line</source>
        <translation>Dicke Linie</translation>
    </message>
    <message>
        <source>Thicker line</source>
        <translation>Dickere Linie</translation>
    </message>
    <message>
        <source>Thin line</source>
        <translation>Dünne Linie</translation>
    </message>
    <message>
        <source>Thinner line</source>
        <translation>Dünnere Linie</translation>
    </message>
    <message>
        <source>This SVG drawing is too large.</source>
        <translation>Diese SVG-Zeichnung ist zu groß.</translation>
    </message>
    <message>
        <source>This app is newer than that board&apos;s server. Ask the host to update Whiteboard over there.</source>
        <translation>Diese App ist neuer als der Server dieser Tafel. Bitte den Gastgeber, Whiteboard dort zu aktualisieren.</translation>
    </message>
    <message>
        <source>This app is too old for that board. Update Whiteboard on this computer.</source>
        <translation>Diese App ist zu alt für diese Tafel. Bitte Whiteboard auf diesem Computer aktualisieren.</translation>
    </message>
    <message>
        <source>This board is full. Erase something, or begin another board.</source>
        <translation>Diese Tafel ist voll. Bitte etwas radieren oder eine neue Tafel anfangen.</translation>
    </message>
    <message>
        <source>This board is no longer on {host}. Ask the host whether it was closed or has another name.</source>
        <translation>Diese Tafel ist nicht mehr auf {host}. Bitte den Gastgeber fragen, ob sie geschlossen wurde oder anders heißt.</translation>
    </message>
    <message>
        <source>This board is not shared: nothing goes over the network. Press Share, and watch.</source>
        <translation>Diese Tafel ist nicht geteilt: Es geht nichts über das Netzwerk. Auf „Teilen“ drücken und zusehen.</translation>
    </message>
    <message>
        <source>This board lets in encrypted connections only, and this link is for one without. Copy the whole link anew.</source>
        <translation>Diese Tafel lässt nur verschlüsselte Verbindungen herein, und dieser Link ist für eine ohne. Bitte den ganzen Link neu kopieren.</translation>
    </message>
    <message>
        <source>This board was opened from the same place in another window, which has taken over the line.</source>
        <translation>Diese Tafel wurde von hier aus in einem anderen Fenster geöffnet, das die Verbindung übernommen hat.</translation>
    </message>
    <message>
        <source>This cannot be read from {path}: {error}.</source>
        <translation>Das kann nicht aus {path} gelesen werden: {error}.</translation>
    </message>
    <message>
        <source>This computer does not let Whiteboard share boards. Ask whoever looks after it to allow incoming connections.</source>
        <translation>Dieser Computer erlaubt Whiteboard nicht, Tafeln zu teilen. Wer ihn betreut, muss eingehende Verbindungen erlauben.</translation>
    </message>
    <message>
        <source>This computer does not trust the certificate of {host}. Check the clock here, then ask whoever runs it.</source>
        <translation>Dieser Computer vertraut dem Zertifikat von {host} nicht. Bitte hier die Uhr prüfen und dann fragen, wer den Server betreut.</translation>
    </message>
    <message>
        <source>This computer had to invent its own address, because the network gave it none.</source>
        <translation>Dieser Computer musste sich selbst eine Adresse ausdenken, weil er vom Netzwerk keine bekam.</translation>
    </message>
    <message>
        <source>What passes over the connection</source>
        <translation>Was über die Verbindung geht</translation>
    </message>
    <message>
        <source>background of the drawing</source>
        <translation>Hintergrund der Zeichnung</translation>
    </message>
    <message>
        <source>colour of a label</source>
        <translation>Farbe einer Beschriftung</translation>
    </message>
    <message>
        <source>dashes of a stroke</source>
        <translation>Strichelung eines Strichs</translation>
    </message>
    <message>
        <source>element that cannot be seen</source>
        <translation>Element, das nicht zu sehen ist</translation>
    </message>
    <message>
        <source>mirroring of a picture</source>
        <translation>Spiegelung eines Bildes</translation>
    </message>
    <message>
        <source>pattern of a filling</source>
        <translation>Muster einer Füllung</translation>
    </message>
    <message>
        <source>tip of kind {name}</source>
        <translation>Spitze der Art {name}</translation>
    </message>
    <message>
        <source>{count} pictures are not in the file, or damaged.</source>
        <translation>{count} Bilder fehlen in der Datei oder sind beschädigt.</translation>
    </message>
    <message>
        <source>{ink}, the first</source>
        <translation>{ink}, die ersten</translation>
    </message>
    <message>
        <source>{kind} that breaks a rule of the board ({error})</source>
        <translation>{kind}, verletzt eine Regel der Tafel ({error})</translation>
    </message>
    <message>
        <source>{method} was answered with {status}</source>
        <translation>{method} wurde mit {status} beantwortet</translation>
    </message>
    <message>
        <source>{name} is larger than {size} MB.</source>
        <translation>{name} ist größer als {size} MB.</translation>
    </message>
    <message>
        <source>{name} is not a Whiteboard file, or its beginning is damaged.</source>
        <translation>{name} ist keine Whiteboard-Datei, oder ihr Anfang ist beschädigt.</translation>
    </message>
    <message>
        <source>{name} is not a Whiteboard file.</source>
        <translation>{name} ist keine Whiteboard-Datei.</translation>
    </message>
    <message>
        <source>{name} joined</source>
        <translation>{name} ist dazugekommen</translation>
    </message>
    <message>
        <source>{name} joins</source>
        <translation>{name} kommt dazu</translation>
    </message>
    <message>
        <source>{name} left</source>
        <translation>{name} ist gegangen</translation>
    </message>
    <message>
        <source>{name} that is damaged</source>
        <translation>{name}, beschädigt</translation>
    </message>
    <message>
        <source>{name} to “{board}”, knows nothing of it yet</source>
        <translation>{name} an „{board}“, kennt noch nichts davon</translation>
    </message>
    <message>
        <source>{name} to “{board}”, knows the board up to change {seq}</source>
        <translation>{name} an „{board}“, kennt die Tafel bis Änderung {seq}</translation>
    </message>
    <message>
        <source>{name} was saved by a newer version of Whiteboard. Update Whiteboard to open it.</source>
        <translation>{name} wurde mit einer neueren Version von Whiteboard gespeichert. Bitte Whiteboard aktualisieren, um die Datei zu öffnen.</translation>
    </message>
    <message>
        <source>{name}: choose a name that ends in {endings} or {last}.</source>
        <translation>{name}: Bitte einen Namen wählen, der auf {endings} oder {last} endet.</translation>
    </message>
    <message>
        <source>{name}: files that end in {endings} can be imported.</source>
        <translation>{name}: Importiert werden Dateien, die auf {endings} enden.</translation>
    </message>
    <message>
        <source>{own} of this computer, {others} of others</source>
        <translation>{own} von diesem Computer, {others} von anderen</translation>
    </message>
    <message>
        <source>{packet!r} opens nothing</source>
        <translation>{packet!r} öffnet nichts</translation>
    </message>
    <message>
        <source>{program} is on and may keep the others out; from here that cannot be seen for certain.</source>
        <translation>{program} ist an und hält vielleicht die anderen fern; von hier ist das nicht sicher zu sehen.</translation>
    </message>
    <message>
        <source>{remedy}</source>
        <translation>{remedy}</translation>
    </message>
    <message>
        <source>{silence}, but the server&apos;s pings arrive</source>
        <translation>{silence}, aber die Pings des Servers kommen an</translation>
    </message>
    <message>
        <source>{size:,} bytes, too long to be shown whole</source>
        <translation>{size:,} Bytes, zu lang, um alles zu zeigen</translation>
    </message>
    <message>
        <source>{tool} at {x:.0f}, {y:.0f}</source>
        <translation>{tool} bei {x:.0f}, {y:.0f}</translation>
    </message>
    <message>
        <source>{what}, but everything on the board could be read.</source>
        <translation>{what}, aber alles auf der Tafel konnte gelesen werden.</translation>
    </message>
    <message>
        <source>{what}: 1 thing is missing.</source>
        <translation>{what}: 1 Ding fehlt.</translation>
    </message>
    <message>
        <source>{what}: {count} of the drawn things could not be read.</source>
        <translation>{what}: {count} der gezeichneten Dinge konnten nicht gelesen werden.</translation>
    </message>
    <message>
        <source>{words}; the server&apos;s words are {key}</source>
        <translation>{words}; die Wörter des Servers sind {key}</translation>
    </message>
    <message>
        <source>{words}; what was done since follows: {more}</source>
        <translation>{words}; was seitdem geschah, folgt: {more}</translation>
    </message>
    <message>
        <source>This computer has no network just now, so nobody can join. Connect it to the others&apos; one.</source>
        <translation>Dieser Computer hat gerade kein Netzwerk, deshalb kann niemand beitreten. Bitte mit dem der anderen verbinden.</translation>
    </message>
    <message>
        <source>There is nothing in this drawing that a board can show. Insert it as a picture instead.</source>
        <translation>In dieser Zeichnung ist nichts, was eine Tafel zeigen kann. Füge sie stattdessen als Bild ein.</translation>
    </message>
    <message>
        <source>This computer has no network just now. Connect it to the network of the others.</source>
        <translation>Dieser Computer hat gerade kein Netzwerk. Bitte mit dem Netzwerk der anderen verbinden.</translation>
    </message>
    <message>
        <source>This computer is in no network.</source>
        <translation>Dieser Computer ist in keinem Netzwerk.</translation>
    </message>
    <message>
        <source>This file is in an encoding that is not known here. Save it as UTF-8.</source>
        <translation>Die Zeichenkodierung dieser Datei ist hier nicht bekannt. Bitte als UTF-8 speichern.</translation>
    </message>
    <message>
        <source>This is not a PNG, JPEG or WebP picture.</source>
        <translation>Das ist kein Bild im Format PNG, JPEG oder WebP.</translation>
    </message>
    <message>
        <source>This is not a Xournal++ file, or it is damaged.</source>
        <translation>Das ist keine Xournal++-Datei, oder sie ist beschädigt.</translation>
    </message>
    <message>
        <source>This is not a Xournal++ file.</source>
        <translation>Das ist keine Xournal++-Datei.</translation>
    </message>
    <message>
        <source>This is not a picture that can be read.</source>
        <translation>Das ist kein lesbares Bild.</translation>
    </message>
    <message>
        <source>This is not an Excalidraw file, or it is damaged.</source>
        <translation>Das ist keine Excalidraw-Datei, oder sie ist beschädigt.</translation>
    </message>
    <message>
        <source>This is not an Excalidraw file.</source>
        <translation>Das ist keine Excalidraw-Datei.</translation>
    </message>
    <message>
        <source>This is not an SVG file: it begins with something else.</source>
        <translation>Das ist keine SVG-Datei: Sie beginnt mit etwas anderem.</translation>
    </message>
    <message>
        <source>This is not an SVG file: {error} in line {line}.</source>
        <translation>Das ist keine SVG-Datei: {error} in Zeile {line}.</translation>
    </message>
    <message>
        <source>This is not an address. It looks like 192.168.1.20.</source>
        <translation>Das ist keine Adresse. Sie sieht aus wie 192.168.1.20.</translation>
    </message>
    <message>
        <source>This is page 1 of {count}. A PDF has all of them.</source>
        <translation>Das ist Seite 1 von {count}. Ein PDF enthält alle.</translation>
    </message>
    <message>
        <source>This link does not name a board.</source>
        <translation>Dieser Link nennt keine Tafel.</translation>
    </message>
    <message>
        <source>This link has no address.</source>
        <translation>Dieser Link hat keine Adresse.</translation>
    </message>
    <message>
        <source>This took longer than {seconds:.0f} seconds.</source>
        <translation>Das hat länger als {seconds:.0f} Sekunden gedauert.</translation>
    </message>
    <message>
        <source>Too many wrong codes were tried from here. Waiting a little before the next try.</source>
        <translation>Von hier wurden zu viele falsche Codes versucht. Es wird ein wenig gewartet, bevor es weitergeht.</translation>
    </message>
    <message>
        <source>Too many wrong codes were tried from this network, so the server does not look at any for a while.</source>
        <translation>Aus diesem Netzwerk wurden zu viele falsche Codes versucht, deshalb prüft der Server eine Weile keine.</translation>
    </message>
    <message>
        <source>Transport in use</source>
        <translation>Benutzter Transport</translation>
    </message>
    <message>
        <source>Triangle</source>
        <translation>Dreieck</translation>
    </message>
    <message>
        <source>Try again when somebody has left.</source>
        <translation>Wieder versuchen, wenn jemand gegangen ist.</translation>
    </message>
    <message>
        <source>Try again; if it happens every time, look for a proxy or security program between here and {host}.</source>
        <translation>Noch einmal versuchen; wenn es jedes Mal geschieht, nach einem Proxy oder Schutzprogramm zwischen hier und {host} suchen.</translation>
    </message>
    <message>
        <source>Try again; the network or one of the computers is very busy.</source>
        <translation>Noch einmal versuchen; das Netzwerk oder einer der Computer ist sehr beschäftigt.</translation>
    </message>
    <message>
        <source>Try again; then restart the server on {host}.</source>
        <translation>Noch einmal versuchen; dann den Server auf {host} neu starten.</translation>
    </message>
    <message>
        <source>Type the code too. It looks like K7QM-2XPA.</source>
        <translation>Bitte auch den Code eintippen. Er sieht aus wie K7QM-2XPA.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Ungroup</source>
        <translation>Gruppierung aufheben</translation>
    </message>
    <message>
        <source>Untitled board</source>
        <translation>Tafel ohne Titel</translation>
    </message>
    <message>
        <source>Update Whiteboard on this computer.</source>
        <translation>Whiteboard auf diesem Computer aktualisieren.</translation>
    </message>
    <message>
        <source>Update Whiteboard on {host}.</source>
        <translation>Whiteboard auf {host} aktualisieren.</translation>
    </message>
    <message>
        <source>Use the link with numbers that the app shows under Share.</source>
        <translation>Den Link mit Zahlen verwenden, den die App unter „Teilen“ zeigt.</translation>
    </message>
    <message>
        <source>Use the same version of Whiteboard on both sides.</source>
        <translation>Auf beiden Seiten dieselbe Version von Whiteboard verwenden.</translation>
    </message>
    <message>
        <source>Use the whole link from under Share, or ask the host to switch browser guests on.</source>
        <translation>Den ganzen Link von „Teilen“ verwenden oder den Gastgeber bitten, Browser-Gäste zuzulassen.</translation>
    </message>
    <message>
        <source>Use {link} instead.</source>
        <translation>Stattdessen {link} verwenden.</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>Violett</translation>
    </message>
    <message>
        <source>Wait a little and try again.</source>
        <translation>Ein wenig warten und noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Wait a minute and try again, then restart the server on {host}.</source>
        <translation>Eine Minute warten und noch einmal versuchen, dann den Server auf {host} neu starten.</translation>
    </message>
    <message>
        <source>Wait {seconds:.0f} seconds, then try again with the right code.</source>
        <translation>{seconds:.0f} Sekunden warten, dann mit dem richtigen Code noch einmal versuchen.</translation>
    </message>
    <message>
        <source>WebSocket upgrade</source>
        <translation>WebSocket-Aufbau</translation>
    </message>
    <message>
        <source>What one connection sends does not reach another: the server does not pass it on.</source>
        <translation>Was eine Verbindung sendet, erreicht die andere nicht: Der Server gibt es nicht weiter.</translation>
    </message>
    <message>
        <source>What to do:   {remedy}</source>
        <translation>Was zu tun ist: {remedy}</translation>
    </message>
    <message>
        <source>What was copied cannot be read here.</source>
        <translation>Was kopiert wurde, kann hier nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Where my pointer is, what it holds, and which page I look at. Only the newest counts.</source>
        <translation>Wo mein Zeiger ist, was er hält und welche Seite ich ansehe. Nur das Neueste zählt.</translation>
    </message>
    <message>
        <source>White</source>
        <translation>Weiß</translation>
    </message>
    <message>
        <source>Whiteboard goes on by long-polling after a few seconds; ask whoever runs the network to let WebSockets through to {host}:{port}.</source>
        <translation>Whiteboard arbeitet nach ein paar Sekunden mit Long-Polling weiter; damit es schnell wird, muss das Netzwerk WebSockets zu {host}:{port} durchlassen.</translation>
    </message>
    <message>
        <source>Whiteboard {version} is there</source>
        <translation>Whiteboard {version} ist da</translation>
    </message>
    <message>
        <source>Whiteboard {version} on port {port}, {people} connected</source>
        <translation>Whiteboard {version} auf Port {port}, {people} verbunden</translation>
    </message>
    <message>
        <source>Whiteboard {version}, up for {minutes} min, {people} connected</source>
        <translation>Whiteboard {version}, seit {minutes} min, {people} verbunden</translation>
    </message>
    <message>
        <source>Windows&apos;</source>
        <translation>der von Windows</translation>
    </message>
    <message>
        <source>Write into what is selected</source>
        <translation>In das Ausgewählte schreiben</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>Gelb</translation>
    </message>
    <message>
        <source>You are at the door: the host sees your name and will let you in.</source>
        <translation>Noch vor der Tür: Der Gastgeber sieht den Namen und lässt herein.</translation>
    </message>
    <message>
        <source>You may look at this board but not change that.</source>
        <translation>Diese Tafel darf angesehen werden, aber das hier lässt sich nicht ändern.</translation>
    </message>
    <message>
        <source>You may look at this board but not draw on it. Ask the host.</source>
        <translation>Diese Tafel darf angesehen werden, aber Zeichnen ist nicht erlaubt. Bitte den Gastgeber fragen.</translation>
    </message>
    <message>
        <source>Your boards in {folder} cannot be opened: {error}.</source>
        <translation>Die Tafeln in {folder} können nicht geöffnet werden: {error}.</translation>
    </message>
    <message>
        <source>Your last change is too large for this board. Try it in smaller parts.</source>
        <translation>Die letzte Änderung ist zu groß für diese Tafel. Bitte in kleineren Teilen versuchen.</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>Zoom to 100 %</source>
        <translation>Auf 100 % zoomen</translation>
    </message>
    <message>
        <source>a TLS handshake succeeds</source>
        <translation>ein TLS-Handschlag gelingt</translation>
    </message>
    <message>
        <source>a connector</source>
        <translation>einen Verbinder</translation>
    </message>
    <message>
        <source>a note</source>
        <translation>eine Notiz</translation>
    </message>
    <message>
        <source>a page</source>
        <translation>eine Seite</translation>
    </message>
    <message>
        <source>a shape</source>
        <translation>eine Form</translation>
    </message>
    <message>
        <source>a stroke</source>
        <translation>einen Strich</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>einen Text</translation>
    </message>
    <message>
        <source>an edit that changes nothing was stored and came back</source>
        <translation>eine Änderung, die nichts ändert, wurde gespeichert und kam zurück</translation>
    </message>
    <message>
        <source>an element</source>
        <translation>ein Element</translation>
    </message>
    <message>
        <source>an image</source>
        <translation>ein Bild</translation>
    </message>
    <message>
        <source>an instrument</source>
        <translation>ein Instrument</translation>
    </message>
    <message>
        <source>announced at {place}</source>
        <translation>angekündigt unter {place}</translation>
    </message>
    <message>
        <source>answered {status}</source>
        <translation>Antwort: {status}</translation>
    </message>
    <message>
        <source>answers at {addresses}</source>
        <translation>antwortet unter {addresses}</translation>
    </message>
    <message>
        <source>background from a PDF or picture (import that file itself)</source>
        <translation>Hintergrund aus einem PDF oder Bild (bitte diese Datei selbst importieren)</translation>
    </message>
    <message>
        <source>blending</source>
        <translation>Überblendung</translation>
    </message>
    <message>
        <source>board at change {seq:,}, hash {hash}</source>
        <translation>Tafel bei Änderung {seq:,}, Hash {hash}</translation>
    </message>
    <message>
        <source>both speak version {version}</source>
        <translation>beide sprechen Version {version}</translation>
    </message>
    <message>
        <source>by {transport}; the server pings every {interval:g} s and waits {timeout:g} s</source>
        <translation>über {transport}; der Server fragt alle {interval:g} s und wartet {timeout:g} s</translation>
    </message>
    <message>
        <source>cannot be told: nobody else announces a board; ask the other side, as below</source>
        <translation>nicht zu sagen: Niemand sonst kündigt eine Tafel an; bitte die andere Seite fragen, wie unten</translation>
    </message>
    <message>
        <source>change of letters within a text</source>
        <translation>Wechsel der Schrift innerhalb eines Textes</translation>
    </message>
    <message>
        <source>change {seq} refused ({why})</source>
        <translation>Änderung {seq} abgelehnt ({why})</translation>
    </message>
    <message>
        <source>change {seq}: {ops}</source>
        <translation>Änderung {seq}: {ops}</translation>
    </message>
    <message>
        <source>change {things}</source>
        <translation>{things} ändern</translation>
    </message>
    <message>
        <source>clipping</source>
        <translation>Beschneidung</translation>
    </message>
    <message>
        <source>closed with code {code}</source>
        <translation>geschlossen mit Code {code}</translation>
    </message>
    <message>
        <source>colour of the paper</source>
        <translation>Farbe des Papiers</translation>
    </message>
    <message>
        <source>copy (use)</source>
        <translation>Kopie (use)</translation>
    </message>
    <message>
        <source>cropping of a picture</source>
        <translation>Zuschnitt eines Bildes</translation>
    </message>
    <message>
        <source>dashes of a line with corners</source>
        <translation>Strichelung einer Linie mit Ecken</translation>
    </message>
    <message>
        <source>does not hold</source>
        <translation>hält nicht</translation>
    </message>
    <message>
        <source>editor</source>
        <translation>Zeichner</translation>
    </message>
    <message>
        <source>element of kind {kind}</source>
        <translation>Element der Art {kind}</translation>
    </message>
    <message>
        <source>embedded page</source>
        <translation>eingebettete Seite</translation>
    </message>
    <message>
        <source>end of a broken path</source>
        <translation>Ende eines unvollständigen Pfades</translation>
    </message>
    <message>
        <source>filling of a stroke</source>
        <translation>Füllung eines Strichs</translation>
    </message>
    <message>
        <source>filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>foreign part</source>
        <translation>fremder Teil</translation>
    </message>
    <message>
        <source>formula</source>
        <translation>Formel</translation>
    </message>
    <message>
        <source>formula (its picture is kept where there is one)</source>
        <translation>Formel (ihr Bild bleibt, wo es eines gibt)</translation>
    </message>
    <message>
        <source>frame</source>
        <translation>Rahmen</translation>
    </message>
    <message>
        <source>from {here} to {there}, port {port}</source>
        <translation>von {here} zu {there}, Port {port}</translation>
    </message>
    <message>
        <source>gradient (its middle colour is kept)</source>
        <translation>Farbverlauf (seine mittlere Farbe bleibt)</translation>
    </message>
    <message>
        <source>holds</source>
        <translation>hält</translation>
    </message>
    <message>
        <source>hole in an area</source>
        <translation>Loch in einer Fläche</translation>
    </message>
    <message>
        <source>host</source>
        <translation>Gastgeber</translation>
    </message>
    <message>
        <source>hung up</source>
        <translation>aufgelegt</translation>
    </message>
    <message>
        <source>image</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>it answers http with a TLS record</source>
        <translation>http wird mit einem TLS-Datensatz beantwortet</translation>
    </message>
    <message>
        <source>it hangs up</source>
        <translation>die Gegenseite legt auf</translation>
    </message>
    <message>
        <source>it hung up after {seconds:.0f} s, as on somebody who says nothing</source>
        <translation>nach {seconds:.0f} s aufgelegt, wie bei jemandem, der nichts sagt</translation>
    </message>
    <message>
        <source>it says so</source>
        <translation>sagt er</translation>
    </message>
    <message>
        <source>it says {words}</source>
        <translation>es sagt {words}</translation>
    </message>
    <message>
        <source>its words are {there}; the link means {meant}</source>
        <translation>die Wörter sind {there}; der Link meint {meant}</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message>
        <source>line with too many points</source>
        <translation>Linie mit zu vielen Punkten</translation>
    </message>
    <message>
        <source>link of an element</source>
        <translation>Link eines Elements</translation>
    </message>
    <message>
        <source>listened for {seconds:g} s: {others}</source>
        <translation>{seconds:g} s gelauscht: {others}</translation>
    </message>
    <message>
        <source>long polling</source>
        <translation>Long-Polling</translation>
    </message>
    <message>
        <source>long-polling: slower, but complete</source>
        <translation>Long-Polling: langsamer, aber vollständig</translation>
    </message>
    <message>
        <source>mask</source>
        <translation>Maske</translation>
    </message>
    <message>
        <source>median {median:.1f} ms, jitter {jitter:.1f} ms, worst {worst:.1f} ms</source>
        <translation>Median {median:.1f} ms, Schwankung {jitter:.1f} ms, längste {worst:.1f} ms</translation>
    </message>
    <message>
        <source>member {number}, {people} here; goes on where I was</source>
        <translation>Mitglied {number}, {people} hier; es geht weiter, wo ich war</translation>
    </message>
    <message>
        <source>member {number}, {people} here; the drawing is fetched first</source>
        <translation>Mitglied {number}, {people} hier; zuerst wird die Zeichnung geholt</translation>
    </message>
    <message>
        <source>my change {seq}: {ops}</source>
        <translation>meine Änderung {seq}: {ops}</translation>
    </message>
    <message>
        <source>no answer in {seconds:g} s</source>
        <translation>keine Antwort in {seconds:g} s</translation>
    </message>
    <message>
        <source>no board at all is announced</source>
        <translation>es wird gar keine Tafel angekündigt</translation>
    </message>
    <message>
        <source>no code needed</source>
        <translation>kein Code nötig</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>niemand</translation>
    </message>
    <message>
        <source>nobody announces a board just now</source>
        <translation>gerade kündigt niemand eine Tafel an</translation>
    </message>
    <message>
        <source>nobody waits</source>
        <translation>niemand wartet</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>none found that keeps port {port} shut (looked for {walls})</source>
        <translation>keine gefunden, die Port {port} sperrt (gesucht: {walls})</translation>
    </message>
    <message>
        <source>none, and none is needed: the link leads to this computer itself</source>
        <translation>keine, und keine ist nötig: Der Link führt zu diesem Computer selbst</translation>
    </message>
    <message>
        <source>not back in {seconds:g} s</source>
        <translation>nicht zurück in {seconds:g} s</translation>
    </message>
    <message>
        <source>not needed</source>
        <translation>nicht nötig</translation>
    </message>
    <message>
        <source>not needed: the link has no fingerprint, so nothing is encrypted</source>
        <translation>nicht nötig: Der Link hat keinen Fingerabdruck, also wird nichts verschlüsselt</translation>
    </message>
    <message>
        <source>not needed: the link leads to this computer itself</source>
        <translation>nicht nötig: Der Link führt zu diesem Computer selbst</translation>
    </message>
    <message>
        <source>not readable</source>
        <translation>nicht lesbar</translation>
    </message>
    <message>
        <source>not tried: needs {name}</source>
        <translation>nicht versucht: braucht „{name}“</translation>
    </message>
    <message>
        <source>nothing ({error})</source>
        <translation>nichts ({error})</translation>
    </message>
    <message>
        <source>nothing came through in {seconds:g} s; by long-polling it opens</source>
        <translation>in {seconds:g} s kam nichts durch; mit Long-Polling öffnet es sich</translation>
    </message>
    <message>
        <source>nothing in {seconds:g} s</source>
        <translation>nichts in {seconds:g} s</translation>
    </message>
    <message>
        <source>nothing new: still at change {seq}</source>
        <translation>nichts Neues: immer noch bei Änderung {seq}</translation>
    </message>
    <message>
        <source>on the board {board} as {role}, with {people} other</source>
        <translation>auf der Tafel {board} als {role}, mit {people} weiteren Person</translation>
    </message>
    <message>
        <source>on the board {board} as {role}, with {people} others</source>
        <translation>auf der Tafel {board} als {role}, mit {people} weiteren</translation>
    </message>
    <message>
        <source>paper {name}</source>
        <translation>Papier {name}</translation>
    </message>
    <message>
        <source>part {name}</source>
        <translation>Teil {name}</translation>
    </message>
    <message>
        <source>pattern</source>
        <translation>Muster</translation>
    </message>
    <message>
        <source>picture that cannot be shown</source>
        <translation>Bild, das nicht gezeigt werden kann</translation>
    </message>
    <message>
        <source>picture that is missing or cannot be shown</source>
        <translation>Bild, das fehlt oder nicht gezeigt werden kann</translation>
    </message>
    <message>
        <source>picture that is not in the file</source>
        <translation>Bild, das nicht in der Datei ist</translation>
    </message>
    <message>
        <source>pointer</source>
        <translation>Zeiger</translation>
    </message>
    <message>
        <source>put {things}</source>
        <translation>{things} anlegen</translation>
    </message>
    <message>
        <source>recording</source>
        <translation>Aufnahme</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>remove {things}</source>
        <translation>{things} entfernen</translation>
    </message>
    <message>
        <source>round trip {ms:.0f} ms</source>
        <translation>Antwortzeit {ms:.0f} ms</translation>
    </message>
    <message>
        <source>rule of a style sheet</source>
        <translation>Regel einer Formatvorlage</translation>
    </message>
    <message>
        <source>script</source>
        <translation>Skript</translation>
    </message>
    <message>
        <source>session {id}…</source>
        <translation>Sitzung {id}…</translation>
    </message>
    <message>
        <source>shape that is too far away or bent beyond measure</source>
        <translation>Form, die zu weit weg oder übermäßig verbogen ist</translation>
    </message>
    <message>
        <source>shared from this computer</source>
        <translation>von diesem Computer geteilt</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>übersprungen</translation>
    </message>
    <message>
        <source>the Mac&apos;s</source>
        <translation>die des Macs</translation>
    </message>
    <message>
        <source>the pointer is off the board</source>
        <translation>der Zeiger ist nicht auf der Tafel</translation>
    </message>
    <message>
        <source>the second connection saw the first one&apos;s edit</source>
        <translation>die zweite Verbindung hat die Änderung der ersten gesehen</translation>
    </message>
    <message>
        <source>the second connection was not let in</source>
        <translation>die zweite Verbindung wurde nicht hereingelassen</translation>
    </message>
    <message>
        <source>the server</source>
        <translation>der Server</translation>
    </message>
    <message>
        <source>the server closed the connection</source>
        <translation>der Server hat die Verbindung geschlossen</translation>
    </message>
    <message>
        <source>the welcome names no snapshot</source>
        <translation>das Willkommen nennt keine Momentaufnahme</translation>
    </message>
    <message>
        <source>tip of a line with corners</source>
        <translation>Spitze einer Linie mit Ecken</translation>
    </message>
    <message>
        <source>title “{title}”</source>
        <translation>Titel „{title}“</translation>
    </message>
    <message>
        <source>today at {time:%H:%M}</source>
        <translation>heute um {time:%H:%M}</translation>
    </message>
    <message>
        <source>type into {things}</source>
        <translation>in {things} tippen</translation>
    </message>
    <message>
        <source>ufw and firewalld</source>
        <translation>ufw und firewalld</translation>
    </message>
    <message>
        <source>viewer</source>
        <translation>Zuschauer</translation>
    </message>
    <message>
        <source>yesterday at {time:%H:%M}</source>
        <translation>gestern um {time:%H:%M}</translation>
    </message>
    <message>
        <source>{addresses} cannot be reached</source>
        <translation>{addresses} nicht erreichbar</translation>
    </message>
    <message>
        <source>{address}, port {port}</source>
        <translation>{address}, Port {port}</translation>
    </message>
    <message>
        <source>{board} is announced at {addresses}, port {port}</source>
        <translation>{board} wird unter {addresses}, Port {port}, angekündigt</translation>
    </message>
    <message>
        <source>{board} is announced at {host}, port {port}</source>
        <translation>{board} wird unter {host}, Port {port}, angekündigt</translation>
    </message>
    <message>
        <source>{changes} will be sent when the board is back.</source>
        <translation>{changes}: Gesendet wird, sobald die Tafel wieder da ist.</translation>
    </message>
    <message>
        <source>{count} changes</source>
        <translation>{count} Änderungen</translation>
    </message>
    <message>
        <source>{count} connectors</source>
        <translation>{count} Verbinder</translation>
    </message>
    <message>
        <source>{count} elements</source>
        <translation>{count} Elemente</translation>
    </message>
    <message>
        <source>{count} elements, log at {seq}</source>
        <translation>{count} Elemente, Protokoll bei {seq}</translation>
    </message>
    <message>
        <source>{count} images</source>
        <translation>{count} Bilder</translation>
    </message>
    <message>
        <source>{count} instruments</source>
        <translation>{count} Instrumente</translation>
    </message>
    <message>
        <source>{count} minutes ago</source>
        <translation>vor {count} Minuten</translation>
    </message>
    <message>
        <source>{count} notes</source>
        <translation>{count} Notizen</translation>
    </message>
    <message>
        <source>{count} of {all} answered</source>
        <translation>{count} von {all} beantwortet</translation>
    </message>
    <message>
        <source>{count} of {all} others can be reached</source>
        <translation>{count} von {all} anderen erreichbar</translation>
    </message>
    <message>
        <source>{count} other boards are announced</source>
        <translation>{count} andere Tafeln werden angekündigt</translation>
    </message>
    <message>
        <source>{count} pages</source>
        <translation>{count} Seiten</translation>
    </message>
    <message>
        <source>{count} people</source>
        <translation>{count} Personen</translation>
    </message>
    <message>
        <source>{count} people change</source>
        <translation>{count} Personen ändern sich</translation>
    </message>
    <message>
        <source>{count} people joined</source>
        <translation>{count} Personen sind dazugekommen</translation>
    </message>
    <message>
        <source>{count} people leave</source>
        <translation>{count} Personen gehen</translation>
    </message>
    <message>
        <source>{count} people left</source>
        <translation>{count} Personen sind gegangen</translation>
    </message>
    <message>
        <source>{count} people wait</source>
        <translation>{count} Personen warten</translation>
    </message>
    <message>
        <source>{count} person</source>
        <translation>{count} Person</translation>
    </message>
    <message>
        <source>{count} person changes</source>
        <translation>{count} Person ändert sich</translation>
    </message>
    <message>
        <source>{count} person leaves</source>
        <translation>{count} Person geht</translation>
    </message>
    <message>
        <source>{count} person waits</source>
        <translation>{count} Person wartet</translation>
    </message>
    <message>
        <source>{count} point of ink</source>
        <translation>{count} Punkt Tinte</translation>
    </message>
    <message>
        <source>{count} pointer</source>
        <translation>{count} Zeiger</translation>
    </message>
    <message>
        <source>{count} pointers</source>
        <translation>{count} Zeiger</translation>
    </message>
    <message>
        <source>{count} points of ink</source>
        <translation>{count} Punkte Tinte</translation>
    </message>
    <message>
        <source>{count} shapes</source>
        <translation>{count} Formen</translation>
    </message>
    <message>
        <source>{count} stroke begins</source>
        <translation>{count} Strich beginnt</translation>
    </message>
    <message>
        <source>{count} stroke ends</source>
        <translation>{count} Strich endet</translation>
    </message>
    <message>
        <source>{count} strokes</source>
        <translation>{count} Striche</translation>
    </message>
    <message>
        <source>{count} strokes begin</source>
        <translation>{count} Striche beginnen</translation>
    </message>
    <message>
        <source>{count} strokes end</source>
        <translation>{count} Striche enden</translation>
    </message>
    <message>
        <source>{count} texts</source>
        <translation>{count} Texte</translation>
    </message>
    <message>
        <source>{count} unsent</source>
        <translation>{count} nicht gesendet</translation>
    </message>
    <message>
        <source>{day} at {time:%H:%M}</source>
        <translation>{day} um {time:%H:%M}</translation>
    </message>
    <message>
        <source>{day} {month}</source>
        <translation>{day}. {month}</translation>
    </message>
    <message>
        <source>{day} {month} {year}</source>
        <translation>{day}. {month} {year}</translation>
    </message>
    <message>
        <source>{host} can be reached, but something on the network blocks the connection. Ask whoever runs the network.</source>
        <translation>{host} ist erreichbar, aber etwas im Netzwerk blockiert die Verbindung. Bitte fragen, wer das Netzwerk betreut.</translation>
    </message>
    <message>
        <source>{host} does not answer, and it is not in a network of this computer ({networks}).</source>
        <translation>{host} antwortet nicht und ist in keinem Netzwerk dieses Computers ({networks}).</translation>
    </message>
    <message>
        <source>{host} does not answer. Check that both computers are on the same network; a firewall may stand between them.</source>
        <translation>{host} antwortet nicht. Bitte prüfen, ob beide Computer im selben Netzwerk sind; vielleicht steht eine Firewall dazwischen.</translation>
    </message>
    <message>
        <source>{host} does not encrypt as Whiteboard does. Nothing was sent. Check the address, or update it there.</source>
        <translation>{host} verschlüsselt nicht wie Whiteboard. Es wurde nichts gesendet. Bitte die Adresse prüfen oder Whiteboard dort aktualisieren.</translation>
    </message>
    <message>
        <source>{host} has stopped answering. It may be overloaded, or the network is; trying again.</source>
        <translation>{host} antwortet nicht mehr. Vielleicht ist der Server überlastet oder das Netzwerk; es wird weiter versucht.</translation>
    </message>
    <message>
        <source>{host} hung up before it said who it is. It may be busy or just starting, or it does not encrypt as Whiteboard does; trying again.</source>
        <translation>{host} hat aufgelegt, bevor klar war, wer da ist. Vielleicht ist der Computer gerade beschäftigt oder startet erst, oder er verschlüsselt nicht wie Whiteboard; es wird weiter versucht.</translation>
    </message>
    <message>
        <source>{host} is an address, there is nothing to look up</source>
        <translation>{host} ist eine Adresse, da gibt es nichts nachzuschlagen</translation>
    </message>
    <message>
        <source>{host} is there, but no program listens on port {port}: the board is not shared just now, or on another port.</source>
        <translation>{host} ist da, aber kein Programm hört auf Port {port}: Die Tafel ist gerade nicht geteilt oder auf einem anderen Port.</translation>
    </message>
    <message>
        <source>{host} is {addresses}</source>
        <translation>{host} ist {addresses}</translation>
    </message>
    <message>
        <source>{host} said something that this app does not understand. Use the same version on both sides.</source>
        <translation>{host} sagte etwas, das diese App nicht versteht. Bitte auf beiden Seiten dieselbe Version verwenden.</translation>
    </message>
    <message>
        <source>{host} swallows the call without a word: a firewall there or on the way, Wi-Fi that keeps its clients apart, or the computer is off.</source>
        <translation>{host} verschluckt den Ruf ohne ein Wort: eine Firewall dort oder auf dem Weg, ein WLAN, das seine Geräte trennt, oder der Computer ist aus.</translation>
    </message>
    <message>
        <source>{host} takes the call and hangs up at once: a proxy or security program in between, or a dying server.</source>
        <translation>{host} nimmt den Ruf an und legt sofort auf: ein Proxy oder Schutzprogramm dazwischen oder ein Server, der gerade abstürzt.</translation>
    </message>
    <message>
        <source>{host} takes the call and says nothing: its server hangs, or the answers get lost on the way.</source>
        <translation>{host} nimmt den Ruf an und sagt nichts: Der Server hängt, oder die Antworten gehen unterwegs verloren.</translation>
    </message>
    <message>
        <source>{host}, port {port}, answers, but it is not a Whiteboard. Check the address and the port.</source>
        <translation>{host}, Port {port}, antwortet, ist aber kein Whiteboard. Bitte Adresse und Port prüfen.</translation>
    </message>
</context>
<context>
    <name>ZoomControls</name>
    <message>
        <source>Zoom</source>
        <translation>Zoom</translation>
    </message>
</context>
<context>
    <name>_List</name>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
</context>
<context>
    <name>_Number</name>
    <message>
        <source>Page {} of {}</source>
        <translation>Seite {} von {}</translation>
    </message>
</context>
</TS>
