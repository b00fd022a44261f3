<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
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
</TS>
