package dev.penstock.ui.read.sql;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A statement with its parameters; values never become part of the text.
 *
 * @param text with names such as {@code :p1}
 * @param parameters by name
 */
public record Sql(String text, Map<String, Object> parameters) {
    public Sql {
        parameters = Map.copyOf(parameters);
    }

    /** This with more text, and a parameter for it. */
    public Sql and(String more, String name, Object value) {
        Map<String, Object> all = new LinkedHashMap<>(parameters);
        all.put(name, value);
        return new Sql(text + more, all);
    }

    public Sql and(String more) {
        return new Sql(text + more, parameters);
    }

    /** Rows of one table as entities. */
    @SuppressWarnings("unchecked")
    public <T> List<T> entities(EntityManager database, Class<T> type) {
        Query query = database.createNativeQuery(text, type);
        parameters.forEach(query::setParameter);
        return query.getResultList();
    }

    /** Rows: an array of columns each, or the value itself if there is one column. */
    @SuppressWarnings("unchecked")
    public <T> List<T> rows(EntityManager database) {
        Query query = database.createNativeQuery(text);
        parameters.forEach(query::setParameter);
        return query.getResultList();
    }
}
