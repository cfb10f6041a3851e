<?xml version="1.0" encoding="utf-8"?>
<!-- SPDX-License-Identifier: Apache-2.0 -->
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
<context>
    <name>ClusterTreeNotes</name>
    <message numerus="yes">
        <source>%n API group(s) could not be read</source>
        <translation>
            <numerusform>%n API group could not be read</numerusform>
            <numerusform>%n API groups could not be read</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ErrorTexts</name>
    <message numerus="yes">
        <source>Try again in %n second(s).</source>
        <translation>
            <numerusform>Try again in %n second.</numerusform>
            <numerusform>Try again in %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>orrery::OverviewView</name>
    <message numerus="yes">
        <source>, %n restart(s)</source>
        <translation>
            <numerusform>, %n restart</numerusform>
            <numerusform>, %n restarts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>orrery::StatusFace</name>
    <message numerus="yes">
        <source>%n watch(es)</source>
        <translation>
            <numerusform>%n watch</numerusform>
            <numerusform>%n watches</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>orrery::Workspace</name>
    <message numerus="yes">
        <source>%n context(s) of %1 are there until Orrery is closed</source>
        <translation>
            <numerusform>%n context of %1 is there until Orrery is closed</numerusform>
            <numerusform>%n contexts of %1 are there until Orrery is closed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DiffRows</name>
    <message numerus="yes">
        <source>… %n line(s) unchanged</source>
        <translation>
            <numerusform>… %n line unchanged</numerusform>
            <numerusform>… %n lines unchanged</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>orrery::DiffView</name>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n change</numerusform>
            <numerusform>%n changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) added</source>
        <translation>
            <numerusform>%n line added</numerusform>
            <numerusform>%n lines added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) removed</source>
        <translation>
            <numerusform>%n line removed</numerusform>
            <numerusform>%n lines removed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>orrery::ProblemList</name>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n problem</numerusform>
            <numerusform>%n problems</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>orrery::DrainDialog</name>
    <message numerus="yes">
        <source>&amp;Leave %n Pod(s) of DaemonSets where they are</source>
        <translation>
            <numerusform>&amp;Leave %n Pod of DaemonSets where they are</numerusform>
            <numerusform>&amp;Leave %n Pods of DaemonSets where they are</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Lose what %n Pod(s) have in &amp;emptyDir volumes</source>
        <translation>
            <numerusform>Lose what %n Pod has in &amp;emptyDir volumes</numerusform>
            <numerusform>Lose what %n Pods have in &amp;emptyDir volumes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>End %n Pod(s) that &amp;nobody makes again</source>
        <translation>
            <numerusform>End %n Pod that &amp;nobody makes again</numerusform>
            <numerusform>End %n Pods that &amp;nobody makes again</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>orrery::EntriesDialog</name>
    <message numerus="yes">
        <source>&amp;Apply %n change(s)</source>
        <translation>
            <numerusform>&amp;Apply %n change</numerusform>
            <numerusform>&amp;Apply %n changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>orrery::ImageDialog</name>
    <message numerus="yes">
        <source>&amp;Set %n Image(s)</source>
        <translation>
            <numerusform>&amp;Set %n Image</numerusform>
            <numerusform>&amp;Set %n Images</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>orrery::ManifestPage</name>
    <message numerus="yes">
        <source>&amp;Apply %n document(s)</source>
        <translation>
            <numerusform>&amp;Apply %n document</numerusform>
            <numerusform>&amp;Apply %n documents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Create %n object(s)</source>
        <translation>
            <numerusform>&amp;Create %n object</numerusform>
            <numerusform>&amp;Create %n objects</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Retry %n refused</source>
        <translation>
            <numerusform>&amp;Retry %n refused</numerusform>
            <numerusform>&amp;Retry %n refused</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>orrery::ManifestVerbs</name>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) refused</source>
        <translation>
            <numerusform>%n document refused</numerusform>
            <numerusform>%n documents refused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) applied</source>
        <translation>
            <numerusform>%n document applied</numerusform>
            <numerusform>%n documents applied</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>orrery::RemovalDialog</name>
    <message numerus="yes">
        <source>%n namespace(s) of %1</source>
        <translation>
            <numerusform>%n namespace of %1</numerusform>
            <numerusform>%n namespaces of %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>orrery::RestartDialog</name>
    <message numerus="yes">
        <source>Its %n Pod(s) will be replaced by new ones of the same template.</source>
        <translation>
            <numerusform>Its %n Pod will be replaced by new ones of the same template.</numerusform>
            <numerusform>Its %n Pods will be replaced by new ones of the same template.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>orrery::RolloutStatusView</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>orrery::ScaleListDialog</name>
    <message numerus="yes">
        <source>Scale %n object(s) of kind %1</source>
        <translation>
            <numerusform>Scale %n object of kind %1</numerusform>
            <numerusform>Scale %n objects of kind %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n done</source>
        <translation>
            <numerusform>%n done</numerusform>
            <numerusform>%n done</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n under way</source>
        <translation>
            <numerusform>%n under way</numerusform>
            <numerusform>%n under way</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Scale %n object(s)</source>
        <translation>
            <numerusform>&amp;Scale %n object</numerusform>
            <numerusform>&amp;Scale %n objects</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>orrery::DrainTexts</name>
    <message numerus="yes">
        <source>%n Pod(s) need(s) consent before anything is done.</source>
        <translation>
            <numerusform>%n Pod needs consent before anything is done.</numerusform>
            <numerusform>%n Pods need consent before anything is done.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>orrery::ManifestText</name>
    <message numerus="yes">
        <source>%n would be created</source>
        <translation>
            <numerusform>%n would be created</numerusform>
            <numerusform>%n would be created</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n would change</source>
        <translation>
            <numerusform>%n would change</numerusform>
            <numerusform>%n would change</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with nothing to change</source>
        <translation>
            <numerusform>%n with nothing to change</numerusform>
            <numerusform>%n with nothing to change</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not tried before</source>
        <translation>
            <numerusform>%n not tried before</numerusform>
            <numerusform>%n not tried before</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n created</source>
        <translation>
            <numerusform>%n created</numerusform>
            <numerusform>%n created</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n configured</source>
        <translation>
            <numerusform>%n configured</numerusform>
            <numerusform>%n configured</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unchanged</source>
        <translation>
            <numerusform>%n unchanged</numerusform>
            <numerusform>%n unchanged</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with a conflict</source>
        <translation>
            <numerusform>%n with a conflict</numerusform>
            <numerusform>%n with a conflict</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n there already</source>
        <translation>
            <numerusform>%n there already</numerusform>
            <numerusform>%n there already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused</source>
        <translation>
            <numerusform>%n refused</numerusform>
            <numerusform>%n refused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not sent</source>
        <translation>
            <numerusform>%n not sent</numerusform>
            <numerusform>%n not sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cannot be read</source>
        <translation>
            <numerusform>%n cannot be read</numerusform>
            <numerusform>%n cannot be read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%n document</numerusform>
            <numerusform>%n documents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not allowed</source>
        <translation>
            <numerusform>%n not allowed</numerusform>
            <numerusform>%n not allowed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>orrery::RemovalTexts</name>
    <message numerus="yes">
        <source>Terminating, %n s left</source>
        <translation>
            <numerusform>Terminating, %n s left</numerusform>
            <numerusform>Terminating, %n s left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Refused for now, again in %n s</source>
        <translation>
            <numerusform>Refused for now, again in %n s</numerusform>
            <numerusform>Refused for now, again in %n s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more kind(s)</source>
        <translation>
            <numerusform>%n more kind</numerusform>
            <numerusform>%n more kinds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n object(s) stay(s): owned by others, too.</source>
        <translation>
            <numerusform>%n object stays: owned by others, too.</numerusform>
            <numerusform>%n objects stay: owned by others, too.</numerusform>
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
</context>
<context>
    <name>orrery::ApiServerPage</name>
    <message numerus="yes">
        <source>%n queue(s) stand ready</source>
        <translation>
            <numerusform>%n queue stands ready</numerusform>
            <numerusform>%n queues stand ready</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ApiServerRows</name>
    <message numerus="yes">
        <source>%n request(s) counted</source>
        <translation>
            <numerusform>%n request counted</numerusform>
            <numerusform>%n requests counted</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ApiServerTexts</name>
    <message numerus="yes">
        <source>Ready: all of %n check(s) pass</source>
        <translation>
            <numerusform>Ready: its %n check passes</numerusform>
            <numerusform>Ready: all of %n checks pass</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) of %1 wait for a seat</source>
        <translation>
            <numerusform>%n request of %1 waits for a seat</numerusform>
            <numerusform>%n requests of %1 wait for a seat</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) of %1 refused in the last %2</source>
        <translation>
            <numerusform>%n request of %1 refused in the last %2</numerusform>
            <numerusform>%n requests of %1 refused in the last %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>orrery::ControllersPage</name>
    <message numerus="yes">
        <source>%n do(es) not answer</source>
        <translation>
            <numerusform>%n does not answer</numerusform>
            <numerusform>%n do not answer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tell(s) no queue</source>
        <translation>
            <numerusform>%n tells no queue</numerusform>
            <numerusform>%n tell no queue</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>each %n second(s)</source>
        <translation>
            <numerusform>every %n second</numerusform>
            <numerusform>every %n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n queue(s)</source>
        <translation>
            <numerusform>%n queue</numerusform>
            <numerusform>%n queues</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n program(s)</source>
        <translation>
            <numerusform>%n program</numerusform>
            <numerusform>%n programs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ControllersTexts</name>
    <message numerus="yes">
        <source>%n worker(s) have not come back; the longest for %1</source>
        <translation>
            <numerusform>%n worker has not come back for %1</numerusform>
            <numerusform>%n workers have not come back; the longest for %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>all workers are busy and %1 key(s) wait, half of them up to %2</source>
        <translation>
            <numerusform>all workers are busy and %1 key waits, up to %2</numerusform>
            <numerusform>all workers are busy and %1 keys wait, half of them up to %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 key(s) wait, and no worker has taken any for %2</source>
        <translation>
            <numerusform>%1 key waits, and no worker has taken any for %2</numerusform>
            <numerusform>%1 keys wait, and no worker has taken any for %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n may not be read: it takes get on pods/proxy</source>
        <translation>
            <numerusform>%n may not be read: it takes get on pods/proxy</numerusform>
            <numerusform>%n may not be read: it takes get on pods/proxy</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tell(s) no metrics where asked</source>
        <translation>
            <numerusform>%n tells no metrics where asked</numerusform>
            <numerusform>%n tell no metrics where asked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n do(es) not answer</source>
        <translation>
            <numerusform>%n does not answer</numerusform>
            <numerusform>%n do not answer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n component(s) want(s) to know who asks: %1 mends it</source>
        <translation>
            <numerusform>%n component wants to know who asks: %1 mends it</numerusform>
            <numerusform>%n components want to know who asks: %1 mends it</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n want(s) to know who asks</source>
        <translation>
            <numerusform>%n wants to know who asks</numerusform>
            <numerusform>%n want to know who asks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>all workers are busy and %1 key(s) wait, half of them more than %2</source>
        <translation>
            <numerusform>all workers are busy and %1 key waits, more than %2</numerusform>
            <numerusform>all workers are busy and %1 keys wait, half of them more than %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) with an error of its own</source>
        <translation>
            <numerusform>%n answers with an error of its own</numerusform>
            <numerusform>%n answer with an error of their own</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>orrery::FaultDialog</name>
    <message numerus="yes">
        <source>The watch that is open ends with 410 Gone at once; %n answer(s) in all are so. The Reflector lists anew.</source>
        <translation>
            <numerusform>The watch that is open ends with 410 Gone at once; %n answer in all is so. The Reflector lists anew.</numerusform>
            <numerusform>The watch that is open ends with 410 Gone at once; %n answers in all are so. The Reflector lists anew.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The watch that is open ends with 429 at once; %n answer(s) in all say to come again later.</source>
        <translation>
            <numerusform>The watch that is open ends with 429 at once; %n answer in all says to come again later.</numerusform>
            <numerusform>The watch that is open ends with 429 at once; %n answers in all say to come again later.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The watch that is open ends with an error at once; %n answer(s) in all are 500. The Reflector backs off.</source>
        <translation>
            <numerusform>The watch that is open ends with an error at once; %n answer in all is 500. The Reflector backs off.</numerusform>
            <numerusform>The watch that is open ends with an error at once; %n answers in all are 500. The Reflector backs off.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>orrery::NoticeList</name>
    <message numerus="yes">
        <source>and %n more in the table</source>
        <translation>
            <numerusform>and %n more in the table</numerusform>
            <numerusform>and %n more in the table</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>orrery::RequestStrip</name>
    <message numerus="yes">
        <source>in flight, %n waiting</source>
        <translation>
            <numerusform>in flight, %n waiting</numerusform>
            <numerusform>in flight, %n waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>open stream(s)</source>
        <translation>
            <numerusform>open stream</numerusform>
            <numerusform>open streams</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>throttled, %n call(s)</source>
        <translation>
            <numerusform>throttled, %n call</numerusform>
            <numerusform>throttled, %n calls</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>orrery::RequestsPage</name>
    <message numerus="yes">
        <source>Paused: %n more ended since</source>
        <translation>
            <numerusform>Paused: %n more ended since</numerusform>
            <numerusform>Paused: %n more ended since</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message numerus="yes">
        <source>%n key(s) fail and are tried again.</source>
        <translation>
            <numerusform>%n key fails and is tried again.</numerusform>
            <numerusform>%n keys fail and are tried again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>orrery::WorkloadListDialog</name>
    <message numerus="yes">
        <source>Restart %n object(s) of kind %1</source>
        <translation>
            <numerusform>Restart %n object of kind %1</numerusform>
            <numerusform>Restart %n objects of kind %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Pause %n object(s) of kind %1</source>
        <translation>
            <numerusform>Pause %n object of kind %1</numerusform>
            <numerusform>Pause %n objects of kind %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Resume %n object(s) of kind %1</source>
        <translation>
            <numerusform>Resume %n object of kind %1</numerusform>
            <numerusform>Resume %n objects of kind %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Restart %n object(s)</source>
        <translation>
            <numerusform>&amp;Restart %n object</numerusform>
            <numerusform>&amp;Restart %n objects</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Pause %n object(s)</source>
        <translation>
            <numerusform>&amp;Pause %n object</numerusform>
            <numerusform>&amp;Pause %n objects</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Resume %n object(s)</source>
        <translation>
            <numerusform>&amp;Resume %n object</numerusform>
            <numerusform>&amp;Resume %n objects</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n done</source>
        <translation>
            <numerusform>%n done</numerusform>
            <numerusform>%n done</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n under way</source>
        <translation>
            <numerusform>%n under way</numerusform>
            <numerusform>%n under way</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not carried out</source>
        <translation>
            <numerusform>%n not carried out</numerusform>
            <numerusform>%n not carried out</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>orrery::DraftVerbs</name>
    <message numerus="yes">
        <source>%n text(s) not saved, kept in File, Unsaved Texts</source>
        <translation>
            <numerusform>%n text not saved, kept in File, Unsaved Texts</numerusform>
            <numerusform>%n texts not saved, kept in File, Unsaved Texts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StageContents</name>
    <message numerus="yes">
        <source>sent again %n time(s)</source>
        <translation>
            <numerusform>sent again %n time</numerusform>
            <numerusform>sent again %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>everything, %1 object(s)</source>
        <translation>
            <numerusform>everything, %1 object</numerusform>
            <numerusform>everything, %1 objects</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StageFacts</name>
    <message numerus="yes">
        <source>%1 bookmark(s)</source>
        <translation>
            <numerusform>%1 bookmark</numerusform>
            <numerusform>%1 bookmarks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 request(s)</source>
        <translation>
            <numerusform>%1 request</numerusform>
            <numerusform>%1 requests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 relist(s)</source>
        <translation>
            <numerusform>%1 relist</numerusform>
            <numerusform>%1 relists</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 key(s)</source>
        <translation>
            <numerusform>%1 key</numerusform>
            <numerusform>%1 keys</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 delta(s)</source>
        <translation>
            <numerusform>%1 delta</numerusform>
            <numerusform>%1 deltas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 value(s)</source>
        <translation>
            <numerusform>%1 value</numerusform>
            <numerusform>%1 values</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 entry or entries</source>
        <translation>
            <numerusform>%1 entry</numerusform>
            <numerusform>%1 entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FreshnessTexts</name>
    <message numerus="yes">
        <source>410 Gone, %n time(s) more</source>
        <translation>
            <numerusform>410 Gone, %n time more</numerusform>
            <numerusform>410 Gone, %n times more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>429 Too Many Requests, %n time(s) more</source>
        <translation>
            <numerusform>429 Too Many Requests, %n time more</numerusform>
            <numerusform>429 Too Many Requests, %n times more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>500 Internal Server Error, %n time(s) more</source>
        <translation>
            <numerusform>500 Internal Server Error, %n time more</numerusform>
            <numerusform>500 Internal Server Error, %n times more</numerusform>
        </translation>
    </message>
</context>
</TS>
