package dev.penstock.projector.inside;

import dev.penstock.api.wire.UndecodableException;
import dev.penstock.api.wire.Wire;
import dev.penstock.projector.analyst.duck.Answer;
import dev.penstock.projector.analyst.duck.Refusal;
import dev.penstock.projector.analyst.duck.TooCostly;
import dev.penstock.projector.analyst.live.MaskRules;
import dev.penstock.projector.analyst.live.NotYet;
import dev.penstock.projector.analyst.live.Told;
import dev.penstock.projector.analyst.table.Column;
import dev.penstock.projector.analyst.table.Table;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * SQL over the log, for the admin UI, which knows who asks and what they may see.
 *
 * <table>
 *   <caption>Answers of {@code POST /internal/sql}</caption>
 *   <tr><td>200</td><td>{@link Found}</td></tr>
 *   <tr><td>400</td><td>{@link Said}: it is not asked, and where it is wrong</td></tr>
 *   <tr><td>401</td><td>it is not signed with the keys file</td></tr>
 *   <tr><td>422</td><td>{@link Said}: it costs too much</td></tr>
 *   <tr><td>503</td><td>{@link Said}: not now</td></tr>
 * </table>
 */
@Path(SqlResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
public class SqlResource {
    static final String PATH = "/internal/sql";
    private static final int LONGEST = 20_000;

    private final Callers callers;
    private final SqlTables tables;

    @Inject
    public SqlResource(Callers callers, SqlTables tables) {
        this.callers = callers;
        this.tables = tables;
    }

    /**
     * A question.
     *
     * @param sql one SELECT
     * @param mask what is covered
     */
    public record Asked(@Nullable String sql, @Nullable MaskRules mask) {}

    /**
     * An answer.
     *
     * @param columns name, DuckDB's type, and {@code TEXT, NUMBER, FLAG} or {@code TIME}
     * @param cut whether there were more rows
     * @param ms how long the query took
     * @param asOf offsets: {@code 0:12 1:40}
     */
    public record Found(
            List<Answer.Head> columns, List<List<@Nullable Object>> rows, boolean cut, long ms, String asOf) {}

    /**
     * Why there is no answer.
     *
     * @param position character of the text that is wrong, from 0; absent: nobody knows
     */
    public record Said(String sentence, @Nullable Integer position) {}

    /** A table, with its columns and their types. */
    public record Described(String name, List<Named> columns) {
        /** A column. */
        public record Named(String name, String type) {}
    }

    @GET
    public Response describe(@HeaderParam("Authorization") @Nullable String authorization) {
        if (!callers.isOurs(authorization, "GET " + PATH, new byte[0])) {
            return stranger();
        }
        return answer(200, Table.ALL.stream().map(SqlResource::described).toList());
    }

    @POST
    public Response ask(@HeaderParam("Authorization") @Nullable String authorization, byte[] body) {
        if (!callers.isOurs(authorization, "POST " + PATH, body)) {
            return stranger();
        }
        try {
            Asked asked = Wire.read(body, Asked.class);
            if (asked.sql() == null || asked.mask() == null) {
                return said(400, "A question has sql, and in mask what is covered: without it nothing is shown.", null);
            }
            if (asked.sql().length() > LONGEST) {
                return said(400, "A query has at most " + LONGEST + " characters.", null);
            }
            return answer(200, found(tables.tables().ask(asked.sql(), asked.mask())));
        } catch (Refusal e) {
            return said(400, e.sentence(), e.position());
        } catch (UndecodableException | IllegalArgumentException e) {
            return said(400, String.valueOf(e.getMessage()), null);
        } catch (TooCostly e) {
            return said(422, String.valueOf(e.getMessage()), null);
        } catch (NotYet | IllegalStateException e) {
            return said(503, String.valueOf(e.getMessage()), null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return said(503, "The projector is stopping.", null);
        }
    }

    private static Found found(Told told) {
        Answer answer = told.answer();
        return new Found(
                answer.columns(),
                answer.rows(),
                answer.cut(),
                told.took().toMillis(),
                told.asOf().toString());
    }

    private static Described described(Table<?> table) {
        return new Described(
                table.name(), table.columns().stream().map(SqlResource::named).toList());
    }

    private static Described.Named named(Column<?> column) {
        return new Described.Named(
                column.name(),
                column.type() == Column.Type.JSON ? "JSON" : column.type().sql());
    }

    private static Response stranger() {
        return said(401, "Only programs that have this installation's keys file are answered here.", null);
    }

    private static Response said(int code, String sentence, @Nullable Integer position) {
        return answer(code, new Said(sentence, position));
    }

    private static Response answer(int code, Object told) {
        return Response.status(code).entity(Wire.write(told)).build();
    }
}
