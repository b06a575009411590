using Portal.Architecture.Tests.Reflection;

namespace Portal.Architecture.Tests.Shape;

/// <summary>A name means one thing in the whole house.</summary>
public sealed class NameTests
{
    private static readonly string[] WordPlay = ["Be", "Put", "Fit", "Take"];

    [Fact]
    public void TwoTypes_NeverShareAName() => Shared(Types()).ShouldBeEmpty();

    [Fact]
    public void AMethod_IsNamedAfterWhatItDoes() => Played(Types()).ShouldBeEmpty();

    [Fact]
    public void ASharedName_IsFound() => Shared([typeof(First.Twin), typeof(Second.Twin)]).ShouldHaveSingleItem();

    [Fact]
    public void AWordPlay_IsFound() => Played([typeof(First)]).ShouldHaveSingleItem();

    private static IEnumerable<Type> Types() => Source.Web.GetTypes().Concat(Source.Rules.GetTypes())
        .Where(type => !type.IsNested && type.Namespace?.StartsWith("Portal.", StringComparison.Ordinal) == true
            && !type.Name.Contains('<', StringComparison.Ordinal) && !type.Namespace.Contains("Migrations", StringComparison.Ordinal));

    private static IEnumerable<string> Shared(IEnumerable<Type> types) => types.Select(type => (type.Name.Split('`')[0], type.FullName))
        .GroupBy(type => type.Item1)
            .Where(same => same.Count() > 1 && same.Select(type => type.FullName!.Split('`')[0]).Distinct().Count() > 1)
        .Select(same => string.Join(" and ", same.Select(type => type.FullName))).Order();

    private static IEnumerable<string> Played(IEnumerable<Type> types) =>
        from type in types
        from method in type.GetMethods(TypeReferences.Declared)
        let name = method.Name.EndsWith("Async", StringComparison.Ordinal) ? method.Name[..^5] : method.Name
        where WordPlay.Contains(name)
        orderby type.FullName
        select $"{type.FullName}.{method.Name}";

    private sealed class First
    {
        public static int Take(int number) => number;

        public sealed class Twin;
    }

    private sealed class Second
    {
        public sealed class Twin;
    }
}
