package dev.penstock.api.mask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.penstock.api.job.Json;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is covered of a job's contents, and how it comes back. */
class MaskTest {
    private static final Masking MASKING =
            Masking.of(Masking.USUAL, Map.of("pay", List.of("$.card.number", "$.items[*].iban", "pin")));

    private static final Pattern SUSPICIOUS = Pattern.compile(MASKING.suspicion(), Pattern.CASE_INSENSITIVE);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    any | {"to":"ana"}                          | {"to":"ana"}
                    any | {"Password":"a"}                      | {"Password":"••••"}
                    any | {"a":[{"api_key":1.50}],"b":1.50}     | {"a":[{"api_key":"••••"}],"b":1.50}
                    any | {"credentials":{"user":"u","x":[1]}}  | {"credentials":"••••"}
                    any | {"token":null}                        | {"token":null}
                    any | {"p\\u0061ssword":"a"}                | {"password":"••••"}
                    any | {"pin":"1","card":{"number":"2"}}     | {"pin":"1","card":{"number":"2"}}
                    pay | {"pin":"1","card":{"number":"2"}}     | {"pin":"••••","card":{"number":"••••"}}
                    pay | {"number":"2","x":{"card":{"number":"2"}}} | {"number":"2","x":{"card":{"number":"2"}}}
                    pay | {"items":[{"iban":"x"},{"iban":"y"}]} | {"items":[{"iban":"••••"},{"iban":"••••"}]}
                    any | {"url":"https://u:p4ss@h/?token=abc&x=1"} | {"url":"https://u:••••@h/?token=••••&x=1"}
                    """)
    void coversByNameAndByPath(String type, String json, String covered) {
        assertThat(MASKING.of(type).contents(new Json(json)).text()).isEqualTo(covered);
        assertThat(SUSPICIOUS.matcher(json).find())
                .isEqualTo(json.matches(".*(?i:ssword|key|cred|token|pin|number|iban).*"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    login with password=hunter2 failed        | login with password=•••• failed
                    {"password":"hun\\"ter2","to":"ana"}      | {"password":"••••","to":"ana"}
                    body {\\"apiKey\\":\\"hunter2\\"} refused | body {\\"apiKey\\":\\"••••\\"} refused
                    Authorization: Bearer hunter2.hunter2     | Authorization: ••••
                    sent Bearer hunter2.hunter2 there         | sent Bearer •••• there
                    jdbc:x://sa:hunter2@db/x                  | jdbc:x://sa:••••@db/x
                    client-secret: 'hunter2'                  | client-secret: '••••'
                    "password":"hunter2 cut of               | "password":"••••"
                    the secretary said: no                    | the secretary said: no
                    password: hunter failed at once           | password: •••• failed at once
                    password: must have ten characters        | password: must have ten characters
                    token: expired, ask for another           | token: expired, ask for another
                    apiKey = null                             | apiKey = null
                    password=Changed!2026 was it              | password=•••• was it
                    token=a.B7xK there                        | token=•••• there
                    secret: no.Way1                           | secret: ••••
                    Bearer abcdefgh.ijkl there                | Bearer •••• there
                    token: invalid.                           | token: invalid.
                    password: isabella7                       | password: ••••
                    password: "must"                          | password: "••••"
                    Basic authentication failed               | Basic authentication failed
                    sent Basic bmVhcmx5OnRoZXJl there         | sent Basic •••• there
                    """)
    void coversWhatFollowsANameInText(String text, String covered) {
        assertThat(MASKING.of("any").text(text)).isEqualTo(covered);
        assertThat(SUSPICIOUS.matcher(text).find()).isEqualTo(!text.equals("the secretary said: no"));
    }

    @Test
    void coversAJobsOwnSecretsWhereverATextNamesThem() {
        Mask mask = MASKING.of("pay").knowing(List.of(new Json("{\"card\":{\"number\":41111111},\"pin\":\"1\"}")));

        assertThat(mask.text("no card 41111111 with 1")).isEqualTo("no card •••• with 1");
        assertThat(mask.contents(new Json("{\"note\":\"41111111!\"}"))).isEqualTo(new Json("{\"note\":\"••••!\"}"));
    }

    @Test
    void coversContentsWithinMessagesByTheTypeThatTheyName() {
        Json message =
                new Json("{\"spec\":{\"type\":\"pay\",\"payload\":{\"card\":{\"number\":\"2\"}},\"token\":\"t\"},"
                        + "\"failure\":{\"message\":\"token=t\"}}");

        assertThat(MASKING.of("any").message(message).text())
                .isEqualTo("{\"spec\":{\"type\":\"pay\",\"payload\":{\"card\":{\"number\":\"••••\"}},\"token\":\"t\"},"
                        + "\"failure\":{\"message\":\"token=••••\"}}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"a":1,"token":"t"}     | {"a":2,"token":"••••"}         | {"a":2,"token":"t"}
                    {"a":1,"token":"t"}     | {"a":2,"token":"new"}          | {"a":2,"token":"new"}
                    {"a":1,"token":"t"}     | {"a":2}                        | {"a":2}
                    {"url":"x?token=t"}     | {"url":"x?token=••••","a":1}   | {"url":"x?token=t","a":1}
                    [{"token":"t","a":1},{"token":"u"}] | [{"token":"••••","a":2},{"token":"••••"}] | [{"token":"t","a":2},{"token":"u"}]
                    """)
    void whatWasLeftCoveredStaysAsItWas(String before, String typed, String meant) {
        assertThat(MASKING.of("any").restored(new Json(typed), new Json(before)))
                .isEqualTo(new Json(meant));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    [{"token":"t","a":1},{"token":"u","a":2}] | [{"token":"••••","a":2},{"token":"••••","a":1}]
                    [{"token":"t"},{"token":"u"}]             | [{"token":"••••"}]
                    {"token":"t"}                             | {"other":"••••"}
                    """)
    void aCoveredValueThatWasMovedIsRefused(String before, String typed) {
        assertThatThrownBy(() -> MASKING.of("any").restored(new Json(typed), new Json(before)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("covered value");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a.b", "$", "$.a[0]", "$..a", "a b"})
    void whatIsNoRuleIsRefused(String rule) {
        assertThatThrownBy(() -> Masking.of(List.of(rule), Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("$.card.number");
    }
}
