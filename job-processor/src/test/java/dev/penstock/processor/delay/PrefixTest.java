package dev.penstock.processor.delay;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PrefixTest {
    @Test
    @DisplayName("B9: only the contiguous prefix is committed")
    void onlyTheContiguousPrefixIsCommitted() {
        Prefix prefix = new Prefix();
        assertThat(prefix.committable()).isEqualTo(Prefix.NOTHING_READ);
        Prefix.Slot first = prefix.read(10);
        Prefix.Slot second = prefix.read(12);
        Prefix.Slot third = prefix.read(13);
        third.done();
        assertThat(prefix.committable()).isEqualTo(10);
        first.done();
        assertThat(prefix.committable()).isEqualTo(12);
        second.done();
        assertThat(prefix.committable()).isEqualTo(14);
    }
}
