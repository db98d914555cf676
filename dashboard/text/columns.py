"""What the columns of records of persons are called, in the reader's language. The contracts have names alone."""

from dashboard.text.translation import Translator


def column_title(t: Translator, column: str) -> str | None:
    """What a column holds; None when nobody has said it."""
    return {
        **_of_employers(t),
        "actor_organisation": t("organisation that acted"),
        "actor_sector": t("sector of that organisation"),
        "amount": t("amount before tax"),
        "applied_on": t("day of the application"),
        "area": t("municipality"),
        "attendance": t("whether the person came"),
        "birth_year": t("year of birth"),
        "case_id": t("number of the case"),
        "closed_on": t("day of closing"),
        "complaint_decided_on": t("day on which a complaint was decided"),
        "complaint_outcome": t("outcome of the complaint"),
        "complete_on": t("day on which the application was complete"),
        "decided_on": t("day of the decision"),
        "degree": t("degree of the benefit"),
        "due_on": t("day on which it is due"),
        "earnings": t("earnings before tax"),
        "education": t("education"),
        "end_on": t("day of its end"),
        "exempt": t("whether exempt"),
        "granted_on": t("first day of the pension"),
        "happened_on": t("day on which it happened"),
        "hours": t("paid hours"),
        "kind": t("kind"),
        "last_day": t("last day"),
        "level": t("level of the education"),
        "month": t("month"),
        "opened_on": t("day of opening"),
        "origin": t("origin"),
        "outcome": t("outcome"),
        "paid_on": t("day of payment"),
        "person_id": t("pseudonym of the person"),
        "placed_on": t("day of the placement"),
        "planned_last_day": t("agreed last day"),
        "recorded_on": t("day of recording"),
        "scheme": t("benefit"),
        "sector": t("sector"),
        "sex": t("sex"),
        "start_on": t("first day"),
        "valid_from": t("valid from"),
        "valid_to": t("valid to"),
    }.get(column)


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
