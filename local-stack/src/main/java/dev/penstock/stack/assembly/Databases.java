package dev.penstock.stack.assembly;

import dev.penstock.stack.postgres.LocalPostgres;
import dev.penstock.stack.process.OwnerOnly;
import java.util.Map;

/**
 * The database of a stack and its roles: the projector owns everything it makes there, the UI owns {@code penstock_ui} and may
 * only read what the projector makes, now and after a rebuild. The demo's handlers have {@code penstock_demo} and see nothing else.
 */
public final class Databases {
    private static final String DATABASE = "penstock";
    private static final String PROJECTOR = "penstock_projector";
    private static final String UI = "penstock_ui";
    private static final String DEMO = "penstock_demo";

    private Databases() {}

    /** Makes what is missing; returns the settings with which projector, UI and workers connect. */
    public static Map<String, String> prepare(LocalPostgres postgres, DataFolder data) {
        String projectorPassword = OwnerOnly.secret(data.postgres().resolve(PROJECTOR + ".password"));
        String uiPassword = OwnerOnly.secret(data.postgres().resolve(UI + ".password"));
        postgres.ensureRole(PROJECTOR, projectorPassword);
        postgres.ensureRole(UI, uiPassword);
        String demoPassword = OwnerOnly.secret(data.postgres().resolve(DEMO + ".password"));
        postgres.ensureRole(DEMO, demoPassword);
        postgres.ensureDatabase(DATABASE, PROJECTOR);
        postgres.execute(
                DATABASE,
                "CREATE SCHEMA IF NOT EXISTS penstock_ui AUTHORIZATION " + UI,
                "CREATE SCHEMA IF NOT EXISTS penstock_demo AUTHORIZATION " + DEMO,
                "ALTER DEFAULT PRIVILEGES FOR ROLE " + PROJECTOR + " GRANT USAGE ON SCHEMAS TO " + UI,
                "ALTER DEFAULT PRIVILEGES FOR ROLE " + PROJECTOR + " GRANT SELECT ON TABLES TO " + UI);
        String url = postgres.jdbcUrl(DATABASE);
        return Map.of(
                "penstock.read-db.url", url,
                "penstock.read-db.user", PROJECTOR,
                "penstock.read-db.password", projectorPassword,
                "penstock.ui-db.url", url,
                "penstock.ui-db.user", UI,
                "penstock.ui-db.password", uiPassword,
                "penstock.demo.database.url", url,
                "penstock.demo.database.user", DEMO,
                "penstock.demo.database.password", demoPassword);
    }
}
