<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AppMenu</name>
    <message>
        <source>Look</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BoardCard</name>
    <message>
        <source>Shared now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Joined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}, changed {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More for “{}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BoardPictures</name>
    <message>
        <source>{} cannot be read: {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You may look. The host decides who may draw.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adding {}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BoardView</name>
    <message>
        <source>Draw here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw here. Press Share to invite your class.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You write with a pen now: fingers move the board.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw with fingers</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Canvas</name>
    <message>
        <source>Board</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw here with mouse, pen or finger.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CardTitle</name>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Clipboard</name>
    <message>
        <source>There is nothing to paste.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the lines of the drawing were taken over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That text is too long to paste.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConnectionDetails</name>
    <message>
        <source>Try again now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transport</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unsent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WebSocket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>long polling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look who answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on, by a proxy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on; words: {}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConnectionIndicator</name>
    <message>
        <source>Connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting to be let in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Working offline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not shared now</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ContextMenu</name>
    <message>
        <source>Order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Align</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flip</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>This board is no longer here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} (copy)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{}” is shared now. Stop sharing before you delete it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{}” was deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} cannot be read: {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other things could not be taken over either: whiteboard import lists them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} cannot be written: {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as {}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DoorControls</name>
    <message>
        <source>Everybody may draw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off: everybody may look, and only you draw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask me who comes in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newcomers wait until you let them in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The old code lets in nobody new. Who is here stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} wants to come in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} more are waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} was removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let back in</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Kind of file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Can be opened again in Whiteboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExportFlow</name>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exporting {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was exported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} cannot be written: {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exported as {}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FamilyButton</name>
    <message>
        <source>Click again for more.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find on this board</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text to find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous match (Shift+Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next match (Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not found</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{} of {}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>JoinDialog</name>
    <message>
        <source>Code, like K7QM-2XPA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Join code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Join</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the code that is shown on the screen of whoever shares this board.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trying again…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The screen of whoever shares this board shows five words, under Share. Are they these?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another computer than before answers at {}. That is normal if addresses change in this network. If the words differ, somebody else pretends to be there: cancel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words to compare: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes, the same words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting to {}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the code. It looks like K7QM-2XPA.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>JoinFlow</name>
    <message>
        <source>Look</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>JoinForm</name>
    <message>
        <source>Link or address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Join code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letters and digits, like K7QM-2XPA. A link may already contain it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Join</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Whiteboard</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MemberList</name>
    <message>
        <source>{} people on this board</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only you are here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only looks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drawing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What {} may do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>May draw, only look, or go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to {}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MemberStrip</name>
    <message>
        <source>{} (you): change name or colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} more people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} is drawing…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Minimap</name>
    <message>
        <source>Map of the page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag to another place (Shift+M)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NearbyList</name>
    <message>
        <source>No board found. Is it shared, and are you in the same Wi-Fi? Some networks keep computers apart: then type the address and the code from the other screen below, or paste the link.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for boards in your network…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NearbyRow</name>
    <message>
        <source>Join {title}, {details}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NewBoardCard</name>
    <message>
        <source>New board</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New board (Ctrl+N)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>OK</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Offer</name>
    <message>
        <source>Keep this tool in hand</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OpenBoard</name>
    <message>
        <source>Share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share this board (Ctrl+Shift+S)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} wants to come in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You may look now. The host decides who may draw.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You may draw now.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PageControl</name>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous page (PgUp)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next page (PgDown)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New page (Shift+N)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PageList</name>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PageModel</name>
    <message>
        <source>{}, {} of {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}; here: {}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PageStrip</name>
    <message>
        <source>Name of the page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close (F4)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paper of this page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a page after this one (Shift+N)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate this page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete this page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More about this page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted page {} ({} elements)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PageWork</name>
    <message>
        <source>Page {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{}” was deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That page was deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You may look. The host decides who may draw.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Panel</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PaperChooser</name>
    <message>
        <source>Paper</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PersonMenu</name>
    <message>
        <source>May draw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove {} from the board</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProfileEditor</name>
    <message>
        <source>Your name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your name, as the others see it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your colour</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProgressBox</name>
    <message>
        <source>One moment…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} of {}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QrCode</name>
    <message>
        <source>QR code of the link {}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SharePanel</name>
    <message>
        <source>Link to this board</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anyone on this network may join without the code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Browser guests: the link also opens in a browser, not encrypted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On: people without the app may join in a browser. Whoever is in this network could read along with them. The app always encrypts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Others see it under “Boards near you”, or join with code or link.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop sharing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share a copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sharing this board</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This board is shared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saying goodbye to everybody…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This board is not shared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is kept here, with everything on it. Share it again with the same code at any time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This board is not shared now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is shared from {}. Others join with the code from there. You can share a copy of your own: it keeps what is on the board now, and changes made there do not reach it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This board belongs to somebody else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No code needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Join code: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address to type: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words to compare: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who types the address is shown words. If they are these, it is this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody else is here yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here now: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} people are here: {} …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>Open a board</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Boards ({})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawings, pictures and PDF ({})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insert pictures or a PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures and PDF ({})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the board as a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Boards (*{})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 other person is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} other people are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} on this board. When you close, sharing stops for everybody.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A board is still shared from here. When you close, sharing stops.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything drawn is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop sharing and close?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop and close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep sharing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong in the app. Your board is saved; please try again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>What you draw is kept here by itself. Begin with an empty board.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} (you): change name or colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whiteboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My boards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a .whiteboard file (Ctrl+O)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Boards near you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Join with a link or code</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TextField</name>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Title</name>
    <message>
        <source>Name of this board</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename this board</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Toolbar</name>
    <message>
        <source>Tools</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You may look. The host decides who may draw.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw with fingers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw with fingers, beside the pen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>My boards</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Align bottom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Align centres</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Align left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Align middles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Align right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Align top</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An address does not say whose computer answers at {host}. Compare its words with those on the host&apos;s screen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another computer than expected answers at {host}. Nothing was sent. Look at its words, or ask for the link.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring to front</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel, select nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compass</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Curved arrow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diamond</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distribute across</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distribute down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dotted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dotted paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Elbow arrow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ellipse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Erase a part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eraser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Extra thick line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flip left and right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flip upside down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Graph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Graph paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hexagon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Highlighter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insert picture or PDF…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Italic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep tool in hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Laser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lasso</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock or unlock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map of the page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Medium line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move far down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move far left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move far right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move far up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move page down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move page up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Music</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Music paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My boards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New board</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No board is shared at {host}, port {port}, just now. Ask whether it is still shared, and check the address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Others may not reach this computer: a firewall seems to block port {port}. Allow Whiteboard in its settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pentagon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plain paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Polygon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Protractor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rectangle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rounded rectangle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ruled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ruled paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ruler</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send backward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send to back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set square</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seyès</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seyès paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sharing could not begin: the server program does not start. Install Whiteboard anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sharing could not begin; your board is safe. The server ended with these words:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sharing did not begin in time; this computer is very busy. Close something and retry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sharing has stopped after failing several times. Your board is safe; share it once more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sharing was interrupted and begins again. Your board is safe; the others will be back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snap to what is near</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody else has already put that on the board.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something was lost on the way. Connecting again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Squared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Squared paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Star</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the look of what is under the pointer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text at the left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text at the right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text in the middle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That code does not open this board. Ask for the code again and type it as it is read to you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is locked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is too large for the board.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The board is as large as its server allows. Remove something first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The board is full. You come in as soon as somebody leaves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The board&apos;s server says it is stopping or starting again. Waiting for it to come back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to {host} was lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The drawing could not be fetched from {host}; trying again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The host has removed you from this board, or has not let you in. Ask them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network here is too slow just now, so the server cut the line. Connecting again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server cannot save just now; its disk may be full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server could not accept that change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server did not understand this app. Use the same version on both sides; trying again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The usual port is taken on this computer, perhaps by another shared board; this one is shared on port {port}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no computer named {host} on this network. Check the spelling of the address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thick line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thin line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This app is newer than that board&apos;s server. Ask the host to update Whiteboard over there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This app is too old for that board. Update Whiteboard on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This board is no longer on {host}. Ask the host whether it was closed or has another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This board lets in encrypted connections only, and this link is for one without. Copy the whole link anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This board was opened from the same place in another window, which has taken over the line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer does not let Whiteboard share boards. Ask whoever looks after it to allow incoming connections.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer does not trust the certificate of {host}. Check the clock here; else whoever runs {host} can help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer has no network just now, so nobody can join. Connect it to the others&apos; one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer has no network just now. Connect it to the network of the others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many wrong codes were tried from here. Waiting a little before the next try.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Triangle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ungroup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write into what is selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You may look at this board but not change that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom to 100 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} can be reached, but something on the network blocks the connection. Ask whoever runs the network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} does not answer. Check that both computers are on the same network; a firewall may stand between them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} does not encrypt as Whiteboard does. Nothing was sent. Check the address, or update it there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} has stopped answering. It may be overloaded, or the network is; trying again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} said something that this app does not understand. Use the same version on both sides.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host}, port {port}, answers, but it is not a Whiteboard. Check the address and the port.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ZoomControls</name>
    <message>
        <source>Zoom</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Number</name>
    <message>
        <source>Page {} of {}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>parent</name>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>work</name>
    <message>
        <source>Pages (F4)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
