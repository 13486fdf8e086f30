"""The one Collection row, its sequence of versions, and the protected Anonymous partnership."""

from django.db import migrations

FORWARDS = """
CREATE SEQUENCE reviews_collection_versions;
INSERT INTO reviews_collection (id, version, recent, changed_at) VALUES (1, 0, '{0}', now());

INSERT INTO reviews_partnership (id, slug, name, aliases, nation, region, illustrative)
OVERRIDING SYSTEM VALUE
VALUES (1, 'anonymous', 'Anonymous', '{}', 'not-recorded', '', false);
SELECT setval(pg_get_serial_sequence('reviews_partnership', 'id'), 1);

CREATE FUNCTION reviews_keep_anonymous() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'The partnership Anonymous is protected.'
        USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER partnership_keep_anonymous BEFORE DELETE ON reviews_partnership
    FOR EACH ROW WHEN (OLD.id = 1) EXECUTE FUNCTION reviews_keep_anonymous();
CREATE TRIGGER partnership_anonymous_keeps_key BEFORE UPDATE ON reviews_partnership
    FOR EACH ROW WHEN (OLD.id = 1 AND NEW.id <> 1) EXECUTE FUNCTION reviews_keep_anonymous();

CREATE FUNCTION reviews_keep_history() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'History is added to, never changed.'
        USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER auditentry_never_changed BEFORE UPDATE ON reviews_auditentry
    FOR EACH ROW EXECUTE FUNCTION reviews_keep_history();
"""

BACKWARDS = """
DROP TRIGGER auditentry_never_changed ON reviews_auditentry;
DROP FUNCTION reviews_keep_history();
DROP TRIGGER partnership_anonymous_keeps_key ON reviews_partnership;
DROP TRIGGER partnership_keep_anonymous ON reviews_partnership;
DROP FUNCTION reviews_keep_anonymous();
DELETE FROM reviews_collection;
DELETE FROM reviews_partnership WHERE id = 1;
DROP SEQUENCE reviews_collection_versions;
"""


class Migration(migrations.Migration):
    dependencies = [("reviews", "0001_initial")]

    operations = [migrations.RunSQL(FORWARDS, BACKWARDS)]
