package dev.penstock.api.schema;

import dev.penstock.api.dispatch.Beat;
import dev.penstock.api.dispatch.DeadLetter;
import dev.penstock.api.dispatch.GateRequest;
import dev.penstock.api.dispatch.Grant;
import dev.penstock.api.dispatch.LogLine;
import dev.penstock.api.dispatch.RetryPointer;
import dev.penstock.api.dispatch.Revocation;
import dev.penstock.api.dispatch.Signal;
import dev.penstock.api.dispatch.WorkOrder;
import dev.penstock.api.dispatch.WrappedKey;
import dev.penstock.api.setting.Setting;
import dev.penstock.api.wire.CommandCodec;
import dev.penstock.api.wire.EventCodec;
import dev.penstock.api.wire.Names;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A kind of record that is written to some topic.
 *
 * @param file its schema in {@code docs/schemas} and its fixture in {@code fixtures/v1}, without {@code .json}
 * @param form what stands around the record's own fields
 * @param type the record; of an event or a command the body
 */
record Message(String file, Form form, Class<?> type) {
    /** What stands around the fields. */
    enum Form {
        COMMAND("commands"),
        EVENT("events"),
        SUBMISSION(""),
        SETTING("settings"),
        SIGNAL("signals"),
        BEAT("beats"),
        PLAIN("");

        final String folder;

        Form(String folder) {
            this.folder = folder;
        }
    }

    /** All of them, in the order of their files. */
    static List<Message> all() {
        List<Message> all = new ArrayList<>();
        all.addAll(below(Form.COMMAND, CommandCodec.NAMES));
        // The inner door refuses Submit; the outer one has a form of its own.
        all.removeIf(m -> m.file.equals("commands/Submit"));
        all.addAll(below(Form.EVENT, EventCodec.NAMES));
        all.addAll(below(Form.SETTING, Names.below(Setting.class)));
        all.addAll(below(Form.SIGNAL, Names.below(Signal.class)));
        all.add(new Message("beats/Heartbeat", Form.BEAT, Beat.Heartbeat.class));
        all.add(new Message("beats/Pulse", Form.BEAT, Beat.Pulse.class));
        all.add(new Message("submission", Form.SUBMISSION, Schemas.SUBMISSION));
        for (Class<?> plain : List.of(
                WorkOrder.class,
                Grant.class,
                RetryPointer.class,
                DeadLetter.class,
                Revocation.class,
                GateRequest.class,
                LogLine.class,
                WrappedKey.class,
                Projected.JobState.class,
                Projected.Statistic.class)) {
            all.add(new Message(kebab(plain.getSimpleName()), Form.PLAIN, plain));
        }
        all.sort(Comparator.comparing(Message::file));
        return List.copyOf(all);
    }

    private static List<Message> below(Form form, Names names) {
        return names.all().entrySet().stream()
                .map((Map.Entry<String, Class<?>> e) -> new Message(
                        form.folder + "/" + (form == Form.SETTING ? kebab(e.getKey()) : e.getKey()),
                        form,
                        e.getValue()))
                .toList();
    }

    private static String kebab(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
