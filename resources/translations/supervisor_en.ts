<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
    <context>
        <name>Actions</name>
        <message numerus="yes">
            <source>%n agent(s)</source>
            <translation>
                <numerusform>%n agent</numerusform>
                <numerusform>%n agents</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n waiting</source>
            <translation>
                <numerusform>%n waiting</numerusform>
                <numerusform>%n waiting</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Board</name>
        <message numerus="yes">
            <source>%n agent(s) chosen</source>
            <translation>
                <numerusform>%n agent chosen</numerusform>
                <numerusform>%n agents chosen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n call(s)</source>
            <translation>
                <numerusform>%n call</numerusform>
                <numerusform>%n calls</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n row(s) of the last answer could not be read</source>
            <translation>
                <numerusform>%n row of the last answer could not be read</numerusform>
                <numerusform>%n rows of the last answer could not be read</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>+%n number(s) withheld</source>
            <translation>
                <numerusform>+%n number withheld</numerusform>
                <numerusform>+%n numbers withheld</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Cli</name>
        <message numerus="yes">
            <source>%n request(s) to the PBX left, about {time}</source>
            <translation>
                <numerusform>%n request to the PBX left, about {time}</numerusform>
                <numerusform>%n requests to the PBX left, about {time}</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>FirstStart</name>
        <message numerus="yes">
            <source>%n name(s). Each takes one query, 2 a minute.</source>
            <translation>
                <numerusform>%n name. It takes one query; 2 a minute are allowed.</numerusform>
                <numerusform>%n names. Each takes one query; 2 a minute are allowed.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Link</name>
        <message numerus="yes">
            <source>%n action(s) under way</source>
            <translation>
                <numerusform>%n action under way</numerusform>
                <numerusform>%n actions under way</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Names</name>
        <message numerus="yes">
            <source>%n name(s) taken from the file</source>
            <translation>
                <numerusform>%n name taken from the file</numerusform>
                <numerusform>%n names taken from the file</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Spelling</name>
        <message numerus="yes">
            <source>%n point(s)</source>
            <translation>
                <numerusform>%n point</numerusform>
                <numerusform>%n points</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Statistics</name>
        <message numerus="yes">
            <source>%n day(s)</source>
            <translation>
                <numerusform>%n day</numerusform>
                <numerusform>%n days</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n day(s) are not kept here yet and not counted.</source>
            <translation>
                <numerusform>%n day is not kept here yet and not counted.</numerusform>
                <numerusform>%n days are not kept here yet and not counted.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n day(s) not kept yet</source>
            <translation>
                <numerusform>%n day not kept yet</numerusform>
                <numerusform>%n days not kept yet</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n day(s) without call lists</source>
            <translation>
                <numerusform>%n day without call lists</numerusform>
                <numerusform>%n days without call lists</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n row(s) of the call lists could not be read.</source>
            <translation>
                <numerusform>%n row of the call lists could not be read.</numerusform>
                <numerusform>%n rows of the call lists could not be read.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Incoming and abandoned calls are missing for %n day(s).</source>
            <translation>
                <numerusform>Incoming and abandoned calls are missing for %n day.</numerusform>
                <numerusform>Incoming and abandoned calls are missing for %n days.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Incoming and abandoned calls are missing for %n day(s); the call lists will complete them.</source>
            <translation>
                <numerusform>Incoming and abandoned calls are missing for %n day; the call lists will complete them.</numerusform>
                <numerusform>Incoming and abandoned calls are missing for %n days; the call lists will complete them.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>The PBX gives no call lists for %n day(s).</source>
            <translation>
                <numerusform>The PBX gives no call lists for %n day.</numerusform>
                <numerusform>The PBX gives no call lists for %n days.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>The call lists of %n day(s) are not kept here yet.</source>
            <translation>
                <numerusform>The call lists of %n day are not kept here yet.</numerusform>
                <numerusform>The call lists of %n days are not kept here yet.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Within that time %n minute(s) were not seen.</source>
            <translation>
                <numerusform>Within that time %n minute was not seen.</numerusform>
                <numerusform>Within that time %n minutes were not seen.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>StatisticsPage</name>
        <message numerus="yes">
            <source>%n request(s) left</source>
            <translation>
                <numerusform>%n request left</numerusform>
                <numerusform>%n requests left</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Last %n days</source>
            <translation>
                <numerusform>Last %n day</numerusform>
                <numerusform>Last %n days</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>vs the %n days before</source>
            <translation>
                <numerusform>vs %n day before</numerusform>
                <numerusform>vs %n days before</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Store</name>
        <message numerus="yes">
            <source>Entries lost so far: %n.</source>
            <translation>
                <numerusform>Entries lost so far: %n.</numerusform>
                <numerusform>Entries lost so far: %n.</numerusform>
            </translation>
        </message>
    </context>
</TS>
