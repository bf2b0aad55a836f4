"""A notice board that only remembers."""


class RecordedNotices:
    """What the shell would have shown."""

    def __init__(self) -> None:
        self.words: list[str] = []
        self.actions: list = []
        self.errors: list[Exception] = []
        self.retries: list = []
        self.asked: list = []
        self.undo: list = []

    def notify(self, words, tone=None, action=None) -> None:
        self.words.append(words)
        self.actions.append(action)

    def offer_undo(self, words, undo, until=None) -> None:
        self.words.append(words)
        self.undo.append(undo)

    def ask(self, words, actions):
        self.asked.append((words, actions))

    def take(self, error, retry=None) -> None:
        self.errors.append(error)
        self.retries.append(retry)
