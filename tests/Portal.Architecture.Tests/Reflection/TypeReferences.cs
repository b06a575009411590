using System.Reflection;

namespace Portal.Architecture.Tests.Reflection;

/// <summary>
/// Every type that a type names: in its signatures, attributes and bodies, generic arguments included.
/// </summary>
internal static class TypeReferences
{
    public const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    public static IReadOnlySet<Type> Of(Type type) =>
        Heads(type).Concat(Fields(type)).Concat(Methods(type).SelectMany(OfMethod)).SelectMany(Parts).ToHashSet();

    public static IEnumerable<MethodBase> Methods(Type type) =>
        type.GetMethods(Declared).Cast<MethodBase>().Concat(type.GetConstructors(Declared));

    private static IEnumerable<Type?> Heads(Type type) =>
        [type.BaseType, .. type.GetInterfaces(), .. Attributes(type.CustomAttributes),
            .. type.GetGenericArguments().SelectMany(Constraints)];

    private static IEnumerable<Type?> Fields(Type type) =>
        type.GetFields(Declared).SelectMany(field => Attributes(field.CustomAttributes).Append(field.FieldType))
            .Concat(type.GetProperties(Declared).SelectMany(property => Attributes(property.CustomAttributes)));

    private static IEnumerable<Type?> OfMethod(MethodBase method) =>
        [.. Signature(method), .. Body(method), .. MemberReferences.Of(method).SelectMany(OfMember)];

    private static IEnumerable<Type?> Signature(MethodBase method) =>
    [
        (method as MethodInfo)?.ReturnType,
        .. Attributes(method.CustomAttributes),
        .. method.GetParameters().SelectMany(parameter => Attributes(parameter.CustomAttributes).Append(parameter.ParameterType)),
        .. method.IsGenericMethod ? method.GetGenericArguments().SelectMany(Constraints) : [],
    ];

    private static IEnumerable<Type?> Body(MethodBase method) => method.GetMethodBody() is not { } body
        ? []
        : body.LocalVariables.Select(local => local.LocalType)
            .Concat(body.ExceptionHandlingClauses.Where(clause => clause.Flags == ExceptionHandlingClauseOptions.Clause)
                .Select(clause => clause.CatchType));

    private static IEnumerable<Type?> OfMember(MemberInfo member) => member switch
    {
        Type type => [type],
        MethodInfo { IsGenericMethod: true } method => [method.DeclaringType, .. method.GetGenericArguments()],
        _ => [member.DeclaringType],
    };

    private static IEnumerable<Type?> Constraints(Type parameter) =>
        parameter.IsGenericParameter ? parameter.GetGenericParameterConstraints() : [];

    private static IEnumerable<Type?> Attributes(IEnumerable<CustomAttributeData> attributes) => attributes.SelectMany(attribute =>
        attribute.ConstructorArguments.Concat(attribute.NamedArguments.Select(named => named.TypedValue))
            .SelectMany(Values).Select(value => value as Type).Prepend(attribute.AttributeType));

    private static IEnumerable<object?> Values(CustomAttributeTypedArgument argument) =>
        argument.Value is IReadOnlyCollection<CustomAttributeTypedArgument> several ? several.SelectMany(Values) : [argument.Value];

    private static IEnumerable<Type> Parts(Type? type)
    {
        if (type is null || type.IsGenericParameter)
        {
            return [];
        }

        return type switch
        {
            { HasElementType: true } => Parts(type.GetElementType()),
            { IsGenericType: true } => type.GetGenericArguments().SelectMany(Parts).Append(type.GetGenericTypeDefinition()),
            _ => [type],
        };
    }
}
