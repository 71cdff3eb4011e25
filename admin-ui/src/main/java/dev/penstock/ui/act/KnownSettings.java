package dev.penstock.ui.act;

import dev.penstock.api.setting.Setting;
import java.util.List;
import java.util.Optional;

/** Port: settings in force, as far as the read model knows. */
public interface KnownSettings {
    Optional<Setting.Type> knownType(String name);

    Optional<Setting.Template> knownTemplate(String name);

    Optional<Setting.Queue> knownQueue(String name);

    /** Names of all declared queues. */
    List<String> knownQueues();
}
