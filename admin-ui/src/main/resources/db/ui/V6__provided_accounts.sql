-- People whom an OpenID provider vouches for; null: they have a password here. Who has another subject is somebody else,
-- whatever they are called.
ALTER TABLE account ADD COLUMN issuer text, ADD COLUMN subject text;
CREATE UNIQUE INDEX account_provided ON account (issuer, subject);
