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
        <source>The kind to show in the picture.</source>
        <translation>Die Art, die das Bild zeigt.</translation>
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
        <source>As the &amp;Desktop</source>
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
        <translation>Ü&amp;berblick</translation>
    </message>
    <message>
        <source>&amp;YAML</source>
        <translation>&amp;YAML</translation>
    </message>
    <message>
        <source>&amp;Logs</source>
        <translation>&amp;Logs</translation>
    </message>
    <message>
        <source>&amp;Events</source>
        <translation>&amp;Ereignisse</translation>
    </message>
    <message>
        <source>&amp;Scale…</source>
        <translation>&amp;Skalieren …</translation>
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
        <source>Enter &amp;Passphrase…</source>
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
        <translation>&amp;Anhalten</translation>
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
        <translation>&amp;Sperren</translation>
    </message>
    <message>
        <source>&amp;Uncordon</source>
        <translation>Ent&amp;sperren</translation>
    </message>
    <message>
        <source>&amp;Drain…</source>
        <translation>&amp;Leeren …</translation>
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
        <source>R&amp;esume</source>
        <translation>W&amp;eiterführen</translation>
    </message>
    <message>
        <source>&amp;Trigger Now</source>
        <translation>&amp;Jetzt auslösen</translation>
    </message>
    <message>
        <source>La&amp;bels…</source>
        <translation>La&amp;bels …</translation>
    </message>
    <message>
        <source>&amp;Annotations…</source>
        <translation>&amp;Annotationen …</translation>
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
        <source>&amp;Row Height</source>
        <translation>&amp;Zeilenhöhe</translation>
    </message>
    <message>
        <source>&amp;Columns</source>
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
        <source>You may not update %1/scale here</source>
        <translation>Ihnen fehlt hier das Recht „update“ für %1/scale</translation>
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
        <source>editing from resourceVersion %1 of %2</source>
        <translation>bearbeitet wird resourceVersion %1 von %2</translation>
    </message>
    <message>
        <source> · </source>
        <translation> · </translation>
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
        <source>%1: set by %2 to %3</source>
        <translation>%1: von %2 auf %3 gesetzt</translation>
    </message>
    <message>
        <source>%1: set by %2</source>
        <translation>%1: von %2 gesetzt</translation>
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
        <source>Forced, they are yours; a manager that is still at work sets them again.</source>
        <translation>Erzwungen gehören sie Ihnen; ein Verwalter, der noch arbeitet, setzt sie wieder.</translation>
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
</context>
</TS>
