"""The known errors of a casusbestand, each with its own Dutch sentences."""

from hgkm_desktop.errors import HgkmError

_UNCHANGED = "Het bestand is niet veranderd."
_STILL_ON_SCREEN = (
    "Wat eerder is opgeslagen, staat nog in het bestand. "
    "Uw laatste wijziging staat nog op het scherm."
)


class FileMissing(HgkmError):
    """There is no file with this name."""

    def __init__(self) -> None:
        super().__init__(
            "Dit casusbestand staat niet op deze plek.",
            safe="Er is niets veranderd.",
            todo="Kijk of het een andere naam of plek heeft gekregen. "
            "Staat het op een stick of een netwerkschijf? Sluit die dan eerst aan.",
        )


class FolderMissing(HgkmError):
    """The folder for a new file does not exist."""

    def __init__(self) -> None:
        super().__init__(
            "De map voor dit bestand is er niet.",
            safe="Er is niets veranderd.",
            todo="Kies een map die er wel is.",
        )


class NoAccess(HgkmError):
    """The file cannot even be read: no rights, or another program holds it."""

    def __init__(self) -> None:
        super().__init__(
            "Dit bestand kan nu niet worden gelezen. "
            "U hebt er geen rechten voor, of een ander programma houdt het vast.",
            safe=_UNCHANGED,
            todo="Sluit andere programma's die het bestand gebruiken en probeer het opnieuw.",
        )


class NotACaseFile(HgkmError):
    """The first bytes are not those of a casusbestand; `name` is what the file is called."""

    def __init__(self, what: str = "", todo: str = "", *, name: str = "") -> None:
        by_name = "Kies een bestand waarvan de naam eindigt op .hgkm."
        if name.lower().endswith(".hgkm"):
            by_name = (
                "De naam eindigt wel op .hgkm, maar dit is geen bestand om in te werken. "
                "Kies een ander bestand, of zet een back-up terug."
            )
        super().__init__(
            what or "Dit is geen casusbestand van HGKM Desktop, of het begin ervan is beschadigd.",
            safe=_UNCHANGED,
            todo=todo or by_name,
        )


class DamagedHeader(HgkmError):
    """The check number in the first 16 bytes is wrong."""

    def __init__(self) -> None:
        super().__init__(
            "Het begin van dit bestand is beschadigd, of het is geen casusbestand.",
            safe=_UNCHANGED,
            todo="Bewaar dit bestand. Is het een kopie? Open dan het bestand waarvan het een kopie "
            "is. Of zet een back-up terug.",
        )


class WrongPassphrase(HgkmError):
    """The key does not fit; of a file that is not open, a damaged first page looks the same."""

    def __init__(self, *, is_open: bool = False) -> None:
        perhaps = (
            " Weet u zeker dat het wachtwoord klopt? "
            "Dan is het bestand misschien beschadigd en kunt u een back-up openen."
        )
        super().__init__(
            "Dit wachtwoord past niet bij dit bestand.",
            safe=_UNCHANGED,
            todo="Let op hoofdletters en op de taal van het toetsenbord."
            + ("" if is_open else perhaps),
        )


class NewerVersion(HgkmError):
    """Written by a newer version of the program; this one keeps off."""

    def __init__(self) -> None:
        super().__init__(
            "Dit casusbestand is gemaakt met een nieuwere versie van HGKM Desktop.",
            safe=_UNCHANGED,
            todo="Zet de nieuwste versie op deze computer en open het bestand opnieuw.",
        )


class ReadOnlyFile(HgkmError):
    """Nothing can be written to this file; `reason` is the Dutch sentence that says why."""

    def __init__(self, reason: str = "") -> None:
        super().__init__(
            reason or "In deze map of dit bestand mag u niet schrijven.",
            safe="Er is niets veranderd in het bestand.",
            todo="Bewaar een kopie op een andere plek en werk daarin verder.",
        )


class UnfinishedEdit(HgkmError):
    """An edit was cut off by a crash and cannot be undone here, because nothing may be written."""

    def __init__(self) -> None:
        super().__init__(
            "De laatste keer is het opslaan in dit bestand afgebroken. "
            "Dat kan hier niet worden hersteld, want het bestand is alleen te lezen.",
            safe=_UNCHANGED,
            todo="Kopieer het bestand en het bestand met -journal erachter naar een map "
            "waarin u mag schrijven. Open die kopie.",
        )


class WrongCode(HgkmError):
    """A herstelcode without a typing mistake, but of another file or of an older passphrase."""

    def __init__(self) -> None:
        super().__init__(
            "Deze herstelcode past niet bij dit bestand.",
            safe=_UNCHANGED,
            todo="Is het wachtwoord gewijzigd nadat dit herstelblad is gemaakt? "
            "Dan geldt alleen het nieuwste herstelblad.",
        )


class WrongGroup(HgkmError):
    """A herstelcode was mistyped in the group with this number, from 1; 0 for more than one."""

    def __init__(self, group: int) -> None:
        self.group = group
        super().__init__(
            f"Groep {group} van de herstelcode klopt niet."
            if group
            else "De herstelcode klopt op meer dan één plek niet.",
            safe=_UNCHANGED,
            todo="Kijk die groep na op het herstelblad."
            if group
            else "Kijk alle groepen na op het herstelblad. "
            "Hoort het blad bij dit bestand en bij het wachtwoord van nu?",
        )


class FileLocked(HgkmError):
    """The file is locked: its key is gone until someone unlocks it."""

    def __init__(self) -> None:
        super().__init__(
            "Het casusbestand is vergrendeld.",
            safe="Uw laatste wijziging staat nog in het geheugen van het programma.",
            todo="Ontgrendel het met het wachtwoord.",
        )


class DiskFull(HgkmError):
    """The disk refused: full, or failing. What was saved before is intact."""

    def __init__(self) -> None:
        super().__init__(
            "De schijf is vol of werkt niet goed.",
            safe=_STILL_ON_SCREEN,
            todo="Maak ruimte vrij en probeer het opnieuw, of bewaar een kopie op een andere plek.",
        )


class FileBusy(HgkmError):
    """Another program holds the file for a moment."""

    def __init__(self) -> None:
        super().__init__(
            "Het casusbestand is even in gebruik door een ander programma, "
            "bijvoorbeeld OneDrive of een virusscanner.",
            safe=_STILL_ON_SCREEN,
            todo="Probeer het over een paar tellen opnieuw.",
        )


class FileReplaced(HgkmError):
    """The file at this path is no longer the one that was opened, or others wrote in it."""

    def __init__(self) -> None:
        super().__init__(
            "Het casusbestand is buiten HGKM Desktop verplaatst, verwijderd of veranderd.",
            safe="Uw laatste wijziging staat nog op het scherm. Er is niets overschreven.",
            todo="Bewaar uw werk als kopie met een andere naam en open daarna het bestand opnieuw.",
        )


class ReplacedWhileLocked(FileReplaced):
    """The file is no longer the one that was locked, or is not there any more."""

    def __init__(self) -> None:
        HgkmError.__init__(
            self,
            "Het casusbestand is tijdens de vergrendeling verplaatst, verwijderd of veranderd.",
            safe="De casussen die u hebt bekeken, staan nog in het geheugen van het programma. "
            "Er is niets overschreven.",
            todo="Bewaar uw werk als kopie met een andere naam en open daarna het bestand opnieuw.",
        )


class DamagedFile(HgkmError):
    """Part of the file cannot be read, or does not agree with its own checks."""

    def __init__(self) -> None:
        super().__init__(
            "Een deel van dit casusbestand is beschadigd.",
            safe=_UNCHANGED,
            todo="Open een back-up. Bewaar het beschadigde bestand tot u zeker weet "
            "dat er niets ontbreekt.",
        )


class WrongContent(HgkmError):
    """The file is whole, but holds what this program never wrote; read again, it is the same."""

    def __init__(self) -> None:
        super().__init__(
            "De inhoud van dit casusbestand klopt niet. "
            "Er staat iets in dat HGKM Desktop er niet in heeft gezet.",
            safe=_UNCHANGED,
            todo="Hebt u het van iemand anders? Open het dan alleen na overleg met de afzender. "
            "Is het uw eigen bestand? Bewaar het en open een back-up.",
        )


class TooLarge(HgkmError):
    """More than is written in one go, or read: no case that is typed comes near it."""

    def __init__(self) -> None:
        super().__init__(
            "Dit is te groot voor één casus.",
            safe="Wat eerder is opgeslagen, staat nog in het bestand.",
            todo="Maak de langste teksten korter, of verdeel de casus over meer casussen.",
        )


class FileExists(HgkmError):
    """A new file or a copy would take the place of a file that is there."""

    def __init__(self) -> None:
        super().__init__(
            "Op deze plek staat al een bestand met deze naam.",
            safe="Dat bestand is niet veranderd.",
            todo="Kies een andere naam.",
        )


class CopyFailed(HgkmError):
    """A copy was written but did not pass its checks."""

    def __init__(self) -> None:
        super().__init__(
            "De kopie is niet goed geschreven en is weer weggehaald.",
            safe="Het casusbestand zelf is niet veranderd.",
            todo="Bewaar de kopie op een andere schijf.",
        )


class BackupFailed(HgkmError):
    """No backup could be made; those that are there stay."""

    def __init__(self, *, is_damaged: bool = False) -> None:
        what = "Er kon geen back-up worden gemaakt."
        safe = "Uw eerdere back-ups staan er nog."
        if is_damaged:
            super().__init__(
                f"{what} De kopie van uw casusbestand was niet in orde.",
                safe=safe,
                todo="Bewaar een kopie van uw casusbestand op een andere plek. "
                "Controleer daarna uw back-ups, in het menu Bestand.",
            )
            return
        super().__init__(
            f"{what} De schijf is vol, of de map voor back-ups werkt niet.",
            safe=f"Wat u opslaat, komt gewoon in uw casusbestand. {safe}",
            todo="Maak ruimte vrij op deze computer. Later probeert het programma het opnieuw.",
        )


class BackupDamaged(HgkmError):
    """A backup does not pass its checks any more."""

    def __init__(self) -> None:
        super().__init__(
            "Deze back-up is beschadigd en kan niet worden teruggezet.",
            safe="Uw casusbestand en uw andere back-ups zijn niet veranderd.",
            todo="Kies een andere back-up.",
        )


class BackupGone(HgkmError):
    """A backup cannot be read: removed meanwhile, or out of reach."""

    def __init__(self) -> None:
        super().__init__(
            "Deze back-up is er niet meer, of kan nu niet worden gelezen.",
            safe="Uw casusbestand en uw andere back-ups zijn niet veranderd.",
            todo="Kies een andere back-up.",
        )


class AlreadyIssued(HgkmError):
    """Another document of this kind and form with this version number was issued before."""

    def __init__(self) -> None:
        super().__init__(
            "Er is al een document met dit versienummer uitgegeven.",
            safe="Dat document is niet veranderd, en uw casus ook niet.",
            todo="Maak het document opnieuw. Het krijgt dan een nieuw nummer.",
        )


class IssuedDamaged(HgkmError):
    """The bytes of an issued document are gone, or are no longer those that were issued."""

    def __init__(self) -> None:
        super().__init__(
            "Dit document is niet meer te openen zoals het is uitgegeven. "
            "Het is beschadigd of het ontbreekt.",
            safe="Aan de casus zelf is niets veranderd.",
            todo="Open een back-up van het casusbestand en open het document daar.",
        )


class IssuedTakenOut(HgkmError):
    """What an issued document says was taken out of the file; that it went out is told."""

    def __init__(self) -> None:
        super().__init__(
            "De inhoud van dit document is uit dit bestand gehaald.",
            safe="Dat het is uitgegeven, wanneer en als welke versie, blijft in de lijst staan.",
            todo="Hebt u het nodig? Vraag het aan wie het heeft gekregen.",
        )


class CaseMissing(HgkmError):
    """The case asked for is not, or no longer, in the file."""

    def __init__(self) -> None:
        super().__init__(
            "Deze casus staat niet meer in het bestand.",
            safe="De andere casussen staan er nog.",
            todo="Kies een andere casus.",
        )
