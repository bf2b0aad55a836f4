"""Latin alphabets in which people of Vietnam write their names, each with where it was found.

Names come from any of them, and an address more often still; the faces of the forms and of the
window must show every letter (`tests/printing/test_alphabets.py` draws each). Capitals follow from
small letters. Scripts other than Latin (Tai Viet, Cham, Khmer, Chinese) are not meant: identity
papers are written in Latin.
"""

from dataclasses import dataclass

_VIETNAMESE = "a ă â b c d đ e ê g h i k l m n o ô ơ p q r s t u ư v x y"
_TONES = "\u0300 \u0301 \u0303 \u0309 \u0323"
_SLDR = "SIL Locale Data Repository, exemplar characters of “{}” (2026)"
_NOT_FOUND = (
    "no source with the list itself was found; letters after the family's other alphabets: {}"
)


@dataclass(frozen=True, slots=True)
class Alphabet:
    """One way of writing: whose, its small letters, marks that stand on any vowel, its source."""

    people: str
    letters: str
    source: str
    tones: str = ""


ALPHABETS = (
    Alphabet("Kinh", _VIETNAMESE, "CLDR, exemplar characters of “vi”", _TONES),
    Alphabet(
        "Mường",
        _VIETNAMESE.replace(" s ", " ") + " w",
        "Decision 2295/QĐ-UBND of Hòa Bình, 8/9/2016; huyền is written as a turned comma",
        "\u0301 \u0303 \u0309 \u0312",
    ),
    Alphabet(
        "Tày, Nùng",
        _VIETNAMESE + " f j w z",
        "Decree 206-CP of 27/11/1961 approves the writing (its annex was never published); letters "
        "and tones after SIL's keyboard for Tày in Latin, 2014",
        _TONES + " \u030f \u0331",
    ),
    Alphabet(
        "Hmông",
        _VIETNAMESE + " f j w z",
        "Decree 206-CP of 27/11/1961; tones are letters (s x v k j r z), nothing is stacked",
    ),
    Alphabet(
        "Thái (Tai Dam)",
        _VIETNAMESE + " \ua78c f j w z",
        _SLDR.format("blt-Latn"),
        _TONES,
    ),
    Alphabet(
        "Thái (Tai Dón)",
        "a ă b c d đ e ê f g h i k l m n o ô ơ p q s t u ư v y",
        _SLDR.format("twh"),
        "\u0301 \u0303 \u0304 \u0309 \u0323",
    ),
    Alphabet(
        "Dao",
        "a b c d e f g h i j k l m n o p q r s t u v w x y z â ê ô ơ ư",
        _NOT_FOUND.format("plain letters (Iu Mien, 1984) and those of Vietnamese"),
    ),
    Alphabet(
        "Ê Đê",
        "a ă â b ƀ č d đ e ĕ ê ê̆ g h i ĭ j k l m n ñ o ŏ ô ô̆ ơ ơ̆ p r s t u ŭ ư ư̆ w y b̆ n̆ č̣",
        "the school alphabet of Đắk Lắk (“Klei hriăm”, 38 letters); b̆, n̆ and č̣ as met in names",
    ),
    Alphabet(
        "Gia Rai",
        "a ă â b ƀ c č c̆ d đ e ĕ ê ê̆ g h i ĭ j k l m n ñ o ŏ ô ô̆ ơ ơ̆ p r s t u ŭ ư ư̆ w y",
        _SLDR.format("jra"),
    ),
    Alphabet(
        "Ba Na",
        "a ă â â̆ b c d đ e ĕ ê ê̆ g h i ĭ j k l m n ñ o ŏ ô ô̆ ơ ơ̆ p r s t u ŭ ư ư̆ w y ' ’",
        _SLDR.format("bdq"),
    ),
    Alphabet(
        "Mnông",
        "a ă â â̆ b ƀ c d đ e ĕ ê ê̆ g h i ĭ j k l m n ñ o ŏ ô ô̆ ơ ơ̆ p r s t u ŭ ư ư̆ v y",
        _SLDR.format("cmo"),
    ),
    Alphabet(
        "Hrê",
        "a â b c d đ e ê g h i j k l m n o ô ŏ p q r s t u w x y",
        _SLDR.format("hre"),
        "\u0300",
    ),
    Alphabet(
        "Bru – Vân Kiều",
        "a â b c d e ê g h i k l m n o ô ơ ŏ p q r s t u ư v w y",
        _SLDR.format("bru"),
        "\u0301 \u0303",
    ),
    Alphabet(
        "Tà Ôi, Pa Cô",
        "a b c d e ê g h i k l m n o ô ơ ŏ p q r s t u ư v y",
        _SLDR.format("pac"),
        "\u0301 \u0303",
    ),
    Alphabet(
        "Chu Ru",
        "a b c d đ e ê g h i j k l m n ñ o ô ơ p r s t u ư w x y",
        _SLDR.format("cje") + "; approved by Decision 15/2007/QĐ-UBND of Lâm Đồng",
        "\u0300 \u0303 \u0306 \u0323",
    ),
    Alphabet(
        "Cơ Ho, Mạ",
        "a ă â b ƀ c d đ e ĕ ê ê̆ g h i ĭ j k l m n ñ o ŏ ô ô̆ ơ ơ̆ p r s t u ŭ ư ư̆ w y",
        "SIL's keyboard for the Central Highlands (“Dega”), which names Kơ’Ho",
        "\u0300 \u0301",
    ),
    Alphabet(
        "Xơ Đăng, Giẻ Triêng",
        "a ă â b c d đ e ĕ ê ê̆ g h i ĭ j k l m n ñ o ŏ ô ô̆ ơ ơ̆ p r s t u ŭ ư ư̆ v w x y z",
        _NOT_FOUND.format("Ba Na and Hrê, with grave and tilde"),
        "\u0300 \u0303",
    ),
    Alphabet(
        "Cơ Tu, Cor",
        "a ă â b c d đ e ê g h i j k l m n ñ o ŏ ô ơ p q r s t u ư v w y z",
        "Decision 1052/QĐ-UBND of Quảng Nam, 22/4/2025 (27 consonants, 27 vowels; the annex was "
        "not seen, letters after Tà Ôi and Bru)",
        "\u0300 \u0301",
    ),
    Alphabet(
        "Xtiêng",
        "a ă â b ƀ c d đ e ĕ ê ê̆ g h i ĭ j k l m n ñ o ŏ ô ô̆ ơ ơ̆ p r s t u ŭ ư ư̆ v w y",
        "Decision 70/2007/QĐ-UBND of Bình Phước; the annex was not seen, letters after Mnông",
    ),
    Alphabet(
        "Ra Glai",
        "a b c d đ e g h i j k l m n ñ o p q r s t u v w y z â ê ô ơ ư ă",
        "Decision 383/QĐ-UBND of Ninh Thuận, 8/10/2019 (letters of Vietnamese with j, w, z)",
        "\u0300 \u0301",
    ),
    Alphabet(
        "Chăm (Latin)",
        "a ā b c d e é è g h i ī j k l m n ñ o p r s t u ū w y â ê ô ơ ư đ ă",
        "transcription of the École française d'Extrême-Orient, 1977 and 1997",
    ),
    Alphabet(
        "Chơ Ro",
        "a ă â b c d đ e ê g h i j k l m n ñ o ŏ ô ơ p r s t u ư v w y",
        _NOT_FOUND.format("Mnông and Xtiêng"),
        "\u0300 \u0306",
    ),
)

VOWELS = frozenset("aăâeêioôơuưyŏ")


def letters(alphabet: Alphabet) -> tuple[str, ...]:
    """Every small letter of `alphabet`, those with a tone too, composed where they can be."""
    plain = alphabet.letters.split()
    toned = [
        letter + tone for letter in plain if letter in VOWELS for tone in alphabet.tones.split()
    ]
    return (*plain, *toned)
