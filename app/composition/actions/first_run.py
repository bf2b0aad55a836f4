"""The first questions' actions."""

from app.composition.session.session import Session
from app.composition.session.words import say
from app.practice import office
from app.usecases.office import opening
from ui.screens.first_run import FirstRunActions, FirstRunAnswers, FirstRunScreen
from ui.work import Work

PRACTICE_DOSSIERS = 120


def first_run_screen(session: Session, work: Work) -> FirstRunScreen:
    """The screen that makes the data folder of `session`."""

    def set_up(answers: FirstRunAnswers) -> None:
        facts = opening.OfficeFacts(
            answers.office,
            answers.agency_code,
            answers.officer,
            superior_body=answers.superior_body,
            department=answers.department,
            place=answers.place,
        )
        if answers.wants_practice:
            office.make_practice_office(
                session.folder, session.clock, dossiers=PRACTICE_DOSSIERS, seed=1, facts=facts
            )
        else:
            session.use(opening.make_office(session.folder, session.clock, facts))

    actions = FirstRunActions(set_up=set_up, say=say, folder=str(session.folder))
    return FirstRunScreen(actions, work)
