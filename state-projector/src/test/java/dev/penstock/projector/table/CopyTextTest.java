package dev.penstock.projector.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CopyTextTest {
    private final List<String> sent = new ArrayList<>();
    private final CopyText rows = new CopyText(bytes -> sent.add(new String(bytes, StandardCharsets.UTF_8)));

    @Test
    void what_means_something_to_copy_is_written_as_a_letter_and_what_cannot_be_stored_is_replaced()
            throws SQLException {
        rows.text("C:\\a\tb\nc\rd")
                .text("")
                .text(null)
                .text("a\u0000b\uD800c\uDC00d 😀")
                .end();
        rows.text("\\").text("plain").end();
        rows.send();
        assertThat(sent).containsExactly("C:\\\\a\\tb\\nc\\rd\t\t\\N\ta\uFFFDb\uFFFDc\uFFFDd 😀\n\\\\\tplain\n");
    }

    @Test
    void a_moment_is_written_to_its_last_digit_also_when_another_one_has_its_place() throws SQLException {
        List<String> moments = List.of(
                "2026-11-22T03:00:00Z",
                "2026-11-22T03:00:00.007Z",
                "2026-11-22T03:04:16.070Z", // 256 seconds later
                "2026-11-22T03:00:00.700Z",
                "2026-11-22T03:00:00.000001Z",
                "1969-12-31T23:59:59.999Z");
        for (String moment : moments) {
            rows.instant(Instant.parse(moment)).end();
        }
        rows.send();
        assertThat(sent.get(0).lines().map(Instant::parse))
                .containsExactlyElementsOf(moments.stream().map(Instant::parse).toList());
    }

    @Test
    void rows_leave_before_the_last_one_is_made() throws SQLException {
        for (int i = 0; i < 10_000; i++) {
            rows.number(1_000_000 + i).end();
        }
        assertThat(sent).hasSizeGreaterThan(1);
        rows.send();
        assertThat(String.join("", sent).lines()).hasSize(10_000);
    }
}
