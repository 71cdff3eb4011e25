package dev.penstock.ui.security;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.penstock.ui.right.Role;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** What an OpenID provider says of somebody, out of an ID token whose signature has been checked. */
public final class Claims {
    private static final JsonMapper JSON = new JsonMapper();

    private final JsonNode claims;

    private Claims(JsonNode claims) {
        this.claims = claims;
    }

    /** The claims of a token as it was sent: three parts in base64. */
    public static Claims of(String token) {
        String[] parts = token.split("\\.", -1);
        try {
            return new Claims(
                    JSON.readTree(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The ID token is not JSON", e);
        }
    }

    /** A claim that is a text, in small letters; empty: it is not there. */
    public String name(String claim) {
        return claim(claim).asText().toLowerCase(Locale.ROOT);
    }

    /** A claim as it is. */
    public String text(String claim) {
        return claim(claim).asText();
    }

    /**
     * The highest role that one of the claim's values means.
     *
     * @param claim a text or a list; dots lead into objects, as in {@code realm_access.roles}
     * @param meanings by the role's word, the values that mean it
     */
    public Optional<Role> role(String claim, Map<String, List<String>> meanings) {
        JsonNode found = claim(claim);
        List<String> values = found.isTextual()
                ? List.of(found.textValue())
                : StreamSupport.stream(found.spliterator(), false)
                        .map(JsonNode::asText)
                        .toList();
        return Arrays.stream(Role.values())
                .filter(role ->
                        meanings.getOrDefault(role.word(), List.of()).stream().anyMatch(values::contains))
                .reduce((lower, higher) -> higher);
    }

    private JsonNode claim(String path) {
        JsonNode node = claims;
        for (String step : path.split("\\.", -1)) {
            node = node.path(step);
        }
        return node;
    }
}
