package dev.penstock.ui.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.StartupEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StartupGuardTest {
    private final StartupGuard guard = new StartupGuard();

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.7", "no.such.host.invalid"})
    void another_address_than_this_machines_own_is_refused_with_the_reason(String host) {
        assertThatThrownBy(() -> guard.check(new StartupEvent(), host))
                .hasMessageContaining("does not start on " + host)
                .hasMessageContaining("no login yet")
                .hasMessageContaining("ssh -L");
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "::1", "127.3.2.1"})
    void this_machines_own_address_is_allowed(String host) {
        assertThatCode(() -> guard.check(new StartupEvent(), host)).doesNotThrowAnyException();
    }

    @Test
    void an_empty_host_is_this_machine() {
        assertThat(StartupGuard.isLoopback("")).isTrue();
    }
}
