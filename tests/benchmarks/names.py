"""Names by chance, as common as they are in Mali: thirty family names serve nine people in ten."""

from collections.abc import Sequence
from random import Random

# Each with a rough weight; spellings of one name stand together.
FAMILIES = (
    (82, "Traoré Traore Traoret"), (74, "Coulibaly Coulibali Koulibaly"), (68, "Diarra Djarra Jara"),
    (62, "Keïta Keita"), (55, "Diallo Jallow"), (42, "Konaté Konate"), (40, "Sissoko Cissokho Sissokho"),
    (38, "Dembélé Dembele"), (36, "Koné Kone"), (34, "Touré Toure"), (32, "Sidibé Sidibe"), (30, "Sangaré Sangare"),
    (28, "Camara Kamara"), (26, "Cissé Cisse Sissé"), (25, "Diakité Diakite"), (24, "Doumbia Dumbia"),
    (20, "Maïga Maiga"), (19, "Kanté Kante"), (18, "Bagayoko Bagayogo"), (17, "Samaké Samake"), (16, "Fofana"),
    (15, "Haïdara Haidara"), (14, "Kouyaté Kouyate"), (13, "Tounkara"), (12, "Sacko Sako"), (12, "Dicko"),
    (11, "Diawara Diaoura"), (10, "Ba Bah"), (10, "N’Diaye Ndiaye"), (9, "Soumaré Soumare"),
)  # fmt: skip
MEN = (
    (70, "Mamadou Mamadu"), (66, "Moussa Musa"), (52, "Ibrahim Ibrahima Brahima"), (48, "Amadou Ahmadou"),
    (44, "Oumar Omar"), (42, "Abdoulaye Abdulaye"), (40, "Seydou Saidou"), (38, "Souleymane Soulaymane"),
    (34, "Drissa Idrissa"), (32, "Boubacar Boubakar"), (30, "Bakary Bakari"), (28, "Adama"), (26, "Modibo"),
    (24, "Mohamed Mohammed"), (22, "Issa"), (22, "Salif"), (20, "Yacouba"), (20, "Cheick Cheikh"), (18, "Lassana"),
    (18, "Daouda"), (17, "Sékou Sekou"), (16, "Karim"), (15, "Demba"), (14, "Fousseyni Fousseini"), (14, "Siaka"),
    (13, "Youssouf"), (12, "Lamine"), (12, "Aliou Alou"), (10, "Samba"), (9, "Zoumana"), (8, "Tidiani"),
)  # fmt: skip
WOMEN = (
    (70, "Fatoumata Fatou"), (60, "Aminata Amina"), (55, "Mariam Mariame"), (48, "Kadiatou Kadidiatou"), (40, "Oumou"),
    (34, "Rokia Rokiatou"), (30, "Djénéba Djeneba"), (28, "Awa"), (26, "Assétou Assetou"), (24, "Bintou"), (22, "Sira"),
    (20, "Safiatou"), (18, "Aïssata Aissata"), (16, "Nana"), (14, "Coumba"), (12, "Ɲɛnɛba Niéba"), (10, "Tenin"),
)  # fmt: skip
_SYLLABLES = ("ba", "ko", "di", "sa", "ma", "nia", "tou", "gui", "do", "la", "ye", "fa", "nou", "ra", "ki", "sé")
_RARE_IN_TEN = 1


class Names:
    """Draws names, a rare one now and then."""

    def __init__(self, chance: Random) -> None:
        self._chance = chance
        self._bags = {kind: _bag(names) for kind, names in (("family", FAMILIES), ("men", MEN), ("women", WOMEN))}

    def family(self) -> str:
        """Give a family name."""
        return self._draw("family")

    def given(self, *, woman: bool) -> str:
        """Give one given name, or for one person in six two of them."""
        kind = "women" if woman else "men"
        first = self._draw(kind)
        return f"{first} {self._draw(kind)}" if self._chance.randrange(6) == 0 else first

    def _draw(self, kind: str) -> str:
        if self._chance.randrange(10) < _RARE_IN_TEN:
            return "".join(self._chance.choice(_SYLLABLES) for _ in range(self._chance.randrange(2, 5))).title()
        words, weights = self._bags[kind]
        spellings: list[str] = self._chance.choices(words, cum_weights=weights)[0].split()
        # Half of all clerks write the first spelling.
        return spellings[0] if self._chance.random() < 0.5 else self._chance.choice(spellings)


def _bag(names: Sequence[tuple[int, str]]) -> tuple[list[str], list[int]]:
    weights = [sum(weight for weight, _ in names[: place + 1]) for place in range(len(names))]
    return [words for _, words in names], weights
