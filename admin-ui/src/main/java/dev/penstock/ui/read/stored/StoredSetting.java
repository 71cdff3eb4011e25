package dev.penstock.ui.read.stored;

import dev.penstock.api.job.Json;
import dev.penstock.api.mask.Mask;
import dev.penstock.api.setting.Setting;
import dev.penstock.api.wire.Wire;
import dev.penstock.ui.fact.SettingFact;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A setting in force. */
@Entity
@Immutable
@IdClass(StoredSetting.Key.class)
@Table(name = "setting")
public class StoredSetting extends PanacheEntityBase {
    /** Kind, such as {@code queue}, and name within it. */
    public record Key(String kind, String name) implements Serializable {}

    @Id
    @Column(name = "kind")
    String kind;

    @Id
    @Column(name = "name")
    String name;

    @Column(name = "value")
    String value;

    @Column(name = "changed_at")
    Instant changedAt;

    @Column(name = "changed_by")
    @Nullable
    String changedBy;

    @Column(name = "reason")
    @Nullable
    String reason;

    /** What somebody asks for who saw it with that mask: what they left covered is as it is. */
    public Setting restored(Setting asked, Mask mask) {
        String whole = mask.restoredMessage(new Json(Wire.text(asked)), new Json(value))
                .text();
        return Columns.json(whole, Setting.class);
    }

    /** As a setting of that kind. */
    public <S extends Setting> SettingFact<S> fact(Class<S> type, Mask mask) {
        String shown = mask.message(new Json(value)).text();
        return new SettingFact<>(type.cast(Columns.json(shown, Setting.class)), changedAt, changedBy, reason);
    }
}
