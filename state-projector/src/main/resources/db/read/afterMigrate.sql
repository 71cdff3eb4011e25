-- The role the UI reads with: SELECT and nothing else. Made here only if the configuration says so; an operator may make
-- it before or after the first start, the grants follow at the next one.
DO $$
BEGIN
    IF '${ui_role_create}' = 'true' AND NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${ui_role}') THEN
        EXECUTE format('CREATE ROLE %I LOGIN PASSWORD %L', '${ui_role}', '${ui_role_password}');
    END IF;
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = '${ui_role}') THEN
        EXECUTE format('GRANT USAGE ON SCHEMA %I TO %I', current_schema(), '${ui_role}');
        EXECUTE format('GRANT SELECT ON ALL TABLES IN SCHEMA %I TO %I', current_schema(), '${ui_role}');
        EXECUTE format(
            'ALTER DEFAULT PRIVILEGES IN SCHEMA %I GRANT SELECT ON TABLES TO %I', current_schema(), '${ui_role}');
    END IF;
END $$;
