package dev.penstock.stack.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {
    @Test
    void aPreferredPortInUseGivesWayToTheNextAndAnExactOneIsRefusedByNumber() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int taken = other.getLocalPort();
            assertThat(Ports.isFree(taken)).isFalse();
            assertThat(Ports.answers(taken)).isTrue();
            assertThat(Ports.freeFrom(taken)).isGreaterThan(taken);
            assertThatThrownBy(() -> Ports.exactly(taken, "The admin UI", "--port"))
                    .isInstanceOf(PortTaken.class)
                    .hasMessage("The admin UI was told to use port " + taken
                            + " of 127.0.0.1, but another program listens there already."
                            + " Stop that program, or choose another port with --port.");
        }
    }
}
