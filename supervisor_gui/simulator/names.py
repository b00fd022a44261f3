"""Names a Turkish call centre would use. Plain lists, no logic beyond numbering them."""

QUEUES = (
    "Satış", "Destek", "Operatör", "Muhasebe", "Teknik Servis", "Şikayet", "Rezervasyon", "Kargo", "İade", "Kurumsal",
    "Bayi", "Abonelik", "Arıza", "Tahsilat", "Bilgi İşlem", "İnsan Kaynakları", "Satın Alma", "Yedek Parça", "Üyelik",
    "Garanti", "Yurt Dışı", "Çözüm Merkezi", "Ödeme", "Sigorta",
)  # fmt: skip

AGENTS = (
    "Ayşe", "Mehmet", "Zeynep", "Mustafa", "Elif", "Ahmet", "Büşra", "Hüseyin", "Şule", "İbrahim", "Gülşen", "Çağrı",
    "Özge", "Uğur", "Derya", "Emre", "Fatma", "Kerem", "Merve", "Tolga",
)  # fmt: skip

# The PBX folds caller names to capital ASCII.
CALLERS = (
    "AYSE", "MEHMET", "ZEYNEP", "MUSTAFA", "ELIF", "AHMET", "BUSRA", "HUSEYIN", "SULE", "IBRAHIM", "GULSEN", "CAGRI",
    "OZGE", "UGUR", "DERYA", "EMRE",
)  # fmt: skip

# Reason, share of breaks, shortest and longest length in seconds.
BREAKS = (
    ("Çay", 34, 300, 900),
    ("Yemek", 18, 1500, 3000),
    ("Toplantı", 12, 900, 2700),
    ("Eğitim", 8, 1200, 3600),
    ("Namaz", 8, 420, 900),
    ("İhtiyaç", 14, 120, 480),
    ("", 6, 120, 900),
)


def queue_name(index: int) -> str:
    """The name of the queue at `index`, counted from 0; numbered from the second round on."""
    turn, place = divmod(index, len(QUEUES))
    return QUEUES[place] if turn == 0 else f"{QUEUES[place]} {turn + 1}"


def agent_name(index: int) -> str:
    """The first name of the agent at `index`."""
    return AGENTS[index % len(AGENTS)]
