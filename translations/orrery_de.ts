<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name>ClusterTreeNotes</name>
    <message>
        <source>Connecting…</source>
        <translation>Verbindet…</translation>
    </message>
    <message numerus="yes">
        <source>%n API group(s) could not be read</source>
        <translation>
            <numerusform>%n API-Gruppe ließ sich nicht lesen</numerusform>
            <numerusform>%n API-Gruppen ließen sich nicht lesen</numerusform>
        </translation>
    </message>
    <message>
        <source>Clockwork</source>
        <translation>Uhrwerk</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>Path to the kubeconfig file to use.</source>
        <translation>Pfad der kubeconfig-Datei.</translation>
    </message>
    <message>
        <source>The kubeconfig context to open.</source>
        <translation>Der Kontext der kubeconfig, der geöffnet wird.</translation>
    </message>
    <message>
        <source>The kubeconfig cluster to use.</source>
        <translation>Der Cluster der kubeconfig, der benutzt wird.</translation>
    </message>
    <message>
        <source>The kubeconfig user to use.</source>
        <translation>Der Benutzer der kubeconfig, der benutzt wird.</translation>
    </message>
    <message>
        <source>Address of the API server; overrides the kubeconfig&apos;s.</source>
        <translation>Adresse des API-Servers; geht der kubeconfig vor.</translation>
    </message>
    <message>
        <source>Namespace to look at.</source>
        <translation>Der Namespace, der gezeigt wird.</translation>
    </message>
    <message>
        <source>Look at all namespaces.</source>
        <translation>Alle Namespaces zeigen.</translation>
    </message>
    <message>
        <source>User to impersonate.</source>
        <translation>Als dieser Benutzer auftreten.</translation>
    </message>
    <message>
        <source>Group to impersonate; may be repeated.</source>
        <translation>Als Mitglied dieser Gruppe auftreten; mehrfach möglich.</translation>
    </message>
    <message>
        <source>How long one request may take, such as 30s or 1m; 0 is no limit.</source>
        <translation>Wie lange eine Anfrage dauern darf, etwa 30s oder 1m; 0 heißt ohne Grenze.</translation>
    </message>
    <message>
        <source>Send nothing that changes the cluster.</source>
        <translation>Nichts senden, was den Cluster ändert.</translation>
    </message>
    <message>
        <source>Open the demo cluster, which ends with the window.</source>
        <translation>Den Demo-Cluster öffnen; er endet mit dem Fenster.</translation>
    </message>
    <message>
        <source>Pods of the demo cluster.</source>
        <translation>Anzahl der Pods im Demo-Cluster.</translation>
    </message>
    <message>
        <source>light or dark; otherwise the desktop&apos;s.</source>
        <translation>light (hell) oder dark (dunkel); sonst wie der Desktop.</translation>
    </message>
    <message>
        <source>Write a picture of the window once it is live or has failed, print one line of JSON, and end; needs no display.</source>
        <translation>Ein Bild des Fensters schreiben, sobald es live oder gescheitert ist, eine Zeile JSON ausgeben und enden; braucht keinen Bildschirm.</translation>
    </message>
    <message>
        <source>Size of the picture, such as 1280x800.</source>
        <translation>Größe des Bildes, etwa 1280x800.</translation>
    </message>
    <message>
        <source>Show this help.</source>
        <translation>Diese Hilfe zeigen.</translation>
    </message>
    <message>
        <source>Show the version.</source>
        <translation>Die Version zeigen.</translation>
    </message>
    <message>
        <source>--request-timeout takes a whole number of seconds or a duration such as 30s, 1m30s or 500ms, not &quot;%1&quot;</source>
        <translation>--request-timeout erwartet ganze Sekunden oder eine Dauer wie 30s, 1m30s oder 500ms, nicht „%1“</translation>
    </message>
    <message>
        <source>A desktop explorer for Kubernetes clusters.</source>
        <translation>Ein Kubernetes-Browser für den Desktop.</translation>
    </message>
    <message>
        <source>A kind to open: pods, deploy, foos.samplecontroller.k8s.io …</source>
        <translation>Eine Art, die geöffnet wird: pods, deploy, foos.samplecontroller.k8s.io …</translation>
    </message>
    <message>
        <source>-A/--all-namespaces and -n/--namespace exclude each other</source>
        <translation>-A/--all-namespaces und -n/--namespace schließen sich aus</translation>
    </message>
    <message>
        <source>--as-group needs --as</source>
        <translation>--as-group braucht --as</translation>
    </message>
    <message>
        <source>--demo and --kubeconfig exclude each other</source>
        <translation>--demo und --kubeconfig schließen sich aus</translation>
    </message>
    <message>
        <source>--theme takes light or dark, not &quot;%1&quot;</source>
        <translation>--theme erwartet light oder dark, nicht „%1“</translation>
    </message>
    <message>
        <source>--screenshot-view needs --screenshot FILE</source>
        <translation>--screenshot-view braucht --screenshot FILE</translation>
    </message>
    <message>
        <source>--demo-pods takes a number, not &quot;%1&quot;</source>
        <translation>--demo-pods erwartet eine Zahl, nicht „%1“</translation>
    </message>
    <message>
        <source>--screenshot-size takes WIDTHxHEIGHT, not &quot;%1&quot;</source>
        <translation>--screenshot-size erwartet BREITExHÖHE, nicht „%1“</translation>
    </message>
    <message>
        <source>unexpected argument &quot;%1&quot;: give at most a kind and a name</source>
        <translation>unerwartetes Argument „%1“: höchstens eine Art und ein Name</translation>
    </message>
    <message>
        <source>command line</source>
        <translation>Befehlszeile</translation>
    </message>
    <message>
        <source>An object of that kind to select; KIND/NAME does too.</source>
        <translation>Ein Objekt dieser Art, das ausgewählt wird; KIND/NAME geht auch.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is neither KIND nor KIND/NAME</source>
        <translation>„%1“ ist weder KIND noch KIND/NAME</translation>
    </message>
    <message>
        <source>-A/--all-namespaces and NAME exclude each other: a name means one object of one namespace</source>
        <translation>-A/--all-namespaces und NAME schließen sich aus: Ein Name meint ein Objekt in einem Namespace</translation>
    </message>
    <message>
        <source>The kind to show in the picture, or an instrument: pipeline, requests, controllers, apiserver, leases.</source>
        <translation>Die Art, die das Bild zeigen soll, oder ein Instrument: pipeline, requests, controllers, apiserver, leases.</translation>
    </message>
</context>
<context>
    <name>Credentials</name>
    <message>
        <source>It is kept in the desktop&apos;s keychain.</source>
        <translation>Es wird im Schlüsselbund des Desktops aufbewahrt.</translation>
    </message>
    <message>
        <source>It is kept for this run only: %1</source>
        <translation>Es bleibt nur bis zum Beenden erhalten: %1</translation>
    </message>
</context>
<context>
    <name>ErrorTexts</name>
    <message>
        <source>Orrery is read-only</source>
        <translation>Orrery liest nur</translation>
    </message>
    <message>
        <source>Nothing was sent. Start it without --read-only to change a cluster.</source>
        <translation>Nichts wurde gesendet. Starten Sie es ohne --read-only, um einen Cluster zu ändern.</translation>
    </message>
    <message>
        <source>%1 “%2”</source>
        <translation>%1 „%2“</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message numerus="yes">
        <source>Try again in %n second(s).</source>
        <translation>
            <numerusform>Versuchen Sie es in %n Sekunde erneut.</numerusform>
            <numerusform>Versuchen Sie es in %n Sekunden erneut.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped before it was done</source>
        <translation>Vor dem Ende abgebrochen</translation>
    </message>
    <message>
        <source>The server does not answer</source>
        <translation>Der Server antwortet nicht</translation>
    </message>
    <message>
        <source>Check that the server runs, and the network, proxy or VPN on the way to it.</source>
        <translation>Prüfen Sie, ob der Server läuft, und Netz, Proxy oder VPN auf dem Weg dorthin.</translation>
    </message>
    <message>
        <source>No trusted connection to the server</source>
        <translation>Keine vertrauenswürdige Verbindung zum Server</translation>
    </message>
    <message>
        <source>Check the certificate authority and the client certificate of this context in the kubeconfig.</source>
        <translation>Prüfen Sie Zertifizierungsstelle und Client-Zertifikat dieses Kontexts in der kubeconfig.</translation>
    </message>
    <message>
        <source>The server does not accept the credentials</source>
        <translation>Der Server nimmt die Zugangsdaten nicht an</translation>
    </message>
    <message>
        <source>Sign in again with the tool that made the kubeconfig, or enter a token (Cluster, Enter Token).</source>
        <translation>Melden Sie sich mit dem Werkzeug neu an, das die kubeconfig erzeugt hat, oder geben Sie ein Token ein (Cluster, Token eingeben).</translation>
    </message>
    <message>
        <source>The server does not allow this</source>
        <translation>Der Server erlaubt das nicht</translation>
    </message>
    <message>
        <source>Ask who runs the cluster for the right, or choose a namespace or context where you have it.</source>
        <translation>Bitten Sie die Betreiber des Clusters um das Recht, oder wählen Sie einen Namespace oder Kontext, in dem Sie es haben.</translation>
    </message>
    <message>
        <source>The server has no such thing</source>
        <translation>Das gibt es auf dem Server nicht</translation>
    </message>
    <message>
        <source>There is no %1</source>
        <translation>%1 gibt es nicht</translation>
    </message>
    <message>
        <source>It may have been deleted, or the server does not offer this kind.</source>
        <translation>Vielleicht wurde es gelöscht, oder der Server bietet diese Art nicht an.</translation>
    </message>
    <message>
        <source>%1 has changed meanwhile</source>
        <translation>%1 wurde inzwischen geändert</translation>
    </message>
    <message>
        <source>The object</source>
        <translation>Das Objekt</translation>
    </message>
    <message>
        <source>Look at its new state and decide again; nothing was written.</source>
        <translation>Sehen Sie den neuen Zustand an und entscheiden Sie neu; geschrieben wurde nichts.</translation>
    </message>
    <message>
        <source>%1 exists already</source>
        <translation>%1 gibt es schon</translation>
    </message>
    <message>
        <source>Choose another name, or change the one that exists.</source>
        <translation>Wählen Sie einen anderen Namen, oder ändern Sie das Vorhandene.</translation>
    </message>
    <message>
        <source>The server no longer keeps what was asked for</source>
        <translation>Der Server hält das Verlangte nicht mehr vor</translation>
    </message>
    <message>
        <source>Refresh to read the present state.</source>
        <translation>Aktualisieren Sie, um den jetzigen Stand zu lesen.</translation>
    </message>
    <message>
        <source>The server has too much to do</source>
        <translation>Der Server hat zu viel zu tun</translation>
    </message>
    <message>
        <source>The server refuses the request as invalid</source>
        <translation>Der Server weist die Anfrage als ungültig zurück</translation>
    </message>
    <message>
        <source>The server refuses %1 as invalid</source>
        <translation>Der Server weist %1 als ungültig zurück</translation>
    </message>
    <message>
        <source>Correct what the server names and try again; nothing was written.</source>
        <translation>Berichtigen Sie, was der Server nennt, und versuchen Sie es erneut; geschrieben wurde nichts.</translation>
    </message>
    <message>
        <source>The server failed with HTTP %1</source>
        <translation>Der Server scheiterte mit HTTP %1</translation>
    </message>
    <message>
        <source>The server failed</source>
        <translation>Der Server scheiterte</translation>
    </message>
    <message>
        <source>Something could not be read</source>
        <translation>Etwas ließ sich nicht lesen</translation>
    </message>
    <message>
        <source>%1 could not be read</source>
        <translation>%1 ließ sich nicht lesen</translation>
    </message>
    <message>
        <source>You may not %1 %2 in the whole cluster</source>
        <translation>Ihnen fehlt im ganzen Cluster das Recht „%1“ für %2</translation>
    </message>
    <message>
        <source>You may not %1 %2 in namespace %3</source>
        <translation>Ihnen fehlt im Namespace %3 das Recht „%1“ für %2</translation>
    </message>
    <message>
        <source>%1 may not %2 %3 in the whole cluster</source>
        <translation>%1 fehlt im ganzen Cluster das Recht „%2“ für %3</translation>
    </message>
    <message>
        <source>%1 may not %2 %3 in namespace %4</source>
        <translation>%1 fehlt im Namespace %4 das Recht „%2“ für %3</translation>
    </message>
    <message>
        <source>The credential plugin gives no credentials</source>
        <translation>Das Anmelde-Plugin liefert keine Zugangsdaten</translation>
    </message>
    <message>
        <source>The server was not asked. Run the plugin in a terminal to see what it wants, then retry (Cluster, Retry Now), or enter a token (Cluster, Enter Token).</source>
        <translation>Der Server wurde nicht gefragt. Führen Sie das Plugin in einem Terminal aus, um zu sehen, was es will, und versuchen Sie es dann neu (Cluster, Jetzt neu versuchen), oder geben Sie ein Token ein (Cluster, Token eingeben).</translation>
    </message>
    <message>
        <source>The client key cannot be opened</source>
        <translation>Der Client-Schlüssel lässt sich nicht öffnen</translation>
    </message>
    <message>
        <source>Enter its passphrase (Cluster, Enter Passphrase).</source>
        <translation>Geben Sie seine Passphrase ein (Cluster, Passphrase eingeben).</translation>
    </message>
    <message>
        <source>The context is protected</source>
        <translation>Der Kontext ist geschützt</translation>
    </message>
    <message>
        <source>Nothing was sent. Unlock its writes (Cluster, Unlock Writes), then do it again.</source>
        <translation>Nichts wurde gesendet. Entsperren Sie das Schreiben (Cluster, Schreiben entsperren) und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Injected: %1</source>
        <translation>Eingespeist: %1</translation>
    </message>
</context>
<context>
    <name>FreshnessTexts</name>
    <message>
        <source>since %1</source>
        <translation>seit %1</translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>Stand %1</translation>
    </message>
    <message>
        <source>Next try at %1.</source>
        <translation>Nächster Versuch um %1.</translation>
    </message>
    <message>
        <source>What is shown was true at %1.</source>
        <translation>Gezeigt wird der Stand von %1.</translation>
    </message>
    <message>
        <source>not opened</source>
        <translation>nicht geöffnet</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>verbindet</translation>
    </message>
    <message>
        <source>loading, %1 so far</source>
        <translation>lädt, bisher %1</translation>
    </message>
    <message>
        <source>live</source>
        <translation>live</translation>
    </message>
    <message>
        <source>Changes appear as the server tells of them.</source>
        <translation>Änderungen erscheinen, sobald der Server sie meldet.</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>Changes are held back, because somebody has paused them or there are too many at once. None is lost.</source>
        <translation>Änderungen werden zurückgehalten, weil jemand sie angehalten hat oder zu viele auf einmal kommen. Keine geht verloren.</translation>
    </message>
    <message>
        <source>reconnecting</source>
        <translation>verbindet neu</translation>
    </message>
    <message>
        <source>forbidden</source>
        <translation>nicht erlaubt</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>gescheitert</translation>
    </message>
    <message>
        <source>This resource cannot be watched: it is read every 15 seconds, and by Refresh.</source>
        <translation>Diese Ressource lässt sich nicht beobachten: Sie wird alle 15 Sekunden gelesen, und durch „Aktualisieren“.</translation>
    </message>
    <message>
        <source>live in part</source>
        <translation>teilweise live</translation>
    </message>
    <message>
        <source>Not allowed in: %1.</source>
        <translation>Nicht erlaubt in: %1.</translation>
    </message>
    <message numerus="yes">
        <source>410 Gone, %n time(s) more</source>
        <translation>
            <numerusform>410 Gone, noch %n-mal</numerusform>
            <numerusform>410 Gone, noch %n-mal</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>429 Too Many Requests, %n time(s) more</source>
        <translation>
            <numerusform>429 Too Many Requests, noch %n-mal</numerusform>
            <numerusform>429 Too Many Requests, noch %n-mal</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>500 Internal Server Error, %n time(s) more</source>
        <translation>
            <numerusform>500 Internal Server Error, noch %n-mal</numerusform>
            <numerusform>500 Internal Server Error, noch %n-mal</numerusform>
        </translation>
    </message>
    <message>
        <source>everything comes %1 late</source>
        <translation>alles kommt %1 zu spät</translation>
    </message>
    <message>
        <source>nothing is heard</source>
        <translation>nichts ist zu hören</translation>
    </message>
    <message>
        <source>%1 late</source>
        <translation>%1 zu spät</translation>
    </message>
    <message>
        <source>frozen</source>
        <translation>eingefroren</translation>
    </message>
    <message>
        <source>injected</source>
        <translation>eingespeist</translation>
    </message>
    <message>
        <source>%1, injected</source>
        <translation>%1, eingespeist</translation>
    </message>
    <message>
        <source>It was made to fail on the Pipeline page.</source>
        <translation>Auf der Seite Pipeline wurde dieser Fehler herbeigeführt.</translation>
    </message>
    <message>
        <source>Made to go wrong on the Pipeline page: %1.</source>
        <translation>Auf der Seite Pipeline herbeigeführt: %1.</translation>
    </message>
    <message>
        <source>listing anew</source>
        <translation>listet neu</translation>
    </message>
    <message>
        <source>Somebody asked for everything anew. What is shown stays until the list is whole.</source>
        <translation>Jemand hat alles neu angefordert. Was gezeigt wird, bleibt, bis die Liste vollständig ist.</translation>
    </message>
    <message>
        <source>watching anew</source>
        <translation>beobachtet neu</translation>
    </message>
    <message>
        <source>Somebody cut the watch. Another one is opened, from where it stood.</source>
        <translation>Jemand hat den Watch gekappt. Ein neuer wird geöffnet, von derselben Stelle an.</translation>
    </message>
    <message>
        <source>Somebody holds up what is to come, on the Pipeline page.</source>
        <translation>Jemand hält auf der Seite Pipeline an, was kommen soll.</translation>
    </message>
    <message>
        <source>%1, paused</source>
        <translation>%1, angehalten</translation>
    </message>
    <message>
        <source>It is paused besides: what comes then is held back, on the Pipeline page.</source>
        <translation>Außerdem ist es angehalten: Was dann kommt, wird auf der Pipeline-Seite zurückgehalten.</translation>
    </message>
    <message>
        <source>busy: 429 Too Many Requests</source>
        <translation>ausgelastet: 429 Too Many Requests</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>Filter the table</source>
        <translation>Tabelle filtern</translation>
    </message>
    <message>
        <source>Escape</source>
        <translation>Escape</translation>
    </message>
    <message>
        <source>Close the nearest thing</source>
        <translation>Das Nächstliegende schließen</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>A desktop explorer for Kubernetes clusters that can open its own case: it shows the cluster, live, and the informers, caches and queues that drive it.

Apache License 2.0. Kubernetes is a trademark of The Linux Foundation.</source>
        <translation>Ein Kubernetes-Browser für den Desktop, der sein eigenes Gehäuse öffnet: Er zeigt den Cluster live, und auch die Informer, Caches und Warteschlangen, die ihn antreiben.

Apache-Lizenz 2.0. Kubernetes ist eine Marke der Linux Foundation.</translation>
    </message>
    <message>
        <source>About Orrery</source>
        <translation>Über Orrery</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>TableStateText</name>
    <message>
        <source>in %1 namespaces</source>
        <translation>in %1 Namespaces</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>in %1</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Not allowed</source>
        <translation>Nicht erlaubt</translation>
    </message>
    <message>
        <source>Choose a namespace where you have the right, or ask who runs the cluster for it.</source>
        <translation>Wählen Sie einen Namespace, in dem Sie das Recht haben, oder bitten Sie die Betreiber des Clusters darum.</translation>
    </message>
    <message>
        <source>Ask who runs the cluster for this right, or choose another namespace or context.</source>
        <translation>Bitten Sie die Betreiber des Clusters um dieses Recht, oder wählen Sie einen anderen Namespace oder Kontext.</translation>
    </message>
    <message>
        <source>Try again now</source>
        <translation>Jetzt erneut versuchen</translation>
    </message>
    <message>
        <source>%1 could not be read</source>
        <translation>%1 ließ sich nicht lesen</translation>
    </message>
    <message>
        <source>Next try at %1.</source>
        <translation>Nächster Versuch um %1.</translation>
    </message>
    <message>
        <source>No %1 match the filter</source>
        <translation>Der Filter lässt keine %1 übrig</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Filter leeren</translation>
    </message>
    <message>
        <source>No warnings</source>
        <translation>Keine Warnungen</translation>
    </message>
    <message>
        <source>All %1 events are normal.</source>
        <translation>Alle %1 Ereignisse sind normal.</translation>
    </message>
    <message>
        <source>Show all events</source>
        <translation>Alle Ereignisse zeigen</translation>
    </message>
    <message>
        <source>No %1</source>
        <translation>Keine %1</translation>
    </message>
    <message>
        <source>None match the selector.</source>
        <translation>Keine passen zum Selektor.</translation>
    </message>
    <message>
        <source>They appear here as they are made.</source>
        <translation>Sie erscheinen hier, sobald es welche gibt.</translation>
    </message>
    <message>
        <source>True as of %1.</source>
        <translation>Stand von %1.</translation>
    </message>
    <message>
        <source>Look in all namespaces</source>
        <translation>In allen Namespaces suchen</translation>
    </message>
    <message>
        <source>%1 so far</source>
        <translation>bisher %1</translation>
    </message>
    <message>
        <source>not allowed in %1 namespaces</source>
        <translation>nicht erlaubt in %1 Namespaces</translation>
    </message>
    <message>
        <source>not allowed in %1</source>
        <translation>nicht erlaubt in %1</translation>
    </message>
    <message>
        <source>The server no longer has %1</source>
        <translation>Der Server hat %1 nicht mehr</translation>
    </message>
    <message>
        <source>Its definition may have been deleted.</source>
        <translation>Die Definition ist womöglich gelöscht.</translation>
    </message>
    <message>
        <source>There is no namespace %1</source>
        <translation>Es gibt keinen Namespace %1</translation>
    </message>
    <message>
        <source>There are no namespaces %1</source>
        <translation>Es gibt keine Namespaces %1</translation>
    </message>
    <message>
        <source>When it is made, its %1 appear here.</source>
        <translation>Sobald es ihn gibt, erscheinen seine %1 hier.</translation>
    </message>
    <message>
        <source>The columns are %1.</source>
        <translation>Die Spalten sind %1.</translation>
    </message>
    <message>
        <source>There is no column “%1” here, so “%2” was looked for as it stands.</source>
        <translation>Hier gibt es keine Spalte „%1“, daher wurde „%2“ gesucht, wie es dasteht.</translation>
    </message>
    <message>
        <source>Nothing stands behind “%1”: write what %2 should be.</source>
        <translation>Hinter „%1“ steht nichts: Schreiben Sie, was %2 sein soll.</translation>
    </message>
    <message>
        <source>“%1” is no number, and %2 is compared with one.</source>
        <translation>„%1“ ist keine Zahl, mit der %2 verglichen werden kann.</translation>
    </message>
    <message>
        <source>“%1” is no quantity, such as 100m or 5Gi, and %2 is compared with one.</source>
        <translation>„%1“ ist keine Menge wie 100m oder 5Gi, mit der %2 verglichen werden kann.</translation>
    </message>
    <message>
        <source>“%1” is no duration, such as 90s, 5m or 2d, and %2 is compared with one.</source>
        <translation>„%1“ ist keine Dauer wie 90s, 5m oder 2d, mit der %2 verglichen werden kann.</translation>
    </message>
    <message>
        <source>%1 has no order: compare it with = or !=, or write %1:%2 for what it contains.</source>
        <translation>%1 hat keine Reihenfolge: Vergleichen Sie mit = oder !=, oder schreiben Sie %1:%2 für das, was enthalten ist.</translation>
    </message>
    <message>
        <source>The definition of %1 was deleted</source>
        <translation>Die Definition von %1 wurde gelöscht</translation>
    </message>
    <message>
        <source>Its objects went with it.</source>
        <translation>Ihre Objekte sind mit ihr verschwunden.</translation>
    </message>
    <message>
        <source>Should it be made again, its objects appear here.</source>
        <translation>Wird sie wieder angelegt, erscheinen ihre Objekte hier.</translation>
    </message>
    <message>
        <source>Nothing has come to this table yet</source>
        <translation>In dieser Tabelle ist noch nichts angekommen</translation>
    </message>
    <message>
        <source>%1 in the cache, behind what is paused.</source>
        <translation>%1 im Cache, hinter dem, was angehalten ist.</translation>
    </message>
    <message>
        <source>What is to come is held up.</source>
        <translation>Was kommen soll, wird aufgehalten.</translation>
    </message>
    <message>
        <source>Cluster, Pipeline shows where, and resumes it.</source>
        <translation>Cluster, Pipeline zeigt wo, und setzt es fort.</translation>
    </message>
</context>
<context>
    <name>TreeGroups</name>
    <message>
        <source>Cluster</source>
        <translation>Cluster</translation>
    </message>
    <message>
        <source>Workloads</source>
        <translation>Workloads</translation>
    </message>
    <message>
        <source>Config</source>
        <translation>Konfiguration</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>Zugriff</translation>
    </message>
    <message>
        <source>Custom resources</source>
        <translation>Eigene Ressourcen</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Weitere</translation>
    </message>
</context>
<context>
    <name>orrery</name>
    <message>
        <source>the demo cluster did not start: %1</source>
        <translation>der Demo-Cluster startete nicht: %1</translation>
    </message>
    <message>
        <source>See orrery --help.</source>
        <translation>Siehe orrery --help.</translation>
    </message>
    <message>
        <source>there is no display (DISPLAY and WAYLAND_DISPLAY are not set); --screenshot FILE works without one</source>
        <translation>es gibt keinen Bildschirm (DISPLAY und WAYLAND_DISPLAY sind nicht gesetzt); --screenshot FILE geht ohne</translation>
    </message>
</context>
<context>
    <name>orrery-demo</name>
    <message>
        <source>A Kubernetes cluster in memory, on loopback only: prints the path of its kubeconfig.</source>
        <translation>Ein Kubernetes-Cluster im Arbeitsspeicher, nur auf Loopback: gibt den Pfad seiner kubeconfig aus.</translation>
    </message>
    <message>
        <source>Pods to begin with.</source>
        <translation>Anzahl der Pods am Anfang.</translation>
    </message>
    <message>
        <source>Pods changed each second.</source>
        <translation>Geänderte Pods je Sekunde.</translation>
    </message>
    <message>
        <source>Change Pods only for so long; 0: always.</source>
        <translation>Pods nur so viele Sekunden lang ändern; 0: immer.</translation>
    </message>
    <message>
        <source>The same seed gives the same cluster.</source>
        <translation>Derselbe Startwert ergibt denselben Cluster.</translation>
    </message>
    <message>
        <source>Port to listen on; 0: any free one.</source>
        <translation>Port, auf dem gelauscht wird; 0: irgendein freier.</translation>
    </message>
    <message>
        <source>Where to write the kubeconfig; by default a private temporary file.</source>
        <translation>Wohin die kubeconfig geschrieben wird; sonst in eine private temporäre Datei.</translation>
    </message>
    <message>
        <source>Speak as Kubernetes 1.36 does (the default).</source>
        <translation>Wie Kubernetes 1.36 sprechen (Vorgabe).</translation>
    </message>
    <message>
        <source>Speak as Kubernetes 1.20 did: no aggregated discovery, OpenAPI v3 or WatchList.</source>
        <translation>Wie Kubernetes 1.20 sprechen: ohne aggregierte Discovery, OpenAPI v3 und WatchList.</translation>
    </message>
    <message>
        <source>End when standard input is closed.</source>
        <translation>Enden, wenn die Standardeingabe geschlossen wird.</translation>
    </message>
    <message>
        <source>--%1 takes a number, not &quot;%2&quot;</source>
        <translation>--%1 erwartet eine Zahl, nicht „%2“</translation>
    </message>
</context>
<context>
    <name>orrery::Actions</name>
    <message>
        <source>&amp;Open Kubeconfig…</source>
        <translation>Kubeconfig ö&amp;ffnen …</translation>
    </message>
    <message>
        <source>&amp;Close Tab</source>
        <translation>Tab &amp;schließen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Copy Rows</source>
        <translation>Zeilen &amp;kopieren</translation>
    </message>
    <message>
        <source>Copy &amp;Name</source>
        <translation>&amp;Namen kopieren</translation>
    </message>
    <message>
        <source>Copy &amp;YAML</source>
        <translation>&amp;YAML kopieren</translation>
    </message>
    <message>
        <source>Select &amp;All</source>
        <translation>&amp;Alles auswählen</translation>
    </message>
    <message>
        <source>&amp;Filter…</source>
        <translation>&amp;Filtern …</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>&amp;Aktualisieren</translation>
    </message>
    <message>
        <source>&amp;Clusters</source>
        <translation>&amp;Cluster</translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation>&amp;Details</translation>
    </message>
    <message>
        <source>As the Des&amp;ktop</source>
        <translation>Wie der &amp;Desktop</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>D&amp;unkel</translation>
    </message>
    <message>
        <source>&amp;Compact</source>
        <translation>&amp;Eng</translation>
    </message>
    <message>
        <source>&amp;Normal</source>
        <translation>&amp;Normal</translation>
    </message>
    <message>
        <source>&amp;Roomy</source>
        <translation>&amp;Weit</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation>&amp;Vor</translation>
    </message>
    <message>
        <source>To the &amp;Clusters</source>
        <translation>Zu den &amp;Clustern</translation>
    </message>
    <message>
        <source>To the &amp;Table</source>
        <translation>Zur &amp;Tabelle</translation>
    </message>
    <message>
        <source>To the &amp;Details</source>
        <translation>Zu den &amp;Details</translation>
    </message>
    <message>
        <source>&amp;Namespaces…</source>
        <translation>&amp;Namespaces …</translation>
    </message>
    <message>
        <source>&amp;All Namespaces</source>
        <translation>&amp;Alle Namespaces</translation>
    </message>
    <message>
        <source>&amp;Overview</source>
        <translation>Überbli&amp;ck</translation>
    </message>
    <message>
        <source>&amp;YAML</source>
        <translation>&amp;YAML</translation>
    </message>
    <message>
        <source>Lo&amp;gs</source>
        <translation>Lo&amp;gs</translation>
    </message>
    <message>
        <source>&amp;Events</source>
        <translation>&amp;Ereignisse</translation>
    </message>
    <message>
        <source>&amp;Scale…</source>
        <translation>S&amp;kalieren …</translation>
    </message>
    <message>
        <source>&amp;Connect</source>
        <translation>&amp;Verbinden</translation>
    </message>
    <message>
        <source>&amp;Retry Now</source>
        <translation>Jetzt &amp;neu versuchen</translation>
    </message>
    <message>
        <source>Enter &amp;Token…</source>
        <translation>&amp;Token eingeben …</translation>
    </message>
    <message>
        <source>Enter Passp&amp;hrase…</source>
        <translation>&amp;Passphrase eingeben …</translation>
    </message>
    <message>
        <source>&amp;Events of the Cluster</source>
        <translation>&amp;Ereignisse des Clusters</translation>
    </message>
    <message>
        <source>&amp;Next Tab</source>
        <translation>&amp;Nächster Tab</translation>
    </message>
    <message>
        <source>&amp;Previous Tab</source>
        <translation>&amp;Voriger Tab</translation>
    </message>
    <message>
        <source>&amp;Keyboard Shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>&amp;About Orrery</source>
        <translation>Ü&amp;ber Orrery</translation>
    </message>
    <message>
        <source>&amp;Warnings Only</source>
        <translation>Nur &amp;Warnungen</translation>
    </message>
    <message>
        <source>E&amp;dit…</source>
        <translation>&amp;Bearbeiten …</translation>
    </message>
    <message>
        <source>&amp;New…</source>
        <translation>&amp;Neu …</translation>
    </message>
    <message>
        <source>Open &amp;Manifests…</source>
        <translation>&amp;Manifeste öffnen …</translation>
    </message>
    <message>
        <source>&amp;Restart…</source>
        <translation>&amp;Neu starten …</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>An&amp;halten</translation>
    </message>
    <message>
        <source>Res&amp;ume</source>
        <translation>&amp;Fortsetzen</translation>
    </message>
    <message>
        <source>&amp;History…</source>
        <translation>&amp;Verlauf …</translation>
    </message>
    <message>
        <source>U&amp;ndo…</source>
        <translation>&amp;Zurücknehmen …</translation>
    </message>
    <message>
        <source>Set &amp;Image…</source>
        <translation>Abb&amp;ild ändern …</translation>
    </message>
    <message>
        <source>&amp;Cordon</source>
        <translation>S&amp;perren</translation>
    </message>
    <message>
        <source>&amp;Uncordon</source>
        <translation>E&amp;ntsperren</translation>
    </message>
    <message>
        <source>D&amp;rain…</source>
        <translation>Lee&amp;ren …</translation>
    </message>
    <message>
        <source>&amp;Taints…</source>
        <translation>&amp;Taints …</translation>
    </message>
    <message>
        <source>S&amp;uspend</source>
        <translation>A&amp;ussetzen</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>&amp;Weiterführen</translation>
    </message>
    <message>
        <source>&amp;Trigger Now</source>
        <translation>&amp;Jetzt auslösen</translation>
    </message>
    <message>
        <source>La&amp;bels…</source>
        <translation>L&amp;abels …</translation>
    </message>
    <message>
        <source>&amp;Annotations…</source>
        <translation>Ann&amp;otationen …</translation>
    </message>
    <message>
        <source>Revert Last &amp;Write…</source>
        <translation>Letztes &amp;Schreiben zurücknehmen …</translation>
    </message>
    <message>
        <source>E&amp;vict…</source>
        <translation>&amp;Verdrängen …</translation>
    </message>
    <message>
        <source>De&amp;lete…</source>
        <translation>&amp;Löschen …</translation>
    </message>
    <message>
        <source>&amp;Protected</source>
        <translation>&amp;Geschützt</translation>
    </message>
    <message>
        <source>&amp;Unlock Writes…</source>
        <translation>Schreiben entspe&amp;rren …</translation>
    </message>
    <message>
        <source>&amp;Lock Now</source>
        <translation>&amp;Jetzt sperren</translation>
    </message>
    <message>
        <source>P&amp;ipeline</source>
        <translation>P&amp;ipeline</translation>
    </message>
    <message>
        <source>Re&amp;quests</source>
        <translation>An&amp;fragen</translation>
    </message>
    <message>
        <source>Co&amp;ntrollers</source>
        <translation>C&amp;ontroller</translation>
    </message>
    <message>
        <source>API &amp;Server</source>
        <translation>API-&amp;Server</translation>
    </message>
    <message>
        <source>Le&amp;ases</source>
        <translation>Le&amp;ases</translation>
    </message>
    <message>
        <source>&amp;Unsaved Texts…</source>
        <translation>Nicht &amp;gespeicherte Texte…</translation>
    </message>
</context>
<context>
    <name>orrery::ClusterTreeModel</name>
    <message>
        <source>This context cannot be used</source>
        <translation>Dieser Kontext ist nicht benutzbar</translation>
    </message>
    <message>
        <source>Server: %1</source>
        <translation>Server: %1</translation>
    </message>
    <message>
        <source>User: %1</source>
        <translation>Benutzer: %1</translation>
    </message>
    <message>
        <source>The server offers no list of these</source>
        <translation>Der Server bietet davon keine Liste an</translation>
    </message>
    <message>
        <source>cannot be used</source>
        <translation>nicht benutzbar</translation>
    </message>
    <message>
        <source>The server does not name it at the moment; this is how it was last known</source>
        <translation>Der Server nennt sie derzeit nicht; so war sie zuletzt bekannt</translation>
    </message>
    <message>
        <source>%1, live</source>
        <translation>%1, live</translation>
    </message>
    <message>
        <source>%1, as of %2</source>
        <translation>%1, Stand %2</translation>
    </message>
    <message>
        <source>%1, paused, as of %2</source>
        <translation>%1, angehalten, Stand %2</translation>
    </message>
    <message>
        <source>%1, paused</source>
        <translation>%1, angehalten</translation>
    </message>
</context>
<context>
    <name>orrery::ClusterTreeView</name>
    <message>
        <source>Clusters</source>
        <translation>Cluster</translation>
    </message>
</context>
<context>
    <name>orrery::ContextBand</name>
    <message>
        <source>Red</source>
        <translation>Rot</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>Orange</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Grün</translation>
    </message>
    <message>
        <source>Teal</source>
        <translation>Türkis</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Blau</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>Violett</translation>
    </message>
</context>
<context>
    <name>orrery::CredentialDialog</name>
    <message>
        <source>Token for %1</source>
        <translation>Token für %1</translation>
    </message>
    <message>
        <source>Passphrase for %1</source>
        <translation>Passphrase für %1</translation>
    </message>
    <message>
        <source>Bearer &amp;token</source>
        <translation>Bearer-&amp;Token</translation>
    </message>
    <message>
        <source>&amp;Passphrase of the private key</source>
        <translation>&amp;Passphrase des privaten Schlüssels</translation>
    </message>
    <message>
        <source>Bearer token</source>
        <translation>Bearer-Token</translation>
    </message>
    <message>
        <source>Passphrase of the private key</source>
        <translation>Passphrase des privaten Schlüssels</translation>
    </message>
    <message>
        <source>&amp;Show the token</source>
        <translation>Token &amp;zeigen</translation>
    </message>
    <message>
        <source>&amp;Show the passphrase</source>
        <translation>Passphrase &amp;zeigen</translation>
    </message>
    <message>
        <source>Use Token</source>
        <translation>Token benutzen</translation>
    </message>
    <message>
        <source>Unlock Key</source>
        <translation>Schlüssel entsperren</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>orrery::DetailsPanel</name>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Close details</source>
        <translation>Details schließen</translation>
    </message>
    <message>
        <source>Close details (Esc)</source>
        <translation>Details schließen (Esc)</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Überblick</translation>
    </message>
    <message>
        <source>YAML</source>
        <translation>YAML</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1 in %2</translation>
    </message>
    <message>
        <source>Loading %1</source>
        <translation>%1 wird geladen</translation>
    </message>
    <message>
        <source>Nothing selected</source>
        <translation>Nichts ausgewählt</translation>
    </message>
    <message>
        <source>Choose a row to see its details.</source>
        <translation>Wählen Sie eine Zeile, um ihre Einzelheiten zu sehen.</translation>
    </message>
    <message>
        <source>%1 does not exist</source>
        <translation>%1 gibt es nicht</translation>
    </message>
    <message>
        <source>%1 has been deleted</source>
        <translation>%1 wurde gelöscht</translation>
    </message>
    <message>
        <source>Not allowed</source>
        <translation>Nicht erlaubt</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Nicht verbunden</translation>
    </message>
    <message>
        <source>Holder's Pod</source>
        <translation>Pod des Halters</translation>
    </message>
</context>
<context>
    <name>orrery::FilterField</name>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Show only rows that contain this (/)</source>
        <translation>Nur Zeilen zeigen, die dies enthalten (/)</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>orrery::FindBar</name>
    <message>
        <source>Search text</source>
        <translation>Suchtext</translation>
    </message>
    <message>
        <source>Close search</source>
        <translation>Suche schließen</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>Voriger Treffer</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>Nächster Treffer</translation>
    </message>
    <message>
        <source>Shift+F3</source>
        <translation>Umschalt+F3</translation>
    </message>
    <message>
        <source>F3</source>
        <translation>F3</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>orrery::LogPage</name>
    <message>
        <source>&amp;Previous</source>
        <translation>&amp;Vorheriger</translation>
    </message>
    <message>
        <source>&amp;Timestamps</source>
        <translation>&amp;Zeitstempel</translation>
    </message>
    <message>
        <source>Log of %1</source>
        <translation>Log von %1</translation>
    </message>
    <message>
        <source>&amp;Container</source>
        <translation>&amp;Container</translation>
    </message>
    <message>
        <source>The log of the container&apos;s run before this one</source>
        <translation>Das Log des vorigen Laufs dieses Containers</translation>
    </message>
    <message>
        <source>Wrap lines</source>
        <translation>Zeilen umbrechen</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Folgen</translation>
    </message>
    <message>
        <source>Keep the newest line in view</source>
        <translation>Die neueste Zeile im Blick behalten</translation>
    </message>
    <message>
        <source>Search log</source>
        <translation>Log durchsuchen</translation>
    </message>
    <message>
        <source>Search log (Ctrl+F)</source>
        <translation>Log durchsuchen (Strg+F)</translation>
    </message>
    <message>
        <source>Log lines</source>
        <translation>Logzeilen</translation>
    </message>
    <message>
        <source>Log %1</source>
        <translation>Log %1</translation>
    </message>
    <message>
        <source>The newest %L1 lines</source>
        <translation>Die neuesten %L1 Zeilen</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>verbindet</translation>
    </message>
    <message>
        <source>live</source>
        <translation>live</translation>
    </message>
    <message>
        <source>reconnecting</source>
        <translation>verbindet neu</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>beendet</translation>
    </message>
    <message>
        <source>The container has written its last line.</source>
        <translation>Der Container hat seine letzte Zeile geschrieben.</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>gescheitert</translation>
    </message>
    <message>
        <source>Container</source>
        <translation>Container</translation>
    </message>
</context>
<context>
    <name>orrery::MainWindow</name>
    <message>
        <source>Open a cluster</source>
        <translation>Einen Cluster öffnen</translation>
    </message>
    <message>
        <source>Choose a context on the left. A cluster is touched only when you open it.</source>
        <translation>Wählen Sie links einen Kontext. Ein Cluster wird erst berührt, wenn Sie ihn öffnen.</translation>
    </message>
    <message>
        <source>read-only</source>
        <translation>nur lesend</translation>
    </message>
    <message>
        <source>No page is open</source>
        <translation>Keine Seite ist offen</translation>
    </message>
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
        <source>&amp;Go</source>
        <translation>&amp;Gehe zu</translation>
    </message>
    <message>
        <source>&amp;Object</source>
        <translation>&amp;Objekt</translation>
    </message>
    <message>
        <source>&amp;Cluster</source>
        <translation>&amp;Cluster</translation>
    </message>
    <message>
        <source>&amp;Window</source>
        <translation>&amp;Fenster</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Farben</translation>
    </message>
    <message>
        <source>Row &amp;Height</source>
        <translation>&amp;Zeilenhöhe</translation>
    </message>
    <message>
        <source>Co&amp;lumns</source>
        <translation>&amp;Spalten</translation>
    </message>
    <message>
        <source>C&amp;olour</source>
        <translation>&amp;Kennfarbe</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
</context>
<context>
    <name>orrery::NamespacePanel</name>
    <message>
        <source>Namespaces</source>
        <translation>Namespaces</translation>
    </message>
    <message>
        <source>Search, or type a name</source>
        <translation>Suchen oder Namen eingeben</translation>
    </message>
    <message>
        <source>Search namespaces, or type a name</source>
        <translation>Namespaces suchen oder Namen eingeben</translation>
    </message>
    <message>
        <source>All namespaces</source>
        <translation>Alle Namespaces</translation>
    </message>
    <message>
        <source>Use “%1”</source>
        <translation>„%1“ benutzen</translation>
    </message>
</context>
<context>
    <name>orrery::NamespacePicker</name>
    <message>
        <source>Namespaces to show (Ctrl+Shift+N)</source>
        <translation>Gezeigte Namespaces (Strg+Umschalt+N)</translation>
    </message>
    <message>
        <source>All namespaces</source>
        <translation>Alle Namespaces</translation>
    </message>
    <message>
        <source>Namespaces: %1</source>
        <translation>Namespaces: %1</translation>
    </message>
</context>
<context>
    <name>orrery::Navigator</name>
    <message>
        <source>There is nothing before this</source>
        <translation>Davor war nichts</translation>
    </message>
    <message>
        <source>There is nothing after this</source>
        <translation>Danach kommt nichts</translation>
    </message>
</context>
<context>
    <name>orrery::ObjectEvents</name>
    <message>
        <source>Events of this object</source>
        <translation>Ereignisse dieses Objekts</translation>
    </message>
    <message>
        <source>Loading events</source>
        <translation>Ereignisse werden geladen</translation>
    </message>
    <message>
        <source>No events</source>
        <translation>Keine Ereignisse</translation>
    </message>
    <message>
        <source>Nothing has been said of this object lately: servers keep events for about an hour.</source>
        <translation>Über dieses Objekt wurde zuletzt nichts gemeldet: Server behalten Ereignisse etwa eine Stunde.</translation>
    </message>
</context>
<context>
    <name>orrery::OverviewView</name>
    <message>
        <source>Overview</source>
        <translation>Überblick</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Besitzer</translation>
    </message>
    <message>
        <source>Containers</source>
        <translation>Container</translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation>Zustände</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>Annotations</source>
        <translation>Annotationen</translation>
    </message>
    <message>
        <source>Being deleted since %1</source>
        <translation>Wird gelöscht seit %1</translation>
    </message>
    <message>
        <source>Container %1: %2%3</source>
        <translation>Container %1: %2%3</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Namespace</source>
        <translation>Namespace</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <source>Finalizers</source>
        <translation>Finalizer</translation>
    </message>
    <message>
        <source>UID</source>
        <translation>UID</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>metadata.resourceVersion</source>
        <translation>metadata.resourceVersion</translation>
    </message>
    <message>
        <source>Go to %1 %2</source>
        <translation>Zu %1 %2 gehen</translation>
    </message>
    <message numerus="yes">
        <source>, %n restart(s)</source>
        <translation>
            <numerusform>, %n Neustart</numerusform>
            <numerusform>, %n Neustarts</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (init)</source>
        <translation>%1 (init)</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Log</translation>
    </message>
    <message>
        <source>Being deleted, until %1 at the latest</source>
        <translation>Wird gelöscht, spätestens bis %1</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>of generation %1; the object is at %2</source>
        <translation>von Generation %1; das Objekt ist bei %2</translation>
    </message>
    <message>
        <source>status.observedGeneration</source>
        <translation>status.observedGeneration</translation>
    </message>
    <message>
        <source>of generation %1, not %2</source>
        <translation>von Generation %1, nicht %2</translation>
    </message>
    <message>
        <source>Taints</source>
        <translation>Taints</translation>
    </message>
</context>
<context>
    <name>orrery::PageTabs</name>
    <message>
        <source>Open pages</source>
        <translation>Offene Seiten</translation>
    </message>
    <message>
        <source>Close this tab (Ctrl+W)</source>
        <translation>Diesen Tab schließen (Strg+W)</translation>
    </message>
    <message>
        <source>Close %1</source>
        <translation>%1 schließen</translation>
    </message>
</context>
<context>
    <name>orrery::ProgressLine</name>
    <message>
        <source>Loading</source>
        <translation>Lädt</translation>
    </message>
</context>
<context>
    <name>orrery::ScaleDialog</name>
    <message>
        <source>Scale %1 %2</source>
        <translation>%1 %2 skalieren</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1 in %2</translation>
    </message>
    <message>
        <source>&amp;New number of replicas</source>
        <translation>&amp;Neue Anzahl Replikate</translation>
    </message>
    <message>
        <source>Running now</source>
        <translation>Laufen jetzt</translation>
    </message>
    <message>
        <source>Wanted now</source>
        <translation>Jetzt gewünscht</translation>
    </message>
    <message>
        <source>&amp;Read again</source>
        <translation>Neu &amp;lesen</translation>
    </message>
    <message>
        <source>&amp;Scale</source>
        <translation>&amp;Skalieren</translation>
    </message>
    <message>
        <source>…</source>
        <translation>…</translation>
    </message>
    <message>
        <source>&amp;Scale to %L1</source>
        <translation>Auf %L1 &amp;skalieren</translation>
    </message>
    <message>
        <source>Read it again: your number stays, and you can scale then.</source>
        <translation>Lesen Sie neu: Ihre Zahl bleibt stehen, dann können Sie skalieren.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>A number of replicas is a whole number from 0 to %1.</source>
        <translation>Eine Anzahl von Replikaten ist eine ganze Zahl von 0 bis %1.</translation>
    </message>
    <message>
        <source>It was carried out: %1 wanted now.</source>
        <translation>Es wurde ausgeführt: Jetzt sind %1 gewünscht.</translation>
    </message>
    <message>
        <source>It was not carried out: %1 wanted now.</source>
        <translation>Es wurde nicht ausgeführt: Jetzt sind %1 gewünscht.</translation>
    </message>
    <message>
        <source>Your number stays, and you can scale again.</source>
        <translation>Ihre Zahl bleibt stehen, und Sie können erneut skalieren.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>The server has not answered. It may have been carried out.</source>
        <translation>Der Server hat nicht geantwortet. Vielleicht wurde es ausgeführt.</translation>
    </message>
    <message>
        <source>It is read again by itself until the server says which it was. Your number stays.</source>
        <translation>Es wird von selbst neu gelesen, bis der Server sagt, was geschehen ist. Ihre Zahl bleibt stehen.</translation>
    </message>
</context>
<context>
    <name>orrery::Screenshot</name>
    <message>
        <source>%1 could not be written</source>
        <translation>%1 ließ sich nicht schreiben</translation>
    </message>
    <message>
        <source>%1 has no instrument “%2”</source>
        <translation>%1 hat kein Instrument „%2“</translation>
    </message>
</context>
<context>
    <name>orrery::Sparkline</name>
    <message>
        <source>Now %1, highest %2</source>
        <translation>Jetzt %1, höchstens %2</translation>
    </message>
</context>
<context>
    <name>orrery::StatusFace</name>
    <message>
        <source>read-only</source>
        <translation>nur lesend</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Latency: the last round trip to the server</source>
        <translation>Latenz: der letzte Hin- und Rückweg zum Server</translation>
    </message>
    <message>
        <source>Watches open now</source>
        <translation>Jetzt offene Watches</translation>
    </message>
    <message>
        <source>Changes the server told of in a second</source>
        <translation>Vom Server gemeldete Änderungen je Sekunde</translation>
    </message>
    <message>
        <source>Keys waiting in work queues</source>
        <translation>Schlüssel, die in Warteschlangen warten</translation>
    </message>
    <message>
        <source>Memory of this program</source>
        <translation>Speicher dieses Programms</translation>
    </message>
    <message>
        <source>Orrery was started to look only: nothing is ever written to a cluster</source>
        <translation>Orrery wurde nur zum Ansehen gestartet: Es wird nie etwas in einen Cluster geschrieben</translation>
    </message>
    <message>
        <source>%1 as %2</source>
        <translation>%1 als %2</translation>
    </message>
    <message>
        <source>&lt; 1 ms</source>
        <translation>&lt; 1 ms</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message numerus="yes">
        <source>%n watch(es)</source>
        <translation>
            <numerusform>%n Watch</numerusform>
            <numerusform>%n Watches</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 ev/s</source>
        <translation>%1 Ereign./s</translation>
    </message>
    <message>
        <source>queues %1</source>
        <translation>Warteschlangen %1</translation>
    </message>
    <message>
        <source>no cluster open</source>
        <translation>kein Cluster offen</translation>
    </message>
</context>
<context>
    <name>orrery::TableColumns</name>
    <message>
        <source>Fit Columns to Their Text</source>
        <translation>Spalten an den Text anpassen</translation>
    </message>
</context>
<context>
    <name>orrery::TableHead</name>
    <message>
        <source>Warnings only</source>
        <translation>Nur Warnungen</translation>
    </message>
    <message>
        <source>Leave out what is normal (Ctrl+Shift+W)</source>
        <translation>Was normal ist, weglassen (Strg+Umschalt+W)</translation>
    </message>
    <message>
        <source>Filter, such as %1</source>
        <translation>Filter, etwa %1</translation>
    </message>
    <message>
        <source>web	any cell contains it
!web	no cell contains it
&quot;two words&quot;	kept together
status:run	that column contains it
status=Running	that column is it
status!=Running	that column is not it
restarts&gt;5, age&lt;1h	more, less; also &gt;= and &lt;=
Several, with spaces between, must all match. A column is named by its title or the beginning of it.</source>
        <translation>web	eine Zelle enthält es
!web	keine Zelle enthält es
&quot;zwei Wörter&quot;	zusammengehalten
status:run	diese Spalte enthält es
status=Running	diese Spalte ist es
status!=Running	diese Spalte ist es nicht
restarts&gt;5, age&lt;1h	mehr, weniger; auch &gt;= und &lt;=
Mehrere, mit Leerzeichen dazwischen, müssen alle passen. Eine Spalte wird mit ihrem Titel oder dessen Anfang benannt.</translation>
    </message>
</context>
<context>
    <name>orrery::TableView</name>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
</context>
<context>
    <name>orrery::Toast</name>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
</context>
<context>
    <name>orrery::Workspace</name>
    <message>
        <source>The server has no resource &quot;%1&quot;</source>
        <translation>Der Server hat keine Ressource „%1“</translation>
    </message>
    <message>
        <source>Choose a kind in the tree.</source>
        <translation>Wählen Sie eine Art im Baum.</translation>
    </message>
    <message>
        <source>The server does not serve %1 %2.</source>
        <translation>Der Server kennt %1 %2 nicht.</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Choose an object first</source>
        <translation>Wählen Sie zuerst ein Objekt</translation>
    </message>
    <message>
        <source>Only Pods have logs</source>
        <translation>Nur Pods haben Logs</translation>
    </message>
    <message>
        <source>No table is open</source>
        <translation>Keine Tabelle ist offen</translation>
    </message>
    <message>
        <source>%1 are in no namespace</source>
        <translation>%1 liegen in keinem Namespace</translation>
    </message>
    <message>
        <source>There are no namespaces to choose</source>
        <translation>Es gibt keine Namespaces zu wählen</translation>
    </message>
    <message>
        <source>Only events can be warnings</source>
        <translation>Nur Ereignisse können Warnungen sein</translation>
    </message>
    <message>
        <source>No cluster is open</source>
        <translation>Kein Cluster ist offen</translation>
    </message>
    <message>
        <source>Type a namespace&apos;s name.</source>
        <translation>Geben Sie den Namen eines Namespace ein.</translation>
    </message>
    <message>
        <source>There is no kubeconfig</source>
        <translation>Es gibt keine kubeconfig</translation>
    </message>
    <message>
        <source>To look around without a cluster, start orrery --demo.</source>
        <translation>Zum Umsehen ohne Cluster: orrery --demo.</translation>
    </message>
    <message>
        <source>Context “%1” cannot be opened</source>
        <translation>Kontext „%1“ lässt sich nicht öffnen</translation>
    </message>
    <message>
        <source>Correct the kubeconfig, or choose another context on the left.</source>
        <translation>Berichtigen Sie die kubeconfig, oder wählen Sie links einen anderen Kontext.</translation>
    </message>
    <message>
        <source>Choose a kind in the tree</source>
        <translation>Wählen Sie eine Art im Baum</translation>
    </message>
    <message>
        <source>Connecting to %1</source>
        <translation>Verbindet mit %1</translation>
    </message>
    <message>
        <source>%1 cannot be reached</source>
        <translation>%1 ist nicht erreichbar</translation>
    </message>
    <message>
        <source>Try again now</source>
        <translation>Jetzt erneut versuchen</translation>
    </message>
    <message>
        <source>Did you mean %1?</source>
        <translation>Meinten Sie %1?</translation>
    </message>
    <message>
        <source>Open Kubeconfig</source>
        <translation>Kubeconfig öffnen</translation>
    </message>
    <message>
        <source>Open Kubeconfig…</source>
        <translation>Kubeconfig öffnen …</translation>
    </message>
    <message>
        <source>%1 has no context that is not there already</source>
        <translation>%1 hat keinen Kontext, der nicht schon da ist</translation>
    </message>
    <message numerus="yes">
        <source>%n context(s) of %1 are there until Orrery is closed</source>
        <translation>
            <numerusform>%n Kontext aus %1 ist da, bis Orrery geschlossen wird</numerusform>
            <numerusform>%n Kontexte aus %1 sind da, bis Orrery geschlossen wird</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a context in the tree first</source>
        <translation>Wählen Sie zuerst einen Kontext im Baum</translation>
    </message>
    <message>
        <source>%1 is open</source>
        <translation>%1 ist offen</translation>
    </message>
    <message>
        <source>%1 is not there yet</source>
        <translation>%1 ist noch nicht da</translation>
    </message>
    <message>
        <source>in all namespaces</source>
        <translation>in allen Namespaces</translation>
    </message>
    <message>
        <source>in namespace %1</source>
        <translation>im Namespace %1</translation>
    </message>
    <message>
        <source>%1 has been deleted</source>
        <translation>%1 wurde gelöscht</translation>
    </message>
    <message>
        <source>A change was made that is not in the audit log. %1</source>
        <translation>Eine Änderung wurde gemacht, die nicht im Protokoll steht. %1</translation>
    </message>
</context>
<context>
    <name>orrery::YamlPage</name>
    <message>
        <source>Show values</source>
        <translation>Werte zeigen</translation>
    </message>
    <message>
        <source>Show the values of this Secret on screen</source>
        <translation>Die Werte dieses Secrets auf dem Bildschirm zeigen</translation>
    </message>
    <message>
        <source>Managed fields</source>
        <translation>Verwaltete Felder</translation>
    </message>
    <message>
        <source>Search in YAML</source>
        <translation>In YAML suchen</translation>
    </message>
    <message>
        <source>Search in YAML (Ctrl+F)</source>
        <translation>In YAML suchen (Strg+F)</translation>
    </message>
    <message>
        <source>YAML</source>
        <translation>YAML</translation>
    </message>
    <message>
        <source>Ask the server who owns which field, and show it</source>
        <translation>Den Server fragen, wem welches Feld gehört, und es zeigen</translation>
    </message>
    <message>
        <source>The managed fields could not be read. %1</source>
        <translation>Die verwalteten Felder ließen sich nicht lesen. %1</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
</context>
<context>
    <name>orrery::ResourcePage</name>
    <message>
        <source>not in this table</source>
        <translation>nicht in dieser Tabelle</translation>
    </message>
    <message>
        <source>hidden by the filter</source>
        <translation>vom Filter verborgen</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 zu %2</translation>
    </message>
</context>
<context>
    <name>DiffRows</name>
    <message numerus="yes">
        <source>… %n line(s) unchanged</source>
        <translation>
            <numerusform>… %n Zeile unverändert</numerusform>
            <numerusform>… %n Zeilen unverändert</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EditKeys</name>
    <message>
        <source>Tab, Shift+Tab: one level in or out
Ctrl+M: Tab moves the focus instead, and back
Ctrl+/: comment or uncomment
F8, Shift+F8: next or previous problem
Ctrl+Space: complete</source>
        <translation>Tab, Umschalt+Tab: eine Stufe hinein oder heraus
Strg+M: Tab bewegt stattdessen den Fokus, und zurück
Strg+/: auskommentieren oder zurück
F8, Umschalt+F8: nächstes oder voriges Problem
Strg+Leertaste: ergänzen</translation>
    </message>
</context>
<context>
    <name>orrery::CompletionList</name>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>required</source>
        <translation>nötig</translation>
    </message>
    <message>
        <source>%1, required</source>
        <translation>%1, nötig</translation>
    </message>
</context>
<context>
    <name>orrery::CompletionPopup</name>
    <message>
        <source>Completions</source>
        <translation>Ergänzungen</translation>
    </message>
    <message>
        <source>%1. %2 of %3. %4</source>
        <translation>%1. %2 von %3. %4</translation>
    </message>
</context>
<context>
    <name>orrery::ConflictList</name>
    <message>
        <source>Keep &amp;mine</source>
        <translation>&amp;Meines behalten</translation>
    </message>
    <message>
        <source>Take &amp;theirs</source>
        <translation>&amp;Deren nehmen</translation>
    </message>
    <message>
        <source>Keep mine in the selected rows (M)</source>
        <translation>In den gewählten Zeilen meines behalten (M)</translation>
    </message>
    <message>
        <source>Take theirs in the selected rows (T)</source>
        <translation>In den gewählten Zeilen deren nehmen (T)</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>Konflikte</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>Deren nehmen</translation>
    </message>
    <message>
        <source>No conflicts</source>
        <translation>Keine Konflikte</translation>
    </message>
    <message>
        <source>%1 of %2 decided</source>
        <translation>%1 von %2 entschieden</translation>
    </message>
    <message>
        <source>&amp;Select same manager</source>
        <translation>Gleichen &amp;Verwalter auswählen</translation>
    </message>
    <message>
        <source>Select all fields of the manager of this row (S)</source>
        <translation>Alle Felder des Verwalters dieser Zeile auswählen (S)</translation>
    </message>
    <message>
        <source>Keep &amp;mine for the %1 selected</source>
        <translation>&amp;Meines für die %1 ausgewählten behalten</translation>
    </message>
    <message>
        <source>Take &amp;theirs for the %1 selected</source>
        <translation>&amp;Deren für die %1 ausgewählten nehmen</translation>
    </message>
</context>
<context>
    <name>orrery::ConflictModel</name>
    <message>
        <source>absent</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Meines behalten</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>Deren nehmen</translation>
    </message>
    <message>
        <source>Undecided</source>
        <translation>Unentschieden</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Meines</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>Anderes</translation>
    </message>
    <message>
        <source>Choice</source>
        <translation>Wahl</translation>
    </message>
    <message>
        <source>Set by</source>
        <translation>Gesetzt von</translation>
    </message>
</context>
<context>
    <name>orrery::DiffPane</name>
    <message>
        <source>Removed</source>
        <translation>Entfernt</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Hinzugefügt</translation>
    </message>
    <message>
        <source>Not on this side</source>
        <translation>Nicht auf dieser Seite</translation>
    </message>
    <message>
        <source>Return shows them</source>
        <translation>Die Eingabetaste zeigt sie</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>Unverändert</translation>
    </message>
</context>
<context>
    <name>orrery::DiffView</name>
    <message>
        <source>Previous change</source>
        <translation>Vorige Änderung</translation>
    </message>
    <message>
        <source>Shift+F7</source>
        <translation>Umschalt+F7</translation>
    </message>
    <message>
        <source>Next change</source>
        <translation>Nächste Änderung</translation>
    </message>
    <message>
        <source>F7</source>
        <translation>F7</translation>
    </message>
    <message>
        <source>Search in the difference</source>
        <translation>Im Unterschied suchen</translation>
    </message>
    <message>
        <source>Ctrl+F</source>
        <translation>Strg+F</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Nebeneinander</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>− %1</source>
        <translation>− %1</translation>
    </message>
    <message>
        <source>+ %1</source>
        <translation>+ %1</translation>
    </message>
    <message>
        <source>− %1   + %2</source>
        <translation>− %1   + %2</translation>
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
        <source>Difference</source>
        <translation>Unterschied</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1: %2, %3</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n Änderung</numerusform>
            <numerusform>%n Änderungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) added</source>
        <translation>
            <numerusform>%n Zeile hinzugefügt</numerusform>
            <numerusform>%n Zeilen hinzugefügt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) removed</source>
        <translation>
            <numerusform>%n Zeile entfernt</numerusform>
            <numerusform>%n Zeilen entfernt</numerusform>
        </translation>
    </message>
    <message>
        <source>No difference</source>
        <translation>Kein Unterschied</translation>
    </message>
    <message>
        <source>%1: +%2 −%3</source>
        <translation>%1: +%2 −%3</translation>
    </message>
</context>
<context>
    <name>orrery::EditPage</name>
    <message>
        <source>&amp;Discard</source>
        <translation>&amp;Verwerfen</translation>
    </message>
    <message>
        <source>&amp;Review changes</source>
        <translation>Änderungen &amp;prüfen</translation>
    </message>
    <message>
        <source>Tab indents</source>
        <translation>Tab rückt ein</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Formular</translation>
    </message>
    <message>
        <source>Show the fields as a form beside the text</source>
        <translation>Die Felder als Formular neben dem Text zeigen</translation>
    </message>
    <message>
        <source>Ask the server what it would store, and show the difference (Ctrl+S)</source>
        <translation>Den Server fragen, was er speichern würde, und den Unterschied zeigen (Strg+S)</translation>
    </message>
    <message>
        <source>Go back to the text as it was read</source>
        <translation>Zum Text zurückkehren, wie er gelesen wurde</translation>
    </message>
    <message>
        <source>Tab moves on</source>
        <translation>Tab geht weiter</translation>
    </message>
    <message>
        <source>YAML</source>
        <translation>YAML</translation>
    </message>
    <message>
        <source>New %1</source>
        <translation>Neu: %1</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation>%1 bearbeiten</translation>
    </message>
    <message>
        <source>%1 •</source>
        <translation>%1 •</translation>
    </message>
    <message>
        <source>Not checked. %1</source>
        <translation>Nicht geprüft. %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>unverändert</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>in %1</translation>
    </message>
    <message>
        <source> · </source>
        <translation> · </translation>
    </message>
    <message>
        <source>Edit Status</source>
        <translation>Status bearbeiten</translation>
    </message>
    <message>
        <source>Server-side apply</source>
        <translation>Server-seitiges Anwenden</translation>
    </message>
    <message>
        <source>Save by server-side apply as the field manager “orrery”: fields that other managers own are conflicts. Otherwise by the smallest patch, which takes them.</source>
        <translation>Durch server-seitiges Anwenden (server-side apply) als Feldverwalter „orrery“ speichern: Felder, die anderen gehören, sind Konflikte. Sonst durch den kleinsten Patch, der sie übernimmt.</translation>
    </message>
    <message>
        <source>Edit status of %1</source>
        <translation>Status von %1 bearbeiten</translation>
    </message>
    <message>
        <source>Status of %1 %2</source>
        <translation>Status von %1 %2</translation>
    </message>
    <message>
        <source>The server stores status apart from the rest: it is edited in a tab of its own</source>
        <translation>Der Server speichert den Status getrennt vom Rest: Er wird in einem eigenen Tab bearbeitet</translation>
    </message>
    <message>
        <source>version %1 of %2</source>
        <translation>Version %1 von %2</translation>
    </message>
</context>
<context>
    <name>orrery::FieldHelpPanel</name>
    <message>
        <source>Explanation of the field</source>
        <translation>Erklärung des Feldes</translation>
    </message>
    <message>
        <source>Nothing is known of this place. Put the cursor in a field.</source>
        <translation>Zu dieser Stelle ist nichts bekannt. Setzen Sie den Cursor in ein Feld.</translation>
    </message>
    <message>
        <source>%1 %2, required</source>
        <translation>%1 %2, nötig</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>orrery::ProblemList</name>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>No problems</source>
        <translation>Keine Probleme</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n Problem</numerusform>
            <numerusform>%n Probleme</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n Warnung</numerusform>
            <numerusform>%n Warnungen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>orrery::ProblemModel</name>
    <message>
        <source>Line %1: %2 %3</source>
        <translation>Zeile %1: %2 %3</translation>
    </message>
</context>
<context>
    <name>SaveText</name>
    <message>
        <source>… and %1 more</source>
        <translation>… und %1 weitere</translation>
    </message>
    <message>
        <source>Save 1 change</source>
        <translation>1 Änderung speichern</translation>
    </message>
    <message>
        <source>Save %1 changes</source>
        <translation>%1 Änderungen speichern</translation>
    </message>
    <message>
        <source>1 field</source>
        <translation>1 Feld</translation>
    </message>
    <message>
        <source>%1 fields</source>
        <translation>%1 Felder</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>This is what the server would create</source>
        <translation>Das würde der Server anlegen</translation>
    </message>
    <message>
        <source>This is what the server would store of %1</source>
        <translation>Das würde der Server von %1 speichern</translation>
    </message>
    <message>
        <source>The server would not keep %1 of yours</source>
        <translation>Der Server würde %1 von Ihnen nicht behalten</translation>
    </message>
    <message>
        <source>It does not know them. Saving leaves them out; the text keeps them.</source>
        <translation>Er kennt sie nicht. Gespeichert wird ohne sie; der Text behält sie.</translation>
    </message>
    <message>
        <source>Whether the last try was stored could not be found out</source>
        <translation>Ob der letzte Versuch gespeichert wurde, war nicht herauszufinden</translation>
    </message>
    <message>
        <source>The difference is to what the server has now. Saving again is safe: the server takes it only if nothing has changed since.</source>
        <translation>Der Unterschied ist der zum jetzigen Stand des Servers. Nochmals zu speichern ist sicher: Der Server nimmt es nur an, wenn sich seither nichts geändert hat.</translation>
    </message>
    <message>
        <source>Others changed other fields meanwhile; their changes are kept.</source>
        <translation>Andere haben inzwischen andere Felder geändert; ihre Änderungen bleiben.</translation>
    </message>
    <message>
        <source>The server would store these otherwise than you wrote them:</source>
        <translation>Diese würde der Server anders speichern, als sie geschrieben sind:</translation>
    </message>
    <message>
        <source>%1 belong to other managers</source>
        <translation>%1 gehören anderen Verwaltern</translation>
    </message>
    <message>
        <source>An object of that name exists already</source>
        <translation>Ein Objekt dieses Namens gibt es schon</translation>
    </message>
    <message>
        <source>Others have changed %1 that you change too</source>
        <translation>Andere haben %1 geändert, die Sie auch ändern</translation>
    </message>
    <message>
        <source>The server has too much to do; trying again by itself</source>
        <translation>Der Server hat zu viel zu tun; es wird von selbst wieder versucht</translation>
    </message>
    <message>
        <source>The server failed; trying again by itself</source>
        <translation>Der Server ist gescheitert; es wird von selbst wieder versucht</translation>
    </message>
    <message>
        <source>The server is not reached; trying again by itself</source>
        <translation>Der Server ist nicht erreichbar; es wird von selbst wieder versucht</translation>
    </message>
    <message>
        <source>The server refuses the object as invalid; nothing was stored</source>
        <translation>Der Server lehnt das Objekt als ungültig ab; nichts wurde gespeichert</translation>
    </message>
    <message>
        <source>The text cannot be read; nothing was sent</source>
        <translation>Der Text ist nicht lesbar; nichts wurde gesendet</translation>
    </message>
    <message>
        <source>Only fields that the server keeps were edited; there is nothing to send</source>
        <translation>Nur Felder, die der Server selbst führt, wurden geändert; es gibt nichts zu senden</translation>
    </message>
    <message>
        <source>Others change the object faster than your changes could be merged</source>
        <translation>Andere ändern das Objekt schneller, als Ihre Änderungen eingefügt werden konnten</translation>
    </message>
    <message>
        <source>Your text is whole. Save again to go on.</source>
        <translation>Ihr Text ist vollständig. Speichern Sie nochmals, um fortzufahren.</translation>
    </message>
    <message>
        <source>You may not do this; nothing was stored</source>
        <translation>Sie dürfen das nicht; nichts wurde gespeichert</translation>
    </message>
    <message>
        <source>The server does not accept the credentials; nothing was stored</source>
        <translation>Der Server erkennt die Anmeldung nicht an; nichts wurde gespeichert</translation>
    </message>
    <message>
        <source>Not saved; your text is whole</source>
        <translation>Nicht gespeichert; Ihr Text ist vollständig</translation>
    </message>
    <message>
        <source>There is nothing to save: %1 is so already</source>
        <translation>Es gibt nichts zu speichern: %1 ist schon so</translation>
    </message>
    <message>
        <source>Saved: the server had stored it, though its answer was lost</source>
        <translation>Gespeichert: Der Server hatte es, obwohl seine Antwort verloren ging</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>%1 gespeichert</translation>
    </message>
    <message>
        <source>%1 has been deleted, and another object has its name</source>
        <translation>%1 wurde gelöscht, und ein anderes Objekt trägt den Namen</translation>
    </message>
    <message>
        <source>%1 has been deleted; your text is whole</source>
        <translation>%1 wurde gelöscht; Ihr Text ist vollständig</translation>
    </message>
    <message>
        <source>Go on with that one: your changes will be shown as a difference to it first.</source>
        <translation>Mit jenem fortfahren: Ihre Änderungen werden zuerst als Unterschied dazu gezeigt.</translation>
    </message>
    <message>
        <source>Create it anew from your text, or keep editing.</source>
        <translation>Legen Sie es aus Ihrem Text neu an, oder schreiben Sie weiter.</translation>
    </message>
    <message>
        <source>Asking the server what it would store…</source>
        <translation>Der Server wird gefragt, was er speichern würde …</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Wird gespeichert …</translation>
    </message>
    <message>
        <source>No answer came; finding out whether it was stored…</source>
        <translation>Es kam keine Antwort; es wird geprüft, ob gespeichert wurde …</translation>
    </message>
    <message>
        <source>Others have changed %1 meanwhile; merging…</source>
        <translation>Andere haben %1 inzwischen geändert; wird zusammengeführt …</translation>
    </message>
    <message>
        <source>Save 1 change without a dry run</source>
        <translation>1 Änderung ohne Probelauf speichern</translation>
    </message>
    <message>
        <source>Save %1 changes without a dry run</source>
        <translation>%1 Änderungen ohne Probelauf speichern</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Anlegen</translation>
    </message>
    <message>
        <source>The server cannot be asked what it would store</source>
        <translation>Der Server kann nicht gefragt werden, was er speichern würde</translation>
    </message>
    <message>
        <source>The difference is to your text as it would be merged here. The server has checked nothing: it may still refuse it, or store it otherwise.</source>
        <translation>Der Unterschied ist der zu Ihrem Text, wie er hier zusammengeführt wird. Der Server hat nichts geprüft: er kann es noch ablehnen oder anders speichern.</translation>
    </message>
    <message>
        <source>1 field belongs to another manager</source>
        <translation>1 Feld gehört einem anderen Verwalter</translation>
    </message>
    <message>
        <source>The context is protected; nothing was stored</source>
        <translation>Der Kontext ist geschützt; nichts wurde gespeichert</translation>
    </message>
    <message>
        <source>Server-side apply takes away only what it has set itself. All of this is saved as a patch instead, which takes what it changes from other managers, because these fields go:</source>
        <translation>Server-seitiges Anwenden nimmt nur weg, was es selbst gesetzt hat. All dies wird statt dessen als Patch gespeichert, der anderen Verwaltern nimmt, was er ändert, weil diese Felder wegfallen:</translation>
    </message>
    <message>
        <source>Choose for each, or for all fields of one manager. Forced, they are yours; a manager that is still at work sets them again.</source>
        <translation>Wählen Sie für jedes, oder für alle Felder eines Verwalters. Erzwungen gehören sie Ihnen; ein Verwalter, der noch arbeitet, setzt sie wieder.</translation>
    </message>
</context>
<context>
    <name>SchemaGuide</name>
    <message>
        <source>value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Required.</source>
        <translation>Erforderlich.</translation>
    </message>
    <message>
        <source>Deprecated.</source>
        <translation>Veraltet.</translation>
    </message>
    <message>
        <source>It cannot be changed once the object exists.</source>
        <translation>Es kann nicht geändert werden, wenn das Objekt besteht.</translation>
    </message>
    <message>
        <source>It cannot be changed: %1</source>
        <translation>Es kann nicht geändert werden: %1</translation>
    </message>
    <message>
        <source>Rule: %1</source>
        <translation>Regel: %1</translation>
    </message>
    <message>
        <source>%1 (rule: %2)</source>
        <translation>%1 (Regel: %2)</translation>
    </message>
    <message>
        <source>Only status is stored from here: a change of %1 is not</source>
        <translation>Von hier wird nur der Status gespeichert: eine Änderung von %1 nicht</translation>
    </message>
    <message>
        <source>The server keeps %1 by itself: a change of it is not stored from here</source>
        <translation>Der Server führt %1 selbst: Eine Änderung daran wird von hier nicht gespeichert</translation>
    </message>
</context>
<context>
    <name>orrery::EditTab</name>
    <message>
        <source>Edit %1 %2</source>
        <translation>%1 %2 bearbeiten</translation>
    </message>
    <message>
        <source>%1 cannot be edited</source>
        <translation>%1 kann nicht bearbeitet werden</translation>
    </message>
    <message>
        <source>&amp;Retry</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>What you wrote until %1 and did not save. Discard goes back to the version it began from.</source>
        <translation>Was Sie bis %1 geschrieben und nicht gespeichert haben. „Verwerfen“ geht zu der Fassung zurück, von der es ausging.</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation>%1 bearbeiten</translation>
    </message>
    <message>
        <source>The values of %1 are hidden</source>
        <translation>Die Werte von %1 sind verdeckt</translation>
    </message>
    <message>
        <source>The editor shows them, in base64, to everybody who sees this screen.</source>
        <translation>Der Editor zeigt sie, in Base64, allen, die diesen Bildschirm sehen.</translation>
    </message>
    <message>
        <source>&amp;Show and Edit</source>
        <translation>&amp;Zeigen und bearbeiten</translation>
    </message>
    <message>
        <source>New %1</source>
        <translation>Neu: %1</translation>
    </message>
    <message>
        <source>In another version it is read anew: save or discard your changes first</source>
        <translation>In einer anderen Version wird neu gelesen: Speichern oder verwerfen Sie zuerst Ihre Änderungen</translation>
    </message>
    <message>
        <source>The definition of %1 was deleted, and its objects with it. Your text is whole.</source>
        <translation>Die Definition von %1 wurde gelöscht und mit ihr die Objekte. Ihr Text ist vollständig.</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>Zeile %1: %2</translation>
    </message>
    <message>
        <source>The difference shows them, in base64, to everybody who sees this screen.</source>
        <translation>Der Unterschied zeigt sie, in Base64, allen, die diesen Bildschirm sehen.</translation>
    </message>
    <message>
        <source>&amp;Show the Difference</source>
        <translation>&amp;Unterschied anzeigen</translation>
    </message>
</context>
<context>
    <name>orrery::SaveView</name>
    <message>
        <source>Go on with these</source>
        <translation>Mit diesen fortfahren</translation>
    </message>
    <message>
        <source>Keep Editing</source>
        <translation>Weiter bearbeiten</translation>
    </message>
    <message>
        <source>Take Theirs</source>
        <translation>Deren nehmen</translation>
    </message>
    <message>
        <source>Force Mine</source>
        <translation>Meine erzwingen</translation>
    </message>
    <message>
        <source>Create Anew</source>
        <translation>Neu anlegen</translation>
    </message>
    <message>
        <source>Retry Now</source>
        <translation>Jetzt wiederholen</translation>
    </message>
    <message>
        <source>Save Again</source>
        <translation>Nochmals speichern</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>On the server now</source>
        <translation>Jetzt auf dem Server</translation>
    </message>
    <message>
        <source>After saving</source>
        <translation>Nach dem Speichern</translation>
    </message>
    <message>
        <source>Ctrl+Return, wherever the keyboard is here</source>
        <translation>Strg+Eingabe, wo immer die Tastatur hier ist</translation>
    </message>
    <message>
        <source>Take Theirs for All %1</source>
        <translation>Deren für alle %1 nehmen</translation>
    </message>
    <message>
        <source>Force Mine for All %1</source>
        <translation>Meine für alle %1 erzwingen</translation>
    </message>
</context>
<context>
    <name>orrery::ScaleVerbs</name>
    <message>
        <source>%1 has no scale</source>
        <translation>%1 lässt sich nicht skalieren</translation>
    </message>
    <message>
        <source>%1 scaled from %L2 to %L3</source>
        <translation>%1 von %L2 auf %L3 skaliert</translation>
    </message>
</context>
<context>
    <name>orrery::EditVerbs</name>
    <message>
        <source>%1 cannot be changed</source>
        <translation>%1 kann nicht geändert werden</translation>
    </message>
    <message>
        <source>%1 saved</source>
        <translation>%1 gespeichert</translation>
    </message>
    <message>
        <source>No draft is kept: %1</source>
        <translation>Es wird kein Entwurf behalten: %1</translation>
    </message>
</context>
<context>
    <name>orrery::VerbHost</name>
    <message>
        <source>Choose one object: %1 are selected</source>
        <translation>Wählen Sie ein Objekt: %1 sind ausgewählt</translation>
    </message>
    <message>
        <source>Orrery is read-only</source>
        <translation>Orrery liest nur</translation>
    </message>
    <message>
        <source>You may not %1 %2 here</source>
        <translation>Sie dürfen hier nicht: %1 %2</translation>
    </message>
    <message>
        <source>The server serves no Leases.</source>
        <translation>Der Server bietet keine Leases.</translation>
    </message>
    <message>
        <source>What the server serves is not known yet.</source>
        <translation>Was der Server bietet, ist noch nicht bekannt.</translation>
    </message>
</context>
<context>
    <name>orrery::ChangeNotice</name>
    <message>
        <source>It has been deleted.</source>
        <translation>Es wurde gelöscht.</translation>
    </message>
    <message>
        <source>Somebody else has set it to %1 since.</source>
        <translation>Jemand anderes hat es inzwischen auf %1 gesetzt.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>orrery::CredentialsText</name>
    <message>
        <source>It is kept in the desktop's keychain.</source>
        <translation>Es wird im Schlüsselbund des Desktops aufbewahrt.</translation>
    </message>
    <message>
        <source>It is kept for this run only: %1</source>
        <translation>Es bleibt nur bis zum Beenden erhalten: %1</translation>
    </message>
</context>
<context>
    <name>orrery::CronJobVerbs</name>
    <message>
        <source>The CronJob is suspended</source>
        <translation>Der CronJob ist ausgesetzt</translation>
    </message>
    <message>
        <source>The CronJob is not suspended</source>
        <translation>Der CronJob ist nicht ausgesetzt</translation>
    </message>
    <message>
        <source>%1 suspended</source>
        <translation>%1 ausgesetzt</translation>
    </message>
    <message>
        <source>%1 resumed</source>
        <translation>%1 fortgesetzt</translation>
    </message>
    <message>
        <source>%1 not started: %2</source>
        <translation>%1 nicht gestartet: %2</translation>
    </message>
    <message>
        <source>Job %1 started</source>
        <translation>Job %1 gestartet</translation>
    </message>
</context>
<context>
    <name>orrery::DrainDialog</name>
    <message>
        <source>Drain Node %1</source>
        <translation>Node %1 leeren</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Pods</source>
        <translation>Pods</translation>
    </message>
    <message>
        <source>as long as it takes</source>
        <translation>solange es dauert</translation>
    </message>
    <message>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <source>&amp;Give up after</source>
        <translation>Au&amp;fgeben nach</translation>
    </message>
    <message>
        <source>Its Pods are read …</source>
        <translation>Seine Pods werden gelesen …</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Leave %n Pod(s) of DaemonSets where they are</source>
        <translation>
            <numerusform>%n Pod eines DaemonSets &amp;lassen, wo er ist</numerusform>
            <numerusform>%n Pods von DaemonSets &amp;lassen, wo sie sind</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Lose what %n Pod(s) have in &amp;emptyDir volumes</source>
        <translation>
            <numerusform>Verlieren, was %n Pod in &amp;emptyDir-Volumes hat</numerusform>
            <numerusform>Verlieren, was %n Pods in &amp;emptyDir-Volumes haben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>End %n Pod(s) that &amp;nobody makes again</source>
        <translation>
            <numerusform>%n Pod beenden, den &amp;niemand neu anlegt</numerusform>
            <numerusform>%n Pods beenden, die &amp;niemand neu anlegt</numerusform>
        </translation>
    </message>
    <message>
        <source>It was not begun: Pods have come that need consent.</source>
        <translation>Nicht begonnen: Es sind Pods gekommen, die Zustimmung brauchen.</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Anhalten</translation>
    </message>
    <message>
        <source>&amp;Read again</source>
        <translation>Neu &amp;lesen</translation>
    </message>
    <message>
        <source>&amp;Drain</source>
        <translation>&amp;Leeren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Each Pod's own</source>
        <translation>Die jedes Pods</translation>
    </message>
    <message>
        <source>Seconds:</source>
        <translation>Sekunden:</translation>
    </message>
    <message>
        <source>None, by force</source>
        <translation>Keine, mit Gewalt</translation>
    </message>
    <message>
        <source>Seconds that each Pod has to end</source>
        <translation>Sekunden, die jeder Pod zum Beenden hat</translation>
    </message>
    <message>
        <source>&amp;Time to end</source>
        <translation>&amp;Zeit zum Beenden</translation>
    </message>
    <message>
        <source>By force a Pod is forgotten at once: its containers may run on, on the Node.</source>
        <translation>Mit Gewalt wird ein Pod sofort vergessen: Seine Container laufen auf dem Node vielleicht weiter.</translation>
    </message>
</context>
<context>
    <name>orrery::EntriesDialog</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>A&amp;dd</source>
        <translation>&amp;Hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 has been taken away meanwhile</source>
        <translation>%1 ist inzwischen entfernt worden</translation>
    </message>
    <message>
        <source>it has %1 by now</source>
        <translation>es hat inzwischen %1</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>&amp;Behalten</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Apply %n change(s)</source>
        <translation>
            <numerusform>%n Änderung &amp;anwenden</numerusform>
            <numerusform>%n Änderungen &amp;anwenden</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Apply</source>
        <translation>&amp;Anwenden</translation>
    </message>
    <message>
        <source>… and %1 more</source>
        <translation>… und %1 weitere</translation>
    </message>
    <message>
        <source>Nothing of these was overwritten. What you typed stays.</source>
        <translation>Nichts davon wurde überschrieben. Ihre Eingaben bleiben.</translation>
    </message>
</context>
<context>
    <name>orrery::EntriesModel</name>
    <message>
        <source>It stands here twice.</source>
        <translation>Steht hier zweimal.</translation>
    </message>
    <message>
        <source>Is taken away</source>
        <translation>Wird entfernt</translation>
    </message>
    <message>
        <source>Is added</source>
        <translation>Wird hinzugefügt</translation>
    </message>
    <message>
        <source>Replaces several values</source>
        <translation>Ersetzt mehrere Werte</translation>
    </message>
    <message>
        <source>Was %1</source>
        <translation>War %1</translation>
    </message>
    <message>
        <source>Several values</source>
        <translation>Mehrere Werte</translation>
    </message>
    <message>
        <source>On %1 of %2</source>
        <translation>Bei %1 von %2</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
</context>
<context>
    <name>orrery::EntryVerbs</name>
    <message>
        <source>%1 cannot be changed</source>
        <translation>%1 kann nicht geändert werden</translation>
    </message>
    <message>
        <source>%1 changed</source>
        <translation>%1 geändert</translation>
    </message>
</context>
<context>
    <name>Form</name>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>%1 or more</source>
        <translation>%1 oder mehr</translation>
    </message>
    <message>
        <source>%1 or less</source>
        <translation>%1 oder weniger</translation>
    </message>
    <message>
        <source>not set; default: %1</source>
        <translation>nicht gesetzt; Vorgabe: %1</translation>
    </message>
    <message>
        <source>required</source>
        <translation>erforderlich</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>nicht gesetzt</translation>
    </message>
    <message>
        <source>Show %1 of %2 more</source>
        <translation>%1 von weiteren %2 zeigen</translation>
    </message>
    <message>
        <source>1 item</source>
        <translation>1 Element</translation>
    </message>
    <message>
        <source>%1 items</source>
        <translation>%1 Elemente</translation>
    </message>
    <message>
        <source>1 entry</source>
        <translation>1 Eintrag</translation>
    </message>
    <message>
        <source>%1 entries</source>
        <translation>%1 Einträge</translation>
    </message>
    <message>
        <source>1 field</source>
        <translation>1 Feld</translation>
    </message>
    <message>
        <source>%1 fields</source>
        <translation>%1 Felder</translation>
    </message>
    <message>
        <source>cannot be changed</source>
        <translation>kann nicht geändert werden</translation>
    </message>
    <message>
        <source>cannot be changed: %1</source>
        <translation>kann nicht geändert werden: %1</translation>
    </message>
    <message>
        <source>repeats what is written elsewhere: change it in the text</source>
        <translation>wiederholt, was anderswo steht: im Text ändern</translation>
    </message>
    <message>
        <source>kept by the server</source>
        <translation>vom Server geführt</translation>
    </message>
    <message>
        <source>not in the schema</source>
        <translation>nicht im Schema</translation>
    </message>
    <message>
        <source>deprecated</source>
        <translation>veraltet</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>%1 *</source>
        <translation>%1 *</translation>
    </message>
</context>
<context>
    <name>orrery::FormPanel</name>
    <message>
        <source>Form</source>
        <translation>Formular</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>There is an entry of that name already.</source>
        <translation>Einen Eintrag dieses Namens gibt es schon.</translation>
    </message>
</context>
<context>
    <name>orrery::FormRowWidget</name>
    <message>
        <source>Key of %1</source>
        <translation>Schlüssel von %1</translation>
    </message>
    <message>
        <source>Add a key</source>
        <translation>Schlüssel hinzufügen</translation>
    </message>
    <message>
        <source>Key to add to %1</source>
        <translation>Neuer Schlüssel in %1</translation>
    </message>
    <message>
        <source>Add field…</source>
        <translation>Feld hinzufügen …</translation>
    </message>
    <message>
        <source>Add item</source>
        <translation>Element hinzufügen</translation>
    </message>
    <message>
        <source>the object</source>
        <translation>dem Objekt</translation>
    </message>
    <message>
        <source>Add field to %1</source>
        <translation>Feld zu %1 hinzufügen</translation>
    </message>
    <message>
        <source>Add item to %1</source>
        <translation>Element zu %1 hinzufügen</translation>
    </message>
    <message>
        <source>Show more of %1</source>
        <translation>Mehr von %1 zeigen</translation>
    </message>
    <message>
        <source>More for %1</source>
        <translation>Mehr zu %1</translation>
    </message>
    <message>
        <source>Move or remove (Alt+Up, Alt+Down, Alt+Delete)</source>
        <translation>Verschieben oder entfernen (Alt+Auf, Alt+Ab, Alt+Entf)</translation>
    </message>
    <message>
        <source>Remove (Alt+Delete)</source>
        <translation>Entfernen (Alt+Entf)</translation>
    </message>
    <message>
        <source>Move Up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Move Down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Close %1</source>
        <translation>%1 schließen</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>nicht gesetzt</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(leer)</translation>
    </message>
</context>
<context>
    <name>orrery::ImageDialog</name>
    <message>
        <source>Images of %1 %2</source>
        <translation>Images von %1 %2</translation>
    </message>
    <message>
        <source>&amp;Set Image</source>
        <translation>Image &amp;setzen</translation>
    </message>
    <message>
        <source>Image of init container %1</source>
        <translation>Image des Init-Containers %1</translation>
    </message>
    <message>
        <source>Image of container %1</source>
        <translation>Image des Containers %1</translation>
    </message>
    <message>
        <source>%1 (init)</source>
        <translation>%1 (Init)</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Set %n Image(s)</source>
        <translation>
            <numerusform>%n Image &amp;setzen</numerusform>
            <numerusform>%n Images &amp;setzen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>orrery::ManifestDetail</name>
    <message>
        <source>&amp;Take the Fields</source>
        <translation>Felder &amp;übernehmen</translation>
    </message>
    <message>
        <source>Take the fields of this document from their managers</source>
        <translation>Die Felder dieses Dokuments von ihren Verwaltern übernehmen</translation>
    </message>
    <message>
        <source>Choose a document to see what becomes of it.</source>
        <translation>Ein Dokument wählen, um zu sehen, was daraus wird.</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>Not there yet</source>
        <translation>Noch nicht vorhanden</translation>
    </message>
    <message>
        <source>On the server now</source>
        <translation>Jetzt auf dem Server</translation>
    </message>
    <message>
        <source>As it is stored</source>
        <translation>Wie es gespeichert ist</translation>
    </message>
    <message>
        <source>After applying</source>
        <translation>Nach dem Anwenden</translation>
    </message>
</context>
<context>
    <name>orrery::ManifestModel</name>
    <message>
        <source>Document</source>
        <translation>Dokument</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Namespace</source>
        <translation>Namespace</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
</context>
<context>
    <name>orrery::ManifestPage</name>
    <message>
        <source>Read A&amp;gain</source>
        <translation>&amp;Neu lesen</translation>
    </message>
    <message>
        <source>&amp;Dry Run</source>
        <translation>&amp;Probelauf</translation>
    </message>
    <message>
        <source>St&amp;op</source>
        <translation>A&amp;nhalten</translation>
    </message>
    <message>
        <source>Manifests: %1</source>
        <translation>Manifeste: %1</translation>
    </message>
    <message>
        <source>Create or change</source>
        <translation>Anlegen oder ändern</translation>
    </message>
    <message>
        <source>Create, leave what is there</source>
        <translation>Anlegen, Vorhandenes lassen</translation>
    </message>
    <message>
        <source>What to do with the documents</source>
        <translation>Was mit den Dokumenten geschieht</translation>
    </message>
    <message>
        <source>&amp;Method</source>
        <translation>&amp;Verfahren</translation>
    </message>
    <message>
        <source>&amp;Namespace</source>
        <translation>Name&amp;space</translation>
    </message>
    <message>
        <source>Of documents that name none</source>
        <translation>Von Dokumenten, die keinen nennen</translation>
    </message>
    <message>
        <source>Read the files again</source>
        <translation>Die Dateien neu lesen</translation>
    </message>
    <message>
        <source>Ask the server what it would store, and store nothing</source>
        <translation>Den Server fragen, was er speichern würde, und nichts speichern</translation>
    </message>
    <message>
        <source>Stop after the document that is under way</source>
        <translation>Nach dem laufenden Dokument anhalten</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Dokumente</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Apply %n document(s)</source>
        <translation>
            <numerusform>%n Dokument &amp;anwenden</numerusform>
            <numerusform>%n Dokumente &amp;anwenden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Create %n object(s)</source>
        <translation>
            <numerusform>%n Objekt &amp;anlegen</numerusform>
            <numerusform>%n Objekte &amp;anlegen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Retry %n refused</source>
        <translation>
            <numerusform>%n abgelehntes &amp;wiederholen</numerusform>
            <numerusform>%n abgelehnte &amp;wiederholen</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen …</translation>
    </message>
    <message>
        <source>There are no documents in it</source>
        <translation>Es sind keine Dokumente darin</translation>
    </message>
    <message>
        <source>Comments alone are no documents.</source>
        <translation>Kommentare allein sind keine Dokumente.</translation>
    </message>
    <message>
        <source>&amp;Read Again</source>
        <translation>&amp;Neu lesen</translation>
    </message>
    <message>
        <source>&amp;Apply</source>
        <translation>&amp;Anwenden</translation>
    </message>
    <message>
        <source>&amp;Create</source>
        <translation>&amp;Anlegen</translation>
    </message>
    <message>
        <source>There is no document that may be applied</source>
        <translation>Es gibt kein Dokument, das angewendet werden darf</translation>
    </message>
</context>
<context>
    <name>orrery::ManifestVerbs</name>
    <message>
        <source>No cluster is open</source>
        <translation>Kein Cluster ist offen</translation>
    </message>
    <message>
        <source>Orrery is read-only</source>
        <translation>Orrery ist schreibgeschützt</translation>
    </message>
    <message>
        <source>Open Manifests</source>
        <translation>Manifeste öffnen</translation>
    </message>
    <message>
        <source>Manifests (*.yaml *.yml *.json)</source>
        <translation>Manifeste (*.yaml *.yml *.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n Datei</numerusform>
            <numerusform>%n Dateien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) refused</source>
        <translation>
            <numerusform>%n Dokument abgelehnt</numerusform>
            <numerusform>%n Dokumente abgelehnt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) applied</source>
        <translation>
            <numerusform>%n Dokument angewendet</numerusform>
            <numerusform>%n Dokumente angewendet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>orrery::NewObjectDialog</name>
    <message>
        <source>&amp;Namespace</source>
        <translation>Name&amp;space</translation>
    </message>
    <message>
        <source>New Object</source>
        <translation>Neues Objekt</translation>
    </message>
    <message>
        <source>Write a new object</source>
        <translation>Ein neues Objekt schreiben</translation>
    </message>
    <message>
        <source>Search kinds</source>
        <translation>Arten suchen</translation>
    </message>
    <message>
        <source>Kinds</source>
        <translation>Arten</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Write</source>
        <translation>&amp;Schreiben</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>You may not create %1</source>
        <translation>Ihnen fehlt das Recht „create“ für %1</translation>
    </message>
    <message>
        <source>You may not create %1 in %2</source>
        <translation>Ihnen fehlt in %2 das Recht „create“ für %1</translation>
    </message>
</context>
<context>
    <name>orrery::NewVerbs</name>
    <message>
        <source>No cluster is open</source>
        <translation>Kein Cluster ist offen</translation>
    </message>
    <message>
        <source>Orrery is read-only</source>
        <translation>Orrery ist schreibgeschützt</translation>
    </message>
    <message>
        <source>No draft is kept: %1</source>
        <translation>Es wird kein Entwurf aufbewahrt: %1</translation>
    </message>
    <message>
        <source>%1 created</source>
        <translation>%1 angelegt</translation>
    </message>
</context>
<context>
    <name>orrery::NodeVerbs</name>
    <message>
        <source>The Node is cordoned</source>
        <translation>Der Node ist gesperrt</translation>
    </message>
    <message>
        <source>The Node is not cordoned</source>
        <translation>Der Node ist nicht gesperrt</translation>
    </message>
    <message>
        <source>%1 cordoned</source>
        <translation>%1 gesperrt</translation>
    </message>
    <message>
        <source>%1 uncordoned</source>
        <translation>%1 freigegeben</translation>
    </message>
    <message>
        <source>Node %1 is drained and stays cordoned</source>
        <translation>Node %1 ist geleert und bleibt gesperrt</translation>
    </message>
    <message>
        <source>The server does not evict Pods</source>
        <translation>Der Server verdrängt keine Pods</translation>
    </message>
</context>
<context>
    <name>orrery::ProtectedContexts</name>
    <message>
        <source>Nothing was sent: %1</source>
        <translation>Nichts wurde gesendet: %1</translation>
    </message>
    <message>
        <source>No cluster is open</source>
        <translation>Kein Cluster ist offen</translation>
    </message>
    <message>
        <source>The cluster is not open</source>
        <translation>Der Cluster ist nicht offen</translation>
    </message>
</context>
<context>
    <name>orrery::ProtectionBar</name>
    <message>
        <source>Protection</source>
        <translation>Schutz</translation>
    </message>
    <message>
        <source>%1 is protected. Its writes are locked.</source>
        <translation>%1 ist geschützt. Schreiben ist gesperrt.</translation>
    </message>
    <message>
        <source>%1 is protected. Its writes are unlocked until %2.</source>
        <translation>%1 ist geschützt. Schreiben ist bis %2 entsperrt.</translation>
    </message>
    <message>
        <source>Unlock Writes…</source>
        <translation>Schreiben entsperren …</translation>
    </message>
    <message>
        <source>Lock Now</source>
        <translation>Jetzt sperren</translation>
    </message>
</context>
<context>
    <name>orrery::RemovalDialog</name>
    <message>
        <source>Evict %1</source>
        <translation>%1 verdrängen</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>%1 löschen</translation>
    </message>
    <message numerus="yes">
        <source>%n namespace(s) of %1</source>
        <translation>
            <numerusform>%n Namespace von %1</numerusform>
            <numerusform>%n Namespaces von %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Held by</source>
        <translation>Gehalten von</translation>
    </message>
    <message>
        <source>Objects</source>
        <translation>Objekte</translation>
    </message>
    <message>
        <source>Delete them after it (in the background)</source>
        <translation>Danach löschen (im Hintergrund)</translation>
    </message>
    <message>
        <source>Delete them first; it waits for them (in the foreground)</source>
        <translation>Zuerst löschen; es wartet darauf (im Vordergrund)</translation>
    </message>
    <message>
        <source>Keep them; they lose their owner (orphan)</source>
        <translation>Behalten; sie verlieren ihren Besitzer (verwaist)</translation>
    </message>
    <message>
        <source>What it &amp;owns</source>
        <translation>Was ihm &amp;gehört</translation>
    </message>
    <message>
        <source>Its own</source>
        <translation>Die eigene</translation>
    </message>
    <message>
        <source>Seconds:</source>
        <translation>Sekunden:</translation>
    </message>
    <message>
        <source>None, by force</source>
        <translation>Keine, mit Gewalt</translation>
    </message>
    <message>
        <source>Seconds to end in</source>
        <translation>Sekunden zum Beenden</translation>
    </message>
    <message>
        <source>&amp;Time to end</source>
        <translation>&amp;Zeit zum Beenden</translation>
    </message>
    <message>
        <source>As far as their disruption budgets allow it; a refusal is tried again every 5 seconds.</source>
        <translation>So weit ihre PodDisruptionBudgets es erlauben; eine Ablehnung wird alle 5 Sekunden neu versucht.</translation>
    </message>
    <message>
        <source>Nothing else goes with it.</source>
        <translation>Sonst geht nichts mit.</translation>
    </message>
    <message>
        <source>%1 of %2 lists read …</source>
        <translation>%1 von %2 Listen gelesen …</translation>
    </message>
    <message>
        <source>What goes with it is looked for …</source>
        <translation>Was mitgeht, wird gesucht …</translation>
    </message>
    <message>
        <source>By force a Pod is forgotten at once: its containers may run on, on the Node.</source>
        <translation>Mit Gewalt wird ein Pod sofort vergessen: Seine Container laufen auf dem Node vielleicht weiter.</translation>
    </message>
    <message>
        <source>Everything is sent. Closing leaves the rest to the server.</source>
        <translation>Alles ist gesendet. Schließen überlässt den Rest dem Server.</translation>
    </message>
    <message>
        <source>&amp;Evict %1</source>
        <translation>%1 &amp;verdrängen</translation>
    </message>
    <message>
        <source>&amp;Delete %1</source>
        <translation>%1 &amp;löschen</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Anhalten</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Of the %1 objects that go with it, %2 are followed until they have gone. The other %3 go without being watched.</source>
        <translation>Von den %1 Objekten, die mitgehen, werden %2 verfolgt, bis sie fort sind. Die anderen %3 gehen unbeobachtet.</translation>
    </message>
</context>
<context>
    <name>orrery::RemovalVerbs</name>
    <message>
        <source>%1 cannot be deleted</source>
        <translation>%1 kann nicht gelöscht werden</translation>
    </message>
    <message>
        <source>Gone: %1</source>
        <translation>Fort: %1</translation>
    </message>
    <message>
        <source>The server does not evict Pods</source>
        <translation>Der Server verdrängt keine Pods</translation>
    </message>
</context>
<context>
    <name>orrery::ReplicasDelegate</name>
    <message>
        <source>Replicas of %1</source>
        <translation>Replicas von %1</translation>
    </message>
</context>
<context>
    <name>orrery::ReplicasOwnersReader</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 manages it: its next upgrade may set the number again (%2).</source>
        <translation>%1 verwaltet es: Das nächste Upgrade kann die Zahl wieder ändern (%2).</translation>
    </message>
    <message>
        <source>%1 manages it and may set the number again (%2).</source>
        <translation>%1 verwaltet es und kann die Zahl wieder ändern (%2).</translation>
    </message>
    <message>
        <source>The HorizontalPodAutoscaler %1 keeps it between %2 and %3 and will set the number again.</source>
        <translation>Der HorizontalPodAutoscaler %1 hält es zwischen %2 und %3 und wird die Zahl wieder ändern.</translation>
    </message>
    <message>
        <source>%1 controls it and will set the number again.</source>
        <translation>%1 steuert es und wird die Zahl wieder ändern.</translation>
    </message>
    <message>
        <source>An autoscaler has set the number (%1).</source>
        <translation>Ein Autoscaler hat die Zahl gesetzt (%1).</translation>
    </message>
    <message>
        <source>%1 has set the number last.</source>
        <translation>%1 hat die Zahl zuletzt gesetzt.</translation>
    </message>
    <message>
        <source>Whether an autoscaler sets it is not known: %1</source>
        <translation>Ob ein Autoscaler sie setzt, ist nicht bekannt: %1</translation>
    </message>
</context>
<context>
    <name>orrery::RestartDialog</name>
    <message>
        <source>The strategy is Recreate: all Pods end before new ones are made.</source>
        <translation>Die Strategie ist Recreate: Alle Pods enden, bevor neue entstehen.</translation>
    </message>
    <message>
        <source>The strategy is OnDelete: a Pod is replaced when somebody deletes it, and not before.</source>
        <translation>Die Strategie ist OnDelete: Ein Pod wird ersetzt, wenn ihn jemand löscht, und nicht vorher.</translation>
    </message>
    <message>
        <source>The partition is %1: Pods with a lower number keep what they have.</source>
        <translation>Die Partition ist %1: Pods mit einer kleineren Nummer behalten, was sie haben.</translation>
    </message>
    <message>
        <source>As many as %1 of them may be unavailable at a time.</source>
        <translation>Höchstens %1 davon dürfen gleichzeitig nicht verfügbar sein.</translation>
    </message>
    <message numerus="yes">
        <source>Its %n Pod(s) will be replaced by new ones of the same template.</source>
        <translation>
            <numerusform>Sein %n Pod wird durch einen neuen nach derselben Vorlage ersetzt.</numerusform>
            <numerusform>Seine %n Pods werden durch neue nach derselben Vorlage ersetzt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Its Pods will be replaced by new ones of the same template.</source>
        <translation>Seine Pods werden durch neue nach derselben Vorlage ersetzt.</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1 in %2</translation>
    </message>
    <message>
        <source>Restart %1 %2</source>
        <translation>%1 %2 neu starten</translation>
    </message>
    <message>
        <source>&amp;Restart</source>
        <translation>&amp;Neu starten</translation>
    </message>
</context>
<context>
    <name>orrery::RevertVerbs</name>
    <message>
        <source>%1 is being edited: save or discard that first</source>
        <translation>%1 wird gerade bearbeitet: das zuerst speichern oder verwerfen</translation>
    </message>
    <message>
        <source>As it was before the write at %1. What others have changed since stays.</source>
        <translation>Wie es vor dem Schreiben um %1 war. Was andere seither geändert haben, bleibt.</translation>
    </message>
    <message>
        <source>%1 reverted</source>
        <translation>%1 zurückgenommen</translation>
    </message>
    <message>
        <source>No cluster is open</source>
        <translation>Kein Cluster ist offen</translation>
    </message>
    <message>
        <source>Orrery is read-only</source>
        <translation>Orrery liest nur</translation>
    </message>
    <message>
        <source>Orrery has changed nothing in %1 since it was started</source>
        <translation>Orrery hat seit dem Start nichts in %1 geändert</translation>
    </message>
    <message>
        <source>The server does not offer %1 any more</source>
        <translation>Der Server bietet %1 nicht mehr an</translation>
    </message>
    <message>
        <source>The write to %1 %2 at %3</source>
        <translation>Der Schreibvorgang an %1 %2 um %3</translation>
    </message>
    <message>
        <source>Orrery made it at %1: deleting it takes that back.</source>
        <translation>Orrery hat es um %1 angelegt: Es zu löschen nimmt das zurück.</translation>
    </message>
    <message>
        <source>%1 made anew</source>
        <translation>%1 neu angelegt</translation>
    </message>
    <message>
        <source>Orrery has changed nothing in %1 that it remembers</source>
        <translation>Orrery hat in %1 nichts geändert, woran es sich erinnert</translation>
    </message>
    <message>
        <source>The last write evicted %1 at %2, which cannot be taken back. Select an object to take back what was written to it</source>
        <translation>Zuletzt wurde %1 um %2 verdrängt, was sich nicht zurücknehmen lässt. Wählen Sie ein Objekt, um zurückzunehmen, was an ihm geschrieben wurde</translation>
    </message>
    <message>
        <source>%1 is or names a Secret: what it was before the write of %2 was remembered until Orrery ended, and is never on disk</source>
        <translation>%1 ist ein Secret oder nennt eines: Was es vor der Änderung von %2 war, wusste Orrery bis zu seinem Ende; auf der Platte steht es nie</translation>
    </message>
    <message>
        <source>%1 is too large: what it was before the write of %2 was remembered until Orrery ended</source>
        <translation>%1 ist zu groß: Was es vor der Änderung von %2 war, wusste Orrery bis zu seinem Ende</translation>
    </message>
</context>
<context>
    <name>orrery::RevisionModel</name>
    <message>
        <source>current</source>
        <translation>aktuell</translation>
    </message>
    <message>
        <source>%1 ready of %2</source>
        <translation>%1 von %2 bereit</translation>
    </message>
    <message>
        <source>Revision</source>
        <translation>Revision</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <source>Pods</source>
        <translation>Pods</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Images</translation>
    </message>
    <message>
        <source>Change cause</source>
        <translation>Änderungsgrund</translation>
    </message>
</context>
<context>
    <name>orrery::RolloutPage</name>
    <message>
        <source>Rollouts of %1</source>
        <translation>Rollouts von %1</translation>
    </message>
    <message>
        <source>Revisions</source>
        <translation>Revisionen</translation>
    </message>
    <message>
        <source>Choose a revision to see what it differs in from the current one, or two to compare them.</source>
        <translation>Wähle eine Revision, um sie mit der aktuellen zu vergleichen, oder zwei, um sie miteinander zu vergleichen.</translation>
    </message>
    <message>
        <source>Difference of two revisions</source>
        <translation>Unterschied zweier Revisionen</translation>
    </message>
    <message>
        <source>Loading revisions</source>
        <translation>Revisionen werden geladen</translation>
    </message>
    <message>
        <source>No rollout history</source>
        <translation>Keine Rollout-Historie</translation>
    </message>
    <message>
        <source>Nothing keeps an older Pod template of it.</source>
        <translation>Nichts bewahrt eine ältere Pod-Vorlage davon auf.</translation>
    </message>
    <message>
        <source>Revision %1, current</source>
        <translation>Revision %1, aktuell</translation>
    </message>
    <message>
        <source>Revision %1</source>
        <translation>Revision %1</translation>
    </message>
    <message>
        <source>Choose one revision that is not the current one</source>
        <translation>Wähle eine Revision, die nicht die aktuelle ist</translation>
    </message>
    <message>
        <source>&amp;Undo to Revision %1…</source>
        <translation>&amp;Zurück zu Revision %1…</translation>
    </message>
    <message>
        <source>&amp;Undo…</source>
        <translation>&amp;Zurück…</translation>
    </message>
</context>
<context>
    <name>orrery::RolloutStatusView</name>
    <message>
        <source>Progress of the rollout</source>
        <translation>Fortschritt des Rollouts</translation>
    </message>
    <message>
        <source>It has been deleted.</source>
        <translation>Es wurde gelöscht.</translation>
    </message>
    <message>
        <source>It is paused: changes of the Pod template wait until it is resumed.</source>
        <translation>Es ist angehalten: Änderungen der Pod-Vorlage warten, bis es fortgesetzt wird.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiteres</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>orrery::RolloutVerbs</name>
    <message>
        <source>%1 is paused: resume it first</source>
        <translation>%1 ist angehalten: zuerst fortsetzen</translation>
    </message>
    <message>
        <source>Only Deployments can be paused</source>
        <translation>Nur Deployments können angehalten werden</translation>
    </message>
    <message>
        <source>%1 is paused already</source>
        <translation>%1 ist schon angehalten</translation>
    </message>
    <message>
        <source>%1 is not paused</source>
        <translation>%1 ist nicht angehalten</translation>
    </message>
    <message>
        <source>%1 restarted</source>
        <translation>%1 neu gestartet</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 paused: changes of its Pod template wait until it is resumed</source>
        <translation>%1 angehalten: Änderungen der Pod-Vorlage warten, bis es fortgesetzt wird</translation>
    </message>
    <message>
        <source>%1 resumed</source>
        <translation>%1 fortgesetzt</translation>
    </message>
    <message>
        <source>%1 set to %2</source>
        <translation>%1 auf %2 gesetzt</translation>
    </message>
    <message>
        <source>%1 is back at revision %2</source>
        <translation>%1 ist zurück bei Revision %2</translation>
    </message>
</context>
<context>
    <name>orrery::ScaleListDialog</name>
    <message numerus="yes">
        <source>Scale %n object(s) of kind %1</source>
        <translation>
            <numerusform>%n Objekt der Art %1 skalieren</numerusform>
            <numerusform>%n Objekte der Art %1 skalieren</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;All to</source>
        <translation>&amp;Alle auf</translation>
    </message>
    <message>
        <source>Number of replicas for all</source>
        <translation>Zahl der Replicas für alle</translation>
    </message>
    <message>
        <source>Objects to scale</source>
        <translation>Zu skalierende Objekte</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Scale</source>
        <translation>&amp;Skalieren</translation>
    </message>
    <message>
        <source>being scaled</source>
        <translation>wird skaliert</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Not known whether it was carried out: %1</source>
        <translation>Ob es ausgeführt wurde, ist nicht bekannt: %1</translation>
    </message>
    <message>
        <source>Somebody else has set it to %1 since.</source>
        <translation>Jemand anderes hat es inzwischen auf %1 gesetzt.</translation>
    </message>
    <message>
        <source>Not carried out: %1</source>
        <translation>Nicht ausgeführt: %1</translation>
    </message>
    <message>
        <source>scaled</source>
        <translation>skaliert</translation>
    </message>
    <message>
        <source>It has been deleted.</source>
        <translation>Es wurde gelöscht.</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <translation>%1; %2</translation>
    </message>
    <message numerus="yes">
        <source>%n done</source>
        <translation>
            <numerusform>%n fertig</numerusform>
            <numerusform>%n fertig</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n under way</source>
        <translation>
            <numerusform>%n unterwegs</numerusform>
            <numerusform>%n unterwegs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n fehlgeschlagen</numerusform>
            <numerusform>%n fehlgeschlagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Scale %n object(s)</source>
        <translation>
            <numerusform>%n Objekt &amp;skalieren</numerusform>
            <numerusform>%n Objekte &amp;skalieren</numerusform>
        </translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>orrery::ScaleListModel</name>
    <message>
        <source>Object</source>
        <translation>Objekt</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Auf</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
</context>
<context>
    <name>orrery::Text</name>
    <message>
        <source>A desktop explorer for Kubernetes clusters.</source>
        <translation>Ein Kubernetes-Browser für den Desktop.</translation>
    </message>
    <message>
        <source>A kind to open: pods, deploy, foos.samplecontroller.k8s.io …</source>
        <translation>Eine Art, die geöffnet wird: pods, deploy, foos.samplecontroller.k8s.io …</translation>
    </message>
    <message>
        <source>An object of that kind to select; KIND/NAME does too.</source>
        <translation>Ein Objekt dieser Art, das ausgewählt wird; KIND/NAME geht auch.</translation>
    </message>
    <message>
        <source>-A/--all-namespaces and -n/--namespace exclude each other</source>
        <translation>-A/--all-namespaces und -n/--namespace schließen sich aus</translation>
    </message>
    <message>
        <source>--as-group needs --as</source>
        <translation>--as-group braucht --as</translation>
    </message>
    <message>
        <source>--demo and --kubeconfig exclude each other</source>
        <translation>--demo und --kubeconfig schließen sich aus</translation>
    </message>
    <message>
        <source>--theme takes light or dark, not &quot;%1&quot;</source>
        <translation>--theme erwartet light oder dark, nicht „%1“</translation>
    </message>
    <message>
        <source>--screenshot-view needs --screenshot FILE</source>
        <translation>--screenshot-view braucht --screenshot FILE</translation>
    </message>
    <message>
        <source>--demo-pods takes a number, not &quot;%1&quot;</source>
        <translation>--demo-pods erwartet eine Zahl, nicht „%1“</translation>
    </message>
    <message>
        <source>--screenshot-size takes WIDTHxHEIGHT, not &quot;%1&quot;</source>
        <translation>--screenshot-size erwartet BREITExHÖHE, nicht „%1“</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is neither KIND nor KIND/NAME</source>
        <translation>„%1“ ist weder KIND noch KIND/NAME</translation>
    </message>
    <message>
        <source>unexpected argument &quot;%1&quot;: give at most a kind and a name</source>
        <translation>unerwartetes Argument „%1“: höchstens eine Art und ein Name</translation>
    </message>
    <message>
        <source>-A/--all-namespaces and NAME exclude each other: a name means one object of one namespace</source>
        <translation>-A/--all-namespaces und NAME schließen sich aus: Ein Name meint ein Objekt in einem Namespace</translation>
    </message>
</context>
<context>
    <name>orrery::UndoDialog</name>
    <message>
        <source>Undo the rollout of %1</source>
        <translation>Rollout von %1 rückgängig machen</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>What the undo would change</source>
        <translation>Was dadurch geändert würde</translation>
    </message>
    <message>
        <source>&amp;Undo to Revision %1</source>
        <translation>&amp;Zurück zu Revision %1</translation>
    </message>
    <message>
        <source>As it is now</source>
        <translation>Wie es jetzt ist</translation>
    </message>
    <message>
        <source>After the undo to revision %1</source>
        <translation>Nach der Rückkehr zu Revision %1</translation>
    </message>
    <message>
        <source>It has been changed meanwhile: this is the difference now.</source>
        <translation>Es wurde inzwischen geändert: Dies ist der Unterschied jetzt.</translation>
    </message>
</context>
<context>
    <name>orrery::UnlockDialog</name>
    <message>
        <source>Unlock writes to %1</source>
        <translation>Schreiben in %1 entsperren</translation>
    </message>
    <message>
        <source>Stop protecting %1</source>
        <translation>%1 nicht mehr schützen</translation>
    </message>
    <message>
        <source>The context is protected: nothing is written to it until its name has been typed. For five minutes after that every write you make is sent.</source>
        <translation>Der Kontext ist geschützt: Es wird nichts geschrieben, bis sein Name eingetippt wurde. Danach wird fünf Minuten lang alles gesendet, was Sie schreiben.</translation>
    </message>
    <message>
        <source>Without protection writes to this context are sent at once.</source>
        <translation>Ohne Schutz wird in diesen Kontext sofort geschrieben.</translation>
    </message>
    <message>
        <source>&amp;Name of the context: %1</source>
        <translation>&amp;Name des Kontexts: %1</translation>
    </message>
    <message>
        <source>Name of the context</source>
        <translation>Name des Kontexts</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Unlock for 5 Minutes</source>
        <translation>Für 5 Minuten entsperren</translation>
    </message>
    <message>
        <source>Stop Protecting</source>
        <translation>Nicht mehr schützen</translation>
    </message>
</context>
<context>
    <name>orrery::VerbDialog</name>
    <message>
        <source>“%1” is protected. Type its name to go &amp;on:</source>
        <translation>„%1“ ist geschützt. Tippen Sie den &amp;Namen ein, um fortzufahren:</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>orrery::VerbModel</name>
    <message>
        <source>%1, level %2</source>
        <translation>%1, Ebene %2</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>Objekt</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
</context>
<context>
    <name>orrery::VersionChoice</name>
    <message>
        <source>Version %1</source>
        <translation>Version %1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>The version in which it is shown</source>
        <translation>Die Version, in der es gezeigt wird</translation>
    </message>
</context>
<context>
    <name>VersionText</name>
    <message>
        <source>not served</source>
        <translation>nicht angeboten</translation>
    </message>
    <message>
        <source>preferred</source>
        <translation>bevorzugt</translation>
    </message>
    <message>
        <source>stored</source>
        <translation>gespeichert</translation>
    </message>
    <message>
        <source>deprecated</source>
        <translation>veraltet</translation>
    </message>
</context>
<context>
    <name>orrery::WriteDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>The server has not answered. It may have been carried out.</source>
        <translation>Der Server hat nicht geantwortet. Es wurde vielleicht ausgeführt.</translation>
    </message>
</context>
<context>
    <name>orrery::DrainTexts</name>
    <message>
        <source>To be evicted</source>
        <translation>Wird verdrängt</translation>
    </message>
    <message>
        <source>Stays</source>
        <translation>Bleibt</translation>
    </message>
    <message>
        <source>A static Pod: the kubelet has it from a file</source>
        <translation>Ein statischer Pod: Das kubelet hat ihn aus einer Datei</translation>
    </message>
    <message>
        <source>Its DaemonSet would put it back</source>
        <translation>Sein DaemonSet würde ihn zurückbringen</translation>
    </message>
    <message>
        <source>Needs consent</source>
        <translation>Braucht Zustimmung</translation>
    </message>
    <message>
        <source>Of a DaemonSet, which would put it back</source>
        <translation>Von einem DaemonSet, das ihn zurückbringen würde</translation>
    </message>
    <message>
        <source>What is in its emptyDir volumes is lost</source>
        <translation>Was in seinen emptyDir-Volumes ist, geht verloren</translation>
    </message>
    <message>
        <source>Nobody makes it again</source>
        <translation>Niemand legt ihn neu an</translation>
    </message>
    <message>
        <source>The Node is cordoned.</source>
        <translation>Der Node ist gesperrt.</translation>
    </message>
    <message>
        <source>Its Pods are read …</source>
        <translation>Seine Pods werden gelesen …</translation>
    </message>
    <message numerus="yes">
        <source>%n Pod(s) need(s) consent before anything is done.</source>
        <translation>
            <numerusform>%n Pod braucht Zustimmung, bevor etwas geschieht.</numerusform>
            <numerusform>%n Pods brauchen Zustimmung, bevor etwas geschieht.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 Pods are evicted; the Node is cordoned already.</source>
        <translation>%1 von %2 Pods werden verdrängt; der Node ist schon gesperrt.</translation>
    </message>
    <message>
        <source>The Node is cordoned, then %1 of %2 Pods are evicted.</source>
        <translation>Der Node wird gesperrt, dann werden %1 von %2 Pods verdrängt.</translation>
    </message>
    <message>
        <source>The Node is being cordoned …</source>
        <translation>Der Node wird gesperrt …</translation>
    </message>
    <message>
        <source>The Node stays cordoned: uncordon it to place Pods on it again.</source>
        <translation>Der Node bleibt gesperrt: Geben Sie ihn frei, damit er wieder Pods bekommt.</translation>
    </message>
    <message>
        <source>The Node is drained. %1</source>
        <translation>Der Node ist geleert. %1</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Angehalten.</translation>
    </message>
    <message>
        <source>Out of time.</source>
        <translation>Die Zeit ist um.</translation>
    </message>
    <message>
        <source>Not all Pods could be evicted.</source>
        <translation>Nicht alle Pods konnten verdrängt werden.</translation>
    </message>
</context>
<context>
    <name>orrery::EntriesText</name>
    <message>
        <source>A key is needed.</source>
        <translation>Ein Schlüssel ist nötig.</translation>
    </message>
    <message>
        <source>A key has one “/” at most: PREFIX/NAME.</source>
        <translation>Ein Schlüssel hat höchstens ein „/“: PRÄFIX/NAME.</translation>
    </message>
    <message>
        <source>Before the “/” a prefix is needed, as example.com.</source>
        <translation>Vor dem „/“ steht ein Präfix, etwa example.com.</translation>
    </message>
    <message>
        <source>The prefix before the “/” has 253 characters at most.</source>
        <translation>Das Präfix vor dem „/“ hat höchstens 253 Zeichen.</translation>
    </message>
    <message>
        <source>The prefix before the “/” is a DNS name: small letters, digits, “-” and “.”, as example.com.</source>
        <translation>Das Präfix vor dem „/“ ist ein DNS-Name: kleine Buchstaben, Ziffern, „-“ und „.“, etwa example.com.</translation>
    </message>
    <message>
        <source>After the “/” a name is needed.</source>
        <translation>Nach dem „/“ steht ein Name.</translation>
    </message>
    <message>
        <source>A key's name has 63 characters at most.</source>
        <translation>Der Name eines Schlüssels hat höchstens 63 Zeichen.</translation>
    </message>
    <message>
        <source>A key's name has letters, digits, “-”, “_” and “.”, and begins and ends with a letter or digit.</source>
        <translation>Der Name eines Schlüssels hat Buchstaben, Ziffern, „-“, „_“ und „.“ und beginnt und endet mit Buchstabe oder Ziffer.</translation>
    </message>
    <message>
        <source>A value has 63 characters at most.</source>
        <translation>Ein Wert hat höchstens 63 Zeichen.</translation>
    </message>
    <message>
        <source>A value has letters, digits, “-”, “_” and “.”, and begins and ends with a letter or digit.</source>
        <translation>Ein Wert hat Buchstaben, Ziffern, „-“, „_“ und „.“ und beginnt und endet mit Buchstabe oder Ziffer.</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>Annotations</source>
        <translation>Annotationen</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>All annotations together have %1 at most; these have %2.</source>
        <translation>Alle Annotationen zusammen haben höchstens %1; diese haben %2.</translation>
    </message>
    <message>
        <source>Taints</source>
        <translation>Taints</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>Wirkung</translation>
    </message>
    <message>
        <source>An effect is NoSchedule, PreferNoSchedule or NoExecute.</source>
        <translation>Eine Wirkung ist NoSchedule, PreferNoSchedule oder NoExecute.</translation>
    </message>
</context>
<context>
    <name>orrery::ManifestText</name>
    <message>
        <source>stored, waiting for its kind</source>
        <translation>gespeichert, wartet auf seine Art</translation>
    </message>
    <message>
        <source>waiting for what it needs</source>
        <translation>wartet auf das, was es braucht</translation>
    </message>
    <message>
        <source>trying…</source>
        <translation>wird erprobt …</translation>
    </message>
    <message>
        <source>applying…</source>
        <translation>wird angewendet …</translation>
    </message>
    <message>
        <source>would be created</source>
        <translation>würde angelegt</translation>
    </message>
    <message>
        <source>would change</source>
        <translation>würde geändert</translation>
    </message>
    <message>
        <source>nothing to change</source>
        <translation>nichts zu ändern</translation>
    </message>
    <message>
        <source>not tried before</source>
        <translation>nicht vorher erprobt</translation>
    </message>
    <message>
        <source>created</source>
        <translation>angelegt</translation>
    </message>
    <message>
        <source>configured</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>unverändert</translation>
    </message>
    <message>
        <source>conflict</source>
        <translation>Konflikt</translation>
    </message>
    <message>
        <source>exists already</source>
        <translation>gibt es schon</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>nicht gesendet</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Others manage fields of %1</source>
        <translation>Andere verwalten Felder von %1</translation>
    </message>
    <message>
        <source>%1 is managed by %2</source>
        <translation>%1 wird von %2 verwaltet</translation>
    </message>
    <message>
        <source>Take the fields for this document, or take them out of it.</source>
        <translation>Die Felder für dieses Dokument übernehmen oder sie daraus entfernen.</translation>
    </message>
    <message numerus="yes">
        <source>%n would be created</source>
        <translation>
            <numerusform>%n würde angelegt</numerusform>
            <numerusform>%n würden angelegt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n would change</source>
        <translation>
            <numerusform>%n würde geändert</numerusform>
            <numerusform>%n würden geändert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with nothing to change</source>
        <translation>
            <numerusform>%n ohne Änderung</numerusform>
            <numerusform>%n ohne Änderung</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not tried before</source>
        <translation>
            <numerusform>%n nicht vorher erprobt</numerusform>
            <numerusform>%n nicht vorher erprobt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n created</source>
        <translation>
            <numerusform>%n angelegt</numerusform>
            <numerusform>%n angelegt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n configured</source>
        <translation>
            <numerusform>%n geändert</numerusform>
            <numerusform>%n geändert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unchanged</source>
        <translation>
            <numerusform>%n unverändert</numerusform>
            <numerusform>%n unverändert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with a conflict</source>
        <translation>
            <numerusform>%n mit Konflikt</numerusform>
            <numerusform>%n mit Konflikt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n there already</source>
        <translation>
            <numerusform>%n schon vorhanden</numerusform>
            <numerusform>%n schon vorhanden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused</source>
        <translation>
            <numerusform>%n abgelehnt</numerusform>
            <numerusform>%n abgelehnt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not sent</source>
        <translation>
            <numerusform>%n nicht gesendet</numerusform>
            <numerusform>%n nicht gesendet</numerusform>
        </translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>nicht lesbar</translation>
    </message>
    <message>
        <source>%1, column %2: %3</source>
        <translation>%1, Spalte %2: %3</translation>
    </message>
    <message>
        <source>%1 %2: %3</source>
        <translation>%1 %2: %3</translation>
    </message>
    <message>
        <source>Its namespace %1 is made by this set, so the server cannot try it before.</source>
        <translation>Sein Namespace %1 entsteht erst mit diesen Dokumenten; vorher kann der Server es nicht erproben.</translation>
    </message>
    <message>
        <source>Its kind %1 is defined by this set, so the server cannot try it before.</source>
        <translation>Seine Art %1 wird erst von diesen Dokumenten definiert; vorher kann der Server es nicht erproben.</translation>
    </message>
    <message>
        <source>The server has dropped: %1</source>
        <translation>Der Server hat weggelassen: %1</translation>
    </message>
    <message>
        <source>The server would drop: %1</source>
        <translation>Der Server würde weglassen: %1</translation>
    </message>
    <message>
        <source>It names no namespace: %1 is taken.</source>
        <translation>Es nennt keinen Namespace: %1 wird genommen.</translation>
    </message>
    <message>
        <source>The same object stands at %1, too; this one is applied after it.</source>
        <translation>Dasselbe Objekt steht auch bei %1; dieses wird danach angewendet.</translation>
    </message>
    <message numerus="yes">
        <source>%n cannot be read</source>
        <translation>
            <numerusform>%n nicht lesbar</numerusform>
            <numerusform>%n nicht lesbar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%n Dokument</numerusform>
            <numerusform>%n Dokumente</numerusform>
        </translation>
    </message>
    <message>
        <source>(%1 of %2)</source>
        <translation>(%1 von %2)</translation>
    </message>
    <message>
        <source>(stopped)</source>
        <translation>(angehalten)</translation>
    </message>
    <message>
        <source>may not %1 %2</source>
        <translation>Recht fehlt: %1 %2</translation>
    </message>
    <message>
        <source>You may not %1 %2</source>
        <translation>Ihnen fehlt das Recht „%1“ für %2</translation>
    </message>
    <message>
        <source>You may not %1 %2 in %3</source>
        <translation>Ihnen fehlt in %3 das Recht „%1“ für %2</translation>
    </message>
    <message>
        <source>Nothing of it is sent.</source>
        <translation>Nichts davon wird gesendet.</translation>
    </message>
    <message numerus="yes">
        <source>%n not allowed</source>
        <translation>
            <numerusform>%n nicht erlaubt</numerusform>
            <numerusform>%n nicht erlaubt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>orrery::RemovalRows</name>
    <message>
        <source>To be evicted</source>
        <translation>Wird verdrängt</translation>
    </message>
    <message>
        <source>To be deleted</source>
        <translation>Wird gelöscht</translation>
    </message>
    <message>
        <source>Has gone</source>
        <translation>Ist fort</translation>
    </message>
    <message>
        <source>Cannot be read</source>
        <translation>Nicht lesbar</translation>
    </message>
    <message>
        <source>Was made again</source>
        <translation>Wurde neu angelegt</translation>
    </message>
    <message>
        <source>Another object has its name now</source>
        <translation>Ein anderes Objekt hat jetzt seinen Namen</translation>
    </message>
    <message>
        <source>Terminating already</source>
        <translation>Wird schon beendet</translation>
    </message>
    <message>
        <source>Stays</source>
        <translation>Bleibt</translation>
    </message>
    <message>
        <source>Owned by %1, too</source>
        <translation>Gehört auch %1</translation>
    </message>
    <message>
        <source>Stays, without owner</source>
        <translation>Bleibt, ohne Besitzer</translation>
    </message>
    <message>
        <source>Goes with it</source>
        <translation>Geht mit</translation>
    </message>
    <message>
        <source>Its owner waits for it</source>
        <translation>Sein Besitzer wartet darauf</translation>
    </message>
    <message>
        <source>… and %1 more</source>
        <translation>… und %1 weitere</translation>
    </message>
    <message>
        <source>Finalizer %1</source>
        <translation>Finalizer %1</translation>
    </message>
    <message>
        <source>Not looked through, you may not list them or they did not answer: %1.</source>
        <translation>Nicht durchgesehen, weil Sie sie nicht auflisten dürfen oder keine Antwort kam: %1.</translation>
    </message>
    <message>
        <source> and %1 more</source>
        <translation> und %1 weitere</translation>
    </message>
</context>
<context>
    <name>orrery::RemovalTexts</name>
    <message>
        <source>Terminating</source>
        <translation>Wird beendet</translation>
    </message>
    <message>
        <source>Being looked at</source>
        <translation>Wird angesehen</translation>
    </message>
    <message numerus="yes">
        <source>Terminating, %n s left</source>
        <translation>
            <numerusform>Wird beendet, noch %n s</numerusform>
            <numerusform>Wird beendet, noch %n s</numerusform>
        </translation>
    </message>
    <message>
        <source>Terminating since %1</source>
        <translation>Wird seit %1 beendet</translation>
    </message>
    <message>
        <source>Waits for %1</source>
        <translation>Wartet auf %1</translation>
    </message>
    <message>
        <source>Not sent yet</source>
        <translation>Noch nicht gesendet</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Disruption budget %1 allows none now</source>
        <translation>PodDisruptionBudget %1 erlaubt gerade keinen</translation>
    </message>
    <message numerus="yes">
        <source>Refused for now, again in %n s</source>
        <translation>
            <numerusform>Vorerst abgelehnt, neu in %n s</numerusform>
            <numerusform>Vorerst abgelehnt, neu in %n s</numerusform>
        </translation>
    </message>
    <message>
        <source>Gone</source>
        <translation>Fort</translation>
    </message>
    <message>
        <source>Another object has its name already</source>
        <translation>Ein anderes Objekt hat schon seinen Namen</translation>
    </message>
    <message>
        <source>Not deleted</source>
        <translation>Nicht gelöscht</translation>
    </message>
    <message>
        <source>It had gone before; another object has its name now</source>
        <translation>War vorher fort; ein anderes Objekt hat jetzt seinen Namen</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Angenommen</translation>
    </message>
    <message>
        <source>You may not look whether it has gone: %1</source>
        <translation>Sie dürfen nicht nachsehen, ob es fort ist: %1</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>Nicht gesendet</translation>
    </message>
    <message>
        <source>Disruption budget %1 allowed none</source>
        <translation>PodDisruptionBudget %1 erlaubte keinen</translation>
    </message>
    <message>
        <source>%1: the garbage collector takes it away once the dependents have gone.</source>
        <translation>%1: Der Garbage Collector nimmt ihn weg, sobald die abhängigen Objekte fort sind.</translation>
    </message>
    <message>
        <source>%1: the garbage collector takes it away once the dependents are let go.</source>
        <translation>%1: Der Garbage Collector nimmt ihn weg, sobald die abhängigen Objekte freigegeben sind.</translation>
    </message>
    <message>
        <source>%1: goes once no Pod uses the claim.</source>
        <translation>%1: Geht, sobald kein Pod den Claim mehr benutzt.</translation>
    </message>
    <message>
        <source>%1: goes once no claim is bound to the volume.</source>
        <translation>%1: Geht, sobald kein Claim mehr an das Volume gebunden ist.</translation>
    </message>
    <message>
        <source>%1: the cloud's controller takes it away once the load balancer has gone.</source>
        <translation>%1: Der Controller der Cloud nimmt ihn weg, sobald der Load Balancer fort ist.</translation>
    </message>
    <message>
        <source>%1: the Job controller takes it away once the Pod is counted.</source>
        <translation>%1: Der Job-Controller nimmt ihn weg, sobald der Pod gezählt ist.</translation>
    </message>
    <message>
        <source>%1: goes once all objects of the kind have gone.</source>
        <translation>%1: Geht, sobald alle Objekte der Art fort sind.</translation>
    </message>
    <message>
        <source>%1: goes once everything in the namespace has gone.</source>
        <translation>%1: Geht, sobald alles im Namespace fort ist.</translation>
    </message>
    <message>
        <source>%1: whoever has put it there has to take it away.</source>
        <translation>%1: Wer ihn gesetzt hat, muss ihn wegnehmen.</translation>
    </message>
    <message>
        <source>%1: a controller of %2 has to take it away; without one the object stays.</source>
        <translation>%1: Ein Controller von %2 muss ihn wegnehmen; ohne einen solchen bleibt das Objekt.</translation>
    </message>
    <message>
        <source>%1 gone</source>
        <translation>%1 fort</translation>
    </message>
    <message>
        <source>%1 terminating</source>
        <translation>%1 werden beendet</translation>
    </message>
    <message>
        <source>%1 refused for now</source>
        <translation>%1 vorerst abgelehnt</translation>
    </message>
    <message>
        <source>%1 refused</source>
        <translation>%1 abgelehnt</translation>
    </message>
    <message>
        <source>%1 replaced before</source>
        <translation>%1 vorher ersetzt</translation>
    </message>
    <message>
        <source>%1 accepted</source>
        <translation>%1 angenommen</translation>
    </message>
    <message>
        <source>%1 under way</source>
        <translation>%1 unterwegs</translation>
    </message>
    <message>
        <source>%1 not sent</source>
        <translation>%1 nicht gesendet</translation>
    </message>
    <message numerus="yes">
        <source>%n more kind(s)</source>
        <translation>
            <numerusform>%n weitere Art</numerusform>
            <numerusform>%n weitere Arten</numerusform>
        </translation>
    </message>
    <message>
        <source>Goes with it: %1.</source>
        <translation>Geht mit: %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n object(s) stay(s): owned by others, too.</source>
        <translation>
            <numerusform>%n Objekt bleibt: Es gehört auch anderen.</numerusform>
            <numerusform>%n Objekte bleiben: Sie gehören auch anderen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>orrery::RolloutText</name>
    <message numerus="yes">
        <source>%1, %n Pod(s)</source>
        <translation>
            <numerusform>%1, %n Pod</numerusform>
            <numerusform>%1, %n Pods</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (%2 and others)</source>
        <translation>%1 (%2 und andere)</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1, %2 ago</source>
        <translation>%1, vor %2</translation>
    </message>
    <message>
        <source>%1 of %2 replicas; not seen by its controller yet</source>
        <translation>%1 von %2 Replicas; vom Controller noch nicht gesehen</translation>
    </message>
    <message>
        <source>%1 of %2 replicas, %3 ready</source>
        <translation>%1 von %2 Replicas, %3 bereit</translation>
    </message>
    <message>
        <source>%1 of %2 replicas</source>
        <translation>%1 von %2 Replicas</translation>
    </message>
</context>
<context>
    <name>orrery::WriteTexts</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 of kind %2</source>
        <translation>%1 der Art %2</translation>
    </message>
    <message>
        <source>… and %1 more were refused</source>
        <translation>… und %1 weitere wurden abgelehnt</translation>
    </message>
</context>
<context>
    <name>orrery::ApiServerPage</name>
    <message>
        <source>Priority levels</source>
        <translation>Prioritätsstufen</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Queues</source>
        <translation>Warteschlangen</translation>
    </message>
    <message>
        <source>Latency by verb</source>
        <translation>Dauer nach Verb</translation>
    </message>
    <message>
        <source>Latency of etcd</source>
        <translation>Dauer von etcd</translation>
    </message>
    <message>
        <source>Objects and watches</source>
        <translation>Objekte und Watches</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Prüfungen</translation>
    </message>
    <message>
        <source>API server</source>
        <translation>API-Server</translation>
    </message>
    <message>
        <source>What the server has to do</source>
        <translation>Was der Server zu tun hat</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>nicht lesbar</translation>
    </message>
    <message>
        <source>reading</source>
        <translation>wird gelesen</translation>
    </message>
    <message>
        <source>read in part</source>
        <translation>zum Teil gelesen</translation>
    </message>
    <message>
        <source>read</source>
        <translation>gelesen</translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>Stand %1</translation>
    </message>
    <message>
        <source>Read every %1 s while you look, the metrics every %2 s</source>
        <translation>Alle %1 s gelesen, solange Sie hinsehen, die Metriken alle %2 s</translation>
    </message>
    <message>
        <source>As of %1. %2</source>
        <translation>Stand %1. %2</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>Wird gelesen: %1</translation>
    </message>
    <message>
        <source>Of %1 alone; Escape shows all</source>
        <translation>Nur von %1; Escape zeigt alle</translation>
    </message>
    <message>
        <source>No request waits</source>
        <translation>Keine Anfrage wartet</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>von %1</translation>
    </message>
    <message>
        <source>No queue is in use</source>
        <translation>Keine Warteschlange ist in Gebrauch</translation>
    </message>
    <message numerus="yes">
        <source>%n queue(s) stand ready</source>
        <translation>
            <numerusform>%n Warteschlange steht bereit</numerusform>
            <numerusform>%n Warteschlangen stehen bereit</numerusform>
        </translation>
    </message>
    <message>
        <source>This server does not tell it</source>
        <translation>Dieser Server sagt es nicht</translation>
    </message>
    <message>
        <source>Its /metrics have no such figures.</source>
        <translation>Seine /metrics haben keine solchen Zahlen.</translation>
    </message>
    <message>
        <source>Only the beginning of the list is known</source>
        <translation>Nur der Anfang der Liste ist bekannt</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>Not ready</source>
        <translation>Nicht bereit</translation>
    </message>
    <message>
        <source>The server lists no checks.</source>
        <translation>Der Server nennt keine Prüfungen.</translation>
    </message>
</context>
<context>
    <name>ApiServerRows</name>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>What the server said</source>
        <translation>Was der Server sagt</translation>
    </message>
    <message>
        <source>ok</source>
        <translation>in Ordnung</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>Priority level</source>
        <translation>Prioritätsstufe</translation>
    </message>
    <message>
        <source>Seats in use</source>
        <translation>Belegte Plätze</translation>
    </message>
    <message>
        <source>Served now</source>
        <translation>In Arbeit</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Warten</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgewiesen</translation>
    </message>
    <message>
        <source>Served so far</source>
        <translation>Bisher bedient</translation>
    </message>
    <message>
        <source>%1 of ?</source>
        <translation>%1 von ?</translation>
    </message>
    <message>
        <source>%1, no limit</source>
        <translation>%1, ohne Grenze</translation>
    </message>
    <message>
        <source>Requests of this level never wait</source>
        <translation>Anfragen dieser Stufe warten nie</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>How many there are is told by /metrics</source>
        <translation>Wie viele es gibt, steht in /metrics</translation>
    </message>
    <message>
        <source>It has been deleted and empties itself</source>
        <translation>Sie wurde gelöscht und leert sich</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Schlange</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Verb</source>
        <translation>Verb</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>Flow schema</source>
        <translation>Flussschema</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>is served</source>
        <translation>in Arbeit</translation>
    </message>
    <message>
        <source>Arrived %1, by the server's clock</source>
        <translation>Eingetroffen %1, nach der Uhr des Servers</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>Vorgang</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Half within</source>
        <translation>Die Hälfte in</translation>
    </message>
    <message>
        <source>99 of 100 within</source>
        <translation>99 von 100 in</translation>
    </message>
    <message>
        <source>1 ms to 1 min</source>
        <translation>1 ms bis 1 min</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/s</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) counted</source>
        <translation>
            <numerusform>%n Anfrage gezählt</numerusform>
            <numerusform>%n Anfragen gezählt</numerusform>
        </translation>
    </message>
    <message>
        <source>Half within %1, 99 of 100 within %2</source>
        <translation>Die Hälfte in %1, 99 von 100 in %2</translation>
    </message>
    <message>
        <source>Resource</source>
        <translation>Ressource</translation>
    </message>
    <message>
        <source>Objects</source>
        <translation>Objekte</translation>
    </message>
    <message>
        <source>Open watches</source>
        <translation>Offene Watches</translation>
    </message>
    <message>
        <source>Half took more than %1</source>
        <translation>Die Hälfte brauchte mehr als %1</translation>
    </message>
    <message>
        <source>Half within %1, one of 100 more than %2</source>
        <translation>Die Hälfte innerhalb von %1, eine von 100 mehr als %2</translation>
    </message>
</context>
<context>
    <name>ApiServerTexts</name>
    <message>
        <source>The ClusterRole system:monitoring has it.</source>
        <translation>Die ClusterRole system:monitoring hat sie.</translation>
    </message>
    <message>
        <source>You may not read %1</source>
        <translation>Sie dürfen %1 nicht lesen</translation>
    </message>
    <message>
        <source>Ask who runs the cluster for a ClusterRole with this rule, bound by a ClusterRoleBinding:
nonResourceURLs: [&quot;%1&quot;], verbs: [&quot;get&quot;]</source>
        <translation>Bitten Sie, wer den Cluster betreibt, um eine ClusterRole mit dieser Regel, gebunden durch ein ClusterRoleBinding:
nonResourceURLs: [&quot;%1&quot;], verbs: [&quot;get&quot;]</translation>
    </message>
    <message>
        <source>This server does not share itself out by priority and fairness</source>
        <translation>Dieser Server teilt sich nicht nach Priorität und Fairness auf</translation>
    </message>
    <message>
        <source>It is older than 1.20, was started with --enable-priority-and-fairness=false, or something in between hides /debug. Then requests are refused by --max-requests-inflight alone.</source>
        <translation>Er ist älter als 1.20, wurde mit --enable-priority-and-fairness=false gestartet, oder etwas dazwischen verbirgt /debug. Dann weist allein --max-requests-inflight Anfragen ab.</translation>
    </message>
    <message>
        <source>This server has no %1</source>
        <translation>Dieser Server hat kein %1</translation>
    </message>
    <message>
        <source>Something between you and the API server may hide it.</source>
        <translation>Etwas zwischen Ihnen und dem API-Server könnte es verbergen.</translation>
    </message>
    <message>
        <source>It is asked again every few seconds.</source>
        <translation>Alle paar Sekunden wird wieder gefragt.</translation>
    </message>
    <message>
        <source>Not ready: %1</source>
        <translation>Nicht bereit: %1</translation>
    </message>
    <message>
        <source>Not ready</source>
        <translation>Nicht bereit</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message numerus="yes">
        <source>Ready: all of %n check(s) pass</source>
        <translation>
            <numerusform>Bereit: %n Prüfung ist bestanden</numerusform>
            <numerusform>Bereit: alle %n Prüfungen sind bestanden</numerusform>
        </translation>
    </message>
    <message>
        <source>Whether it is ready is not known: %1</source>
        <translation>Ob er bereit ist, ist nicht bekannt: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) of %1 wait for a seat</source>
        <translation>
            <numerusform>%n Anfrage von %1 wartet auf einen Platz</numerusform>
            <numerusform>%n Anfragen von %1 warten auf einen Platz</numerusform>
        </translation>
    </message>
    <message>
        <source>Reads in flight</source>
        <translation>Lesend in Arbeit</translation>
    </message>
    <message>
        <source>Requests that change nothing and are served now, without those that last</source>
        <translation>Anfragen, die nichts ändern und gerade bedient werden, ohne die andauernden</translation>
    </message>
    <message>
        <source>Writes in flight</source>
        <translation>Schreibend in Arbeit</translation>
    </message>
    <message>
        <source>Requests that change something and are served now</source>
        <translation>Anfragen, die etwas ändern und gerade bedient werden</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>99 of 100 within</source>
        <translation>99 von 100 in</translation>
    </message>
    <message>
        <source>How long requests take, watches left out</source>
        <translation>Wie lange Anfragen dauern, ohne Watches</translation>
    </message>
    <message>
        <source>etcd, 99 of 100</source>
        <translation>etcd, 99 von 100</translation>
    </message>
    <message>
        <source>How long what the API server asks of etcd takes</source>
        <translation>Wie lange dauert, was der API-Server von etcd will</translation>
    </message>
    <message>
        <source>Watches</source>
        <translation>Watches</translation>
    </message>
    <message>
        <source>Open now</source>
        <translation>Jetzt offen</translation>
    </message>
    <message>
        <source>Objects</source>
        <translation>Objekte</translation>
    </message>
    <message>
        <source>Stored; a server counts them once a minute</source>
        <translation>Gespeichert; ein Server zählt sie einmal in der Minute</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>etcd's size on disk</source>
        <translation>Größe von etcd auf der Platte</translation>
    </message>
    <message>
        <source>Running for</source>
        <translation>Läuft seit</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>Counted since the server began, %1 ago</source>
        <translation>Gezählt, seit der Server begann, vor %1</translation>
    </message>
    <message>
        <source>Counted over the last %1</source>
        <translation>Gezählt über die letzten %1</translation>
    </message>
    <message>
        <source>%1, the oldest for %2</source>
        <translation>%1, die älteste seit %2</translation>
    </message>
    <message>
        <source>%1, the oldest for %2; most are of %3</source>
        <translation>%1, die älteste seit %2; die meisten sind von %3</translation>
    </message>
    <message>
        <source>Not known since %1: %2</source>
        <translation>Seit %1 nicht bekannt: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) of %1 refused in the last %2</source>
        <translation>
            <numerusform>%n Anfrage von %1 in den letzten %2 abgewiesen</numerusform>
            <numerusform>%n Anfragen von %1 in den letzten %2 abgewiesen</numerusform>
        </translation>
    </message>
    <message>
        <source>etcd is slow: of 100 times %1 in the last %2, one took %3 or longer</source>
        <translation>etcd ist langsam: von 100-mal %1 in den letzten %2 dauerte eines %3 oder länger</translation>
    </message>
    <message>
        <source>%1 is slow: of 100 requests in the last %2, one took %3 or longer</source>
        <translation>%1 ist langsam: von 100 Anfragen in den letzten %2 dauerte eine %3 oder länger</translation>
    </message>
</context>
<context>
    <name>orrery::ChartsPanel</name>
    <message>
        <source>Keys that wait</source>
        <translation>Schlüssel, die warten</translation>
    </message>
    <message>
        <source>Adds and retries a second</source>
        <translation>Neue und Wiederholungen je Sekunde</translation>
    </message>
    <message>
        <source>Wait, over the last minute</source>
        <translation>Warten, über die letzte Minute</translation>
    </message>
    <message>
        <source>Work, over the last minute</source>
        <translation>Arbeit, über die letzte Minute</translation>
    </message>
    <message>
        <source>adds</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>retries</source>
        <translation>wiederholt</translation>
    </message>
    <message>
        <source>p50</source>
        <translation>p50</translation>
    </message>
    <message>
        <source>p99</source>
        <translation>p99</translation>
    </message>
</context>
<context>
    <name>Clockwork</name>
    <message>
        <source>the first</source>
        <translation>die erste</translation>
    </message>
    <message>
        <source>the list before failed</source>
        <translation>die Liste davor ist gescheitert</translation>
    </message>
    <message>
        <source>the watch's version was too old (410)</source>
        <translation>die Version der Watch war zu alt (410)</translation>
    </message>
    <message>
        <source>the server lacks the version asked for</source>
        <translation>der Server hat die verlangte Version nicht</translation>
    </message>
    <message>
        <source>a page's token had expired</source>
        <translation>das Token einer Seite war abgelaufen</translation>
    </message>
    <message>
        <source>the streaming list did not end</source>
        <translation>die gestreamte Liste kam nicht zum Ende</translation>
    </message>
    <message>
        <source>the watch ended with an error</source>
        <translation>die Watch endete mit einem Fehler</translation>
    </message>
    <message>
        <source>the watch ended before it told anything</source>
        <translation>die Watch endete, bevor sie etwas meldete</translation>
    </message>
    <message>
        <source>no watch could be opened</source>
        <translation>es ließ sich keine Watch öffnen</translation>
    </message>
    <message>
        <source>the server went back to an older version</source>
        <translation>der Server ging auf eine ältere Version zurück</translation>
    </message>
    <message>
        <source>somebody asked for it</source>
        <translation>jemand hat darum gebeten</translation>
    </message>
    <message>
        <source>everything comes %1 late</source>
        <translation>alles kommt %1 zu spät</translation>
    </message>
    <message>
        <source>nothing is heard for %1</source>
        <translation>%1 lang ist nichts zu hören</translation>
    </message>
    <message>
        <source>nothing is heard</source>
        <translation>es ist nichts zu hören</translation>
    </message>
    <message>
        <source>%1, %2 to go</source>
        <translation>%1, noch %2</translation>
    </message>
    <message>
        <source>all namespaces</source>
        <translation>alle Namespaces</translation>
    </message>
</context>
<context>
    <name>orrery::ControllersPage</name>
    <message>
        <source>Controllers of %1</source>
        <translation>Controller von %1</translation>
    </message>
    <message>
        <source>Work queues</source>
        <translation>Warteschlangen</translation>
    </message>
    <message>
        <source>Queue, program or state</source>
        <translation>Warteschlange, Programm oder Zustand</translation>
    </message>
    <message>
        <source>The chosen queue</source>
        <translation>Die gewählte Warteschlange</translation>
    </message>
    <message>
        <source>Over &amp;Time</source>
        <translation>Im &amp;Verlauf</translation>
    </message>
    <message>
        <source>Who Is &amp;Stuck</source>
        <translation>W&amp;er hängt</translation>
    </message>
    <message>
        <source>P&amp;rogram</source>
        <translation>P&amp;rogramm</translation>
    </message>
    <message>
        <source>Controllers</source>
        <translation>Controller</translation>
    </message>
    <message>
        <source>Nothing is stuck, saturated, looping or throttled.</source>
        <translation>Nichts hängt, ist ausgelastet, dreht sich im Kreis oder wird gedrosselt.</translation>
    </message>
    <message numerus="yes">
        <source>%n do(es) not answer</source>
        <translation>
            <numerusform>%n antwortet nicht</numerusform>
            <numerusform>%n antworten nicht</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tell(s) no queue</source>
        <translation>
            <numerusform>%n nennt keine Warteschlange</numerusform>
            <numerusform>%n nennen keine Warteschlange</numerusform>
        </translation>
    </message>
    <message>
        <source>not looked at: %1</source>
        <translation>nicht angesehen: %1</translation>
    </message>
    <message>
        <source>programs could not be looked for: %1</source>
        <translation>Programme konnten nicht gesucht werden: %1</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>keine Antwort</translation>
    </message>
    <message>
        <source>asking</source>
        <translation>wird gefragt</translation>
    </message>
    <message numerus="yes">
        <source>each %n second(s)</source>
        <translation>
            <numerusform>jede %n Sekunde</numerusform>
            <numerusform>alle %n Sekunden</numerusform>
        </translation>
    </message>
    <message>
        <source>paused</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>Stand %1</translation>
    </message>
    <message>
        <source>The last answer of a program came at %1. Each row says when its own came.</source>
        <translation>Die letzte Antwort eines Programms kam um %1. Jede Zeile sagt, wann ihre eigene kam.</translation>
    </message>
    <message>
        <source>Looking for programs that tell metrics</source>
        <translation>Programme, die Metriken herausgeben, werden gesucht</translation>
    </message>
    <message>
        <source>No queue matches the filter</source>
        <translation>Keine Warteschlange passt zum Filter</translation>
    </message>
    <message>
        <source>Shorten it, or press Escape to see all.</source>
        <translation>Kürzen Sie ihn, oder drücken Sie Escape, um alle zu sehen.</translation>
    </message>
    <message>
        <source>Look Again</source>
        <translation>Noch einmal nachsehen</translation>
    </message>
    <message>
        <source>No program tells its work queues</source>
        <translation>Kein Programm nennt seine Warteschlangen</translation>
    </message>
    <message>
        <source>Looked at were Pods with the annotation prometheus.io/scrape, with a port named metrics, and the control plane's.</source>
        <translation>Angesehen wurden Pods mit der Annotation prometheus.io/scrape, mit einem Port namens metrics und die der Steuerungsebene.</translation>
    </message>
    <message>
        <source>Give your controller's Pods a port named metrics, or that annotation.</source>
        <translation>Geben Sie den Pods Ihres Controllers einen Port namens metrics oder diese Annotation.</translation>
    </message>
    <message>
        <source>Choose a queue</source>
        <translation>Warteschlange wählen</translation>
    </message>
    <message>
        <source>Its figures over time and the objects that may be stuck are shown here.</source>
        <translation>Ihre Zahlen im Verlauf und die Objekte, die hängen könnten, stehen hier.</translation>
    </message>
    <message>
        <source>Asking %1</source>
        <translation>%1 wird gefragt</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Ask Again</source>
        <translation>Noch einmal fragen</translation>
    </message>
    <message>
        <source>of %1 in %2</source>
        <translation>von %1 in %2</translation>
    </message>
    <message>
        <source>of the API server</source>
        <translation>des API-Servers</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>%n queue(s)</source>
        <translation>
            <numerusform>%n Warteschlange</numerusform>
            <numerusform>%n Warteschlangen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n program(s)</source>
        <translation>
            <numerusform>%n Programm</numerusform>
            <numerusform>%n Programmen</numerusform>
        </translation>
    </message>
    <message>
        <source>Of what can be read, nothing is stuck, saturated, looping or throttled.</source>
        <translation>Von dem, was zu lesen ist, hängt nichts, ist nichts ausgelastet, dreht sich nichts im Kreis und wird nichts gedrosselt.</translation>
    </message>
    <message>
        <source>may not be read</source>
        <translation>darf nicht gelesen werden</translation>
    </message>
    <message>
        <source>only the first %1 Pods were looked at, and those of Deployments, StatefulSets and DaemonSets</source>
        <translation>nur die ersten %1 Pods und die von Deployments, StatefulSets und DaemonSets wurden angesehen</translation>
    </message>
    <message>
        <source>No program has answered since %1. The session may be paused, or the server hangs.</source>
        <translation>Seit %1 hat kein Programm geantwortet. Die Sitzung ist vielleicht angehalten, oder der Server hängt.</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>seit %1</translation>
    </message>
</context>
<context>
    <name>ControllersTexts</name>
    <message>
        <source>stuck</source>
        <translation>hängt</translation>
    </message>
    <message>
        <source>saturated</source>
        <translation>ausgelastet</translation>
    </message>
    <message>
        <source>hot loop</source>
        <translation>Dauerschleife</translation>
    </message>
    <message>
        <source>failing</source>
        <translation>scheitert</translation>
    </message>
    <message>
        <source>throttled</source>
        <translation>gedrosselt</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgewiesen</translation>
    </message>
    <message numerus="yes">
        <source>%n worker(s) have not come back; the longest for %1</source>
        <translation>
            <numerusform>%n Arbeiter ist nicht zurückgekommen, seit %1</numerusform>
            <numerusform>%n Arbeiter sind nicht zurückgekommen; der längste seit %1</numerusform>
        </translation>
    </message>
    <message>
        <source>most work is retries or was put off, %1 a second</source>
        <translation>die meiste Arbeit sind Wiederholungen oder Aufgeschobenes, %1 je Sekunde</translation>
    </message>
    <message>
        <source>reconciles end with errors, %1 a second</source>
        <translation>Abgleiche enden mit Fehlern, %1 je Sekunde</translation>
    </message>
    <message>
        <source>its requests wait for its own rate limiter, up to %1</source>
        <translation>seine Anfragen warten auf seine eigene Drosselung, bis zu %1</translation>
    </message>
    <message>
        <source>the API server refuses its requests as too many, %1 a second</source>
        <translation>der API-Server weist seine Anfragen als zu viele ab, %1 je Sekunde</translation>
    </message>
    <message>
        <source>The API server's own metrics may not be read</source>
        <translation>Die Metriken des API-Servers selbst dürfen nicht gelesen werden</translation>
    </message>
    <message>
        <source>It takes get on the path /metrics (nonResourceURLs), as in the ClusterRole system:monitoring.</source>
        <translation>Dazu braucht es get auf den Pfad /metrics (nonResourceURLs), wie in der ClusterRole system:monitoring.</translation>
    </message>
    <message>
        <source>The API server tells no metrics</source>
        <translation>Der API-Server gibt keine Metriken heraus</translation>
    </message>
    <message>
        <source>It has no /metrics, or what stands before it does not pass that path on.</source>
        <translation>Er hat kein /metrics, oder was vor ihm steht, reicht diesen Pfad nicht weiter.</translation>
    </message>
    <message>
        <source>The API server does not let this identity reach the Pod</source>
        <translation>Der API-Server lässt diese Identität nicht zum Pod</translation>
    </message>
    <message>
        <source>It takes get on pods/proxy in the namespace %1. Ask who runs the cluster for a Role with resources: [pods/proxy], verbs: [get].</source>
        <translation>Dazu braucht es get auf pods/proxy im Namespace %1. Wer den Cluster betreibt, kann eine Role mit resources: [pods/proxy], verbs: [get] geben.</translation>
    </message>
    <message>
        <source>The program itself wants to know who asks</source>
        <translation>Das Programm selbst will wissen, wer fragt</translation>
    </message>
    <message>
        <source>There are no metrics at that place</source>
        <translation>An dieser Stelle sind keine Metriken</translation>
    </message>
    <message>
        <source>Asked was port %1, path %2. Correct the annotations prometheus.io/port and prometheus.io/path, or the port's name.</source>
        <translation>Gefragt wurde Port %1, Pfad %2. Berichtigen Sie die Annotationen prometheus.io/port und prometheus.io/path oder den Namen des Ports.</translation>
    </message>
    <message>
        <source>What it answers is not Prometheus' text format</source>
        <translation>Was es antwortet, ist nicht das Textformat von Prometheus</translation>
    </message>
    <message>
        <source>Another program may listen on that port.</source>
        <translation>Auf diesem Port lauscht womöglich ein anderes Programm.</translation>
    </message>
    <message>
        <source>The API server does not reach the Pod's port</source>
        <translation>Der API-Server erreicht den Port des Pods nicht</translation>
    </message>
    <message>
        <source>The program may listen on 127.0.0.1 alone (--bind-address), speak the other of http and https, or a NetworkPolicy keeps the API server out.</source>
        <translation>Das Programm lauscht womöglich nur auf 127.0.0.1 (--bind-address), spricht das andere von http und https, oder eine NetworkPolicy hält den API-Server fern.</translation>
    </message>
    <message>
        <source>may not be read</source>
        <translation>darf nicht gelesen werden</translation>
    </message>
    <message>
        <source>no metrics</source>
        <translation>keine Metriken</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>keine Antwort</translation>
    </message>
    <message>
        <source>generation %1 is not observed, only %2</source>
        <translation>Generation %1 ist nicht beobachtet, nur %2</translation>
    </message>
    <message>
        <source>is to go and is still there</source>
        <translation>soll gehen und ist noch da</translation>
    </message>
    <message>
        <source>is to go, kept by %1</source>
        <translation>soll gehen, gehalten von %1</translation>
    </message>
    <message>
        <source>%1 of %2 ready</source>
        <translation>%1 von %2 bereit</translation>
    </message>
    <message>
        <source>its Lease has not been renewed</source>
        <translation>sein Lease wurde nicht erneuert</translation>
    </message>
    <message numerus="yes">
        <source>all workers are busy and %1 key(s) wait, half of them up to %2</source>
        <translation>
            <numerusform>alle Arbeiter sind beschäftigt, und %1 Schlüssel wartet, bis zu %2</numerusform>
            <numerusform>alle Arbeiter sind beschäftigt, und %1 Schlüssel warten, die Hälfte davon bis zu %2</numerusform>
        </translation>
    </message>
    <message>
        <source>no worker</source>
        <translation>kein Worker</translation>
    </message>
    <message>
        <source>slow</source>
        <translation>langsam</translation>
    </message>
    <message numerus="yes">
        <source>%1 key(s) wait, and no worker has taken any for %2</source>
        <translation>
            <numerusform>%1 Schlüssel wartet, und seit %2 hat kein Worker einen genommen</numerusform>
            <numerusform>%1 Schlüssel warten, und seit %2 hat kein Worker einen genommen</numerusform>
        </translation>
    </message>
    <message>
        <source>its requests take %1 on average, and not for its own rate limiter: the API server takes that long</source>
        <translation>seine Anfragen dauern im Mittel %1, und nicht wegen seiner eigenen Ratenbegrenzung: so lange braucht der API-Server</translation>
    </message>
    <message>
        <source>its requests take %1 on average; whether its own rate limiter (--kube-api-qps) or the API server holds them up it does not tell</source>
        <translation>seine Anfragen dauern im Mittel %1; ob seine eigene Ratenbegrenzung (--kube-api-qps) oder der API-Server sie aufhält, sagt es nicht</translation>
    </message>
    <message>
        <source>The Pod is gone</source>
        <translation>Den Pod gibt es nicht mehr</translation>
    </message>
    <message>
        <source>Whatever stands in its place is looked for.</source>
        <translation>Was an seine Stelle getreten ist, wird gesucht.</translation>
    </message>
    <message>
        <source>no access</source>
        <translation>kein Zugriff</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>fort</translation>
    </message>
    <message>
        <source>the API server's own may not be read: it takes get on /metrics</source>
        <translation>die des API-Servers dürfen nicht gelesen werden: dazu gehört get auf /metrics</translation>
    </message>
    <message numerus="yes">
        <source>%n may not be read: it takes get on pods/proxy</source>
        <translation>
            <numerusform>%n darf nicht gelesen werden: dazu gehört get auf pods/proxy</numerusform>
            <numerusform>%n dürfen nicht gelesen werden: dazu gehört get auf pods/proxy</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tell(s) no metrics where asked</source>
        <translation>
            <numerusform>%n nennt keine Metriken, wo gefragt wurde</numerusform>
            <numerusform>%n nennen keine Metriken, wo gefragt wurde</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n do(es) not answer</source>
        <translation>
            <numerusform>%n antwortet nicht</numerusform>
            <numerusform>%n antworten nicht</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 copies where %2 are wanted</source>
        <translation>%1 Kopien, wo %2 gewünscht sind</translation>
    </message>
    <message>
        <source>The API server's proxy passes no identity on. Start it with %1: the flag replaces the paths that are open without it, and the probes ask the first three.</source>
        <translation>Der Proxy des API-Servers reicht keine Identität weiter. Starten Sie es mit %1: Das Flag ersetzt die Pfade, die sonst offen sind, und die Probes fragen die ersten drei ab.</translation>
    </message>
    <message>
        <source>The API server's proxy passes no identity on. Ask it with a token of its own beside Orrery, or let it tell its metrics without authentication, on an address of its own (a controller-runtime manager can).</source>
        <translation>Der Proxy des API-Servers reicht keine Identität weiter. Fragen Sie es neben Orrery mit einem eigenen Token, oder lassen Sie es seine Metriken ohne Anmeldung an einer eigenen Adresse nennen (ein controller-runtime-Manager kann das).</translation>
    </message>
    <message numerus="yes">
        <source>%n component(s) want(s) to know who asks: %1 mends it</source>
        <translation>
            <numerusform>%n Komponente will wissen, wer fragt: %1 behebt es</numerusform>
            <numerusform>%n Komponenten wollen wissen, wer fragt: %1 behebt es</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n want(s) to know who asks</source>
        <translation>
            <numerusform>%n will wissen, wer fragt</numerusform>
            <numerusform>%n wollen wissen, wer fragt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>all workers are busy and %1 key(s) wait, half of them more than %2</source>
        <translation>
            <numerusform>alle Worker sind beschäftigt, und %1 Schlüssel wartet, die Hälfte mehr als %2</numerusform>
            <numerusform>alle Worker sind beschäftigt, und %1 Schlüssel warten, die Hälfte davon mehr als %2</numerusform>
        </translation>
    </message>
    <message>
        <source>its requests wait for its own rate limiter, some more than %1</source>
        <translation>seine Anfragen warten auf seinen eigenen Rate-Limiter, manche mehr als %1</translation>
    </message>
    <message>
        <source>The program answers with an error of its own, %1</source>
        <translation>Das Programm antwortet mit einem eigenen Fehler, %1</translation>
    </message>
    <message>
        <source>The API server reaches it. Its log may say why it cannot tell its metrics.</source>
        <translation>Der API-Server erreicht es. Sein Log sagt vielleicht, warum es seine Metriken nicht nennen kann.</translation>
    </message>
    <message>
        <source>error %1</source>
        <translation>Fehler %1</translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) with an error of its own</source>
        <translation>
            <numerusform>%n antwortet mit einem eigenen Fehler</numerusform>
            <numerusform>%n antworten mit einem eigenen Fehler</numerusform>
        </translation>
    </message>
    <message>
        <source>not one reconcile has ended well</source>
        <translation>nicht ein Reconcile ist gut ausgegangen</translation>
    </message>
</context>
<context>
    <name>orrery::ControllersWatch</name>
    <message>
        <source>API server</source>
        <translation>API-Server</translation>
    </message>
</context>
<context>
    <name>orrery::FaultDialog</name>
    <message>
        <source>Inject a fault</source>
        <translation>Einen Fehler einspeisen</translation>
    </message>
    <message>
        <source>&amp;How often</source>
        <translation>Wie &amp;oft</translation>
    </message>
    <message>
        <source>410: the version is too old</source>
        <translation>410: Die Version ist zu alt</translation>
    </message>
    <message>
        <source>429: too many requests</source>
        <translation>429: Zu viele Anfragen</translation>
    </message>
    <message>
        <source>500: the server fails</source>
        <translation>500: Der Server scheitert</translation>
    </message>
    <message>
        <source>Delay: everything comes late</source>
        <translation>Verzögerung: Alles kommt zu spät</translation>
    </message>
    <message>
        <source>Freeze: nothing is heard</source>
        <translation>Einfrieren: Es ist nichts zu hören</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>Wie oft</translation>
    </message>
    <message>
        <source>&amp;Fault</source>
        <translation>&amp;Fehler</translation>
    </message>
    <message>
        <source>&amp;Inject</source>
        <translation>&amp;Einspeisen</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>until cleared</source>
        <translation>bis zum Aufheben</translation>
    </message>
    <message>
        <source>&amp;Retry after</source>
        <translation>&amp;Wieder nach</translation>
    </message>
    <message>
        <source>&amp;Late by</source>
        <translation>&amp;Zu spät um</translation>
    </message>
    <message>
        <source>For &amp;how long</source>
        <translation>Wie &amp;lange</translation>
    </message>
    <message>
        <source>All that the server tells of this kind is held back so long, until the faults are cleared.</source>
        <translation>Alles, was der Server von dieser Art meldet, wird so lange zurückgehalten, bis die Fehler aufgehoben werden.</translation>
    </message>
    <message>
        <source>Nothing is heard of this kind, as though the server hung. What comes meanwhile is told afterwards.</source>
        <translation>Von dieser Art ist nichts zu hören, als hinge der Server. Was inzwischen kommt, wird danach gemeldet.</translation>
    </message>
    <message>
        <source>It is made up in this program: no server and no other kind notices, and it ends when this page is closed.</source>
        <translation>Das geschieht nur in diesem Programm: Kein Server und keine andere Art merkt etwas, und es endet, wenn diese Seite geschlossen wird.</translation>
    </message>
    <message numerus="yes">
        <source>The watch that is open ends with 410 Gone at once; %n answer(s) in all are so. The Reflector lists anew.</source>
        <translation>
            <numerusform>Der offene Watch endet sofort mit 410 Gone; insgesamt lautet %n Antwort so. Der Reflector listet neu.</numerusform>
            <numerusform>Der offene Watch endet sofort mit 410 Gone; insgesamt lauten %n Antworten so. Der Reflector listet neu.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The watch that is open ends with 429 at once; %n answer(s) in all say to come again later.</source>
        <translation>
            <numerusform>Der offene Watch endet sofort mit 429; insgesamt sagt %n Antwort, später wiederzukommen.</numerusform>
            <numerusform>Der offene Watch endet sofort mit 429; insgesamt sagen %n Antworten, später wiederzukommen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The watch that is open ends with an error at once; %n answer(s) in all are 500. The Reflector backs off.</source>
        <translation>
            <numerusform>Der offene Watch endet sofort mit einem Fehler; insgesamt lautet %n Antwort 500. Der Reflector wartet länger.</numerusform>
            <numerusform>Der offene Watch endet sofort mit einem Fehler; insgesamt lauten %n Antworten 500. Der Reflector wartet länger.</numerusform>
        </translation>
    </message>
    <message>
        <source>No fault is injected while the context is protected.</source>
        <translation>Solange der Kontext geschützt ist, wird kein Fehler eingespeist.</translation>
    </message>
</context>
<context>
    <name>orrery::HistogramBars</name>
    <message>
        <source>up to %1: %2</source>
        <translation>bis %1: %2</translation>
    </message>
</context>
<context>
    <name>orrery::InformerModel</name>
    <message>
        <source>Informer of</source>
        <translation>Informer von</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>Wartend</translation>
    </message>
    <message>
        <source>Changes/s</source>
        <translation>Änderungen/s</translation>
    </message>
    <message>
        <source>Each p50</source>
        <translation>Je p50</translation>
    </message>
    <message>
        <source>p99</source>
        <translation>p99</translation>
    </message>
    <message>
        <source>Cache at</source>
        <translation>Cache-Stand</translation>
    </message>
</context>
<context>
    <name>Informers</name>
    <message>
        <source>paused</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>faulty</source>
        <translation>gestört</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>ev/s</source>
        <translation>Er./s</translation>
    </message>
    <message>
        <source>Objects</source>
        <translation>Objekte</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>whole objects</source>
        <translation>ganze Objekte</translation>
    </message>
    <message>
        <source>the server's columns</source>
        <translation>die Spalten des Servers</translation>
    </message>
    <message>
        <source>metadata alone</source>
        <translation>nur Metadaten</translation>
    </message>
    <message>
        <source>shared by %1</source>
        <translation>von %1 geteilt</translation>
    </message>
</context>
<context>
    <name>Instruments</name>
    <message>
        <source>No cluster is open</source>
        <translation>Kein Cluster ist offen</translation>
    </message>
    <message>
        <source>Pipeline</source>
        <translation>Pipeline</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Controllers</source>
        <translation>Controller</translation>
    </message>
    <message>
        <source>API server</source>
        <translation>API-Server</translation>
    </message>
    <message>
        <source>Leases</source>
        <translation>Leases</translation>
    </message>
</context>
<context>
    <name>orrery::LineChart</name>
    <message>
        <source>nothing known yet</source>
        <translation>noch nichts bekannt</translation>
    </message>
    <message>
        <source>now %1, between %2 and %3</source>
        <translation>jetzt %1, zwischen %2 und %3</translation>
    </message>
</context>
<context>
    <name>orrery::LineCompletion</name>
    <message>
        <source>Completions</source>
        <translation>Ergänzungen</translation>
    </message>
</context>
<context>
    <name>MeasureTexts</name>
    <message>
        <source>%1 µs</source>
        <translation>%1 µs</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
</context>
<context>
    <name>orrery::NoticeList</name>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message numerus="yes">
        <source>and %n more in the table</source>
        <translation>
            <numerusform>und %n weiterer in der Tabelle</numerusform>
            <numerusform>und %n weitere in der Tabelle</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>orrery::PipelinePage</name>
    <message>
        <source>&amp;Resume all</source>
        <translation>Alle for&amp;tsetzen</translation>
    </message>
    <message>
        <source>Pipeline of %1</source>
        <translation>Pipeline von %1</translation>
    </message>
    <message>
        <source>Nothing is held up any more, in any kind</source>
        <translation>Nichts wird mehr angehalten, bei keiner Art</translation>
    </message>
    <message>
        <source>Informers</source>
        <translation>Informer</translation>
    </message>
    <message>
        <source>“%1” is protected: nothing is made to fail there</source>
        <translation>„%1“ ist geschützt: Dort werden keine Fehler eingespeist</translation>
    </message>
    <message>
        <source>Pipeline</source>
        <translation>Pipeline</translation>
    </message>
    <message>
        <source>No informer runs</source>
        <translation>Es läuft kein Informer</translation>
    </message>
    <message>
        <source>Open a table: what drives it is shown here.</source>
        <translation>Öffnen Sie eine Tabelle: Was sie antreibt, erscheint hier.</translation>
    </message>
    <message>
        <source>Looking into the machinery</source>
        <translation>Das Räderwerk wird gelesen</translation>
    </message>
    <message>
        <source>● one bead is one change</source>
        <translation>● eine Perle ist eine Änderung</translation>
    </message>
    <message>
        <source>● one bead is %1 changes</source>
        <translation>● eine Perle sind %1 Änderungen</translation>
    </message>
    <message>
        <source>C&amp;lear faults</source>
        <translation>Fehler a&amp;ufheben</translation>
    </message>
    <message>
        <source>No fault is in force any more, in any kind</source>
        <translation>Kein Fehler ist mehr in Kraft, bei keiner Art</translation>
    </message>
</context>
<context>
    <name>orrery::ProgramPanel</name>
    <message>
        <source>The program and its client</source>
        <translation>Das Programm und sein Client</translation>
    </message>
    <message>
        <source>Informers of the program</source>
        <translation>Informer des Programms</translation>
    </message>
    <message>
        <source>It tells nothing of its informers. Programs with client-go of Kubernetes 1.36 and later do.</source>
        <translation>Es sagt nichts von seinen Informern. Programme mit client-go ab Kubernetes 1.36 tun das.</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Belongs to</source>
        <translation>Gehört zu</translation>
    </message>
    <message>
        <source>Asked at</source>
        <translation>Gefragt bei</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>leads</source>
        <translation>führt</translation>
    </message>
    <message>
        <source>stands by</source>
        <translation>bereit</translation>
    </message>
    <message>
        <source>%1 in all</source>
        <translation>%1 insgesamt</translation>
    </message>
    <message>
        <source>%1/s, %2 in all</source>
        <translation>%1/s, %2 insgesamt</translation>
    </message>
    <message>
        <source>Requests: %1</source>
        <translation>Anfragen: %1</translation>
    </message>
    <message>
        <source>Requests: no answer</source>
        <translation>Anfragen: keine Antwort</translation>
    </message>
    <message>
        <source>Own rate limiter</source>
        <translation>Eigene Drosselung</translation>
    </message>
    <message>
        <source>99 of 100 requests waited at most %1</source>
        <translation>99 von 100 Anfragen warteten höchstens %1</translation>
    </message>
    <message>
        <source>no request within the last minute</source>
        <translation>keine Anfrage in der letzten Minute</translation>
    </message>
    <message>
        <source>Lease</source>
        <translation>Lease</translation>
    </message>
    <message>
        <source>Requests take</source>
        <translation>Anfragen dauern</translation>
    </message>
    <message>
        <source>%1 on average</source>
        <translation>im Mittel %1</translation>
    </message>
    <message>
        <source>of 100 requests, one waited more than %1</source>
        <translation>von 100 Anfragen wartete eine mehr als %1</translation>
    </message>
    <message>
        <source>Last answer</source>
        <translation>Letzte Antwort</translation>
    </message>
    <message>
        <source>led at %1</source>
        <translation>führte um %1</translation>
    </message>
    <message>
        <source>stood by at %1</source>
        <translation>stand bereit um %1</translation>
    </message>
</context>
<context>
    <name>orrery::QueueModel</name>
    <message>
        <source>leads</source>
        <translation>führt</translation>
    </message>
    <message>
        <source>stands by</source>
        <translation>bereit</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>What stands out</source>
        <translation>Was auffällt</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Schlange</translation>
    </message>
    <message>
        <source>The work queue's name</source>
        <translation>Der Name der Warteschlange</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>The Pod that tells it</source>
        <translation>Der Pod, der sie nennt</translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>Tiefe</translation>
    </message>
    <message>
        <source>Keys that wait</source>
        <translation>Schlüssel, die warten</translation>
    </message>
    <message>
        <source>Adds/s</source>
        <translation>Neue/s</translation>
    </message>
    <message>
        <source>Keys that came in, each second; over the last minute</source>
        <translation>Schlüssel, die hereinkamen, je Sekunde; über die letzte Minute</translation>
    </message>
    <message>
        <source>Retries/s</source>
        <translation>Wdh./s</translation>
    </message>
    <message>
        <source>Keys that were put back to be tried again, each second; over the last minute</source>
        <translation>Schlüssel, die für einen neuen Versuch zurückgelegt wurden, je Sekunde; über die letzte Minute</translation>
    </message>
    <message>
        <source>p99</source>
        <translation>p99</translation>
    </message>
    <message>
        <source>Longest</source>
        <translation>Längste</translation>
    </message>
    <message>
        <source>How long the oldest of it has been worked on</source>
        <translation>Wie lange am Ältesten davon gearbeitet wird</translation>
    </message>
    <message>
        <source>Unfinished</source>
        <translation>Unfertig</translation>
    </message>
    <message>
        <source>How long all that is being worked on has been, added up</source>
        <translation>Wie lange an allem schon gearbeitet wird, zusammengezählt</translation>
    </message>
    <message>
        <source>Errors/s</source>
        <translation>Fehler/s</translation>
    </message>
    <message>
        <source>Reconciles that ended with an error, each second over the last minute; only controller-runtime tells</source>
        <translation>Abgleiche, die mit einem Fehler endeten, je Sekunde über die letzte Minute; nur controller-runtime nennt sie</translation>
    </message>
    <message>
        <source>Leader</source>
        <translation>Führung</translation>
    </message>
    <message>
        <source>Does this copy of the program lead?</source>
        <translation>Führt dieses Exemplar des Programms?</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>When the program answered last</source>
        <translation>Wann das Programm zuletzt geantwortet hat</translation>
    </message>
    <message>
        <source>Wait</source>
        <translation>Warten</translation>
    </message>
    <message>
        <source>Half of the keys waited at most the first, 99 of 100 at most the second; over the last minute. Sorted by the second</source>
        <translation>Die Hälfte der Schlüssel wartete höchstens so lange wie die erste Zahl, 99 von 100 höchstens wie die zweite; über die letzte Minute. Geordnet nach der zweiten</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>Arbeiten</translation>
    </message>
    <message>
        <source>Half of the keys were worked on for at most the first, 99 of 100 for at most the second; over the last minute. Sorted by the second</source>
        <translation>Die Hälfte der Schlüssel wurde höchstens so lange bearbeitet wie die erste Zahl, 99 von 100 höchstens wie die zweite; über die letzte Minute. Geordnet nach der zweiten</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1 um %2</translation>
    </message>
</context>
<context>
    <name>QueueRowTexts</name>
    <message>
        <source>first reading</source>
        <translation>erste Ablesung</translation>
    </message>
    <message>
        <source>Rates are known after the second reading.</source>
        <translation>Raten sind nach der zweiten Ablesung bekannt.</translation>
    </message>
    <message>
        <source>idle</source>
        <translation>untätig</translation>
    </message>
    <message>
        <source>at work</source>
        <translation>arbeitet</translation>
    </message>
    <message>
        <source>asking</source>
        <translation>wird gefragt</translation>
    </message>
    <message>
        <source>%1, as of %2</source>
        <translation>%1, Stand %2</translation>
    </message>
    <message>
        <source>%1 of %2: %3.</source>
        <translation>%1 von %2: %3.</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <source>%1 may no longer be read; its last answer came at %2. %3.</source>
        <translation>%1 darf nicht mehr gelesen werden; die letzte Antwort kam um %2. %3.</translation>
    </message>
    <message>
        <source>%1 has not answered since %2; it may have ended. What its queues do is not known.</source>
        <translation>%1 antwortet seit %2 nicht mehr; vielleicht ist es beendet. Was seine Warteschlangen tun, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>%1 has told nothing since %2. %3.</source>
        <translation>%1 sagt seit %2 nichts mehr. %3.</translation>
    </message>
    <message>
        <source>The last answer came at %1.</source>
        <translation>Die letzte Antwort kam um %1.</translation>
    </message>
</context>
<context>
    <name>orrery::RecreateDialog</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>It gets another uid, its age begins anew, and its status is made anew.</source>
        <translation>Es bekommt eine andere uid, sein Alter beginnt von vorn, und sein Status entsteht neu.</translation>
    </message>
    <message>
        <source>What was in the namespace does not come back.</source>
        <translation>Was in dem Namespace war, kommt nicht zurück.</translation>
    </message>
    <message>
        <source>What it owned and went with it does not come back, unless its controller makes it again.</source>
        <translation>Was ihm gehörte und mit ihm ging, kommt nicht zurück, außer wenn sein Controller es neu erzeugt.</translation>
    </message>
    <message>
        <source>Make %1 %2 Anew</source>
        <translation>%1 %2 neu anlegen</translation>
    </message>
    <message>
        <source>It was deleted by the last write.</source>
        <translation>Es wurde durch den letzten Schreibvorgang gelöscht.</translation>
    </message>
    <message>
        <source>Not there</source>
        <translation>Nicht vorhanden</translation>
    </message>
    <message>
        <source>As it was</source>
        <translation>Wie es war</translation>
    </message>
    <message>
        <source>As it would be stored</source>
        <translation>Wie es gespeichert würde</translation>
    </message>
    <message>
        <source>The server has not answered. It may have been carried out.</source>
        <translation>Der Server hat nicht geantwortet. Es wurde vielleicht ausgeführt.</translation>
    </message>
    <message>
        <source>&amp;Try Again</source>
        <translation>&amp;Erneut versuchen</translation>
    </message>
    <message>
        <source>&amp;Make %1 Anew</source>
        <translation>%1 neu &amp;anlegen</translation>
    </message>
</context>
<context>
    <name>orrery::RequestDetails</name>
    <message>
        <source>Copy as &amp;kubectl</source>
        <translation>Als &amp;kubectl kopieren</translation>
    </message>
    <message>
        <source>Copy as c&amp;url</source>
        <translation>Als c&amp;url kopieren</translation>
    </message>
    <message>
        <source>About the request</source>
        <translation>Über die Anfrage</translation>
    </message>
    <message>
        <source>Choose a request to see where its time went.</source>
        <translation>Wählen Sie eine Anfrage, um zu sehen, wo ihre Zeit blieb.</translation>
    </message>
    <message>
        <source>kubectl has no such request</source>
        <translation>kubectl kennt keine solche Anfrage</translation>
    </message>
    <message>
        <source>URL</source>
        <translation>URL</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Said</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>kubectl</source>
        <translation>kubectl</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>Rumpf</translation>
    </message>
    <message>
        <source>%1, not kept: a command reads it from body.json</source>
        <translation>%1, nicht aufgehoben: ein Befehl liest ihn aus body.json</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Akzeptiert</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>As</source>
        <translation>Als</translation>
    </message>
    <message>
        <source>Began</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Retries</source>
        <translation>Neue Versuche</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Empfangen</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>Kodierung</translation>
    </message>
    <message>
        <source>Priority level</source>
        <translation>Prioritätsstufe</translation>
    </message>
    <message>
        <source>Flow schema</source>
        <translation>Flussschema</translation>
    </message>
    <message>
        <source>Retry-After</source>
        <translation>Retry-After</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Audit ID</source>
        <translation>Audit-ID</translation>
    </message>
    <message>
        <source>No credential is copied: the command takes it from the kubeconfig</source>
        <translation>Zugangsdaten werden nicht kopiert: Der Befehl holt sie aus der Kubeconfig</translation>
    </message>
    <message>
        <source>Waited for an answer</source>
        <translation>Auf eine Antwort gewartet</translation>
    </message>
</context>
<context>
    <name>orrery::RequestFilterTexts</name>
    <message>
        <source>There is no column “%1”</source>
        <translation>Es gibt keine Spalte „%1“</translation>
    </message>
    <message>
        <source>“%1” is no number</source>
        <translation>„%1“ ist keine Zahl</translation>
    </message>
</context>
<context>
    <name>orrery::RequestLogModel</name>
    <message>
        <source>From the question to the last byte of the answer, waits and all; of what runs, so far</source>
        <translation>Von der Frage bis zum letzten Byte der Antwort, Wartezeiten eingeschlossen; bei laufenden bis jetzt</translation>
    </message>
    <message>
        <source>How long it waited for Orrery's own flow control</source>
        <translation>Wie lange sie auf Orrerys eigene Drosselung wartete</translation>
    </message>
    <message>
        <source>In which of the server's priority levels it was served</source>
        <translation>In welcher Prioritätsstufe des Servers sie bedient wurde</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Verb</source>
        <translation>Verb</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Waited</source>
        <translation>Gewartet</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Empfangen</translation>
    </message>
    <message>
        <source>Retries</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>Priority level</source>
        <translation>Prioritätsstufe</translation>
    </message>
</context>
<context>
    <name>orrery::RequestStrip</name>
    <message>
        <source>In the last ten seconds</source>
        <translation>In den letzten zehn Sekunden</translation>
    </message>
    <message>
        <source>In the last minute</source>
        <translation>In der letzten Minute</translation>
    </message>
    <message>
        <source>requests/s</source>
        <translation>Anfragen/s</translation>
    </message>
    <message numerus="yes">
        <source>in flight, %n waiting</source>
        <translation>
            <numerusform>unterwegs, %n wartet</numerusform>
            <numerusform>unterwegs, %n warten</numerusform>
        </translation>
    </message>
    <message>
        <source>in flight</source>
        <translation>unterwegs</translation>
    </message>
    <message numerus="yes">
        <source>open stream(s)</source>
        <translation>
            <numerusform>offener Strom</numerusform>
            <numerusform>offene Ströme</numerusform>
        </translation>
    </message>
    <message>
        <source>throttled</source>
        <translation>gedrosselt</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>median</source>
        <translation>Median</translation>
    </message>
    <message>
        <source>99th percentile</source>
        <translation>99. Perzentil</translation>
    </message>
    <message>
        <source>open stream, for %1</source>
        <translation>offener Strom, seit %1</translation>
    </message>
    <message>
        <source>streams, oldest %1</source>
        <translation>Ströme, ältester %1</translation>
    </message>
    <message numerus="yes">
        <source>throttled, %n call(s)</source>
        <translation>
            <numerusform>gedrosselt, %n Anfrage</numerusform>
            <numerusform>gedrosselt, %n Anfragen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RequestTexts</name>
    <message>
        <source>paused</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>throttled</source>
        <translation>gedrosselt</translation>
    </message>
    <message>
        <source>credential</source>
        <translation>Anmeldung</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>gesendet</translation>
    </message>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>receiving</source>
        <translation>empfängt</translation>
    </message>
    <message>
        <source>retrying</source>
        <translation>neuer Versuch</translation>
    </message>
    <message>
        <source>canceled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>Held back by a pause</source>
        <translation>Durch eine Pause aufgehalten</translation>
    </message>
    <message>
        <source>Waited for flow control</source>
        <translation>Wartete auf die Drosselung</translation>
    </message>
    <message>
        <source>Waited for a credential</source>
        <translation>Wartete auf die Anmeldung</translation>
    </message>
    <message>
        <source>Until the answer began</source>
        <translation>Bis zum Beginn der Antwort</translation>
    </message>
    <message>
        <source>Receiving</source>
        <translation>Empfang</translation>
    </message>
    <message>
        <source>Waited before trying again</source>
        <translation>Wartete vor neuem Versuch</translation>
    </message>
    <message>
        <source>canceled: %1</source>
        <translation>abgebrochen: %1</translation>
    </message>
    <message>
        <source>listed anew</source>
        <translation>neu gelistet</translation>
    </message>
    <message>
        <source>cut by hand</source>
        <translation>von Hand getrennt</translation>
    </message>
    <message>
        <source>nothing came</source>
        <translation>es kam nichts</translation>
    </message>
    <message>
        <source>no longer needed</source>
        <translation>nicht mehr gebraucht</translation>
    </message>
    <message>
        <source>injected fault</source>
        <translation>eingespeister Fehler</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>keine Antwort</translation>
    </message>
    <message>
        <source>cut short</source>
        <translation>abgerissen</translation>
    </message>
    <message>
        <source>not trusted</source>
        <translation>nicht vertraut</translation>
    </message>
</context>
<context>
    <name>orrery::RequestsPage</name>
    <message>
        <source>Requests of %1</source>
        <translation>Anfragen von %1</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Let the table stand; what comes meanwhile is shown when it goes on</source>
        <translation>Die Tabelle stehen lassen; was inzwischen kommt, wird gezeigt, wenn es weitergeht</translation>
    </message>
    <message>
        <source>Filter, such as %1</source>
        <translation>Filtern, etwa %1</translation>
    </message>
    <message>
        <source>pods	any cell contains it
!watch	no cell contains it
&quot;two words&quot;	kept together
verb:list	that column contains it
verb=list	that column is it
verb!=list	that column is not it
status&gt;=400	more, less; also &gt; and &lt;=
duration&gt;100	longer than 100 ms; also 2s, and received&gt;100kB
Several, with spaces between, must all match. A column is named by its title or the beginning of it.</source>
        <translation>pods	irgendeine Zelle enthält es
!watch	keine Zelle enthält es
&quot;zwei Wörter&quot;	bleiben zusammen
verb:list	diese Spalte enthält es
verb=list	diese Spalte ist genau das
verb!=list	diese Spalte ist das nicht
status&gt;=400	mehr, weniger; auch &gt; und &lt;=
duration&gt;100	länger als 100 ms; auch 2s, und received&gt;100kB
Mehrere, durch Leerzeichen getrennt, müssen alle zutreffen. Eine Spalte wird mit ihrem Titel oder dessen Anfang genannt.</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message numerus="yes">
        <source>Paused: %n more ended since</source>
        <translation>
            <numerusform>Angehalten: seither %n weitere beendet</numerusform>
            <numerusform>Angehalten: seither %n weitere beendet</numerusform>
        </translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>Noch keine</translation>
    </message>
    <message>
        <source>The last %1</source>
        <translation>Die letzten %1</translation>
    </message>
    <message>
        <source>Copy as &amp;kubectl</source>
        <translation>Als &amp;kubectl kopieren</translation>
    </message>
    <message>
        <source>Copy as c&amp;url</source>
        <translation>Als c&amp;url kopieren</translation>
    </message>
    <message>
        <source>Copy &amp;Row</source>
        <translation>Zeile kopie&amp;ren</translation>
    </message>
</context>
<context>
    <name>orrery::ResourceTableModel</name>
    <message>
        <source>Renewed %1; the holder's own clock said %2</source>
        <translation>Erneuert %1; die Uhr des Halters sagte %2</translation>
    </message>
</context>
<context>
    <name>Stage</name>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Reflector</source>
        <translation>Reflector</translation>
    </message>
    <message>
        <source>DeltaFIFO</source>
        <translation>DeltaFIFO</translation>
    </message>
    <message>
        <source>Indexer</source>
        <translation>Indexer</translation>
    </message>
    <message>
        <source>Handlers</source>
        <translation>Handler</translation>
    </message>
    <message>
        <source>Work queue</source>
        <translation>Arbeitsschlange</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Carries every request of this cluster's session.</source>
        <translation>Trägt jede Anfrage der Sitzung dieses Clusters.</translation>
    </message>
    <message>
        <source>Lists the objects once, then watches for what changes.</source>
        <translation>Listet die Objekte einmal auf und beobachtet dann, was sich ändert.</translation>
    </message>
    <message>
        <source>Keeps for each object the changes nobody has taken yet.</source>
        <translation>Hält je Objekt die Änderungen, die noch niemand genommen hat.</translation>
    </message>
    <message>
        <source>The cache: every object as it is now, found by its key or an index.</source>
        <translation>Der Cache: jedes Objekt, wie es jetzt ist, über Schlüssel oder Index zu finden.</translation>
    </message>
    <message>
        <source>Are told of each change of the cache, each at its own pace.</source>
        <translation>Erfahren jede Änderung des Caches, jeder in seinem Tempo.</translation>
    </message>
    <message>
        <source>Keeps the keys of rows to be made anew, each once however often it changed.</source>
        <translation>Hält die Schlüssel neu zu machender Zeilen, jeden einmal, wie oft er sich auch änderte.</translation>
    </message>
    <message>
        <source>Shows a row for each object.</source>
        <translation>Zeigt eine Zeile je Objekt.</translation>
    </message>
    <message>
        <source>Step: one request that waits, or what has come next of a watch; this kind's first</source>
        <translation>Schritt: eine wartende Anfrage oder das Nächste aus einem Watch; was zu dieser Art gehört, zuerst</translation>
    </message>
    <message>
        <source>Step: one event of the watch, or one object of a list</source>
        <translation>Schritt: ein Ereignis des Watch oder ein Objekt einer Liste</translation>
    </message>
    <message>
        <source>Step: one key with all its deltas</source>
        <translation>Schritt: ein Schlüssel mit allen seinen Deltas</translation>
    </message>
    <message>
        <source>Step: each handler is told one thing</source>
        <translation>Schritt: jedem Handler wird eines gesagt</translation>
    </message>
    <message>
        <source>Step: one key of each table</source>
        <translation>Schritt: ein Schlüssel jeder Tabelle</translation>
    </message>
</context>
<context>
    <name>orrery::StageColumn</name>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Step the %1</source>
        <translation>Schritt: %1</translation>
    </message>
    <message>
        <source>no change yet</source>
        <translation>noch keine Änderung</translation>
    </message>
    <message>
        <source>%1: half within %2, 99 of 100 within %3</source>
        <translation>%1: die Hälfte in %2, 99 von 100 in %3</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Resume the %1</source>
        <translation>Fortsetzen: %1</translation>
    </message>
    <message>
        <source>Pause the %1</source>
        <translation>Anhalten: %1</translation>
    </message>
    <message>
        <source>Resume: let everything through again</source>
        <translation>Fortsetzen: wieder alles durchlassen</translation>
    </message>
    <message>
        <source>Pause: hold back what comes; nothing is lost</source>
        <translation>Anhalten: zurückhalten, was kommt; nichts geht verloren</translation>
    </message>
</context>
<context>
    <name>StageContents</name>
    <message>
        <source>held by the pause</source>
        <translation>von der Pause gehalten</translation>
    </message>
    <message>
        <source>throttled</source>
        <translation>gedrosselt</translation>
    </message>
    <message>
        <source>waits for a credential</source>
        <translation>wartet auf Anmeldedaten</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>gesendet</translation>
    </message>
    <message>
        <source>receiving</source>
        <translation>empfängt</translation>
    </message>
    <message>
        <source>waits to be sent again</source>
        <translation>wartet auf erneutes Senden</translation>
    </message>
    <message>
        <source>Verb</source>
        <translation>Verb</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Empfangen</translation>
    </message>
    <message>
        <source>Retries</source>
        <translation>Neue Versuche</translation>
    </message>
    <message>
        <source>No request is in flight.</source>
        <translation>Keine Anfrage ist unterwegs.</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>whole</source>
        <translation>vollständig</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>vor %1</translation>
    </message>
    <message>
        <source>To tell</source>
        <translation>Zu melden</translation>
    </message>
    <message>
        <source>Told</source>
        <translation>Gemeldet</translation>
    </message>
    <message>
        <source>Joined</source>
        <translation>Vereint</translation>
    </message>
    <message>
        <source>Nobody is told of changes.</source>
        <translation>Niemandem werden Änderungen gemeldet.</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>synced</source>
        <translation>synchron</translation>
    </message>
    <message>
        <source>is told the first list</source>
        <translation>erfährt die erste Liste</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>No table of this kind is open.</source>
        <translation>Keine Tabelle dieser Art ist offen.</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation>Verworfen</translation>
    </message>
    <message>
        <source>Nothing waits: pause the DeltaFIFO to see changes gather.</source>
        <translation>Nichts wartet: Halten Sie die DeltaFIFO an, um zu sehen, wie sich Änderungen sammeln.</translation>
    </message>
    <message>
        <source>(last state unknown)</source>
        <translation>(letzter Stand unbekannt)</translation>
    </message>
    <message>
        <source>Namespace</source>
        <translation>Namespace</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>No object is found under such a key.</source>
        <translation>Unter einem solchen Schlüssel ist kein Objekt.</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Objects</source>
        <translation>Objekte</translation>
    </message>
    <message>
        <source>No object has such a value.</source>
        <translation>Kein Objekt hat einen solchen Wert.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Failures</source>
        <translation>Fehlschläge</translation>
    </message>
    <message>
        <source>No key waits: pause the work queue to see them gather.</source>
        <translation>Kein Schlüssel wartet: Halten Sie die Arbeitsschlange an, um zu sehen, wie sie sich sammeln.</translation>
    </message>
    <message>
        <source>in work, and again after it</source>
        <translation>in Arbeit, danach noch einmal</translation>
    </message>
    <message>
        <source>in work</source>
        <translation>in Arbeit</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>bereit</translation>
    </message>
    <message>
        <source>delayed</source>
        <translation>verzögert</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>in %1</translation>
    </message>
    <message numerus="yes">
        <source>sent again %n time(s)</source>
        <translation>
            <numerusform>%n-mal neu gesendet</numerusform>
            <numerusform>%n-mal neu gesendet</numerusform>
        </translation>
    </message>
    <message>
        <source>under way</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>given up</source>
        <translation>aufgegeben</translation>
    </message>
    <message>
        <source>another was begun in its place</source>
        <translation>an ihrer Stelle wurde eine andere begonnen</translation>
    </message>
    <message>
        <source>Nothing was listed yet.</source>
        <translation>Noch wurde nichts aufgelistet.</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>Deltas</source>
        <translation>Deltas</translation>
    </message>
    <message numerus="yes">
        <source>everything, %1 object(s)</source>
        <translation>
            <numerusform>alles, %1 Objekt</numerusform>
            <numerusform>alles, %1 Objekte</numerusform>
        </translation>
    </message>
    <message>
        <source>Next delay</source>
        <translation>Nächste Wartezeit</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Gescheitert</translation>
    </message>
    <message>
        <source>Last error</source>
        <translation>Letzter Fehler</translation>
    </message>
    <message>
        <source>what its next failure would cost it</source>
        <translation>so lange würde er nach einem weiteren Fehlschlag warten</translation>
    </message>
    <message>
        <source>no key</source>
        <translation>kein Schlüssel</translation>
    </message>
    <message>
        <source>this kind's, %1</source>
        <translation>von dieser Art, %1</translation>
    </message>
</context>
<context>
    <name>StageFacts</name>
    <message>
        <source>%1 ago</source>
        <translation>vor %1</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>%1 begun, %2 done, %3 failed, %4 dropped</source>
        <translation>%1 begonnen, %2 erledigt, %3 gescheitert, %4 fallen gelassen</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Empfangen</translation>
    </message>
    <message>
        <source>compressed, as it came</source>
        <translation>komprimiert, wie es kam</translation>
    </message>
    <message>
        <source>Throttled</source>
        <translation>Gedrosselt</translation>
    </message>
    <message>
        <source>%1 in all, %2 at most</source>
        <translation>%1 insgesamt, höchstens %2</translation>
    </message>
    <message>
        <source>what requests have waited for client-side flow control</source>
        <translation>was Anfragen auf die eigene Flusssteuerung gewartet haben</translation>
    </message>
    <message>
        <source>Retries</source>
        <translation>Neue Versuche</translation>
    </message>
    <message>
        <source>%1, %2 with a new credential</source>
        <translation>%1, %2 mit neuen Anmeldedaten</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>keine Antwort</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Zertifikat</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>bis %1</translation>
    </message>
    <message>
        <source>Last failure</source>
        <translation>Letzter Fehlschlag</translation>
    </message>
    <message>
        <source>Injected</source>
        <translation>Eingespeist</translation>
    </message>
    <message>
        <source>Doing</source>
        <translation>Tut</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Bookmark</source>
        <translation>Lesezeichen</translation>
    </message>
    <message>
        <source>Last event</source>
        <translation>Letztes Ereignis</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>Listen</translation>
    </message>
    <message>
        <source>Watches</source>
        <translation>Watches</translation>
    </message>
    <message>
        <source>%1, the list in the stream</source>
        <translation>%1, die Liste im Strom</translation>
    </message>
    <message>
        <source>Failures</source>
        <translation>Fehlschläge</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Gelesen</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgewiesen</translation>
    </message>
    <message>
        <source>objects of another kind, or that could not be transformed</source>
        <translation>Objekte anderer Art oder solche, die sich nicht umformen ließen</translation>
    </message>
    <message>
        <source>Held back</source>
        <translation>Zurückgehalten</translation>
    </message>
    <message>
        <source>the queue is long</source>
        <translation>die Schlange ist lang</translation>
    </message>
    <message>
        <source>Next try</source>
        <translation>Nächster Versuch</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>in %1</translation>
    </message>
    <message>
        <source>Last error</source>
        <translation>Letzter Fehler</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Warten</translation>
    </message>
    <message>
        <source>First list</source>
        <translation>Erste Liste</translation>
    </message>
    <message>
        <source>processed</source>
        <translation>verarbeitet</translation>
    </message>
    <message>
        <source>%1 to go</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>Joined</source>
        <translation>Vereint</translation>
    </message>
    <message>
        <source>deltas of a key that waited already</source>
        <translation>Deltas eines Schlüssels, der schon wartete</translation>
    </message>
    <message>
        <source>Deduplicated</source>
        <translation>Dedupliziert</translation>
    </message>
    <message>
        <source>deletions that said nothing new</source>
        <translation>Löschungen, die nichts Neues sagten</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Genommen</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>Zurückgelegt</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Objects</source>
        <translation>Objekte</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>that the objects hold; keys and indices are not counted</source>
        <translation>den die Objekte halten; Schlüssel und Indizes sind nicht gezählt</translation>
    </message>
    <message>
        <source>Writes</source>
        <translation>Schreibvorgänge</translation>
    </message>
    <message>
        <source>times its lock was taken to write</source>
        <translation>so oft wurde die Sperre zum Schreiben genommen</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Schlange</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>In work</source>
        <translation>In Arbeit</translation>
    </message>
    <message>
        <source>%1, %2 of them added again</source>
        <translation>%1, davon %2 erneut hinzugefügt</translation>
    </message>
    <message>
        <source>Delayed</source>
        <translation>Verzögert</translation>
    </message>
    <message>
        <source>Failing</source>
        <translation>Scheiternd</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Hinzugefügt</translation>
    </message>
    <message>
        <source>%1, %2 joined</source>
        <translation>%1, %2 vereint</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>%1 of %2 taken</source>
        <translation>%1 von %2 genommenen</translation>
    </message>
    <message>
        <source>First delay</source>
        <translation>Erste Wartezeit</translation>
    </message>
    <message>
        <source>of a key that fails for the first time</source>
        <translation>eines Schlüssels, der zum ersten Mal scheitert</translation>
    </message>
    <message>
        <source>Oldest</source>
        <translation>Ältester</translation>
    </message>
    <message>
        <source>%1, for %2</source>
        <translation>%1, seit %2</translation>
    </message>
    <message>
        <source>Longest in work</source>
        <translation>Am längsten in Arbeit</translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation>noch nichts</translation>
    </message>
    <message>
        <source>lists</source>
        <translation>listet auf</translation>
    </message>
    <message>
        <source>lists, in the watch's stream</source>
        <translation>listet auf, im Strom des Watch</translation>
    </message>
    <message>
        <source>opens a watch</source>
        <translation>öffnet einen Watch</translation>
    </message>
    <message>
        <source>watches</source>
        <translation>beobachtet</translation>
    </message>
    <message>
        <source>waits, then lists</source>
        <translation>wartet, listet dann auf</translation>
    </message>
    <message>
        <source>waits, then watches</source>
        <translation>wartet, beobachtet dann</translation>
    </message>
    <message>
        <source>has stopped</source>
        <translation>hat angehalten</translation>
    </message>
    <message numerus="yes">
        <source>%1 bookmark(s)</source>
        <translation>
            <numerusform>%1 Lesezeichen</numerusform>
            <numerusform>%1 Lesezeichen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 request(s)</source>
        <translation>
            <numerusform>%1 Anfrage</numerusform>
            <numerusform>%1 Anfragen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 relist(s)</source>
        <translation>
            <numerusform>%1 Neuliste</numerusform>
            <numerusform>%1 Neulisten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 key(s)</source>
        <translation>
            <numerusform>%1 Schlüssel</numerusform>
            <numerusform>%1 Schlüssel</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 delta(s)</source>
        <translation>
            <numerusform>%1 Delta</numerusform>
            <numerusform>%1 Deltas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 value(s)</source>
        <translation>
            <numerusform>%1 Wert</numerusform>
            <numerusform>%1 Werte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 entry or entries</source>
        <translation>
            <numerusform>%1 Eintrag</numerusform>
            <numerusform>%1 Einträge</numerusform>
        </translation>
    </message>
    <message>
        <source>half within %1, 99 of 100 within %2</source>
        <translation>die Hälfte in %1, 99 von 100 in %2</translation>
    </message>
    <message>
        <source>changes whose rows or columns nobody could see: they are not painted, and have no time</source>
        <translation>Änderungen, deren Zeilen oder Spalten niemand sehen konnte: sie werden nicht gezeichnet und haben keine Zeit</translation>
    </message>
    <message>
        <source>to window</source>
        <translation>bis Fenster</translation>
    </message>
    <message>
        <source>from the row as made to its being there to be painted</source>
        <translation>von der fertigen Zeile, bis sie zum Zeichnen da ist</translation>
    </message>
    <message>
        <source>painted</source>
        <translation>gezeichnet</translation>
    </message>
    <message>
        <source>changes, once each: when first a cell is drawn that they changed</source>
        <translation>Änderungen, jede einmal: wenn zuerst eine Zelle gezeichnet wird, die sie verändert hat</translation>
    </message>
    <message>
        <source>whole way</source>
        <translation>ganzer Weg</translation>
    </message>
    <message>
        <source>from the event as received to the end of that painting</source>
        <translation>vom empfangenen Ereignis bis zum Ende dieses Zeichnens</translation>
    </message>
    <message>
        <source>all that was told up to this version is stored</source>
        <translation>alles, was bis zu dieser Version gemeldet wurde, ist gespeichert</translation>
    </message>
    <message>
        <source>timed</source>
        <translation>gemessen</translation>
    </message>
    <message>
        <source>each change</source>
        <translation>jede Änderung</translation>
    </message>
    <message>
        <source>about one change of %1</source>
        <translation>etwa eine von %1 Änderungen</translation>
    </message>
    <message>
        <source>to time all of many would cost more than it tells: “out of view” and “painted” count those alone</source>
        <translation>bei vielen kostete es mehr, als es sagt, alle zu messen: „nicht im Blick“ und „gezeichnet“ zählen nur diese</translation>
    </message>
    <message>
        <source>Trouble</source>
        <translation>Störung</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>%1, %2 of them this kind's</source>
        <translation>%1, davon %2 von dieser Art</translation>
    </message>
    <message>
        <source>requests that wait for a step</source>
        <translation>Anfragen, die auf einen Schritt warten</translation>
    </message>
</context>
<context>
    <name>orrery::StagePanel</name>
    <message>
        <source>&amp;Show</source>
        <translation>An&amp;zeigen</translation>
    </message>
    <message>
        <source>Relist &amp;now</source>
        <translation>Jetzt neu &amp;listen</translation>
    </message>
    <message>
        <source>C&amp;ut watch</source>
        <translation>Watch &amp;kappen</translation>
    </message>
    <message>
        <source>&amp;Inject…</source>
        <translation>&amp;Einspeisen …</translation>
    </message>
    <message>
        <source>C&amp;lear faults</source>
        <translation>Fehler a&amp;ufheben</translation>
    </message>
    <message>
        <source>Retr&amp;y key</source>
        <translation>Schlüssel &amp;wiederholen</translation>
    </message>
    <message>
        <source>Forget f&amp;ailures</source>
        <translation>Fehlschläge &amp;vergessen</translation>
    </message>
    <message>
        <source>Search keys</source>
        <translation>Schlüssel suchen</translation>
    </message>
    <message>
        <source>What the stage says of itself</source>
        <translation>Was die Station von sich sagt</translation>
    </message>
    <message>
        <source>No fault is in force any more</source>
        <translation>Kein Fehler ist mehr in Kraft</translation>
    </message>
    <message>
        <source>Inside the %1</source>
        <translation>Inhalt: %1</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Index %1</source>
        <translation>Index %1</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>Objekt</translation>
    </message>
    <message>
        <source>Its version</source>
        <translation>Seine Version</translation>
    </message>
    <message>
        <source>Its bytes</source>
        <translation>Seine Bytes</translation>
    </message>
    <message>
        <source>that the cache holds of it, compressed</source>
        <translation>die der Cache von ihm hält, komprimiert</translation>
    </message>
    <message>
        <source>Its uid</source>
        <translation>Seine uid</translation>
    </message>
    <message>
        <source>In %1</source>
        <translation>In %1</translation>
    </message>
    <message>
        <source>No table of this kind is open.</source>
        <translation>Keine Tabelle dieser Art ist offen.</translation>
    </message>
    <message>
        <source>The first %1 are shown.</source>
        <translation>Die ersten %1 werden gezeigt.</translation>
    </message>
    <message>
        <source>Lists everything again now, from the server's store, and watches from there. The cluster is not changed, but a long list is work for it</source>
        <translation>Listet jetzt alles neu, aus dem Speicher des Servers, und beobachtet von da an. Der Cluster wird nicht geändert, aber eine lange Liste macht ihm Arbeit</translation>
    </message>
    <message>
        <source>Ends the watch as though the server had; it is opened again from where it stood. The cluster is not changed</source>
        <translation>Beendet den Watch, als hätte der Server es getan; er wird von derselben Stelle an wieder geöffnet. Der Cluster wird nicht geändert</translation>
    </message>
    <message>
        <source>Puts the key into this program's queue at once: its row is made anew. The cluster is not changed</source>
        <translation>Stellt den Schlüssel sofort in die Warteschlange dieses Programms: seine Zeile wird neu gemacht. Der Cluster wird nicht geändert</translation>
    </message>
    <message>
        <source>Forgets the key's failures in this program's queue: its next failure is its first. The cluster is not changed</source>
        <translation>Vergisst die Fehler des Schlüssels in der Warteschlange dieses Programms: sein nächster Fehler ist sein erster. Der Cluster wird nicht geändert</translation>
    </message>
    <message>
        <source>Makes the connection of this kind fail in this program alone, to see what happens: no server notices</source>
        <translation>Lässt die Verbindung dieser Art in diesem Programm allein fehlschlagen, um zu sehen, was geschieht: kein Server bemerkt es</translation>
    </message>
    <message>
        <source>Connection of %1 in %2, %3</source>
        <translation>Verbindung von %1 in %2, %3</translation>
    </message>
    <message>
        <source>Part of a key</source>
        <translation>Teil eines Schlüssels</translation>
    </message>
    <message>
        <source>&amp;Back to values</source>
        <translation>&amp;Zurück zu den Werten</translation>
    </message>
    <message>
        <source>From the keys of one value back to all values of the index</source>
        <translation>Von den Schlüsseln eines Werts zurück zu allen Werten des Index</translation>
    </message>
</context>
<context>
    <name>orrery::SuspectModel</name>
    <message>
        <source>Object</source>
        <translation>Objekt</translation>
    </message>
    <message>
        <source>Namespace</source>
        <translation>Namespace</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
</context>
<context>
    <name>orrery::SuspectsPanel</name>
    <message>
        <source>Look &amp;Again</source>
        <translation>Noch ein&amp;mal nachsehen</translation>
    </message>
    <message>
        <source>Go to O&amp;bject</source>
        <translation>Zum Ob&amp;jekt</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>Ar&amp;t</translation>
    </message>
    <message>
        <source>Kinds</source>
        <translation>Arten</translation>
    </message>
    <message>
        <source>Objects that may be stuck</source>
        <translation>Objekte, die hängen könnten</translation>
    </message>
    <message>
        <source>Choose a kind</source>
        <translation>Art wählen</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Which objects is “%1” about?</source>
        <translation>Um welche Objekte geht es bei „%1“?</translation>
    </message>
    <message>
        <source>The server's kinds are not known yet</source>
        <translation>Die Arten des Servers sind noch nicht bekannt</translation>
    </message>
    <message>
        <source>The queue's name does not tell the kind of its keys.</source>
        <translation>Der Name der Warteschlange sagt nicht, welcher Art ihre Schlüssel sind.</translation>
    </message>
    <message>
        <source>Choose a kind above to see which of its objects do not get on.</source>
        <translation>Wählen Sie oben eine Art, um zu sehen, welche ihrer Objekte nicht vorankommen.</translation>
    </message>
    <message>
        <source>Looking through %1</source>
        <translation>%1 werden durchgesehen</translation>
    </message>
    <message>
        <source>Nobody leads: nobody holds the Lease %1.</source>
        <translation>Niemand führt: Niemand hält das Lease %1.</translation>
    </message>
    <message>
        <source>Nobody leads: %1 has not renewed the Lease %2 for %3.</source>
        <translation>Niemand führt: %1 hat das Lease %2 seit %3 nicht erneuert.</translation>
    </message>
    <message>
        <source>the first %1</source>
        <translation>den ersten %1</translation>
    </message>
    <message>
        <source>%1 of %2 %3 stand out, as of %4.</source>
        <translation>%1 von %2 %3 fallen auf, Stand %4.</translation>
    </message>
    <message>
        <source>Not everything could be read: %1</source>
        <translation>Nicht alles konnte gelesen werden: %1</translation>
    </message>
    <message>
        <source>None of them stands out</source>
        <translation>Keines davon fällt auf</translation>
    </message>
    <message>
        <source>Every generation is observed, no condition and no warning of the last hour complains.</source>
        <translation>Jede Generation ist beobachtet, keine Bedingung und keine Warnung der letzten Stunde klagt.</translation>
    </message>
    <message>
        <source>If the queue does not get on, its program may be busy or held back: see its client under Program.</source>
        <translation>Kommt die Warteschlange nicht voran, ist ihr Programm vielleicht beschäftigt oder gedrosselt: siehe dessen Client unter Programm.</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>objects</source>
        <translation>Objekte</translation>
    </message>
    <message>
        <source>not filled yet</source>
        <translation>noch leer</translation>
    </message>
    <message>
        <source>filled</source>
        <translation>gefüllt</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>each</source>
        <translation>je Objekt</translation>
    </message>
    <message>
        <source>version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>indices</source>
        <translation>Indizes</translation>
    </message>
    <message>
        <source>writes</source>
        <translation>Schreibvorgänge</translation>
    </message>
    <message>
        <source>received to cached</source>
        <translation>empfangen bis gecacht</translation>
    </message>
    <message>
        <source>to tell</source>
        <translation>zu melden</translation>
    </message>
    <message>
        <source>up to date</source>
        <translation>aktuell</translation>
    </message>
    <message>
        <source>telling</source>
        <translation>meldet</translation>
    </message>
    <message>
        <source>handlers</source>
        <translation>Handler</translation>
    </message>
    <message>
        <source>told</source>
        <translation>gemeldet</translation>
    </message>
    <message>
        <source>joined</source>
        <translation>vereint</translation>
    </message>
    <message>
        <source>slowest</source>
        <translation>langsamster</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>The slowest handler is %1 behind.</source>
        <translation>Der langsamste Handler ist %1 zurück.</translation>
    </message>
    <message>
        <source>behind</source>
        <translation>im Rückstand</translation>
    </message>
    <message>
        <source>cached to told</source>
        <translation>gecacht bis gemeldet</translation>
    </message>
    <message>
        <source>keys</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>working</source>
        <translation>arbeitet</translation>
    </message>
    <message>
        <source>in work</source>
        <translation>in Arbeit</translation>
    </message>
    <message>
        <source>delayed</source>
        <translation>verzögert</translation>
    </message>
    <message>
        <source>failing</source>
        <translation>scheitert</translation>
    </message>
    <message>
        <source>retries</source>
        <translation>wiederholt</translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) fail and are tried again.</source>
        <translation>
            <numerusform>%n Schlüssel scheitert und wird wiederholt.</numerusform>
            <numerusform>%n Schlüssel scheitern und werden wiederholt.</numerusform>
        </translation>
    </message>
    <message>
        <source>told to row made</source>
        <translation>gemeldet bis Zeile</translation>
    </message>
    <message>
        <source>rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>tables</source>
        <translation>Tabellen</translation>
    </message>
    <message>
        <source>of objects</source>
        <translation>von Objekten</translation>
    </message>
    <message>
        <source>rows/s</source>
        <translation>Zeilen/s</translation>
    </message>
    <message>
        <source>shared by</source>
        <translation>geteilt von</translation>
    </message>
    <message>
        <source>none is open</source>
        <translation>keine offen</translation>
    </message>
    <message>
        <source>stands still</source>
        <translation>steht still</translation>
    </message>
    <message>
        <source>%1: half within %2, 99 of 100 within %3</source>
        <translation>%1: die Hälfte in %2, 99 von 100 in %3</translation>
    </message>
    <message>
        <source>in flight</source>
        <translation>unterwegs</translation>
    </message>
    <message>
        <source>watches</source>
        <translation>Watches</translation>
    </message>
    <message>
        <source>calls</source>
        <translation>Aufrufe</translation>
    </message>
    <message>
        <source>received</source>
        <translation>empfangen</translation>
    </message>
    <message>
        <source>throttled</source>
        <translation>gedrosselt</translation>
    </message>
    <message>
        <source>%1 now</source>
        <translation>jetzt %1</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>certificate</source>
        <translation>Zertifikat</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>abgelaufen</translation>
    </message>
    <message>
        <source>The certificate expires in %1.</source>
        <translation>Das Zertifikat läuft in %1 ab.</translation>
    </message>
    <message>
        <source>The certificate has expired.</source>
        <translation>Das Zertifikat ist abgelaufen.</translation>
    </message>
    <message>
        <source>Injected: %1.</source>
        <translation>Eingespeist: %1.</translation>
    </message>
    <message>
        <source>faulty</source>
        <translation>gestört</translation>
    </message>
    <message>
        <source>events/s</source>
        <translation>Ereign./s</translation>
    </message>
    <message>
        <source>Next try in %1.</source>
        <translation>Nächster Versuch in %1.</translation>
    </message>
    <message>
        <source>idle</source>
        <translation>untätig</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>verbindet</translation>
    </message>
    <message>
        <source>listing, %1 so far</source>
        <translation>listet, bisher %1</translation>
    </message>
    <message>
        <source>watching</source>
        <translation>beobachtet</translation>
    </message>
    <message>
        <source>reconnecting</source>
        <translation>verbindet neu</translation>
    </message>
    <message>
        <source>forbidden</source>
        <translation>verboten</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>beendet</translation>
    </message>
    <message>
        <source>bookmark</source>
        <translation>Lesezeichen</translation>
    </message>
    <message>
        <source>lists</source>
        <translation>Listen</translation>
    </message>
    <message>
        <source>relists</source>
        <translation>Neulisten</translation>
    </message>
    <message>
        <source>%1 events/s</source>
        <translation>%1 Ereignisse/s</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>warten</translation>
    </message>
    <message>
        <source>passing on</source>
        <translation>reicht weiter</translation>
    </message>
    <message>
        <source>%1 to go</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>not synced</source>
        <translation>nicht synchron</translation>
    </message>
    <message>
        <source>It is full: the Reflector reads no more until it is shorter.</source>
        <translation>Sie ist voll: Der Reflector liest erst weiter, wenn sie kürzer ist.</translation>
    </message>
    <message>
        <source>full</source>
        <translation>voll</translation>
    </message>
    <message>
        <source>deltas</source>
        <translation>Deltas</translation>
    </message>
    <message>
        <source>deduplicated</source>
        <translation>dedupliziert</translation>
    </message>
    <message>
        <source>%1 waiting</source>
        <translation>%1 warten</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>no change yet</source>
        <translation>noch keine Änderung</translation>
    </message>
    <message>
        <source>out of view</source>
        <translation>nicht im Blick</translation>
    </message>
    <message>
        <source>as of</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>vor %1</translation>
    </message>
    <message>
        <source>received to painted</source>
        <translation>empfangen bis gezeichnet</translation>
    </message>
    <message>
        <source>none in view</source>
        <translation>nichts im Blick</translation>
    </message>
    <message>
        <source>Only what is in view is painted: changes out of view are not among these.</source>
        <translation>Gezeichnet wird nur, was im Blick ist: andere Änderungen sind nicht darunter.</translation>
    </message>
    <message>
        <source>The server has not answered for %1.</source>
        <translation>Der Server antwortet seit %1 nicht.</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>keine Antwort</translation>
    </message>
    <message>
        <source>listing anew</source>
        <translation>listet neu</translation>
    </message>
    <message>
        <source>watching anew</source>
        <translation>beobachtet neu</translation>
    </message>
    <message>
        <source>They are many: about one change of %1 is timed and counted here.</source>
        <translation>Es sind viele: etwa eine von %1 Änderungen wird gemessen und hier gezählt.</translation>
    </message>
    <message>
        <source>held</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>of this kind</source>
        <translation>von dieser Art</translation>
    </message>
    <message>
        <source>no connection</source>
        <translation>keine Verbindung</translation>
    </message>
    <message>
        <source>The server has not answered for %1: %2</source>
        <translation>Der Server antwortet seit %1 nicht: %2</translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation>noch nichts</translation>
    </message>
    <message>
        <source>not live</source>
        <translation>nicht live</translation>
    </message>
</context>
<context>
    <name>orrery::WorkloadListDialog</name>
    <message>
        <source>Objects</source>
        <translation>Objekte</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message numerus="yes">
        <source>Restart %n object(s) of kind %1</source>
        <translation>
            <numerusform>%n Objekt der Art %1 neu starten</numerusform>
            <numerusform>%n Objekte der Art %1 neu starten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Pause %n object(s) of kind %1</source>
        <translation>
            <numerusform>%n Objekt der Art %1 anhalten</numerusform>
            <numerusform>%n Objekte der Art %1 anhalten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Resume %n object(s) of kind %1</source>
        <translation>
            <numerusform>%n Objekt der Art %1 fortsetzen</numerusform>
            <numerusform>%n Objekte der Art %1 fortsetzen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Restart %n object(s)</source>
        <translation>
            <numerusform>%n Objekt neu &amp;starten</numerusform>
            <numerusform>%n Objekte neu &amp;starten</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Restart</source>
        <translation>&amp;Neu starten</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Pause %n object(s)</source>
        <translation>
            <numerusform>%n Objekt &amp;anhalten</numerusform>
            <numerusform>%n Objekte &amp;anhalten</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Anhalten</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Resume %n object(s)</source>
        <translation>
            <numerusform>%n Objekt &amp;fortsetzen</numerusform>
            <numerusform>%n Objekte &amp;fortsetzen</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>&amp;Fortsetzen</translation>
    </message>
    <message>
        <source>Their Pods will be replaced by new ones of the same template, each as its strategy says.</source>
        <translation>Ihre Pods werden durch neue derselben Vorlage ersetzt, jeweils nach der eigenen Strategie.</translation>
    </message>
    <message>
        <source>Changes of their Pod templates wait until they are resumed. Their Pods stay as they are.</source>
        <translation>Änderungen ihrer Pod-Vorlagen warten, bis sie fortgesetzt werden. Ihre Pods bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>What has been changed in their Pod templates meanwhile will be rolled out.</source>
        <translation>Was inzwischen an ihren Pod-Vorlagen geändert wurde, wird ausgerollt.</translation>
    </message>
    <message>
        <source>being changed</source>
        <translation>wird geändert</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Not known whether it was carried out: %1</source>
        <translation>Ob es ausgeführt wurde, ist nicht bekannt: %1</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>restarted</source>
        <translation>neu gestartet</translation>
    </message>
    <message>
        <source>resumed</source>
        <translation>fortgesetzt</translation>
    </message>
    <message>
        <source>It has been deleted.</source>
        <translation>Es wurde gelöscht.</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <translation>%1; %2</translation>
    </message>
    <message numerus="yes">
        <source>%n done</source>
        <translation>
            <numerusform>%n fertig</numerusform>
            <numerusform>%n fertig</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n under way</source>
        <translation>
            <numerusform>%n unterwegs</numerusform>
            <numerusform>%n unterwegs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not carried out</source>
        <translation>
            <numerusform>%n nicht ausgeführt</numerusform>
            <numerusform>%n nicht ausgeführt</numerusform>
        </translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>orrery::WorkloadListModel</name>
    <message>
        <source>Object</source>
        <translation>Objekt</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
</context>
<context>
    <name>orrery::DraftVerbs</name>
    <message>
        <source>Texts are not kept</source>
        <translation>Texte werden nicht aufbewahrt</translation>
    </message>
    <message>
        <source>A text that was not saved cannot be read: %1</source>
        <translation>Ein nicht gespeicherter Text ist nicht lesbar: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) not saved, kept in File, Unsaved Texts</source>
        <translation>
            <numerusform>%n Text nicht gespeichert, aufbewahrt unter Datei, Nicht gespeicherte Texte</numerusform>
            <numerusform>%n Texte nicht gespeichert, aufbewahrt unter Datei, Nicht gespeicherte Texte</numerusform>
        </translation>
    </message>
    <message>
        <source>New %1</source>
        <translation>%1 (neu)</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1 in %2</translation>
    </message>
    <message>
        <source>Orrery is read-only</source>
        <translation>Orrery liest nur</translation>
    </message>
    <message>
        <source>It is of %1: open that cluster first</source>
        <translation>Er gehört zu %1: zuerst diesen Cluster öffnen</translation>
    </message>
    <message>
        <source>The cluster has no %1</source>
        <translation>Der Cluster hat kein %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>orrery::UnsavedTextsDialog</name>
    <message>
        <source>Unsaved Texts</source>
        <translation>Nicht gespeicherte Texte</translation>
    </message>
    <message>
        <source>Texts that are not saved</source>
        <translation>Texte, die nicht gespeichert sind</translation>
    </message>
    <message>
        <source>There is none.</source>
        <translation>Es gibt keine.</translation>
    </message>
    <message>
        <source>Each is kept for 30 days. Its editor saves or discards it.</source>
        <translation>Jeder wird 30 Tage aufbewahrt. Sein Editor speichert oder verwirft ihn.</translation>
    </message>
    <message>
        <source>Unsaved texts</source>
        <translation>Nicht gespeicherte Texte</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>&amp;Copy Text</source>
        <translation>Text &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Öffnen</translation>
    </message>
</context>
<context>
    <name>orrery::stage_parts::Words</name>
    <message>
        <source>out of view</source>
        <translation>nicht im Blick</translation>
    </message>
</context>
<context>
    <name>orrery::StripScroll</name>
    <message>
        <source>Stages of the pipeline</source>
        <translation>Stationen der Pipeline</translation>
    </message>
</context>
<context>
    <name>orrery::StageBody</name>
    <message>
        <source>What the stage says of itself</source>
        <translation>Was die Station von sich sagt</translation>
    </message>
</context>
</TS>
