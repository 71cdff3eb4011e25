package dev.penstock.ui.right;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.ui.page.frame.Languages;
import dev.penstock.ui.tongue.Language;
import dev.penstock.ui.tongue.Tongue;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PermissionsTest {
    private static final Caller VIEWER = Caller.person("ana", Role.VIEWER);

    @AfterEach
    void forget() {
        Tongue.learn(Map.of(), () -> Language.ENGLISH);
    }

    @Test
    void whoMayNotIsToldWhoMay() {
        assertThat(Permissions.objection(VIEWER, Permission.READ)).isEmpty();
        assertThat(Permissions.objection(VIEWER, Permission.ACT))
                .isEqualTo("To act on jobs, queues and schedules one must be an operator or an administrator;"
                        + " this is the role viewer.");
    }

    @Test
    void inTheirOwnLanguage() {
        Tongue.learn(Languages.catalogues(), () -> Language.GERMAN);
        assertThat(Permissions.objection(VIEWER, Permission.ACT))
                .startsWith(
                        "„" + Permission.ACT.phrase() + "“ darf nur, wer Bediener oder Administrator ist; dies ist ");
    }
}
