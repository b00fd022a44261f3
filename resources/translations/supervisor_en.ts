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
        <name>Campaigns</name>
        <message numerus="yes">
            <source>%n are in the list already</source>
            <translation>
                <numerusform>%n is in the list already</numerusform>
                <numerusform>%n are in the list already</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n are invalid</source>
            <translation>
                <numerusform>%n is invalid</numerusform>
                <numerusform>%n are invalid</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n are on the do-not-call list</source>
            <translation>
                <numerusform>%n is on the do-not-call list</numerusform>
                <numerusform>%n are on the do-not-call list</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n come twice</source>
            <translation>
                <numerusform>%n comes twice</numerusform>
                <numerusform>%n come twice</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n list(s) could not be read</source>
            <translation>
                <numerusform>%n list could not be read</numerusform>
                <numerusform>%n lists could not be read</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n more tries, {m} min apart</source>
            <translation>
                <numerusform>%n more try, {m} min apart</numerusform>
                <numerusform>%n more tries, {m} min apart</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n number(s) found</source>
            <translation>
                <numerusform>%n number found</numerusform>
                <numerusform>%n numbers found</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n number(s) have not been sent to it yet.</source>
            <translation>
                <numerusform>%n number has not been sent to it yet.</numerusform>
                <numerusform>%n numbers have not been sent to it yet.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n number(s) in it are on the do-not-call list. Remove them before you start.</source>
            <translation>
                <numerusform>%n number in it is on the do-not-call list. Remove it before you start.</numerusform>
                <numerusform>%n numbers in it are on the do-not-call list. Remove them before you start.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n number(s) put on the do-not-call list</source>
            <translation>
                <numerusform>%n number put on the do-not-call list</numerusform>
                <numerusform>%n numbers put on the do-not-call list</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n number(s) stand in it more than once and may be called twice.</source>
            <translation>
                <numerusform>%n number stands in it more than once and may be called twice.</numerusform>
                <numerusform>%n numbers stand in it more than once and may be called twice.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n number(s) taken off the do-not-call list</source>
            <translation>
                <numerusform>%n number taken off the do-not-call list</numerusform>
                <numerusform>%n numbers taken off the do-not-call list</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n number(s) that failed</source>
            <translation>
                <numerusform>%n number that failed</numerusform>
                <numerusform>%n numbers that failed</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n number(s) will be made active.</source>
            <translation>
                <numerusform>%n number will be made active.</numerusform>
                <numerusform>%n numbers will be made active.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n number(s) will be made passive.</source>
            <translation>
                <numerusform>%n number will be made passive.</numerusform>
                <numerusform>%n numbers will be made passive.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n number(s) will be removed from the list.</source>
            <translation>
                <numerusform>%n number will be removed from the list.</numerusform>
                <numerusform>%n numbers will be removed from the list.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n row(s) are on the clipboard.</source>
            <translation>
                <numerusform>%n row is on the clipboard.</numerusform>
                <numerusform>%n rows are on the clipboard.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n row(s) of the report could not be read and are not shown.</source>
            <translation>
                <numerusform>%n row of the report could not be read and is not shown.</numerusform>
                <numerusform>%n rows of the report could not be read and are not shown.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n row(s) of the report could not be read.</source>
            <translation>
                <numerusform>%n row of the report could not be read.</numerusform>
                <numerusform>%n rows of the report could not be read.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n rows have no number</source>
            <translation>
                <numerusform>%n row has no number</numerusform>
                <numerusform>%n rows have no number</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>+%n more list(s)</source>
            <translation>
                <numerusform>+%n more list</numerusform>
                <numerusform>+%n more lists</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Each number takes a request of its own, ten a minute: about %n minute(s).</source>
            <translation>
                <numerusform>Each number takes a request of its own, ten a minute: about %n minute.</numerusform>
                <numerusform>Each number takes a request of its own, ten a minute: about %n minutes.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>It may call on %n Sunday(s), first on {day}.</source>
            <translation>
                <numerusform>It may call on %n Sunday, on {day}.</numerusform>
                <numerusform>It may call on %n Sundays, first on {day}.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>It may call on %n public holiday(s), first on {day}: {name}.</source>
            <translation>
                <numerusform>It may call on %n public holiday, on {day}: {name}.</numerusform>
                <numerusform>It may call on %n public holidays, first on {day}: {name}.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Numbers not reached are tried %n more time(s), {minutes} min apart.</source>
            <translation>
                <numerusform>Numbers not reached are tried %n more time, {minutes} min later.</numerusform>
                <numerusform>Numbers not reached are tried %n more times, {minutes} min apart.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Take %n number(s) off the list? Lists may call them again.</source>
            <translation>
                <numerusform>Take %n number off the list? Lists may call it again.</numerusform>
                <numerusform>Take %n numbers off the list? Lists may call them again.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Take over %n number(s)</source>
            <translation>
                <numerusform>Take over %n number</numerusform>
                <numerusform>Take over %n numbers</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>That takes %n request(s)</source>
            <translation>
                <numerusform>That takes %n request</numerusform>
                <numerusform>That takes %n requests</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Today is a Sunday; until its end it may call on %n Sunday(s).</source>
            <translation>
                <numerusform>Today is a Sunday; until its end it may call on %n Sunday.</numerusform>
                <numerusform>Today is a Sunday; until its end it may call on %n Sundays.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Today is a public holiday: {name}. Until its end it may call on %n of them.</source>
            <translation>
                <numerusform>Today is a public holiday: {name}. Until its end it may call on %n of them.</numerusform>
                <numerusform>Today is a public holiday: {name}. Until its end it may call on %n of them.</numerusform>
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
        <name>Forget</name>
        <message numerus="yes">
            <source>%n call(s) deleted.</source>
            <translation>
                <numerusform>%n call deleted.</numerusform>
                <numerusform>%n calls deleted.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n name(s), note(s) and other entries deleted.</source>
            <translation>
                <numerusform>%n name, note or other entry deleted.</numerusform>
                <numerusform>%n names, notes and other entries deleted.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n other call(s) stay for the statistics, without the number.</source>
            <translation>
                <numerusform>%n other call stays for the statistics, without the number.</numerusform>
                <numerusform>%n other calls stay for the statistics, without the number.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n saved recording(s) deleted.</source>
            <translation>
                <numerusform>%n saved recording deleted.</numerusform>
                <numerusform>%n saved recordings deleted.</numerusform>
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
        <name>Missed</name>
        <message numerus="yes">
            <source>%n missed call(s) without a number cannot be called back.</source>
            <translation>
                <numerusform>%n missed call without a number cannot be called back.</numerusform>
                <numerusform>%n missed calls without a number cannot be called back.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Call records of %n day(s) of these have not come from the PBX yet.</source>
            <translation>
                <numerusform>Call records of %n day of these have not come from the PBX yet.</numerusform>
                <numerusform>Call records of %n days of these have not come from the PBX yet.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>MissedPage</name>
        <message numerus="yes">
            <source>%n call(s) with a withheld number cannot be called back.</source>
            <translation>
                <numerusform>%n call with a withheld number cannot be called back.</numerusform>
                <numerusform>%n calls with a withheld number cannot be called back.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n day(s) have not come from the PBX yet</source>
            <translation>
                <numerusform>%n day has not come from the PBX yet</numerusform>
                <numerusform>%n days have not come from the PBX yet</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Under “All” there are %n.</source>
            <translation>
                <numerusform>Under “All” there is %n.</numerusform>
                <numerusform>Under “All” there are %n.</numerusform>
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
        <message numerus="yes">
            <source>%n number(s) of the file were deleted for good and left out</source>
            <translation>
                <numerusform>%n number of the file was deleted for good and left out</numerusform>
                <numerusform>%n numbers of the file were deleted for good and left out</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Recordings</name>
        <message numerus="yes">
            <source>It stays in this folder for %n day(s).</source>
            <translation>
                <numerusform>It stays in this folder for %n day.</numerusform>
                <numerusform>It stays in this folder for %n days.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Records</name>
        <message numerus="yes">
            <source>The calls of %n day(s) are not kept here.</source>
            <translation>
                <numerusform>The calls of %n day are not kept here.</numerusform>
                <numerusform>The calls of %n days are not kept here.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>RecordsPage</name>
        <message numerus="yes">
            <source>%n call(s)</source>
            <translation>
                <numerusform>%n call</numerusform>
                <numerusform>%n calls</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n day(s) of these have not come from the PBX yet.</source>
            <translation>
                <numerusform>%n day of these has not come from the PBX yet.</numerusform>
                <numerusform>%n days of these have not come from the PBX yet.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n row(s) on the clipboard.</source>
            <translation>
                <numerusform>%n row on the clipboard.</numerusform>
                <numerusform>%n rows on the clipboard.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>No call so far: %n day(s) have not come from the PBX yet.</source>
            <translation>
                <numerusform>No call so far: %n day has not come from the PBX yet.</numerusform>
                <numerusform>No call so far: %n days have not come from the PBX yet.</numerusform>
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
    <context>
        <name>Tray</name>
        <message numerus="yes">
            <source>%n caller(s) to call back</source>
            <translation>
                <numerusform>%n caller to call back</numerusform>
                <numerusform>%n callers to call back</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n waiting call(s)</source>
            <translation>
                <numerusform>%n waiting call</numerusform>
                <numerusform>%n waiting calls</numerusform>
            </translation>
        </message>
    </context>
</TS>
