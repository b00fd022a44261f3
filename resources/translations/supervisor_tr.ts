<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="tr" sourcelanguage="en">
<context>
    <name>Cli</name>
    <message>
        <source>“{name}” is not built yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
