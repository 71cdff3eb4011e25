package dev.penstock.api.schema;

import dev.penstock.api.command.CommandMessage;
import dev.penstock.api.event.EventMessage;
import dev.penstock.api.job.Actor;
import dev.penstock.api.job.JobId;
import dev.penstock.api.job.JobPolicy;
import dev.penstock.api.job.JobSpec;
import dev.penstock.api.job.Json;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What messages are made of: everything that can be reached from commands and events. */
final class Values {
    private Values() {}

    /** The words with fixed values. */
    static Set<Class<?>> enums() {
        Set<Class<?>> all = reachable();
        all.addAll(Set.of(
                dev.penstock.api.dispatch.Beat.State.class,
                dev.penstock.api.dispatch.LogLine.Level.class,
                Actor.Kind.class));
        return all.stream().filter(Class::isEnum).collect(Collectors.toSet());
    }

    /** The records that are carried by messages and are not told elsewhere on the page. */
    static List<Class<?>> records() {
        Set<Class<?>> told =
                Set.of(JobSpec.class, JobSpec.Overrides.class, JobPolicy.class, JobPolicy.Capabilities.class);
        Set<Class<?>> messages = Message.all().stream().map(Message::type).collect(Collectors.toSet());
        return reachable().stream()
                .filter(Class::isRecord)
                .filter(r -> !told.contains(r) && !messages.contains(r))
                .filter(r -> !Set.of(JobId.class, Json.class, Actor.class).contains(r))
                .filter(r -> r != dev.penstock.api.command.Submit.class)
                .toList();
    }

    static Object of(Record record, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("A record hides its component", e);
        }
    }

    private static Set<Class<?>> reachable() {
        Set<Class<?>> all = new HashSet<>();
        Stream.of(CommandMessage.class, EventMessage.class)
                .flatMap(m -> Stream.of(m.getRecordComponents()))
                .forEach(c -> collect(c.getGenericType(), all));
        return all;
    }

    private static void collect(Type type, Set<Class<?>> into) {
        if (type instanceof ParameterizedType generic) {
            Stream.of(generic.getActualTypeArguments()).forEach(argument -> collect(argument, into));
        } else if (type instanceof Class<?> plain && plain.getName().startsWith("dev.penstock") && into.add(plain)) {
            if (plain.isSealed()) {
                Stream.of(plain.getPermittedSubclasses()).forEach(below -> collect(below, into));
            } else if (plain.isRecord()) {
                Stream.of(plain.getRecordComponents()).forEach(c -> collect(c.getGenericType(), into));
            }
        }
    }
}
