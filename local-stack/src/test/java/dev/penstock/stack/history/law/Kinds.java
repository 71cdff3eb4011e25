package dev.penstock.stack.history.law;

import dev.penstock.stack.history.model.Finding;
import dev.penstock.stack.history.model.Finding.Kind;
import dev.penstock.stack.history.proof.LogFixture;
import java.util.List;

/** What is found wrong with a log. */
final class Kinds {
    private Kinds() {}

    static List<Kind> of(LogFixture log) {
        return log.proof().findings().first().stream().map(Finding::kind).toList();
    }
}
