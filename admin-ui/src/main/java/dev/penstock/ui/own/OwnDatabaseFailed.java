package dev.penstock.ui.own;

import java.io.Serial;
import java.sql.SQLException;

/** PostgreSQL refused a statement, or did not answer. Nothing of its transaction holds. */
public final class OwnDatabaseFailed extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    private static final String TAKEN = "23505";

    private final String state;

    OwnDatabaseFailed(SQLException cause) {
        super(cause);
        this.state = cause.getSQLState() == null ? "" : cause.getSQLState();
    }

    /** Whether a row with the same key is there already. */
    public boolean isTaken() {
        return state.equals(TAKEN);
    }
}
