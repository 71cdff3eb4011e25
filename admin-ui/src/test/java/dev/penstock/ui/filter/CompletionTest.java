package dev.penstock.ui.filter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompletionTest {
    /** The bar is the caret. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '!',
            quoteCharacter = '`',
            value = {
                "`|`                          !      ! ``           ! ``",
                "que|                         !      ! que          ! que",
                "status:failed que|ue         !      ! que          ! queue",
                "-ty|                         !      ! ty           ! ty",
                "type:em|                     ! TYPE ! em           ! em",
                "-type:em|ail.send queue:x    ! TYPE ! em           ! email.send",
                "type:a,b,c|d,e               ! TYPE ! c            ! cd",
                "error:\"550 mail|box\" tag:x ! ERROR ! 550 mail    ! `\"550 mailbox\"`",
                "error:\"not closed|          ! ERROR ! not closed  ! `\"not closed`",
                "created:2026-03-01T10:0|     ! CREATED ! 2026-03-01T10:0 ! 2026-03-01T10:0",
                "nothing:x|                   ! TEXT ! x            ! x"
            })
    void the_word_at_the_caret_is_found(String written, Key key, String typed, String replaced) {
        int caret = written.indexOf('|');
        String text = written.replace("|", "");
        Completion found = Completion.at(text, caret);
        assertThat(found.key()).isEqualTo(key);
        assertThat(found.typed()).isEqualTo(typed);
        assertThat(text.substring(found.from(), found.to())).isEqualTo(replaced);
    }
}
