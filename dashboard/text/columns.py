"""What the columns of records of persons are called, in the reader's language. The contracts have names alone."""

from dashboard.text.translation import Translator


def column_title(t: Translator, column: str) -> str | None:
    """What a column holds; None when nobody has said it."""
    return {
        **_of_employers(t),
        **_of_dealings(t),
        "actor_organisation": t("organisation that acted"),
        "actor_sector": t("sector of that organisation"),
        "amount": t("amount before tax"),
        "area": t("municipality"),
        "birth_year": t("year of birth"),
        "degree": t("degree of the benefit"),
        "earnings": t("earnings before tax"),
        "education": t("education"),
        "end_on": t("day of its end"),
        "hours": t("paid hours"),
        "kind": t("kind"),
        "last_day": t("last day"),
        "level": t("level of the education"),
        "month": t("month"),
        "need": t("need of support"),
        "origin": t("origin"),
        "person_id": t("pseudonym of the person"),
        "planned_last_day": t("agreed last day"),
        "recorded_on": t("day of recording"),
        "scheme": t("benefit"),
        "sector": t("sector"),
        "sex": t("sex"),
        "start_on": t("first day"),
        "valid_from": t("valid from"),
        "valid_to": t("valid to"),
    }.get(column)


def _of_dealings(t: Translator) -> dict[str, str]:
    return {
        "applied_on": t("day of the application"),
        "attendance": t("whether the person came"),
        "case_id": t("number of the case"),
        "closed_on": t("day of closing"),
        "complaint_decided_on": t("day on which a complaint was decided"),
        "complaint_outcome": t("outcome of the complaint"),
        "complete_on": t("day on which the application was complete"),
        "decided_on": t("day of the decision"),
        "due_on": t("day on which it is due"),
        "exempt": t("whether exempt"),
        "granted_on": t("first day of the pension"),
        "happened_on": t("day on which it happened"),
        "opened_on": t("day of opening"),
        "outcome": t("outcome"),
        "paid_on": t("day of payment"),
        "placed_on": t("day of the placement"),
    }


def _of_employers(t: Translator) -> dict[str, str]:
    return {
        "active_from": t("first day with work"),
        "active_to": t("last day with work"),
        "employees": t("employees"),
        "employer_id": t("pseudonym of the employer"),
        "filled_on": t("day of filling"),
        "filled_positions": t("positions filled"),
        "industry": t("industry"),
        "notice_id": t("number of the notice"),
        "notified_on": t("day of the notice"),
        "persons": t("persons that the notice tells of"),
        "positions": t("positions"),
        "referred_positions": t("positions filled by referral"),
        "vacancy_id": t("number of the vacancy"),
    }
