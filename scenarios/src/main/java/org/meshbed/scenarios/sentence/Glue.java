package org.meshbed.scenarios.sentence;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One object of each step class, made once around the same state, as Cucumber makes them for a scenario. All are made
 * when this is: it can be used by several tasks at once.
 */
public final class Glue {
    private final Map<Class<?>, Object> made;

    /** Step classes get what their constructors ask for: the shared objects, and what can be made from those. */
    public Glue(List<Class<?>> classes, Object... shared) {
        var making = new LinkedHashMap<Class<?>, Object>();
        for (var object : shared) making.put(object.getClass(), object);
        for (var type : classes) make(type, making, new LinkedHashSet<>());
        made = Collections.unmodifiableMap(making);
    }

    Object of(Class<?> type) {
        var object = made.get(type);
        if (object == null) throw new IllegalArgumentException(type.getName() + " is none of the step classes");
        return object;
    }

    private static Object make(Class<?> type, Map<Class<?>, Object> made, Set<Class<?>> pending) {
        var known = made.get(type);
        if (known != null) return known;
        if (!pending.add(type))
            throw new IllegalArgumentException("the constructors of " + pending + " need each other");
        var constructor = constructor(type);
        var arguments = Arrays.stream(constructor.getParameterTypes())
                .map(needed -> make(needed, made, pending))
                .toArray();
        var object = construct(constructor, arguments);
        made.put(type, object);
        pending.remove(type);
        return object;
    }

    private static Constructor<?> constructor(Class<?> type) {
        return Arrays.stream(type.getConstructors())
                .max(Comparator.comparingInt(Constructor::getParameterCount))
                .orElseThrow(() -> new IllegalArgumentException(type.getName() + " has no public constructor"));
    }

    private static Object construct(Constructor<?> constructor, Object[] arguments) {
        try {
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException e) {
            throw Spoken.unchecked(e.getTargetException());
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(constructor + " cannot be called: " + e.getMessage(), e);
        }
    }
}
