package dev.penstock.ui.view.account;

import dev.penstock.ui.view.Moment;
import dev.penstock.ui.view.Shell;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tokens of programs, for administrators.
 *
 * @param made a token that was just made, shown this once; empty: none was
 * @param problem what was wrong with what was typed; empty if nothing was
 */
public record TokensView(Shell shell, List<Token> tokens, String made, String problem) {
    /**
     * A token.
     *
     * @param may what it is for, in words
     * @param used null: never
     */
    public record Token(
            String name,
            String may,
            String rate,
            String by,
            Moment created,
            @Nullable Moment used,
            boolean revoked) {}
}
