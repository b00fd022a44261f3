"""Names of countries in the window's language. Qt has each in English and in its own language only."""

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QLocale

from supervisor_gui.i18n import QT_TRANSLATE_NOOP, translate

MOST_CALLED: Mapping[str, str] = MappingProxyType(
    {
        "AF": QT_TRANSLATE_NOOP("Countries", "Afghanistan"),
        "AL": QT_TRANSLATE_NOOP("Countries", "Albania"),
        "DZ": QT_TRANSLATE_NOOP("Countries", "Algeria"),
        "AM": QT_TRANSLATE_NOOP("Countries", "Armenia"),
        "AU": QT_TRANSLATE_NOOP("Countries", "Australia"),
        "AT": QT_TRANSLATE_NOOP("Countries", "Austria"),
        "AZ": QT_TRANSLATE_NOOP("Countries", "Azerbaijan"),
        "BH": QT_TRANSLATE_NOOP("Countries", "Bahrain"),
        "BY": QT_TRANSLATE_NOOP("Countries", "Belarus"),
        "BE": QT_TRANSLATE_NOOP("Countries", "Belgium"),
        "BA": QT_TRANSLATE_NOOP("Countries", "Bosnia and Herzegovina"),
        "BR": QT_TRANSLATE_NOOP("Countries", "Brazil"),
        "BG": QT_TRANSLATE_NOOP("Countries", "Bulgaria"),
        "CA": QT_TRANSLATE_NOOP("Countries", "Canada"),
        "CN": QT_TRANSLATE_NOOP("Countries", "China"),
        "HR": QT_TRANSLATE_NOOP("Countries", "Croatia"),
        "CY": QT_TRANSLATE_NOOP("Countries", "Cyprus"),
        "CZ": QT_TRANSLATE_NOOP("Countries", "Czechia"),
        "DK": QT_TRANSLATE_NOOP("Countries", "Denmark"),
        "EG": QT_TRANSLATE_NOOP("Countries", "Egypt"),
        "EE": QT_TRANSLATE_NOOP("Countries", "Estonia"),
        "FI": QT_TRANSLATE_NOOP("Countries", "Finland"),
        "FR": QT_TRANSLATE_NOOP("Countries", "France"),
        "GE": QT_TRANSLATE_NOOP("Countries", "Georgia"),
        "DE": QT_TRANSLATE_NOOP("Countries", "Germany"),
        "GR": QT_TRANSLATE_NOOP("Countries", "Greece"),
        "HU": QT_TRANSLATE_NOOP("Countries", "Hungary"),
        "IN": QT_TRANSLATE_NOOP("Countries", "India"),
        "ID": QT_TRANSLATE_NOOP("Countries", "Indonesia"),
        "IR": QT_TRANSLATE_NOOP("Countries", "Iran"),
        "IQ": QT_TRANSLATE_NOOP("Countries", "Iraq"),
        "IE": QT_TRANSLATE_NOOP("Countries", "Ireland"),
        "IL": QT_TRANSLATE_NOOP("Countries", "Israel"),
        "IT": QT_TRANSLATE_NOOP("Countries", "Italy"),
        "JP": QT_TRANSLATE_NOOP("Countries", "Japan"),
        "JO": QT_TRANSLATE_NOOP("Countries", "Jordan"),
        "KZ": QT_TRANSLATE_NOOP("Countries", "Kazakhstan"),
        "XK": QT_TRANSLATE_NOOP("Countries", "Kosovo"),
        "KW": QT_TRANSLATE_NOOP("Countries", "Kuwait"),
        "KG": QT_TRANSLATE_NOOP("Countries", "Kyrgyzstan"),
        "LV": QT_TRANSLATE_NOOP("Countries", "Latvia"),
        "LB": QT_TRANSLATE_NOOP("Countries", "Lebanon"),
        "LY": QT_TRANSLATE_NOOP("Countries", "Libya"),
        "LT": QT_TRANSLATE_NOOP("Countries", "Lithuania"),
        "LU": QT_TRANSLATE_NOOP("Countries", "Luxembourg"),
        "MY": QT_TRANSLATE_NOOP("Countries", "Malaysia"),
        "MT": QT_TRANSLATE_NOOP("Countries", "Malta"),
        "MX": QT_TRANSLATE_NOOP("Countries", "Mexico"),
        "MD": QT_TRANSLATE_NOOP("Countries", "Moldova"),
        "ME": QT_TRANSLATE_NOOP("Countries", "Montenegro"),
        "MA": QT_TRANSLATE_NOOP("Countries", "Morocco"),
        "NL": QT_TRANSLATE_NOOP("Countries", "Netherlands"),
        "NG": QT_TRANSLATE_NOOP("Countries", "Nigeria"),
        "MK": QT_TRANSLATE_NOOP("Countries", "North Macedonia"),
        "NO": QT_TRANSLATE_NOOP("Countries", "Norway"),
        "OM": QT_TRANSLATE_NOOP("Countries", "Oman"),
        "PK": QT_TRANSLATE_NOOP("Countries", "Pakistan"),
        "PS": QT_TRANSLATE_NOOP("Countries", "Palestine"),
        "PL": QT_TRANSLATE_NOOP("Countries", "Poland"),
        "PT": QT_TRANSLATE_NOOP("Countries", "Portugal"),
        "QA": QT_TRANSLATE_NOOP("Countries", "Qatar"),
        "RO": QT_TRANSLATE_NOOP("Countries", "Romania"),
        "RU": QT_TRANSLATE_NOOP("Countries", "Russia"),
        "SA": QT_TRANSLATE_NOOP("Countries", "Saudi Arabia"),
        "RS": QT_TRANSLATE_NOOP("Countries", "Serbia"),
        "SG": QT_TRANSLATE_NOOP("Countries", "Singapore"),
        "SK": QT_TRANSLATE_NOOP("Countries", "Slovakia"),
        "SI": QT_TRANSLATE_NOOP("Countries", "Slovenia"),
        "SO": QT_TRANSLATE_NOOP("Countries", "Somalia"),
        "ZA": QT_TRANSLATE_NOOP("Countries", "South Africa"),
        "KR": QT_TRANSLATE_NOOP("Countries", "South Korea"),
        "ES": QT_TRANSLATE_NOOP("Countries", "Spain"),
        "SD": QT_TRANSLATE_NOOP("Countries", "Sudan"),
        "SE": QT_TRANSLATE_NOOP("Countries", "Sweden"),
        "CH": QT_TRANSLATE_NOOP("Countries", "Switzerland"),
        "SY": QT_TRANSLATE_NOOP("Countries", "Syria"),
        "TJ": QT_TRANSLATE_NOOP("Countries", "Tajikistan"),
        "TH": QT_TRANSLATE_NOOP("Countries", "Thailand"),
        "TN": QT_TRANSLATE_NOOP("Countries", "Tunisia"),
        "TM": QT_TRANSLATE_NOOP("Countries", "Turkmenistan"),
        "UA": QT_TRANSLATE_NOOP("Countries", "Ukraine"),
        "AE": QT_TRANSLATE_NOOP("Countries", "United Arab Emirates"),
        "GB": QT_TRANSLATE_NOOP("Countries", "United Kingdom"),
        "US": QT_TRANSLATE_NOOP("Countries", "United States"),
        "UZ": QT_TRANSLATE_NOOP("Countries", "Uzbekistan"),
        "YE": QT_TRANSLATE_NOOP("Countries", "Yemen"),
    }
)
"""Those that are translated; every other country is told in English."""


def country(region: str) -> str:
    """The country with these two letters; the letters themselves where nobody knows it."""
    name = MOST_CALLED.get(region)
    if name is not None:
        return translate("Countries", name)
    territory = QLocale.codeToTerritory(region)
    return region if territory is QLocale.Country.AnyCountry else QLocale.territoryToString(territory)
