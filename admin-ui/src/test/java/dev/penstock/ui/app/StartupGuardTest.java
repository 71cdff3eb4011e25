package dev.penstock.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StartupGuardTest {
    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.7", "no.such.host.invalid"})
    void another_address_than_this_machines_own_is_refused_with_the_reason(String host) {
        assertThat(StartupGuard.objection(host, false, false))
                .contains("does not start on " + host)
                .contains("plain text")
                .contains("ssh -L");
    }

    @Test
    void behind_a_proxy_that_speaks_tls_any_address_is_allowed_unless_it_is_a_demo() {
        assertThat(StartupGuard.objection("0.0.0.0", true, false)).isNull();
        assertThat(StartupGuard.objection("0.0.0.0", true, true)).contains("it is a demo");
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "::1", "127.3.2.1"})
    void this_machines_own_address_is_allowed(String host) {
        assertThat(StartupGuard.objection(host, false, true)).isNull();
    }

    @Test
    void an_empty_host_is_this_machine() {
        assertThat(StartupGuard.isLoopback("")).isTrue();
    }
}
