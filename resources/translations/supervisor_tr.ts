<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="tr" sourcelanguage="en">
    <context>
        <name>About</name>
        <message>
            <source>About this program</source>
            <translation>Program hakkında</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Kapat</translation>
        </message>
        <message>
            <source>Open the folder</source>
            <translation>Klasörü aç</translation>
        </message>
        <message>
            <source>The licence texts of all parts came with their packages.</source>
            <translation>Bütün parçaların lisans metinleri kendi paketleriyle birlikte geldi.</translation>
        </message>
        <message>
            <source>The licence texts of all parts lie in {folder}.</source>
            <translation>Bütün parçaların lisans metinleri şu klasörde: {folder}.</translation>
        </message>
        <message>
            <source>The window is made with Qt and PySide6, used unchanged under the GNU LGPL version 3; their libraries may be replaced by others of the same interface.</source>
            <translation>Pencere Qt ve PySide6 ile yapılmıştır; ikisi de değiştirilmeden, GNU LGPL sürüm 3 altında kullanılır. Kitaplıkları aynı arayüze sahip başkalarıyla değiştirilebilir.</translation>
        </message>
        <message>
            <source>Version {version} · Qt {qt} · Python {python}</source>
            <translation>Sürüm {version} · Qt {qt} · Python {python}</translation>
        </message>
    </context>
    <context>
        <name>Actions</name>
        <message numerus="yes">
            <source>%n agent(s)</source>
            <translation>
                <numerusform>%n temsilci</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n waiting</source>
            <translation>
                <numerusform>%n bekleyen</numerusform>
            </translation>
        </message>
        <message>
            <source>&amp;Agents</source>
            <translation>&amp;Temsilciler</translation>
        </message>
        <message>
            <source>&amp;Calls</source>
            <translation>Ç&amp;ağrılar</translation>
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
            <source>About this program…</source>
            <translation>Program hakkında…</translation>
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
            <source>Auto-dial lists</source>
            <translation>Otomatik arama listeleri</translation>
        </message>
        <message>
            <source>Back from my break</source>
            <translation>Moladan dön</translation>
        </message>
        <message>
            <source>Break</source>
            <translation>Mola</translation>
        </message>
        <message>
            <source>Break for me…</source>
            <translation>Kendime mola…</translation>
        </message>
        <message>
            <source>Break reason</source>
            <translation>Mola nedeni</translation>
        </message>
        <message>
            <source>Call records</source>
            <translation>Çağrı kayıtları</translation>
        </message>
        <message>
            <source>Calls</source>
            <translation>Çağrılar</translation>
        </message>
        <message>
            <source>Connect two numbers, or a number with a menu…</source>
            <translation>İki numarayı ya da numarayı menüye bağla…</translation>
        </message>
        <message>
            <source>Delete everything about a number…</source>
            <translation>Bir numarayla ilgili her şeyi sil…</translation>
        </message>
        <message>
            <source>Dial…</source>
            <translation>Ara…</translation>
        </message>
        <message>
            <source>Directory…</source>
            <translation>Rehber…</translation>
        </message>
        <message>
            <source>Do-not-call list…</source>
            <translation>Aranmayacaklar listesi…</translation>
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
            <source>Hang up my call</source>
            <translation>Çağrımı kapat</translation>
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
            <source>Missed callers</source>
            <translation>Cevapsız arayanlar</translation>
        </message>
        <message>
            <source>Mute…</source>
            <translation>Sessize al…</translation>
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
            <source>Statistics</source>
            <translation>İstatistik</translation>
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
            <source>Transfer…</source>
            <translation>Aktar…</translation>
        </message>
        <message>
            <source>User guide</source>
            <translation>Kullanım kılavuzu</translation>
        </message>
        <message>
            <source>Wallboard</source>
            <translation>Duvar panosu</translation>
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
        <name>AskNumber</name>
        <message>
            <source>Call extension {number}</source>
            <translation>Dahili {number} aransın</translation>
        </message>
        <message>
            <source>Call the service number {number}</source>
            <translation>Servis numarası {number} aransın</translation>
        </message>
        <message>
            <source>Call {name} on extension {number}</source>
            <translation>{name} aransın (dahili {number})</translation>
        </message>
        <message>
            <source>Call {number}</source>
            <translation>{number} aransın</translation>
        </message>
        <message>
            <source>Call {number}?</source>
            <translation>{number} aransın mı?</translation>
        </message>
        <message>
            <source>Do not call</source>
            <translation>Vazgeç</translation>
        </message>
        <message>
            <source>Really call this number?</source>
            <translation>Bu numara gerçekten aransın mı?</translation>
        </message>
        <message>
            <source>Which number is meant?</source>
            <translation>Hangi numara aransın?</translation>
        </message>
        <message>
            <source>Yes, call abroad</source>
            <translation>Evet, yurt dışını ara</translation>
        </message>
        <message>
            <source>Yes, call the charged number</source>
            <translation>Evet, ücretli numarayı ara</translation>
        </message>
        <message>
            <source>{number} is abroad: {country}. Calls abroad cost more.</source>
            <translation>{number} yurt dışında: {country}. Yurt dışı aramaları daha pahalıdır.</translation>
        </message>
        <message>
            <source>{number} is an emergency or service number.</source>
            <translation>{number} acil çağrı ya da servis numarası.</translation>
        </message>
        <message>
            <source>{number} is an extension here and a service number outside.</source>
            <translation>{number} hem buradaki bir dahili hem de dışarıda bir servis numarası.</translation>
        </message>
        <message>
            <source>{number} is charged at a higher rate.</source>
            <translation>{number} yüksek tarifeli, ücretli bir numara.</translation>
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
            <source>Add numbers to a list</source>
            <translation>Listeye numara ekleme</translation>
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
            <source>Call a number</source>
            <translation>Numara ara</translation>
        </message>
        <message>
            <source>Call an extension</source>
            <translation>Dahili ara</translation>
        </message>
        <message>
            <source>Call into a menu</source>
            <translation>Arayıp menüye bağla</translation>
        </message>
        <message>
            <source>Cancel the waiting</source>
            <translation>Sıradakilerden vazgeç</translation>
        </message>
        <message>
            <source>Change a list's number</source>
            <translation>Listedeki numarayı değiştirme</translation>
        </message>
        <message>
            <source>Change the do-not-call list</source>
            <translation>Aranmayacaklar listesini değiştirme</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Kapat</translation>
        </message>
        <message>
            <source>Connect two numbers</source>
            <translation>İki numarayı bağla</translation>
        </message>
        <message>
            <source>Delete a number</source>
            <translation>Numara silme</translation>
        </message>
        <message>
            <source>Details</source>
            <translation>Ayrıntılar</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>Dışa aktarma</translation>
        </message>
        <message>
            <source>Hang up</source>
            <translation>Kapat</translation>
        </message>
        <message>
            <source>Listen to a recording</source>
            <translation>Ses kaydını dinleme</translation>
        </message>
        <message>
            <source>Look up a call</source>
            <translation>Çağrı sorgulama</translation>
        </message>
        <message>
            <source>Make an auto-dial list</source>
            <translation>Otomatik arama listesi oluşturma</translation>
        </message>
        <message>
            <source>Mute</source>
            <translation>Sessize al</translation>
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
            <source>Remove a list's number</source>
            <translation>Listeden numara çıkarma</translation>
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
            <source>Replace a list's number</source>
            <translation>Listedeki numaranın yerine yenisini koyma</translation>
        </message>
        <message>
            <source>Resume</source>
            <translation>Devam</translation>
        </message>
        <message>
            <source>Save a recording</source>
            <translation>Ses kaydını kaydetme</translation>
        </message>
        <message>
            <source>Show a whole number</source>
            <translation>Numaranın tamamını gösterme</translation>
        </message>
        <message>
            <source>Start an auto-dial list</source>
            <translation>Otomatik arama listesini başlatma</translation>
        </message>
        <message>
            <source>Stop an auto-dial list</source>
            <translation>Otomatik arama listesini durdurma</translation>
        </message>
        <message>
            <source>Transfer attended</source>
            <translation>Danışarak aktar</translation>
        </message>
        <message>
            <source>Transfer blind</source>
            <translation>Danışmadan aktar</translation>
        </message>
        <message>
            <source>Try the failed again</source>
            <translation>Olmayanları yeniden dene</translation>
        </message>
        <message>
            <source>Unmute</source>
            <translation>Sesi aç</translation>
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
        <message numerus="yes">
            <source>%n agent(s) chosen</source>
            <translation>
                <numerusform>%n temsilci seçili</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n call(s)</source>
            <translation>
                <numerusform>%n çağrı</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n row(s) of the last answer could not be read</source>
            <translation>
                <numerusform>Son yanıtın %n satırı okunamadı</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>+%n number(s) withheld</source>
            <translation>
                <numerusform>+%n numara gizli</numerusform>
            </translation>
        </message>
        <message>
            <source>Abandon rate without short abandons; “≈”: part of it is estimated.</source>
            <translation>Kısa vazgeçmeler dışında terk oranı; “≈”: bir bölümü tahmindir.</translation>
        </message>
        <message>
            <source>Abandoned</source>
            <translation>Terk</translation>
        </message>
        <message>
            <source>Again</source>
            <translation>Tekrar</translation>
        </message>
        <message>
            <source>Agent</source>
            <translation>Temsilci</translation>
        </message>
        <message>
            <source>Agents</source>
            <translation>Temsilciler</translation>
        </message>
        <message>
            <source>Answered</source>
            <translation>Cevap</translation>
        </message>
        <message>
            <source>As the default</source>
            <translation>Varsayılan gibi</translation>
        </message>
        <message>
            <source>Break</source>
            <translation>Mola</translation>
        </message>
        <message>
            <source>Call at</source>
            <translation>Arama zamanı</translation>
        </message>
        <message>
            <source>Called</source>
            <translation>Aranır mı</translation>
        </message>
        <message>
            <source>Caller</source>
            <translation>Arayan</translation>
        </message>
        <message>
            <source>Calls answered today that this program saw in the event stream; “–” while it does not listen.</source>
            <translation>Bugün cevaplanan ve olay akışında görülen çağrılar; akış dinlenmiyorsa “–”.</translation>
        </message>
        <message>
            <source>Calls back that were not taken, and when the last of them was.</source>
            <translation>Cevap verilmeyen geri aramalar ve sonuncusunun zamanı.</translation>
        </message>
        <message>
            <source>Choose agents</source>
            <translation>İşlem için temsilci seçin</translation>
        </message>
        <message>
            <source>Counting since {time}</source>
            <translation>Sayım başlangıcı: {time}</translation>
        </message>
        <message>
            <source>Date and time</source>
            <translation>Tarih ve saat</translation>
        </message>
        <message>
            <source>Department</source>
            <translation>Departman</translation>
        </message>
        <message>
            <source>Direction</source>
            <translation>Yön</translation>
        </message>
        <message>
            <source>Duration</source>
            <translation>Süre</translation>
        </message>
        <message>
            <source>Extension</source>
            <translation>Dahili</translation>
        </message>
        <message>
            <source>Failed</source>
            <translation>Başarısız</translation>
        </message>
        <message>
            <source>Filter  ( / )</source>
            <translation>Süz  ( / )</translation>
        </message>
        <message>
            <source>Filter agents by name, extension or state</source>
            <translation>Temsilcileri ada, dahiliye ya da duruma göre süz</translation>
        </message>
        <message>
            <source>Free</source>
            <translation>Boşta</translation>
        </message>
        <message>
            <source>How many parts the call has, where there are several: menu, queue, transfer.</source>
            <translation>Çağrının birden çok bölümü varsa (menü, kuyruk, aktarma) kaç bölüm olduğu.</translation>
        </message>
        <message>
            <source>How often the caller was missed since the last contact.</source>
            <translation>Son görüşmeden bu yana kaç çağrısının cevapsız kaldığı.</translation>
        </message>
        <message>
            <source>In this state</source>
            <translation>Bu durumda</translation>
        </message>
        <message>
            <source>It began before this program first saw it; it has lasted at least this long.</source>
            <translation>Program görmeden önce başlamış; en az bu kadar sürdü.</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>Tür</translation>
        </message>
        <message>
            <source>Last call</source>
            <translation>Son çağrı</translation>
        </message>
        <message>
            <source>Legs</source>
            <translation>Bölüm</translation>
        </message>
        <message>
            <source>Limit broken</source>
            <translation>Sınır aşıldı</translation>
        </message>
        <message>
            <source>Limit of this break: {n} min</source>
            <translation>Bu molanın sınırı: {n} dk</translation>
        </message>
        <message>
            <source>Limits: {queue}</source>
            <translation>Sınırlar: {queue}</translation>
        </message>
        <message>
            <source>Limits…</source>
            <translation>Sınırlar…</translation>
        </message>
        <message>
            <source>Line</source>
            <translation>Hat</translation>
        </message>
        <message>
            <source>Longest</source>
            <translation>En uzun</translation>
        </message>
        <message>
            <source>Longest wait, amber from</source>
            <translation>En uzun bekleme, sarı eşik</translation>
        </message>
        <message>
            <source>Longest wait, red from</source>
            <translation>En uzun bekleme, kırmızı eşik</translation>
        </message>
        <message>
            <source>Lost</source>
            <translation>Terk oranı</translation>
        </message>
        <message>
            <source>Missed</source>
            <translation>Cevapsız</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Ad</translation>
        </message>
        <message>
            <source>Never</source>
            <translation>Aranmadı</translation>
        </message>
        <message>
            <source>No agent fits the filter</source>
            <translation>Süzgece uyan temsilci yok</translation>
        </message>
        <message>
            <source>No agents known yet</source>
            <translation>Henüz bilinen temsilci yok</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>Not</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>Numara</translation>
        </message>
        <message>
            <source>Numbers not called yet.</source>
            <translation>Henüz aranmayan numaralar.</translation>
        </message>
        <message>
            <source>Numbers that are called no more.</source>
            <translation>Artık aranmayacak numaralar.</translation>
        </message>
        <message>
            <source>Numbers that took the call.</source>
            <translation>Aramayı açan numaralar.</translation>
        </message>
        <message>
            <source>Numbers that will be called again.</source>
            <translation>Yeniden aranacak numaralar.</translation>
        </message>
        <message>
            <source>Offline</source>
            <translation>Kapalı</translation>
        </message>
        <message>
            <source>Other</source>
            <translation>Diğer</translation>
        </message>
        <message>
            <source>Other party</source>
            <translation>Karşı taraf</translation>
        </message>
        <message>
            <source>Progress</source>
            <translation>İlerleme</translation>
        </message>
        <message>
            <source>Queue</source>
            <translation>Kuyruk</translation>
        </message>
        <message>
            <source>Queues</source>
            <translation>Kuyruklar</translation>
        </message>
        <message>
            <source>Reached</source>
            <translation>Başarılı</translation>
        </message>
        <message>
            <source>Recent avg.</source>
            <translation>Son çağrılar ort.</translation>
        </message>
        <message>
            <source>Red while fewer are free</source>
            <translation>Boşta olan bundan azsa kırmızı</translation>
        </message>
        <message>
            <source>Remark</source>
            <translation>Not</translation>
        </message>
        <message>
            <source>Remarks</source>
            <translation>Açıklama</translation>
        </message>
        <message>
            <source>Ringing</source>
            <translation>Çalıyor</translation>
        </message>
        <message>
            <source>Ringing · break next</source>
            <translation>Çalıyor · sonra mola</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Kaydet</translation>
        </message>
        <message>
            <source>Service level</source>
            <translation>Hizmet düzeyi</translation>
        </message>
        <message>
            <source>Service level: answered within</source>
            <translation>Hizmet düzeyi: cevaplama süresi</translation>
        </message>
        <message>
            <source>Short abandon up to</source>
            <translation>Kısa vazgeçme sınırı</translation>
        </message>
        <message>
            <source>Show as a table</source>
            <translation>Tablo olarak göster</translation>
        </message>
        <message>
            <source>Show as tiles</source>
            <translation>Kutular olarak göster</translation>
        </message>
        <message>
            <source>Show only this queue's agents</source>
            <translation>Yalnızca bu kuyruğun temsilcilerini göster</translation>
        </message>
        <message>
            <source>Since</source>
            <translation>Sayım</translation>
        </message>
        <message>
            <source>Since the first missed call, until the caller was reached.</source>
            <translation>İlk cevapsız çağrıdan, arayana ulaşılana kadar geçen süre.</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Durum</translation>
        </message>
        <message>
            <source>States</source>
            <translation>Durumlar</translation>
        </message>
        <message>
            <source>Table or tiles</source>
            <translation>Tablo ya da kutular</translation>
        </message>
        <message>
            <source>Talk time</source>
            <translation>Konuşma</translation>
        </message>
        <message>
            <source>Talking</source>
            <translation>Konuşuyor</translation>
        </message>
        <message>
            <source>Talking · break next</source>
            <translation>Konuşuyor · sonra mola</translation>
        </message>
        <message>
            <source>Target</source>
            <translation>Hedef</translation>
        </message>
        <message>
            <source>The PBX's counters fell to zero then; earlier calls are not in them.</source>
            <translation>Santralin sayaçları o anda sıfırlandı; önceki çağrılar sayıma girmez.</translation>
        </message>
        <message>
            <source>The number's own outgoing line; empty: none was told, so the list's.</source>
            <translation>Numaranın kendi çıkış hattı; boş: bildirilmedi, listenin hattı geçerlidir.</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>Saat</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>Bugün</translation>
        </message>
        <message>
            <source>Tried</source>
            <translation>Denendi</translation>
        </message>
        <message>
            <source>Turkish time before which the number is not called; empty: none was told.</source>
            <translation>Numara bu saatten önce aranmaz (Türkiye saati); boş: bildirilmedi.</translation>
        </message>
        <message>
            <source>Wait</source>
            <translation>Bekleme</translation>
        </message>
        <message>
            <source>Wait / talk over the last calls, the PBX's moving average: the newest call weighs a quarter.</source>
            <translation>Son çağrılarda bekleme / konuşma; santralin kayan ortalaması: en yeni çağrının payı dörtte birdir.</translation>
        </message>
        <message>
            <source>Waiting</source>
            <translation>Bekleyen</translation>
        </message>
        <message>
            <source>Waiting callers</source>
            <translation>Bekleyen arayanlar</translation>
        </message>
        <message>
            <source>Waiting callers, amber from</source>
            <translation>Bekleyen sayısı, sarı eşik</translation>
        </message>
        <message>
            <source>Waiting callers, red from</source>
            <translation>Bekleyen sayısı, kırmızı eşik</translation>
        </message>
        <message>
            <source>Waits</source>
            <translation>Bekliyor</translation>
        </message>
        <message>
            <source>When</source>
            <translation>Ne zaman</translation>
        </message>
        <message>
            <source>When the counters of answered and abandoned began; * after a PBX reset.</source>
            <translation>Cevaplanan ve terk edilen sayaçlarının başladığı saat; * santral sayaçları sıfırlandıysa.</translation>
        </message>
        <message>
            <source>Whether the list calls the number: Space or a click changes it. –: not told.</source>
            <translation>Liste bu numarayı arıyor mu: Boşluk tuşu ya da bir tıklama değiştirir. –: bildirilmedi.</translation>
        </message>
        <message>
            <source>Who waits longest</source>
            <translation>Kim bekliyor</translation>
        </message>
        <message>
            <source>Why it was refused, the PBX's own word, and what is odd about the number.</source>
            <translation>Neden reddedildiği, santralin kendi sözü ve numarada dikkat çeken şey.</translation>
        </message>
        <message>
            <source>abandoned</source>
            <translation>terk edilen</translation>
        </message>
        <message>
            <source>answered</source>
            <translation>cevaplanan</translation>
        </message>
        <message>
            <source>being added</source>
            <translation>ekleniyor</translation>
        </message>
        <message>
            <source>being removed</source>
            <translation>çıkarılıyor</translation>
        </message>
        <message>
            <source>between {low} and {high}</source>
            <translation>{low} ile {high} arasında</translation>
        </message>
        <message>
            <source>break asked for</source>
            <translation>mola istendi</translation>
        </message>
        <message>
            <source>fixed member</source>
            <translation>sabit üye</translation>
        </message>
        <message>
            <source>free</source>
            <translation>boşta</translation>
        </message>
        <message>
            <source>free {i}, ringing {r}, talking {t}, on break {p}, offline {o}</source>
            <translation>boşta {i}, çalıyor {r}, konuşuyor {t}, molada {p}, kapalı {o}</translation>
        </message>
        <message>
            <source>free: {n}</source>
            <translation>boşta: {n}</translation>
        </message>
        <message>
            <source>longest</source>
            <translation>en uzun</translation>
        </message>
        <message>
            <source>longest wait</source>
            <translation>en uzun bekleme</translation>
        </message>
        <message>
            <source>longest wait: {t}</source>
            <translation>en uzun bekleme: {t}</translation>
        </message>
        <message>
            <source>no answer, checking</source>
            <translation>yanıt yok, denetleniyor</translation>
        </message>
        <message>
            <source>no data yet</source>
            <translation>henüz veri yok</translation>
        </message>
        <message>
            <source>nobody waits</source>
            <translation>bekleyen yok</translation>
        </message>
        <message>
            <source>none</source>
            <translation>yok</translation>
        </message>
        <message>
            <source>number withheld</source>
            <translation>numara gizli</translation>
        </message>
        <message>
            <source>on break</source>
            <translation>molada</translation>
        </message>
        <message>
            <source>only {queue}</source>
            <translation>yalnızca {queue}</translation>
        </message>
        <message>
            <source>recent avg.: wait {w} · talk {t}</source>
            <translation>son çağrılar ort. {w} / {t}</translation>
        </message>
        <message>
            <source>refused</source>
            <translation>reddedildi</translation>
        </message>
        <message>
            <source>resuming</source>
            <translation>devam istendi</translation>
        </message>
        <message>
            <source>s</source>
            <translation>sn</translation>
        </message>
        <message>
            <source>service</source>
            <translation>hizmet</translation>
        </message>
        <message>
            <source>service level</source>
            <translation>hizmet düzeyi</translation>
        </message>
        <message>
            <source>service level: {p}</source>
            <translation>hizmet düzeyi: {p}</translation>
        </message>
        <message>
            <source>since {time}</source>
            <translation>{time} sonrası</translation>
        </message>
        <message>
            <source>talking</source>
            <translation>konuşuyor</translation>
        </message>
        <message>
            <source>waiting</source>
            <translation>bekleyen</translation>
        </message>
        <message>
            <source>waiting: {n}</source>
            <translation>bekleyen: {n}</translation>
        </message>
        <message>
            <source>{h} h {m} min</source>
            <translation>{h} sa {m} dk</translation>
        </message>
        <message>
            <source>{m} min {s} s</source>
            <translation>{m} dk {s} sn</translation>
        </message>
        <message>
            <source>{n} answered</source>
            <translation>{n} cevap</translation>
        </message>
        <message>
            <source>{n} lost</source>
            <translation>{n} terk</translation>
        </message>
        <message>
            <source>{n} min over</source>
            <translation>{n} dk aştı</translation>
        </message>
        <message>
            <source>{n} s</source>
            <translation>{n} sn</translation>
        </message>
        <message>
            <source>{n}%</source>
            <translation>%{n}</translation>
        </message>
        <message>
            <source>{state}: {n}. Press to show only these.</source>
            <translation>{state}: {n}. Yalnızca bunları görmek için basın.</translation>
        </message>
        <message>
            <source>“≈” with its range: waits between two answers of the PBX are estimated.</source>
            <translation>“≈” ve aralığı: santralin iki yanıtı arasında kalan beklemeler tahmin edilir.</translation>
        </message>
        <message>
            <source>“≥”: it began before this program saw it.</source>
            <translation>“≥”: program görmeden önce başlamış.</translation>
        </message>
    </context>
    <context>
        <name>CallDialog</name>
        <message>
            <source>&amp;Two numbers</source>
            <translation>&amp;İki numara</translation>
        </message>
        <message>
            <source>An extension cannot be called this way, only outside numbers.</source>
            <translation>Bu yolla dahili aranamaz, yalnızca dış numaralar aranır.</translation>
        </message>
        <message>
            <source>Before the number on displays</source>
            <translation>Ekranda numaranın önünde</translation>
        </message>
        <message>
            <source>Both numbers are the same.</source>
            <translation>İki numara aynı.</translation>
        </message>
        <message>
            <source>Call</source>
            <translation>Ara</translation>
        </message>
        <message>
            <source>Connect outside numbers</source>
            <translation>Dış numaraları görüştür</translation>
        </message>
        <message>
            <source>Connect them</source>
            <translation>Görüştür</translation>
        </message>
        <message>
            <source>Cut the call after</source>
            <translation>Görüşme şu süre sonra kesilsin</translation>
        </message>
        <message>
            <source>Each side rings for</source>
            <translation>Her taraf şu kadar çalsın</translation>
        </message>
        <message>
            <source>First number</source>
            <translation>Birinci numara</translation>
        </message>
        <message>
            <source>Into a &amp;queue or menu</source>
            <translation>&amp;Kuyruğa ya da menüye</translation>
        </message>
        <message>
            <source>Name in the portal</source>
            <translation>Portaldaki adı</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>Numara</translation>
        </message>
        <message>
            <source>Outgoing line</source>
            <translation>Dış hat</translation>
        </message>
        <message>
            <source>Put it into</source>
            <translation>Bağlanacağı yer</translation>
        </message>
        <message>
            <source>Second number</source>
            <translation>İkinci numara</translation>
        </message>
        <message>
            <source>The PBX refused this name the last time.</source>
            <translation>Santral bu adı son seferinde kabul etmedi.</translation>
        </message>
        <message>
            <source>The first number hears</source>
            <translation>Birinci numaranın duyacağı</translation>
        </message>
        <message>
            <source>The second number hears</source>
            <translation>İkinci numaranın duyacağı</translation>
        </message>
        <message>
            <source>What kind of call</source>
            <translation>Aramanın türü</translation>
        </message>
        <message>
            <source>Who rings first</source>
            <translation>Önce kim çalsın</translation>
        </message>
        <message>
            <source>Yes, call abroad</source>
            <translation>Evet, yurt dışını ara</translation>
        </message>
        <message>
            <source>Yes, call the charged number</source>
            <translation>Evet, ücretli numarayı ara</translation>
        </message>
        <message>
            <source>Yes, call the service number</source>
            <translation>Evet, servis numarasını ara</translation>
        </message>
        <message>
            <source>Your own phone takes no part: the PBX calls the numbers and connects them.</source>
            <translation>Kendi telefonunuz çalmaz: santral numaraları arar ve birbirine bağlar.</translation>
        </message>
        <message>
            <source>a queue</source>
            <translation>kuyruk</translation>
        </message>
        <message>
            <source>a voice menu</source>
            <translation>sesli menü</translation>
        </message>
        <message>
            <source>an announcement</source>
            <translation>anons</translation>
        </message>
        <message>
            <source>none</source>
            <translation>yok</translation>
        </message>
        <message>
            <source>the first number</source>
            <translation>birinci numara</translation>
        </message>
        <message>
            <source>the second number</source>
            <translation>ikinci numara</translation>
        </message>
        <message>
            <source>up to 5 characters</source>
            <translation>en çok 5 karakter</translation>
        </message>
    </context>
    <context>
        <name>Calls</name>
        <message>
            <source>Ask first</source>
            <translation>Önce danış</translation>
        </message>
        <message>
            <source>Ask whoever looks after the program's rights.</source>
            <translation>Programın yetkilerini düzenleyen kişiye sorun.</translation>
        </message>
        <message>
            <source>Attended transfer begun</source>
            <translation>Danışarak aktarma başladı</translation>
        </message>
        <message>
            <source>Attended transfer works only for calls that were started here, customer first.</source>
            <translation>Danışarak aktarma yalnızca buradan, önce müşteri aranarak başlatılan çağrılarda yapılabilir.</translation>
        </message>
        <message>
            <source>Attended transfer: speak with the target first</source>
            <translation>Danışarak aktar: önce karşıdakiyle konuşun</translation>
        </message>
        <message>
            <source>Being called</source>
            <translation>Aranıyor</translation>
        </message>
        <message>
            <source>Bridge</source>
            <translation>Köprü</translation>
        </message>
        <message>
            <source>Call {party}</source>
            <translation>Ara: {party}</translation>
        </message>
        <message>
            <source>Calls</source>
            <translation>Çağrılar</translation>
        </message>
        <message>
            <source>Calls of others are seen only with the event stream: Settings → Event stream.</source>
            <translation>Başkalarının çağrıları yalnızca olay akışıyla görülür: Ayarlar → Olay akışı.</translation>
        </message>
        <message>
            <source>Cancel  (Esc)</source>
            <translation>Vazgeç  (Esc)</translation>
        </message>
        <message>
            <source>Cancel the transfer</source>
            <translation>Aktarmaktan vazgeç</translation>
        </message>
        <message>
            <source>Check the number, the extension and the line.</source>
            <translation>Numarayı, dahiliyi ve hattı kontrol edin.</translation>
        </message>
        <message>
            <source>Choose a call</source>
            <translation>Bir çağrı seçin</translation>
        </message>
        <message>
            <source>Click: the customer's page</source>
            <translation>Tıklayın: müşterinin sayfası</translation>
        </message>
        <message>
            <source>Close the notice</source>
            <translation>Bildirimi kapat</translation>
        </message>
        <message>
            <source>Ended</source>
            <translation>Bitti</translation>
        </message>
        <message>
            <source>Enter the line's number under “more” beside the dial bar.</source>
            <translation>Hattın numarasını arama çubuğunun yanındaki “daha fazla” altında girin.</translation>
        </message>
        <message>
            <source>Enter the password anew.</source>
            <translation>Parolayı yeniden girin.</translation>
        </message>
        <message>
            <source>Enter your extension at the side to see your calls.</source>
            <translation>Çağrılarınızı görmek için yandan dahilinizi girin.</translation>
        </message>
        <message>
            <source>Enter your extension on the Calls page or in the settings.</source>
            <translation>Dahilinizi Çağrılar sayfasında ya da ayarlarda girin.</translation>
        </message>
        <message>
            <source>Hang up</source>
            <translation>Kapat</translation>
        </message>
        <message>
            <source>Hang up the call with {party}</source>
            <translation>Çağrıyı kapat: {party}</translation>
        </message>
        <message>
            <source>Incoming</source>
            <translation>Gelen</translation>
        </message>
        <message>
            <source>Internal</source>
            <translation>Dahili</translation>
        </message>
        <message>
            <source>It is not known whether it was done: see whether the call still goes on.</source>
            <translation>Yapılıp yapılmadığı bilinmiyor: çağrının sürüp sürmediğine bakın.</translation>
        </message>
        <message>
            <source>It is not known whether the call was started: see whether the phone rings first.</source>
            <translation>Aramanın başlayıp başlamadığı bilinmiyor: önce telefonun çalıp çalmadığına bakın.</translation>
        </message>
        <message>
            <source>It is not known which extension is yours.</source>
            <translation>Hangi dahilinin sizin olduğu bilinmiyor.</translation>
        </message>
        <message>
            <source>Last call: {when}, extension {extension}, {length}</source>
            <translation>Son çağrı: {when}, dahili {extension}, {length}</translation>
        </message>
        <message>
            <source>Last call: {when}, not answered</source>
            <translation>Son çağrı: {when}, cevapsız</translation>
        </message>
        <message>
            <source>Let it be heard again</source>
            <translation>Sesi yeniden aç</translation>
        </message>
        <message>
            <source>Live calls</source>
            <translation>Süren çağrılar</translation>
        </message>
        <message>
            <source>Mute</source>
            <translation>Sessize al</translation>
        </message>
        <message>
            <source>Mute the call with {party}</source>
            <translation>Çağrıyı sessize al: {party}</translation>
        </message>
        <message>
            <source>Muted: {what}</source>
            <translation>Sessize alındı: {what}</translation>
        </message>
        <message>
            <source>My calls</source>
            <translation>Çağrılarım</translation>
        </message>
        <message>
            <source>My calls today</source>
            <translation>Bugünkü çağrılarım</translation>
        </message>
        <message>
            <source>Name, extension or number</source>
            <translation>Ad, dahili ya da numara</translation>
        </message>
        <message>
            <source>No answer came</source>
            <translation>Cevap gelmedi</translation>
        </message>
        <message>
            <source>No call is running.</source>
            <translation>Süren çağrı yok.</translation>
        </message>
        <message>
            <source>No call of yours was seen today.</source>
            <translation>Bugün bir çağrınız görülmedi.</translation>
        </message>
        <message>
            <source>No outgoing line is chosen.</source>
            <translation>Dış hat seçilmemiş.</translation>
        </message>
        <message>
            <source>Nobody was called: you are in a call. {key} hangs up, then call again.</source>
            <translation>Kimse aranmadı: görüşmeniz sürüyor. {key} ile kapatın, sonra yeniden arayın.</translation>
        </message>
        <message>
            <source>Nobody was called: your own call is still under way.</source>
            <translation>Kimse aranmadı: kendi çağrınız hâlâ sürüyor.</translation>
        </message>
        <message>
            <source>Not sent: the program was ending</source>
            <translation>Gönderilmedi: program kapanıyordu</translation>
        </message>
        <message>
            <source>Nothing is sent until the PBX accepts the login.</source>
            <translation>Santral girişi kabul edene kadar hiçbir şey gönderilmiyor.</translation>
        </message>
        <message>
            <source>Nothing needs to be done.</source>
            <translation>Bir şey yapmanız gerekmiyor.</translation>
        </message>
        <message>
            <source>Number withheld</source>
            <translation>Numara gizli</translation>
        </message>
        <message>
            <source>Outgoing</source>
            <translation>Giden</translation>
        </message>
        <message>
            <source>Queue: {queue}</source>
            <translation>Kuyruk: {queue}</translation>
        </message>
        <message>
            <source>Ringing</source>
            <translation>Çalıyor</translation>
        </message>
        <message>
            <source>Sent, the PBX has not answered yet</source>
            <translation>Gönderildi, santral henüz cevap vermedi</translation>
        </message>
        <message>
            <source>Somebody else's call: hold to hang up</source>
            <translation>Başkasının çağrısı: kapatmak için basılı tutun</translation>
        </message>
        <message>
            <source>Somebody else's call: keep the button pressed for {n} s to hang up.</source>
            <translation>Başkasının çağrısı: kapatmak için düğmeyi {n} sn basılı tutun.</translation>
        </message>
        <message>
            <source>Speak first, then hang up.</source>
            <translation>Önce konuşun, sonra kapatın.</translation>
        </message>
        <message>
            <source>Talking</source>
            <translation>Konuşuyor</translation>
        </message>
        <message>
            <source>The PBX cannot call this number.</source>
            <translation>Santral bu numarayı arayamıyor.</translation>
        </message>
        <message>
            <source>The PBX has not told this call's id yet.</source>
            <translation>Santral bu çağrının kimliğini henüz bildirmedi.</translation>
        </message>
        <message>
            <source>The PBX took the call</source>
            <translation>Santral aramayı aldı</translation>
        </message>
        <message>
            <source>The call is connected</source>
            <translation>Çağrı bağlandı</translation>
        </message>
        <message>
            <source>The call is over already.</source>
            <translation>Çağrı zaten sona erdi.</translation>
        </message>
        <message>
            <source>The call was ended</source>
            <translation>Çağrı kapatıldı</translation>
        </message>
        <message>
            <source>The call was transferred</source>
            <translation>Çağrı aktarıldı</translation>
        </message>
        <message>
            <source>The same is under way already.</source>
            <translation>Aynı işlem zaten sürüyor.</translation>
        </message>
        <message>
            <source>The sound is on again</source>
            <translation>Ses yeniden açıldı</translation>
        </message>
        <message>
            <source>This number was called a moment ago.</source>
            <translation>Bu numara az önce arandı.</translation>
        </message>
        <message>
            <source>This seat may not do that.</source>
            <translation>Bu masanın buna yetkisi yok.</translation>
        </message>
        <message>
            <source>This was not sent.</source>
            <translation>Bu gönderilmedi.</translation>
        </message>
        <message>
            <source>To call it once more, press again after two seconds.</source>
            <translation>Bir kez daha aramak için iki saniye sonra yeniden basın.</translation>
        </message>
        <message>
            <source>Transfer</source>
            <translation>Aktar</translation>
        </message>
        <message>
            <source>Transfer  (Enter)</source>
            <translation>Aktar  (Enter)</translation>
        </message>
        <message>
            <source>Transfer at once, without asking</source>
            <translation>Danışmadan hemen aktar</translation>
        </message>
        <message>
            <source>Transfer it blind, or use the phone.</source>
            <translation>Danışmadan aktarın ya da telefonu kullanın.</translation>
        </message>
        <message>
            <source>Transfer the call with {party}</source>
            <translation>Çağrıyı aktar: {party}</translation>
        </message>
        <message>
            <source>Transfer to: name, extension or number</source>
            <translation>Aktarılacak yer: ad, dahili ya da numara</translation>
        </message>
        <message>
            <source>Transfer {party} to</source>
            <translation>{party}: kime aktarılsın?</translation>
        </message>
        <message>
            <source>Try again in a moment, or use the phone.</source>
            <translation>Birazdan yeniden deneyin ya da telefonu kullanın.</translation>
        </message>
        <message>
            <source>Try again; if it stays so, look into the log.</source>
            <translation>Yeniden deneyin; sürerse günlüğe bakın.</translation>
        </message>
        <message>
            <source>Wait for its outcome.</source>
            <translation>Sonucunu bekleyin.</translation>
        </message>
        <message>
            <source>Waiting</source>
            <translation>Bekliyor</translation>
        </message>
        <message>
            <source>Waits to be sent</source>
            <translation>Gönderilmeyi bekliyor</translation>
        </message>
        <message>
            <source>Watch the phone: it rings now.</source>
            <translation>Telefona bakın: şimdi çalacak.</translation>
        </message>
        <message>
            <source>Which side the PBX silences is to be confirmed: listen.</source>
            <translation>Santralin hangi tarafı susturduğu doğrulanmadı: dinleyip emin olun.</translation>
        </message>
        <message>
            <source>Whom the call can be transferred to</source>
            <translation>Çağrının aktarılabileceği kişiler</translation>
        </message>
        <message>
            <source>Your extension rings</source>
            <translation>Dahiliniz çalıyor</translation>
        </message>
        <message>
            <source>a ringing call cannot be cancelled from here before it is answered</source>
            <translation>çalan arama cevaplanmadan buradan iptal edilemez</translation>
        </message>
        <message>
            <source>hears nothing</source>
            <translation>bu taraf duymuyor</translation>
        </message>
        <message>
            <source>muted: {what} (to be confirmed)</source>
            <translation>sessizde: {what} (doğrulanmadı)</translation>
        </message>
        <message>
            <source>neither is heard nor hears</source>
            <translation>bu taraf ne duyuluyor ne duyuyor</translation>
        </message>
        <message>
            <source>not answered</source>
            <translation>cevaplanmadı</translation>
        </message>
        <message>
            <source>not certain that it still runs</source>
            <translation>hâlâ sürdüğü kesin değil</translation>
        </message>
        <message>
            <source>the call</source>
            <translation>Çağrı</translation>
        </message>
        <message>
            <source>this party is not heard</source>
            <translation>bu taraf duyulmuyor</translation>
        </message>
        <message>
            <source>waiting for the PBX's event</source>
            <translation>santralin olayı bekleniyor</translation>
        </message>
        <message>
            <source>{n} more on the Calls page</source>
            <translation>Çağrılar sayfasında {n} tane daha</translation>
        </message>
        <message>
            <source>{party}: the call ended unanswered. Nobody picked up, or the line was busy.</source>
            <translation>{party}: çağrı yanıtlanmadan bitti. Yanıt veren olmadı ya da hat meşguldü.</translation>
        </message>
        <message>
            <source>{what} (to be confirmed)</source>
            <translation>{what} (doğrulanmadı)</translation>
        </message>
    </context>
    <context>
        <name>Campaigns</name>
        <message numerus="yes">
            <source>%n are in the list already</source>
            <translation>
                <numerusform>%n tanesi zaten listede</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n are invalid</source>
            <translation>
                <numerusform>%n tanesi geçersiz</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n are on the do-not-call list</source>
            <translation>
                <numerusform>%n tanesi aranmayacaklar listesinde</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n come twice</source>
            <translation>
                <numerusform>%n tanesi iki kez geçiyor</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n list(s) could not be read</source>
            <translation>
                <numerusform>%n liste okunamadı</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n more tries, {m} min apart</source>
            <translation>
                <numerusform>{m} dk arayla %n deneme daha</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n number(s) found</source>
            <translation>
                <numerusform>%n numara bulundu</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n number(s) have not been sent to it yet.</source>
            <translation>
                <numerusform>%n numara listeye henüz gönderilmedi.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n number(s) in it are on the do-not-call list. Remove them before you start.</source>
            <translation>
                <numerusform>Listedeki %n numara aranmayacaklar listesinde. Başlatmadan önce çıkarın.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n number(s) put on the do-not-call list</source>
            <translation>
                <numerusform>Aranmayacaklar listesine %n numara eklendi</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n number(s) stand in it more than once and may be called twice.</source>
            <translation>
                <numerusform>%n numara listede birden çok kez var, iki kez aranabilir.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n number(s) taken off the do-not-call list</source>
            <translation>
                <numerusform>Aranmayacaklar listesinden %n numara çıkarıldı</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n number(s) that failed</source>
            <translation>
                <numerusform>Başarısız %n numara</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n number(s) will be made active.</source>
            <translation>
                <numerusform>%n numara aktif yapılacak.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n number(s) will be made passive.</source>
            <translation>
                <numerusform>%n numara pasif yapılacak.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n number(s) will be removed from the list.</source>
            <translation>
                <numerusform>%n numara listeden çıkarılacak.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n row(s) are on the clipboard.</source>
            <translation>
                <numerusform>%n satır panoya kopyalandı.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n row(s) of the report could not be read and are not shown.</source>
            <translation>
                <numerusform>Raporun %n satırı okunamadı ve gösterilmiyor.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n row(s) of the report could not be read.</source>
            <translation>
                <numerusform>Raporun %n satırı okunamadı.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n rows have no number</source>
            <translation>
                <numerusform>%n satırda numara yok</numerusform>
            </translation>
        </message>
        <message>
            <source>&amp;Cancel</source>
            <translation>&amp;Vazgeç</translation>
        </message>
        <message>
            <source>&amp;Hours, from and until</source>
            <translation>&amp;Saatler, başlangıç ve bitiş</translation>
        </message>
        <message>
            <source>&amp;Kind</source>
            <translation>&amp;Tür</translation>
        </message>
        <message>
            <source>&amp;Line</source>
            <translation>&amp;Hat</translation>
        </message>
        <message>
            <source>&amp;Make the list</source>
            <translation>Listeyi &amp;oluştur</translation>
        </message>
        <message>
            <source>&amp;Name</source>
            <translation>&amp;Liste adı</translation>
        </message>
        <message>
            <source>&amp;Prefix</source>
            <translation>Ön &amp;ek</translation>
        </message>
        <message>
            <source>&amp;Stop early at</source>
            <translation>Erken du&amp;rdurma</translation>
        </message>
        <message>
            <source>&amp;Web address</source>
            <translation>&amp;Web adresi</translation>
        </message>
        <message numerus="yes">
            <source>+%n more list(s)</source>
            <translation>
                <numerusform>+%n liste daha</numerusform>
            </translation>
        </message>
        <message>
            <source>A fixed list takes at most 5,000 numbers, all at once: choose a dynamic list or fewer numbers.</source>
            <translation>Sabit liste en çok 5.000 numarayı tek seferde alır: dinamik liste veya daha az numara seçin.</translation>
        </message>
        <message>
            <source>A fixed list takes no new numbers: make a new list.</source>
            <translation>Sabit liste yeni numara almaz: yeni bir liste oluşturun.</translation>
        </message>
        <message>
            <source>A fixed list takes no new numbers: only dynamic lists do, running or stopped. Make a new list.</source>
            <translation>Sabit liste yeni numara almaz: yalnızca dinamik listeler alır, çalışırken de dururken de. Yeni bir liste oluşturun.</translation>
        </message>
        <message>
            <source>A line is a number like 850 111 00 00: digits alone.</source>
            <translation>Hat, 850 111 00 00 gibi bir numaradır: yalnızca rakam yazın.</translation>
        </message>
        <message>
            <source>A line is a number: type its digits.</source>
            <translation>Hat bir numaradır: rakamlarını yazın.</translation>
        </message>
        <message>
            <source>A list calls no service numbers. Type a whole number.</source>
            <translation>Liste servis numarası aramaz. Tam bir numara yazın.</translation>
        </message>
        <message>
            <source>A name has at most 50 characters.</source>
            <translation>Ad en çok 50 karakter olabilir.</translation>
        </message>
        <message>
            <source>A number</source>
            <translation>Bir numara</translation>
        </message>
        <message>
            <source>A share is at most 100 percent.</source>
            <translation>Oran en çok yüzde 100 olabilir.</translation>
        </message>
        <message>
            <source>Active</source>
            <translation>Aktif</translation>
        </message>
        <message>
            <source>Add</source>
            <translation>Ekle</translation>
        </message>
        <message>
            <source>Add numbers…</source>
            <translation>Numara ekle…</translation>
        </message>
        <message>
            <source>After each call Netgsm sends to this address: the list's id, the called number, its name, the outcome, and what it was connected to. Leave it empty to send nothing.</source>
            <translation>Her aramadan sonra Netgsm bu adrese şunları gönderir: listenin kimliği, aranan numara, adı, sonuç ve bağlandığı yer. Bir şey gönderilmesin istiyorsanız boş bırakın.</translation>
        </message>
        <message>
            <source>All</source>
            <translation>Tümü</translation>
        </message>
        <message>
            <source>All files (*)</source>
            <translation>Tüm dosyalar (*)</translation>
        </message>
        <message>
            <source>All rows</source>
            <translation>Tüm satırlar</translation>
        </message>
        <message>
            <source>An order is under way: its answer is being waited for.</source>
            <translation>Bir komut yürütülüyor: yanıtı bekleniyor.</translation>
        </message>
        <message>
            <source>Announcement</source>
            <translation>Anons</translation>
        </message>
        <message>
            <source>Another list has the same name: look in the list of lists whether this one was made, then cancel.</source>
            <translation>Aynı adda başka bir liste var: bunun oluşturulup oluşturulmadığına listelerden bakın, sonra iptal edin.</translation>
        </message>
        <message>
            <source>Another list has this name: choose a different one.</source>
            <translation>Bu adda başka bir liste var: başka bir ad seçin.</translation>
        </message>
        <message>
            <source>As the PBX reported it at {time}.</source>
            <translation>Santralin {time} itibarıyla bildirdiği gibi.</translation>
        </message>
        <message>
            <source>Ask again</source>
            <translation>Yeniden sor</translation>
        </message>
        <message>
            <source>At most 1440 minutes between two tries.</source>
            <translation>İki deneme arası en çok 1440 dakika.</translation>
        </message>
        <message>
            <source>At most three further tries.</source>
            <translation>En çok üç kez yeniden denenir.</translation>
        </message>
        <message>
            <source>At once: one call for each free agent, and {n} more.</source>
            <translation>Aynı anda: boştaki her temsilci için bir arama, artı {n}.</translation>
        </message>
        <message>
            <source>At once: {n} calls for each free agent.</source>
            <translation>Aynı anda: boştaki her temsilci için {n} arama.</translation>
        </message>
        <message>
            <source>Auto-dial list: {name}</source>
            <translation>Otomatik arama listesi: {name}</translation>
        </message>
        <message>
            <source>Auto-dial lists</source>
            <translation>Otomatik arama listeleri</translation>
        </message>
        <message>
            <source>Auto-dial lists that run</source>
            <translation>Çalışan otomatik arama listeleri</translation>
        </message>
        <message>
            <source>Before the list “{list}” starts:</source>
            <translation>“{list}” listesi başlamadan önce:</translation>
        </message>
        <message>
            <source>Begin with https:// so that nobody else can read it.</source>
            <translation>Başkası okuyamasın diye https:// ile başlayın.</translation>
        </message>
        <message>
            <source>Being sent</source>
            <translation>Gönderiliyor</translation>
        </message>
        <message>
            <source>Call at</source>
            <translation>Arama zamanı</translation>
        </message>
        <message>
            <source>Called</source>
            <translation>Aranır mı</translation>
        </message>
        <message>
            <source>Calling must end later in the day than it begins.</source>
            <translation>Aramalar, başladığı saatten daha geç bitmelidir.</translation>
        </message>
        <message>
            <source>Calls &amp;at once</source>
            <translation>&amp;Aynı anda arama</translation>
        </message>
        <message>
            <source>Calls begin at</source>
            <translation>Aramaların başladığı saat</translation>
        </message>
        <message>
            <source>Calls end at</source>
            <translation>Aramaların bittiği saat</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Vazgeç</translation>
        </message>
        <message>
            <source>Cancel sending</source>
            <translation>İptal et</translation>
        </message>
        <message>
            <source>Cancelled before it was sent</source>
            <translation>Gönderilmeden iptal edildi</translation>
        </message>
        <message>
            <source>Cancelled: {done} of {all} numbers were sent</source>
            <translation>İptal edildi: {all} numaradan {done} tanesi gönderildi</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>Değiştir</translation>
        </message>
        <message>
            <source>Change many numbers?</source>
            <translation>Çok sayıda numara değişsin mi?</translation>
        </message>
        <message>
            <source>Change the line</source>
            <translation>Hattı değiştir</translation>
        </message>
        <message>
            <source>Change the name</source>
            <translation>Adı değiştir</translation>
        </message>
        <message>
            <source>Change the number</source>
            <translation>Numarayı değiştir</translation>
        </message>
        <message>
            <source>Change when to call…</source>
            <translation>Arama zamanını değiştir…</translation>
        </message>
        <message>
            <source>Choose a CSV or an XLSX file, or copy the numbers and paste them.</source>
            <translation>Bir CSV veya XLSX dosyası seçin ya da numaraları kopyalayıp yapıştırın.</translation>
        </message>
        <message>
            <source>Choose a column</source>
            <translation>Sütun seçin</translation>
        </message>
        <message>
            <source>Choose a file with numbers, or copy the numbers and paste them.</source>
            <translation>Numara içeren bir dosya seçin ya da numaraları kopyalayıp yapıştırın.</translation>
        </message>
        <message>
            <source>Choose a kind.</source>
            <translation>Bir tür seçin.</translation>
        </message>
        <message>
            <source>Choose a list and wait for its report, then export it.</source>
            <translation>Bir liste seçip raporunun gelmesini bekleyin, sonra dışa aktarın.</translation>
        </message>
        <message>
            <source>Choose a list first.</source>
            <translation>Önce bir liste seçin.</translation>
        </message>
        <message>
            <source>Choose num&amp;bers…</source>
            <translation>&amp;Numaraları seç…</translation>
        </message>
        <message>
            <source>Choose numbers, or name phone-book groups.</source>
            <translation>Numara seçin veya rehber gruplarını yazın.</translation>
        </message>
        <message>
            <source>Choose one of your queues.</source>
            <translation>Kuyruklarınızdan birini seçin.</translation>
        </message>
        <message>
            <source>Choose the column with the numbers.</source>
            <translation>Numaraların bulunduğu sütunu seçin.</translation>
        </message>
        <message>
            <source>Choose what the called are connected to.</source>
            <translation>Arananların nereye bağlanacağını seçin.</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Kapat</translation>
        </message>
        <message>
            <source>Close the form</source>
            <translation>Formu kapat</translation>
        </message>
        <message>
            <source>Close without making the list?</source>
            <translation>Liste oluşturulmadan kapatılsın mı?</translation>
        </message>
        <message>
            <source>Column with the names</source>
            <translation>Adların bulunduğu sütun</translation>
        </message>
        <message>
            <source>Column with the numbers</source>
            <translation>Numaraların bulunduğu sütun</translation>
        </message>
        <message>
            <source>Commercial calls without the İYS filter may be against the law: people who did not consent are called too. Choose a filter unless these calls sell and promote nothing.</source>
            <translation>İYS filtresi olmadan yapılan ticari aramalar yasaya aykırı olabilir: onay vermeyenler de aranır. Bu aramalar satış veya tanıtım içeriyorsa bir filtre seçin.</translation>
        </message>
        <message>
            <source>Connect the called &amp;to</source>
            <translation>Arananların &amp;bağlanacağı yer</translation>
        </message>
        <message>
            <source>Consumers (İYS 11)</source>
            <translation>Bireysel (İYS 11)</translation>
        </message>
        <message>
            <source>Copy rows</source>
            <translation>Satırları kopyala</translation>
        </message>
        <message>
            <source>D&amp;epartment</source>
            <translation>De&amp;partman</translation>
        </message>
        <message>
            <source>Do not call</source>
            <translation>Aranmayacak</translation>
        </message>
        <message>
            <source>Do-not-call list</source>
            <translation>Aranmayacaklar listesi</translation>
        </message>
        <message>
            <source>Dynamic</source>
            <translation>Dinamik</translation>
        </message>
        <message>
            <source>Dynamic list</source>
            <translation>Dinamik liste</translation>
        </message>
        <message>
            <source>Each minute: {n} calls, whether agents are free or not.</source>
            <translation>Dakikada: {n} arama, boşta temsilci olsun olmasın.</translation>
        </message>
        <message numerus="yes">
            <source>Each number takes a request of its own, ten a minute: about %n minute(s).</source>
            <translation>
                <numerusform>Her numara için ayrı bir istek gider, dakikada on istek: yaklaşık %n dakika sürer.</numerusform>
            </translation>
        </message>
        <message>
            <source>Empty</source>
            <translation>Boş</translation>
        </message>
        <message>
            <source>Every day, Turkish time.</source>
            <translation>Her gün, Türkiye saatiyle.</translation>
        </message>
        <message>
            <source>Everything about this number was deleted for good: it is not called.</source>
            <translation>Bu numarayla ilgili her şey kalıcı olarak silindi: aranmaz.</translation>
        </message>
        <message>
            <source>Excel shortened this number: format the column as text and save again</source>
            <translation>Excel bu numarayı kısaltmış: sütunu metin olarak biçimlendirip yeniden kaydedin</translation>
        </message>
        <message>
            <source>Failed</source>
            <translation>Başarısız</translation>
        </message>
        <message>
            <source>Failed ones as a new list</source>
            <translation>Başarısızlardan yeni liste</translation>
        </message>
        <message>
            <source>Find</source>
            <translation>Bul</translation>
        </message>
        <message>
            <source>Find by number, note or user</source>
            <translation>Numara, not veya kullanıcıya göre bul</translation>
        </message>
        <message>
            <source>First and last &amp;day</source>
            <translation>İlk ve son &amp;gün</translation>
        </message>
        <message>
            <source>First day</source>
            <translation>İlk gün</translation>
        </message>
        <message>
            <source>Fixed</source>
            <translation>Sabit</translation>
        </message>
        <message>
            <source>Fixed list</source>
            <translation>Sabit liste</translation>
        </message>
        <message>
            <source>From a file…</source>
            <translation>Dosyadan…</translation>
        </message>
        <message>
            <source>Further t&amp;ries and minutes between</source>
            <translation>Yeniden &amp;deneme sayısı ve aradaki dakika</translation>
        </message>
        <message>
            <source>Further tries</source>
            <translation>Yeniden deneme sayısı</translation>
        </message>
        <message>
            <source>Give the list a name.</source>
            <translation>Listeye bir ad verin.</translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>Sürdür</translation>
        </message>
        <message>
            <source>Go on filling in</source>
            <translation>Doldurmaya devam et</translation>
        </message>
        <message>
            <source>Go on sending to {list}</source>
            <translation>{list} listesine göndermeyi sürdür</translation>
        </message>
        <message>
            <source>Gone</source>
            <translation>Artık yok</translation>
        </message>
        <message>
            <source>Groups of the Netgsm phone book, one a line or with commas between.</source>
            <translation>Netgsm rehberindeki gruplar: her satıra bir tane ya da virgülle ayırarak yazın.</translation>
        </message>
        <message>
            <source>Hide this line</source>
            <translation>Bu satırı gizle</translation>
        </message>
        <message>
            <source>How calls are connected</source>
            <translation>Aramaların bağlanması</translation>
        </message>
        <message>
            <source>IVR</source>
            <translation>IVR</translation>
        </message>
        <message>
            <source>In the list</source>
            <translation>Listede</translation>
        </message>
        <message>
            <source>Invalid</source>
            <translation>Geçersiz</translation>
        </message>
        <message>
            <source>It calls every day from {begin} to {end}; the settings allow calls from {from} to {until}.</source>
            <translation>Her gün {begin} ile {end} arasında arar; ayarlar {from} ile {until} arasına izin veriyor.</translation>
        </message>
        <message>
            <source>It calls nobody now: this is not within its days and hours.</source>
            <translation>Şu anda kimseyi aramıyor: günlerinin ve saatlerinin dışında.</translation>
        </message>
        <message>
            <source>It calls until its last day, or until somebody stops it.</source>
            <translation>Son gününe kadar veya biri durdurana kadar arar.</translation>
        </message>
        <message>
            <source>It could not be written down on this computer, so nothing was sent: make room on the disk.</source>
            <translation>Bu bilgisayara kaydedilemediği için gönderilmedi: diskte yer açın.</translation>
        </message>
        <message>
            <source>It ends with its last number; it takes no further numbers.</source>
            <translation>Son numarası aranınca biter; sonradan numara eklenemez.</translation>
        </message>
        <message>
            <source>It goes on; numbers can be added at any time.</source>
            <translation>Süreklidir; istediğiniz zaman numara ekleyebilirsiniz.</translation>
        </message>
        <message>
            <source>It is {at} now. Lists start without a question between {from} and {until}.</source>
            <translation>Saat şu an {at}. Listeler {from} ile {until} arasında sorulmadan başlar.</translation>
        </message>
        <message numerus="yes">
            <source>It may call on %n Sunday(s), first on {day}.</source>
            <translation>
                <numerusform>%n pazar günü arayabilir, ilki {day}.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>It may call on %n public holiday(s), first on {day}: {name}.</source>
            <translation>
                <numerusform>%n resmî tatil günü arayabilir, ilki {day}: {name}.</numerusform>
            </translation>
        </message>
        <message>
            <source>It stops after {n} calls, reached or not.</source>
            <translation>Başarılı olsun olmasın {n} aramadan sonra durur.</translation>
        </message>
        <message>
            <source>It stops as soon as {n} calls failed.</source>
            <translation>{n} başarısız aramada durur.</translation>
        </message>
        <message>
            <source>It stops as soon as {n} calls were reached.</source>
            <translation>{n} başarılı aramada durur.</translation>
        </message>
        <message>
            <source>It stops as soon as {share} of its numbers failed.</source>
            <translation>Başarısız numaraların oranı {share} olunca durur.</translation>
        </message>
        <message>
            <source>It stops as soon as {share} of its numbers were called.</source>
            <translation>Aranan numaraların oranı {share} olunca durur.</translation>
        </message>
        <message>
            <source>It stops as soon as {share} of its numbers were reached.</source>
            <translation>Başarılı numaraların oranı {share} olunca durur.</translation>
        </message>
        <message>
            <source>It will call {count} numbers; the settings ask above {limit}.</source>
            <translation>{count} numarayı arayacak; ayarlar {limit} numaranın üstünde soruyor.</translation>
        </message>
        <message>
            <source>Its last day was {day}: it will call nobody. Make a new list with its numbers.</source>
            <translation>Son günü {day} idi: kimseyi aramaz. Numaralarıyla yeni bir liste oluşturun.</translation>
        </message>
        <message>
            <source>Its numbers have not come yet: nobody knows whether some stand in it twice or on the do-not-call list. Wait for them.</source>
            <translation>Listenin numaraları henüz gelmedi: aralarında iki kez yazılmış ya da aranmayacaklar listesinde olan var mı, bilinmiyor. Gelmelerini bekleyin.</translation>
        </message>
        <message>
            <source>Its report did not come: {why}</source>
            <translation>Raporu gelmedi: {why}</translation>
        </message>
        <message>
            <source>Its report has not come yet: nobody knows how many numbers it will call. Wait for it.</source>
            <translation>Raporu henüz gelmedi: kaç numara arayacağı bilinmiyor. Raporu bekleyin.</translation>
        </message>
        <message>
            <source>Last day</source>
            <translation>Son gün</translation>
        </message>
        <message>
            <source>Line</source>
            <translation>Hat</translation>
        </message>
        <message>
            <source>List {id}</source>
            <translation>Liste {id}</translation>
        </message>
        <message>
            <source>Lists are being asked for…</source>
            <translation>Listeler isteniyor…</translation>
        </message>
        <message>
            <source>Lists never call such short numbers: none is needed here.</source>
            <translation>Listeler bu kadar kısa numaraları hiç aramaz: buraya eklemeye gerek yok.</translation>
        </message>
        <message>
            <source>Look whether it is still there and whether you may read it, then try again.</source>
            <translation>Dosyanın yerinde olduğuna ve okuma izniniz bulunduğuna bakın, sonra yeniden deneyin.</translation>
        </message>
        <message>
            <source>Make active: the list calls it</source>
            <translation>Aktif yap: liste arar</translation>
        </message>
        <message>
            <source>Make passive: the list leaves it out</source>
            <translation>Pasif yap: liste aramaz</translation>
        </message>
        <message>
            <source>Makes a new list of the numbers whose calls failed.</source>
            <translation>Araması başarısız olan numaralardan yeni bir liste oluşturur.</translation>
        </message>
        <message>
            <source>Minutes between two tries</source>
            <translation>İki deneme arasındaki dakika</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Ad</translation>
        </message>
        <message>
            <source>Name in</source>
            <translation>Ad sütunu</translation>
        </message>
        <message>
            <source>Name of the queue, IVR or announcement</source>
            <translation>Kuyruğun, IVR'nin veya anonsun adı</translation>
        </message>
        <message>
            <source>Netgsm calls only those whose consent to commercial calls stands in İYS.</source>
            <translation>Netgsm yalnızca İYS'de ticari arama onayı olanları arar.</translation>
        </message>
        <message>
            <source>Netgsm did not tell all its days. Look in the portal when it calls.</source>
            <translation>Netgsm bütün günlerini bildirmedi. Ne zaman aradığına portaldan bakın.</translation>
        </message>
        <message>
            <source>Netgsm did not tell its department: look whether agents are logged in.</source>
            <translation>Netgsm departmanını bildirmedi: oturum açmış temsilci var mı, bakın.</translation>
        </message>
        <message>
            <source>Netgsm did not tell its hours. Look in the portal: the settings allow {from} to {until}.</source>
            <translation>Netgsm saatlerini bildirmedi. Portala bakın: ayarlar {from} ile {until} arasına izin veriyor.</translation>
        </message>
        <message>
            <source>Never called</source>
            <translation>Hiç aranmadı</translation>
        </message>
        <message>
            <source>New auto-dial list</source>
            <translation>Yeni otomatik arama listesi</translation>
        </message>
        <message>
            <source>New list</source>
            <translation>Yeni liste</translation>
        </message>
        <message>
            <source>New number</source>
            <translation>Yeni numara</translation>
        </message>
        <message>
            <source>No filter</source>
            <translation>Filtre yok</translation>
        </message>
        <message>
            <source>No list yet.</source>
            <translation>Henüz liste yok.</translation>
        </message>
        <message>
            <source>No list yet. Ctrl+N makes one.</source>
            <translation>Henüz liste yok. Ctrl+N yeni liste oluşturur.</translation>
        </message>
        <message>
            <source>No more numbers are sent to “{list}”. What was sent stays in it.</source>
            <translation>“{list}” listesine gönderim iptal edildi. Gönderilen numaralar listede kalır.</translation>
        </message>
        <message>
            <source>No name column: the number itself is sent as the name.</source>
            <translation>Ad sütunu yok: ad olarak numaranın kendisi gönderilir.</translation>
        </message>
        <message>
            <source>No names</source>
            <translation>Ad yok</translation>
        </message>
        <message>
            <source>No number matches. Clear the search, or press “All”.</source>
            <translation>Uyan numara yok. Bul alanını temizleyin ya da “Tümü”ne basın.</translation>
        </message>
        <message>
            <source>No number of this list has failed.</source>
            <translation>Bu listede başarısız numara yok.</translation>
        </message>
        <message>
            <source>No number was found</source>
            <translation>Hiç numara bulunamadı</translation>
        </message>
        <message>
            <source>Nobody is logged in to its department {name}: nobody can take the calls.</source>
            <translation>{name} departmanında oturum açmış kimse yok: aramaları alacak kimse yok.</translation>
        </message>
        <message>
            <source>Not now</source>
            <translation>Şimdi değil</translation>
        </message>
        <message>
            <source>Not started</source>
            <translation>Başlatılmadı</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>Not</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>Numara</translation>
        </message>
        <message>
            <source>Number in</source>
            <translation>Numara sütunu</translation>
        </message>
        <message>
            <source>Number or name  ( / )</source>
            <translation>Numara ya da ad  ( / )</translation>
        </message>
        <message>
            <source>Number that no list may call</source>
            <translation>Hiçbir listenin aramaması gereken numara</translation>
        </message>
        <message>
            <source>Number's id</source>
            <translation>Numara kimliği</translation>
        </message>
        <message>
            <source>Numbers</source>
            <translation>Numaralar</translation>
        </message>
        <message>
            <source>Numbers and what becomes of them</source>
            <translation>Numaralar ve ne olacakları</translation>
        </message>
        <message>
            <source>Numbers are hidden on this seat, so they cannot be edited here.</source>
            <translation>Bu masada numaralar gizli, bu yüzden burada değiştirilemez.</translation>
        </message>
        <message>
            <source>Numbers for “{name}”</source>
            <translation>“{name}” için numaralar</translation>
        </message>
        <message>
            <source>Numbers from a file</source>
            <translation>Dosyadan numaralar</translation>
        </message>
        <message>
            <source>Numbers not reached are not tried again.</source>
            <translation>Ulaşılamayan numaralar yeniden denenmez.</translation>
        </message>
        <message numerus="yes">
            <source>Numbers not reached are tried %n more time(s), {minutes} min apart.</source>
            <translation>
                <numerusform>Ulaşılamayan numaralar {minutes} dk arayla %n kez daha denenir.</numerusform>
            </translation>
        </message>
        <message>
            <source>Numbers of the list</source>
            <translation>Listenin numaraları</translation>
        </message>
        <message>
            <source>Numbers of the new list</source>
            <translation>Yeni listenin numaraları</translation>
        </message>
        <message>
            <source>Numbers that are never sent to an auto-dial list from here. Several at once: paste them, drop a file on this window, or choose one.</source>
            <translation>Buradan otomatik arama listelerine hiç gönderilmeyen numaralar. Birden çok numara için: yapıştırın, bu pencereye bir dosya bırakın veya seçin.</translation>
        </message>
        <message>
            <source>Numbers were added to “{list}”.</source>
            <translation>“{list}” listesine numaralar eklendi.</translation>
        </message>
        <message>
            <source>Numbers were not added to “{list}”.</source>
            <translation>“{list}” listesine numara eklenemedi.</translation>
        </message>
        <message>
            <source>Numbers, typed or pasted</source>
            <translation>Yazılan veya yapıştırılan numaralar</translation>
        </message>
        <message>
            <source>Numbers: {n}</source>
            <translation>Numara: {n}</translation>
        </message>
        <message>
            <source>On the do-not-call list</source>
            <translation>Aranmayacaklar listesinde</translation>
        </message>
        <message>
            <source>On their way</source>
            <translation>Yolda</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Aç</translation>
        </message>
        <message>
            <source>Open a file with numbers</source>
            <translation>Numara içeren bir dosya aç</translation>
        </message>
        <message>
            <source>Open file…</source>
            <translation>Dosya aç…</translation>
        </message>
        <message>
            <source>Open it in Excel, save it as XLSX without a password, and choose it again.</source>
            <translation>Excel'de açın, parolasız XLSX olarak kaydedin ve yeniden seçin.</translation>
        </message>
        <message>
            <source>Open it in the program that made it, save it as XLSX or CSV, and try again.</source>
            <translation>Dosyayı oluşturan programda açın, XLSX veya CSV olarak kaydedip yeniden deneyin.</translation>
        </message>
        <message>
            <source>Other</source>
            <translation>Diğer</translation>
        </message>
        <message>
            <source>Outcomes for another program</source>
            <translation>Sonuçların başka bir programa bildirilmesi</translation>
        </message>
        <message>
            <source>Outgoing line</source>
            <translation>Çıkış hattı</translation>
        </message>
        <message>
            <source>Pace and end</source>
            <translation>Hız ve bitiş</translation>
        </message>
        <message>
            <source>Passive</source>
            <translation>Pasif</translation>
        </message>
        <message>
            <source>Paste numbers, one a line, with names beside them if there are any; or drop a file on this window, or choose one: CSV or XLSX, up to 20 MB and 100,000 rows.</source>
            <translation>Numaraları her satıra bir tane gelecek şekilde, varsa adlarıyla birlikte yapıştırın; ya da bu pencereye bir dosya bırakın veya seçin: CSV veya XLSX, en çok 20 MB ve 100.000 satır.</translation>
        </message>
        <message>
            <source>Paste numbers, or read them from a CSV or Excel file.</source>
            <translation>Numaraları yapıştırın ya da CSV veya Excel dosyasından alın.</translation>
        </message>
        <message>
            <source>Pasted</source>
            <translation>Yapıştırıldı</translation>
        </message>
        <message>
            <source>Pause</source>
            <translation>Duraklat</translation>
        </message>
        <message>
            <source>Pause sending to {list}</source>
            <translation>{list} listesine göndermeyi duraklat</translation>
        </message>
        <message>
            <source>Phone-book &amp;groups</source>
            <translation>Rehber gr&amp;upları</translation>
        </message>
        <message>
            <source>Put there by</source>
            <translation>Ekleyen</translation>
        </message>
        <message>
            <source>Queue</source>
            <translation>Kuyruk</translation>
        </message>
        <message>
            <source>Reached</source>
            <translation>Başarılı</translation>
        </message>
        <message>
            <source>Reading…</source>
            <translation>Okunuyor…</translation>
        </message>
        <message>
            <source>Refused</source>
            <translation>Eklenmedi</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Çıkar</translation>
        </message>
        <message>
            <source>Remove from the list</source>
            <translation>Listeden çıkar</translation>
        </message>
        <message>
            <source>Row</source>
            <translation>Satır</translation>
        </message>
        <message>
            <source>Running</source>
            <translation>Çalışıyor</translation>
        </message>
        <message>
            <source>Search the numbers</source>
            <translation>Numaralarda bul</translation>
        </message>
        <message>
            <source>Search the numbers of the list by number or name</source>
            <translation>Listenin numaralarını numara ya da ada göre bul</translation>
        </message>
        <message>
            <source>Send again</source>
            <translation>Yeniden gönder</translation>
        </message>
        <message>
            <source>Send again to {list} what did not arrive</source>
            <translation>{list} listesine ulaşmayanları yeniden gönder</translation>
        </message>
        <message>
            <source>Send no more to {list}</source>
            <translation>{list} listesine artık gönderme</translation>
        </message>
        <message>
            <source>Sending numbers: {done} of {all}</source>
            <translation>Numaralar gönderiliyor: {done} / {all}</translation>
        </message>
        <message>
            <source>Sending rests at {done} of {all}</source>
            <translation>Gönderim {done} / {all} numarada bekliyor</translation>
        </message>
        <message>
            <source>Sends what the PBX refused or does not list.</source>
            <translation>Santralin reddettiklerini ve listelemediklerini gönderir.</translation>
        </message>
        <message>
            <source>Sent</source>
            <translation>Gönderildi</translation>
        </message>
        <message>
            <source>Show the list “{list}”</source>
            <translation>“{list}” listesini göster</translation>
        </message>
        <message>
            <source>Since</source>
            <translation>Ne zamandan beri</translation>
        </message>
        <message>
            <source>Somebody paused it: “Go on” sends the rest.</source>
            <translation>Duraklatıldı: “Sürdür” kalanları gönderir.</translation>
        </message>
        <message>
            <source>Start</source>
            <translation>Başlat</translation>
        </message>
        <message>
            <source>Start anyway</source>
            <translation>Yine de başlat</translation>
        </message>
        <message>
            <source>Start the list “{list}”</source>
            <translation>“{list}” listesini başlat</translation>
        </message>
        <message>
            <source>Start the list?</source>
            <translation>Liste başlatılsın mı?</translation>
        </message>
        <message>
            <source>Starting…</source>
            <translation>Başlatılıyor…</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Durum</translation>
        </message>
        <message>
            <source>Still to be filled in or put right: {fields}</source>
            <translation>Doldurulacak veya düzeltilecek: {fields}</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>Durdur</translation>
        </message>
        <message>
            <source>Stop the list “{list}”</source>
            <translation>“{list}” listesini durdur</translation>
        </message>
        <message>
            <source>Stopped</source>
            <translation>Durduruldu</translation>
        </message>
        <message>
            <source>Stopping…</source>
            <translation>Durduruluyor…</translation>
        </message>
        <message>
            <source>Tables (*.csv *.tsv *.txt *.xlsx *.xlsm)</source>
            <translation>Tablolar (*.csv *.tsv *.txt *.xlsx *.xlsm)</translation>
        </message>
        <message numerus="yes">
            <source>Take %n number(s) off the list? Lists may call them again.</source>
            <translation>
                <numerusform>%n numara listeden çıkarılsın mı? Listeler bu numaraları yeniden arayabilir.</numerusform>
            </translation>
        </message>
        <message>
            <source>Take off</source>
            <translation>Çıkar</translation>
        </message>
        <message>
            <source>Take off the list</source>
            <translation>Listeden çıkar</translation>
        </message>
        <message numerus="yes">
            <source>Take over %n number(s)</source>
            <translation>
                <numerusform>%n numarayı al</numerusform>
            </translation>
        </message>
        <message>
            <source>Take over numbers</source>
            <translation>Numaraları al</translation>
        </message>
        <message>
            <source>That is not a number that can be called: check it.</source>
            <translation>Bu, aranabilecek bir numara değil: denetleyin.</translation>
        </message>
        <message>
            <source>That is not a whole web address: check it.</source>
            <translation>Bu, tam bir web adresi değil: denetleyin.</translation>
        </message>
        <message numerus="yes">
            <source>That takes %n request(s)</source>
            <translation>
                <numerusform>Bunun için %n istek gerekir</numerusform>
            </translation>
        </message>
        <message>
            <source>The PBX does not accept the user or password: put them right in the settings, then “Go on”.</source>
            <translation>Santral kullanıcıyı ya da parolayı kabul etmiyor: ayarlarda düzeltin, sonra “Sürdür”e basın.</translation>
        </message>
        <message>
            <source>The PBX does not list it, so it was not made: cancel it and make it anew.</source>
            <translation>Santral onu listelemiyor, yani oluşturulmadı: iptal edip yeniden oluşturun.</translation>
        </message>
        <message>
            <source>The PBX has no such list any more: make a new one.</source>
            <translation>Santralde artık böyle bir liste yok: yeni bir liste oluşturun.</translation>
        </message>
        <message>
            <source>The PBX has not reported on this list yet.</source>
            <translation>Santral bu liste için henüz rapor vermedi.</translation>
        </message>
        <message>
            <source>The PBX refused it: put right what it says, then “Go on”.</source>
            <translation>Santral kabul etmedi: söylediğini düzeltin, sonra “Sürdür”e basın.</translation>
        </message>
        <message>
            <source>The PBX's report gives this number no id, so it cannot be changed here: use the portal.</source>
            <translation>Santralin raporunda bu numaranın kimliği yok, bu yüzden burada değiştirilemez: portalı kullanın.</translation>
        </message>
        <message>
            <source>The board does not know its department {name}: look whether agents are logged in.</source>
            <translation>Pano {name} departmanını tanımıyor: oturum açmış temsilci var mı, bakın.</translation>
        </message>
        <message>
            <source>The do-not-call list cannot be read, so no numbers are taken.</source>
            <translation>Aranmayacaklar listesi okunamıyor, bu yüzden numara alınmadı.</translation>
        </message>
        <message>
            <source>The do-not-call list cannot be read.</source>
            <translation>Aranmayacaklar listesi okunamıyor.</translation>
        </message>
        <message>
            <source>The do-not-call list could not be changed.</source>
            <translation>Aranmayacaklar listesi değiştirilemedi.</translation>
        </message>
        <message>
            <source>The file cannot be opened.</source>
            <translation>Dosya açılamıyor.</translation>
        </message>
        <message>
            <source>The file is damaged.</source>
            <translation>Dosya bozuk.</translation>
        </message>
        <message>
            <source>The file is too big.</source>
            <translation>Dosya çok büyük.</translation>
        </message>
        <message>
            <source>The first line is titles</source>
            <translation>İlk satır başlık</translation>
        </message>
        <message>
            <source>The last day is over: choose today or a later day.</source>
            <translation>Son gün geçmiş: bugünü veya sonraki bir günü seçin.</translation>
        </message>
        <message>
            <source>The last day lies before the first: change one of them.</source>
            <translation>Son gün ilk günden önce: birini değiştirin.</translation>
        </message>
        <message>
            <source>The list</source>
            <translation>Liste</translation>
        </message>
        <message>
            <source>The list can be seen as soon as the PBX is connected.</source>
            <translation>Santrale bağlanınca liste görülebilir.</translation>
        </message>
        <message>
            <source>The list has this number already.</source>
            <translation>Bu numara listede zaten var.</translation>
        </message>
        <message>
            <source>The list is being made</source>
            <translation>Liste oluşturuluyor</translation>
        </message>
        <message>
            <source>The list is being made. You may close this: how it ends is told anyway.</source>
            <translation>Liste oluşturuluyor. Bu pencereyi kapatabilirsiniz: sonuç yine bildirilir.</translation>
        </message>
        <message>
            <source>The list was not made.</source>
            <translation>Liste oluşturulmadı.</translation>
        </message>
        <message>
            <source>The list “{list}” is being made: {done} of {all} numbers are in it</source>
            <translation>“{list}” listesi oluşturuluyor: {all} numaradan {done} tanesi içinde</translation>
        </message>
        <message>
            <source>The list “{list}” is made.</source>
            <translation>“{list}” listesi oluşturuldu.</translation>
        </message>
        <message>
            <source>The list “{list}” was not made.</source>
            <translation>“{list}” listesi oluşturulamadı.</translation>
        </message>
        <message>
            <source>The list “{list}” was not started.</source>
            <translation>“{list}” listesi başlatılamadı.</translation>
        </message>
        <message>
            <source>The list “{list}” was not stopped.</source>
            <translation>“{list}” listesi durdurulamadı.</translation>
        </message>
        <message>
            <source>The list “{list}” was started.</source>
            <translation>“{list}” listesi başlatıldı.</translation>
        </message>
        <message>
            <source>The list “{list}” was stopped.</source>
            <translation>“{list}” listesi durduruldu.</translation>
        </message>
        <message>
            <source>The list's own numbers are not known yet, so none of these is marked as already in it.</source>
            <translation>Listedeki numaralar henüz bilinmiyor; bu yüzden hiçbiri “zaten listede” diye işaretlenmedi.</translation>
        </message>
        <message>
            <source>The next look at the list tells: nothing is sent again by itself.</source>
            <translation>Listeye sonraki bakışta belli olur: hiçbir şey kendiliğinden yeniden gönderilmez.</translation>
        </message>
        <message>
            <source>The program ended meanwhile: “Go on” sends the rest.</source>
            <translation>Program bu sırada kapandı: “Sürdür” kalanları gönderir.</translation>
        </message>
        <message>
            <source>The queue whose free agents set the pace.</source>
            <translation>Arama hızı bu kuyruktaki boşta temsilcilere göre belirlenir.</translation>
        </message>
        <message>
            <source>The report of this list has not come yet.</source>
            <translation>Bu listenin raporu henüz gelmedi.</translation>
        </message>
        <message>
            <source>The same order is under way already: wait for its end.</source>
            <translation>Aynı komut zaten yürütülüyor: bitmesini bekleyin.</translation>
        </message>
        <message>
            <source>The time must lie ahead: now it is {time} in Turkey.</source>
            <translation>Zaman ileride olmalı: Türkiye'de şimdi {time}.</translation>
        </message>
        <message>
            <source>There are no rows in this.</source>
            <translation>Burada hiç satır yok.</translation>
        </message>
        <message>
            <source>There are too many rows.</source>
            <translation>Satır sayısı çok fazla.</translation>
        </message>
        <message>
            <source>There is no connection to the PBX: try again when there is.</source>
            <translation>Santralle bağlantı yok: bağlantı kurulunca yeniden deneyin.</translation>
        </message>
        <message>
            <source>There is no table in this file.</source>
            <translation>Bu dosyada tablo yok.</translation>
        </message>
        <message>
            <source>This is a phone number, not a name: it belongs in the column “Number” beside it.</source>
            <translation>Bu bir telefon numarası, ad değil: yandaki “Numara” sütununa yazılır.</translation>
        </message>
        <message>
            <source>This is an old Excel file, or one with a password.</source>
            <translation>Bu eski bir Excel dosyası ya da parolalı bir dosya.</translation>
        </message>
        <message>
            <source>This list has no numbers.</source>
            <translation>Bu listede numara yok.</translation>
        </message>
        <message>
            <source>This list has no numbers. “Add numbers…” puts some in.</source>
            <translation>Bu listede numara yok. “Numara ekle…” ile ekleyin.</translation>
        </message>
        <message>
            <source>This number is not in the list: it was refused. Add it again once it is right.</source>
            <translation>Bu numara listede değil: reddedildi. Düzeltip yeniden ekleyin.</translation>
        </message>
        <message>
            <source>This number is still on its way: it can be changed as soon as the list's report has it.</source>
            <translation>Bu numara henüz yolda: listenin raporunda yer alınca değiştirilebilir.</translation>
        </message>
        <message>
            <source>Those not sent first</source>
            <translation>Gönderilmeyecekler önce</translation>
        </message>
        <message>
            <source>To be called again</source>
            <translation>Yeniden aranacak</translation>
        </message>
        <message>
            <source>Today is a Sunday.</source>
            <translation>Bugün pazar.</translation>
        </message>
        <message numerus="yes">
            <source>Today is a Sunday; until its end it may call on %n Sunday(s).</source>
            <translation>
                <numerusform>Bugün pazar; liste bitene kadar %n pazar günü arayabilir.</numerusform>
            </translation>
        </message>
        <message>
            <source>Today is a public holiday: {name}.</source>
            <translation>Bugün resmî tatil: {name}.</translation>
        </message>
        <message numerus="yes">
            <source>Today is a public holiday: {name}. Until its end it may call on %n of them.</source>
            <translation>
                <numerusform>Bugün resmî tatil: {name}. Liste bitene kadar %n resmî tatil günü arayabilir.</numerusform>
            </translation>
        </message>
        <message>
            <source>Traders (İYS 12)</source>
            <translation>Tacir (İYS 12)</translation>
        </message>
        <message>
            <source>Twice</source>
            <translation>Yinelenen</translation>
        </message>
        <message>
            <source>Type a number from 1 to 9999.</source>
            <translation>1 ile 9999 arasında bir sayı yazın.</translation>
        </message>
        <message>
            <source>Type its name as the portal shows it.</source>
            <translation>Adını portalda göründüğü gibi yazın.</translation>
        </message>
        <message>
            <source>Type the figure at which it stops.</source>
            <translation>Listenin duracağı sayıyı yazın.</translation>
        </message>
        <message>
            <source>Type the line's number: a line can be changed, not taken away.</source>
            <translation>Hattın numarasını yazın: hat değiştirilebilir, kaldırılamaz.</translation>
        </message>
        <message>
            <source>Type the number of the line that calls go out on.</source>
            <translation>Aramaların çıkacağı hattın numarasını yazın.</translation>
        </message>
        <message>
            <source>Unknown</source>
            <translation>Bilinmiyor</translation>
        </message>
        <message>
            <source>Unknown whether it arrived</source>
            <translation>Ulaşıp ulaşmadığı bilinmiyor</translation>
        </message>
        <message>
            <source>Unknown whether numbers were added to “{list}”.</source>
            <translation>“{list}” listesine numara eklenip eklenmediği bilinmiyor.</translation>
        </message>
        <message>
            <source>Unknown whether the list “{list}” was made.</source>
            <translation>“{list}” listesinin oluşup oluşmadığı bilinmiyor.</translation>
        </message>
        <message>
            <source>Unknown whether the list “{list}” was made: the next look at the lists tells</source>
            <translation>“{list}” listesinin oluşup oluşmadığı bilinmiyor: listelere sonraki bakışta belli olur</translation>
        </message>
        <message>
            <source>Unknown whether the list “{list}” was started.</source>
            <translation>“{list}” listesinin başlayıp başlamadığı bilinmiyor.</translation>
        </message>
        <message>
            <source>Unknown whether the list “{list}” was stopped.</source>
            <translation>“{list}” listesinin durup durmadığı bilinmiyor.</translation>
        </message>
        <message>
            <source>Unknown whether {number} was changed in “{list}”.</source>
            <translation>{number} numarasının “{list}” listesinde değişip değişmediği bilinmiyor.</translation>
        </message>
        <message>
            <source>Unknown whether {number} was removed from “{list}”.</source>
            <translation>{number} numarasının “{list}” listesinden çıkıp çıkmadığı bilinmiyor.</translation>
        </message>
        <message>
            <source>Unknown whether {number} was replaced in “{list}”.</source>
            <translation>{number} yerine “{list}” listesine yeni numara eklenip eklenmediği bilinmiyor.</translation>
        </message>
        <message>
            <source>Up to 100,000 rows are read at once. Divide them into several files.</source>
            <translation>Bir kerede en çok 100.000 satır okunur. Satırları birkaç dosyaya bölün.</translation>
        </message>
        <message>
            <source>Up to 20 MB are read. Save the sheet with the numbers alone, or divide it.</source>
            <translation>En çok 20 MB okunur. Yalnızca numaraların bulunduğu sayfayı kaydedin ya da dosyayı bölün.</translation>
        </message>
        <message>
            <source>Up to four digits and nothing else, or leave it empty.</source>
            <translation>En çok dört rakam yazın veya boş bırakın.</translation>
        </message>
        <message>
            <source>Up to four digits that agents see before the number; may be empty.</source>
            <translation>Temsilcilerin numaranın önünde gördüğü, en çok dört rakam; boş kalabilir.</translation>
        </message>
        <message>
            <source>Upload</source>
            <translation>Gönderim</translation>
        </message>
        <message>
            <source>Waits to be sent</source>
            <translation>Gönderilmeyi bekliyor</translation>
        </message>
        <message>
            <source>Warning</source>
            <translation>Uyarı</translation>
        </message>
        <message>
            <source>What becomes of it</source>
            <translation>Ne olacak</translation>
        </message>
        <message>
            <source>What was sent stays in the list; what waits is not sent.</source>
            <translation>Gönderilenler listede kalır; bekleyenler gönderilmez.</translation>
        </message>
        <message>
            <source>What you filled in is not kept anywhere.</source>
            <translation>Doldurduklarınız hiçbir yerde saklanmaz.</translation>
        </message>
        <message>
            <source>When to call, Turkish time</source>
            <translation>Ne zaman aranacak, Türkiye saati</translation>
        </message>
        <message>
            <source>Whom it calls</source>
            <translation>Kimler aranacak</translation>
        </message>
        <message>
            <source>Why (may stay empty)</source>
            <translation>Not (boş kalabilir)</translation>
        </message>
        <message>
            <source>Why it may not be called</source>
            <translation>Neden aranmaması gerektiği</translation>
        </message>
        <message>
            <source>Why the others were not stands beside them on the list's page.</source>
            <translation>Ötekilerin neden eklenmediği liste sayfasında yanlarında yazar.</translation>
        </message>
        <message>
            <source>Why, or the PBX's own words</source>
            <translation>Neden ya da santralin kendi sözü</translation>
        </message>
        <message>
            <source>Will be sent</source>
            <translation>Gönderilecek</translation>
        </message>
        <message>
            <source>a 444 line: lists call whole numbers only</source>
            <translation>444'lü hat: listeler yalnızca tam numaraları arar</translation>
        </message>
        <message>
            <source>a charged number: lists do not call these</source>
            <translation>ücretli numara: listeler bunları aramaz</translation>
        </message>
        <message>
            <source>a date, no number: format the column as text and save again</source>
            <translation>tarih, numara değil: sütunu metin olarak biçimlendirip yeniden kaydedin</translation>
        </message>
        <message>
            <source>a formula, no number: put the number itself into the cell</source>
            <translation>formül, numara değil: hücreye numaranın kendisini yazın</translation>
        </message>
        <message>
            <source>a number abroad: lists call numbers in Turkey only</source>
            <translation>yurt dışı numarası: listeler yalnızca Türkiye'deki numaraları arar</translation>
        </message>
        <message>
            <source>a service number: lists do not call these</source>
            <translation>servis numarası: listeler bunları aramaz</translation>
        </message>
        <message>
            <source>a toll-free number: lists do not call these</source>
            <translation>ücretsiz numara: listeler bunları aramaz</translation>
        </message>
        <message>
            <source>about {time}</source>
            <translation>yaklaşık {time}</translation>
        </message>
        <message>
            <source>already in the list</source>
            <translation>zaten listede</translation>
        </message>
        <message>
            <source>an extension stands behind the number: take it away</source>
            <translation>numaranın arkasında dahili var: dahiliyi silin</translation>
        </message>
        <message>
            <source>an extension: lists call outside numbers only</source>
            <translation>dahili: listeler yalnızca dış numaraları arar</translation>
        </message>
        <message>
            <source>as of {time}</source>
            <translation>{time} itibarıyla</translation>
        </message>
        <message>
            <source>comes twice: sent once</source>
            <translation>iki kez geçiyor: bir kez gönderilir</translation>
        </message>
        <message>
            <source>department {name}</source>
            <translation>departman {name}</translation>
        </message>
        <message>
            <source>free agents + n</source>
            <translation>boştaki temsilci + n</translation>
        </message>
        <message>
            <source>free agents + {n}</source>
            <translation>boştaki temsilci + {n}</translation>
        </message>
        <message>
            <source>free agents × n</source>
            <translation>boştaki temsilci × n</translation>
        </message>
        <message>
            <source>free agents × {n}</source>
            <translation>boştaki temsilci × {n}</translation>
        </message>
        <message>
            <source>line {line}</source>
            <translation>hat {line}</translation>
        </message>
        <message>
            <source>made elsewhere: stop rule, İYS filter and webhook are not known</source>
            <translation>başka yerde oluşturuldu: durdurma kuralı, İYS filtresi ve webhook bilinmiyor</translation>
        </message>
        <message>
            <source>made here {time}</source>
            <translation>burada oluşturuldu {time}</translation>
        </message>
        <message>
            <source>more than a number in the cell: leave the number alone</source>
            <translation>hücrede numaradan fazlası var: yalnızca numarayı bırakın</translation>
        </message>
        <message>
            <source>more than one number in one cell: leave the one to be called</source>
            <translation>bir hücrede birden çok numara var: yalnızca aranacak olanı bırakın</translation>
        </message>
        <message>
            <source>n IVR calls a minute</source>
            <translation>dakikada n IVR araması</translation>
        </message>
        <message>
            <source>n calls in all</source>
            <translation>toplam n arama</translation>
        </message>
        <message>
            <source>n failed calls</source>
            <translation>n başarısız arama</translation>
        </message>
        <message>
            <source>n of calls at once</source>
            <translation>Aynı anda arama için n</translation>
        </message>
        <message>
            <source>n of the stop rule</source>
            <translation>Durdurma kuralı için n</translation>
        </message>
        <message>
            <source>n percent called</source>
            <translation>yüzde n arandı</translation>
        </message>
        <message>
            <source>n percent failed</source>
            <translation>yüzde n başarısız</translation>
        </message>
        <message>
            <source>n percent reached</source>
            <translation>yüzde n başarılı</translation>
        </message>
        <message>
            <source>n reached calls</source>
            <translation>n başarılı arama</translation>
        </message>
        <message>
            <source>no</source>
            <translation>hayır</translation>
        </message>
        <message>
            <source>no number in this row</source>
            <translation>bu satırda numara yok</translation>
        </message>
        <message>
            <source>no number: it has letters</source>
            <translation>numara değil: içinde harf var</translation>
        </message>
        <message>
            <source>no number: it is too long</source>
            <translation>numara değil: çok uzun</translation>
        </message>
        <message>
            <source>no number: it is too short</source>
            <translation>numara değil: çok kısa</translation>
        </message>
        <message>
            <source>no report yet</source>
            <translation>henüz rapor yok</translation>
        </message>
        <message>
            <source>no stop rule</source>
            <translation>durdurma kuralı yok</translation>
        </message>
        <message>
            <source>no İYS filter</source>
            <translation>İYS filtresi yok</translation>
        </message>
        <message>
            <source>nothing stops it early</source>
            <translation>erken durdurma yok</translation>
        </message>
        <message>
            <source>numbers</source>
            <translation>numara</translation>
        </message>
        <message>
            <source>on the do-not-call list</source>
            <translation>aranmayacaklar listesinde</translation>
        </message>
        <message>
            <source>results are told to nobody</source>
            <translation>sonuçlar hiçbir yere bildirilmez</translation>
        </message>
        <message>
            <source>results are told to {host}</source>
            <translation>sonuçlar {host} adresine bildirilir</translation>
        </message>
        <message>
            <source>same number twice</source>
            <translation>aynı numara iki kez</translation>
        </message>
        <message>
            <source>stops at {n} calls</source>
            <translation>{n} aramada durur</translation>
        </message>
        <message>
            <source>stops at {n} failed calls</source>
            <translation>{n} başarısız aramada durur</translation>
        </message>
        <message>
            <source>stops at {n} reached calls</source>
            <translation>{n} başarılı aramada durur</translation>
        </message>
        <message>
            <source>stops at {share} called</source>
            <translation>{share} aranınca durur</translation>
        </message>
        <message>
            <source>stops at {share} failed</source>
            <translation>başarısızlık {share} olunca durur</translation>
        </message>
        <message>
            <source>stops at {share} reached</source>
            <translation>başarı {share} olunca durur</translation>
        </message>
        <message>
            <source>there is no such number</source>
            <translation>böyle bir numara yok</translation>
        </message>
        <message>
            <source>will be sent</source>
            <translation>gönderilecek</translation>
        </message>
        <message>
            <source>yes</source>
            <translation>evet</translation>
        </message>
        <message>
            <source>{done} of {all} done</source>
            <translation>{all} numaradan {done} bitti</translation>
        </message>
        <message>
            <source>{done} of {all} numbers were sent</source>
            <translation>{all} numaradan {done} tanesi gönderildi</translation>
        </message>
        <message>
            <source>{good} of {all} will be sent</source>
            <translation>{all} satırdan {good} tanesi gönderilecek</translation>
        </message>
        <message>
            <source>{m} of {n}</source>
            <translation>{n} içinde {m}</translation>
        </message>
        <message>
            <source>{now} called of {limit}: it is about to stop by its rule.</source>
            <translation>Aranan {now}, sınır {limit}: kuralı gereği durmak üzere.</translation>
        </message>
        <message>
            <source>{now} failed of {limit}: it is about to stop by its rule.</source>
            <translation>Başarısızlık {now}, sınır {limit}: kuralı gereği durmak üzere.</translation>
        </message>
        <message>
            <source>{now} of {limit} called: it is about to stop by its rule.</source>
            <translation>{limit} aramadan {now} tanesi yapıldı: kuralı gereği durmak üzere.</translation>
        </message>
        <message>
            <source>{now} of {limit} failed: it is about to stop by its rule.</source>
            <translation>{limit} başarısız aramadan {now} tanesi oldu: kuralı gereği durmak üzere.</translation>
        </message>
        <message>
            <source>{now} of {limit} reached: it is about to stop by its rule.</source>
            <translation>{limit} başarılı aramadan {now} tanesi oldu: kuralı gereği durmak üzere.</translation>
        </message>
        <message>
            <source>{now} reached of {limit}: it is about to stop by its rule.</source>
            <translation>Başarı {now}, sınır {limit}: kuralı gereği durmak üzere.</translation>
        </message>
        <message>
            <source>{number} was changed in “{list}”.</source>
            <translation>{number}, “{list}” listesinde değiştirildi.</translation>
        </message>
        <message>
            <source>{number} was not changed in “{list}”.</source>
            <translation>{number}, “{list}” listesinde değiştirilemedi.</translation>
        </message>
        <message>
            <source>{number} was not removed from “{list}”.</source>
            <translation>{number}, “{list}” listesinden çıkarılamadı.</translation>
        </message>
        <message>
            <source>{number} was not replaced in “{list}”.</source>
            <translation>{number} yerine “{list}” listesine yeni numara eklenemedi.</translation>
        </message>
        <message>
            <source>{number} was removed from “{list}”.</source>
            <translation>{number}, “{list}” listesinden çıkarıldı.</translation>
        </message>
        <message>
            <source>{number} was replaced in “{list}”.</source>
            <translation>{number} yerine “{list}” listesine yeni numara eklendi.</translation>
        </message>
        <message>
            <source>{n} IVR calls a minute</source>
            <translation>dakikada {n} IVR araması</translation>
        </message>
        <message>
            <source>{n} failed</source>
            <translation>{n} başarısız</translation>
        </message>
        <message>
            <source>{n} never called</source>
            <translation>{n} hiç aranmadı</translation>
        </message>
        <message>
            <source>{n} not sent</source>
            <translation>{n} gönderilmedi</translation>
        </message>
        <message>
            <source>{n} reached</source>
            <translation>{n} başarılı</translation>
        </message>
        <message>
            <source>{n} refused</source>
            <translation>{n} eklenmedi</translation>
        </message>
        <message>
            <source>{n} to be called again</source>
            <translation>{n} yeniden aranacak</translation>
        </message>
        <message>
            <source>{n} unknown</source>
            <translation>{n} bilinmiyor</translation>
        </message>
        <message>
            <source>{sent} of {all} numbers were added to “{list}”.</source>
            <translation>“{list}” listesine {all} numaradan {sent} tanesi eklendi.</translation>
        </message>
        <message>
            <source>{sent} sent, {refused} refused</source>
            <translation>{sent} gönderildi, {refused} reddedildi</translation>
        </message>
        <message>
            <source>İYS &amp;filter</source>
            <translation>İYS &amp;filtresi</translation>
        </message>
        <message>
            <source>İYS filter: consumers</source>
            <translation>İYS filtresi: bireysel</translation>
        </message>
        <message>
            <source>İYS filter: traders</source>
            <translation>İYS filtresi: tacir</translation>
        </message>
    </context>
    <context>
        <name>Charts</name>
        <message>
            <source>No figures yet</source>
            <translation>Henüz veri yok</translation>
        </message>
        <message>
            <source>Nothing was seen on this day</source>
            <translation>Bu gün için kayıt yok</translation>
        </message>
    </context>
    <context>
        <name>Cli</name>
        <message numerus="yes">
            <source>%n request(s) to the PBX left, about {time}</source>
            <translation>
                <numerusform>Santrale %n sorgu kaldı, yaklaşık {time}</numerusform>
            </translation>
        </message>
        <message>
            <source>--time-factor works with loopback addresses only</source>
            <translation>--time-factor yalnızca bu bilgisayarın kendi adresleriyle çalışır</translation>
        </message>
        <message>
            <source>Calls are kept for {days} days: choose days from {day} on, or keep them longer in the settings.</source>
            <translation>Çağrılar {days} gün saklanır: {day} ve sonrasını seçin ya da ayarlardan süreyi uzatın.</translation>
        </message>
        <message>
            <source>Choose it for them in Windows: Settings → Apps → Default apps.</source>
            <translation>Bu bağlantılar için Windows’ta seçin: Ayarlar → Uygulamalar → Varsayılan uygulamalar.</translation>
        </message>
        <message>
            <source>Interrupted. What has been asked for so far is kept; no file is half written.</source>
            <translation>Yarıda kesildi. Şimdiye kadar alınan veriler saklandı; yarım kalan dosya yok.</translation>
        </message>
        <message>
            <source>Links cannot be switched: {place}: {reason}</source>
            <translation>Bağlantılar ayarlanamıyor: {place}: {reason}</translation>
        </message>
        <message>
            <source>No data came from the PBX.</source>
            <translation>Santralden veri gelmedi.</translation>
        </message>
        <message>
            <source>Nothing has been copied.</source>
            <translation>Kopyalanmış bir metin yok.</translation>
        </message>
        <message>
            <source>Nothing is marked.</source>
            <translation>Seçili bir metin yok.</translation>
        </message>
        <message>
            <source>On this system the installed program itself says which links it opens.</source>
            <translation>Bu sistemde hangi bağlantıları açacağını kurulu programın kendisi bildirir.</translation>
        </message>
        <message>
            <source>That is not one telephone number.</source>
            <translation>Bu, tek bir telefon numarası değil.</translation>
        </message>
        <message>
            <source>The address {url} is not encrypted, and nobody has agreed to that. Agree in the program's profile, or name the address as an argument.</source>
            <translation>{url} adresi şifresiz ve buna onay verilmemiş. Programdaki profilde onay verin ya da adresi komut satırında belirtin.</translation>
        </message>
        <message>
            <source>The clipboard cannot be read here.</source>
            <translation>Pano burada okunamıyor.</translation>
        </message>
        <message>
            <source>The data cannot be kept in the folder {folder}. Choose another one with --data-dir.</source>
            <translation>Veriler {folder} klasöründe saklanamıyor. --data-dir ile başka bir klasör seçin.</translation>
        </message>
        <message>
            <source>The day {day} has not begun in Turkey yet.</source>
            <translation>{day} günü Türkiye'de henüz başlamadı.</translation>
        </message>
        <message>
            <source>The picture cannot be written: {file}</source>
            <translation>Resim yazılamıyor: {file}</translation>
        </message>
        <message>
            <source>There is no password for this account in the keyring or in NETGSM_PASSWORD.</source>
            <translation>Bu hesabın parolası ne anahtarlıkta ne de NETGSM_PASSWORD değişkeninde var.</translation>
        </message>
        <message>
            <source>There is no profile yet: name the account with --account, or open the program once.</source>
            <translation>Henüz profil yok: hesabı --account ile belirtin ya da programı bir kez açın.</translation>
        </message>
        <message>
            <source>There is no screen here to read the clipboard from.</source>
            <translation>Panoyu okuyacak bir ekran yok.</translation>
        </message>
        <message>
            <source>{scheme}: links come to this program.</source>
            <translation>{scheme}: bağlantıları bu programa geliyor.</translation>
        </message>
        <message>
            <source>{scheme}: links do not come to this program.</source>
            <translation>{scheme}: bağlantıları bu programa gelmiyor.</translation>
        </message>
        <message>
            <source>“{word}” is neither a command nor a telephone number.</source>
            <translation>“{word}” ne bir komut ne de bir telefon numarası.</translation>
        </message>
    </context>
    <context>
        <name>Corner</name>
        <message>
            <source>2 to 5 digits</source>
            <translation>2-5 hane</translation>
        </message>
        <message>
            <source>Break</source>
            <translation>Mola</translation>
        </message>
        <message>
            <source>Calls today: {n}</source>
            <translation>Bugünkü çağrılar: {n}</translation>
        </message>
        <message>
            <source>End shift</source>
            <translation>Mesaiyi bitir</translation>
        </message>
        <message>
            <source>In no queue</source>
            <translation>Hiçbir kuyrukta değil</translation>
        </message>
        <message>
            <source>My extension</source>
            <translation>Dahilim</translation>
        </message>
        <message>
            <source>My extension: {name}</source>
            <translation>Dahilim: {name}</translation>
        </message>
        <message>
            <source>My queues</source>
            <translation>Kuyruklarım</translation>
        </message>
        <message>
            <source>My queues…</source>
            <translation>Kuyruklarım…</translation>
        </message>
        <message>
            <source>Resume</source>
            <translation>Devam</translation>
        </message>
        <message>
            <source>Start shift</source>
            <translation>Mesaiye başla</translation>
        </message>
        <message>
            <source>This is mine</source>
            <translation>Bu benim</translation>
        </message>
        <message>
            <source>Which extension is yours? It rings when you dial from here.</source>
            <translation>Hangi dahili sizin? Buradan arama yapınca o çalar.</translation>
        </message>
        <message>
            <source>You are a fixed member of your queues; the portal alone changes that.</source>
            <translation>Kuyruklarınızın sabit üyesisiniz; bu yalnızca portaldan değişir.</translation>
        </message>
        <message>
            <source>You are in all your queues.</source>
            <translation>Bütün kuyruklarınızdasınız.</translation>
        </message>
        <message>
            <source>You are not on break.</source>
            <translation>Molada değilsiniz.</translation>
        </message>
        <message>
            <source>Your extension is in no queue.</source>
            <translation>Dahiliniz hiçbir kuyrukta değil.</translation>
        </message>
        <message>
            <source>“Start shift” adds your extension to these queues, “End shift” takes it out of its queues.</source>
            <translation>“Mesaiye başla” dahilinizi bu kuyruklara ekler, “Mesaiyi bitir” kuyruklarından çıkarır.</translation>
        </message>
    </context>
    <context>
        <name>Countries</name>
        <message>
            <source>Afghanistan</source>
            <translation>Afganistan</translation>
        </message>
        <message>
            <source>Albania</source>
            <translation>Arnavutluk</translation>
        </message>
        <message>
            <source>Algeria</source>
            <translation>Cezayir</translation>
        </message>
        <message>
            <source>Armenia</source>
            <translation>Ermenistan</translation>
        </message>
        <message>
            <source>Australia</source>
            <translation>Avustralya</translation>
        </message>
        <message>
            <source>Austria</source>
            <translation>Avusturya</translation>
        </message>
        <message>
            <source>Azerbaijan</source>
            <translation>Azerbaycan</translation>
        </message>
        <message>
            <source>Bahrain</source>
            <translation>Bahreyn</translation>
        </message>
        <message>
            <source>Belarus</source>
            <translation>Belarus</translation>
        </message>
        <message>
            <source>Belgium</source>
            <translation>Belçika</translation>
        </message>
        <message>
            <source>Bosnia and Herzegovina</source>
            <translation>Bosna-Hersek</translation>
        </message>
        <message>
            <source>Brazil</source>
            <translation>Brezilya</translation>
        </message>
        <message>
            <source>Bulgaria</source>
            <translation>Bulgaristan</translation>
        </message>
        <message>
            <source>Canada</source>
            <translation>Kanada</translation>
        </message>
        <message>
            <source>China</source>
            <translation>Çin</translation>
        </message>
        <message>
            <source>Croatia</source>
            <translation>Hırvatistan</translation>
        </message>
        <message>
            <source>Cyprus</source>
            <translation>Kıbrıs</translation>
        </message>
        <message>
            <source>Czechia</source>
            <translation>Çekya</translation>
        </message>
        <message>
            <source>Denmark</source>
            <translation>Danimarka</translation>
        </message>
        <message>
            <source>Egypt</source>
            <translation>Mısır</translation>
        </message>
        <message>
            <source>Estonia</source>
            <translation>Estonya</translation>
        </message>
        <message>
            <source>Finland</source>
            <translation>Finlandiya</translation>
        </message>
        <message>
            <source>France</source>
            <translation>Fransa</translation>
        </message>
        <message>
            <source>Georgia</source>
            <translation>Gürcistan</translation>
        </message>
        <message>
            <source>Germany</source>
            <translation>Almanya</translation>
        </message>
        <message>
            <source>Greece</source>
            <translation>Yunanistan</translation>
        </message>
        <message>
            <source>Hungary</source>
            <translation>Macaristan</translation>
        </message>
        <message>
            <source>India</source>
            <translation>Hindistan</translation>
        </message>
        <message>
            <source>Indonesia</source>
            <translation>Endonezya</translation>
        </message>
        <message>
            <source>Iran</source>
            <translation>İran</translation>
        </message>
        <message>
            <source>Iraq</source>
            <translation>Irak</translation>
        </message>
        <message>
            <source>Ireland</source>
            <translation>İrlanda</translation>
        </message>
        <message>
            <source>Israel</source>
            <translation>İsrail</translation>
        </message>
        <message>
            <source>Italy</source>
            <translation>İtalya</translation>
        </message>
        <message>
            <source>Japan</source>
            <translation>Japonya</translation>
        </message>
        <message>
            <source>Jordan</source>
            <translation>Ürdün</translation>
        </message>
        <message>
            <source>Kazakhstan</source>
            <translation>Kazakistan</translation>
        </message>
        <message>
            <source>Kosovo</source>
            <translation>Kosova</translation>
        </message>
        <message>
            <source>Kuwait</source>
            <translation>Kuveyt</translation>
        </message>
        <message>
            <source>Kyrgyzstan</source>
            <translation>Kırgızistan</translation>
        </message>
        <message>
            <source>Latvia</source>
            <translation>Letonya</translation>
        </message>
        <message>
            <source>Lebanon</source>
            <translation>Lübnan</translation>
        </message>
        <message>
            <source>Libya</source>
            <translation>Libya</translation>
        </message>
        <message>
            <source>Lithuania</source>
            <translation>Litvanya</translation>
        </message>
        <message>
            <source>Luxembourg</source>
            <translation>Lüksemburg</translation>
        </message>
        <message>
            <source>Malaysia</source>
            <translation>Malezya</translation>
        </message>
        <message>
            <source>Malta</source>
            <translation>Malta</translation>
        </message>
        <message>
            <source>Mexico</source>
            <translation>Meksika</translation>
        </message>
        <message>
            <source>Moldova</source>
            <translation>Moldova</translation>
        </message>
        <message>
            <source>Montenegro</source>
            <translation>Karadağ</translation>
        </message>
        <message>
            <source>Morocco</source>
            <translation>Fas</translation>
        </message>
        <message>
            <source>Netherlands</source>
            <translation>Hollanda</translation>
        </message>
        <message>
            <source>Nigeria</source>
            <translation>Nijerya</translation>
        </message>
        <message>
            <source>North Macedonia</source>
            <translation>Kuzey Makedonya</translation>
        </message>
        <message>
            <source>Norway</source>
            <translation>Norveç</translation>
        </message>
        <message>
            <source>Oman</source>
            <translation>Umman</translation>
        </message>
        <message>
            <source>Pakistan</source>
            <translation>Pakistan</translation>
        </message>
        <message>
            <source>Palestine</source>
            <translation>Filistin</translation>
        </message>
        <message>
            <source>Poland</source>
            <translation>Polonya</translation>
        </message>
        <message>
            <source>Portugal</source>
            <translation>Portekiz</translation>
        </message>
        <message>
            <source>Qatar</source>
            <translation>Katar</translation>
        </message>
        <message>
            <source>Romania</source>
            <translation>Romanya</translation>
        </message>
        <message>
            <source>Russia</source>
            <translation>Rusya</translation>
        </message>
        <message>
            <source>Saudi Arabia</source>
            <translation>Suudi Arabistan</translation>
        </message>
        <message>
            <source>Serbia</source>
            <translation>Sırbistan</translation>
        </message>
        <message>
            <source>Singapore</source>
            <translation>Singapur</translation>
        </message>
        <message>
            <source>Slovakia</source>
            <translation>Slovakya</translation>
        </message>
        <message>
            <source>Slovenia</source>
            <translation>Slovenya</translation>
        </message>
        <message>
            <source>Somalia</source>
            <translation>Somali</translation>
        </message>
        <message>
            <source>South Africa</source>
            <translation>Güney Afrika</translation>
        </message>
        <message>
            <source>South Korea</source>
            <translation>Güney Kore</translation>
        </message>
        <message>
            <source>Spain</source>
            <translation>İspanya</translation>
        </message>
        <message>
            <source>Sudan</source>
            <translation>Sudan</translation>
        </message>
        <message>
            <source>Sweden</source>
            <translation>İsveç</translation>
        </message>
        <message>
            <source>Switzerland</source>
            <translation>İsviçre</translation>
        </message>
        <message>
            <source>Syria</source>
            <translation>Suriye</translation>
        </message>
        <message>
            <source>Tajikistan</source>
            <translation>Tacikistan</translation>
        </message>
        <message>
            <source>Thailand</source>
            <translation>Tayland</translation>
        </message>
        <message>
            <source>Tunisia</source>
            <translation>Tunus</translation>
        </message>
        <message>
            <source>Turkmenistan</source>
            <translation>Türkmenistan</translation>
        </message>
        <message>
            <source>Ukraine</source>
            <translation>Ukrayna</translation>
        </message>
        <message>
            <source>United Arab Emirates</source>
            <translation>Birleşik Arap Emirlikleri</translation>
        </message>
        <message>
            <source>United Kingdom</source>
            <translation>Birleşik Krallık</translation>
        </message>
        <message>
            <source>United States</source>
            <translation>ABD</translation>
        </message>
        <message>
            <source>Uzbekistan</source>
            <translation>Özbekistan</translation>
        </message>
        <message>
            <source>Yemen</source>
            <translation>Yemen</translation>
        </message>
    </context>
    <context>
        <name>DailyExport</name>
        <message>
            <source>The statistics of {day} could not be saved. {reason} It is tried again in an hour.</source>
            <translation>{day} istatistikleri kaydedilemedi. {reason} Bir saat sonra yeniden denenecek.</translation>
        </message>
    </context>
    <context>
        <name>DayLabel</name>
        <message>
            <source>Apr</source>
            <translation>04</translation>
        </message>
        <message>
            <source>Aug</source>
            <translation>08</translation>
        </message>
        <message>
            <source>Dec</source>
            <translation>12</translation>
        </message>
        <message>
            <source>Feb</source>
            <translation>02</translation>
        </message>
        <message>
            <source>Jan</source>
            <translation>01</translation>
        </message>
        <message>
            <source>Jul</source>
            <translation>07</translation>
        </message>
        <message>
            <source>Jun</source>
            <translation>06</translation>
        </message>
        <message>
            <source>Mar</source>
            <translation>03</translation>
        </message>
        <message>
            <source>May</source>
            <translation>05</translation>
        </message>
        <message>
            <source>Nov</source>
            <translation>11</translation>
        </message>
        <message>
            <source>Oct</source>
            <translation>10</translation>
        </message>
        <message>
            <source>Sep</source>
            <translation>09</translation>
        </message>
    </context>
    <context>
        <name>Dial</name>
        <message>
            <source> min</source>
            <translation> dk</translation>
        </message>
        <message>
            <source> s</source>
            <translation> sn</translation>
        </message>
        <message>
            <source>Call</source>
            <translation>Ara</translation>
        </message>
        <message>
            <source>Call a name, an extension or a number</source>
            <translation>Bir ad, dahili ya da numara ara</translation>
        </message>
        <message>
            <source>Cut the call after</source>
            <translation>Görüşme şu süre sonra kesilsin</translation>
        </message>
        <message>
            <source>Each side rings for</source>
            <translation>Her taraf şu kadar çalsın</translation>
        </message>
        <message>
            <source>Hang up</source>
            <translation>Kapat</translation>
        </message>
        <message>
            <source>Hang up my call</source>
            <translation>Çağrımı kapat</translation>
        </message>
        <message>
            <source>Hide the customer's number on my extension's display</source>
            <translation>Müşterinin numarasını dahilimin ekranında gizle</translation>
        </message>
        <message>
            <source>How the call is made</source>
            <translation>Çağrı nasıl yapılsın</translation>
        </message>
        <message>
            <source>More: line, who rings first, times, texts</source>
            <translation>Daha fazlası: hat, önce kim çalsın, süreler, metinler</translation>
        </message>
        <message>
            <source>My extension</source>
            <translation>Dahilim</translation>
        </message>
        <message>
            <source>My extension hears</source>
            <translation>Dahilimin duyacağı</translation>
        </message>
        <message>
            <source>Name, extension or number  (Ctrl+L)</source>
            <translation>Ad, dahili ya da numara  (Ctrl+L)</translation>
        </message>
        <message>
            <source>Not connected yet</source>
            <translation>Henüz bağlı değil</translation>
        </message>
        <message>
            <source>Offered numbers</source>
            <translation>Önerilen numaralar</translation>
        </message>
        <message>
            <source>Only when my extension rings first.</source>
            <translation>Yalnızca önce dahilim çalıyorsa.</translation>
        </message>
        <message>
            <source>Outgoing line</source>
            <translation>Dış hat</translation>
        </message>
        <message>
            <source>Rings first</source>
            <translation>Önce çalan</translation>
        </message>
        <message>
            <source>Text that is read aloud</source>
            <translation>Sesli okunacak metin</translation>
        </message>
        <message>
            <source>The PBX has not told yet which call it is.</source>
            <translation>Santral bunun hangi çağrı olduğunu henüz bildirmedi.</translation>
        </message>
        <message>
            <source>The PBX refused “{name}” the last time.</source>
            <translation>Santral “{name}” adını geçen sefer kabul etmedi.</translation>
        </message>
        <message>
            <source>The customer hears</source>
            <translation>Müşterinin duyacağı</translation>
        </message>
        <message>
            <source>The number customers see: 10 digits without 0.</source>
            <translation>Müşterinin gördüğü numara: başında 0 olmadan 10 hane.</translation>
        </message>
        <message>
            <source>The sound's name in the portal, with its .wav on this side; it is sent as typed.</source>
            <translation>Sesin portaldaki adı; bu tarafta sonundaki .wav ile. Yazdığınız gibi gönderilir.</translation>
        </message>
        <message>
            <source>The sound's name in the portal, without .wav on this side; it is sent as typed.</source>
            <translation>Sesin portaldaki adı; bu tarafta .wav olmadan. Yazdığınız gibi gönderilir.</translation>
        </message>
        <message>
            <source>Wait for the answer</source>
            <translation>Yanıtı bekle</translation>
        </message>
        <message>
            <source>You are in no call.</source>
            <translation>Şu an bir çağrınız yok.</translation>
        </message>
        <message>
            <source>a sound</source>
            <translation>ses</translation>
        </message>
        <message>
            <source>a text</source>
            <translation>metin</translation>
        </message>
        <message>
            <source>as it suits</source>
            <translation>duruma göre</translation>
        </message>
        <message>
            <source>cannot be called</source>
            <translation>aranamaz</translation>
        </message>
        <message>
            <source>my extension</source>
            <translation>dahilim</translation>
        </message>
        <message>
            <source>never</source>
            <translation>yok</translation>
        </message>
        <message>
            <source>no</source>
            <translation>hayır</translation>
        </message>
        <message>
            <source>nothing</source>
            <translation>hiçbir şey</translation>
        </message>
        <message>
            <source>the customer</source>
            <translation>müşteri</translation>
        </message>
        <message>
            <source>yes</source>
            <translation>evet</translation>
        </message>
        <message>
            <source>{side}: name of the sound</source>
            <translation>{side}: sesin adı</translation>
        </message>
        <message>
            <source>{side}: text that is read aloud</source>
            <translation>{side}: sesli okunacak metin</translation>
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
        <name>Directory</name>
        <message>
            <source>Add</source>
            <translation>Ekle</translation>
        </message>
        <message>
            <source>An extension has 2 to 5 digits, a number 7 to 15.</source>
            <translation>Dahili 2-5, numara 7-15 hanelidir.</translation>
        </message>
        <message>
            <source>An extension or a number is missing.</source>
            <translation>Dahili ya da numara eksik.</translation>
        </message>
        <message>
            <source>An extension or number has digits only.</source>
            <translation>Dahili ya da numara yalnızca rakamlardan oluşur.</translation>
        </message>
        <message>
            <source>Another row has this number already.</source>
            <translation>Bu numara başka bir satırda var.</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Kapat</translation>
        </message>
        <message>
            <source>Directory</source>
            <translation>Rehber</translation>
        </message>
        <message>
            <source>Extension or number</source>
            <translation>Dahili ya da numara</translation>
        </message>
        <message>
            <source>Filter</source>
            <translation>Süz</translation>
        </message>
        <message>
            <source>Filter names by number, name or team</source>
            <translation>Adları numaraya, ada ya da ekibe göre süz</translation>
        </message>
        <message>
            <source>From a CSV file…</source>
            <translation>CSV dosyasından al…</translation>
        </message>
        <message>
            <source>Names: {n}. A change holds at once.</source>
            <translation>Ad sayısı: {n}. Değişiklikler hemen geçerli olur.</translation>
        </message>
        <message>
            <source>Remark</source>
            <translation>Not</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Çıkar</translation>
        </message>
        <message>
            <source>The name is missing.</source>
            <translation>Ad eksik.</translation>
        </message>
        <message>
            <source>The name or team is too long.</source>
            <translation>Ad ya da ekip çok uzun.</translation>
        </message>
        <message>
            <source>To a CSV file…</source>
            <translation>CSV dosyasına yaz…</translation>
        </message>
    </context>
    <context>
        <name>Doctor</name>
        <message>
            <source>API</source>
            <translation>API</translation>
        </message>
        <message>
            <source>Administrator's settings</source>
            <translation>Yöneticinin ayarları</translation>
        </message>
        <message>
            <source>Budgets</source>
            <translation>Sorgu hakları</translation>
        </message>
        <message>
            <source>Certificates</source>
            <translation>Sertifikalar</translation>
        </message>
        <message>
            <source>Check the certificate file in the settings and the system's certificates.</source>
            <translation>Ayarlardaki sertifika dosyasını ve sistemin sertifikalarını denetleyin.</translation>
        </message>
        <message>
            <source>Check the display; if Qt itself is damaged, install the program anew.</source>
            <translation>Ekranı denetleyin; bozuk olan Qt ise programı yeniden kurun.</translation>
        </message>
        <message>
            <source>Choose the file again in the settings.</source>
            <translation>Dosyayı ayarlarda yeniden seçin.</translation>
        </message>
        <message>
            <source>Clock</source>
            <translation>Saat</translation>
        </message>
        <message>
            <source>Close the program and move this file away. The next start waits one minute before it asks.</source>
            <translation>Programı kapatıp bu dosyayı başka bir yere taşıyın. Sonraki açılışta ilk sorgudan önce bir dakika beklenir.</translation>
        </message>
        <message>
            <source>Close the program and move this file away. The past that it holds is then missing.</source>
            <translation>Programı kapatıp bu dosyayı başka bir yere taşıyın. İçindeki geçmiş o zaman görünmez.</translation>
        </message>
        <message>
            <source>Data folder</source>
            <translation>Veri klasörü</translation>
        </message>
        <message>
            <source>Encrypted by their addresses; it was not seen where none answered: {addresses}.</source>
            <translation>Adreslere göre şifreli; yanıt vermeyenlerde görülemedi: {addresses}.</translation>
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
            <source>Give this user the right to write there, or choose another folder with --data-dir.</source>
            <translation>Bu kullanıcıya oraya yazma izni verin ya da --data-dir ile başka bir klasör seçin.</translation>
        </message>
        <message>
            <source>History</source>
            <translation>Geçmiş</translation>
        </message>
        <message>
            <source>If this computer stands in Turkey, set its time zone to Europe/Istanbul.</source>
            <translation>Bu bilgisayar Türkiye’deyse saat dilimini Europe/Istanbul yapın.</translation>
        </message>
        <message>
            <source>Install the package of your system that has these files.</source>
            <translation>Sisteminizin bu dosyaları içeren paketini kurun.</translation>
        </message>
        <message>
            <source>Install the program anew.</source>
            <translation>Programı yeniden kurun.</translation>
        </message>
        <message>
            <source>Install what the next line names.</source>
            <translation>Bir sonraki satırda yazanları kurun.</translation>
        </message>
        <message>
            <source>Keyring</source>
            <translation>Anahtarlık</translation>
        </message>
        <message>
            <source>Make room: without it nothing more of the history is kept.</source>
            <translation>Yer açın: yer kalmazsa geçmişe yeni bir şey yazılamaz.</translation>
        </message>
        <message>
            <source>No server told its time; it was not compared.</source>
            <translation>Hiçbir sunucu saatini bildirmedi; karşılaştırılamadı.</translation>
        </message>
        <message>
            <source>Nothing is wrong.</source>
            <translation>Sorun yok.</translation>
        </message>
        <message>
            <source>On Debian or Ubuntu: apt-get install {packages}</source>
            <translation>Debian ya da Ubuntu’da: apt-get install {packages}</translation>
        </message>
        <message>
            <source>Only {n} MB are free at {path}.</source>
            <translation>{path} konumunda yalnızca {n} MB boş yer var.</translation>
        </message>
        <message>
            <source>Other users of this computer can look into {path}.</source>
            <translation>Bu bilgisayarın diğer kullanıcıları {path} klasörünün içini görebiliyor.</translation>
        </message>
        <message>
            <source>PBX</source>
            <translation>Santral</translation>
        </message>
        <message>
            <source>Problems: {problems}, warnings: {warnings}.</source>
            <translation>Sorun: {problems}, uyarı: {warnings}.</translation>
        </message>
        <message>
            <source>Program files</source>
            <translation>Program dosyaları</translation>
        </message>
        <message>
            <source>Qt</source>
            <translation>Qt</translation>
        </message>
        <message>
            <source>Qt does not start: {words}</source>
            <translation>Qt açılmıyor: {words}</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>Ayarlar</translation>
        </message>
        <message>
            <source>Start it in a desktop session. Pictures (--shot) work without one.</source>
            <translation>Programı bir masaüstü oturumunda başlatın. Görüntü alma (--shot) ekransız da çalışır.</translation>
        </message>
        <message>
            <source>Start the program once: it closes the folder to others.</source>
            <translation>Programı bir kez başlatın: klasörü başkalarına kapatır.</translation>
        </message>
        <message>
            <source>Switch on the automatic time of the system.</source>
            <translation>Sistemin otomatik saat ayarını açın.</translation>
        </message>
        <message>
            <source>System libraries</source>
            <translation>Sistem kitaplıkları</translation>
        </message>
        <message>
            <source>The certificate file of the settings is not there: {path}</source>
            <translation>Ayarlarda yazan sertifika dosyası yerinde yok: {path}</translation>
        </message>
        <message>
            <source>The certificates cannot be read: {words}</source>
            <translation>Sertifikalar okunamıyor: {words}</translation>
        </message>
        <message>
            <source>The defaults hold instead. Correct the file while the program is closed.</source>
            <translation>Yerine varsayılanlar geçerli. Dosyayı program kapalıyken düzeltin.</translation>
        </message>
        <message>
            <source>The password travels unencrypted to {addresses}.</source>
            <translation>Parola şu adreslere şifrelenmeden gidiyor: {addresses}.</translation>
        </message>
        <message>
            <source>The system has no certificates, so no encrypted connection can be checked.</source>
            <translation>Sistemde sertifika yok; bu yüzden hiçbir şifreli bağlantı doğrulanamaz.</translation>
        </message>
        <message>
            <source>There is no display, so no window can be opened.</source>
            <translation>Ekran yok; bu yüzden pencere açılamaz.</translation>
        </message>
        <message>
            <source>This computer is at {zone}; the PBX's days are Turkish days (UTC+03:00).</source>
            <translation>Bu bilgisayar {zone} diliminde; santralın günleri Türkiye saatine göredir (UTC+03:00).</translation>
        </message>
        <message>
            <source>This computer's clock is {n} s ahead of the PBX.</source>
            <translation>Bu bilgisayarın saati santraldan {n} sn ileri.</translation>
        </message>
        <message>
            <source>This computer's clock is {n} s behind the PBX.</source>
            <translation>Bu bilgisayarın saati santraldan {n} sn geri.</translation>
        </message>
        <message>
            <source>Time zone</source>
            <translation>Saat dilimi</translation>
        </message>
        <message>
            <source>Turkish time, as the PBX's</source>
            <translation>santral gibi Türkiye saati</translation>
        </message>
        <message>
            <source>Use an https:// address where the PBX has one, else only a network that you trust.</source>
            <translation>Santralın https:// adresi varsa onu kullanın; yoksa yalnızca güvendiğiniz bir ağdan bağlanın.</translation>
        </message>
        <message>
            <source>Use that version or a newer one; this one leaves the file as it is.</source>
            <translation>O sürümü ya da daha yenisini kullanın; bu sürüm dosyaya dokunmaz.</translation>
        </message>
        <message>
            <source>agrees with the PBX</source>
            <translation>santralın saatiyle uyumlu</translation>
        </message>
        <message>
            <source>all are there</source>
            <translation>hepsi yerinde</translation>
        </message>
        <message>
            <source>breaks</source>
            <translation>molalar</translation>
        </message>
        <message>
            <source>calls</source>
            <translation>aramalar</translation>
        </message>
        <message>
            <source>changing auto-dial lists</source>
            <translation>otomatik arama listelerini değiştirme</translation>
        </message>
        <message>
            <source>every connection is encrypted</source>
            <translation>tüm bağlantılar şifreli</translation>
        </message>
        <message>
            <source>exporting and copying</source>
            <translation>dışa aktarma ve kopyalama</translation>
        </message>
        <message>
            <source>in use; it could not be checked just now</source>
            <translation>kullanımda; şu anda denetlenemedi</translation>
        </message>
        <message>
            <source>it forbids nothing</source>
            <translation>hiçbir şeyi yasaklamıyor</translation>
        </message>
        <message>
            <source>it forbids: {names}</source>
            <translation>yasakladıkları: {names}</translation>
        </message>
        <message>
            <source>missing: {names}</source>
            <translation>eksik: {names}</translation>
        </message>
        <message>
            <source>no answer from the display</source>
            <translation>ekrandan yanıt yok</translation>
        </message>
        <message>
            <source>no answer in {n} s</source>
            <translation>{n} sn içinde yanıt gelmedi</translation>
        </message>
        <message>
            <source>no keyring</source>
            <translation>anahtarlık yok</translation>
        </message>
        <message>
            <source>none</source>
            <translation>yok</translation>
        </message>
        <message>
            <source>none is missing</source>
            <translation>eksik yok</translation>
        </message>
        <message>
            <source>not made yet</source>
            <translation>henüz oluşturulmadı</translation>
        </message>
        <message>
            <source>nothing leaves this computer</source>
            <translation>bu bilgisayardan dışarı bir şey çıkmıyor</translation>
        </message>
        <message>
            <source>ok</source>
            <translation>tamam</translation>
        </message>
        <message>
            <source>problem</source>
            <translation>sorun</translation>
        </message>
        <message>
            <source>read from {path}</source>
            <translation>okunan dosya: {path}</translation>
        </message>
        <message>
            <source>removing from queues</source>
            <translation>kuyruktan çıkarma</translation>
        </message>
        <message>
            <source>starts on {platform}</source>
            <translation>{platform} üzerinde açılıyor</translation>
        </message>
        <message>
            <source>the system's own</source>
            <translation>sistemin kendi sertifikaları</translation>
        </message>
        <message>
            <source>the system's own and {path}</source>
            <translation>sistemin kendi sertifikaları ve {path}</translation>
        </message>
        <message>
            <source>warning</source>
            <translation>uyarı</translation>
        </message>
        <message>
            <source>whole numbers</source>
            <translation>numaraların tamamını görme</translation>
        </message>
        <message>
            <source>{address} answers</source>
            <translation>{address} yanıt veriyor</translation>
        </message>
        <message>
            <source>{address} cannot be reached: {words}</source>
            <translation>{address} adresine ulaşılamıyor: {words}</translation>
        </message>
        <message>
            <source>{address} does not answer, {other} does</source>
            <translation>{address} yanıt vermiyor, {other} veriyor</translation>
        </message>
        <message>
            <source>{path} cannot be written.</source>
            <translation>{path} yazılamıyor.</translation>
        </message>
        <message>
            <source>{path} is a newer version's: its schema is {schema}, this version knows {known}.</source>
            <translation>{path} daha yeni bir sürümün: şeması {schema}, bu sürüm {known} numaralı şemaya kadar biliyor.</translation>
        </message>
        <message>
            <source>{path} is damaged or cannot be read: {words}</source>
            <translation>{path} bozuk ya da okunamıyor: {words}</translation>
        </message>
    </context>
    <context>
        <name>Documents</name>
        <message>
            <source>Account {tail}</source>
            <translation>Hesap {tail}</translation>
        </message>
        <message>
            <source>Page {n} / {of}</source>
            <translation>Sayfa {n} / {of}</translation>
        </message>
    </context>
    <context>
        <name>Errors</name>
        <message>
            <source>A break can be set only for a member of the queue.</source>
            <translation>Mola yalnızca kuyruğun üyesine verilebilir.</translation>
        </message>
        <message>
            <source>A fixed member cannot be removed from here</source>
            <translation>Sabit üye buradan çıkarılamaz</translation>
        </message>
        <message>
            <source>A list's id is a whole number above zero.</source>
            <translation>Liste kimliği sıfırdan büyük bir tam sayıdır.</translation>
        </message>
        <message>
            <source>A login of the network is in the way</source>
            <translation>Araya ağın oturum açma engeli girdi</translation>
        </message>
        <message>
            <source>A part of it came and was deleted again; nothing half is kept.</source>
            <translation>Gelen kısım silindi; yarım dosya bırakılmadı.</translation>
        </message>
        <message>
            <source>A proxy, a login page of the network or a maintenance page answered.</source>
            <translation>Bir vekil sunucu, ağın giriş sayfası ya da bir bakım sayfası yanıt verdi.</translation>
        </message>
        <message>
            <source>A value for the external number is missing or wrong</source>
            <translation>Dış numara için bir değer eksik ya da yanlış</translation>
        </message>
        <message>
            <source>A value of the auto-dial list is missing or wrong</source>
            <translation>Otomatik arama listesinde bir değer eksik ya da yanlış</translation>
        </message>
        <message>
            <source>A value of the question for statistics is missing or wrong.</source>
            <translation>İstatistik sorgusundaki bir değer eksik ya da yanlış.</translation>
        </message>
        <message>
            <source>A value of the search is missing or wrong.</source>
            <translation>Aramadaki bir değer eksik ya da yanlış.</translation>
        </message>
        <message>
            <source>A web page came instead of the PBX's answer</source>
            <translation>Santralin yanıtı yerine bir web sayfası geldi</translation>
        </message>
        <message>
            <source>A web page came instead of the recording</source>
            <translation>Ses kaydı yerine bir web sayfası geldi</translation>
        </message>
        <message>
            <source>Add the extension to the queue first, or choose a queue it belongs to.</source>
            <translation>Önce dahiliyi kuyruğa ekleyin ya da üyesi olduğu bir kuyruğu seçin.</translation>
        </message>
        <message>
            <source>Add your address in the Netgsm portal under Settings, API operations.</source>
            <translation>Adresinizi Netgsm portalında Ayarlar, API işlemleri altında ekleyin.</translation>
        </message>
        <message>
            <source>All connections of this program were taken, so this request was not sent.</source>
            <translation>Bu programın tüm bağlantıları doluydu; bu istek gönderilmedi.</translation>
        </message>
        <message>
            <source>Ask Netgsm for the package.</source>
            <translation>Paketi Netgsm'den isteyin.</translation>
        </message>
        <message>
            <source>Ask Netgsm for the right, and add your address in the portal.</source>
            <translation>Netgsm'den yetki isteyin ve adresinizi portala ekleyin.</translation>
        </message>
        <message>
            <source>Ask Netgsm how long recordings are kept, and save sooner what you need.</source>
            <translation>Ses kayıtlarının ne kadar saklandığını Netgsm'e sorun; gerekenleri daha erken kaydedin.</translation>
        </message>
        <message>
            <source>Ask Netgsm to enable reports, and add your address in the portal.</source>
            <translation>Netgsm'den raporları açmasını isteyin ve adresinizi portala ekleyin.</translation>
        </message>
        <message>
            <source>Ask Netgsm to enable statistics, and add your address in the portal.</source>
            <translation>Netgsm'den istatistikleri açmasını isteyin ve adresinizi portala ekleyin.</translation>
        </message>
        <message>
            <source>Ask Netgsm whether events are enabled for the account, or switch events off in the profile.</source>
            <translation>Hesapta olayların açık olup olmadığını Netgsm'e sorun ya da profilde olay akışını kapatın.</translation>
        </message>
        <message>
            <source>Ask whoever runs your network to open these ports, or enter the PBX's encrypted address in the profile.</source>
            <translation>Ağ yöneticinizden bu bağlantı noktalarını açmasını isteyin ya da profile santralin şifreli adresini girin.</translation>
        </message>
        <message>
            <source>Auto-dial lists need a package of their own.</source>
            <translation>Otomatik arama listeleri ayrı bir paket gerektirir.</translation>
        </message>
        <message>
            <source>Call records are not available now</source>
            <translation>Görüşme kayıtları şu anda alınamıyor</translation>
        </message>
        <message>
            <source>Call records are not enabled for the account</source>
            <translation>Görüşme kayıtları hesapta açık değil</translation>
        </message>
        <message>
            <source>Check both numbers; the line has ten digits without a leading 0.</source>
            <translation>İki numarayı da denetleyin; hat numarası başında 0 olmadan on hanelidir.</translation>
        </message>
        <message>
            <source>Check number and dates and search again.</source>
            <translation>Numarayı ve tarihleri denetleyip yeniden arayın.</translation>
        </message>
        <message>
            <source>Check the PBX's address and port in the profile.</source>
            <translation>Profildeki santral adresini ve bağlantı noktasını denetleyin.</translation>
        </message>
        <message>
            <source>Check the PBX's address in the profile letter by letter. If it is right, tell whoever runs your network.</source>
            <translation>Profildeki santral adresini harf harf denetleyin. Doğruysa ağ yöneticinize haber verin.</translation>
        </message>
        <message>
            <source>Check the PBX's address in the profile; if it is right, look for a newer version of the program.</source>
            <translation>Profildeki santral adresini denetleyin; doğruysa programın yeni sürümünü arayın.</translation>
        </message>
        <message>
            <source>Check the PBX's address in the profile; if it is right, send the program's log to its makers.</source>
            <translation>Profildeki santral adresini denetleyin; doğruysa programın günlüğünü geliştiricilere gönderin.</translation>
        </message>
        <message>
            <source>Check the PBX's address in the profile; if it is right, tell Netgsm.</source>
            <translation>Profildeki santral adresini denetleyin; doğruysa Netgsm'e bildirin.</translation>
        </message>
        <message>
            <source>Check the PBX's number in the profile.</source>
            <translation>Profildeki santral numarasını denetleyin.</translation>
        </message>
        <message>
            <source>Check the PBX's number in the profile: ten digits without a leading 0.</source>
            <translation>Profildeki santral numarasını denetleyin: başında 0 olmadan on hane.</translation>
        </message>
        <message>
            <source>Check the account's number, the sub-user's password and the allowed addresses in the portal, then enter the password anew.</source>
            <translation>Santral numarasını, alt kullanıcının parolasını ve portaldaki izinli adresleri denetleyin, ardından parolayı yeniden girin.</translation>
        </message>
        <message>
            <source>Check the address in the profile; a hotel's or office's login page also answers like this.</source>
            <translation>Profildeki adresi denetleyin; otel ya da ofis ağlarının giriş sayfaları da böyle yanıt verir.</translation>
        </message>
        <message>
            <source>Check the cable, the wireless network or the VPN.</source>
            <translation>Kabloyu, kablosuz ağı ya da VPN'i denetleyin.</translation>
        </message>
        <message>
            <source>Check the dates and ask again; if it stays so, tell Netgsm code 70.</source>
            <translation>Tarihleri denetleyip yeniden sorun; sürerse Netgsm'e 70 kodunu bildirin.</translation>
        </message>
        <message>
            <source>Check the extension, the queue's name and the reason, and enter the queue names in the profile.</source>
            <translation>Dahiliyi, kuyruk adını ve mola nedenini denetleyin; kuyruk adlarını profile girin.</translation>
        </message>
        <message>
            <source>Check the internet connection and the PBX's address in the profile.</source>
            <translation>İnternet bağlantısını ve profildeki santral adresini denetleyin.</translation>
        </message>
        <message>
            <source>Check the internet connection and try again in a minute.</source>
            <translation>İnternet bağlantısını kontrol edip bir dakika sonra yeniden deneyin.</translation>
        </message>
        <message>
            <source>Check the internet connection and try again.</source>
            <translation>İnternet bağlantısını denetleyip yeniden deneyin.</translation>
        </message>
        <message>
            <source>Check the internet connection. If all else works, ask whoever runs your network to open that address.</source>
            <translation>İnternet bağlantısını kontrol edin. Diğer her şey çalışıyorsa ağınızı yönetenden bu adresi açmasını isteyin.</translation>
        </message>
        <message>
            <source>Check the internet connection. The details hold the system's own words.</source>
            <translation>İnternet bağlantısını denetleyin. Sistemin kendi iletisi ayrıntılardadır.</translation>
        </message>
        <message>
            <source>Check the number and the name of the menu or queue.</source>
            <translation>Numarayı ve menünün ya da kuyruğun adını denetleyin.</translation>
        </message>
        <message>
            <source>Check the number and try again; if it stays so, ask Netgsm with the time of the call.</source>
            <translation>Numarayı denetleyip yeniden deneyin; sürerse çağrının saatiyle Netgsm'e sorun.</translation>
        </message>
        <message>
            <source>Check the numbers and whether the list takes new ones, then add them again.</source>
            <translation>Numaraları ve listenin yeni numara alıp almadığını denetleyin, sonra yeniden ekleyin.</translation>
        </message>
        <message>
            <source>Check the port in the profile. If it is right, the service is down: wait, or ask Netgsm.</source>
            <translation>Profildeki bağlantı noktasını (port) denetleyin. Doğruysa hizmet çalışmıyordur: bekleyin ya da Netgsm'e sorun.</translation>
        </message>
        <message>
            <source>Check the port in the profile: 9111 is unencrypted, 443 is encrypted.</source>
            <translation>Profildeki bağlantı noktasını denetleyin: 9111 şifresiz, 443 şifrelidir.</translation>
        </message>
        <message>
            <source>Check the port: 9110 is for events only. An encrypted port needs https in the address.</source>
            <translation>Bağlantı noktasını denetleyin: 9110 yalnızca olaylar içindir. Şifreli bağlantı noktası adreste https ister.</translation>
        </message>
        <message>
            <source>Check the proxy in the settings, or choose “none” if your office needs none.</source>
            <translation>Ayarlardaki vekil sunucuyu denetleyin; ofisinizde gerekmiyorsa “yok” seçin.</translation>
        </message>
        <message>
            <source>Check this computer's date. If it is right, the PBX's operator must renew the certificate.</source>
            <translation>Bu bilgisayarın tarihini denetleyin. Tarih doğruysa sertifikayı santralin işletmecisi yenilemelidir.</translation>
        </message>
        <message>
            <source>Choose a shorter span, or divide the auto-dial list into smaller ones.</source>
            <translation>Daha kısa bir aralık seçin ya da otomatik arama listesini daha küçük listelere bölün.</translation>
        </message>
        <message>
            <source>Choose a shorter span; the program asks day by day where it can.</source>
            <translation>Daha kısa bir aralık seçin; program olabildiğince gün gün sorar.</translation>
        </message>
        <message>
            <source>Choose a span of seven days or less.</source>
            <translation>Yedi gün ya da daha kısa bir aralık seçin.</translation>
        </message>
        <message>
            <source>Choose another day or a longer span.</source>
            <translation>Başka bir gün ya da daha uzun bir aralık seçin.</translation>
        </message>
        <message>
            <source>Choose another time span or another number.</source>
            <translation>Başka bir zaman aralığı ya da numara seçin.</translation>
        </message>
        <message>
            <source>Choose extension first or customer first, then try again.</source>
            <translation>“Önce dahili” ya da “önce müşteri” seçip yeniden deneyin.</translation>
        </message>
        <message>
            <source>Choose the dates again; if it stays so, send the program's log to its makers.</source>
            <translation>Tarihleri yeniden seçin; sürerse programın günlüğünü geliştiricilere gönderin.</translation>
        </message>
        <message>
            <source>Choose the file again in the profile; it must be in PEM form.</source>
            <translation>Dosyayı profilde yeniden seçin; PEM biçiminde olmalıdır.</translation>
        </message>
        <message>
            <source>Code 80 has two meanings: too many queries, or NetSantral is not in use on this account.</source>
            <translation>80 kodunun iki anlamı vardır: çok fazla sorgu ya da hesapta NetSantral kullanılmıyor.</translation>
        </message>
        <message>
            <source>Compare the name with the portal, capital letters included, and correct it in the profile.</source>
            <translation>Adı, büyük-küçük harfleriyle portaldakiyle karşılaştırın ve profilde düzeltin.</translation>
        </message>
        <message>
            <source>Compare the queue's name with the portal, capital letters included.</source>
            <translation>Kuyruk adını, büyük-küçük harfleriyle portaldakiyle karşılaştırın.</translation>
        </message>
        <message>
            <source>Correct it in the profile; it looks like https://host or http://host:9111.</source>
            <translation>Profilde düzeltin; https://sunucu ya da http://sunucu:9111 biçiminde olmalıdır.</translation>
        </message>
        <message>
            <source>Correct that value and save the list again.</source>
            <translation>O değeri düzeltip listeyi yeniden kaydedin.</translation>
        </message>
        <message>
            <source>Enter ten digits without 0, a queue of this PBX and a penalty from 1 to 10.</source>
            <translation>Başında 0 olmadan on hane, bu santralin bir kuyruğu ve 1-10 arası bir öncelik girin.</translation>
        </message>
        <message>
            <source>Extension or outgoing line is wrong</source>
            <translation>Dahili ya da dış hat numarası yanlış</translation>
        </message>
        <message>
            <source>Fetch the recording again once the program is connected.</source>
            <translation>Program yeniden bağlanınca kaydı bir daha isteyin.</translation>
        </message>
        <message>
            <source>Get the company's CA file from whoever runs your network and add it in the profile.</source>
            <translation>Şirketin CA dosyasını ağ yöneticinizden alın ve profile ekleyin.</translation>
        </message>
        <message>
            <source>Install the system's certificates (on Debian or Ubuntu: apt-get install ca-certificates) and start again, or name a file with them in the profile.</source>
            <translation>Sistemin sertifikalarını kurup (Debian veya Ubuntu'da: apt-get install ca-certificates) yeniden başlatın ya da profilde sertifika dosyasını belirtin.</translation>
        </message>
        <message>
            <source>It answered with an error in the place of the recording.</source>
            <translation>Sunucu ses kaydı yerine hata yanıtı verdi.</translation>
        </message>
        <message>
            <source>It can be read, but the part that this operation needs is not there.</source>
            <translation>Okunabiliyor ama bu işlem için gereken bölüm yanıtta yer almıyor.</translation>
        </message>
        <message>
            <source>It has more rows than the program reads in one go, or it is long and damaged.</source>
            <translation>Programın bir seferde okuduğundan çok satır içeriyor ya da hem uzun hem bozuk.</translation>
        </message>
        <message>
            <source>It is neither a WAV nor an MP3 file, so nothing was saved.</source>
            <translation>Ne WAV ne de MP3 dosyası; bu yüzden hiçbir şey kaydedilmedi.</translation>
        </message>
        <message>
            <source>It is not in the form that the service promises.</source>
            <translation>Yanıt, hizmetin bildirdiği biçimde değil.</translation>
        </message>
        <message>
            <source>It rang until the time was over.</source>
            <translation>Süre bitene kadar çaldı.</translation>
        </message>
        <message>
            <source>It was only a question, so nothing was changed at the PBX.</source>
            <translation>Yalnızca bilgi istenmişti; santralde hiçbir şey değişmedi.</translation>
        </message>
        <message>
            <source>Its identity cannot be checked, so the password was not sent.</source>
            <translation>Kimliği doğrulanamadığı için parola gönderilmedi.</translation>
        </message>
        <message>
            <source>Its letters cannot be read, or it was packed although nobody asked for it.</source>
            <translation>Harfleri okunamıyor ya da istenmediği hâlde sıkıştırılmış.</translation>
        </message>
        <message>
            <source>Its words tell of success, its code of an error.</source>
            <translation>Sözleri başarıyı, kodu hatayı bildiriyor.</translation>
        </message>
        <message>
            <source>Listen to the recording in the Netgsm portal.</source>
            <translation>Kaydı Netgsm portalında dinleyin.</translation>
        </message>
        <message>
            <source>Listen to the recording in the Netgsm portal; if this happens with every call, tell Netgsm.</source>
            <translation>Kaydı Netgsm portalında dinleyin; her çağrıda oluyorsa Netgsm'ye bildirin.</translation>
        </message>
        <message>
            <source>Load the lists again and choose one of them.</source>
            <translation>Listeleri yeniden yükleyip birini seçin.</translation>
        </message>
        <message>
            <source>Load the lists again; ask its owner for the right.</source>
            <translation>Listeleri yeniden yükleyin; sahibinden yetki isteyin.</translation>
        </message>
        <message>
            <source>Log in to your network or proxy first, then try again.</source>
            <translation>Önce ağınızda ya da vekil sunucuda oturum açın, sonra yeniden deneyin.</translation>
        </message>
        <message>
            <source>Look at the board after the next status before you repeat it.</source>
            <translation>Yinelemeden önce sonraki durumda panoya bakın.</translation>
        </message>
        <message>
            <source>Look at the board once the program is connected again, and repeat what is missing.</source>
            <translation>Program yeniden bağlanınca panoya bakın ve eksik kalanı yineleyin.</translation>
        </message>
        <message>
            <source>Make room or choose another folder, then try again.</source>
            <translation>Yer açın ya da başka bir klasör seçin, sonra yeniden deneyin.</translation>
        </message>
        <message>
            <source>Many companies inspect encrypted traffic with a certificate of their own. The password was not sent.</source>
            <translation>Birçok şirket şifreli trafiği kendi sertifikasıyla denetler. Parola gönderilmedi.</translation>
        </message>
        <message>
            <source>Most likely this computer's address is not on the account's list of allowed addresses.</source>
            <translation>Büyük olasılıkla bu bilgisayarın adresi, hesabın izinli adresler listesinde yok.</translation>
        </message>
        <message>
            <source>Netgsm answers two record queries a minute.</source>
            <translation>Netgsm dakikada iki kayıt sorgusuna yanıt verir.</translation>
        </message>
        <message>
            <source>Netgsm answers two statistics queries a minute.</source>
            <translation>Netgsm dakikada iki istatistik sorgusuna yanıt verir.</translation>
        </message>
        <message>
            <source>Netgsm calls the PBX number an invalid tenant.</source>
            <translation>Netgsm santral numarasını geçersiz “tenant” sayıyor.</translation>
        </message>
        <message>
            <source>Netgsm cannot read the dates</source>
            <translation>Netgsm tarihleri okuyamadı</translation>
        </message>
        <message>
            <source>Netgsm did not carry it out</source>
            <translation>Netgsm işlemi yapmadı</translation>
        </message>
        <message>
            <source>Netgsm did not send the call records in time</source>
            <translation>Netgsm çağrı kayıtlarını zamanında göndermedi</translation>
        </message>
        <message>
            <source>Netgsm does not accept the login for auto-dial lists</source>
            <translation>Netgsm otomatik arama için girişi kabul etmedi</translation>
        </message>
        <message>
            <source>Netgsm does not accept the login for call records</source>
            <translation>Netgsm görüşme kayıtları için girişi kabul etmedi</translation>
        </message>
        <message>
            <source>Netgsm does not accept the login for external numbers</source>
            <translation>Netgsm dış numara işlemi için girişi kabul etmedi</translation>
        </message>
        <message>
            <source>Netgsm does not accept the login for statistics</source>
            <translation>Netgsm istatistikler için girişi kabul etmedi</translation>
        </message>
        <message>
            <source>Netgsm does not know this PBX</source>
            <translation>Netgsm bu santrali tanımıyor</translation>
        </message>
        <message>
            <source>Netgsm does not say why; a value it does not expect is the likely cause.</source>
            <translation>Netgsm nedenini bildirmiyor; olası neden beklemediği bir değerdir.</translation>
        </message>
        <message>
            <source>Netgsm does not understand the query</source>
            <translation>Netgsm sorguyu anlamadı</translation>
        </message>
        <message>
            <source>Netgsm found no record; that is an answer, not a fault.</source>
            <translation>Netgsm kayıt bulamadı; bu bir arıza değil, yanıttır.</translation>
        </message>
        <message>
            <source>Netgsm found nothing to count; that is an answer, not a fault.</source>
            <translation>Netgsm sayılacak bir şey bulamadı; bu bir arıza değil, yanıttır.</translation>
        </message>
        <message>
            <source>Netgsm gives call records for at most seven days at a time.</source>
            <translation>Netgsm görüşme kayıtlarını bir seferde en çok yedi gün için verir.</translation>
        </message>
        <message>
            <source>Netgsm gives no more recordings for now</source>
            <translation>Netgsm şimdilik başka ses kaydı vermiyor</translation>
        </message>
        <message>
            <source>Netgsm gives statistics for at most seven days at a time.</source>
            <translation>Netgsm istatistikleri bir seferde en çok yedi gün için verir.</translation>
        </message>
        <message>
            <source>Netgsm has no record of this call any more</source>
            <translation>Bu çağrının kaydı artık Netgsm'de yok</translation>
        </message>
        <message>
            <source>Netgsm rejects the query</source>
            <translation>Netgsm sorguyu geri çevirdi</translation>
        </message>
        <message>
            <source>Netgsm reports a system error</source>
            <translation>Netgsm sistem hatası bildirdi</translation>
        </message>
        <message>
            <source>Netgsm takes 2 changes a minute, 5 numbers per queue, and numbers in 5 queues at once.</source>
            <translation>Netgsm dakikada 2 işlem, kuyruk başına 5 numara ve aynı anda 5 kuyrukta numara kabul eder.</translation>
        </message>
        <message>
            <source>Netgsm takes about ten requests a minute for these lists.</source>
            <translation>Netgsm bu listeler için dakikada yaklaşık on istek kabul eder.</translation>
        </message>
        <message>
            <source>Netgsm tells of none: it was not recorded, or has been deleted there.</source>
            <translation>Netgsm'e göre ses kaydı yok: kaydedilmemiş ya da orada silinmiş.</translation>
        </message>
        <message>
            <source>Netgsm took the request but did nothing, though its code says 200.</source>
            <translation>Netgsm isteği aldı ama kodu 200 olduğu hâlde işlemi yapmadı.</translation>
        </message>
        <message>
            <source>Netgsm took the request but not the numbers, though its code says 200.</source>
            <translation>Netgsm isteği aldı ama numaraları almadı; kodu yine de 200.</translation>
        </message>
        <message>
            <source>Netgsm's server answers but does not give the recording; links can expire.</source>
            <translation>Netgsm'nin sunucusu yanıt veriyor ama kaydı vermiyor; bağlantıların süresi dolabilir.</translation>
        </message>
        <message>
            <source>Netgsm's server of recordings cannot be reached</source>
            <translation>Netgsm'in ses kaydı sunucusuna ulaşılamıyor</translation>
        </message>
        <message>
            <source>Netgsm's server of recordings has a fault</source>
            <translation>Netgsm'in ses kaydı sunucusunda bir arıza var</translation>
        </message>
        <message>
            <source>Netgsm's server sent nothing for too long; nothing half is kept.</source>
            <translation>Netgsm'in sunucusu çok uzun süre hiçbir şey göndermedi; yarım dosya bırakılmadı.</translation>
        </message>
        <message>
            <source>No connection to the PBX within the time allowed</source>
            <translation>Santrale süresi içinde bağlanılamadı</translation>
        </message>
        <message>
            <source>No connection was made.</source>
            <translation>Bağlantı kurulmadı.</translation>
        </message>
        <message>
            <source>No usable answer from the PBX</source>
            <translation>Santralden kullanılabilir yanıt gelmedi</translation>
        </message>
        <message>
            <source>Nobody answered</source>
            <translation>Yanıt veren olmadı</translation>
        </message>
        <message>
            <source>Nothing needs to be done. Look at the board after the next status.</source>
            <translation>Bir şey yapmanız gerekmez. Sonraki durumdan sonra panoya bakın.</translation>
        </message>
        <message>
            <source>Nothing needs to be done. To change its penalty, remove it and add it again.</source>
            <translation>Bir şey yapmanız gerekmez. Önceliğini değiştirmek için çıkarıp yeniden ekleyin.</translation>
        </message>
        <message>
            <source>Nothing was carried out.</source>
            <translation>Hiçbir şey yapılmadı.</translation>
        </message>
        <message>
            <source>Nothing was changed; asking again does no harm.</source>
            <translation>Hiçbir şey değişmedi; yeniden sormanın zararı yok.</translation>
        </message>
        <message>
            <source>Number, queue or penalty is not as Netgsm wants it.</source>
            <translation>Numara, kuyruk ya da öncelik Netgsm'in istediği biçimde değil.</translation>
        </message>
        <message>
            <source>Numbers were not added to the list</source>
            <translation>Numaralar listeye eklenemedi</translation>
        </message>
        <message>
            <source>Often a firewall swallows the connection: ports 9110 and 9111 are closed in many offices. Nothing was sent.</source>
            <translation>Çoğunlukla bir güvenlik duvarı bağlantıyı yutar: 9110 ve 9111 numaralı bağlantı noktaları birçok ofiste kapalıdır. Hiçbir şey gönderilmedi.</translation>
        </message>
        <message>
            <source>Open a browser and see whether the network asks for a login; check the address in the profile.</source>
            <translation>Bir tarayıcı açıp ağın oturum isteyip istemediğine bakın; profildeki adresi denetleyin.</translation>
        </message>
        <message>
            <source>Read the PBX's words in the details and look at the board after the next status.</source>
            <translation>Ayrıntılarda santralin iletisini okuyun ve sonraki durumdan sonra panoya bakın.</translation>
        </message>
        <message>
            <source>Read the PBX's words in the details; if they do not help, send them to Netgsm.</source>
            <translation>Ayrıntılarda santralin iletisini okuyun; yetmezse Netgsm'e iletin.</translation>
        </message>
        <message>
            <source>Records and their recordings are deleted there after some time.</source>
            <translation>Çağrı kayıtları ve ses dosyaları orada bir süre sonra siliniyor.</translation>
        </message>
        <message>
            <source>Remove it in the Netgsm portal, or put it on break instead.</source>
            <translation>Netgsm portalından çıkarın ya da onun yerine molaya alın.</translation>
        </message>
        <message>
            <source>Repeat it. The program sends the new password now.</source>
            <translation>Tekrarlayın. Program artık yeni parolayı gönderiyor.</translation>
        </message>
        <message>
            <source>Search without a number, for one day; if it stays so, tell Netgsm code 72.</source>
            <translation>Numara vermeden tek gün için arayın; sürerse Netgsm'e 72 kodunu bildirin.</translation>
        </message>
        <message>
            <source>See in a browser whether the network asks for a login, then try again.</source>
            <translation>Tarayıcıda ağın giriş isteyip istemediğine bakın, sonra yeniden deneyin.</translation>
        </message>
        <message>
            <source>See whether the call still goes on, and check the numbers and the line.</source>
            <translation>Çağrının sürüp sürmediğine bakın; numaraları ve hattı kontrol edin.</translation>
        </message>
        <message>
            <source>Somebody added it before; it stays as it is.</source>
            <translation>Daha önce eklenmiş; olduğu gibi kalır.</translation>
        </message>
        <message>
            <source>Somebody removed it before, or it was never a member.</source>
            <translation>Daha önce çıkarılmış ya da hiç üye olmamış.</translation>
        </message>
        <message>
            <source>Something else than the PBX answers at this address</source>
            <translation>Bu adreste santralden başka bir şey yanıt veriyor</translation>
        </message>
        <message>
            <source>Something else than the PBX may be answering, so the password was not sent.</source>
            <translation>Yanıt veren santral olmayabilir; bu yüzden parola gönderilmedi.</translation>
        </message>
        <message>
            <source>Something on the way asks for a login of its own. The PBX itself does not ask like this.</source>
            <translation>Yol üzerindeki bir sunucu kendi oturumunu istiyor. Santralin kendisi böyle istemez.</translation>
        </message>
        <message>
            <source>Statistics are not enabled for the account</source>
            <translation>İstatistikler hesapta açık değil</translation>
        </message>
        <message>
            <source>Switch the API on for the sub-user in the portal and add your address there.</source>
            <translation>Portalda alt kullanıcı için API yetkisini açın ve adresinizi ekleyin.</translation>
        </message>
        <message>
            <source>Switch the API on in the portal, add your address there, or ask Netgsm.</source>
            <translation>Portalda API yetkisini açın, adresinizi ekleyin ya da Netgsm'e sorun.</translation>
        </message>
        <message>
            <source>Switch the phone on or log in to the softphone, then try again.</source>
            <translation>Telefonu açın ya da yazılım telefonunda oturum açın, sonra yeniden deneyin.</translation>
        </message>
        <message>
            <source>The API right is missing, or this computer's address is not allowed.</source>
            <translation>API yetkisi verilmemiş ya da bu bilgisayarın adresine izin yok.</translation>
        </message>
        <message>
            <source>The PBX could not carry out the change.</source>
            <translation>Santral değişikliği yapamadı.</translation>
        </message>
        <message>
            <source>The PBX did not answer in time</source>
            <translation>Santral süresi içinde yanıt vermedi</translation>
        </message>
        <message>
            <source>The PBX does not accept a value of the call</source>
            <translation>Santral çağrının bir değerini kabul etmiyor</translation>
        </message>
        <message>
            <source>The PBX does not accept the login</source>
            <translation>Santral kullanıcıyı doğrulamadı</translation>
        </message>
        <message>
            <source>The PBX does not know the extension or the line that was named.</source>
            <translation>Santral belirtilen dahiliyi ya da hattı tanımıyor.</translation>
        </message>
        <message>
            <source>The PBX does not know this request</source>
            <translation>Santral bu isteği tanımıyor</translation>
        </message>
        <message>
            <source>The PBX does not know which side it should ring first.</source>
            <translation>Santral önce hangi tarafı çaldıracağını bilmiyor.</translation>
        </message>
        <message>
            <source>The PBX does not take the connection</source>
            <translation>Santral bağlantıyı kabul etmiyor</translation>
        </message>
        <message>
            <source>The PBX has no queue of this name</source>
            <translation>Santralde bu adla bir kuyruk yok</translation>
        </message>
        <message>
            <source>The PBX has no such call any more</source>
            <translation>Santralde böyle bir çağrı artık yok</translation>
        </message>
        <message>
            <source>The PBX is out of memory</source>
            <translation>Santralin belleği yetmedi</translation>
        </message>
        <message>
            <source>The PBX knows no such queue</source>
            <translation>Santral böyle bir kuyruk tanımıyor</translation>
        </message>
        <message>
            <source>The PBX misses or does not accept a value</source>
            <translation>Santral bir değeri eksik ya da yanlış buldu</translation>
        </message>
        <message>
            <source>The PBX number does not fit the account</source>
            <translation>Santral numarası hesapla uyuşmuyor</translation>
        </message>
        <message>
            <source>The PBX or something on the way has a fault. Nothing was changed by it.</source>
            <translation>Santralde ya da yol üzerinde bir arıza var. Bu istek hiçbir şeyi değiştirmedi.</translation>
        </message>
        <message>
            <source>The PBX or something on the way has a fault. Whether the request was carried out is not known.</source>
            <translation>Santralde ya da yol üzerinde bir arıza var. İsteğin yerine getirilip getirilmediği bilinmiyor.</translation>
        </message>
        <message>
            <source>The PBX refused the request</source>
            <translation>Santral isteği reddetti</translation>
        </message>
        <message>
            <source>The PBX reports an error in the queue</source>
            <translation>Santral kuyrukta hata bildirdi</translation>
        </message>
        <message>
            <source>The PBX says yes and no at once</source>
            <translation>Santralin yanıtı çelişkili</translation>
        </message>
        <message>
            <source>The PBX takes no more queries for now</source>
            <translation>Sorgu limiti doldu</translation>
        </message>
        <message>
            <source>The PBX took the order and tells no outcome yet</source>
            <translation>Santral isteği aldı, sonucu henüz bildirmedi</translation>
        </message>
        <message>
            <source>The PBX's address cannot be used</source>
            <translation>Santralin adresi kullanılamıyor</translation>
        </message>
        <message>
            <source>The PBX's address points to another place</source>
            <translation>Santralin adresi başka bir yere yönlendiriyor</translation>
        </message>
        <message>
            <source>The PBX's address was not found</source>
            <translation>Santralin adresi bulunamadı</translation>
        </message>
        <message>
            <source>The PBX's answer cannot be read</source>
            <translation>Santralin yanıtı okunamıyor</translation>
        </message>
        <message>
            <source>The PBX's answer holds too much at once</source>
            <translation>Santralin yanıtı bir seferde okunamayacak kadar kalabalık</translation>
        </message>
        <message>
            <source>The PBX's answer is far too long</source>
            <translation>Santralin yanıtı aşırı uzun</translation>
        </message>
        <message>
            <source>The PBX's answer is in an unknown encoding</source>
            <translation>Santralin yanıtı bilinmeyen bir kodlamada</translation>
        </message>
        <message>
            <source>The PBX's answer lacks what is needed</source>
            <translation>Santralin yanıtında gerekli bölüm yok</translation>
        </message>
        <message>
            <source>The PBX's answer was empty</source>
            <translation>Santralin yanıtı boştu</translation>
        </message>
        <message>
            <source>The PBX's certificate is out of date</source>
            <translation>Santralin sertifikasının süresi geçersiz</translation>
        </message>
        <message>
            <source>The PBX's number in the profile does not belong to the account.</source>
            <translation>Profildeki santral numarası bu hesaba ait değil.</translation>
        </message>
        <message>
            <source>The PBX's statistics cannot be read</source>
            <translation>Santralin istatistikleri okunamıyor</translation>
        </message>
        <message>
            <source>The PBX's words in the details name the value.</source>
            <translation>Değerin adı, ayrıntılardaki santral iletisinde yazar.</translation>
        </message>
        <message>
            <source>The PBX's words in the details say why: put that right and try again.</source>
            <translation>Nedenini ayrıntılardaki santral mesajı söyler: düzeltip yeniden deneyin.</translation>
        </message>
        <message>
            <source>The account has no auto-dialer</source>
            <translation>Hesapta otomatik arama paketi yok</translation>
        </message>
        <message>
            <source>The account may not manage external numbers</source>
            <translation>Hesabın dış numara işlemlerine yetkisi yok</translation>
        </message>
        <message>
            <source>The account may not use auto-dial lists from here</source>
            <translation>Hesabın otomatik aramaya buradan yetkisi yok</translation>
        </message>
        <message>
            <source>The account may not use this interface</source>
            <translation>Hesabın bu arayüze yetkisi yok</translation>
        </message>
        <message>
            <source>The address in the profile is not written as an address must be. Nothing was sent.</source>
            <translation>Profildeki adres geçerli bir adres biçiminde yazılmamış. Hiçbir şey gönderilmedi.</translation>
        </message>
        <message>
            <source>The address lacks this service, or the service was renamed.</source>
            <translation>Adreste bu hizmet yok ya da hizmetin adı değişmiş.</translation>
        </message>
        <message>
            <source>The address says https, but an unencrypted service answers there. Nothing was sent.</source>
            <translation>Adres https diyor ama orada şifresiz bir hizmet yanıt veriyor. Hiçbir şey gönderilmedi.</translation>
        </message>
        <message>
            <source>The answer is not in the form that the service promises.</source>
            <translation>Yanıt, servisin söz verdiği biçimde değil.</translation>
        </message>
        <message>
            <source>The board goes on with polling alone, so changes show later.</source>
            <translation>Pano yalnızca sorgularla sürer; değişiklikler daha geç görünür.</translation>
        </message>
        <message>
            <source>The call could not be sent to its destination</source>
            <translation>Çağrı hedefine yönlendirilemedi</translation>
        </message>
        <message>
            <source>The call ended before the command reached it.</source>
            <translation>Komut ulaşmadan önce çağrı sona erdi.</translation>
        </message>
        <message>
            <source>The call failed for a reason the PBX does not tell</source>
            <translation>Çağrı, santralin bildirmediği bir nedenle kurulamadı</translation>
        </message>
        <message>
            <source>The call is being set up; success shows only when a phone rings.</source>
            <translation>Çağrı kuruluyor; başarısı ancak telefon çalınca belli olur.</translation>
        </message>
        <message>
            <source>The call was rejected</source>
            <translation>Çağrı reddedildi</translation>
        </message>
        <message>
            <source>The certificate belongs to another name</source>
            <translation>Sertifika başka bir ada ait</translation>
        </message>
        <message>
            <source>The certificate's issuer is not known here</source>
            <translation>Sertifikayı veren kurum burada tanınmıyor</translation>
        </message>
        <message>
            <source>The change was not made in at least one queue.</source>
            <translation>Değişiklik en az bir kuyrukta yapılmadı.</translation>
        </message>
        <message>
            <source>The computer at that address turned the connection down, so nothing was sent.</source>
            <translation>O adresteki bilgisayar bağlantıyı geri çevirdi; hiçbir şey gönderilmedi.</translation>
        </message>
        <message>
            <source>The connection broke before the answer</source>
            <translation>Yanıt gelmeden bağlantı koptu</translation>
        </message>
        <message>
            <source>The connection broke before the call records came</source>
            <translation>Çağrı kayıtları gelmeden bağlantı koptu</translation>
        </message>
        <message>
            <source>The connection broke in the middle of the recording</source>
            <translation>Ses kaydı alınırken bağlantı koptu</translation>
        </message>
        <message>
            <source>The connection never stood, so nothing was sent.</source>
            <translation>Bağlantı hiç kurulamadı; hiçbir şey gönderilmedi.</translation>
        </message>
        <message>
            <source>The connection to the PBX failed</source>
            <translation>Santral bağlantısı kurulamadı</translation>
        </message>
        <message>
            <source>The disk is full, or the folder cannot be written to.</source>
            <translation>Disk dolu ya da klasöre yazılamıyor.</translation>
        </message>
        <message>
            <source>The encrypted connection failed</source>
            <translation>Şifreli bağlantı kurulamadı</translation>
        </message>
        <message>
            <source>The event stream does not accept the login</source>
            <translation>Olay akışı kullanıcıyı doğrulamadı</translation>
        </message>
        <message>
            <source>The event stream does not answer the login</source>
            <translation>Olay akışı oturum açma isteğine yanıt vermiyor</translation>
        </message>
        <message>
            <source>The extension is in the queue already</source>
            <translation>Dahili zaten bu kuyrukta</translation>
        </message>
        <message>
            <source>The extension is no member of this queue</source>
            <translation>Dahili bu kuyruğun üyesi değil</translation>
        </message>
        <message>
            <source>The extension is not in the queue</source>
            <translation>Dahili bu kuyrukta değil</translation>
        </message>
        <message>
            <source>The extension or the line is not registered, so no call was made.</source>
            <translation>Dahili ya da hat kayıtlı olmadığı için çağrı başlatılmadı.</translation>
        </message>
        <message>
            <source>The extension was put into the queue in the portal.</source>
            <translation>Dahili kuyruğa portaldan eklenmiş.</translation>
        </message>
        <message>
            <source>The extension's membership was not changed.</source>
            <translation>Dahilinin kuyruk üyeliği değişmedi.</translation>
        </message>
        <message>
            <source>The extra CA file cannot be used</source>
            <translation>Ek CA dosyası kullanılamıyor</translation>
        </message>
        <message>
            <source>The fault is with Netgsm; the number was most likely not changed.</source>
            <translation>Arıza Netgsm tarafında; numara büyük olasılıkla değişmedi.</translation>
        </message>
        <message>
            <source>The file is missing, cannot be read or holds no certificate. Nothing was sent.</source>
            <translation>Dosya yok, okunamıyor ya da içinde sertifika bulunmuyor. Hiçbir şey gönderilmedi.</translation>
        </message>
        <message>
            <source>The limit for external numbers is reached</source>
            <translation>Dış numara limiti doldu</translation>
        </message>
        <message>
            <source>The line is busy</source>
            <translation>Hat meşgul</translation>
        </message>
        <message>
            <source>The link has expired, or a login page of the network answered.</source>
            <translation>Bağlantının süresi dolmuş ya da ağın giriş sayfası yanıt vermiş.</translation>
        </message>
        <message>
            <source>The link leads to a place that the program does not trust, so nothing was fetched.</source>
            <translation>Bağlantı, programın güvenmediği bir yere gidiyor; bu yüzden hiçbir şey indirilmedi.</translation>
        </message>
        <message>
            <source>The list was deleted or belongs to another user.</source>
            <translation>Liste silinmiş ya da başka bir kullanıcıya ait.</translation>
        </message>
        <message>
            <source>The list's number is not valid</source>
            <translation>Listenin numarası geçersiz</translation>
        </message>
        <message>
            <source>The name is spelt otherwise, or the queue was removed in the portal.</source>
            <translation>Adın yazımı farklı ya da kuyruk portaldan silinmiş.</translation>
        </message>
        <message>
            <source>The network does not lead to the PBX</source>
            <translation>Ağdan santrale ulaşılamıyor</translation>
        </message>
        <message>
            <source>The number was not reached, or the menu or queue does not exist.</source>
            <translation>Numaraya ulaşılamadı ya da menü veya kuyruk yok.</translation>
        </message>
        <message>
            <source>The order of the two sides is not valid</source>
            <translation>İki tarafın aranma sırası geçersiz</translation>
        </message>
        <message>
            <source>The other side is on the phone.</source>
            <translation>Karşı taraf başka bir görüşmede.</translation>
        </message>
        <message>
            <source>The other side pressed the reject key or is on do-not-disturb.</source>
            <translation>Karşı taraf çağrıyı geri çevirdi ya da rahatsız etmeyin durumunda.</translation>
        </message>
        <message>
            <source>The password was changed meanwhile</source>
            <translation>Parola bu arada değiştirildi</translation>
        </message>
        <message>
            <source>The phone is not connected to the PBX</source>
            <translation>Telefon santrale kayıtlı değil</translation>
        </message>
        <message>
            <source>The program and the PBX could not agree on a safe connection, so nothing was sent.</source>
            <translation>Program ile santral güvenli bir bağlantıda anlaşamadı; hiçbir şey gönderilmedi.</translation>
        </message>
        <message>
            <source>The program follows no redirection, because the password would go along.</source>
            <translation>Parola da birlikte gideceği için program yönlendirmeleri izlemez.</translation>
        </message>
        <message>
            <source>The program stopped at 512 MB to protect the disk; nothing was saved.</source>
            <translation>Program diski korumak için 512 MB'ta durdu; hiçbir şey kaydedilmedi.</translation>
        </message>
        <message>
            <source>The program stopped reading to protect itself.</source>
            <translation>Program kendini korumak için okumayı bıraktı.</translation>
        </message>
        <message>
            <source>The program was closing the connection</source>
            <translation>Program bağlantıyı kapatıyordu</translation>
        </message>
        <message>
            <source>The proxy does not let the request through</source>
            <translation>Vekil sunucu isteği geçirmiyor</translation>
        </message>
        <message>
            <source>The proxy on the way could not be used, so the PBX received nothing.</source>
            <translation>Aradaki vekil sunucu (proxy) kullanılamadı; santrale hiçbir şey ulaşmadı.</translation>
        </message>
        <message>
            <source>The query limit for auto-dial lists is reached</source>
            <translation>Otomatik arama için sorgu limiti doldu</translation>
        </message>
        <message>
            <source>The query limit for call records is reached</source>
            <translation>Görüşme kayıtları için sorgu limiti doldu</translation>
        </message>
        <message>
            <source>The query limit for statistics is reached</source>
            <translation>İstatistikler için sorgu limiti doldu</translation>
        </message>
        <message>
            <source>The reason is one that this program does not know yet.</source>
            <translation>Nedeni bu programın henüz tanımadığı bir neden.</translation>
        </message>
        <message>
            <source>The recording cannot be saved</source>
            <translation>Ses kaydı kaydedilemiyor</translation>
        </message>
        <message>
            <source>The recording does not come any further</source>
            <translation>Ses kaydının devamı gelmiyor</translation>
        </message>
        <message>
            <source>The recording is empty</source>
            <translation>Ses kaydı boş</translation>
        </message>
        <message>
            <source>The recording is far too large</source>
            <translation>Ses kaydı çok büyük</translation>
        </message>
        <message>
            <source>The recording is no longer at its link</source>
            <translation>Ses kaydı artık bağlantısında değil</translation>
        </message>
        <message>
            <source>The recording is not at Netgsm</source>
            <translation>Ses kaydı Netgsm'de değil</translation>
        </message>
        <message>
            <source>The recording was not fetched to its end; nothing half is kept.</source>
            <translation>Ses kaydı sonuna kadar alınamadı; yarım dosya bırakılmadı.</translation>
        </message>
        <message>
            <source>The report right is missing, or this computer's address is not allowed.</source>
            <translation>Rapor yetkisi yok ya da bu bilgisayarın adresine izin verilmiyor.</translation>
        </message>
        <message>
            <source>The request did not reach the PBX</source>
            <translation>İstek santrale ulaşmadı</translation>
        </message>
        <message>
            <source>The request ended together with the connection.</source>
            <translation>İstek bağlantıyla birlikte sona erdi.</translation>
        </message>
        <message>
            <source>The request still had the former password, so nothing was done.</source>
            <translation>İstek eski parolayla gönderilmişti; hiçbir işlem yapılmadı.</translation>
        </message>
        <message>
            <source>The right is missing, or this computer's address is not allowed.</source>
            <translation>Yetki yok ya da bu bilgisayarın adresine izin verilmiyor.</translation>
        </message>
        <message>
            <source>The server answered with an error</source>
            <translation>Sunucu hata yanıtı verdi</translation>
        </message>
        <message>
            <source>The server answers but does not know the request.</source>
            <translation>Sunucu yanıt veriyor ama isteği tanımıyor.</translation>
        </message>
        <message>
            <source>The server forbids the access</source>
            <translation>Sunucu erişimi yasaklıyor</translation>
        </message>
        <message>
            <source>The service is not enabled for the account, or this computer's address is not allowed.</source>
            <translation>Hizmet hesapta açık değil ya da bu bilgisayarın adresine izin yok.</translation>
        </message>
        <message>
            <source>The time span is too long</source>
            <translation>Zaman aralığı çok uzun</translation>
        </message>
        <message>
            <source>The time span was not sent as the record service wants it.</source>
            <translation>Zaman aralığı, kayıt hizmetinin istediği biçimde gönderilmedi.</translation>
        </message>
        <message>
            <source>The time was not sent as the statistics service wants it.</source>
            <translation>Zaman, istatistik hizmetinin istediği biçimde gönderilmedi.</translation>
        </message>
        <message>
            <source>There are no calls in this time</source>
            <translation>Bu zaman aralığında görüşme yok</translation>
        </message>
        <message>
            <source>There are no incoming calls in this time</source>
            <translation>Bu zaman aralığında gelen çağrı yok</translation>
        </message>
        <message>
            <source>There is no PBX service at this address</source>
            <translation>Bu adreste santral hizmeti yok</translation>
        </message>
        <message>
            <source>There is no connection to dosyaindir.netgsm.com.tr, so nothing was fetched.</source>
            <translation>dosyaindir.netgsm.com.tr adresine bağlantı kurulamadı, bu yüzden hiçbir şey alınmadı.</translation>
        </message>
        <message>
            <source>There is no encryption at this address</source>
            <translation>Bu adreste şifreleme yok</translation>
        </message>
        <message>
            <source>There is no recording of this conversation</source>
            <translation>Bu görüşmenin ses kaydı yok</translation>
        </message>
        <message>
            <source>There is no such list, or you may not see it</source>
            <translation>Böyle bir liste yok ya da yetkiniz yok</translation>
        </message>
        <message>
            <source>There is no way to that address from this computer, so nothing was sent.</source>
            <translation>Bu bilgisayardan o adrese giden yol yok; hiçbir şey gönderilmedi.</translation>
        </message>
        <message>
            <source>This computer cannot find the host's name, so nothing was sent.</source>
            <translation>Bu bilgisayar sunucunun adını çözemiyor; hiçbir şey gönderilmedi.</translation>
        </message>
        <message>
            <source>This computer has no certificates</source>
            <translation>Bu bilgisayarda sertifika yok</translation>
        </message>
        <message>
            <source>Too many queries were sent for this account within a minute, perhaps by another program too.</source>
            <translation>Bu hesap için bir dakika içinde çok fazla sorgu gönderildi; başka bir program da sorguluyor olabilir.</translation>
        </message>
        <message>
            <source>Too many recordings were fetched in a short time.</source>
            <translation>Kısa sürede çok fazla kayıt indirildi.</translation>
        </message>
        <message>
            <source>Too many requests were open at once</source>
            <translation>Aynı anda çok fazla istek açıktı</translation>
        </message>
        <message>
            <source>Try again in a few minutes.</source>
            <translation>Birkaç dakika sonra yeniden deneyin.</translation>
        </message>
        <message>
            <source>Try again in a minute; if it stays so, tell Netgsm.</source>
            <translation>Bir dakika sonra yeniden deneyin; düzelmezse Netgsm'e bildirin.</translation>
        </message>
        <message>
            <source>Try again in a moment. The program opens new connections by itself.</source>
            <translation>Az sonra yeniden deneyin. Program yeni bağlantıları kendisi açar.</translation>
        </message>
        <message>
            <source>Try again in a moment; if it stays so, check the internet connection.</source>
            <translation>Az sonra yeniden deneyin; düzelmezse internet bağlantısını denetleyin.</translation>
        </message>
        <message>
            <source>Try again later; if it stays so, send the program's log to its makers.</source>
            <translation>Daha sonra yeniden deneyin; sürerse programın günlüğünü geliştiricilere gönderin.</translation>
        </message>
        <message>
            <source>Try again later; if it stays so, tell Netgsm the call's id.</source>
            <translation>Daha sonra yeniden deneyin; düzelmezse çağrının kimliğini Netgsm'ye bildirin.</translation>
        </message>
        <message>
            <source>Try again. If it stays so, show the details to whoever runs your network.</source>
            <translation>Yeniden deneyin. Sürerse ayrıntıları ağ yöneticinize gösterin.</translation>
        </message>
        <message>
            <source>Try again; if it breaks each time, check the internet connection.</source>
            <translation>Yeniden deneyin; her seferinde kopuyorsa internet bağlantısını kontrol edin.</translation>
        </message>
        <message>
            <source>Try again; if it stays so, a proxy on the way is the likely cause: tell whoever runs your network.</source>
            <translation>Yeniden deneyin; sürerse olası neden yoldaki bir vekil sunucudur: ağ yöneticinize bildirin.</translation>
        </message>
        <message>
            <source>Try again; if it stays so, listen to the recording in the Netgsm portal.</source>
            <translation>Yeniden deneyin; düzelmezse kaydı Netgsm portalında dinleyin.</translation>
        </message>
        <message>
            <source>Try later or another number.</source>
            <translation>Daha sonra ya da başka bir numaradan deneyin.</translation>
        </message>
        <message>
            <source>Try later, or choose a longer ringing time.</source>
            <translation>Daha sonra deneyin ya da çalma süresini uzatın.</translation>
        </message>
        <message>
            <source>User or password is wrong, or this computer's address is not allowed. Nothing more is sent, so that the account is not locked.</source>
            <translation>Kullanıcı adı ya da parola yanlış, veya bu bilgisayarın adresine izin verilmiyor. Hesap kilitlenmesin diye başka istek gönderilmez.</translation>
        </message>
        <message>
            <source>User or password is wrong, the API right is missing, or this computer's address is not allowed.</source>
            <translation>Kullanıcı adı ya da parola yanlış, API yetkisi yok ya da bu bilgisayarın adresine izin verilmiyor.</translation>
        </message>
        <message>
            <source>User or password is wrong. The program does not try again by itself, because repeated wrong logins may block the address.</source>
            <translation>Kullanıcı adı ya da parola yanlış. Yinelenen hatalı girişler adresi engelletebileceği için program kendiliğinden yeniden denemez.</translation>
        </message>
        <message>
            <source>Wait a few minutes after the call and try again.</source>
            <translation>Çağrıdan sonra birkaç dakika bekleyip yeniden deneyin.</translation>
        </message>
        <message>
            <source>Wait a few minutes and try again; if it stays so, tell Netgsm code 100.</source>
            <translation>Birkaç dakika bekleyip yeniden deneyin; sürerse Netgsm'e 100 kodunu bildirin.</translation>
        </message>
        <message>
            <source>Wait a few minutes and try again; if it stays so, tell Netgsm.</source>
            <translation>Birkaç dakika bekleyip yeniden deneyin; sürerse Netgsm'e bildirin.</translation>
        </message>
        <message>
            <source>Wait a few minutes. If it stays so, tell Netgsm the code from the details.</source>
            <translation>Birkaç dakika bekleyin. Sürerse ayrıntılardaki kodu Netgsm'e bildirin.</translation>
        </message>
        <message>
            <source>Wait a minute and try once more; if it comes again, ask Netgsm whether the service is active.</source>
            <translation>Bir dakika bekleyip bir kez daha deneyin; yinelenirse hizmetin etkin olup olmadığını Netgsm'e sorun.</translation>
        </message>
        <message>
            <source>Wait a minute or two; the program slows down by itself. Set how many programs use the account in the settings.</source>
            <translation>Bir iki dakika bekleyin; program kendiliğinden yavaşlar. Hesabı kaç programın kullandığını ayarlardan belirtin.</translation>
        </message>
        <message>
            <source>Wait a minute, then try again.</source>
            <translation>Bir dakika bekleyip yeniden deneyin.</translation>
        </message>
        <message>
            <source>Wait a minute. If it comes again, remove a number from the queue or empty one queue.</source>
            <translation>Bir dakika bekleyin. Yinelenirse kuyruktan bir numara çıkarın ya da bir kuyruğu boşaltın.</translation>
        </message>
        <message>
            <source>Wait a minute; the program goes on by itself.</source>
            <translation>Bir dakika bekleyin; program kendiliğinden sürdürür.</translation>
        </message>
        <message>
            <source>Wait for the next status on the board before you repeat it.</source>
            <translation>Yinelemeden önce panodaki sonraki durumu bekleyin.</translation>
        </message>
        <message>
            <source>Wait for the next status on the board; if it stays so, tell Netgsm.</source>
            <translation>Panodaki sonraki durumu bekleyin; sürerse Netgsm'e bildirin.</translation>
        </message>
        <message>
            <source>Watch the phone or the board. Do not send it again at once.</source>
            <translation>Telefonu ya da panoyu izleyin. Hemen yeniden göndermeyin.</translation>
        </message>
        <message>
            <source>What answers does not speak the web's language.</source>
            <translation>Yanıt veren hizmet web dilini (HTTP) konuşmuyor.</translation>
        </message>
        <message>
            <source>What came is no recording</source>
            <translation>Gelen veri ses kaydı değil</translation>
        </message>
        <message>
            <source>What came is too short for any sound; the recording may not be ready yet.</source>
            <translation>Gelen veri ses olamayacak kadar kısa; kayıt henüz hazır olmayabilir.</translation>
        </message>
        <message>
            <source>Whether the request was carried out is not known.</source>
            <translation>İsteğin yerine getirilip getirilmediği bilinmiyor.</translation>
        </message>
        <message>
            <source>With code 30 call control means the request's values, not the password. The PBX may want a queue's name.</source>
            <translation>Çağrı denetiminde 30 kodu parolayı değil, istekteki değerleri anlatır. Santral bir kuyruk adı istiyor olabilir.</translation>
        </message>
        <message>
            <source>With code 30 call control means the request's values, not the password. The call may be over, or a number is wrong.</source>
            <translation>Çağrı kontrolünde 30 kodu şifreyi değil, istekteki değerleri anlatır. Çağrı sona ermiş veya bir numara yanlış olabilir.</translation>
        </message>
        <message>
            <source>Without them no encrypted connection can be checked, so the password was not sent.</source>
            <translation>Sertifikalar olmadan şifreli bağlantı denetlenemez, bu yüzden parola gönderilmedi.</translation>
        </message>
    </context>
    <context>
        <name>ExportFile</name>
        <message>
            <source>A file cannot have the name {file}. Choose another name.</source>
            <translation>{file} dosya adı olarak kullanılamaz. Başka bir ad seçin.</translation>
        </message>
        <message>
            <source>Account</source>
            <translation>Hesap</translation>
        </message>
        <message>
            <source>Agent</source>
            <translation>Temsilci</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>Değişim</translation>
        </message>
        <message>
            <source>Chart data</source>
            <translation>Grafik verisi</translation>
        </message>
        <message>
            <source>DEMO: all figures are made up</source>
            <translation>DEMO: veriler gerçek değildir</translation>
        </message>
        <message>
            <source>Figure</source>
            <translation>Gösterge</translation>
        </message>
        <message>
            <source>How it is counted</source>
            <translation>Nasıl hesaplanır</translation>
        </message>
        <message>
            <source>Notes</source>
            <translation>Notlar</translation>
        </message>
        <message>
            <source>Nothing may be written into the folder {folder}. Choose another folder.</source>
            <translation>{folder} klasörüne yazma izni yok. Başka bir klasör seçin.</translation>
        </message>
        <message>
            <source>Summary</source>
            <translation>Özet</translation>
        </message>
        <message>
            <source>Table</source>
            <translation>Tablo</translation>
        </message>
        <message>
            <source>The folder {folder} cannot be made. Choose another one.</source>
            <translation>{folder} klasörü oluşturulamıyor. Başka bir klasör seçin.</translation>
        </message>
        <message>
            <source>The folder {folder} is not there. Choose another folder.</source>
            <translation>{folder} klasörü yok. Başka bir klasör seçin.</translation>
        </message>
        <message>
            <source>There is no room for {file}. Free some space or choose another folder.</source>
            <translation>{file} için diskte yer yok. Yer açın ya da başka bir klasör seçin.</translation>
        </message>
        <message>
            <source>Total</source>
            <translation>Toplam</translation>
        </message>
        <message>
            <source>Value</source>
            <translation>Değer</translation>
        </message>
        <message>
            <source>call-records</source>
            <translation>cagri-kayitlari</translation>
        </message>
        <message>
            <source>list-{id}-{name}</source>
            <translation>liste-{id}-{name}</translation>
        </message>
        <message>
            <source>missed-callers</source>
            <translation>cevapsiz-arayanlar</translation>
        </message>
        <message>
            <source>s</source>
            <translation>sn</translation>
        </message>
        <message>
            <source>statistics-agents</source>
            <translation>istatistik-temsilciler</translation>
        </message>
        <message>
            <source>statistics-days</source>
            <translation>istatistik-gun</translation>
        </message>
        <message>
            <source>statistics-hours</source>
            <translation>istatistik-saat</translation>
        </message>
        <message>
            <source>statistics-intraday</source>
            <translation>istatistik-gun-ici</translation>
        </message>
        <message>
            <source>statistics-months</source>
            <translation>istatistik-ay</translation>
        </message>
        <message>
            <source>statistics-weekdays</source>
            <translation>istatistik-hafta-gunu</translation>
        </message>
        <message>
            <source>statistics-weeks</source>
            <translation>istatistik-hafta</translation>
        </message>
        <message>
            <source>{file} could not be written. Check the disk or choose another folder.</source>
            <translation>{file} yazılamadı. Diski denetleyin ya da başka bir klasör seçin.</translation>
        </message>
        <message>
            <source>{file} is a folder. Choose another name.</source>
            <translation>{file} bir klasör. Başka bir ad seçin.</translation>
        </message>
        <message>
            <source>{file} is open in another program or write-protected. Close it there and export again.</source>
            <translation>{file} başka bir programda açık ya da yazmaya karşı korumalı. Orada kapatıp yeniden dışa aktarın.</translation>
        </message>
    </context>
    <context>
        <name>ExportFormat</name>
        <message>
            <source>Drawing (SVG)</source>
            <translation>Çizim (SVG)</translation>
        </message>
        <message>
            <source>Picture (PNG)</source>
            <translation>Resim (PNG)</translation>
        </message>
    </context>
    <context>
        <name>Favourites</name>
        <message>
            <source>Called lately</source>
            <translation>Son arananlar</translation>
        </message>
        <message>
            <source>Dial</source>
            <translation>Ara</translation>
        </message>
        <message>
            <source>Enter dials, * is the star, F2 names</source>
            <translation>Enter arar, * yıldızlar, F2 ad verir</translation>
        </message>
        <message>
            <source>Favourites</source>
            <translation>Sık kullanılanlar</translation>
        </message>
        <message>
            <source>Keep it</source>
            <translation>Sık kullanılanlara ekle</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Ad</translation>
        </message>
        <message>
            <source>Name it…</source>
            <translation>Ad ver…</translation>
        </message>
        <message>
            <source>Name of the favourite</source>
            <translation>Sık kullanılan numaranın adı</translation>
        </message>
        <message>
            <source>Nobody was called from here yet.</source>
            <translation>Buradan henüz kimse aranmadı.</translation>
        </message>
        <message>
            <source>Not a favourite any more</source>
            <translation>Sık kullanılanlardan çıkar</translation>
        </message>
        <message>
            <source>The star beside a number keeps it here.</source>
            <translation>Burada tutmak için numaranın yanındaki yıldıza basın.</translation>
        </message>
    </context>
    <context>
        <name>FirstStart</name>
        <message numerus="yes">
            <source>%n name(s). Each takes one query, 2 a minute.</source>
            <translation>
                <numerusform>%n ad. Her biri bir sorgu ister; dakikada 2 sorgu yapılabilir.</numerusform>
            </translation>
        </message>
        <message>
            <source>1. The account is the 10-digit PBX number, and the password is the API user's.</source>
            <translation>1. Hesap 10 haneli santral numarası, parola API kullanıcısının parolası olmalı.</translation>
        </message>
        <message>
            <source>10 digits, for example 8501110000</source>
            <translation>10 hane, örneğin 8501110000</translation>
        </message>
        <message>
            <source>2. API access is enabled in the Netgsm portal: Settings, API operations.</source>
            <translation>2. API erişimi Netgsm portalında açık olmalı: Ayarlar, API işlemleri.</translation>
        </message>
        <message>
            <source>3. If addresses are restricted there, this network's outside address is on the list.</source>
            <translation>3. Orada IP kısıtı varsa bu ağın dış IP adresi listede olmalı.</translation>
        </message>
        <message>
            <source>API access is not enabled for this account.</source>
            <translation>Bu hesapta API erişimi açık değil.</translation>
        </message>
        <message>
            <source>Advanced</source>
            <translation>Gelişmiş</translation>
        </message>
        <message>
            <source>Agree only in a network that you trust. You are asked once for this profile; the status bar keeps showing it.</source>
            <translation>Yalnızca güvendiğiniz bir ağda kabul edin. Bu profil için bir kez sorulur; durum çubuğu bunu sürekli gösterir.</translation>
        </message>
        <message>
            <source>At least one name is needed.</source>
            <translation>En az bir ad gerekli.</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Geri</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Vazgeç</translation>
        </message>
        <message>
            <source>Change the profile</source>
            <translation>Profili değiştir</translation>
        </message>
        <message>
            <source>Check that this computer is online, then the address and the proxy under Advanced.</source>
            <translation>Önce bu bilgisayarın internete bağlı olduğunu, sonra Gelişmiş bölümündeki adresi ve vekil sunucuyu denetleyin.</translation>
        </message>
        <message>
            <source>Check that this computer is online, then the address under Advanced. In a company network the administrator can say whether outside names are looked up, or only a proxy may be used.</source>
            <translation>Önce bu bilgisayarın internete bağlı olduğunu, sonra Gelişmiş bölümündeki adresi denetleyin. Şirket ağında dış adların çözülüp çözülmediğini ya da yalnızca vekil sunucu kullanılıp kullanılmadığını ağ yöneticinize sorun.</translation>
        </message>
        <message>
            <source>Connect to your PBX</source>
            <translation>Santralinize bağlanın</translation>
        </message>
        <message>
            <source>Connect without encryption?</source>
            <translation>Şifresiz bağlanılsın mı?</translation>
        </message>
        <message>
            <source>Continue with the names found</source>
            <translation>Bulunan adlarla devam et</translation>
        </message>
        <message>
            <source>Continue without waiting</source>
            <translation>Beklemeden devam et</translation>
        </message>
        <message>
            <source>Enable it in the Netgsm portal: Settings, API operations. Then try again.</source>
            <translation>Netgsm portalında Ayarlar, API işlemleri bölümünden açın, sonra yeniden deneyin.</translation>
        </message>
        <message>
            <source>Everything else has a good default. Nothing is sent before you press the button.</source>
            <translation>Geri kalan her şey hazır ayarlı. Düğmeye basmadan hiçbir şey gönderilmez.</translation>
        </message>
        <message>
            <source>Follow calls as they happen?</source>
            <translation>Çağrılar anında izlensin mi?</translation>
        </message>
        <message>
            <source>Follow it unencrypted</source>
            <translation>Şifresiz izle</translation>
        </message>
        <message>
            <source>Go without it</source>
            <translation>Olay akışı olmadan devam et</translation>
        </message>
        <message>
            <source>It gives the same answer for three causes. Check them in this order:</source>
            <translation>Santral üç neden için de aynı yanıtı verir. Şu sırayla denetleyin:</translation>
        </message>
        <message>
            <source>It may be a log-in page of the network, a proxy or a wrong address. Open a web page to see whether the network asks for a log-in, then check the address and the proxy under Advanced.</source>
            <translation>Ağın giriş sayfası, bir vekil sunucu ya da yanlış bir adres olabilir. Tarayıcıda bir sayfa açıp ağın giriş isteyip istemediğine bakın, sonra Gelişmiş bölümündeki adresi ve vekil sunucuyu denetleyin.</translation>
        </message>
        <message>
            <source>Leave it</source>
            <translation>Vazgeç</translation>
        </message>
        <message>
            <source>Looking for this computer's keyring…</source>
            <translation>Bu bilgisayarın anahtarlığına bakılıyor…</translation>
        </message>
        <message>
            <source>Many company firewalls block port 9111. Ask the administrator to let this computer reach {host} on ports 443 and 9111, or name the proxy under Advanced. At home check that this computer is online.</source>
            <translation>Birçok şirketin güvenlik duvarı 9111 numaralı portu engeller. Ağ yöneticinizden bu bilgisayarın {host} adresine 443 ve 9111 portlarından ulaşmasına izin vermesini isteyin ya da Gelişmiş bölümünde vekil sunucuyu yazın. Evdeyseniz bilgisayarın internete bağlı olduğunu denetleyin.</translation>
        </message>
        <message>
            <source>Mend the names marked ✗ and try again. Names that were found are not asked again.</source>
            <translation>✗ işaretli adları düzeltip yeniden deneyin. Bulunan adlar bir daha sorulmaz.</translation>
        </message>
        <message>
            <source>Name of the profile</source>
            <translation>Profilin adı</translation>
        </message>
        <message>
            <source>Name {at} of {all}.</source>
            <translation>Ad {at}/{all}.</translation>
        </message>
        <message>
            <source>Names of the queues</source>
            <translation>Kuyrukların adları</translation>
        </message>
        <message>
            <source>No stored password may be used here; type it.</source>
            <translation>Kayıtlı bir parola burada kullanılamıyor; parolayı yazın.</translation>
        </message>
        <message>
            <source>Not every name was found.</source>
            <translation>Adların hepsi bulunamadı.</translation>
        </message>
        <message>
            <source>Nothing was sent. In company networks a firewall often opens encrypted connections: ask the administrator for its CA file and name it under Advanced. Elsewhere do not go on: somebody may be listening. Check this computer's date, too.</source>
            <translation>Hiçbir şey gönderilmedi. Şirket ağlarında güvenlik duvarı çoğu kez şifreli bağlantıları açıp bakar: ağ yöneticinizden CA dosyasını isteyip Gelişmiş bölümünde gösterin. Başka bir yerdeyseniz devam etmeyin, biri dinliyor olabilir. Bilgisayarın tarihini de denetleyin.</translation>
        </message>
        <message>
            <source>Only the password is missing. Nothing is sent before you press the button.</source>
            <translation>Yalnızca parola eksik. Düğmeye basmadan hiçbir şey gönderilmez.</translation>
        </message>
        <message>
            <source>PBX number</source>
            <translation>Santral numarası</translation>
        </message>
        <message>
            <source>Password</source>
            <translation>Parola</translation>
        </message>
        <message>
            <source>Quit</source>
            <translation>Çık</translation>
        </message>
        <message>
            <source>Show</source>
            <translation>Göster</translation>
        </message>
        <message>
            <source>Show the password</source>
            <translation>Parolayı göster</translation>
        </message>
        <message>
            <source>Sign in</source>
            <translation>Oturum aç</translation>
        </message>
        <message>
            <source>Sign in to {name}</source>
            <translation>{name}: oturum aç</translation>
        </message>
        <message>
            <source>Something answers at {host}, but it is not the PBX.</source>
            <translation>{host} adresinde bir şey yanıt veriyor ama santral değil.</translation>
        </message>
        <message>
            <source>Test and continue</source>
            <translation>Dene ve devam et</translation>
        </message>
        <message>
            <source>Testing</source>
            <translation>Deneniyor</translation>
        </message>
        <message>
            <source>Testing…</source>
            <translation>Deneniyor…</translation>
        </message>
        <message>
            <source>The PBX did not answer.</source>
            <translation>Santral yanıt vermedi.</translation>
        </message>
        <message>
            <source>The PBX does not accept this account and password from here.</source>
            <translation>Santral bu hesabı ve parolayı buradan kabul etmiyor.</translation>
        </message>
        <message>
            <source>The PBX takes 2 queries a minute; the next goes in about {n} s.</source>
            <translation>Santral dakikada 2 sorgu kabul ediyor; sonraki yaklaşık {n} sn sonra.</translation>
        </message>
        <message>
            <source>The PBX's event stream moves the board the moment a call comes or ends. The PBX offers it without encryption only, and it carries the same password: anybody on the way can read it and use it to control your PBX.</source>
            <translation>Santralin olay akışı, bir çağrı geldiği ya da bittiği anda panoyu günceller. Santral bunu yalnızca şifresiz sunar ve akışla aynı parola gider: yoldaki herkes parolayı okuyup santralinizi yönetebilir.</translation>
        </message>
        <message>
            <source>The address of {host} begins with http://, which is not encrypted.</source>
            <translation>{host} adresi http:// ile başlıyor; bu bağlantı şifreli değildir.</translation>
        </message>
        <message>
            <source>The encrypted connection to {host} cannot be trusted.</source>
            <translation>{host} ile kurulan şifreli bağlantıya güvenilemiyor.</translation>
        </message>
        <message>
            <source>The name {host} cannot be found.</source>
            <translation>{host} adı bulunamıyor.</translation>
        </message>
        <message>
            <source>The password is missing.</source>
            <translation>Parola yazılmamış.</translation>
        </message>
        <message>
            <source>The proxy's address is missing.</source>
            <translation>Vekil sunucunun adresi yazılmamış.</translation>
        </message>
        <message>
            <source>The stored password is for other hosts; type it again for these.</source>
            <translation>Kayıtlı parola başka sunucular için; bunlar için yeniden yazın.</translation>
        </message>
        <message>
            <source>This PBX tells a queue's state only when it is asked by name, and cannot list them. Paste or type the names, as in the portal: one a line or separated by commas. Queues that call in later are found by themselves.</source>
            <translation>Bu santral bir kuyruğun durumunu yalnızca adıyla sorulunca söyler, kuyrukları listeleyemez. Adları portaldaki gibi yazın ya da yapıştırın: her satıra bir ad ya da virgülle ayırarak. Sonradan çağrı alan kuyruklar kendiliğinden bulunur.</translation>
        </message>
        <message>
            <source>This account already has a profile: “{name}”. Open that one.</source>
            <translation>Bu hesabın zaten bir profili var: “{name}”. Onu açın.</translation>
        </message>
        <message>
            <source>Try the names</source>
            <translation>Adları dene</translation>
        </message>
        <message>
            <source>Trying…</source>
            <translation>Deneniyor…</translation>
        </message>
        <message>
            <source>Use it unencrypted</source>
            <translation>Şifresiz kullan</translation>
        </message>
        <message>
            <source>What the PBX said of each name</source>
            <translation>Santralin her ad için yanıtı</translation>
        </message>
        <message>
            <source>Which queues?</source>
            <translation>Hangi kuyruklar?</translation>
        </message>
        <message>
            <source>Without encryption the account's password, callers' numbers and your commands travel readable. Anybody on the way – this Wi-Fi, the office network, the provider – can read them and use the password to control your PBX.</source>
            <translation>Şifre olmadan hesabın parolası, arayanların numaraları ve komutlarınız açık metin olarak gider. Yoldaki herkes – bu Wi-Fi, ofis ağı, internet sağlayıcısı – bunları okuyabilir ve parolayla santralinizi yönetebilir.</translation>
        </message>
        <message>
            <source>Without it the board works as well; it then follows the PBX every half minute or so. You can change this in the settings at any time.</source>
            <translation>Pano onsuz da çalışır; santrali yaklaşık yarım dakikada bir izler. Bunu ayarlardan istediğiniz zaman değiştirebilirsiniz.</translation>
        </message>
        <message>
            <source>asking…</source>
            <translation>soruluyor…</translation>
        </message>
        <message>
            <source>empty: the stored one stays</source>
            <translation>boş bırakılırsa kayıtlı parola kalır</translation>
        </message>
        <message>
            <source>found</source>
            <translation>bulundu</translation>
        </message>
        <message>
            <source>no answer; tried again later</source>
            <translation>yanıt yok; sonra yeniden denenecek</translation>
        </message>
        <message>
            <source>the API user's password</source>
            <translation>API kullanıcısının parolası</translation>
        </message>
        <message>
            <source>the PBX number</source>
            <translation>santral numarası</translation>
        </message>
        <message>
            <source>there is no such queue; look at the spelling</source>
            <translation>böyle bir kuyruk yok; yazımına bakın</translation>
        </message>
        <message>
            <source>waiting for its turn</source>
            <translation>sırasını bekliyor</translation>
        </message>
        <message>
            <source>{host} does not answer, and neither does port 9111.</source>
            <translation>{host} yanıt vermiyor, 9111 numaralı port da.</translation>
        </message>
        <message>
            <source>{host} does not answer.</source>
            <translation>{host} yanıt vermiyor.</translation>
        </message>
        <message>
            <source>{host} does not answer. Port 9111 is probably blocked.</source>
            <translation>{host} yanıt vermiyor. 9111 numaralı port büyük olasılıkla engelli.</translation>
        </message>
        <message>
            <source>{host} was tried encrypted first, without an answer.</source>
            <translation>{host} önce şifreli denendi, yanıt alınamadı.</translation>
        </message>
    </context>
    <context>
        <name>Forget</name>
        <message numerus="yes">
            <source>%n call(s) deleted.</source>
            <translation>
                <numerusform>%n çağrı silindi.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n name(s), note(s) and other entries deleted.</source>
            <translation>
                <numerusform>Ad, not ve benzeri %n girdi silindi.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n other call(s) stay for the statistics, without the number.</source>
            <translation>
                <numerusform>Diğer %n çağrı istatistikler için numarasız olarak kalıyor.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n saved recording(s) deleted.</source>
            <translation>
                <numerusform>Kaydedilmiş %n ses kaydı silindi.</numerusform>
            </translation>
        </message>
        <message>
            <source>All its call records, saved recordings, notes, names, recent and favourite entries on this computer are deleted, for every profile, and its digits in lists, in the audit and in logs. Counted statistics stay. What lies at Netgsm stays, and so do files that were exported or saved elsewhere. This cannot be undone.</source>
            <translation>Bu bilgisayardaki bütün çağrı kayıtları, kaydedilmiş ses kayıtları, notları, adları, son aramaları ve sık kullanılanları tüm profiller için silinir; listelerdeki, yapılan işlemlerdeki ve günlüklerdeki rakamları da kaldırılır. Sayılmış istatistikler kalır. Netgsm'dekiler ile dışa aktarılmış ya da başka yere kaydedilmiş dosyalar da kalır. Bu işlem geri alınamaz.</translation>
        </message>
        <message>
            <source>Another program holds these recordings open, delete them later: {names}.</source>
            <translation>Şu ses kayıtları başka bir programda açık, daha sonra silin: {names}.</translation>
        </message>
        <message>
            <source>Before you delete</source>
            <translation>Silmeden önce</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Vazgeç</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Kapat</translation>
        </message>
        <message>
            <source>Damaged history files that held the number were deleted: {names}.</source>
            <translation>Numaranın geçtiği bozuk geçmiş dosyaları silindi: {names}.</translation>
        </message>
        <message>
            <source>Delete everything about a number</source>
            <translation>Bir numarayla ilgili her şeyi sil</translation>
        </message>
        <message>
            <source>Delete everything about this number</source>
            <translation>Bu numarayla ilgili her şeyi sil</translation>
        </message>
        <message>
            <source>Delete for good</source>
            <translation>Kalıcı olarak sil</translation>
        </message>
        <message>
            <source>Deleted numbers</source>
            <translation>Silinen numaralar</translation>
        </message>
        <message>
            <source>Deleting</source>
            <translation>Siliniyor</translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>Devam</translation>
        </message>
        <message>
            <source>Its calls and recordings still lie at Netgsm, and in files that were exported or saved elsewhere: those must be deleted there.</source>
            <translation>Çağrıları ve ses kayıtları Netgsm'de ve dışa aktarılmış ya da başka yere kaydedilmiş dosyalarda durmaya devam eder: oralardan ayrıca silinmeleri gerekir.</translation>
        </message>
        <message>
            <source>Later imports leave this number out.</source>
            <translation>Bu numara sonraki aktarımlarda alınmaz.</translation>
        </message>
        <message>
            <source>Make a new key</source>
            <translation>Yeni anahtar oluştur</translation>
        </message>
        <message>
            <source>Nothing can keep this number out of later imports: its calls may come back as long as Netgsm has them.</source>
            <translation>Bu numara sonraki aktarımların dışında tutulamaz: Netgsm'de durdukça çağrıları geri gelebilir.</translation>
        </message>
        <message>
            <source>Nothing was deleted from the history.</source>
            <translation>Geçmişten hiçbir şey silinmedi.</translation>
        </message>
        <message>
            <source>Number:</source>
            <translation>Numara:</translation>
        </message>
        <message>
            <source>Somebody reads the history file, so deleted rows still lie in its log. They go when the program ends.</source>
            <translation>Geçmiş dosyası şu anda okunuyor; bu yüzden silinen satırlar dosyanın günlüğünde duruyor. Program kapanınca silinirler.</translation>
        </message>
        <message>
            <source>Store no calls for now</source>
            <translation>Şimdilik çağrı saklama</translation>
        </message>
        <message>
            <source>The disk is too full to write the history file anew, so deleted rows may still lie in its free parts: free as much space as the file takes, then delete the number once more.</source>
            <translation>Disk, geçmiş dosyasını yeniden yazmak için fazla dolu; silinen satırlar dosyanın boş bölümlerinde kalmış olabilir: dosyanın boyutu kadar yer açıp numarayı bir kez daha silin.</translation>
        </message>
        <message>
            <source>The history file could not be written anew, so deleted rows may still lie in its free parts: delete the number once more later.</source>
            <translation>Geçmiş dosyası yeniden yazılamadı; silinen satırlar dosyanın boş bölümlerinde kalmış olabilir: numarayı daha sonra bir kez daha silin.</translation>
        </message>
        <message>
            <source>The keyring could not keep the key of deleted numbers.</source>
            <translation>Anahtarlık, silinen numaraların anahtarını saklayamadı.</translation>
        </message>
        <message>
            <source>The keyring does not answer.</source>
            <translation>Anahtarlık yanıt vermiyor.</translation>
        </message>
        <message>
            <source>The keyring has lost the key of earlier deletions: numbers deleted then may come back, and must be deleted once more.</source>
            <translation>Anahtarlıkta önceki silmelerin anahtarı artık yok: o zaman silinen numaralar geri gelebilir ve bir kez daha silinmeleri gerekir.</translation>
        </message>
        <message>
            <source>The keyring no longer holds the key that keeps deleted numbers out, so no calls are stored. With a new key they are again, but numbers deleted before may come back and must be deleted once more.</source>
            <translation>Silinen numaraları dışarıda tutan anahtar artık anahtarlıkta yok; bu yüzden çağrılar saklanmıyor. Yeni bir anahtarla yeniden saklanırlar; ancak daha önce silinen numaralar geri gelebilir ve bir kez daha silinmeleri gerekir.</translation>
        </message>
        <message>
            <source>The keyring stayed locked.</source>
            <translation>Anahtarlık kilitli kaldı.</translation>
        </message>
        <message>
            <source>The log files could not be rewritten:</source>
            <translation>Günlük dosyaları yeniden yazılamadı:</translation>
        </message>
        <message>
            <source>The next import may bring it back.</source>
            <translation>Numara bir sonraki aktarımda geri gelebilir.</translation>
        </message>
        <message>
            <source>The number stands in a setting; only you can change that.</source>
            <translation>Numara bir ayarda geçiyor; bunu yalnızca siz değiştirebilirsiniz.</translation>
        </message>
        <message>
            <source>These files in the data folder still hold the number or cannot be read: {names}.</source>
            <translation>Veri klasöründeki şu dosyalarda numara hâlâ geçiyor ya da dosyalar okunamıyor: {names}.</translation>
        </message>
        <message>
            <source>This computer has no keyring, the only place for the key by which deleted numbers are known again. Set one up, such as GNOME Keyring or KWallet, then delete the number again.</source>
            <translation>Bu bilgisayarda, silinen numaraları yeniden tanımaya yarayan anahtarın saklanabileceği tek yer olan anahtarlık yok. GNOME Anahtarlığı ya da KWallet gibi bir anahtarlık kurun, ardından numarayı yeniden silin.</translation>
        </message>
        <message>
            <source>This is no number of a customer: an extension or a hidden number cannot be deleted.</source>
            <translation>Bu bir müşteri numarası değil: dahili ya da gizli numara silinemez.</translation>
        </message>
        <message>
            <source>This is your own PBX's number; it stands in every call.</source>
            <translation>Bu, kendi santralinizin numarası; her çağrıda geçer.</translation>
        </message>
        <message>
            <source>To go on, type the last two digits of the number:</source>
            <translation>Devam etmek için numaranın son iki rakamını yazın:</translation>
        </message>
    </context>
    <context>
        <name>Guide</name>
        <message>
            <source>Back</source>
            <translation>Geri</translation>
        </message>
        <message>
            <source>Contents</source>
            <translation>İçindekiler</translation>
        </message>
        <message>
            <source>Find in the guide</source>
            <translation>Kılavuzda bul</translation>
        </message>
        <message>
            <source>Find in the guide  (Ctrl+F)</source>
            <translation>Kılavuzda bul  (Ctrl+F)</translation>
        </message>
        <message>
            <source>Forward</source>
            <translation>İleri</translation>
        </message>
        <message>
            <source>Next</source>
            <translation>Sonraki</translation>
        </message>
        <message>
            <source>Not found</source>
            <translation>Bulunamadı</translation>
        </message>
        <message>
            <source>Previous</source>
            <translation>Önceki</translation>
        </message>
        <message>
            <source>Text of the guide</source>
            <translation>Kılavuz metni</translation>
        </message>
        <message>
            <source>The guide is missing from this installation. Install the program again to have it.</source>
            <translation>Kılavuz bu kurulumda eksik. Programı yeniden kurarsanız gelir.</translation>
        </message>
        <message>
            <source>The next place with these words</source>
            <translation>Bu sözcüklerin geçtiği sonraki yer</translation>
        </message>
        <message>
            <source>The place before with these words</source>
            <translation>Bu sözcüklerin geçtiği önceki yer</translation>
        </message>
        <message>
            <source>This link is not opened from here.</source>
            <translation>Bu bağlantı buradan açılmıyor.</translation>
        </message>
        <message>
            <source>User guide</source>
            <translation>Kullanım kılavuzu</translation>
        </message>
    </context>
    <context>
        <name>Keyring</name>
        <message>
            <source>The keyring could not keep or find the password.</source>
            <translation>Anahtarlık parolayı saklayamadı ya da bulamadı.</translation>
        </message>
        <message>
            <source>The keyring does not answer.</source>
            <translation>Anahtarlık yanıt vermiyor.</translation>
        </message>
        <message>
            <source>The keyring is asked for the password and has not answered yet. If it shows a window, answer that; without an answer the program asks you for the password itself.</source>
            <translation>Parola anahtarlıktan isteniyor, henüz yanıt gelmedi. Anahtarlık bir pencere gösteriyorsa onu yanıtlayın; yanıt gelmezse program parolayı size kendisi soracak.</translation>
        </message>
        <message>
            <source>The keyring is locked.</source>
            <translation>Anahtarlık kilitli.</translation>
        </message>
        <message>
            <source>The keyring stayed locked: its question was closed or could not be shown.</source>
            <translation>Anahtarlık kilitli kaldı: sorduğu soru kapatıldı ya da gösterilemedi.</translation>
        </message>
        <message>
            <source>The keyring that is set on this computer forgets everything it is given.</source>
            <translation>Bu bilgisayarda seçili olan anahtarlık kendisine verilen hiçbir şeyi saklamıyor.</translation>
        </message>
        <message>
            <source>The password is kept for this run only: the program will ask again at the next start.</source>
            <translation>Parola yalnızca bu çalışma için tutuluyor: program bir sonraki açılışta yeniden soracak.</translation>
        </message>
        <message>
            <source>The password is kept in the keyring of this computer.</source>
            <translation>Parola bu bilgisayarın anahtarlığında saklanıyor.</translation>
        </message>
        <message>
            <source>This computer has no keyring that can keep a password.</source>
            <translation>Bu bilgisayarda parola saklayabilecek bir anahtarlık yok.</translation>
        </message>
        <message>
            <source>To keep it: find the hidden window of the keyring, answer it and save again.</source>
            <translation>Saklamak için: anahtarlığın arkada kalmış penceresini bulup yanıtlayın ve yeniden kaydedin.</translation>
        </message>
        <message>
            <source>To keep it: mend what is named here; “supervisor-gui doctor” tells more.</source>
            <translation>Saklamak için: burada adı geçen sorunu giderin; “supervisor-gui doctor” daha fazlasını söyler.</translation>
        </message>
        <message>
            <source>To keep it: on Linux start GNOME Keyring or KWallet in this session, then the program.</source>
            <translation>Saklamak için: Linux’ta bu oturumda GNOME Anahtarlığı’nı ya da KWallet’ı, sonra programı başlatın.</translation>
        </message>
        <message>
            <source>To keep it: remove PYTHON_KEYRING_BACKEND or the choice in keyringrc.cfg, then start again.</source>
            <translation>Saklamak için: PYTHON_KEYRING_BACKEND değişkenini ya da keyringrc.cfg içindeki seçimi kaldırıp programı yeniden başlatın.</translation>
        </message>
        <message>
            <source>To keep it: start the program again and answer the keyring. It asks once in a run.</source>
            <translation>Saklamak için: programı yeniden başlatıp anahtarlığın sorusunu yanıtlayın. Her çalışmada bir kez sorar.</translation>
        </message>
        <message>
            <source>To keep it: unlock the keyring when it asks for its own password.</source>
            <translation>Saklamak için: anahtarlık kendi parolasını sorduğunda kilidini açın.</translation>
        </message>
        <message>
            <source>it gave back something else than it got</source>
            <translation>verilenden başka bir şey geri verdi</translation>
        </message>
        <message>
            <source>it still has the password</source>
            <translation>parola hâlâ orada duruyor</translation>
        </message>
        <message>
            <source>the password is empty or has a line break</source>
            <translation>parola boş ya da içinde satır sonu var</translation>
        </message>
        <message>
            <source>the password is longer than {n} characters</source>
            <translation>parola {n} karakterden uzun</translation>
        </message>
    </context>
    <context>
        <name>Keys</name>
        <message>
            <source>Auto-dial lists: {what}</source>
            <translation>Otomatik arama listeleri: {what}</translation>
        </message>
        <message>
            <source>Back: clears the filter, closes a menu or question</source>
            <translation>Geri: süzmeyi temizler, menüyü ya da soruyu kapatır</translation>
        </message>
        <message>
            <source>Call records: {what}</source>
            <translation>Çağrı kayıtları: {what}</translation>
        </message>
        <message>
            <source>In both: delete everything about this number</source>
            <translation>İkisinde de: bu numarayla ilgili her şeyi sil</translation>
        </message>
        <message>
            <source>In statistics, call records, missed callers and lists: what is shown as a file</source>
            <translation>İstatistikte, çağrı kayıtlarında, cevapsızlarda ve listelerde: görüneni dosya olarak kaydeder</translation>
        </message>
        <message>
            <source>In the list of breaks: the reason with that digit</source>
            <translation>Mola listesinde: o rakamdaki neden</translation>
        </message>
        <message>
            <source>In the statistics: the chart as a picture, the table as text</source>
            <translation>İstatistikte: grafiği resim, tabloyu metin olarak kopyalar</translation>
        </message>
        <message>
            <source>In the table: every agent shown</source>
            <translation>Tabloda: görünen bütün temsilciler</translation>
        </message>
        <message>
            <source>Keys</source>
            <translation>Kısayollar</translation>
        </message>
        <message>
            <source>Missed callers: {what}</source>
            <translation>Cevapsız arayanlar: {what}</translation>
        </message>
        <message>
            <source>Wallboard: {what}</source>
            <translation>Duvar panosu: {what}</translation>
        </message>
        <message>
            <source>a new list</source>
            <translation>yeni liste</translation>
        </message>
        <message>
            <source>back to the program, as with Esc</source>
            <translation>programa dön (Esc de aynısını yapar)</translation>
        </message>
        <message>
            <source>call the chosen one back</source>
            <translation>seçileni geri ara</translation>
        </message>
        <message>
            <source>call this number</source>
            <translation>bu numarayı ara</translation>
        </message>
        <message>
            <source>change the chosen number in its place</source>
            <translation>seçili numarayı yerinde değiştirir</translation>
        </message>
        <message>
            <source>copy the chosen rows as text</source>
            <translation>seçili satırları metin olarak kopyala</translation>
        </message>
        <message>
            <source>copy the number</source>
            <translation>numarayı kopyala</translation>
        </message>
        <message>
            <source>hear the recording</source>
            <translation>ses kaydını dinle</translation>
        </message>
        <message>
            <source>let the page stand still, or go on</source>
            <translation>sayfayı durdur veya sürdür</translation>
        </message>
        <message>
            <source>no call needed, or take that back</source>
            <translation>aramaya gerek yok, ya da bunu geri al</translation>
        </message>
        <message>
            <source>search among the numbers</source>
            <translation>numaralar arasında arar</translation>
        </message>
        <message>
            <source>search for a number or a name</source>
            <translation>numara ya da ad bul</translation>
        </message>
        <message>
            <source>search for a number, a name or a call id</source>
            <translation>numara, ad ya da çağrı kimliği süz</translation>
        </message>
        <message>
            <source>show the calls of this number</source>
            <translation>bu numaranın çağrılarını göster</translation>
        </message>
        <message>
            <source>start or stop the chosen list; call a number or not</source>
            <translation>seçili listeyi başlatır ya da durdurur; numarayı aktif ya da pasif yapar</translation>
        </message>
        <message>
            <source>take the chosen numbers out of the list</source>
            <translation>seçili numaraları listeden çıkarır</translation>
        </message>
        <message>
            <source>the next page; the left arrow: the one before</source>
            <translation>sonraki sayfa; sol ok: önceki</translation>
        </message>
        <message>
            <source>write a note</source>
            <translation>not yaz</translation>
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
        <name>LinkStrip</name>
        <message>
            <source>Call {number}?</source>
            <translation>{number} aransın mı?</translation>
        </message>
        <message>
            <source>Dial</source>
            <translation>Ara</translation>
        </message>
        <message>
            <source>Dial…</source>
            <translation>Ara…</translation>
        </message>
        <message>
            <source>Dismiss</source>
            <translation>Vazgeç</translation>
        </message>
        <message>
            <source>Put the link away</source>
            <translation>Gelen numarayı kaldır</translation>
        </message>
        <message>
            <source>This link cannot be called: {text}</source>
            <translation>Bu bağlantı aranamaz: {text}</translation>
        </message>
        <message>
            <source>profile {name}</source>
            <translation>profil {name}</translation>
        </message>
    </context>
    <context>
        <name>Links</name>
        <message>
            <source>Only links with a telephone number are taken.</source>
            <translation>Yalnızca telefon numarası içeren bağlantılar alınır.</translation>
        </message>
        <message>
            <source>The link holds no telephone number, or more than one.</source>
            <translation>Bağlantıda telefon numarası yok ya da birden fazla var.</translation>
        </message>
        <message>
            <source>The link is too long for a telephone number.</source>
            <translation>Bağlantı, telefon numarası için fazla uzun.</translation>
        </message>
        <message>
            <source>The link says more than a number; dial the number by hand.</source>
            <translation>Bağlantıda numaradan fazlası var; numarayı elle arayın.</translation>
        </message>
    </context>
    <context>
        <name>Messages</name>
        <message>
            <source>Close the message</source>
            <translation>İletiyi kapat</translation>
        </message>
        <message>
            <source>Details</source>
            <translation>Ayrıntılar</translation>
        </message>
        <message>
            <source>If it happens again, send the details to whoever looks after the program.</source>
            <translation>Yinelenirse ayrıntıları programla ilgilenen kişiye gönderin.</translation>
        </message>
        <message>
            <source>Something in the program went wrong. It goes on.</source>
            <translation>Programda bir hata oldu. Program çalışmayı sürdürüyor.</translation>
        </message>
    </context>
    <context>
        <name>Metrics</name>
        <message>
            <source>(Abandoned − abandoned within {short} s) ÷ (answered + abandoned − abandoned within {short} s). Waits that were not seen exactly widen the range.</source>
            <translation>(Terk edilen − {short} sn içinde terk edilen) ÷ (cevaplanan + terk edilen − {short} sn içinde terk edilen). Tam görülmeyen beklemeler aralığı genişletir.</translation>
        </message>
        <message>
            <source>Agents on break in every queue they belong to, without a call.</source>
            <translation>Bulundukları her kuyrukta molada olan ve görüşmesi olmayan temsilciler.</translation>
        </message>
        <message>
            <source>Answered within {threshold} s ÷ (all answered + abandoned after more than {short} s), of the calls that were seen waiting. Between two answers of the PBX a wait is known only as a range: the figure says from where to where it can lie.</source>
            <translation>{threshold} sn içinde cevaplanan ÷ (tüm cevaplananlar + {short} sn'den sonra terk edilen), beklerken görülen çağrılar üzerinden. Santralin iki yanıtı arasında bir bekleme yalnızca aralık olarak bilinir: sayı nereden nereye olabileceğini söyler.</translation>
        </message>
        <message>
            <source>Callers waiting now, withheld numbers included.</source>
            <translation>Şu anda bekleyen arayanlar, numarası gizli olanlar dahil.</translation>
        </message>
        <message>
            <source>Callers who left before an agent answered, since counting began.</source>
            <translation>Sayım başladığından beri temsilci açmadan ayrılan arayanlar.</translation>
        </message>
        <message>
            <source>Conversations that have ended since counting began; a call under way counts when it ends.</source>
            <translation>Sayım başladığından beri biten görüşmeler; süren bir görüşme bitince sayılır.</translation>
        </message>
        <message>
            <source>Phones in use; private calls count too. Each agent counts once.</source>
            <translation>Kullanımdaki telefonlar; özel görüşmeler de sayılır. Her temsilci bir kez sayılır.</translation>
        </message>
        <message>
            <source>Phones that are registered and idle, not on break in every queue. Each agent counts once.</source>
            <translation>Kayıtlı ve boştaki, her kuyrukta molada olmayan telefonlar. Her temsilci bir kez sayılır.</translation>
        </message>
        <message>
            <source>The PBX's own moving average over the last calls: the newest counts a quarter. Not a day's mean.</source>
            <translation>Santralin son çağrılar üzerinden kendi kayan ortalaması: en yenisi dörtte bir ağırlıktadır. Günün ortalaması değildir.</translation>
        </message>
        <message>
            <source>Time since the longest waiting caller entered the queue.</source>
            <translation>En uzun bekleyen arayanın kuyruğa girişinden bu yana geçen süre.</translation>
        </message>
    </context>
    <context>
        <name>Missed</name>
        <message numerus="yes">
            <source>%n missed call(s) without a number cannot be called back.</source>
            <translation>
                <numerusform>Numarası gizli %n cevapsız çağrı geri aranamaz.</numerusform>
            </translation>
        </message>
        <message>
            <source>By</source>
            <translation>Kim</translation>
        </message>
        <message>
            <source>Call records are known up to {time}.</source>
            <translation>Çağrı kayıtları {time} itibarıyla biliniyor.</translation>
        </message>
        <message numerus="yes">
            <source>Call records of %n day(s) of these have not come from the PBX yet.</source>
            <translation>
                <numerusform>Bu günlerden %n tanesinin çağrı kayıtları santralden henüz gelmedi.</numerusform>
            </translation>
        </message>
        <message>
            <source>Enter calls from your phone: say on the calls page which extension is yours.</source>
            <translation>Enter telefonunuzdan arar: çağrılar sayfasında dahilinizin hangisi olduğunu seçin.</translation>
        </message>
        <message>
            <source>First missed</source>
            <translation>İlk cevapsız</translation>
        </message>
        <message>
            <source>Last missed</source>
            <translation>Son cevapsız</translation>
        </message>
        <message>
            <source>Missed callers</source>
            <translation>Cevapsız arayanlar</translation>
        </message>
        <message>
            <source>Missed calls</source>
            <translation>Cevapsız</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Ad</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>Not</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>Numara</translation>
        </message>
        <message>
            <source>Only callers who are still to be called back: {shown} of {all}.</source>
            <translation>Yalnız geri aranacaklar: {all} arayan içinden {shown}.</translation>
        </message>
        <message>
            <source>Only callers who need no call any more: {shown} of {all}.</source>
            <translation>Yalnız artık aranması gerekmeyenler: {all} arayan içinden {shown}.</translation>
        </message>
        <message>
            <source>Open for</source>
            <translation>Açık kaldığı süre</translation>
        </message>
        <message>
            <source>Queue</source>
            <translation>Kuyruk</translation>
        </message>
        <message>
            <source>Settled</source>
            <translation>Kapandı</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Durum</translation>
        </message>
        <message>
            <source>Tried</source>
            <translation>Arandı</translation>
        </message>
        <message>
            <source>called again</source>
            <translation>kendisi aradı</translation>
        </message>
        <message>
            <source>callers</source>
            <translation>arayan</translation>
        </message>
        <message>
            <source>missed calls</source>
            <translation>cevapsız çağrı</translation>
        </message>
        <message>
            <source>no call needed</source>
            <translation>arama gerekmez</translation>
        </message>
        <message>
            <source>reached</source>
            <translation>ulaşıldı</translation>
        </message>
        <message>
            <source>settled</source>
            <translation>kapanan</translation>
        </message>
        <message>
            <source>still to be called back</source>
            <translation>geri aranacak</translation>
        </message>
        <message>
            <source>to call back</source>
            <translation>aranacak</translation>
        </message>
        <message>
            <source>tried</source>
            <translation>arandı, ulaşılamadı</translation>
        </message>
        <message>
            <source>{search}: {shown} of {all} callers.</source>
            <translation>{search}: {all} arayan içinden {shown}.</translation>
        </message>
    </context>
    <context>
        <name>MissedPage</name>
        <message numerus="yes">
            <source>%n call(s) with a withheld number cannot be called back.</source>
            <translation>
                <numerusform>Gizli numaradan gelen %n çağrı geri aranamaz.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n day(s) have not come from the PBX yet</source>
            <translation>
                <numerusform>%n gün daha santralden gelmedi</numerusform>
            </translation>
        </message>
        <message>
            <source>All</source>
            <translation>Tümü</translation>
        </message>
        <message>
            <source>Another caller came to this place just now: press Enter again to call.</source>
            <translation>Bu satıra az önce başka bir arayan geldi: aramak için Enter'a yeniden basın.</translation>
        </message>
        <message>
            <source>Any digits of a number, in any form. Any letters of a name, the directory's or the one the PBX tells.</source>
            <translation>Numaranın herhangi bir bölümü, istediğiniz biçimde. Rehberdeki ya da santralin bildirdiği adın herhangi bir bölümü.</translation>
        </message>
        <message>
            <source>Any letters of a name, the directory's or the one the PBX tells. Numbers are hidden on this seat, so they are not found by their digits.</source>
            <translation>Rehberdeki ya da santralin bildirdiği adın herhangi bir bölümü. Bu masada numaralar gizlidir, bu yüzden rakamlarıyla bulunmaz.</translation>
        </message>
        <message>
            <source>Ask again</source>
            <translation>Yeniden sor</translation>
        </message>
        <message>
            <source>Ask the PBX for the latest call records</source>
            <translation>Santralden en son çağrı kayıtlarını iste</translation>
        </message>
        <message>
            <source>Call after all</source>
            <translation>Yine de aranacak</translation>
        </message>
        <message>
            <source>Call back</source>
            <translation>Geri ara</translation>
        </message>
        <message>
            <source>Call records up to {time}</source>
            <translation>Çağrı kayıtları {time} itibarıyla</translation>
        </message>
        <message>
            <source>Call under way</source>
            <translation>Çağrı sürüyor</translation>
        </message>
        <message>
            <source>Called again</source>
            <translation>Yeniden aradı</translation>
        </message>
        <message>
            <source>Copy the number</source>
            <translation>Numarayı kopyala</translation>
        </message>
        <message>
            <source>Delete everything about this number…</source>
            <translation>Bu numarayla ilgili her şeyi sil…</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Kapananlar</translation>
        </message>
        <message>
            <source>Everybody has been called back.</source>
            <translation>Herkese geri dönüldü.</translation>
        </message>
        <message>
            <source>First missed call: {time}</source>
            <translation>İlk cevapsız çağrı: {time}</translation>
        </message>
        <message>
            <source>Found: {shown} of {all}</source>
            <translation>Bulunan: {shown} / {all}</translation>
        </message>
        <message>
            <source>Last 30 days</source>
            <translation>Son 30 gün</translation>
        </message>
        <message>
            <source>Last 7 days</source>
            <translation>Son 7 gün</translation>
        </message>
        <message>
            <source>Missed callers</source>
            <translation>Cevapsız arayanlar</translation>
        </message>
        <message>
            <source>Name  ( / )</source>
            <translation>Ad  ( / )</translation>
        </message>
        <message>
            <source>No call needed</source>
            <translation>Aramaya gerek yok</translation>
        </message>
        <message>
            <source>No call records yet: only calls that this program saw count.</source>
            <translation>Henüz çağrı kaydı yok: yalnızca bu programın gördüğü çağrılar sayılıyor.</translation>
        </message>
        <message>
            <source>No caller was missed in these days.</source>
            <translation>Bu günlerde cevapsız kalan arayan yok.</translation>
        </message>
        <message>
            <source>Nobody has been called back yet.</source>
            <translation>Henüz kimseye geri dönülmedi.</translation>
        </message>
        <message>
            <source>Nobody here fits what you typed.</source>
            <translation>Burada yazdığınıza uyan kimse yok.</translation>
        </message>
        <message>
            <source>Nobody is chosen</source>
            <translation>Kimse seçili değil</translation>
        </message>
        <message>
            <source>Not reached</source>
            <translation>Ulaşılamadı</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>Not</translation>
        </message>
        <message>
            <source>Note about the caller</source>
            <translation>Arayanla ilgili not</translation>
        </message>
        <message>
            <source>Note: Enter keeps it</source>
            <translation>Not: Enter kaydeder</translation>
        </message>
        <message>
            <source>Number or name  ( / )</source>
            <translation>Numara ya da ad  ( / )</translation>
        </message>
        <message>
            <source>Numbers are hidden: type a name</source>
            <translation>Numaralar gizli: ad yazın</translation>
        </message>
        <message>
            <source>Other days…</source>
            <translation>Diğer günler…</translation>
        </message>
        <message>
            <source>Reached</source>
            <translation>Ulaşıldı</translation>
        </message>
        <message>
            <source>Records</source>
            <translation>Kayıtlar</translation>
        </message>
        <message>
            <source>Search missed callers</source>
            <translation>Cevapsız arayanlarda bul</translation>
        </message>
        <message>
            <source>Search missed callers by name</source>
            <translation>Cevapsız arayanları ada göre bul</translation>
        </message>
        <message>
            <source>Search missed callers by number or name</source>
            <translation>Cevapsız arayanları numaraya ya da ada göre bul</translation>
        </message>
        <message>
            <source>Show the whole number</source>
            <translation>Numaranın tamamını göster</translation>
        </message>
        <message>
            <source>The number is on the clipboard.</source>
            <translation>Numara panoya kopyalandı.</translation>
        </message>
        <message>
            <source>To call back</source>
            <translation>Geri aranacak</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>Bugün</translation>
        </message>
        <message>
            <source>Tried last: {time}</source>
            <translation>Son deneme: {time}</translation>
        </message>
        <message numerus="yes">
            <source>Under “All” there are %n.</source>
            <translation>
                <numerusform>“Tümü” altında %n kişi var.</numerusform>
            </translation>
        </message>
        <message>
            <source>Working out who was missed…</source>
            <translation>Cevapsız arayanlar belirleniyor…</translation>
        </message>
        <message>
            <source>Yesterday</source>
            <translation>Dün</translation>
        </message>
        <message>
            <source>under 1 min</source>
            <translation>1 dk'dan az</translation>
        </message>
        <message>
            <source>{caller} needs no call: listed under “Done”, where the same key takes it back.</source>
            <translation>{caller} için aramaya gerek yok: “Kapananlar” altında, aynı tuş geri alır.</translation>
        </message>
        <message>
            <source>{d} d {h} h</source>
            <translation>{d} gün {h} sa</translation>
        </message>
        <message>
            <source>{h} h {m} min</source>
            <translation>{h} sa {m} dk</translation>
        </message>
        <message>
            <source>{m} min</source>
            <translation>{m} dk</translation>
        </message>
    </context>
    <context>
        <name>Month</name>
        <message>
            <source>April</source>
            <translation>Nisan</translation>
        </message>
        <message>
            <source>August</source>
            <translation>Ağustos</translation>
        </message>
        <message>
            <source>December</source>
            <translation>Aralık</translation>
        </message>
        <message>
            <source>February</source>
            <translation>Şubat</translation>
        </message>
        <message>
            <source>January</source>
            <translation>Ocak</translation>
        </message>
        <message>
            <source>July</source>
            <translation>Temmuz</translation>
        </message>
        <message>
            <source>June</source>
            <translation>Haziran</translation>
        </message>
        <message>
            <source>March</source>
            <translation>Mart</translation>
        </message>
        <message>
            <source>May</source>
            <translation>Mayıs</translation>
        </message>
        <message>
            <source>November</source>
            <translation>Kasım</translation>
        </message>
        <message>
            <source>October</source>
            <translation>Ekim</translation>
        </message>
        <message>
            <source>September</source>
            <translation>Eylül</translation>
        </message>
    </context>
    <context>
        <name>Names</name>
        <message numerus="yes">
            <source>%n name(s) taken from the file</source>
            <translation>
                <numerusform>Dosyadan %n ad alındı</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n number(s) of the file were deleted for good and left out</source>
            <translation>
                <numerusform>Dosyadaki %n numara kalıcı olarak silinmişti, alınmadı</numerusform>
            </translation>
        </message>
        <message>
            <source>Extension</source>
            <translation>Dahili</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Ad</translation>
        </message>
        <message>
            <source>Names (CSV)</source>
            <translation>Adlar (CSV)</translation>
        </message>
        <message>
            <source>Names written to {file}</source>
            <translation>Adlar yazıldı: {file}</translation>
        </message>
        <message>
            <source>Team</source>
            <translation>Ekip</translation>
        </message>
        <message>
            <source>The file cannot be used: {file}</source>
            <translation>Dosya kullanılamıyor: {file}</translation>
        </message>
        <message>
            <source>no extension in digits</source>
            <translation>rakamlardan oluşan bir dahili yok</translation>
        </message>
        <message>
            <source>no name</source>
            <translation>ad yok</translation>
        </message>
        <message>
            <source>this extension came before</source>
            <translation>bu dahili daha önce geçti</translation>
        </message>
        <message>
            <source>too long</source>
            <translation>çok uzun</translation>
        </message>
        <message>
            <source>unreadable quotes</source>
            <translation>tırnaklar okunamıyor</translation>
        </message>
    </context>
    <context>
        <name>Numbers</name>
        <message>
            <source>0850 line</source>
            <translation>0850’li hat</translation>
        </message>
        <message>
            <source>444 line</source>
            <translation>444’lü hat</translation>
        </message>
        <message>
            <source>A number has no letters. Choose the name from the list, or type the digits alone.</source>
            <translation>Numarada harf olmaz. Adı listeden seçin ya da yalnızca rakamları yazın.</translation>
        </message>
        <message>
            <source>An extension stands behind the number. Take it away, and enter it on the phone once the call is answered.</source>
            <translation>Numaranın ardında bir dahili var. Dahiliyi silip arayın, çağrı açılınca telefondan tuşlayın.</translation>
        </message>
        <message>
            <source>No extension with this number is known. Add it to the directory, or type a whole number.</source>
            <translation>Bu numarada bilinen bir dahili yok. Rehbere ekleyin ya da numaranın tamamını yazın.</translation>
        </message>
        <message>
            <source>The number is too long. Take away what is too much; begin a number abroad with + or 00.</source>
            <translation>Numara fazla uzun. Fazla rakamları silin; yurt dışı numarasını + ya da 00 ile başlatın.</translation>
        </message>
        <message>
            <source>The number is too short. Type it with its area code, as in 0312 111 00 00.</source>
            <translation>Numara eksik. Alan koduyla yazın, örneğin 0312 111 00 00.</translation>
        </message>
        <message>
            <source>There is more than a number in this. Type the number alone.</source>
            <translation>İçinde numaradan fazlası var. Yalnızca numarayı yazın.</translation>
        </message>
        <message>
            <source>There is more than one number. Leave the one to be called.</source>
            <translation>Birden çok numara var. Yalnızca aranacak olanı bırakın.</translation>
        </message>
        <message>
            <source>There is no such number. Check its digits.</source>
            <translation>Böyle bir numara yok. Rakamları denetleyin.</translation>
        </message>
        <message>
            <source>Type a number, an extension or a name.</source>
            <translation>Numara, dahili ya da ad yazın.</translation>
        </message>
        <message>
            <source>abroad</source>
            <translation>yurt dışı</translation>
        </message>
        <message>
            <source>charged number</source>
            <translation>ücretli numara</translation>
        </message>
        <message>
            <source>dials {number}</source>
            <translation>aranacak: {number}</translation>
        </message>
        <message>
            <source>extension</source>
            <translation>dahili</translation>
        </message>
        <message>
            <source>landline</source>
            <translation>sabit hat</translation>
        </message>
        <message>
            <source>mobile</source>
            <translation>cep</translation>
        </message>
        <message>
            <source>rings extension {number}</source>
            <translation>{number} dahilisi çalacak</translation>
        </message>
        <message>
            <source>service number</source>
            <translation>servis numarası</translation>
        </message>
        <message>
            <source>toll-free</source>
            <translation>ücretsiz</translation>
        </message>
    </context>
    <context>
        <name>Password</name>
        <message>
            <source>It was refused three times within an hour. Nothing more is sent until you act here.</source>
            <translation>Bir saat içinde üç kez reddedildi. Siz burada bir şey yapana dek santrale hiçbir şey gönderilmeyecek.</translation>
        </message>
        <message>
            <source>Later</source>
            <translation>Sonra</translation>
        </message>
        <message>
            <source>New password</source>
            <translation>Yeni parola</translation>
        </message>
        <message>
            <source>New password for {account}</source>
            <translation>{account} için yeni parola</translation>
        </message>
        <message>
            <source>The PBX refused the password of {account}; queries have stopped</source>
            <translation>Santral {account} hesabının parolasını reddetti; sorgular durdu</translation>
        </message>
        <message>
            <source>Try the old one again</source>
            <translation>Eskisini yeniden dene</translation>
        </message>
        <message>
            <source>Use this password</source>
            <translation>Bu parolayı kullan</translation>
        </message>
    </context>
    <context>
        <name>Policy</name>
        <message>
            <source>Ask your administrator to put it right, then start the program again.</source>
            <translation>Yöneticinize düzelttirin, sonra programı yeniden başlatın.</translation>
        </message>
        <message>
            <source>Line {line} is neither [section] nor key = value.</source>
            <translation>{line}. satır ne [bölüm] ne de anahtar = değer.</translation>
        </message>
        <message>
            <source>Line {line}: the value of “{where}” cannot be used.</source>
            <translation>{line}. satır: “{where}” anahtarının değeri kullanılamıyor.</translation>
        </message>
        <message>
            <source>Line {line}: there is no key “{where}” here.</source>
            <translation>{line}. satır: burada “{where}” diye bir anahtar yok.</translation>
        </message>
        <message>
            <source>Line {line}: there is no section “{where}”.</source>
            <translation>{line}. satır: “{where}” diye bir bölüm yok.</translation>
        </message>
        <message>
            <source>Line {line}: “{where}” stands there a second time.</source>
            <translation>{line}. satır: “{where}” ikinci kez yazılmış.</translation>
        </message>
        <message>
            <source>Others than administrators can change the file or its folder.</source>
            <translation>Dosyayı ya da klasörünü yöneticilerden başkaları da değiştirebiliyor.</translation>
        </message>
        <message>
            <source>Set by your administrator.</source>
            <translation>Yöneticiniz belirledi.</translation>
        </message>
        <message>
            <source>Set by your administrator: {names}.</source>
            <translation>Yöneticiniz belirledi: {names}.</translation>
        </message>
        <message>
            <source>Something else than a file is in its place.</source>
            <translation>Dosyanın yerinde dosya olmayan bir şey var.</translation>
        </message>
        <message>
            <source>The administrator's settings cannot be used, so this program only lets you look.</source>
            <translation>Yöneticinin ayarları kullanılamıyor; bu yüzden program yalnızca bakmanıza izin veriyor.</translation>
        </message>
        <message>
            <source>The file cannot be opened.</source>
            <translation>Dosya açılamıyor.</translation>
        </message>
        <message>
            <source>The file is larger than 64 KiB.</source>
            <translation>Dosya 64 KiB'den büyük.</translation>
        </message>
        <message>
            <source>The file is not text in UTF-8.</source>
            <translation>Dosya UTF-8 metin değil.</translation>
        </message>
        <message>
            <source>This seat may not do that: your administrator has switched it off.</source>
            <translation>Bu masanın buna yetkisi yok: yöneticiniz kapattı.</translation>
        </message>
        <message>
            <source>Your administrator does not allow exports on this computer.</source>
            <translation>Yöneticiniz bu bilgisayarda dışa aktarmaya izin vermiyor.</translation>
        </message>
        <message>
            <source>Your administrator has set the connection of this computer; not used: {arguments}.</source>
            <translation>Bu bilgisayarın bağlantısını yöneticiniz belirlemiş; kullanılmayan: {arguments}.</translation>
        </message>
    </context>
    <context>
        <name>Profiles</name>
        <message>
            <source>Change…</source>
            <translation>Değiştir…</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Kapat</translation>
        </message>
        <message>
            <source>Forget it</source>
            <translation>Unut</translation>
        </message>
        <message>
            <source>Forget “{name}”? Its password is removed from the keyring and its settings are lost. What was recorded stays.</source>
            <translation>“{name}” unutulsun mu? Parolası anahtarlıktan silinir, ayarları kaybolur. Kaydedilmiş geçmiş kalır.</translation>
        </message>
        <message>
            <source>Forget…</source>
            <translation>Unut…</translation>
        </message>
        <message>
            <source>Keep it</source>
            <translation>Kalsın</translation>
        </message>
        <message>
            <source>New…</source>
            <translation>Yeni…</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Aç</translation>
        </message>
        <message>
            <source>Profiles</source>
            <translation>Profiller</translation>
        </message>
        <message>
            <source>encrypted</source>
            <translation>şifreli</translation>
        </message>
        <message>
            <source>not connected yet</source>
            <translation>henüz bağlanmadı</translation>
        </message>
        <message>
            <source>not encrypted, agreed</source>
            <translation>şifresiz, onaylı</translation>
        </message>
        <message>
            <source>open now</source>
            <translation>şu an açık</translation>
        </message>
        <message>
            <source>“{name}” is forgotten.</source>
            <translation>“{name}” unutuldu.</translation>
        </message>
    </context>
    <context>
        <name>QShortcut</name>
        <message>
            <source>Ctrl</source>
            <translation>Ctrl</translation>
        </message>
        <message>
            <source>Enter</source>
            <translation>Enter</translation>
        </message>
        <message>
            <source>Esc</source>
            <translation>Esc</translation>
        </message>
        <message>
            <source>Return</source>
            <translation>Enter</translation>
        </message>
        <message>
            <source>Shift</source>
            <translation>Shift</translation>
        </message>
    </context>
    <context>
        <name>Recordings</name>
        <message>
            <source>Asking the PBX for the recording…</source>
            <translation>Ses kaydı santralden isteniyor…</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Vazgeç</translation>
        </message>
        <message>
            <source>Cancel the recording</source>
            <translation>Ses kaydını almaktan vazgeç</translation>
        </message>
        <message>
            <source>Hide this line</source>
            <translation>Bu satırı gizle</translation>
        </message>
        <message>
            <source>Install a player, or save the recording and open it yourself.</source>
            <translation>Bir oynatıcı kurun ya da kaydı kaydedip kendiniz açın.</translation>
        </message>
        <message numerus="yes">
            <source>It stays in this folder for %n day(s).</source>
            <translation>
                <numerusform>Bu klasörde %n gün kalır.</numerusform>
            </translation>
        </message>
        <message>
            <source>No program of this computer opens the recording</source>
            <translation>Bu bilgisayardaki hiçbir program ses kaydını açmıyor</translation>
        </message>
        <message>
            <source>Open the folder</source>
            <translation>Klasörü aç</translation>
        </message>
        <message>
            <source>Open the folder of the saved recording</source>
            <translation>Kaydedilen ses dosyasının klasörünü aç</translation>
        </message>
        <message>
            <source>Recordings (*.wav *.mp3)</source>
            <translation>Ses kayıtları (*.wav *.mp3)</translation>
        </message>
        <message>
            <source>Save the recording</source>
            <translation>Ses kaydını kaydet</translation>
        </message>
        <message>
            <source>Saved: {file}</source>
            <translation>Kaydedildi: {file}</translation>
        </message>
        <message>
            <source>The recording is coming: {size}</source>
            <translation>Ses kaydı alınıyor: {size}</translation>
        </message>
        <message>
            <source>The recording was not fetched.</source>
            <translation>Ses kaydı alınmadı.</translation>
        </message>
        <message>
            <source>This computer was asked to open the recording.</source>
            <translation>Bu bilgisayardan kaydı açması istendi.</translation>
        </message>
        <message>
            <source>{n} MB</source>
            <translation>{n} MB</translation>
        </message>
        <message>
            <source>{n} kB</source>
            <translation>{n} kB</translation>
        </message>
    </context>
    <context>
        <name>Records</name>
        <message>
            <source>Agent</source>
            <translation>Temsilci</translation>
        </message>
        <message>
            <source>Asking the PBX for this call…</source>
            <translation>Çağrı santrale soruluyor…</translation>
        </message>
        <message>
            <source>At least {what}</source>
            <translation>En az {what}</translation>
        </message>
        <message>
            <source>At most {what}</source>
            <translation>En çok {what}</translation>
        </message>
        <message>
            <source>Call id</source>
            <translation>Çağrı kimliği</translation>
        </message>
        <message>
            <source>Call records</source>
            <translation>Çağrı kayıtları</translation>
        </message>
        <message>
            <source>Certain names</source>
            <translation>Belirli adlar</translation>
        </message>
        <message>
            <source>Direction</source>
            <translation>Yön</translation>
        </message>
        <message>
            <source>Duration</source>
            <translation>Süre</translation>
        </message>
        <message>
            <source>Extension</source>
            <translation>Dahili</translation>
        </message>
        <message>
            <source>Extension {what}</source>
            <translation>Dahili {what}</translation>
        </message>
        <message>
            <source>Line</source>
            <translation>Hat</translation>
        </message>
        <message>
            <source>Line {what}</source>
            <translation>Hat {what}</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Ad</translation>
        </message>
        <message>
            <source>Name with {what}</source>
            <translation>Adında {what} geçen</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>Numara</translation>
        </message>
        <message>
            <source>Number with {what}</source>
            <translation>Numarada {what}</translation>
        </message>
        <message>
            <source>Only the newest {count} calls are in this file.</source>
            <translation>Bu dosyada yalnızca en yeni {count} çağrı var.</translation>
        </message>
        <message>
            <source>Only with a recording</source>
            <translation>Yalnızca ses kaydı olanlar</translation>
        </message>
        <message>
            <source>Queue</source>
            <translation>Kuyruk</translation>
        </message>
        <message>
            <source>Queue {what}</source>
            <translation>Kuyruk {what}</translation>
        </message>
        <message>
            <source>Recording</source>
            <translation>Ses kaydı</translation>
        </message>
        <message numerus="yes">
            <source>The calls of %n day(s) are not kept here.</source>
            <translation>
                <numerusform>%n günün çağrıları burada yok.</numerusform>
            </translation>
        </message>
        <message>
            <source>The newest day can still change: as of {time}.</source>
            <translation>Son gün henüz değişebilir: {time} itibarıyla.</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>Zaman</translation>
        </message>
        <message>
            <source>calls</source>
            <translation>çağrı</translation>
        </message>
        <message>
            <source>incoming</source>
            <translation>gelen</translation>
        </message>
        <message>
            <source>incoming, missed</source>
            <translation>gelen, cevapsız</translation>
        </message>
        <message>
            <source>incoming, taken</source>
            <translation>gelen, cevaplanan</translation>
        </message>
        <message>
            <source>internal</source>
            <translation>dahili</translation>
        </message>
        <message>
            <source>internal, not taken</source>
            <translation>dahili, cevapsız</translation>
        </message>
        <message>
            <source>missed</source>
            <translation>cevapsız</translation>
        </message>
        <message>
            <source>not reached</source>
            <translation>ulaşılamadı</translation>
        </message>
        <message>
            <source>other</source>
            <translation>diğer</translation>
        </message>
        <message>
            <source>outgoing</source>
            <translation>giden</translation>
        </message>
        <message>
            <source>outgoing, not reached</source>
            <translation>giden, ulaşılamayan</translation>
        </message>
        <message>
            <source>outgoing, reached</source>
            <translation>giden, ulaşılan</translation>
        </message>
        <message>
            <source>talk time</source>
            <translation>konuşma süresi</translation>
        </message>
        <message>
            <source>yes</source>
            <translation>var</translation>
        </message>
    </context>
    <context>
        <name>RecordsPage</name>
        <message numerus="yes">
            <source>%n call(s)</source>
            <translation>
                <numerusform>%n çağrı</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n day(s) of these have not come from the PBX yet.</source>
            <translation>
                <numerusform>Bu günlerden %n tanesi santralden henüz gelmedi.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n row(s) on the clipboard.</source>
            <translation>
                <numerusform>%n satır panoya kopyalandı.</numerusform>
            </translation>
        </message>
        <message>
            <source>30 days</source>
            <translation>30 gün</translation>
        </message>
        <message>
            <source>7 days</source>
            <translation>7 gün</translation>
        </message>
        <message>
            <source>A call found by its id is not exported: clear the search first.</source>
            <translation>Kimliğiyle bulunan çağrı dışa aktarılmaz: önce aramayı temizleyin.</translation>
        </message>
        <message>
            <source>All extensions</source>
            <translation>Tüm dahililer</translation>
        </message>
        <message>
            <source>All kept</source>
            <translation>Tüm kayıtlar</translation>
        </message>
        <message>
            <source>All lines</source>
            <translation>Tüm hatlar</translation>
        </message>
        <message>
            <source>All queues</source>
            <translation>Tüm kuyruklar</translation>
        </message>
        <message>
            <source>Any digits of a number, in any form. Any letters of a name, the directory's or the one the PBX tells. Enter looks a call id up, also at the PBX.</source>
            <translation>Numaranın herhangi bir bölümü, istediğiniz biçimde. Rehberdeki ya da santralin bildirdiği adın herhangi bir bölümü. Çağrı kimliğinde Enter, kaydı gerekirse santralden sorar.</translation>
        </message>
        <message>
            <source>Any length</source>
            <translation>Süre fark etmez</translation>
        </message>
        <message>
            <source>Any letters of a name, the directory's or the one the PBX tells; a whole extension. Numbers are hidden on this seat, so they are not found by their digits. Enter looks a call id up, also at the PBX.</source>
            <translation>Rehberdeki ya da santralin bildirdiği adın herhangi bir bölümü; dahilinin tamamı. Bu masada numaralar gizlidir, bu yüzden rakamlarıyla bulunmaz. Çağrı kimliğinde Enter, kaydı gerekirse santralden sorar.</translation>
        </message>
        <message>
            <source>At least</source>
            <translation>En az</translation>
        </message>
        <message>
            <source>At most</source>
            <translation>En çok</translation>
        </message>
        <message>
            <source>Call back</source>
            <translation>Geri ara</translation>
        </message>
        <message>
            <source>Call id {id}</source>
            <translation>Çağrı kimliği {id}</translation>
        </message>
        <message>
            <source>Call records</source>
            <translation>Çağrı kayıtları</translation>
        </message>
        <message>
            <source>Calls of this number</source>
            <translation>Bu numaranın çağrıları</translation>
        </message>
        <message>
            <source>Calls that ended up to {time} are here.</source>
            <translation>Saat {time} itibarıyla bitmiş çağrılar burada.</translation>
        </message>
        <message>
            <source>Choose a call to see its parts</source>
            <translation>Bölümlerini görmek için bir çağrı seçin</translation>
        </message>
        <message>
            <source>Clear filters</source>
            <translation>Süzgeci temizle</translation>
        </message>
        <message>
            <source>Copy call id</source>
            <translation>Çağrı kimliğini kopyala</translation>
        </message>
        <message>
            <source>Copy number</source>
            <translation>Numarayı kopyala</translation>
        </message>
        <message>
            <source>Copy rows</source>
            <translation>Satırları kopyala</translation>
        </message>
        <message>
            <source>Delete everything about this number…</source>
            <translation>Bu numarayla ilgili her şeyi sil…</translation>
        </message>
        <message>
            <source>Direction</source>
            <translation>Yön</translation>
        </message>
        <message>
            <source>Enter looks this call id up</source>
            <translation>Bu çağrı kimliğini bulmak için Enter</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>Dışa aktar</translation>
        </message>
        <message>
            <source>Extension</source>
            <translation>Dahili</translation>
        </message>
        <message>
            <source>From 1 min on</source>
            <translation>1 dk ve üzeri</translation>
        </message>
        <message>
            <source>From 5 min on</source>
            <translation>5 dk ve üzeri</translation>
        </message>
        <message>
            <source>Incoming</source>
            <translation>Gelen</translation>
        </message>
        <message>
            <source>Internal</source>
            <translation>Dahili</translation>
        </message>
        <message>
            <source>Internal, missed</source>
            <translation>Dahili, cevapsız</translation>
        </message>
        <message>
            <source>Length</source>
            <translation>Süre</translation>
        </message>
        <message>
            <source>Length of the call</source>
            <translation>Çağrının süresi</translation>
        </message>
        <message>
            <source>Line</source>
            <translation>Hat</translation>
        </message>
        <message>
            <source>Listen</source>
            <translation>Dinle</translation>
        </message>
        <message>
            <source>Listen to the leg {ends}</source>
            <translation>Bölümü dinle: {ends}</translation>
        </message>
        <message>
            <source>Listen to the recording (Space)</source>
            <translation>Ses kaydını dinle (Boşluk)</translation>
        </message>
        <message>
            <source>Missed</source>
            <translation>Cevapsız</translation>
        </message>
        <message>
            <source>Name with {what}</source>
            <translation>Adında {what} geçen</translation>
        </message>
        <message>
            <source>Name, extension or call id  ( / )</source>
            <translation>Ad, dahili ya da çağrı kimliği  ( / )</translation>
        </message>
        <message>
            <source>No call has this id, neither among those kept nor at the PBX. Check that the whole id was entered.</source>
            <translation>Bu kimlikte bir çağrı ne kayıtlarda ne de santralde var. Kimliğin tamamının girildiğini denetleyin.</translation>
        </message>
        <message>
            <source>No call of these days fits.</source>
            <translation>Bu günlerde süzgece uyan çağrı yok.</translation>
        </message>
        <message numerus="yes">
            <source>No call so far: %n day(s) have not come from the PBX yet.</source>
            <translation>
                <numerusform>Şimdilik çağrı yok: %n gün santralden henüz gelmedi.</numerusform>
            </translation>
        </message>
        <message>
            <source>Not reached</source>
            <translation>Ulaşılamayan</translation>
        </message>
        <message>
            <source>Number withheld</source>
            <translation>Numara gizli</translation>
        </message>
        <message>
            <source>Number {what}</source>
            <translation>Numara {what}</translation>
        </message>
        <message>
            <source>Number, name or call id  ( / )</source>
            <translation>Numara, ad ya da çağrı kimliği  ( / )</translation>
        </message>
        <message>
            <source>Numbers are hidden on this seat, so calls are not found by their digits</source>
            <translation>Bu masada numaralar gizli olduğundan çağrılar rakamla aranmaz</translation>
        </message>
        <message>
            <source>Only calls with a recording</source>
            <translation>Yalnızca ses kaydı olan çağrılar</translation>
        </message>
        <message>
            <source>Other</source>
            <translation>Diğer</translation>
        </message>
        <message>
            <source>Other days…</source>
            <translation>Diğer günler…</translation>
        </message>
        <message>
            <source>Outgoing</source>
            <translation>Giden</translation>
        </message>
        <message>
            <source>Queue</source>
            <translation>Kuyruk</translation>
        </message>
        <message>
            <source>Recording</source>
            <translation>Ses kaydı</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Kaydet</translation>
        </message>
        <message>
            <source>Save the recording</source>
            <translation>Ses kaydını kaydet</translation>
        </message>
        <message>
            <source>Save the recording of {ends}</source>
            <translation>Bölümün ses kaydını kaydet: {ends}</translation>
        </message>
        <message>
            <source>Save the recording…</source>
            <translation>Ses kaydını kaydet…</translation>
        </message>
        <message>
            <source>Search all days kept</source>
            <translation>Tüm kayıtlarda bul</translation>
        </message>
        <message>
            <source>Search calls</source>
            <translation>Çağrıları süz</translation>
        </message>
        <message>
            <source>Search calls by name, extension or call id</source>
            <translation>Çağrıları ad, dahili ya da çağrı kimliğiyle bul</translation>
        </message>
        <message>
            <source>Search calls by number, name or call id</source>
            <translation>Çağrıları numara, ad ya da çağrı kimliğiyle bul</translation>
        </message>
        <message>
            <source>Show the whole number</source>
            <translation>Numaranın tamamını göster</translation>
        </message>
        <message>
            <source>Such as 90, 2 min, 1 h 30 min or 1:30</source>
            <translation>Örneğin 90, 2 dk, 1 sa 30 dk ya da 1:30</translation>
        </message>
        <message>
            <source>The call id is on the clipboard.</source>
            <translation>Çağrı kimliği panoya kopyalandı.</translation>
        </message>
        <message>
            <source>The chosen call</source>
            <translation>Seçili çağrı</translation>
        </message>
        <message>
            <source>The number is on the clipboard.</source>
            <translation>Numara panoya kopyalandı.</translation>
        </message>
        <message>
            <source>There were no calls in these days.</source>
            <translation>Bu günlerde çağrı olmadı.</translation>
        </message>
        <message>
            <source>This call has no recording.</source>
            <translation>Bu çağrının ses kaydı yok.</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>Bugün</translation>
        </message>
        <message>
            <source>Up to 10 s</source>
            <translation>10 sn'ye kadar</translation>
        </message>
        <message>
            <source>Yesterday</source>
            <translation>Dün</translation>
        </message>
        <message>
            <source>any</source>
            <translation>fark etmez</translation>
        </message>
        <message>
            <source>call id {id}</source>
            <translation>çağrı kimliği {id}</translation>
        </message>
        <message>
            <source>counting…</source>
            <translation>sayılıyor…</translation>
        </message>
        <message>
            <source>line {line}</source>
            <translation>hat {line}</translation>
        </message>
        <message>
            <source>queue {queue}</source>
            <translation>kuyruk {queue}</translation>
        </message>
        <message>
            <source>{n} directions</source>
            <translation>{n} yön</translation>
        </message>
        <message>
            <source>{n} h</source>
            <translation>{n} sa</translation>
        </message>
        <message>
            <source>{n} min</source>
            <translation>{n} dk</translation>
        </message>
        <message>
            <source>{n} s</source>
            <translation>{n} sn</translation>
        </message>
        <message>
            <source>“{text}” is no length. Write seconds, or such as 2 min, 1 h 30 min, 1:30.</source>
            <translation>“{text}” bir süre olarak okunamadı. Saniye yazın ya da örneğin 2 dk, 1 sa 30 dk, 1:30.</translation>
        </message>
    </context>
    <context>
        <name>Retention</name>
        <message>
            <source>This computer keeps call records, lists and actions for {records} days, the course of the queues for {samples} days and saved recordings for {recordings} days; counted statistics stay.</source>
            <translation>Bu bilgisayarda çağrı kayıtları, listeler ve yapılan işlemler {records} gün, kuyrukların gidişatı {samples} gün, kaydedilen ses kayıtları {recordings} gün saklanır; sayılmış istatistikler kalır.</translation>
        </message>
    </context>
    <context>
        <name>Settings</name>
        <message>
            <source>3 – ask Netgsm</source>
            <translation>3 – Netgsm'e danışın</translation>
        </message>
        <message>
            <source>4 – ask Netgsm</source>
            <translation>4 – Netgsm'e danışın</translation>
        </message>
        <message>
            <source>6 – ask Netgsm</source>
            <translation>6 – Netgsm'e danışın</translation>
        </message>
        <message>
            <source>A PEM file, for networks whose firewall opens encrypted connections. Certificates stay checked.</source>
            <translation>Güvenlik duvarı şifreli bağlantıları açan ağlar için bir PEM dosyası. Sertifikalar yine denetlenir.</translation>
        </message>
        <message>
            <source>A limit turns off after</source>
            <translation>Sınır uyarısı şu süreden sonra biter</translation>
        </message>
        <message>
            <source>A limit turns on after</source>
            <translation>Sınır uyarısı şu süreden sonra başlar</translation>
        </message>
        <message>
            <source>A name of 1 to {most} letters.</source>
            <translation>1 ile {most} harf arasında bir ad olmalı.</translation>
        </message>
        <message>
            <source>A name stands there twice.</source>
            <translation>Aynı ad iki kez yazılmış.</translation>
        </message>
        <message>
            <source>A proxy that wants a password cannot be used: passwords are not kept here.</source>
            <translation>Parola isteyen vekil sunucu kullanılamaz: burada parola saklanmaz.</translation>
        </message>
        <message>
            <source>A proxy's address looks like http://proxy.example:8080.</source>
            <translation>Vekil sunucu adresi http://proxy.example:8080 biçiminde olmalı.</translation>
        </message>
        <message>
            <source>A time of day such as 08:00.</source>
            <translation>08:00 gibi bir saat girin.</translation>
        </message>
        <message>
            <source>A whole number from {low} to {high}.</source>
            <translation>{low} ile {high} arasında bir tam sayı olmalı.</translation>
        </message>
        <message>
            <source>API address</source>
            <translation>API adresi</translation>
        </message>
        <message>
            <source>Add a reason</source>
            <translation>Neden ekle</translation>
        </message>
        <message>
            <source>Add the queue</source>
            <translation>Kuyruğu ekle</translation>
        </message>
        <message>
            <source>Agents are shown as</source>
            <translation>Temsilcilerin görünümü</translation>
        </message>
        <message>
            <source>All files (*)</source>
            <translation>Tüm dosyalar (*)</translation>
        </message>
        <message>
            <source>All other queues follow the figures above.</source>
            <translation>Öteki kuyruklar yukarıdaki değerlere uyar.</translation>
        </message>
        <message>
            <source>Amber (min)</source>
            <translation>Sarı (dk)</translation>
        </message>
        <message>
            <source>An address begins with https:// and names a host.</source>
            <translation>Adres https:// ile başlamalı ve bir sunucu adı içermeli.</translation>
        </message>
        <message>
            <source>An address begins with https://, names a host and holds {place} after it.</source>
            <translation>Adres https:// ile başlar, bir sunucu adı ve ardından {place} içerir.</translation>
        </message>
        <message>
            <source>An address with http:// is not encrypted and is used only if you agree.</source>
            <translation>http:// ile başlayan adres şifreli değildir, yalnızca siz onaylarsanız kullanılır.</translation>
        </message>
        <message>
            <source>An agent's seat does not query the queues by itself.</source>
            <translation>Temsilci masası kuyrukları kendiliğinden sorgulamaz.</translation>
        </message>
        <message>
            <source>An attended transfer is possible only when the customer rang first.</source>
            <translation>Danışarak aktarma yalnızca önce müşteri arandıysa yapılabilir.</translation>
        </message>
        <message>
            <source>Another profile has that name.</source>
            <translation>Başka bir profilin adı bu.</translation>
        </message>
        <message>
            <source>Any other reason, amber after</source>
            <translation>Başka bir neden, sarı</translation>
        </message>
        <message>
            <source>Any other reason, red after</source>
            <translation>Başka bir neden, kırmızı</translation>
        </message>
        <message>
            <source>Appearance</source>
            <translation>Görünüm</translation>
        </message>
        <message>
            <source>As the system</source>
            <translation>Sistemdeki gibi</translation>
        </message>
        <message>
            <source>Ask Netgsm before you choose more than 2. When the PBX complains it is 2 again for an hour.</source>
            <translation>2'den fazlasını seçmeden önce Netgsm'e danışın. Santral sınırı aştığınızı söylerse bir saat boyunca yeniden 2 olur.</translation>
        </message>
        <message>
            <source>Ask before a list starts with more than</source>
            <translation>Şundan çok numarayla başlarken sor</translation>
        </message>
        <message>
            <source>Auto-dial lists</source>
            <translation>Otomatik arama listeleri</translation>
        </message>
        <message>
            <source>Back to the default</source>
            <translation>Varsayılana dön</translation>
        </message>
        <message>
            <source>Beep when a limit turns red</source>
            <translation>Bir sınır kırmızıya dönünce sesle uyar</translation>
        </message>
        <message>
            <source>Board</source>
            <translation>Pano</translation>
        </message>
        <message>
            <source>Breaks</source>
            <translation>Molalar</translation>
        </message>
        <message>
            <source>Broken limits and long waits first</source>
            <translation>Önce aşılan sınırlar ve uzun bekleyişler</translation>
        </message>
        <message>
            <source>By name, always in the same place</source>
            <translation>Ada göre, hep aynı yerde</translation>
        </message>
        <message>
            <source>Call records, lists and what was done</source>
            <translation>Çağrı kayıtları, listeler ve yapılan işlemler</translation>
        </message>
        <message>
            <source>Callers to call back, beside the clock.</source>
            <translation>Geri aranacaklar, saatin yanında.</translation>
        </message>
        <message>
            <source>Callers who leave sooner are not counted against you.</source>
            <translation>Bundan önce kapatan arayanlar aleyhinize sayılmaz.</translation>
        </message>
        <message>
            <source>Calls</source>
            <translation>Çağrılar</translation>
        </message>
        <message>
            <source>Calls answered within this time count as in time.</source>
            <translation>Bu süre içinde cevaplanan çağrılar zamanında sayılır.</translation>
        </message>
        <message>
            <source>Certificates (*.pem *.crt *.cer)</source>
            <translation>Sertifikalar (*.pem *.crt *.cer)</translation>
        </message>
        <message>
            <source>Choose a file for: {name}</source>
            <translation>Dosya seç: {name}</translation>
        </message>
        <message>
            <source>Choose a folder for: {name}</source>
            <translation>Klasör seçin: {name}</translation>
        </message>
        <message>
            <source>Choose…</source>
            <translation>Seç…</translation>
        </message>
        <message>
            <source>Connection</source>
            <translation>Bağlantı</translation>
        </message>
        <message>
            <source>Copies that you saved elsewhere are yours to delete.</source>
            <translation>Başka yere kaydettiğiniz kopyaları sizin silmeniz gerekir.</translation>
        </message>
        <message>
            <source>Course of the queues and agents' states</source>
            <translation>Kuyrukların gidişatı ve temsilci durumları</translation>
        </message>
        <message>
            <source>Customer's page</source>
            <translation>Müşteri sayfası</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>Koyu</translation>
        </message>
        <message>
            <source>Data protection</source>
            <translation>Veri koruma</translation>
        </message>
        <message>
            <source>Days kept on this computer</source>
            <translation>Bu bilgisayarda tutulan gün sayısı</translation>
        </message>
        <message>
            <source>Dial numbers from links at once</source>
            <translation>Bağlantılardaki numaraları hemen ara</translation>
        </message>
        <message>
            <source>Do-not-call list…</source>
            <translation>Aranmayacaklar listesi…</translation>
        </message>
        <message>
            <source>Down</source>
            <translation>Aşağı</translation>
        </message>
        <message>
            <source>Each page is shown for</source>
            <translation>Her sayfanın gösterilme süresi</translation>
        </message>
        <message>
            <source>Each side rings for</source>
            <translation>Her taraf şu kadar çalar</translation>
        </message>
        <message>
            <source>Empty: the documents folder.</source>
            <translation>Boş bırakılırsa belgeler klasörü.</translation>
        </message>
        <message>
            <source>Empty: the one above.</source>
            <translation>Boş bırakılırsa yukarıdaki klasör.</translation>
        </message>
        <message>
            <source>Event stream</source>
            <translation>Olay akışı</translation>
        </message>
        <message>
            <source>Event stream's address</source>
            <translation>Olay akışının adresi</translation>
        </message>
        <message>
            <source>Every row needs a name.</source>
            <translation>Her satırın bir adı olmalı.</translation>
        </message>
        <message>
            <source>Everything that holds a customer's number. Counted statistics stay.</source>
            <translation>Müşteri numarası içeren her şey. Sayılmış istatistikler kalır.</translation>
        </message>
        <message>
            <source>Everything that queries this PBX, this program included; they share the queries.</source>
            <translation>Bu program da içinde olmak üzere santrali sorgulayan her şey; sorguları paylaşırlar.</translation>
        </message>
        <message>
            <source>Excel and PDF</source>
            <translation>Excel ve PDF</translation>
        </message>
        <message>
            <source>Exported files go into the folder</source>
            <translation>Dışa aktarılan dosyaların klasörü</translation>
        </message>
        <message>
            <source>Extra CA file</source>
            <translation>Ek CA dosyası</translation>
        </message>
        <message>
            <source>Fewer queues are larger. What does not fit follows on further pages.</source>
            <translation>Az kuyruk daha büyük görünür. Sığmayanlar sonraki sayfalarda gelir.</translation>
        </message>
        <message>
            <source>Fewer than this is red. 0 switches it off.</source>
            <translation>Bundan azı kırmızıdır. 0 yazılırsa bakılmaz.</translation>
        </message>
        <message>
            <source>Follow the PBX's event stream</source>
            <translation>Santralin olay akışını izle</translation>
        </message>
        <message>
            <source>For the profile “{name}”</source>
            <translation>“{name}” profili için</translation>
        </message>
        <message>
            <source>Free agents wanted while somebody waits</source>
            <translation>Bekleyen varken gereken boş temsilci</translation>
        </message>
        <message>
            <source>Free wanted</source>
            <translation>Gereken boş</translation>
        </message>
        <message>
            <source>From {low} to {high} digits and nothing else.</source>
            <translation>Yalnızca {low} ile {high} arası rakam.</translation>
        </message>
        <message>
            <source>Groups of settings</source>
            <translation>Ayar grupları</translation>
        </message>
        <message>
            <source>HOST:PORT, for example {example}</source>
            <translation>SUNUCU:PORT, örneğin {example}</translation>
        </message>
        <message>
            <source>Hide customers' numbers</source>
            <translation>Müşteri numaralarını gizle</translation>
        </message>
        <message>
            <source>In time (s)</source>
            <translation>Zamanında (sn)</translation>
        </message>
        <message>
            <source>Keep the screen awake while the wallboard is shown</source>
            <translation>Duvar panosu gösterilirken ekran açık kalsın</translation>
        </message>
        <message>
            <source>Key</source>
            <translation>Tuş</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>Dil</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>Açık</translation>
        </message>
        <message>
            <source>Limits</source>
            <translation>Sınırlar</translation>
        </message>
        <message>
            <source>Lists call without a question from</source>
            <translation>Listeler sormadan şu saatten itibaren arar</translation>
        </message>
        <message>
            <source>Longest wait, amber from</source>
            <translation>En uzun bekleme, sarı</translation>
        </message>
        <message>
            <source>Longest wait, red from</source>
            <translation>En uzun bekleme, kırmızı</translation>
        </message>
        <message>
            <source>Look at the do-not-call list and change it</source>
            <translation>Aranmayacaklar listesine bak ve değiştir</translation>
        </message>
        <message>
            <source>Minute by minute, without customers' numbers.</source>
            <translation>Dakika dakika, müşteri numarası olmadan.</translation>
        </message>
        <message>
            <source>Mobile, geographic, 0850 and 444 numbers only, never the first of a session, one every 5 seconds. Everything else asks first.</source>
            <translation>Yalnızca cep, sabit, 0850 ve 444 numaraları; oturumun ilki asla, 5 saniyede en çok bir tane. Diğer her şey önce sorar.</translation>
        </message>
        <message>
            <source>My extension</source>
            <translation>Dahilim</translation>
        </message>
        <message>
            <source>Needs the event stream. The notice never takes the keyboard.</source>
            <translation>Olay akışı gerekir. Bildirim klavyeyi hiç almaz.</translation>
        </message>
        <message>
            <source>Netgsm takes about ten requests a minute for these lists.</source>
            <translation>Netgsm bu listeler için dakikada on kadar istek kabul eder.</translation>
        </message>
        <message>
            <source>New reason</source>
            <translation>Yeni neden</translation>
        </message>
        <message>
            <source>No user name, password or question mark belongs in the address.</source>
            <translation>Adreste kullanıcı adı, parola ya da soru işareti bulunmaz.</translation>
        </message>
        <message>
            <source>None</source>
            <translation>Yok</translation>
        </message>
        <message>
            <source>Numbers sent in one request</source>
            <translation>Bir istekte gönderilen numara</translation>
        </message>
        <message>
            <source>Once per limit, not again while it stays red.</source>
            <translation>Her sınır için bir kez; kırmızı kaldıkça yinelenmez.</translation>
        </message>
        <message>
            <source>Only the last two digits are shown, everywhere.</source>
            <translation>Her yerde yalnızca son iki hane gösterilir.</translation>
        </message>
        <message>
            <source>Open a profile to change these.</source>
            <translation>Bunları değiştirmek için bir profil açın.</translation>
        </message>
        <message>
            <source>Opened by a click on the notice, such as https://crm.example/find?tel={number}. Empty: none.</source>
            <translation>Bildirime tıklayınca açılır, örneğin https://crm.example/find?tel={number}. Boşsa yok.</translation>
        </message>
        <message>
            <source>Order of the queues</source>
            <translation>Kuyrukların sırası</translation>
        </message>
        <message>
            <source>Outgoing line</source>
            <translation>Dış hat</translation>
        </message>
        <message>
            <source>P, then the digit, sends the agent on this break. 0 minutes: no limit.</source>
            <translation>P'ye, ardından rakama basmak temsilciyi bu molaya çıkarır. 0 dakika: sınır yok.</translation>
        </message>
        <message>
            <source>PBX address</source>
            <translation>Santral adresi</translation>
        </message>
        <message>
            <source>Programs on this account</source>
            <translation>Bu hesabı kullanan program sayısı</translation>
        </message>
        <message>
            <source>Proxy</source>
            <translation>Vekil sunucu</translation>
        </message>
        <message>
            <source>Proxy's address</source>
            <translation>Vekil sunucu adresi</translation>
        </message>
        <message>
            <source>Queries</source>
            <translation>Sorgular</translation>
        </message>
        <message>
            <source>Queue</source>
            <translation>Kuyruk</translation>
        </message>
        <message>
            <source>Queue queries a minute</source>
            <translation>Dakikadaki kuyruk sorgusu</translation>
        </message>
        <message>
            <source>Queue to add</source>
            <translation>Eklenecek kuyruk</translation>
        </message>
        <message>
            <source>Queues on one page, at most</source>
            <translation>Bir sayfada en çok kuyruk</translation>
        </message>
        <message>
            <source>Queues to show</source>
            <translation>Gösterilecek kuyruklar</translation>
        </message>
        <message>
            <source>Queues with limits of their own</source>
            <translation>Kendi sınırları olan kuyruklar</translation>
        </message>
        <message>
            <source>Reason as sent</source>
            <translation>Gönderilen neden</translation>
        </message>
        <message>
            <source>Reasons for a break</source>
            <translation>Mola nedenleri</translation>
        </message>
        <message>
            <source>Recordings saved in the program's folder</source>
            <translation>Programın klasörüne kaydedilen ses kayıtları</translation>
        </message>
        <message>
            <source>Red (min)</source>
            <translation>Kırmızı (dk)</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Çıkar</translation>
        </message>
        <message>
            <source>Save yesterday's statistics every day</source>
            <translation>Her gün bir önceki günün istatistiklerini kaydet</translation>
        </message>
        <message>
            <source>Service level wanted</source>
            <translation>Hedeflenen hizmet düzeyi</translation>
        </message>
        <message>
            <source>Service level: answered within</source>
            <translation>Hizmet düzeyi: cevaplama süresi</translation>
        </message>
        <message>
            <source>Short (s)</source>
            <translation>Kısa terk (sn)</translation>
        </message>
        <message>
            <source>Short abandon: up to</source>
            <translation>Kısa terk: en çok</translation>
        </message>
        <message>
            <source>Short names with commas between them; empty shows all.</source>
            <translation>Kısa adlar, aralarında virgülle; boşsa hepsi gösterilir.</translation>
        </message>
        <message>
            <source>Show how many agents are free, talking, on break</source>
            <translation>Boşta, konuşan ve molada olan temsilcilerin sayısını göster</translation>
        </message>
        <message>
            <source>Show the counts in the notification area</source>
            <translation>Sayıları bildirim alanında göster</translation>
        </message>
        <message>
            <source>Show the totals over all queues</source>
            <translation>Tüm kuyrukların toplamlarını göster</translation>
        </message>
        <message>
            <source>Show who calls when my extension rings</source>
            <translation>Dahilim çalınca arayanı göster</translation>
        </message>
        <message>
            <source>Show who waits the longest, by the last two digits</source>
            <translation>En uzun bekleyeni son iki rakamıyla göster</translation>
        </message>
        <message>
            <source>So that a moment's peak does not alarm.</source>
            <translation>Anlık bir artış uyarı vermesin diye.</translation>
        </message>
        <message>
            <source>Starting a list at other hours, on a Sunday or a holiday asks first.</source>
            <translation>Liste başka saatlerde, pazar günü ya da tatilde başlatılırken önce sorulur.</translation>
        </message>
        <message>
            <source>Statistics</source>
            <translation>İstatistik</translation>
        </message>
        <message>
            <source>Table</source>
            <translation>Tablo</translation>
        </message>
        <message>
            <source>The PBX number has 10 digits and does not begin with 0.</source>
            <translation>Santral numarası 10 hanelidir ve 0 ile başlamaz.</translation>
        </message>
        <message>
            <source>The board moves between two queries. The stream is never encrypted: the password travels readable.</source>
            <translation>Pano iki sorgu arasında da güncellenir. Akış hiçbir zaman şifreli değildir: parola açık metin olarak gider.</translation>
        </message>
        <message>
            <source>The line in the chart. 0: none.</source>
            <translation>Grafikteki çizgi. 0: çizgi yok.</translation>
        </message>
        <message>
            <source>The list is too long.</source>
            <translation>Liste çok uzun.</translation>
        </message>
        <message>
            <source>The number customers see, 10 digits without 0. Empty: the PBX number.</source>
            <translation>Müşterinin gördüğü numara, başında 0 olmadan 10 hane. Boşsa santral numarası.</translation>
        </message>
        <message>
            <source>The phone on this desk: it rings when you dial from here.</source>
            <translation>Bu masadaki telefon: buradan arama yapınca o çalar.</translation>
        </message>
        <message>
            <source>The settings cannot be read, so the defaults hold and changes are not kept.</source>
            <translation>Ayarlar okunamıyor; varsayılanlar geçerli, değişiklikler saklanmayacak.</translation>
        </message>
        <message>
            <source>The settings file cannot be read.</source>
            <translation>Ayar dosyası okunamıyor.</translation>
        </message>
        <message>
            <source>The settings file cannot be written.</source>
            <translation>Ayar dosyası yazılamıyor.</translation>
        </message>
        <message>
            <source>The settings file could not be read and is left alone.</source>
            <translation>Ayar dosyası okunamadı, olduğu gibi bırakıldı.</translation>
        </message>
        <message>
            <source>The settings file is damaged and cannot be set aside.</source>
            <translation>Ayar dosyası bozuk ve kenara alınamıyor.</translation>
        </message>
        <message>
            <source>The settings file is damaged.</source>
            <translation>Ayar dosyası bozuk.</translation>
        </message>
        <message>
            <source>The settings file was damaged. It is now {file}; the defaults hold.</source>
            <translation>Ayar dosyası bozulmuştu. Adı {file} oldu; varsayılanlar geçerli.</translation>
        </message>
        <message>
            <source>The system neither switches the screen off nor locks it by itself meanwhile.</source>
            <translation>Bu sırada sistem ekranı kendiliğinden kapatmaz ve kilitlemez.</translation>
        </message>
        <message>
            <source>The value has the wrong form.</source>
            <translation>Değerin biçimi yanlış.</translation>
        </message>
        <message>
            <source>Theme</source>
            <translation>Tema</translation>
        </message>
        <message>
            <source>There is no profile named “{name}”.</source>
            <translation>“{name}” adında bir profil yok.</translation>
        </message>
        <message>
            <source>They are asked for in the background, two requests a minute. 0: only what you look at.</source>
            <translation>Arka planda, dakikada iki sorguyla alınır. 0: yalnızca baktığınız günler.</translation>
        </message>
        <message>
            <source>This belongs to a profile; open one first.</source>
            <translation>Bu ayar bir profile ait; önce bir profil açın.</translation>
        </message>
        <message>
            <source>This one</source>
            <translation>Şu adres</translation>
        </message>
        <message>
            <source>This seat is</source>
            <translation>Bu masa</translation>
        </message>
        <message>
            <source>This value is not among the choices.</source>
            <translation>Bu değer seçenekler arasında yok.</translation>
        </message>
        <message>
            <source>Tiles</source>
            <translation>Kutular</translation>
        </message>
        <message>
            <source>Up</source>
            <translation>Yukarı</translation>
        </message>
        <message>
            <source>Wait, amber (s)</source>
            <translation>Bekleme, sarı (sn)</translation>
        </message>
        <message>
            <source>Wait, red (s)</source>
            <translation>Bekleme, kırmızı (sn)</translation>
        </message>
        <message>
            <source>Waiting callers, amber from</source>
            <translation>Bekleyen sayısı, sarı</translation>
        </message>
        <message>
            <source>Waiting callers, red from</source>
            <translation>Bekleyen sayısı, kırmızı</translation>
        </message>
        <message>
            <source>Waiting, amber</source>
            <translation>Bekleyen, sarı</translation>
        </message>
        <message>
            <source>Waiting, red</source>
            <translation>Bekleyen, kırmızı</translation>
        </message>
        <message>
            <source>Wallboard</source>
            <translation>Duvar panosu</translation>
        </message>
        <message>
            <source>While the program runs; after a night's sleep it is caught up once.</source>
            <translation>Program açıkken çalışır; bilgisayar uykudaysa uyandığında bir kez telafi edilir.</translation>
        </message>
        <message>
            <source>Who rings first</source>
            <translation>Önce kim çalsın</translation>
        </message>
        <message>
            <source>a supervisor's</source>
            <translation>süpervizör masası</translation>
        </message>
        <message>
            <source>all five kinds</source>
            <translation>beş biçimin hepsi</translation>
        </message>
        <message>
            <source>an agent's</source>
            <translation>temsilci masası</translation>
        </message>
        <message>
            <source>as</source>
            <translation>Dosya türü</translation>
        </message>
        <message>
            <source>at</source>
            <translation>Kayıt saati</translation>
        </message>
        <message>
            <source>days</source>
            <translation>gün</translation>
        </message>
        <message>
            <source>into the folder</source>
            <translation>Kayıt klasörü</translation>
        </message>
        <message>
            <source>min</source>
            <translation>dk</translation>
        </message>
        <message>
            <source>my extension</source>
            <translation>dahilim</translation>
        </message>
        <message>
            <source>numbers</source>
            <translation>numara</translation>
        </message>
        <message>
            <source>s</source>
            <translation>sn</translation>
        </message>
        <message>
            <source>settings.ini: “{key}” in [{section}] cannot be used: {why}</source>
            <translation>settings.ini: [{section}] bölümündeki “{key}” kullanılamıyor: {why}</translation>
        </message>
        <message>
            <source>the customer</source>
            <translation>müşteri</translation>
        </message>
        <message>
            <source>until</source>
            <translation>şu saate kadar</translation>
        </message>
        <message>
            <source>{low} digits and nothing else.</source>
            <translation>Yalnızca {low} rakam.</translation>
        </message>
        <message>
            <source>{name}: back to the default</source>
            <translation>{name}: varsayılana dön</translation>
        </message>
        <message>
            <source>“{name}” belongs to another account.</source>
            <translation>“{name}” başka bir hesaba ait.</translation>
        </message>
    </context>
    <context>
        <name>ShortMonth</name>
        <message>
            <source>Apr</source>
            <translation>Nis</translation>
        </message>
        <message>
            <source>Aug</source>
            <translation>Ağu</translation>
        </message>
        <message>
            <source>Dec</source>
            <translation>Ara</translation>
        </message>
        <message>
            <source>Feb</source>
            <translation>Şub</translation>
        </message>
        <message>
            <source>Jan</source>
            <translation>Oca</translation>
        </message>
        <message>
            <source>Jul</source>
            <translation>Tem</translation>
        </message>
        <message>
            <source>Jun</source>
            <translation>Haz</translation>
        </message>
        <message>
            <source>Mar</source>
            <translation>Mar</translation>
        </message>
        <message>
            <source>May</source>
            <translation>May</translation>
        </message>
        <message>
            <source>Nov</source>
            <translation>Kas</translation>
        </message>
        <message>
            <source>Oct</source>
            <translation>Eki</translation>
        </message>
        <message>
            <source>Sep</source>
            <translation>Eyl</translation>
        </message>
    </context>
    <context>
        <name>ShortWeekday</name>
        <message>
            <source>Fri</source>
            <translation>Cum</translation>
        </message>
        <message>
            <source>Mon</source>
            <translation>Pzt</translation>
        </message>
        <message>
            <source>Sat</source>
            <translation>Cmt</translation>
        </message>
        <message>
            <source>Sun</source>
            <translation>Paz</translation>
        </message>
        <message>
            <source>Thu</source>
            <translation>Per</translation>
        </message>
        <message>
            <source>Tue</source>
            <translation>Sal</translation>
        </message>
        <message>
            <source>Wed</source>
            <translation>Çar</translation>
        </message>
    </context>
    <context>
        <name>Spelling</name>
        <message numerus="yes">
            <source>%n point(s)</source>
            <translation>
                <numerusform>%n puan</numerusform>
            </translation>
        </message>
        <message>
            <source>1,234.5</source>
            <translation>1.234,5</translation>
        </message>
        <message>
            <source>{d1} {month1} {year1} – {d2} {month2} {year2}</source>
            <translation>{d1} {month1} {year1} – {d2} {month2} {year2}</translation>
        </message>
        <message>
            <source>{d1} {month1} – {d2} {month2} {year2}</source>
            <translation>{d1} {month1} – {d2} {month2} {year2}</translation>
        </message>
        <message>
            <source>{d1}–{d2} {month2} {year2}</source>
            <translation>{d1}–{d2} {month2} {year2}</translation>
        </message>
        <message>
            <source>{d} {m}</source>
            <translation>{d:02d}.{m}</translation>
        </message>
        <message>
            <source>{h} h {m} min</source>
            <translation>{h} sa {m} dk</translation>
        </message>
        <message>
            <source>{m} min {s} s</source>
            <translation>{m} dk {s} sn</translation>
        </message>
        <message>
            <source>{n}%</source>
            <translation>%{n}</translation>
        </message>
        <message>
            <source>{s} s</source>
            <translation>{s} sn</translation>
        </message>
        <message>
            <source>{weekday} {d} {month} {year}</source>
            <translation>{d} {month} {year} {weekday}</translation>
        </message>
    </context>
    <context>
        <name>Start</name>
        <message>
            <source>Close</source>
            <translation>Kapat</translation>
        </message>
        <message>
            <source>Missing from this installation: {names}. Install the program anew.</source>
            <translation>Bu kurulumda eksik: {names}. Programı yeniden kurun.</translation>
        </message>
        <message>
            <source>No window can be opened because Qt's part for “{plugin}” is missing: install the program anew, or correct QT_QPA_PLATFORM.</source>
            <translation>Qt'nin “{plugin}” parçası eksik olduğu için pencere açılamıyor: programı yeniden kurun ya da QT_QPA_PLATFORM değerini düzeltin.</translation>
        </message>
        <message>
            <source>No window can be opened because a part of it does not load ({words}): install the program anew.</source>
            <translation>Bir parçası yüklenemediği için pencere açılamıyor ({words}): programı yeniden kurun.</translation>
        </message>
        <message>
            <source>No window can be opened because this system lacks {names}: install the package that has it.</source>
            <translation>Bu sistemde şunlar eksik olduğu için pencere açılamıyor: {names}. Bunları içeren paketi kurun.</translation>
        </message>
        <message>
            <source>No window can be opened because this system lacks {names}: on Debian or Ubuntu, apt-get install {packages}</source>
            <translation>Bu sistemde şunlar eksik olduğu için pencere açılamıyor: {names}. Debian veya Ubuntu'da: apt-get install {packages}</translation>
        </message>
        <message>
            <source>The data cannot be kept at {folder} ({reason}): let this user write there, or choose another folder with --data-dir.</source>
            <translation>Veriler {folder} konumunda tutulamıyor ({reason}): bu kullanıcıya orada yazma izni verin ya da --data-dir ile başka bir klasör seçin.</translation>
        </message>
        <message>
            <source>The disk is full at {folder}: free some space and start again.</source>
            <translation>{folder} konumunda disk dolu: yer açıp yeniden başlatın.</translation>
        </message>
        <message>
            <source>The display “{display}” does not answer, so no window can be opened: start the program in a desktop session of this user.</source>
            <translation>“{display}” ekranı yanıt vermiyor, bu yüzden pencere açılamıyor: programı bu kullanıcının masaüstü oturumunda başlatın.</translation>
        </message>
        <message>
            <source>There is no display here, so no window can be opened: start the program in a desktop session.</source>
            <translation>Burada ekran yok, bu yüzden pencere açılamıyor: programı bir masaüstü oturumunda başlatın.</translation>
        </message>
        <message>
            <source>This user has no home folder: name a folder for the data with --data-dir.</source>
            <translation>Bu kullanıcının ev klasörü yok: veriler için --data-dir ile bir klasör belirtin.</translation>
        </message>
    </context>
    <context>
        <name>Statistics</name>
        <message numerus="yes">
            <source>%n day(s)</source>
            <translation>
                <numerusform>%n gün</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n day(s) are not kept here yet and not counted.</source>
            <translation>
                <numerusform>%n günün verisi henüz alınmadı, hesaba katılmadı.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n day(s) not kept yet</source>
            <translation>
                <numerusform>%n günün verisi henüz yok</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n day(s) without call lists</source>
            <translation>
                <numerusform>%n günün çağrı listesi yok</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n row(s) of the call lists could not be read.</source>
            <translation>
                <numerusform>Çağrı listelerinin %n satırı okunamadı.</numerusform>
            </translation>
        </message>
        <message>
            <source>A file is being written already.</source>
            <translation>Zaten bir dosya yazılıyor.</translation>
        </message>
        <message>
            <source>Abandon rate, short ones left out where known: {rate}</source>
            <translation>Terk oranı (bilindiği kadarıyla kısa terkler hariç): {rate}</translation>
        </message>
        <message>
            <source>Abandoned</source>
            <translation>Terk</translation>
        </message>
        <message>
            <source>Abandoned within {s} s. They do not count in the service level.</source>
            <translation>{s} sn içinde terk edilenler. Hizmet düzeyine katılmaz.</translation>
        </message>
        <message>
            <source>Agent</source>
            <translation>Temsilci</translation>
        </message>
        <message>
            <source>Agents in a call, private ones included.</source>
            <translation>Görüşmedeki temsilciler; özel görüşmeler dahil.</translation>
        </message>
        <message>
            <source>Agents on break: in the chosen queue, or over all queues in each of theirs.</source>
            <translation>Molada olan temsilciler: seçilen kuyrukta; tüm kuyruklar gösteriliyorsa üyesi oldukları her kuyrukta.</translation>
        </message>
        <message>
            <source>Agents who could take a call. One in several queues counts once.</source>
            <translation>Çağrı alabilecek temsilciler. Birkaç kuyrukta olan bir kez sayılır.</translation>
        </message>
        <message>
            <source>Agents whose phone rang.</source>
            <translation>Telefonu çalan temsilciler.</translation>
        </message>
        <message>
            <source>All incoming calls of the PBX, over every queue.</source>
            <translation>Santrale gelen tüm çağrılar, kuyruk ayrımı olmadan.</translation>
        </message>
        <message>
            <source>Answered</source>
            <translation>Cevaplanan</translation>
        </message>
        <message>
            <source>Answered %</source>
            <translation>Cevap %</translation>
        </message>
        <message>
            <source>Answered within {t} s ÷ (all answered + abandoned after more than {s} s). Only days whose call lists are kept count.</source>
            <translation>{t} sn içinde cevaplanan ÷ (tüm cevaplanan + {s} sn geçtikten sonra terk edilen). Yalnızca çağrı listesi bulunan günler sayılır.</translation>
        </message>
        <message>
            <source>Answered ÷ incoming.</source>
            <translation>Cevaplanan ÷ gelen.</translation>
        </message>
        <message>
            <source>Avg. answer time</source>
            <translation>Ort. cevap süresi</translation>
        </message>
        <message>
            <source>Avg. talk</source>
            <translation>Ort. konuşma</translation>
        </message>
        <message>
            <source>Avg. wait (all callers)</source>
            <translation>Ort. bekleme (tüm arayanlar)</translation>
        </message>
        <message>
            <source>Break</source>
            <translation>Mola</translation>
        </message>
        <message>
            <source>Callers in the queue at the end of the minute.</source>
            <translation>Dakikanın sonunda kuyrukta bekleyen arayanlar.</translation>
        </message>
        <message>
            <source>Calls that an agent took.</source>
            <translation>Bir temsilcinin cevapladığı çağrılar.</translation>
        </message>
        <message>
            <source>Calls that nobody took, abandoned ones left out.</source>
            <translation>Kimsenin cevaplamadığı çağrılar; terk edilenler hariç.</translation>
        </message>
        <message>
            <source>Calls whose caller left before an agent answered.</source>
            <translation>Temsilci cevaplamadan arayanın kapattığı çağrılar.</translation>
        </message>
        <message>
            <source>Conversation in all ÷ answered.</source>
            <translation>Toplam konuşma ÷ cevaplanan.</translation>
        </message>
        <message>
            <source>Counted from what this program saw while it was running.</source>
            <translation>Programın açık olduğu sürede gördüklerine göre hesaplandı.</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>Gün</translation>
        </message>
        <message>
            <source>Days</source>
            <translation>Gün sayısı</translation>
        </message>
        <message>
            <source>Days known: {known} of {days}</source>
            <translation>Bilinen gün: {known} / {days}</translation>
        </message>
        <message>
            <source>Days of the period that are counted here.</source>
            <translation>Dönemin burada sayılan günleri.</translation>
        </message>
        <message>
            <source>Extension</source>
            <translation>Dahili</translation>
        </message>
        <message>
            <source>First day</source>
            <translation>İlk gün</translation>
        </message>
        <message>
            <source>Free</source>
            <translation>Boşta</translation>
        </message>
        <message>
            <source>Hour</source>
            <translation>Saat</translation>
        </message>
        <message>
            <source>Hours come from call records, which do not tell unanswered and abandoned calls apart.</source>
            <translation>Saatler çağrı kayıtlarından sayıldı; kayıtlar cevapsız ile terk edileni ayırmaz.</translation>
        </message>
        <message>
            <source>How long the oldest caller had been waiting at the end of the minute.</source>
            <translation>Dakikanın sonunda en eski arayanın ne kadardır beklediği.</translation>
        </message>
        <message>
            <source>In all</source>
            <translation>Toplam</translation>
        </message>
        <message>
            <source>Incoming</source>
            <translation>Gelen</translation>
        </message>
        <message>
            <source>Incoming a day</source>
            <translation>Gelen / gün</translation>
        </message>
        <message numerus="yes">
            <source>Incoming and abandoned calls are missing for %n day(s).</source>
            <translation>
                <numerusform>Gelen ve terk sayısı %n günde eksik.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Incoming and abandoned calls are missing for %n day(s); the call lists will complete them.</source>
            <translation>
                <numerusform>Gelen ve terk sayısı %n günde eksik; çağrı listeleri gelince tamamlanır.</numerusform>
            </translation>
        </message>
        <message>
            <source>Incoming calls</source>
            <translation>Gelen çağrılar</translation>
        </message>
        <message>
            <source>Incoming calls by hour of the day</source>
            <translation>Saatlere göre gelen çağrılar</translation>
        </message>
        <message>
            <source>Incoming calls by month</source>
            <translation>Aylık gelen çağrılar</translation>
        </message>
        <message>
            <source>Incoming calls by week</source>
            <translation>Haftalık gelen çağrılar</translation>
        </message>
        <message>
            <source>Incoming calls by weekday</source>
            <translation>Haftanın günlerine göre gelen çağrılar</translation>
        </message>
        <message>
            <source>Incoming ÷ days counted.</source>
            <translation>Gelen ÷ sayılan gün.</translation>
        </message>
        <message>
            <source>Last day</source>
            <translation>Son gün</translation>
        </message>
        <message>
            <source>Longest wait</source>
            <translation>En uzun bekleme</translation>
        </message>
        <message>
            <source>Minutes at whose end somebody waited and no agent was free.</source>
            <translation>Sonunda bekleyen arayan bulunan, boşta temsilci bulunmayan dakikalar.</translation>
        </message>
        <message>
            <source>Minutes at whose end somebody waited.</source>
            <translation>Sonunda bekleyen arayan bulunan dakikalar.</translation>
        </message>
        <message>
            <source>Minutes of the day in which this program saw the queues.</source>
            <translation>Bu programın gün içinde kuyrukları gördüğü dakikalar.</translation>
        </message>
        <message>
            <source>No agent has been seen today yet.</source>
            <translation>Bugün henüz hiçbir temsilci görülmedi.</translation>
        </message>
        <message>
            <source>Nobody was seen on this day: the program was not running.</source>
            <translation>Bu gün için temsilci kaydı yok: program çalışmıyordu.</translation>
        </message>
        <message>
            <source>Not answered</source>
            <translation>Cevaplanmayan</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>Not</translation>
        </message>
        <message>
            <source>Nothing has been seen today yet: the first minute is not over.</source>
            <translation>Bugün için henüz kayıt yok: ilk dakika dolmadı.</translation>
        </message>
        <message>
            <source>Nothing to compare with: the period before has no calls.</source>
            <translation>Karşılaştırılacak veri yok: önceki dönemde hiç çağrı yok.</translation>
        </message>
        <message>
            <source>Nothing was seen on this day: the program was not running.</source>
            <translation>Bu gün için kayıt yok: program çalışmıyordu.</translation>
        </message>
        <message>
            <source>Of the time in which this program saw the agent.</source>
            <translation>Programın temsilciyi izlediği süreye oranı.</translation>
        </message>
        <message>
            <source>Offline</source>
            <translation>Kapalı</translation>
        </message>
        <message>
            <source>On break</source>
            <translation>Molada</translation>
        </message>
        <message>
            <source>Other</source>
            <translation>Diğer</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>Neden</translation>
        </message>
        <message>
            <source>Ringing</source>
            <translation>Çalıyor</translation>
        </message>
        <message>
            <source>Saved: {file}</source>
            <translation>Kaydedildi: {file}</translation>
        </message>
        <message>
            <source>Service level ({t} s)</source>
            <translation>Hizmet düzeyi ({t} sn)</translation>
        </message>
        <message>
            <source>Service level and short abandons are those of the days with call lists.</source>
            <translation>Hizmet düzeyi ve kısa terkler, çağrı listesi olan günlere aittir.</translation>
        </message>
        <message>
            <source>Share</source>
            <translation>Oran</translation>
        </message>
        <message>
            <source>Short abandons</source>
            <translation>Kısa terk</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Durum</translation>
        </message>
        <message>
            <source>Talking</source>
            <translation>Konuşuyor</translation>
        </message>
        <message numerus="yes">
            <source>The PBX gives no call lists for %n day(s).</source>
            <translation>
                <numerusform>Santral %n günün çağrı listesini vermiyor.</numerusform>
            </translation>
        </message>
        <message>
            <source>The agents' day</source>
            <translation>Temsilcilerin günü</translation>
        </message>
        <message>
            <source>The break's reason, in the PBX's words.</source>
            <translation>Molanın nedeni, santralin sözcükleriyle.</translation>
        </message>
        <message numerus="yes">
            <source>The call lists of %n day(s) are not kept here yet.</source>
            <translation>
                <numerusform>%n günün çağrı listesi henüz alınmadı.</numerusform>
            </translation>
        </message>
        <message>
            <source>The change is that of the days which are over.</source>
            <translation>Değişim, tamamlanan günlere göredir.</translation>
        </message>
        <message>
            <source>The day by the minute, all queues</source>
            <translation>Gün içi, tüm kuyruklar</translation>
        </message>
        <message>
            <source>The day by the minute, queue {queue}</source>
            <translation>Gün içi, {queue} kuyruğu</translation>
        </message>
        <message>
            <source>The export was cancelled.</source>
            <translation>Dışa aktarma iptal edildi.</translation>
        </message>
        <message>
            <source>The folder is chosen in the settings, under Statistics.</source>
            <translation>Klasör, Ayarlar sayfasının İstatistik bölümünde seçilir.</translation>
        </message>
        <message>
            <source>The longest wait of any caller, answered or not.</source>
            <translation>Cevaplansın ya da cevaplanmasın, bir arayanın en uzun beklemesi.</translation>
        </message>
        <message>
            <source>The newest figures can still change: as of {time}.</source>
            <translation>Son rakamlar henüz kesin değil: {time} itibarıyla.</translation>
        </message>
        <message>
            <source>The weekdays do not occur equally often: compare by “Incoming a day”.</source>
            <translation>Hafta günlerinin sayısı eşit değil: “Gelen / gün” sütununa göre karşılaştırın.</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>Saat</translation>
        </message>
        <message>
            <source>Times</source>
            <translation>Adet</translation>
        </message>
        <message>
            <source>Total</source>
            <translation>Toplam</translation>
        </message>
        <message>
            <source>Unanswered</source>
            <translation>Cevapsız</translation>
        </message>
        <message>
            <source>Unanswered and abandoned calls together: call records do not tell them apart.</source>
            <translation>Cevapsız ve terk edilen çağrılar birlikte: çağrı kayıtları bunları ayırmaz.</translation>
        </message>
        <message>
            <source>Waiting</source>
            <translation>Bekleyen</translation>
        </message>
        <message>
            <source>Waits of all callers ÷ incoming, also of those who were not answered.</source>
            <translation>Tüm arayanların bekleme süresi ÷ gelen; cevaplanmayanlar dahil.</translation>
        </message>
        <message>
            <source>Waits of answered calls ÷ answered (ASA).</source>
            <translation>Cevaplanan çağrıların bekleme süresi ÷ cevaplanan (ASA).</translation>
        </message>
        <message>
            <source>Weekday</source>
            <translation>Hafta günü</translation>
        </message>
        <message numerus="yes">
            <source>Within that time %n minute(s) were not seen.</source>
            <translation>
                <numerusform>Bu sürenin %n dakikası izlenemedi.</numerusform>
            </translation>
        </message>
        <message>
            <source>Yesterday's statistics are saved in {folder}.</source>
            <translation>Dünün istatistikleri kaydedildi: {folder}</translation>
        </message>
        <message>
            <source>abandoned</source>
            <translation>terk edilen</translation>
        </message>
        <message>
            <source>agents seen</source>
            <translation>görülen temsilci</translation>
        </message>
        <message>
            <source>answer rate</source>
            <translation>cevaplama oranı</translation>
        </message>
        <message>
            <source>answered</source>
            <translation>cevaplanan</translation>
        </message>
        <message>
            <source>as many days before</source>
            <translation>önceki aynı süre</translation>
        </message>
        <message>
            <source>avg. answer time</source>
            <translation>ort. cevap süresi</translation>
        </message>
        <message>
            <source>avg. talk</source>
            <translation>ort. konuşma</translation>
        </message>
        <message>
            <source>avg. wait (all callers)</source>
            <translation>ort. bekleme (tüm arayanlar)</translation>
        </message>
        <message>
            <source>days</source>
            <translation>gün</translation>
        </message>
        <message>
            <source>free</source>
            <translation>boşta</translation>
        </message>
        <message>
            <source>free in all</source>
            <translation>toplam boşta</translation>
        </message>
        <message>
            <source>incoming a day</source>
            <translation>gelen / gün</translation>
        </message>
        <message>
            <source>incoming calls</source>
            <translation>gelen çağrı</translation>
        </message>
        <message>
            <source>last month</source>
            <translation>geçen ay</translation>
        </message>
        <message>
            <source>last week</source>
            <translation>geçen hafta</translation>
        </message>
        <message>
            <source>longest wait</source>
            <translation>en uzun bekleme</translation>
        </message>
        <message>
            <source>longest wait seen</source>
            <translation>en uzun bekleme</translation>
        </message>
        <message>
            <source>most agents talking</source>
            <translation>en fazla konuşan</translation>
        </message>
        <message>
            <source>most callers waiting</source>
            <translation>en fazla bekleyen</translation>
        </message>
        <message>
            <source>no call lists</source>
            <translation>çağrı listesi yok</translation>
        </message>
        <message>
            <source>not answered</source>
            <translation>cevaplanmayan</translation>
        </message>
        <message>
            <source>not kept yet</source>
            <translation>verisi henüz yok</translation>
        </message>
        <message>
            <source>on break</source>
            <translation>molada</translation>
        </message>
        <message>
            <source>on break in all</source>
            <translation>toplam mola</translation>
        </message>
        <message>
            <source>ringing</source>
            <translation>çalıyor</translation>
        </message>
        <message>
            <source>ringing in all</source>
            <translation>toplam çalma</translation>
        </message>
        <message>
            <source>service level ({t} s)</source>
            <translation>hizmet düzeyi ({t} sn)</translation>
        </message>
        <message>
            <source>short abandons</source>
            <translation>kısa terk</translation>
        </message>
        <message>
            <source>talking</source>
            <translation>konuşuyor</translation>
        </message>
        <message>
            <source>talking in all</source>
            <translation>toplam konuşma</translation>
        </message>
        <message>
            <source>target</source>
            <translation>hedef</translation>
        </message>
        <message>
            <source>the day before</source>
            <translation>önceki gün</translation>
        </message>
        <message>
            <source>the month before</source>
            <translation>önceki ay</translation>
        </message>
        <message>
            <source>the week before</source>
            <translation>önceki hafta</translation>
        </message>
        <message>
            <source>unanswered</source>
            <translation>cevapsız</translation>
        </message>
        <message>
            <source>waiting</source>
            <translation>bekleyen</translation>
        </message>
        <message>
            <source>waiting, nobody free</source>
            <translation>bekleyen var, boşta yok</translation>
        </message>
        <message>
            <source>watched</source>
            <translation>izlenen süre</translation>
        </message>
        <message>
            <source>with callers waiting</source>
            <translation>bekleyen olan süre</translation>
        </message>
        <message>
            <source>yesterday</source>
            <translation>dün</translation>
        </message>
        <message>
            <source>{path} cannot be opened from here. Open it with a program of your own.</source>
            <translation>{path} buradan açılamıyor. Kendi programınızla açın.</translation>
        </message>
        <message>
            <source>“≈”: some waits were not told; the true figure is within the range shown.</source>
            <translation>“≈”: bazı bekleme süreleri bildirilmedi; gerçek değer gösterilen aralıktadır.</translation>
        </message>
        <message>
            <source>“≥”: a state began before it was seen and may have lasted longer.</source>
            <translation>“≥”: durum görülmeden önce başladı, daha uzun sürmüş olabilir.</translation>
        </message>
        <message>
            <source>≈ some waits not told</source>
            <translation>≈ bazı beklemeler bildirilmedi</translation>
        </message>
        <message>
            <source>≥ began before it was seen</source>
            <translation>≥ görülmeden önce başladı</translation>
        </message>
    </context>
    <context>
        <name>StatisticsPage</name>
        <message numerus="yes">
            <source>%n request(s) left</source>
            <translation>
                <numerusform>%n sorgu kaldı</numerusform>
            </translation>
        </message>
        <message>
            <source>A part of the history is missing</source>
            <translation>Geçmişin bir bölümü eksik</translation>
        </message>
        <message>
            <source>Against the period before: {change}</source>
            <translation>Önceki döneme göre: {change}</translation>
        </message>
        <message>
            <source>Agent</source>
            <translation>Temsilci</translation>
        </message>
        <message>
            <source>Agents' day</source>
            <translation>Temsilciler</translation>
        </message>
        <message>
            <source>All agents</source>
            <translation>Tüm temsilciler</translation>
        </message>
        <message>
            <source>All queues</source>
            <translation>Tüm kuyruklar</translation>
        </message>
        <message>
            <source>As a picture. In the table the same keys copy its rows as text.</source>
            <translation>Resim olarak. Tabloda aynı tuşlar satırları metin olarak kopyalar.</translation>
        </message>
        <message>
            <source>Ask again</source>
            <translation>Yeniden sor</translation>
        </message>
        <message>
            <source>Ask the PBX again for figures that can still change</source>
            <translation>Henüz kesinleşmemiş rakamları santrale yeniden sor</translation>
        </message>
        <message>
            <source>Ask the PBX again for what it refused</source>
            <translation>Santralin reddettiği sorguları yeniden sor</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Vazgeç</translation>
        </message>
        <message>
            <source>Cancel the export</source>
            <translation>Dışa aktarmaktan vazgeç</translation>
        </message>
        <message>
            <source>Choose the days</source>
            <translation>Günleri seçin</translation>
        </message>
        <message>
            <source>Copy chart</source>
            <translation>Grafiği kopyala</translation>
        </message>
        <message>
            <source>Daily</source>
            <translation>Günlük</translation>
        </message>
        <message>
            <source>Days</source>
            <translation>Günler</translation>
        </message>
        <message>
            <source>During the day</source>
            <translation>Gün içi</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>Dışa aktar</translation>
        </message>
        <message>
            <source>Export: {format}</source>
            <translation>Dışa aktar: {format}</translation>
        </message>
        <message>
            <source>Fill the history no further</source>
            <translation>Geçmişi doldurmaktan vazgeç</translation>
        </message>
        <message>
            <source>Filling the history has stopped</source>
            <translation>Geçmişi doldurma durdu</translation>
        </message>
        <message>
            <source>Filling the history is paused: {done} / {all} days</source>
            <translation>Geçmişi doldurma duraklatıldı: {done} / {all} gün</translation>
        </message>
        <message>
            <source>Filling the history waits and goes on by itself</source>
            <translation>Geçmişi doldurma bekliyor, kendiliğinden sürecek</translation>
        </message>
        <message>
            <source>Filling the history was given up; it goes on at the next start</source>
            <translation>Geçmişi doldurmaktan vazgeçildi; program yeniden açılınca sürer</translation>
        </message>
        <message>
            <source>Filling the history: {done} / {all} days</source>
            <translation>Geçmiş dolduruluyor: {done} / {all} gün</translation>
        </message>
        <message>
            <source>From</source>
            <translation>Başlangıç</translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>Sürdür</translation>
        </message>
        <message>
            <source>Go on filling the history</source>
            <translation>Geçmişi doldurmayı sürdür</translation>
        </message>
        <message>
            <source>Hide this line</source>
            <translation>Bu satırı gizle</translation>
        </message>
        <message>
            <source>Hours</source>
            <translation>Saatler</translation>
        </message>
        <message numerus="yes">
            <source>Last %n days</source>
            <translation>
                <numerusform>Son %n gün</numerusform>
            </translation>
        </message>
        <message>
            <source>Last month</source>
            <translation>Geçen ay</translation>
        </message>
        <message>
            <source>Last week</source>
            <translation>Geçen hafta</translation>
        </message>
        <message>
            <source>Monthly</source>
            <translation>Aylık</translation>
        </message>
        <message>
            <source>No connection: the copy on this computer is shown</source>
            <translation>Bağlantı yok: bu bilgisayardaki kopya gösteriliyor</translation>
        </message>
        <message>
            <source>No usable answer: the copy on this computer is shown</source>
            <translation>Kullanılabilir yanıt yok: bu bilgisayardaki kopya gösteriliyor</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Aç</translation>
        </message>
        <message>
            <source>Open the folder</source>
            <translation>Klasörü aç</translation>
        </message>
        <message>
            <source>Open the folder of the saved file</source>
            <translation>Kaydedilen dosyanın klasörünü aç</translation>
        </message>
        <message>
            <source>Open the saved file</source>
            <translation>Kaydedilen dosyayı aç</translation>
        </message>
        <message>
            <source>Pause</source>
            <translation>Duraklat</translation>
        </message>
        <message>
            <source>Pause filling the history</source>
            <translation>Geçmişi doldurmayı duraklat</translation>
        </message>
        <message>
            <source>Queue</source>
            <translation>Kuyruk</translation>
        </message>
        <message>
            <source>Range…</source>
            <translation>Aralık…</translation>
        </message>
        <message>
            <source>Saved: {file}</source>
            <translation>Kaydedildi: {file}</translation>
        </message>
        <message>
            <source>Show</source>
            <translation>Göster</translation>
        </message>
        <message>
            <source>Shows the period before it, dotted, and what changed since.</source>
            <translation>Önceki dönemi noktalı çizgiyle gösterir, ona göre değişimi de yazar.</translation>
        </message>
        <message>
            <source>Statistics</source>
            <translation>İstatistik</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>Vazgeç</translation>
        </message>
        <message>
            <source>Table of the figures</source>
            <translation>Rakam tablosu</translation>
        </message>
        <message>
            <source>The chart is on the clipboard.</source>
            <translation>Grafik panoya kopyalandı.</translation>
        </message>
        <message>
            <source>The day before</source>
            <translation>Önceki gün</translation>
        </message>
        <message>
            <source>The next day</source>
            <translation>Sonraki gün</translation>
        </message>
        <message>
            <source>The table is on the clipboard.</source>
            <translation>Tablo panoya kopyalandı.</translation>
        </message>
        <message>
            <source>This month</source>
            <translation>Bu ay</translation>
        </message>
        <message>
            <source>This week</source>
            <translation>Bu hafta</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>Bugün</translation>
        </message>
        <message>
            <source>Totals</source>
            <translation>Toplamlar</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Yeniden dene</translation>
        </message>
        <message>
            <source>Up to</source>
            <translation>Bitiş</translation>
        </message>
        <message>
            <source>Weekdays</source>
            <translation>Hafta günleri</translation>
        </message>
        <message>
            <source>Weekly</source>
            <translation>Haftalık</translation>
        </message>
        <message>
            <source>What a bar stands for</source>
            <translation>Bir çubuğun gösterdiği süre</translation>
        </message>
        <message>
            <source>What is there stays; it goes on at the next start.</source>
            <translation>Gelen veriler kalır; program yeniden açılınca kaldığı yerden sürer.</translation>
        </message>
        <message>
            <source>Which picture</source>
            <translation>Görünüm</translation>
        </message>
        <message>
            <source>Writes what is shown to a file; the arrow offers other kinds.</source>
            <translation>Ekranda görüneni dosyaya yazar; oktan başka dosya türleri seçilir.</translation>
        </message>
        <message>
            <source>Writing the file…</source>
            <translation>Dosya yazılıyor…</translation>
        </message>
        <message>
            <source>Yesterday</source>
            <translation>Dün</translation>
        </message>
        <message>
            <source>about {time}</source>
            <translation>yaklaşık {time}</translation>
        </message>
        <message>
            <source>better</source>
            <translation>daha iyi</translation>
        </message>
        <message>
            <source>counting…</source>
            <translation>hesaplanıyor…</translation>
        </message>
        <message>
            <source>vs last month</source>
            <translation>geçen aya göre</translation>
        </message>
        <message>
            <source>vs last week</source>
            <translation>geçen haftaya göre</translation>
        </message>
        <message numerus="yes">
            <source>vs the %n days before</source>
            <translation>
                <numerusform>önceki %n güne göre</numerusform>
            </translation>
        </message>
        <message>
            <source>vs the day before</source>
            <translation>önceki güne göre</translation>
        </message>
        <message>
            <source>vs the month before</source>
            <translation>önceki aya göre</translation>
        </message>
        <message>
            <source>vs the week before</source>
            <translation>önceki haftaya göre</translation>
        </message>
        <message>
            <source>vs yesterday</source>
            <translation>düne göre</translation>
        </message>
        <message>
            <source>worse</source>
            <translation>daha kötü</translation>
        </message>
    </context>
    <context>
        <name>Store</name>
        <message>
            <source>Another program holds the history file. History and audit wait in memory and are written when it is free.</source>
            <translation>Geçmiş dosyasını başka bir program tutuyor. Geçmiş ve işlem kayıtları bellekte bekliyor, dosya boşalınca yazılır.</translation>
        </message>
        <message numerus="yes">
            <source>Entries lost so far: %n.</source>
            <translation>
                <numerusform>Şimdiye kadar kaybolan kayıt: %n.</numerusform>
            </translation>
        </message>
        <message>
            <source>History and audit cannot be written because of a fault in this program; it has been reported.</source>
            <translation>Programdaki bir hata yüzünden geçmiş ve işlem kayıtları yazılamıyor; hata kaydedildi.</translation>
        </message>
        <message>
            <source>The disk does not take what is written. History and audit wait in memory and are lost at the end: check the disk.</source>
            <translation>Disk yazılanı kabul etmiyor. Geçmiş ve işlem kayıtları bellekte bekliyor ve program kapanınca kaybolur: diski denetleyin.</translation>
        </message>
        <message>
            <source>The disk is full. History and audit wait in memory and are lost at the end: free some space.</source>
            <translation>Disk dolu. Geçmiş ve işlem kayıtları bellekte bekliyor ve program kapanınca kaybolur: yer açın.</translation>
        </message>
        <message>
            <source>The history file cannot be written. History and audit wait in memory and are lost at the end: check the rights of the data folder.</source>
            <translation>Geçmiş dosyası yazılamıyor. Geçmiş ve işlem kayıtları bellekte bekliyor ve program kapanınca kaybolur: veri klasörünün haklarını denetleyin.</translation>
        </message>
        <message>
            <source>The history file comes from a newer version of this program.</source>
            <translation>Geçmiş dosyası bu programın daha yeni bir sürümünden.</translation>
        </message>
        <message>
            <source>The history file is damaged and could not be put aside. History and audit wait in memory and are lost at the end: move the file away.</source>
            <translation>Geçmiş dosyası bozuk ve kenara alınamadı. Geçmiş ve işlem kayıtları bellekte bekliyor ve program kapanınca kaybolur: dosyayı başka yere taşıyın.</translation>
        </message>
        <message>
            <source>The history file was damaged. It was kept as {name}, and a new one begun.</source>
            <translation>Geçmiş dosyası bozuktu. {name} adıyla saklandı ve yenisi başlatıldı.</translation>
        </message>
        <message>
            <source>The history is not open.</source>
            <translation>Geçmiş dosyası açık değil.</translation>
        </message>
        <message>
            <source>The keyring does not give the key that keeps deleted numbers out, so no calls are stored: unlock the keyring and connect again.</source>
            <translation>Anahtarlık, silinen numaraları dışarıda tutan anahtarı vermiyor; bu yüzden çağrılar saklanmıyor: anahtarlığın kilidini açıp yeniden bağlanın.</translation>
        </message>
        <message>
            <source>The keyring no longer holds the key that keeps deleted numbers out, so no calls are stored: bring the keyring back from a backup and start again, or delete one of those numbers once more, which makes a new key.</source>
            <translation>Silinen numaraları dışarıda tutan anahtar artık anahtarlıkta yok; bu yüzden çağrılar saklanmıyor: anahtarlığı yedekten geri yükleyip programı yeniden başlatın ya da o numaralardan birini bir kez daha silin, böylece yeni bir anahtar oluşturulur.</translation>
        </message>
        <message>
            <source>{file} was written by a newer version of this program: its schema is {schema}, this version knows {known}. It is left as it is, and nothing is read or kept: use that version or a newer one.</source>
            <translation>{file} bu programın daha yeni bir sürümüyle yazılmış: şeması {schema}, bu sürüm {known} numaralı şemaya kadar biliyor. Dosyaya dokunulmadı, hiçbir şey okunmuyor ve saklanmıyor: o sürümü ya da daha yenisini kullanın.</translation>
        </message>
        <message>
            <source>{file} was written by version {program} of this program: its schema is {schema}, this version knows {known}. It is left as it is, and nothing is read or kept: use version {program} or a newer one.</source>
            <translation>{file} bu programın {program} sürümüyle yazılmış: şeması {schema}, bu sürüm {known} numaralı şemaya kadar biliyor. Dosyaya dokunulmadı, hiçbir şey okunmuyor ve saklanmıyor: {program} veya daha yeni bir sürümü kullanın.</translation>
        </message>
    </context>
    <context>
        <name>Tray</name>
        <message numerus="yes">
            <source>%n caller(s) to call back</source>
            <translation>
                <numerusform>%n kişi geri aranacak</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n waiting call(s)</source>
            <translation>
                <numerusform>%n bekleyen çağrı</numerusform>
            </translation>
        </message>
        <message>
            <source>Missed callers</source>
            <translation>Cevapsız arayanlar</translation>
        </message>
        <message>
            <source>NetSantral Supervisor: no data yet</source>
            <translation>NetSantral Supervisor: henüz veri yok</translation>
        </message>
        <message>
            <source>NetSantral Supervisor: nobody waits</source>
            <translation>NetSantral Supervisor: bekleyen yok</translation>
        </message>
        <message>
            <source>Open the window</source>
            <translation>Pencereyi aç</translation>
        </message>
        <message>
            <source>Quit</source>
            <translation>Çık</translation>
        </message>
    </context>
    <context>
        <name>Wallboard</name>
        <message>
            <source>Age of the figures: {age}</source>
            <translation>Verilerin yaşı: {age}</translation>
        </message>
        <message>
            <source>Elsewhere: {names}</source>
            <translation>Diğer sayfalarda: {names}</translation>
        </message>
        <message>
            <source>Esc: back to the program. Double click: full screen or window. Space: hold the page.</source>
            <translation>Esc: programa dön. Çift tık: tam ekran veya pencere. Boşluk: sayfayı durdur.</translation>
        </message>
        <message>
            <source>No figures yet</source>
            <translation>Henüz veri yok</translation>
        </message>
        <message>
            <source>None of the chosen queues is there</source>
            <translation>Seçilen kuyrukların hiçbiri yok</translation>
        </message>
        <message>
            <source>Old figures: {age} · {link}</source>
            <translation>Eski veriler: {age} · {link}</translation>
        </message>
        <message>
            <source>Page {n} of {m}</source>
            <translation>Sayfa {n}/{m}</translation>
        </message>
        <message>
            <source>Screen {n}: {name}</source>
            <translation>Ekran {n}: {name}</translation>
        </message>
        <message>
            <source>The PBX names no queue</source>
            <translation>Santral hiçbir kuyruk bildirmiyor</translation>
        </message>
        <message>
            <source>The wallboard is shown</source>
            <translation>Duvar panosu gösteriliyor</translation>
        </message>
        <message>
            <source>They are chosen in Settings, Wallboard.</source>
            <translation>Ayarlar, Duvar panosu bölümünde seçilir.</translation>
        </message>
        <message>
            <source>Wallboard</source>
            <translation>Duvar panosu</translation>
        </message>
        <message>
            <source>Wallboard on screen</source>
            <translation>Duvar panosunun ekranı</translation>
        </message>
        <message>
            <source>near its limit</source>
            <translation>sınıra yakın</translation>
        </message>
        <message>
            <source>stands still, Space goes on</source>
            <translation>sayfa duruyor, boşluk tuşu sürdürür</translation>
        </message>
    </context>
    <context>
        <name>Weekday</name>
        <message>
            <source>Friday</source>
            <translation>Cuma</translation>
        </message>
        <message>
            <source>Monday</source>
            <translation>Pazartesi</translation>
        </message>
        <message>
            <source>Saturday</source>
            <translation>Cumartesi</translation>
        </message>
        <message>
            <source>Sunday</source>
            <translation>Pazar</translation>
        </message>
        <message>
            <source>Thursday</source>
            <translation>Perşembe</translation>
        </message>
        <message>
            <source>Tuesday</source>
            <translation>Salı</translation>
        </message>
        <message>
            <source>Wednesday</source>
            <translation>Çarşamba</translation>
        </message>
    </context>
    <context>
        <name>Window</name>
        <message>
            <source>Age of the figures</source>
            <translation>Verilerin yaşı</translation>
        </message>
        <message>
            <source>Calls</source>
            <translation>Çağrılar</translation>
        </message>
        <message>
            <source>Lists</source>
            <translation>Listeler</translation>
        </message>
        <message>
            <source>Live</source>
            <translation>Canlı</translation>
        </message>
        <message>
            <source>Missed</source>
            <translation>Cevapsız</translation>
        </message>
        <message>
            <source>Names</source>
            <translation>Adlar</translation>
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
            <source>Records</source>
            <translation>Kayıtlar</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>Ayarlar</translation>
        </message>
        <message>
            <source>Statistics</source>
            <translation>İstatistik</translation>
        </message>
        <message>
            <source>next in {n} s</source>
            <translation>sonraki {n} sn</translation>
        </message>
    </context>
</TS>
