package org.meshbed.scenarios.sentence;

import io.cucumber.cucumberexpressions.ExpressionFactory;
import io.cucumber.cucumberexpressions.ParameterType;
import io.cucumber.cucumberexpressions.ParameterTypeRegistry;
import io.cucumber.java.StepDefinitionAnnotation;
import io.cucumber.java.StepDefinitionAnnotations;
import java.lang.annotation.Annotation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.meshbed.scenarios.input.Nearest;

/**
 * All sentences of some step classes, read from the same annotations that Cucumber reads, so that one of them can be
 * said outside of a feature file. Immutable; made once and shared.
 */
public final class Sentences {
    private static final int NEAREST = 3;

    private final List<Class<?>> glue;
    private final List<Sentence> all;

    private Sentences(List<Class<?>> glue, List<Sentence> all) {
        this.glue = glue;
        this.all = all;
    }

    /** The sentences of these step classes, class by class, within a class by their text. */
    public static Sentences of(List<Class<?>> glue) {
        var registry = new ParameterTypeRegistry(Locale.ENGLISH);
        glue.stream()
                .flatMap(Sentences::methods)
                .forEach(method -> parameterType(method).ifPresent(registry::defineParameterType));
        var expressions = new ExpressionFactory(registry);
        var all = new ArrayList<Sentence>();
        for (var type : glue)
            methods(type)
                    .flatMap(method -> sentences(method, expressions))
                    .sorted(Comparator.comparing(Sentence::text))
                    .forEach(all::add);
        return new Sentences(List.copyOf(glue), List.copyOf(all));
    }

    public List<Sentence> all() {
        return all;
    }

    /** The step classes, in the order given: what a {@link Glue} is made of. */
    public List<Class<?>> glue() {
        return glue;
    }

    /** Understands a sentence, with or without its keyword; throws {@link NotASentence} where that cannot be done. */
    public Spoken find(String sentence) {
        var said = withoutKeyword(sentence);
        var matches = all.stream()
                .map(known -> known.match(said))
                .flatMap(Optional::stream)
                .toList();
        if (matches.isEmpty()) throw unknown(said);
        if (matches.size() > 1) throw ambiguous(said, matches);
        var found = matches.getFirst();
        if (found.sentence().needsMore())
            throw new NotASentence(
                    "'" + said + "' needs the table or text below it: it can be said in a feature file only");
        return found;
    }

    private NotASentence unknown(String said) {
        return new NotASentence("no step answers '" + said + "'" + nearest(said));
    }

    /** Ready to be put behind a message: {@code ; nearest: '...', '...'}. */
    public String nearest(String said) {
        var near = Nearest.sentences(
                withoutKeyword(said), all.stream().map(Sentence::text).toList(), NEAREST);
        return near.isEmpty() ? "" : "; nearest: '" + String.join("', '", near) + "'";
    }

    private static NotASentence ambiguous(String said, List<Spoken> matches) {
        var both = matches.stream().map(match -> match.sentence().toString()).collect(Collectors.joining(" and "));
        return new NotASentence("'" + said + "' is answered by " + both + ": one of them has to be worded otherwise");
    }

    private static String withoutKeyword(String sentence) {
        return sentence.strip()
                .replaceFirst("^(?:(?:Given|When|Then|And|But)\\b|\\*)\\s*", "")
                .strip();
    }

    private static Stream<Method> methods(Class<?> type) {
        return Arrays.stream(type.getMethods()).filter(method -> !method.isBridge());
    }

    private static Stream<Sentence> sentences(Method method, ExpressionFactory expressions) {
        return declarations(method)
                .map(declared -> new Sentence(
                        declared.annotationType().getSimpleName(),
                        text(declared),
                        method,
                        expressions.createExpression(text(declared))));
    }

    /** A method may carry several sentences: the compiler wraps them into an annotation of annotations. */
    private static Stream<Annotation> declarations(Method method) {
        return Arrays.stream(method.getAnnotations()).flatMap(annotation -> {
            var type = annotation.annotationType();
            if (type.isAnnotationPresent(StepDefinitionAnnotation.class)) return Stream.of(annotation);
            if (type.isAnnotationPresent(StepDefinitionAnnotations.class))
                return Arrays.stream((Annotation[]) value(annotation));
            return Stream.empty();
        });
    }

    private static String text(Annotation declared) {
        return (String) value(declared);
    }

    private static Object value(Annotation annotation) {
        try {
            return annotation.annotationType().getMethod("value").invoke(annotation);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(annotation + " has no value to read", e);
        }
    }

    private static Optional<ParameterType<Object>> parameterType(Method method) {
        return Optional.ofNullable(method.getAnnotation(io.cucumber.java.ParameterType.class))
                .map(declared -> new ParameterType<>(
                        declared.name().isEmpty() ? method.getName() : declared.name(),
                        List.of(declared.value()),
                        method.getGenericReturnType(),
                        (String[] groups) -> transform(method, groups),
                        declared.useForSnippets(),
                        declared.preferForRegexMatch(),
                        declared.useRegexpMatchAsStrongTypeHint()));
    }

    private static Object transform(Method method, String[] groups) throws Throwable {
        try {
            var target = Spoken.transforming().of(method.getDeclaringClass());
            return method.isVarArgs()
                    ? method.invoke(target, (Object) groups)
                    : method.invoke(target, (Object[]) groups);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }
}
