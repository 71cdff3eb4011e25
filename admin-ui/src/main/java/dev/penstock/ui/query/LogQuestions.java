package dev.penstock.ui.query;

import static dev.penstock.ui.tongue.Tongue.say;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.penstock.api.wire.Wire;
import dev.penstock.ui.audit.Audit;
import dev.penstock.ui.audit.Change;
import dev.penstock.ui.config.PenstockConfig;
import dev.penstock.ui.fact.query.QueryAnswer;
import dev.penstock.ui.fact.query.QueryTable;
import dev.penstock.ui.right.Caller;
import dev.penstock.ui.trouble.Trouble;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Questions in SQL over the log. Each is written down before it is asked: what cannot be written down is not asked. What is covered
 * goes along with it, so that these settings stand in one program's configuration.
 */
@ApplicationScoped
public class LogQuestions {
    private static final int LONGEST = 20_000;

    private final ProjectorDoor door;
    private final Audit audit;
    private final PenstockConfig.Mask mask;
    private final ObjectMapper json;

    @Inject
    public LogQuestions(ProjectorDoor door, Audit audit, PenstockConfig config, ObjectMapper json) {
        this.door = door;
        this.audit = audit;
        this.mask = config.mask();
        this.json = json;
    }

    /** Why there is no answer, as the projector says it. */
    private record Refused(
            @Nullable String sentence, @Nullable Integer position) {}

    /**
     * Asks.
     *
     * @throws Trouble 400 with the place if it is not asked, 422 if it costs too much, 503 if it can be asked again later
     */
    public QueryAnswer ask(Caller who, String sql) {
        if (sql.isBlank()) {
            throw Trouble.query(say("Write a SELECT first."), null);
        }
        if (sql.length() > LONGEST) {
            throw Trouble.query(say("A query has at most {1} characters.", LONGEST), null);
        }
        audit.write(who, new Change("query", "log", null, sql));
        byte[] body = Wire.write(Map.of("sql", sql, "mask", Map.of("fields", mask.fields(), "types", mask.types())));
        HttpResponse<byte[]> answer = door.ask(body);
        return answer.statusCode() == 200
                ? read(answer.body(), new TypeReference<QueryAnswer>() {})
                : refuse(answer.statusCode(), read(answer.body(), new TypeReference<Refused>() {}));
    }

    /** The tables that can be asked; none while the projector is away. */
    public List<QueryTable> tables() {
        try {
            HttpResponse<byte[]> answer = door.tables();
            return answer.statusCode() == 200
                    ? read(answer.body(), new TypeReference<List<QueryTable>>() {})
                    : List.of();
        } catch (Trouble away) {
            return List.of();
        }
    }

    private static QueryAnswer refuse(int code, Refused refused) {
        String sentence = refused.sentence() == null ? "" : refused.sentence();
        throw switch (code) {
            case 400 -> Trouble.query(sentence, refused.position());
            case 422 -> Trouble.costly("sql", sentence);
            case 401 ->
                Trouble.away(
                        say(
                                "The projector does not know this program: do both read the same keys file, and are their clocks right?"));
            default -> Trouble.away(sentence.isEmpty() ? say("The projector answers {1}.", code) : sentence);
        };
    }

    private <T> T read(byte[] body, TypeReference<T> type) {
        try {
            return json.readValue(body, type);
        } catch (IOException e) {
            throw Trouble.away(
                    say("The projector answers something else than SQL; is {1} its address?", "penstock.ui.projector"));
        }
    }
}
