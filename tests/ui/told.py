"""A notice board that only remembers."""


class Told:
    """What the shell would have shown."""

    def __init__(self) -> None:
        self.words: list[str] = []
        self.acts: list = []
        self.errors: list[Exception] = []
        self.retries: list = []
        self.asked: list = []
        self.undo: list = []

    def tell(self, words, tone=None, act=None) -> None:
        self.words.append(words)
        self.acts.append(act)

    def offer_undo(self, words, undo, until=None) -> None:
        self.words.append(words)
        self.undo.append(undo)

    def ask(self, words, acts):
        self.asked.append((words, acts))

    def take(self, error, retry=None) -> None:
        self.errors.append(error)
        self.retries.append(retry)
