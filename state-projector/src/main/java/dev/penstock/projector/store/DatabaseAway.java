package dev.penstock.projector.store;

import dev.penstock.projector.sink.ReadModel.GenerationGone;
import dev.penstock.projector.sink.ReadModel.RowRefused;
import java.sql.SQLException;

/** PostgreSQL does not answer, or not now; asking again may help. */
public final class DatabaseAway extends RuntimeException {
    private static final long serialVersionUID = 1;
    private static final int CLASS = 2;

    DatabaseAway(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /** What an error of the database means for us, by the class of its SQLSTATE. */
    static RuntimeException meaning(SQLException e) {
        String state = e.getSQLState() == null ? "08" : e.getSQLState();
        String message = e.getMessage() == null
                ? state
                : e.getMessage().lines().findFirst().orElse(state);
        return switch (state.substring(0, Math.min(CLASS, state.length()))) {
            case "22", "23", "54" -> new RowRefused(message, e);
            case "3F", "42" ->
                state.equals("42501")
                        ? new IllegalStateException("The projector's role may not do this: " + message, e)
                        : new GenerationGone("The schema " + ReadSchema.NAME + " is not as it was: " + message);
            default -> new DatabaseAway(message, e);
        };
    }
}
