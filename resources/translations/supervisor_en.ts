<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
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
