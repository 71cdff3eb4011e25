package dev.penstock.processor.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class OffersTest {
    @Test
    void a_queue_has_the_slots_of_the_living_workers_that_serve_it() {
        Offers offers = new Offers();
        offers.beat("w1", List.of("mail", "default"), 10);
        offers.beat("w2", List.of("mail"), 4);
        offers.beat("w2", List.of("mail"), 6);
        assertThat(offers.slots("mail")).isEqualTo(16);
        assertThat(offers.slots("default")).isEqualTo(10);
        assertThat(offers.slots("other")).isZero();
        offers.forget("w1");
        assertThat(offers.slots("mail")).isEqualTo(6);
        offers.forgetIf("w2"::equals);
        assertThat(offers.slots("mail")).isZero();
    }
}
