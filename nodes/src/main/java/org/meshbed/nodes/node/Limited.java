package org.meshbed.nodes.node;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Locale;
import org.meshbed.nodes.party.PartyDriver;
import org.meshbed.nodes.party.Told;
import org.meshbed.nodes.vendor.Manner;
import org.meshbed.nodes.vendor.quirk.PartyQuirk.PartyCannot;

/** A person at a product that lacks some of what a person can do: those verbs are answered <em>unsupported</em>. */
final class Limited {
    private Limited() {}

    /** @param driver of a person to whom nothing is denied */
    static PartyDriver by(Manner manner, PartyDriver driver) {
        if (manner.profile().find(PartyCannot.class).isEmpty()) return driver;
        return (PartyDriver) Proxy.newProxyInstance(
                PartyDriver.class.getClassLoader(),
                new Class<?>[] {PartyDriver.class},
                (_, verb, arguments) -> answer(manner, driver, verb, arguments));
    }

    private static Object answer(Manner manner, PartyDriver driver, Method verb, Object[] arguments) throws Throwable {
        var word = verb.getName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
        var cannot = manner.bent(PartyCannot.class)
                .filter(q -> q.verbs().contains(word))
                .isPresent();
        if (cannot) return new Told.Unsupported<>(manner.profile().name() + " has nothing for that: " + word);
        try {
            return verb.invoke(driver, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }
}
