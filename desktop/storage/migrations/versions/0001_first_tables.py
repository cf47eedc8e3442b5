"""The first tables.

Before: an empty file.
After:  every table of the centre, and a journal that takes new lines but no change of an old one.
"""

from alembic import op

from desktop.storage.migrations.first import accounts, activity, centre, directory, people, sealed, stays

revision = "0001"
down_revision = None

_TABLES = (
    accounts.act,
    activity.activity_type,
    centre.age_scheme,
    accounts.anchor,
    accounts.checkpoint,
    sealed.compartment,
    accounts.device,
    stays.import_mapping,
    accounts.journal,
    sealed.key_record,
    centre.list_item,
    directory.organisation,
    people.person,
    activity.series,
    centre.setting,
    centre.site,
    accounts.staff,
    accounts.vault_meta,
    accounts.act_row,
    centre.age_band,
    accounts.code_range,
    stays.convoy,
    sealed.draft,
    people.look_alike,
    people.name_word,
    people.person_name,
    sealed.referral,
    centre.room,
    sealed.sealed_item,
    directory.service,
    sealed.tray_item,
    centre.bed,
    accounts.code_counter,
    sealed.letter,
    stays.manifest_import,
    sealed.referral_event,
    activity.week_template,
    stays.return_,
    activity.session,
    people.consent,
    stays.stay,
    activity.attendance,
    stays.departure,
    stays.manifest_line,
    centre.placement,
    people.wristband,
    activity.attendance_mark,
)
_LINES_STAY = """
    CREATE TRIGGER journal_no_{act} BEFORE {act} ON journal
    BEGIN SELECT RAISE(ABORT, 'a line of the journal never changes'); END
"""
# "JTGI", so that a file of another program is told apart.
_APPLICATION_ID = 0x4A544749


def upgrade() -> None:
    """Make every table, then close the journal to changes."""
    for make in _TABLES:
        make()
    if op.get_bind().dialect.name == "sqlite":
        for act in ("update", "delete"):
            op.execute(_LINES_STAY.format(act=act))
        op.execute(f"PRAGMA application_id = {_APPLICATION_ID}")
