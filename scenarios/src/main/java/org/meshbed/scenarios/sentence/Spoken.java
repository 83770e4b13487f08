package org.meshbed.scenarios.sentence;

import io.cucumber.cucumberexpressions.Argument;
import io.cucumber.cucumberexpressions.CucumberExpressionException;
import java.lang.reflect.InvocationTargetException;
import java.util.List;

/** Something that was said and understood: a sentence with its arguments, to be done with the objects of a scenario. */
public final class Spoken {
    /** Parameter types are methods of step classes too; the arguments are made while this is bound. */
    private static final ScopedValue<Glue> TRANSFORMING = ScopedValue.newInstance();

    private final Sentence sentence;
    private final String said;
    private final List<Argument<?>> arguments;

    Spoken(Sentence sentence, String said, List<Argument<?>> arguments) {
        this.sentence = sentence;
        this.said = said;
        this.arguments = List.copyOf(arguments);
    }

    public Sentence sentence() {
        return sentence;
    }

    /** The words, without their keyword. */
    public String said() {
        return said;
    }

    /**
     * What is to be done, with all arguments made: running it calls the step, in whichever task that happens, and
     * throws what the step throws.
     */
    public Runnable in(Glue glue) {
        var target = glue.of(sentence.step().getDeclaringClass());
        var values = ScopedValue.where(TRANSFORMING, glue).call(this::values);
        return () -> call(target, values);
    }

    static Glue transforming() {
        return TRANSFORMING.get();
    }

    private Object[] values() {
        try {
            return arguments.stream().map(Argument::getValue).toArray();
        } catch (CucumberExpressionException e) {
            throw e.getCause() == null ? e : unchecked(e.getCause());
        }
    }

    private void call(Object target, Object[] values) {
        try {
            sentence.step().invoke(target, values);
        } catch (InvocationTargetException e) {
            throw unchecked(e.getTargetException());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(sentence + " cannot be called: " + e.getMessage(), e);
        }
    }

    /** What was thrown, in a form that need not be declared; errors are thrown at once. */
    static RuntimeException unchecked(Throwable thrown) {
        if (thrown instanceof Error error) throw error;
        return thrown instanceof RuntimeException known ? known : new IllegalStateException(thrown);
    }
}
