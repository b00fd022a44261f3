<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="tr" sourcelanguage="en">
    <context>
        <name>Actions</name>
        <message>
            <source>&amp;Agents</source>
            <translation>&amp;Temsilciler</translation>
        </message>
        <message>
            <source>&amp;Help</source>
            <translation>&amp;Yardım</translation>
        </message>
        <message>
            <source>&amp;Profile</source>
            <translation>&amp;Profil</translation>
        </message>
        <message>
            <source>&amp;Queues</source>
            <translation>&amp;Kuyruklar</translation>
        </message>
        <message>
            <source>&amp;View</source>
            <translation>&amp;Görünüm</translation>
        </message>
        <message>
            <source>Add an external number…</source>
            <translation>Dış numara ekle…</translation>
        </message>
        <message>
            <source>Add to queue</source>
            <translation>Kuyruğa ekle</translation>
        </message>
        <message>
            <source>Another reason…</source>
            <translation>Başka bir neden…</translation>
        </message>
        <message>
            <source>Ask the PBX now</source>
            <translation>Santrale şimdi sor</translation>
        </message>
        <message>
            <source>Break</source>
            <translation>Mola</translation>
        </message>
        <message>
            <source>Break reason</source>
            <translation>Mola nedeni</translation>
        </message>
        <message>
            <source>Filter agents</source>
            <translation>Temsilcileri süz</translation>
        </message>
        <message>
            <source>For: {who}</source>
            <translation>Kim: {who}</translation>
        </message>
        <message>
            <source>Keys</source>
            <translation>Kısayollar</translation>
        </message>
        <message>
            <source>Live board</source>
            <translation>Canlı pano</translation>
        </message>
        <message>
            <source>Name of the agent</source>
            <translation>Temsilcinin adı</translation>
        </message>
        <message>
            <source>Names from a CSV file…</source>
            <translation>Adları CSV dosyasından al…</translation>
        </message>
        <message>
            <source>Names to a CSV file…</source>
            <translation>Adları CSV dosyasına yaz…</translation>
        </message>
        <message>
            <source>New password…</source>
            <translation>Yeni parola…</translation>
        </message>
        <message>
            <source>No external number is known in any queue.</source>
            <translation>Hiçbir kuyrukta bilinen bir dış numara yok.</translation>
        </message>
        <message>
            <source>Numbers that this program added or that the queue status shows.</source>
            <translation>Bu programın eklediği ya da kuyruk durumunda görünen numaralar.</translation>
        </message>
        <message>
            <source>Profiles…</source>
            <translation>Profiller…</translation>
        </message>
        <message>
            <source>Quit</source>
            <translation>Çık</translation>
        </message>
        <message>
            <source>Remove an external number</source>
            <translation>Dış numarayı çıkar</translation>
        </message>
        <message>
            <source>Remove an external number…</source>
            <translation>Dış numara çıkar…</translation>
        </message>
        <message>
            <source>Remove from queue</source>
            <translation>Kuyruktan çıkar</translation>
        </message>
        <message>
            <source>Remove from which queue?</source>
            <translation>Hangi kuyruktan çıkarılsın?</translation>
        </message>
        <message>
            <source>Resume</source>
            <translation>Devam</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>Ayarlar</translation>
        </message>
        <message>
            <source>Table or tiles</source>
            <translation>Tablo ya da kutular</translation>
        </message>
        <message>
            <source>The PBX takes 5 numbers per queue and numbers in 5 queues at once. Known now: {queues} of 5 queues. Counted: what this program added and what the queue status shows; numbers added elsewhere may be missing.</source>
            <translation>Santral bir kuyruğa en çok 5, aynı anda en çok 5 kuyruğa dış numara alır. Şu an bilinen: 5 kuyruktan {queues} tanesinde numara var. Sayılanlar: bu programın ekledikleri ve kuyruk durumunda görünenler; başka yerden eklenenler eksik olabilir.</translation>
        </message>
        <message>
            <source>What was done…</source>
            <translation>Yapılan işlemler…</translation>
        </message>
        <message>
            <source>{n} min</source>
            <translation>{n} dk</translation>
        </message>
    </context>
    <context>
        <name>Audit</name>
        <message>
            <source>Agent</source>
            <translation>Temsilci</translation>
        </message>
        <message>
            <source>Detail</source>
            <translation>Ayrıntı</translation>
        </message>
        <message>
            <source>Outcome</source>
            <translation>Sonuç</translation>
        </message>
        <message>
            <source>Queue</source>
            <translation>Kuyruk</translation>
        </message>
        <message>
            <source>What</source>
            <translation>İşlem</translation>
        </message>
        <message>
            <source>What was done</source>
            <translation>Yapılan işlemler</translation>
        </message>
        <message>
            <source>When</source>
            <translation>Ne zaman</translation>
        </message>
        <message>
            <source>Who</source>
            <translation>Kim</translation>
        </message>
        <message>
            <source>Words</source>
            <translation>Açıklama</translation>
        </message>
        <message>
            <source>cancelled</source>
            <translation>vazgeçildi</translation>
        </message>
        <message>
            <source>done</source>
            <translation>tamam</translation>
        </message>
        <message>
            <source>refused</source>
            <translation>reddedildi</translation>
        </message>
        <message>
            <source>unknown</source>
            <translation>bilinmiyor</translation>
        </message>
    </context>
    <context>
        <name>Batches</name>
        <message>
            <source>5 queues hold external numbers already; empty one first</source>
            <translation>zaten 5 kuyrukta dış numara var; önce birini boşaltın</translation>
        </message>
        <message>
            <source>Add external number</source>
            <translation>Dış numara ekle</translation>
        </message>
        <message>
            <source>Add to queue</source>
            <translation>Kuyruğa ekle</translation>
        </message>
        <message>
            <source>Break</source>
            <translation>Mola</translation>
        </message>
        <message>
            <source>Cancel the waiting</source>
            <translation>Sıradakilerden vazgeç</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Kapat</translation>
        </message>
        <message>
            <source>Details</source>
            <translation>Ayrıntılar</translation>
        </message>
        <message>
            <source>Outcome per agent and queue</source>
            <translation>Temsilci ve kuyruk başına sonuç</translation>
        </message>
        <message>
            <source>Progress of the action</source>
            <translation>İşlemin ilerleyişi</translation>
        </message>
        <message>
            <source>Remove external number</source>
            <translation>Dış numara çıkar</translation>
        </message>
        <message>
            <source>Remove from queue</source>
            <translation>Kuyruktan çıkar</translation>
        </message>
        <message>
            <source>Resume</source>
            <translation>Devam</translation>
        </message>
        <message>
            <source>Try the failed again</source>
            <translation>Olmayanları yeniden dene</translation>
        </message>
        <message>
            <source>a fixed member: the portal put it there, only the portal can take it out</source>
            <translation>sabit üye: portaldan eklenmiş, yalnızca portaldan çıkarılabilir</translation>
        </message>
        <message>
            <source>an earlier action on this pair is still under way</source>
            <translation>bu temsilci ve kuyruk için önceki işlem hâlâ sürüyor</translation>
        </message>
        <message>
            <source>cancelled</source>
            <translation>vazgeçildi</translation>
        </message>
        <message>
            <source>done</source>
            <translation>tamam</translation>
        </message>
        <message>
            <source>no answer, checking</source>
            <translation>yanıt yok, denetleniyor</translation>
        </message>
        <message>
            <source>refused</source>
            <translation>reddedildi</translation>
        </message>
        <message>
            <source>sent</source>
            <translation>gönderildi</translation>
        </message>
        <message>
            <source>the PBX refused the password; nothing more is sent until it is renewed</source>
            <translation>santral parolayı reddetti; yenilenene kadar başka istek gönderilmez</translation>
        </message>
        <message>
            <source>the program is not connected to the PBX</source>
            <translation>program santrale bağlı değil</translation>
        </message>
        <message>
            <source>the queue has 5 external numbers already; remove one first</source>
            <translation>kuyrukta zaten 5 dış numara var; önce birini çıkarın</translation>
        </message>
        <message>
            <source>this seat may not do that</source>
            <translation>bu masanın buna yetkisi yok</translation>
        </message>
        <message>
            <source>unknown</source>
            <translation>bilinmiyor</translation>
        </message>
        <message>
            <source>waiting its turn</source>
            <translation>sırada</translation>
        </message>
    </context>
    <context>
        <name>Board</name>
        <message>
            <source>Name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{h} h {m} min</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{m} min {s} s</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{n} s</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{n}%</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Cli</name>
        <message>
            <source>“{name}” is not built yet.</source>
            <translation>“{name}” henüz yapılmadı.</translation>
        </message>
    </context>
    <context>
        <name>Dialogs</name>
        <message>
            <source>10 digits, for example 5550001122</source>
            <translation>10 hane, örneğin 5550001122</translation>
        </message>
        <message>
            <source>Add an external number</source>
            <translation>Dış numara ekle</translation>
        </message>
        <message>
            <source>Add to queue</source>
            <translation>Kuyruğa ekle</translation>
        </message>
        <message>
            <source>Break with another reason</source>
            <translation>Başka bir nedenle mola</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Vazgeç</translation>
        </message>
        <message>
            <source>For: {who}</source>
            <translation>Kim: {who}</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>Numara</translation>
        </message>
        <message>
            <source>OK</source>
            <translation>Tamam</translation>
        </message>
        <message>
            <source>Penalty (0 rings first)</source>
            <translation>Öncelik puanı (0 önce çalar)</translation>
        </message>
        <message>
            <source>Penalty (1 rings first)</source>
            <translation>Öncelik puanı (1 önce çalar)</translation>
        </message>
        <message>
            <source>Queue</source>
            <translation>Kuyruk</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>Neden</translation>
        </message>
        <message>
            <source>Start on break</source>
            <translation>Molada başlasın</translation>
        </message>
    </context>
    <context>
        <name>Keys</name>
        <message>
            <source>Back: clears the filter, closes a menu or question</source>
            <translation>Geri: süzmeyi temizler, menüyü ya da soruyu kapatır</translation>
        </message>
        <message>
            <source>In the list of breaks: the reason with that digit</source>
            <translation>Mola listesinde: o rakamdaki neden</translation>
        </message>
        <message>
            <source>In the table: every agent shown</source>
            <translation>Tabloda: görünen bütün temsilciler</translation>
        </message>
        <message>
            <source>Keys</source>
            <translation>Kısayollar</translation>
        </message>
    </context>
    <context>
        <name>Link</name>
        <message numerus="yes">
            <source>%n action(s) under way</source>
            <translation>
                <numerusform>%n işlem bekliyor</numerusform>
            </translation>
        </message>
        <message>
            <source>Advice</source>
            <translation>Öneri</translation>
        </message>
        <message>
            <source>Another program is using this account's queries. See Settings, Programs on this account.</source>
            <translation>Bu hesabın sorgularını başka bir program da kullanıyor. Ayarlar, Bu hesaptaki programlar bölümüne bakın.</translation>
        </message>
        <message>
            <source>Connection</source>
            <translation>Bağlantı</translation>
        </message>
        <message>
            <source>Encryption</source>
            <translation>Şifreleme</translation>
        </message>
        <message>
            <source>Event stream</source>
            <translation>Olay akışı</translation>
        </message>
        <message>
            <source>Queries left</source>
            <translation>Kalan sorgu</translation>
        </message>
        <message>
            <source>Queue queries {left}/{limit}</source>
            <translation>Kuyruk sorgusu {left}/{limit}</translation>
        </message>
        <message>
            <source>Queues are asked one by one; the oldest is {n} min old. Fewer queues or a higher limit help.</source>
            <translation>Kuyruklar tek tek soruluyor; en eskisi {n} dakikalık. Daha az kuyruk ya da daha yüksek sınır yardımcı olur.</translation>
        </message>
        <message>
            <source>The ledger of queries cannot be used; counting in memory.</source>
            <translation>Sorgu defteri kullanılamıyor; bellekte sayılıyor.</translation>
        </message>
        <message>
            <source>connected</source>
            <translation>bağlı</translation>
        </message>
        <message>
            <source>connecting…</source>
            <translation>bağlanıyor…</translation>
        </message>
        <message>
            <source>encrypted</source>
            <translation>şifreli</translation>
        </message>
        <message>
            <source>events broken, trying again</source>
            <translation>olay akışı koptu, yeniden denenecek</translation>
        </message>
        <message>
            <source>events connecting…</source>
            <translation>olay akışı bağlanıyor…</translation>
        </message>
        <message>
            <source>events off</source>
            <translation>olay akışı kapalı</translation>
        </message>
        <message>
            <source>events on</source>
            <translation>olay akışı açık</translation>
        </message>
        <message>
            <source>events refused</source>
            <translation>olay akışı reddedildi</translation>
        </message>
        <message>
            <source>next in {n} s</source>
            <translation>sonraki {n} sn</translation>
        </message>
        <message>
            <source>no answer from the PBX, trying on</source>
            <translation>santral yanıt vermiyor, denemeye devam</translation>
        </message>
        <message>
            <source>no data yet</source>
            <translation>henüz veri yok</translation>
        </message>
        <message>
            <source>not asking</source>
            <translation>sorulmuyor</translation>
        </message>
        <message>
            <source>queue names are needed</source>
            <translation>kuyruk adları gerekli</translation>
        </message>
        <message>
            <source>stopped: the PBX refused the password</source>
            <translation>durdu: santral parolayı reddetti</translation>
        </message>
        <message>
            <source>the PBX limits queries, waiting</source>
            <translation>santral sorguları sınırladı, bekleniyor</translation>
        </message>
        <message>
            <source>{h} h {m} min ago</source>
            <translation>{h} sa {m} dk önce</translation>
        </message>
        <message>
            <source>{n} min ago</source>
            <translation>{n} dk önce</translation>
        </message>
        <message>
            <source>{n} s ago</source>
            <translation>{n} sn önce</translation>
        </message>
        <message>
            <source>⚠ PBX connection and events are not encrypted</source>
            <translation>⚠ santral bağlantısı ve olay akışı şifresiz</translation>
        </message>
        <message>
            <source>⚠ PBX connection is not encrypted</source>
            <translation>⚠ santral bağlantısı şifresiz</translation>
        </message>
        <message>
            <source>⚠ events are not encrypted</source>
            <translation>⚠ olay akışı şifresiz</translation>
        </message>
    </context>
    <context>
        <name>Settings</name>
        <message>
            <source>3 – ask Netgsm</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>4 – ask Netgsm</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>6 – ask Netgsm</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A PEM file, for networks whose firewall opens encrypted connections. Certificates stay checked.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A limit turns off after</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A limit turns on after</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A name of 1 to {most} letters.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A name stands there twice.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A proxy that wants a password cannot be used: passwords are not kept here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A proxy's address looks like http://proxy.example:8080.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A whole number from {low} to {high}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>API address</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Agents are shown as</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>All other queues follow the figures above.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>An address begins with https:// and names a host.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>An address with http:// is not encrypted and is used only if you agree.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>An agent's seat does not query the queues by itself.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Another profile has that name.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Any other reason, amber after</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Any other reason, red after</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Appearance</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>As the system</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ask Netgsm before you choose more than 2. When the PBX complains it is 2 again for an hour.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Beep when a limit turns red</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Board</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Breaks</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Callers who leave sooner are not counted against you.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Calls answered within this time count as in time.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Connection</source>
            <translation>Bağlantı</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Event stream</source>
            <translation>Olay akışı</translation>
        </message>
        <message>
            <source>Event stream's address</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Every row needs a name.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Everything that queries this PBX, this program included; they share the queries.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Extra CA file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Fewer than this is red. 0 switches it off.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Follow the PBX's event stream</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Free agents wanted while somebody waits</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>HOST:PORT, for example {example}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hide customers' numbers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Language</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Light</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Limits</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Longest wait, amber from</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Longest wait, red from</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No user name, password or question mark belongs in the address.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>None</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Once per limit, not again while it stays red.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Only the last two digits are shown, everywhere.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>P, then the digit, sends the agent on this break. 0 minutes: no limit.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>PBX address</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Programs on this account</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Proxy</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Proxy's address</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Queries</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Queue queries a minute</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Queues with limits of their own</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reasons for a break</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Service level: answered within</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Short abandon: up to</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>So that a moment's peak does not alarm.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Table</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The PBX number has 10 digits and does not begin with 0.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The board moves between two queries. The stream is never encrypted: the password travels readable.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The list is too long.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The settings cannot be read, so the defaults hold and changes are not kept.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The settings file was damaged. It is now {file}; the defaults hold.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The value has the wrong form.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Theme</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no profile named “{name}”.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This belongs to a profile; open one first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This one</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This seat is</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This value is not among the choices.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tiles</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Waiting callers, amber from</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Waiting callers, red from</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a supervisor's</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>an agent's</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>min</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>s</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>settings.ini: “{key}” in [{section}] cannot be used: {why}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{name}” belongs to another account.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Store</name>
        <message>
            <source>Another program holds the history file. History and audit wait in memory and are written when it is free.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>History and audit cannot be written because of a fault in this program; it has been reported.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The disk does not take what is written. History and audit wait in memory and are lost at the end: check the disk.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The disk is full. History and audit wait in memory and are lost at the end: free some space.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The history file cannot be written. History and audit wait in memory and are lost at the end: check the rights of the data folder.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The history file comes from a newer version of this program. It was kept as {name}, and a new one begun.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The history file is damaged and could not be put aside. History and audit wait in memory and are lost at the end: move the file away.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The history file was damaged. It was kept as {name}, and a new one begun.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The history is not open.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Window</name>
        <message>
            <source>Age of the figures</source>
            <translation>Verilerin yaşı</translation>
        </message>
        <message>
            <source>NetSantral Supervisor</source>
            <translation>NetSantral Supervisor</translation>
        </message>
        <message>
            <source>Next query</source>
            <translation>Sonraki sorgu</translation>
        </message>
        <message>
            <source>next in {n} s</source>
            <translation>sonraki {n} sn</translation>
        </message>
    </context>
</TS>
