-- Where a browser goes after signing out, to be signed out of the provider that vouched for it too; null: nowhere. It holds the
-- provider's ID token, which names the session there.
ALTER TABLE session ADD COLUMN way_out text;
